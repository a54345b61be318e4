"""Text as words that can be found: the one fold for what is stored and for what is asked.

Case, accents, width, quotes and punctuation go, in the manner of `models.names.name_key`; what is left are
words of letters and digits with one blank between, so that every engine cuts them at the same places. Scripts
that leave no blanks between words (Chinese, Japanese, Korean, Thai …) become overlapping pairs of signs:
北京大学 is stored as 北京 京大 大学 学, and asking for 京大 finds it.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

WORD_LENGTH = 100  # characters of a word that are looked at

# What Unicode does not take apart, but people type either way.
_ALIKE = {
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t",
    "ё": "е",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه",
}  # fmt: skip
# Zero-width signs, direction marks, soft hyphens, tatweel, Arabic and Hebrew vowel points, Latin accents.
_UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
    "\u0640\u064b-\u065f\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]"
)
_ACRONYM = re.compile(r"(?<!\w)[^\W\d_](?:\.[^\W\d_])+\b\.?")
# Thai to Myanmar and Khmer; kana, Han, Hangul. Marks belong to the sign before them.
_UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u2fff\u3005-\u3007\u3040-\u318f\u31a0-\u31ff"
    "\u3400-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
_RUN = re.compile(f"[{_UNSPACED}]+")
_MARKS = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f18\u0f19\u0f35\u0f37\u0f39\u0f71-\u0f84"
    "\u0f86\u0f87\u0f8d-\u0fbc\u102b-\u103e\u1056-\u1059\u105e-\u1060\u17b4-\u17d3"
)
_SIGN = re.compile(f"[{_UNSPACED}][{_MARKS}]*")


class _Letters(dict[int, str]):
    """Each code point as it is folded; filled as they turn up."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_letter(chr(code))
        return folded


def _fold_letter(letter: str) -> str:
    if _UNSEEN.match(letter):
        return ""
    plain = []
    for sign in unicodedata.normalize("NFKC", letter).casefold():
        base = unicodedata.normalize("NFD", sign)
        # Accents are folded in Latin and Greek only: in other scripts they make other letters (й is not и).
        if len(base) > 1 and (base[0] < "\u0250" or "\u0370" <= base[0] < "\u0400"):
            sign = base[0]
        plain.append(_ALIKE.get(sign, sign))
    return "".join(
        _ascii_digit(sign)
        if sign.isalpha() or sign.isdecimal() or unicodedata.category(sign)[0] == "M"
        else " "
        for sign in "".join(plain)
        if not _UNSEEN.match(sign)
    )


def _ascii_digit(sign: str) -> str:
    """Digits of any script as 0 to 9; anything else as it is."""
    value = unicodedata.decimal(sign, None)
    return sign if value is None else str(value)


_LETTERS = _Letters()


def fold(text: str) -> str:
    """The words of a text for the index: folded, a blank between, before and behind; "" without any.

    Dots within an acronym go, so that "U.S." is "us".
    """
    words = plain_words(text)
    if not words.isascii():
        words = _RUN.sub(_pairs, words)
    found = words.split()
    if max(map(len, found), default=0) > WORD_LENGTH:
        found = [word[:WORD_LENGTH] for word in found]
    return f" {' '.join(found)} " if found else ""


def plain_words(text: str) -> str:
    """The text folded, with blanks for all that is no word; scripts without blanks are left whole."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if "." in text:
        text = _ACRONYM.sub(lambda found: found[0].replace(".", ""), text)
    return text.translate(_LETTERS)


def runs(text: str) -> list[tuple[str, bool]]:
    """A folded word cut where its script changes: each part, and whether it is of a script without blanks."""
    parts = []
    for word in text.split():
        end = 0
        for run in _RUN.finditer(word):
            if run.start() > end:
                parts.append((word[end : run.start()], False))
            parts.append((run[0], True))
            end = run.end()
        if end < len(word):
            parts.append((word[end:], False))
    return parts


def signs(run: str) -> list[str]:
    """The signs of a run of unspaced script, each with its marks."""
    return _SIGN.findall(run)


def _pairs(run: re.Match[str]) -> str:
    found = signs(run[0])
    return " " + " ".join([*(a + b for a, b in pairwise(found)), found[-1]]) + " "
