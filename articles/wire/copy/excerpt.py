"""Copy put together from stretches of a document: what the envelope of IPTC 7901 or ANPA 1312 leaves over."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from articles.wire.copy.plain import Copy, Region, blank_controls
from articles.wire.story import BlockType


class Excerpt:
    """Collects stretches of a text, in order; every character of the copy knows where it stood."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._pieces: list[str] = []
        self._positions = array("l")
        self._regions: list[Region] = []

    def stretch(self, start: int, end: int) -> None:
        """Take `text[start:end]` as it stands, its lines wrapped and parted as they are."""
        self._pieces.append(blank_controls(self.text[start:end]))
        self._positions.extend(range(start, end))

    def line(self, start: int, end: int) -> None:
        """Take a stretch as a line that the next one may go on from."""
        self.stretch(start, end)
        self._break(end)

    def paragraph(self, start: int, end: int) -> None:
        """Take a stretch as a paragraph: what comes next stands apart from it."""
        self.line(start, end)
        self._break(end)

    def block(self, kind: BlockType, lines: Sequence[tuple[int, int]], level: int = 0) -> None:
        """Take lines as a block of a kind that the envelope itself names."""
        self.gap(lines[0][0])
        first = len(self._positions)
        for start, end in lines:
            self.line(start, end)
        self._regions.append(Region(first, len(self._positions) - 1, kind, level))
        self._break(lines[-1][1])

    def gap(self, position: int) -> None:
        """A blank line, if anything stands above it."""
        if self._positions:
            self._break(position)
            self._break(position)

    def copy(self) -> Copy:
        """The copy, for `reader.complete`."""
        return Copy("".join(self._pieces), self._positions, regions=tuple(self._regions))

    def _break(self, position: int) -> None:
        self._pieces.append("\n")
        self._positions.append(position)
