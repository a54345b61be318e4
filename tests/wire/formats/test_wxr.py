"""WordPress's export: what it is told by, what joins what, damaged files, and exports in parts."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import wire
from articles.wire.errors import WireError
from articles.wire.formats import wxr
from articles.wire.story import WireStory

SAMPLES = Path(__file__).parent.parent / "samples" / "wxr"
HEAD = (
    '<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"'
    ' xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<channel><wp:wxr_version>1.2</wp:wxr_version>"
)
TAIL = "</channel></rss>"


def stories(items: str, **how: str) -> tuple[WireStory, ...]:
    """The stories of an export of these items."""
    return wire.parse(f"{HEAD}{items}{TAIL}".encode(), "wxr", **how).stories


def story(inside: str, **how: str) -> WireStory:
    """The story of an item that holds this, beside its type."""
    (found,) = stories(f"<item><wp:post_type>post</wp:post_type>{inside}</item>", **how)
    return found


@pytest.mark.parametrize(
    "document",
    [
        '<rss xmlns:wp="http://wordpress.org/export/1.0/"><channel/></rss>',
        '<rss xmlns:w="https://wordpress.org/export/1.2/"><channel/></rss>',
        "<rss><channel><wp:wxr_version>1.2</wp:wxr_version></channel></rss>",
        '\ufeff\n<?xml version="1.0"?><!-- WordPress --><rss xmlns:wp="http://wordpress.org/export/1.1/">',
        "\n\t<item><title>a</title><wp:post_type>post</wp:post_type></item>",
    ],
)
def test_exports_are_known(document: str) -> None:
    """By the vocabulary, declared or not."""
    assert wire.identify(document.encode()) == "wxr"


@pytest.mark.parametrize(
    "document",
    [
        '<?xml version="1.0"?><rss version="2.0"><channel><item><title>a</title></item></channel></rss>',
        '<?xml version="1.0"?><catalog><book id="1"><author>A, B</author></book></catalog>',
        "A text about <wp:wxr_version>.",
        "",
    ],
)
def test_others_are_not(document: str) -> None:
    """Feeds and catalogues are something else."""
    assert not wxr.sniff(document.encode())


def test_no_export_at_all() -> None:
    """A document that was only said to be one is refused in a sentence."""
    with pytest.raises(WireError, match="root is <catalog>"):
        wire.parse(b"<catalog><book/></catalog>", "wxr")


def test_times() -> None:
    """UTC counts; without it the site's clock, read in the zone that was asked for, or `pubDate`."""
    assert str(story("<wp:post_date_gmt>2020-05-01 10:00:00</wp:post_date_gmt>").created) == (
        "2020-05-01 10:00:00+00:00"
    )
    local = "<wp:post_date>2020-05-01 12:00:00</wp:post_date>"
    zero = "<wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>"
    found = story(zero + local, timezone="Europe/Berlin")
    assert str(found.created) == "2020-05-01 12:00:00+02:00"
    assert [problem.code for problem in found.problems] == ["no-timezone"]
    printed = "<pubDate>Fri, 01 May 2020 10:00:00 +0000</pubDate>"
    assert str(story(zero + local + printed).created) == "2020-05-01 10:00:00+00:00"
    assert str(story(printed).created) == "2020-05-01 10:00:00+00:00"
    for never in ("Wed, 30 Nov -0001", "Tue, 30 Nov 1999", "Thu, 01 Jan 1970"):
        assert story(f"{zero}<pubDate>{never} 00:00:00 +0000</pubDate>").created is None


def test_authors_by_login_whatever_its_case() -> None:
    """Display name, else first and last name, else the login; an unknown login stays."""
    people = "".join(
        f"<wp:author><wp:author_login>{login}</wp:author_login>"
        f"<wp:author_display_name>{shown}</wp:author_display_name>"
        f"<wp:author_first_name>{first}</wp:author_first_name></wp:author>"
        for login, shown, first in (("Ann", "Ann &amp;amp; Co", ""), ("bea", "", "Bea"), ("cy", "", ""))
    )
    items = "".join(
        f"<item><wp:post_type>post</wp:post_type><dc:creator>{login}</dc:creator></item>"
        for login in ("ann", "bea", "cy", "dan")
    )
    names = [found.credits[0].name for found in stories(people + items)]
    assert names == ["Ann & Co", "Bea", "cy", "dan"]


