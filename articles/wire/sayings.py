"""What a text says of itself: the dateline that opens it, the sign-off that ends it, a correction on top.

For formats of mark-up, whose body stays as it was delivered: nothing is taken out of it here. Elements of
the format that say the same come first.
"""

from __future__ import annotations

from articles.wire.copy import dateline, notices, signoffs
from articles.wire.record import Record
from articles.wire.story import BlockType, Role

_OPENING = 3  # paragraphs that may open with a dateline
_ENDING = 4  # paragraphs that may be a sign-off
_ROLES = {role.value: role for role in Role}


def take(record: Record) -> None:
    """Take dateline, place, credits and correction from the body that the record holds."""
    texts = [block.text for block in record.get("body") or () if block.type is BlockType.PARAGRAPH]
    for text in texts[:_OPENING]:
        if record.get("dateline") is None:
            _open(record, text)
    for text in texts[-_ENDING:]:
        _sign_off(record, text)
    for text in texts[:2]:
        if text[0] in "([（" and (stretch := notices.correction(text, head=True)):
            record.note("correction", text[slice(*stretch)])


def _open(record: Record, text: str) -> None:
    found = dateline.find(text)
    if found is None or not found.strong:
        return
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
