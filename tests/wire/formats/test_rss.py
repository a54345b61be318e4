"""RSS at its edges: what is one, what of a damaged one is read, and habits of feeds in few lines each."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from articles.wire.errors import MalformedDocument, WireError
from articles.wire.formats import rss
from articles.wire.story import Media, PubStatus, WireStory

SAMPLES = Path(__file__).parents[1] / "samples" / "rss"
NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
)


def item(inner: str, channel: str = "") -> WireStory:
    """The story of a feed with one item."""
    feed = f'<rss version="2.0" {NAMESPACES}><channel>{channel}<item>{inner}</item></channel></rss>'
    (story,) = rss.parse(feed.encode()).stories
    return story


@pytest.mark.parametrize(
    ("document", "is_rss"),
    [
        (b"<rss version='2.0'><channel/></rss>", True),
        (b"\xef\xbb\xbf  <?xml version='1.0'?><!-- x --><RSS/>", True),
        ("<?xml version='1.0' encoding='utf-16'?><rss/>".encode("utf-16"), True),
        (b"<r:RDF xmlns:r='urn:r' xmlns='http://purl.org/rss/1.0/'/>", True),
        (b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><item>x</item></rdf:RDF>", True),
        (b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><foaf/></rdf:RDF>", False),
        (b"<channel><item><title>x</title></item></channel>", True),
        (b"<item><title>x</title><link>http://s.example/</link></item>", True),
        (b"<item><name>x</name></item>", False),
        (b"<!DOCTYPE html><rss><channel/></rss>", True),
        (b"<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel/></rss>", False),
        (b"<rss><channel><wp:wxr_version>1.0</wp:wxr_version></channel></rss>", False),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'/>", False),
        (b"<br />\n<b>Warning</b>: x in <b>/y.php</b><br />\n<?xml version='1.0'?>\n<rss/>", True),
        (b"<b>How to</b> write <?xml version='1.0'?> and more <rss/>", False),
        (b"<html><body><rss/></body></html>", False),
        (b"rss", False),
        (b"", False),
    ],
)
def test_sniff(document: bytes, is_rss: bool) -> None:
    """An export of WordPress is none, though its root is."""
    assert rss.sniff(document) is is_rss


def test_a_feed_without_items_has_no_stories() -> None:
    """Neither has one whose only item is empty."""
    assert rss.parse(b"<rss><channel><title>T</title></channel></rss>").stories == ()
    assert rss.parse(b"<rss><channel><item> <title/> </item></channel></rss>").stories == ()


@pytest.mark.parametrize("document", [b"<feed><entry/></feed>", b"<rss><channel><item><title><![CD", b"<rss"])
def test_what_has_nothing_to_read_is_malformed(document: bytes) -> None:
    """Another root, and a feed that breaks off before anything stands in it."""
    with pytest.raises(MalformedDocument):
        rss.parse(document)


def test_every_beginning_of_a_feed_is_read_or_refused() -> None:
    """Items that are whole stay as they are wherever the document is cut."""
    document = (SAMPLES / "whole-text.xml").read_bytes()
    whole = rss.parse(document).stories
    for end in range(0, len(document), 5):
        try:
            stories = rss.parse(document[:end]).stories
        except WireError:
            assert end < document.index(b"<title>Harbour") + 20
            continue
        if len(stories) == len(whole):
            assert stories[0] == whole[0]
        if end < document.rindex(b"</rss>"):
            assert any(problem.code == "malformed-xml" for problem in stories[-1].problems)


def test_the_item_that_breaks_off_says_so() -> None:
    """Not the first one."""
    stories = rss.parse(b"<rss><channel><item><title>A</title></item><item><title>B").stories
    assert [[problem.code for problem in story.problems] for story in stories] == [[], ["malformed-xml"]]


def test_what_a_server_says_before_a_feed_is_left_out() -> None:
    """And told; the feed is read as if it stood alone."""
    warning = (
        "<br />\n<b>Warning</b>:  No headers could be sent in <b>/srv/feed.php</b> on line <b>3</b><br />\n"
    )
    feed = "<?xml version='1.0' encoding='utf-8'?><rss><channel><item><title>T</title></item></channel></rss>"
    (story,) = rss.parse((warning + feed).encode()).stories
    assert story.headline == "T"
    assert [problem.code for problem in story.problems] == ["leading-noise"]
    assert "Warning : No headers" in story.problems[0].message


def test_two_roots_are_two_feeds() -> None:
    """Each item inherits from its own channel."""
    feed = "<rss><channel><language>{0}</language><item><title>{0}</title></item></channel></rss>"
    stories = rss.parse((feed.format("de") + feed.format("fr")).encode()).stories
    assert [(story.headline, story.language) for story in stories] == [("de", "de"), ("fr", "fr")]


def test_items_that_were_never_closed_are_items_all_the_same() -> None:
    """The second stands within the first for the parser, and beside it for us."""
    stories = rss.parse(b"<rss><channel><item><title>A</title><item><title>B</title></channel></rss>").stories
    assert [story.headline for story in stories] == ["A", "B"]


def test_a_wrong_charset_yields_to_utf_8() -> None:
    """Declared latin-1, written in UTF-8."""
    feed = "<rss><channel><item><title>Łódź – ča</title></item></channel></rss>"
    feed = f'<?xml version="1.0" encoding="iso-8859-1"?>{feed}'
    assert rss.parse(feed.encode()).stories[0].headline == "Łódź – ča"


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("&lt;3 and 5 &lt; 6", "<3 and 5 < 6"),
        ("AT&amp;amp;T", "AT&T"),
        ("AT&T", "AT&T"),
        ("&lt;b&gt;Bold&lt;/b&gt; word", "Bold word"),
        ("&amp;lt;i&amp;gt;Twice&amp;lt;/i&amp;gt;", "Twice"),
        ("<![CDATA[Caf&eacute; &#8211; <em>open</em>]]>", "Café – open"),
        ("The &lt;Unknown&gt; tag", "The <Unknown> tag"),
        ("two\n  lines&#160;here", "two lines here"),
        ("<i>Naked</i> mark-up", "Naked mark-up"),
        ("<![CDATA[The 70&#39s]]>", "The 70's"),
        ("&lt;blink&gt;Old&lt;/blink&gt; tags", "Old tags"),
    ],
)
def test_a_title_is_plain_text(title: str, headline: str) -> None:
    """Mark-up goes, signs stay."""
    assert item(f"<title>{title}</title>").headline == headline


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("<p>Jane <b>Doe</b></p>", ["Jane Doe"]),
        ("&lt;p&gt;Jane Doe&lt;/p&gt;", ["Jane Doe"]),
        ("<name>Jane Doe</name><email>jane@x.example</email>", ["Jane Doe"]),
        ("<email>jane@x.example</email><phone>7</phone>", []),
    ],
)
def test_an_author_is_a_name(author: str, names: list[str]) -> None:
    """With mark-up around it or in parts; an address names nobody."""
    assert [who.name for who in item(f"<title>T</title><author>{author}</author>").credits] == names


def test_a_name_of_another_vocabulary_is_not_the_items() -> None:
    """Modules have titles of their own."""
    story = item(
        '<x:title xmlns:x="urn:x">no</x:title><title>yes</title><textInput><title>no</title></textInput>'
    )
    assert story.headline == "yes"


@pytest.mark.parametrize(
    ("inner", "description", "body"),
    [
        ("<description>Short.</description>", "Short.", []),
        ("<description>Short.</description><content:encoded>Long.</content:encoded>", "Short.", ["Long."]),
        ("<description>Short.</description><content:encoded> </content:encoded>", "Short.", []),
        ("<description>&lt;p&gt;A&lt;/p&gt;&lt;p&gt;B&lt;/p&gt;</description>", None, ["A", "B"]),
        (
            "<description>A&lt;br/&gt;&lt;br/&gt;B</description><itunes:subtitle>S</itunes:subtitle>",
            "S",
            ["A", "B"],
        ),
        (
            "<description>A B</description>"
            "<content:encoded>&lt;p&gt;A&lt;/p&gt;&lt;p&gt;B&lt;/p&gt;</content:encoded>",
            None,
            ["A", "B"],
        ),
        ("<description>A first.\n\nThen it was cut…</description>", "A first. Then it was cut…", []),
        (
            '<content:encoded>Hi &lt;img class="wp-smiley" alt="🙂" src="http://s.example/1.png"&gt; '
            "&lt;b&gt;you&lt;/b&gt;</content:encoded>",
            None,
            ["Hi 🙂 you"],
        ),
        ("<xhtml:body><xhtml:p>A</xhtml:p></xhtml:body>", None, ["A"]),
        ("<dc:description>Core.</dc:description>", "Core.", []),
        ("<fullitem>&lt;p&gt;A&lt;/p&gt;</fullitem>", None, ["A"]),
        ("<encoded>A</encoded>", None, ["A"]),
        ("<description/>", None, []),
    ],
)
def test_what_is_the_body_and_what_the_description(
    inner: str, description: str | None, body: list[str]
) -> None:
    """The whole text is the body; several paragraphs are, too, where there is no other."""
    story = item(f"<title>T</title>{inner}")
    assert (story.description, [block.text for block in story.body]) == (description, body)


@pytest.mark.parametrize(
    ("inner", "uri", "canonical"),
    [
        ("<guid>http://g.example/1</guid>", "http://g.example/1", "http://g.example/1"),
        ('<guid isPermaLink="false">http://g.example/1</guid>', "http://g.example/1", None),
        ("<guid>7</guid><link>http://l.example/</link>", "7", "http://l.example/"),
        ("<guid></guid><link>\n http://l.example/\n</link>", "http://l.example/", "http://l.example/"),
        ("<link>a/b</link>", "http://h.example/a/b", "http://h.example/a/b"),
        ("<title>T</title>", None, None),
    ],
)
def test_identifier_and_link(inner: str, uri: str | None, canonical: str | None) -> None:
    """A `guid` is the link only where it may be one."""
    story = item(inner, "<link>http://h.example/</link>")
    assert story.uri == uri
    assert next((link.href for link in story.links if link.rel == "canonical"), None) == canonical


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('<enclosure url=""/>', []),
        (
            '<enclosure url="http://e.example/a.mp3" type="audio/mpeg; x=1"/>',
            [Media("http://e.example/a.mp3", "audio/mpeg")],
        ),
        ('<enclosure url="data:image/png;base64,AA"/>', []),
        (
            '<media:content url="https://1.gravatar.com/avatar/a1?s=96" medium="image"/>'
            '<media:content url="https://e.example/a.jpg" medium="image"/>',
            [Media("https://e.example/a.jpg")],
        ),
        ('<description>&lt;img src="http://e.example/p.gif" width=1 height=1&gt;x</description>', []),
        (
            '<media:content url="http://e.example/a-300x200.jpg"/><enclosure url="http://e.example/a.jpg"/>',
            [Media("http://e.example/a.jpg")],
        ),
        (
            '<enclosure url="http://e.example/a.jpg" type="image/jpeg"><media:title>Quay</media:title>'
            "<media:description>The quay.</media:description><media:credit>AP</media:credit></enclosure>",
            [Media("http://e.example/a.jpg", "image/jpeg", "Quay", "The quay.", credit="AP")],
        ),
        ("<image><url>http://e.example/i.jpg</url></image>", [Media("http://e.example/i.jpg")]),
        (
            '<media:thumbnail url="http://e.example/t.jpg"/><media:content url="http://e.example/v.mp4"/>',
            [Media("http://e.example/v.mp4")],
        ),
        (  # Blogger: the square cut, the picture in the text, and the file that it opens are one
            '<media:thumbnail url="http://1.bp.blogspot.com/-x/s72-c/p.jpg" width="72" height="72"/>'
            '<description>&lt;a href="http://1.bp.blogspot.com/-x/s1600/p.jpg"&gt;&lt;img width="320" '
            'src="http://1.bp.blogspot.com/-x/s320/p.jpg"&gt;&lt;/a&gt; Text.</description>',
            [Media("http://1.bp.blogspot.com/-x/s1600/p.jpg")],
        ),
        (
            '<media:thumbnail url="http://lh3.googleusercontent.com/abc=s72-c"/>'
            '<enclosure url="http://lh3.googleusercontent.com/abc=w640-h480"/>',
            [Media("http://lh3.googleusercontent.com/abc=w640-h480")],
        ),
        (  # a service that fetches pictures names them in its addresses
            '<enclosure url="http://cdn.example/w_400/https%3A%2F%2Fe.example%2Fp.jpg" type="image/jpeg"/>'
            '<content:encoded>&lt;img src="http://cdn.example/w_1456/https%3A%2F%2Fe.example%2Fp.jpg" '
            'width="1456"&gt;</content:encoded>',
            [Media("http://cdn.example/w_400/https%3A%2F%2Fe.example%2Fp.jpg", "image/jpeg", width=None)],
        ),
    ],
)
def test_media(inner: str, expected: list[Media]) -> None:
    """One for each picture or film, by its largest rendition."""
    assert item(f"<title>T</title>{inner}").media == tuple(expected)


@pytest.mark.parametrize(
    ("document", "limit"),
    [
        (b"<rss><channel>" + b"<item>" * 20_000, 5),
        (b"<rss><channel><item><description>" + b"&lt;div&gt;" * 20_000, 5),
        (b"<rss><channel><item><author>" + b"a" * 200_000 + b"@</author></item></channel></rss>", 5),
        (
            b"<rss><channel><item>"
            + b"<media:content url='http://x/1'/><media:credit>c</media:credit>" * 5_000,
            5,
        ),
    ],
)
def test_hostile_feeds_end_soon(document: bytes, limit: int) -> None:
    """In linear time, with a result or a sentence."""
    start = time.perf_counter()
    with suppress(WireError):
        rss.parse(document)
    assert time.perf_counter() - start < limit


def test_a_namespace_of_ones_own_is_the_cores() -> None:
    """Whatever the root or, in RDF, the channel is in."""
    inner = "<channel><title>C</title></channel><item><title>T</title></item>"
    rdf = f"<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://own.example/'>{inner}</r:RDF>"
    flat = f"<rss xmlns='http://own.example/'>{inner}</rss>"
    for document in (rdf, flat):
        assert [story.headline for story in rss.parse(document.encode()).stories] == ["T"]


def test_named_things_of_a_newspaper() -> None:
    """Categories all, and what kind of thing they are where the scheme says it."""
    story = item(
        '<category domain="http://n.example/keywords/nyt_geo">Merrow</category><category>Fog</category>'
    )
    assert (story.keywords, story.places) == (("Merrow", "Fog"), ("Merrow",))


def test_a_withdrawn_item_is_canceled() -> None:
    """As partners of news apps send it."""
    assert item('<title>T</title><media:status state="deleted"/>').pubstatus is PubStatus.CANCELED


def test_many_media_are_cut_and_told() -> None:
    """An item with thousands of pictures is no news."""
    story = item("".join(f'<enclosure url="http://x.example/{number}"/>' for number in range(500)))
    assert len(story.media) == 200
    assert [problem.code for problem in story.problems] == ["too-many-media"]


@pytest.mark.parametrize(
    "value", [{"channel": "<language>de</language>"}, {"channel": "<dc:language>de</dc:language>"}]
)
def test_language_of_the_channel(value: dict[str, Any]) -> None:
    """The item's own goes before it, and a word that is no language counts for nothing."""
    assert item("<title>T</title>", **value).language == "de"
    assert item("<title>T</title><dc:language>fr</dc:language>", **value).language == "fr"
    assert item("<title>T</title><dc:language>German!</dc:language>", **value).language == "de"


