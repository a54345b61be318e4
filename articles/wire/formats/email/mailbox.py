"""Mailboxes: several messages in one file, each behind a line `From sender date`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

_FROM = re.compile(
    rb"From \S+ (?:[^\n]*\b\d{1,2}:\d\d[^\n]*\b\d{4}\b|[^\n]*\b\d{4}\b[^\n]*\b\d{1,2}:\d\d)[^\n]*\r?\n"
)
_NEXT = re.compile(rb"(?:\r?\n)[ \t]*\r?\n(?=From \S+ [^\n]*\d{1,2}:\d\d)")
_FIELD = re.compile(rb"[!-9;-~]{1,60}:")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_BEFORE = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t\x00]*\r?\n|[ \t\x00]{200,})*")


def messages(document: bytes) -> list[bytes]:
    """The messages of a document, without the lines that part them, in order; a lone message is one."""
    document = document[_BEFORE.match(document).end() :]  # type: ignore[union-attr]
    first = _FROM.match(document)
    if first is None:
        opening = re.match(rb">?From [^\n]*\n", document)
        return [document[opening.end() :] if opening else document]
    starts = [0]
    for cut in _NEXT.finditer(document):
        line = _FROM.match(document, cut.end())
        if line and _FIELD.match(document, line.end()):
            starts.append(cut.end())
    found = []
    for place, start in enumerate(starts):
        stop = starts[place + 1] if place + 1 < len(starts) else len(document)
        line = _FROM.match(document, start)
        data = document[line.end() if line else start : stop]
        found.append(_QUOTED.sub(rb"\1", data) if line else data)
    return found


def split(file: IO[bytes]) -> Iterator[bytes]:
    """The messages of a mailbox that is too large to be read at once, each with the line that opens it."""
    current: list[bytes] = []
    blank = True
    waiting: bytes | None = None
    for line in iter(lambda: file.readline(1_000_000), b""):
        if waiting is not None:
            if _FIELD.match(line) and current:
                yield b"".join(current)
                current = []
            current.append(waiting)
            waiting = None
        if blank and line.startswith(b"From ") and _FROM.match(line):
            waiting = line
            blank = False
            continue
        blank = not line.strip()
        current.append(line)
    if waiting is not None:
        current.append(waiting)
    if b"".join(current).strip():
        yield b"".join(current)
