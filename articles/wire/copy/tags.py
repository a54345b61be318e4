"""Tag lines: `Tags: a, b`, `Schlagwörter: a; b`, and lines of `#hash #tags` alone."""

from __future__ import annotations

import re

from articles.wire.copy import labels

_SEPARATORS = re.compile(r"[,;，；、،؛]")
_WEAK_SEPARATORS = re.compile(r"\s[|•·/]\s|[|•·]")
_HASH = re.compile(r"[#＃]([^\s#＃,;，；、]+)")
_HASHES = re.compile(r"(?:[#＃](?!\d+\s*$)[^\s#＃,;，；、]{1,60}[\s,;，、]*)+")
_SENTENCE = re.compile(r"[^\W\d_]{4,}[.!?]\s+\w")
_LONGEST_TAG = 90


_DASHED = re.compile(r"(?P<label>[^\W\d_][^-–—:]{2,20}?)\s+(?:--|[-–—])\s+(?=\S)")
_PLURALS = frozenset(("tags", "keywords", "key words", "schlagwörter", "etiketler", "теги", "mots-clés"))


def label(text: str) -> int | None:
    """Where the tags begin behind a tag label at the start of the text; None where there is no such label."""
    start = labels.labelled(text, labels.TAGS)
    if start is not None:
        return start
    dashed = _DASHED.match(text)
    if dashed and (folded := labels.fold(dashed["label"])) in labels.TAGS:
        sure = dashed["label"].isupper() or folded in _PLURALS
        return dashed.end() if sure and text[-1] not in ".!?" else None
    return None


def is_list(text: str, start: int) -> bool:
    """Is what follows the label a list of tags, and not the rest of a sentence?"""
    rest = text[start:].strip()
    if not rest or _SENTENCE.search(rest):
        return False
    parts = [text[first:last] for first, last in split(text, start)]
    if not parts or any(len(part) > _LONGEST_TAG or len(part.split()) > 10 for part in parts):
        return False
    if len(parts) == 1:
        words = parts[0].split()
        return len(words) <= 6 and (rest[-1] not in ".!?" or len(words) <= 2)
    if rest[-1] in ".!?" and parts[-1].split()[0].casefold() in ("and", "und", "et", "y", "ve", "и", "or"):
        return False
    average = sum(len(part.split()) for part in parts) / len(parts)
    return average <= 5


def split(text: str, start: int = 0, *, lines: tuple[int, ...] = ()) -> list[tuple[int, int]]:
    """The stretches of the tags in the text, `#` and end stops left out.

    `lines` gives the offsets where wrapped lines begin: where nothing else parts the tags, lines do.
    """
    rest = text[start:]
    if _HASHES.fullmatch(rest.strip()):
        return [
            (start + found.start(1), start + _without_stop(rest, found.start(1), found.end(1)))
            for found in _HASH.finditer(rest)
        ]
    cuts = [(cut.start(), cut.end()) for cut in _SEPARATORS.finditer(rest)]
    if not cuts:
        cuts = [(cut.start(), cut.end()) for cut in _WEAK_SEPARATORS.finditer(rest)]
    if not cuts and len(lines) > 1:
        cuts = [(line - start, line - start) for line in lines if line > start]
    found: list[tuple[int, int]] = []
    at = 0
    for first, last in [*cuts, (len(rest), len(rest))]:
        a, b = at, first
        while a < b and rest[a] in ' #＃"“”«»„-–—*•':
            a += 1
        while b > a and rest[b - 1] in ' "“”«»„':
            b -= 1
        if last == len(rest) and first == len(rest):
            b = _without_stop(rest, a, b)
        if a < b:
            found.append((start + a, start + b))
        at = last
    return found


def _without_stop(text: str, start: int, end: int) -> int:
    """The end of the last tag without the full stop of the list; that of `U.S.` stays."""
    piece = text[start:end]
    if piece.endswith((".", "。")) and "." not in piece[:-1]:
        return end - 1
    return end


def hashes(text: str) -> list[tuple[int, int]] | None:
    """The tags of a line that is nothing but `#words`."""
    if text[0] not in "#＃" or not _HASHES.fullmatch(text) or not any(char.isalpha() for char in text):
        return None
    return split(text)