def test_a_feed_of_press_releases() -> None:
    """It binds `dc` to an address of its own, and has keywords in it that Dublin Core has not."""
    inner = (
        "<title>T</title><dc:publisher>Merrow Wire</dc:publisher><dc:keyword>fog</dc:keyword>"
        "<dc:subject>Results</dc:subject><dc:modified>Tue, 03 Jun 2025 09:30 GMT</dc:modified>"
    )
    address = "http://dublincore.org/documents/dcmi-namespace/"
    feed = f'<rss xmlns:dc="{address}"><channel><item>{inner}</item></channel></rss>'
    (story,) = rss.parse(feed.encode()).stories
    assert (story.source, story.keywords) == ("Merrow Wire", ("Results", "fog"))
    assert story.updated is not None
    assert story.updated.isoformat() == "2025-06-03T09:30:00+00:00"


def test_what_strayed_into_a_category_is_no_keyword() -> None:
    """Nor is the item's picture made of it."""
    assert item("<category>Fog <image><url>http://x.example/1</url></image></category>").keywords == ("Fog",)


def test_an_hour_that_no_day_has_is_no_date() -> None:
    """It is told, and not read as an hour past midnight."""
    story = item("<title>T</title><pubDate>2025-06-03T25:14:55Z</pubDate>")
    assert (story.created, [problem.code for problem in story.problems]) == (None, ["bad-date"])


