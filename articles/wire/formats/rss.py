"""RSS in all its versions: 0.9 and 1.0 (RDF), 0.91 to 0.94 and 2.0, with the modules that feeds use.

https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/spec,
https://www.rssboard.org/rss-0-9-1-netscape
"""

from __future__ import annotations

from articles.wire import feeds, signs, wordpress, xml
from articles.wire.feeds.items import Feed, feed_of, story
from articles.wire.feeds.names import Vocabulary
from articles.wire.story import Parsed, WireFormat, WireStory

_OF_RDF = ("purl.org/rss/1.0", "purl.org/net/rss1.1", "netscape.com/rdf/simple/0.9")


def sniff(head: bytes) -> bool:
    """Is the root `rss`, or RDF that is of RSS? An export of WordPress only looks like one."""
    found = signs.look(head)
    if found.family is not signs.Family.XML or wordpress.is_export(found):
        return False
    root = found.root.lower()
    if root == "rss":
        return True
    if root == "rdf":
        return any(map(found.namespace, _OF_RDF)) or b"<item>" in found.head or b"<item " in found.head
    if root == "item":  # cut out of its feed
        return b"<title" in found.head.lower() and b"<link" in found.head.lower()
    return root == "channel" and b"<item" in found.head.lower()


def parse(document: bytes, charset: str | None = None, timezone: str = "UTC") -> Parsed:
    """The stories of a feed, one an item; a feed without items has none. Raises `WireError`."""
    tree = xml.load(document, charset)
    stories: list[WireStory] = []
    for root in tree.roots:
        vocabulary = Vocabulary("rss", root)
        beside = next((one for name, one in vocabulary.children(root) if name == "channel"), None)
        channels: dict[xml.Element | None, Feed] = {}
        for element in root.iter("{*}item", "{*}ITEM", "{*}Item"):
            if vocabulary.name(element) != "item" or feeds.is_empty(element):
                continue
            channel = _channel(element, vocabulary)
            channel = beside if channel is None else channel
            if channel not in channels:
                channels[channel] = feed_of(vocabulary.fields(channel), root)
            feed = channels[channel]
            stories.append(story(vocabulary.fields(element), feed, timezone))
    return feeds.parsed("rss", tree, stories, "rss", "rdf", "channel", "item")


def _channel(item: xml.Element, vocabulary: Vocabulary) -> xml.Element | None:
    """The channel that an item stands in; None of one that stands beside it (RSS 0.9 and 1.0)."""
    return next((above for above in item.iterancestors() if vocabulary.name(above) == "channel"), None)


FORMAT = WireFormat(label="RSS", sniff=sniff, parse=parse)
