"""Sections, tags and sources at the desk."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import taggit.admin
import taggit.models
from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.named import NamedAdmin, NamedForm, SpellingInline
from articles.models import (
    Article,
    Section,
    SectionName,
    Source,
    SourceName,
    Tag,
    TaggedArticle,
    TagName,
)


class SectionNameInline(SpellingInline):
    """Names by which the wires call a section."""

    model = SectionName


class TagNameInline(SpellingInline):
    """Spellings of a tag."""

    model = TagName


class SourceNameInline(SpellingInline):
    """Names by which a source signs."""

    model = SourceName


class SectionForm(NamedForm):
    """A section, which is not part of itself, nor of its own parts."""

    def clean_parent(self) -> Section | None:
        """The section above, if this one is not above that."""
        parent: Section | None = self.cleaned_data["parent"]
        above = dict(Section.objects.values_list("pk", "parent_id"))
        seen: set[Any] = set()
        number = parent.pk if parent else None
        while number is not None and number not in seen:
            if number == self.instance.pk:
                raise forms.ValidationError(
                    gettext("“%(section)s” cannot be part of itself or of one of its parts.")
                    % {"section": self.instance.name}
                )
            seen.add(number)
            number = above.get(number)
        return parent


# taggit brings a page of its own for tags, which ours replaces.
admin.site.unregister(taggit.models.Tag)


@admin.register(Section)
class SectionAdmin(NamedAdmin):
    """Parts of the paper, in the order of the menu."""

    form = SectionForm
    counted = (Article, "section")
    list_display = ("name", "parent", "in_menu", "position", "colour", "articles")
    list_editable = ("in_menu", "position")
    list_filter = ("in_menu",)
    list_select_related = ("parent",)
    readonly_fields = ("address",)
    inlines = (SectionNameInline,)
    fieldsets = (
        (None, {"fields": ("name", "address", "parent", "description")}),
        (_("On the site"), {"fields": ("in_menu", "position", "accent")}),
    )

    @admin.display(description=_("colour"), ordering="accent")
    def colour(self, section: Section) -> SafeString:
        """Its accent as a swatch, and in words."""
        return format_html(
            '<span class="swatch" data-accent="{}" aria-hidden="true"></span> {}',
            section.accent,
            section.get_accent_display(),
        )

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A section is part of another one, not of itself: the model says so; the list is in order."""
        if db_field.name == "parent":
            kwargs["queryset"] = Section.objects.order_by("position", "name")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


def kind_note(tag: Tag) -> str:
    """What kind of thing a tag names, where that is worth telling: most are topics."""
    return "" if tag.kind == Tag.Kind.TOPIC else str(tag.get_kind_display())


@admin.register(Tag)
class TagAdmin(NamedAdmin):
    """What articles are tagged with."""

    counted = (TaggedArticle, "tag")
    list_display = ("name", "kind", "articles", "made")
    list_filter = ("kind", "created_at")
    ordering = ("name", "pk")
    readonly_fields = ("address",)
    inlines = (TagNameInline,)
    fields = ("name", "address", "kind", "description")

    def kind_of(self, thing: Any) -> str:
        """Where it is no topic."""
        return kind_note(thing)


class SourceForm(NamedForm):
    """A source; zone and charset are ones that exist."""

    url = forms.URLField(label=_("Web site"), required=False, assume_scheme="https")

    def clean_timezone(self) -> str:
        """The name of a zone, or nothing."""
        zone: str = self.cleaned_data["timezone"].strip()
        try:
            return ZoneInfo(zone).key if zone else ""
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise forms.ValidationError(
                gettext("There is no time zone of this name. They are called like Europe/Istanbul.")
            ) from error

    def clean_charset(self) -> str:
        """The name of a charset, or nothing."""
        charset: str = self.cleaned_data["charset"].strip()
        try:
            "".encode(charset or "utf-8")
        except (LookupError, ValueError) as error:
            raise forms.ValidationError(
                gettext("There is no charset of this name. They are called like windows-1254.")
            ) from error
        return charset


@admin.register(Source)
class SourceAdmin(NamedAdmin):
    """Where copy comes from."""

    form = SourceForm

    counted = (Article, "source")
    list_display = ("name", "kind", "may_publish", "default_section", "timezone", "articles")
    list_filter = ("kind", "may_publish")
    list_select_related = ("default_section",)
    autocomplete_fields = ("default_section",)
    inlines = (SourceNameInline,)
    fieldsets = (
        (None, {"fields": ("name", "kind", "url")}),
        (_("How its copy is read"), {"fields": ("timezone", "charset", "default_section")}),
        (_("What may be done with it"), {"fields": ("may_publish", "rights")}),
    )
