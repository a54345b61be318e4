"""The desk: Django's admin site in the order of a newsroom's work, with a first page of what waits."""

from __future__ import annotations

from collections.abc import Iterable
from functools import update_wrapper
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from articles.admin import dashboard

# The models by group, in the order of the work; what is not named here stands behind, under its app.
GROUPS: list[tuple[Any, list[str]]] = [
    (_("News"), ["Article", "Photo"]),
    (_("Wire"), ["WireItem", "ImportRun", "WireDocument"]),
    (_("Filing"), ["Section", "Tag", "Author", "Source"]),
]
MENU = ["Article", "WireItem", "Photo", "Author", "Tag", "Section", "Source"]


class DeskSite(AdminSite):
    """The site at /admin/."""

    index_title = _("Desk")
    enable_nav_sidebar = False
    final_catch_all_view = True

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """A page of the desk; what somebody on the staff may not do is told in the desk's own design."""

        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            try:
                return view(request, *args, **kwargs)
            except PermissionDenied as refused:
                return self.refused(request, str(refused))

        return super().admin_view(update_wrapper(guarded, view), cacheable)

    def refused(self, request: HttpRequest, why: str = "") -> TemplateResponse:
        """403, with the reason where there is one to tell."""
        context = self.each_context(request) | {"title": _("That is not open to you"), "why": why}
        return TemplateResponse(request, "admin/403.html", context, status=403)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """What every page of the desk knows: the name of the site, and the menu for this person."""
        context = super().each_context(request)
        models = {
            model["object_name"]: model
            for app in context["available_apps"]
            for model in app["models"]
            if app["app_label"] == "articles" and model["admin_url"]
        }
        return context | {
            "site_title": settings.SITE_NAME,
            "site_header": settings.SITE_NAME,
            "desk_menu": [models[name] for name in MENU if name in models],
        }

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The models by the work they are for; an app's own page lists them as Django does."""
        apps: list[Any] = super().get_app_list(request, app_label)
        if app_label is not None:
            return apps
        news = next((app for app in apps if app["app_label"] == "articles"), None)
        if news is None:
            return apps
        others = [app for app in apps if app is not news]
        for app in others:
            if app["app_label"] == "auth":
                app["name"] = _("Accounts")
        return [*_grouped(news), *others]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """The first page: what waits for somebody, then everything."""
        return super().index(request, {"board": dashboard.board(request.user), **(extra_context or {})})


def _grouped(app: dict[str, Any]) -> Iterable[dict[str, Any]]:
    left = {model["object_name"]: model for model in app["models"]}
    for name, wanted in GROUPS:
        models = [left.pop(model) for model in wanted if model in left]
        if models:
            yield {**app, "name": name, "models": models}
    if left:
        yield {**app, "models": list(left.values())}
