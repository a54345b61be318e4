"""Heads whose lines touch, and lines between headline and text that are no standfirst."""

from __future__ import annotations

import pytest

from articles.wire.copy import read
from articles.wire.story import WireStory

PROSE = "Thick fog kept the ferries at their moorings on Friday, the harbour master said."


def story(text: str) -> WireStory:
    (found,) = read(text)
    return found


def codes(found: WireStory) -> list[str]:
    return [problem.code for problem in found.problems]


def body(found: WireStory) -> list[str]:
    return [block.text for block in found.body]


def test_a_source_label_right_above_the_headline() -> None:
    """A line that names a firm is no part of the headline below it."""
    found = story(f"Source: Merrow Inc.\nMerrow opens ferry\n\nLONDON, 1 February 2021 - {PROSE}")
    assert (found.source, found.headline) == ("Merrow Inc.", "Merrow opens ferry")


def test_a_headline_that_begins_like_a_source_label() -> None:
    """Its second line belongs to it."""
    found = story(f"Source: Mayor to resign\nover fog\n\nLONDON (AP) — {PROSE}")
    assert (found.source, found.headline) == ("AP", "Source: Mayor to resign over fog")


def test_a_name_between_headline_and_date_is_not_of_the_headline() -> None:
    """It may be a place as well, so it stays in the text and is reported."""
    found = story(f"Fog lifts\nJane Doe\nMarch 3, 2021\n\n{PROSE}")
    assert (found.headline, body(found)) == ("Fog lifts", ["Jane Doe", PROSE])
    assert "possible-byline" in codes(found)


def test_a_standfirst_right_below_the_headline() -> None:
    """The headline's line had room for the next word, and the next begins a sentence."""
    found = story(f"Fog lifts\nThe harbour opened again on Monday\nBy Jane Doe\nLONDON (AP) — {PROSE}")
    assert (found.headline, found.description) == ("Fog lifts", "The harbour opened again on Monday")
    assert (found.byline, body(found)) == ("By Jane Doe", [PROSE])


def test_a_page_head_whose_lines_touch() -> None:
    """The kicker is the section, the date is read, the reading time goes."""
    found = story(
        "WORLD NEWS\nMARCH 3, 2021 / 2:05 PM / UPDATED 3 HOURS AGO\nFog lifts\nBy Jane Doe\n2 MIN READ\n\n"
        f"LONDON (AP) — {PROSE}"
    )
    assert (found.section, found.headline, found.byline) == ("WORLD NEWS", "Fog lifts", "By Jane Doe")
    assert found.created is not None
    assert found.created.isoformat() == "2021-03-03T14:05:00+00:00"
    assert body(found) == [PROSE]


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        (
            "Merrow Ferries Partners With Harbour Digital On Island Ticket Payments\nIntegration",
            "Merrow Ferries Partners With Harbour Digital On Island Ticket Payments Integration",
        ),
        (
            "Harbour Prize for Engineering Awarded to the Creators of Digital\nFog Sensors",
            "Harbour Prize for Engineering Awarded to the Creators of Digital Fog Sensors",
        ),
        (
            "Fog shuts harbour for\nsecond day running, crews\nsay",
            "Fog shuts harbour for second day running, crews say",
        ),
    ],
)
def test_a_wrapped_headline_is_joined(lines: str, headline: str) -> None:
    """A line that was full, or that goes on in small letters or in title case."""
    assert story(f"{lines}\n\nLONDON (AP) — {PROSE}").headline == headline


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("by jane doe", [("jane doe", None)]),
        ("By Jane Doe @janedoe", [("Jane Doe", None)]),
        ("From Jane Doe in Cairo", [("Jane Doe", "Cairo")]),
        ("Compiled by Jane Doe", [("Jane Doe", None)]),
    ],
)
def test_bylines_in_rarer_shapes(line: str, people: list[tuple[str, str | None]]) -> None:
    """The printed line is the byline, and the headline above it stays one."""
    found = story(f"Fog lifts\n\n{line}\n\nLONDON, March 3 (Reuters) - {PROSE}")
    assert (found.headline, found.byline, found.description) == ("Fog lifts", line, None)
    assert [(credit.name, credit.place) for credit in found.credits] == people


@pytest.mark.parametrize("line", ["Jane Doe", "Jane Mary Doe", "With Jane Doe in Paris"])
def test_what_may_be_a_byline_is_no_standfirst(line: str) -> None:
    """It stays in the text and is reported."""
    found = story(f"Fog lifts\n\n{line}\n\nLONDON, March 3 (Reuters) - {PROSE}")
    assert (found.description, body(found)) == (None, [line, PROSE])
    assert "possible-byline" in codes(found)