def test_sections_above() -> None:
    """Outermost first; a circle ends."""

    def category(slug: str, parent: str) -> str:
        return (
            f"<wp:category><wp:category_nicename>{slug}</wp:category_nicename><wp:category_parent>{parent}"
            f"</wp:category_parent><wp:cat_name>{slug.upper()}</wp:cat_name></wp:category>"
        )

    known = (
        category("c", "b") + category("b", "a") + category("a", "") + category("x", "y") + category("y", "x")
    )
    items = "".join(
        "<item><wp:post_type>post</wp:post_type>"
        f'<category domain="category" nicename="{slug}">{slug.upper()}</category></item>'
        for slug in "cax"
    )
    found = stories(known + items)
    assert [one.section for one in found] == ["C", "A", "X"]
    assert [one.section_parents for one in found] == [("A", "B"), (), ("Y",)]
    assert "section_parents" not in found[0].as_json()


def test_pictures_by_address_and_by_post() -> None:
    """An attachment is joined by its address in whatever size, or because it belongs to the post."""
    attachments = "".join(
        f"<item><title>t{number}</title><wp:post_type>attachment</wp:post_type><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_parent>{parent}</wp:post_parent>"
        f"<wp:attachment_url>http://s.example/{number}.jpg</wp:attachment_url></item>"
        for number, parent in ((5, 0), (6, 1), (7, 0))
    )
    post = (
        "<item><wp:post_type>post</wp:post_type><wp:post_id>1</wp:post_id><content:encoded><![CDATA["
        '<img src="https://s.example/5-300x200.jpg">]]></content:encoded></item>'
    )
    (found,) = stories(attachments + post)
    assert [(one.href, one.headline) for one in found.media] == [
        ("http://s.example/5.jpg", "t5"),
        ("http://s.example/6.jpg", "t6"),
    ]


def test_what_the_text_says_beside_the_featured_picture() -> None:
    """Its caption counts before that of the library; the featured picture stays the first."""
    attachments = "".join(
        f"<item><wp:post_type>attachment</wp:post_type><wp:post_id>{number}</wp:post_id>"
        f"<wp:attachment_url>https://s.example/{number}.jpg</wp:attachment_url>"
        f"<excerpt:encoded>Library {number}</excerpt:encoded></item>"
        for number in (5, 6)
    )
    post = (
        "<item><wp:post_type>post</wp:post_type><content:encoded><![CDATA["
        '<img class="wp-image-6"> [caption id="attachment_5"]<img src="https://s.example/5-300x200.jpg" />'
        " Fog on the quay[/caption]]]></content:encoded><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key>"
        "<wp:meta_value>5</wp:meta_value></wp:postmeta></item>"
    )
    (found,) = stories(attachments + post)
    assert [(one.href, one.caption) for one in found.media] == [
        ("https://s.example/5.jpg", "Fog on the quay"),
        ("https://s.example/6.jpg", "Library 6"),
    ]


def test_an_item_that_was_cut_out_of_its_export() -> None:
    """It is read, though nothing declares its vocabulary and two languages stand in it."""
    document = (
        "<item><title>[:en]Fog[:de]Nebel[:]</title><wp:post_type>post</wp:post_type>"
        "<content:encoded><![CDATA[[:en]Ferries stay.[:de]Die Fähren bleiben.[:]]]></content:encoded></item>"
    )
    (found,) = wire.parse(document.encode()).stories
    assert found.headline == "Fog Nebel"
    assert [block.text for block in found.body] == ["Ferries stay.", "Die Fähren bleiben."]


@pytest.mark.parametrize("name", ["classic.xml", "blocks.xml", "loose.xml"])
def test_cut_anywhere(name: str) -> None:
    """A file that breaks off at any byte is read or refused in words, and is parted all the same."""
    data = (SAMPLES / name).read_bytes()
    for end in range(0, len(data), 31):
        try:
            whole = wire.parse(data[:end], "wxr").stories
        except WireError:
            continue
        assert len(list(wxr.split(io.BytesIO(data[:end])))) == len(whole)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_damaged(data: st.DataObject) -> None:
    """Changed bytes never lead to anything but stories or a `WireError`."""
    document = bytearray((SAMPLES / "classic.xml").read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(document) - 1), min_size=1, max_size=40)):
        document[place] = data.draw(st.integers(0, 255))
    for part in (bytes(document), *wxr.split(io.BytesIO(document))):
        with suppress(WireError):
            wire.parse(part, "wxr")


