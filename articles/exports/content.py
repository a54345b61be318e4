"""An article as it leaves the house: plain values, from which every format is written. Knows no database."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Status = Literal["usable", "withheld", "canceled"]

# What XML 1.0 forbids, and ends of lines that a parser would change: https://www.w3.org/TR/xml/#charsets
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Contributor:
    """A person or agency that did something for the article. `role` is one of `Byline.Role`."""

    name: str
    role: str = "author"
    place: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo by the address under which readers get it, and what is known of it. Sizes are pixels."""

    href: str
    mimetype: str
    width: int
    height: int
    title: str = ""
    caption: str = ""
    alt: str = ""
    byline: str = ""
    credit: str = ""
    copyright: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """All that is exported of an article. Texts may be empty, times are aware.

    `saved` is when this version was stored, `updated` the change that readers were told of. `waits` tells
    that the embargo holds when it is exported. `body` is clean HTML, `figures` are the photos that stand in
    it, by the number of their `<figure data-photo>`.
    """

    pk: int
    slug: str
    uri: str
    url: str
    version: int
    status: Status
    headline: str
    saved: datetime
    kind: str = "news"
    slugline: str = ""
    standfirst: str = ""
    credits: tuple[Contributor, ...] = ()
    dateline: str = ""
    located: str = ""
    source: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    language: str = ""
    urgency: int | None = None
    ednote: str = ""
    copyright: str = ""
    created: datetime | None = None
    updated: datetime | None = None
    embargoed: datetime | None = None
    waits: bool = False
    body: str = ""
    lead: Picture | None = None
    figures: Mapping[int, Picture] = field(default_factory=dict)
    publisher: str = ""
    site: str = ""

    @property
    def pictures(self) -> list[Picture]:
        """The lead photo and those in the body, in order, each once."""
        found = [self.lead] if self.lead else []
        found += [picture for picture in self.figures.values() if picture not in found]
        return found

    @property
    def byline(self) -> str:
        """Its authors on one line, as a reader of the export may print it."""
        names = [credit.name for credit in self.credits if credit.role == "author"]
        return "" if not names else "By " + joined(names)


def storable(text: str) -> str:
    """The text without the characters that XML forbids."""
    return _FORBIDDEN.sub("", text) if _FORBIDDEN.search(text) else text


def iso(moment: datetime) -> str:
    """A moment as all the formats write it: `2016-07-08T12:34:56+00:00`."""
    return moment.isoformat()


def joined(names: list[str]) -> str:
    """Names as they are printed: `A, B and C`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
