"""EXIF, what the camera says: https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf"""

from __future__ import annotations

import re
from collections.abc import Mapping

from articles.wire.photo_metadata import tiff
from articles.wire.photo_metadata.said import Said

_TEXTS = {270: "caption", 33432: "copyright"}
_WINDOWS = {0x9C9B: "title", 0x9C9C: "caption"}  # what Windows' Explorer writes
_DATE = re.compile(r"(\d{4})[:/-](\d\d)[:/-](\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?")
_ZONE = re.compile(r"[+-]\d\d:?\d\d|Z")


def read(data: bytes) -> tuple[Said, Said]:
    """What the tags of a TIFF block say, and what Windows' own tags say, for what nothing else does."""
    main, details = tiff.read(data)
    said = Said({name: _text(main[tag].raw) for tag, name in _TEXTS.items() if tag in main})
    said.lists["creators"] = _text(main[315].raw).split(";") if 315 in main else []
    for tags in (details, main):  # scanners write it among the tags of the picture
        if 0x9003 in tags:
            offset = _text(tags[0x9011].raw).strip() if 0x9011 in tags else ""
            said.texts["date"] = date(_text(tags[0x9003].raw), offset)
            break
    windows = Said({name: _wide(main[tag].raw) for tag, name in _WINDOWS.items() if tag in main})
    for tag, name in ((0x9C9D, "creators"), (0x9C9E, "keywords")):
        if tag in main:
            windows.lists[name] = _wide(main[tag].raw).split(";")
    return said, windows


def png(texts: Mapping[str, str]) -> Said:
    """What the texts of a PNG say, which the standard gives such names: https://www.w3.org/TR/png-3/#11keywords"""
    names = {"Title": "title", "Description": "caption", "Copyright": "copyright", "Source": ""}
    said = Said({name: texts[key] for key, name in names.items() if name and key in texts})
    said.lists["creators"] = texts.get("Author", "").split(";")
    return said


def date(text: str, offset: str) -> str:
    """`2026:01:31 18:40:05` and `+01:00` as ISO 8601; "" where the camera's clock was never set."""
    found = _DATE.match(text.strip())
    if not found or found[1] == "0000" or found[2] == "00" or found[3] == "00":
        return ""
    day = f"{found[1]}-{found[2]}-{found[3]}"
    zone = offset if _ZONE.fullmatch(offset) else ""
    return f"{day}T{found[4]}:{found[5]}:{found[6] or '00'}{zone}" if found[4] else day


def _text(raw: bytes) -> str:
    """ASCII by the standard; UTF-8 or Windows' Western charset in truth. A second part is the editor's."""
    parts = [part for part in raw.split(b"\0") if part.strip()]
    text = b"; ".join(parts[:2])
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("cp1252", "replace")


def _wide(raw: bytes) -> str:
    return raw[: len(raw) // 2 * 2].decode("utf-16-le", "replace").split("\0")[0]
