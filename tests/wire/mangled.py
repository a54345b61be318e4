"""Documents damaged on purpose, and what a reader may make of them."""

from __future__ import annotations

import random
from collections.abc import Iterator

from articles import wire
from articles.wire.errors import WireError

HOSTILE = (
    b"<",
    b">",
    b"&",
    b'"',
    b"\0",
    b"\xff",
    b"]]>",
    b"<![CDATA[",
    b"{",
    b"}",
    b"\\",
    b"\r\n\r\n",
    b"--",
    b"=",
)


def read(document: bytes, name: str | None) -> None:
    """Read a document: a `WireError` with a sentence, or stories that keep their promises."""
    try:
        stories = wire.parse(document, name).stories
    except WireError as error:
        said, stories = f"{error.code}: {error}", ()
        assert len(said) > len(error.code) + 10  # noqa: PT017
    for story in stories:
        record = story.as_json()
        assert "<script" not in record["body_html"].lower()
        assert all(problem.code and problem.message for problem in story.problems)
        assert "\x00" not in str(record)


def cut(document: bytes, step: int = 1) -> Iterator[bytes]:
    """The document broken off at every byte, or at every so many."""
    return (document[:end] for end in range(0, len(document), step))


def flipped(document: bytes, count: int, seed: int = 0) -> Iterator[bytes]:
    """The document with a few bits of it turned over."""
    chance = random.Random(seed)
    for _ in range(count):
        damaged = bytearray(document)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        yield bytes(damaged)


def shuffled(document: bytes, count: int, seed: int = 0) -> Iterator[bytes]:
    """The document with pieces of it left out, doubled, moved, or with something hostile in between."""
    chance = random.Random(seed)
    for _ in range(count):
        first, last = sorted(chance.randrange(len(document) + 1) for _ in range(2))
        at = chance.randrange(len(document) + 1)
        piece = document[first:last]
        yield chance.choice(
            (
                document[:first] + document[last:],
                document[:at] + piece + document[at:],
                document[:at] + chance.choice(HOSTILE) * chance.randint(1, 40) + document[at:],
                piece,
            )
        )


def noise(count: int, seed: int = 0) -> Iterator[bytes]:
    """Random bytes."""
    chance = random.Random(seed)
    return (chance.randbytes(chance.randint(0, 600)) for _ in range(count))
