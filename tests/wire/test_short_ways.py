"""What takes a short way for its speed says what the long way says."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from email.utils import format_datetime, parsedate_to_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.wire import stamps
from articles.wire.copy import signoffs

_ZONES = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(
    st.datetimes(timezones=_ZONES).map(
        lambda moment: moment.replace(year=1000 + moment.year % 2000, day=min(moment.day, 28))
    )
)
def test_usual_dates_are_read_as_the_library_reads_them(moment: datetime) -> None:
    """Dates of RFC 5322 with any offset."""
    text = format_datetime(moment)
    found = stamps.read(text)
    assert found is not None
    assert found.value.isoformat() == parsedate_to_datetime(text).isoformat()


@pytest.mark.parametrize(
    "text",
    ["Fri, 32 Jul 2016 12:34:56 +0200", "Fri, 08 Jul 2016 12:34:61 GMT", "Fri, 08 Jul 2016 12:34:56 +2500"],
)
def test_dates_that_cannot_be_are_none(text: str) -> None:
    """No day, second or offset of that number."""
    assert stamps._rfc(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm contributed to this report.",
        "ADA HOLM CONTRIBUTED TO THIS REPORT.",
        "Ada Holm and Jon Brandt provided additional reporting.",
        "Ada Holm assisted with this story.",
        "Ada Holm hat zu diesem Bericht beigetragen.",
        "Ada Holm trug zu diesem Artikel bei.",
        "Ada Holm a participé à cet article.",
        "Ada Holm a collaboré à ce reportage.",
        "Ada Holm colaboró en este reportaje.",
        "Ada Holm ha contribuido a esta nota.",
        "Ada Holm colaborou nesta reportagem.",
        "Ada Holm ha collaborato a questo articolo.",
        "Ada Holm droeg bij aan dit artikel.",
        "Ada Holm bidrog till artikeln.",
        "Ada Holm bidro til saken.",
    ],
)
def test_contributors_are_looked_for_where_their_words_stand(text: str) -> None:
    """Each phrase of the vocabulary has a sign by which it is looked for first."""
    found = signoffs.read(text)
    assert found is not None
    assert text[slice(*found.credits[0].person.name)].casefold() == "ada holm"
