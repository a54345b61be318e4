"""The body of a story from mark-up: HTML in a string, elements of XML, or plain text with blank lines.

What comes out is the canonical HTML of `markup`, block by block, and the pictures that stood in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from articles import markup
from articles.wire import xml
from articles.wire.story import Block, BlockType, Media
from articles.wire.words import paragraphs, tidy


@dataclass(frozen=True, slots=True)
class Body:
    """Blocks in order, and the pictures and videos that stood among them."""

    blocks: tuple[Block, ...]
    media: tuple[Media, ...] = ()


def from_html(html: str) -> Body:
    """The body that a string of HTML is: a page's article, a feed's content, a mail's part."""
    return Body(_blocks(markup.clean(html, figures=False)))


def from_elements(elements: Iterable[xml.Element], names: Mapping[str, str] | None = None) -> Body:
    """The body that elements are, of XHTML or any other vocabulary.

    `names` says what HTML element a local name stands for (`hl2` → `h2`); "" leaves an element out with all
    in it, and a name that is not given stands for itself.
    """
    parts: list[str] = []
    for element in elements:
        _write(element, names or {}, parts)
    return from_html("".join(parts))


def from_text(text: str) -> tuple[Block, ...]:
    """The paragraphs that blank lines part in a plain text; lines that are wrapped are joined."""
    found = (tidy(part) for part in paragraphs(text))
    return tuple(Block(BlockType.PARAGRAPH, part, markup.paragraph(part)) for part in found if part)


def _blocks(html: str) -> tuple[Block, ...]:
    return tuple(
        Block(BlockType(kind), text, element)
        for kind, text, element in markup.blocks(html)
        if kind != "figure"
    )


def _write(element: xml.Element, names: Mapping[str, str], parts: list[str]) -> None:
    name = xml.name(element)
    tag = names.get(name, name.lower())
    if tag:
        attributes = "".join(
            f' {key}="{escape(value)}"'
            for key, value in element.attrib.items()
            if key in ("href", "title", "colspan", "rowspan")
        )
        parts.append(f"<{tag}{attributes}>")
        parts.append(escape(element.text or "", quote=False))
        for inner in element.iterchildren("*"):
            _write(inner, names, parts)
            parts.append(escape(inner.tail or "", quote=False))
        if tag not in ("br", "hr", "img"):
            parts.append(f"</{tag}>")
