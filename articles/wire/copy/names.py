"""What looks like the name of a person or of a place, and one key for the spellings of a name."""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

from articles.wire.copy.agencies import is_agency
from articles.wire.copy.vocabulary import CONJUNCTIONS, STAFF_NAMES, TITLE_WORDS, alternation, phrases

_TITLES = frozenset(phrases(TITLE_WORDS))
_STAFF = frozenset(phrases(STAFF_NAMES))
# Small words inside names, in any case.
_PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "dello",
        "dei",
        "degli",
        "di",
        "du",
        "des",
        "la",
        "le",
        "les",
        "el",
        "al",
        "ul",
        "bin",
        "bint",
        "ibn",
        "ben",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "te",
        "zu",
        "zum",
        "zur",
        "am",
        "an",
        "auf",
        "op",
        "'t",
        "y",
        "e",
        "i",
        "bar",
        "abu",
        "abd",
        "ould",
        "av",
        "af",
        "vom",
        "und",
        "la'",
        "d'",
        "of",
        "the",
        "st",
        "st.",
        "san",
    ]
)
CONJUNCTION = re.compile(rf"\s+(?:{alternation(CONJUNCTIONS)})\s+|\s*&\s*|\s+/\s+", re.IGNORECASE)
_LEADING = re.compile(rf"(?:{alternation(CONJUNCTIONS)})\s+", re.IGNORECASE)
_COMMA = re.compile(r"\s*[,;،؛、，；]\s*")
_CASELESS = re.compile(
    r"[\u0590-\u08ff\u0900-\u0fff\u1000-\u109f\u10a0-\u10ff\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_NAME_WORD = re.compile(r"[^\W\d_](?:[\w'’`´ʼ‘.·・־׳״-]*[\w.'’״׳])?", re.UNICODE)
_NO_LETTERS = re.compile(r"[^\w\s-]+")
_MAX_NAME = 70


def name_key(name: str) -> str:
    """One key for the spellings of a name: case, accents, width, quotes and white space do not count."""
    if name.isascii():
        folded = name.lower()
    else:
        folded = unicodedata.normalize("NFKC", name).casefold()
        if not folded.isascii():
            folded = anyascii(folded).casefold()
    return " ".join(_NO_LETTERS.sub("", folded).split())


def is_caseless(text: str) -> bool:
    """Is the text in a script that knows no capitals?"""
    return bool(_CASELESS.search(text))


def is_name(text: str, least: int = 2) -> bool:
    """Does the text look like one person's name, of at least `least` words, and like nothing else?"""
    text = text.strip()
    if not text or len(text) > _MAX_NAME or any(char.isdigit() for char in text):
        return False
    words = text.split()
    if len(words) > 2 and words[0] == "The":
        return False  # a newspaper, an agency
    if _CJK.search(text):
        return (
            len(words) <= 3
            and 2 <= len(text.replace(" ", "")) <= (12 if "・" in text or "·" in text else 8)
            and all(_NAME_WORD.fullmatch(word) for word in words)
        )
    if len(words) > 7:
        return False
    if is_caseless(text):
        return len(words) <= 5 and all(_NAME_WORD.fullmatch(word) for word in words)
    proper = 0
    for position, word in enumerate(words):
        if not _NAME_WORD.fullmatch(word):
            return False
        if word[0].isupper():
            if word.endswith(".") and len(word) > 4 and position < len(words) - 1 and "." not in word[:-1]:
                return False  # a sentence ends inside
            proper += 1
        elif word.casefold() in _PARTICLES or re.match(r"(?:[dlo]|al|el|as|ad|ash|an)['’-]\w", word):
            if position == len(words) - 1:
                return False
        else:
            return False
    return proper >= least or (least <= 2 and proper == 1 and len(words) == 1 and least == 1)


def is_title(text: str) -> bool:
    """Is the text a job or an employer (`AP Sports Writer`, `Associated Press`, `Redakteurin`)?"""
    if is_agency(text) or text.casefold() in _STAFF:
        return True
    words = [word.strip(".,:()’'").casefold() for word in re.split(r"[\s/]+", text)]
    return len(words) <= 8 and any(word in _TITLES for word in words)


def is_staff(text: str) -> bool:
    """Is the text a byline that names nobody (`Staff Reporter`, `Redaktion`, `Agencies`)?"""
    return text.strip(" .").casefold() in _STAFF


def split_names(text: str) -> list[tuple[int, int]]:
    """The stretches of the text between commas, semicolons and words for "and", blanks aside."""
    stretches: list[tuple[int, int]] = []
    at = 0
    cuts = sorted(
        {(cut.start(), cut.end()) for pattern in (CONJUNCTION, _COMMA) for cut in pattern.finditer(text)}
    )
    for first, last in [*cuts, (len(text), len(text))]:
        if first < at:
            at = max(at, last)
            continue
        start, end = at, first
        while start < end and text[start] in " .":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        # "A, and B": the conjunction stands right behind the comma
        lead = _LEADING.match(text, start, end)
        if lead:
            start = lead.end()
        if start < end and " و" in text[start:end]:
            stretches += _by_waw(text, start, end)
        elif start < end:
            stretches.append((start, end))
        at = last
    return stretches


# Arabic names that begin with the letter that also means "and".
_WAW_NAMES = frozenset(
    phrases(
        """
        وليد; وائل; وسام; وفاء; ورد; وداد; وجدي; وحيد; وديع; وجيه; وسيم; وصفي; وليم; ولاء; وئام; وهيب; وهبي
        وهبة; واصف; واثق; ورود; وجدان; وفيق; وصال; وضاح; وردة; وفا; ولي; وزير; وهاب; والي; ويليام; وسن
        """
    )
)


def _by_waw(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """`محمد حسن وليلى حداد`: "and" is a letter before the next name; both must be full names then."""
    found = []
    at = start
    for word in re.finditer(r"(?<=\s)و\S+", text[start:end]):
        first = start + word.start()
        full = len(text[at:first].split()) >= 2 and len(text[first:end].split()) >= 2
        if full and word.group() not in _WAW_NAMES and len(word.group()) >= 4:
            found.append((at, len(text[:first].rstrip())))
            at = first + 1
    found.append((at, end))
    return found


def spaced_names(text: str) -> list[tuple[int, int]]:
    """Chinese names set apart by blanks or commas; a blank inside a name of two characters stays."""
    return [
        (word.start(), word.end())
        for word in re.finditer(r"[^\s、,，]+(?:\s[^\s、,，](?!\S))?", text)
        if len(word.group()) > 1
    ]


_DEPARTMENTS = frozenset(
    phrases(
        """
        politik; inland; ausland; wirtschaft; sport; kultur; panorama; vermischtes; wissenschaft; feuilleton;
        lokales; chronik; chefredaktion; newsroom; newsdesk; desk; video; audio; foto; grafik; deutschland
        international; bildredaktion; fotoredaktion; bildfunk
        """
    )
)


def is_desk(text: str) -> bool:
    """Is the text an office and no person (`Sydney Newsroom`, `Delhi bureau`, `Politik-Inland`)?"""
    words = text.strip(" .").casefold().replace("-", " ").split()
    if words and all(word in _DEPARTMENTS for word in words):
        return True
    return 1 < len(words) <= 5 and words[-1] in ("newsroom", "bureau", "newsdesk", "desk", "newsrooms")


def is_place(text: str) -> bool:
    """Does the text look like the place of a dateline (`MOSCOW`, `HARBOUR TOWN, Md.`, `Frankfurt/Main`)?"""
    text = text.strip()
    if not text or len(text) > 80 or text[-1] in "!?:;":
        return False
    pieces = [piece.strip() for piece in re.split(r"[,/]|\s[-–—&]\s|[&]", text)]
    pieces = [piece for piece in pieces if piece]
    return bool(pieces) and len(pieces) <= 6 and all(_is_place_piece(piece) for piece in pieces)


def _is_place_piece(text: str) -> bool:
    words = text.replace("(", " ").replace(")", " ").split()
    if not words or len(words) > 6 or len(text) > 50:
        return False
    if is_caseless(text):
        return len(words) <= 4
    if not (words[0][0].isupper() or words[0].casefold() in _PARTICLES or words[0][0] in "'’"):
        return False
    proper = 0
    for word in words:
        bare = word.strip("'’.\"“”")
        if not bare or any(char.isdigit() for char in bare):
            return False
        if bare[0].isupper():
            proper += 1
            if word.endswith(".") and len(bare) > 5 and word is not words[-1]:
                return False
        elif not (bare.casefold() in _PARTICLES or len(bare) <= 3 or bare.casefold() in _PLACE_SMALL):
            return False
    return proper > 0


_PLACE_SMALL = frozenset(
    [
        "aboard",
        "near",
        "sur",
        "lès",
        "sous",
        "unter",
        "über",
        "upon",
        "under",
        "bei",
        "beim",
        "near",
        "noraboard",
        "nach",
        "lez",
        "near",
    ]
)
