"""What agencies and editorial systems make of ninjs, and what is none."""

from __future__ import annotations

import json
from typing import Any

import pytest

from articles import wire
from articles.wire.errors import MalformedDocument, NoStory
from articles.wire.formats import jsonfeed, ninjs
from articles.wire.story import WireStory

ITEM = {"uri": "urn:x:1", "type": "text", "versioncreated": "2024-01-02T03:04:05Z", "headline": "A headline"}


def stories(value: Any) -> tuple[WireStory, ...]:
    """The stories in a value."""
    return wire.parse(json.dumps(value).encode(), "ninjs").stories


def story(**fields: Any) -> WireStory:
    """The story that an item with these fields is."""
    return stories({**ITEM, **fields})[0]


def codes(read: WireStory) -> list[str]:
    """The codes of the problems."""
    return [problem.code for problem in read.problems]


@pytest.mark.parametrize(
    "value",
    [
        {"uri": "u", "type": "text", "headline": "x"},
        {"uri": "u", "title": "x", "eventDetails": {}, "descriptions": []},
        {"guid": "g", "headline": "x", "body_html": "<p>x</p>"},
        {"standard": {"name": "TTNINJS"}, "uri": "u"},
        {"$standard": {"schema": "http://www.iptc.org/std/ninjs/ninjs-schema_1.4.json"}, "uri": "u"},
        {"headline": "x", "versioncreated": "2020-01-01T00:00:00Z", "body_text": "y"},
        [{"uri": "u", "headlines": [{"value": "x"}]}],
        {"total": 1, "hits": [{"uri": "u", "type": "picture", "renditions": {}}]},
        {
            "data": {
                "meta": {},
                "items": [{"meta": {}, "item": {"uri": "u", "type": "text", "slugline": "x"}}],
            }
        },
        {"_items": [{"guid": "g", "pubstatus": "usable", "headline": "x"}]},
        {"hits": {"hits": [{"_source": {"uri": "u", "versioncreated": "x", "headline": "y"}}]}},
    ],
)
def test_what_is_ninjs(value: Any) -> None:
    """An item, however wrapped, is told by names that only ninjs has."""
    head = json.dumps(value, indent=1).encode()
    assert ninjs.sniff(head)
    assert not jsonfeed.sniff(head)
    assert ninjs.sniff(json.dumps(value).encode("utf-16"))


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        {"name": "package", "version": "1.0.0", "description": "x", "keywords": ["a"], "author": "b"},
        {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"title": "x"}}]},
        {"type": "Feature", "geometry": None, "properties": {}},
        {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "x", "datePublished": "y"},
        {"id": 1, "title": "x", "body": "y", "userId": 2},
        {"status": "ok", "totalResults": 1, "articles": [{"title": "x", "url": "u", "content": "y"}]},
        {"uri": "spotify:track:1", "type": "track", "name": "x", "href": "y"},
        {"uri": "u", "title": "x", "language": "en"},
        {"kind": "Listing", "data": {"children": [{"data": {"title": "x"}}]}},
        {"items": [{"id": 1, "name": "x"}], "total": 1},
        {"version": "3.1", "items": [{"title": "x"}], "title": "y"},
        {"openapi": "3.0.0", "info": {"title": "x"}, "paths": {}},
    ],
)
def test_what_is_neither_ninjs_nor_a_feed(value: Any) -> None:
    """Other JSON is for nobody."""
    head = json.dumps(value).encode()
    assert not ninjs.sniff(head)
    assert not jsonfeed.sniff(head)


def test_an_item_is_told_by_its_beginning() -> None:
    """The first bytes of a long document end anywhere."""
    document = json.dumps({"body_html": "x" * 90_000, **ITEM}).encode()
    assert not ninjs.sniff(document[:300])
    assert ninjs.sniff(json.dumps({**ITEM, "body_html": "x" * 90_000}).encode()[:300])


@pytest.mark.parametrize(
    "value",
    [
        {"uri": "u", "type": "event", "title": "x"},
        {"uri": "u", "type": "planning", "plannedCoverage": []},
        [{"uri": "u", "title": "x", "descriptions": [], "eventDetails": {"dates": {}}}] * 3,
    ],
)
def test_events_and_plans_are_no_stories(value: Any) -> None:
    """The answer says what the document holds instead."""
    with pytest.raises(NoStory, match=r"event|plan"):
        stories(value)


