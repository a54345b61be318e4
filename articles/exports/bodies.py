"""A clean body with the pictures in it, as HTML and as elements.

The canonical HTML of `markup` is XML but for its two empty elements and one entity.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from lxml import etree

from articles.exports.content import Picture, storable

Element = Any  # lxml has no types of its own

XHTML = "http://www.w3.org/1999/xhtml"
_FIGURE = re.compile(r'<figure data-photo="(\d{1,15})"></figure>\n?')
_EMPTY = (("<br>", "<br/>"), ("<hr>", "<hr/>"), ("&nbsp;", "\xa0"))


def tree(body: str) -> Element:
    """A clean body as the children of one element `body`, in no namespace."""
    text = storable(body)
    for html, xml in _EMPTY:
        text = text.replace(html, xml)
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)
    return etree.fromstring(f"<body>{text}</body>", parser)


def illustrated(body: str, figures: Mapping[int, Picture], lead: Picture | None = None) -> str:
    """A clean body with an `<img>` and its caption in each figure, and without those that are not there.

    `lead` is a picture to stand above the text.
    """

    def shown(figure: re.Match[str]) -> str:
        picture = figures.get(int(figure[1]))
        return _figure(picture) if picture else ""

    above = f"{_figure(lead)}\n" if lead else ""
    return above + (_FIGURE.sub(shown, body) if "<figure" in body else body)


def _figure(picture: Picture) -> str:
    caption = f"<figcaption>{escape(picture.caption, quote=False)}</figcaption>" if picture.caption else ""
    return (
        f'<figure><img src="{escape(picture.href)}" alt="{escape(picture.alt)}"'
        f' width="{picture.width}" height="{picture.height}"/>{caption}</figure>'
    )


def xhtml(body: str) -> Element:
    """HTML as `illustrated` gives it, as `<body>` of XHTML."""
    root = tree(body)
    for element in root.iter():
        element.tag = f"{{{XHTML}}}{element.tag}"
    etree.cleanup_namespaces(root)
    return root
