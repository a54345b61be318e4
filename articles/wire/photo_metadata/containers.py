"""Takes the file of a picture apart: its size in pixels, and the blocks of metadata that it carries.

JPEG, PNG, TIFF, WebP, GIF, HEIC and AVIF. Nothing of the picture is decoded, and nothing that is packed grows
beyond a limit. https://www.w3.org/Graphics/JPEG/itu-t81.pdf, https://www.w3.org/TR/png-3/,
https://developers.google.com/speed/webp/docs/riff_container
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.wire.errors import MalformedDocument
from articles.wire.photo_metadata import tiff

LARGEST = 8 * 1024 * 1024  # bytes of one block of metadata
_SEGMENTS = 4000  # of a JPEG before its picture
_CHUNKS = 20_000
_TRAILER = 1024 * 1024  # bytes behind a JPEG that are looked at
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_EXTENDED = b"http://ns.adobe.com/xmp/extension/\0"
_PHOTOSHOP = (b"Photoshop 3.0\0", b"Adobe_Photoshop2.5:")
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_IIM_IN_TRAILER = re.compile(rb"\x1c\x02\x00\x00\x02..\x1c\x02", re.DOTALL)
_PACKET = re.compile(rb"<(x:xmpmeta|rdf:RDF)\b")
_HEX = re.compile(rb"[0-9A-Fa-f]+")


@dataclass
class Parts:
    """What a file is made of. `cut` tells that it ended before its picture did."""

    mimetype: str
    width: int | None = None
    height: int | None = None
    xmp: list[bytes] = field(default_factory=list)
    extended: dict[bytes, dict[int, bytes]] = field(default_factory=dict)  # by digest, by offset
    iim: bytes = b""
    digest: bytes | None = None  # what the IIM was when XMP was written beside it
    exif: bytes = b""
    texts: dict[str, str] = field(default_factory=dict)  # of a PNG
    cut: bool = False


def take_apart(document: bytes) -> Parts:
    """The parts of a picture's file; `MalformedDocument` where it is no picture that is known here."""
    if document.startswith(b"\xff\xd8"):
        return _jpeg(document)
    if document.startswith(b"\x89PNG\r\n"):
        return _png(document)
    if document.startswith((b"II*\0", b"MM\0*")):
        return _tiff(document)
    if document[:4] == b"RIFF" and document[8:12] == b"WEBP":
        return _webp(document)
    if document.startswith((b"GIF87a", b"GIF89a")):
        return _gif(document)
    if document[4:8] == b"ftyp":
        return _heif(document)
    raise MalformedDocument("This is no JPEG, PNG, TIFF, WebP, GIF, HEIC or AVIF picture.")


# ── JPEG ─────────────────────────────────────────────────────────────────────────────────────────────────
def _jpeg(document: bytes) -> Parts:
    parts = Parts("image/jpeg")
    photoshop: list[bytes] = []
    at = 2
    for _ in range(_SEGMENTS):
        at = document.find(b"\xff", at)
        while document[at + 1 : at + 2] == b"\xff":  # fill bytes
            at += 1
        if at < 0 or at + 4 > len(document):
            parts.cut = True
            break
        marker = document[at + 1]
        if marker == 0xD9:
            break
        if marker == 0 or 0xD0 <= marker <= 0xD8 or marker == 1:
            at += 2
            continue
        (size,) = struct.unpack_from(">H", document, at + 2)
        segment = document[at + 4 : at + 2 + size]
        if marker in _FRAMES and len(segment) >= 5 and parts.width is None:
            parts.height, parts.width = struct.unpack_from(">HH", segment, 1)
        elif marker == 0xE1:
            _app1(parts, segment)
        elif marker == 0xED:
            prefix = next((one for one in _PHOTOSHOP if segment.startswith(one)), None)
            if prefix is not None:
                photoshop.append(segment[len(prefix) :])
        elif marker == 0xDA:
            break
        at += 2 + max(size, 2)
    _photoshop(parts, b"".join(photoshop))
    if document[-64:].rstrip(b"\0\r\n ").endswith(b"\xff\xd9"):
        return parts  # it ends as it should, and nothing stands behind the picture
    end = document.find(b"\xff\xd9", max(at, 2))
    parts.cut = parts.cut or end < 0
    if not parts.iim and end >= 0:
        _behind_jpeg(parts, document[end + 2 : end + 2 + _TRAILER])
    return parts


