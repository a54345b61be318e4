"""Filters of the article list that Django has no ready form of."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.chips import STATES
from articles.models import Article, WireItem
from articles.models.article import ArticleQuerySet


class StateFilter(admin.SimpleListFilter):
    """By the state at this moment: a ready article is live, scheduled or under embargo."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The states, in the words of the chips."""
        return [(state, word) for state, (_icon, word) in STATES.items()]

    def queryset(self, request: HttpRequest, queryset: Any) -> ArticleQuerySet:
        """The articles in the state."""
        state, now = self.value(), timezone.now()
        if state in ("draft", "review", "killed"):
            return queryset.filter(status=state)
        if state == "live":
            return queryset.published(now)
        if state == "scheduled":
            waiting = queryset.filter(status=Article.Status.READY, publish_at__gt=now)
            return waiting.exclude(embargoed_until__gt=now)
        if state == "embargoed":
            return queryset.filter(status=Article.Status.READY, embargoed_until__gt=now)
        return queryset


class WireFilter(admin.SimpleListFilter):
    """Whether it came from a wire."""

    title = _("origin")
    parameter_name = "wire"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """From a wire, or written here."""
        return [("yes", _("from the wire")), ("no", _("written here"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> ArticleQuerySet:
        """The articles of the choice."""
        from_wire = Exists(WireItem.objects.filter(article=OuterRef("pk")))
        if self.value() == "yes":
            return queryset.filter(from_wire)
        if self.value() == "no":
            return queryset.exclude(from_wire)
        return queryset
