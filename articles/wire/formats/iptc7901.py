"""IPTC 7901, the text transmission format: https://iptc.org/std/IPTC7901/1.0/specification/7901V5.pdf

The envelope gives slug line, headline, urgency, section and time of issue; the rest is raw copy and read as
such. With the habits of dpa (four lines of header, notebook), ATS, APA and others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.wire import copy, headed, signs
from articles.wire.copy import byline, byline_shapes, dateline, embargoes, kills, notices
from articles.wire.copy.people import people
from articles.wire.story import BlockType, Parsed, Span, WireFormat, WireStory
from articles.wire.words import tidy

_HEADER = re.compile(
    r"""
    (?:ZCZC\s+)? (?P<service>[A-Za-z]{1,8}) [ ]? (?P<number>\d{1,6})
    (?: [ ]+ (?P<priority>\d) (?= [ ] | $) )? (?: [ ]+ (?P<category>[A-Za-z]{1,8}(?:[-/][A-Za-z]{1,6})?) (?= [ ] | $) )?
    (?: [ ]+ (?P<words>\d{1,6}) \b )?
    """,  # noqa: E501
    re.VERBOSE,
)
_OPENING = re.compile(r"^(?:ZCZC +)?[A-Za-z]{1,8} ?\d{1,6} +\d +[A-Za-z]{1,8} +\d{1,6}\b", re.MULTILINE)
_DATE = re.compile(
    r"(?P<day>\d\d) ?(?P<hour>\d\d)(?P<minute>\d\d)\s*(?P<zone>[A-Za-z]{1,5}(?=\s+[^\W\d_]))?\s*"
    r"(?P<month>[^\W\d_]{3,10})\.?\s*(?P<year>\d{4}|\d\d)(?!\d)"
)
_ISO_DATE = re.compile(r"[A-Z]{2,5}\d{3,5}\s+(?P<day>\d{4}-\d\d-\d\d)/(?P<clock>\d\d:\d\d)\s*$")  # APA's
_SUBTITLE = re.compile(r"Utl\.\s*:\s*(?=\S)")  # APA's; to the end of the head
_MOST_HEAD_LINES = 12
_BRACKETED = re.compile(r"\(.*\)|\[.*\]|\*.*\*")
_KILLED = re.compile(
    r"\W*(?:ELIMINAR|ANULAR|ANULADA|ANNULATION|ANNULER)\b(?:\W+(?:ELIMINAR|ANULAR|ANNULER))*\W*"
)
_TABLE = re.compile(r"^[ \t]*\|[^\n]*\|[ \t\r]*$(?:\n[ \t]*\|[^\n]*\|[ \t\r]*$)*", re.MULTILINE)
_LABEL = 40  # the longest line above the headline that is none of it


def sniff(head: bytes) -> bool:
    """Does the document open with a header as 7901 has it, with or without its SOH?"""
    return signs.look(head).family is signs.Family.HEADED and not headed.is_anpa(signs.look(head).head)


def parse(document: bytes, charset: str | None = None, timezone: str = "UTC") -> Parsed:
    """Read the messages of a document; one that is empty, binary or too large raises a `WireError`."""
    decoded = headed.decode(document, charset)
    messages, problems = headed.messages(decoded.text, _OPENING)
    stories = [_Reading(decoded.text, message, timezone).story() for message in messages]
    return headed.parsed("iptc7901", decoded, stories, problems)


class _Reading(headed.Reading):
    """The reading of one message."""

    def story(self) -> WireStory:
        """The story that envelope and copy make up together."""
        start, end = self._header()
        end = self._trailer(start, end)
        start = self._head(start, end)
        self._body(start, end)
        return copy.complete(self.excerpt.copy(), self.draft, self.timezone)

    # ── Header and trailer ───────────────────────────────────────────────────────────────────────────────
    def _header(self) -> tuple[int, int]:
        """Read the lines above the copy; where the copy stands."""
        lines = headed.lines(self.text, *self.message.header)
        body = self.message.body
        found = _HEADER.match(self.text, *lines[0]) if lines else None
        if found:
            self._codes(found)
            lines.pop(0)
        elif self.message.parted and lines and "/" not in self.text[slice(*lines[0])]:
            self.draft.problem(
                "bad-header", f"“{self.text[slice(*lines[0])][:80]}” is no header of IPTC 7901."
            )
            lines.pop(0)
        if not self.message.parted:
            start = found.end() if found else self.message.header[0]
            start = self.text.find("\n", start) + 1 if found and lines else start
            body = (start, self.message.header[1])
            lines = lines[:1] if lines and self.text[lines[0][1] - 1] == "/" else []
            if lines:
                body = (lines[0][1], body[1])
        for number, (start, end) in enumerate(lines):
            if number == 0 or self.text[start:end].endswith("/"):
                before = self.draft.values.pop("slugline", None)
                words = tidy(self.text[start:end]).rstrip("/ ")
                self.draft.found("slugline", words if before is None else f"{before}/{words}", start, end)
            else:
                self.excerpt.paragraph(start, end)
        slug = self.draft.values.get("slugline")
        if slug is not None and kills.in_slug(slug):
            self.draft.withdraw(kills.CANCELED)
        return body

    def _codes(self, found: re.Match[str]) -> None:
        priority = found["priority"]
        if priority and priority != "0":
            self.draft.found("urgency", int(priority), *found.span("priority"))
        if found["category"]:
            self.draft.found("section", found["category"], *found.span("category"))

    def _trailer(self, start: int, end: int) -> int:
        """Read the time of issue; where the copy ends."""
        lines = headed.lines(self.text, *self.message.trailer)
        if not self.message.ended:
            lines = headed.lines(self.text, start, end)[-4:] + lines
        dated = False
        for line in tuple(lines):
            found = _DATE.match(self.text, *line)
            if found and found.end() >= line[1] - 4:
                day = f"{found['day']} {found['month']} {headed.full_year(found['year'])}"
                clock = f"{found['hour']}:{found['minute']} {found['zone'] or ''}".strip()
            elif found := _ISO_DATE.match(self.text, *line):
                day, clock = found["day"], found["clock"]
            else:
                continue
            if not dated:
                headed.dated(self.draft, day, clock, self.timezone, *found.span())
            dated = True
            end = min(end, line[0])
            lines.remove(line)
        if not dated and not self.message.whole:
            self.draft.problem("truncated", "The message has no end; some of its text may be missing.")
        for line in lines:
            if line[0] >= end:
                self.draft.problems.append(
                    headed.left_out(self.text, *line, "after-end", "What stood behind the text")
                )
        return end

    # ── The lines down to ` =` ───────────────────────────────────────────────────────────────────────────
    def _head(self, start: int, end: int) -> int:
        """Read the head of the copy, down to the line with the end mark; where the text itself begins."""
        lines = headed.lines(self.text, start, end)[:_MOST_HEAD_LINES]
        for number, (first, last) in enumerate(lines):
            line = self.text[first:last]
            if line[-1] == "=":
                rest = first + len(line.rstrip("=").rstrip())
                if rest == first:
                    return start  # a typed rule
                self._head_lines([*lines[:number], (first, rest)])
                return last
            if dateline.find(tidy(self.text[first:last])) is not None:
                break
        return start

    def _head_lines(self, lines: list[tuple[int, int]]) -> None:
        """Part labels, headline and byline."""
        heads = _joined(self.text, lines)
        start, stop = 0, len(heads)
        while start < stop - 1 and _is_label(heads[start].text, heads[start + 1].text):
            self._label(heads[start])
            start += 1
        while stop - 1 > start:
            if _BRACKETED.fullmatch(heads[stop - 1].text):
                stop -= 1
                self._label(heads[stop])
            elif found := _byline(heads[start + 1 : stop]):
                stop -= found
                self._byline(heads[stop : stop + found])
            else:
                break
        key = "headline"
        for head in heads[start:stop]:
            for first, last in head.lines:
                if key == "headline" and self.draft.has(key) and (mark := _SUBTITLE.match(self.text, first)):
                    key, first = "description", mark.end()
                self.draft.found(key, tidy(self.text[first:last]), first, last)
        killed = kills.read(self.draft.values["headline"])
        if killed and killed.sure:
            self.draft.withdraw(killed.status)

    def _byline(self, heads: list[_Head]) -> None:
        """Take a byline, or the agency below one."""
        text = " ".join(head.text for head in heads)
        if byline_shapes.read(text) or byline.is_below(text):
            self.excerpt.gap(heads[0].lines[0][0])
            for head in heads:
                self.excerpt.line(*head.lines[0])
            self.excerpt.gap(heads[-1].lines[-1][1])
            return
        start, end = (
            heads[0].lines[0][0],
            heads[-1].lines[-1][1],
        )  # `By Lena Brook, nwa`: nobody knows the agency
        self.draft.found("byline", text, start, end)
        for credit in people(text.split(",")[0]):
            at = self.text.find(credit.name, start, end)
            span = Span(at, at + len(credit.name)) if at >= 0 else Span(start, end)
            self.draft.credit_named(credit.name, credit.role, span)

    def _label(self, head: _Head) -> None:
        """A line above the headline or below the byline: what it says, or else that it was left out."""
        text, start, end = head.text, head.lines[0][0], head.lines[-1][1]
        bracketed = _BRACKETED.fullmatch(text)
        correction = notices.correction(text, head=True) if bracketed else None
        if correction:
            self.draft.found("correction", text[slice(*correction)], start, end)
        elif _KILLED.fullmatch(text):
            self.draft.withdraw(kills.CANCELED)
            self.draft.found("ednote", text, start, end)
        elif kills.read(text) or embargoes.read(text, self.timezone):
            self.excerpt.paragraph(start, end)
        elif bracketed and " " in text and not notices.rank(text.replace(" )", ")")):
            self.draft.found("ednote", text, start, end)
        else:
            self.draft.problems.append(headed.left_out(self.text, start, end, "label", "A label"))

    # ── Text ─────────────────────────────────────────────────────────────────────────────────────────────
    def _body(self, start: int, end: int) -> None:
        """Hand the copy on; lines between bars are rows of a table."""
        at = start
        if "|" in self.text[start:end]:
            for table in _TABLE.finditer(self.text, start, end):
                self.excerpt.stretch(at, table.start())
                self.excerpt.block(BlockType.PREFORMATTED, headed.lines(self.text, *table.span()))
                at = table.end()
        self.excerpt.stretch(at, end)


@dataclass(frozen=True, slots=True)
class _Head:
    """A line of the head, or several where a bracket goes over them."""

    text: str
    lines: list[tuple[int, int]]


def _joined(text: str, lines: list[tuple[int, int]]) -> list[_Head]:
    heads: list[_Head] = []
    index = 0
    while index < len(lines):
        stop = index + 1
        if text[lines[index][0]] in "([":
            while stop < len(lines) and text[lines[stop - 1][1] - 1] not in ")]":
                stop += 1
            if text[lines[stop - 1][1] - 1] not in ")]":
                stop = index + 1  # it never closes
        words = tidy(" ".join(text[slice(*line)] for line in lines[index:stop]))
        heads.append(_Head(words, lines[index:stop]))
        index = stop
    return heads


def _byline(heads: list[_Head]) -> int:
    """Of how many of these last lines is the byline made: one, two where it was wrapped, or none."""
    for count in (1, 2):
        text = " ".join(head.text for head in heads[-count:])
        if count <= len(heads) and (_is_byline(text) or (count == 1 and byline.is_below(text))):
            return count
    return 0


def _is_byline(text: str) -> bool:
    """Is the line below the headline a byline, its agency known or not?"""
    return bool(byline_shapes.read(text) or ("," in text and byline_shapes.read(text.split(",")[0])))


def _is_label(text: str, below: str) -> bool:
    """Does the line above the headline say something else (`REFILE`, `2ND LEAD`, `(Eil)`, `France:`)?"""
    if _BRACKETED.fullmatch(text) or notices.rank(text) or kills.read(text) or embargoes.read(text, "UTC"):
        return True
    if len(text) > _LABEL or below[0].islower():
        return False
    return text[-1] == ":" or " " not in text or (text.isupper() and not below.isupper())


FORMAT = WireFormat(label="IPTC 7901", sniff=sniff, parse=parse)
