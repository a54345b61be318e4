"""Lines of raw copy, and the paragraphs that they were wrapped from.

Copy has lines that were wrapped at a column, lines that are whole paragraphs, paragraphs parted by blank
lines or only by indentation, and tables held together by blanks. Each is told by its own story's habits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.markup.characters import INVISIBLE
from articles.wire.copy.plain import BIDI_MARKS, Copy, Line, Passage
from articles.wire.story import BlockType

SEPARATOR = re.compile(r"[ \t]*={5,}[ \t]*")
PROSE_WIDTH = 120  # a longer line is a paragraph of its own, not a wrapped one
_COLUMN = re.compile(
    r"(?<=\S)(?<![.!?:;…\"”)])[ \u00a0]{2,}(?=\S)|(?<=\S)[ \u00a0]{3,}(?=\S)"
    r"|(?<=\S)[ \u00a0]*\t[\t \u00a0]*(?=\S)"
)
_FIGURES = re.compile(r"[$€£]?\d{1,4}[.,:]\d\d\s+\S")
SENTENCE_END = re.compile(r"[.!?…。！？।۔؟:][\"'”’»«)\]]*$|^[^\w]*$")
_BULLET = re.compile(r"(?:[*+•·‣◦▪●■–-]|\u2022)\s+\S")
_HANGING = re.compile(r"(?:[*+•·‣◦▪●■–—-]|--)\s+\S")
_HYPHENATED = re.compile(r"\w-$")
_CONJUNCTION = re.compile(
    r"(?:und|oder|bzw\.?|sowie|and|or|to|et|ou|y|o|e|en|of|och|eller|og|ja|i|ve)\b", re.IGNORECASE
)
_PAIR = re.compile(r"[^\W\d_a-z][\w ]{1,24}[:：]\s*\S")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")
PARAGRAPH_SEPARATOR = "\u2029"
_LINE_END = re.compile("[\n\u2028\u2029]")
_EDGES = BIDI_MARKS + "\u200b\u2060"  # direction marks, and signs that show nothing at an edge
_BARS = re.compile(r"(?<![ \t\u00a0])[ \t\u00a0]+[|•·][ \t\u00a0]+")


def split_lines(copy: Copy, start: int, end: int) -> list[Line]:
    """The lines of `copy.chars[start:end]`, blank ones included."""
    lines: list[Line] = []
    chars = copy.chars
    at = start
    for cut in _LINE_END.finditer(chars, start, end):
        lines.append(_line(chars, at, cut.start()))
        at = cut.end()
        if cut.group() == PARAGRAPH_SEPARATOR:
            lines.append(Line(at, at, "", 0))
    lines.append(_line(chars, at, end))
    return lines


def part_line(copy: Copy, line: Line) -> list[Line]:
    """The parts of a line that bars or dots part (`By Jane Doe | 8 July 2016`), as lines of their own."""
    at = line.start
    parts: list[Line] = []
    for bar in [*_BARS.finditer(copy.chars, line.start, line.end), None]:
        parts.append(_line(copy.chars, at, bar.start() if bar else line.end))
        at = bar.end() if bar else at
    return parts


def _line(chars: str, start: int, end: int) -> Line:
    raw = chars[start:end]
    words = raw.split()
    if not words or not raw.strip(INVISIBLE):
        return Line(start, end, "", 0)
    text = " ".join(words)
    first = raw[0]
    indent = 0
    if first in " \t\u00a0\u3000":
        for char in raw:
            if char in " \u00a0":
                indent += 1
            elif char == "\t":
                indent += 8 - indent % 8
            elif char == "\u3000":
                indent += 2
            else:
                break
    if text[0] in _EDGES or text[-1] in _EDGES:
        return _without_marks(chars, start, end, indent)
    return Line(start, end, text, indent)


def _without_marks(chars: str, start: int, end: int, indent: int) -> Line:
    """Signs without width at the ends of a line belong to its setting, not to its text."""
    edge = _EDGES + " \t\u00a0\u3000"
    while start < end and chars[start] in edge:
        start += 1
    while end > start and chars[end - 1] in edge:
        end -= 1
    return Line(start, end, " ".join(chars[start:end].split()), indent)


@dataclass(frozen=True, slots=True)
class Habits:
    """How a story sets its paragraphs: least indentation, and whether first lines are indented."""

    margin: int
    indents: bool

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Habits:
        """The habits of a story's lines."""
        printed = [line for line in lines if line.text]
        margin = min((line.indent for line in printed), default=0)
        starts = sum(
            1
            for before, line in pairwise(printed)
            if line.indent >= margin + 2 and (before.indent <= margin + 1 or before.indent == line.indent)
        )
        wrapped = any(
            line.indent <= margin + 1 and before.indent >= margin + 2 for before, line in pairwise(printed)
        )
        return cls(margin, starts >= 2 and wrapped)


def passages(
    copy: Copy, lines: Sequence[Line], alone: Callable[[Line], bool], opens: Callable[[Line], bool]
) -> list[Passage]:
    """The paragraphs, lists and tables that the lines make up.

    `alone(line)` says that a line is a passage of its own whatever stands around it (an end mark, a coded
    line), `opens(line)` that it begins one (a byline, a label) where the line before it has come to its end.
    """
    habits = Habits.of(lines)
    found: list[Passage] = []
    group: list[Line] = []
    for line in lines:
        if line.text:
            group.append(line)
        elif group:
            found += _group(copy, group, habits, alone, opens, first=not found)
            group = []
    if group:
        found += _group(copy, group, habits, alone, opens, first=not found)
    return found


