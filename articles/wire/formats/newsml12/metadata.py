"""The lines and metadata of components as values of a record."""

from __future__ import annotations

import re
from collections.abc import Iterable

from articles.wire import codes, sayings, xml
from articles.wire.copy.people import people
from articles.wire.formats.newsml12.contents import formal, properties
from articles.wire.formats.newsml12.topics import Topics
from articles.wire.record import Record
from articles.wire.story import Role

_LISTED = re.compile(r"\s*[;,]\s*")
_CODE = re.compile(r"[A-Z]{2,4}")
_NOTES = ("advisory", "note", "editor", "embargo", "warning", "productline")
_SLUGS = ("catchword", "slug", "keyword")
_STANDFIRSTS = frozenset(("summary", "abstract", "lead", "standfirst", "teaser"))
_ROLES = {
    "editor": Role.EDITOR,
    "translator": Role.TRANSLATOR,
    "photographer": Role.PHOTOGRAPHER,
    "contributor": Role.CONTRIBUTOR,
}
_PLACES = ("city", "sublocation", "area", "countryarea", "country")


def lines(record: Record, component: xml.Element, creator: Role = Role.AUTHOR) -> None:
    """Take the news lines of a component: headline, byline, dateline, slug, keywords, rights, notes.

    `creator` is what those of the byline did.
    """
    for found in xml.children(component, "NewsLines"):
        record.set("headline", xml.value(found, "HeadLine") or xml.value(found, "Headline"))
        record.set("headline", xml.value(found, "NewsLine", "HeadLine"))
        _byline(record, found, creator)
        if record.get("dateline") is None:
            printed, located = sayings.dateline_of(xml.value(found, "DateLine"))
            record.set("dateline", printed)
            record.set("located", located)
        record.set("copyright", xml.value(found, "CopyrightLine"))
        record.set("slugline", xml.value(found, "SlugLine") or xml.value(found, "Slugline"))
        record.set("section", xml.value(found, "SeriesLine"))
        record.note("usageterms", xml.value(found, "RightsLine"))
        for line in xml.children(found, "KeywordLine"):
            record.add("keywords", *_LISTED.split(xml.words(line) or ""))
        for line in xml.children(found, "AdvisoryLine"):
            record.note("ednote", xml.words(line))
        for line in xml.children(found, "NewsLine"):
            _typed(record, line)


def _byline(record: Record, found: xml.Element, creator: Role) -> None:
    """The byline with its title line; the names of the byline alone are credited."""
    printed, title = xml.value(found, "ByLine"), xml.value(found, "ByLineTitle")
    if printed and record.get("byline") is None:
        record.byline(printed, creator)
        if title:
            record.values["byline"] = f"{record.get('byline')} {title}"


def _typed(record: Record, line: xml.Element) -> None:
    kind = (formal(line, "NewsLineType") or "").lower()
    for one in xml.children(line, "NewsLineText"):
        text = xml.words(one)
        if any(word in kind for word in _NOTES):
            record.note("ednote", text)
        elif "correct" in kind:
            record.note("correction", text)
        elif any(word in kind for word in _SLUGS):
            record.set("slugline", text)
        elif kind in _STANDFIRSTS:
            record.set("description", text)


def subheadline(record: Record, chain: Iterable[xml.Element]) -> None:
    """Take the second headline for the standfirst that is not there; one that is a slug is none.

    The innermost of the components counts; those around it speak of more than one story.
    """
    found = (xml.value(component, "NewsLines", "SubHeadLine") for component in chain)
    record.second_headline(next(filter(None, found), None))


