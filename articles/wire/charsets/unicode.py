"""UTF-16 and UTF-32 that carry no byte order mark."""

from __future__ import annotations

import unicodedata

_SAMPLE = 4096
_WRONG = {"Cn", "Co", "Cs"}


def without_mark(document: bytes) -> str | None:
    """`utf-16-le`, `utf-16-be`, `utf-32-le` or `utf-32-be` if a document with NUL bytes is in one of them."""
    scores = {
        charset: _score(document, charset, width)
        for charset, width in (("utf-16-le", 2), ("utf-16-be", 2), ("utf-32-le", 4), ("utf-32-be", 4))
    }
    best = max(scores, key=lambda charset: scores[charset])
    return best if scores[best] > 0 else None


def _score(document: bytes, charset: str, width: int) -> float:
    """The share of spaces, letters and signs of ASCII minus what cannot stand in a text; below 0 is no text."""
    if len(document) < 2 * width:
        return -1.0
    sample = document[: min(_SAMPLE, len(document) - len(document) % width)]
    try:
        text = sample.decode(charset, "strict" if width == 4 else "surrogatepass")
    except UnicodeDecodeError:
        return -1.0
    wrong = sum(
        unicodedata.category(sign) in _WRONG or (sign < " " and sign not in "\t\n\v\f\r\x1a\x1b")
        for sign in text
    )
    usual = sum(" " <= sign < "\x7f" or sign in "\t\n\r\u3000、。" for sign in text)
    blocks = {ord(sign) >> 8 for sign in text}
    if wrong > len(text) * 0.02 or not usual:
        return -1.0
    # The wrong order gives signs from all over Unicode.
    return usual / len(text) - len(blocks) / (len(text) + 8) * 0.5
