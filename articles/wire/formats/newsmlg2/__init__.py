"""NewsML-G2 2.x: messages, news items and packages, as agencies send them.

The standard: https://iptc.org/standards/newsml-g2/ with its guidelines at https://iptc.org/std/NewsML-G2/guidelines/
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from articles.wire import signs, xml
from articles.wire.errors import MalformedDocument, NoStory
from articles.wire.formats.newsmlg2 import items, packages
from articles.wire.story import Parsed, Problem, WireFormat, WireStory

_STORIES = ("newsItem", "packageItem")
_OTHERS = {
    "conceptItem": "a concept",
    "knowledgeItem": "a vocabulary",
    "planningItem": "a plan of coverage",
    "catalogItem": "a catalogue of vocabularies",
}
_MESSAGES = ("newsMessage", "itemSet")
# Parts of an item that stand alone, and the item that they are taken for.
_FRAGMENTS = {"contentSet": "newsItem", "contentMeta": "newsItem", "groupSet": "packageItem"}
_ROOTS = frozenset((*_STORIES, *_OTHERS, *_MESSAGES, *_FRAGMENTS))


def sniff(head: bytes) -> bool:
    """Is the root one of NewsML-G2, in whatever namespace or none?"""
    found = signs.look(head)
    return found.family is signs.Family.XML and found.root in _ROOTS


def parse(document: bytes, charset: str | None = None, timezone: str = "UTC") -> Parsed:
    """Read the stories of a document: its news items, and those packages that are stories of their own.

    An empty message has none. Raises `NoStory` where there are only concepts, plans or vocabularies, and
    other `WireError`s for what cannot be read.
    """
    tree = xml.load(document, charset)
    found = list(_items(tree.roots))
    known = [items.read(element, timezone) for element in found if xml.name(element) in _STORIES]
    silent = [_OTHERS[xml.name(element)] for element in found if xml.name(element) in _OTHERS]
    silent += ["a list of events" for item in known if item.is_event]
    stories = packages.joined([item for item in known if not item.is_event])
    if not stories:
        if silent:
            raise NoStory(f"There is no news story in this document; it holds {_listed(silent)}.")
        if not any(xml.name(root) in _ROOTS for root in tree.roots):
            raise MalformedDocument("There is no item of NewsML-G2 in this document.")
    problems = list(tree.problems)
    if stories and silent:
        problems.append(
            Problem(
                "no-story", f"The message holds more than stories, which was left out: {_listed(silent)}."
            )
        )
    return Parsed("newsmlg2", tree.charset, tree.certainty, tree.text, _told(stories, problems))


def _told(stories: list[WireStory], problems: list[Problem]) -> tuple[WireStory, ...]:
    """The stories, the problems of the whole document with the first of them."""
    if not stories or not problems:
        return tuple(stories)
    return (replace(stories[0], problems=(*problems, *stories[0].problems)), *stories[1:])


def _items(roots: tuple[xml.Element, ...]) -> Iterator[xml.Element]:
    for root in roots:
        name = xml.name(root)
        if name in _STORIES or name in _OTHERS:
            yield root
        elif name in _FRAGMENTS:
            whole = etree.Element(_FRAGMENTS[name])
            whole.append(root)
            yield whole
        else:
            yield from (item for item in xml.each(root, *_STORIES, *_OTHERS) if not _is_content(item))


def _is_content(item: xml.Element) -> bool:
    """Does the item stand in the content of another one?"""
    return next(item.iterancestors("{*}contentSet"), None) is not None


def _listed(kinds: list[str]) -> str:
    counted = {kind: kinds.count(kind) for kind in kinds}
    return ", ".join(kind if count == 1 else f"{kind} ({count} times)" for kind, count in counted.items())


FORMAT = WireFormat(label="NewsML-G2", sniff=sniff, parse=parse)
