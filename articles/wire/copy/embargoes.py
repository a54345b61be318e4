"""Lines that say before when a story must not be published."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.wire import dates
from articles.wire.copy import labels
from articles.wire.dates import Moment

_EMBARGO = labels.PhraseBook(labels.EMBARGO)
_LIFTED = re.compile(
    r"\b(?:lifted|none|no embargo|immediate|immediately|aufgehoben|keine|levé|levantado|kaldırıldı|снято)\b",
    re.IGNORECASE,
)
_DATED = ("for release", "advance for", "hold until", "for release at", "for release on")


@dataclass(frozen=True, slots=True)
class Embargo:
    """An embargo line: its time, where all of it can be read, and whether it only says that there is none.

    `unread` is the part beside a date that could not be understood; the time is None then.
    """

    moment: Moment | None
    lifted: bool = False
    unread: str | None = None


def read(text: str, timezone: str) -> Embargo | None:
    """The embargo that the line declares, or None where the word is part of a sentence."""
    if len(text) > 300:
        return None
    opened = _EMBARGO.opens(text)
    if opened is None:
        return None
    end, phrase = opened
    rest = text[end:].lstrip(" :：-–—=")
    colon = text[end : end + 2].strip()[:1] in (":", "：")
    shouting = text[:end].isupper() and any(char.isalpha() for char in text[:end])
    found = dates.find(rest, timezone) if rest else None
    if phrase in _DATED and not found:
        return None
    if _LIFTED.search(rest) and not found:
        return Embargo(None, lifted=True) if colon or shouting else None
    firm = " " in phrase or phrase in ("embargoed", "sperrfrist", "sperrvermerk", "解禁", "엠바고")
    if not (
        colon
        or shouting
        or (firm and (found or not rest))
        or (found and len(rest) - (found[2] - found[1]) < 25)
    ):
        return None
    if not colon and not found and len(rest) > 60 and not shouting:
        return None
    if not colon and found and not found[0].has_year and not firm and not shouting:
        return None
    if not colon and not shouting and rest[-1:] == "." and len(rest) > 90:
        return None
    due = dates.deadline(rest, timezone) if rest else None
    if due is None or not due.moment.has_year:
        return Embargo(None)
    if due.unread:
        return Embargo(None, unread=due.unread)
    return Embargo(due.moment)
