"""What the tests of pages share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser


class Page:
    """A page as it was answered."""

    def __init__(self, response: HttpResponse, queries: int) -> None:
        self.response = response
        self.status = response.status_code
        self.html = response.content.decode() if not response.streaming else ""
        self.queries = queries
        self.tree = LexborHTMLParser(self.html)

    def texts(self, selector: str) -> list[str]:
        """The texts of all elements that match, white space collapsed."""
        return [" ".join(node.text().split()) for node in self.tree.css(selector)]

    def text(self, selector: str) -> str:
        """The text of the first one."""
        return self.texts(selector)[0]

    def links(self, selector: str = "a") -> list[str]:
        """Where all links that match go."""
        return [node.attributes.get("href") or "" for node in self.tree.css(selector)]

    @property
    def headlines(self) -> list[str]:
        """The headlines of all cards, in the order of the page."""
        return self.texts(".card__headline")


@pytest.fixture
def get(db: Any, client: Client) -> Callable[..., Page]:
    """Asks for a path and answers the Page."""

    def ask(path: str, **parameters: Any) -> Page:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path, parameters)
        return Page(response, len(queries))

    return ask
