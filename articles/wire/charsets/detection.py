"""Guesses the charset of bytes that say nothing about it.

Each charset that may be meant is tried, and what comes out is judged as text: do its letters belong to the
language it seems to be in, do signs and capitals stand where they may, are the commonest letters common?
Charsets that give the very same text count as one, named as is usual where that language is written.
"""

from __future__ import annotations

import codecs
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice

from articles.wire import language
from articles.wire.charsets import letters
from articles.wire.charsets.names import codec

_SAMPLE = 6_000  # bytes that are judged
_MOST_SIGNS = 1500  # letters beyond ASCII that are looked at one by one
_MOST_LETTERS = 2000  # the same for other scripts

# The candidates, the usual before the rare, with what speaks against a charset before the text is seen. ISO
# charsets have no letters or signs in the bytes 0x80 to 0x9F.
_LATIN_ISO = {
    "iso-8859-1": 0.0,
    "iso-8859-9": 0.0,
    "iso-8859-2": 0.0,
    "iso-8859-15": 0.03,
    "iso-8859-13": 0.04,
}
_LATIN_ISO |= {
    "iso-8859-16": 0.04,
    "iso-8859-3": 0.06,
    "iso-8859-4": 0.06,
    "iso-8859-10": 0.06,
    "iso-8859-14": 0.06,
}
_LATIN_WINDOWS = {"windows-1252": 0.0, "windows-1254": 0.0, "windows-1250": 0.0, "windows-1257": 0.02}
_LATIN_WINDOWS |= {"windows-1258": 0.04}
_LATIN_OTHER = {"mac-roman": 0.06, "mac-latin2": 0.06, "cp850": 0.08, "cp852": 0.08}
_LATIN_OTHER |= {"cp857": 0.12, "cp865": 0.12, "cp437": 0.13}
_OTHER_ISO: dict[str, tuple[str, ...]] = {"iso-8859-7": ("el",), "iso-8859-8": ("he",), "iso-8859-6": ("ar",)}
_OTHER_ISO |= {"iso-8859-5": ("ru", "uk", "be", "bg", "sr", "mk")}
_OTHER_SCRIPTS: dict[str, tuple[str, ...]] = {
    "windows-1251": ("ru", "uk", "be", "bg", "sr", "mk"),
    "koi8-r": ("ru", "bg"),
    "koi8-u": ("uk", "ru"),
    "mac-cyrillic": ("ru", "uk", "be", "bg", "sr", "mk"),
    "cp866": ("ru", "uk", "be", "bg"),
    "cp855": ("ru", "bg", "sr", "mk"),
    "windows-1253": ("el",),
    "windows-1255": ("he",),
    "windows-1256": ("ar", "fa"),
    "windows-874": ("th",),
}
_MULTIBYTE: dict[str, tuple[str, ...]] = {
    "gb18030": ("zh-Hans", "zh-Hant"),
    "big5": ("zh-Hant",),
    "shift_jis": ("ja",),
    "euc-jp": ("ja",),
    "euc-kr": ("ko",),
}

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_C1 = re.compile(rb"[\x80-\x9f]")
_HIGH = re.compile(rb"[\x80-\xff]+")
# Shares of bytes beyond ASCII that stand behind another such byte.
_OTHER_FROM = 0.2
_LATIN_UNTIL = 0.7
_FEW = 0.2  # a share of common signs that no running text has
_GOOD = 0.8  # a score at which rare charsets are not tried


@dataclass(frozen=True, slots=True)
class Guess:
    """A charset, how well its text reads (1 is flawless), and how far the next different text is behind."""

    charset: str
    score: float
    margin: float

    @property
    def certainty(self) -> float:
        """How sure the guess is, from 0 to 1."""
        return round(max(0.0, min(0.95, self.score)) * min(1.0, 0.55 + 1.5 * max(0.0, self.margin)), 2)


def guess(document: bytes) -> Guess:
    """The likeliest charset of a document that is no UTF-8 and is not all ASCII."""
    sample = _sample(document)

    return _best(partial(_read, sample), sample, _MULTIBYTE)


def guess_single_byte(document: bytes) -> Guess:
    """The likeliest single-byte charset of the bytes beyond ASCII in a document."""
    sample = _sample(document)
    return _best(partial(_read, sample), sample, {})


