"""Datelines: the place, date and agency that open a story, in the manners of many agencies.

    ANKARA, July 8 (Reuters) - …      Paris, 8 juil 2016 (AFP) -…       Hakan Öz - MOSCOW (AA) - …
    МОСКВА, 8 июля. /ТАСС/. …         (ANSA) - ROMA, 8 LUG - …          LONDON--(BUSINESS WIRE)--…
    新华社北京7月8日电（记者王某）…   (서울=연합뉴스) 홍길동 기자 = …    【東京共同】…

A dateline is found from its agency outwards: what stands before must be a place, perhaps with a date and a
reporter, and what stands behind must part it from the text. Where that is not so, there is no dateline.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from articles.wire import dates
from articles.wire.copy.agencies import is_agency, maybe_agency
from articles.wire.copy.dateline_cjk import east_asian
from articles.wire.copy.dateline_parts import Dateline
from articles.wire.copy.names import is_caseless, is_name, is_place, split_names
from articles.wire.copy.notice_words import LEADING_PLACE_STOP
from articles.wire.copy.vocabulary import NO_PLACES, phrases

WINDOW = 260  # no dateline is longer
_STOP = frozenset(phrases(LEADING_PLACE_STOP) + phrases(NO_PLACES))
_THE = frozenset(("hague", "valley", "bronx", "dalles", "woodlands", "pas", "gambia", "netherlands"))
# Places with so few letters that they could be a firm or a body as well.
_SHORT = frozenset(
    phrases(
        """
        rome; oslo; lima; bonn; bern; doha; kiev; kyiv; riga; baku; lyon; nice; bari; cork; graz; linz; kiel
        gent; pisa; suva; apia; lomé; lome; dili; male; metz; cali; pune; agra; york; bath; hull; reno; aden
        sana; roma; wien; köln; jena; gera; ulm; jaén; león; caen; brno; łódź; lviv; omsk; perm; ufa; van; muş
        ağrı; ordu; rize; iran; iraq; cuba; chad; mali; peru; togo; laos; oman
        """
    )
)


_DIGIT = re.compile(r"\d")
_LATER_WORD = re.compile(r"(?<=[\s,.])[^\s,]+")
_DASH = r"(?:\.?\s*(?:--+|[-–—―_=])|\.\s?[-–—])"
_SEPARATOR = re.compile(rf"\s*(?:{_DASH}\s*|[:：]\s+|\.\s+(?=\S))")
_LOOSE = re.compile(rf"\s*(?:{_DASH}\s*|[:：]\s*|[.,]\s*|\s)")
_BRACKETED = re.compile(
    r"\(([^()\n]{1,60})\)|\[([^\[\]\n]{1,60})\]|/\s?([^/\n]{2,60}?)\s?/|（([^（）\n]{1,40})）"
)
_REPORTER_SPLIT = re.compile(r"\s+[-–—]\s*|\s*[-–—]\s+|\s*/\s+|\s+/\s*|\s*[|]\s*")
_REPORTER_AFTER = re.compile(r"(?P<name>[^-–—.:;!?\"“]{4,60}?)\s*(?:\s[-–—]\s|\s?[-–—]\s|--)\s*(?=\S)")
# TASS names its reporter with itself: "/Корр. ТАСС Иван Петров/", "/TASS Correspondent Ivan Petrov/"
_CORRESPONDENT = re.compile(
    r"(?:(?:Спец)?[Кк]орр(?:\.|еспондент\w*)|[Cc]orr(?:\.|espondents?))\s+"
    r"(?P<agency>[^\W_]+(?:-[^\W_]+)?)\s+(?P<names>\S.+)"
    r"|(?P<first>[^\W_]+(?:-[^\W_]+)?)\s+(?:[Cc]orr(?:\.|espondents?)|[Кк]орр(?:\.|еспондент\w*))\s+"
    r"(?P<later>\S.+)"
)
_WEEKDAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
    r"|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
    r"|(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)",
    re.IGNORECASE,
)

_WIRE = re.compile(
    r"(?P<place>[^\n]{2,70}?)\s*--?\s*\((?P<agency>[A-Z][A-Za-z .&-]{2,30})\)\s*--?\s*(?=\S|$)"
)
_SLASHES = re.compile(
    r"(?P<place>[^/\n]{2,60}?)\s+/\s+(?P<agency>[A-Z][A-Za-z .]{2,25}?)\s+/\s+(?P<date>[^/\n]{6,30}?)\s+/\s*"
)
_PLACE_DASH = re.compile(r"(?P<place>[^\n]{2,60}?)(?:\s+(?:--+|[-–—―_])\s+|\s?(?:--+|[–—―])\s?)(?=\S)")

_ANY_DASH = re.compile("[-–—―_]")


def find(text: str) -> Dateline | None:
    """The dateline that opens the paragraph, or None."""
    window = text[:WINDOW]
    if not window:
        return None
    return east_asian(window) or _by_agency(window) or _by_date(window) or _by_dash(window, len(text))


# ── By the agency ────────────────────────────────────────────────────────────────────────────────────────
def _by_agency(text: str) -> Dateline | None:
    for pattern, sign in ((_WIRE, "("), (_SLASHES, " / ")):
        match = pattern.match(text) if sign in text else None
        if match and is_agency(match["agency"]) and is_place(match["place"]):
            wire = pattern is _WIRE
            end = match.end("agency") + 1 if wire else match.end("date")
            return Dateline(
                0,
                end,
                match.end(),
                _trim(text, 0, match.end("place")),
                match.span("agency"),
                None if wire else match.span("date"),
            )
    brackets = _BRACKETED.finditer(text) if any(sign in text for sign in "([/（") else ()
    for match in islice(brackets, 3):
        group = next(number for number in range(1, 5) if match[number] is not None)
        found = _around(text, match.start(), match.end(), match.span(group))
        if found:
            return found
    return _unbracketed(text)


def _around(text: str, start: int, end: int, agency: tuple[int, int]) -> Dateline | None:
    """The dateline around a bracket that may hold an agency."""
    agency, named = _with_correspondent(text, *agency)
    name = text[agency[0] : agency[1]].strip()
    known = is_agency(name)
    if not known and not (
        len(name.split()) <= 4
        and any(char.isalpha() for char in name)
        and not any(char.isdigit() for char in name)
    ):
        return None
    agency = _trim(text, *agency)
    separator = _SEPARATOR.match(text, end)
    before = text[:start]
    if not before.strip():
        return _agency_first(text, end, agency, separator) if known else None
    stop = end
    date_after = None
    if separator is None or known:
        # EFE and AA print the date behind the agency: "ANKARA (A.A) - 08.07.2016 - text"
        behind = separator.end() if separator else end + 1
        until = dates.dateline_date(text, behind)
        if until:
            again = _SEPARATOR.match(text, until)
            if again and _is_dash(again.group()):
                date_after, stop, separator = (behind, until), until, again
    place = _before(text, start)
    if place is None:
        return None
    located, date, reporters = place
    if located and text[slice(*located)].casefold() in _STOP:
        return None
    if separator is None:
        loose = _LOOSE.match(text, end)
        if stop == len(text.rstrip()) or (known and date and stop == end and not text[end:].strip()):
            rest = len(text)
        elif known and loose and not text[loose.end() : loose.end() + 1].islower():
            rest = loose.end()
        else:
            return None
    else:
        if not known and not _is_dash(separator.group()):
            return None
        rest = separator.end()
    if not known:
        printed = text[located[0] : located[1]] if located else ""
        if name.islower() or not maybe_agency(name):
            return None
        if not date and not (_sure_place(printed, name) and _opens_text(text, rest)):
            return None
    first = located[0] if located else (date[0] if date else start)
    reporters, rest = _reporter_behind(text, rest, reporters) if separator else (reporters, rest)
    return Dateline(first, stop, rest, located, agency, date or date_after, reporters + named)


def _with_correspondent(
    text: str, start: int, end: int
) -> tuple[tuple[int, int], tuple[tuple[int, int], ...]]:
    """The agency of a bracket that may name its correspondent too, and the names."""
    match = _CORRESPONDENT.fullmatch(text, start, end)
    if not match:
        return (start, end), ()
    agency, names = ("agency", "names") if match["agency"] else ("first", "later")
    offset = match.start(names)
    pieces = split_names(match[names])
    if not is_agency(match[agency]) or not all(is_name(match[names][a:b]) for a, b in pieces):
        return (start, end), ()
    return match.span(agency), tuple((offset + a, offset + b) for a, b in pieces)


def _sure_place(printed: str, name: str) -> bool:
    """Are these capitals a place even with an unknown name behind, and no firm, office or label?"""
    words = printed.casefold().split()
    if not printed.isupper() or len(printed) <= 2 or _is_label(printed):
        return False
    if words[0] == "the" and words[-1] not in _THE:
        return False
    return len(printed) > 4 or name.isupper() or printed.casefold() in _SHORT


def _is_label(printed: str) -> bool:
    """Are the capitals before a dash the name of a kind of text (`ANALYSIS`), not of a place?"""
    capitals = printed.split(",")[0]
    return printed.casefold() in _STOP or any(
        word.strip(".,").casefold() in _STOP for word in capitals.split()
    )


def _opens_text(text: str, rest: int) -> bool:
    """Does a sentence begin here, and not go on?"""
    return not text[rest : rest + 1].islower()


def _agency_first(
    text: str, end: int, agency: tuple[int, int], separator: re.Match[str] | None
) -> Dateline | None:
    """`(CNN) -- text`, and `(ANSA) - ROMA, 8 LUG - text` with place and date behind the agency."""
    if separator is None:
        return None
    if not _is_dash(separator.group()) and separator.group().strip() != ":":
        return None
    again = re.compile(rf"\s*{_DASH}\s*").search(text, separator.end(), separator.end() + 70)
    if again:
        # the stop before the dash may be that of a month: "3 mar. - "
        full = again.start() + text[again.start() : again.end()].startswith(".")
        place = _before(text, full, separator.end())
        if place and place[0] and not place[2] and (place[1] or text[place[0][0] : place[0][1]].isupper()):
            located, date, _ = place
            stop = len(text[: again.start()].rstrip(" ."))
            if date and text[stop : stop + 1] == "." and date[1] > stop:
                stop += 1
            return Dateline(agency[0] - 1, stop, again.end(), located, agency, date)
    return Dateline(agency[0] - 1, end, separator.end(), None, agency)


_Place = tuple[tuple[int, int] | None, tuple[int, int] | None, tuple[tuple[int, int], ...]]


def _before(text: str, stop: int, start: int = 0) -> _Place | None:
    """What stands before an agency, as place, date and reporters; None if that is no dateline."""
    reporters: tuple[tuple[int, int], ...] = ()
    begin = start
    cuts = list(_REPORTER_SPLIT.finditer(text, start, stop))
    for cut in reversed(cuts):
        left = text[start : cut.start()].strip()
        left_names = split_names(left)
        if (
            left
            and text[cut.end() : stop].strip(" ,.")
            and left_names
            and all(is_name(left[a:b]) for a, b in left_names)
        ):
            slash = "/" in cut.group()
            if left.isupper() and not slash and not text[cut.end() : stop].strip(" ,.").isupper():
                break
            offset = text.index(left, start)
            reporters = tuple((offset + a, offset + b) for a, b in left_names)
            begin = cut.end()
            break
    date = _date_ending(text, begin, stop)
    spelled = None if date else _HINDI_DATE.search(text, begin, stop)
    if spelled:
        date = spelled.span("date")  # a day in words names no year, so nothing more is read from it
    until = date[0] if date else stop
    located = _trim(text, begin, until)
    if date:
        joint = _BEFORE_DATE.search(text, *located)
        located = (located[0], joint.start()) if joint else located
    if located[0] >= located[1]:
        return (None, date, reporters) if date else None
    printed = text[located[0] : located[1]]
    if not date and any(char.isdigit() for char in printed):
        head = re.match(r"[^\d,]+", printed)
        if not head or not is_place(head.group().strip(" .")) or len(printed) > 50:
            return None
        words = head.group().strip(" .")
        located = (located[0], located[0] + len(words))
        printed = words
    if not is_place(printed):
        return None
    return located, date, reporters


def _date_ending(text: str, begin: int, stop: int) -> tuple[int, int] | None:
    """The date that ends at `stop` (trailing commas and stops aside), or None."""
    last = stop
    while last > begin and text[last - 1] in " ,":
        last -= 1
    for word in re.finditer(r"\S+", text[begin:last]):
        at = begin + word.start()
        until = dates.dateline_date(text, at)
        if until is None:
            weekday = _WEEKDAY.match(text, at)
            if weekday and weekday.end() <= last:
                behind = re.compile(r"[,.]?\s*").match(text, weekday.end())
                until = dates.dateline_date(text, behind.end()) if behind else None
                if until is None and weekday.end() >= last and at > begin:
                    until = weekday.end()
        if until is not None and (last - 1 <= until <= stop or _WEEKDAY_BEHIND.fullmatch(text, until, last)):
            return at, until
    return None


def _reporter_behind(
    text: str, rest: int, reporters: tuple[tuple[int, int], ...]
) -> tuple[tuple[tuple[int, int], ...], int]:
    """AA prints reporters behind the dateline too: `İSTANBUL (AA) - AYŞE YILMAZ - text`."""
    match = _REPORTER_AFTER.match(text, rest)
    if not match:
        return reporters, rest
    names = split_names(match["name"])
    behind = text[match.end() : match.end() + 1]
    if not names or not all(is_name(match["name"][a:b]) for a, b in names) or is_caseless(match["name"]):
        return reporters, rest
    tail = text[match.end() : match.end() + 60]
    if (match["name"].isupper() and not tail.isupper()) or (
        behind.isupper() and not match["name"].isupper() and len(names) == 1
    ):
        found = tuple((match.start("name") + a, match.start("name") + b) for a, b in names)
        return reporters + found, match.end()
    return reporters, rest


_BEFORE_DATE = re.compile(r"\s*[:：]$|\s+(?:في|در|on|am|le|el|il)$")  # between a place and its date
_WEEKDAY_BEHIND = re.compile(r"\.?,\s+[^\W\d_]{4,12}\.?")
_HINDI_DATE = re.compile(
    r",\s+(?P<date>[^,]{1,16}\s(?:जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर))\s*$"
)
_WORDS = re.compile(r"[^\s.,:;–—/()-]+(?:[.-][^\s.,:;–—/()-]+)*")


def _unbracketed(text: str) -> Dateline | None:
    """Agencies without brackets: `BRISBANE, Oct 12 AAP - `, `МОСКВА, 8 июл — РИА Новости.`."""
    date = _first_date(text)
    if date is None:
        match = _PLACE_DASH.match(text[:70]) if _ANY_DASH.search(text, 0, 70) else None
        if not match or not is_place(match["place"]):
            return None
        behind = match.end()
        if not _known_at(text, behind):
            return None
        place = match.end("place")
    else:
        place, behind = date
    gap = re.compile(r"\s*[.,]?\s*(?:[-–—=]+\s*|/\s*)?").match(text, behind)
    at = gap.end() if gap else behind
    end = _known_at(text, at)
    if end is None:
        return None
    located = _bare(text, *_trim(text, 0, place))
    if located[0] >= located[1] or not is_place(text[located[0] : located[1]]):
        return None
    reporters: tuple[tuple[int, int], ...] = ()
    separator = _SEPARATOR.match(text, end)
    named = re.compile(r",\s+(?P<name>[^,.\d]{4,50})\.\s+(?=\S)").match(text, end)
    if named and is_name(named["name"]):
        reporters, rest = (named.span("name"),), named.end()
    elif separator:
        rest = separator.end()
        reporters, rest = (
            _reporter_behind(text, rest, reporters) if _is_dash(separator.group()) else (reporters, rest)
        )
    elif text[end : end + 2] == ", " or (end == len(text) and date):
        rest = min(end + 2, len(text))
    else:
        return None
    return Dateline(located[0], end, rest, located, (at, end), date, reporters)


def _known_at(text: str, at: int) -> int | None:
    """Where the known agency that begins at `at` ends: the longest one of up to four words."""
    best = None
    end = at
    for count, word in enumerate(_WORDS.finditer(text, at, min(at + 40, len(text)))):
        if count == 4 or text[end : word.start()].strip():
            break
        end = word.end()
        if is_agency(text[at:end]) and not text[at:end].islower():
            best = end
    return best


@lru_cache(maxsize=16)
def _first_date(text: str) -> tuple[int, int] | None:
    """The date behind a place at the start of the text."""
    if not _DIGIT.search(text):
        return None
    for word in _LATER_WORD.finditer(text[:80]):
        until = dates.dateline_date(text, word.start())
        if until:
            start = word.start()
            return (start, until) if is_place(text[:start].strip(" ,.")) else None
    return None


# ── By date or dash alone ────────────────────────────────────────────────────────────────────────────────
def _by_date(text: str) -> Dateline | None:
    """`LONDON, July 8 - text`, and a line that is only `Berlin, 8. Juli 2016`."""
    date = _first_date(text)
    if not date:
        return None
    located = _bare(text, *_trim(text, 0, date[0]))
    separator = _SEPARATOR.match(text, date[1])
    if separator and _is_dash(separator.group()):
        reporters, rest = _reporter_behind(text, separator.end(), ())
        return Dateline(located[0], date[1], rest, located, None, date, reporters)
    if not text[date[1] :].strip(" .,") and text[located[1] : date[0]].strip() in (",", ""):
        moment = dates.read(text[date[0] : date[1]], "UTC")
        if moment and moment.has_year and text[located[1] : date[0]].strip() == ",":
            return Dateline(located[0], date[1], len(text), located, None, date)
    return None


def _by_dash(text: str, length: int) -> Dateline | None:
    """`LONDON — text`: a place in capitals and a dash, where the text is not in capitals itself."""
    match = _PLACE_DASH.match(text) if _ANY_DASH.search(text) else None
    if not match:
        return None
    first, last = _trim(text, 0, match.end("place"))
    place = text[first:last]
    letters = [piece for piece in re.split(r"[,\s]+", place) if piece]
    if not letters or not letters[0].isupper() or is_caseless(place):
        return None
    if len(letters[0].strip(".")) < 3 and letters[0] not in (
        "ST.",
        "ST",
        "MT.",
        "FT.",
        "EL",
        "AL",
        "LA",
        "LE",
    ):
        return None
    capitals = place.split(",")[0]
    if not capitals.isupper() or not is_place(place) or len(place.split()) > 5 or _is_label(place):
        return None
    bracket = re.search(r"\(([^()]*)\)", place)
    if bracket and not maybe_agency(bracket[1]):
        return None
    if letters[0] == "THE" and capitals.casefold().split()[-1] not in _THE:
        return None
    tail = text[match.end() :]
    if (
        tail[:60].isupper()
        or not (tail[0].isupper() or tail[0] in "\"“«„'‘" or tail[0].isdigit())
        or length - match.end() < 50
    ):
        return None
    return Dateline(first, last, match.end(), (first, last), strong=False)


def labelled(text: str, start: int) -> Dateline | None:
    """The dateline that a field `Dateline: LONDON, July 8 (Reuters)` names from `start` on; None if none."""
    offset, end = _trim(text, start, len(text))
    value = text[offset:end]
    if not value or len(value) > 80:
        return None
    if is_place(value):
        return Dateline(offset, offset + len(value), len(text), (offset, offset + len(value)))
    found = find(value + " - X")
    if found is None or found.start or found.end > len(value):
        return None

    def moved(stretch: tuple[int, int] | None) -> tuple[int, int] | None:
        return (stretch[0] + offset, stretch[1] + offset) if stretch else None

    return Dateline(
        offset,
        found.end + offset,
        len(text),
        moved(found.located),
        moved(found.agency),
        moved(found.date),
        tuple((a + offset, b + offset) for a, b in found.reporters),
    )


def _is_dash(separator: str) -> bool:
    return any(char in "-–—―_=" for char in separator)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """`КИЇВ. 8 липня.`: the stop behind a place without a region parts it from the date."""
    return (start, end - 1) if text[end - 1 : end] == "." and "," not in text[start:end] else (start, end)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without blanks, commas and dashes at its ends; the stop of `Md.` stays."""
    while start < end and text[start] in " ,":
        start += 1
    while end > start and text[end - 1] in " ,-–—/":
        end -= 1
    if end > start and text[end - 1] == ".":
        last = text[start:end].replace(",", " ").split()[-1]
        if len(last) > 6 and "." not in last[:-1]:
            end -= 1
    return start, end


__all__ = ["Dateline", "find", "labelled"]
