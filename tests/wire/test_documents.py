"""Documents that a person names: files, folders, archives, standard input."""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from articles import wire
from articles.wire import documents
from articles.wire.documents import find, missing
from tests.wire.exports import pieces


class Pipe(io.BytesIO):
    """What one cannot go back in."""

    def seekable(self) -> bool:
        """Never."""
        return False

    def seek(self, *place: int) -> int:
        """Refused."""
        raise io.UnsupportedOperation("seek")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def archive(path: Path, members: dict[str, bytes]) -> None:
    """A zip of these names and contents, in this order."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)


def paths(*named: str) -> list[str]:
    """The paths of what is found."""
    return [document.path for document in find(named)]


class TestFiles:
    """What is on disk."""

    def test_a_file(self, folder: Path) -> None:
        """A file is one document, its path as it was given."""
        (folder / "a.txt").write_bytes(b"Text")
        assert list(find(["./a.txt"])) == [documents.Document("./a.txt", b"Text")]

    def test_a_folder_is_walked_in_the_order_of_names(self, folder: Path) -> None:
        """Files and folders come together by name; the order on disk and of capitals plays no part."""
        for name in ("b/2.txt", "b/10.txt", "c.txt", "a.txt", "b/A.txt"):
            (folder / "in" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "in" / name).write_bytes(b"x")
        assert paths("in") == ["in/a.txt", "in/b/10.txt", "in/b/2.txt", "in/b/A.txt", "in/c.txt"]

    def test_names_that_begin_with_a_dot(self, folder: Path) -> None:
        """They are passed over in a folder, files and folders alike, and read when named."""
        (folder / "in" / ".git").mkdir(parents=True)
        (folder / "in" / ".git" / "x").write_bytes(b"x")
        (folder / "in" / ".hidden").write_bytes(b"x")
        assert paths("in") == []
        assert paths("in/.hidden") == ["in/.hidden"]

    def test_links(self, folder: Path) -> None:
        """Links to files are read, links to folders (which may lead round) are not followed."""
        (folder / "in").mkdir()
        (folder / "a.txt").write_bytes(b"x")
        (folder / "in" / "a.txt").symlink_to(folder / "a.txt")
        (folder / "in" / "round").symlink_to(folder)
        assert paths("in") == ["in/a.txt"]

    def test_what_cannot_be_read(self, folder: Path) -> None:
        """A link to nowhere and a pipe come with an error, and the rest goes on."""
        (folder / "in").mkdir()
        (folder / "in" / "a").symlink_to(folder / "nowhere")
        os.mkfifo(folder / "in" / "b")
        (folder / "in" / "c").write_bytes(b"Text")
        found = list(find(["in"]))
        assert [(document.path, document.error and document.error.code) for document in found] == [
            ("in/a", "unreadable-file"),
            ("in/b", "unreadable-file"),
            ("in/c", None),
        ]

    def test_large_files(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is larger than the limit is cut there, and says so."""
        monkeypatch.setattr(documents, "LIMIT", 10)
        (folder / "a").write_bytes(b"0123456789")
        (folder / "b").write_bytes(b"0123456789x")
        whole, cut = find(["a", "b"])
        assert (whole.data, whole.error) == (b"0123456789", None)
        assert cut.data == b"0123456789"
        assert cut.error is not None
        assert cut.error.code == "too-large"

    def test_missing(self, folder: Path) -> None:
        """Paths that name nothing are told beforehand; `-` and links to nowhere are something."""
        (folder / "a").write_bytes(b"x")
        (folder / "l").symlink_to("nowhere")
        assert missing(["a", "b", "-", "l", "a/c"]) == ["b", "a/c"]

    def test_names_in_no_charset(self, folder: Path) -> None:
        """A name whose bytes are no UTF-8 is shown in a way that can be written."""
        name = os.fsdecode(b"caf\xe9.txt")
        (folder / name).write_bytes(b"x")
        (document,) = find([str(folder)])
        assert document.path.endswith("caf\ufffd.txt")
        document.path.encode()

    def test_standard_input(self) -> None:
        """`-` is one document."""
        assert list(find(["-"], io.BytesIO(b"Text"))) == [documents.Document("-", b"Text")]

    def test_count(self, folder: Path) -> None:
        """As many as there are files, an archive being one."""
        (folder / "in").mkdir()
        for name in ("a", "b"):
            (folder / "in" / name).write_bytes(b"x")
        archive(folder / "in" / "c.zip", {"1": b"", "2": b""})
        assert documents.count(["in", "-"]) == 4


