"""Who is named in a field that is known to name people: `By Jane Doe and John Roe, Reuters`, `Doe, Jane`."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.wire.copy import byline, byline_shapes
from articles.wire.copy.agencies import is_agency
from articles.wire.copy.names import is_name, is_staff, is_title, name_key, split_names
from articles.wire.story import Credit, Role

_ELIDED = re.compile(r"\b[dl](?=['’][^\W\d_a-z])")  # of d'Emilio, a name of its own though it begins small
_SHORT = 5  # letters of an agency's short name, all of them capitals
_LONGEST = 300  # characters of a field that may be a list of names


@lru_cache(maxsize=4096)
def people(text: str, role: Role = Role.AUTHOR) -> tuple[Credit, ...]:
    """The people of a byline or an author field, in printed order; titles and agencies beside them go.

    A printed byline may give its own roles (`Photos by`). A field that names an agency alone credits it.
    Initials of a desk (`gr/bp`), offices and running text credit nobody.
    """
    if not text or len(text) > _LONGEST:
        return ()
    shaped = _ELIDED.sub(lambda elided: elided[0].upper(), text)
    found = byline_shapes.read(shaped)
    if found and found.people:
        named = [
            Credit(
                text[slice(*who.name)],
                Role(who.role) if who.role in _ROLES and who.role != "author" else role,
                text[slice(*who.place)] if who.place else None,
            )
            for who in found.people
            if not _is_desk(text[slice(*who.name)])
        ]
        return distinct(named)
    if is_agency(text):
        return (Credit(text, role),)
    spans = [(start, start + len(_alone(text[start:end]))) for start, end in split_names(text)]
    listed = [who for span in spans if (who := _listed(text, shaped, *span, role))]
    if listed:
        return distinct(listed)
    names: list[str] = []
    if len(spans) == 2 and "," not in text:  # by their first names alone: Peter and Jane
        names = [text[start:end] for start, end in spans if _is_person(shaped[start:end], 1)]
        names = names if len(names) == 2 else []
    return distinct([Credit(name, role) for name in names])


def _listed(text: str, shaped: str, start: int, end: int, role: Role) -> Credit | None:
    """The person of one stretch of a list, perhaps with a place (`Jane Doe in Paris`); None for no person."""
    if _is_person(shaped[start:end], 2):
        return Credit(text[start:end], role)
    placed = byline.person(shaped, start, end)
    if placed is None or not _is_person(shaped[slice(*placed.name)], 2):
        return None
    return Credit(text[slice(*placed.name)], role, text[slice(*placed.place)] if placed.place else None)


def _alone(name: str) -> str:
    """The name without the agencies that some put behind it: `Jane Doe/AP/TT`."""
    while "/" in name:
        before, _, behind = name.rpartition("/")
        if not is_agency(behind.strip()) and not (behind.isupper() and len(behind) <= _SHORT):
            break
        name = before.rstrip()
    return name


def _is_person(text: str, least: int) -> bool:
    """Does the text name a person (of at least `least` words), and no job, office or institution?"""
    return is_name(text, least) and not text.startswith("The ") and not is_title(text) and not is_staff(text)


def _is_desk(name: str) -> bool:
    """Is it an agency's desk (`PA Scotland`), which stands behind a comma as a title does?"""
    first, _, rest = name.partition(" ")
    return bool(rest) and not name.isupper() and first.isupper() and len(first) < 6 and is_agency(first)


_ROLES = frozenset(role.value for role in Role)


def distinct(named: list[Credit]) -> tuple[Credit, ...]:
    """The credits without those of a name that stands before, whose place alone can be news."""
    if len(named) < 2:
        return tuple(named)
    found: dict[str, Credit] = {}
    for credit in named:
        key = name_key(credit.name) or credit.name
        known = found.setdefault(key, credit)
        if known.place is None and credit.place is not None:
            found[key] = Credit(known.name, known.role, credit.place)
    return tuple(found.values())
