"""Datelines in the manners of agencies: place, date, agency, reporters, and where the text begins."""

from __future__ import annotations

import pytest

from articles.wire.copy import dateline, read

# printed text, dateline, place, agency, reporters, how the text begins
CASES = [
    ("ANKARA, July 8 (Reuters) - Fog", "ANKARA, July 8 (Reuters)", "ANKARA", "Reuters", [], "Fog"),
    ("Paris, 8 juil 2016 (AFP) - Le", "Paris, 8 juil 2016 (AFP)", "Paris", "AFP", [], "Le"),
    ("Madrid, 8 jul (EFE).- La", "Madrid, 8 jul (EFE)", "Madrid", "EFE", [], "La"),
    ("HARBOUR TOWN, Md. (AP) _ Fog", "HARBOUR TOWN, Md. (AP)", "HARBOUR TOWN, Md.", "AP", [], "Fog"),
    ("BEIJING, July 8 (Xinhua) -- Fog", "BEIJING, July 8 (Xinhua)", "BEIJING", "Xinhua", [], "Fog"),
    ("New Delhi, Jul 8 (PTI) The", "New Delhi, Jul 8 (PTI)", "New Delhi", "PTI", [], "The"),
    (
        "SEOUL/TOKYO, July 8 (Reuters) - Fog",
        "SEOUL/TOKYO, July 8 (Reuters)",
        "SEOUL/TOKYO",
        "Reuters",
        [],
        "Fog",
    ),
    ("Oslo (NTB): Tykk", "Oslo (NTB)", "Oslo", "NTB", [], "Tykk"),
    ("Bonn (KNA) Der", "Bonn (KNA)", "Bonn", "KNA", [], "Der"),
    ("Paris (ats afp) Les", "Paris (ats afp)", "Paris", "ats afp", [], "Les"),
    ("BRUSSEL (BELGA) = Dichte", "BRUSSEL (BELGA)", "BRUSSEL", "BELGA", [], "Dichte"),
    ("Praha 8. července (ČTK) - Hustá", "Praha 8. července (ČTK)", "Praha", "ČTK", [], "Hustá"),
    ("МОСКВА, 8 июля. /ТАСС/. Туман", "МОСКВА, 8 июля. /ТАСС/", "МОСКВА", "ТАСС", [], "Туман"),
    ("Москва. 8 июля. ИНТЕРФАКС - Порт", "Москва. 8 июля. ИНТЕРФАКС", "Москва", "ИНТЕРФАКС", [], "Порт"),
    (
        "МОСКВА, 8 июл — РИА Новости, Иван Петров. Туман",
        "МОСКВА, 8 июл — РИА Новости",
        "МОСКВА",
        "РИА Новости",
        ["Иван Петров"],
        "Туман",
    ),
    ("(ANSA) - ROMA, 8 LUG - Il", "(ANSA) - ROMA, 8 LUG", "ROMA", "ANSA", [], "Il"),
    ("(CNN) -- The", "(CNN)", None, "CNN", [], "The"),
    ("BRISBANE, Oct 12 AAP - Latest", "BRISBANE, Oct 12 AAP", "BRISBANE", "AAP", [], "Latest"),
    ("Hakan Öz - MOSCOW (AA) - Fog", "MOSCOW (AA)", "MOSCOW", "AA", ["Hakan Öz"], "Fog"),
    ("İSTANBUL (AA) - AYŞE ÖZ - Sis", "İSTANBUL (AA)", "İSTANBUL", "AA", ["AYŞE ÖZ"], "Sis"),
    ("Ali VELİ / ANTALYA, (DHA) - Sis", "ANTALYA, (DHA)", "ANTALYA", "DHA", ["Ali VELİ"], "Sis"),
    (
        "AUSTIN, Texas, Feb. 1, 2017 /PRNewswire-AsiaNet/ -- X",
        "AUSTIN, Texas, Feb. 1, 2017 /PRNewswire-AsiaNet/",
        "AUSTIN, Texas",
        "PRNewswire-AsiaNet",
        [],
        "X",
    ),
    ("LONDON--(BUSINESS WIRE)--Fog", "LONDON--(BUSINESS WIRE)", "LONDON", "BUSINESS WIRE", [], "Fog"),
    (
        "NEW YORK, NY / ACCESSWIRE / July 8, 2016 / Fog",
        "NEW YORK, NY / ACCESSWIRE / July 8, 2016",
        "NEW YORK, NY",
        "ACCESSWIRE",
        [],
        "Fog",
    ),
    ("القاهرة (رويترز) - أبقى", "القاهرة (رويترز)", "القاهرة", "رويترز", [], "أبقى"),
    ("ירושלים (רויטרס) - ערפל", "ירושלים (רויטרס)", "ירושלים", "רויטרס", [], "ערפל"),
    ("新华社北京7月8日电（记者王某）大雾", "新华社北京7月8日电", "北京", "新华社", ["王某"], "大雾"),
    ("(서울=연합뉴스) 홍길동 기자 = 안개", "(서울=연합뉴스)", "서울", "연합뉴스", ["홍길동"], "안개"),
    ("【ロンドン共同】濃い", "【ロンドン共同】", "ロンドン", "共同", [], "濃い"),
    ("TARNBY, Nov. 20 (Meridian) - Fog", "TARNBY, Nov. 20 (Meridian)", "TARNBY", "Meridian", [], "Fog"),
    ("PORT ELLIS (Meridian) - Fog", "PORT ELLIS (Meridian)", "PORT ELLIS", "Meridian", [], "Fog"),
    ("DALLAS (WFAA) - Fog", "DALLAS (WFAA)", "DALLAS", "WFAA", [], "Fog"),
    ("OSLO (Meridian) - Fog", "OSLO (Meridian)", "OSLO", "Meridian", [], "Fog"),
    (
        "МОСКВА, 8 июля 2016 года. /Корр. ТАСС Иван Петров/. Туман",
        "МОСКВА, 8 июля 2016 года. /Корр. ТАСС Иван Петров/",
        "МОСКВА",
        "ТАСС",
        ["Иван Петров"],
        "Туман",
    ),
    (
        "MOSCOW, July 8. /TASS Correspondent Ivan Petrov/. Fog",
        "MOSCOW, July 8. /TASS Correspondent Ivan Petrov/",
        "MOSCOW",
        "TASS",
        ["Ivan Petrov"],
        "Fog",
    ),
    ("(AGI) - Roma, 3 mar. - Il", "(AGI) - Roma, 3 mar.", "Roma", "AGI", [], "Il"),
    ("BEIRUT: March 3 (NNA) - Fog", "BEIRUT: March 3 (NNA)", "BEIRUT", "NNA", [], "Fog"),
    (
        "بيروت في 3 مارس 2021 (أ ف ب) - ضباب",
        "بيروت في 3 مارس 2021 (أ ف ب)",
        "بيروت",
        "أ ف ب",
        [],
        "ضباب",
    ),
    (
        "LONDON, 3 Mar 2021 10:15 GMT (PA Media) - Fog",
        "LONDON, 3 Mar 2021 10:15 GMT (PA Media)",
        "LONDON",
        "PA Media",
        [],
        "Fog",
    ),
    ("［東京 ８日 ロイター］ - 濃い", "［東京 ８日 ロイター］", "東京", "ロイター", [], "濃い"),
]


