"""JSON Feed 1.0 and 1.1. The standard: https://www.jsonfeed.org/version/1.1/"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from articles.wire import bodies, json_document
from articles.wire.bodies import Body
from articles.wire.copy.names import is_name
from articles.wire.errors import MalformedDocument
from articles.wire.feeds import links, persons, texts
from articles.wire.feeds.media import Gallery
from articles.wire.json_document import Fields
from articles.wire.json_repair import Number
from articles.wire.record import Record
from articles.wire.story import Media, Parsed, Problem, WireFormat, WireStory
from articles.wire.words import tidy

_Author = tuple[str | None, str | None]  # name, address


@dataclass(frozen=True, slots=True)
class _Level:
    """What a feed says for all its items."""

    base: str | None
    authors: list[_Author]
    language: str | None


_HOME = "jsonfeed.org/version"
_CONTENT = frozenset(("content_html", "content_text"))
_OF_ITEMS = frozenset(("date_published", "date_modified", "external_url", "banner_image", "attachments"))
_NEEDED = frozenset(("id", "url", "title", "summary", "image", *_CONTENT))
_OF_FEEDS = frozenset(("home_page_url", "feed_url", "next_url", "user_comment", "hubs"))


def sniff(head: bytes) -> bool:
    """Does it say that it is one, or has it the items that only a JSON Feed has?"""
    return _is_feed(json_document.glance(head))


def _is_feed(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    version = value.get("version")
    if isinstance(version, str) and _HOME in version:
        return True
    items = value.get("items")
    if not isinstance(items, list):
        return False
    first = next((item for item in items if isinstance(item, dict)), {})
    if _CONTENT & first.keys():
        return "id" in first or "url" in first or bool(_OF_FEEDS & value.keys())
    return bool(_OF_FEEDS & value.keys()) and (not items or bool(_OF_ITEMS & first.keys()))


def parse(document: bytes, charset: str | None = None, timezone: str = "UTC") -> Parsed:
    """Read the items of a feed, of which there may be none; raises `WireError` for what cannot be read."""
    loaded = json_document.load(document, charset)
    stories: list[WireStory] = []
    problems = list(loaded.problems)
    feeds = [
        value for value in loaded.values if isinstance(value, dict) and isinstance(value.get("items"), list)
    ]
    if not feeds:
        if not any(map(_is_feed, loaded.values)):
            raise MalformedDocument("There is no JSON Feed in this document.")
        raise MalformedDocument("The feed has no list of items.")
    for feed in feeds:
        stories += _stories(feed, timezone, problems)
    if not stories and any(problem.code == "malformed-json" for problem in problems):
        raise MalformedDocument("The feed is damaged, and no item of it can be read.")
    return json_document.parsed("jsonfeed", loaded, stories, problems)


def _stories(values: dict[str, Any], timezone: str, problems: list[Problem]) -> Iterator[WireStory]:
    feed = Fields(values, lambda code, message: problems.append(Problem(code, message)))
    level = _Level(
        base=next(filter(links.is_web, (_address(feed, "home_page_url"), _address(feed, "feed_url"))), None),
        authors=_authors(feed),
        language=feed.text("language"),
    )
    odd = 0
    for item in values["items"]:
        if isinstance(item, dict) and _NEEDED & item.keys():
            yield _story(item, level, timezone)
        else:
            odd += 1
    if odd:
        problems.append(Problem("bad-value", f"In {odd} places of the list of items there is no item."))


def _story(values: dict[str, Any], feed: _Level, timezone: str) -> WireStory:
    record = Record(timezone)
    item = Fields(values, record.problem)
    url = _address(item, "url", feed.base)
    base = url if links.is_web(url) else feed.base
    record.set("uri", item.text("id") or url)
    record.set("headline", texts.guessed(item.text("title") or "").line())
    record.set("description", texts.guessed(item.text("summary") or "").line())
    record.set("language", item.text("language") or feed.language)
    record.date("created", item.text("date_published"))
    record.date("updated", item.text("date_modified"))
    named = {address: name for name, address in feed.authors if name and address}
    for name, address in _authors(item) or feed.authors:
        persons.credit(record, name or named.get(address or ""))
    record.add("keywords", *item.texts("tags"))
    body = _body(item, base)
    record.body(body.blocks)
    gallery = Gallery()
    for media in (*_media(item, base), *body.media):
        gallery.add(media)
    for media in gallery.found.values():
        record.media(media)
    record.link("canonical", url)
    record.link("related", _address(item, "external_url", base))
    for frame in body.frames:
        record.link("embed", frame)
    return record.story()


def _authors(item: Fields) -> list[_Author]:
    """The authors of an item or a feed, each by name and address: `authors` since 1.1, `author` before.

    Some write a bare name. An author by address alone may have a name in the feed.
    """
    for key in ("authors", "author"):
        if key not in item:
            continue
        value = item.values[key]
        found: list[_Author] = []
        for entry in value if isinstance(value, list) else [value]:
            if isinstance(entry, dict):
                author = item.of(entry)
                found += [(author.text("name"), author.text("url"))] if entry else []
            elif isinstance(entry, str) and is_name(entry, least=1):
                found.append((entry, None))
            else:
                item.odd(key, "authors")
        if found:
            return found
    return []


def _address(item: Fields, name: str, base: str | None = None) -> str | None:
    value = item.values.get(name)
    if value is not None and (not isinstance(value, str) or isinstance(value, Number)):
        item.odd(name, "an address")
        return None
    return links.address(value, base)


def _body(item: Fields, base: str | None) -> Body:
    """The HTML of an item, or its text where that is empty; some write HTML as the text."""
    html = item.text("content_html")
    found = bodies.from_html(html, base) if html else Body(())
    text = item.text("content_text")
    if not text or any(block.text for block in found.blocks):
        return found
    if text.lstrip().startswith("<") and (guessed := texts.guessed(text, base)).is_marked_up:
        return guessed.body()
    return Body(json_document.blocks(text), found.media)


def _media(item: Fields, base: str | None) -> Iterator[Media]:
    """The image, the banner and the attachments, of which those with the same title are one: the largest."""
    for name in ("image", "banner_image"):
        if href := _address(item, name, base):
            yield Media(href)
    found: dict[str, tuple[int, Media]] = {}
    for attachment in item.objects("attachments"):
        href = _address(attachment, "url", base)
        if not href:
            continue
        title = tidy(attachment.text("title") or "") or None
        media = Media(href, attachment.text("mime_type"), title)
        size = attachment.whole("size_in_bytes") or 0
        known = found.get(title or href)
        if known is None or known[0] < size:
            found[title or href] = (size, media)
    yield from (media for _, media in found.values())


FORMAT = WireFormat(label="JSON Feed", sniff=sniff, parse=parse)
