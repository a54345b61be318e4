"""Embargoes: the time as printed, or none; never an earlier one."""

from __future__ import annotations

import pytest

from articles.wire.copy import read
from articles.wire.story import PubStatus, WireStory

BELOW = "\n\nFog lifts\n\nLONDON (PA) - Thick fog kept the ferries at their moorings on Friday.\n"


def story(line: str) -> WireStory:
    (found,) = read(line + BELOW)
    return found


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Embargado hasta las 10:00 CET del 4 de marzo de 2021", "2021-03-04T10:00:00+01:00"),
        ("Embargado hasta el 4 de marzo de 2021, 10:00 hora de Madrid", "2021-03-04T10:00:00+01:00"),
        ("Ambargo: 4 Mart 2021, 10.00 (TSİ)", "2021-03-04T10:00:00+03:00"),
        ("Embargo : le 4 mars 2021, 6 h HNE", "2021-03-04T06:00:00-05:00"),
        ("Sous embargo jusqu'au 4 mars 2021 à 18h00 (heure de Paris)", "2021-03-04T18:00:00+01:00"),
        ("Sperrfrist: 4. Juli 2021, 10.00 Uhr MESZ", "2021-07-04T10:00:00+02:00"),
        ("EMBARGOED UNTIL 10:00 London time, 4 July 2021", "2021-07-04T10:00:00+01:00"),
        ("EMBARGOED UNTIL 9 a.m. Eastern Time on March 4, 2021", "2021-03-04T09:00:00-05:00"),
        ("Embargo: March 4, 2021, 6 a.m. New York time", "2021-03-04T06:00:00-05:00"),
        ("Эмбарго: 4 июля 2021, 10:00 по московскому времени", "2021-07-04T10:00:00+03:00"),
        ("Эмбарго до 10:00 мск 4 июля 2021", "2021-07-04T10:00:00+03:00"),
        ("EMBARGOED UNTIL 10:00 KST, 4 March 2021", "2021-03-04T10:00:00+09:00"),
        ("EMBARGOED UNTIL 10:00 JST, 4 March 2021", "2021-03-04T10:00:00+09:00"),
        ("EMBARGO: 4 March 2021 10:00 GMT / 11:00 CET", "2021-03-04T10:00:00+00:00"),
        ("EMBARGO (CET): 4 March 2021, 10:00", "2021-03-04T10:00:00+01:00"),
    ],
)
def test_the_zone_is_read_wherever_it_is_named(line: str, moment: str) -> None:
    """By its letters or by a place with a word for time."""
    found = story(line)
    assert found.embargoed is not None
    assert (found.embargoed.isoformat(), found.pubstatus) == (moment, PubStatus.USABLE)
    assert found.ednote == line
    assert "no-timezone" not in [
        p.code for p in found.problems if p.message.startswith("The time of embargoed")
    ]


@pytest.mark.parametrize(
    ("line", "unread"),
    [
        ("EMBARGOED UNTIL 10:00 XYZ 4 March 2021", "XYZ"),
        ("EMBARGO: 4 March 2021 10:00 GMT / 13:00 CET", "13"),
        ("EMBARGO: from 3 March 2021 until 10:00 on 4 March 2021", "4"),
        ("EMBARGO: midnight, 4 March 2021", "midnight"),
        ("EMBARGO: 4 March 2021, noon GMT", "noon"),
        ("EMBARGO: 10:00 local time, 4 March 2021", "local time"),
    ],
)
def test_what_is_not_understood_withholds_the_story(line: str, unread: str) -> None:
    """A number or the name of a zone that is left over may make the time a later one."""
    found = story(line)
    assert (found.embargoed, found.pubstatus) == (None, PubStatus.WITHHELD)
    (message,) = [problem.message for problem in found.problems if problem.code == "unclear-embargo"]
    assert unread in message


def test_a_number_in_another_sentence_is_no_part_of_the_time() -> None:
    """Only the sentence of the date counts."""
    found = story("EMBARGOED UNTIL 00:01 GMT, 4 March 2021. Call +44 20 7946 0000 for pictures.")
    assert found.embargoed is not None
    assert found.embargoed.isoformat() == "2021-03-04T00:01:00+00:00"
