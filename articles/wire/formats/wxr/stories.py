"""One item of an export as a story."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

from articles.wire import stamps, wordpress
from articles.wire.copy.people import people
from articles.wire.formats.wxr.items import Item, Site
from articles.wire.formats.wxr.media import media
from articles.wire.record import Record
from articles.wire.story import PubStatus, WireStory
from articles.wire.wordpress.pictures import plain

_PUBLIC = frozenset(("publish", "inherit", "future", ""))
_HELD = frozenset(("draft", "pending", "private", "auto-draft", "trash"))
_TAGS = frozenset(("post_tag", "tag"))
_AUTHORS = frozenset(
    ("author", "ppma_author", "byline", "guest-author", "guest_author", "open_byline_author")
)
_MACHINERY = frozenset(("post_translations", "term_translations", "translation_priority", "term_language"))
_MARKS = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|del|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_MORE = re.compile(r"<a\b[^<>]*\bmore-link\b[^<>]*>.*?</a>", re.DOTALL)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,8})*")
_ZONES = timedelta(hours=15)  # farthest that the clock of a place is from UTC, with a little to spare


def story(item: Item, site: Site, timezone: str) -> WireStory:
    """The story that an item is; times without a zone are read in `timezone`."""
    record = Record(timezone)
    fields = item.fields
    link = fields.get("link", "").strip()
    record.set("uri", fields.get("guid", "").strip() or link)
    record.set("headline", _title(fields.get("title", "")))
    record.set("slugline", fields.get("post_name"))
    record.set("description", _excerpt(item))
    record.set("copyright", fields.get("rights"))
    record.link("canonical", link)
    _dates(item, record)
    _status(item, record)
    _authors(item, site, record)
    parents = _subjects(item, site, record)
    record.set("language", record.get("language") or site.language)
    text = wordpress.read(fields.get("content", ""), site.blocks, _footnotes(item))
    record.body(text.blocks)
    record.problems += text.problems
    for found in media(item, site, text.pictures, record):
        record.media(found)
    if item.comments:
        were = "comment was" if item.comments == 1 else "comments were"
        record.problem("comments", f"{item.comments} {were} left out.")
    made = record.story()
    return replace(made, section_parents=parents) if parents else made


def _title(text: str) -> str:
    """A title as text. Its mark-up goes; what stands in angle brackets and is none stays."""
    text = _MARKS.sub("", wordpress.without_languages(text))
    return _ENTITY.sub(lambda found: unescape(found[0]), text)


def _excerpt(item: Item) -> str:
    """The excerpt as text; the summary of a feed where there is none."""
    excerpt = item.fields.get("excerpt", "").strip()
    if not excerpt and (excerpt := item.fields.get("description", "")):
        excerpt = _MORE.sub("", excerpt)
    if "[" in excerpt or "<!--" in excerpt:
        return " ".join(block.text for block in wordpress.read(excerpt).blocks)
    return plain(excerpt)


def _dates(item: Item, record: Record) -> None:
    for key, name in (("created", "post_date"), ("updated", "post_modified")):
        exact, local = _moment(item, f"{name}_gmt"), _moment(item, name)
        if exact and record.date(key, f"{exact}+00:00"):
            continue
        printed = _published(item, local) if key == "created" else None
        record.date(key, printed or local)


def _moment(item: Item, name: str) -> str | None:
    """A date as WordPress writes it; zeros stand for none."""
    text = item.fields.get(name, "").strip()
    return None if text.startswith(("0000", "-0001")) else text or None


def _published(item: Item, local: str | None) -> str | None:
    """`pubDate`, which is in UTC, unless it is one of the dates that WordPress makes of zeros."""
    text = item.fields.get("pubDate", "").strip()
    moment = stamps.read(text) if text and "-0001" not in text else None
    if moment is None or not moment.has_zone or moment.value.year < 1971:
        return None
    there = stamps.read(local) if local else None
    if there is None:
        return text if (moment.value.year, moment.value.month, moment.value.day) != (1999, 11, 30) else None
    return text if abs(there.value - moment.value) <= _ZONES else None


def _status(item: Item, record: Record) -> None:
    status = item.status
    created = record.get("created")
    if status == "future" and created:
        record.values["embargoed"] = created
    elif status not in _PUBLIC or status == "future":
        record.status(PubStatus.WITHHELD)
    if status == "trash":
        record.problem("trash", "This was in the trash.")
    elif status not in _PUBLIC and status not in _HELD:
        record.problem("status", f"“{status[:40]}” is no usual status; the story is withheld.")
    if item.fields.get("post_password", "").strip():
        record.status(PubStatus.WITHHELD)
        record.problem("password", "The site shows this only to those who know a password.")


def _authors(item: Item, site: Site, record: Record) -> None:
    """The owner of the post, then those whom plugins for several authors name."""
    names = [site.author(item.fields.get("creator", "").strip())]
    names += [site.author(name, slug) for domain, slug, name in item.categories if domain in _AUTHORS]
    for name in map(plain, names):
        several = people(name)
        if len(several) > 1 and all(" " in credit.name for credit in several):  # not “Smith & Sons”
            for credit in several:
                record.credit(credit.name)
        else:
            record.credit(name)


def _subjects(item: Item, site: Site, record: Record) -> tuple[str, ...]:
    """Section, tags and other terms; the answer is the sections above the section."""
    parents: tuple[str, ...] = ()
    # Version 1.0 names each category twice, first without saying of what kind it is.
    named = {(name, bool(domain)) for domain, _, name in item.categories}
    for domain, slug, name in item.categories:
        if not domain and (name, True) in named:
            continue
        if domain in _TAGS:
            record.add("keywords", name)
        elif domain in ("category", ""):
            if record.get("section") is None:
                record.set("section", name)
                parents = site.parents(slug)
            elif name != record.get("section") or slug:
                record.subject(name, slug, "category")
        elif domain == "language":
            if _LANGUAGE.fullmatch(slug):
                record.set("language", slug.replace("_", "-"))
        elif domain not in _AUTHORS and domain not in _MACHINERY:
            record.subject(name, slug, domain)
    return parents


def _footnotes(item: Item) -> list[str]:
    try:
        notes = json.loads(item.first("footnotes") or "[]")
    except (ValueError, RecursionError):
        return []
    if not isinstance(notes, list):
        return []
    found = (note.get("content") for note in notes if isinstance(note, dict))
    return [note for note in found if isinstance(note, str)]
