"""Items that their source calls embargoed, and the time of the embargo where only a note gives it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from articles.wire.copy import embargoes
from articles.wire.dates.deadline import deadline
from articles.wire.record import Record
from articles.wire.story import PubStatus

_BARE_CLOCK = re.compile(r"\b([01]\d|2[0-3])([0-5]\d)(?=\s+[^\W\d_])")  # "0001 Friday September 9"
_HALF_A_YEAR = timedelta(days=182)


def hold(record: Record, notes: Iterable[str | None]) -> None:
    """The source calls the item embargoed: it has a time by now, or a line of its notes gives one.

    Without a time the story is withheld (`unread-embargo`), never free. A line that names no year means the
    one in which its day comes next after the dates that the record holds.
    """
    if record.get("embargoed"):
        return
    lines = [line.strip() for note in notes if note for line in note.splitlines()]
    for line in lines:
        if line and embargoes.read(line, record.timezone) is not None and _take(record, line):
            return
    record.status(PubStatus.WITHHELD)
    record.problem(
        "unread-embargo", "The source holds this story under an embargo without a time, so it is withheld."
    )


def _take(record: Record, line: str) -> bool:
    found = deadline(_BARE_CLOCK.sub(r"\1:\2", line), record.timezone)
    if found is None or found.unread is not None:
        return False
    value = found.moment.value
    if not found.moment.has_year:
        sent = record.get("updated") or record.get("created")
        dated = _next(value, sent) if sent else None
        if dated is None:
            return False
        value = dated
    record.values["embargoed"] = value
    if not found.moment.has_zone:
        record.problem(
            "no-timezone", f"The time of embargoed names no zone; it was read as {value.isoformat()}."
        )
    return True


def _next(day: datetime, sent: datetime) -> datetime | None:
    """The day of no year in the year that brings it nearest after the moment of sending."""
    for year in (sent.year, sent.year + 1):
        try:
            found = day.replace(year=year)
        except ValueError:  # 29 February
            continue
        if found > sent - _HALF_A_YEAR:
            return found
    return None
