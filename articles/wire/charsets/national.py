"""National variants of the 7-bit charset ISO 646, where letters stand in the places of `[\\]{|}~`.

https://www.iana.org/assignments/character-sets/ - teleprinter lines kept them alive in agencies' copy.
"""

from __future__ import annotations

import re

from articles.wire import language

_SIGNS = "[\\]{|}~"
_GERMAN = "ISO646-DE"
_VARIANTS = (
    (_GERMAN, "ÄÖÜäöüß", ("de",)),
    ("ISO646-SE", "ÄÖÅäöå~", ("sv", "fi")),
    ("ISO646-NO", "ÆØÅæøå~", ("no", "nb", "nn", "da")),
)
_IN_WORD = re.compile(r"[A-Za-z][{|}][a-z]")
_FEWEST = 3


def read(text: str) -> tuple[str, str] | None:
    """The text with its national letters, and the name of its charset; None where the text is plain ASCII.

    Only where several `{|}` stand within words, and the words are then of a language of that charset.
    """
    if not text.isascii() or sum(1 for _ in _IN_WORD.finditer(text[:20000])) < _FEWEST:
        return None
    sample = text[:6000]
    for name, letters, languages in _VARIANTS:
        table = str.maketrans(_SIGNS, letters)
        if language.detect(sample.translate(table)) in languages:
            return text.translate(table), name
    return None
