"""`manage.py import_wire`: arguments, report, exit status, and the way from a file to an article."""

from __future__ import annotations

import io
import json
import os
import zipfile
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command

from articles import search
from articles.ingest import reading, runs
from articles.models import Article, ImportRun, Outcome, Section, Source, WireDocument, WireItem
from articles.wire import documents
from articles.wire.errors import BinaryDocument
from tests.factories import SectionFactory, SourceFactory
from tests.wire.exports import pieces

pytestmark = pytest.mark.django_db

FOG = """\
Fog closes the harbour of Lindvik

Written by Ada Lind on 8 July 2016. Posted in Weather News

Ferries stay in port until the evening.

Bo Ek - LINDVIK (NTB) - The harbour of Lindvik was closed on Friday as thick fog came in from the sea.

"Nobody sees the pier," the harbour master said.

Tags: fog, harbour, Ada Lind, Lindvik
"""
MILL = """\
Old mill of Sorby turns again

SORBY, July 9, 2016 (NTB) - The mill of Sorby has begun to turn after forty years of silence.

Tags: mills, Sorby
"""
BINARY = bytes(range(256)) * 8


@pytest.fixture
def wire(tmp_path):
    """A folder with two stories and something that is no text."""
    folder = tmp_path / "wire"
    folder.mkdir()
    (folder / "fog.txt").write_text(FOG, encoding="utf-8")
    (folder / "mill.txt").write_text(MILL, encoding="utf-8")
    (folder / "noise.bin").write_bytes(BINARY)
    return folder


@pytest.fixture
def fog(tmp_path):
    """One story in a file."""
    file = tmp_path / "fog.txt"
    file.write_text(FOG, encoding="utf-8")
    return file


def imported(*paths, tmp_path, **options):
    """Run the command: its report, and its exit status."""
    file = tmp_path / "report.json"
    status = 0
    try:
        call_command("import_wire", *map(str, paths), report=str(file), verbosity=0, **options)
    except CommandError as error:
        status = error.returncode
    return json.loads(file.read_text(encoding="utf-8")), status


def test_from_a_file_to_an_article(fog, tmp_path):
    """Every part of the story is in its place; it is a draft, found by search at the desk."""
    _report, status = imported(fog, tmp_path=tmp_path)
    article = Article.objects.get()
    assert status == 0
    assert article.headline == "Fog closes the harbour of Lindvik"
    assert article.standfirst == "Ferries stay in port until the evening."
    assert article.section.name == "Weather News"
    assert (article.located, article.source.name) == ("LINDVIK", "NTB")
    assert [line.author.name for line in article.bylines.all()] == ["Ada Lind", "Bo Ek"]
    assert [tag.name for tag in article.tags.all()] == ["fog", "harbour", "Lindvik"]
    assert article.status == Article.Status.DRAFT
    assert article.publish_at == datetime(2016, 7, 8, tzinfo=UTC)
    assert list(search.search("pier")) == [article]


def test_the_report_has_the_keys_that_are_promised(wire, tmp_path):
    """What cannot be read is quarantined, the others are in, and the status says so."""
    report, status = imported(wire, tmp_path=tmp_path)
    assert status == 1
    run = ImportRun.objects.get()
    assert list(report) == [
        "run", "dry_run", "files", "stories", "created", "updated", "unchanged", "proposed", "canceled",
        "quarantined", "seconds", "items",
    ]  # fmt: skip
    assert (report["run"], report["dry_run"]) == (run.pk, False)
    assert (report["files"], report["stories"], report["created"], report["quarantined"]) == (3, 3, 2, 1)
    assert [item["path"] for item in report["items"]] == [
        str(wire / name) for name in ("fog.txt", "mill.txt", "noise.bin")
    ]
    fog, _mill, noise = report["items"]
    assert set(fog) == {"path", "index", "outcome", "article", "problems", "similar"}
    assert (fog["outcome"], fog["index"], fog["similar"]) == ("created", 0, [])
    assert fog["article"] == Article.objects.get(headline__startswith="Fog").pk
    assert (noise["outcome"], noise["article"]) == ("quarantined", None)
    assert [set(problem) for problem in noise["problems"]] == [{"code", "message"}]
    assert (run.files, run.stories, run.created, run.quarantined) == (3, 3, 2, 1)
    assert run.finished_at is not None
    assert WireDocument.objects.get(path=str(wire / "noise.bin")).document == BINARY


