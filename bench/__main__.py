"""Measures reading, importing and serving, and prints a table with ratios. `SIZE=` is the number of stories.

Nothing here asserts a time: machines differ. What should hold from one to the next are the ratios.
"""

from __future__ import annotations

import json
import os
import platform
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar
from unittest import mock

from articles import wire
from articles.wire import language
from bench import copy, wires
from bench.load import Load, ask

ROOT = Path(__file__).resolve().parent.parent
SIZE = int(os.environ.get("SIZE") or "2000")
DOCUMENTS = 48  # of each format that are read
SECONDS = 6.0  # of asking for each page
WORKERS = 2

Sample = TypeVar("Sample")


def main() -> None:
    """Run all and print the table."""
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, SQLite {sqlite3.sqlite_version}"
    print(f"{machine}, {SIZE:,} stories\n")
    print(f"{'':44}{'a second':>12}{'of the limit':>14}   notes")
    reading()
    formats()
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder))
        importing(site)
        serving(site)


def row(name: str, rate: float, limit: float | None = None, notes: str = "") -> None:
    """One line of the table."""
    ratio = f"{rate / limit:.1%}" if limit else ""
    print(f"{name:44}{rate:>12,.0f}{ratio:>14}   {notes}", flush=True)


def reading() -> None:
    """Stories that are read, one after the other, on one core; the limit is decoding their bytes alone."""
    documents = list(copy.stories(min(SIZE, 2000)))
    wire.parse(documents[0])  # models and tables are loaded now
    started = time.perf_counter()
    for document in documents:
        wire.parse(document)
    took = time.perf_counter() - started
    size = sum(map(len, documents)) / len(documents)
    row("wire text read, one core", len(documents) / took, None, f"{size:,.0f} bytes a story")


def formats() -> None:
    """Stories of each format a second, on one core; the limit is merely loading the same documents."""
    samples = [wires.documents(seed) for seed in range(DOCUMENTS + 1)]
    for name, (_, stories) in samples[0].items():
        documents = [sample[name][0] for sample in samples]
        with_what, load = wires.LOADING.get(name, ("reading it as raw text", _as_text))
        read = partial(wire.parse, format=name)
        reads = seconds(read, documents)
        loads = seconds(load, documents)
        notes = f"{len(documents[0]):,} bytes; {reads / loads:.1f} × the time of {with_what}"
        if name in wires.UNDECLARED:
            notes += f"; {_telling_language(read, documents) / reads:.0%} of it is py3langid"
        row(f"{name} read, one core", stories / reads, stories / loads, f"{notes}; pace: {wires.PACE[name]}")


def _as_text(document: bytes) -> object:
    """Formats that are plain text in an envelope have no parser but ours for plain text."""
    return wire.parse(document.strip(b"\x01\x02\x03\x04\x16"), "text")


def _telling_language(read: Callable[[bytes], object], documents: list[bytes]) -> float:
    """Seconds that go into telling the language of a document, in the midst of reading it."""
    times: list[float] = []
    detect = language.detect

    def timed(text: str) -> str | None:
        started = time.perf_counter()
        found = detect(text)
        times.append(time.perf_counter() - started)
        return found

    with mock.patch.object(language, "detect", timed):
        for document in documents:
            read(document)
    return quickest(times)


def seconds(work: Callable[[Sample], object], samples: list[Sample]) -> float:
    """What one of several like samples takes that was never seen before, so that no cache knows it.

    The first one loads models and tables.
    """
    work(samples[0])
    times = []
    for sample in samples[1:]:
        started = time.perf_counter()
        work(sample)
        times.append(time.perf_counter() - started)
    return quickest(times)


