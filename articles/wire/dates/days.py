"""Finds dates in folded text: by its numbers, and what stands before and behind each."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.wire.dates.names import ABBREVIATIONS, LISTOPAD, MONTHS, SOLAR_MONTHS, THAI_MONTHS, WEEKDAYS
from articles.wire.dates.solar import gregorian

_YEARS = range(1700, 2200)
_BUDDHIST = 543  # years between the Thai count and ours
_CENTURY = 70  # a year of two digits is 1970 to 2069


@dataclass(frozen=True, slots=True)
class Day:
    """A date that exists, between two places of a text; `date` is None where the year is not named."""

    date: datetime.date | None
    month: int
    day: int
    start: int
    end: int
    swapped: datetime.date | None = None  # the date with month and day the other way round, if that exists
    abbreviated: bool = False  # it ends with a month cut short, behind which a full stop may stand


# A word, or an abbreviation with dots in it as in Thai. Vowel signs of Indian scripts are no letters to `\w`.
WORD = r"[^\W\d_](?:[^\s\d.]?\.[^\s\d.]\.|[^\s\d,;:/()<>\[\]|.'\"=+_-]{0,24})"
_NUMBER = re.compile(r"\d+")
_MONTH = re.compile(rf"({WORD})(?: ({WORD}))?")
_AFTER_DAY = re.compile(
    r"(?:st|nd|rd|th|er|re|eme|e|de|an|a(?= )|\.?º|\.?ª|°|-?го|-?е|(?P<stop>\.))?"
    r"(?: ?[-/] ?|/|,? ?(?:(?:de|di|of|du|van|ng|من|den|der|gada) |d' ?)(?=\D)| ?)"
)
_BEFORE_DAY = re.compile(rf"(?<![^\W\d_])(?P<month>{WORD})\.?(?:,? the)?[ -]{{1,3}}\Z")
_DAY_IS_OVER = re.compile(r"(?:st|nd|rd|th)?(?![\w:]|[.,]\d)(?!/\d)")
_YEAR_BEHIND = re.compile(
    r"(?:[,.]? ?(?:(?:de|del|of|di|do|von|พ\.ศ\.|ค\.ศ\.) ?)?|[-/])(?P<year>\d{4})(?![\d:]|[.,]\d)"
    r"(?! ?(?:gmt|utc|hrs|hours|uhr|h|z)\b)(?: ?(?:г\.|гг\.|года?\b|ж\.|р\.|року\b|r\.|roku\b|m\.(?! ?\d)))?"
    r"|(?:-| ?')(?P<short>\d\d)(?![\d:])"
)
_BEHIND_YEAR = re.compile(r"(?:\.|-?e?ko|-?g?ada| m\.)?[ -]{0,2}(?:gada )?")
_DAY_BEHIND = re.compile(r"\.?[ -]?(\d{1,2})(?!\d|:\d)(?:-?(?:an|a|en)\b| d\.)?")
_YEAR_FIRST = re.compile(r"(\d{4})(-|/|\. ?)(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})(-|/|\. ?)(\d{1,2})\2(\d{4}|\d\d)(?!\d|[/-]\d|\.\d)")
_CHINESE = re.compile(r"(?:(\d{4}) ?[年년] ?)?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일號号]")
_ROMAN_DAY = re.compile(r"(\d{1,2})(?:\. ?| )([ivx]{1,4})(?:\. ?| )(\d{4})(?!\d)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_FIRST_DAY = re.compile(r"(\d{1,2})\. ")
_OTHER_NAME = re.compile(rf"/({WORD})")
_VIETNAMESE = re.compile(r"(\d{1,2}) thang (\d{1,2})(?!\d)(?:,? nam (\d{4})|, (\d{4}))?")

_WORDED_MONTH_FIRST = re.compile(
    rf"(?<![^\W\d_])(?P<month>{WORD})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})(?![\d:])"
)
_WORDED_DAY_FIRST = re.compile(
    rf"(?<![\d.:/-])(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?[ -](?:de )?"
    rf"(?P<month>{WORD})\.?,?[ -](?:de )?(?P<year>\d{{4}})(?![\d:])"
)
_NUMBERED = re.compile(
    r"(?<![\d.:/-])(?P<day>\d{1,2})[./](?P<number>\d{1,2})[./](?P<year>\d{4})(?![\d:/]|\.\d)"
)


def days(plain: str) -> Iterator[Day]:
    """The dates in a folded text, in order, none within another."""
    done = 0
    for number in _NUMBER.finditer(plain):
        if number.start() >= done:
            day = day_at(plain, number.start())
            if day:
                done = day.end
                yield day


def day_at(plain: str, start: int) -> Day | None:
    """The date whose first number starts here."""
    before = plain[start - 1 : start]
    joined = before.isdigit() or (before in ".,:/" and plain[start - 2 : start - 1].isdigit())
    if before and joined:
        return None
    return (
        _numeric(plain, start)
        or _chinese(plain, start)
        or _vietnamese(plain, start)
        or _roman(plain, start)
        or _year_month_day(plain, start)
        or _day_month(plain, start)
        or _month_day(plain, start)
    )


def impossible(plain: str) -> tuple[int, int] | None:
    """Where a date with a year stands that is on no calendar (`Feb 30, 2021`, `31.02.2021`), or None."""
    for shape in (_WORDED_MONTH_FIRST, _WORDED_DAY_FIRST, _NUMBERED):
        for found in shape.finditer(plain):
            name = found.groupdict().get("month")
            known = _known(name) if name else None
            month = _number_of(known) if known in MONTHS else int(found.groupdict().get("number") or 0)
            day, year = int(found["day"]), int(found["year"])
            if (known in MONTHS or shape is _NUMBERED) and year in _YEARS:
                swapped = shape is _NUMBERED and _exists(year, day, month)
                if not _exists(year, month, day) and not swapped:
                    return found.span()
    return None


def weekday(word: str) -> int | None:
    """The weekday that a folded word names, Monday as 0."""
    number = WEEKDAYS.get(word.rstrip("."))
    return None if number is None else number - 1


def numeric_day(first: int, second: int) -> bool:
    """Whether two numbers are day and month, in either order."""
    return _exists(None, second, first) or _exists(None, first, second)


def _exists(year: int | None, month: int, day: int) -> bool:
    try:
        datetime.date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return True


def _made(
    year: int | None, month: int, day: int, start: int, end: int, *, swap: bool = False, cut: bool = False
) -> Day | None:
    if year is not None and year not in _YEARS:
        return None
    other = (
        datetime.date(year, day, month) if swap and year is not None and _exists(year, day, month) else None
    )
    if _exists(year, month, day):
        date = None if year is None else datetime.date(year, month, day)
        return Day(date, month, day, start, end, other, cut)
    return Day(other, other.month, other.day, start, end) if other else None


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < _CENTURY else 1900)


def _numeric(plain: str, start: int) -> Day | None:
    if plain[start - 1 : start] == "-" and plain[start - 2 : start - 1].isalnum():
        return None
    match = _YEAR_FIRST.match(plain, start)
    if match:
        return _made(int(match[1]), int(match[3]), int(match[4]), start, match.end())
    match = _DAY_FIRST.match(plain, start)
    if match:
        return _made(_full_year(match[4]), int(match[3]), int(match[1]), start, match.end(), swap=True)
    return None


def _chinese(plain: str, start: int) -> Day | None:
    match = _CHINESE.match(plain, start)
    return match and _made(
        int(match[1]) if match[1] else None, int(match[2]), int(match[3]), start, match.end()
    )


def _vietnamese(plain: str, start: int) -> Day | None:
    match = _VIETNAMESE.match(plain, start)
    year = match and (match[3] or match[4])
    return match and _made(int(year) if year else None, int(match[2]), int(match[1]), start, match.end())


def _roman(plain: str, start: int) -> Day | None:
    match = _ROMAN_DAY.match(plain, start)
    if not match or match[2] not in _ROMAN:
        return None
    return _made(int(match[3]), _ROMAN.index(match[2]) + 1, int(match[1]), start, match.end())


def _day_month(plain: str, start: int) -> Day | None:
    number = _NUMBER.match(plain, start)
    if not number or len(number[0]) > 2:
        return None
    behind = _AFTER_DAY.match(plain, number.end())
    if not behind:
        return None
    for at in (behind.end(), number.end()):
        name, end = _month_at(plain, at)
        if name:
            return _named(plain, name, int(number[0]), start, end, ordinal=bool(behind["stop"]))
    return None


def _month_day(plain: str, start: int) -> Day | None:
    number = _NUMBER.match(plain, start)
    if not number or len(number[0]) > 2:
        return None
    over = _DAY_IS_OVER.match(plain, number.end())
    # The longest name of a month has no thirty letters.
    first = max(0, start - 32)
    word = over and _BEFORE_DAY.search(plain[first:start])
    name = word and _known(word["month"])
    if not over or not word or not name:
        return None
    return _named(plain, name, int(number[0]), first + word.start(), over.end(), last=False)


def _year_month_day(plain: str, start: int) -> Day | None:
    number = _NUMBER.match(plain, start)
    if not number or len(number[0]) != 4:
        return None
    behind = _BEHIND_YEAR.match(plain, number.end())
    at = behind.end() if behind else number.end()
    first = _FIRST_DAY.match(plain, at)  # 2016. gada 8. jūlijā
    name, end = _month_at(plain, first.end() if first else at)
    if not name or at == number.end():
        return None
    if first:
        return _made(_western(int(number[0]), name), _number_of(name), int(first[1]), start, end)
    day = _DAY_BEHIND.match(plain, end)
    if not day:
        return None
    return _made(_western(int(number[0]), name), _number_of(name), int(day[1]), start, day.end())


def _month_at(plain: str, at: int) -> tuple[str | None, int]:
    """The name of a month that starts here, and where it ends."""
    match = _MONTH.match(plain, at)
    if match:
        if match[2]:
            name = _known(f"{match[1]} {match[2]}")
            if name:
                return name, match.end()
        name = _known(match[1])
        if name:
            other = _OTHER_NAME.match(plain, match.end(1))  # تموز/يوليو
            return name, other.end() if other and _known(other[1]) else match.end(1)
    return None, at


def _known(word: str) -> str | None:
    for name in (word, word.removeprefix("ב"), word.rstrip("ใ")):
        if name in MONTHS or name in SOLAR_MONTHS:
            return name
    return None


def _number_of(name: str) -> int:
    return MONTHS.get(name) or SOLAR_MONTHS[name]


def _western(year: int, name: str) -> int:
    return year - _BUDDHIST if name in THAI_MONTHS and year > 2300 else year


def _named(
    plain: str, name: str, day: int, start: int, end: int, *, ordinal: bool = False, last: bool = True
) -> Day | None:
    """The date of a day and the name of its month, with the year that may stand behind."""
    month = _number_of(name)
    if name in LISTOPAD and ordinal:
        month = 10
    cut = last and name in ABBREVIATIONS
    behind = end + 1 if cut and plain[end : end + 1] == "." else end
    match = _YEAR_BEHIND.match(plain, behind) or _YEAR_BEHIND.match(plain, end)
    if match and name in SOLAR_MONTHS and name not in MONTHS:
        found = gregorian(int(match["year"] or 0), month, day)
        return None if found is None else Day(found, found.month, found.day, start, match.end())
    if name not in MONTHS:
        return None
    if match:
        year = _western(_full_year(match["year"] or match["short"]), name)
        if year in _YEARS:
            return _made(year, month, day, start, match.end())
    return _made(None, month, day, start, end, cut=cut)
