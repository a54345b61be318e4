"""One item of G2, read on its own: a story being put together, and what it points to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.wire import bodies, sayings, xml
from articles.wire.formats.newsmlg2 import content, metadata
from articles.wire.formats.newsmlg2.concepts import OWN, Concepts, Parts, concept, local, parts, text
from articles.wire.record import Record
from articles.wire.story import Media
from articles.wire.words import tidy


@dataclass(slots=True)
class Reference:
    """Another document that an item points to; `group` numbers the group of a package it stands in."""

    rel: str
    target: str | None  # the identifier of an item
    href: str | None
    title: str | None
    group: int = 0


@dataclass(slots=True)
class Item:
    """An item: its class (`text`, `picture`, `composite` …), its record, its references in order."""

    kind: str
    record: Record
    is_package: bool = False
    is_event: bool = False
    references: list[Reference] = field(default_factory=list)

    @property
    def guid(self) -> str | None:
        """The item's identifier."""
        found = self.record.get("uri")
        return str(found) if found else None

    @property
    def is_visual(self) -> bool:
        """Is it a picture, video or sound, and nothing else?"""
        return self.kind in content.VISUAL and not self.is_package


def read(element: xml.Element, timezone: str) -> Item:
    """Read a news item or package. Items within one message are joined later."""
    record = Record(timezone)
    record.profile(element.get(f"{OWN}profile"))
    found = parts(element)
    meta = parts(_first(found, "itemMeta"))
    described = parts(*found.get("contentMeta", ()))
    language = metadata.language(element, described)
    concepts = Concepts(found, language)
    item = Item(_kind(meta), record, is_package=xml.name(element) == "packageItem")
    record.set("uri", xml.attribute(element, "guid"))
    record.set("version", xml.attribute(element, "version"))
    record.set("language", language)
    metadata.management(record, meta)
    metadata.rights(record, found.get("rightsInfo", []), concepts)
    order = [inner for one in found.get("contentMeta", ()) for inner in one.iterchildren("*")]
    lines = metadata.content(record, described, concepts, order, item.kind)
    metadata.provider(record, meta, concepts)
    further = metadata.descriptions(record, described.get("description", []), language, visual=item.is_visual)
    content_set = _first(found, "contentSet")
    credit = text(_first(described, "creditline"))
    content.read(record, content_set, item.kind, maker=lines.maker, credit=credit)
    _complete(record, meta, lines)
    if not item.is_visual:
        sayings.take(record)
    _further(record, further, item.kind)
    placed = content.placed(content_set)
    for link in meta.get("link", ()):
        item.references += _linked(record, link, placed=placed)
    if item.is_package:
        _package(item, element)
    item.is_event = record.get("headline") is None and content.holds_events(content_set)
    return item


def _first(found: Parts, name: str) -> xml.Element | None:
    return next(iter(found.get(name, ())), None)


def _kind(meta: Parts) -> str:
    """The class of an item: `text` where it does not tell."""
    element = _first(meta, "itemClass")
    return concept(element) if element is not None else "text"


def _complete(record: Record, meta: Parts, lines: metadata.Lines) -> None:
    """What stands elsewhere is taken from there; headlines that found no place are told."""
    left = list(lines.left)
    if lines.standfirst and record.get("description"):
        left.insert(0, lines.standfirst)
    record.set("description", lines.standfirst)
    for title in meta.get("title", ()):
        words = text(title)
        if not local(title, "role") and words != record.get("slugline"):
            record.set("headline", words)
    said = {block.text for block in record.get("body") or ()}
    _tell(record, "second-headline", "There is another headline", [one for one in left if one not in said])


def _further(record: Record, descriptions: list[xml.Element], kind: str) -> None:
    """More descriptions: of a film without text its script and shotlist are the text."""
    if descriptions and kind in ("video", "audio") and not record.get("body"):
        record.body(bodies.from_elements(descriptions, {"description": "p"}).blocks)
        return
    words = [f"{local(one, 'role') or 'no role'}: {text(one)}" for one in descriptions]
    _tell(record, "second-description", "There is another description", words)


def _tell(record: Record, code: str, what: str, texts: list[str]) -> None:
    """Tell what has no place, in one problem."""
    if texts:
        more = f" and {len(texts) - _TOLD} more" if len(texts) > _TOLD else ""
        record.problem(code, f"{what}: {'; '.join(f'“{one}”' for one in texts[:_TOLD])}{more}")


_TOLD = 40  # texts that a problem quotes


# ── References ───────────────────────────────────────────────────────────────────────────────────────────
def _package(item: Item, package: xml.Element) -> None:
    """The members of a package; what it says of them but for a title has no key."""
    said: list[str] = []
    for group, member in _members(package):
        found = list(_linked(item.record, member, group))
        item.references += found
        said += [words for words in map(_caption, xml.children(member, "description")) if words and found]
    _tell(item.record, "member-description", "Members of the package are described", said)


def _members(package: xml.Element) -> Iterator[tuple[int, xml.Element]]:
    """The members of a package with the number of their group; some hang them on the package itself."""
    for member in xml.children(package, "itemRef"):
        yield 0, member
    groups = list(xml.each(xml.child(package, "groupSet"), "group"))
    for number, group in enumerate(groups, 1):
        for member in xml.children(group, "itemRef"):
            yield number, member


def _linked(
    record: Record, element: xml.Element, group: int = 0, placed: content.Placed | None = None
) -> Iterator[Reference]:
    """The reference that a link or member of a package is; one to a picture's own address is a picture.

    What is said of a picture where it is `placed` in the text goes before what the link says.
    """
    target = tidy(element.get("residref") or element.get("guidref") or "") or None
    href = tidy(element.get("href") or "") or None
    inner = parts(element)
    title = next(
        (found for name in ("title", "headline", "a") for found in map(text, inner.get(name, ())) if found),
        None,
    )
    mimetype = (element.get("contenttype") or "").strip().lower()
    kind = concept(_first(inner, "itemClass")) if "itemClass" in inner else ""
    pictured = kind in content.VISUAL or mimetype.partition("/")[0] in ("image", "video", "audio")
    file = next(
        (found for name in ("filename", "fileName") for found in map(text, inner.get(name, ()))), None
    )
    address = href or (file if xml.name(element) != "itemRef" else None)
    captions = [found for found in map(_caption, inner.get("description", ())) if found]
    if pictured and address:
        caption, credit = (placed or {}).get(target or "", (None, None))
        if caption is None:
            caption = captions[0] if captions else title if _is_caption(inner) else None
        headline = None if _is_caption(inner) else title
        record.media(Media(address, mimetype or None, headline, caption, credit=credit))
        return
    rel = "item" if xml.name(element) == "itemRef" else _relation(record, element, target)
    if target or href:
        yield Reference(rel, target, href, title, group)


def _caption(description: xml.Element) -> str | None:
    """The caption without the link that some hang on it (`Click here for high-resolution version`)."""
    for link in xml.children(description, "a"):
        if not tidy(link.tail or "") and (words := tidy(description.text or "")):
            return words
    return text(description)


def _is_caption(inner: Parts) -> bool:
    title = _first(inner, "title")
    return title is not None and local(title, "role") == "caption"


def _relation(record: Record, link: xml.Element, target: str | None) -> str:
    """The relation without its scheme: `irel:seeAlso` is `seeAlso`. An item's own identifier is its past."""
    rel = (link.get("rel") or link.get("reluri") or "").strip().rstrip("/")
    for mark in (":", "/", "#"):
        rel = rel.rpartition(mark)[2]
    if rel:
        return rel
    return "previousVersion" if target and target == record.get("uri") else "related"
