"""What a page prints below its text: corrections of it, and its copyright line."""

from __future__ import annotations

import re

from articles.wire.copy import notices
from articles.wire.formats.html.around import Around
from articles.wire.formats.html.page import pieces, text_of
from articles.wire.record import Record

_AFTER = 400  # elements behind a text that may hold a correction of it
_CORRECTED = re.compile(r"(?:a )?corrections? (?:was|were) made (?:on|to)\b", re.IGNORECASE)


def correction(around: Around, record: Record) -> None:
    """Take the correction that a page prints below its text."""
    for element in around.page_root.iter("p", "div", "footer", "li"):
        place = around.order.get(element, 0)
        if place <= around.last:
            continue
        if place > around.last + _AFTER:
            return
        if len(element) > 8 or (len(element) and element[0].tag in ("div", "p", "ul", "section", "a")):
            continue
        text = text_of(element, 700)
        if not 30 < len(text) < 700 or around.apart(element):
            continue
        stretch = (0, len(text)) if _CORRECTED.match(text) else notices.correction(text, head=False)
        if stretch:
            record.note("correction", text[slice(*stretch)])
            return


def copyright_line(around: Around, record: Record) -> None:
    """Take the copyright line that a page prints, where nothing is declared."""
    if record.get("copyright") is not None:
        return
    for element in around.page_root.iter(
        "p", "div", "span", "small", "li", "td", "font", "address", "center"
    ):
        if around.order.get(element, 0) < around.first or len(element) > 6:
            continue
        text = text_of(element, 260)
        if len(text) > 250 or not (text[:1] in "Cc(" or "©" in text):
            continue
        lines = [text, *pieces(element)]
        found = [one for one in lines if one[:1] in "©Cc(" and notices.copyright_line(one)]
        if found:
            record.set("copyright", found[-1])
            return
