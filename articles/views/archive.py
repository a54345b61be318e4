"""The archive with its filters, and search."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django_filters.views import FilterView

from articles.context_processors import site_of
from articles.filters import ArchiveFilter, SearchFilter
from articles.models import Article
from articles.views.lists import PAGE


class Archive(FilterView):
    """All published stories, newest first, narrowed by words, section, tag, author and days.

    A value that makes no sense is told beside its field, and nothing is listed: a wrong list would mislead.
    """

    filterset_class = ArchiveFilter
    template_name = "articles/archive.html"
    context_object_name = "articles"
    paginate_by = PAGE
    request: HttpRequest

    def get_queryset(self) -> Any:
        return Article.objects.published().for_cards().newest_first()

    def get_filterset_kwargs(self, filterset_class: Any) -> dict[str, Any]:
        kwargs = super().get_filterset_kwargs(filterset_class)
        return {**kwargs, "data": self.request.GET, "site": site_of(self.request)}


class Search(Archive):
    """Stories with the words that were asked for, the best match first."""

    filterset_class = SearchFilter
    template_name = "articles/search.html"
