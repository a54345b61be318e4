"""What marked-up texts say of themselves, and embargoes that only a note gives a time."""

from __future__ import annotations

import pytest

from articles.wire import bodies, sayings
from articles.wire.holds import hold
from articles.wire.record import Record
from articles.wire.story import PubStatus


@pytest.mark.parametrize(
    ("line", "dateline", "located"),
    [
        ("STOCKHOLM, Aug 29, 2014 (AFP) -", "STOCKHOLM, Aug 29, 2014 (AFP)", "STOCKHOLM"),
        ("BEIJING, July 23", "BEIJING, July 23", "BEIJING"),
        ("GREENWICH, Conn.", "GREENWICH, Conn.", "GREENWICH, Conn."),
        ("Landquart GR", "Landquart GR", "Landquart GR"),
        ("2.4.2019 16:02:09 CEST", "2.4.2019 16:02:09 CEST", None),
        ("20200616", None, None),
        ("20170102T222800+0000", None, None),
        (" - ", None, None),
        (None, None, None),
    ],
)
def test_a_field_that_holds_a_dateline(line: str | None, dateline: str | None, located: str | None) -> None:
    """As printed, without the separator; a machine's date was never printed."""
    assert sayings.dateline_of(line) == (dateline, located)


def test_a_text_says_its_dateline_credits_and_correction() -> None:
    """The body keeps all of it."""
    record = Record()
    record.byline("By Ada Brandt")
    record.body(
        bodies.from_text(
            "(Corrects spelling of the harbour in paragraph 2)\n\n"
            "ELBA, July 8 (Reuters) - The harbour has been opened again.\n\n"
            "(Reporting by Ada Brandt and Jon Vik; Editing by Ida Moe)"
        )
    )
    sayings.take(record)
    story = record.story()
    assert (story.dateline, story.located) == ("ELBA, July 8 (Reuters)", "ELBA")
    assert [(credit.name, credit.role.value) for credit in story.credits] == [
        ("Ada Brandt", "author"),
        ("Jon Vik", "contributor"),
        ("Ida Moe", "editor"),
    ]
    assert story.correction == "Corrects spelling of the harbour in paragraph 2"
    assert len(story.body) == 3


def test_an_element_goes_before_the_text() -> None:
    """A place that the format gives stands."""
    record = Record()
    record.set("dateline", "Oslo")
    record.set("located", "Oslo")
    record.body(bodies.from_text("ELBA, July 8 (Reuters) - The harbour has been opened again."))
    sayings.take(record)
    assert (record.get("dateline"), record.get("located")) == ("Oslo", "Oslo")


@pytest.mark.parametrize(
    ("note", "embargoed"),
    [
        ("(see also SEA)\nEmbargoed to 0001 Friday September 9", "2016-09-09T00:01:00+00:00"),
        ("Embargoed until 18:00 CET, 3 May 2017", "2017-05-03T18:00:00+01:00"),
        ("Embargoed to 0001 Sunday January 1", "2017-01-01T00:01:00+00:00"),
        ("Embargoed until further notice", None),
        ("A talk on September 9 at 18:00", None),
        (None, None),
    ],
)
def test_the_time_of_an_embargo_may_stand_in_a_note(note: str | None, embargoed: str | None) -> None:
    """A day without a year is the next one after the story was sent; without a time the story is withheld."""
    record = Record()
    record.date("created", "20160908T132446Z")
    hold(record, [note])
    found = record.get("embargoed")
    assert (found.isoformat() if found else None) == embargoed
    assert (record.get("pubstatus") is PubStatus.WITHHELD) is (embargoed is None)
