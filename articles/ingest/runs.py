"""A run: documents in, batch by batch, and what became of each story out."""

from __future__ import annotations

import logging
import random
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from django.db import DatabaseError, InterfaceError, OperationalError, transaction
from django.utils import timezone

from articles.ingest import known
from articles.ingest.photographs import kept
from articles.ingest.reading import Incoming, Reading, pack
from articles.ingest.report import Item, Report
from articles.ingest.store import Policy, store
from articles.ingest.workers import Manner, Pending, Readers, cores
from articles.models import ImportRun, Outcome, Section, Source
from articles.models.names import name_key

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

log = logging.getLogger(__name__)

BATCH = 200  # documents in a transaction
BATCH_BYTES = 16 * 1024 * 1024
AHEAD = 2  # batches that are read while one is written
FEW = 24  # documents that are not worth other processes
ATTEMPTS = 5  # at a batch that another writer got in the way of
# A unique key that another writer stored first, a deadlock, a transaction that cannot be put in order:
# https://www.postgresql.org/docs/current/errcodes-appendix.html
COLLISIONS = {"23505", "40P01", "40001"}

Batch = list[tuple[Incoming, Reading | None]]


class UnknownSection(Exception):
    """There is no section with this address."""


class ImportStopped(Exception):
    """The database stopped answering; what was stored before is in. `report` counts it."""

    def __init__(self, message: str, report: Report) -> None:
        super().__init__(message)
        self.report = report


@dataclass(frozen=True, slots=True)
class Options:
    """How to import. `section` is an address, `source` a name; None leaves the choice to story and source."""

    format: str | None = None
    charset: str | None = None
    timezone: str | None = None
    source: str | None = None
    section: str | None = None
    publish: bool = False
    dry_run: bool = False
    jobs: int | None = None


def run(
    documents: Iterable[Incoming],
    options: Options,
    *,
    by: AbstractBaseUser | None = None,
    tell: Callable[[Item], None] | None = None,
    progress: Callable[[int], None] | None = None,
    paths: Sequence[str] = (),
) -> Report:
    """Import documents; `tell` gets each outcome in order, `progress` the number of documents of each batch.

    A dry run does everything and takes it back. Raises `UnknownSection` before anything is done, and
    `ImportStopped` when the database is gone.
    """
    policy = Policy(source=options.source, section=_section(options.section), publish=options.publish)
    documents, jobs = _jobs(documents, options.jobs)
    report = Report(dry_run=options.dry_run)
    started = time.monotonic()
    with ExitStack() as stack:
        if options.dry_run:
            stack.enter_context(transaction.atomic())
        row = ImportRun.objects.create(user=by, options=asdict(options) | {"paths": list(paths)})  # type: ignore[misc]
        report.run = None if options.dry_run else row.pk
        readers = stack.enter_context(Readers(_manner(options), jobs))
        made: set[int] = set()
        try:
            for batch, pending, wanted in _ahead(documents, readers):
                read = _with_readings(batch, pending, wanted)
                for item in _store(row, read if options.dry_run else kept(read), policy):
                    if options.dry_run:
                        item = _rehearsed(item, made)
                    report.add(item)
                    if tell:
                        tell(item)
                files = sum(document.index == 0 for document in batch)  # a large one comes in parts
                report.files += files
                report.seconds = time.monotonic() - started
                ImportRun.objects.filter(pk=row.pk).update(**report.counts())
                if progress:
                    progress(files)
            ImportRun.objects.filter(pk=row.pk).update(finished_at=timezone.now(), **report.counts())
        except (OperationalError, InterfaceError) as error:
            raise ImportStopped(str(error).strip(), report) from error
        finally:
            if options.dry_run:
                transaction.set_rollback(True)
    report.seconds = time.monotonic() - started
    return report


def _section(slug: str | None) -> Section | None:
    if slug is None:
        return None
    section: Section | None = Section.objects.at_slug(slug)
    if section is None:
        raise UnknownSection(slug)
    return section


def _manner(options: Options) -> Manner:
    """How to read: what the options say, else what is known of the source that they name."""
    source: Source | None = None
    if options.source:
        source = Source.objects.by_name([options.source]).get(name_key(options.source))
    return Manner(
        format=options.format,
        charset=options.charset or (source.charset if source else "") or None,
        timezone=options.timezone or (source.timezone if source else "") or "UTC",
    )


def _jobs(documents: Iterable[Incoming], jobs: int | None) -> tuple[Iterable[Incoming], int]:
    """As many processes as asked for, or as there are processors; one if there is little to read."""
    documents = iter(documents)
    first = list(islice(documents, FEW))
    if len(first) < FEW:
        return first, 1
    return chain(first, documents), jobs or cores()


def _batches(documents: Iterable[Incoming]) -> Iterator[list[Incoming]]:
    batch: list[Incoming] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.data)
        if len(batch) == BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _ahead(
    documents: Iterable[Incoming], readers: Readers
) -> Iterator[tuple[list[Incoming], Pending, list[str]]]:
    """Each batch with what is being read of it, by SHA-256; the next ones are begun already."""
    waiting: deque[tuple[list[Incoming], Pending, list[str]]] = deque()
    for batch in _batches(documents):
        before = known.documents([document.sha256 for document in batch])
        wanted = {
            document.sha256: document.data
            for document in batch
            if not document.error and (document.sha256 not in before or before[document.sha256].quarantined)
        }
        waiting.append((batch, readers.start(list(wanted.values())), list(wanted)))
        if len(waiting) > (AHEAD if readers.jobs > 1 else 0):
            yield waiting.popleft()
    yield from waiting


def _with_readings(batch: list[Incoming], pending: Pending, wanted: list[str]) -> Batch:
    readings = dict(zip(wanted, pending.results(), strict=True))
    return [
        (
            document,
            document.refused() if document.error else readings.get(document.sha256),
        )
        for document in batch
    ]


def _store(row: ImportRun, batch: Batch, policy: Policy) -> list[Item]:
    """Store a batch; if that fails, its documents one by one, so that a bad one stops none of the others."""
    try:
        return list(chain.from_iterable(_attempt(row, batch, policy)))
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # whatever is wrong is wrong with one document, and that is kept
        log.exception("A batch of %d documents could not be stored", len(batch))
    if len(batch) > 1:
        return [item for document in batch for item in _store(row, [document], policy)]
    return _given_up(row, batch[0][0], policy)


def _attempt(row: ImportRun, batch: Batch, policy: Policy) -> list[list[Item]]:
    """Store a batch, again if another writer was quicker: the second time what that one wrote is known."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return store(row, batch, policy)
        except DatabaseError as error:
            if attempt == ATTEMPTS or getattr(error.__cause__, "sqlstate", None) not in COLLISIONS:
                raise
        time.sleep(random.uniform(0, 0.05 * 2**attempt))  # noqa: S311
    raise AssertionError("unreachable")


def _given_up(row: ImportRun, document: Incoming, policy: Policy) -> list[Item]:
    """Put a document that cannot be stored into the quarantine; or at least tell."""
    reason = ("database", "The stories of this document could not be stored; the log tells why.")
    reading = Reading(packed=pack(document.data), error=reason)
    try:
        return list(chain.from_iterable(store(row, [(document, reading)], policy)))
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.exception("A document could not be put into quarantine")
        return [Item(document.path, 0, Outcome.QUARANTINED, error=reason)]


def _rehearsed(item: Item, made: set[int]) -> Item:
    """An article that a dry run makes has no number that anybody could use."""
    if item.outcome == Outcome.CREATED and item.article:
        made.add(item.article)
    if item.article not in made:
        return item
    return replace(item, article=None)