@pytest.mark.parametrize("weekday", ["พฤ.", "ה'", "Čt", "xx"])
def test_a_weekday_in_any_language_is_passed_over(weekday: str) -> None:
    """Programs write it in the language of the site, and the rest of the date in English."""
    created = item(f"<title>T</title><pubDate>{weekday}, 03 Nov 2005 21:24:18 +0000</pubDate>").created
    assert created is not None
    assert created.isoformat() == "2005-11-03T21:24:18+00:00"


def test_related_stories_of_yandex() -> None:
    """They are links with titles."""
    yandex = 'xmlns:y="http://news.yandex.ru"'
    inner = f'<y:related {yandex}><link url="http://x.example/1">Quay opens</link></y:related>'
    assert [(link.rel, link.href, link.title) for link in item(f"<title>T</title>{inner}").links] == [
        ("related", "http://x.example/1", "Quay opens")
    ]


def test_a_film_in_a_frame_is_a_link() -> None:
    """Once, though the summary has it as well."""
    html = "<![CDATA[<p>One.</p><p>Two.</p><iframe src='https://films.example/e/1'></iframe>]]>"
    story = item(f"<description>{html}</description><content:encoded>{html}</content:encoded>")
    assert [(link.rel, link.href) for link in story.links] == [("embed", "https://films.example/e/1")]
