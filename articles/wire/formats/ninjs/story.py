"""One item of ninjs, of whatever version and habit, as a story."""

from __future__ import annotations

import re

from articles.wire import holds, json_document, sayings
from articles.wire.formats.ninjs import concepts, media, texts
from articles.wire.json_document import Fields
from articles.wire.record import Record
from articles.wire.story import PubStatus, Role, WireStory
from articles.wire.words import tidy


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CANCELED = _words("canceled cancelled killed kill recalled withdrawn deleted retracted unpublished spiked")
_WITHHELD = _words("withheld held hold embargoed draft")
_ROLES = {
    "photographer": Role.PHOTOGRAPHER,
    "photo": Role.PHOTOGRAPHER,
    "photos": Role.PHOTOGRAPHER,
    "foto": Role.PHOTOGRAPHER,
    "fotograf": Role.PHOTOGRAPHER,
    "editor": Role.EDITOR,
    "redaktör": Role.EDITOR,
    "redigerare": Role.EDITOR,
    "translator": Role.TRANSLATOR,
    "översättare": Role.TRANSLATOR,
    "contributor": Role.CONTRIBUTOR,
}
_PEN_NAME = re.compile(r"[^\d/]{2,60}")  # who made a picture, be it a person, a pen name or an agency
_PREDECESSORS = ("evolvedfrom", "correctedfrom", "replacing", "rewrite_of", "correction_of")


def read(values: dict[str, object], timezone: str) -> WireStory:
    """The story that an item is; whatever in it is not as it ought to be is left out, and told."""
    record = Record(timezone)
    item = Fields(values, record.problem)
    record.profile(item.text("profile"))
    kind = media.kind_of(item)
    _identity(item, record)
    _times(item, record)
    record.set("headline", texts.headline(item))
    record.set("slugline", item.text("slugline", "slug"))
    record.set("description", texts.description(item, caption=kind is not None))
    _people(item, record, Role.PHOTOGRAPHER if kind in ("picture", "graphic") else Role.AUTHOR)
    _provenance(item, record)
    concepts.read(item, record)
    _rights(item, record)
    for note in item.texts("ednote"):
        for paragraph in note.split("\n\n") if record.as_told else [json_document.plain(note)]:
            record.note("ednote", paragraph)
    if {"correction", "sig:correction"}.intersection(map(str.lower, item.texts("signals"))):
        record.note("correction", record.get("ednote"))
    record.add("keywords", *_keywords(item))
    body = texts.body(item)
    record.body(body.blocks)
    sayings.take(record)
    media.read(item, record, body.media)
    _links(item, record)
    for frame in body.frames:
        record.link("embed", frame)
    return record.story()


def _identity(item: Fields, record: Record) -> None:
    record.set("uri", item.text("uri", "guid", "_id", "id"))
    record.set("version", item.text("version"))
    record.urgency(item.text("urgency"))
    record.set("language", item.text("language"))
    told = [item.text("pubstatus"), item.text("state"), item.text("type"), *item.texts("signals")]
    said = [status.rpartition(":")[2].strip().lower() for status in told if status]
    if _CANCELED.intersection(said):
        record.status(PubStatus.CANCELED)
    elif _WITHHELD.intersection(said):
        record.status(PubStatus.WITHHELD)
    elif "pubstatus" in item and not {"usable", "published"}.intersection(said):
        item.odd("pubstatus", "a status that is known")


def _times(item: Fields, record: Record) -> None:
    record.date("created", item.text("firstcreated"))
    record.date("updated", item.text("versioncreated"))
    until = next((item.values[name] for name in ("embargoed", "embargoeduntil") if name in item), False)
    if until is False or (isinstance(until, str) and record.date("embargoed", until)):
        return
    record.values.pop("embargoed", None)
    holds.hold(record, (f"Embargo: {until}" if isinstance(until, str) else None, *item.texts("ednote")))


