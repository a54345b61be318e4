r"""ANPA 1312, the transmission format of American newspapers: https://en.wikipedia.org/wiki/ANPA-1312

Line codes of its copy: `^` opens a line that is set alone, `<` and `=` end it (set left, centred), 8 opens a
line of a table, 17 to 20 tell the kind of copy, 16 is a space band. With habits of AP, NYT and Kyodo.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from articles.wire import copy, headed, signs
from articles.wire.copy import byline, byline_shapes, dateline, embargoes, furniture, kills, notices
from articles.wire.copy.agencies import is_agency
from articles.wire.story import BlockType, Parsed, WireFormat, WireStory
from articles.wire.words import tidy

_IDENTITY = r"(?P<service>[A-Za-z])[ ]?(?P<number>\d{3,4})(?P<agency>[A-Za-z]{0,12})"
_HEADER = re.compile(rf"{_IDENTITY}[\x1f ]?(?P<selector>[\w-]*)")
_OPENING = re.compile(
    r"^[A-Za-z] ?\d{3,4}[A-Za-z]{0,12}[\x1f ]?[\w-]{0,12}[ \t]*\n"
    r"(?=[A-Za-z] [A-Za-z][\x11-\x14\s][^\n]{0,80}\b\d\d?-\d\d?(?: +\d{1,4})?\s*\n)",
    re.MULTILINE,
)
_CODES = re.compile(
    r"(?P<priority>[A-Za-z])[ ](?P<category>[A-Za-z])[\x11-\x14\s]*(?P<keyword>.*?)"
    r"(?:[ ]+\d{1,2}-\d{1,2}(?:[ ]+(?P<words>\d{1,4}))?)?[ ]*$"
)
_URGENCIES = {"f": 1, "b": 2, "u": 3, "r": 4, "d": 5}
_DATE = re.compile(
    r"(?P<sender>[A-Za-z]{2,8}(?:-[A-Za-z]{2,4})?)(?:[- ]|(?=\d\d:))"
    r"(?:(?P<early>\d\d:?\d\d)[- ])?(?P<first>\d\d)-(?P<second>\d\d)-(?P<year>\d{4}|\d\d)(?!\d)"
    r"(?:\s+(?P<late>\d\d:?\d\d)(?P<half>[ap]m)?\s?(?P<zone>[A-Za-z]{1,4}\b)?)?"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_END = "<=\x10" + " \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0"  # codes and blanks at the end of a line
_BREAK = re.compile(r"<\s*(?=\^)")  # two lines set on one
_LENGTH = re.compile(r",\s*\d{0,5}$")
_NUMBER = re.compile(r"\*\d+")
_EDITORS = re.compile(
    r"[(\[]?\s*(?:eds?|editors?|attn|attention|note|desk)\b[^:]{0,30}:|editor['’]?s['’]? note\b"
    r"|[(\[].*[)\]]$|with (?:[ap]m|bc)-{1,2}\S",
    re.IGNORECASE,
)
_KIND = r"(?:(?:laser)?(?:photos?|graphics?|colou?r|maps?)|video|audio|interactive|illustrations?|images?)"
_PICTURES = re.compile(
    rf"(?:[A-Z]{{2,8}}\s)?{_KIND}\b(?=\s+(?:[A-Z]+\d|[A-Z]{{3,}}|to come|moving|available|by\b|planned))"
    rf"|(?:with:?\s+)?[A-Z]{{2,8}}\s{_KIND}(?:(?:,|\s+and|\s+with)\s+(?:[A-Z]{{2,8}}\s)?{_KIND})*\.?$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:c\.?|\(c\)|©|copyright)\s*(?:\(c\)|©)?\s*\d{4}\b", re.IGNORECASE)
_DESK = re.compile(r"\(?(?:story can end|(?:begin|end)?\s?optional|more\)|moving|hfr\b).*\)", re.IGNORECASE)
_ADVANCE = re.compile(r"\$?adv\.?\s?\d{1,2}\b.{0,24}|\W*end adv\b.{0,60}", re.IGNORECASE)
_ADDED = re.compile(r"\badd\b", re.IGNORECASE)  # a take that goes on where the last one ended:
_PICKED_UP = re.compile(r"[^:]{2,40}: .{1,60}\.")
_COLUMNS = re.compile(r"\S[ \t]{2,}\S")
# New York Times and others: no agency in it
_PLACE = re.compile(
    r"(?P<place>[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,3}(?:, [A-Z][\w. ]{1,20})?) +(?:_|--) +(?=[A-Z`\"])"
)
_SPACE_BAND = re.compile(r"\x10 ?")
_SUMMARY = 70  # a longer line between headline and byline sums the story up
_MOST_HEAD_LINES = 24


def sniff(head: bytes) -> bool:
    """Does the document open with the two lines of header that ANPA 1312 has, with or without SYN and SOH?"""
    return signs.look(head).family is signs.Family.HEADED and headed.is_anpa(signs.look(head).head)


def parse(document: bytes, charset: str | None = None, timezone: str = "UTC") -> Parsed:
    """Read the messages of a document; one that is empty, binary or too large raises a `WireError`."""
    decoded = headed.decode(document, charset)
    decoded = replace(decoded, text=_SPACE_BAND.sub(" ", decoded.text))
    messages, problems = headed.messages(decoded.text, _OPENING)
    stories = [_Reading(decoded.text, message, timezone).story() for message in messages]
    return headed.parsed("anpa1312", decoded, stories, problems)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the copy: where its words stand, and how its codes set it."""

    start: int
    end: int
    text: str
    alone: bool = False  # ^
    opens: bool = False  # indented: a paragraph
    cells: bool = False  # TLI, or columns parted by semicolons
    ended: str = ""  # the codes behind it


