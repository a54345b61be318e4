"""Reads documents, in as many processes as there are to use. Knows no Django."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from articles.ingest.reading import Reading, pack, read

CHUNK = 8  # documents that a process is given at a time


@dataclass(frozen=True, slots=True)
class Manner:
    """How documents are to be read; what is None is told apart by the bytes."""

    format: str | None = None
    charset: str | None = None
    timezone: str = "UTC"


@dataclass
class Readers:
    """`jobs` processes that read; with one job documents are read here, when they are asked for."""

    manner: Manner
    jobs: int = 1
    _pool: ProcessPoolExecutor | None = field(default=None, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(wait=kind is None, cancel_futures=True)

    def start(self, documents: Sequence[bytes]) -> Pending:
        """Begin to read documents; the answer gives their readings, in order."""
        chunks = [documents[first : first + CHUNK] for first in range(0, len(documents), CHUNK)]
        if self.jobs < 2:
            return Pending(self.manner, chunks, None)
        for _ in range(2):
            self._pool = self._pool or _pool(self.jobs)
            try:
                futures = [self._pool.submit(_read_all, list(chunk), self.manner) for chunk in chunks]
                return Pending(self.manner, chunks, futures)
            except BrokenProcessPool:
                self._pool = None
        raise RuntimeError("The system stops every process that is to read documents.")


@dataclass
class Pending:
    """Documents that are being read."""

    manner: Manner
    chunks: Sequence[Sequence[bytes]]
    futures: Sequence[Future[list[Reading]]] | None

    def results(self) -> list[Reading]:
        """Their readings, in order; waits for them."""
        readings: list[Reading] = []
        for number, chunk in enumerate(self.chunks):
            if self.futures is None:
                readings += _read_all(chunk, self.manner)
                continue
            try:
                readings += self.futures[number].result()
            except BrokenProcessPool:
                readings += _one_by_one(chunk, self.manner)
        return readings


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _read_all(documents: Sequence[bytes], manner: Manner) -> list[Reading]:
    return [read(document, manner.format, manner.charset, manner.timezone) for document in documents]


def _one_by_one(chunk: Sequence[bytes], manner: Manner) -> list[Reading]:
    """A chunk whose process died, each document by itself: the one that kills its process is given up."""
    readings: list[Reading] = []
    pool = _pool(1)
    for document in chunk:
        try:
            readings += pool.submit(_read_all, [document], manner).result()
        except BrokenProcessPool:
            reason = ("crash", "The reader was stopped by the system while it read this document.")
            readings.append(Reading(packed=pack(document), error=reason))
            pool = _pool(1)
    pool.shutdown()
    return readings


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Not by fork: a copy of this process would share its database connection.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["articles.ingest.reading"])
    return ProcessPoolExecutor(jobs, mp_context=context)
