"""Parts the copy into stories, and gives every passage to a field, the body or a problem."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.wire import dates, language
from articles.wire.copy import (
    byline_shapes,
    dateline,
    declared,
    embargoes,
    furniture,
    kills,
    labels,
    notices,
    signoffs,
    tags,
)
from articles.wire.copy.body import Body
from articles.wire.copy.draft import Draft
from articles.wire.copy.head import Head
from articles.wire.copy.header_block import names_source
from articles.wire.copy.hypertext import plain
from articles.wire.copy.lines import SEPARATOR, part_line, passages, split_lines
from articles.wire.copy.page_parts import Declared
from articles.wire.copy.plain import Copy, Line, Passage, Region
from articles.wire.copy.tail import Tail
from articles.wire.story import Block, BlockType, Problem, WireStory

_DETECTED = 1200  # characters that are enough to tell the language
_TAIL = 3  # passages at the end among which a line on first publication is looked for
_HEAD_LINES = 16  # printed lines among which a story's head is looked for
_BREAKS = re.compile(r"\f|^[ \t]*={5,}[ \t]*$|^[ \t]*N{4,}[ \t]*\n(?=\s*ZCZC)", re.MULTILINE)


def read(text: str, timezone: str = "UTC") -> tuple[WireStory, ...]:
    """The stories of a decoded text, in order. Times without a zone are of `timezone`, an IANA name.

    Any text has a result; where nothing in it is recognised, all of it is the body of one story.
    """
    copy, media, left_out, page = plain(text)
    stories: list[WireStory] = []
    for start, end, separators in _stories(copy):
        draft = Draft()
        story = _Story(copy, start, end, timezone, draft)
        if page:
            story.page = (page, not stories)
        story.read()
        draft.problems[:0] = [*(left_out if not stories else ()), *separators]
        if media and not stories:
            draft.values["media"] = media
        stories.append(draft.story())
    return tuple(stories)


def complete(copy: Copy, draft: Draft, timezone: str = "UTC") -> WireStory:
    """The story of one piece of copy whose envelope has filled some keys of the draft, and put them first.

    What the draft has is not looked for in the copy. Made with `excerpt`, the copy knows where it stood.
    """
    if copy.chars.strip():
        _Story(copy, 0, len(copy.chars), timezone, draft).read()
    elif not draft.has("created"):
        draft.problem("no-date", "The text names no date of issue.")
    return draft.story()


def _stories(copy: Copy) -> list[tuple[int, int, list[Problem]]]:
    """The stretches between form feeds and lines of `=` that hold anything, with what parted them."""
    found: list[tuple[int, int, list[Problem]]] = []
    waiting: list[Problem] = []  # above the first story
    at = 0
    cuts = [(cut.start(), cut.end()) for cut in _BREAKS.finditer(copy.chars)]
    for first, last in [*cuts, (len(copy.chars), len(copy.chars))]:
        story = copy.chars[at:first].strip()
        printed = copy.chars[first:last].strip()
        closes = bool(story) and printed.startswith("NNNN")  # a stop code belongs to the story that it closes
        if story:
            found.append((at, last if closes else first, waiting))
            waiting = []
        if printed and not closes:
            message = f"A line between stories was left out: “{printed}”"
            (found[-1][2] if found else waiting).append(Problem("separator", message, copy.span(first, last)))
        at = last
    if not found and copy.chars.strip():
        return [(0, len(copy.chars), [])]
    return found


class _Story:
    """The reading of one story."""

    def __init__(self, copy: Copy, start: int, end: int, timezone: str, draft: Draft) -> None:
        self.copy = copy
        self.timezone = timezone
        self.draft = draft
        self.page: tuple[Declared, bool] | None = None  # what the page says, and is this its first story?
        self.lines = split_lines(copy, start, end)
        printed = [line for line in self.lines if line.text]
        self.head_end = printed[min(_HEAD_LINES, len(printed)) - 1].end if printed else end
        self.first_end = printed[min(3, len(printed)) - 1].end if printed else end
        self.lines = [part for line in self.lines for part in self._parts(line)]
        self.tail_start = printed[-min(8, len(printed))].start if printed else end
        self.names = self._names(printed)
        self.coded = any(furniture.starts(line.text) for line in printed[:3])
        self.passages = self._passages(start, end)

    def read(self) -> None:
        """Read head, tail and body, in this order, so that the body is what nothing else claims."""
        head = Head(self.passages, self.draft, self.timezone, coded=self.coded)
        head.read()
        tail = Tail(self.passages, head, self.draft, self.timezone)
        tail.read()
        body = Body(self.passages, head, tail, self.draft)
        blocks = body.read()
        self._language(blocks)
        if self.page:
            declared.take(self.page[0], self.draft, self.timezone, first=self.page[1])
        self._told_in_text(blocks)
        if not self.draft.has("created"):
            self.draft.problem(*head.no_date())

    def _told_in_text(self, blocks: tuple[Block, ...]) -> None:
        """What the text itself says of the story: that it is withdrawn, or when it was first published."""
        if not self.draft.has("pubstatus") and len(blocks) == 1 and kills.told(blocks[0].text):
            self.draft.withdraw(kills.WITHHELD)
            self.draft.problem(
                "possible-kill",
                f"This may withdraw a story, so the story is withheld: “{blocks[0].text}”",
                self.draft.spans["body.0"][0],
            )
        for passage in self.passages[-_TAIL:] if not self.draft.has("created") else ():
            stretch = notices.first_published(passage.text)
            moment = stretch and dates.read(passage.text[slice(*stretch)].strip(" ."), self.timezone)
            if stretch and moment and moment.has_year:
                self.draft.moment("created", moment, passage.span(*stretch))

    def _language(self, blocks: tuple[Block, ...]) -> None:
        parts = [self.draft.values.get("headline") or "", self.draft.values.get("description") or ""]
        size = 0
        for block in blocks:
            if block.type is BlockType.PREFORMATTED:
                continue
            parts.append(block.text[:_DETECTED])
            size += len(block.text)
            if size > _DETECTED:
                break
        text = "\n".join(part for part in parts if part)[:_DETECTED]
        self.draft.values["language"] = (
            language.detect(text.lower() if text.isupper() else text) if text else None
        )

    # ── Passages ─────────────────────────────────────────────────────────────────────────────────────────
    def _passages(self, start: int, end: int) -> list[Passage]:
        if not self.copy.regions:
            return passages(self.copy, self.lines, self.alone, self.opens)
        found: list[Passage] = []
        at = start
        for region in self.copy.regions:
            if region.start < start or region.end > end:
                continue
            if self.copy.chars[at : region.start].strip():
                found += passages(self.copy, split_lines(self.copy, at, region.start), self.alone, self.opens)
            found += self._region(region)
            at = region.end
        if self.copy.chars[at:end].strip():
            found += passages(self.copy, split_lines(self.copy, at, end), self.alone, self.opens)
        return found

    def _region(self, region: Region) -> list[Passage]:
        lines = [line for line in split_lines(self.copy, region.start, region.end) if line.text]
        if not lines:
            return []
        if region.type is not BlockType.PARAGRAPH:
            return [Passage(self.copy, lines, type=region.type, level=region.level)]
        found: list[Passage] = []
        current = [lines[0]]
        for line in lines[1:]:
            before = current[-1]
            if (
                self.alone(before)
                or self.alone(line)
                or self.opens(line)
                or "\n\n" in self._between(before, line)
            ):
                found.append(Passage(self.copy, current))
                current = [line]
            else:
                current.append(line)
        found.append(Passage(self.copy, current))
        return found

    def _between(self, before: Line, line: Line) -> str:
        return "".join(self.copy.chars[before.end : line.start].split(" "))

    def _parts(self, line: Line) -> list[Line]:
        """The line, or its parts where each of them is a byline or a date."""
        if not line.text or len(line.text) > 160 or line.start > self.head_end:
            return [line]
        parts = part_line(self.copy, line)
        if len(parts) > 1 and all(
            part.text and (byline_shapes.read(part.text) or notices.date_line(part.text, self.timezone))
            for part in parts
        ):
            return parts
        return [line]

    def _names(self, printed: list[Line]) -> set[int]:
        """Where lines start that may be the writer's name, between a headline and a date that touch them."""
        found: set[int] = set()
        for above, line, below in zip(printed[:_HEAD_LINES], printed[1:], printed[2:], strict=False):
            if byline_shapes.bare_below(line.text, above.text) and (
                notices.date_line(below.text, self.timezone) or dateline.find(below.text)
            ):
                found.add(line.start)
        return found

    def alone(self, line: Line) -> bool:
        """Is the line a passage of its own whatever stands around it?"""
        text = line.text
        size = len(text)
        if size > 200:
            return False
        if _closes(text):
            return True
        if line.start >= self.tail_start and (
            (size <= 40 and furniture.desk_code(text)) or (size <= 100 and text.startswith("SOURCE: "))
        ):
            return True
        if line.start > self.head_end:
            return False
        if furniture.starts(text) or (self.coded and (furniture.coded(text) or furniture.lettered(text))):
            return True
        if line.end <= self.first_end and (furniture.slugline(text) or furniture.priority(text)):
            return True
        return line.start in self.names or self._is_notice(text)

    def _is_notice(self, text: str) -> bool:
        """Is a line of the head one of those that are told by themselves?"""
        label = labels.label(text) if len(text) <= 80 else None
        return bool(
            notices.release(text)
            or notices.rank(text)
            or kills.read(text)
            or byline_shapes.read(text)
            or notices.date_line(text, self.timezone)
            or embargoes.read(text, self.timezone)
            or (text[0] in "([" and text[-1] in ")]" and notices.correction(text, head=True))
            or (label and label[0] in labels.SOURCE and names_source(text, label[1]))
        )

    def opens(self, line: Line) -> bool:
        """Does the line begin a passage, where the one before it has come to its end?"""
        return _opens(line.text) or (line.start <= self.head_end and dateline.find(line.text) is not None)


# Copy repeats its short lines, and every line is asked about more than once.
@lru_cache(maxsize=4096)
def _closes(text: str) -> bool:
    """Is the line, wherever it stands, an end mark, a typed rule or a line of tags?"""
    if len(text) <= 60 and (furniture.framed_end(text) or furniture.rule(text)):
        return True
    return text[0] in "#＃" and bool(tags.hashes(text))


def _opens(text: str) -> bool:
    return _opens_briefly(text) if len(text) <= 60 else _opens_at_length(text)


def _opens_at_length(text: str) -> bool:
    """Does the line open with a label, a sign-off or a copyright?"""
    if labels.known_label(text) or signoffs.opens(text):
        return True
    return text[0] in "Cc©(" and notices.copyright_line(text)


@lru_cache(maxsize=4096)
def _opens_briefly(text: str) -> bool:
    """The same of a short line, which may be an end mark, a signature, the head of contacts or notes too."""
    return bool(
        furniture.end_mark(text)
        or notices.contact(text)
        or notices.notes(text)
        or furniture.signed(text)
        or _opens_at_length(text)
    )


__all__ = ["SEPARATOR", "complete", "read"]
