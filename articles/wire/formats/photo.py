"""Photographs with IPTC-IIM, XMP and EXIF: https://iptc.org/std/photometadata/specification/

The story is the photo with its caption; it has no body. What the file says is read by `photo_metadata`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from articles.wire import holds, photo_metadata, signs
from articles.wire.copy import embargoes, kills
from articles.wire.copy.people import people
from articles.wire.errors import MalformedDocument
from articles.wire.record import Record
from articles.wire.story import Media, Parsed, PubStatus, Role, WireFormat

_LABEL = re.compile(
    r"(?:©|\(c\)|(?:photo(?:grapher|graph)?|foto(?:graf)?|bild)\b(?:\s*(?:by|von)\b|\s*:))\s*", re.IGNORECASE
)


def sniff(head: bytes) -> bool:
    """Is the document the file of a picture?"""
    return signs.look(head).family is signs.Family.IMAGE


def parse(document: bytes, charset: str | None = None, timezone: str = "UTC") -> Parsed:
    """Read what a picture says of itself; `charset` is not needed. A damaged file raises a `WireError`."""
    found = photo_metadata.read(document)
    if replace(found, charset=None, problems=()) == photo_metadata.Metadata(found.mimetype, None, None):
        raise MalformedDocument("The file of the picture breaks off before it shows or says anything.")
    record = Record(timezone)
    record.set("slugline", found.title)
    record.set("headline", found.headline)
    record.set("description", found.caption)
    record.set("source", found.source)
    record.set("located", found.city)
    record.set("section", found.category)
    record.set("copyright", found.copyright)
    record.set("language", found.language)
    record.note("ednote", found.instructions)
    record.note("usageterms", found.usageterms)
    record.urgency(found.urgency)
    record.date("created", found.date)
    record.date("embargoed", found.release)
    _orders(record, found.headline, found.title, found.instructions)
    _byline(record, found.creators)
    for name in found.contributors:
        record.credit(name, Role.CONTRIBUTOR)
    record.add("keywords", *found.keywords)
    record.add("people", *found.people)
    record.add("organisations", *found.organisations)
    record.add("places", *found.places)
    for subject in found.subjects:
        record.subject(subject.name, subject.code, subject.scheme)
    for link in found.links:
        record.link(link.rel, link.href, link.title)
    record.media(
        Media(
            href="",  # the file itself, whose name the document does not hold
            mimetype=found.mimetype,
            headline=found.headline or None,
            caption=found.caption or None,
            alt=found.alt or None,
            byline=record.get("byline"),
            credit=found.credit or None,
            width=found.width,
            height=found.height,
        )
    )
    for problem in found.problems:
        record.problem(problem.code, problem.message)
    return Parsed("photo", found.charset, 1.0, "", (record.story(),))


def _orders(record: Record, *texts: str) -> None:
    """A kill or an embargo that headline, title or instructions declare."""
    for text in filter(None, texts):
        if (killed := kills.read(text)) and killed.sure:
            record.status(PubStatus(killed.status))
        told = embargoes.read(text, record.timezone)
        if told is not None and not told.lifted:
            holds.hold(record, (text,))


def _byline(record: Record, creators: tuple[str, ...]) -> None:
    """Each creator is a photographer, be it a name with its agency behind it, a pen name, or an agency."""
    record.set("byline", ", ".join(creators))
    for printed in creators:
        creator = _LABEL.sub("", printed)
        named = people(creator, Role.PHOTOGRAPHER)
        for credit in named:
            record.credit(credit.name, Role.PHOTOGRAPHER, credit.place)
        if not named:
            record.credit(creator, Role.PHOTOGRAPHER)


FORMAT = WireFormat(label="Photograph", sniff=sniff, parse=parse)
