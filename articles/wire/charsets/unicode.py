"""UTF-16 and UTF-32 that carry no byte order mark."""

from __future__ import annotations

import unicodedata
from collections import Counter

from articles.wire.charsets.detection import sign_score

_SAMPLE = 4096
_WRONG = {"Cn", "Co", "Cs"}
_CONTROLS = "\t\n\v\f\r\x1a\x1b"


def without_mark(document: bytes) -> str | None:
    """Which of UTF-16 and UTF-32, little or big end first, a document is in without a mark; or None."""
    scores = {
        charset: _score(document, charset, width)
        for charset, width in (("utf-16-le", 2), ("utf-16-be", 2), ("utf-32-le", 4), ("utf-32-be", 4))
    }
    best = max(scores, key=lambda charset: scores[charset])
    return best if scores[best] > 0 else None


def _score(document: bytes, charset: str, width: int) -> float:
    """From 0 to 1 for what may be a text, below 0 for what cannot."""
    size = min(_SAMPLE, len(document) - len(document) % width)
    text = document[:size].decode(charset, "replace")
    if not text:
        return -1.0
    wrong = sum(
        sign == "\ufffd" or unicodedata.category(sign) in _WRONG or (sign < " " and sign not in _CONTROLS)
        for sign in text
    )
    if wrong > len(text) * 0.02:
        return -1.0
    usual = sum(" " <= sign < "\x7f" or sign in _CONTROLS for sign in text) / len(text)
    # One script stands in a block or two of 256 characters each; the wrong order gives signs from all over.
    blocks = Counter(ord(sign) >> 8 for sign in text)
    blocks.pop(0x20, None)  # dashes and quotes
    first_two = sum(count for _, count in blocks.most_common(2)) / max(1, sum(blocks.values()))
    if first_two > 0.9 and usual > 0.02:
        return 0.5 + usual / 2
    signs = sign_score(text)
    return signs / 2 if signs > 0.6 else -1.0
