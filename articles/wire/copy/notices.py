"""Notices around a story: corrections, notes to editors, contacts, dates of issue, release labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from articles.wire import dates
from articles.wire.copy import labels
from articles.wire.copy.notice_words import COPYRIGHT_WORDS, USAGE_WORDS
from articles.wire.copy.vocabulary import alternation
from articles.wire.dates import Moment

_RELEASE = labels.PhraseBook(labels.RELEASE)
_CONTACT = labels.PhraseBook(labels.CONTACT)
_EDNOTE = labels.PhraseBook(labels.EDNOTE)
_NOTEBOOK = labels.PhraseBook(labels.NOTEBOOK)
_VERBS = labels.PhraseBook(labels.CORRECTION_VERBS)
_COPYRIGHT = re.compile(rf"^[\s(]*(?:{alternation(COPYRIGHT_WORDS)})", re.IGNORECASE)
_RESERVED = re.compile(
    r"all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados"
    r"|tutti i diritti riservati|her hakkı saklıdır|все права защищены|版权所有",
    re.IGNORECASE,
)
_USAGE = re.compile(rf"(?:{USAGE_WORDS})", re.IGNORECASE | re.VERBOSE)
_CORRECTED_STORY = re.compile(
    r"(?:this|the)\s+(?:\w+\s+){0,4}?(?:story|article|version|report|item|dispatch|headline)\s+(?:,?\s*\S+){0,4}?\s*(?:has\s+been|was|is)?\s*"
    r"(?:corrects|refiles|corrected|updated|refiled|amended|clarified)\b",
    re.IGNORECASE,
)
_ADVANCE_NOTE = re.compile(r"(?:an\s+)?(?:earlier|previous)\s+version\s+of\s+this\b", re.IGNORECASE)
_AGO = re.compile(r"\s*[/|•·]\s*(?:last )?updated \w+ (?:seconds?|minutes?|hours?|days?) ago$", re.IGNORECASE)
_FIRST_PUBLISHED = re.compile(
    r"\W*This (?:report|story|article|item|column)\b.{0,60}?\bwas (?:first|originally) published "
    r"(?:on )?(?P<date>.{6,40})$",
    re.IGNORECASE,
)
_DATE_PARTS = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|\s*;\s*|\s{2,}")
_RELEASE_NUMBER = re.compile(
    r"^[\s:#№-]*(?:(?:no|nr|n°|nº|№)\.?\s*)?[A-Z]{0,4}[ -]?\d[\w./-]{0,14}\s*$", re.IGNORECASE
)


def _has_no_case(text: str) -> bool:
    return text.lower() == text.upper()


def correction(text: str, *, head: bool) -> tuple[int, int] | None:
    """The stretch that is a correction: `(Corrects …)` without brackets, `CORRECTION: …` without label."""
    if len(text) > 900:
        return None
    if text[0] in "([（" and text[-1] in ")]）." and head:
        end = len(text.rstrip("."))
        if text[end - 1] in ")]）":
            opened = _VERBS.opens(text)
            if opened and (opened[0] < end - 1):
                return _inside(text, 1, end - 1)
            value = labels.labelled(text, labels.CORRECTION)
            if value:
                return _inside(text, value, end - 1)
            if _CORRECTED_STORY.match(text, 1):
                return _inside(text, 1, end - 1)
        return None
    value = labels.labelled(text, labels.CORRECTION)
    if value is not None and value < len(text) and len(text) - value > 12:
        return _inside(text, value, len(text) - (text[0] in "([" and text[-1] in ")]"))
    if (_CORRECTED_STORY.match(text) and len(text) < 400) or _ADVANCE_NOTE.match(text):
        return 0, len(text)
    if text[0] in "([" and text[-1] in ")]" and _CORRECTED_STORY.match(text, 1):
        return _inside(text, 1, len(text) - 1)
    return None


_REPLACES = re.compile(
    r"(?:corrects?|correcting) and replac(?:es?|ing)\b|please replace the (?:press |news )?release\b"
    r"|corrected (?:version|release)(?: of th\w+ (?:press |news )?release)? follows\b"
    r"|\bcorrige et remplace\b|version (?:complète et )?corrigée suit\b"
    r"|korrigiert und ersetzt\b|\bbericht, vervangt:|\bcorrige y (?:reemplaza|sustituye)\b",
    re.IGNORECASE,
)


def replaces(text: str) -> bool:
    """Does a paragraph above a release say that it takes the place of another (`corrects and replaces`)?"""
    return len(text) <= 900 and _REPLACES.search(text) is not None


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def ednote(text: str) -> bool:
    """Does the line open a note to editors?"""
    if labels.labelled(text, labels.EDNOTE) is not None:
        return True
    bare = labels.fold(text)
    if len(text) <= 60 and bare in labels.EDNOTE and bare not in ("editors", "attention", "advisory", "eds"):
        return True
    opened = _EDNOTE.opens(text)
    if (
        opened
        and len(opened[1].split()) > 1
        and text[opened[0] : opened[0] + 3].strip()[:1] in ("-", "–", "—", "=")
    ):
        return True
    return text[0] in "([" and bool(opened) and text[opened[0] : opened[0] + 1] in (":", ".")  # type: ignore[index]


def notebook(text: str) -> bool:
    """Is the line the head of dpa's notebook (`# Notebook`, `## Notizblock`)?"""
    if len(text) > 50:
        return False
    return (text[0] == "#" and _NOTEBOOK.opens(text) is not None) or labels.fold(text) in (
        "dpa notebook",
        "dpa-notizblock",
        "dpa-notebook",
    )


