"""NITF, the IPTC's News Industry Text Format, 2.5 to 3.6, and what agencies send under its name.

Loose forms are read as well: missing head or body, upper-case names, metadata in `meta` elements and in
unexpected places. https://iptc.org/standards/nitf/ and
https://www.iptc.org/std/NITF/3.6/documentation/nitf-documentation.html
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from articles.wire import nitf_body, nitf_head, sayings, signs, xml
from articles.wire.errors import NoStory
from articles.wire.record import Record
from articles.wire.story import Parsed, WireFormat, WireStory


def sniff(head: bytes) -> bool:
    """Is the root element `nitf`, in whatever case and namespace?"""
    found = signs.look(head)
    return found.family is signs.Family.XML and found.root.lower() == "nitf"


def parse(document: bytes, charset: str | None = None, timezone: str = "UTC") -> Parsed:
    """Read each `<nitf>` of a document as a story; one that holds none raises a `WireError`."""
    tree = xml.load(document, charset)
    stories = [story for nitf in _documents(tree) if (story := _story(nitf, timezone))]
    if not stories:
        raise NoStory("There is no story in this NITF document.")
    stories[0] = replace(stories[0], problems=tree.problems + stories[0].problems)
    return Parsed("nitf", tree.charset, tree.certainty, tree.text, tuple(stories))


def _documents(tree: xml.Tree) -> Iterator[xml.Element]:
    for root in tree.roots:
        if xml.name(root).lower() == "nitf":
            yield root
        else:
            yield from xml.each(root, "nitf", "NITF")


def _story(nitf: xml.Element, timezone: str) -> WireStory | None:
    """One document; None where it says nothing."""
    record = Record(timezone)
    content = nitf_body.read(nitf)
    head = nitf_head.Head(nitf)
    record.profile(head.meta.get("profile"))
    record.set("headline", content.headline)
    for title in head.all("title"):
        record.set("headline", xml.words(title))
    nitf_head.take(record, head)
    nitf_body.fill(record, content)
    sayings.take(record)
    nitf_head.standfirst(record, content, head)
    nitf_head.names(record, head)
    nitf_head.status(record, head)
    if not any(map(record.get, ("headline", "body", "description"))) and not record.listed("media"):
        if record.get("uri") is None:
            return None
        record.problem("no-text", "The document has no text and no headline; it only names itself.")
    return record.story()


FORMAT = WireFormat(label="NITF", sniff=sniff, parse=parse)
