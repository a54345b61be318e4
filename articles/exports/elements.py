"""Elements of XML, made so that no schema and no parser stumbles over them."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from articles.exports.bodies import Element
from articles.exports.content import storable


def add(
    parent: Element, name: str, text: str = "", attributes: Mapping[str, object] | None = None
) -> Element:
    """A new element below another, of its namespace; attributes without a value are left out."""
    made = etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{name}")
    for key, value in (attributes or {}).items():
        if value not in (None, ""):
            made.set(key, storable(str(value)))
    if text:
        made.text = storable(text)
    return made
