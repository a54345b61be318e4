"""News components: which of them are stories, which pictures, and what text belongs to which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.wire import xml
from articles.wire.formats.newsml12 import contents
from articles.wire.formats.newsml12.contents import formal


@dataclass(frozen=True, slots=True)
class Unit:
    """A story: its component with those around it, outermost first, and what stands beside it."""

    chain: tuple[xml.Element, ...]
    others: tuple[xml.Element, ...] = ()  # components of pictures beside those of the chain

    @property
    def component(self) -> xml.Element:
        """The story's own component."""
        return self.chain[-1]


def units(component: xml.Element) -> list[Unit]:
    """The stories in the outermost component of an item; the component itself where it has no parts.

    Parts with lines of their own are stories of their own: the languages of a release, the items of a
    package. Pictures beside several stories belong to those in the same language, else to the first.
    """
    return _units((component,), ())


def _units(chain: tuple[xml.Element, ...], others: tuple[xml.Element, ...]) -> list[Unit]:
    children = list(xml.children(chain[-1], "NewsComponent"))
    stories = [child for child in children if is_story(child)]
    rest = tuple(child for child in children if child not in stories)
    titled = [child for child in stories if _has_lines(child)]
    if not stories:
        lined = [child for child in children if _has_lines(child)]
        if len(lined) == 1:
            return _units((*chain, lined[0]), (*others, *(child for child in rest if child is not lined[0])))
    elif len(stories) == 1 and titled:
        return _units((*chain, stories[0]), (*others, *rest))
    elif len(titled) > 1:
        found = [unit for child in titled for unit in _units((*chain, child), ())]
        return _shared(found, (*others, *rest))
    return [Unit(chain, (*others, *rest))]


def _shared(found: list[Unit], others: tuple[xml.Element, ...]) -> list[Unit]:
    """The stories with the components beside them, each given to those that it belongs to."""
    given: list[list[xml.Element]] = [[] for _ in found]
    for other in others:
        same = [index for index, unit in enumerate(found) if _language(unit.component) == _language(other)]
        for index in same or [0]:
            given[index].append(other)
    return [Unit(unit.chain, (*unit.others, *more)) for unit, more in zip(found, given, strict=True)]


def _language(component: xml.Element) -> str | None:
    said = formal(component, "DescriptiveMetadata", "Language") or xml.attribute(component, "lang")
    return said.lower() if said else None


def _has_lines(component: xml.Element) -> bool:
    lines = xml.child(component, "NewsLines")
    return any(xml.words(line) for line in xml.children(lines, "HeadLine", "Headline"))


def is_story(component: xml.Element) -> bool:
    """Is there text in it, in whatever component, that is no title, caption or the like?"""
    items = list(xml.children(component, "ContentItem"))
    if contents.part(formal(component, "Role")) == contents.BODY:
        kinds = [contents.kind(item) for item in items]
        pictured = any(kind in contents.PICTURED for kind in kinds)
        if not pictured and any(
            kind == "text" and _says_something(item) for kind, item in zip(kinds, items, strict=True)
        ):
            return True
    elif items:
        return False
    return any(is_story(child) for child in xml.children(component, "NewsComponent"))


def _says_something(item: xml.Element) -> bool:
    data = next(xml.each(item, "DataContent"), None)
    return data is not None and any(map(str.strip, data.itertext()))


def texts(component: xml.Element, role: str | None = None) -> Iterator[tuple[str, xml.Element]]:
    """The texts of a story in order: what part each is (`contents.part`), and its content item.

    Of equivalent ones the best is taken; captions stay with their pictures.
    """
    role = formal(component, "Role") or role
    part = contents.part(role)
    items = [item for item in xml.children(component, "ContentItem") if contents.kind(item) == "text"]
    children = [
        child
        for child in xml.children(component, "NewsComponent")
        if is_story(child)
        or not any(contents.kind(item) in contents.PICTURED for item in xml.each(child, "ContentItem"))
    ]
    if (xml.attribute(component, "EquivalentsList") or "").lower() == "yes":
        items = _best(items)
        children = _best_children(children)
    for item in items:
        yield part, item
    for child in children:
        yield from texts(child, role)


def _best(items: list[xml.Element]) -> list[xml.Element]:
    marked = [item for item in items if contents.nitf(item) is not None]
    marked += [item for item in items if len(next(xml.each(item, "DataContent"), ()))]
    return (marked or items)[:1]


def _best_children(children: list[xml.Element]) -> list[xml.Element]:
    """Of the children with a story's text the best, and all others."""
    stories = [child for child in children if is_story(child)]
    items = [item for child in stories for item in xml.each(child, "ContentItem")]
    best = _best(items)
    kept = [child for child in stories if best and best[0] in list(xml.each(child, "ContentItem"))][:1]
    return [child for child in children if child not in stories or child in kept]
