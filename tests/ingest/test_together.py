"""Two imports at once make nothing twice and lose nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection

from articles.ingest import runs
from articles.ingest.report import Item
from articles.ingest.store import Policy
from articles.models import Article, Author, ImportRun, Outcome, SearchText, Tag, WireDocument, WireItem
from tests.ingest.wires import document, story, take_story

needs_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite has one writer at a time"
)
ROOT = Path(__file__).resolve().parents[2]


def at_once(batches) -> list[list[Item]]:
    """Store each batch in a thread and a connection of its own, all at the same moment."""
    barrier = Barrier(len(batches))

    def one(batch):
        try:
            run = ImportRun.objects.create()
            barrier.wait(timeout=20)
            return runs._store(run, batch, Policy())
        finally:
            connection.close()

    with ThreadPoolExecutor(len(batches)) as threads:
        return list(threads.map(one, batches))


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@needs_postgresql
def test_the_same_documents_at_once():
    """One import makes the articles, the others find them; each person and tag is made once."""
    documents = [
        document(
            story(f"Story {number}", keywords=("Fog", f"tag {number}"), credits=[f"Author {number}"]),
            data=b"%d" % number,
        )
        for number in range(20)
    ]
    answers = at_once([documents, documents[::-1], documents, documents[::-1]])
    outcomes = [item.outcome for items in answers for item in items]
    assert outcomes.count(Outcome.CREATED) == 20
    assert outcomes.count(Outcome.UNCHANGED) == 60
    assert Article.objects.count() == WireDocument.objects.count() == WireItem.objects.count() == 20
    assert (Tag.objects.count(), Author.objects.count(), SearchText.objects.count()) == (21, 20, 20)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@needs_postgresql
def test_one_story_in_several_documents_at_once():
    """It is one article, whichever version came first, and says what the newest says."""
    answers = at_once([[document(story(f"Take {n}", uri="1", version=str(n)))] for n in range(1, 5)])
    article = Article.objects.get()
    assert article.headline == "Take 4"
    assert {items[0].article for items in answers} == {article.pk}
    assert sorted(items[0].outcome for items in answers).count("created") == 1
    assert WireItem.objects.count() == 4
    assert article.version == article.revisions.count()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@needs_postgresql
def test_two_updates_of_two_stories_in_other_orders():
    """Where the two wait for each other, one begins anew."""
    for uri in "ab":
        take_story(story(f"{uri} 1", uri=uri, version="1"))
    batches = [
        [document(story(f"{uri} {version}", uri=uri, version=str(version))) for uri in order]
        for version, order in enumerate(["ab", "ba", "ab", "ba"], start=2)
    ]
    at_once(batches)
    assert set(Article.objects.values_list("headline", flat=True)) == {"a 5", "b 5"}


def test_two_processes_on_one_sqlite_file(tmp_path):
    """Two commands take turns; together they make each story once."""
    folder = tmp_path / "wire"
    folder.mkdir()
    for number in range(30):
        text = (
            f"Mill number {number} turns\n\nSORBY (NTB) - It has begun to turn.\n\nTags: mills, m{number}\n"
        )
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path / 'news.sqlite3'}", "DEBUG": "1"}
    manage = [sys.executable, str(ROOT / "manage.py")]
    subprocess.run([*manage, "migrate", "-v0"], env=environment, check=True, timeout=120)
    reports = [tmp_path / f"{number}.json" for number in (1, 2)]
    commands = [
        subprocess.Popen(
            [*manage, "import_wire", str(folder), "-v0", "--report", str(report)], env=environment
        )
        for report in reports
    ]
    assert [command.wait(timeout=120) for command in commands] == [0, 0]
    counts = [json.loads(report.read_text(encoding="utf-8")) for report in reports]
    assert sum(count["created"] for count in counts) == 30
    assert sum(count["unchanged"] for count in counts) == 30
