"""Samples of every format, invented by us: each is claimed by its own format alone and read to its record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from articles import wire
from articles.wire.registry import FORMATS, HEAD
from articles.wire.story import WireStory

FOLDER = Path(__file__).parent / "samples"
SAMPLES = sorted(
    path for path in FOLDER.glob("*/*") if path.is_file() and not path.name.endswith(".expected.json")
)
EMPTY = WireStory().as_json()


def sample_id(sample: Path) -> str:
    """`nitf/table.xml`."""
    return f"{sample.parent.name}/{sample.name}"


def expected(sample: Path) -> list[dict[str, Any]]:
    """The hand-written records of a sample: keys that are not named there are empty."""
    return json.loads(sample.with_name(f"{sample.stem}.expected.json").read_text(encoding="utf-8"))


def test_every_format_has_samples() -> None:
    """A format without a sample of ours is not tested at all."""
    assert {sample.parent.name for sample in SAMPLES} == FORMATS.keys()


@pytest.mark.parametrize("sample", SAMPLES, ids=sample_id)
def test_a_sample_is_read_to_its_record(sample: Path) -> None:
    """Each field of each story is what its record says, and so are the codes of its problems."""
    stories = wire.parse(sample.read_bytes()).stories
    records = expected(sample)
    assert len(stories) == len(records)
    for story, record in zip(stories, records, strict=True):
        codes = record.pop("problem_codes")
        found, whole = story.as_json(), {**EMPTY, **record}
        if "body_html" not in record:
            del found["body_html"], whole["body_html"]
        assert found == whole
        assert [problem.code for problem in story.problems] == codes


@pytest.mark.parametrize("sample", SAMPLES, ids=sample_id)
def test_a_sample_is_claimed_by_its_own_format_alone(sample: Path) -> None:
    """All formats look at all samples, whatever their names end in."""
    head = sample.read_bytes()[:HEAD]
    assert [name for name, known in FORMATS.items() if known.sniff(head)] == [sample.parent.name]
