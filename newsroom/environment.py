"""Reads the environment of a site. A value that makes no sense is told in a sentence that names it.

A variable that is set but empty counts as not set, as it does in most files that keep environments.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import environ
from django.conf import global_settings
from django.core.exceptions import ImproperlyConfigured

ON, OFF = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}
DATABASES = {"django.db.backends.sqlite3", "django.db.backends.postgresql"}


def text(name: str, default: str = "") -> str:
    """The value without the white space around it."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool) -> bool:
    """Yes or no: 1, true, yes, on against 0, false, no, off."""
    value = text(name).lower()
    if value not in ON | OFF | {""}:
        raise ImproperlyConfigured(f"{name} is {value!r}. It should be 1 or 0.")
    return value in ON if value else default


def names(name: str) -> list[str]:
    """A list with commas between."""
    return [part for part in (part.strip() for part in text(name).split(",")) if part]


def hosts(name: str) -> list[str]:
    """Host names or addresses with commas between; a scheme or a port has no place in them."""
    found = names(name)
    for host in found:
        if "/" in host or re.search(r"[^:\[]:\d+$", host):
            raise ImproperlyConfigured(
                f"{name} has {host!r}. It should be host names without http: or a port, commas between."
            )
    return found


def port(name: str, default: int) -> int:
    """The number of a TCP port."""
    value = text(name, str(default))
    if not re.fullmatch("[0-9]{1,5}", value) or not 0 < int(value) < 65536:
        raise ImproperlyConfigured(f"{name} is {value!r}. It should be a number from 1 to 65535.")
    return int(value)


def local_address(allowed: Iterable[str], port: int) -> str:
    """Where a site is reached that was given no address: the first host that it answers to, without HTTPS."""
    host = next(iter(allowed), "").lstrip(".")
    return f"http://{host if host not in ('', '*') else '127.0.0.1'}:{port}"


def web_address(name: str, default: str) -> str:
    """An http: or https: address without a slash at its end."""
    value = text(name, default).rstrip("/")
    parts = _split(name, value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ImproperlyConfigured(f"{name} is {value!r}. It should be like https://news.example.org")
    return value


def origins(name: str) -> list[str]:
    """Web addresses with commas between, each with its scheme."""
    found = names(name)
    for origin in found:
        if "://" not in origin:
            raise ImproperlyConfigured(
                f"{name} has {origin!r}. Each address should begin with http:// or https://"
            )
    return found


def time_zone(name: str, default: str) -> str:
    """The name of a time zone, as in the IANA list."""
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ImproperlyConfigured(
            f"{name} is {value!r}. It should be like Europe/Istanbul or UTC."
        ) from None
    return value


def language(name: str, default: str) -> str:
    """A language that Django speaks; `tr-TR` counts as `tr` where it has no form of its own."""
    value = text(name, default).replace("_", "-").lower()
    known = {code for code, _name in global_settings.LANGUAGES} | {"en-us"}
    for code in (value, value.partition("-")[0]):
        if code in known:
            return code
    raise ImproperlyConfigured(f"{name} is {value!r}. It should be a language such as en, tr or pt-br.")


def folder(name: str, default: Path) -> Path:
    """A folder, as an absolute path; whoever first writes there makes it."""
    value = Path(text(name, str(default))).expanduser().absolute()
    if value.exists() and not value.is_dir():
        raise ImproperlyConfigured(f"{name} is {str(value)!r}, which is a file. It should be a folder.")
    return value


def database(name: str, default: Path) -> dict[str, Any]:
    """Django's settings for `sqlite:////absolute/path` or `postgres://user:password@host:5432/name`."""
    value = text(name)
    if not value:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(default)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that the scheme is unknown, which is told below
        try:
            found = environ.Env.db_url_config(value)
        except (ValueError, TypeError):
            found = {}
    if found.get("ENGINE") not in DATABASES or not found.get("NAME"):
        # The value stays unsaid: it may hold a password.
        raise ImproperlyConfigured(
            f"{name} is not understood. "
            "It should be like sqlite:////folder/news.sqlite3 or postgres://user:password@host:5432/name"
        )
    if found["ENGINE"] == "django.db.backends.sqlite3" and not Path(found["NAME"]).is_absolute():
        raise ImproperlyConfigured(
            f"{name} is {value!r}, without the whole path of the file. "
            "It should be like sqlite:////folder/news.sqlite3, with four slashes."
        )
    return dict(found)


def cache(name: str) -> dict[str, Any]:
    """Django's settings for `locmemcache://`, `dummycache://`, `redis://host:6379/1` and the like."""
    try:
        return dict(environ.Env.cache_url_config(text(name, "locmemcache://")))
    except (ImproperlyConfigured, ValueError):
        raise ImproperlyConfigured(
            f"{name} is not understood. It should be like locmemcache:// or redis://host:6379/1"
        ) from None


def mail(name: str) -> dict[str, Any]:
    """Django's settings for `consolemail://`, `smtp+tls://user:password@host:587` and the like."""
    try:
        return dict(environ.Env.email_url_config(text(name, "consolemail://")))
    except (ImproperlyConfigured, ValueError):
        raise ImproperlyConfigured(
            f"{name} is not understood. It should be like smtp+tls://user:password@host:587 or consolemail://"
        ) from None


def media_address(name: str) -> str:
    """Where photos are read from: a path of this site, or the address of another host, ending in a slash."""
    value = text(name, "/media/").rstrip("/") + "/"
    if value == "/" or not value.startswith(("/", "http://", "https://")):
        raise ImproperlyConfigured(
            f"{name} is {text(name)!r}. "
            "It should be a path of this site such as /media/ or an address such as https://media.example.org/"
        )
    if not value.startswith("/"):
        web_address(name, "")
    return value


def _split(name: str, value: str) -> Any:
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError:
        raise ImproperlyConfigured(f"{name} is {value!r}, which is no address.") from None
    return parts
