"""What a story says, fitted to the columns of an article: what is too long is cut or left out, and told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from django.db.models import CharField

from articles.ingest.reading import Story
from articles.models import Article, Byline
from articles.models.names import NAME_LENGTH, name_key, tidy_name
from articles.models.taxonomy import TagName
from articles.publishing import FIRST_YEAR, LAST_YEAR, in_calendar

HEADLINE_FROM_TEXT = 80  # characters of the text that stand in for a headline
MOST_TAGS = 500
MOST_CREDITS = 100

Problem = dict[str, str]


def _length(model: Any, name: str) -> int:
    field = model._meta.get_field(name)
    if not isinstance(field, CharField) or field.max_length is None:
        raise TypeError(f"{name} has no length")
    return field.max_length


LENGTHS = {
    name: _length(Article, name)
    for name in ("headline", "slugline", "language", "dateline", "located", "copyright")
}
PLACE_LENGTH = _length(Byline, "place")
KEY_LENGTH = _length(TagName, "key")


@dataclass(frozen=True, slots=True)
class Credited:
    """Who did what for the story, and where."""

    name: str
    role: str
    place: str


@dataclass(frozen=True, slots=True)
class Fitted:
    """A story in terms of the tables: `fields` are an article's own, names are such as can be stored."""

    fields: dict[str, Any]
    titled: bool  # whether the headline is the source's
    section: str | None
    source: str | None
    credits: tuple[Credited, ...]
    keywords: tuple[str, ...]
    moment: datetime | None  # when the source issued it
    version: str
    problems: tuple[Problem, ...]
    subjects: tuple[tuple[str | None, str], ...] = ()  # scheme and code
    section_parents: tuple[str, ...] = ()  # names of what the section is part of, outermost first
    held: bool = False  # whether there is an embargo that cannot be kept: nobody may publish it unseen


def fit(story: Story, path: str) -> Fitted:
    """Fit a story; `path` is where it was found, the last resort for a headline."""
    values, problems = story.values, list(story.problems)
    headline = tidy_name(values["headline"] or "")
    titled = bool(headline)
    if not titled:
        headline = _headline_from_text(values) or PurePath(path).name[:HEADLINE_FROM_TEXT] or "?"
        _add(
            problems, "no-headline", "The story has no headline; the beginning of its text stands in for it."
        )
    texts = {
        "headline": headline,
        "slugline": values["slugline"],
        "language": values["language"],
        "dateline": values["dateline"],
        "located": values["located"],
        "copyright": values["copyright"],
    }
    fields: dict[str, Any] = {name: _cut(name, text or "", problems) for name, text in texts.items()}
    fields |= {
        "standfirst": values["description"] or "",
        "ednote": values["ednote"] or "",
        "body": story.body,
        "urgency": values["urgency"] if values["urgency"] in range(1, 10) else None,
        "embargoed_until": _moment(story.embargoed, problems),
    }
    return Fitted(
        fields=fields,
        titled=titled,
        section=_name("section", values["section"], problems),
        source=_name("source", values["source"], problems),
        credits=_credits(values["credits"], problems),
        keywords=_keywords(values["keywords"], problems),
        moment=_moment(story.created or story.updated, problems),
        version=(values["version"] or "")[:100],
        problems=tuple(problems),
        section_parents=tuple(filter(usable_name, map(tidy_name, story.section_parents))),
        subjects=tuple((one["scheme"], one["code"]) for one in values["subjects"] if one["code"]),
        held=story.embargoed is not None and fields["embargoed_until"] is None,
    )


def usable_name(name: str) -> bool:
    """Whether a name can be stored and found again."""
    return len(name) <= NAME_LENGTH and 0 < len(name_key(name)) <= KEY_LENGTH


def _headline_from_text(values: dict[str, Any]) -> str:
    texts = [block["text"] for block in values["body"]]
    text = " ".join(" ".join(texts).split()) or tidy_name(values["description"] or values["slugline"] or "")
    if len(text) <= HEADLINE_FROM_TEXT:
        return text
    end = text.rfind(" ", 0, HEADLINE_FROM_TEXT + 1)
    return text[: end if end > 0 else HEADLINE_FROM_TEXT].rstrip()


def _cut(name: str, text: str, problems: list[Problem]) -> str:
    limit = LENGTHS[name]
    text = tidy_name(text)
    if len(text) <= limit:
        return text
    _add(problems, "too-long", f"The {name} has {len(text)} characters and was cut to {limit}.", repeat=True)
    if name == "language":
        return ""
    end = text.rfind(" ", 0, limit)
    return text[: end if end > limit // 2 else limit - 1].rstrip() + "…"


def _name(kind: str, name: str | None, problems: list[Problem]) -> str | None:
    name = tidy_name(name or "")
    if not name or usable_name(name):
        return name or None
    if name_key(name):
        _add(
            problems,
            "too-long",
            f"The name of a {kind} is too long and was left out: {name[:60]}…",
            repeat=True,
        )
    return None


def _credits(credits: list[dict[str, Any]], problems: list[Problem]) -> tuple[Credited, ...]:
    found: dict[tuple[str, str], Credited] = {}
    for credit in credits:
        if name := _name("person", credit["name"], problems):
            place = tidy_name(credit["place"] or "")[:PLACE_LENGTH]
            found.setdefault((name_key(name), credit["role"]), Credited(name, credit["role"], place))
    return _at_most(MOST_CREDITS, tuple(found.values()), "credits", problems)


def _keywords(keywords: list[str], problems: list[Problem]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for keyword in keywords:
        if name := _name("tag", keyword, problems):
            found.setdefault(name_key(name), name)
    return _at_most(MOST_TAGS, tuple(found.values()), "tags", problems)


def _at_most(limit: int, items: tuple[Any, ...], what: str, problems: list[Problem]) -> tuple[Any, ...]:
    if len(items) > limit:
        _add(
            problems,
            "too-many",
            f"The story has {len(items)} {what}; the first {limit} are used.",
            repeat=True,
        )
    return items[:limit]


def _moment(time: datetime | None, problems: list[Problem]) -> datetime | None:
    if time is None:
        return None
    if not in_calendar(time):
        _add(
            problems,
            "date-out-of-range",
            f"The date {time.isoformat()} was left out: its year is not one of {FIRST_YEAR} to {LAST_YEAR}.",
            repeat=True,
        )
        return None
    return time.astimezone(UTC)


def _add(problems: list[Problem], code: str, message: str, *, repeat: bool = False) -> None:
    """Add a problem; one that the parser has told already is not told again unless `repeat`."""
    if repeat or all(problem["code"] != code for problem in problems):
        problems.append({"code": code, "message": message})
