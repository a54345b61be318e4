"""Texts of a feed, which may be plain, HTML written as text (once or twice over), or elements.

RSS never said which; Atom says it in `type` and `mode`, and feeds often say it wrongly.
https://www.rssboard.org/rss-encoding-examples, https://www.rfc-editor.org/rfc/rfc4287#section-3.1
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from articles.wire import bodies, charsets, xml
from articles.wire.bodies import Body
from articles.wire.errors import WireError
from articles.wire.feeds.names import Fields
from articles.wire.record import Record
from articles.wire.story import Block, BlockType, Media
from articles.wire.words import paragraphs, tidy

_HARMLESS = (
    "a|abbr|acronym|address|article|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure"
    "|font|h[1-6]|hr|i|img|ins|li|nobr|ol|p|pre|q|s|section|small|span|strike|strong|sub|sup|table|tbody|td"
    "|th|thead|tr|tt|u|ul"
)
_OTHERS = (
    "applet|audio|bdo|blink|body|button|caption|col|colgroup|dfn|embed|fieldset|form|frame|frameset|html"
    "|iframe|input|kbd|link|marquee|math|meta|noembed|noscript|object|param|picture|ruby|samp|script|source"
    "|style|svg|tfoot|video|wbr"
)
_OPEN_END = r"|<(?:a|div|font|img|p|span)\s[^<>]*\Z"  # a text that was cut within a tag
_TAG = re.compile(rf"</?(?:{_HARMLESS}|{_OTHERS})(?:[\s/][^<>]*)?>{_OPEN_END}", re.IGNORECASE)
# What tells HTML in a text that says that it is none: an end tag, or a tag that stands alone.
_SURE_TAG = re.compile(rf"</(?:{_HARMLESS})\s*>|<(?:br|p|hr|img)(?:[\s/][^<>]*)?>", re.IGNORECASE)
_PARTING = re.compile(
    r"</?(?:p|br|div|ul|ol|li|table|tr|h[1-6]|blockquote|pre|hr|dl|section|article|figure)\b", re.IGNORECASE
)
# Tags that were escaped twice: an end tag, or one that stands alone.
_ESCAPED_TAG = re.compile(
    rf"&lt;(?:/(?:{_HARMLESS})\s*|(?:br|p|hr|img)(?:\s[^<>]{{0,400}}?)?/?\s*)&gt;", re.IGNORECASE
)
# A number without its closing semicolon is a character in HTML, too.
_ENTITY = re.compile(r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};)")
_BLANK_LINE = re.compile(r"\n[ \t\r\f\v\u00a0]*\n")
_IMAGE = re.compile(r"<img\s[^<>]*>", re.IGNORECASE)
_ALT = re.compile(r"""\salt=["']([^"']{1,20})["']""", re.IGNORECASE)
_LONGEST_CUT = 1000  # characters of a text that was cut to be a summary
_ENCODED = re.compile(r"[\sA-Za-z0-9+/_-]+={0,2}\s*")


@dataclass(frozen=True, slots=True)
class Text:
    """One text: as `html`, as `plain`, or as what an `element` holds; its links are relative to `base`."""

    plain: str = ""
    html: str = ""
    element: xml.Element | None = None
    base: str | None = None
    is_binary: bool = False  # a file, of which there is no text

    @property
    def is_marked_up(self) -> bool:
        """Is it more than plain text?"""
        return self.element is not None or bool(self.html)

    @property
    def is_empty(self) -> bool:
        """Is there nothing at all in it?"""
        return not (self.is_marked_up or self.plain.strip())

    @property
    def is_one_paragraph(self) -> bool:
        """Is it plain text without a blank line?"""
        return not self.is_marked_up and (
            "\n" not in self.plain or not _BLANK_LINE.search(self.plain.strip())
        )

    def body(self) -> Body:
        """The text as blocks, with the pictures that stand in it."""
        if self.element is not None:
            return bodies.from_elements([self.element], {xml.name(self.element): "div"}, self.base)
        if not self.html:
            return Body(bodies.from_text(self.plain))
        html = _with_emoji(self.html)
        if "\n" in html and not _PARTING.search(html) and _BLANK_LINE.search(html):
            html = "".join(f"<p>{part}</p>" for part in paragraphs(html))
        return bodies.from_html(html, self.base)

    def line(self) -> str:
        """The text on one line, without any mark-up; "" where there is none."""
        if self.element is None and not self.html:
            return tidy(self.plain)
        return line(self.body().blocks)


def _with_emoji(html: str) -> str:
    """The text with the emoji that WordPress made pictures of."""
    if "wp-smiley" not in html and "/images/core/emoji/" not in html:
        return html
    return _IMAGE.sub(lambda image: _emoji(image[0]), html)


def _emoji(image: str) -> str:
    alt = _ALT.search(image) if "wp-smiley" in image or "/images/core/emoji/" in image else None
    return alt[1] if alt else image


def line(blocks: Iterable[Block]) -> str:
    """The texts of blocks on one line."""
    return tidy(" ".join(block.text for block in blocks if block.text))


def of(fields: Fields, element: xml.Element, base: str | None = None) -> Text:
    """The text of one of these children, by the rules of the standard that it belongs to."""
    name = fields.vocabulary.name(element)
    atom = ":" not in name if fields.vocabulary.core == "atom" else name.startswith("atom:")
    return of_atom(element, base) if atom else of_rss(element, base)


def of_rss(element: xml.Element, base: str | None = None) -> Text:
    """The text of an element of RSS, which says nothing about it unless it borrows Atom's `type`."""
    if len(element):
        return Text(element=element, base=base)
    if element.get("type") or element.get("mode"):
        return of_atom(element, base)
    return guessed(element.text or "", base)


