"""What a photo's file says of itself: XMP, IPTC-IIM and EXIF.

Where they disagree XMP wins, then IIM, then EXIF; that is the order in which desks' tools write them with
care. https://iptc.org/std/photometadata/specification/
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

from PIL import ExifTags, Image, IptcImagePlugin

LENGTHS = {"title": 200, "byline": 200, "credit": 200, "located": 200, "copyright": 500}
LARGEST_XMP = 1_000_000
_CAMERA_WORDS = re.compile(r"(?i)\s*(olympus digital camera|minolta digital camera|sony dsc|dcim|default)\s*")
_UTF8_IN_IIM = b"\x1b%G"

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XMP = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "caption": "{http://purl.org/dc/elements/1.1/}description",
    "byline": "{http://purl.org/dc/elements/1.1/}creator",
    "copyright": "{http://purl.org/dc/elements/1.1/}rights",
    "credit": "{http://ns.adobe.com/photoshop/1.0/}Credit",
    "located": "{http://ns.adobe.com/photoshop/1.0/}City",
    "taken_at": "{http://ns.adobe.com/photoshop/1.0/}DateCreated",
    "alt": "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}AltTextAccessibility",
}
_IIM = {
    "title": (2, 5),
    "caption": (2, 120),
    "byline": (2, 80),
    "credit": (2, 110),
    "copyright": (2, 116),
    "located": (2, 90),
}
_EXIF = {
    "caption": ExifTags.Base.ImageDescription,
    "byline": ExifTags.Base.Artist,
    "copyright": ExifTags.Base.Copyright,
}


def read_metadata(picture: Image.Image) -> dict[str, Any]:
    """Fields of a Photo by name: title, caption, alt, byline, credit, copyright, located, taken_at.

    What the file does not say is "" or None. Metadata that cannot be read counts as absent: it is no
    reason to refuse a picture.
    """
    found: dict[str, Any] = dict.fromkeys((*_XMP,), "") | {"taken_at": None}
    for reader in (_read_exif, _read_iim, _read_xmp):  # the later wins
        found |= {name: value for name, value in _carefully(reader, picture).items() if value}
    return {name: _fit(name, value) for name, value in found.items()}


def _carefully(reader: Callable[[Image.Image], dict[str, Any]], picture: Image.Image) -> dict[str, Any]:
    try:
        return reader(picture)
    except Exception:  # Pillow's and expat's readers raise nearly anything on broken metadata
        return {}


def _fit(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = value.replace("\0", "").strip()
    if _CAMERA_WORDS.fullmatch(text):
        return ""
    return " ".join(text.split())[: LENGTHS[name]] if name in LENGTHS else text


def _read_exif(picture: Image.Image) -> dict[str, Any]:
    exif = picture.getexif()
    found: dict[str, Any] = {name: _exif_text(exif.get(tag)) for name, tag in _EXIF.items()}
    details = exif.get_ifd(ExifTags.IFD.Exif)
    taken = details.get(ExifTags.Base.DateTimeOriginal)
    if isinstance(taken, str):
        found["taken_at"] = _moment(taken, details.get(ExifTags.Base.OffsetTimeOriginal))
    return found


def _exif_text(value: Any) -> str:
    if isinstance(value, bytes):
        return _decoded(value, utf8=False)
    if not isinstance(value, str):
        return ""
    try:  # Pillow reads ASCII fields as Latin-1; many cameras and desks write UTF-8
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value


def _read_iim(picture: Image.Image) -> dict[str, Any]:
    records = IptcImagePlugin.getiptcinfo(picture) or {}  # type: ignore[arg-type]
    utf8 = _first(records.get((1, 90))) == _UTF8_IN_IIM
    found: dict[str, Any] = {
        name: _decoded(_first(records.get(key)), utf8) for name, key in _IIM.items() if key in records
    }
    day, clock = _first(records.get((2, 55))).decode("ascii"), _first(records.get((2, 60))).decode("ascii")
    if re.fullmatch(r"\d{8}", day):
        zone = clock[6:]
        found["taken_at"] = _moment(
            f"{day[:4]}:{day[4:6]}:{day[6:]} {clock[:2] or '00'}:{clock[2:4] or '00'}:{clock[4:6] or '00'}",
            f"{zone[:3]}:{zone[3:]}" if zone else None,
        )
    return found


def _first(value: Any) -> bytes:
    if isinstance(value, list):
        value = value[0] if value else b""
    return value if isinstance(value, bytes) else b""


def _decoded(value: bytes, utf8: bool) -> str:
    """Text of a field: UTF-8 where it is or says so, else the Windows code page that most desks used."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("utf-8" if utf8 else "cp1252", errors="replace")


def _read_xmp(picture: Image.Image) -> dict[str, Any]:
    packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    if isinstance(packet, str):
        packet = packet.encode()
    # No packet needs a document type, and without one no entity can grow or reach out.
    if not packet or len(packet) > LARGEST_XMP or b"<!" in packet:
        return {}
    tree = ElementTree.fromstring(packet.strip(b"\0 \r\n\t"))  # noqa: S314
    found: dict[str, Any] = {}
    for description in tree.iter(f"{_RDF}Description"):
        for name, tag in _XMP.items():
            text = description.get(tag) or _xmp_text(description.find(tag))
            if text and name not in found:
                found[name] = text
    if "taken_at" in found:
        found["taken_at"] = _iso_moment(found["taken_at"])
    return found


def _xmp_text(element: ElementTree.Element | None) -> str:
    if element is None:
        return ""
    items = [item.text.strip() for item in element.iter(f"{_RDF}li") if item.text and item.text.strip()]
    if not items:
        return (element.text or "").strip()
    alternatives = element.find(f"{_RDF}Alt") is not None  # one text in several languages, the default first
    return items[0] if alternatives else ", ".join(items)


def _moment(text: str, offset: Any) -> datetime | None:
    """EXIF's `2026:01:31 18:40:05` with its offset; without one it is UTC."""
    match = re.fullmatch(r"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)", text.strip("\0 "))
    if not match:
        return None
    zone = re.fullmatch(r"([+-])(\d\d):?(\d\d)", offset.strip("\0 ")) if isinstance(offset, str) else None
    shift = timedelta(hours=int(zone[2]), minutes=int(zone[3])) if zone else timedelta()
    year, month, day, hour, minute, second = map(int, match.groups())
    try:
        local = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        return local + shift if zone and zone[1] == "-" else local - shift
    except (ValueError, OverflowError):
        return None


def _iso_moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
