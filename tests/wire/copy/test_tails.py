"""What ends a story: contributors, end marks, desk codes, contacts, leftovers of a page."""

from __future__ import annotations

import pytest

from articles.wire.copy import read
from articles.wire.story import WireStory

PROSE = (
    "Thick fog kept the ferries at their moorings on Monday, and the harbour office shut the northern gate."
)
SECOND = "Engineers expect repairs to take three weeks, and ferries will sail from the old pier until then."
HEAD = "Gate closed\n\nHARBOUR TOWN, March 3, 2021 (Reuters) - "


def with_tail(tail: str, text: str = f"{PROSE}\n\n{SECOND}", head: str = HEAD) -> WireStory:
    """A story that ends with the lines, of which its text keeps none."""
    (story,) = read(f"{head}{text}\n\n{tail}")
    assert [block.text for block in story.body] == [PROSE, SECOND]
    return story


def people(story: WireStory) -> list[tuple[str, str, str | None]]:
    """Names, roles and places of the credits."""
    return [(who.name, who.role.value, who.place) for who in story.credits]


@pytest.mark.parametrize(
    ("tail", "credited"),
    [
        (
            "(Reporting by Jane Doe\nand John Roe in Tokyo; Editing by Ann Lee)",
            [("Jane Doe", "author", None), ("John Roe", "author", "Tokyo"), ("Ann Lee", "editor", None)],
        ),
        (
            "Jane Doe and John Roe contributed to this report from Istanbul.",
            [("Jane Doe", "contributor", "Istanbul"), ("John Roe", "contributor", "Istanbul")],
        ),
        ("(Sydney Newsroom; Editing by Sam Hill)", [("Sam Hill", "editor", None)]),
        ("(Bengaluru newsroom)", []),
        ("(Reporting by Bengaluru newsroom; Editing by Sam Hill)", [("Sam Hill", "editor", None)]),
        (
            "Associated Press journalist Jane O'Brien and researcher Kim Lee contributed to this report.",
            [("Jane O'Brien", "contributor", None), ("Kim Lee", "contributor", None)],
        ),
        ("* Con informes de Ana Ruiz desde Lima.", [("Ana Ruiz", "contributor", "Lima")]),
        (
            "Jane Doe reported from Cairo, and John Roe from Paris. Kim Lee contributed reporting.",
            [
                ("Jane Doe", "author", "Cairo"),
                ("John Roe", "author", "Paris"),
                ("Kim Lee", "contributor", None),
            ],
        ),
        (
            "Haber: Ali Can - Fotoğraf: Ece Öz",
            [("Ali Can", "author", None), ("Ece Öz", "photographer", None)],
        ),
    ],
)
def test_credits_below_a_story(tail: str, credited: list[tuple[str, str, str | None]]) -> None:
    """Each person with a role, a place only where it is the own one, and no office as a person."""
    assert people(with_tail(tail)) == credited


def test_reporters_become_contributors_beside_an_author() -> None:
    """`X reported from Y` is an author, or a contributor where the story names its author above."""
    story = with_tail(
        "John Roe reported from Paris.", head="Gate closed\n\nBy Jane Doe\n\nHARBOUR TOWN, Md. (AP) - "
    )
    assert people(story) == [("Jane Doe", "author", None), ("John Roe", "contributor", "Paris")]


@pytest.mark.parametrize(
    ("tail", "code"),
    [
        ("Ends.", "end-mark"),
        ("PTI ABC DEF", "agency-code"),
        ("(Schluss) abc/de", "agency-code"),
        ("(Schluss) abc/de\nAPA0123 2021-03-03/12:00", "agency-code"),
        ("Share on Facebook\nTweet\nPrint", "page-leftover"),
        ("Read more", "page-leftover"),
        ("2 MIN READ", "page-leftover"),
    ],
)
def test_what_is_no_text_goes_and_is_named(tail: str, code: str) -> None:
    """End marks, desk codes and buttons alone on a line are left out, each with a problem that quotes it."""
    story = with_tail(tail)
    quoted = " ".join(problem.message for problem in story.problems if problem.code == code)
    assert all(line in quoted for line in tail.split("\n"))


