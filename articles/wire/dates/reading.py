"""Reads strings that are dates, and finds dates in text."""

from __future__ import annotations

import re
from dataclasses import replace

from articles.wire.dates import clocks
from articles.wire.dates.days import WORD, Day, day_at, days, numeric_day, weekday
from articles.wire.dates.days import impossible as impossible_day
from articles.wire.dates.folding import fold, words
from articles.wire.dates.moment import Moment, moment, zone

_LONGEST = 160  # characters of a string that is a date
_NEAR = 60  # characters within which the time of a date stands
_DATELINE = 100
_REACH = 70  # characters in front of the first number of a dateline's date, at most: its weekday and month
_DIGIT = re.compile(r"\d")

_SPACE = re.compile(r"\s+")
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(?=\D|\Z)|(\d{6}\Z))", re.ASCII)
_LATE_YEAR = re.compile(r"(?<![\d:.+-])(\d{4})\.?\Z")
_FIRST_WORD = re.compile(rf"({WORD})(?:-feira)?[.,]*\s+")
_MONTH_FIRST = re.compile(rf"{WORD}\.?(?:,? the)?[ -]{{1,3}}(?=\d)")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[/.](\d{1,2})(?![\d/]|\.\d)")
_DAY_SIGN = re.compile(r"(\d{1,2})日")
_TIME_BEHIND = re.compile(r",? \d{1,2}(?::?\d\d)(?::\d\d)? ?[a-z]{1,4}\b(?:[+-]\d{1,2})?")
_HALF_DAY = re.compile(r"\d ?[ap]\.?m\b")
_FILLED_MONTH = re.compile(r"[1-9]/0\d/")
_PUNCTUATION = re.compile(r"[\s,;:.|()\[\]/·•@-]+")
_LEFT_OVER = re.compile(r"[^\W\d_][^\s\d,;:/()\[\]|.]*|\d+|\S")

# Words that may stand in a date without saying more.
_FILLERS = words(
    "on the of at le la el il los las les am den der dem um uhr kl klo kello o as a às alle ore ora h hrs "
    "hs hours saat г год года р року r roku rok de del di do da d m gada години ч час ob w dnia dne v "
    "hodin hod og och op på ngày năm lúc tarihinde tarihli günü gününde στις του από น พ ศ ค เวลา วันที่ "
    "ที่ من في الموافق الساعة يوم بتاريخ ساعت روز سال در مورخ שעה בשעה יום ב local time date в у ve heure "
    "heures zum vom als godz kell orele ziua dia día data fecha дата dato datum tarih tarihi pvm du au t "
    "feira 年 月 日 년 월 일"
)


def _spelled_out(basic: re.Match[str]) -> str:
    """A date of ISO 8601's basic format in the extended one, with the digits of a time that touch it."""
    return f"{basic[1]}-{basic[2]}-{basic[3]}" + (f"T{basic[4]}" if basic[4] else "")


def read(text: str, timezone: str = "UTC") -> Moment | None:
    """The moment that a string is, all of it: "Friday, 8 July 2016 at 17:40 GMT". None for any other string.

    A date without a time is midnight, and a time without a zone a time, in `timezone` (an IANA name).
    """
    zone(timezone)
    if len(text) > 2 * _LONGEST:
        return None
    text = _BASIC.sub(_spelled_out, _SPACE.sub(" ", text).strip(), count=1)
    plain = fold(text)
    day = next(days(plain), None)
    if day is None or len(text) > _LONGEST:
        return None
    end = len(plain)
    taken = [(day.start, day.end)]
    if day.date is None:  # Fri Jul  8 12:34:56 UTC 2016
        late = _LATE_YEAR.search(plain, day.end)
        dated = late and day_at(f"{day.day}.{day.month}.{late[1]}", 0)
        if late and dated:
            day = replace(day, date=dated.date)
            end = late.start()
            taken.append((end, len(plain)))
    clock = clocks.behind(text, plain, day.end, end, whole=True) or clocks.before(
        text, plain, 0, day.start, whole=True
    )
    if clock:
        taken.append((clock.start, clock.end))
    rest = plain
    for start, stop in taken:
        rest = rest[:start] + " " * (stop - start) + rest[stop:]
    others = _LEFT_OVER.findall(_PUNCTUATION.sub(" ", rest))
    if any(word not in _FILLERS and weekday(word) is None for word in others):
        return None
    return moment(_by_weekday(_by_clock(day, plain), others), clock, timezone)


