"""What is renamed or deleted at the desk is found by its new name, and no longer by the old one."""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles import search
from tests.factories import ArticleFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    """The desk, as an administrator sees it."""
    client.force_login(UserFactory(admin=True))
    return client


def test_search_follows_the_desk(desk):
    """A tag renamed, then deleted in its form; another deleted in the list."""
    article = ArticleFactory(tags=["Fog", "Snow"])
    search.index([article])
    fog, snow = article.tags.all()
    form = {
        "name": "Haze", "kind": "topic", "description": "",
        "names-TOTAL_FORMS": "0", "names-INITIAL_FORMS": "0",
    }  # fmt: skip
    answer = desk.post(reverse("admin:articles_tag_change", args=[fog.pk]), form)
    assert answer.status_code == 302, answer.context["errors"]
    assert list(search.search("haze")) == [article]
    assert not search.search("fog")
    desk.post(reverse("admin:articles_tag_delete", args=[fog.pk]), {"post": "yes"})
    assert not search.search("haze")
    chosen = {"action": "delete_selected", "_selected_action": [snow.pk], "post": "yes"}
    desk.post(reverse("admin:articles_tag_changelist"), chosen)
    assert not search.search("snow")
    assert not article.tags.exists()
