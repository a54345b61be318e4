"""Notices around a story: embargoes, kills, corrections, notes to editors, dates of issue, release labels."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.wire import dates
from articles.wire.copy import labels
from articles.wire.copy.notice_words import COPYRIGHT_WORDS, DO_NOT_USE, USAGE_WORDS
from articles.wire.copy.vocabulary import alternation
from articles.wire.dates import Moment

_EMBARGO = labels.PhraseBook(labels.EMBARGO)
_KILL = labels.PhraseBook(labels.KILL)
_WITHHOLD = labels.PhraseBook(labels.WITHHOLD)
_RELEASE = labels.PhraseBook(labels.RELEASE)
_CONTACT = labels.PhraseBook(labels.CONTACT)
_EDNOTE = labels.PhraseBook(labels.EDNOTE)
_NOTEBOOK = labels.PhraseBook(labels.NOTEBOOK)
_VERBS = labels.PhraseBook(labels.CORRECTION_VERBS)
_DO_NOT_USE = re.compile(DO_NOT_USE, re.IGNORECASE)
_LIFTED = re.compile(
    r"\b(?:lifted|none|no embargo|immediate|immediately|aufgehoben|keine|levé|levantado|kaldırıldı|снято)\b",
    re.IGNORECASE,
)
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
_DATE_PARTS = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|\s*;\s*|\s{2,}")
_RELEASE_NUMBER = re.compile(
    r"^[\s:#№-]*(?:(?:no|nr|n°|nº|№)\.?\s*)?[A-Z]{0,4}[ -]?\d[\w./-]{0,14}\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Embargo:
    """An embargo line: its time, where it can be read, and whether it only says that there is none."""

    moment: Moment | None
    lifted: bool = False


def embargo(text: str, timezone: str) -> Embargo | None:
    """The embargo that the line declares, or None where the word is part of a sentence."""
    if len(text) > 300:
        return None
    opened = _EMBARGO.opens(text)
    if opened is None:
        return None
    end, phrase = opened
    rest = text[end:].lstrip(" :：-–—=")
    colon = text[end : end + 2].strip()[:1] in (":", "：")
    shouting = text[:end].isupper() and any(char.isalpha() for char in text[:end])
    found = dates.find(rest, timezone) if rest else None
    if (
        phrase in ("for release", "advance for", "hold until", "for release at", "for release on")
        and not found
    ):
        return None
    if _LIFTED.search(rest) and not found:
        return Embargo(None, lifted=True) if colon or shouting else None
    firm = " " in phrase or phrase in ("embargoed", "sperrfrist", "sperrvermerk", "解禁", "엠바고")
    if not (
        colon
        or shouting
        or (firm and (found or not rest))
        or (found and len(rest) - (found[2] - found[1]) < 25)
    ):
        return None
    if not colon and not found and len(rest) > 60 and not shouting:
        return None
    if not colon and found and not found[0].has_year and not firm and not shouting:
        return None
    if not colon and not shouting and rest[-1:] == "." and len(rest) > 90:
        return None
    if found and found[0].has_year:
        return Embargo(found[0])
    return Embargo(None)


def kill(text: str) -> str | None:
    """`canceled` or `withheld` where the line withdraws or holds the story unmistakably."""
    if len(text) > 160:
        return None
    for book, status in ((_KILL, "canceled"), (_WITHHOLD, "withheld")):
        opened = book.opens(text)
        if opened is None:
            continue
        end, _ = opened
        rest = text[end:].strip(" .!)]*")
        printed = text[:end].strip(" *([<-–—")
        if not rest:
            if (
                printed.isupper()
                or text.strip()[0] in "*(<[!-–—"
                or len(printed.split()) > 1
                or _has_no_case(printed)
            ):
                return status
            continue
        if _DO_NOT_USE.search(rest):
            return "canceled"
        if (
            status == "canceled"
            and printed.isupper()
            and (text[end : end + 1] in ":-–—," or text[end : end + 3].strip()[:1] in ("-", "–", "—", ":"))
        ):
            return status
        if (
            status == "withheld"
            and printed.isupper()
            and (text[end : end + 3].strip()[:1] in ("-", "–", "—", ":") or text.isupper())
        ):
            return status
    if _DO_NOT_USE.search(text) and len(text) < 90 and (text.isupper() or text[0] in "*(!"):
        return "canceled"
    return None


def do_not_use(text: str) -> bool:
    """Does the line say that the story must not be used?"""
    return bool(_DO_NOT_USE.search(text))


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
        return value, len(text)
    if (_CORRECTED_STORY.match(text) and len(text) < 400) or _ADVANCE_NOTE.match(text):
        return 0, len(text)
    if text[0] in "([" and text[-1] in ")]" and _CORRECTED_STORY.match(text, 1):
        return _inside(text, 1, len(text) - 1)
    return None


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
    whole = _date(text, 0, len(text), timezone)
    if whole and whole.moment:
        return [whole]
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
