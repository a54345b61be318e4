"""Puts the blocks of a body together from a row of tags and texts, whoever found them.

What comes out is canonical and safe by construction: only elements of the vocabulary are written, texts come
in escaped, and an address stands only if its scheme is a harmless one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from html import unescape

from articles.markup.characters import (
    BLANKS,
    CONTROLS,
    INVISIBLE,
    LINE_ENDS,
    SPACE_RUN,
    squeeze,
    without_empty_lines,
)
from articles.markup.tables import Table

MARKS = {"a": "a", "strong": "strong", "b": "strong", "em": "em", "i": "em", "sub": "sub", "sup": "sup"}
HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
LISTS = {"ul", "ol", "menu", "dir"}
TABLE_PARTS = {"caption", "thead", "tbody", "tfoot", "tr", "th", "td"}
# Not of the vocabulary, but a new line in every browser: they part paragraphs and are then unwrapped.
PARTING = {"p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "address", "center"}
PARTING |= {"dl", "dt", "dd", "fieldset", "form", "details", "summary", "figcaption", "hgroup", "legend"}
OTHER = {"blockquote", "li", "pre", "hr", "table", "figure", "br", "q"}
KEPT_TAGS = {*MARKS, *HEADINGS, *LISTS, *TABLE_PARTS, *PARTING, *OTHER}
# Elements whose content is no text for readers.
DROPPED_TAGS = {
    "script",
    "style",
    "title",
    "template",
    "iframe",
    "object",
    "embed",
    "applet",
    "video",
    "audio",
}
DROPPED_TAGS |= {"canvas", "svg", "math", "textarea", "select", "button", "noembed", "noframes"}
SCHEMES = {"http", "https", "mailto", "tel"}
SPANS = {"colspan", "rowspan"}

_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_SCHEME = re.compile(r"\s*([^:/?#]*):")
_MAX_DEPTH = 8  # of lists and quotations in one another; deeper ones are flattened
_BREAK = "\n"  # stands for <br> among the runs of a leaf

_Marks = tuple[str, ...]


class _Frame:
    """A container that is open: the body itself, a quotation, a list or an item, and what it holds so far."""

    __slots__ = ("attributes", "leaf", "parts", "tag")

    def __init__(self, tag: str, attributes: str, leaf: str) -> None:
        self.tag = tag
        self.attributes = attributes
        self.leaf = leaf  # what loose text becomes when this container ends
        self.parts: list[tuple[str, str]] = []


class Builder:
    """Takes the tokens of sanitised HTML and puts the blocks of the vocabulary together."""

    def __init__(self, figures: bool) -> None:
        self.figures = figures
        self.frames = [_Frame("", "", "p")]
        self.table: Table | None = None
        self.cell: tuple[str, str] | None = None
        self.leaf = "p"  # what loose text becomes
        self.marks: _Marks = ()
        self.runs: list[tuple[_Marks, str]] = []
        self.undo: list[Callable[[], None]] = []  # what the end tag of each open element has to do

    def start(self, tag: str, attributes: str) -> None:
        if tag == "br":
            self._break()
        elif tag == "hr":
            self._part()
            if self.table is None:
                self._append("hr", "<hr>")
        elif tag in MARKS:
            self.undo.append(partial(setattr, self, "marks", self.marks))
            mark = _link(attributes) if tag == "a" else f"<{MARKS[tag]}>"
            if mark and not any(_name(known) == _name(mark) for known in self.marks):
                self.marks = (*self.marks, mark)
        elif tag == "q":
            self.text("“")
            self.undo.append(partial(self.text, "”"))
        elif self.table is not None:
            self._start_in_table(self.table, tag, attributes)
        else:
            self._close_leaf()
            self.undo.append(self._start_block(tag, attributes))

    def end(self) -> None:
        if self.undo:
            self.undo.pop()()

    def _start_block(self, tag: str, attributes: str) -> Callable[[], None]:
        if tag == "table":
            self.table = Table()
            return partial(self._end_table, self.table)
        if tag in HEADINGS or tag == "pre":
            before, self.leaf = self.leaf, HEADINGS.get(tag, "pre")
            return partial(self._end_leaf, before)
        if (tag in LISTS or tag in ("li", "blockquote")) and self._fits(tag):
            name = "ul" if tag in ("menu", "dir") else tag
            kept = _numbers(attributes, {"start"}) if name == "ol" else ""
            self.frames.append(_Frame(name, kept, self.leaf))
            self.leaf = "p"
            return self._end_frame
        if tag == "figure" and self.figures:
            photo = _numbers(attributes, {"data-photo"})
            if photo:
                self._append("figure", f"<figure{photo}></figure>")
        return self._part

    def _fits(self, tag: str) -> bool:
        if tag == "li":
            return self.frames[-1].tag in ("ul", "ol")
        return sum(frame.tag != "li" for frame in self.frames) <= _MAX_DEPTH

    def _start_in_table(self, table: Table, tag: str, attributes: str) -> None:
        if tag == "table":
            table.depth += 1
            self._part()
            self.undo.append(partial(self._end_inner_table, table))
        elif table.depth > 1 or tag not in TABLE_PARTS:
            self._part()
            self.undo.append(self._part)
        elif tag in ("td", "th", "caption"):
            self._close_leaf()
            self.cell = (tag, _numbers(attributes, SPANS))
            self.undo.append(partial(self._close_leaf, even_empty=True))
        else:
            self._close_leaf()
            if tag == "tr":
                table.row()
            else:
                table.part(tag)
            self.undo.append(self._part)

    def _end_inner_table(self, table: Table) -> None:
        table.depth -= 1
        self._part()

    def _end_table(self, table: Table) -> None:
        self._close_leaf()
        self.table = None
        html = table.html()
        if html:
            self._append("table" if html.startswith("<table>") else "p", html)

    def _end_leaf(self, before: str) -> None:
        self._close_leaf()
        self.leaf = before

    def _end_frame(self) -> None:
        self._close_leaf()
        frame = self.frames.pop()
        self.leaf = frame.leaf
        if not frame.parts:
            return
        if frame.tag == "li":
            self._append("li", _item(frame.parts))
        else:
            inner = "".join(html for _, html in frame.parts)
            self._append(frame.tag, f"<{frame.tag}{frame.attributes}>{inner}</{frame.tag}>")

    def text(self, text: str) -> None:
        if "&nbsp;" in text:
            text = text.replace("&nbsp;", "\xa0")
        text = CONTROLS.sub("", text)
        if self.leaf == "pre" and self.table is None:
            text = LINE_ENDS.sub("\n", text)
            if self.runs and self.runs[-1][0] == self.marks:
                text = self.runs.pop()[1] + text
            if text:
                self.runs.append((self.marks, text))
            return
        text = SPACE_RUN.sub(" ", text)
        if not self.runs:
            text = text.lstrip(BLANKS)
            if text and self.table is not None and self.cell is None:
                self.cell = ("td", "")  # text that stands outside any cell
        elif text and text[0] in BLANKS:
            marks, last = self.runs[-1]
            if last[-1] in BLANKS:
                if last != _BREAK:
                    self.runs[-1] = (marks, last.rstrip(BLANKS) + " ")
                text = text.lstrip(BLANKS)
        if not text:
            return
        if self.runs and self.runs[-1][0] == self.marks and self.runs[-1][1] != _BREAK:
            text = self.runs.pop()[1] + text
        self.runs.append((self.marks, text))

    def takes_leaf(self) -> bool:
        """Would a block that begins here stand by itself, in nothing else and without marks?"""
        return len(self.frames) == 1 and self.table is None and not self.marks and self.leaf == "p"

    def pause(self) -> list[tuple[str, str]]:
        """The blocks so far, where `takes_leaf`; whoever takes them clears the list."""
        if self.runs:
            self._close_leaf()
        return self.frames[0].parts

    def parts(self) -> list[tuple[str, str]]:
        """The blocks, each with the name of its element, when all has come."""
        while self.undo:
            self.end()
        self._close_leaf()
        return self.frames[0].parts

    def finish(self) -> str:
        """The body, a block a line."""
        return "\n".join(html for _, html in self.parts())

    def _part(self) -> None:
        """A block begins or ends here: a new block outside of tables, a line break within a cell."""
        if self.table is None:
            self._close_leaf()
        else:
            self._break(once=True)

    def _break(self, once: bool = False) -> None:
        if self.leaf == "pre" and self.table is None:
            self.text("\n")
            return
        while self.runs and self.runs[-1][1] != _BREAK:
            marks, last = self.runs.pop()
            last = last.rstrip(BLANKS)
            if last:
                self.runs.append((marks, last))
                self.runs.append((self.marks, _BREAK))
                return
        if self.runs and not once and self.leaf == "p" and self.table is None:
            self._close_leaf()

    def _close_leaf(self, even_empty: bool = False) -> None:
        """Make an element of the text that has come together, and put it where it belongs."""
        if self.table is not None:
            if self.cell is not None and (self.runs or even_empty):
                self.table.cell(*self.cell, _inline(self.runs))
                self.cell = None
        elif self.runs:
            html = _inline(self.runs, pre=self.leaf == "pre")
            if html:
                self._append(self.leaf, f"<{self.leaf}>{html}</{self.leaf}>")
        self.runs = []

    def _append(self, kind: str, html: str) -> None:
        frame = self.frames[-1]
        if frame.tag in ("ul", "ol") and kind != "li":
            if kind in ("ul", "ol") and frame.parts:
                # A list right within a list belongs to the item before it.
                item = frame.parts[-1][1].removesuffix("</li>")
                frame.parts[-1] = ("li", f"{item}{html}</li>")
                return
            kind, html = "li", _item([(kind, html)])
        frame.parts.append((kind, html))


def _name(mark: str) -> str:
    return mark[1:-1].split(" ", 1)[0]


def _link(attributes: str) -> str:
    """The opening tag of a link, or "" where its address may not stand."""
    found = dict(_ATTRIBUTE.findall(attributes))
    address = re.sub("[\t\n\r]", "", found.get("href", "")).strip(" ")
    scheme = _SCHEME.match(unescape(address))
    if not address or CONTROLS.search(address) or (scheme and scheme[1].lower() not in SCHEMES):
        return ""
    title = squeeze(found.get("title", "").replace("&nbsp;", "\xa0"))
    return f'<a href="{address}" title="{title}">' if title else f'<a href="{address}">'


def _numbers(attributes: str, names: set[str]) -> str:
    """Those of the attributes that are named and are small whole numbers, as they stand in a tag."""
    if not attributes:
        return ""
    return "".join(
        f' {name}="{int(value)}"'
        for name, value in sorted(_ATTRIBUTE.findall(attributes))
        if name in names and value.isascii() and value.isdigit() and len(value) < 10 and int(value)
    )


def _item(parts: list[tuple[str, str]]) -> str:
    """A list item: a single paragraph in it, lists below it or not, stands there without its tags."""
    kinds = [kind for kind, _ in parts]
    inner = [html for _, html in parts]
    if kinds[0] == "p" and all(kind in ("ul", "ol") for kind in kinds[1:]):
        inner[0] = inner[0][3:-4]
    return f"<li>{''.join(inner)}</li>"


def _inline(runs: list[tuple[_Marks, str]], pre: bool = False) -> str:
    """The runs of a leaf as HTML; "" when there is nothing to see in them."""
    if pre:
        while runs and not (first := without_empty_lines(runs[0][1])):
            runs.pop(0)
        if runs:
            runs[0] = (runs[0][0], first)
    while runs and not (last := runs[-1][1].rstrip(BLANKS)):
        runs.pop()
    if not runs:
        return ""
    runs[-1] = (runs[-1][0], last)
    if not any(text.strip(INVISIBLE) for _, text in runs):
        return ""
    html: list[str] = []
    open_marks: _Marks = ()
    for position, (marks, text) in enumerate(runs):
        if not pre and 0 < position < len(runs) - 1 and not text.strip(BLANKS):
            # Blanks and breaks between two runs carry only the marks that both have.
            marks = _shared(_shared(runs[position - 1][0], runs[position + 1][0]), marks)
        shared = len(_shared(open_marks, marks))
        html.extend(f"</{_name(mark)}>" for mark in reversed(open_marks[shared:]))
        html.extend(marks[shared:])
        html.append("<br>" if text == _BREAK and not pre else text)
        open_marks = marks
    html.extend(f"</{_name(mark)}>" for mark in reversed(open_marks))
    return "".join(html)


def _shared(one: _Marks, other: _Marks) -> _Marks:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return one[:count]