def find(text: str, timezone: str = "UTC") -> tuple[Moment, int, int] | None:
    """The first date in a text, with the time beside it, and where both stand: `(moment, start, end)`."""
    zone(timezone)
    plain = fold(text).replace("\n", " ").replace("\r", " ")
    for day in days(plain):
        near = min(len(plain), day.end + _NEAR)
        clock = clocks.behind(text, plain, day.end, near, whole=False) or clocks.before(
            text, plain, max(0, day.start - _NEAR), day.start, whole=False
        )
        start, end = day.start, day.end
        if clock:
            start, end = min(start, clock.start), max(end, clock.end)
        last = _LEFT_OVER.findall(plain[max(0, day.start - 20) : day.start])[-1:]
        return moment(_by_weekday(day, last), clock, timezone), start, end
    return None


def impossible(text: str) -> tuple[int, int] | None:
    """Where a date with a year stands in the text that no calendar has (`Feb 30, 2021`), or None."""
    return impossible_day(fold(text[:_DATELINE]))


def dateline_date(text: str, pos: int) -> int | None:
    """Where the date of a dateline that starts at `pos` ends (`July 8`, `8 juil 2016`, `Fri., 8/7`); or None.

    The full stop of a short month and a time with its zone belong to it, that of a sentence does not.
    """
    if not _DIGIT.search(text, pos, pos + _REACH):
        return None
    plain = fold(text[pos : pos + _DATELINE])
    first = _FIRST_WORD.match(plain)
    until = None
    if first and weekday(first[1]) is not None:
        until = _date_at(plain, first.end())
    if until is None:  # "Mar. 3" is no Tuesday
        until = _date_at(plain, 0)
    if until is None:
        return None
    time = _TIME_BEHIND.match(plain, until)
    clock = time and clocks.behind(text[pos : pos + _DATELINE], plain, until, time.end(), whole=False)
    return pos + (clock.end if clock and clock.zone is not None else until)


def _date_at(plain: str, start: int) -> int | None:
    """Where the date that starts at this place of a folded text ends, or None."""
    number = start
    if not plain[start : start + 1].isdigit():
        month = _MONTH_FIRST.match(plain, start)
        if not month:
            return None
        number = month.end()
    day = day_at(plain, number)
    if day and day.start == start:
        return day.end + (day.abbreviated and plain[day.end : day.end + 1] == ".")
    if number == start:
        short = _DAY_AND_MONTH.match(plain, start)
        if short and numeric_day(int(short[1]), int(short[2])):
            return short.end() + plain.startswith(".", short.end()) * ("." in short[0])
        sign = _DAY_SIGN.match(plain, start)
        if sign and 1 <= int(sign[1]) <= 31:
            return sign.end()
    return None


def _by_clock(day: Day, plain: str) -> Day:
    """The month first where a clock of twelve hours stands beside slashes (`6/3/2025 9:30:00 AM`).

    Programs write that for America; those for Australia fill the month up (`3/06/2025`).
    """
    written = plain[day.start : day.end]
    if day.swapped and "/" in written and _HALF_DAY.search(plain) and not _FILLED_MONTH.match(written):
        return replace(day, date=day.swapped, swapped=None)
    return day


def _by_weekday(day: Day, others: list[str]) -> Day:
    """Day and month changed over where a weekday beside the date says so."""
    named = {number for word in others if (number := weekday(word)) is not None}
    if day.swapped and day.date and len(named) == 1:
        (number,) = named
        if day.date.weekday() != number and day.swapped.weekday() == number:
            return replace(day, date=day.swapped, swapped=None)
    return day
