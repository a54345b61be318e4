"""Puts together what IIM, XMP and EXIF say of one photo.

Where they disagree XMP wins, then IIM, then EXIF, as desks' tools write them with that care; IIM wins over
XMP where it was changed later, which Photoshop's digest tells.
https://web.archive.org/web/20180919181934/http://www.metadataworkinggroup.org/pdf/mwg_guidance.pdf
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import Any

from articles.wire.photo_metadata import exif, iim, xmp
from articles.wire.photo_metadata.containers import LARGEST, Parts, take_apart
from articles.wire.photo_metadata.said import Said
from articles.wire.story import Link, Problem, Subject
from articles.wire.words import tidy

_TEXTS: tuple[str, ...] = (
    "title",
    "headline",
    "caption",
    "alt",
    "description",
    "credit",
    "source",
    "city",
    "sublocation",
    "state",
)
_TEXTS += ("country", "date", "release", "urgency", "category")
_TEXTS += ("instructions", "copyright", "usageterms", "language")
_LISTS: tuple[str, ...] = (
    "creators",
    "contributors",
    "keywords",
    "supplemental",
    "people",
    "organisations",
    "places",
)
_WRITTEN = ("caption", "title")  # by a person, or by the camera in that person's place
_COMPARED = ("title", "headline", "caption", "credit", "source", "city", "instructions", "copyright")
# What cameras and telephones write where a person would say something.
_OF_CAMERAS = re.compile(
    r"(?:olympus|(?:konica )?minolta|sony|samsung|kodak|nikon|canon|vivitar|casio|jenoptik|hp|medion)\b"
    r".{0,20}\b(?:camera|dsc)|sony dsc|dcim\S{0,60}|dcf \d\.\d|default|untitled|x-default"
    r"|(?:exif_)?jpeg.?picture|[a-z][\w-]{1,12} digital camera|created with (?:the )?gimp"
    r"|<(?:kenox|digimax)\b.*>|digital (?:still )?camera|charset=\w+|my beautiful picture"
    r"|cof|oznor|sdr|ptr|r?hdr|vhdr|hdrpl|mde|nor|dav|fbt|edf|btf|bty",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a photo says of itself, tidied; "" and () where it says nothing. Dates are ISO 8601."""

    mimetype: str
    width: int | None
    height: int | None
    charset: str | None = None
    title: str = ""
    headline: str = ""
    caption: str = ""
    alt: str = ""
    credit: str = ""
    source: str = ""
    city: str = ""
    date: str = ""
    release: str = ""
    urgency: str = ""
    category: str = ""
    instructions: str = ""
    copyright: str = ""
    usageterms: str = ""
    language: str = ""
    creators: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


def read(document: bytes) -> Metadata:
    """Read the file of a picture; `MalformedDocument` where it is none. Broken metadata counts as absent."""
    parts = take_apart(document)
    from_xmp, problems = _xmp(parts)
    from_iim, charset = iim.read(parts.iim)
    first, second = from_xmp, from_iim
    changed = (
        bool(parts.digest and any(parts.digest))
        and parts.digest != hashlib.md5(parts.iim, usedforsecurity=False).digest()
    )
    if changed:
        first, second = from_iim, from_xmp
    from_exif, from_windows = exif.read(parts.exif)
    sources = [first, second, from_exif, _mirrored(from_xmp), exif.png(parts.texts), from_windows]
    texts = {name: _first(name, sources) for name in _TEXTS}
    lists = {name: _first_list(name, sources) for name in _LISTS}
    if parts.cut:
        problems.append(Problem("truncated", "The file of the picture breaks off before its end."))
    problems += _differences(from_xmp, from_iim, "IIM" if changed else "XMP")
    problems += _of_cameras(sources)
    texts["date"] = _date(texts["date"], from_iim.texts.get("date", ""))
    texts["alt"] = texts["alt"] or texts.pop("description")
    texts.pop("description", None)
    texts["city"] = texts["city"] or _tidied("city created", from_xmp)
    texts["language"] = texts["language"] or next(iter(from_xmp.lists.get("language", ())), "")
    texts["category"] = texts["category"] or next(iter(lists.pop("supplemental")), "")
    lists.pop("supplemental", None)
    core = [texts["city"], *(texts.pop(name) for name in ("sublocation", "state", "country"))]
    lists["places"] = tuple(dict.fromkeys(place for place in (*core, *lists["places"]) if place))
    values: dict[str, Any] = {**texts, **lists}
    return Metadata(
        parts.mimetype,
        parts.width,
        parts.height,
        charset if from_iim.texts.get("caption") or any(from_iim.lists.values()) else None,
        subjects=tuple(first.subjects or second.subjects),
        links=tuple(from_xmp.links),
        problems=tuple(problems),
        **values,
    )


