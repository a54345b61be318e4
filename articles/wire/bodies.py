"""The body of a story from mark-up: HTML in a string, elements of XML, or plain text with blank lines.

What comes out is the canonical HTML of `markup`, block by block, and the pictures that stood in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import unescape
from itertools import islice

from lxml import etree

from articles import markup
from articles.markup import attributes
from articles.markup.characters import BLANKS, INVISIBLE, squeeze
from articles.markup.tree import absolute
from articles.wire import xml
from articles.wire.story import Block, BlockType, Media
from articles.wire.words import paragraphs, tidy

_SIZE = re.compile(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$")
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
_CREDIT = re.compile(r"(?:^|[\s_-])(?:attribution|byline|credits?|photographer)(?:$|[\s_-])")
_RENDITION = re.compile(r",\s+|,(?=https?:|/)")
_LINKS = frozenset(("a", "{http://www.w3.org/1999/xhtml}a"))
_LINK_DEPTH = 4  # elements between a picture and its link
_UNSEEN = re.compile(r"(?<![\w-])width\s*:\s*[0-3](?:px|\s*(?:;|$))", re.IGNORECASE)
_TINY = 3  # pixels up to which a picture counts readers and shows nothing
_COUNTERS = (
    "cts.businesswire.com/ct/",
    "globenewswire.com/newsroom/ti?",
    "/cision_tracking",
    "rt.prnewswire.com/",
)
# A picture by whose link readers recommend a story elsewhere is none of the story's.
_SHARING = re.compile(
    r"//(?:[\w-]+\.)?(?:(?:twitter|x)\.com/(?:home\?status|intent/|share)|facebook\.com/(?:sharer?|dialog)\b"
    r"|plus\.google\.com/share|linkedin\.com/share|reddit\.com/submit|digg\.com/submit|del\.?icio\.?us/post"
    r"|delicious\.com/(?:post|save)|stumbleupon\.com/submit|add(?:toany|this)\.com/|pinterest\.com/pin/create"
    r"|vk\.com/share|t\.me/share|feeds\.wordpress\.com/)",
    re.IGNORECASE,
)
_PICTURE_FILE = re.compile(r"[^?#]*\.(?:jpe?g|png|gif|webp|avif|tiff?)(?:[?#]|$)", re.IGNORECASE)
# Pages about a picture whose addresses end like a file's.
_PICTURE_PAGES = re.compile(r"/wiki/|/s\d+-h/|/File:", re.IGNORECASE)
# A player that plays no part in a text; libxml2 would take what follows for its content.
_EMBED = re.compile(r"</?embed\b[^>]*>", re.IGNORECASE)
_DEEP = 250  # elements in one another that libxml2 reads; with more it gives up on the document


@dataclass(frozen=True, slots=True)
class Body:
    """Blocks in order, the pictures, videos and sounds that stood among them, and the addresses of frames
    in which other sites show theirs.
    """

    blocks: tuple[Block, ...]
    media: tuple[Media, ...] = ()
    frames: tuple[str, ...] = ()


def from_html(html: str, base: str | None = None) -> Body:
    """The body that a string of HTML is: a feed's content, a mail's part. `base` makes its links absolute."""
    if "<" not in html:
        text = squeeze(unescape(html)).strip(BLANKS)
        return Body(_blocks(markup.blocks(markup.paragraph(text))) if text.strip(INVISIBLE) else ())
    if "\0" in html:
        html = html.replace("\0", "")
    if "embed" in html or "EMBED" in html:
        html = _EMBED.sub("", html)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = etree.fromstring(attributes.fewer(html).encode("utf-8", "replace"), parser)
    if root is None:
        return Body(())
    if html.count("<") > _DEEP and parser.error_log.filter_from_fatals():
        return Body(_blocks(markup.blocks(markup.clean(html, figures=False))))
    return from_elements([root], base=base)


def from_elements(
    elements: Iterable[xml.Element], names: Mapping[str, str] | None = None, base: str | None = None
) -> Body:
    """The body that elements are, of HTML, XHTML or any other vocabulary.

    `names` says what HTML element a local name stands for (`hl2` → `h2`); "" leaves an element out with all
    in it, and a name that is not given stands for itself.
    """
    pictures = _Pictures(base)
    found = markup.blocks_of(elements, names, pictures.handlers, base)
    return Body(_blocks(found), tuple(pictures.found), tuple(pictures.frames))


def from_text(text: str) -> tuple[Block, ...]:
    """The paragraphs that blank lines part in a plain text; lines that are wrapped are joined."""
    found = (tidy(part) for part in paragraphs(text))
    return tuple(Block(BlockType.PARAGRAPH, part, markup.paragraph(part)) for part in found if part)


_TYPES = {kind.value: kind for kind in BlockType}


def _blocks(found: Iterable[tuple[str, str, str]]) -> tuple[Block, ...]:
    return tuple([Block(_TYPES[kind], _composed(text), _composed(html)) for kind, text, html in found])


def _composed(text: str) -> str:
    """The text in NFC: references may have put together what the bytes did not."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", text)


