"""News components: which of them are stories, which pictures, and what text belongs to which."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

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


class Layout:
    """The components of one item: which hold a story's text, and which of those have lines of their own."""

    def __init__(self, item: xml.Element) -> None:
        self._stories: set[xml.Element] = set()
        self._titled: set[xml.Element] = set()
        inner = list(_own(item))
        for component in reversed(inner):  # the inner ones before those around them
            stories = self.stories(component)
            if stories or _holds_text(component):
                self._stories.add(component)
            if _has_lines(component) or any(story in self._titled for story in stories):
                self._titled.add(component)
        self.components = inner  # keeps them alive, so that they stay the same objects

    def is_story(self, component: xml.Element) -> bool:
        """Is there text in it, in whatever component, that is no title, caption or the like?"""
        return component in self._stories

    def stories(self, component: xml.Element) -> list[xml.Element]:
        """The components right inside that hold a story's text."""
        return [child for child in xml.children(component, "NewsComponent") if child in self._stories]

    def inside(self, component: xml.Element) -> list[xml.Element]:
        """The components with a story's text at any depth inside."""
        return [child for child in xml.each(component, "NewsComponent") if child in self._stories]

    def units(self, component: xml.Element) -> list[Unit]:
        """The stories in the outermost component of an item; the component itself where it has no parts.

        Parts with lines of their own are stories of their own: the languages of a release, the items of a
        package. Pictures beside several stories belong to the first in the same language, else to the first.
        """
        return self._units((component,), ())

    def _units(self, chain: tuple[xml.Element, ...], others: tuple[xml.Element, ...]) -> list[Unit]:
        children = list(xml.children(chain[-1], "NewsComponent"))
        stories = [child for child in children if child in self._stories]
        rest = tuple(child for child in children if child not in self._stories)
        titled = [child for child in stories if child in self._titled]
        if not stories:
            lined = [child for child in children if _has_lines(child)]
            if len(lined) == 1:
                beside = tuple(child for child in rest if child is not lined[0])
                return self._units((*chain, lined[0]), (*others, *beside))
        elif len(stories) == 1 and titled:
            return self._units((*chain, stories[0]), (*others, *rest))
        elif len(titled) > 1:
            around = (*chain[:-1], _light(chain[-1]))
            found = [unit for child in titled for unit in self._units((*around, child), ())]
            return _shared(found, (*others, *rest))
        return [Unit(chain, others)]


def _own(item: xml.Element) -> Iterator[xml.Element]:
    """The components of an item in order, without those of items inside it."""
    waiting = list(xml.children(item, "NewsComponent"))
    waiting.reverse()
    while waiting:
        component = waiting.pop()
        yield component
        waiting += reversed(list(xml.children(component, "NewsComponent")))


def _light(component: xml.Element) -> xml.Element:
    """A component without those inside it, for the many stories that stand in it."""
    found = etree.Element(component.tag, dict(component.attrib))
    found.extend(deepcopy(part) for part in component.iterchildren("*") if xml.name(part) != "NewsComponent")
    return found


def _shared(found: list[Unit], others: tuple[xml.Element, ...]) -> list[Unit]:
    """The stories with the components beside them, each given to those that it belongs to."""
    given: dict[str | None, list[xml.Element]] = {}
    languages = [_language(unit.component) for unit in found]
    for other in others:
        language = _language(other)
        given.setdefault(language if language in languages else languages[0], []).append(other)
    first = {language: index for index, language in reversed(list(enumerate(languages)))}
    return [
        Unit(unit.chain, (*unit.others, *given.get(language, ()))) if first[language] == index else unit
        for index, (unit, language) in enumerate(zip(found, languages, strict=True))
    ]


def _language(component: xml.Element) -> str | None:
    said = formal(component, "DescriptiveMetadata", "Language") or xml.attribute(component, "lang")
    return said.lower() if said else None


def _has_lines(component: xml.Element) -> bool:
    lines = xml.child(component, "NewsLines")
    return any(xml.words(line) for line in xml.each(lines, "HeadLine", "Headline"))


def _holds_text(component: xml.Element) -> bool:
    """Is there text right in the component that is a story's, and no picture beside it?"""
    items = list(xml.children(component, "ContentItem"))
    if not items or contents.part(formal(component, "Role")) != contents.BODY:
        return False
    kinds = [contents.kind(item) for item in items]
    if any(kind in contents.PICTURED for kind in kinds):
        return False
    return any(
        kind == "text" and contents.says_something(item) for kind, item in zip(kinds, items, strict=True)
    )


def texts(
    layout: Layout, component: xml.Element, role: str | None = None
) -> Iterator[tuple[str, xml.Element]]:
    """The texts of a story in order: what part each is (`contents.part`), and its content item.

    Of equivalent ones the best is taken; captions stay with their pictures.
    """
    role = formal(component, "Role") or role
    part = contents.part(role)
    items = [item for item in xml.children(component, "ContentItem") if contents.kind(item) == "text"]
    children = [
        child
        for child in xml.children(component, "NewsComponent")
        if layout.is_story(child) or not _has_pictures(child)
    ]
    if (xml.attribute(component, "EquivalentsList") or "").lower() == "yes":
        items = _best(items)
        children = _best_children(layout, children)
    for item in items:
        yield part, item
    for child in children:
        yield from texts(layout, child, role)


def _has_pictures(component: xml.Element) -> bool:
    return any(contents.kind(item) in contents.PICTURED for item in xml.each(component, "ContentItem"))


def _best(items: list[xml.Element]) -> list[xml.Element]:
    marked = [item for item in items if contents.nitf(item) is not None]
    marked += [item for item in items if len(next(xml.each(item, "DataContent"), ()))]
    return (marked or items)[:1]


def _best_children(layout: Layout, children: list[xml.Element]) -> list[xml.Element]:
    """Of the children with a story's text the best, and all others."""
    items = {
        item: child for child in children if layout.is_story(child) for item in xml.each(child, "ContentItem")
    }
    best = [items[item] for item in _best(list(items))]
    return [child for child in children if not layout.is_story(child) or child in best]