def notes(text: str) -> bool:
    """Does the line head the notes below a release, all that follows being theirs?"""
    bare = labels.label(text)
    head = bare[0] if bare else labels.fold(text)
    if len(head) > 60 or head not in labels.EDNOTE:
        return False
    return head not in ("eds", "eds.", "editors", "attention", "advisory", "note")


def contact(text: str) -> bool:
    """Does the line head the contacts of a release?"""
    found = labels.label(text)
    if found and found[0] in labels.CONTACT:
        return True
    if len(text) <= 60 and labels.fold(text) in labels.CONTACT:
        return True
    opened = _CONTACT.opens(text)
    if not opened or " " not in opened[1]:
        return False
    return bool(_REACH.search(text)) and opened[0] < 60


_REACH = re.compile(
    r"\S+@\S+\.\S+|\+?\(?\d[\d\s()./-]{6,}\d|\b(?:tel|phone|mobile|mob|fax|e-?mail|telefon|телефон)\b[.:]",
    re.IGNORECASE,
)


def reachable(text: str) -> bool:
    """Does the text hold an e-mail address or a telephone number?"""
    return bool(_REACH.search(text))


def release(text: str) -> bool:
    """Is the line a release label and nothing more than its number (`MEDIA RELEASE PR67276`)?"""
    if len(text) > 90:
        return False
    if labels.fold(text) in labels.RELEASE:
        return True
    opened = _RELEASE.opens(text)
    if not opened:
        return False
    rest = text[opened[0] :]
    return bool(_RELEASE_NUMBER.match(rest)) or labels.fold(rest) in labels.RELEASE


def rank(text: str) -> bool:
    """Is the line a mark of rank and nothing else (`URGENT`, `1ST LEAD`, `EILMELDUNG`)?"""
    if len(text) > 40:
        return False
    bare = labels.fold(text)
    return bare in labels.RANK and (
        text.isupper() or _has_no_case(bare) or text[0] in "*([#=-" or text[-1] in "*)]:=!"
    )


def first_published(text: str) -> tuple[int, int] | None:
    """The date in `This report by The Canadian Press was first published March 3, 2021.`, or None."""
    found = _FIRST_PUBLISHED.match(text) if len(text) <= 200 else None
    return found.span("date") if found else None