def _app1(parts: Parts, segment: bytes) -> None:
    if segment.startswith(b"Exif\0"):
        parts.exif = parts.exif or segment[6:]
    elif segment.startswith(_XMP):
        parts.xmp.append(segment[len(_XMP) :])
    elif segment.startswith(_EXTENDED) and len(segment) > len(_EXTENDED) + 40:
        start = len(_EXTENDED)
        digest = segment[start : start + 32].upper()
        (offset,) = struct.unpack_from(">L", segment, start + 36)
        chunks = parts.extended.setdefault(digest, {})
        if sum(map(len, chunks.values())) < LARGEST:
            chunks.setdefault(offset, segment[start + 40 :])


def _behind_jpeg(parts: Parts, trailer: bytes) -> None:
    """IIM that FotoStation and others write behind the picture."""
    found = _IIM_IN_TRAILER.search(trailer)
    if found:
        parts.iim = trailer[found.start() :]


def _photoshop(parts: Parts, blocks: bytes) -> None:
    """Photoshop's image resources: IIM, its digest, and XMP."""
    at = 0
    while at + 12 <= len(blocks):
        if blocks[at + 1 : at + 4] not in (b"BIM", b"HUT", b"gFr") and blocks[at : at + 4] not in (
            b"PHUT",
            b"AgHg",
            b"DCSR",
        ):
            break
        number, length = struct.unpack_from(">HB", blocks, at + 4)
        start = at + 7 + length
        start += (length + 1) % 2  # the name and its length fill whole words
        if start + 4 > len(blocks):
            break
        (size,) = struct.unpack_from(">L", blocks, start)
        data = blocks[start + 4 : start + 4 + size]
        if number == 0x0404:
            parts.iim = parts.iim or data
        elif number == 0x0425 and len(data) >= 16:
            parts.digest = data[:16]
        elif number == 0x0424:
            parts.xmp.append(data)
        at = start + 4 + size + size % 2


# ── PNG ──────────────────────────────────────────────────────────────────────────────────────────────────
def _png(document: bytes) -> Parts:
    parts = Parts("image/png", cut=True)
    for name, data in _png_chunks(document):
        if name == b"IHDR" and len(data) >= 8:
            parts.width, parts.height = struct.unpack_from(">LL", data)
        elif name == b"eXIf":
            parts.exif = data[6:] if data.startswith(b"Exif\0") else data
        elif name in (b"iTXt", b"tEXt", b"zTXt"):
            _png_text(parts, name, data)
        elif name == b"IEND":
            parts.cut = False
    return parts


