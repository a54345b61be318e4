"""Health checks are answered whatever host they ask for: balancers and containers ask by address."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from articles.views.machines import healthz

PATH = "/healthz"


class HealthMiddleware:
    """Answers GET and HEAD of exactly this path before anything looks at the name of the host.

    Whoever asks learns no more than that the site is alive, so no name needs to be known for it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info == PATH and request.method in ("GET", "HEAD"):
            return healthz(request)
        return self.get_response(request)
