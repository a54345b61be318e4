"""A clean body in the elements of NITF 3.5, so that reading it gives the same HTML again.

Where NITF has no element of its own, `class` names that of HTML: `<em class="strong">`. NITF has one level of
crossheads (`hl2`), sub- and superscripts of plain text only (in `num`), and nothing but text in `pre`.
"""

from __future__ import annotations

from collections.abc import Callable

from articles.exports.bodies import Element, tree

# Writes what stands for the photo of this number below the element.
Pictured = Callable[[Element, int], None]

_NAMES = {"h2": "hl2", "h3": "hl2", "strong": "em"}
_CLASSES = {"h3": "h3", "strong": "strong"}
_ATTRIBUTES = {"start": "seqnum"}


def write(content: Element, body: str, pictured: Pictured) -> None:
    """Write a clean body into `<body.content>`."""
    _Writer(content.tag[: content.tag.index("}") + 1], pictured).children(tree(body), content)


class _Writer:
    """Copies elements of HTML as those of NITF; nesting is bounded by `markup.clean`."""

    def __init__(self, namespace: str, pictured: Pictured) -> None:
        self.namespace = namespace
        self.pictured = pictured

    def children(self, source: Element, target: Element) -> None:
        for child in source:
            self.element(child, target)

    def element(self, source: Element, target: Element) -> None:
        tag = source.tag
        if tag == "figure":
            self.pictured(target, int(source.get("data-photo")))
            return
        if tag == "blockquote":
            self.children(source, self.add(self.add(target, "bq"), "block"))
        elif tag == "table":
            self.table(source, target)
        elif tag in ("sub", "sup") and not len(source):
            self.add(self.add(target, "num"), tag).text = source.text
        elif tag in ("sub", "sup") or (tag == "pre" and len(source)):
            self.filled(source, target, "p" if tag == "pre" else "em", tag)
        else:
            self.filled(source, target, _NAMES.get(tag, tag), _CLASSES.get(tag, ""))
        target[-1].tail = source.tail

    def filled(self, source: Element, target: Element, name: str, kind: str) -> None:
        """The element under another name, with its attributes and all in it."""
        made = self.add(target, name)
        if kind:
            made.set("class", kind)
        for key, value in source.items():
            made.set(_ATTRIBUTES.get(key, key), value)
        made.text = source.text
        self.children(source, made)

    def table(self, source: Element, target: Element) -> None:
        """NITF has one head, which comes first, and one body; rows of a head further below go into it."""
        made = self.add(target, "table")
        parts = list(source)
        if parts[0].tag == "caption":
            self.element(parts.pop(0), made)
        if parts and parts[0].tag == "thead":
            self.element(parts.pop(0), made)
        if parts:
            body = self.add(made, "tbody")
            for part in parts:
                self.children(part, body)

    def add(self, target: Element, name: str) -> Element:
        made = target.makeelement(f"{self.namespace}{name}")
        target.append(made)
        return made
