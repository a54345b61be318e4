"""Credits below a story: `(Reporting by …; Editing by …)`, `Muhabir: …`, `X contributed from Y.`"""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.wire.copy import labels
from articles.wire.copy.agencies import is_agency
from articles.wire.copy.byline import Person, person
from articles.wire.copy.names import (
    is_caseless,
    is_desk,
    is_name,
    is_place,
    is_title,
    spaced_names,
    split_names,
)
from articles.wire.copy.vocabulary import CONTRIBUTED, CONTRIBUTED_SIGNS, CREDIT_OPENERS, REGIONS, phrases

LONGEST = 900
_BOOK = labels.PhraseBook(labels.ROLES)
_CONTRIBUTED = re.compile(CONTRIBUTED, re.IGNORECASE | re.VERBOSE)
_OPENERS = re.compile(rf"^(?:{CREDIT_OPENERS})", re.IGNORECASE | re.VERBOSE)
_REGIONS = frozenset(phrases(REGIONS))
_FROM = re.compile(
    r"\s*(?:from|in|aus|in|depuis|desde|da|vanuit|из)?\s+(?P<place>[^\W\d_][^.;()]{1,60}?)\s*[.\])）]*$",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"\breported\s+from\b")
_FROM_PLACE = re.compile(r"(?P<name>[^,;]{4,50}?)\s+(?:reported\s+)?from\s+(?P<place>[^;]{2,60})")
_AND = re.compile(r"\s*;\s*(?:and\s+)?|,?\s+and\s+|,\s+(?=[^,;]{4,50}?\s+from\s)")
_EDGES = " ()[]（）【】*•–—-_/#〔〕"
_CONTACT = re.compile(
    r"\S+@\S+|https?://\S+|\+?\d[\d\s()/.-]{5,}\d|\b(?:tel|phone|ph|fax|e-?mail)\b[.:]?.*$", re.IGNORECASE
)
_FRENCH_SERVICE = re.compile(r"\s+pour\s+le\s+service\s+\w+\s*,?\s*")
_DESK_SUFFIX = re.compile(r"\s+للنشرة\s+العربية|\s+للنشرة\b")
_SENTENCE = re.compile(r"(?<=[^\s.][^\s.])\.\s+(?=[^\W\d_])")
_CJK_REPORTER = re.compile(
    r"^[（(]\s*(?:[记記]者|通[讯訊][员員]|[编編][辑輯]|[责責]任[编編][辑輯]|[编編][译譯]|翻[译譯])\s*(?P<names>[\u4e00-\u9fff、\s]{2,40})\s*[)）]$"
)


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A person in a sign-off and the kind of phrase that named them (`reporter` becomes a role later)."""

    person: Person
    kind: str


@dataclass(frozen=True, slots=True)
class SignOff:
    """The credits of a sign-off in printed order, and stretches in it that name nobody."""

    credits: tuple[CreditLine, ...]
    rest: tuple[tuple[int, int], ...] = ()


def read(text: str) -> SignOff | None:
    """The sign-off that the paragraph is, or None where it is anything else."""
    if len(text) > LONGEST or len(text) < 4:
        return None
    return _reported(text) or _contributed(text) or _phrased(text)


def opens(text: str) -> bool:
    """Does the line look as if a sign-off began here?"""
    if text[0] not in "([（【*–—-":
        found = _BOOK.opens(text)
        if found is None:
            return False
        return found[1].endswith((" by", " von", " par")) or text[found[0] : found[0] + 1] in (":", "：")
    return _BOOK.opens(text) is not None


def tail(text: str) -> int | None:
    """Where a bracketed sign-off begins that ends the paragraph, behind its text; None if there is none."""
    if not text or text[-1] not in ")）]":
        return None
    start = max(
        text.rfind("(", 0, len(text) - 1),
        text.rfind("（", 0, len(text) - 1),
        text.rfind("[", 0, len(text) - 1),
    )
    if start <= 0 or len(text) - start > LONGEST:
        return None
    opened = _BOOK.opens(text[start:])
    if opened is None:
        return None
    found = read(text[start:])
    return start if found and found.credits and " " in opened[1] else None


def _reported(text: str) -> SignOff | None:
    """`Jane Doe reported from Cairo, and John Roe from Paris.`, perhaps with further credits behind."""
    start = len(text) - len(text.lstrip(_EDGES))
    if "reported" not in text or not _REPORTED.search(text, start):
        return None
    sentence = _SENTENCE.search(text, start)
    stop = sentence.start() if sentence else len(text.rstrip(" .)]"))
    named: list[CreditLine] = []
    at = start
    for cut in [*_AND.finditer(text, start, stop), None]:
        match = _FROM_PLACE.fullmatch(text, at, cut.start() if cut else stop)
        if match is None or not is_name(match["name"]) or not is_place(match["place"]):
            return None
        named.append(CreditLine(Person(match.span("name"), match.span("place")), "reporter"))
        at = cut.end() if cut else at
    if not sentence:
        return SignOff(tuple(named))
    found = read(text[sentence.end() :])
    if found is None:
        return None
    offset = sentence.end()
    named += [CreditLine(moved(line.person, offset), line.kind) for line in found.credits]
    return SignOff(tuple(named), tuple((a + offset, b + offset) for a, b in found.rest))


# ── Names first ──────────────────────────────────────────────────────────────────────────────────────────
def _contributed(text: str) -> SignOff | None:
    small = text.lower()
    for sign in CONTRIBUTED_SIGNS:
        if sign in small:
            break
    else:
        return None
    match = _CONTRIBUTED.search(text)
    if not match:
        return None
    start = 0
    while start < match.start() and text[start] in _EDGES:
        start += 1
    opener = _OPENERS.match(text[start:])
    if opener:
        start += opener.end()
    verb = match.start()
    end = match.end()
    common = None
    behind = text[end:].strip(" .)]）")
    if match.group().rstrip().casefold().endswith((" from", " in")):
        end -= 5 if match.group().rstrip().casefold().endswith("from") else 3
    more = ""
    if behind:
        sentence = re.compile(r"\.\s+(?=\S)").search(text, end)
        stop = sentence.start() if sentence else len(text)
        more = text[sentence.end() :] if sentence else ""
        if text[end:stop].strip(" .)]"):
            place = _FROM.match(text[end:stop])
            if not place or not _placelike(place["place"]):
                return None
            common = (end + place.start("place"), end + place.end("place"))
    people = _list(text, start, verb)
    if not people:
        return None
    if common:
        people = [who if who.place else Person(who.name, common) for who in people]
    named = [CreditLine(who, "contributor") for who in people]
    rest: tuple[tuple[int, int], ...] = ()
    if more:
        offset = len(text) - len(more)
        found = read(more)
        if found is None:
            return None
        named += [CreditLine(moved(line.person, offset), line.kind) for line in found.credits]
        rest = tuple((a + offset, b + offset) for a, b in found.rest)
    return SignOff(tuple(named), rest)


def moved(who: Person, offset: int) -> Person:
    place = (who.place[0] + offset, who.place[1] + offset) if who.place else None
    return Person((who.name[0] + offset, who.name[1] + offset), place, who.role)


def _placelike(text: str) -> bool:
    words = text.split()
    return bool(words) and len(words) <= 8 and (words[0][0].isupper() or is_caseless(text))


def _list(text: str, start: int, end: int, least: int = 2) -> list[Person] | None:
    """The people of a list, each with the place behind the own name; None where something else is in it."""
    people: list[Person] = []
    for first, last in split_names(text[start:end]):
        piece = text[start + first : start + last]
        opener = _OPENERS.match(piece)
        skip = opener.end() if opener and opener.end() < len(piece) else 0
        if _is_region(piece, text, start + first, people):
            people[-1] = _with_region(people[-1], start + first, piece)
            continue
        who = person(text, start + first + skip, start + last, least)
        if who is None:
            if people and is_title(piece):
                continue
            if is_agency(piece):
                who = Person((start + first, start + first + len(piece.rstrip(" ."))))
            else:
                return None
        people.append(who)
    return people


def _is_region(piece: str, text: str, at: int, people: list[Person]) -> bool:
    """Is the piece the state or country of the place before it, as in `John Roe in Salem, Oregon`?"""
    if not people or people[-1].place is None or text[people[-1].place[1] : at].strip() != ",":
        return False
    piece = piece.strip(" .,;")
    return piece.casefold() in _REGIONS or (" " not in piece and piece[:1].isupper() and not is_title(piece))


def _with_region(who: Person, at: int, piece: str) -> Person:
    start = who.place[0] if who.place else at
    abbreviated = re.search(r"\b\w{1,4}\.$", piece.rstrip(" ,;"))
    return Person(who.name, (start, at + len(piece.rstrip(" ,;" if abbreviated else " .,;"))))


# ── Phrases first ────────────────────────────────────────────────────────────────────────────────────────
def _phrased(text: str) -> SignOff | None:
    cjk = _CJK_REPORTER.match(text)
    if cjk:
        kind = labels.ROLES.get("编辑") if "编" in text[:4] or "編" in text[:4] else "author"
        return SignOff(
            tuple(
                CreditLine(Person((cjk.start("names") + a, cjk.start("names") + b)), kind or "author")
                for a, b in spaced_names(cjk["names"])
            )
        )
    start, stop = 0, len(text)
    while start < stop and text[start] in _EDGES:
        start += 1
    while stop > start and text[stop - 1] in _EDGES:
        if text[stop - 1] == ")" and text.count("(", start, stop) >= text.count(")", start, stop):
            break  # "Autor: Jane Doe (Berlin)"
        stop -= 1
    bracketed = text[0] in "([（【"
    if not bracketed and not _BOOK.may_open(text, start):
        return None  # a text that merely has such a phrase somewhere in it
    marks = _marks(text, start, stop, bracketed)
    if not marks:
        return None
    named: list[CreditLine] = []
    rest: list[tuple[int, int]] = []
    if marks[0][0] > start:
        until = marks[0][0]
        service = _FRENCH_SERVICE.search(text, start, until)
        if service:
            until = service.start()
        desk = text[start:until].strip(" ;,.")
        lead = _list(text, start, until) if bracketed and not is_desk(desk) else None
        if bracketed and is_desk(desk):
            rest.append((start, start + len(desk)))
        elif not lead:
            return None
        else:
            # "Jane Doe, Marie Dupont pour le service français": the last one translated
            kinds = ["reporter"] * (len(lead) - 1)
            kinds.append("translator" if service and len(lead) > 1 else "reporter")
            named += [CreditLine(who, kind) for who, kind in zip(lead, kinds, strict=True)]
    for index, (_, after, kind, least) in enumerate(marks):
        until = marks[index + 1][0] if index + 1 < len(marks) else stop
        found, left = _names(text, after, until, least)
        named += [CreditLine(who, kind) for who in found]
        rest += left
    unread = sum(last - first for first, last in rest if not _CONTACT.match(text, first))
    if (
        not named
        or (unread > max(60, (stop - start) * 0.5) and not (bracketed and len(named) > 1))
        or (unread > 30 and not bracketed and len(marks) == 1)
    ):
        return None
    return SignOff(tuple(named), tuple(rest))


def _marks(text: str, start: int, stop: int, bracketed: bool) -> list[tuple[int, int, str, int]]:
    """The phrases that open a list of names: start, end, kind, and the least words of a name behind it.

    One word that sentences use too counts only with a colon, in a bracket, or as an abbreviation.
    """
    marks: list[tuple[int, int, str, int]] = []
    for first, last, phrase in _BOOK.find(text[start:stop]):
        first, last = first + start, last + start
        after = last
        abbreviated = text[after : after + 1] == "." and (
            phrase.endswith(".") or phrase + "." in labels.ROLES
        )
        if abbreviated:
            after += 1
        colon = re.compile(r"\s*[:：]\s*").match(text, after)
        dash = re.compile(r"\s+[-–—]\s+").match(text, after) if bracketed else None
        opening = not marks and first == start
        joint = text[:first].rstrip()[-1:] in (";", ",", ".", "-", "–", "—", "/", "|", "•", "") or opening
        if colon:
            if not joint and not opening and text[first - 1 : first] != " ":
                continue
            marks.append((first, colon.end(), labels.ROLES[phrase], 1))
        elif dash and joint:
            marks.append((first, dash.end(), labels.ROLES[phrase], 1))
        elif (" " in phrase and (joint or first == start or phrase.endswith((" by", " von")))) or (
            joint and (bracketed or marks or abbreviated) and _named(text, after)
        ):
            marks.append((first, after, labels.ROLES[phrase], 2))
    return marks


def _named(text: str, at: int) -> bool:
    rest = text[at:].lstrip()
    return bool(rest) and (rest[0].isupper() or is_caseless(rest[0]))


def _names(text: str, start: int, end: int, least: int) -> tuple[list[Person], list[tuple[int, int]]]:
    """The people between two phrases, and what else stands there: numbers, addresses, offices."""
    people: list[Person] = []
    rest: list[tuple[int, int]] = []
    at = start
    for contact in [*_CONTACT.finditer(text, start, end), None]:
        _names_between(
            text, at, contact.start() if contact else end, least if at == start else 2, people, rest
        )
        if contact:
            if rest and not text[rest[-1][1] : contact.start()].strip(" ,;<>()"):
                rest[-1] = (rest[-1][0], contact.end())  # number and address of one person
            else:
                rest.append(contact.span())
            at = contact.end()
    return people, rest


def _names_between(
    text: str, start: int, end: int, least: int, people: list[Person], rest: list[tuple[int, int]]
) -> None:
    sentence = _SENTENCE.search(text, start, end)
    if sentence:
        if text[sentence.end() : end].strip():
            rest.append((sentence.end(), end))
        end = sentence.start()
    for first, last in split_names(text[start:end]):
        first, last = first + start, last + start
        while last > first and text[last - 1] in _EDGES + ".,;":
            if text[last - 1] == ")" and "(" in text[first:last]:
                break
            if text[last - 1] == "." and re.search(r"\b(?:\w|[JS]r)\.$", text[first:last]):
                break
            last -= 1
        while first < last and text[first] in "-–—*• ":
            first += 1
        desk = _DESK_SUFFIX.search(text, first, last)
        if desk:
            last = desk.start()
        piece = text[first:last]
        if not piece:
            continue
        if is_caseless(piece) and any("\u4e00" <= char <= "\u9fff" for char in piece) and " " in piece:
            people += [Person((first + a, first + b)) for a, b in spaced_names(piece)]
            continue
        if _is_region(piece, text, first, people):
            people[-1] = _with_region(people[-1], first, piece)
            continue
        if is_desk(piece):
            rest.append((first, last))
            continue
        who = person(text, first, last, least)
        if who and not (people and is_title(piece)):
            people.append(who)
        elif is_agency(piece) and not people:
            people.append(Person((first, last)))
        elif not is_title(piece) or (")" in piece and "(" not in piece):
            rest.append((first, last))


__all__ = ["CreditLine", "SignOff", "moved", "opens", "read", "tail"]
