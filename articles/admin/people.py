"""Authors at the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin.chips import state_chip
from articles.admin.named import NamedAdmin, SpellingInline
from articles.models import Author, AuthorName, Byline

NAMED = 50  # articles named where somebody with bylines is to be deleted


class AuthorNameInline(SpellingInline):
    """Spellings of a person's name."""

    model = AuthorName


@admin.register(Author)
class AuthorAdmin(NamedAdmin):
    """The people and agencies who write."""

    counted = (Byline, "author")
    list_display = ("name", "kind", "title", "articles", "made")
    list_filter = ("kind", "created_at")
    ordering = ("name", "pk")
    readonly_fields = ("address",)
    autocomplete_fields = ("user", "picture")
    inlines = (AuthorNameInline,)
    fieldsets = (
        (None, {"fields": ("name", "address", "kind", "title", "biography", "picture")}),
        (_("At the desk"), {"fields": ("user",)}),
    )

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Bylines stand in the way: the articles that have them, by headline."""
        deleted, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, perms_needed, _credited(objs) if protected else protected

    def kind_of(self, thing: Author) -> str:
        """The title says more than the kind, where there is one."""
        return thing.title or str(thing.get_kind_display())


def _credited(authors: Any) -> list[Any]:
    bylines = Byline.objects.filter(author__in=[author.pk for author in authors])
    newest = bylines.select_related("author", "article").order_by("-article__saved_at", "-pk")
    lines: list[Any] = [
        format_html(
            '<bdi>{}</bdi>, {}: <a href="{}"><bdi>{}</bdi></a> {}',
            byline.author.name,
            byline.get_role_display(),
            reverse("admin:articles_article_change", args=[byline.article_id]),
            byline.article.headline,
            state_chip(byline.article),
        )
        for byline in newest.defer("article__body")[:NAMED]
    ]
    if (more := bylines.count() - len(lines)) > 0:
        lines.append(ngettext("and %(n)d more", "and %(n)d more", more) % {"n": more})
    return lines
