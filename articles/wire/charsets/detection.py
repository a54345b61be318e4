"""Guesses the charset of bytes that say nothing about it.

Each charset that may be meant is tried, and what comes out is judged as text: do its letters belong to the language
it seems to be in, do signs and capitals stand where they may, are the commonest letters common? Charsets that give
the very same text count as one, named as is usual where that language is written.
"""

from __future__ import annotations

import codecs
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from articles.wire import language
from articles.wire.charsets import letters
from articles.wire.charsets.names import codec

_SAMPLE = 12_000  # bytes that are judged
_MOST_SIGNS = 1500  # letters beyond ASCII that are looked at one by one

# The candidates, the usual before the rare, with what speaks against a charset before the text is seen. The ISO
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
_LATIN_OTHER = {"mac-roman": 0.06, "cp850": 0.08, "cp852": 0.1, "cp857": 0.12, "cp437": 0.12}
_OTHER_ISO = {"iso-8859-7": ("el",), "iso-8859-8": ("he",), "iso-8859-6": ("ar",)}
_OTHER_ISO |= {"iso-8859-5": ("ru", "uk", "be", "bg", "sr", "mk")}
_OTHER_SCRIPTS = {
    "windows-1251": ("ru", "uk", "be", "bg", "sr", "mk"),
    "koi8-r": ("ru", "bg"),
    "koi8-u": ("uk", "ru"),
    "mac-cyrillic": ("ru", "uk", "be", "bg", "sr", "mk"),
    "cp866": ("ru", "uk", "be", "bg"),
    "windows-1253": ("el",),
    "windows-1255": ("he",),
    "windows-1256": ("ar", "fa"),
    "windows-874": ("th",),
}
_MULTIBYTE = {
    "gb18030": ("zh-Hans", "zh-Hant"),
    "big5": ("zh-Hant",),
    "shift_jis": ("ja",),
    "euc-jp": ("ja",),
    "euc-kr": ("ko",),
}

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_C1 = re.compile(rb"[\x80-\x9f]")
_ASCII_LETTERS = re.compile(rb"[A-Za-z]")
_HIGH = re.compile(rb"[\x80-\xff]")


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

    def read(charset: str) -> str | None:
        multibyte = charset in _MULTIBYTE
        decoder = codecs.getincrementaldecoder(codec(charset))("strict" if multibyte else "replace")
        try:
            return decoder.decode(sample)  # not its end, which may be half a character
        except UnicodeDecodeError:
            return None

    return _best(read, sample, multibyte=True)


def guess_single_byte(read: Callable[[str], str | None], strays: bytes) -> Guess:
    """The likeliest charset of single bytes that stray in other text. `read(charset)` gives the whole text."""
    return _best(read, strays, multibyte=False)


def _sample(document: bytes) -> bytes:
    """Lines with bytes beyond ASCII, until there is enough to judge."""
    if len(document) <= _SAMPLE:
        return document
    lines: list[bytes] = []
    size = 0
    for line in _lines(document):
        if not line.isascii():
            lines.append(line)
            size += len(line)
            if size >= _SAMPLE:
                break
    return b"".join(lines)[: 2 * _SAMPLE]


def _lines(document: bytes) -> Iterator[bytes]:
    start = 0
    while start < len(document):
        end = document.find(b"\n", start) + 1 or len(document)
        yield document[start:end]
        start = end


