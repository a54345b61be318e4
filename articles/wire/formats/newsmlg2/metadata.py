"""The metadata of an item: who made it, what it is about, and what may be done with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from articles.wire import bodies, xml
from articles.wire.copy import dateline as datelines
from articles.wire.copy.agencies import is_agency
from articles.wire.copy.names import is_name
from articles.wire.copy.people import people
from articles.wire.formats.newsmlg2.concepts import (
    OWN,
    Concepts,
    Parts,
    concept,
    identified,
    in_language,
    local,
    text,
)
from articles.wire.record import Record
from articles.wire.story import BlockType, PubStatus, Role
from articles.wire.words import tidy

_STATUS = {
    "usable": PubStatus.USABLE,
    "withheld": PubStatus.WITHHELD,
    "held": PubStatus.WITHHELD,
    "hold": PubStatus.WITHHELD,
    "draft": PubStatus.WITHHELD,
    "embargoed": PubStatus.WITHHELD,
    "canceled": PubStatus.CANCELED,
    "cancelled": PubStatus.CANCELED,
    "killed": PubStatus.CANCELED,
    "kill": PubStatus.CANCELED,
    "withdrawn": PubStatus.CANCELED,
    "deleted": PubStatus.CANCELED,
}
_KILLS = frozenset(
    ("kill", "killed", "mandatorykill", "mandatory-kill", "withdraw", "withdrawal", "withdrawn")
)
_KILLS |= {"retract", "retraction", "retracted", "cancel", "canceled", "cancelled", "cancellation"}
_KILLS |= {"delete", "deleted"}
_HOLDS = frozenset(("hold", "withhold", "withheld"))
_CORRECTS = frozenset(("correction", "corrected", "correct", "corrective", "writethru-correction"))
# Reuters tells its editorial status with a letter: new, update, correction, kill, withdrawal, deletion.
_REUTERS = {"k": "kill", "w": "withdrawal", "d": "delete", "c": "correction"}
_SUBHEADS = ("sub", "kicker", "over", "deck", "dach", "second", "alt", "short", "seo", "web", "mobile")
_SUMMARIES = frozenset(
    ("summary", "abstract", "teaser", "lead", "lede", "standfirst", "intro", "introduction")
)
_SUMMARIES |= {"synopsis", "ingress", "deck"}
_ROLES = {
    "photographer": Role.PHOTOGRAPHER,
    "photog": Role.PHOTOGRAPHER,
    "phot": Role.PHOTOGRAPHER,
    "photo": Role.PHOTOGRAPHER,
    "camera": Role.PHOTOGRAPHER,
    "cameraman": Role.PHOTOGRAPHER,
    "editor": Role.EDITOR,
    "editing": Role.EDITOR,
    "desker": Role.EDITOR,
    "translator": Role.TRANSLATOR,
    "translation": Role.TRANSLATOR,
    "author": Role.AUTHOR,
    "writer": Role.AUTHOR,
    "reporter": Role.AUTHOR,
    "journalist": Role.AUTHOR,
    "contributor": Role.CONTRIBUTOR,
}
_PARTIES = ("creator", "contributor")
_MANY = 100  # notes that are looked at one by one
_NO_CREDITS = frozenset(("supplier", "source", "provider", "distributor", "origprov", "redistributor"))
_SEVERAL = re.compile(
    r"\s(?:and|und|et|e|y|og|och|en|&)\s|[,;/]|^(?:by|von|par|por|di|av|door|af)\s", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_PART = re.compile(r"[\s.\-–—_=,:]+$")


def language(item: xml.Element, content: Parts) -> str | None:
    """The language of the content, else that of the item's metadata, else that of its headline."""
    said = [element.get("tag") for element in content.get("language", ())]
    said.append(xml.attribute(item, "lang"))
    said += [xml.attribute(headline, "lang") for headline in content.get("headline", ())[:1]]
    declared = next((tag for tag in map(tidy, filter(None, said)) if tag), "")
    return declared if declared.lower() not in ("", "und", "mul", "zxx") else None


