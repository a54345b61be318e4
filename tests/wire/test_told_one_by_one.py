"""What formats can tell beyond their usual keys, as exports of articles use it: docs/exporting.md."""

from __future__ import annotations

import json

import pytest

from articles import wire
from articles.wire.record import Record
from articles.wire.story import Credit, Media, Role

BODY = "<p>Ferries stay in port.</p>"
AUTHOR, EDITOR = Credit("Crew & Sons", Role.AUTHOR, "Oslo"), Credit("Bo Ek", Role.EDITOR)


def ninjs(**values) -> wire.WireStory:
    """The story of an item of ninjs 3."""
    item = {
        "standard": {"name": "ninjs", "version": "3.0"},
        "uri": "urn:x:1",
        "headlines": [{"role": "main", "value": "Fog closes the harbour"}],
        "bodies": [{"contentType": "text/html", "value": BODY}],
        **values,
    }
    return wire.parse(json.dumps(item).encode()).stories[0]


def test_ninjs_tells_what_people_did() -> None:
    """By their relation to the item; then its byline is no more looked into, and others stay people in it."""
    people = [
        {
            "rel": "author",
            "name": "Crew & Sons",
            "contactInfo": [{"role": "place", "address": {"locality": "Oslo"}}],
        },
        {"rel": "editor", "name": "Bo Ek", "contactInfo": [{"role": "office", "value": "1"}]},
        {"rel": "about", "name": "Edda Maren"},
    ]
    story = ninjs(people=people, by="By Crew & Sons")
    assert story.credits == (AUTHOR, EDITOR)
    assert (story.byline, story.people) == ("By Crew & Sons", ("Edda Maren",))
    assert ninjs(people=people[2:], by="By Ada Lind").credits == (Credit("Ada Lind"),)


def test_ninjs_tells_keywords_section_and_dateline() -> None:
    """By the relation of a subject, and the role of a description."""
    story = ninjs(
        subjects=[{"rel": "keyword", "name": "fog"}, {"rel": "category", "name": "Coast"}],
        descriptions=[
            {"role": "dateline", "value": "OSLO (AA)"},
            {"role": "summary", "value": "Ships wait."},
        ],
    )
    assert (story.keywords, story.section) == (("fog",), "Coast")
    assert (story.dateline, story.description) == ("OSLO (AA)", "Ships wait.")


def test_nitf_tells_dateline_and_place_in_meta() -> None:
    """Before those that its text shows."""
    metas = '<meta name="dateline" content="OSLO: (AA)"/><meta name="located" content="Oslo"/>'
    head = "<hedline><hl1>Fog</hl1></hedline><dateline><location>BERGEN</location></dateline>"
    text = f"<body.head>{head}</body.head><body.content>{BODY}</body.content>"
    nitf = f"<nitf><head>{metas}</head><body>{text}</body></nitf>"
    (story,) = wire.parse(nitf.encode()).stories
    assert (story.dateline, story.located) == ("OSLO: (AA)", "Oslo")


def g2(parties: str) -> wire.WireStory:
    """The story of a news item with these parties, and a byline."""
    item = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"
        xmlns:nr="urn:x-newsroom:g2" guid="urn:x:1">
        <contentMeta>{parties}<headline>Fog closes the harbour</headline><by>By Eva Holm</by></contentMeta>
        <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{BODY}</body></html></inlineXML>
        </contentSet></newsItem>"""
    return wire.parse(item.encode()).stories[0]


def test_newsml_g2_tells_roles_and_places_in_our_own_attributes() -> None:
    """Then a name is one name, and the byline is no more looked into."""
    story = g2(
        '<creator nr:role="author" nr:place="Oslo"><name>Crew &amp; Sons</name></creator>'
        '<contributor nr:role="editor"><name>Bo Ek</name></contributor>'
    )
    assert (story.credits, story.byline) == ((AUTHOR, EDITOR), "By Eva Holm")
    story = g2("<creator><name>Bo Ek</name></creator>")
    assert {credit.name for credit in story.credits} == {"Bo Ek", "Eva Holm"}


def test_newsml_g2_tells_the_section_among_the_subjects() -> None:
    """However short its name is."""
    assert g2('<subject nr:role="section"><name>国</name></subject>').section == "国"


@pytest.mark.parametrize("order", [1, -1])
def test_a_picture_that_is_told_of_twice(order: int) -> None:
    """Is one, and the second telling fills in what the first leaves open."""
    record = Record()
    for media in [Media("a.jpg", caption="Fog", width=9), Media("a.jpg", caption="Sun", byline="Pia")][
        ::order
    ]:
        record.media(media)
    (media,) = record.story().media
    assert (media.byline, media.width, media.caption) == ("Pia", 9, "Fog" if order == 1 else "Sun")