@pytest.mark.parametrize(
    "name", ["classic.xml", "blocks.xml", "statuses.xml", "old.xml", "pictures-only.xml"]
)
def test_parts_give_what_the_whole_gives(name: str) -> None:
    """Story by story, with their problems."""
    data = (SAMPLES / name).read_bytes()
    whole = wire.parse(data).stories
    assert [wire.parse(part).stories for part in wxr.split(io.BytesIO(data))] == [(one,) for one in whole]


TEXTS = st.text("ab <>&[]/\"'\n-é", max_size=30)
NUMBERS = st.integers(1, 6)
ITEMS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(
            ["post", "page", "attachment", "attachment", "wp_block", "event", "revision"]
        ),
        "number": NUMBERS,
        "parent": st.integers(0, 6),
        "speaks": st.lists(
            st.one_of(
                TEXTS,
                NUMBERS.map('<img class="wp-image-{}" src="/x.jpg">'.format),
                NUMBERS.map('<img src="//s.example/{}-30x20.jpg">'.format),
                NUMBERS.map('[gallery ids="9, {}"]'.format),
                NUMBERS.map('[one_picture image="{}"]'.format),
                NUMBERS.map('<img data-id="{}" src="/y.jpg">'.format),
                NUMBERS.map('<!-- wp:block {{"ref":{}}} /-->'.format),
                st.just("<item>"),
                st.just("<wp:post_id>3</wp:post_id>"),
                st.just("</item>"),
            ),
            max_size=3,
        ),
        "featured": NUMBERS,
        "author": st.sampled_from(["ann", "BEA", "cy"]),
        "section": st.sampled_from("abc"),
    }
)


def written(item: dict[str, object]) -> str:
    """An item as an export has it."""
    text = "".join(item["speaks"]).replace("]]>", "")  # type: ignore[arg-type]
    return (
        f"<item><title>T</title><dc:creator>{item['author']}</dc:creator>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded><wp:post_id>{item['number']}</wp:post_id>"
        f"<wp:post_parent>{item['parent']}</wp:post_parent><wp:post_type><![CDATA[{item['kind']}]]></wp:post_type>"
        f"<wp:attachment_url>http://s.example/{item['number']}.jpg</wp:attachment_url>"
        f'<category domain="category" nicename="{item["section"]}"><![CDATA[{item["section"]}]]></category>'
        '<category domain="author" nicename="cap-bea"><![CDATA[bea]]></category>'
        f"<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>{item['featured']}</wp:meta_value>"
        "</wp:postmeta></item>"
    )


@given(st.lists(ITEMS, max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_export_in_parts(items: list[dict[str, object]]) -> None:
    """However items speak of each other, a part holds all that its story needs."""
    site = (
        "<wp:author><wp:author_login>bea</wp:author_login><wp:author_display_name>Bea</wp:author_display_name>"
        "</wp:author><wp:category><wp:category_nicename>b</wp:category_nicename><wp:category_parent>a"
        "</wp:category_parent><wp:cat_name>B</wp:cat_name></wp:category><wp:category><wp:category_nicename>a"
        "</wp:category_nicename><wp:cat_name>A</wp:cat_name></wp:category>"
    )
    data = f"{HEAD}{site}{''.join(map(written, items))}{TAIL}".encode()
    whole = wire.parse(data, "wxr").stories
    assert [wire.parse(part, "wxr").stories for part in wxr.split(io.BytesIO(data))] == [
        (one,) for one in whole
    ]


def test_what_stands_in_unusual_places() -> None:
    """Empty elements, the language behind the authors, and authors behind the items."""
    post = "<item><wp:post_type>post</wp:post_type><dc:creator>bea</dc:creator></item>"
    author = (
        "<wp:author><wp:author_login>bea</wp:author_login>"
        "<wp:author_display_name>Bea</wp:author_display_name></wp:author>"
    )
    for site in (
        f"<wp:author/><category/>{post}{author}<language>fr</language>",
        f"<language/>{author}<language>fr</language>{post}",
    ):
        data = f"{HEAD}{site}{TAIL}".encode()
        (part,) = wxr.split(io.BytesIO(data))
        (found,) = wire.parse(part).stories
        assert (found.credits[0].name, found.language) == ("Bea", "fr")
        assert wire.parse(data).stories == (found,)


def test_the_scan_does_not_depend_on_where_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces of the file may end anywhere."""
    data = (SAMPLES / "classic.xml").read_bytes()
    parts = list(wxr.split(io.BytesIO(data)))
    for size in (3100, 3333, 4096, 5001):
        monkeypatch.setattr(wxr.splitting, "_CHUNK", size)
        assert list(wxr.split(io.BytesIO(data))) == parts