def rights(record: Record, info: list[xml.Element], concepts: Concepts) -> None:
    """Copyright and terms of use; of translations the one in the item's language."""
    notices = [notice for one in info for notice in xml.children(one, "copyrightNotice") if text(notice)]
    if notices:
        record.set("copyright", text(in_language(notices, concepts.language)[0]))
    for one in info:
        for holder in xml.children(one, "copyrightHolder"):
            record.set("copyright", concepts.named(holder))
    terms = [term for one in info for term in xml.children(one, "usageTerms") if text(term)]
    _note_all(record, "usageterms", [text(term) or "" for term in _one_language(terms, concepts.language)])


def _one_language(elements: list[xml.Element], wanted: str | None) -> list[xml.Element]:
    """Those that are no translations of another: of several languages one stays."""
    ranked = in_language(elements, wanted)
    best = (xml.attribute(ranked[0], "lang") or "").lower() if ranked else ""
    return [element for element in elements if (xml.attribute(element, "lang") or "").lower() in ("", best)]


# ── The item ─────────────────────────────────────────────────────────────────────────────────────────────
def management(record: Record, meta: Parts) -> None:
    """Dates, status, embargo, signals and notes to editors."""
    for key, name in (("created", "firstCreated"), ("updated", "versionCreated")):
        for element in meta.get(name, ()):
            record.date(key, element.text)
    for element in meta.get("pubStatus", ()):
        _status(record, concept(element))
    for element in meta.get("embargoed", ()):
        _embargo(record, element)
    signals = {_signal(element) for element in meta.get("signal", ())}
    if signals & _KILLS:
        record.status(PubStatus.CANCELED)
    elif signals & _HOLDS:
        record.status(PubStatus.WITHHELD)
    _notes(record, meta.get("edNote", []), corrects=bool(signals & _CORRECTS))


def _status(record: Record, status: str) -> None:
    found = _STATUS.get(status)
    if found is None and status:
        record.problem("unread-status", f"The publishing status “{status[:60]}” is not known here.")
    elif found and found is not PubStatus.USABLE:
        record.status(found)


def _embargo(record: Record, element: xml.Element) -> None:
    """An embargo with a time is kept by the time; one without, or that cannot be read, holds the story."""
    value = text(element)
    if record.date("embargoed", value) is None and record.get("embargoed") is None:
        record.status(PubStatus.WITHHELD)
        what = (
            "an embargo without an end" if not value else f"an embargo that cannot be read (“{value[:60]}”)"
        )
        record.problem("embargo", f"The item is under {what}, so it is withheld.")


def _signal(element: xml.Element) -> str:
    code, scheme = identified(element)
    if scheme == "edStat" and code:
        return _REUTERS.get(code.lower(), "")
    return concept(element)


def _notes(record: Record, notes: list[xml.Element], *, corrects: bool) -> None:
    """Notes to editors, none that another one repeats; the one that tells of a correction is that as well."""
    said = [(local(note, "role"), words) for note in notes if (words := _note(note))]
    corrections = [
        words
        for role, words in said
        if "correct" in role or "korre" in role or role == "public" or (corrects and not role)
    ]
    flat = [" ".join(words.split()) for _, words in said]
    kept = [
        words
        for (_, words), one in zip(said, flat, strict=True)
        if len(said) > _MANY or not any(one in other for other in flat if len(other) > len(one))
    ]
    _note_all(record, "correction", corrections)
    _note_all(record, "ednote", kept)


def _note_all(record: Record, key: str, texts: list[str]) -> None:
    """Take texts, each once; very many as one."""
    different = list(dict.fromkeys(texts))
    for words in different[:_MANY]:
        record.note(key, words)
    if len(different) > _MANY:
        record.note(key, "\n".join(different[_MANY:]))


