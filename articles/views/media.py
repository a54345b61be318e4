"""Photos for readers, so that one process is a whole site. A web server in front may take this over."""

from __future__ import annotations

import re

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from articles.pictures import CONTENT_TYPES

_ORIGINAL = re.compile(r"[0-9a-f]{2}/[0-9a-f]{64}\.\w+")


@require_safe
def photo(request: HttpRequest, name: str) -> HttpResponseBase:
    """A rendition of a photo, for ever the same at its address. Originals, which may say where and by whom
    they were taken, are for those who work at the desk."""
    original = bool(_ORIGINAL.fullmatch(name))
    if original and not request.user.is_staff:
        raise Http404
    try:
        file = default_storage.open(f"photos/{name}")
    except OSError as error:
        raise Http404 from error
    response = FileResponse(file, content_type=CONTENT_TYPES[name.rpartition(".")[2]])
    response["Cache-Control"] = "private, max-age=3600" if original else "public, max-age=31536000, immutable"
    response["Cross-Origin-Resource-Policy"] = "same-origin" if original else "cross-origin"
    return response
