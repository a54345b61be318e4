"""Every check of the project, one after the other: `make test`. Exit status 0 only if all is well.

Tests run on SQLite, and once more on PostgreSQL where a server answers (`TEST_POSTGRES_URL`, by default the
user postgres at 127.0.0.1:5432). What needs a server or a browser that is absent is skipped and listed at the
end; with CI=1 its absence is a failure. `--long` adds the tests marked long and searches deeper.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parent.parent
POSTGRES = os.environ.get("TEST_POSTGRES_URL") or "postgres://postgres@127.0.0.1:5432"
SITE_VARIABLES = {
    "ALLOWED_HOSTS",
    "CACHE_URL",
    "CSRF_TRUSTED_ORIGINS",
    "DATABASE_URL",
    "DEBUG",
    "DJANGO_SETTINGS_MODULE",
    "DJANGO_SUPERUSER_EMAIL",
    "DJANGO_SUPERUSER_PASSWORD",
    "DJANGO_SUPERUSER_USERNAME",
    "EMAIL_URL",
    "LANGUAGE_CODE",
    "MEDIA_ROOT",
    "MEDIA_URL",
    "PORT",
    "PYTEST_ADDOPTS",
    "SECRET_KEY",
    "SITE_NAME",
    "SITE_URL",
    "TIME_ZONE",
}  # of whoever calls: the checks mean the project, not this machine's site
PRODUCTION = {"DEBUG": "0", "SECRET_KEY": "a-key-for-this-check-alone-" + "0123456789abcdef" * 3}
OUTCOME = re.compile(r"(\d+) (failed|passed|skipped|deselected|xfailed|xpassed|errors?)\b")


@dataclass
class Results:
    """What the checks so far have said."""

    failed: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    tests: Counter[str] = field(default_factory=Counter)


def main() -> int:
    """Run all checks; 0 if every one is well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--long", action="store_true", help="with the long forms of the tests")
    long = parser.parse_args().long
    results, started = Results(), time.monotonic()
    environment = {name: value for name, value in os.environ.items() if name not in SITE_VARIABLES}
    python = [sys.executable]
    manage = [*python, "-W", "error", "manage.py"]
    djade = str(Path(sys.executable).with_name("djade"))
    templates = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "templates").rglob("*.html"))

    check(results, "lint", [*python, "-m", "ruff", "check", "--quiet", "."], environment)
    check(results, "format", [*python, "-m", "ruff", "format", "--quiet", "--check", "."], environment)
    check(
        results,
        "templates",
        [djade, "--target-version", "5.2", "--check", *templates],
        environment,
    )
    check(results, "requirements", [*python, "-m", "pip", "check"], environment)
    check(results, "migrations", [*manage, "makemigrations", "--check", "--dry-run"], environment)
    for site in ("http://127.0.0.1:8000", "https://news.example.org"):
        settings = PRODUCTION | {"SITE_URL": site, "ALLOWED_HOSTS": "127.0.0.1,news.example.org"}
        deploy = [*manage, "check", "--deploy", "--fail-level", "WARNING"]
        check(results, f"settings for {site}", deploy, environment | settings)
    check(results, "types", [*python, "-m", "mypy"], environment)

    pytest = [*python, "-m", "pytest", "-q", "-n", "auto", "--maxprocesses", "8", "--dist", "loadgroup"]
    if long:
        pytest += ["--hypothesis-profile", "long"]
    chosen = "" if long else " and not long"
    check(results, "tests on SQLite", [*pytest, "-m", f"not postgres{chosen}"], environment, tests=True)
    if no_answer := postgres_silent():
        print(f"\n── tests on PostgreSQL: skipped, {no_answer}", flush=True)
        results.absent.append(f"tests on PostgreSQL: {no_answer}")
    else:
        # A name of its own: two runs at once do not meet.
        database = {"DATABASE_URL": f"{POSTGRES}/newsroom_{os.getpid()}"}
        marks = f"not sqlite and not browser{chosen}"
        # What reads wire copy knows no database: once is enough.
        command = [*pytest, "-m", marks, "--ignore", "tests/wire"]
        check(results, "tests on PostgreSQL", command, environment | database, tests=True)
    return conclude(results, time.monotonic() - started)


def check(
    results: Results, name: str, command: list[str], environment: dict[str, str], *, tests: bool = False
) -> None:
    """Run one check, show what it says, and note how it went."""
    print(f"\n── {name}" if tests else f"── {name}", flush=True)
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line.rstrip("\n"))
        if tests:
            print(line, end="", flush=True)
    if process.wait():
        results.failed.append(name)
        if not tests:
            print("\n".join(said), flush=True)
    if tests:
        for line in said:
            if line.startswith("SKIPPED"):
                results.absent.append(f"{name}: {line.partition(' ')[2]}")
        last = next((line for line in reversed(said) if OUTCOME.search(line)), "")
        for number, outcome in OUTCOME.findall(last):
            results.tests["errors" if outcome == "error" else outcome] += int(number)


def postgres_silent() -> str:
    """Why tests cannot run on PostgreSQL; empty when they can."""
    try:
        psycopg.connect(f"{POSTGRES}/postgres", connect_timeout=5).close()
    except psycopg.OperationalError as error:
        first_line = str(error).strip().splitlines()[0]
        return f"no server to be used there ({first_line})"
    return ""


def conclude(results: Results, seconds: float) -> int:
    """Say how it went, in the shape that pytest gives its last lines."""
    print()
    if results.absent and os.environ.get("CI") == "1":
        missing = [line for line in results.absent if line.startswith("tests on PostgreSQL: no server")]
        results.failed += missing
    if results.absent:
        print("Skipped:")
        for line in results.absent:
            print(f"  {line}")
    if results.failed:
        print("Failed:")
        for line in results.failed:
            print(f"  {line}")
    counts = [
        f"{results.tests[outcome]} {outcome}"
        for outcome in ("failed", "errors", "passed", "skipped", "xfailed", "xpassed")
        if results.tests[outcome]
    ]
    checks = f"{len(results.failed)} of the checks failed" if results.failed else "all checks passed"
    print(f"{' ' + ', '.join([*counts, checks]) + f' in {seconds:.0f}s ':=^100}", flush=True)
    return 1 if results.failed else 0


if __name__ == "__main__":
    sys.exit(main())