def test_events_beside_stories_are_left_out() -> None:
    """And so are objects that are no items; both are told."""
    found = stories([{"uri": "u", "type": "event", "title": "x"}, ITEM, {"meta": 1}])
    assert [read.uri for read in found] == ["urn:x:1"]
    assert codes(found[0]) == ["no-story", "no-story"]


@pytest.mark.parametrize("value", [[], {}, "text", 5, [1, 2], {"a": {"b": 1}}])
def test_nothing_to_read(value: Any) -> None:
    """A sentence instead of an empty story."""
    with pytest.raises(MalformedDocument):
        stories(value)


@pytest.mark.parametrize(
    ("fields", "headline"),
    [
        ({"headline": "", "title": "The title"}, "The title"),
        ({"headline": None, "headlines": [{"role": "deck", "value": "Deck"}, {"value": "Main"}]}, "Main"),
        ({"headline": None, "headlines": [{"role": "kicker", "value": "Kick"}], "title": "T"}, "T"),
        ({"headline": None, "headlines": [{"role": "kicker", "value": "Kick"}]}, "Kick"),
        ({"headline": None, "headlines": ["Bare"]}, "Bare"),
        ({"headline": [{"name": "test", "value": "No"}, {"name": "main", "value": "Yes"}]}, "Yes"),
        ({"headline": "Tom &amp; <em>Ann</em>"}, "Tom & Ann"),
        ({"headline": None, "headline_main": "By pattern"}, "By pattern"),
    ],
)
def test_headlines(fields: dict[str, Any], headline: str) -> None:
    """The main one, and any other rather than none."""
    assert story(**fields).headline == headline


@pytest.mark.parametrize(
    ("fields", "description"),
    [
        ({"description_html": "<p>One</p><p>two</p>"}, "One two"),
        ({"description_text": "Text", "description_html": "<p>Html</p>"}, "Text"),
        ({"descriptions": [{"role": "creditline", "value": "AP"}]}, None),
        ({"descriptions": [{"role": "lead", "value": "Lead"}, {"role": "text", "value": "Text"}]}, "Lead"),
        ({"descriptions": [{"role": "alttext", "value": "A"}, {"value": "B"}]}, "B"),
        ({"description": "Plain"}, "Plain"),
        ({"headlines": [{"value": "Main"}, {"role": "deck", "value": "Deck"}], "headline": None}, "Deck"),
    ],
)
def test_descriptions(fields: dict[str, Any], description: str | None) -> None:
    """A standfirst or summary; a credit line, an alternative text and the like are none."""
    assert story(**fields).description == description


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        ({"body_text": "One\n\ntwo", "body_html": "<p>Html</p>"}, ["Html"]),
        ({"body_text": "One\r\n\r\ntwo", "body_html": "<p> </p>"}, ["One", "two"]),
        ({"body_html5": "<p>Five</p>", "body_richhtml5": "<p>Rich</p>"}, ["Rich"]),
        ({"bodies": [{"value": "Bare"}]}, ["Bare"]),
        ({"bodies": {"value": "<p>One</p><p>object</p>"}}, ["One", "object"]),
        ({"bodies": ["Text"]}, ["Text"]),
        (
            {
                "bodies": [
                    {"role": "text", "contentType": "text/plain", "value": "T"},
                    {"role": "text", "contentType": "application/xhtml+xml", "value": "<p>X</p>"},
                ]
            },
            ["X"],
        ),
        (
            {
                "bodies": [
                    {"role": "caption", "contentType": "text/html", "value": "<p>C</p>"},
                    {"value": "T"},
                ]
            },
            ["T"],
        ),
        (
            {"bodies": [{"contentType": "text/vnd.IPTC.NITF", "value": "<nitf><broken"}, {"value": "T"}]},
            ["T"],
        ),
    ],
)
def test_bodies(fields: dict[str, Any], body: list[str]) -> None:
    """The richest of the main ones that holds something, once."""
    assert [block.text for block in story(**fields).body] == body


