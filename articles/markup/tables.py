"""A table of a body while it is put together: caption, head and body rows of cells that hold text only."""

from __future__ import annotations


class Table:
    """Takes cells as they come. `depth` counts the tables open within it, whose text its cells swallow."""

    __slots__ = ("caption", "depth", "parts", "rows")

    def __init__(self) -> None:
        self.caption = ""
        self.depth = 1
        self.parts: list[tuple[str, list[list[str]]]] = []
        self.rows: list[list[str]] = []

    def part(self, tag: str) -> None:
        """A head or body begins."""
        self.rows = []
        self.parts.append(("thead" if tag == "thead" else "tbody", self.rows))

    def row(self) -> None:
        """A row begins."""
        if not self.parts:
            self.part("tbody")
        self.rows.append([])

    def cell(self, tag: str, spans: str, html: str) -> None:
        """A cell, or the caption, is whole."""
        if tag == "caption":
            self.caption = self.caption or html
            return
        if not self.rows:
            self.row()
        self.rows[-1].append(f"<{tag}{spans}>{html}</{tag}>")

    def html(self) -> str:
        """The table without empty rows; its caption alone is a paragraph, nothing at all is ""."""
        found = [(tag, [row for row in rows if any(map(_filled, row))]) for tag, rows in self.parts]
        inner = "".join(section(tag, ["".join(row) for row in rows]) for tag, rows in found if rows)
        if not inner:
            return f"<p>{self.caption}</p>" if self.caption else ""
        caption = f"<caption>{self.caption}</caption>" if self.caption else ""
        return f"<table>{caption}{inner}</table>"


def _filled(cell: str) -> bool:
    return cell.index(">") + 1 < len(cell) - len("</td>")


def section(tag: str, rows: list[str]) -> str:
    """Rows, each the HTML of its cells, as one part of a table."""
    return f"<{tag}>{''.join(f'<tr>{row}</tr>' for row in rows)}</{tag}>"
