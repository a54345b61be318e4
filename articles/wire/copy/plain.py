"""Copy as plain characters, every one of which knows where it stood in the decoded text.

The reader works on plain characters. Mark-up and entities are gone from them, so a stretch of characters and
the stretch of text it came from can differ in length; `Copy` leads from the one back to the other.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape

from articles.wire.story import BlockType, Span

_TOKEN = re.compile(r"\S+")
# Control characters of old wire lines (SOH, STX, SYN …) and byte order marks in mid-text count as blanks.
_BLANKS = dict.fromkeys((*range(9), *range(11, 12), *range(14, 32), *range(127, 160)), " ")
_BLANKS[0xFEFF] = " "
BIDI_MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def blank_controls(text: str) -> str:
    """The text with control characters as blanks, as long as before; new lines, tabs and form feeds stay."""
    return text.translate(_BLANKS)


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline mark-up over `chars[start:end]`, in one line: a safe tag, and a link's address."""

    start: int
    end: int
    tag: str
    href: str | None = None


def _mark_start(mark: Mark) -> int:
    return mark.start


@dataclass(frozen=True, slots=True)
class Region:
    """A block that the mark-up itself names, over `chars[start:end]`."""

    start: int
    end: int
    type: BlockType
    level: int = 0


@dataclass(frozen=True, slots=True)
class Copy:
    """Plain characters of a document. `positions[i]` is where character i stood; None means at i.

    `wide` holds where the source of a character ends that was longer than one: an entity.
    """

    chars: str
    positions: Sequence[int] | None = None
    marks: tuple[Mark, ...] = ()
    regions: tuple[Region, ...] = ()
    wide: Mapping[int, int] = field(default_factory=dict)

    def span(self, start: int, end: int) -> Span:
        """The span of decoded text that `chars[start:end]` (not empty) came from."""
        if self.positions is None:
            return Span(start, end)
        return Span(self.positions[start], self.wide.get(end - 1, self.positions[end - 1] + 1))

    def text(self, value: str) -> str:
        """A value as it is handed on: NFC, which decoded entities may have broken."""
        return value if self.positions is None else unicodedata.normalize("NFC", value)


@dataclass(slots=True, eq=False)
class Line:
    """A line of the copy: its characters' range, its text with single blanks, its indentation in columns."""

    start: int
    end: int
    text: str
    indent: int

    @property
    def blank(self) -> bool:
        """Nothing but white space?"""
        return not self.text


