"""Who wrote an item: names as feeds write them, with mail addresses before, behind or instead of them."""

from __future__ import annotations

import re

from articles.wire import xml
from articles.wire.copy.names import is_staff
from articles.wire.copy.people import people
from articles.wire.feeds.names import Fields
from articles.wire.feeds.texts import guessed
from articles.wire.record import Record
from articles.wire.story import Role
from articles.wire.words import tidy

_MAIL = re.compile(r"(?:mailto:)?[^\s<>()\[\]\"',;:]{1,120}@[^\s<>()\[\]\"',;:]+", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>()]*|www\.[^\s<>()]*", re.IGNORECASE)
_EMPTY = re.compile(r"\(\s*\)|<\s*>|\[\s*\]|\"\s*\"")
_AROUND = " \t<>[]\"'·|,;:-–—/"
_LONGEST = 100  # characters of a name

_ROLES = {
    **dict.fromkeys(("author", "writer", "creator", "reporter", "journalist", "columnist"), Role.AUTHOR),
    **dict.fromkeys(("host", "co-host", "cohost"), Role.AUTHOR),
    **dict.fromkeys(("photographer", "camera", "camera operator", "photo"), Role.PHOTOGRAPHER),
    **dict.fromkeys(("editor", "managing editor"), Role.EDITOR),
    "translator": Role.TRANSLATOR,
    "contributor": Role.CONTRIBUTOR,
}


def role_of(word: str | None) -> Role | None:
    """Our role for the role that a module names, or None where it is none of a story's."""
    return _ROLES.get((word or "").strip().lower())


def name(text: str) -> str:
    """The name in an author field, without mail and web addresses; "" where it has nothing else."""
    if "@" in text:
        text = _MAIL.sub(" ", text)
    if "://" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    text = tidy(_EMPTY.sub(" ", text)).strip(_AROUND)
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1].strip(_AROUND)
    return text


def credit(record: Record, text: str | None, role: Role = Role.AUTHOR) -> bool:
    """Credit the people of one author field; was anybody named?

    The field is the byline, too, where it reads like a printed line: where there is more in it than one name.
    A field that names nobody (`Staff Reporter`) is a byline alone.
    """
    text = name(guessed(text).line()) if text else ""
    if not text:
        return False
    if not any(map(str.isalpha, text)):
        return False
    named = people(text, role)
    if not named and " " in text:
        named = tuple(who for who in people(f"By {text}", role) if not who.name.startswith("By "))
    for who in named:
        record.credit(who.name, who.role, who.place)
    if [who.name for who in named] == [text]:
        return True
    if not named and not is_staff(text) and len(text) <= _LONGEST:
        record.credit(text, role)
    elif role is Role.AUTHOR:
        record.set("byline", text)
    return True


def from_fields(record: Record, item: Fields, *inherited: Fields) -> None:
    """Credit those whom an item names; where it has no author, those of the first of `inherited` that has.

    https://www.rfc-editor.org/rfc/rfc4287#section-4.2.1
    """
    for fields in (item, *inherited):
        if _authors(record, fields):
            break
    for element in item.each("contributor", "atom:contributor", "dc:contributor", "dcterms:contributor"):
        credit(record, person(item, element), Role.CONTRIBUTOR)
    for element in item.each("podcast:person"):
        role = element.get("role")
        known = role_of(role or "host")
        if known is not None:
            record.credit(element.text, known)
        else:
            record.add("people", element.text)


def _authors(record: Record, fields: Fields) -> bool:
    """Credit the authors by the most telling element that there is: the standard's own, then the modules'."""
    record.set("byline", fields.text("prism:byline", "byline"))
    for names in _AUTHORS:
        named = [credit(record, person(fields, element)) for element in fields.each(*names)]
        if any(named):
            return True
    return False


_AUTHORS = (
    ("dc:creator", "dcterms:creator", "dc:author"),
    ("author", "atom:author"),
    ("prism:byline", "byline"),
    ("itunes:author", "googleplay:author"),
)


def person(fields: Fields, element: xml.Element) -> str | None:
    """The text that names a person: Atom's `name` within it, else the text of the element itself."""
    if not len(element):
        text: str | None = element.text
        return text
    parts = fields.vocabulary.fields(element)
    named = parts.text("name", "atom:name", "title", "?:name")
    if named is None and _ADDRESSES.isdisjoint(parts.found):
        return xml.words(element)  # a name with mark-up in it
    return named


_ADDRESSES = frozenset(("email", "uri", "url", "atom:email", "atom:uri", "?:email", "?:uri"))
