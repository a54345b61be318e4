"""Reading what photos say of themselves. The files are made byte by byte where need be."""

from __future__ import annotations

import hashlib
import struct
import time
import zlib

import pytest
from PIL import Image

from articles.wire import WireError, photo_metadata
from articles.wire.photo_metadata import Metadata
from articles.wire.story import Subject
from tests.wire.photos import alternatives, bag, exif, iim, picture, resource, with_iim, with_segment, xmp

read = photo_metadata.read


def with_xmp(inner: str, attributes: str = "") -> bytes:
    """A JPEG with a packet of XMP."""
    return picture(xmp=xmp(inner, attributes))


def test_a_file_that_says_nothing_gives_its_size_alone() -> None:
    """No metadata, no words; the pixels come from the picture's own header."""
    assert read(picture(size=(40, 30))) == Metadata("image/jpeg", 40, 30)


@pytest.mark.parametrize(
    ("kind", "options", "mimetype"),
    [
        ("JPEG", {}, "image/jpeg"),
        ("JPEG", {"progressive": True}, "image/jpeg"),
        ("PNG", {}, "image/png"),
        ("TIFF", {}, "image/tiff"),
        ("WEBP", {}, "image/webp"),
        ("WEBP", {"lossless": True}, "image/webp"),
        ("WEBP", {"xmp": b"<x/>"}, "image/webp"),
        ("GIF", {}, "image/gif"),
        ("AVIF", {}, "image/avif"),
    ],
)
def test_pixels_of_every_kind(kind: str, options: dict[str, object], mimetype: str) -> None:
    """The size stands in the header; nothing is decoded for it."""
    found = read(picture(kind, (41, 30), **options))
    assert (found.mimetype, found.width, found.height) == (mimetype, 41, 30)


def test_exif() -> None:
    """Caption, photographers, copyright of photographer and editor, and the time with its zone."""
    block = exif(
        {0x010E: "Boats in the harbour.", 0x013B: "Pia Holm; Bo Ek", 0x8298: "North Wire 2026"},
        {0x9003: "2026:01:05 09:30:00", 0x9011: "+03:00"},
    )
    for kind in ("JPEG", "PNG", "WEBP", "TIFF"):
        found = read(picture(kind, exif=block))
        assert found.caption == "Boats in the harbour.", kind
        assert found.creators == ("Pia Holm", "Bo Ek")
        assert found.copyright == "North Wire 2026"
        assert found.date == "2026-01-05T09:30:00+03:00"


def test_windows_tags_say_what_nothing_else_does() -> None:
    """Title, author and keywords of the Explorer, in UTF-16."""
    block = exif(
        {
            tag: text.encode("utf-16-le")
            for tag, text in {0x9C9B: "Nebel", 0x9C9D: "Änne Müller", 0x9C9E: "Meer;Nebel"}.items()
        }
    )
    found = read(picture(exif=block))
    assert (found.title, found.creators, found.keywords) == ("Nebel", ("Änne Müller",), ("Meer", "Nebel"))


