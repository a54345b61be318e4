"""HTML that was sent as text inside elements, in CDATA or escaped, beside others that are elements.

https://www.w3.org/TR/xml/#sec-cdata-sect
"""

from __future__ import annotations

from lxml import etree

from articles.wire import loose_text, xml

_TEXTS = etree.XPath("descendant-or-self::*/text()[contains(., '<')]")
_HOLDERS = frozenset(("body", "body.content", "body.end", "block", "div", "media-caption"))
_DEEP = 250  # elements in one another that libxml2 reads


def unfold(root: xml.Element) -> None:
    """Make elements of the texts that are HTML in the elements that hold blocks.

    A paragraph that shows tags stays, as it may speak of them; and so does a content that is nothing but
    text, as blank lines may part its paragraphs (`loose_text`).
    """
    for found in _TEXTS(root):
        element = found.getparent()
        holds = element if element is None or found.is_text else element.getparent()
        if holds is None or element is None or xml.name(holds) not in _HOLDERS or not _is_html(str(found)):
            continue
        if not len(holds) and xml.name(holds) == "body.content":
            continue
        if (holder := _parsed(str(found))) is None:
            continue
        if found.is_text:
            element.text = holder.text
            element[:0] = list(holder)
        else:
            element.tail = None
            for child in reversed(holder):
                element.addnext(child)
            element.tail = holder.text


def _is_html(text: str) -> bool:
    """Are there tags, and one that ends? A text that speaks of a tag has none that does."""
    return loose_text.is_marked_up(text) and ("</" in text or "<br" in text.lower())


def _parsed(text: str) -> xml.Element | None:
    """The text as the content of an element, or None where it cannot be read."""
    if text.count("<") > 4 * _DEEP and text.lower().count("<div") > _DEEP:
        return None
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    page = etree.fromstring(f"<div>{text}</div>".encode("utf-8", "replace"), parser)
    return None if page is None or parser.error_log.filter_from_fatals() else page.find(".//div")