class TestArchives:
    """Zip files."""

    def test_members(self, folder: Path) -> None:
        """Each member is a document below the archive, in the order of names, without hidden ones."""
        archive(
            folder / "c.zip",
            {
                "b.txt": b"B",
                "a/z.txt": b"Z",
                "a/": b"",
                ".hidden": b"x",
                "a/.git/x": b"x",
                "__MACOSX/._b.txt": b"x",
            },
        )
        assert [(document.path, document.data) for document in find(["c.zip"])] == [
            ("c.zip/a/z.txt", b"Z"),
            ("c.zip/b.txt", b"B"),
        ]

    def test_names_that_lead_out(self, folder: Path) -> None:
        """Nothing is written anywhere, so a name with `..` is only a name."""
        (folder / "in").mkdir()
        archive(folder / "in" / "c.zip", {"../../evil.txt": b"x", "/abs.txt": b"y"})
        assert sorted(document.data for document in find(["in/c.zip"])) == [b"x", b"y"]
        assert sorted(path.name for path in folder.rglob("*")) == ["c.zip", "in"]

    def test_a_bomb(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A member that unpacks to more than a document may hold is cut, the archive at its own limit."""
        monkeypatch.setattr(documents, "LIMIT", 1000)
        monkeypatch.setattr(documents, "ARCHIVE_LIMIT", 2500)
        archive(folder / "c.zip", dict.fromkeys("abcd", b"0" * 5000000))
        found = list(find(["c.zip"]))
        assert [document.path for document in found] == ["c.zip/a", "c.zip/b", "c.zip"]
        assert all(document.error and document.error.code == "too-large" for document in found)
        assert all(len(document.data) <= 1000 for document in found)

    def test_a_bomb_that_says_so(self, folder: Path) -> None:
        """A large member that is packed too well is not unpacked at all; a small one is."""
        archive(folder / "c.zip", {"a": b"0" * 9_000_000, "b": b"0" * 1_000_000})
        large, small = find(["c.zip"])
        assert (large.data, large.error and large.error.code) == (b"", "too-large")
        assert (len(small.data), small.error) == (1_000_000, None)

    def test_members_that_lie_in_one_another(self, folder: Path) -> None:
        """One packed text under many names is refused."""
        archive(folder / "c.zip", {"a": b"x" * 100})
        data = (folder / "c.zip").read_bytes()
        start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
        many, tail = data[start:end] * 9, bytearray(data[end:])
        tail[8:16] = struct.pack("<HHI", 9, 9, len(many))
        (folder / "c.zip").write_bytes(data[:start] + many + tail)
        (document,) = find(["c.zip"])
        assert (document.path, document.error and document.error.code) == ("c.zip", "malformed")

    def test_too_many_members(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """There is an end to what one archive may hold."""
        monkeypatch.setattr(documents, "ARCHIVE_MEMBERS", 2)
        archive(folder / "c.zip", dict.fromkeys("abc", b"x"))
        (document,) = find(["c.zip"])
        assert document.error is not None
        assert document.error.code == "too-large"

    def test_empty(self, folder: Path) -> None:
        """An archive of nothing holds no document."""
        archive(folder / "c.zip", {})
        assert paths("c.zip") == []

    def test_an_archive_that_is_cut_off(self, folder: Path) -> None:
        """An archive without its end comes whole, with the sentence that it is damaged."""
        archive(folder / "a.zip", {"story.txt": b"Text"})
        cut = (folder / "a.zip").read_bytes()[:40]
        (folder / "a.zip").write_bytes(cut)
        (document,) = find(["a.zip"])
        assert document.data == cut
        assert document.error is not None
        assert str(document.error) == "The archive is damaged or cut off."

    def test_what_only_calls_itself_zip(self, folder: Path) -> None:
        """A file with that ending which is none is read as it is."""
        (folder / "a.zip").write_bytes(b"Text")
        assert [document.data for document in find(["a.zip"])] == [b"Text"]

    def test_damaged(self, folder: Path) -> None:
        """A member that does not unpack comes with an error, and the others go on."""
        archive(folder / "c.zip", {"a.txt": b"first " * 200, "b.txt": b"second"})
        data = bytearray((folder / "c.zip").read_bytes())
        data[36:40] = b"\xff" * 4
        (folder / "c.zip").write_bytes(bytes(data))
        broken, whole = find(["c.zip"])
        assert broken.error is not None
        assert (broken.error.code, whole.data) == ("malformed", b"second")

    @pytest.mark.parametrize("cut", [10, 60, 150])
    def test_cut_off(self, folder: Path, cut: int) -> None:
        """An archive whose end is missing raises nothing."""
        archive(folder / "c.zip", {"a.txt": b"first", "b.txt": b"second"})
        (folder / "c.zip").write_bytes((folder / "c.zip").read_bytes()[:cut])
        assert len(list(find(["c.zip"]))) == 1

    def test_an_archive_by_any_name(self, folder: Path) -> None:
        """What it is counts, not what it is called; the files of office programs stay what they are."""
        archive(folder / "news.dat", {"a.txt": b"A"})
        archive(folder / "letter.docx", {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
        assert paths("news.dat") == ["news.dat/a.txt"]
        assert paths("letter.docx") == ["letter.docx"]

    def test_an_archive_through_a_pipe(self, folder: Path) -> None:
        """It is read as if it were a file."""
        archive(folder / "c.zip", {"b": b"two", "a": b"one"})
        data = (folder / "c.zip").read_bytes()
        for piped in (io.BytesIO(data), Pipe(data)):
            found = [(document.path, document.data) for document in find(["-"], piped)]
            assert found == [("-/a", b"one"), ("-/b", b"two")]
        (broken,) = find(["-"], io.BytesIO(data[:-9]))
        assert broken.data == data[:-9]

    def test_archives_in_archives(self, folder: Path) -> None:
        """They are named, not opened."""
        archive(folder / "inner.zip", {"a.txt": b"A"})
        archive(folder / "c.zip", {"b.txt": b"B", "in.bin": (folder / "inner.zip").read_bytes()})
        first, second = find(["c.zip"])
        assert (first.path, first.error) == ("c.zip/b.txt", None)
        assert (second.path, second.error and second.error.code) == ("c.zip/in.bin", "nested-archive")

    @pytest.mark.filterwarnings("ignore:Duplicate name")
    def test_a_name_twice(self, folder: Path) -> None:
        """Both are read, each under a path of its own."""
        with zipfile.ZipFile(folder / "c.zip", "w") as file:
            file.writestr("a.txt", b"first")
            file.writestr("a.txt", b"second")
        found = [(document.path, document.data) for document in find(["c.zip"])]
        assert found == [("c.zip/a.txt", b"first"), ("c.zip/a.txt (2)", b"second")]

    def test_locked_and_linked_members(self, folder: Path) -> None:
        """What needs a password and what only points elsewhere is told of, the rest is read."""
        with zipfile.ZipFile(folder / "c.zip", "w") as file:
            link = zipfile.ZipInfo("a-link")
            link.external_attr = (stat.S_IFLNK | 0o777) << 16
            file.writestr(link, b"/etc/hostname")
            file.writestr("b.txt", b"locked")
            file.writestr("c.txt", b"open")
        data = bytearray((folder / "c.zip").read_bytes())
        for mark, flags in (
            (b"PK\x01\x02", 8),
            (b"PK\x03\x04", 6),
        ):  # says in both places that b.txt is locked
            place = data.find(mark, data.find(mark) + 4)
            data[place + flags] |= 1
        (folder / "c.zip").write_bytes(bytes(data))
        found = [(document.path, document.error and str(document.error)) for document in find(["c.zip"])]
        assert found == [
            ("c.zip/a-link", "This is a link to another file, not a file."),
            ("c.zip/b.txt", "This file in the archive is locked with a password."),
            ("c.zip/c.txt", None),
        ]

    def test_a_table_of_contents_that_is_too_large(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is refused before it is loaded."""
        archive(folder / "c.zip", dict.fromkeys("abc", b"x"))
        monkeypatch.setattr(documents, "DIRECTORY_LIMIT", 100)
        monkeypatch.setattr(zipfile, "ZipFile", None)
        (document,) = find(["c.zip"])
        assert (document.path, document.error and document.error.code) == ("c.zip", "too-large")


class TestLargeFiles:
    """Files that are too large to be read at once and come story by story."""

    @pytest.fixture
    def export(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
        """An export of WordPress, larger than a document may be."""
        monkeypatch.setattr(documents, "LIMIT", 8000)
        data = "".join(pieces(30, 5)).encode()
        (folder / "site.xml").write_bytes(data)
        return data

    def test_a_file(self, export: bytes) -> None:
        """Each story is a document of the file's path; together they are what the whole would be."""
        found = list(find(["site.xml"]))
        whole = wire.parse(export).stories
        assert [(document.path, document.index) for document in found] == [
            ("site.xml", number) for number in range(30)
        ]
        assert [wire.parse(document.data).stories for document in found] == [(story,) for story in whole]

    def test_where_one_cannot_go_back(self, folder: Path, export: bytes) -> None:
        """Standard input and members of archives come in parts too."""
        parts = [document.data for document in find(["site.xml"])]
        archive(folder / "c.zip", {"site.xml": export})
        assert [document.data for document in find(["c.zip"])] == parts

        assert [document.data for document in find(["-"], Pipe(export))] == parts

    def test_a_file_that_could_be_read_at_once(
        self, folder: Path, export: bytes, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is parted too, for the sake of memory, unless it is small or there is nothing to part."""
        monkeypatch.setattr(documents, "LIMIT", 1_000_000)
        assert len(list(find(["site.xml"]))) == 1
        monkeypatch.setattr(documents, "PART", 8000)
        assert len(list(find(["site.xml"]))) == 30
        empty = (
            b'<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>' + b" " * 9000 + b"</channel></rss>"
        )
        (folder / "empty.xml").write_bytes(empty)
        assert list(find(["empty.xml"])) == [documents.Document("empty.xml", empty)]

    def test_the_format_that_was_named(self, export: bytes) -> None:
        """A format that cannot be parted leaves the file too large."""
        (document,) = find(["site.xml"], format="text")
        assert document.error
        assert (document.error.code, len(document.data)) == ("too-large", 8000)

    def test_a_part_that_is_too_large(self, folder: Path, export: bytes) -> None:
        """It is told of at its place; the others go on."""
        text = export.decode().replace("]]></content:encoded>", f"{'x' * 9000}]]></content:encoded>", 1)
        (folder / "site.xml").write_text(text)
        found = list(find(["site.xml"]))
        assert [document.index for document in found if document.error] == [0]
        assert len(found) == 30
        assert all(len(document.data) <= 8000 for document in found)
