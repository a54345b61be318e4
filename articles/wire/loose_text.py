"""Text of which nobody says what it is: HTML in a string, or plain text by paragraphs or lines."""

from __future__ import annotations

import re
from html import unescape

from articles import markup
from articles.wire import bodies
from articles.wire.bodies import Body
from articles.wire.story import Block, BlockType
from articles.wire.words import paragraphs, tidy

_TAGS = re.compile(
    r"</?(?:p|br|div|h[1-6]|ul|ol|li|table|b|i|em|strong|a|span|blockquote)\b[^<>]*>", re.IGNORECASE
)
_BLOCK_TAGS = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|table|blockquote)\b", re.IGNORECASE)
_WRAPPED = 90  # characters of a line that may have been wrapped


def is_marked_up(text: str) -> bool:
    """Are there tags of HTML in it?"""
    return "<" in text and _TAGS.search(text) is not None


def read(text: str) -> Body:
    """A string with tags is HTML (one escaped twice too), one without is plain text."""
    if "&lt;" in text and "<" not in text and is_marked_up(whole := unescape(text)):
        text = whole
    if is_marked_up(text):
        if _BLOCK_TAGS.search(text):
            return bodies.from_html(text)
        return bodies.from_html("".join(f"<p>{line}</p>" for line in _paragraphs(text)))
    return Body(
        tuple(
            Block(BlockType.PARAGRAPH, line, markup.paragraph(line))
            for line in map(tidy, _paragraphs(text))
            if line
        )
    )


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a plain text: between blank lines, else its lines, wrapped ones joined."""
    parts = paragraphs(text)
    if len(parts) > 1 or not parts:
        return parts
    lines = [line for line in parts[0].split("\n") if line.strip()]
    bare = [line.strip() for line in lines]
    longest = max(map(len, bare))
    full = sum(len(line) > 0.6 * longest for line in bare[:-1])
    if len(bare) > 2 and longest <= _WRAPPED and full >= 0.8 * (len(bare) - 1):
        return [" ".join(bare)]
    return bare
