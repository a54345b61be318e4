"""Elements of a parsed document as the blocks of a body, without the way over a string of HTML.

For documents that a parser has read already: XHTML, the vocabularies of news XML, and HTML read by libxml2.
The result is the same canonical HTML that `clean` makes, several times as fast.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import Any
from urllib.parse import urljoin

from articles.markup.building import DROPPED_TAGS, HEADINGS, KEPT_TAGS, MARKS, Builder
from articles.markup.characters import BLANKS, CONTROLS, INVISIBLE, SPACE_RUN
from articles.markup.plain import block

Element = Any  # of lxml, which has no types of its own
Handler = Callable[[Element], bool]
Block = tuple[str, str, str]

_DEEP = 200  # elements in one another; what is deeper gives its text alone
_VOID = frozenset(("br", "hr"))
_LEAVES = {"p": "p", **HEADINGS}
_DROPPED = ""
_UNWRAPPED = "*"
_HARMLESS = re.compile(r"""(?:https?://|mailto:)[^\s<>"'&\x00-\x20\x7f-\xa0]+""")
_KEPT_ATTRIBUTES = {"a": ("href", "title"), "ol": ("start",), "td": ("colspan", "rowspan")}
_KEPT_ATTRIBUTES["th"] = _KEPT_ATTRIBUTES["td"]


def blocks_of(
    elements: Iterable[Element],
    names: Mapping[str, str] | None = None,
    handlers: Mapping[str, Handler] | None = None,
    base: str | None = None,
) -> list[Block]:
    """The blocks that elements are, as `plain.blocks` gives those of a clean body.

    `names` says what HTML element a local name stands for (`hl2` → `h2`); "" leaves out an element and all in
    it, and other names stand for themselves in small letters. `handlers` are asked first about the elements
    that they are named for; one that returns True has taken its element, and nothing of it is text. Links
    are made absolute with `base` where it is given.
    """
    walk = _Walk(names or {}, handlers or {}, base)
    for element in elements:
        walk.element(element, 0)
    return walk.finish()


class _Walk:
    """One way through elements, which a builder follows."""

    def __init__(self, names: Mapping[str, str], handlers: Mapping[str, Handler], base: str | None) -> None:
        self.names = names
        self.handlers = handlers
        self.base = base
        self.builder = Builder(figures=False)
        self.tags: dict[str, tuple[str, Handler | None]] = {}
        self.found: list[Block] = []

    def element(self, element: Element, depth: int) -> None:
        """An element with all in it; not the text behind it."""
        tag = element.tag
        if not isinstance(tag, str):  # a comment or an instruction
            return
        name, handler = self.tags.get(tag) or self._learned(tag)
        builder = self.builder
        if name in _LEAVES and builder.takes_leaf() and self._leaf(element, _LEAVES[name]):
            return
        if handler is not None and handler(element):
            return
        if name == _UNWRAPPED:
            self._inside(element, depth)
        elif name in _VOID:
            builder.start(name, "")
            self._inside(element, depth)
        elif name != _DROPPED:
            builder.start(name, self._attributes(element, name) if element.attrib else "")
            self._inside(element, depth)
            builder.end()

    def finish(self) -> list[Block]:
        """All blocks, when all elements have come."""
        self._take(self.builder.parts())
        return self.found

    def _take(self, parts: list[tuple[str, str]]) -> None:
        """Make blocks of what the builder has put together so far."""
        self.found += [block(tag, html) for tag, html in parts]
        parts.clear()

    def _leaf(self, element: Element, tag: str) -> bool:
        """Write the usual block at once: text with a few plain marks in it. False for any other."""
        text = element.text or ""
        if text.isprintable() and "  " not in text:
            if not len(element):  # the most usual block of all: nothing but text
                text = text.strip(" ")
                if text:
                    self._found(tag, text, _escaped(text))
                return True
        else:
            text = SPACE_RUN.sub(" ", CONTROLS.sub("", text))
        html, words = [_escaped(text)], [text]
        for inner in element:
            name, handler = self.tags.get(inner.tag) or self._learned(inner.tag)
            mark = MARKS.get(name)
            text = inner.text
            if mark is None or handler or not text or len(inner) or text[0] in BLANKS or text[-1] in BLANKS:
                return False
            opening = mark
            if mark == "a":
                href = inner.get("href") or ""
                if self.base:
                    href = absolute(self.base, href)
                if not _HARMLESS.fullmatch(href) or inner.get("title") is not None:
                    return False
                opening = f'a href="{href}"'
            text, tail = _even(text), inner.tail
            html.append(f"<{opening}>{_escaped(text)}</{mark}>")
            words.append(text)
            if tail:
                tail = _even(tail)
                html.append(_escaped(tail))
                words.append(tail)
            elif inner.getnext() is not None:  # marks that touch may have to be joined
                return False
        plain = "".join(words)
        if plain.strip(INVISIBLE):
            plain = plain.strip(" ") if plain.isprintable() else " ".join(plain.split())
            self._found(tag, plain, "".join(html).strip(BLANKS))
        return True

    def _found(self, tag: str, plain: str, html: str) -> None:
        """Add a block to those found, behind what the builder holds."""
        parts = self.builder.pause()
        if parts:
            self._take(parts)
        self.found.append(("paragraph" if tag == "p" else "heading", plain, f"<{tag}>{html}</{tag}>"))

    def _learned(self, tag: str) -> tuple[str, Handler | None]:
        local, small = _local(tag)
        name = self.names.get(local)
        if name is None:
            name = self.names.get(small, small)
        found = self.tags[tag] = _treated(name), self.handlers.get(small)
        return found

    def _inside(self, element: Element, depth: int) -> None:
        text = self.builder.text
        if element.text:
            text(escape(element.text, quote=False))
        if depth > _DEEP:
            for inner in element.itertext():
                text(escape(inner, quote=False))
            return
        depth += 1
        for inner in element:
            self.element(inner, depth)
            tail = inner.tail
            if tail and (not tail.isspace() or self.builder.runs):
                text(escape(tail, quote=False))

    def _attributes(self, element: Element, name: str) -> str:
        found = ""
        for key in _KEPT_ATTRIBUTES.get(name, ()):
            value = element.get(key)
            if value is None:
                continue
            if key == "href" and self.base:
                value = absolute(self.base, value)
            found += f' {key}="{escape(value)}"'.replace("&#x27;", "'")
        return found


@lru_cache(maxsize=512)
def _local(tag: str) -> tuple[str, str]:
    """The local name of a tag, as it is written and in small letters."""
    local = tag.rpartition("}")[2]
    return local, local.lower()


@lru_cache(maxsize=512)
def _treated(name: str) -> str:
    """An element's name in HTML if it stays, else whether it goes with all in it or leaves its text."""
    if name in DROPPED_TAGS or not name:
        return _DROPPED
    return name if name in KEPT_TAGS else _UNWRAPPED


def _even(text: str) -> str:
    """The text without control characters, its runs of white space as one space each."""
    if not text.isprintable():
        return SPACE_RUN.sub(" ", CONTROLS.sub("", text))
    return SPACE_RUN.sub(" ", text) if "  " in text else text


def _escaped(text: str) -> str:
    if "&" in text or "<" in text or ">" in text:
        return escape(text, quote=False)
    return text


def absolute(base: str, address: str) -> str:
    """The address as seen from a base; as it stands where the two cannot be joined."""
    if address.startswith(("https://", "http://", "mailto:")):
        return address
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return address
