"""Raw wire text in any charset: `docs/wire-text.md` tells what is recognised in it."""

from __future__ import annotations

import re
from dataclasses import replace

from articles.wire import charsets, copy
from articles.wire.errors import EmptyDocument
from articles.wire.story import Parsed, WireFormat

# How the documents of other formats begin; all else is read as text, so that an empty or a binary document
# is refused for what it is.
_OTHERS = re.compile(
    rb"""
    \s*(?:<!--.{0,900}?-->\s*){0,3}(?:
        <\?xml | <[a-z][\w.-]*(?::[\w.-]+)?\s[^<>]{0,800}?\bxmlns | <!doctype\s+(?!html)
        | <(?:nitf|newsml|newsitem|newsmessage|rss|feed|rdf:rdf|packageitem)[\s>]    # XML of news
        | [{]\s*"[^"]{1,60}"\s*: | \[\s*[{]\s*"[^"]{1,60}"\s*:                      # JSON
        | (?:received|return-path|delivered-to|message-id|mime-version|x-[\w-]+):\s   # mail
        | from\s+\S+@\S+\s[^\n]*\n[\w-]+:\s
    )
    | \x16\x16\x01                                            # ANPA 1312
    | [\x7f\r\n]*\x01[\x20-\x7e]{2,40}[\r\n\x1f]             # IPTC 7901: start of header
    | \xff\xd8\xff | \x89PNG\r\n | II\x2a | MM\x2a | RIFF....WEBP | .{1,4}ftyp(?:avif|heic|mif1)  # photos
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_HTML = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def sniff(head: bytes) -> bool:
    """Is the document nothing that another format would claim?"""
    start = head[:2048].replace(b"\0", b"")  # UTF-16 without its zeros shows the same signs
    for mark in _MARKS:
        start = start.removeprefix(mark)
    return _OTHERS.match(start) is None or _HTML.match(start) is not None


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
