"""NewsML 1.0 to 1.2, the IPTC's envelope of 2000 to 2003: items, components in components, any content.

https://iptc.org/standards/newsml-1/ and
https://www.iptc.org/std/NewsML/1.2/documentation/NewsML_1.2-doc-Guidelines_1.00.pdf
"""

from __future__ import annotations

from dataclasses import replace

from articles.wire import signs, xml
from articles.wire.errors import NoStory
from articles.wire.formats.newsml12 import items
from articles.wire.story import Parsed, WireFormat


def sniff(head: bytes) -> bool:
    """Is the root element `NewsML`, or a `NewsItem` of it by itself? That of NewsML-G2 is `newsItem`."""
    found = signs.look(head)
    if found.family is not signs.Family.XML:
        return False
    if found.root == "NewsItem":
        return not found.namespace("/nar/")
    return found.root.lower() == "newsml" and not found.namespace("/nar/")


def parse(document: bytes, charset: str | None = None, timezone: str = "UTC") -> Parsed:
    """Read the stories of all news items; a document without any raises a `WireError`."""
    tree = xml.load(document, charset)
    stories = items.stories(tree.roots, timezone)
    if not stories:
        raise NoStory("There is no story in this NewsML document.")
    stories[0] = replace(stories[0], problems=tree.problems + stories[0].problems)
    return Parsed("newsml12", tree.charset, tree.certainty, tree.text, tuple(stories))


FORMAT = WireFormat(label="NewsML 1", sniff=sniff, parse=parse)
