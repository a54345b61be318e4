"""The texts of WordPress: what its editors store, which is not yet what readers see.

Between the database and the page WordPress takes out the marks of blocks, carries out shortcodes and makes
paragraphs of blank lines. https://developer.wordpress.org/block-editor/reference-guides/core-blocks/
https://codex.wordpress.org/Shortcode_API https://developer.wordpress.org/reference/functions/wpautop/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.wire import bodies, signs
from articles.wire.story import Block, Problem
from articles.wire.wordpress import gutenberg, paragraphs, pictures, shortcodes
from articles.wire.wordpress.pictures import Picture

__all__ = ["Picture", "Text", "is_export", "read", "without_languages"]

_PARTED = "<br><br>"  # between parts; no more than a gap where blocks meet
_BUTTON = re.compile(r"<a\b[^<>]{0,1000}\bwp-block-file__button\b[^<>]{0,1000}>[^<>]*</a>")
_LANGUAGES = re.compile(r"\[:(?:[a-z]{2})?\]|<!--:(?:[a-z]{2})?-->")
_NAMED = 20  # names of one kind that a problem lists


@dataclass(frozen=True, slots=True)
class Text:
    """A text as readers see it, and the pictures, videos and sounds that stood in it, in order."""

    blocks: tuple[Block, ...]
    pictures: tuple[Picture, ...]
    problems: tuple[Problem, ...]


def is_export(seen: signs.Signs) -> bool:
    """Do these signs show an export of WordPress (WXR), which outwardly is an RSS feed?"""
    if seen.family is not signs.Family.XML or seen.root.lower() not in ("rss", "channel", "item"):
        return False
    if seen.namespace("wordpress.org/export/"):
        return True
    return any(mark in seen.head for mark in (b"<wp:wxr_version", b"<wp:post_type", b"<wp:author_login"))


def read(content: str, reusable: Mapping[int, str] | None = None, footnotes: Sequence[str] = ()) -> Text:
    """Read the content of a post as WordPress stores it.

    `reusable` are the contents of the blocks that posts share, by their numbers; `footnotes` the HTML of the
    notes, which WordPress keeps apart. Problems are `shortcode`, `embed` and `reusable-block`.
    """
    content = without_languages(content, "\n\n")
    parts: list[str] = []
    seen: list[Picture] = []
    gone: dict[str, None] = {}
    embeds: dict[str, None] = {}
    missing: list[int] = []
    closed = shortcodes.closing(content)
    for part in gutenberg.parts(content, reusable or {}, footnotes, missing):
        html = shortcodes.carried_out(part.html, closed, gone)
        if "wp-block-file__button" in html:  # says “Download” beside the link itself
            html = _BUTTON.sub("", html)
        html, found, embedded = pictures.taken_out(html)
        seen += found
        embeds |= dict.fromkeys(embedded)
        parts.append(paragraphs.made(html) if part.loose else paragraphs.linked(html))
    problems = []
    if gone:
        problems.append(_listed("shortcode", "Shortcodes that show something else were left out", gone))
    if embeds:
        problems.append(_listed("embed", "What other sites show in this text was left out", embeds))
    if missing:
        problems.append(_listed("reusable-block", "Blocks that are not in this file", map(str, missing)))
    return Text(bodies.from_html(_PARTED.join(parts)).blocks, tuple(seen), tuple(problems))


def without_languages(text: str, gap: str = " ") -> str:
    """A text of several languages (qTranslate: `[:en]Fog[:de]Nebel[:]`) without the marks between them."""
    return _LANGUAGES.sub(gap, text) if "[:" in text or "<!--:" in text else text


def _listed(code: str, sentence: str, names: Iterable[str]) -> Problem:
    listed = list(names)
    more = f" and {len(listed) - _NAMED} more" if len(listed) > _NAMED else ""
    return Problem(code, f"{sentence}: {', '.join(listed[:_NAMED])}{more}.")