def administrative(
    record: Record, component: xml.Element, topics: Topics, creator: Role = Role.AUTHOR
) -> None:
    """Take creators and contributors, and the notes and keywords that agencies keep here.

    `creator` is what a creator did where nothing else is said. The agency itself is no person.
    """
    admin = xml.child(component, "AdministrativeMetadata")
    agencies = {record.get("source")}
    for kind in ("Source", "Provider"):
        agencies.add(topics.name(xml.child(admin, kind, "Party")))
    for group, usual in (("Creator", creator), ("Contributor", Role.CONTRIBUTOR)):
        for element in xml.children(admin, group):
            for party in xml.children(element, "Party"):
                if topics.name(party) in agencies:
                    continue
                role = _ROLES.get((xml.attribute(party, "Topic") or "").lower(), usual)
                for credit in people(topics.name(party) or "", role):
                    record.credit(credit.name, credit.role, credit.place)
    for author in xml.children(component, "Author"):
        for credit in people(xml.words(author) or ""):
            record.credit(credit.name)
    for name, value in properties(admin):
        if name == "author":
            for credit in people(value):
                record.credit(credit.name)
        elif name == "editorialinfo":
            record.note("ednote", value)
        elif name == "credit":
            record.set("source", value)


def source(record: Record, chain: list[xml.Element], topics: Topics) -> None:
    """Take the agency: the credit line, else the source, else the provider."""
    for component in chain:
        record.set("source", xml.value(component, "NewsLines", "CreditLine"))
    for kind in ("Source", "Provider"):
        for component in chain:
            party = xml.child(component, "AdministrativeMetadata", kind, "Party")
            record.set("source", topics.name(party))


def descriptive(record: Record, component: xml.Element, topics: Topics) -> None:
    """Take language, genres, subjects, places, keywords and category."""
    for found in xml.children(component, "DescriptiveMetadata", "DescriptiveMetada"):
        record.set("language", formal(found, "Language"))
        for code in xml.children(found, "SubjectCode"):
            for subject in xml.children(
                code, "Subject", "SubjectMatter", "SubjectDetail", "SubjectQualifier"
            ):
                _subject(record, subject, topics)
        for genre in xml.children(found, "Genre"):
            name = formal(genre)
            known = name in codes.topics(codes.GENRE)
            record.subject(name, name if known else None, xml.attribute(genre, "Scheme") or codes.GENRE)
        for location in xml.children(found, "Location"):
            _location(record, location)
        for occurrence in xml.children(found, "TopicOccurrence"):
            topics.take(record, occurrence)
        for one in xml.children(found, "Property"):
            if (xml.attribute(one, "Role") or "").lower() == "personinimage":
                record.add("people", xml.attribute(one, "Value"))
        for name, value in properties(found):
            _property(record, name, value)
        record.set("uri", xml.value(found, "guid"))
    for other in xml.children(component, "Metadata"):
        for name, value in properties(other):
            if name.endswith(("keywords", "keyword", "bwtag")):
                record.add("keywords", *_LISTED.split(value))
    for keyword in xml.children(xml.child(component, "item_keywords"), "item_keyword"):
        record.add("keywords", xml.words(keyword))
    record.set("language", xml.attribute(component, "lang"))


def _subject(record: Record, subject: xml.Element, topics: Topics) -> None:
    code = xml.attribute(subject, "FormalName")
    scheme = xml.attribute(subject, "Scheme", "Vocabulary")
    if code:
        record.subject(topics.described(subject, record.get("language")), code, scheme)
    record.set("section", xml.attribute(subject, "cat"))


def _property(record: Record, name: str, value: str) -> None:
    if name in ("keyword", "keywords", "topic"):
        record.add("keywords", *_LISTED.split(value))
    elif name in ("category", "section"):
        record.set("section", value)
    elif name == "city":
        record.add("places", value)


def _location(record: Record, location: xml.Element) -> None:
    """The names of a place, from the city outwards; codes are no names."""
    said = dict(properties(location))
    for name in _PLACES:
        value = said.get(name)
        if value and not (name != "city" and _CODE.fullmatch(value)):
            record.add("places", value)


def rights(record: Record, component: xml.Element) -> None:
    """Take copyright and terms of use from the rights metadata."""
    found = xml.child(component, "RightsMetadata")
    for copyright_ in xml.children(found, "Copyright"):
        holder = xml.value(copyright_, "CopyrightHolder") or formal(copyright_, "CopyrightHolder", "Party")
        year = xml.value(copyright_, "CopyrightDate")
        if holder:
            record.set("copyright", holder if not year or year in holder else f"© {year} {holder}")
    for usage in xml.children(found, "UsageRights"):
        for name in ("UsageType", "Geography", "Limitations"):
            record.note("usageterms", xml.value(usage, name))
