"""A run when something goes wrong, and what it costs: `articles.ingest.runs`."""

from __future__ import annotations

import pytest
from django.db import DataError, IntegrityError, OperationalError

from articles.ingest import runs
from articles.ingest.reading import Incoming
from articles.models import Article, ImportRun, Outcome, WireItem
from tests.factories import SectionFactory, UserFactory

pytestmark = pytest.mark.django_db


def incoming(count, start=0):
    """Documents of a story each."""
    for number in range(start, start + count):
        text = f"Mill number {number} turns again\n\nSORBY (NTB) - It has begun to turn.\n"
        yield Incoming(f"{number}.txt", text.encode())


def test_batches_are_counted_as_they_are_stored(monkeypatch):
    """After each batch the run's row tells how far it has come."""
    monkeypatch.setattr(runs, "BATCH", 4)
    seen = []
    editor = UserFactory()
    report = runs.run(
        incoming(10),
        runs.Options(jobs=1),
        by=editor,
        progress=lambda count: seen.append((count, ImportRun.objects.get().created)),
        paths=["in"],
    )
    assert seen == [(4, 4), (4, 8), (2, 10)]
    run = ImportRun.objects.get()
    assert (run.user, run.options["paths"], run.options["jobs"]) == (editor, ["in"], 1)
    assert (report.run, report.files, report.stories) == (run.pk, 10, 10)
    assert report.outcomes[Outcome.CREATED] == 10


def test_a_batch_is_closed_when_it_is_large(monkeypatch):
    """Memory is bounded by bytes too."""
    monkeypatch.setattr(runs, "BATCH_BYTES", 150)
    sizes = []
    runs.run(incoming(6), runs.Options(jobs=1), progress=sizes.append)
    assert sizes == [3, 3]


def test_when_the_database_is_gone_it_stops_and_says_so(monkeypatch):
    """What was stored before is in, and counted."""
    monkeypatch.setattr(runs, "BATCH", 3)
    store = runs.store

    def failing(run, documents, policy):
        if ImportRun.objects.get().created >= 6:
            raise OperationalError("the connection is lost")
        return store(run, documents, policy)

    monkeypatch.setattr(runs, "store", failing)
    with pytest.raises(runs.ImportStopped, match="the connection is lost") as caught:
        runs.run(incoming(12), runs.Options(jobs=1))
    assert caught.value.report.outcomes[Outcome.CREATED] == Article.objects.count() == 6
    assert ImportRun.objects.get().finished_at is None


def test_a_batch_that_another_writer_was_in_the_way_of_is_stored_again(monkeypatch):
    """Nothing of it is lost or told twice."""
    store, attempts = runs.store, []

    class Collision(Exception):
        sqlstate = "23505"

    def colliding(run, documents, policy):
        attempts.append(len(documents))
        if len(attempts) < 3:
            raise IntegrityError("duplicate key") from Collision()
        return store(run, documents, policy)

    monkeypatch.setattr(runs, "store", colliding)
    report = runs.run(incoming(5), runs.Options(jobs=1))
    assert attempts == [5, 5, 5]
    assert report.outcomes[Outcome.CREATED] == 5


def test_what_the_database_refuses_is_put_aside_alone(monkeypatch):
    """The other documents of its batch are in; its bytes are in the quarantine."""
    store = runs.store

    def refusing(run, documents, policy):
        if any("3.txt" in document.path and not reading.error for document, reading in documents if reading):
            raise DataError("value too long")
        return store(run, documents, policy)

    monkeypatch.setattr(runs, "store", refusing)
    items = []
    runs.run(incoming(5), runs.Options(jobs=1), tell=items.append)
    assert [item.outcome for item in items] == ["created", "created", "created", "quarantined", "created"]
    kept = WireItem.objects.get(outcome=Outcome.QUARANTINED)
    assert (kept.error_code, kept.document.path) == ("database", "3.txt")


def test_an_unknown_section_stops_before_anything_is_done():
    """A former address of a section leads to it."""
    with pytest.raises(runs.UnknownSection):
        runs.run(incoming(1), runs.Options(section="nowhere"))
    assert not ImportRun.objects.exists()
    section = SectionFactory(name="Weather")
    section.name = "Climate"
    section.save()
    runs.run(incoming(1), runs.Options(section="weather"))
    assert Article.objects.get().section == section


def test_documents_that_are_known_are_not_read_again(monkeypatch):
    """The same bytes again cost one lookup."""
    runs.run(incoming(5), runs.Options(jobs=1))
    monkeypatch.setattr("articles.ingest.workers.read", lambda *args: pytest.fail("was read again"))
    report = runs.run(incoming(5), runs.Options(jobs=1))
    assert report.outcomes[Outcome.UNCHANGED] == 5
