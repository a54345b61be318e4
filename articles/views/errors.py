"""Pages for what is not there and for what went wrong, in the site's own design."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseServerError
from django.shortcuts import render
from django.template import loader
from django.urls import resolve


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, with ways to go on. What was asked for is not repeated."""
    return render(request, "404.html", status=404)


def lost(request: HttpRequest) -> HttpResponse:
    """The last of all addresses: what a slash at the end would find is there, all else is not."""
    if settings.APPEND_SLASH and not request.path.endswith("/"):
        match = resolve(request.path_info + "/")
        if match.func is not lost and getattr(match.func, "should_append_slash", True):
            return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
    return not_found(request)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, from a template that asks nothing of database or session: they may be what broke."""
    try:
        page = loader.get_template("500.html").render({"site": {"name": settings.SITE_NAME}})
    except Exception:  # the template itself is what broke
        return HttpResponseServerError("Server error\n", content_type="text/plain; charset=utf-8")
    return HttpResponseServerError(page)
