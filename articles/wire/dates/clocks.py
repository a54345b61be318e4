"""Finds times of day in folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.wire.dates.days import WORD, weekday
from articles.wire.dates.folding import words
from articles.wire.dates.names import AMBIGUOUS_ZONES, ZONES


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day between two places of a text; `zone` is minutes from UTC, a folded name or None."""

    hour: int
    minute: int
    second: int
    microsecond: int
    zone: str | int | None
    start: int
    end: int


_HALF = r"(?P<half>上午|下午|午前|午後|오전|오후)?"
_COLONS = re.compile(
    rf"{_HALF} ?(?P<h>\d{{1,2}}):(?P<m>\d\d)(?::(?P<s>\d\d)(?:[.,](?P<f>\d{{1,9}}))?)?(?![\d:])"
)
_LETTER_H = re.compile(
    r"(?P<h>\d{1,2})(?: ?h ?(?P<m>\d\d)(?:m(?:in)?)?(?: ?(?P<s>\d\d) ?s)?| ?h(?:rs)?)(?!\w)"
)
_FOUR = re.compile(r"(?P<h>\d\d)(?P<m>\d\d)(?: ?(?:hrs|hours|uhr|h)\b\.?|(?= ?(?:gmt|utc|z)\b))")
_WITH_HALF = re.compile(r"(?P<h>\d{1,2})(?:[:.](?P<m>\d\d)(?:[:.](?P<s>\d\d))?)?(?= ?[ap]\.? ?m\b)")
_UHR = re.compile(r"(?P<h>\d{1,2})(?:[.:](?P<m>\d\d))? ?uhr\b(?: (?P<m2>\d\d)(?!\d|\.))?")
_SIGNS = re.compile(
    rf"{_HALF} ?(?P<h>\d{{1,2}}) ?[时時点點시](?: ?(?P<m>\d{{1,2}}) ?[分분](?: ?(?P<s>\d{{1,2}}) ?[秒초])?)?"
)
_DOTS = re.compile(r"(?P<h>\d{1,2})\.(?P<m>\d\d)(?:\.(?P<s>\d\d))?(?!\d|\.\d)")
_BASIC = re.compile(r"(?P<h>\d\d)(?P<m>\d\d)(?P<s>\d\d)?(?:[.,](?P<f>\d{1,9}))?(?!\d)")
_SHAPES = (_COLONS, _WITH_HALF, _UHR, _LETTER_H, _FOUR, _SIGNS)

_MARK = re.compile(r" ?(?:uhr|hrs|hs|h|ч|น)\b\.?")
_MORNING = re.compile(
    r" ?(?:(?P<a>a\.? ?m\b\.?|π\.?μ\b\.?|صباحا|ص\b)|(?P<p>p\.? ?m\b\.?|μ\.?μ\b\.?|مساء|م\b))"
)
_ZONE = re.compile(
    r" ?(?:(?P<bracket>\()?(?P<name>[a-zмск]{1,4})(?P<sign> ?[+-] ?\d{1,2}(?::?\d\d)?)?"
    r"(?(bracket)\)|(?![\w+]))"
    r"|(?P<offset>[+-]\d\d(?::?\d\d)?)(?!\d)(?: \([^()]{1,40}\))?)"
)
_OFTEN_SMALL = words("utc gmt z cet cest est edt pst pdt bst msk мск mez mesz")
_BETWEEN = re.compile(rf"[ ,;.()|·•@-]+(?:/ )?|{WORD}\.?")
_AT = words(
    "at um a as alle ore ora las les kl klo kello saat в во о у o ob w g gio luc on le la los am to og och "
    "στις الساعه ساعت בשעה u l d il den der kell orele hod hodin godz by the t del des dem do vom от від"
)


def behind(text: str, plain: str, at: int, end: int, *, whole: bool) -> Clock | None:
    """The time that follows here, with nothing before it but "at", weekdays and signs.

    `text` is the original of `plain`; `whole` says that both are nothing but a date.
    """
    loose = whole
    while at < end:
        clock = _match(text, plain, at, end, loose)
        if clock:
            return clock
        gap = _BETWEEN.match(plain, at, end)
        if not gap or not _may_stand_between(gap[0]):
            return None
        loose = loose or gap[0].strip(".") in _AT
        if gap[0] == "t":
            basic = _BASIC.match(plain, gap.end(), end)
            if basic:
                return _clock(text, plain, basic)
        at = gap.end()
    return None


def before(text: str, plain: str, start: int, end: int, *, whole: bool) -> Clock | None:
    """The time that stands before `end`, with nothing between but "on", weekdays and signs."""
    for number in reversed(list(re.finditer(r"(?<![\d.:])\d", plain[start:end]))):
        at = start + number.start()
        half = re.search(r"(?:上午|下午|午前|午後|오전|오후) ?\Z", plain[start:at])
        clock = _match(text, plain, at - len(half[0]) if half else at, end, whole)
        if not clock:
            continue
        between = clock.end
        while between < end:
            gap = _BETWEEN.match(plain, between, end)
            if not gap or not _may_stand_between(gap[0]):
                return None
            between = gap.end()
        return clock
    return None


def _may_stand_between(gap: str) -> bool:
    return not gap[0].isalnum() or gap.strip(".") in _AT or weekday(gap) is not None


def _match(text: str, plain: str, at: int, end: int, loose: bool) -> Clock | None:
    for shape in (*_SHAPES, _DOTS) if loose else _SHAPES:
        found = shape.match(plain, at, end)
        if found:
            clock = _clock(text, plain, found)
            if clock:
                return clock
    return None


def _clock(text: str, plain: str, found: re.Match[str]) -> Clock | None:
    parts = found.groupdict()
    hour, end = int(parts["h"]), found.end()
    minute, second = int(parts.get("m") or parts.get("m2") or 0), int(parts.get("s") or 0)
    mark = _MARK.match(plain, end)
    end = mark.end() if mark else end
    half = _MORNING.match(plain, end)
    end = half.end() if half else end
    later = parts.get("half") in ("下午", "午後", "오후") or bool(half and half["p"])
    if hour <= 12 and (half or parts.get("half")):
        hour = hour % 12 + (12 if later else 0)
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        return None
    fraction = int((parts.get("f") or "0").ljust(6, "0")[:6])
    zone, end = _zone_at(text, plain, end)
    return Clock(hour, minute, min(second, 59), fraction, zone, found.start(), end)


def _zone_at(text: str, plain: str, at: int) -> tuple[str | int | None, int]:
    found = _ZONE.match(plain, at)
    if not found:
        return None, at
    if found["offset"]:
        return _minutes(found["offset"]), found.end()
    name, sign = found["name"], found["sign"]
    if name not in ZONES and name not in AMBIGUOUS_ZONES:
        return None, at
    printed = text[found.start("name") : found.end("name")]
    if not printed.isupper() and name not in _OFTEN_SMALL:
        return None, at
    if sign and name in ("utc", "gmt"):
        return _minutes(sign.replace(" ", "")), found.end()
    return name, found.start("sign") if sign else found.end()


def _minutes(offset: str) -> int | None:
    digits = offset[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > 15 or minutes > 59:
        return None
    return (hours * 60 + minutes) * (-1 if offset[0] == "-" else 1)