def test_no_sign_without_width_ends_a_headline() -> None:
    """U+200B shows nothing at the end of a line."""
    assert story(f"Fog lifts\u200b\n\n{PROSE}").headline == "Fog lifts"


def test_a_paragraph_separator_parts_paragraphs() -> None:
    """U+2029 does what a blank line does."""
    found = story(f"Fog lifts\u2029{PROSE}\u2029Ferries sail again.")
    assert (found.headline, body(found)) == ("Fog lifts", [PROSE, "Ferries sail again."])


@pytest.mark.parametrize(
    ("dateline", "created"),
    [
        ("LONDON, 3 Mar 2021 10:15 GMT (PA Media)", "2021-03-03T10:15:00+00:00"),
        ("LONDON, Mar. 3rd, 2021 (AP)", "2021-03-03T00:00:00+00:00"),
    ],
)
def test_dates_of_datelines(dateline: str, created: str) -> None:
    """With a time and its zone, or with an ordinal."""
    found = story(f"Fog lifts\n\n{dateline} - {PROSE}")
    assert found.created is not None
    assert (found.dateline, found.created.isoformat()) == (dateline, created)


@pytest.mark.parametrize(
    "text",
    [
        f"Fog lifts\n\nFeb 30, 2021\n\n{PROSE}",
        f"Fog lifts\n\nPublished: Feb 30, 2021\n\n{PROSE}",
        f"Fog lifts\n\nLONDON, Feb 30, 2021 (AP) - {PROSE}",
    ],
)
def test_a_date_of_no_calendar_is_quoted(text: str) -> None:
    """Nothing is put in its place."""
    found = story(text)
    (message,) = [problem.message for problem in found.problems if problem.code == "no-date"]
    assert found.created is None
    assert "“Feb 30, 2021”" in message


def test_a_last_line_on_first_publication_gives_the_date() -> None:
    """The Canadian Press asks for the line to be printed, so it stays in the text."""
    last = "This report by The Canadian Press was first published March 3, 2021."
    found = story(f"Fog lifts\n\nLONDON — {PROSE}\n\n{last}")
    assert found.created is not None
    assert found.created.isoformat() == "2021-03-03T00:00:00+00:00"
    assert body(found)[-1] == last


def test_a_code_of_one_letter_is_no_headline() -> None:
    """`$J` and a bare colon are codes; the headline stands below them."""
    found = story(
        "   ZCZC NWA\n%MGD\n$J\n:\n:Merrow Harbour Authority\n*X\nFog shuts the harbour\n\n"
        f"Tue 13 October 2015\n\n{PROSE}\n\nhttp://example.com/1\nSOURCE: Merrow Harbour Authority\n\nNNNN\n"
    )
    assert found.headline == "Fog shuts the harbour"
    assert found.source == "Merrow Harbour Authority"
    assert body(found) == [PROSE, "http://example.com/1"]


def test_header_lines_whose_meaning_two_letters_tell() -> None:
    """Title, abstract, source and date are read; what the house needs for itself is named."""
    found = story(
        "zczc\nAN#26945\nKN#Merrow Bites\nPD#06 June 2016 14:00:00\nSO#MRX\nBY#\nTI#Fog shuts harbour\n"
        f"AB#The harbour is closed for a second day because of thick fog.\nTX#\n{PROSE}\n"
    )
    assert (found.headline, found.source) == ("Fog shuts harbour", "MRX")
    assert found.description == "The harbour is closed for a second day because of thick fog."
    assert found.created is not None
    assert found.created.isoformat() == "2016-06-06T14:00:00+00:00"
    assert body(found) == [PROSE]
    assert codes(found).count("agency-code") == 5


def test_a_bullet_whose_lines_hang_is_one_paragraph() -> None:
    """Its other lines stand below its words, further in than its sign."""
    found = story(
        "Fog shuts harbour\n\nMERROW, Feb. 1, 2017 /PRNewswire/ --\n\n"
        "    -- Ferries stay at their moorings for a second day while the harbour\n"
        "       office waits. Merchants may send their goods by road through the\n"
        "       town of Merrow\n\n"
        f"{PROSE}\n"
    )
    assert [text.split()[-1] for text in body(found)] == ["Merrow", "said."]
