"""Items of one message joined: pictures to the texts they belong to, texts of a package with each other."""

from __future__ import annotations

from articles.wire.formats.newsmlg2.items import Item, Reference
from articles.wire.story import Media, PubStatus, WireStory


def joined(items: list[Item]) -> list[WireStory]:
    """The stories of a document, in its order.

    A picture that a text or package of the same document refers to is its medium, and no story of its own. A
    package is a story where it has words of its own or where its members are elsewhere.
    """
    known: dict[str, Item] = {}
    for item in items:
        if item.guid and not item.is_package:
            known.setdefault(item.guid, item)
    taken: set[int] = set()  # pictures that are a medium of another story, packages that are told by members
    for item in items:
        if item.is_package:
            _package(item, known, taken)
        else:
            for reference in item.references:
                _refer(item, reference, known, taken)
    return [item.record.story() for item in items if id(item) not in taken]


def _refer(item: Item, reference: Reference, known: dict[str, Item], taken: set[int]) -> None:
    """A link of an item: to a picture in the same document it is a picture, else it stays a link."""
    found = known.get(reference.target or "")
    if found is not None and found is not item and _joins(item, found):
        _take(item, found, taken)
        return
    title = reference.title or (found.record.get("headline") if found and found is not item else None)
    item.record.link(reference.rel, reference.href or reference.target, title)


def _package(package: Item, known: dict[str, Item], taken: set[int]) -> None:
    """A package: its texts get its pictures and link to each other."""
    members = [reference for reference in package.references if reference.rel == "item"]
    present = [(reference, known[reference.target]) for reference in members if reference.target in known]
    texts = [(reference, found) for reference, found in present if not found.is_visual]
    if texts:
        first = {reference.group: found for reference, found in reversed(texts)}
        for reference, found in present:
            text = first.get(reference.group, texts[0][1])  # of its own group, else of the package
            if _joins(text, found):
                _take(text, found, taken)
        main = texts[0][1]
        for _, other in texts[1:]:
            main.record.link("related", other.guid, other.record.get("headline"))
            other.record.link("related", main.guid, main.record.get("headline"))
    own = package.record.get("headline") or package.record.get("description") or package.record.get("body")
    if present and len(present) == len(members) and not own:
        taken.add(id(package))
        return
    for reference in package.references:
        if reference.rel == "item" and not texts:
            _refer(package, reference, known, taken)
        else:
            _refer(package, reference, {}, taken)


def _joins(item: Item, other: Item) -> bool:
    """Can it be a medium of the item: a picture that may be used, and no later than the item itself?"""
    record = other.record
    return (
        other.is_visual
        and not item.is_visual
        and record.get("pubstatus") in (None, PubStatus.USABLE)
        and record.get("embargoed") in (None, item.record.get("embargoed"))
    )


def _take(item: Item, picture: Item, taken: set[int]) -> None:
    """Give an item the media of a picture, with its terms; one without an address stays a story."""
    media: list[Media] = list(picture.record.listed("media"))
    for medium in media:
        item.record.media(medium)
    if media:
        item.record.note("usageterms", picture.record.get("usageterms"))
        item.record.note("ednote", picture.record.get("ednote"))
        taken.add(id(picture))