class _Reading(headed.Reading):
    """The reading of one message."""

    keyword = ""

    def story(self) -> WireStory:
        """The story that envelope and copy make up together."""
        start, end = self._header()
        end = self._trailer(start, end)
        lines = self._lines(start, end)
        self._body(lines[self._head(lines) :])
        return copy.complete(self.excerpt.copy(), self.draft, self.timezone)

    # ── Header and trailer ───────────────────────────────────────────────────────────────────────────────
    def _header(self) -> tuple[int, int]:
        lines = headed.lines(self.text, *self.message.header)
        if lines and _HEADER.match(self.text, *lines[0]):
            lines.pop(0)
        found = _CODES.match(self.text, *lines[0]) if lines else None
        if found:
            urgency = _URGENCIES.get(found["priority"].lower())
            if urgency:
                self.draft.found("urgency", urgency, *found.span("priority"))
            self.draft.found("section", found["category"], *found.span("category"))
            self.keyword = tidy(found["keyword"])
            self._keyword_at = found.span("keyword")
        elif self.message.parted or not lines:
            self.draft.problem("bad-header", "The header is not one of ANPA 1312.")
        if self.message.parted:
            return self.message.body
        start = lines[0][1] if found else self.message.header[0]
        return start, self.message.header[1]

    def _trailer(self, start: int, end: int) -> int:
        """Read the time of issue; where the copy ends."""
        lines = headed.lines(self.text, *self.message.trailer)
        if not self.message.ended:
            lines = headed.lines(self.text, start, end)[-4:] + lines
        for line in reversed(lines):
            found = _DATE.search(self.text, *line)
            if found and found.start() <= line[0] + 2:
                self._dated(found)
                lines.remove(line)
                end = min(end, line[0])
                break
        else:
            if not self.message.whole:
                self.draft.problem("truncated", "The message has no end; some of its text may be missing.")
        for line in lines:
            if line[0] > end:
                self.draft.problems.append(
                    headed.left_out(self.text, *line, "after-end", "What stood behind the text")
                )
        return end

    def _dated(self, found: re.Match[str]) -> None:
        """Month and day, as Americans write it; Kyodo sends the day first."""
        month, day = int(found["first"]), int(found["second"])
        if month > 12 or (found["sender"].startswith("K") and day <= 12):
            month, day = day, month
        name = _MONTHS[month - 1] if 1 <= month <= 12 else str(month)
        clock = found["early"] or found["late"] or ""
        if clock and ":" not in clock:
            clock = f"{clock[:2]}:{clock[2:]}"
        clock = f"{clock}{found['half'] or ''} {found['zone'] or ''}".strip()
        day_text = f"{day} {name} {headed.full_year(found['year'])}"
        headed.dated(self.draft, day_text, clock, self.timezone, *found.span())

    # ── Lines ────────────────────────────────────────────────────────────────────────────────────────────
    def _lines(self, start: int, end: int) -> list[_Line]:
        found: list[_Line] = []
        at = start
        while at < end:
            stop = self.text.find("\n", at, end)
            stop = end if stop < 0 else stop
            first = at
            for cut in _BREAK.finditer(self.text, at, stop):
                found.append(self._line(first, cut.end()))
                first = cut.end()
            found.append(self._line(first, stop))
            at = stop + 1
        return found

    def _line(self, start: int, end: int) -> _Line:
        last = start + len(self.text[start:end].rstrip(_END))
        ended = self.text[last:end]
        first = start
        cells = alone = False
        while first < last and (ord(self.text[first]) < 33 or self.text[first] == "^"):
            cells = cells or self.text[first] == "\x08"
            alone = alone or self.text[first] == "^"
            first += 1
        if cells:  # the columns of a table begin where its codes end
            first = start + len(self.text[start:first].rstrip(" "))
        text = self.text[first:last]
        cells = cells or (text.count(";") > 2 and "; " not in text)
        opens = self.text[start : start + 1] == "\t"
        return _Line(first, last, tidy(text), alone and not cells, opens, cells, ended.strip())

    # ── Head ─────────────────────────────────────────────────────────────────────────────────────────────
    def _head(self, lines: list[_Line]) -> int:
        """Read the lines above the text; how many they are."""
        index = self._slug(lines)
        credited = False
        while index < min(len(lines), _MOST_HEAD_LINES):
            line = lines[index]
            if not line.text:
                index += 1
                continue
            if not line.alone:
                break
            stop = self._wrapped(lines, index)
            text = tidy(" ".join(part.text for part in lines[index:stop]))
            credited = credited or bool(byline_shapes.read(text))
            if self._is_body(line, text) or not self._head_line(lines[index:stop], text, credited):
                break
            index = stop
        if not self.draft.has("headline"):
            index = self._bare_headline(lines, index)
        return index

    def _slug(self, lines: list[_Line]) -> int:
        """Take the first line as the slug line where it is one, else the keyword of the header."""
        index = 0
        while index < len(lines) and (not lines[index].text or _NUMBER.fullmatch(lines[index].text)):
            if lines[index].text:
                self._leave("agency-code", "A code", lines[index])
            index += 1
        line = lines[index] if index < len(lines) else None
        if line and line.text and self._is_slug(line):
            length = _LENGTH.search(line.text)
            slug = line.text[: length.start()] if length else line.text
            self.draft.found("slugline", slug.rstrip(" ,"), line.start, line.end)
            index += 1
        elif self.keyword:
            self.draft.found("slugline", self.keyword, *self._keyword_at)
        if kills.in_slug(self.draft.values.get("slugline") or ""):
            self.draft.withdraw(kills.CANCELED)
        return index

    def _is_slug(self, line: _Line) -> bool:
        if _LENGTH.search(line.text) or furniture.slugline(line.text):
            return True
        letters = _letters(line.text)
        keyword = _letters(self.keyword)
        return bool(letters) and (letters == keyword or (len(keyword) > 5 and letters.startswith(keyword)))

    def _is_body(self, line: _Line, text: str) -> bool:
        """Does the copy of a table or list begin here, whose lines are set alone like those of a head?"""
        return self.draft.has("headline") and line.ended == "=" and self._is_heading(text)

    def _is_heading(self, text: str) -> bool:
        return any(map(str.isalnum, text)) and not (
            byline_shapes.read(text)
            or byline.is_below(text)
            or _EDITORS.match(text)
            or _COPYRIGHT.match(text)
        )

    def _wrapped(self, lines: list[_Line], index: int) -> int:
        """Where the lines end over which a line of the head was wrapped: at its end mark."""
        stop = index + 1
        while (
            not lines[stop - 1].ended
            and stop < min(len(lines), index + 6)
            and lines[stop].text
            and not (lines[stop].alone or lines[stop].opens or lines[stop].cells)
        ):
            stop += 1
        return stop if lines[stop - 1].ended else index + 1

    def _head_line(self, parts: list[_Line], text: str, credited: bool) -> bool:
        """Claim a line of the head; False where it belongs to the text."""
        if _EDITORS.match(text) and not notices.correction(text, head=True):
            self._take("ednote", parts)
        elif _ADVANCE.fullmatch(text):
            self._leave("agency-code", "A code", *parts)
        elif self._goes_on and _PICKED_UP.fullmatch(text):
            self._leave("label", "Where this take goes on", *parts)
        elif _PICTURES.match(text):
            self._leave("photo-line", "A line on pictures", *parts)
        elif _COPYRIGHT.match(text):
            self._take("copyright", parts)
        elif (
            byline_shapes.read(text)
            or (credited and byline.is_below(text))
            or notices.correction(text, head=True)
            or notices.rank(text)
            or kills.read(text)
            or embargoes.read(text, self.timezone)
        ):
            self.excerpt.gap(parts[0].start)
            for part in parts:
                self.excerpt.line(part.start, part.end)
            self.excerpt.gap(parts[-1].end)
        elif is_agency(text):
            self._leave("agency-line", "A bare line of the agency", *parts)
        elif not self.draft.has("headline"):
            self._take("headline", parts)
        elif credited or self.draft.has("description") or len(text) < _SUMMARY or parts[-1].ended != "<":
            return False
        else:
            self._take("description", parts)
        return True

    @property
    def _goes_on(self) -> bool:
        slug = self.draft.values.get("slugline")
        return slug is not None and not self.draft.has("headline") and _ADDED.search(slug) is not None

    def _bare_headline(self, lines: list[_Line], index: int) -> int:
        """Kyodo's headline: the lines down to the one that ends on a plus sign."""
        for stop in range(index, min(len(lines), index + 4)):
            line = lines[stop]
            if not line.text or line.alone or line.opens or dateline.find(line.text) is not None:
                break
            if line.text[-1] == "+":
                for part in lines[index:stop]:
                    self.draft.found("headline", part.text, part.start, part.end)
                self.draft.found("headline", line.text[:-1].rstrip(), line.start, line.end - 1)
                return stop + 1
        return index

    def _take(self, key: str, parts: list[_Line]) -> None:
        for part in parts:
            self.draft.found(key, part.text, part.start, part.end)

    def _leave(self, code: str, what: str, *parts: _Line) -> None:
        self.draft.problems.append(headed.left_out(self.text, parts[0].start, parts[-1].end, code, what))

    # ── Text ─────────────────────────────────────────────────────────────────────────────────────────────
    def _body(self, lines: list[_Line]) -> None:
        """Hand the copy on: lines set alone stand apart, lines of tables together."""
        index = 0
        fresh = True
        while index < len(lines):
            line = lines[index]
            stop = index + 1
            if line.opens and fresh:
                line, fresh = self._opening(line), False
            if not line.text:
                self.excerpt.gap(line.end)
            elif (count := self._rows(lines, index)) > 1:
                stop = index + count
                self.excerpt.block(BlockType.PREFORMATTED, [self._row(row) for row in lines[index:stop]])
            elif _DESK.fullmatch(line.text) or (line.alone and _ADVANCE.fullmatch(line.text)):
                self._leave("label", "A label", line)
            elif line.cells:
                while stop < len(lines) and lines[stop].cells:
                    stop += 1
                rows = [(row.start, row.end) for row in lines[index:stop]]
                self.excerpt.block(BlockType.PREFORMATTED, rows)
            elif line.alone and line.ended == "=" and self._is_heading(line.text):
                self.excerpt.block(BlockType.HEADING, [(line.start, line.end)], 2)
            elif line.alone or line.opens:
                self.excerpt.gap(line.start)
                self.excerpt.line(line.start, line.end)
                if line.alone or line.ended:
                    self.excerpt.gap(line.end)
            else:
                begin = self.text.rfind("\n", 0, line.start) + 1
                self.excerpt.line(begin if begin > self.message.header[0] else line.start, line.end)
            index = stop

    def _opening(self, line: _Line) -> _Line:
        """The line that opens the text, without a dateline that names a place and nothing else."""
        found = _PLACE.match(self.text, line.start, line.end)
        if not found or self.draft.has("located") or dateline.find(line.text) is not None:
            return line
        place = tidy(found["place"])
        self.draft.found("located", place, *found.span("place"))
        self.draft.found("dateline", place, *found.span("place"))
        return replace(line, start=found.end(), text=tidy(self.text[found.end() : line.end]))

    def _rows(self, lines: list[_Line], index: int) -> int:
        """How many lines from here on are rows of a table whose head is set alone: none without one."""
        head = lines[index]
        if not head.alone or head.ended or not self._has_columns(head):
            return 0
        stop = index + 1
        while stop < len(lines) and not (lines[stop].alone or lines[stop].opens or lines[stop].ended):
            if not self._has_columns(lines[stop]):
                break
            stop += 1
        return stop - index

    def _has_columns(self, line: _Line) -> bool:
        return _COLUMNS.search(self.text, line.start, line.end) is not None

    def _row(self, line: _Line) -> tuple[int, int]:
        """Where a row stands with the blanks that its columns begin with."""
        start = max(self.text.rfind("\n", 0, line.start), self.text.rfind("^", 0, line.start)) + 1
        return max(start, self.message.body[0]), line.end


def _letters(text: str) -> str:
    """The letters and figures of a slug, for comparison: headers cut it short and leave blanks out."""
    return "".join(char for char in text.casefold() if char.isalnum())


FORMAT = WireFormat(label="ANPA 1312", sniff=sniff, parse=parse)