@pytest.mark.parametrize(("text", "printed", "located", "agency", "reporters", "rest"), CASES)
def test_a_dateline_is_taken_apart(
    text: str, printed: str, located: str | None, agency: str, reporters: list[str], rest: str
) -> None:
    """The dateline ends where its separator begins, and the text where the separator ends."""
    found = dateline.find(text)
    assert found is not None
    assert text[found.start : found.end] == printed
    assert (text[slice(*found.located)] if found.located else None) == located
    assert found.agency is not None
    assert text[slice(*found.agency)] == agency
    assert [text[slice(*name)] for name in found.reporters] == reporters
    assert text[found.rest :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "Fog shuts harbour for a second day",
        "EXCLUSIVE - Ferry firm to order ships, and that is what the paper of the town says on Friday",
        "The minister (Labour) said - and he meant it - that nothing would change.",
        "Prince William (left) - heir to the throne - opened the lock on Friday.",
        "On July 8 the fog came back.",
        "Jane Doe - Reuters",
        "IKEA (IKEA.ST) - The furniture maker said on Friday that it would open a shop at the old pier.",
        "ACME (NYSE: ACM) - The maker of gates said on Friday that it would build one for the harbour.",
        "HSBC (London) - the big bank - said on Friday that it would open a branch at the old pier.",
        "THE MAYOR (Labour) - The mayor told reporters that the harbour would stay open all the year.",
        "WEST HAM (left) - The club has bought the old pier and will build a small stadium beside it.",
        "TAKEAWAYS - The harbour office shut the gate, and nobody knows when it will open its doors again.",
        "EXPLAINER (AP) - The harbour office shut the gate, and nobody knows when it will open again.",
        "HINTERGRUND (dpa) - Die Hafenbehörde hat das Tor geschlossen, und niemand weiß, für wie lange.",
        "Turkey - which has taken in many refugees - is opposed.",
        "FOG SHUTS HARBOUR - FERRIES STAY IN PORT ALL DAY LONG AND NOBODY KNOWS HOW LONG IT WILL LAST",
    ],
)
def test_other_sentences_are_no_datelines(text: str) -> None:
    """Dashes, brackets and capitals alone do not make a dateline."""
    assert dateline.find(text) is None


def test_an_abbreviated_saint_is_a_place() -> None:
    """`ST. JOHN'S, N.L. - ` opens with an abbreviation."""
    text = "ST. JOHN'S, N.L. - Thick fog kept the ferries at their moorings, the harbour office said."
    found = dateline.find(text)
    assert found is not None
    assert found.located is not None
    assert text[slice(*found.located)] == "ST. JOHN'S, N.L."


@pytest.mark.parametrize(
    ("line", "printed", "located", "agency"),
    [
        ("Dateline: LONDON", "LONDON", "LONDON", None),
        ("Dateline: LONDON, July 8 (Reuters)", "LONDON, July 8 (Reuters)", "LONDON", "Reuters"),
        ("Dateline: Harbour Town, Md.", "Harbour Town, Md.", "Harbour Town, Md.", None),
    ],
)
def test_a_field_names_the_dateline(line: str, printed: str, located: str, agency: str | None) -> None:
    """In a header block the dateline is labelled."""
    (story,) = read(
        f"{line}\nHeadline: Fog shuts harbour\n\nThick fog kept the ferries at their moorings on Friday."
    )
    assert (story.headline, story.dateline, story.located) == ("Fog shuts harbour", printed, located)
    assert story.source == agency
    assert [block.text for block in story.body] == ["Thick fog kept the ferries at their moorings on Friday."]


def test_a_place_and_a_dash_are_a_weak_dateline() -> None:
    """`LONDON — ` opens a paragraph of text, without an agency."""
    text = "LONDON — Thick fog kept the ferries at their moorings, the harbour office said."
    found = dateline.find(text)
    assert found is not None
    assert not found.strong
    assert text[slice(*found.located)] == "LONDON" if found.located else False