def test_importing_twice_changes_nothing(wire, tmp_path):
    """The second run finds everything known; only the run itself is new."""
    first, _ = imported(wire, tmp_path=tmp_path)
    before = [(a.pk, a.version, a.saved_at) for a in Article.objects.order_by("pk")]
    second, status = imported(wire, tmp_path=tmp_path)
    assert status == 1
    assert (second["created"], second["unchanged"], second["quarantined"]) == (0, 2, 1)
    assert [item["article"] for item in second["items"]] == [item["article"] for item in first["items"]]
    assert [(a.pk, a.version, a.saved_at) for a in Article.objects.order_by("pk")] == before
    assert WireItem.objects.count() == WireDocument.objects.count() == 3
    assert ImportRun.objects.count() == 2


def test_publish_makes_stories_public(fog, tmp_path):
    """An archive keeps its dates."""
    imported(fog, tmp_path=tmp_path, publish=True)
    article = Article.objects.published().get()
    assert article.publish_at == article.first_published_at == datetime(2016, 7, 8, tzinfo=UTC)


def test_a_dry_run_says_all_and_does_nothing(wire, tmp_path):
    """The same outcomes, no articles, no run; what is there already is named."""
    (wire / "again.txt").write_text(FOG + "\n\n", encoding="utf-8")
    report, status = imported(wire, tmp_path=tmp_path, dry_run=True)
    assert status == 1
    assert (report["run"], report["dry_run"]) == (None, True)
    assert [item["outcome"] for item in report["items"]] == ["created", "unchanged", "created", "quarantined"]
    assert [item["article"] for item in report["items"]] == [None] * 4
    for model in (Article, ImportRun, WireDocument, WireItem, Section, Source):
        assert not model.objects.exists()
    imported(wire, tmp_path=tmp_path)
    report, _ = imported(wire, tmp_path=tmp_path, dry_run=True)
    assert report["unchanged"] == 3
    assert None not in [item["article"] for item in report["items"] if item["outcome"] == "unchanged"]


def test_section_and_source_that_are_asked_for_win(fog, tmp_path):
    """The section by its address, the source by a name."""
    SectionFactory(name="Coast & Sea")
    imported(fog, tmp_path=tmp_path, section="coast-sea", source="Coast Wire")
    article = Article.objects.get()
    assert (article.section.name, article.source.name) == ("Coast & Sea", "Coast Wire")


def test_what_is_known_of_a_source_is_obeyed(tmp_path):
    """Its charset, its zone, its section, its trust; options win over them."""
    SourceFactory(
        name="Coast",
        charset="windows-1254",
        timezone="Europe/Istanbul",
        default_section=SectionFactory(name="Sea"),
        may_publish=True,
    )
    for name, options in (("one", {}), ("two", {"timezone": "UTC", "charset": "windows-1252"})):
        file = tmp_path / f"{name}.txt"
        text = f"Fog number {name} closes the port\n\nBy Ada Işık\n\nDate: 8 July 2016\n\nThe fog came in.\n"
        file.write_bytes(text.encode("windows-1254"))
        imported(file, tmp_path=tmp_path, source="COAST", **options)
    one, two = (WireItem.objects.get(headline__contains=name) for name in ("one", "two"))
    assert (one.document.charset, one.document.zone) == ("windows-1254", "Europe/Istanbul")
    assert (two.document.charset, two.document.zone) == ("windows-1252", "UTC")
    assert one.article.section.name == "Sea"
    assert one.article.is_published()


def test_another_charset_reads_the_quarantine_anew(fog, tmp_path, monkeypatch):
    """The same again stays in quarantine; told how, it is read, and its row is that of the story."""
    parse = reading.wire.parse

    def strict(data, format, charset, timezone):
        if charset is None:
            raise BinaryDocument("This is no text.")
        return parse(data, format, charset, timezone)

    monkeypatch.setattr(reading.wire, "parse", strict)
    for _ in range(2):
        report, status = imported(fog, tmp_path=tmp_path)
        assert (status, report["quarantined"]) == (1, 1)
        assert WireItem.objects.get().outcome == Outcome.QUARANTINED
    report, status = imported(fog, tmp_path=tmp_path, charset="utf-8")
    assert (status, report["created"]) == (0, 1)
    assert WireItem.objects.get().outcome == Outcome.CREATED


def test_archives_and_standard_input(tmp_path, monkeypatch):
    """A zip is read without being unpacked; `-` is standard input."""
    archive = tmp_path / "day.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("in/fog.txt", FOG)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(MILL.encode())))
    report, _ = imported(archive, "-", tmp_path=tmp_path)
    assert [item["path"] for item in report["items"]] == [f"{archive}/in/fog.txt", "-"]
    assert report["created"] == 2


