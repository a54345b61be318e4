"""Finds the formats, tells which one a document is in, and reads it."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import IO

from articles.wire import formats
from articles.wire.errors import AmbiguousFormat, UnknownFormat
from articles.wire.story import Parsed, WireFormat

HEAD = 64 * 1024  # bytes that a format may look at to recognise itself

FORMATS: dict[str, WireFormat] = {
    found.name: import_module(f"{formats.__name__}.{found.name}").FORMAT
    for found in pkgutil.iter_modules(formats.__path__)
}


def known_formats() -> str:
    """The names of the formats, for a sentence."""
    return ", ".join(FORMATS)


def identify(document: bytes) -> str:
    """Name the one format that recognises the document; `UnknownFormat` or `AmbiguousFormat` otherwise."""
    head = document[:HEAD]
    names = [name for name, known in FORMATS.items() if known.sniff(head)]
    if not names:
        raise UnknownFormat(f"This document is in no format that is known here ({known_formats()}).")
    if len(names) > 1:
        raise AmbiguousFormat(f"Claimed by {' and '.join(names)}; say which with --format.")
    return names[0]


def splitter(head: bytes, format: str | None = None) -> Callable[[IO[bytes]], Iterator[bytes]] | None:
    """What parts a file that is too large to be read at once, or None; `head` are its first bytes."""
    try:
        known = FORMATS.get(format or identify(head))
    except (UnknownFormat, AmbiguousFormat):
        return None
    return known.split if known else None


def parse(
    document: bytes, format: str | None = None, charset: str | None = None, timezone: str = "UTC"
) -> Parsed:
    """Read a document into its stories.

    `format` and `charset` are told apart by the bytes where they are not given; `timezone` (an IANA name)
    is that of times which do not say theirs. Raises `WireError` for a document that cannot be read.
    """
    name = format or identify(document)
    if name not in FORMATS:
        raise UnknownFormat(f"There is no format {name!r}; known here: {known_formats()}.")
    return FORMATS[name].parse(document, charset, timezone)
