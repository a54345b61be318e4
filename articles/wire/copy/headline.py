"""Headline and standfirst: what is left of a head when codes, notices, bylines and dates are claimed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.wire.copy import byline_shapes
from articles.wire.copy.lines import SENTENCE_END
from articles.wire.story import BlockType

if TYPE_CHECKING:
    from articles.wire.copy.head import Head

LONGEST_HEADLINE = 200
_STOP = re.compile(r"[.。।۔．][\"'”’»)\]]*$")
_ACRONYM = re.compile(r"(?:\b\w\.){2,}[\"'”’»)\]]*$|\.\.+$|…$")
_INNER_STOP = re.compile(r"[^\W\d_]{4,}[.。।]\s+[^\W\d_]")
_KICKER = re.compile(
    r"(?:[A-Z&.]+ ){0,2}NEWS"
    r"|(?:WORLD|POLITICS|BUSINESS|SPORTS?|MARKETS|TECHNOLOGY|SCIENCE|HEALTH|CULTURE|OPINION)"
)
_WORD = re.compile(r"[^\W\d_]{4,}")


def full_stop(text: str) -> bool:
    """Does the text end on a full stop, and not on that of an abbreviation?"""
    return bool(_STOP.search(text)) and not _ACRONYM.search(text)


class Headline:
    """Takes headline and standfirst from the `plain` passages of a head that has been read."""

    def __init__(self, head: Head) -> None:
        self.head = head
        self.passages = head.passages
        self.draft = head.draft
        self.plain = head.plain
        self.taken = head.taken
        self.dateline = head.dateline
        self.anchors = head.anchors
        self._perhaps: set[int] = set()  # lines that may be bylines

    def read(self) -> None:
        """Claim headline and standfirst."""
        self._headline()
        self._perhaps_bylines()
        self._description()

    # ── Headline ─────────────────────────────────────────────────────────────────────────────────────────
    def _headline(self) -> None:
        if self.draft.has("headline") or not self.plain:
            return
        self._kicker()
        # a page's main heading is its headline, whatever stands above it
        index = next((number for number in self.plain if self.passages[number].level == 1), self.plain[0])
        passage = self.passages[index]
        if passage.type is BlockType.HEADING and self._followed_by_text(index):
            self._take([index])
            return
        if passage.type is not BlockType.PARAGRAPH or not self._followed_by_text(index):
            return
        block = self._block(index)
        text = " ".join(self.passages[number].text for number in block)
        if (
            len(text) > LONGEST_HEADLINE
            or full_stop(text)
            or not any(char.isalpha() for char in text)
            or self._runs_on(block, text)
        ):
            return
        if self.dateline and index >= self.dateline[0]:
            return
        self._take(block)

    def _kicker(self) -> None:
        """`WORLD NEWS` above the date of a page and its headline names the section."""
        first = self.plain[0]
        text = self.passages[first].text
        if len(self.plain) < 2 or self.draft.has("section") or not _KICKER.fullmatch(text):
            return
        second = self.plain[1]
        if second == first + 1 or full_stop(self.passages[second].text) or first + 1 not in self.anchors:
            return
        self.draft.set("section", self.passages[first])
        self.taken.add(first)
        self.plain.remove(first)

    def _runs_on(self, block: list[int], text: str) -> bool:
        """Is the first block the start of running prose: an unfinished sentence, or several of them?"""
        if text[-1] in ",;:-–—" or len(_INNER_STOP.findall(text)) > 1:
            return True
        following = block[-1] + 1
        return (
            following < len(self.passages)
            and following not in self.taken
            and self.passages[following].text[0].islower()
            and not self.passages[following].text[0].isdigit()
        )

    def _take(self, block: list[int]) -> None:
        for number in block:
            self.draft.add("headline", self.passages[number])
            self.taken.add(number)
            self.plain.remove(number)
        self.anchors.append(block[0])

    def _block(self, index: int) -> list[int]:
        """The passages of the first block, down to a blank line: a headline may be set in several lines."""
        block = [index]
        while len(block) < 3:
            following = block[-1] + 1
            if (
                following >= len(self.passages)
                or following not in self.plain
                or self.passages[block[-1]].lines_to(self.passages[following]) != 1
                or self._is_another(block[-1], following)
            ):
                break
            block.append(following)
        last = block[-1]
        texts = [self.passages[number].text for number in block]
        if len(block) > 1 and (
            any(SENTENCE_END.search(text) or len(text) > 110 for text in texts)
            or (
                last + 1 < len(self.passages)
                and last + 1 not in self.taken
                and self._adjacent(last)
                and not (self.dateline and last + 1 == self.dateline[0])
                and not self._is_another(last, last + 1)
            )
        ):
            return block[:1]
        return block

    def _is_another(self, before: int, following: int) -> bool:
        """Does the line below a headline's first line say something else: a name, or a standfirst?"""
        first, second = self.passages[before].text, self.passages[following].text
        below = following + 1
        if byline_shapes.bare_below(second, first) and (
            below in self.anchors or (self.dateline is not None and below == self.dateline[0])
        ):
            return True
        if second[0].islower() or not first[0].isupper() or _in_title_case(second):
            return False
        # a line that was wrapped had no room for the next word
        return len(first) + 1 + len(second.split(" ", 1)[0]) < len(second) and not first.isupper()

    def _adjacent(self, index: int) -> bool:
        return self.passages[index].lines_to(self.passages[index + 1]) <= 1

    def _followed_by_text(self, index: int) -> bool:
        """Is there a passage below that is not claimed by the head?"""
        return any(number not in self.taken for number in range(index + 1, len(self.passages)))

    # ── Standfirst ───────────────────────────────────────────────────────────────────────────────────────
    def _perhaps_bylines(self) -> None:
        """Report lines between headline and text that may be bylines; they stay in the text."""
        if not self.anchors:
            return
        until = self.dateline[0] if self.dateline else max(self.anchors) + 1
        for number in [number for number in self.plain if min(self.anchors) < number < until]:
            passage = self.passages[number]
            if passage.type is BlockType.PARAGRAPH and byline_shapes.like(passage.text):
                self._perhaps.add(number)
                self.draft.problem(
                    "possible-byline",
                    f"This may be a byline; it was left in the text: “{passage.value()}”",
                    passage.span(),
                )

    def _description(self) -> None:
        if self.draft.has("description") or self.dateline is None:
            return
        until = self.dateline[0]
        above = [number for number in self.plain if number < until and number not in self._perhaps]
        between = [number for number in above if self.anchors and min(self.anchors) < number]
        if not between or len(between) > 2 or len(between) != len(above):
            return
        if any(
            self.passages[number].type is not BlockType.PARAGRAPH or len(self.passages[number].text) > 800
            for number in between
        ):
            return
        for number in between:
            self.draft.add("description", self.passages[number])
            self.taken.add(number)


def _in_title_case(text: str) -> bool:
    """Are most of the longer words capitalised, as in headlines of American releases?"""
    words = _WORD.findall(text)
    return sum(1 for word in words if not word[0].islower()) * 2 > len(words)
