"""The names of IPTC's codes, and what is broader than what: Media Topics, Subject Codes, genres.

The lists are IPTC's own; `README.md` beside them tells of their origin. https://iptc.org/standards/newscodes/
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["GENRE", "MEDIA_TOPIC", "SUBJECT_CODE", "broader", "equivalents", "name", "scheme", "topics"]

MEDIA_TOPIC, SUBJECT_CODE, GENRE = "medtop", "subj", "genre"  # IPTC's own aliases
_FOLDER = Path(__file__).parent
_ALIASES = {
    "medtop": MEDIA_TOPIC,
    "mediatopic": MEDIA_TOPIC,
    "mediatopics": MEDIA_TOPIC,
    "iptcmediatopic": MEDIA_TOPIC,
    "iptcmediatopics": MEDIA_TOPIC,
    "mediatopicnewscodes": MEDIA_TOPIC,
    "subj": SUBJECT_CODE,
    "iptc": SUBJECT_CODE,
    "subject": SUBJECT_CODE,
    "subjectcode": SUBJECT_CODE,
    "subjectcodes": SUBJECT_CODE,
    "iptcsubjectcode": SUBJECT_CODE,
    "iptcsubjectcodes": SUBJECT_CODE,
    "subjectnewscodes": SUBJECT_CODE,
    "genre": GENRE,
    "iptcgenre": GENRE,
}


class Topic(NamedTuple):
    """One code of a list. `broader` is a code of the same list, `same_as` one of the subject codes."""

    code: str
    name: str
    broader: str | None = None
    same_as: str | None = None


def scheme(said: str | None, code: str | None = None) -> str | None:
    """IPTC's alias of a scheme, whatever a source calls it: its address, `IPTC`, `IptcSubjectCodes`.

    A code of eight digits without a scheme tells its own: those of subjects begin with 01 to 17, and new
    Media Topics with 2. None for every other scheme.

    >>> scheme("http://cv.iptc.org/newscodes/mediatopic/"), scheme("IPTC"), scheme(None, "15054000")
    ('medtop', 'subj', 'subj')
    """
    if said:
        found = _ALIASES.get(_folded(said))
    else:
        found = None if code is None or len(code) != 8 or not code.isdecimal() else SUBJECT_CODE
    if found == SUBJECT_CODE and code and code not in topics(SUBJECT_CODE) and code in topics(MEDIA_TOPIC):
        return MEDIA_TOPIC
    return found


def _folded(said: str) -> str:
    last = said.rstrip("/#:").rsplit("/", 1)[-1] if "iptc.org" in said else said
    return "".join(char for char in last.lower() if char.isalnum())


def name(said: str | None, code: str | None) -> str | None:
    """The English name of a code in a scheme as a source calls it, or None."""
    known = scheme(said, code) if code else None
    topic = topics(known).get(code or "") if known else None
    return topic.name if topic else None


def broader(alias: str, code: str) -> tuple[str, ...]:
    """The codes that a code lies in, the nearest first; `alias` is one of the three."""
    found: list[str] = []
    topic = topics(alias).get(code)
    while topic and topic.broader and topic.broader not in found:
        found.append(topic.broader)
        topic = topics(alias).get(topic.broader)
    return tuple(found)


@cache
def topics(alias: str) -> dict[str, Topic]:
    """All codes of a list by their code."""
    if alias == MEDIA_TOPIC:
        return {row[0]: Topic(row[0], row[3], row[1] or None, row[2] or None) for row in _rows("mediatopics")}
    if alias == SUBJECT_CODE:
        return {row[0]: Topic(row[0], _plain(row[1]), _above(row[0])) for row in _rows("subjectcodes")}
    return {row[0]: Topic(row[0], row[1]) for row in _rows("genres")}


@cache
def _by_subject_code() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for topic in topics(MEDIA_TOPIC).values():
        if topic.same_as:
            found[topic.same_as] = (*found.get(topic.same_as, ()), topic.code)
    return found


def equivalents(alias: str, code: str) -> tuple[tuple[str, str], ...]:
    """The same meaning in the other list, as alias and code: of a Media Topic its subject code, and back."""
    if alias == MEDIA_TOPIC:
        topic = topics(MEDIA_TOPIC).get(code)
        return ((SUBJECT_CODE, topic.same_as),) if topic and topic.same_as else ()
    if alias == SUBJECT_CODE:
        return tuple((MEDIA_TOPIC, topic) for topic in _by_subject_code().get(code, ()))
    return ()


def _plain(name: str) -> str:
    """A name as a reader should see it; IPTC marks those that it has given up, and has a double blank."""
    return " ".join(name.removesuffix("-DEPRECATED").split())


def _above(code: str) -> str | None:
    """Subject codes are subject, matter and detail in two, three and three digits."""
    if code.endswith("000000"):
        return None
    return f"{code[:2]}000000" if code.endswith("000") else f"{code[:5]}000"


def _rows(list_name: str) -> list[list[str]]:
    lines = (_FOLDER / f"{list_name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]
