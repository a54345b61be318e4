"""What all lists and forms of the desk have in common."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest, HttpResponse

from articles.admin.widgets import MomentField, MomentInput


class DeskAdmin(admin.ModelAdmin):
    """Django's, with the browser's own control for moments, and the chosen filters above the list."""

    formfield_overrides = {models.DateTimeField: {"form_class": MomentField, "widget": MomentInput}}
    list_per_page = 50
    show_full_result_count = False
    empty_value_display = ""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Related things can be added on the way; to change them is work for their own pages."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        widget = getattr(field, "widget", None)
        if isinstance(widget, RelatedFieldWidgetWrapper):
            widget.can_change_related = widget.can_delete_related = widget.can_view_related = False
        return field

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The list; a date in the address that the calendar ends before is a wrong parameter, no fault."""
        try:
            return super().get_changelist_instance(request)
        except (OverflowError, ValueError) as error:
            raise IncorrectLookupParameters(error) from error

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list, told which filters are chosen and how each is taken away."""
        response = super().changelist_view(request, extra_context)
        context = getattr(response, "context_data", None)
        if context and "cl" in context:
            context["chosen_filters"] = list(_chosen(context["cl"]))
        return response


def _chosen(changelist: Any) -> Any:
    for spec in changelist.filter_specs:
        choices = list(spec.choices(changelist))
        for choice in choices[1:]:  # the first one is "all"
            if choice.get("selected"):
                yield {"title": spec.title, "value": choice["display"], "url": choices[0]["query_string"]}
                break