def test_iim_in_utf8_and_in_old_code_pages() -> None:
    """The records' own word on their charset, the bytes where there is none."""
    found = read(
        with_iim(
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
    )
    assert found.charset == "utf-8"
    assert (found.title, found.caption, found.creators) == ("Sis", "Körfezde sis.", ("Ayşe Atılgan",))
    assert (found.copyright, found.credit, found.city) == ("© 2026", "AA", "İzmir")
    assert found.date == "2026-01-05T12:30:00+03:00"
    assert read(with_iim((2, 120, "“Köln”".encode("cp1252")))).caption == "“Köln”"
    assert (
        read(with_iim((1, 90, b"\x1b.A"), (2, 120, "Nächtliches Köln".encode("latin-1")))).caption
        == "Nächtliches Köln"
    )
    lying = with_iim((1, 90, b"\x1b%G"), (2, 120, "Die Brücke über den Fluss bei Grünau".encode("latin-1")))
    assert read(lying).caption == "Die Brücke über den Fluss bei Grünau"


@pytest.mark.parametrize(
    ("day", "clock", "date"),
    [
        (b"20260105", b"", "2026-01-05"),
        (b"20260105", b"101530", "2026-01-05T10:15:30"),
        (b"20260105", b"101530+0000", "2026-01-05T10:15:30+00:00"),
        (b"20260105", b"101530-1052", "2026-01-05T10:15:30-10:52"),
        (b"20260105", b"101530+9900", "2026-01-05T10:15:30"),
        (b"00000000", b"000000", ""),
        (b"20260000", b"", ""),
        (b"2026", b"", ""),
        (b"yesterday", b"", ""),
    ],
)
def test_dates_of_iim(day: bytes, clock: bytes, date: str) -> None:
    """Day and time stand apart; zeros are no date, and no place is 99 hours ahead."""
    assert read(with_iim((2, 55, day), (2, 60, clock))).date == date


def test_subject_references_and_genre_of_iim() -> None:
    """Who keeps the list, the code, and names in ever finer steps."""
    found = read(
        with_iim(
            (2, 12, b"IPTC:15054000:sport:football:"),
            (2, 12, b"IPTC:04000000"),
            (2, 12, b"Harbours"),
            (2, 4, b"001:Current"),
        )
    )
    assert found.subjects == (
        Subject("football", "15054000", "subj"),
        Subject(None, "04000000", "subj"),
        Subject("Harbours", None, None),
        Subject("Current", "001", "genre"),
    )


def test_iim_with_a_long_length_and_in_pieces() -> None:
    """A caption beyond 32 kB, and blocks that go on in the next segment."""
    caption = b"Fog. " * 8000
    assert read(with_iim((2, 120, caption[:40_000]))).caption == caption.decode()[:40_000].strip()
    blocks = resource(0x0404, iim((2, 5, b"Fog"), (2, 120, b"Fog over the harbour")))
    document = with_segment(picture(), 0xED, b"Photoshop 3.0\0" + blocks[30:])
    assert (
        read(with_segment(document, 0xED, b"Photoshop 3.0\0" + blocks[:30])).caption == "Fog over the harbour"
    )


def test_iim_behind_the_picture() -> None:
    """Where FotoStation puts it."""
    document = picture() + b"\0" + iim((2, 0, b"\0\2"), (2, 5, b"Fog"), (2, 120, b"Fog over the harbour"))
    assert read(document).caption == "Fog over the harbour"


def test_xmp_as_elements_and_as_attributes() -> None:
    """RDF may write a property either way."""
    found = read(
        with_xmp(
            f"<dc:title>{alternatives(en='Fog', tr='Sis')}</dc:title>"
            "<dc:creator><rdf:Seq><rdf:li>Pia Holm</rdf:li><rdf:li>Bo Ek</rdf:li></rdf:Seq></dc:creator>"
            "<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li>Boats at dawn</rdf:li></rdf:Alt>"
            "</Iptc4xmpCore:AltTextAccessibility>",
            'photoshop:City="Sandvik" photoshop:Credit="North Wire" '
            'photoshop:DateCreated="2026-01-05T09:30:00+03:00"',
        )
    )
    assert (found.title, found.creators, found.alt) == ("Fog", ("Pia Holm", "Bo Ek"), "Boats at dawn")
    assert (found.city, found.credit, found.date) == ("Sandvik", "North Wire", "2026-01-05T09:30:00+03:00")


def test_structures_of_xmp() -> None:
    """Places, terms, people and licensors, as fields, as attributes, and in a description of their own."""
    found = read(
        with_xmp(
            "<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li rdf:parseType='Resource'>"
            "<Iptc4xmpExt:City>Port Alder</Iptc4xmpExt:City>"
            "<Iptc4xmpExt:CountryName>Northland</Iptc4xmpExt:CountryName>"
            "</rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>"
            "<Iptc4xmpExt:LocationShown><rdf:Bag>"
            "<rdf:li Iptc4xmpExt:Sublocation='Pier 4' Iptc4xmpExt:City='Westmark'/>"
            "</rdf:Bag></Iptc4xmpExt:LocationShown>"
            "<Iptc4xmpExt:AboutCvTerm><rdf:Bag><rdf:li><rdf:Description>"
            "<Iptc4xmpExt:CvId>http://cv.example.com/topics/</Iptc4xmpExt:CvId>"
            "<Iptc4xmpExt:CvTermId>http://cv.example.com/topics/fog</Iptc4xmpExt:CvTermId>"
            f"<Iptc4xmpExt:CvTermName>{alternatives(x_default='Fog')}</Iptc4xmpExt:CvTermName>"
            "</rdf:Description></rdf:li></rdf:Bag></Iptc4xmpExt:AboutCvTerm>"
            "<plus:Licensor><rdf:Seq><rdf:li rdf:parseType='Resource'>"
            "<plus:LicensorName>North Wire</plus:LicensorName>"
            "<plus:LicensorURL>https://example.com/licence</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>"
            f"<Iptc4xmpExt:PersonInImage>{bag('Olaf Rind', 'Eva Holm')}</Iptc4xmpExt:PersonInImage>"
            f"<Iptc4xmpExt:OrganisationInImageName>{bag('Alder Ferries')}"
            "</Iptc4xmpExt:OrganisationInImageName>"
            f"<Iptc4xmpCore:SubjectCode>{bag('15054000', 'IPTC:04000000')}</Iptc4xmpCore:SubjectCode>"
            "<Iptc4xmpExt:Contributor><rdf:Bag><rdf:li rdf:parseType='Resource'>"
            f"<Iptc4xmpExt:Name>{alternatives(x_default='Ida Stone')}</Iptc4xmpExt:Name>"
            "</rdf:li></rdf:Bag></Iptc4xmpExt:Contributor>"
            "<mwg:Regions xmlns:mwg='http://www.metadataworkinggroup.com/schemas/regions/'"
            " rdf:parseType='Resource'><mwg:RegionList><rdf:Bag>"
            "<rdf:li><rdf:Description mwg:Name='Nina Holm' mwg:Type='Face'/></rdf:li>"
            "<rdf:li><rdf:Description mwg:Name='Rex' mwg:Type='Pet'/></rdf:li>"
            "</rdf:Bag></mwg:RegionList></mwg:Regions>"
        )
    )
    assert found.contributors == ("Ida Stone",)
    assert found.city == "Port Alder"
    assert found.places == ("Port Alder", "Northland", "Westmark", "Pier 4")
    assert found.subjects == (
        Subject("Fog", "fog", "http://cv.example.com/topics/"),
        Subject(None, "15054000", "subj"),
        Subject(None, "04000000", "subj"),
    )
    assert found.people == ("Olaf Rind", "Eva Holm", "Nina Holm")
    assert found.organisations == ("Alder Ferries",)
    assert [(link.rel, link.href, link.title) for link in found.links] == [
        ("licensor", "https://example.com/licence", "North Wire")
    ]


def test_the_language_of_the_caption() -> None:
    """That of the default text, where it stands there a second time under its language."""
    same = alternatives(x_default="Nebel im Hafen", de="Nebel im Hafen", en="Fog in the harbour")
    assert read(with_xmp(f"<dc:description>{same}</dc:description>")).language == "de"
    assert read(with_xmp(f"<dc:language>{bag('nn')}</dc:language>")).language == "nn"
    assert read(with_xmp(f"<dc:description>{alternatives(x_default='Fog')}</dc:description>")).language == ""


def test_xmp_that_goes_on_in_other_segments() -> None:
    """The pieces may stand in any order; those of another packet are none of it."""
    rest = xmp(f"<dc:description>{alternatives(x_default='Fog ' * 40)}</dc:description>")
    digest = hashlib.md5(rest).hexdigest().upper().encode()
    head = b"http://ns.adobe.com/xmp/extension/\0"
    document = picture(xmp=xmp("", f'xmpNote:HasExtendedXMP="{digest.decode()}" photoshop:City="Sandvik"'))
    for start, end in ((0, 300), (300, len(rest))):
        piece = digest + struct.pack(">LL", len(rest), start) + rest[start:end]
        document = with_segment(document, 0xE1, head + piece)
    document = with_segment(document, 0xE1, head + b"0" * 32 + struct.pack(">LL", 4, 0) + b"<no>")
    found = read(document)
    assert found.city == "Sandvik"
    assert found.caption == ("Fog " * 40).strip()


@pytest.mark.parametrize("charset", ["utf-16-be", "utf-16-le", "utf-16"])
def test_xmp_in_utf16(charset: str) -> None:
    """The packet may be in any Unicode charset."""
    packet = xmp("", 'photoshop:City="Sävik"').decode().encode(charset)
    assert read(picture(xmp=packet)).city == "Sävik"


def test_xmp_wins_over_iim_over_exif_and_what_it_leaves_out_stays() -> None:
    """And the editor is told where they disagree."""
    block = exif({0x010E: "Oldest", 0x013B: "Pia Holm"})
    packet = xmp(f"<dc:description>{alternatives(x_default='Newest')}</dc:description>")
    document = with_iim((2, 120, b"Old"), (2, 90, b"Sandvik"), document=picture(exif=block, xmp=packet))
    found = read(document)
    assert (found.caption, found.city, found.creators) == ("Newest", "Sandvik", ("Pia Holm",))
    assert [problem.code for problem in found.problems] == ["metadata-differs"]
    assert "caption" in found.problems[0].message


def test_iim_that_was_changed_later_wins() -> None:
    """Photoshop writes down what the IIM was; another program has changed it since."""
    packet = xmp(
        f"<dc:description>{alternatives(x_default='Fog')}</dc:description>", 'photoshop:City="Sandvik"'
    )
    records = (2, 120, b"Fog lifts"), (2, 90, b"Sandvik")
    unchanged = hashlib.md5(iim(*records)).digest()
    for digest, caption in ((b"\1" * 16, "Fog lifts"), (b"\0" * 16, "Fog lifts"), (unchanged, "Fog")):
        document = with_iim(*records, digest=digest, document=picture(xmp=packet))
        if digest == b"\0" * 16:  # no digest at all; and a longer text is the whole of a shorter one
            assert read(document).caption == "Fog lifts"
        else:
            assert read(document).caption in (caption, "Fog lifts")
    changed = with_iim((2, 120, b"Sun"), digest=b"\1" * 16, document=picture(xmp=packet))
    assert read(changed).caption == "Sun"
    kept = with_iim(
        (2, 120, b"Sun"), digest=hashlib.md5(iim((2, 120, b"Sun"))).digest(), document=picture(xmp=packet)
    )
    assert read(kept).caption == "Fog"


def test_a_day_of_xmp_gets_the_time_that_iim_has_beside_it() -> None:
    """The same day, said more exactly; another day does not."""
    packet = xmp("", 'photoshop:DateCreated="2026-01-05"')
    same = with_iim((2, 55, b"20260105"), (2, 60, b"101530+0100"), document=picture(xmp=packet))
    other = with_iim((2, 55, b"20260106"), (2, 60, b"101530+0100"), document=picture(xmp=packet))
    assert read(same).date == "2026-01-05T10:15:30+01:00"
    assert read(other).date == "2026-01-05"


@pytest.mark.parametrize(
    "text",
    [
        "OLYMPUS DIGITAL CAMERA         ",
        "SONY DSC",
        "SANYO DIGITAL CAMERA",
        "GE DIGITAL CAMERA",
        "DCIM\\100GOPRO\\GOPR0482.JPG",
        "DCF 1.0",
        "Created with GIMP",
        "DCIM100MEDIA",
        "MINOLTA DIGITAL CAMERA",
        "Exif_JPEG_PICTURE",
        "<KENOX S860  / Samsung S860>",
        "Digital Camera",
        "default",
        "cof",
        "KODAK Digital Still Camera",
        "\0\0\0",
    ],
)
def test_what_cameras_write_by_themselves_is_no_caption(text: str) -> None:
    """A person would have said something; what is left out is told."""
    found = read(picture(exif=exif({0x010E: text})))
    assert found.caption == ""
    assert [problem.code for problem in found.problems] == (["camera-text"] if text.strip("\0") else [])


def test_the_mark_of_a_language_is_no_text() -> None:
    """Broken programs write it in the place of the text; then EXIF has the caption."""
    packet = xmp(f"<dc:description>{alternatives(x_default='x-default')}</dc:description>")
    document = picture(xmp=packet, exif=exif({0x010E: "Fog over Port Alder"}))
    assert read(document).caption == "Fog over Port Alder"


def test_scanners_date_the_picture_itself() -> None:
    """The time is among the tags of the picture, not in a directory of EXIF."""
    assert read(picture(exif=exif({0x9003: "2026:01:05 09:30:00"}))).date == "2026-01-05T09:30:00"


def test_a_caption_that_begins_with_a_camera_stays() -> None:
    """Only the whole text of a camera goes."""
    caption = "Sony shows a new camera in Port Alder, and default settings draw laughter."
    assert read(picture(exif=exif({0x010E: caption}))).caption == caption


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG with chunks in front of its picture."""
    plain = picture("PNG")
    extra = b"".join(
        struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))
        for name, data in chunks
    )
    return plain[:33] + extra + plain[33:]


def test_texts_and_profiles_of_png() -> None:
    """Texts by their standard names, XMP packed or not, and blocks that ImageMagick wrote as figures."""
    packet = xmp("", 'photoshop:City="Sävik"')
    texts = (b"tEXt", b"Title\0Fog"), (b"zTXt", b"Author\0\0" + zlib.compress(b"Pia Holm"))
    described = (b"iTXt", b"Description\0\0\0de\0\0" + "Nebel über Sävik".encode())
    found = read(png(*texts, described, (b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(packet))))
    assert (found.title, found.creators, found.caption, found.city) == (
        "Fog",
        ("Pia Holm",),
        "Nebel über Sävik",
        "Sävik",
    )
    raw = resource(0x0404, iim((2, 5, b"Fog"), (2, 110, b"North Wire")))
    profile = f"\n8bim\n{len(raw):8}\n".encode() + raw.hex().encode() + b"\n"
    found = read(png((b"zTXt", b"Raw profile type 8bim\0\0" + zlib.compress(profile))))
    assert (found.title, found.credit) == ("Fog", "North Wire")


def test_iim_and_xmp_in_tiff() -> None:
    """In tags of their own, with the byte order of the file."""
    records = iim((2, 5, b"Fog"), (2, 120, b"Fog over the harbour"))
    for options in ({33723: records}, {34377: resource(0x0404, records)}):
        found = read(picture("TIFF", tiffinfo=options))
        assert (found.title, found.caption) == ("Fog", "Fog over the harbour")
    assert read(picture("TIFF", tiffinfo={700: xmp("", 'photoshop:City="Sandvik"')})).city == "Sandvik"


def test_xmp_in_gif_and_avif() -> None:
    """Wherever the packet stands in the open."""
    packet = xmp("", 'photoshop:City="Sandvik"')
    assert read(picture("GIF")[:-1] + b"\x21\xff\x0bXMP DataXMP" + packet + b"\0;").city == "Sandvik"
    assert read(picture("AVIF", xmp=packet)).city == "Sandvik"


SAYING = with_iim(
    (2, 5, b"Fog"),
    (2, 120, b"Fog over the harbour"),
    document=picture(
        exif=exif({0x010E: "Fog"}, {0x9003: "2026:01:05 09:30:00"}), xmp=xmp("", 'photoshop:City="Sandvik"')
    ),
)
WHOLE = [SAYING] + [
    picture(kind, exif=exif({0x010E: "Fog"}), xmp=xmp("", 'photoshop:City="Sandvik"'))
    for kind in ("PNG", "WEBP", "TIFF")
]


@pytest.mark.parametrize("document", WHOLE, ids=["jpeg", "png", "webp", "tiff"])
def test_a_file_cut_anywhere_is_read_as_far_as_it_goes(document: bytes) -> None:
    """Its mimetype at least; a cut is told, and nothing but a `WireError` is raised."""
    for size in range(0, len(document) - 8, 7):
        try:
            found = read(document[:size])
        except WireError:
            assert size < len(document) - 60 or document[:2] in (b"II", b"MM")
        else:
            assert found.mimetype
            if found.mimetype in ("image/jpeg", "image/png", "image/webp"):
                assert "truncated" in [problem.code for problem in found.problems]


@pytest.mark.parametrize("document", WHOLE, ids=["jpeg", "png", "webp", "tiff"])
def test_flipped_bytes_break_nothing(document: bytes) -> None:
    """Whatever stands in a length or an offset."""
    for place in range(min(len(document), 1500)):
        for value in (0x00, 0xFF):
            damaged = document[:place] + bytes([value]) + document[place + 1 :]
            try:
                assert read(damaged).mimetype
            except WireError:
                assert place < 16 or document[:2] in (b"II", b"MM")


def _loop() -> bytes:
    """A TIFF whose EXIF directory is its first one, with ten thousand entries to read."""
    entries = b"".join(struct.pack("<HHLL", tag or 0x8769, 4, 1, 8) for tag in range(2000))
    return b"II*\0" + struct.pack("<LH", 8, 65_000) + entries


@pytest.mark.parametrize(
    "document",
    [
        _loop(),
        b"\xff\xd8" + b"\xff" * 500_000,
        b"\xff\xd8" + b"\xff\xe1\x00\x02" * 200_000,
        with_iim(*[(2, 25, b"fog")] * 4000),
        with_segment(
            picture(), 0xED, b"Photoshop 3.0\0" + b"8BIM\4\4\0\0\xff\xff\xff\xff" + b"\x1c" * 50_000
        ),
        picture(xmp=b"<x" + b"<a>" * 10_000),
        png((b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(b" " * 60_000_000))),
        png(*[(b"tEXt", b"Title\0x")] * 20_000),
        b"\0\0\0\x18ftypheic" + b"ispe" * 100_000,
        b"GIF89a" + b"\1\0\1\0" + b"XMP DataXMP<rdf:RDF" * 30_000,
        b"RIFF\xff\xff\xff\xffWEBP" + b"EXIF\0\0\0\0" * 60_000,
    ],
    ids=[
        "loop",
        "fill",
        "segments",
        "keywords",
        "lengths",
        "nesting",
        "bomb",
        "texts",
        "boxes",
        "packets",
        "chunks",
    ],
)
def test_wicked_files_cost_no_more_than_others(document: bytes) -> None:
    """Nothing grows, nothing runs in a circle."""
    began = time.perf_counter()
    assert read(document).mimetype
    assert time.perf_counter() - began < 3


@pytest.mark.parametrize(
    "packet",
    [
        b"<x",
        b"not xml",
        b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><x>&c;</x>',
        b"<a/>" * 12_000,
        b"\0\0",
    ],
)
def test_xmp_that_is_broken_or_wicked_counts_as_absent(packet: bytes) -> None:
    """Metadata that cannot be read is no reason to refuse a picture."""
    assert read(picture(xmp=packet)).caption == ""


def test_broken_xmp_is_read_as_far_as_it_goes() -> None:
    """A packet that breaks off has said something before."""
    packet = xmp("<dc:subject><rdf:Bag><rdf:li>fog</rdf:li>", 'photoshop:City="Sandvik"')
    found = read(picture(xmp=packet[: packet.index(b"</rdf:Desc")]))
    assert (found.city, found.keywords) == ("Sandvik", ("fog",))


@pytest.mark.parametrize("document", [b"", b"BM" + b"\0" * 60, b"II*\0", b"%PDF-1.4", b"\x89PN"])
def test_what_is_no_picture_is_refused(document: bytes) -> None:
    """With a sentence, not a traceback."""
    with pytest.raises(WireError):
        read(document)


def test_a_picture_of_any_size_is_measured_without_being_decoded() -> None:
    """A header may promise a million million pixels."""
    document = picture("PNG")
    huge = document[:16] + struct.pack(">LL", 1_000_000, 1_000_000) + document[24:]
    found = read(huge)
    assert (found.width, found.height) == (1_000_000, 1_000_000)
    assert Image.MAX_IMAGE_PIXELS is not None
