"""Notes below a story that name its makers: with numbers, addresses and places beside the names."""

from __future__ import annotations

import pytest

from articles.wire.copy import read, signoffs
from articles.wire.copy.names import is_desk, is_name

STORY = (
    "Fog shuts harbours\n\nPort Alder (dpa) - Three harbours were closed because of fog.\n\n# Notebook\n\n"
)


@pytest.mark.parametrize(
    ("line", "credited"),
    [
        (
            "- Autor/in: Änne Berg (Grünau) 0171 555 0101, berg@example.com",
            [("Änne Berg", "Grünau", "author")],
        ),
        ("- Autorin: Änne Berg (Grünau)", [("Änne Berg", "Grünau", "author")]),
        (
            "- Autor/in: Mark Feld (Grünau) +49 163 555 0101, feld@example.com und Sunna Lind (Neustadt)",
            [("Mark Feld", "Grünau", "author"), ("Sunna Lind", "Neustadt", "author")],
        ),
        (
            "- Redaktion: Meike-Lena Lund (Berlin) 030/2852 30002, lund@example.com",
            [("Meike-Lena Lund", "Berlin", "editor")],
        ),
        ("- Editing by: Ida Stone, +49 30 555 0101, <desk@example.com>", [("Ida Stone", None, "editor")]),
        ("- Editing by: Joseph Phelps Tel: +49 30 555 0101", [("Joseph Phelps", None, "editor")]),
        ("- Reporting by: Tom Ash, The Alder Union-Courier", [("Tom Ash", None, "reporter")]),
        ("- Redaktion: Politik-Inland", []),
        ("- Autor/in: Politik Ausland", []),
    ],
)
def test_who_is_named_in_a_line(line: str, credited: list[tuple[str, str | None, str]]) -> None:
    """Numbers and addresses are no names, offices and newspapers are no people."""
    found = signoffs.read(line)
    named = [
        (
            line[slice(*one.person.name)],
            line[slice(*one.person.place)] if one.person.place else None,
            one.kind,
        )
        for one in (found.credits if found else ())
    ]
    assert named == credited


def test_an_item_that_was_wrapped_is_read_whole() -> None:
    """A line that stands further in goes on from the one above."""
    notes = "- Reporting by: Lena Brook in Port Alder, Tom Ash in Westmark\n  and Ann Lee in Grayford\n"
    notes += "- Editing by: Ida Stone\n"
    (story,) = read(STORY + notes)
    assert [(credit.name, credit.place) for credit in story.credits] == [
        ("Lena Brook", "Port Alder"),
        ("Tom Ash", "Westmark"),
        ("Ann Lee", "Grayford"),
        ("Ida Stone", None),
    ]


def test_offices_and_newspapers_are_no_people() -> None:
    """What begins with an article names no person; all words of an office are those of offices."""
    assert is_desk("Politik-Inland")
    assert not is_desk("Paul Sport")
    assert not is_name("The Alder Union-Courier")


def test_a_correction_in_brackets_at_the_end_loses_both() -> None:
    """Ruling 22 holds below a story too."""
    (story,) = read(STORY.replace("# Notebook\n\n", "(Correction: makes it three harbours)\n"))
    assert story.correction is not None
    assert story.correction.endswith("three harbours")
