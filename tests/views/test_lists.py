"""Lists below a section, a tag and an author, and the lists of all tags and authors."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import (
    JANUARY_5,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    SectionFactory,
    TagFactory,
)


def three_stories(**fields):
    """Published in another order than made; two at one moment."""
    for headline, days in (("Oldest", 2), ("Newer, made first", 0), ("Newer, made last", 0)):
        ArticleFactory(
            published=True, headline=headline, publish_at=JANUARY_5 - timedelta(days=days), **fields
        )


def address(kind: str) -> str:
    return {"section": "/sections/world/", "tag": "/tags/fog/", "author": "/authors/ada-lind/"}[kind]


def filed(kind: str) -> dict:
    """Fields that put a story on the list of that kind."""
    return {
        "section": {"section": SectionFactory(name="World")},
        "tag": {"tags": ["Fog"]},
        "author": {"authors": ["Ada Lind"]},
    }[kind]


KINDS = pytest.mark.parametrize("kind", ["section", "tag", "author"])


@KINDS
def test_newest_first_and_of_one_moment_the_last_made_first(get, kind):
    three_stories(**filed(kind))
    ArticleFactory(published=True, headline="Elsewhere")
    assert get(address(kind)).headlines == ["Newer, made last", "Newer, made first", "Oldest"]


@KINDS
def test_thirty_a_page(get, kind):
    fields = filed(kind)
    for number in range(31):
        ArticleFactory(
            published=True,
            headline=f"Story {number}",
            publish_at=JANUARY_5 + timedelta(hours=number),
            **fields,
        )
    first, second = get(address(kind)), get(address(kind), page=2)
    assert len(first.headlines) == 30
    assert second.headlines == ["Story 0"]
    assert first.links(".pagination a") == [f"{address(kind)}?page=2"]
    assert second.links(".pagination a") == [address(kind)]
    assert second.links("link[rel=canonical]") == [f"http://127.0.0.1:8000{address(kind)}?page=2"]


@KINDS
@pytest.mark.parametrize("page", ["0", "-1", "2", "x", "1.5", "9" * 5000, "1\0", "½"])
def test_a_page_that_is_not_there_is_not_found(get, kind, page):
    ArticleFactory(published=True, **filed(kind))
    assert get(address(kind), page=page).status == 404


@KINDS
def test_an_unknown_address_is_not_found(get, kind):
    assert get(address(kind)).status == 404


@KINDS
def test_queries_do_not_grow(get, kind):
    fields = filed(kind)
    for number in range(2):
        ArticleFactory(published=True, illustrated=True, **fields | {"authors": ["Ada Lind", f"A {number}"]})
    few = get(address(kind)).queries
    for number in range(10):
        ArticleFactory(published=True, illustrated=True, **fields | {"authors": ["Ada Lind", f"B {number}"]})
    assert get(address(kind)).queries == few == (4 if kind == "section" else 5)


@pytest.mark.parametrize(
    ("kind", "factory"), [("section", SectionFactory), ("tag", TagFactory), ("author", AuthorFactory)]
)
def test_former_addresses_lead_to_the_present_one_for_good(get, kind, factory):
    fields = filed(kind)
    ArticleFactory(published=True, **fields)
    thing = factory(name={"section": "World", "tag": "Fog", "author": "Ada Lind"}[kind])
    thing.name = "Weather & War"
    thing.save()
    page = get(address(kind), page=1)
    assert page.status == 301
    assert (
        page.response.headers["Location"]
        == address(kind).replace(address(kind).split("/")[2], "weather-war") + "?page=1"
    )
    assert get(thing.get_absolute_url()).status == 200


def test_a_section_has_the_stories_of_its_parts(get):
    world = SectionFactory(name="World", listed=True)
    russia = SectionFactory(name="Russia", parent=world)
    moscow = SectionFactory(name="Moscow", parent=russia)
    ArticleFactory(published=True, section=moscow, headline="Deep below")
    page = get("/sections/world/")
    assert page.headlines == ["Deep below"]
    assert get("/sections/moscow/").headlines == ["Deep below"]


def test_a_section_names_its_parts_and_what_it_is_part_of(get):
    world = SectionFactory(name="World", listed=True)
    russia = SectionFactory(name="Russia", parent=world)
    ArticleFactory(published=True, section=russia)
    SectionFactory(name="Empty", parent=world)
    assert get("/sections/world/").texts(".heading a") == ["Russia"]
    assert get("/sections/russia/").texts(".heading a") == ["World"]


def test_sections_that_are_part_of_each_other_end_somewhere(get):
    one, other = SectionFactory(name="One", listed=True), SectionFactory(name="Other", listed=True)
    one.parent, other.parent = other, one
    one.save()
    other.save()
    ArticleFactory(published=True, section=other, headline="Round")
    assert get("/sections/one/").headlines == ["Round"]
    assert get("/").status == 200


def test_a_listed_section_is_there_before_its_first_story(get):
    SectionFactory(name="World", listed=True)
    page = get("/sections/world/")
    assert page.status == 200
    assert "There is no story in this section yet." in page.html


def test_a_story_that_credits_a_person_twice_stands_once(get):
    story = ArticleFactory(published=True, authors=["Ada Lind"])
    BylineFactory(article=story, author=AuthorFactory(name="Ada Lind"), role="photographer")
    page = get("/authors/ada-lind/")
    assert len(page.headlines) == 1
    assert page.text(".heading__facts") == "1 story"


def test_an_author_is_introduced(get):
    author = AuthorFactory(name="Ada Lind", title="Correspondent, Oslo", biography="Covers <the> coast.")
    ArticleFactory(published=True, authors=[author])
    page = get("/authors/ada-lind/")
    assert page.text("h1") == "Ada Lind"
    assert page.text(".heading__above") == "Correspondent, Oslo"
    assert page.text(".heading__text") == "Covers <the> coast."


def test_all_tags_by_name_with_the_number_of_their_stories(get):
    for tags in (["zebra", "Ayşe"], ["zebra", "Łódź"], ["Ольга", "2026"]):
        ArticleFactory(published=True, tags=tags)
    page = get("/tags/")
    assert page.texts(".names li") == ["2026 1", "Ayşe 1", "Łódź 1", "Ольга 1", "zebra 2"]
    assert page.texts(".names h2") == ["#", "A", "L", "O", "Z"]


def test_all_authors_by_name(get):
    ArticleFactory(published=True, authors=["Bo Ek", "Ada Lind"])
    ArticleFactory(published=True, authors=["Bo Ek"])
    assert get("/authors/").texts(".names li") == ["Ada Lind 1", "Bo Ek 2"]


def test_lists_of_names_cost_the_same_for_many(get):
    ArticleFactory(published=True, tags=["one"], authors=["One"])
    few = get("/tags/").queries, get("/authors/").queries
    ArticleFactory(published=True, tags=[f"t{n}" for n in range(12)], authors=[f"A{n}" for n in range(12)])
    assert (get("/tags/").queries, get("/authors/").queries) == few == (3, 3)


def test_days_of_a_section_have_their_headings(get):
    section = SectionFactory(name="World")
    for number in range(9):
        ArticleFactory(published=True, section=section, publish_at=JANUARY_5 - timedelta(days=number))
    assert get("/sections/world/").texts(".day__name") == [
        "Monday 29 December 2025",
        "Sunday 28 December 2025",
    ]


def test_what_becomes_public_at_this_moment_is_on_the_list(get):
    ArticleFactory(published=True, tags=["Fog"], publish_at=timezone.now(), embargoed_until=timezone.now())
    assert get("/tags/fog/").status == 200
