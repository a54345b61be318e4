"""A clean body as plain text, as blocks, and the beginning of a text."""

from __future__ import annotations

import re
from html import unescape

from articles.markup.characters import TOKEN

_TABLE_PARTS = {"caption", "thead", "tbody", "tfoot", "tr", "th", "td"}
_WHITE = re.compile(r"\s+")
_BLOCK_TYPES = {
    "p": "paragraph",
    "h2": "heading",
    "h3": "heading",
    "blockquote": "quote",
    "ul": "list",
    "ol": "list",
    "table": "table",
    "pre": "preformatted",
    "hr": "rule",
    "figure": "figure",
}
_ENDS_LINE = {"li", "tr", "caption", "ul", "ol"}
_ENDS_WORD = {"p", "h2", "h3", "blockquote", "pre"}
_PARTS_WORDS = _ENDS_WORD | _ENDS_LINE | {"td", "th", "br"}  # where a block is one line


def blocks(html: str) -> list[tuple[str, str, str]]:
    """The top-level blocks of a clean body, in order, as `(type, plain text, html)`.

    The types are those of `wire.story.BlockType`, and `figure` for a photo of ours. White space is one space
    each; rows and items are lines of their own, cells are parted by tabs; `preformatted` keeps its lines.
    """
    found: list[tuple[str, str, str]] = []
    depth = 0
    start = 0
    for token in TOKEN.finditer(html):
        tag = token[1]
        if tag in _BLOCK_TYPES or tag in ("li", *_TABLE_PARTS):
            if depth == 0:
                _loose(html[start : token.start()], found)
                start = token.start()
            if tag == "hr":
                if depth == 0:
                    found.append(("rule", "", token[0]))
                    start = token.end()
            else:
                depth += 1
        elif tag[0] == "/" and depth and (tag[1:] in _BLOCK_TYPES or tag[1:] in ("li", *_TABLE_PARTS)):
            depth -= 1
            if depth == 0:
                element = html[start : token.end()]
                kind = _BLOCK_TYPES.get(tag[1:], "paragraph")
                found.append((kind, _plain(element, kind), element))
                start = token.end()
    _loose(html[start:], found)
    return found


def block(tag: str, html: str) -> tuple[str, str, str]:
    """A block of a clean body by the name of its element, as `blocks` gives it."""
    kind = _BLOCK_TYPES[tag]
    return kind, "" if kind == "rule" else _plain(html, kind), html


def _loose(html: str, found: list[tuple[str, str, str]]) -> None:
    if html and not html.isspace():
        found.append(("paragraph", _plain(html, "paragraph"), html))


def _plain(html: str, kind: str) -> str:
    """The text of one block."""
    if kind == "preformatted":
        return unescape(TOKEN.sub("", html.replace("<br>", "\n")))
    if kind not in ("list", "table"):
        inner = html[html.index(">") + 1 : html.rindex("<")] if html[0] == "<" else html
        if "<" not in inner:
            inner = unescape(inner) if "&" in inner else inner
            return " ".join(inner.split())
        return _WHITE.sub(" ", unescape(TOKEN.sub(_gap, html))).strip()
    pieces = TOKEN.split(html)
    lines: list[str] = []
    cells: list[str] = []
    words: list[str] = [pieces[0]]
    for position in range(1, len(pieces), 3):
        tag = pieces[position].lstrip("/")
        if tag in ("td", "th"):
            if pieces[position][0] == "/":
                cells.append(_WHITE.sub(" ", unescape("".join(words))).strip())
                words = []
        elif tag in _ENDS_LINE:
            rest = _WHITE.sub(" ", unescape("".join(words))).strip()
            if rest:
                cells.append(rest)
            if any(cells):
                lines.append("\t".join(cells))
            cells, words = [], []
        elif tag == "br" or tag in _ENDS_WORD:
            words.append(" ")
        words.append(pieces[position + 2])
    return "\n".join(lines)


def _gap(token: re.Match[str]) -> str:
    return " " if token[1].lstrip("/") in _PARTS_WORDS else ""


def text(html: str) -> str:
    """The plain text of a clean body, its blocks on lines of their own: for search, counts and excerpts."""
    return "\n".join(text for _, text, _ in blocks(html) if text)


_SENTENCE = re.compile(r"[.!?…。！？؟।]+[\"'”’»)\]]*(?=\s|$)|[。！？]+[」』”’]*")


def excerpt(text: str, limit: int) -> str:
    """The beginning of a plain text in at most `limit` characters: whole sentences, else whole words and "…".

    Sentences count when they fill at least half of the limit.
    """
    text = _WHITE.sub(" ", text).strip()
    if len(text) <= limit:
        return text
    if limit < 1:
        return ""
    ends = [match.end() for match in _SENTENCE.finditer(text, 0, limit)]
    if ends and ends[-1] * 2 >= limit and (text[ends[-1]] == " " or text[ends[-1] - 1] in "。！？」』”’"):
        return text[: ends[-1]]
    cut = text.rfind(" ", 0, limit)
    if cut * 2 < limit - 1:  # one long word, or a script that leaves no space between words
        cut = limit - 1
    return text[:cut].rstrip(" ,;:–—-") + "…"
