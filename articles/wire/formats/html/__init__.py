"""A saved page of the web with an article on it: what it declares, what it prints, and the text itself.

HTML: https://html.spec.whatwg.org/, JSON-LD in it: https://schema.org/NewsArticle, Open Graph: https://ogp.me/
"""

from __future__ import annotations

from articles.wire import signs
from articles.wire.formats.html.page import load
from articles.wire.formats.html.story import Article
from articles.wire.record import Record
from articles.wire.story import Parsed, WireFormat


def sniff(head: bytes) -> bool:
    """Is the document a whole page, and not XML or a piece of HTML?"""
    return signs.look(head).family is signs.Family.HTML


def parse(document: bytes, charset: str | None = None, timezone: str = "UTC") -> Parsed:
    """Read the article of a page; one that is empty, binary or without an element raises a `WireError`."""
    page = load(document, charset)
    record = Record(timezone)
    record.problems += page.problems
    Article(page, record).read()
    return Parsed("html", page.decoded.charset, page.decoded.certainty, page.decoded.text, (record.story(),))


FORMAT = WireFormat(label="Saved page (HTML)", sniff=sniff, parse=parse)
