"""Takes out of a text what stands in it and is none: menus, share bars, related stories, tables of layout."""

from __future__ import annotations

from typing import Any

from lxml import etree

from articles.wire.copy import signoffs
from articles.wire.formats.html.maintext import HIDDEN, Found
from articles.wire.formats.html.page import Element, drop, marks, text_of, words_of
from articles.wire.formats.html.vocabulary import BOXES, FIRM, HEADS, PAIRS, WEAK, word_set

_SENTENCE, _SENTENCES = 0.6, 1.2  # worth of a sentence, and of a long one
_INLINE = word_set("a span cite small abbr mark u font time sup sub code label ins q")


def without(found: Found) -> list[str]:
    """Take menus, share bars, related stories and the like out of the text; what they said, in order."""
    gone: list[str] = []
    for root in found.roots:
        for element in _boxes(root, found):
            text = text_of(element, 300)
            if text:
                gone.append(text)
            drop(element)
    return gone


def _boxes(root: Element, found: Found) -> list[Element]:
    boxes: list[Element] = []
    seen_text = False
    # what whole sentences are called is no name of a box: `<p class="paywall">` on every paragraph
    spoken = frozenset(
        found_marks
        for one in root.iter("p")
        if (found_marks := marks(one)) and found.worth.get(one, 0.0) > _SENTENCES
    )
    inside: Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            if element is inside:
                inside = None
            elif not seen_text and element.tag == "p" and found.worth.get(element, 0.0) > 0.5:
                seen_text = True
            continue
        if inside is not None or element is root:
            continue
        if element.tag == "p" and spoken and marks(element) in spoken:
            continue
        if _is_box(element, found, seen_text):
            inside = element
            boxes.append(element)
    return boxes


def _is_box(element: Element, found: Found, seen_text: bool) -> bool:
    tag = element.tag
    if tag in ("button", "input", "label", "dialog", "nav"):
        return True
    if tag in ("aside", "footer", "form", "menu"):
        return not found.holds_much(element) and not (tag == "footer" and _signs_off(element))
    attrib = element.attrib
    if not attrib:
        return False
    if tag in ("html", "body", "br", "hr", "em", "strong", "b", "i"):
        return False
    if "hidden" in attrib or HIDDEN.search(attrib.get("style") or ""):
        return not found.holds_much(element)
    itemprop = attrib.get("itemprop", "").lower()
    if itemprop in (
        "datepublished",
        "datemodified",
        "author",
        "publisher",
        "keywords",
        "comment",
        "headline",
    ):
        return tag not in ("a", "span", "meta") or not seen_text
    words = words_of(element)
    if not words:
        return False
    said = found.worth.get(element, 0.0)
    if not words.isdisjoint(BOXES) or not words.isdisjoint(PAIRS):
        if said > _SENTENCES and not (words & (BOXES | PAIRS)) - WEAK:
            return False
        return not found.holds_much(element) and not (tag in _INLINE and _in_sentence(element))
    if tag in ("h2", "h3", "h4", "h5", "h6", "a", "table", "tr", "td", "th", "blockquote", "ul", "ol"):
        return False
    if not words.isdisjoint(HEADS):
        if seen_text and _holds_heading(element):
            return False
        if tag in ("span", "p") and seen_text and len(text_of(element)) > 80:
            return False
        if tag in _INLINE and _in_sentence(element):
            return False
        if said > _SENTENCE and words.isdisjoint(FIRM):
            return False
        return not found.holds_much(element) and (not seen_text or len(text_of(element)) < 200)
    return False


def _holds_heading(element: Element) -> bool:
    """Does an element hold a heading between paragraphs and nothing else?"""
    heading = next(element.iter("h2", "h3", "h4", "h5", "h6"), None)
    return heading is not None and text_of(heading) == text_of(element) != ""


def _in_sentence(element: Element) -> bool:
    """Does an inline element stand within running text?"""
    tail = (element.tail or "").strip()
    before = element.getprevious()
    ahead = (before.tail if before is not None else element.getparent().text) or ""
    return len(tail) > 12 or len(ahead.strip()) > 12


def _signs_off(element: Element) -> bool:
    text = text_of(element, 900)
    return bool(text) and signoffs.read(text) is not None


def unlaid(root: Element) -> None:
    """Make divisions of the tables that only lay out the page; tables of data stay."""
    for table in list(root.iter("table")):
        if _is_layout(table):
            for part in list(table.iter("table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption")):
                if part is table or _table_of(part) is table:
                    part.tag = "div"
    if root.tag in ("td", "th", "tr", "tbody", "table"):
        root.tag = "div"


def _table_of(part: Element) -> Any:
    return next(
        (
            one
            for one in part.iterancestors("table", "div")
            if one.tag == "table" or one.get("role") == "table"
        ),
        part.getparent(),
    )


def _is_layout(table: Element) -> bool:
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return True
    rows = list(table.iter("tr"))
    if table.find(".//th") is not None and table.find(".//table") is None:
        return False
    if table.find(".//table") is not None or len(rows) < 2:
        return True
    widths = [sum(1 for _ in row.iterchildren("td", "th")) for row in rows]
    if max(widths, default=0) < 2:
        return True
    return any(len(text_of(cell, 600)) > 400 for row in rows for cell in row.iterchildren("td"))
