"""The content set of an item: its text in any mark-up, and its pictures, videos and sounds by their largest
rendition.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable, Iterator

from articles.wire import bodies, charsets, nitf_body, sayings, xml
from articles.wire.copy.people import people
from articles.wire.errors import WireError
from articles.wire.formats.newsmlg2 import metadata
from articles.wire.formats.newsmlg2.concepts import local, once, text
from articles.wire.record import Record
from articles.wire.story import Block, Media
from articles.wire.words import tidy

VISUAL = frozenset(("picture", "graphic", "video", "audio", "animation"))
_MARKUP = re.compile(
    r"<(?:p|div|br|h[1-6]|ul|ol|table|blockquote|html|body|b|i|strong|em|a)\b[^<>]*>", re.IGNORECASE
)
_PROSE = ("p", "P", "para", "paragraph", "div", "h1", "h2", "h3", "pre", "table", "ul", "ol", "blockquote")
# TT's own vocabulary, as HTML.
_TT = {
    "rubrik": "h2",
    "mellis": "h3",
    "citat": "blockquote",
    "dat": "p",
    "byline": "p",
    "bild": "",
    "bildfil": "",
}
# Infomaker's vocabulary: elements whose type says what they are.
_IDF = {
    "headline": "h1",
    "subheadline": "h2",
    "subheadline1": "h2",
    "subheadline2": "h3",
    "drophead": "h3",
    "blockquote": "blockquote",
    "preformatted": "pre",
}
_RENDITIONS = (
    ("highres", "baseimage", "original", "master", "hires", "full", "main", "print"),
    ("web", "viewimage", "medium", "preview", "lowres", "screen"),
    ("thumbnail", "thumb", "icon", "keyframe"),
)


def read(
    record: Record,
    content: xml.Element | None,
    kind: str,
    maker: str | None = None,
    credit: str | None = None,
) -> None:
    """Take text and media of a content set.

    `kind` is the item's class (`text`, `picture` …), `maker` who made its picture, `credit` its credit line.
    """
    if content is None:
        return
    _text(record, xml.children(content, "inlineXML", "inlineData"))
    parts = [part for part in xml.children(content, "remoteContent") if _address(part)]
    if kind in VISUAL:
        _own_media(record, parts, kind, maker, credit)
    else:
        _attached(record, parts)


Placed = dict[str, tuple[str | None, str | None]]  # identifier of a picture: caption, credit


def placed(content: xml.Element | None) -> Placed:
    """Caption and credit that dpa gives a linked picture where it stands in the text, by its identifier."""
    found = content.iter("{*}dnl-image") if content is not None else ()
    return {
        image.get("ref", ""): (_attribute(image, "caption"), _attribute(image, "creditline"))
        for image in found
    }


def _attribute(element: xml.Element, key: str) -> str | None:
    return tidy(element.get(key) or "") or None


def holds_events(content: xml.Element | None) -> bool:
    """Is there nothing in the content but events?"""
    inside = [
        xml.name(root) for part in xml.children(content, "inlineXML") for root in part.iterchildren("*")
    ]
    return bool(inside) and set(inside) <= {"events", "event"}


# ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────
def _text(record: Record, parts: Iterable[xml.Element]) -> None:
    """Take the first rendition of the text; mark-up goes before plain text."""
    readers = [found for part in parts if (found := _reader(record, part))]
    readers.sort(key=lambda found: found[0])
    for position, (rank, read) in enumerate(readers):
        if read():
            others = sum(one[0] == rank for one in readers[position + 1 :])
            if others:
                record.problem("second-text", f"The text comes {others + 1} times; the first was read.")
            return


_Reader = tuple[int, Callable[[], bool]]
_MARKED_UP, _PLAIN = 0, 1


def _reader(record: Record, part: xml.Element) -> _Reader | None:
    """How a part is read, and how good it is."""
    mimetype = (part.get("contenttype") or "").strip().lower()
    root = next(part.iterchildren("*"), None)
    if root is not None:
        nitf = root if xml.name(root).lower() == "nitf" else next(xml.each(root, "nitf"), None)
        if nitf is None and ("vnd.nitf" in mimetype or "application/nitf" in mimetype):
            nitf = root
        if nitf is not None:
            return _MARKED_UP, lambda: _nitf(record, nitf)
        if _is_data(part):
            name = mimetype or f"an element {xml.name(root)}"
            record.problem("unread-content", f"The content is data and no text ({name}); it was left out.")
            return None
        return _MARKED_UP, lambda: _markup(record, part)
    written = _decoded(record, part, mimetype)
    if not written or not written.strip():
        return None
    if written.lstrip().startswith("<") and ("nitf" in mimetype or "<nitf" in written[:400]):
        return _MARKED_UP, lambda: _written_nitf(record, written)
    if "html" in mimetype or _MARKUP.search(written):
        return _MARKED_UP, lambda: _html(record, written)
    return _PLAIN, lambda: _body(record, bodies.from_text(written))


def _decoded(record: Record, part: xml.Element, mimetype: str) -> str | None:
    """The text of a part without elements; None for what is no text."""
    written = "".join(part.itertext())
    encoding = local(part, "encoding")
    if not encoding or not written.strip():
        return written
    if encoding == "base64":
        try:
            data = base64.b64decode("".join(written.split()), validate=True)
        except ValueError:
            record.problem("unread-content", "A part of the content is no base64, as it says it is.")
            return None
        if mimetype.startswith(("text/", "application/x")) or "nitf" in mimetype:
            try:
                return charsets.decode(data, None).text
            except WireError as error:
                record.problem("unread-content", f"A part of the content cannot be read. {error}")
                return None
    record.problem(
        "unread-content",
        f"A part of the content ({mimetype or 'of no named type'}, {encoding}) is carried in the document"
        " itself; it was left out.",
    )
    return None


def _nitf(record: Record, nitf: xml.Element) -> bool:
    content = nitf_body.read(nitf)
    nitf_body.fill(record, content)
    return bool(content.blocks or content.headline or content.description)


def _written_nitf(record: Record, written: str) -> bool:
    try:
        root = xml.load(written.encode("utf-8"), "utf-8").root
    except WireError:
        return _html(record, written)
    return _nitf(record, root)


def _html(record: Record, written: str) -> bool:
    found = bodies.from_html(written)
    for media in found.media:
        record.media(media)
    for frame in found.frames:
        record.link("embed", frame)
    return _body(record, found.blocks)


def _is_data(part: xml.Element) -> bool:
    """Is there neither prose nor loose text in it: results, events, figures?"""
    root = next(part.iterchildren("*"))
    if xml.name(root).lower() in ("html", "idf", "body", "div", "section", "article", "p", "text"):
        return False
    return next(part.iter(*(f"{{*}}{name}" for name in _PROSE)), None) is None


def _markup(record: Record, part: xml.Element) -> bool:
    """XHTML, and whatever else is written in paragraphs."""
    page = next(part.iter("{*}body", "{*}BODY"), part)
    _once(record, page)
    for element in xml.each(page, "element") if next(part.iter("{*}idf"), None) is not None else ():
        element.tag = _IDF.get(element.get("type") or "", "p")
    swedish = xml.name(page) == "BODY" and next(xml.each(page, "RUBRIK", "BRODTEXT"), None) is not None
    if swedish:
        _tt(record, page)
    else:
        _without_furniture(record, page)
        _dateline(record, page)
        _wired(record, page)
    found = bodies.from_elements([page], _TT if swedish else None)
    for media in found.media:
        record.media(media)
    for element in page.xpath(".//*[@src]"):
        name = xml.name(element).lower()
        if name in ("iframe", "embed") or "-" in name:
            record.link("embed", element.get("src"), element.get("title"))
    if record.get("headline") is None:
        heading = next(page.iter("{*}h1", "{*}RUBRIK"), None)
        title = next(part.iter("{*}title"), None)
        record.set("headline", text(heading) or text(title))
    return _body(record, found.blocks)


def _body(record: Record, blocks: tuple[Block, ...]) -> bool:
    record.body(blocks)
    return bool(blocks)


def _once(record: Record, page: xml.Element) -> None:
    """Decode references that were escaped a second time."""
    changed = False
    if record.as_told or "&" not in "".join(page.itertext()):
        return
    for element in page.iter("*"):
        before = element.text, element.tail
        element.text = once(element.text) if element.text else element.text
        element.tail = once(element.tail) if element.tail else element.tail
        changed = changed or before != (element.text, element.tail)
    if changed:
        record.problem("entity", "References that were escaped twice (such as &amp;quot;) were decoded.")


def _without_furniture(record: Record, page: xml.Element) -> None:
    """Leave out what dpa repeats of the metadata above its text: topics, time, genre, embargo."""
    header = xml.child(page, "header")
    if header is None:
        return
    gone = []
    for element in list(header.iterchildren("*")):
        kind = (element.get("class") or "").split(" ")[0]
        if kind in ("slugline", "publicationDate", "genre", "embargoed"):
            gone.append(", ".join(found for found in map(tidy, element.itertext()) if found))
            header.remove(element)
    said = "; ".join(words for words in gone if words)
    if said:
        record.problem("furniture", f"Metadata repeated above the text was left out: “{said[:600]}”")


def _dateline(record: Record, page: xml.Element) -> None:
    """The dateline that a text marks as one, as dpa does: a mark, not a dash, parts it from what follows."""
    for span in page.iter("{*}span"):
        if span.get("class") == "dateline":
            if record.get("dateline") is None:
                metadata.dateline(record, text(span))
            return


def _wired(record: Record, page: xml.Element) -> None:
    """The head of a text that is one paragraph of many lines, as Reuters sends its older wire."""
    paragraphs = list(page.iter("{*}p"))
    whole = "".join(paragraphs[0].itertext()) if len(paragraphs) == 1 else ""
    if whole.count("\n") > 3:
        sayings.take_lines(record, whole)


def _tt(record: Record, page: xml.Element) -> None:
    """TT: the pictures of a text, its byline and its dateline."""
    for picture in xml.each(page, "BILD"):
        href = xml.value(picture, "BILDFIL")
        if href:
            caption, maker = text(xml.child(picture, "BILDTEXT")), text(xml.child(picture, "BILDSKAPARE"))
            record.media(Media(href, caption=caption, byline=maker))
    for byline in xml.each(page, "BYLINE"):
        printed = text(byline)
        record.set("byline", printed)
        for credit in people((printed or "").partition("/")[0].strip()):  # "Name Name/TT"
            record.credit(credit.name, credit.role, credit.place)
    for dateline in xml.each(page, "DAT"):
        places = [found for found in map(text, xml.children(dateline, "ORT", "SOURCE")) if found]
        for inner in xml.children(dateline, "ORT"):
            inner.tail = f" {inner.tail or ''}"
            record.set("located", text(inner))
        record.set("dateline", ", ".join(places))


# ── Pictures, videos and sounds ──────────────────────────────────────────────────────────────────────────
def _own_media(
    record: Record, parts: list[xml.Element], kind: str, maker: str | None, credit: str | None
) -> None:
    """The picture, video or sound that the item itself is: all parts of its type are renditions of it."""
    wanted = {"picture": "image", "graphic": "image"}.get(kind, kind)
    main = [part for part in parts if _mimetype(part).lower().startswith(wanted)] or parts
    if main:
        best = max(main, key=_size)
        record.media(
            Media(
                _address(best) or "",
                _mimetype(best) or None,
                headline=record.get("headline"),
                caption=record.get("description"),
                byline=maker,
                credit=credit,
                width=_number(best, "width"),
                height=_number(best, "height"),
            )
        )


def _attached(record: Record, parts: list[xml.Element]) -> None:
    """Pictures, videos and sounds that come with a text; a file of text is another form of it."""
    for renditions in _grouped(parts):
        best = max(renditions, key=_size)
        address, mimetype = _address(best) or "", _mimetype(best)
        title = text(xml.child(best, "title"))
        if mimetype.startswith(("text/", "application/")):
            record.link("alternate", address, title)
            continue
        caption = text(xml.child(best, "description"))
        size = _number(best, "width"), _number(best, "height")
        record.media(Media(address, mimetype or None, title, caption, width=size[0], height=size[1]))


def _grouped(parts: list[xml.Element]) -> Iterator[list[xml.Element]]:
    """The renditions of each thing: another type, or the same rendition again, begins the next."""
    group: list[xml.Element] = []
    seen: set[str] = set()
    for part in parts:
        rendition = local(part, "rendition")
        if group and (_major(part) != _major(group[0]) or not rendition or seen & {rendition, ""}):
            yield group
            group, seen = [], set()
        group.append(part)
        seen.add(rendition)
    if group:
        yield group


def _mimetype(part: xml.Element) -> str:
    return (part.get("contenttype") or "").strip()


def _major(part: xml.Element) -> str:
    return _mimetype(part).partition("/")[0].lower()


def _size(part: xml.Element) -> tuple[int, int, int]:
    """By area, then by what the rendition is called, then by bytes."""
    rendition = local(part, "rendition")
    named = next((len(_RENDITIONS) - at for at, names in enumerate(_RENDITIONS) if rendition in names), 0)
    named = named or 2  # unknown names stand between the best and the least
    area = (_number(part, "width") or 0) * (_number(part, "height") or 0)
    return area, named, _number(part, "size", 12) or 0


def _number(part: xml.Element, key: str, digits: int = 6) -> int | None:
    value = (part.get(key) or "").strip()
    return int(value) or None if value.isdecimal() and len(value) <= digits else None


def _address(part: xml.Element) -> str | None:
    """Where the content is to be had: its address, else its identifier."""
    for key in ("href", "residref"):
        if value := tidy(part.get(key) or ""):
            return value
    return text(xml.child(part, "altLoc"))