def test_desk_initials_behind_the_last_sentence_go() -> None:
    """PTI prints its desk's initials on the last line of the text."""
    (story,) = read(f"New Delhi, Mar 3 (PTI) {PROSE}\n\n{SECOND} PTI ABC DEF")
    assert [block.text for block in story.body] == [PROSE, SECOND]
    assert any("PTI ABC DEF" in problem.message for problem in story.problems)


def test_an_agency_as_last_word_stays() -> None:
    """ "… told PTI." is text, and so are capitals that are no desk's."""
    for last in ("Nobody will sail until then, the master told PTI.", f"{SECOND} NOT AT ALL"):
        (story,) = read(f"{HEAD}{PROSE}\n\n{last}")
        assert story.body[-1].text == last


def test_the_heading_of_contacts_goes_with_them() -> None:
    """`Contacts` alone above an address is no text."""
    story = with_tail("Contacts\nJane Doe, jane@acme.example")
    assert story.ednote == "Contacts Jane Doe, jane@acme.example"


@pytest.mark.parametrize("tail", ["TAGS - harbour, fog", "Tags – harbour, fog", "KEYWORDS -- harbour; fog"])
def test_tags_behind_a_dash(tail: str) -> None:
    """A dash stands for the colon of a tag line."""
    assert with_tail(tail).keywords == ("harbour", "fog")


@pytest.mark.parametrize(
    "line",
    [
        "Topic - The harbour, and what comes of it",
        "Themes - the play, the set and the songs.",
        "Read more and more slowly.",
        "Jane Doe reported from the bridge that all was well.",
    ],
)
def test_a_last_line_that_is_only_perhaps_a_tail_stays(line: str) -> None:
    """Unsure means: keep the text."""
    (story,) = read(f"{HEAD}{PROSE}\n\n{line}")
    assert [block.text for block in story.body] == [PROSE, line]


@pytest.mark.parametrize("line", ["2 min read", "Share on Facebook", "Advertisement"])
def test_a_leftover_in_the_head_goes(line: str) -> None:
    """Buttons stand between headline and text, too."""
    (story,) = read(f"Gate closed\n\n{line}\n\n{HEAD.splitlines()[-1]}{PROSE}\n\n{SECOND}")
    assert story.headline == "Gate closed"
    assert story.description is None
    assert [block.text for block in story.body] == [PROSE, SECOND]
    assert any(problem.code == "page-leftover" and line in problem.message for problem in story.problems)


def test_contributors_stand_above_an_invitation() -> None:
    """What asks readers to follow the writer stays in the text, and the names above it are credited."""
    invitation = "Follow Jane Doe on Twitter: http://twitter.com/janedoe"
    (story,) = read(
        f"{HEAD}{PROSE}\n\nAP writer Ann Lee in Boston contributed to this report.\n\n{invitation}\n"
    )
    assert [block.text for block in story.body] == [PROSE, invitation]
    assert people(story) == [("Ann Lee", "contributor", "Boston")]


@pytest.mark.parametrize("mark", ["./.", "./.ABC", "./.ABC/DEF"])
def test_belgas_mark_of_the_end(mark: str) -> None:
    """The full stop before it stays, which is the text's own."""
    story = with_tail("", text=f"{PROSE}\n\n{SECOND.rstrip('.')}{mark}")
    assert [problem.code for problem in story.problems if problem.code != "no-timezone"] == ["end-mark"]


def test_the_source_below_contacts_is_no_contact() -> None:
    """It is named at the top already."""
    (story,) = read(
        f"Source: Merrow Inc.\nMerrow opens ferry\n\nLONDON, 1 February 2021 - {PROSE}\n\n{SECOND}\n\n"
        "Contact:\nJane Doe\njane@example.com\n+44 20 7946 0000\n\nSOURCE:  Merrow Inc.\n"
    )
    assert story.source == "Merrow Inc."
    assert story.ednote == "Contact: Jane Doe jane@example.com +44 20 7946 0000"


def test_a_newsdesk_took_no_photo() -> None:
    """dpa's notebook names whom to call for pictures."""
    (story,) = read(
        f"Nebel\n\nBerlin (dpa) - {PROSE}\n\n# dpa-Notizblock\n\n## dpa-Kontakte\n"
        "- Autor: Karl Boot, +49 30 000\n- Foto: Newsdesk, +49 30 001, <foto@example.com>\n"
    )
    assert people(story) == [("Karl Boot", "author", None)]
