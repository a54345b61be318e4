"""The smaller parts of NITF: pictures, the names marked in a text, and text itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from articles.wire import xml
from articles.wire.story import Media, Problem
from articles.wire.words import tidy

# ── Pictures ─────────────────────────────────────────────────────────────────────────────────────────────
_NO_PICTURES = frozenset(("text", "data", "other"))


def media(parts: Iterable[xml.Element], problems: list[Problem]) -> Iterator[Media]:
    for part in parts:
        for element in part.iter("{*}media"):
            if (xml.attribute(element, "media-type") or "").lower() in _NO_PICTURES:
                continue
            if found := medium(element):
                yield found
            elif caption := joined(xml.children(element, "media-caption")):
                problems.append(
                    Problem("media-without-address", f"A picture has no address; its caption is “{caption}”")
                )


def medium(element: xml.Element) -> Media | None:
    """A `<media>` by its largest `media-reference`; None where it refers to nothing."""
    references = [one for one in xml.children(element, "media-reference") if _address(one)]
    if not references:
        return None
    largest = max(references, key=lambda one: (_number(one, "width") or 0) * (_number(one, "height") or 0))
    kept = {
        (xml.attribute(one, "name") or "").lower(): xml.attribute(one, "value")
        for one in xml.children(element, "media-metadata")
    }
    return Media(
        href=_address(largest) or "",
        mimetype=xml.attribute(largest, "mime-type"),
        headline=kept.get("headline") or kept.get("title") or text(xml.child(element, "hl1")),
        caption=joined(xml.children(element, "media-caption"))
        or kept.get("caption")
        or text(xml.child(element, "media-printcaption"))
        or text(xml.child(element, "media-originalcaption")),
        alt=xml.attribute(largest, "alternate-text", "alt"),
        byline=joined(xml.children(element, "media-producer"))
        or kept.get("byline")
        or text(xml.child(element, "media-byline")),
        credit=xml.attribute(largest, "source-credit", "credit")
        or kept.get("credit")
        or text(xml.child(element, "media-source")),
        width=_number(largest, "width"),
        height=_number(largest, "height"),
    )


def _address(reference: xml.Element) -> str | None:
    found = xml.attribute(reference, "source", "src", "href")
    if found is None and (located := xml.attribute(reference, "data-location")):
        found = None if located.startswith("#") else located
    return found


def pixels(value: str | None) -> int | None:
    """A width or height as a number: `640`, `640px`."""
    digits = (value or "").removesuffix("px").removesuffix("pixels").strip()
    return int(digits) if digits.isdecimal() and len(digits) < 6 and int(digits) else None


def _number(element: xml.Element, name: str) -> int | None:
    return pixels(xml.attribute(element, name))


# ── Names marked in the text ─────────────────────────────────────────────────────────────────────────────
def names(parts: Iterable[xml.Element], kind: str) -> tuple[str, ...]:
    """The persons or organisations in the parts (and the parts themselves), each name once."""
    found: dict[str, None] = {}
    for part in parts:
        for element in part.iter(f"{{*}}{kind}"):
            if name := text(element):
                found[name] = None
    return tuple(found)


def places(parts: Iterable[xml.Element]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for part in parts:
        for element in part.iter("{*}location", "{*}evloc", "{*}city", "{*}country"):
            inner = xml.name(element) in ("city", "country")
            if inner and any(
                xml.name(outer) in ("location", "postaddr") for outer in element.iterancestors()
            ):
                continue
            if name := event_place(element) if xml.name(element) == "evloc" else place(element):
                found[name] = None
    return tuple(found)


def place(location: xml.Element) -> str | None:
    """A location as printed: `Newport News, VA`; parts with nothing between them are parted by commas."""
    whole = text(location)
    if whole is None or not len(location) or "," in whole:
        return whole
    between = (location.text or "") + "".join(part.tail or "" for part in location)
    if between.strip():
        return whole
    return ", ".join(found for found in map(text, location) if found)


def event_place(element: xml.Element) -> str | None:
    """Where the event took place, by the attributes of an `evloc`: its city and state, else what there is."""
    if printed := place(element):
        return printed
    city, state = xml.attribute(element, "city"), xml.attribute(element, "state-prov")
    if city and state and city != state:
        return f"{city}, {state}"
    return city or xml.attribute(element, "county-dist") or state or xml.attribute(element, "iso-cc")


# ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────
_APART = frozenset(
    (
        *("p", "hl1", "hl2", "br", "byttl", "li", "tr", "td", "th", "block"),
        *("story.date", "media-caption", "rights.owner", "copyrite.holder"),
    )
)


def text(element: xml.Element | None) -> str | None:
    """All text in an element on one line, with blanks between its blocks; None where there is none."""
    if element is None:
        return None
    if not len(element):
        return tidy(element.text or "") or None
    parts: list[str] = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        apart = xml.name(part) in _APART
        if event == "start":
            parts += (" ", part.text or "") if apart else (part.text or "",)
        elif part is not element:
            parts += (" ", part.tail or "") if apart else (part.tail or "",)
    return tidy("".join(parts)) or None


def joined(elements: Iterable[xml.Element]) -> str | None:
    """The text of several elements on one line."""
    return " ".join(found for found in map(text, elements) if found) or None
