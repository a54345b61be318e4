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


def _told(*paragraphs: str, creator: str | None = None) -> Record:
    record = Record()
    record.credit(creator)
    record.body(bodies.from_text("\n\n".join(paragraphs)))
    sayings.take(record)
    return record


@pytest.mark.parametrize(
    ("line", "byline", "names"),
    [
        ("By Ada Brandt", "By Ada Brandt", ["Ada Brandt"]),
        ("Von Jon Vik und Ida Moe, dpa", "Von Jon Vik und Ida Moe, dpa", ["Jon Vik", "Ida Moe"]),
        ("Photos by Ada Brandt", None, ["Ada Brandt"]),
        ("By now the harbour has been open for days.", None, []),
        ("Ada Brandt, mayor of Elba", None, []),
    ],
)
def test_a_paragraph_that_is_a_byline(line: str, byline: str | None, names: list[str]) -> None:
    """It stays in the text as well."""
    record = _told(line, "ELBA, July 8 (Reuters) - The harbour has been opened again.", "Boats came.")
    assert record.get("byline") == byline
    assert [credit.name for credit in record.listed("credits")] == names
    assert record.get("dateline") == "ELBA, July 8 (Reuters)"
    assert len(record.get("body")) == 3


def test_a_byline_in_the_text_names_nobody_twice_and_yields_to_a_field() -> None:
    """The one whom a field has credited already stands before the others."""
    record = _told("By Ada Brandt and Jon Vik", "The harbour is open.", creator="Ada Brandt")
    assert [credit.name for credit in record.listed("credits")] == ["Ada Brandt", "Jon Vik"]
    named = Record()
    named.byline("By Ida Moe")
    named.body(bodies.from_text("By Ada Brandt\n\nThe harbour is open."))
    sayings.take(named)
    assert named.get("byline") == "By Ida Moe"
    assert [credit.name for credit in named.listed("credits")] == ["Ida Moe"]


def test_a_dateline_below_the_lines_that_head_a_release() -> None:
    """Far down only one with place, date and agency counts: a summary of the day has others in its text."""
    heads = ["Harbour opens", "Ferries sail again", "Fares stay", "More boats than before"]
    text = "ELBA, 26 mai 2020 (GLOBE NEWSWIRE) -- The harbour has been opened again."
    assert _told(*heads, text).get("dateline") == "ELBA, 26 mai 2020 (GLOBE NEWSWIRE)"
    assert _told(*heads, "ELBA (AFP) - The harbour has been opened again.").get("dateline") is None


@pytest.mark.parametrize(
    "text",
    [
        "The following corrects and replaces the release issued on 3 May under the same headline.",
        "Please replace the release dated May 3 with the following corrected version.",
        "Le communiqué suivant corrige et remplace celui du 26 mai. La version corrigée suit :",
        "N i e u w bericht, vervangt: Haven dicht",
        "In a release issued on 3 May, the fares were wrong. The corrected release follows:",
    ],
)
def test_a_release_that_replaces_another_says_so(text: str) -> None:
    """The sentence above the text is its correction."""
    assert _told(text, "The harbour has been opened again.").get("correction") == text
    assert _told("Engineers are to replace the release valve.", "It leaks.").get("correction") is None
    placed = _told(f"ELBA, Mass.--(BUSINESS WIRE)--{text}", "The harbour has been opened again.")
    assert (placed.get("dateline"), placed.get("correction")) == ("ELBA, Mass.--(BUSINESS WIRE)", text)


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


def test_the_lines_of_a_text_that_came_in_one_piece() -> None:
    """Bullets stand between the correction and the byline; running text below is not looked at."""
    record = Record()
    sayings.take_lines(
        record,
        "(Adds comments)\r\n    * Ferries sail at noon\r\n    * Fares stay\r\n \r\n    By Ada Brandt\r\n"
        "    ELBA, Jan 30 (Reuters) - The harbour has been\r\nopened again.\r\n    By Jon Vik\r\n",
    )
    assert record.get("correction") == "Adds comments"
    assert record.get("byline") == "By Ada Brandt"
    assert [credit.name for credit in record.listed("credits")] == ["Ada Brandt"]
    assert (record.get("dateline"), record.get("located")) == ("ELBA, Jan 30 (Reuters)", "ELBA")