def _note(note: xml.Element) -> str | None:
    """A note's text: on one line, or a line for each block where it is marked up. Headings alone are none."""
    if any(xml.name(inner) in _MARKED for inner in note.iterchildren("*")):
        blocks = bodies.from_elements(note.iterchildren("*")).blocks
        if all(block.type is BlockType.HEADING for block in blocks):
            return None
        return "\n".join(block.text for block in blocks)
    return text(note)


_MARKED = frozenset(("section", "div", "p", "ul", "ol", "html", "body"))


@dataclass(frozen=True, slots=True)
class Lines:
    """What has no key of its own: a line below the headline, further headlines, who made a picture."""

    standfirst: str | None
    left: list[str]
    maker: str | None


# ── The content ──────────────────────────────────────────────────────────────────────────────────────────
def content(record: Record, meta: Parts, concepts: Concepts, order: list[xml.Element], kind: str) -> Lines:
    """All that describes the content, but for the description; `kind` is the item's class."""
    for element in meta.get("urgency", ()):
        record.urgency(text(element))
    standfirst, left = _headlines(record, meta.get("headline", []), concepts.language)
    for element in meta.get("slugline", ()):
        record.set("slugline", text(element))
    record.add("keywords", *(text(element) for element in meta.get("keyword", ())))
    _place(record, meta, concepts)
    _source(record, meta, concepts)
    maker = _byline(record, meta, kind)
    printed = frozenset(_words(credit.name) for credit in record.listed("credits"))
    usual = _usual(meta.get("creator", ()), kind)
    for element in order:
        name = xml.name(element)
        if name in ("subject", "genre"):
            concepts.subject(record, element)
        elif name in _PARTIES:
            credited = _credit(record, element, concepts, usual, printed)
            maker = maker or (credited if name == "creator" else None)
    return Lines(standfirst, left, maker)


def _headlines(record: Record, found: list[xml.Element], wanted: str | None) -> tuple[str | None, list[str]]:
    """Take the headline; a line below it, and the other headlines."""
    ranked = sorted(in_language([one for one in found if text(one)], wanted), key=_headline_place)
    if not ranked:
        return None, []
    headline = text(ranked[0])
    record.set("headline", headline)
    below, left = None, []
    for one in ranked[1:]:
        words, role = text(one) or "", local(one, "role")
        if words == headline:
            continue
        if below is None and _headline_place(one)[1] < 3 and (not role or "sub" in role or "deck" in role):
            below = words
        else:
            left.append(words)
    return below, left


def _headline_place(headline: xml.Element) -> tuple[bool, int]:
    """Lesser headlines by their role, or by dpa's rank (2 is below the headline, 3 above)."""
    rank, role = headline.get("rank") or "", local(headline, "role")
    return any(sign in role for sign in _SUBHEADS), int(rank) if rank.isdecimal() and len(rank) < 4 else 1


def descriptions(
    record: Record, found: list[xml.Element], wanted: str | None, *, visual: bool
) -> list[xml.Element]:
    """The description: of a text its summary, of a picture its caption. Those not taken are returned."""

    def place(description: xml.Element) -> int:
        role = local(description, "role")
        if role == "caption":
            return 0 if visual else 4
        return 1 if role in _SUMMARIES else 2 if not role else 3

    ranked = sorted(in_language([one for one in found if text(one)], wanted), key=place)
    if not ranked:
        return []
    said = text(ranked[0]) or ""
    record.set("description", said)
    return [one for one in found if one is not ranked[0] and (text(one) or "") not in said]


def _place(record: Record, meta: Parts, concepts: Concepts) -> None:
    """The place, and the dateline as printed."""
    places = [found for found in map(concepts.named, meta.get("located", ())) if found]
    record.set("located", "/".join(dict.fromkeys(places)))
    dateline(record, next((found for found in map(text, meta.get("dateline", ())) if found), None))


