"""What all public pages have in common as HTTP answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page, require_safe

from articles.views.errors import not_found

View = Callable[..., HttpResponseBase]


def public(view: View) -> View:
    """A page without secrets: read only, compressed, kept by browsers and asked for again each time.

    It holds no CSRF token and nothing of the reader, so compression gives nothing away (BREACH), and it
    touches neither session nor user, so no answer varies by cookie.
    """

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except Http404:  # the site's own page, with DEBUG too
            return not_found(request)

    cached = cache_control(public=True, max_age=0, must_revalidate=True)(page)
    return gzip_page(conditional_page(require_safe(cached)))
