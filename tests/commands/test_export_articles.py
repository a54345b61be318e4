"""`export_articles`: where exports go, and that they are whole."""

from __future__ import annotations

import json
import os
import signal
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from articles import wire
from articles.exports import WRITERS, ninjs
from articles.exports.gathering import Choice, chosen, gather
from articles.management.commands.export_articles import end
from articles.models import Article
from tests.exports.standards import faults
from tests.factories import ArticleFactory, SectionFactory

pytestmark = pytest.mark.django_db
FILES = ("nitf", "newsmlg2", "text")


@pytest.fixture
def room(tmp_path):
    """An empty folder."""
    folder = tmp_path / "room"
    folder.mkdir()
    return folder


@pytest.fixture
def fog():
    """Two public articles, one illustrated."""
    ArticleFactory(headline="Fog closes the harbour", published=True, tags=["fog"], authors=["Ada Lind"])
    ArticleFactory(headline="Туман над портом", published=True, illustrated=True)


def names(folder: Path) -> list[str]:
    """What stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


def numbered(suffix: str) -> list[str]:
    """The names that the files of all articles have."""
    return sorted(f"{article.pk}-{article.slug}{suffix}" for article in Article.objects.all())


def test_ninjs_goes_to_standard_output(fog, capsys):
    """An article a line; what is said besides goes elsewhere."""
    call_command("export_articles")
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert [json.loads(line)["headlines"][0]["value"] for line in lines] == [
        "Fog closes the harbour",
        "Туман над портом",
    ]
    assert [faults("ninjs", line.encode()) for line in lines] == [[], []]
    assert err == "2 articles exported.\n"


def test_ninjs_goes_to_a_file(fog, room, capsys):
    """Which our own reader takes for what it is."""
    file = room / "out.jsonl"
    call_command("export_articles", output=str(file))
    assert capsys.readouterr().out == "2 articles exported.\n"
    assert names(room) == ["out.jsonl"]
    assert wire.identify(file.read_bytes()) == "ninjs"
    assert len(wire.parse(file.read_bytes()).stories) == 2


@pytest.mark.parametrize("format", FILES)
def test_the_others_go_into_a_folder(fog, room, format):
    """A file for each article, by its number and address."""
    call_command("export_articles", format=format, output=str(room / "out"), verbosity=0)
    assert names(room / "out") == numbered(WRITERS[format].suffix)
    assert names(room) == ["out"]
    for file in (room / "out").iterdir():
        assert wire.identify(file.read_bytes()) == format
        assert faults(format, file.read_bytes()) == []


@pytest.mark.parametrize("format", WRITERS)
def test_all_go_into_an_archive(fog, room, format):
    """The same articles give the same bytes."""
    for name in ("one.zip", "two.zip"):
        call_command("export_articles", format=format, output=str(room / name), verbosity=0)
    with zipfile.ZipFile(room / "one.zip") as packed:
        assert sorted(packed.namelist()) == numbered(WRITERS[format].suffix)
    assert (room / "one.zip").read_bytes() == (room / "two.zip").read_bytes()


@pytest.mark.parametrize("format", ["ninjs", "nitf", "newsmlg2"])
def test_importing_an_export_changes_nothing(fog, room, format):
    """In its own house; a second time neither."""
    archive = room / "out.zip"
    call_command("export_articles", format=format, output=str(archive), verbosity=0)
    before = list(Article.objects.order_by("pk").values())
    for _ in range(2):
        report = room / "report.json"
        call_command("import_wire", str(archive), report=str(report), verbosity=0)
        assert json.loads(report.read_text())["unchanged"] == 2
        assert list(Article.objects.order_by("pk").values()) == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--section", "nowhere"], "There is no section nowhere."),
        (["--since", "yesterday"], "“yesterday” is no date"),
        (["--since", "2026-02-30"], "“2026-02-30” is no date"),
        (["--format", "nitf"], "name a folder or a .zip"),
        (["--output", "nowhere/out.jsonl"], "No such file or directory"),
        (["--output", "."], "is not empty"),
        (["--output", ".", "--force"], "which is no export"),
        (["--format", "nitf", "--output", "nowhere/out"], "there is no folder"),
        (["--format", "nitf", "--output", "README.md"], "is not a folder"),
        (["--output", "README.md"], "is no export"),
        (["--output", "README.md", "--force"], "is no export"),
        (["--format", "nitf", "--output", "docs"], "is not empty"),
        (["--format", "nitf", "--output", "docs", "--force"], "which is no export"),
    ],
)
def test_wrong_arguments_do_nothing(fog, monkeypatch, arguments, sentence):
    """Status 2 and one sentence."""
    monkeypatch.chdir(settings.BASE_DIR)
    with pytest.raises(CommandError, match=sentence) as caught:
        call_command("export_articles", *arguments)
    assert caught.value.returncode == 2


@pytest.mark.parametrize("format", FILES)
def test_an_earlier_export_is_replaced_on_demand(fog, room, format):
    """All of it: an article that is gone is gone from the folder as well."""
    out = room / "out"
    call_command("export_articles", format=format, output=str(out), verbosity=0)
    Article.objects.first().delete()
    with pytest.raises(CommandError, match="--force"):
        call_command("export_articles", format=format, output=str(out))
    assert len(names(out)) == 2
    call_command("export_articles", format=format, output=str(out), force=True, verbosity=0)
    assert names(out) == numbered(WRITERS[format].suffix)
    assert names(room) == ["out"]


@pytest.mark.parametrize("output", ["out.jsonl", "out.zip"])
def test_a_file_is_replaced_on_demand_where_it_is_an_export(fog, room, output):
    """Nothing else, however it is called: not the database, nor an archive of something."""
    out = room / output
    call_command("export_articles", output=str(out), verbosity=0)
    before = out.read_bytes()
    with pytest.raises(CommandError, match="--force replaces it"):
        call_command("export_articles", output=str(out))
    call_command("export_articles", output=str(out), force=True, verbosity=0)
    assert out.read_bytes() == before
    with zipfile.ZipFile(room / "photos", "w") as packed:
        packed.writestr("a.jpg", b"picture")
    for other in (b"SQLite format 3\0", (room / "photos").read_bytes()):
        out.write_bytes(other)
        with pytest.raises(CommandError, match="is no export") as caught:
            call_command("export_articles", output=str(out), force=True)
        assert (caught.value.returncode, out.read_bytes()) == (2, other)


@pytest.mark.parametrize("there", [True, False])
def test_ninjs_goes_into_a_folder_as_well(fog, room, there):
    """One that is there, or is named as one."""
    out = room if there else room / "out"
    call_command("export_articles", output=str(out) if there else f"{out}/", verbosity=0)
    assert names(out) == numbered(".json")


def test_an_empty_folder_is_used(fog, room):
    """Without being told twice."""
    call_command("export_articles", format="text", output=str(room), verbosity=0)
    assert names(room) == numbered(".txt")


@pytest.mark.parametrize("output", ["out.jsonl", "out.zip"])
@pytest.mark.parametrize("old", [None, True])
def test_an_export_that_fails_leaves_what_was_there(fog, room, monkeypatch, output, old):
    """Neither a half export nor a rest of it."""
    seen = []
    if old:
        call_command("export_articles", output=str(room / output), verbosity=0)
        old = (room / output).read_bytes()

    def fail(article):
        seen.append(article)
        if len(seen) == 2:
            raise OSError(28, "No space left on device")
        return b"{}"

    writer = WRITERS["ninjs"]
    monkeypatch.setitem(WRITERS, "ninjs", type(writer)(fail, writer.suffix, lines=True))
    with pytest.raises(CommandError, match="No space left") as caught:
        call_command("export_articles", output=str(room / output), force=True)
    assert caught.value.returncode == 1
    assert [path.read_bytes() for path in room.iterdir()] == ([old] if old else [])


def test_a_folder_that_fails_leaves_the_earlier_one(fog, room, monkeypatch):
    """As it was."""
    out = room / "out"
    call_command("export_articles", format="nitf", output=str(out), verbosity=0)
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    def fail(article):
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(WRITERS, "nitf", type(WRITERS["nitf"])(fail, ".xml"))
    with pytest.raises(CommandError, match="No space left"):
        call_command("export_articles", format="nitf", output=str(out), force=True)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert names(room) == ["out"]


@pytest.mark.parametrize("output", ["out", "out.zip"])
def test_one_that_is_told_to_end_leaves_nothing_behind(fog, room, monkeypatch, output):
    """Neither a half export nor a hidden one beside it."""

    def stopped(article):
        os.kill(os.getpid(), signal.SIGTERM)
        return b""

    monkeypatch.setitem(WRITERS, "text", type(WRITERS["text"])(stopped, ".txt"))
    before = signal.signal(signal.SIGTERM, end)
    try:
        with pytest.raises(SystemExit) as caught:
            call_command("export_articles", format="text", output=f"{room}/{output}", verbosity=0)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert caught.value.code == 143
    assert names(room) == []


def test_what_the_system_offers_is_written_to(fog, room):
    """And never replaced."""
    pipe = room / "pipe.jsonl"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        call_command("export_articles", output=str(pipe), verbosity=0)
        assert os.read(reader, 1 << 20).count(b"\n") == 2
    finally:
        os.close(reader)
    os.mkfifo(room / "pipe.zip")
    with pytest.raises(CommandError, match="is no file") as caught:
        call_command("export_articles", output=str(room / "pipe.zip"))
    assert caught.value.returncode == 2
    assert all(path.is_fifo() for path in room.iterdir())


def test_a_section_and_what_is_not_public(room, capsys):
    """As the options say."""
    coast = SectionFactory(name="Coast")
    ArticleFactory(headline="a", published=True, section=coast)
    ArticleFactory(headline="b", published=True)
    ArticleFactory(headline="c", section=coast)
    call_command("export_articles", section="coast", drafts=True, since="2000-01-01")
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["headlines"][0]["value"], one["pubStatus"]) for one in found] == [
        ("a", "usable"),
        ("c", "withheld"),
    ]


def test_nothing_to_export_is_no_error(room, capsys):
    """An empty file."""
    call_command("export_articles", output=str(room / "out.jsonl"))
    assert (room / "out.jsonl").read_bytes() == b""
    assert capsys.readouterr().out == "0 articles exported.\n"


def test_names_are_safe_and_short(room):
    """However long an address is."""
    ArticleFactory(published=True, headline="x" * 400)
    call_command("export_articles", format="text", output=str(room), verbosity=0)
    (name,) = names(room)
    assert len(name) < 150


def test_a_line_has_no_line_end_in_it(fog):
    """Whatever the text holds."""
    article = ArticleFactory(published=True, body="<pre>a\u2028b\u2029c\x85d\n e</pre>")
    (found,) = [one for one in gather(chosen(Choice())) if one.pk == article.pk]
    line = ninjs.write(found).decode()
    assert line.splitlines() == [line]
    assert json.loads(line)["bodies"][0]["value"] == found.body
