"""A document's bytes become stories that a database can hold. Knows no Django; runs in worker processes."""

from __future__ import annotations

import hashlib
import logging
import re
import zlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from articles import markup, wire
from articles.ingest.identity import fingerprint
from articles.wire.story import Parsed, PubStatus, WireStory

KEPT = 1024 * 1024  # bytes of a document that is too large

log = logging.getLogger(__name__)

# PostgreSQL takes neither in text or JSON: the sign of number zero, and halves of surrogate pairs.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def unreadable(path: str) -> str:
    """What stands for the SHA-256 of a document whose bytes cannot be had."""
    return hashlib.sha256(f"unreadable\0{path}\0".encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document as it was found. `error` (code and sentence) if its bytes could not be had, or not all.

    A large file comes in parts; `index` is the number of a part's first story.
    """

    path: str
    data: bytes
    error: tuple[str, str] | None = None
    index: int = 0

    @property
    def sha256(self) -> str:
        """By what the document is found again: its bytes, or its path where they could not be had."""
        if self.error and not self.data:
            return unreadable(self.path)
        start = b"cut short\0" if self.error else b""
        return hashlib.sha256(start + self.data if start else self.data).hexdigest()

    def refused(self) -> Reading:
        """The reading of one that came with an error; of what is too large the beginning is kept."""
        code, message = self.error or ("", "")
        if self.data:
            message += f" Its first {KEPT // 1024**2} MB are kept."
        return Reading(packed=pack(self.data[:KEPT]), error=(code, message))


@dataclass(frozen=True, slots=True)
class Story:
    """A story as it was understood: `values` has the keys of `WireStory.as_json()`; `body` is clean HTML."""

    values: dict[str, Any]
    body: str
    text: str
    pubstatus: PubStatus
    created: datetime | None
    updated: datetime | None
    embargoed: datetime | None
    problems: tuple[dict[str, str], ...]
    section_parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a document, or why nothing was: `error` is a stable code and a sentence.

    `photo` is the id of the Photo that the document became, where it is a photograph that was kept.
    """

    packed: bytes
    format: str = ""
    charset: str = ""
    certainty: float = 0.0
    zone: str = "UTC"
    stories: tuple[Story, ...] = field(default=())
    error: tuple[str, str] | None = None
    photo: int | None = None


def read(data: bytes, format: str | None, charset: str | None, timezone: str) -> Reading:
    """Parse a document and make its stories ready to be stored. Never raises for what is in the document."""
    try:
        return understood(data, wire.parse(data, format, charset, timezone), timezone)
    except wire.WireError as error:
        reason = (error.code, storable(str(error)))
    except Exception as error:  # a fault of ours in one document must not stop the other ten thousand
        log.exception("A document could not be read")
        reason = ("internal", f"The reader failed on this document ({type(error).__name__}).")
    return Reading(packed=pack(data), format=format or "", charset=charset or "", zone=timezone, error=reason)


def understood(data: bytes, parsed: Parsed, zone: str) -> Reading:
    """A parsed document, made ready to be stored."""
    return Reading(
        packed=pack(data),
        format=parsed.format,
        charset=parsed.charset or "",
        certainty=parsed.certainty,
        zone=zone,
        stories=tuple(map(_story, parsed.stories)),
    )


def pack(data: bytes) -> bytes:
    """The bytes as `WireDocument.data` keeps them."""
    return zlib.compress(data, 6)


def storable(text: str) -> str:
    """The text without what no database can hold."""
    return _UNSTORABLE.sub("", text) if _UNSTORABLE.search(text) else text


def _story(story: WireStory) -> Story:
    values = _storable(story.as_json())
    return Story(
        values=values,
        body=markup.clean(values["body_html"], figures=False),
        text=fingerprint(values),
        pubstatus=story.pubstatus,
        created=story.created,
        updated=story.updated,
        embargoed=story.embargoed,
        problems=tuple(
            {"code": problem.code, "message": storable(problem.message)} for problem in story.problems
        ),
        section_parents=tuple(map(storable, story.section_parents)),
    )


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [_storable(item) for item in value]
    if isinstance(value, dict):
        return {key: _storable(item) for key, item in value.items()}
    return value
