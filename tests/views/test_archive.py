"""The archive with its filters, and search."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from articles import search
from articles.models import Section
from tests.factories import ArticleFactory, SectionFactory, TagFactory


@pytest.fixture
def stories(db):
    world = SectionFactory(name="World", listed=True)
    europe = SectionFactory(name="Europe", parent=world)
    sport = SectionFactory(name="Sport", listed=True)
    rows = [
        ("Fog at sea", europe, ["Fog", "Sea"], ["Ada Lind"], datetime(2026, 1, 1, 0, 0, tzinfo=UTC)),
        ("Match in fog", sport, ["Fog"], ["Bo Ek"], datetime(2026, 1, 2, 23, 59, 59, tzinfo=UTC)),
        ("A quiet vote", world, ["Votes"], ["Ada Lind"], datetime(2026, 1, 3, 12, 0, tzinfo=UTC)),
    ]
    made = [
        ArticleFactory(
            published=True, headline=headline, section=section, tags=tags, authors=authors, publish_at=at
        )
        for headline, section, tags, authors, at in rows
    ]
    search.index(made)
    return made


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["A quiet vote", "Match in fog", "Fog at sea"]),
        ({"section": "world"}, ["A quiet vote", "Fog at sea"]),
        ({"section": "europe"}, ["Fog at sea"]),
        ({"tag": "fog"}, ["Match in fog", "Fog at sea"]),
        ({"tag": "FOG"}, ["Match in fog", "Fog at sea"]),
        ({"author": "ada-lind"}, ["A quiet vote", "Fog at sea"]),
        ({"author": "Ada Lind"}, ["A quiet vote", "Fog at sea"]),
        ({"after": "2026-01-02"}, ["A quiet vote", "Match in fog"]),
        ({"before": "2026-01-02"}, ["Match in fog", "Fog at sea"]),
        ({"after": "2026-01-02", "before": "2026-01-02"}, ["Match in fog"]),
        ({"q": "fog"}, ["Match in fog", "Fog at sea"]),
        ({"q": "fog", "section": "sport", "tag": "fog", "author": "bo-ek"}, ["Match in fog"]),
        ({"q": "fog", "author": "ada-lind", "after": "2026-01-02"}, []),
        ({"q": "  ", "tag": "", "section": "", "after": ""}, ["A quiet vote", "Match in fog", "Fog at sea"]),
        ({"unknown": "filter"}, ["A quiet vote", "Match in fog", "Fog at sea"]),
    ],
)
def test_the_archive_is_narrowed(get, stories, asked, found):
    page = get("/articles/", **asked)
    assert page.status == 200
    assert page.headlines == found


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"after": "yesterday"}, "Give the day as year-month-day, such as 2026-01-31."),
        ({"after": "2026-13-45"}, "Give the day as year-month-day, such as 2026-01-31."),
        ({"before": "0001-01-01"}, "Give a day after the year 1000."),
        ({"before": "9999-12-31"}, "Give a day before the year 9999."),
        ({"after": "2026-02-01", "before": "2026-01-01"}, "The last day is before the first."),
        ({"section": "nowhere"}, "There is no such section."),
        ({"tag": "nothing"}, "There is no such tag."),
        ({"author": "nobody"}, "There is no author of this name."),
        ({"tag": "\0"}, "Null characters are not allowed."),
        ({"q": "\0fog"}, "Null characters are not allowed."),
        ({"q": "a" * 201}, "Ensure this value has at most 200 characters (it has 201)."),
    ],
)
@pytest.mark.parametrize("path", ["/articles/", "/search/"])
def test_a_value_that_makes_no_sense_is_told_and_nothing_is_listed(get, stories, path, asked, told):
    page = get(path, **{"q": "fog", **asked})
    assert page.status == 200
    assert page.texts(".field__error") == [told]
    assert page.headlines == []


def test_an_invalid_day_is_shown_as_it_was_typed(get, stories):
    page = get("/articles/", after="5.1.2026", before="2026-01-05")
    assert page.tree.css_first("#id_after").attributes["type"] == "text"
    assert page.tree.css_first("#id_after").attributes["value"] == "5.1.2026"
    assert page.tree.css_first("#id_before").attributes["type"] == "date"


def test_former_names_of_tags_filter_too(get, stories):
    tag = TagFactory(name="Fog")
    tag.name = "Mist"
    tag.save()
    assert get("/articles/", tag="fog").headlines == get("/articles/", tag="mist").headlines
    assert len(get("/articles/", tag="fog").headlines) == 2


def test_former_names_of_sections_filter_too(get, stories):
    section = Section.objects.get(name="World")
    section.name = "The world"
    section.save()
    for asked in ("world", "the-world", "The World"):
        page = get("/articles/", section=asked)
        assert page.headlines == ["A quiet vote", "Fog at sea"], asked
        assert page.tree.css_first("#id_section option[selected]").attributes["value"] == "the-world"
    assert get("/search/", q="fog", section="world").headlines == ["Fog at sea"]


@pytest.mark.parametrize("asked", ["\0", "a" * 5000, "'", "WÖRLD ?"])
def test_a_section_that_cannot_be_is_told(get, stories, asked):
    page = get("/articles/", section=asked)
    assert page.texts(".field__error") == ["There is no such section."]


def test_a_section_unknown_to_readers_stays_unknown(get, stories):
    SectionFactory(name="Plans")
    assert get("/articles/", section="plans").texts(".field__error") == ["There is no such section."]


def test_days_are_those_of_the_sites_clock(get, stories, settings):
    settings.TIME_ZONE = "Europe/Istanbul"  # 23:59 UTC on 2 January is 02:59 on the 3rd
    assert get("/articles/", after="2026-01-03").headlines == ["A quiet vote", "Match in fog"]


def test_paging_keeps_the_filters(get):
    for _ in range(31):
        ArticleFactory(published=True, tags=["Fog"])
    assert get("/articles/", tag="fog").links(".pagination a") == ["/articles/?tag=fog&page=2"]
    assert len(get("/articles/", tag="fog", page=2).headlines) == 1


@pytest.mark.parametrize("page", ["0", "3", "x", "9" * 5000])
def test_a_page_that_is_not_there_is_not_found(get, stories, page):
    assert get("/articles/", page=page).status == 404


def test_what_is_narrowed_is_not_for_search_engines(get, stories):
    robots = "meta[name=robots]"
    assert "noindex" not in get("/articles/").tree.css_first(robots).attributes["content"]
    assert "noindex" in get("/articles/", tag="fog").tree.css_first(robots).attributes["content"]
    assert get("/articles/", tag="fog").links("link[rel=canonical]") == ["http://127.0.0.1:8000/articles/"]


def test_queries_of_the_archive_do_not_grow(get):
    for _ in range(2):
        ArticleFactory(published=True, authors=["A", "B"], tags=["Fog"])
    few = get("/articles/").queries
    for number in range(10):
        ArticleFactory(published=True, authors=[f"A{number}"], tags=["Fog"])
    assert get("/articles/").queries == few == 4
    assert get("/articles/", tag="fog").queries <= 6


def test_search_finds_words_whatever_their_case_and_accents(get):
    found = ArticleFactory(published=True, headline="Erdoğan in İzmir")
    search.index([found])
    for words in ("erdogan", "ERDOĞAN", "izmir erdogan", "İZMİR"):
        assert get("/search/", q=words).headlines == ["Erdoğan in İzmir"], words


def test_search_without_words_asks_for_some(get, stories):
    for asked in ({}, {"q": ""}, {"q": "   "}):
        page = get("/search/", **asked)
        assert page.status == 200
        assert page.headlines == []
        assert "Words from headline or text" in page.html


def test_search_that_finds_nothing_says_so(get, stories):
    page = get("/search/", q="zeppelin")
    assert page.text(".finder__count") == "0 stories"
    assert "Nothing found." in page.html


@pytest.mark.parametrize(
    "words", ['"', '"fog', "-", "*", "fog OR", "' -- ;", "<script>", "AND NOT (", "😀", "%", "a" * 200]
)
def test_no_words_break_search(get, stories, words):
    page = get("/search/", q=words)
    assert page.status == 200
    assert "<script>" not in page.html


def test_search_can_be_narrowed_and_paged(get, stories):
    assert get("/search/", q="fog", section="sport").headlines == ["Match in fog"]
    assert get("/search/", q="fog", page="2").status == 404
    assert get("/search/", q="fog").queries == 4
