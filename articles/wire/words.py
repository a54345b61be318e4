"""Text as the keys of a story hold it: Unicode NFC, no control characters, white space as single spaces."""

from __future__ import annotations

import re
import unicodedata

from articles.markup.characters import CONTROLS, INVISIBLE

_TRIMMED = INVISIBLE.replace("\u200e", "").replace("\u200f", "").replace("\u200c", "").replace("\u200d", "")


def tidy(text: str) -> str:
    """The text on one line: NFC, runs of white space (no-break spaces too) as one space, ends trimmed."""
    text = " ".join(text.split())
    if text.isascii():
        return CONTROLS.sub("", text) if not text.isprintable() else text
    text = " ".join(CONTROLS.sub("", text).split()).strip(_TRIMMED)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def lines(text: str) -> str:
    """The text with its lines kept, each tidied, blank ones left out."""
    return "\n".join(line for line in map(tidy, text.splitlines()) if line)


def spoken(text: str) -> str:
    """The letters and digits of a text in small letters: alike where only the punctuation differs."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if char.isalnum() or unicodedata.category(char)[0] == "M") or text


_PARAGRAPHS = re.compile(r"\n[ \t\f\v\u00a0]*\n")


def paragraphs(text: str) -> list[str]:
    """The stretches of a text between blank lines, as they stand."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return [part for part in _PARAGRAPHS.split(text) if part.strip()]
