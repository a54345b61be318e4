"""What a text says of itself: the dateline that opens it, the sign-off that ends it, a correction on top.

For formats of mark-up, whose body stays as it was delivered: nothing is taken out of it here. Elements of
the format that say the same come first.
"""

from __future__ import annotations

import re

from articles.wire.copy import dateline, notices, signoffs
from articles.wire.record import Record
from articles.wire.story import BlockType, Role
from articles.wire.words import tidy

_OPENING = 3  # paragraphs that may open with a dateline
_ENDING = 4  # paragraphs that may be a sign-off
_ROLES = {role.value: role for role in Role}


def take(record: Record) -> None:
    """Take dateline, place, credits and correction from the body that the record holds."""
    texts = [block.text for block in record.get("body") or () if block.type is BlockType.PARAGRAPH]
    for text in texts[:_OPENING]:
        if record.get("dateline") is None or record.get("located") is None:
            _open(record, text)
    for text in texts[-_ENDING:]:
        _sign_off(record, text)
    for text in texts[:2]:
        if text[0] in "([（" and (stretch := notices.correction(text, head=True)):
            record.note("correction", text[slice(*stretch)])


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


def _open(record: Record, text: str) -> None:
    found = dateline.find(text)
    if found is None or not found.strong:
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
