"""An export of 500 MB is read story by story in a memory that does not grow with it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.wire.exports import pieces

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parents[2]
SIZE = 500 * 1024**2
PARAGRAPHS = 60  # of a post, some 12 kB
MOST_MORE = 200 * 1024  # kB beyond what a small export takes
SCRIPT = """
import resource, sys
from django.core.management import execute_from_command_line
sys.argv = ["manage.py", "inspect_wire", "--json", sys.argv[1]]
try:
    execute_from_command_line(sys.argv)
finally:
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}", file=sys.stderr)
"""


def read(path: Path) -> tuple[int, int]:
    """How many stories there are, and how much memory reading them took; their numbers go on."""
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(path)],
        cwd=ROOT,
        env={"DJANGO_SETTINGS_MODULE": "newsroom.settings", "PATH": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stderr
        count = 0
        for count, line in enumerate(process.stdout, 1):
            record = json.loads(line)
            assert record["index"] == count - 1
            assert len(record["story"]["media"]) == 1
            assert record["story"]["section"]
        said = process.stderr.read()
    assert process.returncode == 0, said
    return count, int(said.rpartition("memory ")[2])


def test_a_large_export(tmp_path: Path) -> None:
    """Every story is read, with its picture and its section, in bounded memory."""
    small, large = tmp_path / "small.xml", tmp_path / "large.xml"
    small.write_text("".join(pieces(20, PARAGRAPHS)), encoding="utf-8")
    posts = SIZE // (small.stat().st_size // 20) + 1
    with large.open("w", encoding="utf-8") as file:
        file.writelines(pieces(posts, PARAGRAPHS))
    assert large.stat().st_size >= SIZE
    few, usual = read(small)
    count, memory = read(large)
    assert (few, count) == (20, posts)
    assert memory - usual < MOST_MORE
