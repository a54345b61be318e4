"""Dates as programs write them: ISO 8601 in all its forms, RFC 5322, and then whatever people write."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from articles.wire import dates
from articles.wire.dates import Moment
from articles.wire.dates.moment import zone

_ISO = re.compile(
    r"""
    (\d{4})-?(\d\d)-?(\d\d)
    (?: [T\s]? (\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)? \s? (Z|[+-]\d\d(?::?\d\d)?)? )?
    """,
    re.VERBOSE,
)


_DAY_FIRST = re.compile(r"\d{1,2} [A-Za-z]{3} \d{2,4} \d\d:")  # RFC 5322 needs no weekday
_NO_YEAR = re.compile(r"(?:^|\s)000\d(?:-|\s\d)")  # what programs make of a date that they do not have
_COLON = re.compile(r"(?<=\s[+-]\d\d):(?=\d\d$)")  # ISO's way of a zone


def read(text: str, timezone: str = "UTC") -> Moment | None:
    """The moment that a date in a field is, or None. Without a time it is midnight in `timezone` (IANA)."""
    text = text.strip()
    found = _ISO.fullmatch(text)
    if found:
        return _iso(found, timezone)
    if _NO_YEAR.search(text):
        return None
    if len(text) > 15 and (text[:1].isalpha() or _DAY_FIRST.match(text)) and (moment := _rfc(text)):
        return moment
    return dates.read(text, timezone)


def _iso(found: re.Match[str], timezone: str) -> Moment | None:
    year, month, day, hour, minute, second, fraction, offset = found.groups()
    try:
        local = datetime(
            int(year),
            int(month),
            int(day),
            int(hour or 0) % 24,
            int(minute or 0),
            min(int(second or 0), 59),
            int((fraction or "0")[:6].ljust(6, "0")),
            tzinfo=UTC,
        )
    except ValueError:
        return None
    if hour == "24":
        return dates.read(found[0], timezone)
    if offset is None:
        return Moment(local.replace(tzinfo=zone(timezone)), True, hour is not None, False)
    if offset == "Z":
        return Moment(local, True, True, True)
    return Moment(datetime.fromisoformat(f"{local:%Y-%m-%dT%H:%M:%S.%f}{_offset(offset)}"), True, True, True)


def _offset(text: str) -> str:
    digits = text[1:].replace(":", "").ljust(4, "0")
    return f"{text[0]}{digits[:2]}:{digits[2:]}" if digits[:2] < "24" and digits[2:] < "60" else "+00:00"


def _rfc(text: str) -> Moment | None:
    """`Fri, 08 Jul 2016 12:34:56 +0200`; `-0000` says that the zone is not known, and is read as UTC."""
    try:
        moment = parsedate_to_datetime(_COLON.sub("", text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        return Moment(moment.replace(tzinfo=UTC), True, True, True) if text.endswith("-0000") else None
    return Moment(moment, True, True, True)
