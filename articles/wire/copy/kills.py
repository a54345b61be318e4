"""Lines that withdraw or hold a story (AP's and Reuters' kills, eliminations and withdrawals)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.wire.copy import furniture, labels
from articles.wire.copy.notice_words import DO_NOT_USE, FIRM_KILL_WORDS

CANCELED = "canceled"
WITHHELD = "withheld"

_KILL = labels.PhraseBook(labels.KILL)
_WITHHOLD = labels.PhraseBook(labels.WITHHOLD)
_FIRM = labels.table(FIRM_KILL_WORDS)
_DO_NOT_USE = re.compile(DO_NOT_USE, re.IGNORECASE)
_BRACKETED = re.compile(r"\s*[(\[【]\s*(?P<word>[^()\[\]]{3,40}?)[\s.!]*[)\]】]$")
_APART = re.compile(
    r"(?:^|(?<![^\W\d_])[-–—:=*/|\[(]\s*)(?P<word>[^\W\d_]{4,}(?: [^\W\d_]{4,})?)(?=\s*(?:[-–—:=*/|\])]|$))"
)
_THIS = re.compile(r"(?:this|the following|the above)\b", re.IGNORECASE)
_DASHED = re.compile(r"\s+[-–—]+\s*(?P<word>[^-–—]{3,40}?)[.!]*$")
_TOUCHING = re.compile(r"\W*(?P<word>[^\W\d_]{4,}(?: [^\W\d_]{4,})?)[-–—](?=[^\W\d_])")
_SEPARATED = re.compile(r"\s*[:：]|\s*[-–—]|,")
_SLUG_END = re.compile(r"(?:[,/]\s*|\s)(?P<word>[^\W\d_]{4,}(?: [^\W\d_]{4,})?)\s*$")
_NOTICE = re.compile(r"(?:advisory|achtung|attention|notice|note|warning|avis|aviso|avviso|dikkat|внимание)$")
# of another story, in whose place this one comes
_REPLACES = re.compile(
    r"\W*(?:annule et remplace|anula y (?:reemplaza|sustituye)|annulla e sostituisce|anula e substitui)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\b(?:kill|withdraw|disregard|spike|retract|withhold|eliminate)\b[\w\s'’\"“”-]{0,30}?"
    r"\b(?:story|stories|item|article|dispatch|report|copy|version|slugged)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:story|item|article|dispatch|report|meldung|bericht|dépêche|noticia|notizia|haber|сообщение)"
    r"\b.{0,120}?"
    r"(?:\b(?:is|are|has been|was|wird|wurde|ist|est|a été|queda|è)\s+(?:hereby\s+|hiermit\s+)?"
    r"(?:withdrawn|retracted|killed|zurückgezogen|storniert|annulée?|anulada|annullata)\b"
    r"|geri çekil|аннулир)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Kill:
    """What a line does to the story; `sure` is False where it may be something else, such as a headline.

    `titled` says that the line holds more than the order: perhaps the headline of the story.
    """

    status: str
    sure: bool = True
    titled: bool = False


def read(text: str) -> Kill | None:
    """The kill that the line is, or None. The words must be set as an order: in capitals or as a label."""
    if len(text) > 160 or _REPLACES.match(text):
        return None
    if _THIS.match(text) and told(text):
        return Kill(CANCELED)
    return _opening(text) or _behind_notice(text) or _closing(text) or _do_not_use(text) or _set_apart(text)


def in_slug(text: str) -> bool:
    """Does a slug line carry a kill (`BC-Harbour-Fog, KILL`)?"""
    found = _SLUG_END.search(text)
    return bool(found) and labels.fold(found["word"]) in labels.KILL  # type: ignore[index]


def order(text: str) -> bool:
    """Does a note to editors tell them to kill a story ("Editors, please kill the story slugged …")?"""
    return bool(_ORDER.search(text[:300]))


def told(text: str) -> bool:
    """Does a sentence say of a story that it is withdrawn?"""
    return len(text) <= 400 and bool(_TOLD.search(text))


def _opening(text: str) -> Kill | None:
    touching = _TOUCHING.match(text)
    if touching and touching["word"].isupper() and labels.fold(touching["word"]) in labels.KILL:
        # Reuters prints "WITHDRAWN-Gate closed"; "CANCEL-CULTURE" is one word
        return Kill(CANCELED, sure=not text[touching.end() :].split()[0].isupper(), titled=True)
    for book, status in ((_KILL, CANCELED), (_WITHHOLD, WITHHELD)):
        opened = book.opens(text)
        if opened is None:
            continue
        end, phrase = opened
        printed = text[:end].strip(" *([<-–—")
        rest = text[end:].strip(" .!)]*")
        while rest and (again := book.opens(rest)):  # KILL KILL KILL
            rest = rest[again[0] :].strip(" .!)]*,-–—")
        firm = " " in phrase
        if not rest:
            if printed.isupper() or text.strip()[0] in "*(<[!-–—" or firm or _has_no_case(printed):
                return Kill(status)
            return Kill(status, sure=False, titled=True) if status == CANCELED else None
        if _DO_NOT_USE.search(rest):
            return Kill(CANCELED)
        separated = _SEPARATED.match(text, end)
        label = bool(separated) and separated.group().strip() in (":", "：")  # type: ignore[union-attr]
        if status == CANCELED:
            found = _with_rest(text, rest, printed, firm, bool(separated), label)
        else:
            sure = printed.isupper() and (bool(separated) or text.isupper())
            found = Kill(status, titled=True) if sure else None
        if found:
            return found
    return None


def _with_rest(text: str, rest: str, printed: str, firm: bool, separated: bool, label: bool) -> Kill | None:
    if separated and (printed.isupper() or firm) and (label or not printed.islower()):
        return Kill(CANCELED, titled=True)
    if printed.isupper() and not separated and furniture.slugline(rest):
        return Kill(CANCELED)
    if label or (printed.isupper() and not rest.split()[0].isupper() and not _has_no_case(printed)):
        return Kill(CANCELED, sure=False, titled=True)
    return None


def _behind_notice(text: str) -> Kill | None:
    """`ADVISORY: STORY WITHDRAWN`: a kill behind the word for a notice."""
    found = labels.label(text)
    if not found or not (found[0] in labels.EDNOTE or found[0] in labels.RANK or _NOTICE.match(found[0])):
        return None
    return _opening(text[found[1] :]) if found[1] < len(text) else None


def _closing(text: str) -> Kill | None:
    """`Gate closed (KILL)`, `Gate closed - STORY WITHDRAWN`."""
    for pattern in (_BRACKETED, _DASHED):
        found = pattern.search(text)
        if not found or not found.start() or labels.fold(found["word"]) not in labels.KILL:
            continue
        word = found["word"]
        bracketed = pattern is _BRACKETED
        if word.isupper() and (bracketed or not text.isupper()):
            return Kill(CANCELED, titled=True)
        if word.isupper() or (bracketed and labels.fold(word) in _FIRM):
            return Kill(CANCELED, sure=False, titled=True)
    return None


def _set_apart(text: str) -> Kill | None:
    """`URGENT - KILL - Gate closed`, `UPDATE 1-KILL: Gate closed`: the word between signs, anywhere."""
    if furniture.slugline(text):
        return None
    for found in _APART.finditer(text):
        if found["word"].isupper() and labels.fold(found["word"]) in _FIRM:
            return Kill(CANCELED, sure=False, titled=True)
    return None


def _do_not_use(text: str) -> Kill | None:
    if _DO_NOT_USE.search(text) and len(text) < 90 and (text.isupper() or text[0] in "*(!"):
        return Kill(CANCELED)
    return None


def _has_no_case(text: str) -> bool:
    return text.lower() == text.upper()
