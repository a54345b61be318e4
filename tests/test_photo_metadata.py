"""Reading what photos say of themselves. The files are made here, byte by byte where need be."""

from __future__ import annotations

import io
import struct
from datetime import UTC, datetime

import pytest
from PIL import Image

from articles.photo_metadata import read_metadata


def photo(**options) -> Image.Image:
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "JPEG", **options)
    return Image.open(io.BytesIO(file.getvalue()))


def with_iim(*records: tuple[int, int, bytes]) -> Image.Image:
    """A JPEG with IIM records in its Photoshop segment."""
    iim = b"".join(
        b"\x1c" + bytes([group, number]) + struct.pack(">H", len(text)) + text
        for group, number, text in records
    )
    block = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(iim)) + iim + (b"\0" if len(iim) % 2 else b"")
    segment = b"Photoshop 3.0\0" + block
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "JPEG")
    data = file.getvalue()
    app13 = b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment
    return Image.open(io.BytesIO(data[:2] + app13 + data[2:]))


def xmp(inner: str, attributes: str = "") -> bytes:
    return (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        f'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" {attributes}>{inner}'
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def test_a_file_that_says_nothing_gives_nothing():
    assert read_metadata(photo()) == {
        "title": "",
        "caption": "",
        "byline": "",
        "copyright": "",
        "credit": "",
        "located": "",
        "taken_at": None,
        "alt": "",
    }


def test_exif():
    exif = Image.Exif()
    exif[0x010E] = "Boats in the harbour."
    exif[0x013B] = "Pia Holm"
    exif[0x8298] = "North Wire 2026"
    exif.get_ifd(0x8769)[0x9003] = "2026:01:05 09:30:00"
    exif.get_ifd(0x8769)[0x9011] = "+03:00"
    found = read_metadata(photo(exif=exif))
    assert found["caption"] == "Boats in the harbour."
    assert found["byline"] == "Pia Holm"
    assert found["copyright"] == "North Wire 2026"
    assert found["taken_at"] == datetime(2026, 1, 5, 6, 30, tzinfo=UTC)


def test_iim_in_utf8_and_in_the_old_windows_code_page():
    utf8 = with_iim(
        (1, 90, b"\x1b%G"),
        (2, 5, b"Sis"),
        (2, 80, "Ayşe Atılgan".encode()),
        (2, 90, "İzmir".encode()),
        (2, 110, b"AA"),
        (2, 116, "© 2026".encode()),
        (2, 120, "Körfezde sis.".encode()),
        (2, 55, b"20260105"),
        (2, 60, b"123000+0300"),
    )
    assert read_metadata(utf8) == {
        "title": "Sis",
        "caption": "Körfezde sis.",
        "byline": "Ayşe Atılgan",
        "copyright": "© 2026",
        "credit": "AA",
        "located": "İzmir",
        "taken_at": datetime(2026, 1, 5, 9, 30, tzinfo=UTC),
        "alt": "",
    }
    old = with_iim((2, 120, "“Köln”".encode("cp1252")))
    assert read_metadata(old)["caption"] == "“Köln”"


def test_a_day_without_a_time_is_midnight_utc():
    assert read_metadata(with_iim((2, 55, b"20260105")))["taken_at"] == datetime(2026, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize("day", [b"00000000", b"20261345", b"2026", b"yesterday"])
def test_a_day_that_is_none_is_none(day):
    assert read_metadata(with_iim((2, 55, day)))["taken_at"] is None


def test_xmp_as_elements_and_as_attributes():
    packet = xmp(
        '<dc:title><rdf:Alt><rdf:li xml:lang="en">Fog</rdf:li><rdf:li xml:lang="tr">Sis</rdf:li></rdf:Alt>'
        "</dc:title>"
        "<dc:creator><rdf:Seq><rdf:li>Pia Holm</rdf:li><rdf:li>Bo Ek</rdf:li></rdf:Seq></dc:creator>"
        "<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li>Boats at dawn</rdf:li></rdf:Alt>"
        "</Iptc4xmpCore:AltTextAccessibility>",
        'photoshop:City="Sandvik" photoshop:Credit="North Wire" '
        'photoshop:DateCreated="2026-01-05T09:30:00+03:00"',
    )
    found = read_metadata(photo(xmp=packet))
    assert found["title"] == "Fog"
    assert found["byline"] == "Pia Holm, Bo Ek"
    assert found["alt"] == "Boats at dawn"
    assert found["located"] == "Sandvik"
    assert found["credit"] == "North Wire"
    assert found["taken_at"] == datetime(2026, 1, 5, 6, 30, tzinfo=UTC)


def test_xmp_wins_over_exif_and_what_it_leaves_out_stays():
    exif = Image.Exif()
    exif[0x010E] = "Old caption"
    exif[0x013B] = "Pia Holm"
    packet = xmp("<dc:description><rdf:Alt><rdf:li>New caption</rdf:li></rdf:Alt></dc:description>")
    found = read_metadata(photo(exif=exif, xmp=packet))
    assert (found["caption"], found["byline"]) == ("New caption", "Pia Holm")


@pytest.mark.parametrize(
    "packet",
    [
        b"<x",
        b"not xml",
        b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><x>&c;</x>',
        b"<a/>" * 400_000,
        b"\0\0",
    ],
)
def test_xmp_that_is_broken_or_wicked_counts_as_absent(packet):
    image = photo()
    image.info["xmp"] = packet
    assert read_metadata(image)["caption"] == ""


def test_what_cameras_write_by_themselves_is_no_caption():
    exif = Image.Exif()
    exif[0x010E] = "OLYMPUS DIGITAL CAMERA         "
    assert read_metadata(photo(exif=exif))["caption"] == ""


def test_values_fit_their_columns():
    found = read_metadata(with_iim((2, 5, b"t" * 1000), (2, 80, b"b" * 1000), (2, 120, b"c" * 1000 + b"\0")))
    assert (len(found["title"]), len(found["byline"]), len(found["caption"])) == (200, 200, 1000)