def _png_chunks(document: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    for _ in range(_CHUNKS):
        if at + 8 > len(document):
            return
        size, name = struct.unpack_from(">L4s", document, at)
        yield name, document[at + 8 : at + 8 + size] if name != b"IDAT" else b""
        at += 12 + size


def _png_text(parts: Parts, name: bytes, data: bytes) -> None:
    key, _, rest = data.partition(b"\0")
    keyword = key.decode("latin-1")
    if name == b"zTXt":
        text = unpacked(rest[1:])
    elif name == b"iTXt" and len(rest) >= 2:
        packed = rest[0] == 1
        text = rest[2:].split(b"\0", 2)[-1] if rest.count(b"\0", 2) >= 2 else b""
        text = unpacked(text) if packed else text
    else:
        text = rest
    if keyword == "XML:com.adobe.xmp":
        parts.xmp.append(text)
    elif keyword.startswith("Raw profile type "):
        _raw_profile(parts, keyword[17:].strip(), text)
    elif len(text) < 100_000:
        charset = "utf-8" if name == b"iTXt" else "latin-1"
        try:  # many write UTF-8 where the standard has Latin-1
            parts.texts.setdefault(keyword, text.decode("utf-8"))
        except UnicodeDecodeError:
            parts.texts.setdefault(keyword, text.decode(charset, "replace"))


def _raw_profile(parts: Parts, kind: str, text: bytes) -> None:
    """A block that ImageMagick wrote as hexadecimal figures, behind its name and length."""
    pieces = text.split(b"\n", 3)
    if len(pieces) < 4:
        return
    figures = b"".join(_HEX.findall(pieces[3]))
    data = bytes.fromhex(figures[: len(figures) // 2 * 2].decode("ascii"))
    if kind in ("iptc", "8bim"):
        if data.startswith(b"8BIM"):
            _photoshop(parts, data)
        else:
            parts.iim = parts.iim or data
    elif kind in ("exif", "APP1", "app1"):
        if data.startswith(_XMP):
            parts.xmp.append(data[len(_XMP) :])
        else:
            parts.exif = parts.exif or (data[6:] if data.startswith(b"Exif\0") else data)
    elif kind == "xmp":
        parts.xmp.append(data)


def unpacked(data: bytes) -> bytes:
    """Deflated data inflated, as far as it goes and up to the limit."""
    try:
        return zlib.decompressobj().decompress(data, LARGEST)
    except zlib.error:
        return b""


# ── TIFF, WebP, GIF, HEIC and AVIF ───────────────────────────────────────────────────────────────────────
def _tiff(document: bytes) -> Parts:
    parts = Parts("image/tiff", exif=document)
    tags, _ = tiff.read(document)
    if not tags:
        raise MalformedDocument("The TIFF has no directory that can be read.")
    width, height = tags.get(256), tags.get(257)
    parts.width = width.number if width else None
    parts.height = height.number if height else None
    if 33723 in tags:
        parts.iim = tags[33723].octets
    if 34377 in tags:
        _photoshop(parts, tags[34377].octets)
    if 700 in tags:
        parts.xmp.append(tags[700].raw)
    return parts


def _webp(document: bytes) -> Parts:
    parts = Parts("image/webp")
    (promised,) = struct.unpack_from("<L", document, 4)
    parts.cut = promised + 8 > len(document)
    at = 12
    for _ in range(_CHUNKS):
        if at + 8 > len(document):
            break
        name, size = struct.unpack_from("<4sL", document, at)
        data = document[at + 8 : at + 8 + (size if name in (b"EXIF", b"XMP ") else min(size, 16))]
        if name == b"VP8X" and len(data) >= 10:
            parts.width = 1 + int.from_bytes(data[4:7], "little")
            parts.height = 1 + int.from_bytes(data[7:10], "little")
        elif name == b"VP8 " and parts.width is None and data[3:6] == b"\x9d\x01\x2a" and len(data) >= 10:
            width, height = struct.unpack_from("<HH", data, 6)
            parts.width, parts.height = width & 0x3FFF, height & 0x3FFF
        elif name == b"VP8L" and parts.width is None and data[:1] == b"\x2f" and len(data) >= 5:
            bits = int.from_bytes(data[1:5], "little")
            parts.width, parts.height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
        elif name == b"EXIF":
            parts.exif = data[6:] if data.startswith(b"Exif\0") else data
        elif name == b"XMP ":
            parts.xmp.append(data)
        at += 8 + size + size % 2
    return parts


def _gif(document: bytes) -> Parts:
    parts = Parts("image/gif", cut=not document.rstrip(b"\0").endswith(b";"))
    if len(document) >= 10:
        parts.width, parts.height = struct.unpack_from("<HH", document, 6)
    if b"XMP DataXMP" in document:
        _packet(parts, document, document.find(b"XMP DataXMP"))
    return parts


def _heif(document: bytes) -> Parts:
    """HEIC and AVIF: the largest size that is named, and the packets that stand in the open."""
    avif = document[8:12] in (b"avif", b"avis")
    parts = Parts("image/avif" if avif else "image/heic")
    at = document.find(b"ispe", 0, LARGEST)
    sizes: list[tuple[int, int]] = []
    while at >= 0 and at + 16 <= len(document) and len(sizes) < 200:
        sizes.append(struct.unpack_from(">LL", document, at + 8))
        at = document.find(b"ispe", at + 4, LARGEST)
    if sizes:
        parts.width, parts.height = max(sizes, key=lambda size: size[0] * size[1])
    _packet(parts, document, 0)
    exif = re.compile(rb"Exif\0\0(?=II\*\0|MM\0\*)").search(document)
    if exif:
        parts.exif = document[exif.end() : exif.end() + LARGEST]
    return parts


def _packet(parts: Parts, document: bytes, start: int) -> None:
    found = _PACKET.search(document, max(start, 0))
    closing = b"</" + found[1] + b">" if found else b""
    end = document.find(closing, found.start()) if found else -1
    if found and 0 <= end - found.start() < LARGEST:
        parts.xmp.append(document[found.start() : end + len(closing)])
