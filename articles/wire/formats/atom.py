"""Atom 1.0 and 0.3, as a feed or as one entry alone.

https://www.rfc-editor.org/rfc/rfc4287, https://www.rfc-editor.org/rfc/rfc4685 (threads),
https://www.rfc-editor.org/rfc/rfc6721 (deleted entries), https://www.mnot.net/drafts/draft-nottingham-atom-format-02.html
"""

from __future__ import annotations

from articles.wire import feeds, signs, xml
from articles.wire.feeds.items import feed_of, story
from articles.wire.feeds.names import Vocabulary
from articles.wire.record import Record
from articles.wire.story import Parsed, PubStatus, WireFormat, WireStory

_NAMESPACES = ("w3.org/2005/Atom", "purl.org/atom/ns")


def sniff(head: bytes) -> bool:
    """Is the root Atom's `feed` or `entry`? Without a namespace of its own a `feed` is taken for one."""
    found = signs.look(head)
    if found.family is not signs.Family.XML or found.root.lower() not in ("feed", "entry"):
        return False
    if any(map(found.namespace, _NAMESPACES)):
        return True
    return found.root.lower() == "feed" or b"<title" in found.head


def parse(document: bytes, charset: str | None = None, timezone: str = "UTC") -> Parsed:
    """The stories of a feed, one an entry; a feed without entries has none. Raises `WireError`."""
    tree = xml.load(document, charset)
    stories: list[WireStory] = []
    for root in tree.roots:
        vocabulary = Vocabulary("atom", root)
        lone = vocabulary.name(root) == "entry"
        fields = vocabulary.fields(None if lone else root)
        feed = feed_of(fields, root)
        for element in root.iter("{*}entry", "{*}item", "{*}deleted-entry"):
            name = vocabulary.name(element)
            if name == "at:deleted-entry":
                stories.append(_deleted(element, timezone))
            elif name in ("entry", "item") and not feeds.is_empty(element):
                item = vocabulary.fields(element)
                source = vocabulary.fields(item.first("source"))
                stories.append(story(item, feed, timezone, source, fields))
    return feeds.parsed("atom", tree, stories, "feed", "entry")


def _deleted(element: xml.Element, timezone: str) -> WireStory:
    """An entry that its source has withdrawn."""
    record = Record(timezone)
    record.status(PubStatus.CANCELED)
    record.set("uri", xml.attribute(element, "ref"))
    record.date("updated", xml.attribute(element, "when"))
    record.note("ednote", xml.value(element, "comment"))
    return record.story()


FORMAT = WireFormat(label="Atom", sniff=sniff, parse=parse)
