"""The sections, sources, people and tags that stories name: found by any of their names, or made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from django.db.models import Max

from articles.ingest import filing
from articles.ingest.filing import Filing
from articles.ingest.fitting import Credited, Fitted
from articles.models import Author, AuthorName, Section, Source, Tag
from articles.models.names import name_key

LAST_POSITION = 32_767  # of a small integer


def sources(names: Iterable[str]) -> dict[str, Source]:
    """The sources of these names by key; what is not known is made."""
    return Source.objects.ensure_named(_spellings(names).values())


def _spellings(names: Iterable[str]) -> dict[str, str]:
    """Each name once, as it is spelled first, by its key.

    In the order of the keys, so that two imports at once make them in one order and block each other less.
    """
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name_key(name), name)
    return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Names:
    """What the stories of a batch name, by the keys of names."""

    sections: dict[str, Section]
    default_sections: dict[int, Section]
    authors: dict[str, Author]
    tags: dict[str, Tag]
    people: frozenset[tuple[str, int]]  # keys of keywords that are names of an author, and that author's id
    filing: Filing = field(default_factory=lambda: Filing({}))

    def section(self, fitted: Fitted, source: Source | None) -> Section | None:
        """The section that the story names, else that of its subjects, else its source's."""
        if fitted.section:
            return self.sections[name_key(fitted.section)]
        if (filed := self.filing.section(fitted.subjects)) is not None:
            return filed
        if source and source.default_section_id:
            return self.default_sections.get(source.default_section_id)
        return None

    def credits(self, fitted: Fitted) -> list[tuple[Author, Credited]]:
        """Who is credited, in order, nobody twice in a role."""
        found: dict[tuple[int, str], tuple[Author, Credited]] = {}
        for credit in fitted.credits:
            author = self.authors[name_key(credit.name)]
            found.setdefault((author.pk, credit.role), (author, credit))
        return list(found.values())

    def story_tags(self, fitted: Fitted) -> list[Tag]:
        """The story's tags in order, each once, then those of its subjects.

        A keyword that names one of the story's own authors makes no tag.
        """
        kept = [self.tags[key] for key in _without_people(fitted, self.authors, self.people)]
        return list({tag.pk: tag for tag in [*kept, *self.filing.tags(fitted.subjects)]}.values())


def resolve(stories: Sequence[Fitted], sources: Iterable[Source]) -> Names:
    """Find or make all that these stories name: a dozen statements, however many stories there are."""
    people_named = _spellings(credit.name for story in stories for credit in story.credits)
    authors = Author.objects.ensure_named(people_named.values())
    keywords = _spellings(keyword for story in stories for keyword in story.keywords)
    spelled = AuthorName.objects.filter(
        key__in=keywords, author__in={author.pk for author in authors.values()}
    )
    people = frozenset(spelled.values_list("key", "author_id"))
    kept = {key for story in stories for key in _without_people(story, authors, people)}
    defaults = {source.default_section_id for source in sources} - {None}
    return Names(
        sections=_sections(stories),
        default_sections=Section.objects.in_bulk(defaults) if defaults else {},
        authors=authors,
        tags=Tag.objects.ensure_named(keywords[key] for key in keywords if key in kept),
        people=people,
        filing=filing.load(story.subjects for story in stories),
    )


def _sections(stories: Sequence[Fitted]) -> dict[str, Section]:
    """A new one stands after the others, out of the menu, below the one that its source has it in."""
    chains = [(*story.section_parents, story.section) for story in stories if story.section]
    names = _spellings(name for chain in chains for name in chain)
    known = Section.objects.by_name(names.values())
    if known.keys() >= names.keys():
        return known
    last = Section.objects.aggregate(last=Max("position"))["last"]
    position = 0 if last is None else min(last + 1, LAST_POSITION)
    found = Section.objects.ensure_named(names.values(), position=position, in_menu=False)
    made = {key: section for key, section in found.items() if key not in known}
    for chain in chains:
        for above, below in pairwise(chain):
            part = made.get(name_key(below))
            whole = found[name_key(above)]
            if part and part.parent_id is None and not _lies_in(whole, part):
                part.parent = whole
    Section.objects.bulk_update([part for part in made.values() if part.parent_id], ["parent"])
    return found


def _lies_in(section: Section, other: Section) -> bool:
    """Is a section the other one, or anywhere within it, as far as new sections are concerned?"""
    above: Section | None = section
    while above is not None:
        if above.pk == other.pk:
            return True
        above = above.parent
    return False


def _without_people(
    story: Fitted, authors: dict[str, Author], people: frozenset[tuple[str, int]]
) -> list[str]:
    credited = {name_key(credit.name) for credit in story.credits}
    ids = {authors[key].pk for key in credited}
    keys = [name_key(keyword) for keyword in story.keywords]
    named = {key for key, author in people if author in ids}
    return [key for key in keys if key not in credited and key not in named]