def score(document: bytes, charset: str) -> float:
    """How well a document reads in a charset, as in `Guess`; 1 for a charset of which nothing is known."""
    sample = _sample(document)
    read, joined = partial(_read, sample), _joined(sample)
    multibyte = {name: scripts for name, scripts in _MULTIBYTE.items() if codec(name) == codec(charset)}
    others = {name: codes for name, codes in (_OTHER_SCRIPTS | _OTHER_ISO).items() if name == charset}
    latin = {name: 0.0 for name in _LATIN_ISO | _LATIN_WINDOWS | _LATIN_OTHER if name == charset}
    readings = [*_signs(read, multibyte), *_scripts(read, others, joined), *_latin(read, latin, joined)]
    if not readings:
        return 0.0 if multibyte else 1.0
    return max(reading.score for reading in readings)


def _read(sample: bytes, charset: str) -> str | None:
    """The text of a sample without its end, which may be half a character; None if too much does not fit."""
    text = codecs.getincrementaldecoder(codec(charset))("replace").decode(sample)
    if charset in _MULTIBYTE and text.count("\ufffd") > 1 + len(text) // 100:
        return None
    return text


def _sample(document: bytes) -> bytes:
    """Lines with bytes beyond ASCII, until there is enough to judge."""
    if len(document) <= _SAMPLE:
        return document
    lines: list[bytes] = []
    size = start = 0
    while start < len(document) and size < _SAMPLE:
        end = document.find(b"\n", start) + 1 or len(document)
        line = document[start : min(end, start + _SAMPLE)]
        if not line.isascii():
            lines.append(line)
            size += len(line)
        start = end
    return b"".join(lines)


