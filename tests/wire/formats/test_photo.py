"""The story that a photo is."""

from __future__ import annotations

import pytest

from articles import wire
from articles.wire.story import Credit, PubStatus, Role, WireStory
from tests.wire.photos import exif, picture, with_iim, with_segment


def story(document: bytes) -> WireStory:
    """The one story of a photo."""
    parsed = wire.parse(document)
    assert parsed.format == "photo"
    (found,) = parsed.stories
    return found


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "GIF", "AVIF"])
def test_every_kind_of_picture_is_a_story_with_one_medium(kind: str) -> None:
    """Without a word in it, it has its size, and nothing is put in the place of words."""
    read = story(picture(kind))
    (media,) = read.media
    assert (media.width, media.height, media.href) == (8, 6, "")
    assert (read.headline, read.description, read.body, read.created) == (None, None, (), None)


@pytest.mark.parametrize(
    ("by_line", "names"),
    [
        (b"Pia Holm", ["Pia Holm"]),
        (b"PIA HOLM / AP", ["PIA HOLM"]),
        (b"Photo: Pia Holm", ["Pia Holm"]),
        (b"Pia Holm and Bo Ek", ["Pia Holm", "Bo Ek"]),
        (b"STR", ["STR"]),
        (b"AFP", ["AFP"]),
    ],
)
def test_the_photographer(by_line: bytes, names: list[str]) -> None:
    """The byline is as printed; the credit is the person, or what stands in one's place."""
    read = story(with_iim((2, 80, by_line)))
    assert read.byline == by_line.decode()
    assert read.credits == tuple(Credit(name, Role.PHOTOGRAPHER) for name in names)
    assert read.media[0].byline == by_line.decode()


@pytest.mark.parametrize(("said", "urgency"), [(b"1", 1), (b"8", 8), (b"0", None), (b"x", None), (b"", None)])
def test_urgency(said: bytes, urgency: int | None) -> None:
    """1 to 9; another sign is none."""
    assert story(with_iim((2, 10, said))).urgency == urgency


def test_a_time_without_zone_is_of_the_zone_that_is_asked_for() -> None:
    """UTC unless another is named; and the story says so."""
    document = picture(exif=exif({}, {0x9003: "2026:01:05 09:30:00"}))
    read = wire.parse(document, timezone="Europe/Oslo").stories[0]
    assert read.created is not None
    assert read.created.isoformat() == "2026-01-05T09:30:00+01:00"
    assert [problem.code for problem in read.problems] == ["no-timezone"]


@pytest.mark.parametrize(
    "date", ["0000:00:00 00:00:00", "2026:13:41 09:30:00", "    :  :     :  :  ", "yesterday"]
)
def test_a_clock_that_was_never_set_tells_no_time(date: str) -> None:
    """Nothing is invented."""
    assert story(picture(exif=exif({}, {0x9003: date}))).created is None


def test_a_category_is_the_section_and_else_the_first_further_one() -> None:
    """2:15, then 2:20."""
    assert story(with_iim((2, 15, b"S"), (2, 20, b"SOC"))).section == "S"
    assert story(with_iim((2, 20, b"SOC"), (2, 20, b"BKO"))).section == "SOC"


def test_a_release_date_is_an_embargo() -> None:
    """2:30 and 2:35: the earliest moment at which the picture may be used."""
    read = story(with_iim((2, 5, b"Fog"), (2, 30, b"20260106"), (2, 35, b"120000+0100")))
    assert read.embargoed is not None
    assert read.embargoed.isoformat() == "2026-01-06T12:00:00+01:00"
    assert read.pubstatus is PubStatus.USABLE


def test_instructions_hold_a_picture() -> None:
    """An embargo in them, with its time or without; and what only speaks of one."""
    read = story(with_iim((2, 40, b"EMBARGOED UNTIL 00:01 GMT, Tuesday 6 January 2026")))
    assert read.embargoed is not None
    assert read.embargoed.isoformat() == "2026-01-06T00:01:00+00:00"
    assert read.ednote == "EMBARGOED UNTIL 00:01 GMT, Tuesday 6 January 2026"
    undated = story(with_iim((2, 40, b"EMBARGOED")))
    assert (undated.embargoed, undated.pubstatus) == (None, PubStatus.WITHHELD)
    assert story(with_iim((2, 40, b"No embargo. Credit as North Wire."))).pubstatus is PubStatus.USABLE


@pytest.mark.parametrize(
    "text", [b"KILL", b"PHOTO KILL - DO NOT USE", b"MANDATORY KILL: Fog over Port Alder"]
)
def test_a_kill_withdraws_a_picture(text: bytes) -> None:
    """In the headline or the instructions."""
    assert story(with_iim((2, 105, text))).pubstatus is PubStatus.CANCELED
    assert story(with_iim((2, 40, text))).pubstatus is PubStatus.CANCELED
    assert story(with_iim((2, 105, b"Kill or be killed on stage"))).pubstatus is PubStatus.USABLE


def test_a_picture_that_breaks_off_says_what_it_said() -> None:
    """A date alone is something; nothing at all is a damaged file."""
    cut = with_segment(b"\xff\xd8", 0xE1, exif({}, {0x9003: "2026:01:05 09:30:00"}))
    read = story(cut)
    assert read.created is not None
    assert read.media[0].width is None
    assert "truncated" in [problem.code for problem in read.problems]
    with pytest.raises(wire.WireError):
        wire.parse(cut[:60])