def guessed(text: str, base: str | None = None, tags: re.Pattern[str] = _TAG) -> Text:
    """A text as HTML where it has tags of HTML in it, else as plain text with its entities decoded."""
    text = _unfolded(text)
    if "<" in text and tags.search(text):
        return Text(html=text, base=base)
    return Text(plain=decoded(text))


def of_atom(element: xml.Element, base: str | None = None) -> Text:
    """The text of a construct of Atom 0.3 or 1.0, by its `type` and `mode`."""
    kind = (element.get("type") or "").partition(";")[0].strip().lower()
    mode = (element.get("mode") or "").strip().lower()
    text = element.text or ""
    if len(element):
        return Text(element=element, base=base)
    if mode == "base64" or _is_binary(kind, text):
        found = _from_base64(text)
        return Text(is_binary=True) if found is None else guessed(found, base, _SURE_TAG)
    if kind in ("html", "text/html", "xhtml", "application/xhtml+xml", "text/xhtml"):
        text = _unfolded(text)
        return Text(html=text, base=base) if "<" in text else Text(plain=decoded(text))
    return guessed(text, base, _SURE_TAG)


def _is_binary(kind: str, text: str) -> bool:
    """Is this type of content written as base64? Only where it looks like it, too."""
    if "/" not in kind or kind.startswith("text/") or kind.endswith(("+xml", "/xml")):
        return False
    return _ENCODED.fullmatch(text) is not None


def _from_base64(text: str) -> str | None:
    """What was encoded, as text; None where it is no text, the encoded text where it was not encoded."""
    try:
        document = b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return text
    try:
        return charsets.decode(document).text
    except WireError:
        return None


def _unfolded(text: str) -> str:
    """The text without its second escaping, where its tags were escaped twice."""
    if "&lt;" in text and _ESCAPED_TAG.search(text) and not ("<" in text and _TAG.search(text)):
        return unescape(text)
    return text


def decoded(text: str) -> str:
    """The text with its entities as characters; an ampersand that begins none stays."""
    return _ENTITY.sub(lambda entity: unescape(entity[0]), text) if "&" in text else text


def take(record: Record, whole: Text | None, summaries: Iterable[Text]) -> list[Media]:
    """Take the body and the description of an item; the pictures that stood in them are returned.

    What the feed gives as the whole text is the body, and the first summary beside it the description.
    Without a whole text a summary of several paragraphs, or with lists, tables and the like, is the body,
    because no standfirst looks like that; one paragraph is the description, and there is no body.
    What other sites show in their frames is linked to.
    """
    pictures: list[Media] = []
    frames: list[str] = []
    blocks: tuple[Block, ...] = ()
    if whole is not None:
        body = whole.body()
        pictures += body.media
        frames += body.frames
        blocks = body.blocks if any(block.text for block in body.blocks) else ()
    lines: list[str] = []
    for summary in summaries:
        if summary.is_one_paragraph:
            lines += filter(None, [summary.line()])
            continue
        body = summary.body()
        pictures += body.media
        frames += body.frames
        if not blocks and not record.get("body") and _is_copy(body.blocks):
            blocks = body.blocks
        elif text := line(body.blocks):
            lines.append(text)
    if len(blocks) > 1 and lines:
        opening = tidy(blocks[0].text)
        if any(text.startswith(opening) for text in lines):
            said = line(blocks)
            lines = [text for text in lines if text != said]
    if lines:
        record.set("description", lines[0])
    if not record.get("body"):
        record.body(blocks)
    for frame in dict.fromkeys(frames):
        record.link("embed", frame)
    return pictures


def _is_copy(blocks: tuple[Block, ...]) -> bool:
    """Is this more than a summary? A line that only links (`Read more`) does not make it one.

    A short text that a program has cut (`…`) is a summary, however many paragraphs it began.
    """
    texts = [block for block in blocks if block.text and not _only_links(block)]
    is_cut = bool(texts) and texts[-1].text.rstrip(" ])").endswith(("...", "…"))
    if is_cut and sum(len(block.text) for block in texts) <= _LONGEST_CUT:
        return False
    return len(texts) > 1 or any(block.type is not BlockType.PARAGRAPH for block in texts)


def _only_links(block: Block) -> bool:
    html = block.html
    return len(block.text) < 80 and html.startswith("<p><a ") and html.endswith("</a></p>")