@pytest.mark.parametrize(
    ("concept", "subject"),
    [
        ({"code": "04000000"}, ("04000000", None)),
        ({"code": "medtop:20000001"}, ("20000001", "medtop")),
        ({"qcode": "subj:04000000"}, ("04000000", "subj")),
        ({"code": "a", "scheme": "http://s/"}, ("a", "http://s/")),
        ({"literal": "a", "uri": "http://s/a"}, ("a", "http://s/")),
        ({"literal": "a", "uri": "http://s/"}, ("a", "http://s/")),
        ({"literal": "a", "uri": "http://s/other"}, ("a", "http://s/")),
        ({"literal": "cat:a:b", "uri": "http://s/cat:a:b"}, ("a:b", "cat")),
        ({"uri": "http://cv.iptc.org/newscodes/mediatopic/20000001"},
         ("20000001", "http://cv.iptc.org/newscodes/mediatopic/")),
        ({"uri": "http://dbpedia.example/page#Fog"}, ("Fog", "http://dbpedia.example/page#")),
        ({"uri": "urn:x:topic:7"}, ("7", "urn:x:topic:")),
        ({"name": "Fog"}, (None, None)),
        ({"literal": "http://s/a"}, ("http://s/a", None)),
    ],
)  # fmt: skip
def test_codes_stand_without_their_scheme(
    concept: dict[str, Any], subject: tuple[str | None, str | None]
) -> None:
    """In the notations of all versions."""
    (found,) = story(subject=[{"name": "x", **concept}]).subjects
    assert (found.code, found.scheme) == subject


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        ({"source": "AA", "infosource": [{"name": "BB"}]}, "AA"),
        ({"infosource": "BB"}, "BB"),
        ({"infoSources": [{"role": "x"}, {"name": "CC"}]}, "CC"),
        ({"provider": "DD"}, "DD"),
        ({"copyrightholder": "EE"}, None),
    ],
)
def test_sources(fields: dict[str, Any], source: str | None) -> None:
    """The source, else the source of the information, else the provider; who holds the rights is none."""
    assert story(**fields).source == source


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, "usable"),
        ({"pubstatus": "canceled"}, "canceled"),
        ({"pubStatus": "stat:withheld"}, "withheld"),
        ({"pubstatus": "usable", "state": "killed"}, "canceled"),
        ({"signals": ["newscontent", "kill"]}, "canceled"),
        ({"embargoed": "2030-01-01T00:00:00Z"}, "usable"),
        ({"embargoed": "noon or so"}, "withheld"),
        ({"embargoed": True}, "withheld"),
        ({"embargoed": False}, "usable"),
        ({"embargoed": ""}, "usable"),
    ],
)
def test_may_it_be_used(fields: dict[str, Any], status: str) -> None:
    """An embargo with a time leaves it usable then; one without holds it."""
    assert story(**fields).pubstatus == status


def test_a_status_that_nobody_knows_is_told() -> None:
    """It is read as usable, as the standard has it."""
    read = story(pubstatus="perhaps")
    assert (read.pubstatus, codes(read)) == ("usable", ["bad-value"])


def test_the_credits_of_one_agency_and_another() -> None:
    """Names in one field, in parts, with roles in several languages."""
    read = story(
        byline="Maja Sund/SN",
        bylines=[
            {"byline": "Maja Sund/SN", "firstname": "Maja", "lastname": "Sund", "role": ""},
            {"byline": "", "firstname": "", "lastname": "", "role": "Ansvarig"},
            {"byline": "Nils Ek/SN", "firstname": "Nils", "lastname": "Ek", "role": "Fotograf"},
        ],
        photographer={"name": "Runa Strand"},
    )
    assert [(credit.name, credit.role) for credit in read.credits] == [
        ("Maja Sund", "author"),
        ("Nils Ek", "photographer"),
        ("Runa Strand", "photographer"),
    ]


@pytest.mark.parametrize(
    ("byline", "credited"),
    [("Insidebild", "Insidebild"), ("Runa Strand/KF", "Runa Strand"), ("A3576/_Runa", None)],
)
def test_who_made_a_picture_is_its_photographer(byline: str, credited: str | None) -> None:
    """An agency or a pen name as well, as in a photograph of its own; no file names."""
    made = story(type="picture", byline=byline).credits
    assert [(credit.name, credit.role) for credit in made] == (
        [(credited, "photographer")] if credited else []
    )
    assert not story(byline="Insidebild").credits


def test_a_photographer_is_the_byline_of_a_picture_without_one() -> None:
    """AP names him in a field of his own."""
    renditions = {"main": {"href": "https://x/m.jpg", "width": 9, "height": 9}}
    read = story(type="picture", photographer={"name": "Runa Strand"}, renditions=renditions)
    assert (read.byline, read.media[0].byline) == (None, "Runa Strand")


def test_what_another_site_shows_in_the_text_is_a_link() -> None:
    """As in NewsML-G2."""
    read = story(body_html="<p>See:</p><iframe src='https://films.example/e/1'></iframe>")
    assert [(link.rel, link.href) for link in read.links] == [("embed", "https://films.example/e/1")]


