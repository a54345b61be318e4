"""Bylines in rarer shapes, and lines that may be one: they never become a standfirst."""

from __future__ import annotations

import re
from dataclasses import replace

from articles.wire.copy import byline
from articles.wire.copy.byline import Byline, Person
from articles.wire.copy.names import is_caseless, is_name, is_place


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HANDLE = re.compile(r"[\s,|/]*\(?@\w{2,30}\)?$")
_FROM = re.compile(r"From\s+(?P<name>[^\d,:;]{4,50}?)\s+(?:in|at)\s+(?P<place>[^\d:;]{2,50})$", re.IGNORECASE)
_SMALL = re.compile(r"by (?P<name>[^\W\d_]+(?: [^\W\d_]+){1,3})$")
_NO_NAMES = _words(
    """
    the a an our its their his her this that these those all any every no one two some more and or of in on at
    to for from with far now then
    """
)
_UNFINISHED = _words("a an and as at by for from in of on the to with")
_LIKE = re.compile(
    r"(?:(?:[^\W\d_]+ ){0,3}(?:by|von|par|por|di|door|av|af)|from|with|words|text|story|photos?|pictures?)\b"
    r"[:\s]+"
    r"(?P<rest>\S.*)$",
    re.IGNORECASE,
)


def read(text: str) -> Byline | None:
    """The byline of a line: as `byline` reads it, or `By Jane Doe @janedoe`, `From Jane Doe in Cairo`."""
    found = byline.read(text)
    if found or len(text) > 120:
        return found
    handle = _HANDLE.search(text)
    if handle and handle.start():
        found = byline.read(text[: handle.start()])
        return replace(found, end=len(text)) if found and found.people else None
    placed = _FROM.match(text)
    if placed and is_name(placed["name"]) and not is_caseless(text) and is_place(placed["place"]):
        return Byline(len(text), (Person(placed.span("name"), placed.span("place")),))
    return None


def small(text: str) -> Byline | None:
    """`by jane doe`, all in small letters: a byline where it stands between a headline and the text."""
    found = _SMALL.match(text)
    if not found or not text.islower() or _NO_NAMES.intersection(found["name"].split()):
        return None
    return Byline(len(text), (Person(found.span("name")),))


def bare(text: str) -> bool:
    """Is the line two to four capitalised words, which may be the name of the writer?"""
    words = text.split()
    return 2 <= len(words) <= 4 and not is_caseless(text) and is_name(text) and text[-1] not in "!?:"


def bare_below(text: str, headline: str) -> bool:
    """May the line be a name, and no further line of the headline right above it?"""
    if not bare(text) or headline.split()[-1].casefold() in _UNFINISHED:
        return False
    capitals = [word for word in headline.split() if word[0].isupper()]
    return len(headline) <= 40 or len(capitals) * 2 <= len(headline.split())


def like(text: str) -> bool:
    """May the line be a byline that `read` is not sure of?"""
    if len(text) > 80 or text[-1] in ".!?:;":
        return False
    if bare(text):
        return True
    found = _LIKE.match(text)
    if not found or is_caseless(text):
        return False
    words = found["rest"].split()
    return any(is_name(" ".join(words[:size])) for size in (2, 3) if size <= len(words))
