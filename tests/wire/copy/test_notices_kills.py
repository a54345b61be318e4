"""Kills: a story that is withdrawn is never left usable, and a headline that only sounds like a kill is."""

from __future__ import annotations

import pytest

from articles.wire.copy import read
from articles.wire.story import PubStatus, WireStory

PROSE = "Thick fog kept the ferries at their moorings on Friday, the harbour master said."
BELOW = f"\n\nLONDON, July 8 (Reuters) - {PROSE}\n"


def story(head: str) -> WireStory:
    (found,) = read(head + BELOW)
    return found


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ("KILL KILL KILL", None),
        ("KILL - do not use", None),
        ("ELIMINATION", None),
        ("This story has been withdrawn", None),
        ("ELIMINATION\nFog shuts harbour", "Fog shuts harbour"),
        ("KILL KILL KILL\n\nFog shuts harbour", "Fog shuts harbour"),
        ("ADVISORY: STORY WITHDRAWN\n\nFog shuts harbour", "Fog shuts harbour"),
        ("KILL: Fog shuts harbour\n\nFog shuts harbour", "Fog shuts harbour"),
        ("Mandatory Kill: Harbour-Fog", "Mandatory Kill: Harbour-Fog"),
        ("Kill order: Fog lifts", "Kill order: Fog lifts"),
        ("Fog lifts (KILL)", "Fog lifts (KILL)"),
        ("Fog lifts - STORY WITHDRAWN", "Fog lifts - STORY WITHDRAWN"),
        ("WITHDRAWN-Fog lifts", "WITHDRAWN-Fog lifts"),
        ("WITHDRAWN: Fog lifts", "WITHDRAWN: Fog lifts"),
        ("WITHDRAWN - Fog lifts", "WITHDRAWN - Fog lifts"),
        ("KILL: Fog lifts", "KILL: Fog lifts"),
        ("ACHTUNG: Meldung zurückgezogen - Nebel weg", "ACHTUNG: Meldung zurückgezogen - Nebel weg"),
    ],
)
def test_a_kill_cancels_and_a_headline_is_kept_as_printed(head: str, headline: str | None) -> None:
    """However the order is set; the line is the headline too where no other stands below it."""
    found = story(head)
    assert (found.pubstatus, found.headline) == (PubStatus.CANCELED, headline)


def test_a_slug_line_can_carry_the_kill() -> None:
    """The slug line is kept."""
    found = story("BC-Harbour-Fog, KILL")
    assert (found.pubstatus, found.slugline) == (PubStatus.CANCELED, "BC-Harbour-Fog, KILL")


@pytest.mark.parametrize(
    "head",
    [
        "Kill: Fog lifts",
        "KILL Fog lifts",
        "Withdrawn\n\nFog lifts",
        "FOG LIFTS - KILL",
        "Fog lifts (withdrawn)",
        "CANCEL-CULTURE DEBATE",
        "URGENT - KILL - Fog lifts",
        "UPDATE 1-KILL: Fog lifts",
        "*** KILL *** Fog lifts",
        "Eds: Please kill the story slugged Harbour-Fog.\n\nFog lifts",
    ],
)
def test_what_may_be_a_kill_is_withheld_and_reported(head: str) -> None:
    """A word for a kill in capitals or as a label is not passed over."""
    found = story(head)
    assert found.pubstatus is PubStatus.WITHHELD
    assert "possible-kill" in [problem.code for problem in found.problems]


def test_a_text_that_is_nothing_but_a_withdrawal_is_withheld() -> None:
    """dpa withdraws in a sentence."""
    (found,) = read('Nebel weg\n\nHamburg (dpa) - Die Meldung "Nebel weg" wird zurückgezogen.')
    assert found.pubstatus is PubStatus.WITHHELD
    assert "possible-kill" in [problem.code for problem in found.problems]


@pytest.mark.parametrize(
    "head",
    [
        "Kill Bill",
        "KILL BILL returns to cinemas",
        "KILL BILL RETURNS TO CINEMAS",
        "Man killed",
        "Withdrawal of troops begins",
        "WITHDRAWAL OF TROOPS BEGINS",
        "KILLER WHALE SEEN OFF HARBOUR",
        "TROOPS-WITHDRAWAL/",
        "Match called off (cancelled)",
        "ANNULE ET REMPLACE: Le port reste fermé",
    ],
)
def test_a_headline_that_sounds_like_a_kill_is_usable(head: str) -> None:
    """Nothing sets the word apart, or it names another story."""
    assert story(head).pubstatus is PubStatus.USABLE


def test_a_kill_is_not_softened_by_a_hold() -> None:
    """What is withdrawn stays so whatever else is said."""
    assert story("KILL\n\nWITHHOLD\n\nFog lifts").pubstatus is PubStatus.CANCELED