def test_an_empty_folder_is_no_error(tmp_path):
    """Nothing to do is done."""
    folder = tmp_path / "empty"
    folder.mkdir()
    report, status = imported(folder, tmp_path=tmp_path)
    assert (status, report["files"], report["items"]) == (0, 0, [])


@pytest.mark.parametrize("content", [b"", b"  \n\n", BINARY, b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_what_is_no_copy_is_quarantined(tmp_path, content):
    """Empty, blank and binary files, each with a reason."""
    file = tmp_path / "odd.txt"
    file.write_bytes(content)
    report, status = imported(file, tmp_path=tmp_path)
    assert (status, report["quarantined"]) == (1, 1)
    item = WireItem.objects.get()
    assert item.error_code
    assert item.error
    assert item.document.document == content


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere"], "There is no nowhere."),
        (["--section", "nowhere"], "There is no section nowhere."),
        (["--charset", "klingon"], "There is no charset 'klingon'."),
        (["--timezone", "Mars/Olympus"], "There is no time zone 'Mars/Olympus'"),
        (["--jobs", "0"], "--jobs is a number from 1 to 256."),
        (["--source", " "], "A source needs a name"),
        (["--source", "x" * 201], "A source needs a name"),
        (["--report", "nowhere/report.json"], "The report cannot be written to nowhere/report.json"),
    ],
)
def test_wrong_arguments_do_nothing(fog, arguments, sentence):
    """Status 2 and one sentence."""
    with pytest.raises(CommandError, match=sentence.replace("(", r"\(")) as caught:
        call_command("import_wire", str(fog), *arguments)
    assert caught.value.returncode == 2
    assert not ImportRun.objects.exists()
    assert not Article.objects.exists()


@pytest.mark.parametrize("arguments", [["--format", "papyrus"], ["--jobs", "many"]])
def test_arguments_that_cannot_be_understood(fog, arguments):
    """argparse says which; nothing is done."""
    with pytest.raises(CommandError, match="argument"):
        call_command("import_wire", str(fog), *arguments)
    assert not ImportRun.objects.exists()


def test_it_speaks_in_words(wire, capsys):
    """A line of counts on standard output, what could not be read on standard error."""
    with pytest.raises(CommandError, match="1 document could not be read and waits in the quarantine"):
        call_command("import_wire", str(wire))
    out, err = capsys.readouterr()
    assert out.startswith(f"Import {ImportRun.objects.get().pk}: 3 files: 2 created, 1 quarantined.\n")
    assert err.startswith(f"{wire / 'noise.bin'}: ")


def test_it_tells_of_each_story_at_verbosity_2(fog, capsys):
    """A line a story, with its article."""
    call_command("import_wire", str(fog), verbosity=2)
    article = Article.objects.get()
    line = f"{fog} 1: created · article {article.pk} · Fog closes the harbour of Lindvik"
    assert line in capsys.readouterr().out.splitlines()


def test_the_report_can_go_to_standard_output(fog, capsys):
    """Then it is all that is there."""
    call_command("import_wire", str(fog), report="-")
    assert json.loads(capsys.readouterr().out)["created"] == 1


def test_the_report_of_an_earlier_run_is_replaced(fog, tmp_path):
    """Also by a shorter one."""
    imported(fog, tmp_path=tmp_path)
    (tmp_path / "empty").mkdir()
    report, _ = imported(tmp_path / "empty", tmp_path=tmp_path)
    assert report["items"] == []


@pytest.mark.parametrize("old", [None, "the report of yesterday"])
@pytest.mark.parametrize("arguments", [["--section", "nowhere"], ["--timezone", "Mars/Olympus"]])
def test_wrong_arguments_leave_the_report_alone(fog, tmp_path, arguments, old):
    """Neither emptied nor made."""
    folder = tmp_path / "reports"
    folder.mkdir()
    file = folder / "report.json"
    if old:
        file.write_text(old, encoding="utf-8")
    with pytest.raises(CommandError) as caught:
        call_command("import_wire", str(fog), *arguments, report=str(file))
    assert caught.value.returncode == 2
    assert [found.read_text(encoding="utf-8") for found in folder.iterdir()] == ([old] if old else [])


