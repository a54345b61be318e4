"""Finds the documents that a person names: files, folders, zip archives, standard input."""

from __future__ import annotations

import logging
import lzma
import os
import stat
import struct
import sys
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import IO

from articles.wire import registry
from articles.wire.charsets import LARGEST
from articles.wire.errors import DocumentTooLarge, MalformedDocument, WireError

log = logging.getLogger(__name__)

LIMIT = LARGEST  # bytes of one document that are read at most
PART = 8 * 1024 * 1024  # bytes above which a file comes in parts, if its format can be parted
ARCHIVE_LIMIT = 4 * 1024**3  # bytes that one archive may unpack to
ARCHIVE_MEMBERS = 200_000
_PACKED_BY = 600  # times that a large member is packed at most; text comes to a hundred at the utmost
DIRECTORY_LIMIT = 64 * 1024**2  # bytes of an archive's table of contents
STDIN = "-"
_CHUNK = 1024 * 1024
_ZIPPED = b"PK\x03\x04"  # the first bytes of a zip archive
_EMPTY_ZIP = b"PK\x05\x06"
_END = struct.Struct("<4s4xHHL")  # of an archive: its mark, members twice, and the size of its directory
# Files of office programs and books are zip archives too, by their first members.
_OFFICE = (b"[Content_Types].xml", b"_rels/.rels", b"mimetypeapplication/", b"META-INF/")


class UnreadableFile(WireError):
    """The system does not let us read the file."""

    code = "unreadable-file"


class NestedArchive(WireError):
    """An archive that lies in an archive."""

    code = "nested-archive"


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was found; `data` is cut at `LIMIT`, and `error` says why it is not whole.

    `path` is the path as given or walked; a member of an archive is `archive.zip/member`. A large file
    comes in parts where its format can be parted: `index` is the number of the first story of a part,
    counted from 0 through the file.
    """

    path: str
    data: bytes
    error: WireError | None = None
    index: int = 0


def missing(paths: Iterable[str]) -> list[str]:
    """Those of the paths that name nothing."""
    return [path for path in paths if path != STDIN and not os.path.lexists(path)]


def count(paths: Iterable[str]) -> int:
    """How many files the paths lead to, archives as one; for a progress bar."""
    return sum(1 if path == STDIN else sum(1 for _ in _files(path)) for path in paths)


def find(
    paths: Iterable[str], stdin: IO[bytes] | None = None, format: str | None = None
) -> Iterator[Document]:
    """The documents that the paths lead to, one in memory at a time.

    Folders are walked in the order of names; names that begin with a dot are passed over, and so are links
    to folders. What cannot be read comes with an `error`, and the rest goes on. `format` names that of all
    documents where it is known; it tells how a large file is parted.
    """
    for path in paths:
        if path == STDIN:
            yield from _piped(stdin or sys.stdin.buffer, format)
            continue
        for file in _files(path):
            yield from _open(file, format, named=file == path)


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


def _open(path: str, format: str | None, *, named: bool) -> Iterator[Document]:
    shown = _shown(path)
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
        if not stat.S_ISREG(mode) and not (
            named and stat.S_ISFIFO(mode)
        ):  # a pipe is read only when asked for
            yield Document(shown, b"", UnreadableFile("This is not a file with content."))
            return
        with open(path, "rb") as file:  # noqa: PTH123
            if file.seekable() and _is_archive(file, path):
                yield from _members(shown, file, format)
                return
            for document in _read(shown, file, format):
                if path.lower().endswith(".zip") and document.data.startswith(_ZIPPED) and not document.error:
                    document = replace(
                        document, error=MalformedDocument("The archive is damaged or cut off.")
                    )
                yield document
    except OSError as error:
        yield Document(shown, b"", UnreadableFile(f"The file cannot be read: {error.strerror or error}."))


def _piped(file: IO[bytes], format: str | None) -> Iterator[Document]:
    """Standard input. One cannot go back in a pipe, so an archive is copied before it is read."""
    data = file.read(LIMIT + 1)
    if data.startswith((_ZIPPED, _EMPTY_ZIP)) and not _is_office(data[:4096]):
        try:
            with _seekable(file, data) as whole:
                if zipfile.is_zipfile(whole):
                    yield from _members(STDIN, whole, format)
                    return
        except WireError as error:
            yield Document(STDIN, b"", error)
            return
    yield from _read(STDIN, file, format, data)


def _is_archive(file: IO[bytes], path: str) -> bool:
    """Is this a zip archive of documents, whatever its name? Leaves the file at its beginning."""
    head = file.read(4096)
    called = path.lower().endswith(".zip")
    looks = head.startswith((_ZIPPED, _EMPTY_ZIP)) and (called or not _is_office(head))
    found = (looks or called) and zipfile.is_zipfile(file)
    file.seek(0)
    return found


def _is_office(head: bytes) -> bool:
    return any(name in head[:4096] for name in _OFFICE)


def _read(path: str, file: IO[bytes], format: str | None, begun: bytes | None = None) -> Iterator[Document]:
    """A file as a document, or as several where it is too large and its format can be parted.

    `begun` is what has been read of it already.
    """
    data = file.read(LIMIT + 1) if begun is None else begun
    size, index = len(data), 0
    split = registry.splitter(data[: registry.HEAD], format) if size > min(PART, LIMIT) else None
    if split:
        try:
            with _seekable(file, data) as whole:
                for index, part in enumerate(_parts(split, whole), 1):
                    error = _too_large() if len(part) > LIMIT else None
                    yield Document(path, part[:LIMIT], error, index - 1)
        except WireError as error:
            yield Document(path, b"", error, index)
            return
    if not index:
        yield Document(path, data[:LIMIT], _too_large() if size > LIMIT else None)


def _parts(split: Callable[[IO[bytes]], Iterator[bytes]], whole: IO[bytes]) -> Iterator[bytes]:
    try:
        yield from split(whole)
    except (WireError, OSError):
        raise
    except Exception as error:  # a fault of ours in one file must not stop the other ten thousand
        log.exception("A large file could not be parted")
        raise MalformedDocument(f"The reader failed on this document ({type(error).__name__}).") from error


@contextmanager
def _seekable(file: IO[bytes], beginning: bytes) -> Iterator[IO[bytes]]:
    """The file itself, from its beginning, or where one cannot go back in it a copy without a name."""
    if file.seekable() and not isinstance(file, zipfile.ZipExtFile):
        file.seek(0)
        yield file
        return
    with tempfile.TemporaryFile() as copy:
        size = copy.write(beginning)
        while chunk := file.read(_CHUNK):
            size += copy.write(chunk)
            if size > ARCHIVE_LIMIT:
                raise DocumentTooLarge(f"The document is larger than {ARCHIVE_LIMIT // 1024**3} GB.")
        copy.seek(0)
        yield copy


def _too_large() -> DocumentTooLarge:
    return DocumentTooLarge(f"The document is larger than {LIMIT // 1024**2} MB; split it into smaller ones.")


def _members(path: str, file: IO[bytes], format: str | None) -> Iterator[Document]:
    """The documents in an archive. No name of a member ever names a file, so names can do no harm."""
    if _overfull(file):
        yield Document(path, b"", DocumentTooLarge(f"The archive holds more than {ARCHIVE_MEMBERS} files."))
        return
    unpacked = 0
    try:
        with zipfile.ZipFile(file) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if _overlapping(members):
                yield Document(path, b"", MalformedDocument("The files in the archive lie in one another."))
                return
            seen: Counter[str] = Counter()
            for member in sorted(members, key=lambda member: member.filename.split("/")):
                parts = member.filename.split("/")
                if any(part.startswith(".") and part.strip(".") for part in parts) or "__MACOSX" in parts:
                    continue
                seen[member.filename] += 1
                again = f" ({seen[member.filename]})" if seen[member.filename] > 1 else ""
                shown = f"{path}/{_shown(member.filename)}{again}"
                for document in _member(shown, archive, member, format):
                    unpacked += len(document.data)
                    if unpacked > ARCHIVE_LIMIT:
                        yield Document(
                            path,
                            b"",
                            DocumentTooLarge("The archive unpacks to more than 4 GB; the rest is left."),
                        )
                        return
                    yield document
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OverflowError) as error:
        yield Document(path, b"", MalformedDocument(f"The archive is damaged: {error}."))


def _overlapping(members: Iterable[zipfile.ZipInfo]) -> bool:
    """Do members share their bytes, so that a small archive unpacks to a huge one?"""
    places = sorted((member.header_offset, member.compress_size) for member in members)
    return any(start + size > behind for (start, size), (behind, _) in pairwise(places))


def _overfull(file: IO[bytes]) -> bool:
    """Does the archive's own end say that it holds too much? Asked before its table of contents is loaded."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - 66 * 1024))
    tail = file.read()
    file.seek(0)
    place = tail.rfind(_EMPTY_ZIP)
    if place < 0 or len(tail) < place + 22:
        return False
    _, members, _, directory = _END.unpack_from(tail, place)
    wide = tail.rfind(b"PK\x06\x06", 0, place)  # of large archives, where the numbers do not fit
    if (members == 0xFFFF or directory == 0xFFFFFFFF) and 0 <= wide <= len(tail) - 56:
        members, directory = struct.unpack_from("<QQ", tail, wide + 32)
    return bool(members > ARCHIVE_MEMBERS or directory > DIRECTORY_LIMIT)


