"""The solar calendar of Iran and Afghanistan."""

from __future__ import annotations

from datetime import date, timedelta

_YEARS = range(1210, 1634)  # 1831 to 2255: between two breaks in the rule for leap years


def gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian date of a solar one; None if there is none, or not within four centuries of today."""
    if year not in _YEARS or not (1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return None
    passed = (month - 1) * 31 if month <= 6 else 186 + (month - 7) * 30
    found = _new_year(year) + timedelta(days=passed + day - 1)
    return found if found < _new_year(year + 1) else None


def _new_year(year: int) -> date:
    """1 Farvardin: eight leap years fall in each run of 33 (Borkowski, Earth, Moon and Planets 74, 1996)."""
    runs, rest = divmod(year - _YEARS.start, 33)
    leaps = 294 + runs * 8 + (rest + 3) // 4
    western = year + 621
    western_leaps = western // 4 - (western // 100 + 1) * 3 // 4 - 150
    return date(western, 3, 20 + leaps - western_leaps)