def copyright_line(text: str) -> bool:
    """Is the paragraph a copyright line?"""
    return len(text) <= 500 and (
        bool(_COPYRIGHT.match(text)) or (len(text) < 200 and bool(_RESERVED.search(text)))
    )


def usage(text: str) -> bool:
    """Is the paragraph terms of use?"""
    return len(text) <= 400 and bool(_USAGE.search(text[:160]))


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date of issue or of change in a line of its own: its key, place, and moment."""

    key: str
    start: int
    end: int
    moment: Moment | None
    labelled: bool


def date_line(text: str, timezone: str) -> list[DateLine] | None:
    """The dates of a line that holds nothing else (`Published: 8 July 2016 17:40 | Updated: …`), or None."""
    if len(text) > 160:
        return None
    ago = _AGO.search(text)  # a page's "/ UPDATED 3 HOURS AGO" names no moment
    whole = _date(text, 0, ago.start() if ago else len(text), timezone)
    if whole and whole.moment:
        return [replace(whole, end=len(text))]
    parts = _labelled_parts(text)
    if len(parts) > 1:
        found = [_date(text, first, last, timezone) for first, last in parts]
        if all(line is not None and (line.labelled or line.moment) for line in found):
            read = [line for line in found if line]
            if any(line.moment for line in read):
                return read
    return [whole] if whole else None


def _labelled_parts(text: str) -> list[tuple[int, int]]:
    cuts = {(cut.start(), cut.end()) for cut in _DATE_PARTS.finditer(text)}
    for start, _, _phrase in _DATE_BOOK.find(text):
        if start and text[start - 1] == " ":
            cuts.add((start - 1, start))
    parts: list[tuple[int, int]] = []
    at = 0
    for first, last in [*sorted(cuts), (len(text), len(text))]:
        if first < at:
            at = max(at, last)
            continue
        piece = text[at:first]
        if piece.strip():
            if (
                parts
                and labels.labelled(piece, labels.DATE, labels.UPDATED) is None
                and _DATE_BOOK.opens(piece) is None
            ):
                parts[-1] = (parts[-1][0], first)
            else:
                parts.append((at, first))
        at = last
    return parts


_ZONES = re.compile(r"[\W_]*(?:[A-Z]{1,5}|[Uu]hr|h)?[\W_]*")
_DATE_BOOK = labels.PhraseBook(phrase for phrase in labels.DATE | labels.UPDATED if len(phrase) > 3)


def _date(text: str, first: int, last: int, timezone: str) -> DateLine | None:
    piece = text[first:last]
    found = labels.label(piece)
    key, start = "created", 0
    known = False
    if found and (found[0] in labels.DATE or found[0] in labels.UPDATED):
        key = "updated" if found[0] in labels.UPDATED and found[0] not in labels.DATE else "created"
        start, known = found[1], True
    else:
        opened = _DATE_BOOK.opens(piece)
        if opened and any(char.isdigit() for char in piece[opened[0] :]):
            phrase = opened[1]
            key = "updated" if phrase in labels.UPDATED and phrase not in labels.DATE else "created"
            start, known = opened[0], True
            while start < len(piece) and piece[start] in " :：":
                start += 1
    value = piece[start:].strip()
    if not value:
        return DateLine(key, first, last, None, True) if known else None
    if not any(char.isdigit() for char in value):
        return DateLine(key, first + start, last, None, True) if known and found else None
    moment = dates.read(value.strip("()[] "), timezone)
    if moment is None and known:
        near = dates.find(value, timezone)
        if near and _ZONES.fullmatch(value[: near[1]] + value[near[2] :]):
            moment = near[0]
    if moment is None:
        return DateLine(key, first + start, last, None, True) if known and found else None
    return DateLine(key, first + start, last, moment, known)
