"""No document, however damaged or hostile, brings more than a clear error. The long form: `tests/long`."""

from __future__ import annotations

import gc
import time
from pathlib import Path

import pytest

from articles import wire
from articles.wire.registry import FORMATS
from tests.wire import mangled
from tests.wire.test_samples import SAMPLES, sample_id

SMALL = 2500  # bytes of a sample that is cut at every byte
SMALLEST = {
    name: min((s for s in SAMPLES if s.parent.name == name), key=lambda s: s.stat().st_size)
    for name in dict.fromkeys(sample.parent.name for sample in SAMPLES)
}


@pytest.mark.parametrize("sample", SMALLEST.values(), ids=sample_id)
def test_the_smallest_sample_of_each_format_cut_at_every_byte(sample) -> None:
    """A transmission may break off anywhere."""
    document = sample.read_bytes()
    for piece in mangled.cut(document, max(1, len(document) // SMALL)):
        mangled.read(piece, sample.parent.name)


@pytest.mark.parametrize("sample", SAMPLES, ids=sample_id)
def test_every_sample_damaged(sample) -> None:
    """Bits that flip, pieces that are missing, doubled or out of place."""
    document = sample.read_bytes()
    for number, piece in enumerate((*mangled.flipped(document, 12), *mangled.shuffled(document, 12))):
        mangled.read(piece, sample.parent.name if number % 4 else None)


@pytest.mark.parametrize("name", FORMATS)
def test_noise(name: str) -> None:
    """Random bytes, read as each format."""
    for document in mangled.noise(60):
        mangled.read(document, name)


N = 40_000
ROOTS = {
    "nitf": (b"<nitf><body><body.content>", b""),
    "newsml12": (b"<NewsML><NewsItem>", b""),
    "newsmlg2": (b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet><inlineXML>', b""),
    "rss": (b"<rss><channel><item>", b""),
    "atom": (b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml">', b""),
    "wxr": (b'<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item>', b""),
    "html": (b"<html><body><article>", b""),
}
HOSTILE = {
    **{f"{name} deep": (name, start, b"<p>", N) for name, (start, _) in ROOTS.items()},
    **{f"{name} deep inline": (name, start, b"<p><b>", N // 2) for name, (start, _) in ROOTS.items()},
    **{f"{name} wide": (name, start, b"<p>a</p>", N // 2) for name, (start, _) in ROOTS.items()},
    **{f"{name} ends": (name, start, b"</p>", N) for name, (start, _) in ROOTS.items()},
    **{f"{name} entities": (name, start, b"&a;&#9;&amp;", N // 4) for name, (start, _) in ROOTS.items()},
    **{f"{name} comments": (name, start, b"<!-- ", N // 2) for name, (start, _) in ROOTS.items()},
    **{f"{name} cdata": (name, start, b"<![CDATA[", N // 3) for name, (start, _) in ROOTS.items()},
    **{f"{name} attributes": (name, start + b"<p ", b"a='b' ", N // 2) for name, (start, _) in ROOTS.items()},
    **{f"{name} instructions": (name, b"", b"<?a?>", N // 2) for name in ROOTS},
    **{f"{name} doctypes": (name, b"", b"<!DOCTYPE a [", N // 4) for name in ROOTS},
    **{f"{name} prefixes": (name, start, b"<a:b>", N // 2) for name, (start, _) in ROOTS.items()},
    "ninjs deep": ("ninjs", b'{"uri":', b"[", N),
    "ninjs deep objects": ("ninjs", b'{"associations":', b'{"a":', N // 2),
    "ninjs many": ("ninjs", b"", b'{"uri":"a"}\n', N // 12),
    "ninjs quotes": ("ninjs", b'{"headline":', b'"', N),
    "ninjs number": ("ninjs", b'{"urgency":', b"9", N),
    "jsonfeed items": (
        "jsonfeed",
        b'{"version":"https://jsonfeed.org/version/1.1","items":[',
        b'{"id":"a"},',
        N // 8,
    ),
    "jsonfeed cut": (
        "jsonfeed",
        b'{"version":"https://jsonfeed.org/version/1.1","items":[',
        b'{"id":',
        N // 8,
    ),
    "email headers": ("email", b"", b"X-A: b\r\n", N // 4),
    "email parts": (
        "email",
        b"Content-Type: multipart/mixed; boundary=a\r\n\r\n",
        b"--a\r\n\r\nx\r\n",
        N // 8,
    ),
    "email nested": ("email", b"", b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n", N // 30),
    "email words": ("email", b"Subject: ", b"=?utf-8?q?a?= ", N // 8),
    "email quoted": ("email", b"Subject: a\r\nFrom: a@b.cd\r\nTo: e@f.gh\r\n\r\n", b"> ", N // 2),
    "iptc7901 lines": ("iptc7901", b"\x01abc001 4 pl 10 x\r\n\r\nslug/\r\n\x02", b"a =\r\n", N // 5),
    "iptc7901 heads": ("iptc7901", b"", b"\x01abc001 4 pl 10 x\r\n", N // 20),
    "anpa1312 lines": (
        "anpa1312",
        b"\x16\x16\x01A0001\x1f-\r\nr f\x13\x11BC-a 01-01 1\r\n\x02",
        b"^a<\r\n",
        N // 5,
    ),
    "anpa1312 heads": ("anpa1312", b"", b"\x16\x16\x01A0001\x1f-\r\n", N // 16),
    "photo segments": ("photo", b"\xff\xd8", b"\xff\xe1\x00\x08Exif\0\0", N // 10),
    "photo iim": (
        "photo",
        b"\xff\xd8\xff\xed\xff\xffPhotoshop 3.0\x008BIM\x04\x04\0\0\0\0\xff\xff",
        b"\x1c\x02\x19\0\x01a",
        N // 6,
    ),
}


@pytest.mark.parametrize(("name", "start", "piece", "count"), HOSTILE.values(), ids=HOSTILE)
def test_time_grows_no_faster_than_the_document(name: str, start: bytes, piece: bytes, count: int) -> None:
    """Four times the document takes about four times as long at most, and no depth overflows anything."""

    def seconds(parts: int) -> float:
        document = start + piece * (count * parts // 4)
        gc.collect()
        gc.disable()  # its cost grows with what other tests have left in memory
        try:
            begun = time.process_time()
            mangled.read(document, name)
            return time.process_time() - begun
        finally:
            gc.enable()

    seconds(1)
    # A busy machine slows either measurement; what is quadratic is sixteen times as slow at every attempt.
    assert any(seconds(4) < max(0.3, 9 * seconds(1)) for _attempt in range(5))


BOMBS = {
    "laughs": b'<!DOCTYPE nitf [<!ENTITY a "haha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><nitf><body><body.content><p>&j;</p></body.content></body></nitf>",
    "quadratic": b'<!DOCTYPE nitf [<!ENTITY a "'
    + b"x" * 50_000
    + b'">]><nitf><body><body.content><p>'
    + b"&a;" * 5_000
    + b"</p></body.content></body></nitf>",
    "file": b'<!DOCTYPE nitf [<!ENTITY a SYSTEM "file://%FILE%">]>'
    b"<nitf><body><body.content><p>&a;</p></body.content></body></nitf>",
    "parameter": b'<!DOCTYPE nitf [<!ENTITY % a SYSTEM "file://%FILE%"> %a;]>'
    b"<nitf><body><body.content><p>x</p></body.content></body></nitf>",
    "include": b'<nitf xmlns:xi="http://www.w3.org/2001/XInclude"><body><body.content>'
    b'<p><xi:include href="%FILE%" parse="text"/>x</p></body.content></body></nitf>',
}


@pytest.mark.parametrize("document", BOMBS.values(), ids=BOMBS)
def test_nothing_that_a_document_declares_is_expanded_or_fetched(document: bytes, tmp_path: Path) -> None:
    """Entities stand as they are written; files that they name are not read."""
    secret = tmp_path / "secret"
    secret.write_text("Eleven green herons", encoding="utf-8")
    parsed = wire.parse(document.replace(b"%FILE%", bytes(secret)), "nitf")
    told = str([story.as_json() for story in parsed.stories])
    assert len(told) < 5 * len(document) + 5000
    assert "haha" not in told
    assert "herons" not in told
