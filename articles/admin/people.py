"""Authors at the desk."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.named import NamedAdmin, SpellingInline
from articles.models import Author, AuthorName, Byline


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

    def kind_of(self, thing: Author) -> str:
        """The title says more than the kind, where there is one."""
        return thing.title or str(thing.get_kind_display())
