"""Where a story goes by its subject codes: the newsroom's own mapping, and what lies within what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.models import Section, SubjectMapping, Tag
from articles.wire import codes

Coded = tuple[str | None, str]  # scheme as the source calls it, and code


@dataclass(frozen=True, slots=True)
class Filing:
    """The newsroom's mapping of subject codes, as it is now."""

    rows: dict[tuple[str, str], SubjectMapping]

    def section(self, subjects: Iterable[Coded]) -> Section | None:
        """The section of the first subject that has one: its own, or that of what it lies in."""
        for subject in subjects:
            for row in self._rows(subject):
                if row.section:
                    return row.section
        return None

    def tags(self, subjects: Iterable[Coded]) -> list[Tag]:
        """The tags of the subjects, in their order, each once."""
        found: dict[int, Tag] = {}
        for subject in subjects:
            tag = next((row.tag for row in self._rows(subject) if row.tag), None)
            if tag:
                found[tag.pk] = tag
        return list(found.values())

    def _rows(self, subject: Coded) -> Iterator[SubjectMapping]:
        """The entries that a subject falls under, the nearest first."""
        for key, exact in _ways(*subject):
            row = self.rows.get(key)
            if row and (exact or row.narrower):
                yield row


def load(stories: Iterable[Iterable[Coded]]) -> Filing:
    """The mapping, where any of the stories has a subject at all: one statement, or none."""
    if not any(any(True for _ in subjects) for subjects in stories):
        return Filing({})
    rows = SubjectMapping.objects.exclude(section=None, tag=None).select_related("section", "tag")
    return Filing({(row.scheme.lower(), row.code): row for row in rows})


def _ways(said: str | None, code: str) -> Iterator[tuple[tuple[str, str], bool]]:
    """The keys under which a subject may have an entry, and whether that is the subject itself.

    A Media Topic and the older subject code of the same meaning lead to each other's entries.
    """
    alias = codes.scheme(said, code)
    if said:
        yield (said.lower(), code), True
    if alias is None:
        return
    yield (alias, code), True
    above = codes.broader(alias, code)
    yield from (((alias, one), False) for one in above)
    for number, one in enumerate((code, *above)):
        for other in codes.equivalents(alias, one):
            yield other, number == 0
            yield from (((other[0], higher), False) for higher in codes.broader(*other))
