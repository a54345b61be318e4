"""Addresses in a feed, and the links of an item with what they are to it.

https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7, https://www.rfc-editor.org/rfc/rfc4685 (threads)
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urljoin

from articles.wire import xml
from articles.wire.feeds.names import Fields
from articles.wire.record import Record

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_LONGEST = 4000
_NO_ADDRESSES = ("data:", "file:", "javascript:", "vbscript:", "about:", "blob:")
# For programs that edit or page through feeds.
_FOR_MACHINES = frozenset(
    ["edit", "edit-media", "hub", "next", "prev", "previous", "first", "last", "current", "search", "license"]
)
_REGISTERED = "http://www.iana.org/assignments/relation/"


def address(value: str | None, base: str | None = None) -> str | None:
    """An address without white space around and line ends in it, absolute where a base is known."""
    if not value:
        return None
    value = "".join(value.split("\n")).replace("\r", "").replace("\t", "").strip()
    if not value or len(value) > _LONGEST or value.lower().startswith(_NO_ADDRESSES):
        return None
    if base is None or _SCHEME.match(value):
        return value
    try:
        return urljoin(base, value)
    except ValueError:
        return value


def is_web(value: str | None) -> bool:
    """Is this an absolute address of the web?"""
    return value is not None and value[:8].lower().startswith(("http://", "https://"))


def base_of(element: xml.Element, *others: str | None) -> str | None:
    """What relative addresses in an element are relative to: `xml:base`, else the first of others."""
    fallback = next((other for other in others if is_web(other)), None)
    declared = element.base
    if not declared:
        return fallback
    return address(declared, fallback) or fallback


def from_fields(record: Record, item: Fields, base: str | None) -> str | None:
    """Take the links of an item, and return its canonical address.

    That is FeedBurner's original link, else one that says that it is canonical, else the item's link (Atom:
    its first alternate, one of HTML before others), else a permalink that RSS gives as `guid`.
    """
    main = [_Link(0, "alternate", text, None) for text in item.texts("feedburner:origlink")]
    others: list[_Link] = []
    for element in item.each("link", "atom:link"):
        link = _link(element, base)
        if link is not None:
            (main if link.rank < _OTHER else others).append(link)
    for element in item.each("guid"):
        href = xml.words(element)
        if href and is_web(href) and (element.get("isPermaLink") or "true").strip().lower() != "false":
            main.append(_Link(6, "guid", href, None))
    about = xml.attribute(item.element, "about", "HREF")
    if about and is_web(about):
        main.append(_Link(7, "guid", about, None))
    canonical = min(main, key=lambda link: link.rank, default=None)
    if canonical is not None:
        record.link("canonical", canonical.href, canonical.title)
    for link in main:
        if link.rel == "alternate" and canonical is not None and link.href != canonical.href:
            record.link("alternate", link.href, link.title)
    for link in others:
        record.link(link.rel, link.href, link.title)
    _threads(record, item, base)
    return canonical.href if canonical is not None else None


class _Link(NamedTuple):
    """A link, and how likely it is the item's own page: the lower its rank."""

    rank: int
    rel: str
    href: str
    title: str | None


_OTHER = 9  # the rank of links that are not the item's own page


def _link(element: xml.Element, base: str | None) -> _Link | None:
    """One link, of Atom with `href` or of RSS by its text; None for what is no link for readers."""
    href = address(xml.attribute(element, "href", "resource"), base)
    if not href:
        text = address(xml.words(element), base)
        return _Link(2, "alternate", text, None) if text else None
    rel = (xml.attribute(element, "rel") or "alternate").removeprefix(_REGISTERED).lower()
    title = xml.attribute(element, "title")
    if rel == "canonical":
        return _Link(1, "alternate", href, title)
    if rel == "alternate":
        kind = (element.get("type") or "").lower()
        rank = 2 if "html" in kind else 4 if kind else 3
        return _Link(5 if element.get("hreflang") else rank, rel, href, title)
    if (
        rel == "enclosure"
        or rel in _FOR_MACHINES
        or rel.startswith(("service.", "http://schemas.google.com"))
    ):
        return None
    return _Link(_OTHER, rel, href, title)


def _threads(record: Record, item: Fields, base: str | None) -> None:
    """Comments, what the item answers, and where it was taken from."""
    for text in item.texts("comments"):
        record.link("comments", address(text, base))
    for text in item.texts("pdalink", "amplink", "?:amplink"):
        record.link("alternate", address(text, base))
    for element in item.each("yandex:related"):
        for link in xml.each(element, "link"):
            record.link("related", address(xml.attribute(link, "url"), base), xml.words(link))
    for text in item.texts("wfw:commentrss"):
        record.link("replies", address(text, base))
    for element in item.each("thr:in-reply-to"):
        record.link("in-reply-to", _web_of(element, base, "href", "ref"))
    for element in item.each("source"):
        inner = item.vocabulary.fields(element)
        links = sorted(filter(None, (_link(link, base) for link in inner.each("link"))))
        if href := address(xml.attribute(element, "url"), base) or (links[0].href if links else None):
            record.link("via", href, inner.text("title") if inner.found else xml.words(element))
    for text in item.texts("dc:source"):
        if is_web(text):
            record.link("via", text)
    for text in item.texts("dc:relation", "dcterms:relation"):
        if is_web(text):
            record.link("related", text)
    for element in item.each("podcast:transcript", "podcast:chapters"):
        record.link(element.tag.rpartition("}")[2].lower(), address(xml.attribute(element, "url"), base))


def _web_of(element: xml.Element, base: str | None, *names: str) -> str | None:
    for name in names:
        href = address(xml.attribute(element, name), base if name == "href" else None)
        if href and (name == "href" or is_web(href)):
            return href
    return None
