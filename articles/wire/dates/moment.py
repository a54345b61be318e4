"""What was read of a date, and how it becomes a moment in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from articles.wire.dates.clocks import Clock
from articles.wire.dates.days import Day
from articles.wire.dates.names import AMBIGUOUS_ZONES, ZONES
from articles.wire.errors import WireError

NO_YEAR = 1904  # stands in a date that names no year; a leap year, so that 29 February may stand there


@dataclass(frozen=True, slots=True)
class Moment:
    """A date with or without its time. `value` is aware; a part not given is 0:00, or the year `NO_YEAR`."""

    value: datetime
    has_year: bool = True
    has_time: bool = False
    has_zone: bool = False


@cache
def zone(name: str) -> ZoneInfo:
    """The time zone of an IANA name; `WireError` if there is none such."""
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError) as error:
        raise WireError(f"There is no time zone {name!r}; a name is like Europe/Istanbul.") from error


def moment(day: Day, clock: Clock | None, timezone_name: str) -> Moment:
    """Date and time as a moment; a time that does not say its zone is in the zone of that IANA name."""
    date_ = day.date or date(NO_YEAR, day.month, day.day)
    local = datetime(date_.year, date_.month, date_.day, tzinfo=zone(timezone_name))
    if clock is None:
        return Moment(local, day.date is not None)
    local = local.replace(
        hour=clock.hour % 24, minute=clock.minute, second=clock.second, microsecond=clock.microsecond
    ) + timedelta(days=clock.hour // 24)
    known = _known_zone(clock.zone, local)
    return Moment(
        local.replace(tzinfo=known) if known else local, day.date is not None, True, known is not None
    )


def _known_zone(name: str | int | None, local: datetime) -> tzinfo | None:
    offset: str | int | None = name
    if isinstance(name, str):
        if name in AMBIGUOUS_ZONES:
            return local.tzinfo if (local.tzname() or "").lower() == name else None
        offset = ZONES[name]
        if isinstance(offset, str):
            return zone(offset)
    if offset is None:
        return None
    return timezone(timedelta(minutes=int(offset))) if offset else UTC
