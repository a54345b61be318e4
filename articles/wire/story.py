"""What a wire parser hands on: one story in ninjs terms, free of Django.

The keys follow IPTC's ninjs (https://iptc.org/standards/ninjs/) where it has one. Every value is either
what the document says or empty: `None`, `()` or `""`. Nothing is invented, no clock is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from typing import IO, Any


class PubStatus(StrEnum):
    """May the story be used? (IPTC publishing status)."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


class Role(StrEnum):
    """What a credited person did for the story."""

    AUTHOR = "author"
    CONTRIBUTOR = "contributor"
    EDITOR = "editor"
    PHOTOGRAPHER = "photographer"
    TRANSLATOR = "translator"


class BlockType(StrEnum):
    """The kinds of block that a body is made of."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    LIST = "list"
    TABLE = "table"
    PREFORMATTED = "preformatted"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the decoded text, in code points: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an editor should know. `code` is stable, `message` is a sentence that names what was seen."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """A person or agency credited with the story; `place` only where the credit itself names one."""

    name: str
    role: Role = Role.AUTHOR
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject code, Media Topic or genre; `code` stands without its scheme or prefix."""

    name: str | None
    code: str | None
    scheme: str | None


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the body: its plain text, and the same as safe HTML (one element)."""

    type: BlockType
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or video that belongs to the story, by its largest rendition."""

    href: str
    mimetype: str | None = None
    headline: str | None = None
    caption: str | None = None
    alt: str | None = None
    byline: str | None = None
    credit: str | None = None
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Another document that the story points to."""

    rel: str
    href: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class WireStory:
    """One story as its source sent it. Times are aware datetimes; lists are tuples in the source's order.

    `spans` tells where each value was found, by its key: `headline`, `byline`, `credits.0`, `keywords.3`,
    `body.2` … each with one span or more of `Parsed.text`. `section_parents` are the names of the broader
    sections that `section` stands in, outermost first; like problems and spans it is not among the promised
    keys.
    """

    uri: str | None = None
    version: str | None = None
    pubstatus: PubStatus = PubStatus.USABLE
    urgency: int | None = None
    language: str | None = None
    headline: str | None = None
    slugline: str | None = None
    description: str | None = None
    byline: str | None = None
    credits: tuple[Credit, ...] = ()
    located: str | None = None
    dateline: str | None = None
    source: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    created: datetime | None = None
    updated: datetime | None = None
    embargoed: datetime | None = None
    body: tuple[Block, ...] = ()
    media: tuple[Media, ...] = ()
    ednote: str | None = None
    copyright: str | None = None
    usageterms: str | None = None
    correction: str | None = None
    links: tuple[Link, ...] = ()
    section_parents: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)

    @property
    def body_html(self) -> str:
        """The body as safe HTML, a block a line."""
        return "\n".join(block.html for block in self.body)

    def as_json(self) -> dict[str, Any]:
        """The story as plain values, with exactly the keys that `inspect_wire --json` promises."""
        story: dict[str, Any] = {}
        for item in fields(self):
            if item.name in ("section_parents", "problems", "spans"):
                continue
            story[item.name] = _plain(getattr(self, item.name))
            if item.name == "body":
                story["body"] = [{"type": block.type.value, "text": block.text} for block in self.body]
                story["body_html"] = self.body_html
        return story


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Credit | Subject | Block | Media | Link):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
    return value


@dataclass(frozen=True, slots=True)
class Parsed:
    """All that was read from one document: its stories in order, and the text that their spans point into.

    `charset` is the one that the bytes were decoded with (a Python codec name in IANA spelling, `utf-8`),
    `certainty` how sure that is, from 0 to 1.
    """

    format: str
    charset: str | None
    certainty: float
    text: str
    stories: tuple[WireStory, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with any of the stories, in order."""
        return tuple(problem for story in self.stories for problem in story.problems)


@dataclass(frozen=True, slots=True)
class WireFormat:
    """One format: its name for people, whether the first bytes look like it, and how it is read.

    `sniff(head)` gets the first `registry.HEAD` bytes. `parse(document, charset, timezone)` returns a
    `Parsed` or raises a `WireError`, nothing else; it depends on its arguments alone. `split(file)` parts a
    file that is too large to be read at once into documents of the same format, with one story each.
    """

    label: str
    sniff: Callable[[bytes], bool]
    parse: Callable[[bytes, str | None, str], Parsed]
    split: Callable[[IO[bytes]], Iterator[bytes]] | None = None