@dataclass(eq=False)
class Passage:
    """A stretch of copy read as one text: a paragraph, usually, joined from the lines it was wrapped over."""

    copy: Copy
    lines: Sequence[Line]
    glue: Sequence[str] = ()
    type: BlockType = BlockType.PARAGRAPH
    level: int = 0
    text: str = field(init=False)

    def __post_init__(self) -> None:
        if len(self.lines) == 1:
            self.text = self.lines[0].text
        else:
            glue = self.glue or [" "] * (len(self.lines) - 1)
            self.glue = glue
            parts = [self.lines[0].text]
            for join, line in zip(glue, self.lines[1:], strict=True):
                parts += (join, line.text)
            self.text = "".join(parts)

    @property
    def start(self) -> int:
        """Where its characters begin in the copy."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where its characters end in the copy."""
        return self.lines[-1].end

    def lines_to(self, below: Passage) -> int:
        """The line ends between this passage and one below; a sign that parts paragraphs counts as two."""
        gap = self.copy.chars[self.end : below.start]
        return gap.count("\n") + gap.count("\u2028") + 2 * gap.count("\u2029")

    @cached_property
    def _plain_start(self) -> int | None:
        """Where the text begins in the copy if it stands there letter for letter, blanks included."""
        if len(self.lines) > 1:
            return None
        raw = self.copy.chars[self.start : self.end]
        bare = raw.strip()
        return self.start + raw.index(bare) if bare == self.text else None

    @cached_property
    def _tokens(self) -> tuple[list[int], list[int], list[int]]:
        """Where each word begins in `text`, where in the copy, and how long it is."""
        here: list[int] = []
        there: list[int] = []
        sizes: list[int] = []
        offset = 0
        for number, line in enumerate(self.lines):
            if number:
                offset += len(self.glue[number - 1])
            first = True
            for word in _TOKEN.finditer(self.copy.chars, line.start, line.end):
                if not first:
                    offset += 1
                first = False
                here.append(offset)
                there.append(word.start())
                sizes.append(word.end() - word.start())
                offset += sizes[-1]
        return here, there, sizes

    @property
    def _whole(self) -> Span:
        """The span of all of the text."""
        first, last = self.lines[0], self.lines[-1]
        chars = self.copy.chars
        lead = len(chars[first.start : first.end]) - len(chars[first.start : first.end].lstrip())
        return self.copy.span(first.start + lead, last.start + len(chars[last.start : last.end].rstrip()))

    def _origin(self, offset: int) -> int:
        """The place in the copy of the character at `offset` of `text`."""
        if self._plain_start is not None:
            return self._plain_start + offset
        here, there, sizes = self._tokens
        index = max(bisect_right(here, offset) - 1, 0)
        return there[index] + min(offset - here[index], sizes[index] - 1)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The span of decoded text that `text[start:end]` came from; blanks at its ends do not count."""
        end = len(self.text) if end is None else end
        if start == 0 and end == len(self.text) and self.text:
            return self._whole
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        if start == end:  # nothing but blanks: the place itself
            place = self.copy.span(self.lines[0].start, self.lines[0].start + 1)
            return Span(place.start, place.start)
        return self.copy.span(self._origin(start), self._origin(end - 1) + 1)

    def value(self, start: int = 0, end: int | None = None) -> str:
        """`text[start:end]` as it is handed on."""
        return self.copy.text(self.text[start:end].strip())

    def html(self, start: int = 0, end: int | None = None) -> str:
        """`text[start:end]` escaped, with the links and emphasis that the mark-up gave it."""
        end = len(self.text) if end is None else end
        if not self.copy.marks:
            return escape(self.copy.text(self.text[start:end].strip()), quote=False)
        return self._marked(start, end)

    def _offset(self, origin: int) -> int:
        """The place in `text` of the first character that stood at `origin` of the copy or after it."""
        here, there, sizes = self._tokens
        index = bisect_right(there, origin) - 1
        if index < 0:
            return 0
        into = origin - there[index]
        if into < sizes[index]:
            return here[index] + into
        return here[index + 1] if index + 1 < len(here) else len(self.text)

    def _marked(self, start: int, end: int) -> str:
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        opened: list[tuple[int, int, Mark]] = []
        marks = self.copy.marks
        for index in range(bisect_left(marks, self.start, key=_mark_start), len(marks)):
            mark = marks[index]
            if mark.start >= self.end:
                break
            if mark.end > mark.start:
                first = max(self._offset(mark.start), start)
                last = min(self._offset(mark.end), end)
                while last > first and self.text[last - 1] == " ":
                    last -= 1
                if first < last:
                    opened.append((first, last, mark))
        opened.sort(key=lambda item: (item[0], -item[1]))
        parts: list[str] = []
        stack: list[tuple[int, str]] = []
        at = start

        def advance(to: int) -> None:
            nonlocal at
            parts.append(escape(self.copy.text(self.text[at:to]), quote=False))
            at = to

        def close(until: int) -> None:
            while stack and stack[-1][0] <= until:
                to, tag = stack.pop()
                advance(to)
                parts.append(f"</{tag}>")

        for first, last, mark in opened:
            close(first)
            advance(first)
            last = min(last, stack[-1][0]) if stack else last
            link = f' href="{escape(mark.href)}"' if mark.href else ""
            parts.append(f"<{mark.tag}{link}>")
            stack.append((last, mark.tag))
        close(end)
        advance(end)
        return "".join(parts)
