"""Finds the documents that a person names: files, folders, zip archives, standard input."""

from __future__ import annotations

import os
import stat
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from articles.wire.charsets import LARGEST
from articles.wire.errors import DocumentTooLarge, MalformedDocument, WireError

LIMIT = LARGEST  # bytes of one document that are read at most
ARCHIVE_LIMIT = 4 * 1024**3  # bytes that one archive may unpack to
ARCHIVE_MEMBERS = 200_000
STDIN = "-"
_ZIPPED = b"PK\x03\x04"  # the first bytes of a zip archive


class UnreadableFile(WireError):
    """The system does not let us read the file."""

    code = "unreadable-file"


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was found; `data` is cut at `LIMIT`, and `error` says why it is not whole.

    `path` is the path as given or walked; a member of an archive is `archive.zip/member`.
    """

    path: str
    data: bytes
    error: WireError | None = None


def missing(paths: Iterable[str]) -> list[str]:
    """Those of the paths that name nothing."""
    return [path for path in paths if path != STDIN and not os.path.lexists(path)]


def count(paths: Iterable[str]) -> int:
    """How many files the paths lead to, archives as one; for a progress bar."""
    return sum(1 if path == STDIN else sum(1 for _ in _files(path)) for path in paths)


def find(paths: Iterable[str], stdin: IO[bytes] | None = None) -> Iterator[Document]:
    """The documents that the paths lead to, one in memory at a time.

    Folders are walked in the order of names; names that begin with a dot are passed over, and so are links
    to folders. What cannot be read comes with an `error`, and the rest goes on.
    """
    for path in paths:
        if path == STDIN:
            yield _read(STDIN, stdin or sys.stdin.buffer)
            continue
        for file in _files(path):
            yield from _open(file, named=file == path)


def _files(path: str) -> Iterator[str]:
    waiting = [path]
    while waiting:
        path = waiting.pop()
        if not Path(path).is_dir():
            yield path
            continue
        try:
            with os.scandir(path) as entries:
                names = sorted(entry.name for entry in entries if not _passed_over(entry))
        except OSError:  # a folder that may not be entered is reported where a file of that name would be
            yield path
            continue
        waiting.extend(os.path.join(path, name) for name in reversed(names))  # noqa: PTH118


def _passed_over(entry: os.DirEntry[str]) -> bool:
    return entry.name.startswith(".") or (entry.is_symlink() and entry.is_dir())


def _open(path: str, *, named: bool) -> Iterator[Document]:
    shown = _shown(path)
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
        if not stat.S_ISREG(mode) and not (
            named and stat.S_ISFIFO(mode)
        ):  # a pipe is read only when asked for
            yield Document(shown, b"", UnreadableFile("This is not a file with content."))
            return
        with open(path, "rb") as file:  # noqa: PTH123
            if path.lower().endswith(".zip") and zipfile.is_zipfile(file):
                yield from _members(shown, file)
            else:
                file.seek(0) if file.seekable() else None
                document = _read(shown, file)
                if path.lower().endswith(".zip") and document.data.startswith(_ZIPPED) and not document.error:
                    document = replace(
                        document, error=MalformedDocument("The archive is damaged or cut off.")
                    )
                yield document
    except OSError as error:
        yield Document(shown, b"", UnreadableFile(f"The file cannot be read: {error.strerror or error}."))


def _read(path: str, file: IO[bytes]) -> Document:
    data = file.read(LIMIT + 1)
    if len(data) <= LIMIT:
        return Document(path, data)
    return Document(path, data[:LIMIT], _too_large())


def _too_large() -> DocumentTooLarge:
    return DocumentTooLarge(f"The document is larger than {LIMIT // 1024**2} MB; split it into smaller ones.")


def _members(path: str, file: IO[bytes]) -> Iterator[Document]:
    """The documents in an archive. Nothing is unpacked to disk, so the names of members can do no harm."""
    unpacked = 0
    try:
        with zipfile.ZipFile(file) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if len(members) > ARCHIVE_MEMBERS:
                yield Document(
                    path, b"", DocumentTooLarge(f"The archive holds more than {ARCHIVE_MEMBERS} files.")
                )
                return
            for member in sorted(members, key=lambda member: member.filename.split("/")):
                parts = member.filename.split("/")
                if any(part.startswith(".") and part.strip(".") for part in parts) or "__MACOSX" in parts:
                    continue
                document = _member(f"{path}/{_shown(member.filename)}", archive, member)
                unpacked += len(document.data)
                if unpacked > ARCHIVE_LIMIT:
                    yield Document(
                        path,
                        b"",
                        DocumentTooLarge("The archive unpacks to more than 4 GB; the rest is left."),
                    )
                    return
                yield document
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        yield Document(path, b"", MalformedDocument(f"The archive is damaged: {error}."))


def _member(path: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Document:
    try:
        with archive.open(member) as file:
            return _read(path, file)
    except RuntimeError:  # what zipfile raises for a member that needs a password
        return Document(path, b"", UnreadableFile("This file in the archive is locked with a password."))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        return Document(path, b"", MalformedDocument(f"This file in the archive is damaged: {error}."))


def _shown(path: str) -> str:
    """The path as text that can be written anywhere: bytes that are no UTF-8 become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
