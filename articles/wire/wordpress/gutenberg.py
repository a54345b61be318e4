"""Contents of the block editor: HTML between comments that say what each block is.

A part between blocks, and the whole of a text without any, is loose: its paragraphs are yet to be made.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

_NAME = re.compile(r"\s*(/?)wp:(?:core/)?([a-z][a-z0-9_/-]*)\s*")
_BREAKS = re.compile(r"\s*(?:more|nextpage)\b")
_LOOSE = frozenset(("freeform", "shortcode"))  # blocks whose content the older editor wrote
_DEPTH = 3  # of shared blocks in one another
_SHARED = 200  # shared blocks of one text
_NEAR = 50  # open blocks among which the one that ends is looked for


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of HTML without comments; `loose` where blank lines make its paragraphs."""

    html: str
    loose: bool


def parts(
    content: str, reusable: Mapping[int, str], footnotes: Sequence[str], missing: list[int]
) -> list[Part]:
    """The parts of a content, in order; the numbers of shared blocks that are not there go to `missing`."""
    if "\r" in content:
        content = content.replace("\r\n", "\n").replace("\r", "\n")
    if "<!--" not in content:
        return [Part(content, True)]
    return _Reader(reusable, footnotes, missing).read(content, 0)


class _Reader:
    def __init__(self, reusable: Mapping[int, str], footnotes: Sequence[str], missing: list[int]) -> None:
        self.reusable = reusable
        self.footnotes = footnotes
        self.missing = missing
        self.shared = 0

    def read(self, content: str, depth: int) -> list[Part]:
        found: list[Part] = []
        held: list[str] = []  # pieces of the part that is being put together
        open_blocks: list[str] = []

        def loose() -> bool:
            return not open_blocks or open_blocks[-1] in _LOOSE

        def ended(as_loose: bool) -> None:
            html = "".join(held)
            held.clear()
            if html and not html.isspace():
                found.append(Part(html, as_loose))

        for text, comment in _comments(content):
            held.append(text)
            block = _NAME.match(comment)
            if block is None:
                if _BREAKS.match(comment):
                    held.append("\n\n" if loose() else "<br><br>")
                continue
            closing, name = block[1], block[2]
            was_loose = loose()
            if closing:
                if name in open_blocks[-_NEAR:]:
                    while open_blocks.pop() != name:
                        pass
                    if was_loose or not open_blocks:
                        ended(was_loose)
                continue
            values = _values(comment[block.end() :].removesuffix("/"))
            if comment.endswith("/"):
                shown = self._alone(name, values, depth)
                if was_loose or shown:
                    ended(was_loose)
                    found += shown
                continue
            if was_loose or name in _LOOSE:
                ended(was_loose)
            open_blocks.append(name)
            if name == "cover":
                held.append(_cover(values))
        ended(loose())
        return found

    def _alone(self, name: str, values: dict[str, Any], depth: int) -> list[Part]:
        """What a block without content shows, as far as it is told."""
        if name == "block":
            number = values.get("ref")
            if not isinstance(number, int):
                return []
            self.shared += 1
            if number not in self.reusable:
                self.missing.append(number)
            elif depth < _DEPTH and self.shared < _SHARED:
                return self.read(self.reusable[number], depth + 1)
        elif name == "footnotes" and self.footnotes:
            return [Part(f"<ol>{''.join(f'<li>{note}</li>' for note in self.footnotes)}</ol>", False)]
        elif name.startswith(("embed", "core-embed")) and isinstance(address := values.get("url"), str):
            return [Part(f"<p>{escape(address)}</p>", False)]
        elif name == "cover":
            return [Part(_cover(values), False)]
        return []


def _comments(content: str) -> Iterator[tuple[str, str]]:
    """The text before each comment, and the comment without its marks; at last the text behind, and ""."""
    position = 0
    while (start := content.find("<!--", position)) >= 0:
        end = content.find("-->", start + 4)
        if end < 0:  # one that is cut off
            yield content[position:start], ""
            return
        yield content[position:start], content[start + 4 : end]
        position = end + 3
    yield content[position:], ""


def _values(text: str) -> dict[str, Any]:
    text = text.strip()
    if not text.startswith("{"):
        return {}
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _cover(values: dict[str, Any]) -> str:
    """The picture behind a text, which the HTML may give as a style only."""
    address, number = values.get("url"), values.get("id")
    if not isinstance(address, str):
        return ""
    mark = f' class="wp-image-{number}"' if isinstance(number, int) else ""
    return f'<img src="{escape(address)}"{mark}>'
