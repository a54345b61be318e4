"""What a text says of itself: its byline, the dateline that opens it, its sign-off, a correction on top.

For formats of mark-up, whose body stays as it was delivered: nothing is taken out of it here. Elements of
the format that say the same come first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.wire.copy import byline_shapes, dateline, notices, signoffs
from articles.wire.copy.people import people
from articles.wire.record import Record
from articles.wire.story import BlockType, Role
from articles.wire.words import tidy

_OPENING = 3  # paragraphs that may open with a dateline, or be a byline
_RELEASE = 9  # paragraphs until which the full dateline of a release may stand, below its lines of headlines
_HEAD = 24  # lines in which those of the head stand
_BYLINE = 160  # characters of a byline
_ENDING = 4  # paragraphs that may be a sign-off
_ROLES = {role.value: role for role in Role}


def take(record: Record) -> None:
    """Take byline, dateline, place, credits and correction from the body that the record holds."""
    if record.as_told:
        return
    texts = [block.text for block in record.get("body") or () if block.type is BlockType.PARAGRAPH]
    if record.get("byline") is None:
        _byline(record, texts[:_OPENING])
    for text in texts[:_OPENING]:
        if record.get("dateline") is None or record.get("located") is None:
            _open(record, text)
    for text in texts[_OPENING:_RELEASE]:
        if record.get("dateline") is None:
            _open(record, text, whole=True)
    for text in texts[-_ENDING:]:
        _sign_off(record, text)
    for text in texts[:2]:
        if text[0] in "([（" and (stretch := notices.correction(text, head=True)):
            record.note("correction", text[slice(*stretch)])
        elif notices.replaces(text):
            opened = dateline.find(text)
            record.note("correction", text[opened.rest :] if opened and opened.strong else text)


def take_lines(record: Record, text: str) -> None:
    """Take byline, dateline and correction from the lines of a text that came in one piece, as on the wire.

    Its bullets are passed over. What the record has already stands.
    """
    printed = filter(None, map(tidy, text.splitlines()[:_HEAD]))
    told = [line for line in printed if line[0] not in "*•-"]
    for line in told[:2]:
        if line[0] in "([（" and (stretch := notices.correction(line, head=True)):
            record.note("correction", line[slice(*stretch)])
    if record.get("byline") is None:
        _byline(record, told[:_OPENING])
    if record.get("dateline") is None:
        for line in told[: _OPENING + 1]:
            _open(record, line)


_MACHINE = re.compile(r"\d{8}(?:T?\d{4,6})?(?:Z|[+-]\d\d:?\d\d)?")  # no dateline that was ever printed
_DATED = re.compile(r"[\d(/（]")
_EDGES = " \t\u00a0-–—_=:,"


def dateline_of(line: str | None) -> tuple[str | None, str | None]:
    """The dateline that a field holds, without what parts it from a text, and the place in it."""
    line = tidy(line or "")
    if not _DATED.search(line):
        line = line.strip(_EDGES)
        return line or None, line or None
    found = dateline.find(line) or dateline.find(f"{line} - These words stand for the text.")
    if found is None or found.end > len(line):
        whole = line.strip(_EDGES)
        if not whole or _MACHINE.fullmatch(whole):
            return None, None
        return whole, None if any(map(str.isdigit, whole)) else whole
    located = line[slice(*found.located)] if found.located else None
    return line[found.start : found.end].strip(_EDGES), located


def _byline(record: Record, texts: Sequence[str]) -> None:
    """A paragraph above the text that is a byline and nothing else; a photographer's is that of a picture."""
    for text in texts:
        found = byline_shapes.read(text) if len(text) <= _BYLINE else None
        if found and any(person.role == Role.AUTHOR for person in found.people):
            printed = text[found.start : found.end]
            record.set("byline", printed)
            for credit in people(printed):
                if not record.credited(credit.name):
                    record.credit(credit.name, credit.role, credit.place)
            return


def _open(record: Record, text: str, *, whole: bool = False) -> None:
    """Take the dateline that opens the text; where it must be `whole`, with its place, date and agency."""
    found = dateline.find(text)
    if found is None or not found.strong:
        return
    if whole and not (found.located and found.date and found.agency):
        return
    if found.located and record.get("dateline") is not None:
        del record.values["dateline"]  # a date alone, where the text has all of it
    record.set("dateline", text[found.start : found.end])
    if found.located:
        record.set("located", text[slice(*found.located)])
    for span in found.reporters:
        if not record.credited(text[slice(*span)]):
            record.credit(text[slice(*span)])


def _sign_off(record: Record, text: str) -> None:
    found, start = signoffs.read(text), 0
    if found is None and (start := signoffs.tail(text) or 0):
        found = signoffs.read(text[start:])
    if found is None:
        return
    several = any(credit.role is Role.AUTHOR for credit in record.listed("credits"))
    for line in found.credits:
        who = line.person
        name = text[start + who.name[0] : start + who.name[1]]
        role = _ROLES.get(line.kind) or (Role.CONTRIBUTOR if several else Role.AUTHOR)
        where = text[start + who.place[0] : start + who.place[1]] if who.place else None
        record.credit(name, role, where)
