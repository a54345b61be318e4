"""Subjects, genres, people, organisations and places of an item, in the notations of ninjs 1 to 3."""

from __future__ import annotations

import re
from typing import Any

from articles.wire.json_document import Fields
from articles.wire.record import Record
from articles.wire.story import Credit, Role

_ENTITIES = {
    "people": ("people", "persons", "person"),
    "organisations": ("organisations", "organisation", "organizations", "organization"),
    "places": ("places", "place"),
}
_ROLES = frozenset(role.value for role in Role)
_QCODE = re.compile(r"([A-Za-z][\w.-]*):(?!//)(\S.*)", re.DOTALL)
_NO_PREFIX = frozenset(("http", "https", "urn", "tag", "mailto"))


def read(item: Fields, record: Record) -> None:
    """Take the subjects and genres, the entities by name, and the section."""
    for name in ("subjects" if "subjects" in item else "subject", "genres" if "genres" in item else "genre"):
        for concept in _concepts(item, name):
            if "keyword" in _relations(concept):
                continue
            code, scheme = identified(concept)
            record.subject(concept.text("name", "title"), code, scheme)
            if name.startswith("subject") and "location" in _relations(concept):
                record.add("places", concept.text("name"))
    for key, names in _ENTITIES.items():
        for name in names:
            if name in item:
                named = (concept for concept in _concepts(item, name) if _did(concept) is None)
                record.add(key, *(concept.text("name") for concept in named))
    record.set("section", _section(item))


def credited(item: Fields) -> list[Credit]:
    """The people whose relation to the item is what they did for it, with their places."""
    return [
        Credit(name, role, _place(concept))
        for concept in _concepts(item, "people")
        if (role := _did(concept)) and (name := concept.text("name"))
    ]


def keywords(item: Fields) -> list[str]:
    """The subjects whose relation to the item is that they are its keywords."""
    found = [one.text("name") for one in _concepts(item, "subjects") if "keyword" in _relations(one)]
    return [name for name in found if name]


def _did(concept: Fields) -> Role | None:
    return next((Role(relation) for relation in _relations(concept) if relation in _ROLES), None)


def _place(person: Fields) -> str | None:
    for contact in person.objects("contactinfo"):
        if (contact.text("role") or "").lower() == "place":
            return next((place.text("locality") for place in contact.objects("address")), None)
    return None


def _concepts(item: Fields, name: str) -> list[Fields]:
    """The concepts of a list or the one instead of it; a bare text is the name of one, or its code."""
    value: Any = item.values.get(name)
    entries = value if isinstance(value, list) else [value] if value else []
    found = []
    for entry in entries:
        if isinstance(entry, dict):
            found.append(item.of(entry))
        elif isinstance(entry, str) and entry.strip():
            found.append(item.of({"code" if _qcode(entry) else "name": entry}))
        elif entry is not None:
            item.odd(name, "concepts")
    return found


def identified(concept: Fields) -> tuple[str | None, str | None]:
    """The code of a concept without its scheme, and that scheme.

    ninjs 1 has `code` and `scheme`, ninjs 2 and 3 `literal` and `uri`, Superdesk `qcode`; `medtop:04000000`
    is 04000000 of medtop, and of an address the last step is the code.
    """
    code = concept.text("code", "qcode", "literal")
    scheme = concept.text("scheme")
    address = (concept.text("uri") or "").strip()
    if code and not scheme and (parted := _qcode(code)):
        return parted[1], parted[0]
    if not address:
        return code, scheme
    if code and not scheme:
        return code, address.removesuffix(code) if address.endswith(code) else _parted(address)[0]
    if code:
        return code, scheme
    before, last = (parted[0], parted[1]) if (parted := _qcode(address)) else _parted(address)
    return (last, scheme or before) if last else (None, address)


def _qcode(code: str) -> tuple[str, str] | None:
    found = _QCODE.fullmatch(code.strip())
    return (
        None if found is None or found[1].lower() in _NO_PREFIX or " " in found[0] else (found[1], found[2])
    )


def _parted(address: str) -> tuple[str | None, str]:
    """An address before its last step, and that step: behind the last `/` or `#`, of a URN the last `:`."""
    at = max(address.rfind("/"), address.rfind("#"))
    if at < 0:
        at = address.rfind(":")
    return address[: at + 1] or None, address[at + 1 :]


def _relations(concept: Fields) -> list[str]:
    return [relation.lower() for relation in (*concept.texts("rel"), *concept.texts("rels"))]


def _section(item: Fields) -> str | None:
    """What the item was filed under: Superdesk's service, or the first subject that is called its category.

    Of categories in several languages the one in the language of the item.
    """
    for service in _concepts(item, "service"):
        return service.text("name", "code", "qcode")
    filed = [
        one
        for name in ("subjects", "subject")
        for one in _concepts(item, name)
        if "category" in _relations(one)
    ]
    language = item.text("language")
    filed.sort(key=lambda one: one.text("lang") not in (None, language))
    return filed[0].text("name", "code") if filed else item.text("section", "category", "sector")
