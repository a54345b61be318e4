"""`inspect_wire`: what it shows, its exit status, and that it needs no database."""

from __future__ import annotations

import gc
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.wire import documents
from articles.wire.story import WireStory
from tests.wire.exports import pieces

ROOT = Path(__file__).parent.parent.parent
STORY = """Ferry runs again after storm

By Ada Ferrum

HELMSTAD, July 8, 2016 (NNA) - The ferry to the outer islands runs again since Friday morning, the port said.

Waves had kept it at the quay for three days.

Tags: ferry, Ünlü, harbour
"""
KEYS = ["path", "index", "format", "charset", "story", "problems"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a story, a binary and an empty file, which is the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "c.txt").write_bytes(b"\n")
    (tmp_path / "d.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


def inspect(*arguments: str) -> str:
    """What the command prints; it must not fail."""
    out = io.StringIO()
    call_command("inspect_wire", *arguments, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def failing(*arguments: str) -> tuple[str, str, CommandError]:
    """What a failing command prints and how it ends."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(CommandError) as error:
        call_command("inspect_wire", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue(), error.value


def run(
    *arguments: str, cwd: Path, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The command as a program of its own, with a database that is not there."""
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "inspect_wire", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, "DATABASE_URL": "postgres://nobody:x@127.0.0.1:1/nothing", **environment},
    )