def _group(
    copy: Copy,
    lines: list[Line],
    habits: Habits,
    alone: Callable[[Line], bool],
    opens: Callable[[Line], bool],
    *,
    first: bool,
) -> list[Passage]:
    """The passages of adjacent lines without a blank line between them."""
    if len(lines) == 1:
        return [Passage(copy, lines)]
    found: list[Passage] = []
    columns = [_has_columns(copy, line) and not alone(line) for line in lines]
    prose: list[Line] = []
    index = 0
    while index < len(lines):
        stop = index
        while stop < len(lines) and columns[stop]:
            stop += 1
        if stop - index >= 2:
            if prose:
                found += _prose(copy, prose, habits, alone, opens, first=first and not found)
                prose = []
            found.append(_preformatted(copy, lines[index:stop]))
            index = stop
        else:
            prose.append(lines[index])
            index += 1
    if prose:
        found += _prose(copy, prose, habits, alone, opens, first=first and not found)
    return found


def _has_columns(copy: Copy, line: Line) -> bool:
    """Does the line hold cells set apart by tabs or runs of blanks?"""
    if line.end - line.start > 400:
        return False
    if _FIGURES.match(line.text):
        return True
    raw = copy.chars[line.start : line.end]
    if "  " not in raw and "\t" not in raw and "\u00a0" not in raw:
        return False
    raw = raw.strip()
    gaps = list(_COLUMN.finditer(raw))
    if not gaps:
        return False
    if any("\t" in gap.group() for gap in gaps) or len(gaps) > 2:
        return True
    return len(raw) <= PROSE_WIDTH and max(len(cell) for cell in _COLUMN.split(raw)) <= 60


def _preformatted(copy: Copy, lines: list[Line]) -> Passage:
    passage = Passage(copy, lines, type=BlockType.PREFORMATTED)
    passage.text = " ".join(line.text for line in lines)
    return passage


def laid_out(passage: Passage) -> str:
    """The text of a preformatted passage: its lines and columns as they stand, blanks at line ends gone."""
    rows = [
        passage.copy.chars[line.start : line.end].replace("\u00a0", " ").rstrip() for line in passage.lines
    ]
    return passage.copy.text("\n".join(rows))


def _prose(
    copy: Copy,
    lines: list[Line],
    habits: Habits,
    alone: Callable[[Line], bool],
    opens: Callable[[Line], bool],
    *,
    first: bool,
) -> list[Passage]:
    width = max(len(line.text) + min(line.indent, 8) for line in lines)
    strict = _is_strict(lines, width)
    found: list[Passage] = []
    current = [lines[0]]
    glue: list[str] = []
    was_alone = alone(lines[0])
    for before, line in pairwise(lines):
        opening = first and not found and len(current) == 1
        is_alone = alone(line)
        if was_alone or is_alone or _parts(before, line, current[0], width, strict, habits, opening, opens):
            found.append(Passage(copy, current, glue))
            current, glue = [line], []
        else:
            glue.append(_glue(before.text, line.text))
            current.append(line)
        was_alone = is_alone
    found.append(Passage(copy, current, glue))
    return found


def _parts(
    before: Line,
    line: Line,
    head: Line,
    width: int,
    strict: bool,
    habits: Habits,
    opening: bool,
    opens: Callable[[Line], bool],
) -> bool:
    """Does a new paragraph begin at `line`, which follows `before` in the paragraph that `head` began?"""
    ended = bool(SENTENCE_END.search(before.text))
    small = line.text[0].islower()
    if (
        _BULLET.match(line.text)
        and (ended or not small)
        and (_BULLET.match(head.text) or ended or before.text[-1:] == ":")
    ):
        return True
    room = _room(before, line, width)
    below_label = (":" in before.text or "：" in before.text) and bool(_PAIR.match(before.text))
    if (ended or opening or below_label or room > width * 0.3) and opens(line):
        return True
    if line.indent >= habits.margin + 2:
        if line.indent > before.indent + 1:
            return not (
                _HANGING.match(head.text) and line.indent <= head.indent + 4 and head.indent == before.indent
            )
        if abs(line.indent - before.indent) <= 1:
            return ended or width > PROSE_WIDTH or (not small and room > width * 0.4)
    if width > PROSE_WIDTH:
        return ended or not small or room > width * 0.6
    if opens(before) and before is head and room >= 0 and not small:
        return True
    if below_label and _PAIR.match(line.text):
        return True  # lines such as "Twitter: …", "Facebook: …"
    if small:
        return False
    if ended:
        return room >= (1 if strict else width * 0.4 if habits.indents else 8)
    if habits.indents:
        return False
    if opening and before.text.isupper() and not line.text.isupper():
        return True
    return room > width * 0.4


def _room(before: Line, line: Line, width: int) -> int:
    """The columns left on a line had the first word of the next stood there; below 0 where it was wrapped."""
    return width - len(before.text) - min(before.indent, 8) - 1 - _first_word(line.text)


def _is_strict(lines: list[Line], width: int) -> bool:
    """Were the lines filled by a machine, so that a line with room for the next word was ended on purpose?"""
    wrapped = 0
    for before, line in pairwise(lines):
        if line.text[0].islower():
            if _room(before, line, width) > 1:
                return False
            wrapped += 1
    return wrapped >= 4


def _first_word(text: str) -> int:
    """The room that the first word of a line would have taken on the line before."""
    if text[0] > "\u2e7f" and _WIDE.match(text):
        return 1
    stop = text.find(" ")
    return stop if stop > 0 else len(text)


def _glue(before: str, after: str) -> str:
    """What joins two wrapped lines: nothing in scripts without blanks or behind a hyphen, else a blank."""
    if before[-1] > "\u2e7f" and _WIDE.match(before[-1]) and _WIDE.match(after[0]):
        return ""
    if (
        before[-1] == "-"
        and _HYPHENATED.search(before)
        and after[0].islower()
        and not _CONJUNCTION.match(after)
    ):
        return ""
    return " "