def quickest(times: list[float]) -> float:
    """The mean of the quickest quarter; the others tell of a busy machine."""
    found = sorted(times)[: max(1, len(times) // 4)]
    return sum(found) / len(found)


class Site:
    """A site of its own in a folder: database, media, environment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = folder / "bench.sqlite3"
        self.environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{self.database}",
            "MEDIA_ROOT": str(folder / "media"),
            "SECRET_KEY": "only-for-this-benchmark-" + "0123456789" * 4,
            "ALLOWED_HOSTS": "127.0.0.1",
            "SITE_URL": "http://127.0.0.1",
            "DEBUG": "0",
        }

    def manage(self, *arguments: str) -> None:
        """Run a command of the site; its output is shown only when it fails."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stdout + done.stderr)


def importing(site: Site) -> None:
    """Stories imported and published a second; the limit is `sqlite3` writing the same rows by itself."""
    site.manage("migrate", "--verbosity", "0")
    empty = site.folder / "empty.sqlite3"
    with closing(sqlite3.connect(site.database)) as source, closing(sqlite3.connect(empty)) as target:
        source.backup(target)
    wires = site.folder / "wire"
    for at, document in enumerate(copy.stories(SIZE)):
        path = wires / f"{at // 1000:03}" / f"{at:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document)
    report = site.folder / "report.json"
    arguments = [
        "import_wire",
        str(wires),
        "--publish",
        "--no-progress",
        "--report",
        str(report),
        "--verbosity",
        "0",
    ]
    rates = []
    for jobs in ("1", str(os.cpu_count() or 1)):
        with closing(sqlite3.connect(empty)) as source, closing(sqlite3.connect(site.database)) as target:
            source.backup(target)
        started = time.perf_counter()
        site.manage(*arguments, "--jobs", jobs)
        rates.append((jobs, SIZE / (time.perf_counter() - started)))
    limit, rows = raw_limit(site.database, empty, site.folder / "raw.sqlite3")
    for jobs, rate in rates:
        row(f"imported and published, --jobs {jobs}", rate, limit, "start of the command included")
    row("  the same rows by sqlite3 alone", limit, limit, f"{rows / SIZE:.1f} rows a story")
    started = time.perf_counter()
    site.manage(*arguments)
    again = json.loads(report.read_text(encoding="utf-8"))
    row(
        "imported again: nothing to do",
        SIZE / (time.perf_counter() - started),
        limit,
        f"{again['unchanged']:,} unchanged",
    )


def raw_limit(full: Path, empty: Path, target: Path) -> tuple[float, int]:
    """Stories a second when `executemany` writes the rows of `full` into an empty database, and the rows."""
    with closing(sqlite3.connect(full)) as source:
        # The search index follows its table by triggers, here as in an import.
        skipped = ("sqlite_", "auth_", "django_", "articles_searchindex")
        tables = {
            name: source.execute(f'SELECT * FROM "{name}"').fetchall()
            for (name,) in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(skipped)
        }
    with closing(sqlite3.connect(empty)) as source, closing(sqlite3.connect(target)) as connection:
        source.backup(connection)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA foreign_keys=OFF")
        started = time.perf_counter()
        with connection:
            for name, rows in tables.items():
                if rows:
                    marks = ", ".join("?" * len(rows[0]))
                    connection.executemany(f'INSERT OR REPLACE INTO "{name}" VALUES ({marks})', rows)
        took = time.perf_counter() - started
    return SIZE / took, sum(map(len, tables.values()))


def serving(site: Site) -> None:
    """Pages answered a second by gunicorn, against an application that always says the same."""
    site.manage("collectstatic", "--no-input", "--verbosity", "0")
    with closing(sqlite3.connect(site.database)) as connection:
        pk, slug = connection.execute("SELECT id, slug FROM articles_article ORDER BY id LIMIT 1").fetchone()
    article = f"/articles/{pk}/{slug}/"
    with server("newsroom.wsgi:application", site.environment) as port:
        pages = {"article": ask(port, article, SECONDS), "front page": ask(port, "/", SECONDS)}
    size = pages["article"].bytes_an_answer
    with server("bench.constant:application", site.environment | {"CONSTANT_SIZE": str(size)}) as port:
        limit = ask(port, "/", SECONDS)
    for name, load in pages.items():
        row(f"{name}, {WORKERS} workers", load.a_second, limit.a_second, times(load))
    row("  a constant answer by the same server", limit.a_second, limit.a_second, times(limit))


def times(load: Load) -> str:
    """How long answers took, in words."""
    return (
        f"median {load.median:.1f} ms, slowest in a hundred {load.slowest_in_a_hundred:.1f} ms, "
        f"{load.bytes_an_answer / 1000:.1f} kB"
    )


@contextmanager
def server(application: str, environment: dict[str, str]) -> Iterator[int]:
    """gunicorn with the project's own settings for it, on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "--config",
        "newsroom/gunicorn_conf.py",
        "--log-level",
        "warning",
        application,
    ]
    settings = {"PORT": str(port), "LISTEN": "127.0.0.1", "WORKERS": str(WORKERS)}
    process = subprocess.Popen(command, cwd=ROOT, env=environment | settings)
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