class TestJson:
    """JSON Lines."""

    def test_a_story(self, folder: Path) -> None:
        """An object per story with the promised keys in their order, and every key of the story."""
        (line,) = inspect("a.txt", "--json").splitlines()
        found = json.loads(line)
        assert list(found) == KEYS
        assert [found[key] for key in KEYS[:4]] == ["a.txt", 0, "text", "utf-8"]
        assert list(found["story"]) == list(WireStory().as_json())
        assert found["story"]["headline"] == "Ferry runs again after storm"
        assert found["story"]["located"] == "HELMSTAD"
        assert found["story"]["keywords"] == ["ferry", "Ünlü", "harbour"]
        assert found["story"]["created"] == "2016-07-08T00:00:00+00:00"
        assert [problem["code"] for problem in found["problems"]] == ["no-timezone"]
        assert all(list(problem) == ["code", "message"] for problem in found["problems"])

    def test_a_file_that_cannot_be_read(self, folder: Path) -> None:
        """It gives one object without a story; the others go on; the status is 1 at the end."""
        out, _, error = failing(".", "--json")
        found: list[dict[str, Any]] = [json.loads(line) for line in out.splitlines()]
        assert [line["path"] for line in found] == ["./a.txt", "./b.pdf", "./c.txt", "./d.txt"]
        assert [line["story"] is None for line in found] == [False, True, True, False]
        assert [line.get("error", {}).get("code") for line in found] == [None, "binary", "empty", None]
        assert list(found[1]) == [*KEYS, "error"]
        assert "PDF" in found[1]["error"]["message"]
        assert error.returncode == 1
        assert "2 of 4" in str(error)

    def test_several_stories_in_a_file(self, folder: Path) -> None:
        """They are counted from 0."""
        (folder / "two.txt").write_text(f"{STORY}\n=====\n\n{STORY}", encoding="utf-8")
        found = [json.loads(line) for line in inspect("two.txt", "--json").splitlines()]
        assert [(line["path"], line["index"]) for line in found] == [("two.txt", 0), ("two.txt", 1)]

    def test_a_large_file_comes_in_parts(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Its stories are counted through, and one that cannot be read is told of at its place."""
        monkeypatch.setattr(documents, "LIMIT", 8000)
        text = "".join(pieces(12, 5))
        (folder / "site.xml").write_text(text, encoding="utf-8")
        lines = [json.loads(line) for line in inspect("--json", "site.xml").splitlines()]
        assert [(line["path"], line["index"]) for line in lines] == [("site.xml", n) for n in range(12)]
        assert all(line["format"] == "wxr" and line["story"]["media"] for line in lines)
        assert "site.xml, story 12 · wxr" in inspect("site.xml")

    def test_refused_documents_do_not_stay_in_memory(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """They are large, and nobody may have to collect them."""
        monkeypatch.setattr(documents, "LIMIT", 8)
        gc.collect()
        gc.disable()
        try:
            with pytest.raises(CommandError):
                inspect("a.txt", "a.txt", "a.txt", "--json")
            kept = [one for one in gc.get_objects() if isinstance(one, documents.Document)]
        finally:
            gc.enable()
        assert len(kept) <= 1

    def test_spans(self, folder: Path) -> None:
        """With --spans each value has the places of the text that it came from."""
        found = json.loads(inspect("a.txt", "--json", "--spans"))
        assert list(found) == [*KEYS, "spans"]
        ((start, end),) = found["spans"]["headline"]
        assert STORY[start:end] == "Ferry runs again after storm"

    def test_charset_and_timezone(self, folder: Path) -> None:
        """What is given is obeyed."""
        (folder / "e.txt").write_bytes(STORY.encode("cp1254"))
        found = json.loads(inspect("e.txt", "--json", "--charset", "cp1254", "--timezone", "Europe/Istanbul"))
        assert found["charset"] == "windows-1254"
        assert found["story"]["keywords"][1] == "Ünlü"
        assert found["story"]["created"] == "2016-07-08T00:00:00+03:00"


class TestReport:
    """What an editor reads in a terminal."""

    def test_it_shows_fields_body_and_problems(self, folder: Path) -> None:
        """A title, a line per field, the body, and what an editor should know."""
        lines = inspect("a.txt").splitlines()
        assert lines[0] == "a.txt · text, utf-8"
        assert "  Headline      Ferry runs again after storm" in lines
        assert "  Author        Ada Ferrum" in lines
        assert "  Keywords      ferry, Ünlü, harbour" in lines
        assert "    Waves had kept it at the quay for three days." in lines
        assert any(line.startswith("  ! no-timezone: ") for line in lines)

    def test_spans(self, folder: Path) -> None:
        """With --spans the places stand behind the values."""
        assert "  Headline      Ferry runs again after storm  [0-28]" in inspect("a.txt", "--spans")

    def test_a_file_that_cannot_be_read(self, folder: Path) -> None:
        """It is told with its name and its reason."""
        _, err, error = failing("b.pdf", "a.txt")
        assert "b.pdf: This is not text; it looks like a PDF document." in err
        assert error.returncode == 1


class TestArguments:
    """Wrong arguments: status 2, one sentence, nothing read."""

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["nothing.txt"], "There is no nothing.txt."),
            (["a.txt", "nothing.txt"], "There is no nothing.txt."),
            (["a.txt", "--charset", "klingon"], "There is no charset 'klingon'"),
            (["a.txt", "--timezone", "Mars/Olympus"], "There is no time zone 'Mars/Olympus'"),
        ],
    )
    def test_wrong(self, folder: Path, arguments: list[str], said: str) -> None:
        """What is wrong is named."""
        out, _, error = failing(*arguments)
        assert (out, error.returncode) == ("", 2)
        assert said in str(error)

    @pytest.mark.parametrize("arguments", [[], ["a.txt", "--bogus"], ["a.txt", "--format", "klingon"]])
    def test_wrong_for_the_shell(self, folder: Path, arguments: list[str]) -> None:
        """A missing path, an unknown option and an unknown format too."""
        done = run(*arguments, cwd=folder)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"Traceback" not in done.stderr

    def test_an_empty_folder_is_no_error(self, tmp_path: Path) -> None:
        """There is nothing to show in it."""
        assert inspect(str(tmp_path), "--json") == ""


class TestProgram:
    """As a program of its own, where the database of the settings does not answer."""

    def test_it_needs_no_database(self, folder: Path) -> None:
        """Standard input is read and shown; bytes are UTF-8 whatever the terminal speaks; the status is 0."""
        done = run("-", "--json", cwd=folder, stdin=STORY.encode(), PYTHONIOENCODING="ascii", LC_ALL="C")
        assert done.returncode == 0
        found = json.loads(done.stdout.decode("utf-8"))
        assert (found["path"], found["story"]["keywords"][1]) == ("-", "Ünlü")
        assert done.stderr == b""

    def test_statuses(self, folder: Path) -> None:
        """1 when something could not be read, 2 for wrong arguments, and no traceback."""
        for arguments, status in ((["."], 1), (["nothing.txt"], 2)):
            done = run(*arguments, cwd=folder)
            assert done.returncode == status
            assert b"Traceback" not in done.stderr

    def test_a_reader_that_leaves(self, folder: Path) -> None:
        """`inspect_wire … | head` ends without a word."""
        for number in range(300):
            (folder / f"{number}.txt").write_text(STORY, encoding="utf-8")
        (folder / "b.pdf").unlink()
        (folder / "c.txt").unlink()
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), "inspect_wire", ".", "--json"],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"path": "./0.txt"')
        process.stdout.close()
        assert process.stderr.read() == b""
        process.stderr.close()
        assert process.wait() == 0
