"""`manage.py rebuild_search`."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from articles import search
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def test_articles_are_found_afterwards(capsys):
    """What was never indexed is found, and the command says how much it did."""
    article = ArticleFactory(headline="Lighthouse")
    call_command("rebuild_search")
    assert list(search.search("lighthouse")) == [article]
    assert capsys.readouterr().out == "1 article can be found now.\n"


def test_it_can_be_silent(capsys):
    """Nothing is said at `-v 0`."""
    call_command("rebuild_search", verbosity=0)
    assert capsys.readouterr() == ("", "")
