"""Bylines and sign-offs: who is named, for what, and from where."""

from __future__ import annotations

import pytest

from articles.wire.copy import byline, read, signoffs
from articles.wire.copy.names import name_key
from articles.wire.copy.people import people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By JANE DOE and JOHN ROE", ["JANE DOE", "JOHN ROE"]),
        ("By Jane Doe, John Roe and Ann Lee", ["Jane Doe", "John Roe", "Ann Lee"]),
        ("By Jane Doe, AP Science Writer", ["Jane Doe"]),
        ("By Jane Doe, Associated Press", ["Jane Doe"]),
        ("By The Associated Press", ["The Associated Press"]),
        ("By Our Science Correspondent", []),
        ("Von Anna Weiß und Peter von der Heide, dpa", ["Anna Weiß", "Peter von der Heide"]),
        ("Par Jean Dupont et Marie Curie", ["Jean Dupont", "Marie Curie"]),
        ("Por João Silva e Ana Costa", ["João Silva", "Ana Costa"]),
        ("di Mario Rossi", ["Mario Rossi"]),
        ("Door Jan de Vries", ["Jan de Vries"]),
        ("Av Anna Svensson", ["Anna Svensson"]),
        ("Автор: Иван Петров", ["Иван Петров"]),
        ("Haber: Ayşe Öz", ["Ayşe Öz"]),
        ("מאת: דנה לוי", ["דנה לוי"]),
        ("文/张三", ["张三"]),
        ("홍길동 기자", ["홍길동"]),
        ("Jane Doe, Staff Writer", ["Jane Doe"]),
        ("Written by Ann Lee on . Posted in World", ["Ann Lee"]),
        ("Compiled by Ann Lee", ["Ann Lee"]),
        ("Story and photos by Ann Lee", ["Ann Lee"]),
        ("من محمد بن سلمان وليلى حداد", ["محمد بن سلمان", "ليلى حداد"]),
        ("من محمد حسن وليد", ["محمد حسن وليد"]),
        ("بقلم سامي علي وليد حداد", ["سامي علي وليد حداد"]),
        ("记者 张伟 李娜", ["张伟", "李娜"]),
        ("记者：张伟 李娜", ["张伟", "李娜"]),
    ],
)
def test_a_byline_names_its_people(text: str, names: list[str]) -> None:
    """Title and agency behind a comma are no names; every word for "and" parts two."""
    found = byline.read(text)
    assert found is not None
    assert [text[slice(*who.name)] for who in found.people] == names


@pytest.mark.parametrize(
    ("line", "people"),
    [
        (
            "Story by Jane Doe; Photos by John Roe",
            [("Jane Doe", "author"), ("John Roe", "photographer")],
        ),
        ("By Jane Doe\nPhotographs by John Roe", [("Jane Doe", "author"), ("John Roe", "photographer")]),
        ("By Jane Doe\n\nPhotos by John Roe", [("Jane Doe", "author"), ("John Roe", "photographer")]),
        ("By Jane Doe, photos by John Roe", [("Jane Doe", "author"), ("John Roe", "photographer")]),
        ("Translated by Kim Lee", [("Kim Lee", "translator")]),
        (
            "Text by Ann Smith; translated by Karl Graf",
            [("Ann Smith", "author"), ("Karl Graf", "translator")],
        ),
        ("Text: Jan Ott, Fotos: Uta Alm", [("Jan Ott", "author"), ("Uta Alm", "photographer")]),
        (
            "Texte : Luc Besson, photos : Anne Roy",
            [("Luc Besson", "author"), ("Anne Roy", "photographer")],
        ),
    ],
)
def test_photographers_and_translators_in_the_head(line: str, people: list[tuple[str, str]]) -> None:
    """All are credited with their roles, and none becomes a standfirst."""
    (story,) = read(
        f"Gate closed\n\n{line}\n\nLONDON, March 3 (Reuters) - Thick fog kept the ferries at their moorings."
    )
    assert story.headline == "Gate closed"
    assert [(who.name, who.role.value) for who in story.credits] == people
    assert story.description is None
    assert story.byline == " ".join(line.split())
    assert [block.text for block in story.body] == ["Thick fog kept the ferries at their moorings."]


