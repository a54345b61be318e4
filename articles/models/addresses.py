"""Addresses that articles had before they came here."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlsplit

from django.db import models
from django.utils.translation import gettext_lazy as _

PATH_LENGTH = 1000
_NUMBERS = ("p", "page_id")  # WordPress's addresses without a path: /?p=123


class FormerAddress(models.Model):
    """Where an article stood on another site that this one takes the place of: readers are led on from there.

    `path` is as `former_path` makes it, so that spellings of one address are one.
    """

    path = models.CharField(_("path"), max_length=PATH_LENGTH, unique=True)
    article = models.ForeignKey(
        "Article", models.CASCADE, related_name="former_addresses", verbose_name=_("article")
    )

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self) -> str:
        return self.path


def former_path(address: str) -> str | None:
    """The path of an address, as it is kept and looked up: decoded, without slash at the end; or None.

    None too for the front page of a site, for paths that are too long, and for what is no address.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    path = unquote(parts.path).replace("\0", "").rstrip("/")
    if not path or path == "/index.php":
        number = next((f"/?{key}={value}" for key, value in parse_qsl(parts.query) if key in _NUMBERS), None)
        path = number or ""
    if not path.startswith("/") or path == "/" or len(path) > PATH_LENGTH:
        return None
    return path
