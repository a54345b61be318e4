"""IPTC 7901 and ANPA 1312: damaged lines, lost control characters, hostile copy, and places in the text."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest

from articles import wire
from articles.wire.registry import FORMATS
from articles.wire.story import PubStatus, WireStory

SAMPLES = Path(__file__).parent.parent / "samples"
DOCUMENTS = [path for name in ("iptc7901", "anpa1312") for path in sorted((SAMPLES / name).glob("*.txt"))]
DPA = (
    b"\x01eca062 4 i 211   dpa 061\r\n\r\nNorthland/fog/\r\n\x02Fog shuts harbours =\r\n\r\n"
    b"Port Alder (dpa) - Three harbours were closed because of fog.\r\n\r\n\x03051137 GMT Mar 19\r\n\x04"
)
AP = (
    b"\x16\x16\x01W2346\x1fnorth\nr i\x13\x11 BC-NL--Fog   05-09 0044\n\x02^BC-NL--Fog,44<\n"
    b"^Fog shuts harbours<\n\t   PORT ALDER (AP) _ Three harbours were closed because of fog.\n"
    b"\n\t   \x03AP-WF-05-09-17 0056GMT<\n\x04"
)


def story(document: bytes) -> WireStory:
    """The one story of a document."""
    (found,) = wire.parse(document).stories
    return found


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_document_cut_anywhere_is_read_or_refused(path: Path) -> None:
    """Whatever the line swallows: a result or a `WireError`, and never a lost end without a word."""
    document = path.read_bytes()
    reader = FORMATS[path.parent.name]
    for size in range(0, len(document), 1 + len(document) // 60):
        if size < 60:
            with suppress(wire.WireError):
                reader.parse(document[:size], None, "UTC")
        else:
            assert reader.parse(document[:size], None, "UTC").stories


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_values_know_their_place(path: Path) -> None:
    """The words of every value stand at its spans in the text."""
    parsed = wire.parse(path.read_bytes())
    for read in parsed.stories:
        for key in ("headline", "slugline", "byline", "located", "dateline", "source", "section"):
            value = getattr(read, key)
            if value is not None:
                places = read.spans[key]
                printed = " ".join(parsed.text[place.start : place.end] for place in places)
                assert value.split()[0].strip(",") in printed
                assert value.split()[-1] in printed.replace("\n", " ")
        for number, block in enumerate(read.body):
            place = read.spans[f"body.{number}"][0]
            assert block.text.split()[0] in parsed.text[place.start : place.end]


@pytest.mark.parametrize("filler", [b"\0", b"\x7f", b"\0\x7f\r\n", b"\x16\x16"])
@pytest.mark.parametrize("document", [DPA, AP], ids=["dpa", "ap"])
def test_filler_above_and_below_is_nothing(document: bytes, filler: bytes) -> None:
    """Bytes that kept the line busy belong to no story."""
    read, plain = story(filler * 9 + document + filler * 9), story(document)
    assert read.as_json() == plain.as_json()
    assert len(read.problems) == len(plain.problems)


@pytest.mark.parametrize("lost", [b"\x01", b"\x03", b"\x04", b"\x02", b"\x16", b"\x1f", b"\x13", b"\x11"])
@pytest.mark.parametrize("document", [DPA, AP], ids=["dpa", "ap"])
def test_lost_control_characters_change_nothing(document: bytes, lost: bytes) -> None:
    """Header and trailer are known by their words too."""
    whole, damaged = story(document), story(document.replace(lost, b""))
    for key in ("headline", "slugline", "urgency", "section", "created", "located", "source"):
        assert getattr(damaged, key) == getattr(whole, key), key
    assert [block.text for block in damaged.body] == [block.text for block in whole.body]


def test_copy_without_any_control_character_keeps_its_format() -> None:
    """The same of all at once."""
    bare = bytes(range(1, 9)) + bytes(range(14, 32))
    assert wire.identify(DPA.translate(None, bare)) == "iptc7901"
    assert wire.identify(AP.translate(None, bare)) == "anpa1312"


@pytest.mark.parametrize(
    ("trailer", "created"),
    [
        (b"131137 GMT Nov 13", "2013-11-13T11:37:00+00:00"),
        (b"131137 GMT Dez 87", "1987-12-13T11:37:00+00:00"),
        (b"131137 MESZ Mai 13", "2013-05-13T11:37:00+02:00"),
        (b"13 1137 dec 2018", "2018-12-13T11:37:00+00:00"),
        (b"011137 GMT f\xe9v 18", "2018-02-01T11:37:00+00:00"),
        (b"NWA0123    2018-02-01/11:37", "2018-02-01T11:37:00+00:00"),
        (b"NWA0123    2018-02-01/12:37\r\n\r\n011137 GMT Feb 18", "2018-02-01T12:37:00+00:00"),
    ],
)
def test_trailers_of_7901(trailer: bytes, created: str) -> None:
    """Day and time in one number, zone or not, months of other languages, years of the last century."""
    read = story(DPA.replace(b"051137 GMT Mar 19", trailer))
    assert read.created is not None
    assert read.created.isoformat() == created


@pytest.mark.parametrize(
    ("trailer", "created"),
    [
        (b"AP-NY-11-13-12 1049EST<", "2012-11-13T10:49:00-05:00"),
        (b"AP-WX-07-04-99 2301EDT", "1999-07-04T23:01:00-04:00"),
        (b"KWS-21:37-09-12-18", "2018-12-09T21:37:00+00:00"),
        (b"AP-WF-25-12-18 0056GMT", "2018-12-25T00:56:00+00:00"),
        (b"UPI 11-13-12 10:49 XET", "2012-11-13T10:49:00+00:00"),
        (b"Reut10:49 11-13-12", "2012-11-13T10:49:00+00:00"),
    ],
)
def test_trailers_of_anpa(trailer: bytes, created: str) -> None:
    """Month and day as Americans have them, unless they cannot be; a zone that nobody knows is none."""
    read = story(AP.replace(b"AP-WF-05-09-17 0056GMT<", trailer))
    assert read.created is not None
    assert read.created.isoformat() == created


@pytest.mark.parametrize("trailer", [b"311137 GMT Feb 13", b"991199 GMT Xyz 13", b"see you tomorrow"])
def test_a_trailer_that_is_no_date_is_told(trailer: bytes) -> None:
    """Nothing is put in its place, and nothing of it is lost."""
    read = story(DPA.replace(b"051137 GMT Mar 19", trailer))
    assert read.created is None
    told = [problem for problem in read.problems if problem.code in ("bad-date", "after-end")]
    assert told
    assert trailer.split()[-1].decode() in told[0].message


@pytest.mark.parametrize(
    ("letter", "urgency"), [("f", 1), ("b", 2), ("u", 3), ("r", 4), ("d", 5), ("z", None)]
)
def test_priority_letters_of_anpa(letter: str, urgency: int | None) -> None:
    """Flash, bulletin, urgent, regular, deferred; another letter says nothing."""
    assert story(AP.replace(b"\nr i", f"\n{letter} i".encode())).urgency == urgency


def test_brackets_in_words_of_an_ascii_text_stay() -> None:
    """National letters are read only in a text of a language that has them."""
    document = DPA.replace(b"of fog.", b"of fog{1}, array[0] and a|b, c|d, e|f in the weather code.")
    parsed = wire.parse(document)
    assert parsed.charset == "utf-8"
    assert "a|b, c|d" in parsed.stories[0].body[0].text


def test_a_kill_is_canceled() -> None:
    """By its slug line, or by the lines above the headline."""
    assert story(AP.replace(b"BC-NL--Fog,44<", b"BC-NL--Fog, KILL<")).pubstatus is PubStatus.CANCELED
    assert story(DPA.replace(b"\x02Fog", b"\x02KILL\r\nFog")).pubstatus is PubStatus.CANCELED
    assert story(DPA.replace(b"Fog shuts harbours", b"KILL KILL KILL")).pubstatus is PubStatus.CANCELED
    spanish = DPA.replace(b"Fog shuts", b"*** ELIMINAR - ELIMINAR ***\r\nATENCION A")
    assert story(spanish).pubstatus is PubStatus.CANCELED


@pytest.mark.parametrize(
    ("lines", "headline", "byline"),
    [
        (["Fog shuts harbours", "By Lena Brook, nwa"], "Fog shuts harbours", "By Lena Brook, nwa"),
        (["Fog shuts", "three harbours", "By Lena Brook"], "Fog shuts three harbours", "By Lena Brook"),
        (
            ["Fog shuts harbours", "By Lena Brook and", "Tom Ash, dpa"],
            "Fog shuts harbours",
            "By Lena Brook and Tom Ash, dpa",
        ),
        (["Fog shuts harbours", "By Lena Brook", "(Photo)"], "Fog shuts harbours", "By Lena Brook"),
        (["Weather:", "Fog shuts harbours"], "Fog shuts harbours", None),
        (["(Note one", "and two)", "Fog shuts harbours"], "Fog shuts harbours", None),
        (["(Fog shuts harbours"], "(Fog shuts harbours", None),
        (["EXTRA"], "EXTRA", None),
    ],
)
def test_lines_down_to_the_end_mark(lines: list[str], headline: str, byline: str | None) -> None:
    """What stands above the headline and below it is told from it, however it was wrapped."""
    head = "\r\n".join(lines).encode()
    read = story(DPA.replace(b"Fog shuts harbours", head))
    assert (read.headline, read.byline) == (headline, byline)


@pytest.mark.parametrize(
    "document",
    [
        b"\x01" * 30_000,
        b"\x01eca062 4 i 211 x\r\n" * 3_000,
        b"\x16\x16\x01W2346\x1fnorth\nr i BC-NL--Fog 05-09 0044\n\x02" + b"^A line<\n" * 8_000,
        b"\x16\x16\x01W2346\x1fnorth\nr i BC-NL--Fog 05-09 0044\n\x02" + b"^<" * 30_000,
        b"\x16\x16\x01W2346\x1fnorth\nr i BC-NL--Fog 05-09 0044\n\x02" + b"\x08a;b;c;d\x10\n" * 8_000,
        DPA.replace(b"fog.\r\n", b"fog.\r\n" + b"Line =\r\n" * 8_000),
        b"\x01eca062 4 i 211\r\n\x02" + b"=" * 80_000,
        b"\x01" + b" " * 80_000 + b"\x02x",
        AP.replace(b"Fog shuts harbours", b"Fog" + b" " * 80_000 + b"shuts"),
        DPA.replace(b"Fog shuts harbours", b"Fog" + b" " * 80_000 + b"shuts"),
        AP.replace(b"Three harbours", b"Three" + b" " * 80_000 + b"harbours"),
    ],
)
def test_hostile_copy_is_read_in_linear_time(document: bytes) -> None:
    """No line costs more for those around it."""
    began = time.perf_counter()
    with suppress(wire.WireError):
        FORMATS["anpa1312" if b"\x16" in document else "iptc7901"].parse(document, None, "UTC")
    assert time.perf_counter() - began < 8


@pytest.mark.parametrize(
    "document", [b"", b"\x01\x02\x03\x04", b"\x7f\x7f\r\n\x01\x04", b"\x01\xff\xfe\x00\x12" * 40]
)
@pytest.mark.parametrize("name", ["iptc7901", "anpa1312"])
def test_what_holds_no_story_is_refused(name: str, document: bytes) -> None:
    """Empty, binary, or nothing but control characters."""
    with pytest.raises(wire.WireError):
        FORMATS[name].parse(document, None, "UTC")


def test_codes_of_advances_are_no_headline() -> None:
    """`$adv13` names the day of an advance; a sum of money opens a headline."""
    lines = b"^$adv13<\n^For release May 13, 2017, 0600 GMT<\n^$210 lobster is found<\n"
    read = story(
        AP.replace(b"^Fog shuts harbours<\n", lines).replace(
            b"\n\n\t   \x03", b"\n^End Adv for May 13<\n\x03"
        )
    )
    assert read.headline == "$210 lobster is found"
    assert read.embargoed is not None
    assert [block.text for block in read.body] == ["Three harbours were closed because of fog."]
    assert [problem.code for problem in read.problems] == ["agency-code", "label"]


def test_keywords_over_two_lines_are_one_slug_line() -> None:
    """The stroke at the end of a line says that more follows, or that it is the end."""
    assert (
        story(DPA.replace(b"Northland/fog/", b"Northland/fog/\r\nharbours/")).slugline
        == "Northland/fog/harbours"
    )


def test_a_subtitle_of_apa_is_no_part_of_the_headline() -> None:
    """`Utl.:` opens it, and it goes to the end of the head."""
    read = story(
        DPA.replace(b"Fog shuts harbours =", b"Fog shuts\nharbours\nUtl.: Three ports idle -\nFerries wait =")
    )
    assert (read.headline, read.description) == (
        "Fog shuts harbours",
        "Three ports idle - Ferries wait",
    )


def test_the_head_of_a_table_belongs_to_its_rows() -> None:
    """Only its head is set alone; columns stay below each other."""
    table = b"^ W   L   Pct\nPort Alder 73  52  .584\nNewhaven   71  52  .577\n\t   ___=\n"
    read = story(AP.replace(b"\n\n\t   \x03", b"\n" + table + b"\n\x03"))
    assert [(block.type.value, block.text) for block in read.body] == [
        ("paragraph", "Three harbours were closed because of fog."),
        ("preformatted", " W   L   Pct\nPort Alder 73  52  .584\nNewhaven   71  52  .577"),
    ]


@pytest.mark.parametrize(
    "line", ["AP Photos", "With: AP Video", "AP Photo, AP Video and Graphic.", "LaserPhoto NL12"]
)
def test_lines_on_pictures_go(line: str) -> None:
    """With numbers or without."""
    read = story(AP.replace(b"\t   PORT ALDER", f"^{line}<\n\t   PORT ALDER".encode()))
    assert [block.text for block in read.body] == ["Three harbours were closed because of fog."]
    assert [problem.code for problem in read.problems] == ["photo-line"]


@pytest.mark.parametrize(
    ("opening", "located"),
    [
        ("PORT ALDER, Maine _ Three", "PORT ALDER, Maine"),
        ("PORT ALDER -- Three", "PORT ALDER"),
        ("FIRST _ three", None),
        ("Port Alder _ Three", None),
    ],
)
def test_a_dateline_may_name_no_agency(opening: str, located: str | None) -> None:
    """As in the New York Times: a place in capitals before the first words of the text."""
    read = story(AP.replace(b"PORT ALDER (AP) _ Three", opening.encode()))
    assert (read.located, read.dateline, read.source) == (located, located, None)
    assert read.body[0].text.startswith("Three" if located else opening)


def test_a_take_that_goes_on_has_no_headline() -> None:
    """Its first line says where the last one ended."""
    added = AP.replace(
        b"BC-NL--Fog,44<\n^Fog shuts harbours<", b"BC-NL--Fog, 1st Add,44<\n^PORT ALDER: said.<"
    )
    read = story(added)
    assert (read.headline, read.slugline) == (None, "BC-NL--Fog, 1st Add")
    assert [problem.code for problem in read.problems] == ["label"]


def test_what_moves_with_a_story_is_for_editors() -> None:
    """The slug of another story."""
    read = story(AP.replace(b"\t   PORT ALDER", b"^With PM-NL--Ferries<\n\t   PORT ALDER"))
    assert read.ednote == "With PM-NL--Ferries"
    assert len(read.body) == 1
