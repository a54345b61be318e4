"""Feeds in JSON that are short of something, and what is none."""

from __future__ import annotations

import json
from typing import Any

import pytest

from articles import wire
from articles.wire.errors import MalformedDocument
from articles.wire.formats import jsonfeed, ninjs
from articles.wire.story import WireStory

VERSION = "https://jsonfeed.org/version/1.1"


def feed(*items: Any, **fields: Any) -> tuple[WireStory, ...]:
    """The stories of a feed with these items and fields."""
    value = {"version": VERSION, "title": "A feed", "items": list(items), **fields}
    return wire.parse(json.dumps(value).encode(), "jsonfeed").stories


def names(story: WireStory) -> list[str]:
    """Who is credited."""
    return [credit.name for credit in story.credits]


@pytest.mark.parametrize(
    "value",
    [
        {"version": "https://jsonfeed.org/version/1", "title": "x", "items": []},
        {"items": [], "version": "http://www.jsonfeed.org/version/1.1"},
        {"version": "https://jsonfeed.org/version/1234"},
        {"title": "x", "home_page_url": "u", "items": []},
        {"items": [{"id": "1", "content_text": "x"}], "title": "x"},
        {"items": [{"url": "u", "content_html": "x"}]},
        {"feed_url": "u", "items": [{"id": "1", "date_published": "x"}]},
        {"items": [{"uri": "u", "headline": "x", "id": "1", "content_text": "y"}], "version": VERSION},
    ],
)
def test_what_is_a_feed(value: Any) -> None:
    """By its version wherever it stands, else by what only a feed has."""
    head = json.dumps(value, indent=1).encode()
    assert jsonfeed.sniff(head)
    assert not ninjs.sniff(head)
    assert jsonfeed.sniff(json.dumps(value).replace("/", "\\/").encode())
    assert wire.identify(head) == "jsonfeed"


def test_the_version_may_come_after_very_long_items() -> None:
    """Beyond the bytes that anybody looks at."""
    value = {"items": [{"id": "1", "content_html": "<p>x</p>" * 20_000}], "version": VERSION}
    assert wire.identify(json.dumps(value).encode()) == "jsonfeed"


@pytest.mark.parametrize(
    "value", [{"version": VERSION}, {"version": VERSION, "items": {}}, {"title": "x"}, [], [{"id": 1}]]
)
def test_a_feed_without_a_list_of_items(value: Any) -> None:
    """That is a broken one."""
    with pytest.raises(MalformedDocument):
        wire.parse(json.dumps(value).encode(), "jsonfeed")


def test_an_empty_feed_has_no_stories() -> None:
    """And nothing is wrong with it; but one that breaks off before its first item is damaged."""
    assert feed() == ()
    with pytest.raises(MalformedDocument):
        wire.parse(b'{"version": "%s", "items": [' % VERSION.encode(), "jsonfeed")


@pytest.mark.parametrize(
    ("item", "credited"),
    [
        ({}, ["The Feed"]),
        ({"authors": []}, ["The Feed"]),
        ({"author": {}}, ["The Feed"]),
        ({"author": {"name": "Ada"}}, ["Ada"]),
        ({"author": {"name": "Old"}, "authors": [{"name": "New"}]}, ["New"]),
        ({"authors": [{"url": "https://feed.example/"}]}, ["The Feed"]),
        ({"authors": [{"url": "https://other.example/"}]}, []),
        ({"authors": "Ada Nordahl"}, ["Ada Nordahl"]),
        ({"authors": ["not a name", {"name": "Jane"}]}, ["Jane"]),
    ],
)
def test_an_item_without_author_takes_the_feeds(item: dict[str, Any], credited: list[str]) -> None:
    """One that names its author by address alone has one; the feed may know the name."""
    (story,) = feed(
        {"id": "1", "content_text": "x", **item},
        authors=[{"name": "The Feed", "url": "https://feed.example/"}],
    )
    assert names(story) == credited


@pytest.mark.parametrize(
    ("item", "uri"),
    [
        ({"id": "a"}, "a"),
        ({"id": 5}, "5"),
        ({"id": 3.10}, "3.1"),
        ({"url": "https://x.example/"}, "https://x.example/"),
        ({"id": "", "url": "https://x.example/"}, "https://x.example/"),
        ({"id": None, "title": "x"}, None),
    ],
)
def test_identifiers(item: dict[str, Any], uri: str | None) -> None:
    """The id, which some write as a number, else the address."""
    (story,) = feed(item)
    assert story.uri == uri


@pytest.mark.parametrize(
    ("item", "body"),
    [
        ({"content_html": "<p>H</p>", "content_text": "T"}, ["H"]),
        ({"content_html": "<p></p>", "content_text": "T"}, ["T"]),
        ({"content_html": "<img src='https://x.example/a.jpg'>", "content_text": "T"}, ["T"]),
        ({"content_text": "One\n\nTwo <b>"}, ["One", "Two <b>"]),
        ({"content_text": "word " * 30 + "\nnext"}, [("word " * 30).strip(), "next"]),
        ({"summary": "S"}, []),
    ],
)
def test_contents(item: dict[str, Any], body: list[str]) -> None:
    """HTML before text, and what is empty counts for nothing."""
    (story,) = feed({"id": "1", **item})
    assert [block.text for block in story.body] == body


def test_what_another_site_shows_in_the_text_is_a_link() -> None:
    """A film in a frame has no file of its own here."""
    frames = "<figure><iframe src='//films.example/e/1'></iframe></figure><iframe src='data:x'></iframe>"
    (story,) = feed({"id": "1", "url": "https://x.example/1", "content_html": f"<p>See:</p>{frames}"})
    assert [(link.rel, link.href) for link in story.links] == [
        ("canonical", "https://x.example/1"),
        ("embed", "https://films.example/e/1"),
    ]
    assert [block.text for block in story.body] == ["See:"]


def test_values_of_the_wrong_type_are_left_out_and_told() -> None:
    """Each by its name, and the item is read for all that."""
    (story,) = feed(
        {
            "id": "1",
            "title": ["x"],
            "summary": True,
            "content_html": {"a": 1},
            "url": 1.5,
            "tags": [1, None, "t"],
        }
    )
    assert (story.headline, story.description, story.links, story.keywords) == (None, None, (), ("1", "t"))
    assert [problem.code for problem in story.problems] == ["bad-value"] * 5


def test_several_feeds_in_one_document() -> None:
    """One after another, as they come."""
    one = json.dumps({"version": VERSION, "items": [{"id": "1", "content_text": "x"}]})
    two = json.dumps({"version": VERSION, "items": [{"id": "2", "content_text": "y"}]})
    assert [story.uri for story in wire.parse(f"{one}\n{two}".encode()).stories] == ["1", "2"]
