"""Labels at the start of a line (`Tags:`, `Published:`), looked up rather than searched for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from articles.wire.copy import notice_words
from articles.wire.copy import vocabulary as words
from articles.wire.copy.vocabulary import phrases

_LONGEST = 70
_LABEL = re.compile(r"([^:：︰꞉]{1,70})[:：︰꞉] *")
_FILLING = re.compile(r"^[\s*•#>«»<\[\](){}【】（）_~=/|–—-]+|[\s*•#>«»<\[\](){}【】（）_~=/|–—-]+$")
_WORD = re.compile(r"[^\W_]+(?:[’'`´.‑-][^\W_]+)*", re.UNICODE)


def fold(text: str) -> str:
    """A label for comparison: no case, no brackets or bullets around it, straight apostrophes."""
    folded = _FILLING.sub("", text).casefold().replace("’", "'").replace("i̇", "i").replace("ﬁ", "fi")
    return " ".join(folded.split())


def table(text: str) -> frozenset[str]:
    """The phrases of a vocabulary table, folded."""
    return frozenset(fold(phrase) or phrase.casefold() for phrase in phrases(text))


TAGS = table(words.TAG_LABELS)
SECTION = table(words.SECTION_LABELS)
HEADLINE = table(words.HEADLINE_LABELS)
DESCRIPTION = table(words.DESCRIPTION_LABELS)
SLUG = table(words.SLUG_LABELS)
SOURCE = table(words.SOURCE_LABELS)
DATELINE = table(words.DATELINE_LABELS)
DATE = table(words.DATE_LABELS)
UPDATED = table(words.UPDATED_LABELS)
EMBARGO = table(notice_words.EMBARGO_WORDS)
CORRECTION = table(notice_words.CORRECTION_LABELS)
CORRECTION_VERBS = table(notice_words.CORRECTION_VERBS)
KILL = table(notice_words.KILL_WORDS)
WITHHOLD = table(notice_words.WITHHOLD_WORDS)
EDNOTE = table(notice_words.EDNOTE_LABELS)
NOTEBOOK = table(notice_words.NOTEBOOK)
RELEASE = table(notice_words.RELEASE_LABELS)
CONTACT = table(notice_words.CONTACT_LABELS)
RANK = table(notice_words.RANK_LINES)
BYLINE = table(words.BYLINE_WORDS)
BYLINE_WEAK = table(words.BYLINE_WORDS_WEAK)
END = table(notice_words.END_MARKS)
FINAL_END = table(notice_words.FINAL_END_MARKS)
ROLES: dict[str, str] = {}
for _role in ("reporter", "author", "contributor", "editor", "translator", "photographer"):
    for _phrase in table(words.CREDIT_PHRASES[_role]):
        ROLES.setdefault(_phrase, _role)

_ANY = frozenset().union(
    TAGS,
    SECTION,
    HEADLINE,
    DESCRIPTION,
    SLUG,
    SOURCE,
    DATELINE,
    DATE,
    UPDATED,
    EMBARGO,
    CORRECTION,
    EDNOTE,
    CONTACT,
    BYLINE,
    ROLES,
)


def label(text: str) -> tuple[str, int] | None:
    """What stands before the first colon of the line, folded, and where the value behind it begins."""
    match = _LABEL.match(text)
    return (fold(match[1]), match.end()) if match else None


def labelled(text: str, *tables: Iterable[str]) -> int | None:
    """Where the value begins of a line that opens with a label of these tables and a colon."""
    found = label(text)
    if found and any(found[0] in known for known in tables):
        return found[1]
    return None


def known_label(text: str) -> bool:
    """Does the line open with any label that means something?"""
    found = label(text)
    return bool(found) and found[0] in _ANY  # type: ignore[index]


def _spelled(text: str) -> str:
    """The text without case, letter for letter as long as before."""
    spelled = text.casefold()
    if len(spelled) != len(text):  # İ and ß change length when folded
        spelled = "".join(char.casefold() if len(char.casefold()) == 1 else char.lower()[:1] for char in text)
    return spelled.replace("’", "'")


class PhraseBook:
    """Finds phrases of a table at a word of a text: the longest that matches there."""

    def __init__(self, phrases_: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase in phrases_:
            parts = tuple(_WORD.findall(phrase))
            if parts:
                self._by_first.setdefault(parts[0], []).append((parts, phrase))
        for options in self._by_first.values():
            options.sort(key=lambda option: (-len(option[0]), option[1]))

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """All phrases in the text from left to right, none inside another: start, end, phrase."""
        spelled = _spelled(text)
        if self._by_first.keys().isdisjoint(_WORD.findall(spelled)):
            return []
        found: list[tuple[int, int, str]] = []
        tokens = [(match.start(), match.end()) for match in _WORD.finditer(spelled)]
        index = 0
        while index < len(tokens):
            start = tokens[index][0]
            for parts, phrase in self._by_first.get(spelled[start : tokens[index][1]], ()):
                stop = index + len(parts)
                if stop <= len(tokens) and all(
                    spelled[slice(*tokens[index + offset])] == part for offset, part in enumerate(parts)
                ):
                    found.append((start, tokens[stop - 1][1], phrase))
                    index = stop - 1
                    break
            index += 1
        return found

    def may_open(self, text: str, at: int = 0) -> bool:
        """Is the word right at a place of the text the first of any phrase? Cheap, unlike `find`."""
        first = _WORD.match(_spelled(text[at : at + _LONGEST]))
        return first is not None and first.group() in self._by_first

    def opens(self, text: str) -> tuple[int, str] | None:
        """The phrase that the text begins with: where it ends, and the phrase."""
        first = _WORD.search(text[:_LONGEST])
        if first is None or any(char.isalnum() for char in text[: first.start()]):
            return None
        if _spelled(first.group()) not in self._by_first:
            return None
        for start, end, phrase in self.find(text[:_LONGEST])[:1]:
            if start == first.start():
                return end, phrase
        return None
