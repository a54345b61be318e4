"""Is this story known, and is it newer? Knows no Django."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

_WORD = re.compile(r"\w+")
_NUMBERS = re.compile(r"(\d+)")
_LOCAL = re.compile(r"[\w-]{1,12}")  # an identifier that need not be the only one of its kind in the world
_HOST = re.compile(r"https?://([^/?#\s]{1,253})", re.IGNORECASE)
_OWN = re.compile("urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def fingerprint(story: dict[str, Any]) -> str:
    """What makes two texts one story: the words of headline and body, whatever case, width and punctuation.

    A story without words is told by its slug line, its summary and the pictures it is made of. "" when there
    is nothing at all, and for a photograph that is the document itself: those of one event share their
    words. `story` has the keys of `WireStory.as_json()`.
    """
    if not story.get("body") and any(not media["href"] for media in story.get("media", ())):
        return ""
    words = _words(story.get("headline"), *(block["text"] for block in story.get("body", ())))
    if not words:
        pictures = (media["href"] for media in story.get("media", ()))
        words = _words(story.get("slugline"), story.get("description"), *pictures)
    return hashlib.sha256(words.encode()).hexdigest() if words else ""


def identity(
    story: dict[str, Any], text: str, source: str, document: str, index: int, apart: str = ""
) -> str:
    """The same for the same story wherever it comes from: a hash of its source and `uri`, or of its text.

    `text` is its `fingerprint()`, `source` the key of its source's name; where there is neither a `uri` nor
    text it is told by its place in the document (that document's SHA-256 and the story's index). `apart`
    tells stories apart that bear one `uri` by mistake.
    """
    if story["uri"]:
        more = (apart,) if apart else ()
        return _hash("uri", source or _site(story), story["uri"], *more)
    return _hash("text", text) if text else _hash("place", document, str(index))


def _site(story: dict[str, Any]) -> str:
    """What stands for the source of a story without one, whose `uri` is but a number or a word of its site's.

    Many feeds call their first item “1”. Their items are told apart by the host of their address.
    """
    if not _LOCAL.fullmatch(story["uri"]):
        return ""
    address = next((link["href"] for link in story.get("links", ()) if link["rel"] == "canonical"), "")
    found = _HOST.match(address)
    return found[1].lower() if found else ""


def own_uuid(uri: str | None) -> UUID | None:
    """The UUID that an article of ours is exported under, where a story's identifier is one (RFC 9562)."""
    if not uri or not _OWN.fullmatch(uri):
        return None
    return UUID(uri[len("urn:uuid:") :])


@dataclass(frozen=True, slots=True)
class Edition:
    """Where a story stands among the versions that its source sent."""

    version: str
    time: datetime | None
    text: str

    def order(self, other: Edition) -> int:
        """1 if this is newer than the other, -1 if it is older, 0 if it is the same.

        The source's version tells, then its time; without either, another text that comes later is newer.
        """
        if self.version and other.version and self.version != other.version:
            return 1 if _natural(self.version) > _natural(other.version) else -1
        if self.time and other.time and self.time != other.time:
            return 1 if self.time > other.time else -1
        if self.version and self.version == other.version:
            return 0
        return int(self.text != other.text)


def _natural(version: str) -> list[tuple[int, str]]:
    """Versions in the order that people read them: 9 before 10, 1.9 before 1.10, dates as they are."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in _NUMBERS.split(version) if part]


def _words(*texts: str | None) -> str:
    text = " ".join(text for text in texts if text)
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()
