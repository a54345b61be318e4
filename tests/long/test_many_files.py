"""A folder of ten thousand files goes in: all of it, once, in bounded memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.copy import stories

pytestmark = [pytest.mark.long, pytest.mark.sqlite]

ROOT = Path(__file__).resolve().parents[2]
FILES = 10_000
MOST_MEMORY = 512 * 1024  # kB, of the largest process
SCRIPT = """
import resource, sys
sys.argv = ["manage.py", *sys.argv[1:]]
from django.core.management import execute_from_command_line
try:
    execute_from_command_line(sys.argv)
finally:
    used = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"memory {used}", file=sys.stderr)
"""


def test_ten_thousand_files(tmp_path):
    """Each becomes an article; the second time nothing changes."""
    copy = tmp_path / "wire"
    for at, document in enumerate(stories(FILES)):
        path = copy / f"{at // 1000}" / f"{at:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document)
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path}/news.sqlite3",
        "MEDIA_ROOT": str(tmp_path / "media"),
    }

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, *arguments],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stderr

    run("migrate", "--verbosity", "0")
    report = tmp_path / "report.json"
    arguments = ("import_wire", str(copy), "--publish", "--no-progress", "--report", str(report))
    said = run(*arguments)
    first = json.loads(report.read_text(encoding="utf-8"))
    assert (first["files"], first["stories"], first["created"]) == (FILES, FILES, FILES)
    assert int(said.rpartition("memory ")[2]) < MOST_MEMORY

    run(*arguments)
    second = json.loads(report.read_text(encoding="utf-8"))
    assert (second["created"], second["unchanged"]) == (0, FILES)
    assert {item["article"] for item in second["items"]} == {item["article"] for item in first["items"]}
