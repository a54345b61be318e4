"""What became of each story, and the counts of a run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from articles.models import Outcome


@dataclass(frozen=True, slots=True)
class Item:
    """A story's outcome, or that of a document that could not be read; `article` is an id."""

    path: str
    index: int
    outcome: Outcome
    article: int | None = None
    headline: str = ""
    problems: tuple[dict[str, str], ...] = ()
    error: tuple[str, str] | None = None

    def as_json(self) -> dict[str, Any]:
        """With the keys that the report promises."""
        problems = list(self.problems)
        if self.error:
            problems.append({"code": self.error[0], "message": self.error[1]})
        return {
            "path": self.path,
            "index": self.index,
            "outcome": self.outcome.value,
            "article": self.article,
            "problems": problems,
            "similar": [],
        }


@dataclass(slots=True)
class Report:
    """The counts of a run. A document that cannot be read counts as a story: outcomes add up to `stories`."""

    run: int | None = None
    dry_run: bool = False
    files: int = 0
    stories: int = 0
    seconds: float = 0.0
    outcomes: Counter[Outcome] = field(default_factory=Counter)

    def add(self, item: Item) -> None:
        """Count an item."""
        self.stories += 1
        self.outcomes[item.outcome] += 1

    def counts(self) -> dict[str, int]:
        """Files, stories and each outcome, by the names of `ImportRun`'s fields."""
        return {
            "files": self.files,
            "stories": self.stories,
            **{outcome.value: self.outcomes[outcome] for outcome in Outcome},
        }

    def as_json(self) -> dict[str, Any]:
        """With the keys that the report promises, without its items."""
        return {
            "run": self.run,
            "dry_run": self.dry_run,
            **self.counts(),
            "seconds": round(self.seconds, 3),
        }