def _member(
    path: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, format: str | None
) -> Iterator[Document]:
    if stat.S_ISLNK(member.external_attr >> 16):
        yield Document(path, b"", UnreadableFile("This is a link to another file, not a file."))
        return
    if member.compress_type == zipfile.ZIP_LZMA:  # it says itself how much memory unpacking takes
        yield Document(path, b"", UnreadableFile("This file in the archive is packed in an unusual way."))
        return
    if member.file_size > PART and member.file_size > member.compress_size * _PACKED_BY:
        yield Document(path, b"", DocumentTooLarge(_BOMB))
        return
    try:
        with archive.open(member) as file:
            for document in _read(path, file, format):
                if document.data.startswith(_ZIPPED) and not _is_office(document.data[:4096]):
                    document = replace(document, error=NestedArchive(_NESTED))
                yield document
    except RuntimeError as error:  # what zipfile raises for a member that needs a password
        if isinstance(error, NotImplementedError):
            yield Document(
                path, b"", UnreadableFile(f"This file in the archive cannot be unpacked: {error}.")
            )
        else:
            locked = UnreadableFile("This file in the archive is locked with a password.")
            yield Document(path, b"", locked)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError) as error:
        yield Document(path, b"", MalformedDocument(f"This file in the archive is damaged: {error}."))


_BOMB = (
    f"This file in the archive would unpack to more than {_PACKED_BY} times its size; that is no news copy."
)
_NESTED = "This is an archive in an archive; unpack the outer one first."


def _shown(path: str) -> str:
    """The path as text that can be written anywhere: bytes that are no UTF-8 become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
