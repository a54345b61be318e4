"""A story being put together from named fields: each value tidied, each rule on values kept in one place.

For formats that name their fields. Raw copy, whose values have places in the text, has `copy.draft`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from articles.wire import codes, language, stamps
from articles.wire.copy.names import name_key
from articles.wire.copy.people import distinct, people
from articles.wire.story import (
    Block,
    BlockType,
    Credit,
    Link,
    Media,
    Problem,
    PubStatus,
    Role,
    Subject,
    WireStory,
)
from articles.wire.words import lines, spoken, tidy

AS_TOLD = "urn:x-newsroom:as-told"  # the profile of documents that name all that they know: docs/exporting.md
_DETECTED = 1200  # characters that are enough to tell the language


class Record:
    """Collects a story. Empty values change nothing; of a key that holds one value the first is kept."""

    def __init__(self, timezone: str = "UTC") -> None:
        self.timezone = timezone
        self.as_told = False
        self.values: dict[str, Any] = {}
        self.problems: list[Problem] = []
        self._credits: list[Credit] = []
        self._lists: dict[str, dict[Any, Any]] = {}

    def profile(self, name: str | None) -> None:
        """Take the profile of the document. By that of our exports what it does not name is not there.

        Then nothing is concluded from the text: neither a dateline nor a credit, a headline or a language.
        """
        self.as_told = name == AS_TOLD

    # ── One value ────────────────────────────────────────────────────────────────────────────────────────
    def set(self, key: str, text: str | None) -> None:
        """Take a text, on one line: headline, slugline, uri, source …"""
        if text and key not in self.values and (text := tidy(text)):
            self.values[key] = text

    def note(self, key: str, text: str | None) -> None:
        """Take a text that may have lines, after those taken before: ednote, usageterms, correction."""
        if not text or not (text := lines(text)):
            return
        before = self.values.get(key)
        if before is None:
            self.values[key] = text
        elif text not in before.split("\n\n"):
            self.values[key] = f"{before}\n\n{text}"

    def get(self, key: str) -> Any:
        """The value taken for a key, or None."""
        return self.values.get(key)

    def number(self, key: str, text: str | int | None) -> None:
        """Take a whole number: urgency."""
        if (
            key not in self.values
            and text is not None
            and str(text).strip().isdecimal()
            and len(str(text)) < 6
        ):
            self.values[key] = int(text)

    def urgency(self, text: str | int | None) -> None:
        """Take the source's urgency, 1 to 9; another number is none."""
        if text is not None and str(text).strip() in "123456789" and len(str(text).strip()) == 1:
            self.number("urgency", text)

    def date(self, key: str, text: str | None) -> datetime | None:
        """Take a date in any spelling; one without a zone is read in the record's and told (`no-timezone`).

        One that is no date (`YYYYMMDD000000-HHMM`) is left out and told (`bad-date`).
        """
        if not text or key in self.values or not (text := tidy(text)):
            return None
        moment = stamps.read(text, self.timezone)
        if moment is None or not moment.has_year:
            self.problem("bad-date", f"“{text[:80]}” is no date that can be used for {key}.")
            return None
        self.values[key] = moment.value
        if not moment.has_zone:
            self.problem(
                "no-timezone",
                f"The time of {key} names no zone; it was read as {moment.value.isoformat()}.",
            )
        return moment.value

    def status(self, status: PubStatus) -> None:
        """The source withdraws or holds the story; what is withdrawn is not merely held."""
        if self.values.get("pubstatus") is not PubStatus.CANCELED:
            self.values["pubstatus"] = status

    # ── Many values ──────────────────────────────────────────────────────────────────────────────────────
    def add(self, key: str, *texts: str | None) -> None:
        """Take texts for a list (keywords, people, organisations, places); exact repeats count once."""
        found = self._lists.setdefault(key, {})
        for text in texts:
            if text and (text := tidy(text)):
                found[text] = None

    def byline(self, text: str | None, role: Role = Role.AUTHOR) -> None:
        """Take the printed byline, and credit the people named in it."""
        self.set("byline", text)
        for credit in people(tidy(text or ""), role):
            self._credits.append(credit)

    def credit(self, name: str | None, role: Role = Role.AUTHOR, place: str | None = None) -> None:
        """Credit one person or agency by a field that holds one name and nothing else."""
        if name and (name := tidy(name)):
            self._credits.append(Credit(name, role, tidy(place or "") or None))

    def listed(self, key: str) -> tuple[Any, ...]:
        """What was taken for a list so far: credits, keywords, media …"""
        if key == "credits":
            return tuple(self._credits)
        found = self._lists.get(key, {})
        return tuple(found.values() if key in _OBJECTS else found)

    def credited(self, name: str) -> bool:
        """Is this name credited already, in whatever spelling?"""
        key = name_key(name)
        return any(name_key(credit.name) == key for credit in self._credits)

    def second_headline(self, second: str | None, slugs: Iterable[str | None] = ()) -> None:
        """Take a second headline for the standfirst that is not there; one that finds it there is told.

        One that is a slug, a keyword or the headline again is none.
        """
        known = (*slugs, *self.listed("keywords"), self.get("slugline"), self.get("headline"))
        said = (self.get("description"), *(block.text for block in self.get("body") or ()))
        if not second or second.casefold() in [text.casefold() for text in known if text]:
            return
        if said[0] is None:
            self.set("description", second)
        elif second not in said:
            self.problem("second-headline", f"There is another headline: “{second}”")

    def subject(self, name: str | None, code: str | None = None, scheme: str | None = None) -> None:
        """Take a subject; `code` without its scheme. Exact repeats of a code count once.

        IPTC's codes get their English name where the source gives none.
        """
        code, scheme = tidy(code or "") or None, tidy(scheme or "") or None
        subject = Subject(tidy(name or "") or codes.name(scheme, code), code, scheme)
        if subject.name is None and subject.code is None:
            return
        found = self._lists.setdefault("subjects", {})
        key = (subject.code, subject.scheme) if subject.code else (subject.name, subject.scheme, "")
        known = found.get(key)
        if known is None or (known.name is None and subject.name):
            found[key] = subject

    def media(self, media: Media) -> None:
        """Take a picture or video; the same address counts once, and fills in what it did not tell before."""
        found = self._lists.setdefault("media", {})
        known = found.get(media.href)
        found[media.href] = media if known is None else _completed(known, media)

    def link(self, rel: str, href: str | None, title: str | None = None) -> None:
        """Take a link to another document; the same one in the same relation counts once."""
        if href and (href := href.strip()):
            link = Link(rel, href, tidy(title or "") or None)
            self._lists.setdefault("links", {}).setdefault((rel, href), link)

    def problem(self, code: str, message: str) -> None:
        """Something an editor should know; told once."""
        problem = Problem(code, message)
        if problem not in self.problems:
            self.problems.append(problem)

    # ── The body ─────────────────────────────────────────────────────────────────────────────────────────
    def body(self, blocks: Iterable[Block]) -> None:
        """Take the body; a heading or first block that only repeats the headline is left out, and told."""
        kept = [block for block in blocks if block.text or block.type is BlockType.RULE]
        headline = self.values.get("headline")
        if headline and kept and not self.as_told:
            wanted = spoken(headline)
            for index, block in enumerate(kept):
                if index and block.type is not BlockType.HEADING:
                    continue
                if "\n" in block.text:  # several items or rows are no headline
                    continue
                if len(block.text) < 2 * len(headline) + 20 and spoken(block.text) == wanted:
                    del kept[index]
                    self.problem(
                        "repeated-headline", f"The headline was repeated in the text: “{block.text}”"
                    )
                    break
        self.values["body"] = tuple(kept)

    def story(self) -> WireStory:
        """The story as it is handed on; its language is detected where none was declared."""
        values = dict(self.values)
        values |= {
            key: tuple(found.values()) if key in _OBJECTS else tuple(found)
            for key, found in self._lists.items()
        }
        values["credits"] = distinct(self._credits)
        if "language" not in values and not self.as_told:
            values["language"] = self._detected(values)
        return WireStory(problems=tuple(self.problems), **values)

    def _detected(self, values: dict[str, Any]) -> str | None:
        parts = [values.get("headline") or "", values.get("description") or ""]
        parts += [
            block.text for block in values.get("body", ())[:12] if block.type is not BlockType.PREFORMATTED
        ]
        text = "\n".join(part for part in parts if part)[:_DETECTED]
        return language.detect(text.lower() if text.isupper() else text) if text else None


def _completed(known: Media, other: Media) -> Media:
    """A picture with what another telling of it adds."""
    missing = {
        field.name: getattr(other, field.name)
        for field in fields(Media)
        if getattr(known, field.name) is None and getattr(other, field.name) is not None
    }
    return replace(known, **missing) if missing else known


_OBJECTS = frozenset(("subjects", "media", "links"))
