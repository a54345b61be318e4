"""What readers may narrow the archive by. Addresses (slugs) and names are understood alike."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from articles import search, selections
from articles.context_processors import Site
from articles.models import Article, Section
from articles.models.article import ArticleQuerySet
from articles.models.names import name_key

LONGEST_QUERY = 200
_years = [
    MinValueValidator(date(1000, 1, 1), _("Give a day after the year 1000.")),
    MaxValueValidator(date(9998, 12, 31), _("Give a day before the year 9999.")),
]


class DayInput(forms.DateInput):
    """A date field; what is no date is shown as it was typed, which a date field cannot."""

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        shown = context["widget"]["value"]
        context["widget"]["type"] = "date" if shown is None or _day(shown) else "text"
        return context


def _day(text: str) -> date | None:
    """A day written `2026-01-31`, or None."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007
    except ValueError:
        return None


class DayFilter(django_filters.DateFilter):
    """A day as `2026-01-31`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            input_formats=["%Y-%m-%d"],
            widget=DayInput(),
            error_messages={"invalid": _("Give the day as year-month-day, such as 2026-01-31.")},
            validators=_years,
            **kwargs,
        )


class ArchiveForm(forms.Form):
    """The filters together."""

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        first, last = values.get("after"), values.get("before")
        if first and last and first > last:
            self.add_error("before", _("The last day is before the first."))
        return values


class NamedField(forms.CharField):
    """Something with a name: by its address, by a former one, or by any of its names."""

    def __init__(self, *, choose_from: Any, unknown: str, **kwargs: Any) -> None:
        self.choose_from, self.unknown = choose_from, unknown
        super().__init__(max_length=LONGEST_QUERY, **kwargs)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        choices = self.choose_from()
        found = choices.at_slug(text) or choices.filter(names__key=name_key(text)).first()
        if found is None:
            raise ValidationError(self.unknown)
        return found


class NamedFilter(django_filters.Filter):
    """Stories of something that has a name."""

    field_class = NamedField


class ArchiveFilter(django_filters.FilterSet):
    """`?q= &section= &tag= &author= &after= &before=`, all optional."""

    q = django_filters.CharFilter(
        method="with_words",
        label=_("Words"),
        max_length=LONGEST_QUERY,
        widget=forms.TextInput(attrs={"type": "search", "enterkeyhint": "search"}),
    )
    section = django_filters.ChoiceFilter(
        method="in_section",
        label=_("Section"),
        empty_label=_("All sections"),
        error_messages={"invalid_choice": _("There is no such section.")},
    )
    tag = NamedFilter(
        method="with_tag", label=_("Tag"), choose_from=selections.tags, unknown=_("There is no such tag.")
    )
    author = NamedFilter(
        method="by_author",
        label=_("Author"),
        choose_from=selections.authors,
        unknown=_("There is no author of this name."),
    )
    after = DayFilter(method="from_day", label=_("From"))
    before = DayFilter(method="to_day", label=_("To"))

    class Meta:
        model = Article
        fields: list[str] = []
        form = ArchiveForm

    def __init__(self, data: Any = None, *args: Any, site: Site, **kwargs: Any) -> None:
        super().__init__(_with_present_section(data or {}, site), *args, **kwargs)
        self.site = site
        self.filters["section"].extra["choices"] = [(section.slug, section.name) for section in site.sections]

    @property
    def words(self) -> str:
        """The words that are asked for, without the blanks around them."""
        return str(self.form.cleaned_data.get("q") or "") if self.form.is_valid() else ""

    @property
    def asked(self) -> bool:
        """Whether anything is asked for."""
        return any(self.data.get(name) for name in self.filters)

    @property
    def narrowed(self) -> bool:
        """Whether anything besides the words is asked for."""
        return any(self.data.get(name) for name in self.filters if name != "q")

    def with_words(self, stories: ArticleQuerySet, name: str, words: str) -> ArticleQuerySet:
        """Those that have the words, still newest first."""
        return search.search(words, stories).newest_first()

    def in_section(self, stories: ArticleQuerySet, name: str, slug: str) -> ArticleQuerySet:
        """Those of a section and its parts."""
        section = next(section for section in self.site.sections if section.slug == slug)
        return selections.in_sections(stories, self.site.tree(section))

    def with_tag(self, stories: ArticleQuerySet, name: str, tag: Any) -> ArticleQuerySet:
        """Those with a tag."""
        return selections.tagged(stories, tag)

    def by_author(self, stories: ArticleQuerySet, name: str, author: Any) -> ArticleQuerySet:
        """Those that credit an author."""
        return selections.credited(stories, author)

    def from_day(self, stories: ArticleQuerySet, name: str, day: date) -> ArticleQuerySet:
        """Those of a day and after."""
        return selections.between(stories, day, None)

    def to_day(self, stories: ArticleQuerySet, name: str, day: date) -> ArticleQuerySet:
        """Those of a day and before."""
        return selections.between(stories, None, day)


def _with_present_section(data: Any, site: Site) -> Any:
    """What was asked for, with a section's former slug or one of its names put as its slug of today."""
    asked = str(data.get("section") or "").strip()
    known = {section.slug for section in site.sections}
    if not asked or asked in known or len(asked) > LONGEST_QUERY or "\0" in asked:
        return data
    sections = Section.objects.all()
    found = sections.at_slug(asked) or sections.filter(names__key=name_key(asked)).first()
    if found is None or found.slug not in known:
        return data
    data = data.copy()
    data["section"] = found.slug
    return data


class SearchFilter(ArchiveFilter):
    """The same in the order of the best match; without words it finds nothing."""

    def filter_queryset(self, queryset: ArticleQuerySet) -> ArticleQuerySet:
        """Words last, so that their order stays."""
        if not self.words:
            return queryset.none()
        return search.search(self.words, super().filter_queryset(queryset))

    def with_words(self, stories: ArticleQuerySet, name: str, words: str) -> ArticleQuerySet:
        """All: the words are asked for at the end."""
        return stories
