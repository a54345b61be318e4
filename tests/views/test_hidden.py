"""What is not out yet appears nowhere: not in a list, a count, a choice, a menu or an answer to HEAD."""

from __future__ import annotations

import pytest

from articles import search
from tests.factories import ArticleFactory, SectionFactory

STATES = ["draft", "in_review", "scheduled", "embargoed", "killed"]


@pytest.fixture(params=STATES)
def hidden(request, db):
    """A story in that state, filed under things of its own and under things that a public story has too."""
    shared = SectionFactory(name="World", listed=True)
    ArticleFactory(published=True, headline="Open", section=shared, tags=["Fog"], authors=["Ada Lind"])
    fields = {} if request.param == "draft" else {request.param: True}
    story = ArticleFactory(
        headline="Hush zeppelin",
        section=SectionFactory(name="Hushed section"),
        tags=["Hushed tag", "Fog"],
        authors=["Hushed author", "Ada Lind"],
        **fields,
    )
    ArticleFactory(headline="Hush again", section=shared, **fields)
    search.rebuild()
    return story


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/articles/",
        "/articles/?section=world",
        "/articles/?tag=fog",
        "/articles/?author=ada-lind",
        "/articles/?q=hush",
        "/articles/?tag=hushed-tag",
        "/articles/?author=hushed-author",
        "/articles/?section=hushed-section",
        "/search/?q=zeppelin",
        "/search/?q=open",
        "/sections/world/",
        "/tags/",
        "/tags/fog/",
        "/authors/",
        "/authors/ada-lind/",
    ],
)
def test_no_list_has_it(get, hidden, path):
    page = get(path)
    assert page.status == 200
    asked = page.html.replace("hushed-tag", "").replace("hushed-author", "").replace("hush", "")
    assert "Hush" not in asked
    assert "zeppelin" not in page.html.replace('value="zeppelin"', "").replace("zeppelin ·", "")


@pytest.mark.parametrize(
    "path", ["/sections/hushed-section/", "/tags/hushed-tag/", "/authors/hushed-author/"]
)
def test_what_has_no_other_story_is_not_there(get, client, hidden, path):
    assert get(path).status == 404
    assert client.head(path).status_code == 404


def test_it_is_not_counted(get, hidden):
    assert get("/tags/").texts(".names li") == ["Fog 1"]
    assert get("/authors/").texts(".names li") == ["Ada Lind 1"]
    assert get("/tags/fog/").text(".heading__facts") == "1 story"
    assert get("/articles/").text(".finder__count") == "1 story"


def test_former_addresses_of_what_is_hidden_tell_nothing(get, hidden):
    tag = hidden.tags.get(name="Hushed tag")
    tag.name = "Renamed"
    tag.save()
    assert get("/tags/hushed-tag/").status == 404
