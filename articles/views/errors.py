"""Pages for what is not there and for what went wrong, in the site's own design."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseServerError
from django.shortcuts import render
from django.template import loader
from django.urls import resolve

from articles.models import Article
from articles.models.addresses import former_path


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, with ways to go on; or the way to the article that stood here on the site before this one.

    What was asked for is not repeated.
    """
    moved = former_address(request)
    if moved:
        return HttpResponsePermanentRedirect(moved)
    return render(request, "404.html", status=404)


def former_address(request: HttpRequest) -> str | None:
    """Where the public article now is that had this address before it came here. A draft's is not told."""
    path = former_path(request.get_full_path())
    if path is None or request.method not in ("GET", "HEAD"):
        return None
    article = Article.objects.published().filter(former_addresses__path=path).first()
    return article.get_absolute_url() if article else None


def lost(request: HttpRequest) -> HttpResponse:
    """The last of all addresses: what a slash at the end would find is there, all else is not."""
    if settings.APPEND_SLASH and not request.path.endswith("/"):
        match = resolve(request.path_info + "/")
        if match.func is not lost and getattr(match.func, "should_append_slash", True):
            return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
    return not_found(request)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400. Nothing of the request is used: it is what cannot be trusted."""
    return HttpResponse(_plain_page("400.html"), status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403, for somebody who may not do or see this."""
    return HttpResponse(_plain_page("403.html"), status=403)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without the token that shows it came from this site (CSRF), with the way to mend it."""
    return HttpResponse(_plain_page("403_form.html"), status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, from a template that asks nothing of database or session: they may be what broke."""
    try:
        page = _plain_page("500.html")
    except Exception:  # the template itself is what broke
        return HttpResponseServerError("Server error\n", content_type="text/plain; charset=utf-8")
    return HttpResponseServerError(page)


def _plain_page(template: str) -> str:
    """A page that knows the name of the site and nothing else."""
    return loader.get_template(template).render({"site": {"name": settings.SITE_NAME}})
