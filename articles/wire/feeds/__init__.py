"""What the formats of feeds share: names under any prefix, texts that may be HTML, persons, rights, media.

RSS and Atom borrow from each other and from the same modules, so each module is read here once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from articles.wire import xml
from articles.wire.errors import MalformedDocument
from articles.wire.story import Parsed, WireStory


def is_empty(element: xml.Element) -> bool:
    """Is there nothing in an item, neither text nor attributes?"""
    return not any(one.attrib or (one.text and not one.text.isspace()) for one in element.iter())


def parsed(format: str, tree: xml.Tree, stories: Sequence[WireStory], *roots: str) -> Parsed:
    """The stories of a feed with the problems of its document: a feed that breaks off does so in its last.

    A feed without stories is an empty one, but `MalformedDocument` where the root is none of `roots` or where
    the XML is broken.
    """
    found = list(stories)
    if not found:
        if not any(xml.name(root).lower() in roots for root in tree.roots):
            raise MalformedDocument(f"The root is {xml.name(tree.root)}, which is no feed of this format.")
        broken = next((problem for problem in tree.problems if problem.code == "malformed-xml"), None)
        if broken:
            raise MalformedDocument(f"There is no whole item in this feed. {broken.message}")
    for problem in tree.problems:
        if found:
            index = -1 if problem.code == "malformed-xml" and xml.BREAKS_OFF in problem.message else 0
            found[index] = replace(found[index], problems=(problem, *found[index].problems))
    return Parsed(format, tree.charset, tree.certainty, tree.text, tuple(found))
