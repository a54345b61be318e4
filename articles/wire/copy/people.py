"""Who is named in a field that is known to name people: `By Jane Doe and John Roe, Reuters`, `Doe, Jane`."""

from __future__ import annotations

from functools import lru_cache

from articles.wire.copy import byline_shapes
from articles.wire.copy.agencies import is_agency
from articles.wire.copy.names import is_name, is_staff, is_title, name_key, split_names
from articles.wire.story import Credit, Role

_LONGEST = 300  # characters of a field that may be a list of names


@lru_cache(maxsize=4096)
def people(text: str, role: Role = Role.AUTHOR) -> tuple[Credit, ...]:
    """The people of a byline or an author field, in printed order; titles and agencies beside them go.

    A printed byline may give its own roles (`Photos by`). A field that names an agency alone credits it.
    Initials of a desk (`gr/bp`), offices and running text credit nobody.
    """
    if not text or len(text) > _LONGEST:
        return ()
    found = byline_shapes.read(text)
    if found and found.people:
        named = [
            Credit(
                text[slice(*who.name)],
                Role(who.role) if who.role in _ROLES and who.role != "author" else role,
                text[slice(*who.place)] if who.place else None,
            )
            for who in found.people
        ]
        return distinct(named)
    if is_agency(text):
        return (Credit(text, role),)
    pieces = [text[start:end] for start, end in split_names(text)]
    names = [piece for piece in pieces if is_name(piece) and not is_title(piece) and not is_staff(piece)]
    return distinct([Credit(name, role) for name in names])


_ROLES = frozenset(role.value for role in Role)


def distinct(named: list[Credit]) -> tuple[Credit, ...]:
    """The credits without those of a name that stands before, whose place alone can be news."""
    found: dict[str, Credit] = {}
    for credit in named:
        key = name_key(credit.name) or credit.name
        known = found.setdefault(key, credit)
        if known.place is None and credit.place is not None:
            found[key] = Credit(known.name, known.role, credit.place)
    return tuple(found.values())
