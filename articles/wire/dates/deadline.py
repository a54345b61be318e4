"""The moment before which something must not be published: all of it is understood, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from articles.wire.dates import clocks
from articles.wire.dates.clocks import Clock
from articles.wire.dates.days import Day, days, weekday
from articles.wire.dates.folding import fold
from articles.wire.dates.moment import Moment, moment, zone
from articles.wire.dates.names import AMBIGUOUS_ZONES, ZONES
from articles.wire.dates.places import says_time, zone_of_place

_NEAR = 80
_NEXT_SENTENCE = re.compile(r"[.;!] +(?=[^\W\d_])")
_NUMBERS = re.compile(r"\d+")
_HOUR_WORD = re.compile(
    r"\b(?:noon|midday|midnight|mittags?|mitternacht|midi|minuit|mediodia|medianoche|mezzogiorno|mezzanotte)\b"
)
_NOT_DIGITS = re.compile(r"\D")
_LETTERS = re.compile(r"[^\W\d_]{2,5}(?![\w'’])")
_BEHIND_TIME = re.compile(r" ?\(?([^\W\d_]{2,5})\b")
_BRACKETED = re.compile(r"\(([^()\d]{2,40})\)")
_NO_ZONES = frozenset(
    fold(
        "for pm am the not until till all use on at of and to no uhr hrs hours hour h den der dem vom von "
        "del de las les la le el los embargo news media press only et und y e ve or from after before this"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment of a deadline, and what of its line was not understood: a number, a name like a zone's."""

    moment: Moment
    unread: str | None = None


def deadline(text: str, timezone: str = "UTC") -> Deadline | None:
    """The date and time that a line such as an embargo names; None where there is no date in it.

    Its zone may be named anywhere: `CET`, `(heure de Paris)`, `New York time`. With an `unread` part the
    moment may be wrong, and must not be relied on.
    """
    zone(timezone)
    plain = fold(text)
    day = next(days(plain), None)
    if day is None:
        return None
    clock = _clock(text, plain, day)
    end = max(day.end, clock.end) if clock else day.end
    next_sentence = _NEXT_SENTENCE.search(plain, end)
    stop = next_sentence.start() if next_sentence else len(plain)
    rest = _blanked(plain[:stop], (day, clock) if clock else (day,))
    name: str | None = timezone
    if clock and clock.zone is None:
        printed, rest = _zone_elsewhere(text, rest, clock)
        if isinstance(printed, Clock):
            clock = printed
        elif printed:
            name = printed
    found = moment(day, clock, name or timezone)
    if clock and name != timezone:
        found = replace(found, has_zone=True)
    rest = _same_elsewhere(text, rest, day, found)
    return Deadline(found, _unread(text, rest, clock, zoned=found.has_zone))


def _clock(text: str, plain: str, day: Day) -> Clock | None:
    far = min(len(plain), day.end + _NEAR)
    near = max(0, day.start - _NEAR)
    beside = clocks.behind(text, plain, day.end, far, whole=True) or clocks.before(
        text, plain, near, day.start, whole=True
    )
    if beside:
        return beside
    rest = _blanked(plain, (day,))
    for number in _NUMBERS.finditer(rest, near, far):
        apart = clocks.behind(text, rest, number.start(), far, whole=True)
        if apart and apart.start == number.start():
            return apart
    return None


def _blanked(plain: str, parts: tuple[Day | Clock, ...]) -> str:
    for part in parts:
        plain = plain[: part.start] + " " * (min(part.end, len(plain)) - part.start) + plain[part.end :]
    return plain


def _zone_elsewhere(text: str, rest: str, clock: Clock) -> tuple[Clock | str | None, str]:
    """The zone that is named apart from the time: the time with it or an IANA name, and the rest without."""
    for word in _LETTERS.finditer(rest):
        name = word.group()
        printed = text[word.start() : word.end()]
        known = name in ZONES or name in AMBIGUOUS_ZONES
        if known and len(name) > 2 and printed.isupper() and rest[word.start() - 1 : word.start()] != "-":
            return replace(clock, zone=name), _without(rest, word.start(), word.end())
    for bracketed in _BRACKETED.finditer(rest):
        named = zone_of_place(bracketed[1])
        if named:
            return named, _without(rest, bracketed.start(), bracketed.end())
    if says_time(rest):
        named = zone_of_place(rest)
        if named:
            return named, _NOT_DIGITS.sub(" ", rest)
    return None, rest


def _without(rest: str, start: int, end: int) -> str:
    return rest[:start] + " " * (end - start) + rest[end:]


def _same_elsewhere(text: str, rest: str, day: Day, found: Moment) -> str:
    """The rest without times that are the same moment in another zone (`10:00 GMT / 11:00 CET`)."""
    for number in _NUMBERS.finditer(rest):
        other = clocks.behind(text, rest, number.start(), len(rest), whole=False)
        if other and other.start == number.start() and other.zone is not None and found.has_zone:
            again = moment(day, other, "UTC")
            if again.has_zone and again.value == found.value:
                rest = _without(rest, other.start, other.end)
    return rest


def _unread(text: str, rest: str, clock: Clock | None, *, zoned: bool) -> str | None:
    """The first number, hour in words or name like that of a zone that is left over."""
    number = _NUMBERS.search(rest) or _HOUR_WORD.search(rest)
    if number:
        return text[number.start() : number.end()]
    if clock is None or zoned:
        return None
    if says_time(rest):  # "local time", or that of a place that is not known
        return " ".join(text[: len(rest)].split())
    behind = _BEHIND_TIME.match(rest, clock.end)
    if behind and _like_zone(text, rest, behind.start(1), behind.end(1)):
        return behind[1].upper()
    if not text.isupper():
        for word in _LETTERS.finditer(rest):
            alone = not word.start() or rest[word.start() - 1] in " ("
            if alone and _like_zone(text, rest, word.start(), word.end()):
                return text[word.start() : word.end()]
    return None


def _like_zone(text: str, rest: str, start: int, end: int) -> bool:
    name = rest[start:end]
    printed = text[start:end]
    return printed.isupper() and name not in _NO_ZONES and weekday(name) is None