def dateline(record: Record, printed: str | None) -> None:
    """Take a dateline without what parts it from the text, and its place where no other is known."""
    if printed is None:
        return
    bare = _PART.sub("", printed)
    bare = f"{bare}." if printed[len(bare) : len(bare) + 1] == "." else bare
    record.set("dateline", bare)
    if record.get("located") is not None or record.as_told:
        return
    found = datelines.find(f"{bare} - The text.")
    if found and found.located and found.strong:
        record.set("located", bare[slice(*found.located)])
        return
    pieces = list(takewhile(lambda piece: not _DIGIT.search(piece), bare.partition("(")[0].split(",")))
    record.set("located", ",".join(pieces).strip())


def _source(record: Record, meta: Parts, concepts: Concepts) -> None:
    """Whose story it is: the credit line, else the source of the information."""
    for element in meta.get("creditline", ()):
        record.set("source", text(element))
    for element in meta.get("infoSource", ()):
        record.set("source", concepts.named(element))


def provider(record: Record, meta: Parts, concepts: Concepts) -> None:
    """The provider as the source of an item that names no other."""
    for element in meta.get("provider", ()):
        code, scheme = identified(element)
        is_code = scheme is None or not scheme.startswith("http") or "newsprovider" in scheme
        record.set(
            "source", concepts.named(element) or (code if is_code and "/" not in (code or "") else None)
        )


def _byline(record: Record, meta: Parts, kind: str) -> str | None:
    lines = [found for found in map(text, meta.get("by", ())) if found]
    whole = ", ".join(dict.fromkeys(lines)) or None
    if any(element.get(f"{OWN}role") for name in _PARTIES for element in meta.get(name, ())):
        record.set("byline", whole)
    else:
        record.byline(whole, default_role(kind))
    return whole


def default_role(kind: str) -> Role:
    """Who made a picture is its photographer."""
    return Role.PHOTOGRAPHER if kind == "picture" else Role.AUTHOR


def _usual(creators: Iterable[xml.Element], kind: str) -> Role:
    """What a creator is who names no role: beside a photographer who does, no second one."""
    named = any(_ROLES.get(_role(creator)) is Role.PHOTOGRAPHER for creator in creators)
    return Role.AUTHOR if named else default_role(kind)


def _role(element: xml.Element) -> str:
    """The role of a creator or contributor; some put it where his own code belongs."""
    role = local(element, "role")
    if not role and (code := identified(element)[0]) in _ROLES:
        return code or ""
    return role


def _credit(
    record: Record, element: xml.Element, concepts: Concepts, usual: Role, printed: frozenset[frozenset[str]]
) -> str | None:
    """Credit a creator or contributor by name, unless the byline has him the other way round; the name."""
    name = xml.name(element)
    if (told := element.get(f"{OWN}role")) in _ROLES:
        record.credit(concepts.name(element), _ROLES[told], element.get(f"{OWN}place"))
        return None
    role = _role(element)
    if role in _NO_CREDITS:
        return None
    known = _ROLES.get(role, usual if name == "creator" else Role.CONTRIBUTOR)
    found = concepts.name(element)
    if found is None:
        literal = (element.get("literal") or "").strip()
        found = literal if literal and is_name(literal) and not is_agency(literal) else None
    if found is None:
        return None
    for each_name, each_role, place in _people(found, known):
        if _words(each_name) not in printed:  # "Nordahl Ada" below "By Ada Nordahl"
            record.credit(each_name, each_role, place)
    return found


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().replace(",", " ").split())


def _people(name: str, role: Role) -> Iterator[tuple[str, Role, str | None]]:
    """Several names in one field, where it is sure that they are; else the field as it stands."""
    found = people(name, role) if _SEVERAL.search(name) else ()
    if found:
        for credit in found:
            yield credit.name, credit.role, credit.place
    else:
        yield name, role, None