@pytest.mark.parametrize(
    "text",
    [
        "Photos: Royal Wedding",
        "Pictures of harbour by night go on show",
        "Text and photos by hand, says printer",
        "By Friday the harbour was full of ships.",
        "By George, fog lifts at last",
        "Written by a committee, the report blames nobody.",
        "Von Trapp family home to become museum",
        "Di nuovo nebbia sul porto",
        "Por fin se levanta la niebla",
        "Text messages saved sailors",
        "Report: Ferry firm near collapse",
    ],
)
def test_a_sentence_is_no_byline(text: str) -> None:
    """A line with anything but names in it stays text."""
    assert byline.read(text) is None


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "(Reporting by Jane Doe and John Roe; Additional reporting by Anna Weiß in Berlin; "
            "Editing by Ann Lee)",
            [
                ("Jane Doe", "reporter", None),
                ("John Roe", "reporter", None),
                ("Anna Weiß", "contributor", "Berlin"),
                ("Ann Lee", "editor", None),
            ],
        ),
        (
            "(Reporting by Jane Doe Writing by John Roe Editing by Ann Lee)",
            [("Jane Doe", "reporter", None), ("John Roe", "author", None), ("Ann Lee", "editor", None)],
        ),
        ("* Deniz Er contributed to this report from Izmir.", [("Deniz Er", "contributor", "Izmir")]),
        (
            "Associated Press writers John Roe in Paris and Ann Lee in Berlin contributed to this report.",
            [("John Roe", "contributor", "Paris"), ("Ann Lee", "contributor", "Berlin")],
        ),
        (
            "Muhabir: Ali Veli - Yayınlayan: Fatma Şahin",
            [("Ali Veli", "author", None), ("Fatma Şahin", "editor", None)],
        ),
        (
            "(Reportage Jean Dupont, version française Marie Curie, édité par Anne Roy)",
            [
                ("Jean Dupont", "reporter", None),
                ("Marie Curie", "translator", None),
                ("Anne Roy", "editor", None),
            ],
        ),
        (
            "(Reportagem de João Silva; edição de Ana Costa)",
            [("João Silva", "reporter", None), ("Ana Costa", "editor", None)],
        ),
        ("（记者 王某 李四）", [("王某", "author", None), ("李四", "author", None)]),
        ("责任编辑：张三", [("张三", "editor", None)]),
        ("Oprac. Jan Nowak", [("Jan Nowak", "author", None)]),
    ],
)
def test_a_sign_off_credits_its_people(text: str, people: list[tuple[str, str, str | None]]) -> None:
    """Each name with the phrase before it, and a place where the credit names one."""
    found = signoffs.read(text)
    assert found is not None
    assert [
        (
            text[slice(*line.person.name)],
            line.kind,
            text[slice(*line.person.place)] if line.person.place else None,
        )
        for line in found.credits
    ] == people


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe, the harbour master, contributed to the confusion.",
        "Reporting by state media was scarce, and editing by hand was common.",
        "Editors at the newspaper were not convinced.",
        "Editing is hard work.",
        "(The report was written by hand.)",
    ],
)
def test_a_sentence_is_no_sign_off(text: str) -> None:
    """The words alone credit nobody."""
    assert signoffs.read(text) is None


def test_one_key_for_the_spellings_of_a_name() -> None:
    """Case, accents and quotes do not make two people of one."""
    assert name_key("Recep ERDOGAN") == name_key("recep Erdoğan")
    assert name_key("O’Hara") == name_key("O'HARA")
    assert name_key("Ayşe Öz") != name_key("Ayşe Ö. Öz")


@pytest.mark.parametrize(
    ("field", "credits"),
    [
        ("Jane Doe and John Roe in Bergen", [("Jane Doe", None), ("John Roe", "Bergen")]),
        ("Jane Doe in Bergen and John Roe", [("Jane Doe", "Bergen"), ("John Roe", None)]),
        (
            "Jane Doe in Bergen, John Roe in Oslo and Kim Lee",
            [("Jane Doe", "Bergen"), ("John Roe", "Oslo"), ("Kim Lee", None)],
        ),
        ("Jeanne Dupont (à Paris)", [("Jeanne Dupont", "Paris")]),
        ("Jane Doe (now) and John Roe (earlier)", [("Jane Doe", None), ("John Roe", None)]),
    ],
)
def test_places_of_an_author_field(field: str, credits: list[tuple[str, str | None]]) -> None:
    """Each name of a list may have its place, and what is no place is none."""
    assert [(who.name, who.place) for who in people(field)] == credits