def _xmp(parts: Parts) -> tuple[Said, list[Problem]]:
    """What the packets say, the extended one with its main one."""
    said = Said()
    problems: list[Problem] = []
    packets = list(parts.xmp[:8])
    for packet in parts.xmp[:8]:
        digest = xmp.extension(packet) if parts.extended else None
        chunks = parts.extended.get(digest) if digest else None
        if chunks:
            packets.append(b"".join(chunks[offset] for offset in sorted(chunks)))
    for packet in packets:
        if len(packet) > LARGEST:
            problems.append(Problem("too-large", "A block of XMP is too large; it was left out."))
            continue
        found = xmp.read(packet)
        said.texts = found.texts | said.texts
        said.lists = found.lists | said.lists
        said.subjects += found.subjects
        said.links += found.links
        if packet.strip(b"\0 \r\n\t") and not _says(found) and b"RDF" not in packet.replace(b"\0", b""):
            problems.append(Problem("bad-xmp", "A block of XMP could not be read."))
    return said, problems


def _says(said: Said) -> bool:
    return bool(said.texts or said.lists or said.subjects)


def _mirrored(said: Said) -> Said:
    """What XMP repeats of EXIF, for what EXIF itself does not say."""
    names = {"tiff-caption": "caption", "tiff-copyright": "copyright"}
    texts = {name: said.texts[key] for key, name in names.items() if key in said.texts}
    texts["date"] = exif.date(said.texts.get("exif-date", ""), _zone(said.texts.get("exif-date", "")))
    creator = said.texts.get("tiff-creator", "")
    return Said(texts, {"creators": creator.split(";")})


def _zone(text: str) -> str:
    found = re.search(r"(?:Z|[+-]\d\d:\d\d)$", text)
    return found[0] if found else ""


def _tidied(name: str, said: Said) -> str:
    text = said.texts.get(name)
    if not text:
        return ""
    text = tidy(text.replace("\0", ""))
    if name in _WRITTEN and _OF_CAMERAS.fullmatch(text):
        return ""
    return text


def _of_cameras(sources: list[Said]) -> list[Problem]:
    """What was left out because no person wrote it."""
    texts = (tidy(said.texts.get(name, "").replace("\0", "")) for said in sources for name in _WRITTEN)
    return [
        Problem("camera-text", f"What the camera or program wrote was left out: “{text}”")
        for text in dict.fromkeys(texts)
        if _OF_CAMERAS.fullmatch(text)
    ]


def _first(name: str, sources: list[Said]) -> str:
    """The first that says it; one that IIM had to cut short gives way to the whole."""
    found = [text for said in sources[:2] if (text := _tidied(name, said))]
    if len(found) == 2 and found[1].startswith(found[0]):
        return found[1]
    return found[0] if found else next((text for said in sources[2:] if (text := _tidied(name, said))), "")


def _first_list(name: str, sources: list[Said]) -> tuple[str, ...]:
    for said in sources:
        found = tuple(
            dict.fromkeys(text for one in said.lists.get(name, ()) if (text := tidy(one.replace("\0", ""))))
        )
        if found:
            return found
    return ()


def _date(chosen: str, of_iim: str) -> str:
    """The date with the time that IIM has beside the same day."""
    if len(chosen) == 10 and of_iim.startswith(chosen):
        return of_iim
    return chosen


def _differences(from_xmp: Said, from_iim: Said, taken: str) -> list[Problem]:
    names = []
    for name in _COMPARED:
        one, other = _tidied(name, from_xmp), _tidied(name, from_iim)
        if one and other and not one.startswith(other) and not other.startswith(one):
            names.append(name)
    if not names:
        return []
    message = f"XMP and IIM of the photo disagree on {', '.join(names)}; {taken} was taken."
    return [Problem("metadata-differs", message)]