def _people(item: Fields, record: Record, role: Role) -> None:
    """The printed byline and whom it names, then those named in fields of their own.

    A picture's maker is its photographer whatever the name is like.
    The byline is not looked into where the people are told one by one, with what each of them did.
    """
    byline = next((", ".join(parts) for name in ("byline", "by") if (parts := item.texts(name))), None)
    if credited := concepts.credited(item):
        record.set("byline", json_document.plain(byline or ""))
        for credit in credited:
            record.credit(credit.name, credit.role, credit.place)
    else:
        record.byline(json_document.plain(byline or ""), role)
    lines = [
        line for name in ("bylines", "authors", "author", "photographer") for line in _persons(item, name)
    ]
    for person, own in lines:
        name = person.text("name") or _whole_name(person)
        printed = person.text("byline", "by", "value")
        said = _ROLES.get((person.text("role", "jobtitle") or "").strip().lower(), own or role)
        if name:
            if not record.credited(name):
                record.credit(name, said)
        elif printed and said is not Role.PHOTOGRAPHER:
            record.byline(printed, said)
    maker = record.get("byline")
    if role is Role.PHOTOGRAPHER and maker and not record.listed("credits") and _PEN_NAME.fullmatch(maker):
        record.credit(maker, role)


def _persons(item: Fields, name: str) -> list[tuple[Fields, Role | None]]:
    role = Role.PHOTOGRAPHER if name == "photographer" else None
    value = item.values.get(name)
    if isinstance(value, str) or (isinstance(value, list) and value and isinstance(value[0], str)):
        return [(item.of({"byline": line}), role) for line in item.texts(name)]
    return [(person, role) for person in item.objects(name)]


def _whole_name(person: Fields) -> str | None:
    names = (person.text("firstname", "first_name"), person.text("lastname", "last_name"))
    return " ".join(name.strip() for name in names if name) or None


def _provenance(item: Fields, record: Record) -> None:
    """Where it comes from: the agency, and the place."""
    for name in ("source", "infosources", "infosource", "provider"):
        value = item.values.get(name)
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, dict):
            for party in item.objects(name):
                record.set("source", party.text("name", "literal"))
        else:
            record.set("source", next(iter(item.texts(name)), None))
    located = item.values.get("located")
    if isinstance(located, dict):
        record.set("located", item.of(located).text("name", "city"))
    else:
        record.set("located", item.text("located"))
    for place in item.objects("datelinelocation"):
        record.set("located", place.text("city", "name"))
    record.set("dateline", texts.dateline(item))
    dateline = item.values.get("dateline")
    if isinstance(dateline, str):
        record.set("dateline", dateline)
    elif isinstance(dateline, dict):
        record.set("dateline", item.of(dateline).text("text"))
        for place in item.of(dateline).objects("located"):
            record.set("located", place.text("city"))


def _rights(item: Fields, record: Record) -> None:
    record.set("copyright", json_document.plain(item.text("copyrightnotice") or ""))
    record.set("copyright", item.text("copyrightholder"))
    for terms in item.texts("usageterms"):
        record.note("usageterms", json_document.plain(terms))
    for rights in item.objects("rightsinfo"):
        record.link("license", rights.text("linkedrights"))
        if "encodedrights" in rights or "encodedrights_xml" in rights:
            record.problem(
                "unread-rights", "The item has rights in a notation for machines, which was not read."
            )
    for warning in item.objects("contentwarnings", "contentwarning"):
        if said := warning.text("name", "literal", "uri"):
            record.problem("content-warning", f"The source warns of the content: {tidy(said)}.")


def _keywords(item: Fields) -> list[str]:
    found = concepts.keywords(item)
    for name in ("keywords", "tags"):
        value = item.values.get(name)
        if isinstance(value, str):
            found += value.replace(";", ",").split(",")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            found += [text for word in item.objects(name) if (text := word.text("name", "value"))]
        else:
            found += item.texts(name)
    return found


def _links(item: Fields, record: Record) -> None:
    url = item.text("url", "canonical_url")
    if url and url.startswith(("http://", "https://")):
        record.link("canonical", url)
    for name in _PREDECESSORS:
        for before in item.texts(name):
            record.link("predecessor-version", before)
    for trust in item.objects("trustindicators", "trustindicator"):
        record.link("related", trust.text("href"), trust.text("title"))