def test_the_report_stands_whole_where_a_link_leads(fog, tmp_path):
    """With the rights that the file had; nothing else is left beside it."""
    folder, link = tmp_path / "reports", tmp_path / "report.json"
    folder.mkdir()
    (folder / "real.json").write_text("old", encoding="utf-8")
    (folder / "real.json").chmod(0o640)
    link.symlink_to(folder / "real.json")
    report, status = imported(fog, tmp_path=tmp_path)
    assert (status, report["created"], link.is_symlink()) == (0, 1, True)
    assert [found.name for found in folder.iterdir()] == ["real.json"]
    assert (folder / "real.json").stat().st_mode & 0o777 == 0o640


def test_the_report_can_go_into_a_pipe(fog, tmp_path):
    """What stands there and is no file is written to, not replaced."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        call_command("import_wire", str(fog), report=str(pipe), verbosity=0)
        assert json.loads(os.read(reader, 65536))["created"] == 1
    finally:
        os.close(reader)


def test_a_folder_is_no_report(fog, tmp_path):
    """Told before anything is done."""
    with pytest.raises(CommandError, match="The report cannot be written to") as caught:
        call_command("import_wire", str(fog), report=str(tmp_path))
    assert caught.value.returncode == 2
    assert not ImportRun.objects.exists()


def test_other_processes_read_a_large_folder(tmp_path):
    """The outcomes come in the order of the files, whoever read them."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:03}.txt").write_text(MILL.replace("forty", f"{number + 2}"), encoding="utf-8")
    report, status = imported(folder, tmp_path=tmp_path, jobs=2)
    assert (status, report["created"]) == (0, 60)
    assert [item["path"][-7:-4] for item in report["items"]] == [f"{number:03}" for number in range(60)]
    pks = [item["article"] for item in report["items"]]
    assert pks == sorted(pks)


def test_one_document_that_cannot_be_stored_stops_none_of_the_others(wire, tmp_path, monkeypatch):
    """A fault in storing one is told, and that one waits in the quarantine."""
    store = runs.store

    def failing(run, documents, policy):
        if any(b"mill" in document.data and not reading.error for document, reading in documents if reading):
            raise ValueError("a fault of ours")
        return store(run, documents, policy)

    monkeypatch.setattr(runs, "store", failing)
    report, status = imported(wire, tmp_path=tmp_path)
    assert status == 1
    assert [item["outcome"] for item in report["items"]] == ["created", "quarantined", "quarantined"]
    assert WireItem.objects.get(error_code="database").document.document == MILL.encode()


def test_a_large_file_comes_in_parts(tmp_path, monkeypatch):
    """It is one file whose stories are counted through; the second time nothing changes."""
    monkeypatch.setattr(documents, "LIMIT", 8000)
    path = tmp_path / "site.xml"
    path.write_text("".join(pieces(30, 5)), encoding="utf-8")
    report, status = imported(path, tmp_path=tmp_path)
    assert (status, report["files"], report["stories"], report["created"]) == (0, 1, 30, 30)
    assert [(item["path"], item["index"]) for item in report["items"]] == [(str(path), n) for n in range(30)]
    again, _status = imported(path, tmp_path=tmp_path)
    assert (again["files"], again["unchanged"]) == (1, 30)
    assert [(item["index"], item["article"]) for item in again["items"]] == [
        (item["index"], item["article"]) for item in report["items"]
    ]


def test_a_file_that_may_not_be_read_is_told(tmp_path, monkeypatch):
    """The others are in."""

    def find(paths, **how):
        yield documents.Document("in/locked.txt", b"", documents.UnreadableFile("The file cannot be read."))
        yield documents.Document("in/fog.txt", FOG.encode())

    monkeypatch.setattr(documents, "find", find)
    report, _status = imported(tmp_path, tmp_path=tmp_path)
    assert [item["outcome"] for item in report["items"]] == ["quarantined", "created"]
    assert report["items"][0]["problems"][0]["code"] == "unreadable-file"


def test_of_a_document_that_is_too_large_the_beginning_is_kept(tmp_path, monkeypatch):
    """And it says so."""
    monkeypatch.setattr(documents, "LIMIT", 3 * 1024 * 1024)
    file = tmp_path / "large.txt"
    file.write_bytes(b"word " * 1024 * 1024)
    report, status = imported(file, tmp_path=tmp_path)
    assert status == 1
    (problem,) = report["items"][0]["problems"]
    assert problem["code"] == "too-large"
    assert problem["message"].endswith("Its first 1 MB are kept.")
    assert len(WireDocument.objects.get().document) == 1024 * 1024
