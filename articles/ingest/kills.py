"""Which story a kill means that has no identifier of it: the one whose headline or slug line it names.

Agencies kill by name: `KILL: Ferry sinks off Harrow Point`, or a text that says which story is withdrawn.
Names are compared whole, under their keys; a name that two stories have means neither of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from articles.ingest.deciding import Told
from articles.models import Article, WireItem
from articles.models.names import name_key, slug_for

MOST_TITLES = 20  # quoted in one kill; the text of a whole story may stand in it
SHOWN_TITLES = 3
LABEL_LENGTH = 40
AT_ONCE = 2000  # names in a statement

# The words of a label before what it is put to; a hyphen parts it only from what follows without a blank.
_LABEL = {
    ":": re.compile(rf"([^:：]{{1,{LABEL_LENGTH}}})[:：]\s*(\S.*)", re.DOTALL),
    "-": re.compile(rf"(.{{1,{LABEL_LENGTH}}}?)(?:\s+[-‐–—―−_]+\s+|[-‐–—―−])(?=\S)(.*)", re.DOTALL),
}
_QUOTED = re.compile(
    '“([^“”]+)”|„([^“”„]+)[“”]|«([^«»]+)»|‘([^‘]+?)’(?!\\w)|「([^「」]+)」|《([^《》]+)》|"([^"]+)"'
)
_SLUGGED = re.compile(r"\bslug(?:ged|line)?:?\s+[\"'“‘]?([\w/.]+(?:-[\w/.]+)*)", re.IGNORECASE)
_SLUG_LABEL = re.compile(
    r"[\s,:(]+(?:(?:mandatory|story|news)\s+)?(?:kill|killed|withdrawal|withdrawn|elimination)\W*$",
    re.IGNORECASE,
)
_STOPS = " .,;:!…"


@dataclass(frozen=True, slots=True)
class Named:
    """What a kill calls its story: keys of headlines, surest first, and slug lines; `shown`: as printed."""

    titles: tuple[str, ...]
    slugs: frozenset[str]  # addresses of those headlines
    sluglines: tuple[str, ...]
    shown: tuple[str, ...]


def key(title: str) -> str:
    """Under what a headline is compared: its key as a name, without the stop at its end."""
    return name_key(title.strip(_STOPS + "\"'“”")).strip(_STOPS)


def named_by(story: dict[str, Any]) -> Named:
    """What a kill (keys of `WireStory.as_json()`) names: by its headline, by quotation, by slug line."""
    titles: dict[str, str] = {}
    for title in _titles(story):
        if found := key(title):
            titles.setdefault(found, title.strip())
            if len(titles) == MOST_TITLES:
                break
    sluglines = [_SLUG_LABEL.sub("", line) for line in [story["slugline"] or ""]]
    sluglines += [found[1].rstrip(".") for text in _notes(story) for found in _SLUGGED.finditer(text)]
    sluglines = list(dict.fromkeys(line for line in sluglines if line))[:MOST_TITLES]
    return Named(
        titles=tuple(titles),
        slugs=frozenset(slug_for(title) for title in titles),
        sluglines=tuple(sluglines),
        shown=tuple([*titles.values(), *sluglines][:SHOWN_TITLES]),
    )


def _titles(story: dict[str, Any]) -> Iterator[str]:
    opening = story["headline"] or next((block["text"] for block in story["body"]), "")
    yield opening
    for pattern in _LABEL.values():
        if (found := pattern.fullmatch(opening)) and _is_label(found[1]):
            yield found[2]
    for text in [story["headline"] or "", *_notes(story)]:
        for quoted in _QUOTED.finditer(text):
            title = next(group for group in quoted.groups() if group)
            if " " in title.strip() or not title.isascii():  # a single word is quoted for other reasons
                yield title


def _is_label(text: str) -> bool:
    return text.isupper() or len(text.split()) <= 2


def _notes(story: dict[str, Any]) -> list[str]:
    return [story["ednote"] or "", story["correction"] or "", *(block["text"] for block in story["body"])]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article made of the wire, as one of its stories was called; `told` if that is in this batch."""

    titles: frozenset[str]
    slugline: str
    source: int | None
    uri: str
    killed: bool
    article: int | None = None
    told: Told | None = None

    @property
    def which(self) -> tuple[int | None, int]:
        """The same for all stories of one article."""
        return self.article, 0 if self.article else id(self.told.standing if self.told else None)


def candidates(names: Iterable[Named]) -> list[Candidate]:
    """The articles in the database that these names may mean. One query for a batch."""
    slugs: set[str] = set()
    printed: set[str] = set()
    sluglines: set[str] = set()
    for named in names:
        slugs |= named.slugs
        printed.update(named.shown)
        sluglines.update(named.sluglines)
    wanted = [
        *((Q(article__slug__in=part) | Q(headline__in=part)) for part in _parts(slugs | printed)),
        *(Q(article__slugline__in=part) for part in _parts(sluglines)),
    ]
    columns = ("article_id", "headline", "uri", "source_id", "article__headline", "article__slugline")
    found = []
    for condition in wanted:
        rows = (
            WireItem.objects.filter(condition, article__isnull=False).exclude(outcome="canceled").order_by()
        )
        for pk, headline, uri, source, now, slugline, status in rows.values_list(*columns, "article__status"):
            titles = frozenset({key(headline), key(now)} - {""})
            killed = status == Article.Status.KILLED
            found.append(Candidate(titles, slugline, source, uri, killed, article=pk))
    return found


def _parts(values: set[str]) -> Iterator[list[str]]:
    ordered = sorted(values)
    for first in range(0, len(ordered), AT_ONCE):
        yield ordered[first : first + AT_ONCE]


def candidate(story: Told) -> Candidate:
    """A story of this batch that a kill after it may mean."""
    return Candidate(
        titles=frozenset({key(story.fitted.fields["headline"])} - {""}),
        slugline=story.fitted.fields["slugline"],
        source=story.source.pk if story.source else None,
        uri=story.story.values["uri"] or "",
        killed=bool(story.standing.article and story.standing.article.status == Article.Status.KILLED),
        article=story.standing.article_id,
        told=story,
    )


def meant(kill: Told, named: Named, among: Iterable[Candidate]) -> Candidate | None:
    """The one article that a kill means; None if it names none or more than one.

    One that is killed already is meant only where no other has the name. A kill with an identifier does not
    mean a story that has another one.
    """
    uri, source = kill.story.values["uri"] or "", kill.source.pk if kill.source else None
    fitting = [
        one
        for one in among
        if (source is None or one.source == source) and not (uri and one.uri and one.uri != uri)
    ]
    for title in named.titles:
        if found := [one for one in fitting if title in one.titles]:
            return _only(found)
    for line in named.sluglines:
        if found := [one for one in fitting if one.slugline == line]:
            return _only(found)
    return None


def _only(found: list[Candidate]) -> Candidate | None:
    articles = {one.which: one for one in sorted(found, key=lambda one: one.told is not None)}
    killed = {one.which for one in found if one.killed}
    alive = [one for which, one in articles.items() if which not in killed]
    chosen = alive or list(articles.values())
    return chosen[0] if len(chosen) == 1 else None


def unmatched(named: Named) -> dict[str, str]:
    """What an editor is told of a kill that took nothing off."""
    names = "; ".join(f"“{name[:200]}”" for name in named.shown)
    looked = f"No single article from its source is called {names}." if names else "It names no story."
    return {"code": "kill-unmatched", "message": f"This kill took no article off. {looked}"}