class _Pictures:
    """Takes pictures, videos and sounds out of a text, with the captions of their figures."""

    def __init__(self, base: str | None) -> None:
        self.base = base
        self.found: list[Media] = []
        self.frames: list[str] = []
        self.handlers = {
            "iframe": self.frame,
            "img": self.image,
            "video": self.film,
            "audio": self.film,
            "figure": self.figure,
        }

    def image(self, element: xml.Element) -> bool:
        """A picture; those that count readers, and those whose address is no address, are none."""
        href = self.address(element.get("src")) or self.address(
            element.get("data-src") or element.get("data-lazy-src") or element.get("data-original")
        )
        width, height = _size(element.get("width")), _size(element.get("height"))
        tiny = width is not None and width <= _TINY and height is not None and height <= _TINY
        tiny = tiny or _UNSEEN.search(element.get("style") or "") is not None
        link = _link_around(element)
        if link and _SHARING.search(link):
            return True
        if href and not tiny and not any(counter in href.lower() for counter in _COUNTERS):
            alt = tidy(element.get("alt") or "") or None
            largest = self.address(_widest(element.get("srcset") or element.get("data-srcset")))
            if link and _PICTURE_FILE.match(link) and not _PICTURE_PAGES.search(link):
                largest = self.address(link) or largest  # a thumbnail that opens the picture
            if largest and largest != href:
                href, width, height = largest, None, None
            self.found.append(Media(href, alt=alt, width=width, height=height))
        return True

    def film(self, element: xml.Element) -> bool:
        """A video or sound, by the first of its sources."""
        sources = [element, *element.iter("{*}source", "source")]
        for source in sources:
            href = self.address(source.get("src"))
            if href:
                kind = tidy(source.get("type") or "").partition(";")[0] or None
                size = _size(element.get("width")), _size(element.get("height"))
                self.found.append(Media(href, kind, width=size[0], height=size[1]))
                break
        return True

    def frame(self, element: xml.Element) -> bool:
        """What another site shows within the text: of that the address alone is known."""
        if href := self.address(element.get("src")):
            self.frames.append(href)
        return True

    def figure(self, element: xml.Element) -> bool:
        """A figure of pictures gives them its caption; one of text is text."""
        before = len(self.found)
        for inner in element.iter("{*}img", "img", "{*}video", "video", "{*}audio", "audio"):
            (self.image if xml.name(inner) == "img" else self.film)(inner)
        if len(self.found) == before:
            return False
        caption = next(element.iter("{*}figcaption", "figcaption"), None)
        by = _credited(element, caption)
        words, name = _without(caption, by), xml.words(by)
        is_byline = by is not None and "byline" in by.get("class")
        self.found[before:] = [
            replace(
                media, caption=words, byline=name if is_byline else None, credit=None if is_byline else name
            )
            for media in self.found[before:]
        ]
        return all(not text.strip() for text in _outside(element, caption, by))

    def address(self, value: str | None) -> str | None:
        """A picture's address, absolute where the base is known; None for data and scripts."""
        value = (value or "").strip()
        if not value or len(value) > 4000:
            return None
        if self.base:
            value = absolute(self.base, value)
        scheme = _SCHEME.match(value)
        return value if scheme is None or scheme[1].lower() in ("http", "https", "cid") else None


def _link_around(picture: xml.Element) -> str:
    """The address that a picture links to, "" where there is none or other pictures share the link."""
    above = picture.getparent()
    for _ in range(_LINK_DEPTH):
        if above is None or above.tag in _LINKS:
            break
        above = above.getparent()
    if above is None or above.tag not in _LINKS or len(list(islice(above.iter(picture.tag), 2))) > 1:
        return ""
    return above.get("href") or ""


def _credited(figure: xml.Element, caption: xml.Element | None) -> xml.Element | None:
    """What says by its class that it names who made the picture: beside the caption, else within it."""
    inside = set(caption.iter()) if caption is not None else set()
    found = [inner for inner in figure.iterdescendants("*") if _CREDIT.search(inner.get("class") or "")]
    found = [inner for inner in found if inner is not caption and xml.words(inner)]
    beside = (inner for inner in found if inner not in inside)
    return next(beside, found[0] if found else None)


def _without(caption: xml.Element | None, by: xml.Element | None) -> str | None:
    """The words of a caption without those that name who made the picture."""
    if caption is None or by is None or by not in set(caption.iter()):
        return xml.words(caption)
    credit = set(by.iter())
    texts: list[str] = []
    for event, element in etree.iterwalk(caption, events=("start", "end", "comment", "pi")):
        if event == "start" and element not in credit:
            texts.append(element.text or "")
        elif event != "start" and element is not caption and (element is by or element not in credit):
            texts.append(element.tail or "")
    return tidy("".join(texts)).rstrip(" |–—-/(").strip() or None


def _widest(renditions: str | None) -> str | None:
    """The address of the widest rendition in a `srcset`; None where it tells no widths."""
    best, width = None, 0
    for rendition in _RENDITION.split((renditions or "")[:8000]):
        address, _, size = rendition.strip().rpartition(" ")
        if size.endswith("w") and size[:-1].isdecimal() and int(size[:-1]) > width:
            best, width = address.strip(), int(size[:-1])
    return best


def _outside(figure: xml.Element, *told: xml.Element | None) -> Iterable[str]:
    """The texts of a figure that are not those of its caption and credit."""
    inside = {text for element in told if element is not None for text in element.itertext()}
    return (text for text in figure.itertext() if text not in inside)


def _size(value: str | None) -> int | None:
    found = _SIZE.match(value or "")
    return int(found[1]) or None if found else None
