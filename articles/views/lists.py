"""Lists of stories: below a section, a tag or an author; and the lists of all tags and authors."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.translation import gettext as _
from django.views.generic import ListView

from articles import selections
from articles.context_processors import site_of
from articles.models import Article, Author, Section, Tag
from articles.models.article import ArticleQuerySet
from articles.models.names import Named

PAGE = 30


class StoryList(ListView):
    """The published stories of one thing that has a name and an address, newest first."""

    paginate_by = PAGE
    context_object_name = "articles"
    subject: Any

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        subject = self.find(kwargs["slug"])
        if subject is None:
            raise Http404(_("There is nothing at this address."))
        if subject.slug != kwargs["slug"]:
            query = request.META["QUERY_STRING"]
            return redirect(resolve_url(subject) + ("?" + query if query else ""), permanent=True)
        self.subject = subject
        return super().get(request, *args, **kwargs)

    def find(self, slug: str) -> Named | None:
        """What is or was at this slug."""
        raise NotImplementedError

    def choose(self, stories: ArticleQuerySet) -> ArticleQuerySet:
        """The stories that belong to the subject."""
        raise NotImplementedError

    def get_queryset(self) -> ArticleQuerySet:
        return self.choose(Article.objects.published()).for_cards().newest_first()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(subject=self.subject, **kwargs)


class SectionPage(StoryList):
    """A section with the stories of all its parts."""

    template_name = "articles/section.html"
    subject: Section

    def find(self, slug: str) -> Section | None:
        known = next((section for section in self.site.sections if section.slug == slug), None)
        if known:
            return known
        former = Section.objects.at_slug(slug)
        return former if former and any(former == section for section in self.site.sections) else None

    def choose(self, stories: ArticleQuerySet) -> ArticleQuerySet:
        return selections.in_sections(stories, self.site.tree(self.subject))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            here=self.subject.pk,
            wide=True,
            parent=self.site.parent(self.subject),
            parts=self.site.below(self.subject),
            **kwargs,
        )

    @property
    def site(self) -> Any:
        return site_of(self.request)


class TagPage(StoryList):
    """A tag; one without a published story is not there yet."""

    template_name = "articles/tag.html"
    subject: Tag

    def find(self, slug: str) -> Tag | None:
        return selections.tags().at_slug(slug)

    def choose(self, stories: ArticleQuerySet) -> ArticleQuerySet:
        return selections.tagged(stories, self.subject)


class AuthorPage(StoryList):
    """A person or agency, with all stories that credit them."""

    template_name = "articles/author.html"
    subject: Author

    def find(self, slug: str) -> Author | None:
        return selections.authors().select_related("picture").at_slug(slug)

    def choose(self, stories: ArticleQuerySet) -> ArticleQuerySet:
        return selections.credited(stories, self.subject)


class NameList(ListView):
    """All tags or authors that have a story, by name, with how many."""

    paginate_by = 300
    context_object_name = "things"


class TagList(NameList):
    """All tags."""

    template_name = "articles/tag_list.html"

    def get_queryset(self) -> Any:
        return selections.tags_counted()


class AuthorList(NameList):
    """All authors."""

    template_name = "articles/author_list.html"

    def get_queryset(self) -> Any:
        return selections.authors_counted()
