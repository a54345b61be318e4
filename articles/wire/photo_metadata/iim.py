"""IPTC-IIM, the older of IPTC's standards for photos: https://iptc.org/std/IIM/4.2/specification/IIMV4.2.pdf"""

from __future__ import annotations

import re
import struct

from articles.wire import charsets
from articles.wire.errors import WireError
from articles.wire.photo_metadata.said import Said
from articles.wire.story import Subject

_MOST = 20_000  # datasets
_TEXTS = {
    5: "title",
    10: "urgency",
    15: "category",
    40: "instructions",
    90: "city",
    92: "sublocation",
    95: "state",
    101: "country",
    105: "headline",
    110: "credit",
    115: "source",
    116: "copyright",
    120: "caption",
    135: "language",
}
_LISTS = {20: "supplemental", 25: "keywords", 80: "creators"}
_UTF8, _LATIN1 = b"\x1b%G", (b"\x1b.A", b"\x1b-A", b"\x1b/A")
_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)")
_TIME = re.compile(r"(\d\d)(\d\d)(\d\d)?(?:([+-]\d\d)(\d\d))?")
_REFERENCE = re.compile(r"(?P<scheme>[^:]{0,40}):(?P<code>\d{8})(?::(?P<names>.*))?", re.DOTALL)
_GENRE = re.compile(r"(?:(\d{3}):)?(.+)", re.DOTALL)


def read(data: bytes) -> tuple[Said, str | None]:
    """What the records say, and the charset of their text; None where there is no text."""
    records = _records(data)
    charset = _charset(records)
    said = Said()
    for number, name in _TEXTS.items():
        if found := records.get((2, number)):
            said.texts[name] = _text(found[0], charset)
    for number, name in _LISTS.items():
        said.lists[name] = [_text(one, charset) for one in records.get((2, number), ())]
    for one in records.get((2, 12), ()):
        said.subjects.append(_subject(_text(one, charset)))
    for one in records.get((2, 4), ()):
        if (genre := _GENRE.fullmatch(_text(one, charset))) and genre[2].strip():
            said.subjects.append(Subject(genre[2], genre[1], "genre"))
    said.texts["date"] = _date(records, 55, 60)
    said.texts["release"] = _date(records, 30, 35)
    return said, charset


def _records(data: bytes) -> dict[tuple[int, int], list[bytes]]:
    found: dict[tuple[int, int], list[bytes]] = {}
    at = 0
    for _ in range(_MOST):
        while data[at : at + 1] == b"\0":
            at += 1
        if data[at : at + 1] != b"\x1c" or at + 5 > len(data):
            break
        record, number, size = struct.unpack_from(">BBH", data, at + 1)
        at += 5
        if size & 0x8000:  # the length stands in so many bytes of its own
            more = size & 0x7FFF
            if more > 8:
                break
            size = int.from_bytes(data[at : at + more], "big")
            at += more
        found.setdefault((record, number), []).append(data[at : at + size])
        at += size
    return found


def _charset(records: dict[tuple[int, int], list[bytes]]) -> str | None:
    """What the records declare, if the bytes agree; else what the text looks like."""
    declared = (records.get((1, 90)) or [b""])[0]
    text = b"\n".join(
        one for (record, number), all_ in records.items() if record == 2 and number for one in all_
    )
    if not text:
        return None
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8"
    if declared in _LATIN1:
        return "iso-8859-1"
    try:
        guess = charsets.decode(text[:100_000])
    except WireError:
        return "windows-1252"
    if guess.charset == "utf-8":  # mostly
        return "utf-8" if declared == _UTF8 else "windows-1252"
    return guess.charset if guess.certainty >= 0.5 else "windows-1252"


def _text(raw: bytes, charset: str | None) -> str:
    if raw.isascii():
        return raw.decode("ascii").replace("\0", "")
    try:
        return charsets.decode(raw, charset).text if charset else raw.decode("latin-1")
    except WireError:
        return raw.decode("cp1252", "replace")


def _subject(text: str) -> Subject:
    """`IPTC:15054000:sport:football:`: who keeps the list, the code, and names in ever finer steps."""
    found = _REFERENCE.fullmatch(text.strip())
    if found:
        names = [name.strip() for name in (found["names"] or "").split(":") if name.strip()]
        scheme = found["scheme"]
        return Subject(
            names[-1] if names else None, found["code"], "subj" if scheme in ("IPTC", "") else scheme
        )
    scheme, colon, code = text.partition(":")
    if colon and scheme == "IPTC":
        return Subject(None, code, "subj")
    return Subject(text, None, None)


def _date(records: dict[tuple[int, int], list[bytes]], date_number: int, time_number: int) -> str:
    """A date with its time as ISO 8601; a zone that no place has is left out."""
    day = _DATE.match((records.get((2, date_number)) or [b""])[0].decode("latin-1"))
    if not day or day[1] == "0000" or day[2] == "00" or day[3] == "00":
        return ""
    date = f"{day[1]}-{day[2]}-{day[3]}"
    clock = _TIME.match((records.get((2, time_number)) or [b""])[0].decode("latin-1").replace(":", ""))
    if not clock:
        return date
    zone = f"{clock[4]}:{clock[5]}" if clock[4] and int(clock[4][1:]) <= 14 and clock[5] < "60" else ""
    return f"{date}T{clock[1]}:{clock[2]}:{clock[3] or '00'}{zone}"
