"""A WSGI application that always says the same: what the server and the machine can do at most."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any

SIZE = int(os.environ.get("CONSTANT_SIZE") or "1000")
BODY = b"x" * SIZE


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The same bytes for every request, as many as the page has that it is compared with."""
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(SIZE))])
    return [BODY]
