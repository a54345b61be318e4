"""Plain text as one element of a clean body."""

from __future__ import annotations

from html import escape

from articles.markup.characters import BLANKS, CONTROLS, LINE_ENDS, squeeze, without_empty_lines
from articles.markup.tables import section


def _escaped(text: str) -> str:
    return escape(squeeze(text), quote=False)


def paragraph(text: str) -> str:
    """Plain text as one `<p>`."""
    return f"<p>{_escaped(text)}</p>"


def heading(text: str) -> str:
    """Plain text as one `<h2>`: a crosshead; the page's `<h1>` is the headline."""
    return f"<h2>{_escaped(text)}</h2>"


def preformatted(text: str) -> str:
    """Plain text as one `<pre>`, lines and columns as they are; empty lines before and after it go."""
    text = LINE_ENDS.sub("\n", CONTROLS.sub("", text)).rstrip(BLANKS)
    return f"<pre>{escape(without_empty_lines(text), quote=False)}</pre>"


def quote(*paragraphs: str) -> str:
    """Paragraphs of plain text as one `<blockquote>`."""
    return f"<blockquote>{''.join(map(paragraph, paragraphs))}</blockquote>"


def listing(items: list[str] | tuple[str, ...], *, ordered: bool = False) -> str:
    """Plain texts as one `<ul>`, or `<ol>`."""
    tag = "ol" if ordered else "ul"
    return f"<{tag}>{''.join(f'<li>{_escaped(item)}</li>' for item in items)}</{tag}>"


def table(rows: list[list[str]] | tuple[tuple[str, ...], ...], *, header: bool = False) -> str:
    """Rows of cells of plain text as one `<table>`; with `header` the first row is its head."""

    def row(cells: list[str] | tuple[str, ...], tag: str) -> str:
        return "".join(f"<{tag}>{_escaped(text)}</{tag}>" for text in cells)

    head = section("thead", [row(rows[0], "th")]) if header and rows else ""
    rest = [row(cells, "td") for cells in (rows[1:] if header else rows)]
    return f"<table>{head}{section('tbody', rest) if rest else ''}</table>"


def rule() -> str:
    """A break in the text."""
    return "<hr>"


def figure(photo: int) -> str:
    """The place of a photo of ours, by its id; the page puts the picture there."""
    return f'<figure data-photo="{int(photo)}"></figure>'
