"""People at the desk, each with a client of their own, and forms filled as a browser would."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from tests.factories import UserFactory

REPORTER = (
    "view_article",
    "add_article",
    "change_article",
    "view_tag",
    "view_author",
    "view_photo",
    "view_section",
    "view_source",
)


def staff(*codenames: str) -> Client:
    """A client of somebody on the staff with these rights."""
    user = UserFactory(is_staff=True)
    user.user_permissions.set(
        Permission.objects.filter(codename__in=codenames, content_type__app_label="articles")
    )
    return _client(user)


def _client(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    client.user = user  # type: ignore[attr-defined]
    return client


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    """Nobody tries the passwords of these accounts."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def desk(db) -> Client:
    """An administrator."""
    return _client(UserFactory(admin=True, username="editor"))


@pytest.fixture
def reporter(db) -> Client:
    """Somebody who writes, but may not publish, kill, or make tags and people."""
    return staff(*REPORTER)


def page(client: Client, url: str) -> LexborHTMLParser:
    """The page at an address that must open."""
    response = client.get(url)
    assert response.status_code == 200, response.status_code
    return LexborHTMLParser(response.content.decode())


def fields(tree: LexborHTMLParser, form: str) -> dict[str, str]:
    """What a browser would send of a form without pressing any of its buttons."""
    data: dict[str, str] = {}
    for node in tree.css(f"{form} input, {form} textarea, {form} select"):
        name, kind = node.attributes.get("name"), node.attributes.get("type") or ""
        if not name or "__prefix__" in name or kind in ("submit", "button", "file"):
            continue
        if kind == "checkbox" and "checked" not in node.attributes:
            continue
        if node.tag == "select":
            chosen = node.css_first("option[selected]")
            data[name] = (chosen.attributes.get("value") or "") if chosen else ""
        elif node.tag == "textarea":
            # A browser drops the line break after the tag and sends its own line ends.
            data[name] = node.text(deep=True).removeprefix("\n").replace("\n", "\r\n")
        else:
            data[name] = node.attributes.get("value") or ""
    return data


def submit(
    client: Client, url: str, button: str = "_continue", form: str = "#content-main form", /, **values: Any
) -> Any:
    """Open a form, change `values`, press a button; the answer, redirects followed."""
    data = fields(page(client, url), form) | {
        name.replace("__", "-"): value for name, value in values.items()
    }
    return client.post(url, {**data, button: "1"}, follow=True)
