"""What kind of story an article is, in the words of IPTC: http://cv.iptc.org/newscodes/genre/"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

SCHEME = "http://cv.iptc.org/newscodes/genre/"


@dataclass(frozen=True, slots=True)
class Genre:
    """A genre by its code and English name."""

    code: str
    name: str

    @property
    def uri(self) -> str:
        """Its address among the NewsCodes."""
        return SCHEME + self.code


# By `Article.Kind`. News as such is not told: it is what an item is unless something else is said.
GENRES = {
    "analysis": Genre("Analysis", "Analysis"),
    "opinion": Genre("Opinion", "Opinion"),
    "feature": Genre("Feature", "Feature"),
    "interview": Genre("Interview", "Interview"),
    "review": Genre("Review", "Review"),
    "release": Genre("Press_Release", "Press Release"),
}
_KINDS = {text: kind for kind, genre in GENRES.items() for text in (genre.code, genre.name)}


def kind_of(subjects: Iterable[Mapping[str, str | None]]) -> str | None:
    """The `Article.Kind` that one of a story's subjects (keys of `Subject`) is the genre of, or None."""
    for subject in subjects:
        if (subject["scheme"] or "").rstrip("/").endswith("genre"):
            kind = _KINDS.get(subject["code"] or "") or _KINDS.get(subject["name"] or "")
            if kind:
                return kind
    return None
