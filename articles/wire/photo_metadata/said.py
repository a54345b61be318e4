"""What one block of metadata says, in words that all blocks share."""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.wire.story import Link, Subject


@dataclass
class Said:
    """Texts by their names, empty where nothing is said.

    Names: title, headline, caption, alt, credit, source, city, sublocation, state, country, date and
    release (ISO 8601), urgency, category, instructions, copyright, usageterms, language; lists:
    creators, contributors, keywords, people, organisations, places.
    """

    texts: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    subjects: list[Subject] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