def test_items_of_a_list_are_no_headline() -> None:
    """Though their letters are the same; one that repeats it goes."""
    read = story(
        headline="One two", body_html="<ul><li>One</li><li>two</li></ul><h2>One, two</h2><p>Text.</p>"
    )
    assert [block.text for block in read.body] == ["One\ntwo", "Text."]


def test_a_text_beside_its_item_is_read() -> None:
    """AP's items come without their texts, which are fetched apart; one text is not that of two items."""
    item = {**ITEM, "headline_extended": "What it is about."}
    whole: dict[str, Any] = {"data": {"item": item}, "nitf": {"body_html": "<p>Text.</p>"}}
    (read,) = stories(whole)
    assert [block.text for block in read.body] == ["Text."]
    assert read.description == "What it is about."
    own = stories({**whole, "data": {"item": {**item, "body_text": "Own."}}})
    assert [block.text for block in own[0].body] == ["Own."]
    assert not any(read.body for read in stories({**whole, "data": {"items": [item, item]}}))


@pytest.mark.parametrize(
    ("fields", "hrefs"),
    [
        ({"type": "audio", "renditions": [{"href": "a", "contentType": "audio/mpeg"}]}, ["a"]),
        ({"type": "picture", "renditions": {"original": {"href": "o"}, "thumbnail": {"href": "t"}}}, ["o"]),
        ({"type": "picture", "renditions": {"x": {"media": "5"}}}, []),
        ({"type": "picture", "renditions": {"caption": {"href": "c", "mimetype": "text/xml"}}}, []),
        ({"type": "text", "renditions": {"nitf": {"href": "n", "mimetype": "text/xml"}}}, []),
        ({"type": None, "mimetype": "image/jpeg", "renditions": {"x": {"href": "x"}}}, ["x"]),
        ({"type": "video", "renditions": [{"href": "s", "mimetype": "image/png", "width": 9, "height": 9},
                                          {"href": "v", "mimetype": "video/mp4"}]}, ["v"]),
        ({"type": "video", "renditions": {"s": {"href": "s", "mimetype": "image/png"}}}, ["s"]),
        ({"associations": {"a": {"type": "picture", "href": "https://x/a.jpg"}}}, ["https://x/a.jpg"]),
        ({"body_html": "<p>x</p><img src='https://x/b.jpg'>"}, ["https://x/b.jpg"]),
        ({"extra_items": {"x": {"items": [{"type": "picture", "renditions": [{"href": "o"}]}]}}}, ["o"]),
    ],
)  # fmt: skip
def test_media(fields: dict[str, Any], hrefs: list[str]) -> None:
    """One for each, by its largest rendition, and never a text."""
    assert [media.href for media in story(**fields).media] == hrefs


def test_a_picture_in_the_text_that_stands_for_an_association() -> None:
    """It is the same one, whatever its address; one that stands for none is another."""
    figure = "<p>x</p><img alt='' src='https://x/%s.jpg' data-assoc-ref='%s'>"
    picture = {"type": "picture", "renditions": {"r": {"href": "https://x/large.jpg"}}}
    read = story(body_html5=figure % ("small", "a1") + figure % ("other", "a2"), associations={"a1": picture})
    assert [media.href for media in read.media] == ["https://x/large.jpg", "https://x/other.jpg"]


def test_a_correction_that_a_signal_announces() -> None:
    """The note is both: for editors, and the correction's own text."""
    read = story(ednote="Corrects name.", signals=["sig:correction"])
    assert (read.ednote, read.correction) == ("Corrects name.", "Corrects name.")


def test_galleries_that_hold_themselves_end() -> None:
    """Depth of associations costs nothing."""
    inner: dict[str, Any] = {"type": "picture", "renditions": {"o": {"href": "deep"}}}
    for number in range(60):
        inner = {"type": "composite", "uri": f"u:{number}", "associations": [inner]}
    read = stories({**inner, "headline": "x"})[0]
    assert read.media == ()
    assert len(read.links) < 10


def test_a_list_of_pictures_without_addresses_is_linked() -> None:
    """What cannot be shown can still be found."""
    read = story(associations=[{"type": "picture", "uri": "urn:p:1", "headline": "Fog"}])
    assert [(link.rel, link.href, link.title) for link in read.links] == [("related", "urn:p:1", "Fog")]
