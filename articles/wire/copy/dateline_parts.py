"""The parts of a dateline."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where the parts of a dateline stand in a paragraph; `rest` is where the paragraph's text begins.

    `strong` is a dateline by its agency or date; one that is only a place and a dash is not.
    """

    start: int
    end: int
    rest: int
    located: tuple[int, int] | None = None
    agency: tuple[int, int] | None = None
    date: tuple[int, int] | None = None
    reporters: tuple[tuple[int, int], ...] = field(default=())
    strong: bool = True
