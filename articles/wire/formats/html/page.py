"""A page as a tree: decoded by what it declares and what its bytes show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from articles.markup import attributes
from articles.wire import charsets
from articles.wire.charsets import Decoded
from articles.wire.errors import MalformedDocument, UnknownCharset
from articles.wire.formats.html.vocabulary import hints, word_set
from articles.wire.story import Problem
from articles.wire.words import tidy

Element = Any  # lxml has no types of its own

_HEAD = 8192  # bytes in which the charset is declared
_META = re.compile(
    rb"""<(?:meta\s[^>]{0,300}?charset|\?xml\s[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NESTING = re.compile(
    r"</?(?:font|b|i|u|s|span|em|strong|small|big|center|div|section|a|tt|code|dl|dd|ul|ol|blockquote|table|tbody|tr|td)\b"
    r"[^<>]{0,2000}>",
    re.IGNORECASE,
)
_UNREAD = ("style", "template", "iframe", "object", "embed", "svg", "canvas", "math", "select", "textarea")
_ADDRESS = re.compile(r"https?://[^\s/]+", re.IGNORECASE)
_WHOLE = 1 << 62  # characters: all of them
MOST_TEXT = 400  # characters of what is printed around a text: bylines, dates, titles


@dataclass(frozen=True, slots=True)
class Page:
    """The tree of a page, and where its addresses start from ("" where the page does not tell)."""

    root: Element
    decoded: Decoded
    canonical: str | None
    base: str
    problems: tuple[Problem, ...] = ()

    def absolute(self, href: str | None) -> str:
        """An address in full where the page's own is known, else as written; "" for what is none."""
        href = "".join((href or "").split())
        if not href or href.startswith(("data:", "javascript:", "about:", "blob:")):
            return ""
        return joined(self.base, href)


def joined(base: str, href: str) -> str:
    """`href` seen from `base`; as it is where there is no base, or it cannot be joined."""
    if not base:
        return href
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def load(document: bytes, charset: str | None = None) -> Page:
    """Read a page; `charset` is believed before the page's own word, the bytes before both."""
    declared = _META.search(document[:_HEAD])
    label = charset or (_usable(declared[1].decode("ascii", "replace")) if declared else None)
    decoded = charsets.decode(document, label)
    opening = _XML_DECLARATION.match(decoded.text)
    text = _CONTROLS.sub("", decoded.text[opening.end() :] if opening else decoded.text)
    root, whole = _tree(text)
    problems: tuple[Problem, ...] = ()
    if not whole:
        root, _ = _tree(_NESTING.sub(" ", text))
        problems = (
            Problem("malformed-html", "The elements of this page nest too deep; some were opened up."),
        )
    if root is None:
        raise MalformedDocument("There is no element in this page.")
    canonical = _canonical(root)
    base = next((one.get("href") for one in root.iter("base") if one.get("href")), None)
    full = next((one for one in (base, canonical) if one and _ADDRESS.match(one)), "")
    return Page(root, decoded, canonical, full, decoded.problems + problems)


def _tree(text: str) -> tuple[Element, bool]:
    """The root of a text, None where there is none; and was all of it read?"""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root = etree.fromstring(attributes.fewer(text).encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise MalformedDocument("Nothing of this page can be read.") from error
    return root, not parser.error_log.filter_from_fatals()


def _usable(label: str) -> str | None:
    """The declared charset if there is one of that name; UTF-16 declared in readable bytes cannot be true."""
    if label.lower().startswith(("utf-16", "utf16", "ucs-2")):
        return None
    try:
        return charsets.known(label)
    except UnknownCharset:
        return None


def _canonical(root: Element) -> str | None:
    """The page's own address as it declares it: a canonical link, else Open Graph's `og:url`."""
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and _ADDRESS.match(link.get("href") or ""):
            return str(link.get("href")).strip()
    for meta in root.iter("meta"):
        if (meta.get("property") or meta.get("name") or "").lower() == "og:url":
            address = (meta.get("content") or meta.get("value") or "").strip()
            if _ADDRESS.match(address):
                return address
    return None


def without_unread(root: Element) -> None:
    """Take out what holds no text for readers; pictures in `noscript` come to stand in its place."""
    for one in list(root.iter("noscript")):
        if one.find(".//img") is None:
            one.text = None
            del one[:]
        else:
            one.tag = "span"
    etree.strip_elements(root, "script", *_UNREAD, with_tail=False)
    _spans_parted(root)


_PARTED = ("div", "section", "address", "a", "header", "footer")


def _spans_parted(root: Element) -> None:
    """Put the blank between two spans that only the style of the page shows (`Jane Doe|Merrow Post`)."""
    for one in root.iter("span"):
        following = one.getnext()
        if following is None or one.tail or following.tag != "span" or len(one):
            continue
        left, right = (one.text or "")[-3:], (following.text or "")[:1]
        if left.isalpha() and left[1:].islower() and right.isupper() and one.getparent().tag in _PARTED:
            one.tail = " "


def marks(element: Element) -> str:
    """Class names, id and the roles that RDFa and microdata give, in one string."""
    get = element.get
    found = get("class"), get("id"), get("data-component"), get("data-testid")
    return " ".join(filter(None, found)).strip() if any(found) else ""


def words_of(element: Element) -> frozenset[str]:
    """The words of an element's class names and id."""
    found = marks(element)
    return hints(found) if found else frozenset()


def text_of(element: Element, most: int = MOST_TEXT) -> str:
    """The text in an element on one line, a blank between its blocks; cut where it is long."""
    if len(element) and any(one.tag in _PARTING for one in islice(element.iterdescendants("*"), 40)):
        return " ".join(pieces(element, length=most))[:most]
    parts: list[str] = []
    size = 0
    for part in element.itertext():
        parts.append(part)
        size += len(part)
        if size > 4 * most:
            break
    return spaced("".join(parts))[:most]


_LOST_BLANK = re.compile(r"(?<=[^\W\d_]{2})\((?=[^\W\d_]{3})")


def spaced(text: str) -> str:
    """The text on one line; a blank that only the page's style put before a bracket is put there."""
    text = tidy(text)
    return _LOST_BLANK.sub(" (", text) if "(" in text and not text.isupper() else text


_PARTING = word_set(
    """
    p div li ul ol br tr td th table section article header footer h1 h2 h3 h4 h5 h6 figure
    figcaption dd dt dl time blockquote address aside
    """
)


def pieces(element: Element, most: int = 60, length: int = _WHOLE) -> list[str]:
    """The texts in an element that blocks, breaks and times part from each other, the first of them.

    No more than `most` are given, nor further ones when they hold `length` characters.
    """
    found: list[str] = []
    open_piece: list[str] = []
    for event, one in etree.iterwalk(element, events=("start", "end")):
        if open_piece and one.tag in _PARTING:
            if text := spaced("".join(open_piece)):
                found.append(text)
                length -= len(text)
                if len(found) >= most or length < 0:
                    return found
            open_piece.clear()
        if event == "start":
            if one.text:
                open_piece.append(one.text)
        elif one.tail and one is not element:
            open_piece.append(one.tail)
    if text := spaced("".join(open_piece)):
        found.append(text)
    return found


def ancestors(element: Element, most: int = 40) -> Iterator[Element]:
    """The elements around an element, the nearest first."""
    for _ in range(most):
        element = element.getparent()
        if element is None:
            return
        yield element


def clean(text: str) -> str:
    """The text without control characters, which references may have put into it."""
    return text if text.isprintable() else _CONTROLS.sub("", text)


def drop(element: Element) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    if tail:
        tail = clean(tail)
        before = element.getprevious()
        if before is not None:
            before.tail = clean(before.tail or "") + tail
        else:
            parent.text = clean(parent.text or "") + tail
        element.tail = None
    parent.remove(element)
