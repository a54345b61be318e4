"""The elements of a feed by short names of ours: `title`, `dc:creator`, `media:content`.

Feeds bind a namespace to any prefix, spell its address in several ways, or forget to declare it. What belongs
to a vocabulary that is not known here is named `?:…`, so that its `title` is never taken for the item's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from articles.wire import xml

# Addresses in small letters, without scheme, `www.` and closing `/` or `#`.
_PREFIXES = {
    "": "",
    "purl.org/rss/1.0": "rss",
    "purl.org/net/rss1.1": "rss",
    "my.netscape.com/rdf/simple/0.9": "rss",
    "channel.netscape.com/rdf/simple/0.9": "rss",
    "my.netscape.com/publish/formats/rss-0.91.dtd": "rss",
    "blogs.law.harvard.edu/tech/rss": "rss",
    "cyber.law.harvard.edu/rss/rss.html": "rss",
    "w3.org/2005/atom": "atom",
    "purl.org/atom/ns": "atom",
    "w3.org/2007/app": "app",
    "purl.org/atom/app": "app",
    "purl.org/atompub/tombstones/1.0": "at",
    "purl.org/syndication/thread/1.0": "thr",
    "purl.org/rss/1.0/modules/content": "content",
    "purl.org/rss/1.0/modules/slash": "slash",
    "purl.org/rss/1.0/modules/link": "l",
    "purl.oclc.org/net/rss_2.0/enc": "enc",
    "purl.org/dc/elements/1.0": "dc",
    "purl.org/dc/elements/1.1": "dc",
    "dublincore.org/documents/dcmi-namespace": "dc",  # GlobeNewswire
    "purl.org/metadata/dublin_core": "dc",
    "purl.org/dc/terms": "dcterms",
    "purl.org/rss/1.0/modules/dcterms": "dcterms",
    "search.yahoo.com/mrss": "media",
    "video.search.yahoo.com/mrss": "media",
    "tools.search.yahoo.com/mrss": "media",
    "search.yahoo.com/mrss/media": "media",
    "rssboard.org/media-rss": "media",
    "itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "itunes.com/dtds/podcast-1.0": "itunes",
    "example.com/dtds/podcast-1.0.dtd": "itunes",
    "podcastindex.org/namespace/1.0": "podcast",
    "github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
    "google.com/schemas/play-podcasts/1.0": "googleplay",
    "georss.org/georss": "georss",
    "wellformedweb.org/commentapi": "wfw",
    "rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "news.yandex.ru": "yandex",
    "turbo.yandex.ru": "turbo",
    "web.resource.org/cc": "cc",
    "creativecommons.org/ns": "cc",
    "backend.userland.com/creativecommonsrssmodule": "creativecommons",
    "cyber.law.harvard.edu/rss/creativecommonsrssmodule.html": "creativecommons",
    "w3.org/1999/xhtml": "xhtml",
    "w3.org/1999/02/22-rdf-syntax-ns": "rdf",
}
# Prefixes of feeds that bind them to nothing; `xml.load` then binds them to themselves.
_UNBOUND = frozenset(_PREFIXES.values()) | {"prism"}
_ALIASES = {"a10": "atom", "media-rss": "media", "mrss": "media", "cc": "creativecommons"}


@lru_cache(maxsize=256)
def _prefix(address: str) -> str:
    """Our prefix for the address of a namespace; `?` where it is not known."""
    key = address.strip().lower()
    for beginning in ("http://", "https://", "www."):
        key = key.removeprefix(beginning)
    key = key.rstrip("/#")
    if key in _PREFIXES:
        return _PREFIXES[key]
    if key in _UNBOUND or key in _ALIASES:
        return _ALIASES.get(key, key)
    if key.startswith("prismstandard.org/"):
        return "prism"
    if key.startswith(("ap.org/schemas/", "feed.wenn.com/")):
        return "agency"
    return "rss" if key.startswith(("backend.userland.com/rss", "backend.userland.com/rss2")) else "?"


@lru_cache(maxsize=4096)
def _named(tag: str, core: str, own: str) -> str:
    address, _, local = tag[1:].rpartition("}") if tag[0] == "{" else ("", "", tag)
    prefix = "" if address == own else _prefix(address)
    return local.lower() if prefix in ("", core) else f"{prefix}:{local.lower()}"


class Vocabulary:
    """The names of one document: `core` is `rss` or `atom`, whose elements go without a prefix.

    The namespace of the root is the core's too, whatever it is.
    """

    def __init__(self, core: str, root: xml.Element) -> None:
        self.core = core
        inner = xml.child(root, "channel") if xml.name(root).lower() == "rdf" else root
        self.own = "" if inner is None else xml.namespace(inner)

    def name(self, element: xml.Element) -> str:
        """The short name of an element."""
        return _named(element.tag, self.core, self.own)

    def children(self, element: xml.Element) -> Iterator[tuple[str, xml.Element]]:
        """The children of an element with their short names, in the document's order."""
        core, own = self.core, self.own
        for child in element.iterchildren("*"):
            yield _named(child.tag, core, own), child

    def fields(self, element: xml.Element | None) -> Fields:
        """The children of an item or channel, to be asked for by name."""
        return Fields(self, element)


class Fields:
    """The children of one element by their short names. Nothing is told of an element that is None."""

    def __init__(self, vocabulary: Vocabulary, element: xml.Element | None) -> None:
        self.vocabulary = vocabulary
        self.element = element
        self.found: dict[str, list[xml.Element]] = {}
        if element is not None:
            for name, child in vocabulary.children(element):
                self.found.setdefault(name, []).append(child)

    def each(self, *names: str) -> list[xml.Element]:
        """The children of these names: those of the first name first."""
        found = self.found
        if found.keys().isdisjoint(names):
            return []
        return [element for name in names if name in found for element in found[name]]

    def first(self, *names: str) -> xml.Element | None:
        """The first child of the first name that there is."""
        found = self.found
        return next((found[name][0] for name in names if name in found), None)

    def texts(self, *names: str) -> list[str]:
        """The texts of these children, on one line each, without empty ones."""
        return [text for element in self.each(*names) if (text := xml.words(element))]

    def text(self, *names: str) -> str | None:
        """The first text of these children that is not empty."""
        return next((text for element in self.each(*names) if (text := xml.words(element))), None)
