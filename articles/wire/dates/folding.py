"""Text made plain, sign for sign, so that places in it stay the same."""

from __future__ import annotations

import unicodedata

_SPACES = "\xa0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u200e\u200f\t"
_SAME = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys("‐‑‒–—−－", "-"),
    **dict.fromkeys("’‘ʼ′＇", "'"),
    "ı": "i",
    "İ": "i",
    "ς": "σ",
    "ё": "е",
    "Ё": "е",
    "，": ",",
    "、": ",",
    "،": ",",
    "：": ":",
    "／": "/",
    "．": ".",
    **dict.fromkeys("أإآٱ", "ا"),
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "ة": "ه",
}


class _Plain(dict[int, str]):
    """Maps a sign, when it is first met, to its plain form: small, without accent, any digit as 0 to 9."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        plain = _SAME.get(sign)
        if plain is None:
            digit = unicodedata.decimal(sign, None)
            if digit is not None:
                plain = str(digit)
            elif code < 0x0530 or 0x1E00 <= code < 0x2000:
                small = sign.lower()[0]
                plain = _SAME.get(small) or unicodedata.normalize("NFD", small)[0]
            else:
                plain = sign
        self[code] = plain
        return plain


_plain = _Plain()


def fold(text: str) -> str:
    """The text in small letters without accents, every digit as ASCII; as long as before."""
    return text.translate(_plain)


def words(text: str) -> frozenset[str]:
    """The words of a text, folded, as a set to look others up in."""
    return frozenset(fold(text).split())