def _joined(raw: bytes) -> float:
    """The share of bytes beyond ASCII with another before them: low in Latin script, high in others."""
    runs = _HIGH.findall(raw)
    return sum(len(run) - 1 for run in runs) / max(1, sum(map(len, runs)))


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a charset makes of the bytes: how well it reads, and in what language."""

    score: float
    charset: str
    language: str
    text: str


def _best(read: Callable[[str], str | None], raw: bytes, multibyte: Mapping[str, tuple[str, ...]]) -> Guess:
    windows = bool(_C1.search(raw))
    joined = _joined(raw)
    readings = list(_signs(read, multibyte))
    if joined > _OTHER_FROM:
        readings += _scripts(read, _OTHER_SCRIPTS if windows else _OTHER_SCRIPTS | _OTHER_ISO, joined)
    if joined < _LATIN_UNTIL:
        readings += _latin(read, _LATIN_WINDOWS if windows else _LATIN_ISO | _LATIN_WINDOWS, joined)
        if windows or max(reading.score for reading in readings) < _GOOD:
            readings += _latin(read, _LATIN_OTHER, joined)
    best = max(readings, key=lambda reading: reading.score)
    behind = max((reading.score for reading in readings if reading.text != best.text), default=best.score - 1)
    same = [reading.charset for reading in readings if reading.text == best.text]
    return Guess(_usual(same, best.language), best.score, best.score - behind)


def _signs(read: Callable[[str], str | None], charsets: Mapping[str, tuple[str, ...]]) -> Iterator[_Reading]:
    for charset, scripts in charsets.items():
        text = read(charset)
        if text is not None:
            score, script = max((_sign_score(text, script), script) for script in scripts)
            yield _Reading(score, charset, script, text)


def _scripts(
    read: Callable[[str], str | None], charsets: Mapping[str, tuple[str, ...]], joined: float
) -> Iterator[_Reading]:
    for charset, languages in charsets.items():
        text = read(charset)
        if text is not None:
            score, code = _script_score(text, languages)
            yield _Reading(score - 3 * max(0.0, 0.4 - joined), charset, code, text)


def _latin(
    read: Callable[[str], str | None], charsets: Mapping[str, float], joined: float
) -> Iterator[_Reading]:
    judged: dict[str, tuple[float, str]] = {}
    for charset, against in charsets.items():
        text = read(charset)
        if text is not None:
            text = unicodedata.normalize("NFC", text)  # windows-1258 has its accents apart
            if text not in judged:
                judged[text] = _latin_score(text)
            score, code = judged[text]
            yield _Reading(score - against - 3 * max(0.0, joined - 0.45), charset, code, text)


def _usual(charsets: list[str], code: str) -> str:
    """Of charsets that give the same text, the one in use where its language is written."""
    if code in letters.TURKISH:
        home = ["iso-8859-9", "windows-1254"]
    elif code in letters.CENTRAL:
        home = ["iso-8859-2", "windows-1250"]
    elif code in letters.BALTIC:
        home = ["iso-8859-13", "windows-1257"]
    elif code == "uk":
        home = ["koi8-u"]
    else:
        home = ["iso-8859-1", "iso-8859-7", "iso-8859-8", "koi8-r", "windows-1252"]
    return next((charset for charset in home if charset in charsets), charsets[0])


def _latin_score(text: str) -> tuple[float, str]:
    """How well a text reads in the language that it seems to be in, and that language."""
    places = [
        (text[at - 1 : at], text[at], text[at + 1 : at + 2])
        for at in (match.start() for match in islice(_BEYOND_ASCII.finditer(text), _MOST_SIGNS))
    ]
    if not places:
        return 0.0, "en"
    ranked = [(code, sure) for code, sure in language.guesses(text) if sure > 0.05]
    return max(
        (
            (_fit(places, letters.ALPHABETS[code]) + 0.3 * sure, code)
            for code, sure in ranked
            if code in letters.ALPHABETS
        ),
        default=(_fit(places, "") - 0.3, "en"),
    )


def _fit(places: list[tuple[str, str, str]], alphabet: str) -> float:
    """How well signs sit in the text of a language: 1 for each of its letters, less for others."""
    total = 0.0
    for before, sign, after in places:
        small = sign.lower()
        if small in alphabet:
            worth = letters.RARE.get(small, 1.0)
        elif sign in letters.SIGNS:
            worth = -1.0 if _misplaced(before, sign, after) else 0.75
        elif sign.isalpha():
            worth = letters.LOANS.get(small, -0.3)
        else:
            worth = -1.5
        if sign.isupper():
            if before.islower():
                worth -= 1.0
        elif before.isupper() and after.isupper() and sign.islower() and sign != "ß":
            worth -= 0.7
        total += worth
    return total / len(places)


def _misplaced(before: str, sign: str, after: str) -> bool:
    """Whether a sign stands where only a letter may."""
    if not before.isalpha():
        return False
    if sign in letters.NEVER_AT_END or (sign in "–—" and after.isspace()):
        return True
    return after.isalpha() and sign not in letters.WITHIN_WORDS


@cache
def _costs(code: str) -> tuple[dict[str, float], float]:
    """Bits that each letter of a language costs, and what a letter costs on average."""
    shares = letters.FREQUENCIES[code]
    return {letter: -math.log2(share) for letter, share in shares.items()}, -sum(
        share * math.log2(share) for share in shares.values()
    )


def _script_score(text: str, languages: tuple[str, ...]) -> tuple[float, str]:
    """How much a text looks like one of some languages that share a script of their own, and like which."""
    counts = Counter(text.lower())
    score, code = max((_letter_score(counts, code), code) for code in languages)
    if score <= 0:
        return score, code
    alphabet = {letter for language_ in languages for letter in letters.FREQUENCIES[language_]}
    looked_at = text[:_MOST_LETTERS]
    misplaced = sum(
        (before.islower() and sign.isupper() and sign.lower() in alphabet)
        or (before in letters.FINALS and sign.isalpha())
        or (before < "\x80" and before.isalpha() and sign in alphabet)
        or (
            sign in letters.SIGNS
            and sign != "\xad"
            and after.lower() in alphabet
            and before.lower() in alphabet
        )
        for before, sign, after in zip(looked_at, looked_at[1:], looked_at[2:], strict=False)
    )
    return score - 3 * misplaced / max(1, sum(letter in alphabet for letter in looked_at.lower())), code


def _letter_score(counts: Counter[str], code: str) -> float:
    """How well the counts of letters fit a language: 1 if they are usual ones, less if they are rare."""
    costs, usual = _costs(code)
    bits = count = wrong = 0.0
    for letter, times in counts.items():
        if letter in costs:
            bits += costs[letter] * times
            count += times
        elif letter > "\x7f" and letter not in letters.SIGNS and letter not in letters.WITHIN_WORDS:
            wrong += times
    if not count:
        return -1.0
    return 1.1 - 0.7 * max(0.0, bits / count - usual - 0.1) - 2 * wrong / (count + wrong)


def sign_score(text: str) -> float:
    """How much a text looks like Chinese, Japanese or Korean; 1 is flawless."""
    return max(_sign_score(text, script) for script in letters.COMMON_SIGNS)


def _sign_score(text: str, script: str) -> float:
    """How much a text looks like Chinese, Japanese or Korean: by the share of their commonest signs."""
    signs = [sign for sign in text if sign > "\x7f"]
    if not signs:
        return -1.0
    common = letters.COMMON_SIGNS[script]
    share = sum(sign in common for sign in signs) / len(signs)
    if share < _FEW:
        return share
    strange = sum(
        "\ue000" <= sign <= "\uf8ff" or "\uff61" <= sign <= "\uff9f" or sign > "\uffff" for sign in signs
    )
    return min(1.1, 1.1 * share / letters.EXPECTED_SHARE[script]) - strange / len(signs)
