"""What IPTC 7901 and ANPA 1312 have in common: a header, the copy, and a trailer, between control characters.

    SYN SYN SOH header STX copy ETX trailer EOT

Lines have lost some of the control characters, and sets of them have been kept in one file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.wire import charsets, dates
from articles.wire.charsets import Decoded, national
from articles.wire.copy.draft import Draft
from articles.wire.copy.excerpt import Excerpt
from articles.wire.errors import MalformedDocument
from articles.wire.story import Parsed, Problem, Span, WireStory

SOH, STX, ETX, EOT = "\x01\x02\x03\x04"
_SECOND_LINE = re.compile(
    rb"^[A-Za-z] [A-Za-z][\x11-\x14\s][^\r\n]{0,80}?\b\d{1,2}-\d{1,2}(?: +\d{1,4})?[ \t]*\r?$", re.MULTILINE
)
_LINE = re.compile(r"[^\n]+")
_NO_TEXT = dict.fromkeys((*range(33), *range(127, 161)))
_QUOTED = 200  # characters of what is left out that a problem quotes


def is_anpa(head: bytes) -> bool:
    """Has a document with such a header that of ANPA 1312: a unit separator, or its second line?"""
    return b"\x1f" in head[:120] or _SECOND_LINE.search(head[:600]) is not None


@dataclass(frozen=True, slots=True)
class Message:
    """Where header, copy and trailer of a message stand in the text.

    Without STX (`parted`) the header is all there is of the message, and the copy is empty. `whole` tells
    whether the end of the copy was there, `ended` whether that was ETX.
    """

    header: tuple[int, int]
    body: tuple[int, int]
    trailer: tuple[int, int]
    parted: bool
    whole: bool
    ended: bool


class Reading:
    """The reading of one message: what each format of this kind begins with."""

    def __init__(self, text: str, message: Message, timezone: str) -> None:
        self.text = text
        self.message = message
        self.timezone = timezone
        self.draft = Draft()
        self.excerpt = Excerpt(text)


def decode(document: bytes, charset: str | None) -> Decoded:
    """The text of a document without the characters that only filled the line (NUL, SYN, DEL).

    Text in a national variant of ISO 646 gets its letters. Raises what `charsets.decode` raises.
    """
    if document[:2] not in (b"\xff\xfe", b"\xfe\xff") and document.count(0) < len(document) // 4:
        document = document.translate(None, b"\0\x16\x7f")
    decoded = charsets.decode(document, charset)
    found = national.read(decoded.text) if charset is None else None
    return replace(decoded, text=found[0], charset=found[1], certainty=0.8) if found else decoded


def messages(text: str, opening: re.Pattern[str]) -> tuple[list[Message], list[Problem]]:
    """The messages of a text, and what stood before the first of them.

    Each begins with SOH; in a text without any, with a line that `opening` matches.
    """
    starts = [found.start() for found in re.finditer(SOH, text)]
    problems: list[Problem] = []
    if not starts:
        starts = [found.start() for found in opening.finditer(text)]
    if not starts:
        starts = [0]
    elif printed(text[: starts[0]]):
        problems.append(left_out(text, 0, starts[0], "line-noise", "What stood before the header"))
    found: list[Message] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if printed(text[start:end]):
            found.append(_message(text, start, end))
    return found, problems


def _message(text: str, start: int, end: int) -> Message:
    stx = text.find(STX, start, end)
    etx = text.find(ETX, max(start, stx), end)
    stop = etx if etx >= 0 else text.find(EOT, max(start, stx), end)
    last = stop if stop >= 0 else end
    if stx < 0:
        return Message((start, last), (last, last), (last, end), False, stop >= 0, etx >= 0)
    return Message((start, stx), (stx + 1, last), (last, end), True, stop >= 0, etx >= 0)


def lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the printed lines of `text[start:end]` stand, without blanks and controls at their ends."""
    found = []
    for line in _LINE.finditer(text, start, end):
        first, last = line.span()
        while first < last and ord(text[first]) in _NO_TEXT:
            first += 1
        while last > first and ord(text[last - 1]) in _NO_TEXT:
            last -= 1
        if first < last:
            found.append((first, last))
    return found


def printed(text: str) -> bool:
    """Is there anything in the text that would show on paper?"""
    return bool(text.translate(_NO_TEXT))


def left_out(text: str, start: int, end: int, code: str, what: str) -> Problem:
    """The problem that tells what was left out."""
    words = " ".join(text[start : min(end, start + 2 * _QUOTED)].translate(_CONTROLS).split())[:_QUOTED]
    return Problem(code, f"{what} was left out: “{words}”", Span(start, end))


_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), 127), " ")


def dated(draft: Draft, day: str, clock: str, timezone: str, start: int, end: int) -> None:
    """Take day (`13 Nov 2013`) and time (`11:37 GMT`) of a trailer as the time of issue, or tell why not."""
    moment = dates.read(f"{day} {clock}".strip(), timezone)
    if moment is None:  # a zone of the sender's own
        moment = dates.read(f"{day} {clock.split(' ')[0]}".strip(), timezone)
    if moment and moment.has_year:
        draft.moment("created", moment, Span(start, end))
    else:
        draft.problem("bad-date", f"“{day} {clock}” is no date that can be used.", Span(start, end))


def full_year(digits: str) -> str:
    """`13` is 2013 and `87` is 1987."""
    return digits if len(digits) == 4 else f"{'19' if digits > '69' else '20'}{digits}"


def parsed(name: str, decoded: Decoded, stories: Sequence[WireStory], problems: Sequence[Problem]) -> Parsed:
    """What a parser of messages returns; one without any message raises `MalformedDocument`."""
    if not stories:
        raise MalformedDocument("The document has a header and no story.")
    told = (*decoded.problems, *problems)
    if told:
        stories = [replace(stories[0], problems=told + stories[0].problems), *stories[1:]]
    return Parsed(name, decoded.charset, decoded.certainty, decoded.text, tuple(stories))
