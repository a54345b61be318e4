"""Bylines: the printed line that says who wrote a story, and the names in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from articles.wire import dates
from articles.wire.copy import labels
from articles.wire.copy.agencies import is_agency
from articles.wire.copy.names import is_caseless, is_name, is_staff, is_title, spaced_names, split_names
from articles.wire.copy.vocabulary import BYLINE_TAILS, PLACE_WORDS, alternation

_LONGEST = 200
# Words for the text of a story beside those for its pictures: they need a colon.
_WORDS = ("text", "texte", "textes", "words", "story", "texto", "testo", "tekst", "текст")
# Words for writers in Chinese; names behind them stand apart by blanks.
_CHINESE_WORDS = re.compile(r"[记記]者|^[文作撰采通]")


@dataclass(frozen=True, slots=True)
class Person:
    """A name in a credit, and the place that the credit itself gives it, as stretches of the text.

    `role` is that of a byline's words for it: `Photos by`, `Translated by`.
    """

    name: tuple[int, int]
    place: tuple[int, int] | None = None
    role: str = "author"


@dataclass(frozen=True, slots=True)
class Byline:
    """Where the byline ends, who is named, and the date and section that a page's byline can hold.

    `date` is the stretch where a date should be; it is empty where the page left it out.
    """

    end: int
    people: tuple[Person, ...]
    date: tuple[int, int] | None = None
    section: tuple[int, int] | None = None
    start: int = 0


_BOOK = labels.PhraseBook(labels.BYLINE)
_PARTS_IN = {
    phrase: role
    for phrase, role in labels.ROLES.items()
    if role in ("photographer", "translator", "editor", "contributor")
}
_SHARED = labels.PhraseBook({**_PARTS_IN, **dict.fromkeys(labels.BYLINE), **dict.fromkeys(_WORDS)})
_HAN_NAMES = re.compile(r"[\u4e00-\u9fff]{2,4}(?:\s[\u4e00-\u9fff]{2,4}){1,5}")
_COLON = re.compile(r"\s?[:：]\s*")
_JOINT = re.compile(r"\s*(?:[;,|/·•.–—-]\s*(?:and\s+|und\s+|et\s+)?|\s(?:and|und|et|y|e)\s+)$")
_POSTED_IN = re.compile(r"\.?\s*\bPosted in\b:?\s*", re.IGNORECASE)
_ON = re.compile(r"\s+(?:on|am|le|el|il|em|op|den|dne|dnia)\b[\s:]*", re.IGNORECASE)
_PARTS = re.compile(r"\s*[|•·]\s*|\s+[-–—]+\s+|\s*[／]\s*")
_SUFFIX = re.compile(r"\s*(?:\([^()]{1,40}\)|/\s?[\w.-]{2,20}(?:\s[\w.-]{2,20})?)$")
_BRACKETED_PLACE = re.compile(r"^(?P<name>[^()]{3,60}?)\s*\((?P<place>[^()\d@]{2,40})\)$")
_PLACED = re.compile(
    rf"^(?P<name>\S.{{1,60}}?)\s+(?:{alternation(PLACE_WORDS)})\s+(?P<place>[^\W\d_].{{1,50}})$",
    re.IGNORECASE,
)
_PLACE_WORD = re.compile(rf"(?:{alternation(PLACE_WORDS)})\s+(?=\S)", re.IGNORECASE)
_TAIL = re.compile(rf"^(?P<names>[^\W\d_][^=\d]{{1,40}}?)\s?(?:{alternation(BYLINE_TAILS)})\s*[=＝]?$")
_OWN = re.compile(
    r"(?:our|own|a|the|staff|special|unser[em]*|unsere[rmn]?|notre|nuestr[oa]|nostr[oa]|noss[oa]|onze|vår|vores|наш)\s",
    re.IGNORECASE,
)
_JOBS = re.compile(
    r"\b(?:writers?|reporters?|correspondents?|editor|staff|columnist|journalist|muhabiri?|korrespondent(?:in)?|redakteur(?:in)?"
    r"|reporterin|correspondante?|journaliste|corresponsal|periodista|redactora?|inviat[oa]|corrispondente|giornalista|correspondente|jornalista|repórter"
    r"|verslaggever|redacteur|корреспондент|обозреватель|кореспондент|dziennikarka|dziennikarz|korespondent(?:ka)?)\b",
    re.IGNORECASE,
)


def person(text: str, start: int, end: int, least: int = 2) -> Person | None:
    """The person named by `text[start:end]`, perhaps with a place or an agency behind; None if nobody."""
    while start < end and text[start] in " *•":
        start += 1
    while end > start and (
        text[end - 1] in " ,;:" or (text[end - 1] == "." and not _initial(text[start:end]))
    ):
        end -= 1
    piece = text[start:end]
    bracketed = _BRACKETED_PLACE.match(piece)
    if bracketed and is_name(bracketed["name"], least):
        word = _PLACE_WORD.match(piece, bracketed.start("place"))  # (in Berlin)
        first = word.end() if word else bracketed.start("place")
        where = piece[first : bracketed.end("place")]
        place = (
            None
            if is_title(where) or not _is_place_name(where)
            else (start + first, start + first + len(where))
        )
        return Person((start, start + bracketed.end("name")), place)
    suffix = _SUFFIX.search(piece)
    if suffix and is_name(piece[: suffix.start()], least):
        return Person((start, start + suffix.start()))
    placed = _PLACED.match(piece)
    if placed and is_name(placed["name"], least) and _is_place_name(placed["place"]):
        return Person(
            (start, start + placed.end("name")), (start + placed.start("place"), start + placed.end("place"))
        )
    if is_name(piece, least):
        return Person((start, end))
    return None


def _initial(piece: str) -> bool:
    return bool(re.search(r"(?:^|[\s.])(?:\w|[JS]r)\.$", piece))


def _is_place_name(text: str) -> bool:
    words = text.split()
    return (
        1 <= len(words) <= 5
        and not any(char.isdigit() for char in text)
        and (words[0][0].isupper() or is_caseless(words[0]))
    )


def read(text: str) -> Byline | None:
    """The byline that the line is, or None. The whole line must be one: names, titles and no other words."""
    if len(text) > _LONGEST or len(text) < 4:
        return None
    shared = _shared(text)
    if shared:
        return shared
    opened = _BOOK.opens(text)
    if opened is None:
        return _without_word(text)
    end, phrase = opened
    if end < len(text) and text[end] == "." and text[end + 1 : end + 2] == " ":  # "Oprac. Jan Nowak"
        end += 1
    colon = end < len(text) and text[end] in ":：/／ " and text[end : end + 2].strip() != ""
    has_colon = end < len(text) and (text[end] in ":：／/" or text[end : end + 2] == " :")
    if not colon:
        return _without_word(text)
    start = end
    while start < len(text) and text[start] in " :：／/":
        start += 1
    if phrase == "written by":
        found = _of_a_page(text, start)
        if found:
            return found
    if phrase == "byline" and not has_colon:
        return None
    least = 1 if has_colon or (phrase not in labels.BYLINE_WEAK and is_caseless(text[start:])) else 2
    if (
        phrase in labels.BYLINE_WEAK
        and not has_colon
        and is_caseless(text)
        and not any(c < "\u0400" for c in phrase)
    ):
        least = 2
    if _CHINESE_WORDS.search(phrase) and _HAN_NAMES.fullmatch(text, start):
        return Byline(len(text), tuple(Person((start + a, start + b)) for a, b in spaced_names(text[start:])))
    found = _names(text, start, least)
    if found and phrase == "byline":  # a field's name, not a printed word
        return replace(found, start=start)
    return found or _without_word(text)


def _shared(text: str) -> Byline | None:
    """`Story by Jane Doe; Photos by John Roe`, `Translated by Kim Lee`: names and their parts in it."""
    marks: list[tuple[int, int, str]] = []
    colons = 0
    for first, last, phrase in _SHARED.find(text):
        colon = _COLON.match(text, last)
        joint = not text[:first].strip(" ([*") or _JOINT.search(text, 0, first)
        if not joint or not (colon or " " in phrase or (not marks and phrase == "by")):
            continue
        colons += bool(colon)
        marks.append((first, colon.end() if colon else last, _PARTS_IN.get(phrase, "author")))
    roles = {role for _, _, role in marks}
    if roles <= {"author"} or text[: marks[0][0]].strip(" ([*") or (len(marks) == 1 and colons):
        return None  # a lone "Photos: …" may as well be a headline
    people: list[Person] = []
    ends = [mark[0] for mark in marks[1:]] + [len(text)]
    for (_, start, role), end in zip(marks, ends, strict=True):
        joint = _JOINT.search(text, start, end) if end < len(text) else None
        while start < end and text[start] == " ":
            start += 1
        end = joint.start() if joint else len(text[:end].rstrip(" .)]"))
        named = _people(text, start, end, 2)
        if not named:
            return None
        people += [replace(who, role=role) for who in named]
    return Byline(len(text), tuple(people))


def _of_a_page(text: str, start: int) -> Byline | None:
    """`Written by NAMES on DATE. Posted in SECTION`, of which a page may have left the date empty."""
    posted = _POSTED_IN.search(text, start)
    stop = posted.start() if posted else len(text)
    on = re.compile(r"\s+on\b\s*").search(text, start, stop)
    end = on.start() if on else stop
    while end > start and text[end - 1] in " .":
        end -= 1
    people = _people(text, start, end, 1)
    if people is None:
        return None
    date = None
    if on:
        until = stop
        while until > on.end() and text[until - 1] in " .":
            until -= 1
        date = (on.end(), max(until, on.end()))
    section = None
    if posted and posted.end() < len(text):
        until = len(text)
        while until > posted.end() and text[until - 1] in " .":
            until -= 1
        section = (posted.end(), until) if until > posted.end() else None
    if not posted and not on:
        return None
    return Byline(end, people, date, section)


def _names(text: str, start: int, least: int) -> Byline | None:
    """The rest of a byline: names, then perhaps titles and a date behind bars or dashes."""
    cuts = [(part.start(), part.end()) for part in _PARTS.finditer(text, start)]
    stop = cuts[0][0] if cuts else len(text)
    end = len(text)
    date = None
    ends = [cut[0] for cut in cuts[1:]] + [len(text)]
    for (cut, first), last in zip(cuts, ends, strict=False):
        piece = text[first:last]
        if date is None and _is_date(piece):
            date = (first, last)
            end = min(end, cut)
        elif date is None and not is_title(piece) and not _is_place_name(piece):
            return None
    if date is None:
        on = _ON.search(text, start, stop)
        if on and _is_date(text[on.end() : stop].rstrip(" .")):
            date = (on.end(), stop)
            stop = end = on.start()
        else:
            found = dates.find(text[start:stop]) if any(map(str.isdigit, text[start:stop])) else None
            if found and start + found[2] >= len(text[:stop].rstrip(" .")):
                date = (start + found[1], stop)
                stop = end = start + len(text[start : start + found[1]].rstrip(" ,;|"))
    people = _people(text, start, stop, least)
    if people is None:
        return None
    return Byline(end, people, date)


def _is_date(text: str) -> bool:
    return any(char.isdigit() for char in text) and dates.read(text, "UTC") is not None


def _people(text: str, start: int, stop: int, least: int) -> tuple[Person, ...] | None:
    """The people of a list of names and titles; None where something else is in it."""
    people: list[Person] = []
    others = 0
    whole = text[start:stop].strip(" .")
    if whole and (is_staff(whole) or is_agency(whole)):
        return (Person((start, start + len(text[start:stop].rstrip(" .")))),) if is_agency(whole) else ()
    pieces = split_names(text[start:stop])
    if not pieces or len(pieces) > 16:
        return None
    for first, last in pieces:
        piece = text[start + first : start + last]
        found = person(text, start + first, start + last, least)
        if (_OWN.match(piece) and is_title(piece)) or (found and people and is_title(piece)):
            others += 1
        elif found:
            people.append(found)
        elif is_title(piece) or (people and _is_place_name(piece.strip("."))):
            others += 1
        else:
            return None
    if not people and not others:
        return None
    return tuple(people) if people or others == len(pieces) else None


def _without_word(text: str) -> Byline | None:
    """`Jane Doe, AP Science Writer`, `홍길동 기자`: a byline by its title alone."""
    tail = _TAIL.match(text)
    if tail and is_caseless(tail["names"]):
        people = tuple(
            Person((word.start(), word.end()))
            for word in re.finditer(r"[^\s·,、]+", tail["names"])
            if len(word.group()) >= 2
        )
        return Byline(len(text), people) if people else None
    cut = re.search(r"\s*(?:,|\||[-–—]\s|/)\s*", text)
    if not cut or is_caseless(text):
        return None
    name, title = text[: cut.start()], text[cut.end() :]
    if (
        is_name(name)
        and _JOBS.search(title)
        and is_title(title)
        and len(title.split()) <= 5
        and title[-1] not in ".!?"
    ):
        lower = [word for word in title.split() if word[0].islower()]
        if len(lower) <= 2:
            return Byline(len(text), (Person((0, cut.start())),))
    return None


def is_below(text: str) -> bool:
    """A bare line below a byline, the writer's agency or job (`Associated Press`, `AP Sports Writer`)."""
    if len(text) > 60 or (text[-1] in ".!?:" and not is_agency(text)):
        return False
    words = text.split()
    if is_agency(text):
        return True
    return (
        len(words) <= 5
        and is_title(text)
        and (bool(_JOBS.search(text)) or is_agency(words[0]))
        and sum(1 for word in words if word[0].isupper()) >= len(words) - 1
    )
