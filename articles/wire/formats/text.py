"""Raw wire text in any charset: `docs/wire-text.md` tells what is recognised in it."""

from __future__ import annotations

from dataclasses import replace

from articles.wire import charsets, copy, signs
from articles.wire.errors import EmptyDocument
from articles.wire.story import Parsed, WireFormat


def sniff(head: bytes) -> bool:
    """Is the document nothing that another format would claim? `parse` refuses empty and binary ones."""
    return signs.look(head).family is signs.Family.TEXT


def parse(document: bytes, charset: str | None = None, timezone: str = "UTC") -> Parsed:
    """Read the stories of a document; one that is empty, binary or too large raises a `WireError`."""
    decoded = charsets.decode(document, charset)
    stories = copy.read(decoded.text, timezone)
    if not stories:
        raise EmptyDocument("The document holds nothing but white space.")
    if decoded.problems:
        stories = (replace(stories[0], problems=decoded.problems + stories[0].problems), *stories[1:])
    return Parsed("text", decoded.charset, decoded.certainty, decoded.text, stories)


FORMAT = WireFormat(label="Raw text", sniff=sniff, parse=parse)