def _best(read: Callable[[str], str | None], raw: bytes, multibyte: bool) -> Guess:
    windows = bool(_C1.search(raw))
    found: dict[str, list[tuple[float, str, str]]] = {}
    high = len(_HIGH.findall(raw))
    share = high / max(1, high + len(_ASCII_LETTERS.findall(raw)))

    def add(text: str, charset: str, score: float, code: str) -> None:
        found.setdefault(text, []).append((score, charset, code))

    if multibyte:
        for charset, scripts in _MULTIBYTE.items():
            text = read(charset)
            if text is not None:
                score, script = max((_sign_score(text, script), script) for script in scripts)
                add(text, charset, score, script)
    others = {**_OTHER_SCRIPTS, **({} if windows else _OTHER_ISO)}
    for charset, codes in others.items():
        text = read(charset)
        if text is not None:
            score, code = max((_script_score(text, code), code) for code in codes)
            add(text, charset, score - 3 * max(0.0, 0.2 - share), code)
    latin = {**({} if windows else _LATIN_ISO), **_LATIN_WINDOWS, **(_LATIN_OTHER if windows else {})}
    judged: dict[str, tuple[float, str]] = {}
    for charset, against in latin.items():
        text = read(charset)
        if text is not None:
            if text not in judged:
                judged[text] = _latin_score(text)
            score, code = judged[text]
            add(text, charset, score - against - 3 * max(0.0, share - 0.35), code)
    ranked = sorted(((max(readings)[0], text) for text, readings in found.items()), reverse=True)
    best, text = ranked[0]
    return Guess(_usual(found[text], windows), best, best - ranked[1][0] if len(ranked) > 1 else 1.0)


def _usual(readings: list[tuple[float, str, str]], windows: bool) -> str:
    """Of charsets that give the same text, the one in use where its language is written."""
    _, _, code = max(readings)
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
    names = [charset for _, charset, _ in readings]
    for charset in home:
        if charset in names:
            return charset
    return names[0]


def _latin_score(text: str) -> tuple[float, str]:
    places = [
        (text[at - 1 : at], text[at], text[at + 1 : at + 2])
        for at in (match.start() for match, _ in zip(_BEYOND_ASCII.finditer(text), range(_MOST_SIGNS)))
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
            worth = 1.0
        elif sign in letters.SIGNS:
            inside = before.isalpha() and after.isalpha() and sign not in letters.WITHIN_WORDS
            worth = -1.0 if inside else 0.9
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


@cache
def _costs(code: str) -> tuple[dict[str, float], float]:
    """Bits that each letter of a language costs, and what a letter costs on average."""
    shares = letters.FREQUENCIES[code]
    return {letter: -math.log2(share) for letter, share in shares.items()}, -sum(
        share * math.log2(share) for share in shares.values()
    )


def _script_score(text: str, code: str) -> float:
    """How much a text looks like one of a language with a script of its own."""
    costs, usual = _costs(code)
    bits = count = wrong = 0.0
    for letter, times in Counter(text.lower()).items():
        if letter in costs:
            bits += costs[letter] * times
            count += times
        elif letter > "\x7f" and letter not in letters.SIGNS and letter not in letters.WITHIN_WORDS:
            wrong += times
    if not count:
        return -1.0
    misplaced = 0
    for before, after in zip(text[:4000], text[1:4001], strict=False):
        if (
            before > "\x7f"
            and after > "\x7f"
            and (
                (after.isupper() and before.islower())
                or (before in letters.FINALS and after.isalpha())
                or (before.isalpha() != after.isalpha() and before in letters.SIGNS and after in costs)
            )
        ):
            misplaced += 1
    excess = max(0.0, bits / count - usual - 0.1)
    return 1.1 - 0.7 * excess - 2 * wrong / (count + wrong) - 3 * misplaced / min(count, 4000)


def _sign_score(text: str, script: str) -> float:
    """How much a text looks like Chinese, Japanese or Korean: by the share of their commonest signs."""
    signs = [sign for sign in text if sign > "\x7f"]
    if not signs:
        return -1.0
    common = letters.COMMON_SIGNS[script]
    share = sum(sign in common for sign in signs) / len(signs)
    strange = sum(
        "\ue000" <= sign <= "\uf8ff" or "\uff61" <= sign <= "\uff9f" or sign > "\uffff" for sign in signs
    )
    return min(1.1, 1.1 * share / letters.EXPECTED_SHARE[script]) - strange / len(signs)
