"""A story while it is being read: values with their spans, people in printed order, problems."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from articles.wire.copy.byline import Person
from articles.wire.copy.names import name_key
from articles.wire.copy.plain import Passage
from articles.wire.dates import Moment
from articles.wire.story import Credit, Problem, PubStatus, Role, Span, WireStory


@dataclass(slots=True)
class _Named:
    name: str
    kind: str
    place: str | None
    span: Span
    group: int


@dataclass
class Draft:
    """Collects what is understood of one story, each value with where it stood."""

    values: dict[str, Any] = field(default_factory=dict)
    spans: dict[str, list[Span]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    people: list[_Named] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _groups: int = 0

    def set(self, key: str, passage: Passage, start: int = 0, end: int | None = None) -> None:
        """Take `passage.text[start:end]` as the value of a key."""
        self.values[key] = passage.value(start, end)
        self.spans[key] = [passage.span(start, end)]

    def add(self, key: str, passage: Passage, start: int = 0, end: int | None = None) -> None:
        """Take a further stretch of text for a key; the stretches are joined by a blank."""
        value = passage.value(start, end)
        if self.values.get(key):
            self.values[key] += " " + value
        else:
            self.values[key] = value
        self.spans.setdefault(key, []).append(passage.span(start, end))

    def found(self, key: str, value: Any, start: int, end: int) -> None:
        """Take what an envelope says at `text[start:end]`; further texts for a key are joined by a blank."""
        before = self.values.get(key)
        self.values[key] = value if before is None else f"{before} {value}"
        self.spans.setdefault(key, []).append(Span(start, end))

    def has(self, key: str) -> bool:
        """Is there a value for the key already?"""
        return self.values.get(key) is not None

    def problem(self, code: str, message: str, span: Span | None = None) -> None:
        """Something an editor should know."""
        self.problems.append(Problem(code, message, span))

    def drop(self, code: str, what: str, passage: Passage, start: int = 0, end: int | None = None) -> None:
        """Leave a stretch of text out of the story, and say so."""
        self.problem(code, f"{what} was left out: “{passage.value(start, end)}”", passage.span(start, end))

    def credit(self, passage: Passage, people: list[tuple[Person, str]]) -> None:
        """Credit people of one line; the kind is a role, or `reporter`, which becomes one."""
        self._groups += 1
        for who, kind in people:
            place = passage.value(*who.place) if who.place else None
            self.people.append(
                _Named(passage.value(*who.name), kind, place, passage.span(*who.name), self._groups)
            )

    def credit_named(self, name: str, kind: str, span: Span) -> None:
        """Credit somebody whom the text does not name, but the page around it."""
        self._groups += 1
        self.people.append(_Named(name, kind, None, span, self._groups))

    def moment(self, key: str, moment: Moment, span: Span) -> None:
        """Take a date as the value of a key, and say when its zone was not printed."""
        if self.has(key):
            return
        self.values[key] = moment.value
        self.spans[key] = [span]
        if not moment.has_zone:
            self.problem(
                "no-timezone",
                f"The time of {key} names no zone; it was read as {moment.value.isoformat()}.",
                span,
            )

    def withdraw(self, status: str) -> None:
        """The source withdraws or holds the story; what is withdrawn is not merely held."""
        if self.values.get("pubstatus") is not PubStatus.CANCELED:
            self.values["pubstatus"] = PubStatus(status)

    def _credits(self) -> tuple[Credit, ...]:
        found: list[Credit] = []
        places: dict[str, int] = {}
        first_group = 0  # the line that named the first author, and whether another did
        several = False
        for who in sorted(self.people, key=lambda named: named.span.start):
            role = who.kind
            if role == "reporter":
                role = "contributor" if several or first_group not in (0, who.group) else "author"
            if role == "author":
                several = several or first_group not in (0, who.group)
                first_group = first_group or who.group
            key = name_key(who.name) or who.name
            if key not in places:
                places[key] = len(found)
                self.spans[f"credits.{len(found)}"] = [who.span]
                found.append(Credit(who.name, Role(role), who.place))
                continue
            # the same person once more: only a place can be news
            index = places[key]
            self.spans[f"credits.{index}"].append(who.span)
            if found[index].place is None:
                found[index] = replace(found[index], place=who.place)
            elif who.place not in (None, found[index].place):
                self.problem("second-place", f"A second place of {who.name}: “{who.place}”.", who.span)
        return tuple(found)

    def story(self) -> WireStory:
        """The story as it is handed on."""
        people = self._credits()
        spans = {key: tuple(value) for key, value in self.spans.items()}
        return WireStory(credits=people, problems=tuple(self.problems), spans=spans, **self.values)
