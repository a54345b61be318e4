"""Subject codes at the desk: what the codes of the wires mean here."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext

from articles.models import Section, SubjectMapping
from articles.wire import codes


class SectionField(forms.ModelChoiceField):
    """A choice of section whose options are loaded once for all rows of a list."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Section.objects.order_by("position", "name"), **kwargs)
        self.loaded: list[Any] = list(self.iterator(self))
        self.choices = self.loaded

    def __deepcopy__(self, memo: dict[int, Any]) -> SectionField:
        copied = super().__deepcopy__(memo)
        copied.choices = self.loaded
        return copied


class SubjectMappingForm(forms.ModelForm):
    """A subject code; IPTC's schemes are named by their aliases, and their codes are ones that exist."""

    def clean_scheme(self) -> str:
        """IPTC's alias, or the source's own name in small letters, as copy is compared with it."""
        said: str = self.cleaned_data["scheme"].strip()
        return codes.scheme(said) or said.lower()

    def clean(self) -> dict[str, Any]:
        """An IPTC code that IPTC does not know is a slip of the hand; its name is filled in."""
        cleaned = super().clean() or {}
        scheme, code = cleaned.get("scheme", ""), cleaned.get("code", "").strip()
        if code and scheme in (codes.MEDIA_TOPIC, codes.SUBJECT_CODE, codes.GENRE):
            name = codes.name(scheme, code)
            if name is None:
                self.add_error("code", gettext("IPTC has no such code in this scheme."))
            elif not cleaned.get("name"):
                cleaned["name"] = name
        return cleaned


@admin.register(SubjectMapping)
class SubjectMappingAdmin(admin.ModelAdmin):
    """What the codes of the wires mean here: edited in the list, a row a code."""

    form = SubjectMappingForm
    list_display = ("name", "code", "scheme", "section", "tag", "narrower")
    list_editable = ("section", "narrower")
    list_filter = ("scheme", "section")
    list_select_related = ("section", "tag")
    search_fields = ("name", "code")
    autocomplete_fields = ("tag",)
    fields = ("scheme", "code", "name", "section", "tag", "narrower")

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Sections as one list for all rows."""
        if db_field.name == "section":
            return SectionField(required=False, label=db_field.verbose_name, help_text=db_field.help_text)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
