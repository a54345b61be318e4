"""What a reader typed, understood: words that must all be there, "phrases", -exclusions, prefix*.

Nothing that can be typed is an error: what has no meaning here is passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from articles.search.folding import WORD_LENGTH, plain_words, runs, signs

QUERY_LENGTH = 1000  # characters that are looked at
TERMS = 32
PHRASE_WORDS = 32

_QUOTES = re.compile("[“”„‟«»＂〝〞「」『』]")
_TERM = re.compile(r'(-?)"([^"]*)"(\*?)|(\S+)')


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that stand side by side; `prefix` if the last of them may go on."""

    words: tuple[str, ...]
    prefix: bool = False
    excluded: bool = False


def parse(text: str) -> tuple[Term, ...]:
    """The terms of a query, each once; () when there is no word in it."""
    text = _QUOTES.sub('"', text[:QUERY_LENGTH])
    terms = []
    for found in _TERM.finditer(text):
        minus, phrase, star, word = found.groups()
        if word is not None:
            minus, word, star = word[0] == "-", word.lstrip("-"), word.endswith("*")
        term = _term(phrase if word is None else word, bool(star), bool(minus))
        if term:
            terms.append(term)
    return tuple(dict.fromkeys(terms))[:TERMS]


def _term(text: str, prefix: bool, excluded: bool) -> Term | None:
    words: list[str] = []
    parts = runs(plain_words(text))[:PHRASE_WORDS]
    for number, (part, unspaced) in enumerate(parts, start=1):
        last = number == len(parts)
        if not unspaced:
            words.append(part[:WORD_LENGTH])
            continue
        # As the index has it: overlapping pairs, and the run's last sign by itself unless the text may go on.
        found = signs(part)
        words.extend(a + b for a, b in pairwise(found))
        if not last or len(found) == 1:
            words.append(found[-1])
        if last:
            prefix = len(found) == 1
    return Term(tuple(words[:PHRASE_WORDS]), prefix, excluded) if words else None
