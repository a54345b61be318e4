"""Bodies out of mark-up: canonical whatever comes in, with their pictures beside them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from articles import markup
from articles.wire import bodies
from articles.wire.story import Media
from tests.test_markup import PIECES


@given(st.lists(PIECES, max_size=25).map("".join))
@settings(deadline=None)
def test_blocks_are_canonical(html: str) -> None:
    """Cleaning them changes nothing, and each has the type and the text that its HTML has."""
    blocks = bodies.from_html(html).blocks
    written = "\n".join(block.html for block in blocks)
    assert markup.clean(written, figures=False) == written
    assert [(block.type.value, block.text, block.html) for block in blocks] == markup.blocks(written)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>A <a href='http://x.org/?a=1&b=2'>link</a>, <b>bold</b> end</p>", None),
        ("<p>  A\n  line <i>and</i> another&nbsp;one </p>", None),
        ("<h1>One</h1><h4>Two</h4><p>x</p>", "<h2>One</h2>\n<h3>Two</h3>\n<p>x</p>"),
        ("<p><b>a</b><b>b</b> c</p>", "<p><strong>ab</strong> c</p>"),
        ("loose <em>text</em><ul><li>one<li>two</ul>", None),
        ("<table><tr><th>a<td>b</table>", None),
        ("<p>one<br><br>two</p>", "<p>one</p>\n<p>two</p>"),
        ("<p><a href='javascript:x()'>no</a> <a href=' java\nscript:y'>no</a></p>", "<p>no no</p>"),
        ("<p>a<script>b</script>c</p>", "<p>ac</p>"),
        ("<p>a\0b</p>", "<p>ab</p>"),
    ],
)
def test_html_is_read_as_it_is_cleaned(html: str, expected: str | None) -> None:
    """The way over elements and the way over the sanitiser lead to the same body."""
    found = "\n".join(block.html for block in bodies.from_html(html).blocks)
    assert found == (markup.clean(html) if expected is None else expected)


def test_pictures_and_their_captions_leave_the_text() -> None:
    """A figure gives its caption to its picture; pixels that count readers are no pictures."""
    body = bodies.from_html(
        '<p>One</p><figure><img src="/a.jpg" alt="A boat" width="640px" height="480">'
        "<figcaption>The <b>boat</b></figcaption></figure>"
        '<img src="http://count.example/p.gif" width=1 height=1><img src="data:image/gif;base64,AA">'
        '<video width="320"><source src="b.mp4" type="video/mp4; codecs=x"></video><p>Two</p>',
        base="https://news.example/story",
    )
    assert [block.text for block in body.blocks] == ["One", "Two"]
    assert body.media == (
        Media("https://news.example/a.jpg", caption="The boat", alt="A boat", width=640, height=480),
        Media("https://news.example/b.mp4", "video/mp4", width=320),
    )


@pytest.mark.parametrize("part", ["byline", "credit"])
def test_a_figure_tells_who_made_its_picture(part: str) -> None:
    """By the class of an element beside the caption; neither is left in the text."""
    body = bodies.from_html(
        f'<p>One</p><figure><img src="/a.jpg"><div class="photo-{part}">Jane Doe/AP</div>'
        "<figcaption>The boat</figcaption></figure>"
    )
    (media,) = body.media
    assert (media.caption, getattr(media, part)) == ("The boat", "Jane Doe/AP")
    assert [block.text for block in body.blocks] == ["One"]


@pytest.mark.parametrize(
    ("inside", "caption", "credit"),
    [
        (
            '<span class="caption">The boat.</span> <span class="attribution"><a>J. Doe</a>, CC</span>',
            "The boat.",
            "J. Doe, CC",
        ),
        ('The <i>old</i> boat | <span class="image-credit">AP</span>', "The old boat", "AP"),
        ('<span class="credit">AP</span> The boat<!-- x --> here', "The boat here", "AP"),
        ('<span class="credit">AP</span>', None, "AP"),
        ('The boat <span class="credit"> </span>', "The boat", None),
    ],
)
def test_a_caption_tells_who_made_its_picture(inside: str, caption: str | None, credit: str | None) -> None:
    """By the class of what stands in it; that is no part of the caption then."""
    html = f'<p>One</p><figure><img src="/a.jpg"><figcaption>{inside}</figcaption></figure>'
    body = bodies.from_html(html)
    assert [(media.caption, media.credit) for media in body.media] == [(caption, credit)]
    assert [block.text for block in body.blocks] == ["One"]


@pytest.mark.parametrize(
    "style", ["width:1px; height:1px; display:inline;", "height:0;width:0", "WIDTH: 1px"]
)
def test_a_pixel_by_its_style_is_no_picture(style: str) -> None:
    """It counts readers; a thin border makes no pixel."""
    assert not bodies.from_html(f'<p>x</p><img src="/a.png" style="{style}">').media
    assert bodies.from_html('<p>x</p><img src="/a.png" style="border-width:1px;width:10px">').media


@pytest.mark.parametrize(
    ("attributes", "media"),
    [
        ('src="a-300.jpg" srcset="a-300.jpg 300w, a.jpg 2000w, a-800.jpg 800w" width="300"', Media("a.jpg")),
        ('src="a.jpg" srcset="a.jpg 900w, a-s.jpg 90w" width="900"', Media("a.jpg", width=900)),
        ('src="a.jpg" srcset="b.jpg 2x"', Media("a.jpg")),
        ('src="data:image/gif;base64,AA" data-lazy-src="a.jpg"', Media("a.jpg")),
    ],
)
def test_a_picture_has_the_address_of_its_widest_rendition(attributes: str, media: Media) -> None:
    """Its size is told only where it is that of this rendition."""
    assert bodies.from_html(f"<p>x</p><img {attributes}>").media == (media,)


@pytest.mark.parametrize(
    ("link", "href"),
    [
        ("/quay.jpg", "http://x.org/quay.jpg"),
        ("http://p.example/s1600/quay.JPG?x=1", "http://p.example/s1600/quay.JPG?x=1"),
        ("http://p.example/s1600-h/quay.jpg", "http://x.org/quay-small.jpg"),
        ("https://encyclopedia.example/wiki/File:Quay.jpg", "http://x.org/quay-small.jpg"),
        ("/story.html", "http://x.org/quay-small.jpg"),
        ("https://www.facebook.com/sharer.php?u=x", None),
        ("https://twitter.com/intent/tweet?url=x", None),
    ],
)
def test_a_picture_is_the_file_that_it_links_to(link: str, href: str | None) -> None:
    """A thumbnail opens its picture; a page about it is none, and a button of a network is no picture."""
    html = f'<p><a href="{link}"><b><img src="/quay-small.jpg" alt="Quay" width="9" height="9"></b></a></p>'
    found = bodies.from_html(html, "http://x.org/").media
    assert [media.href for media in found] == ([href] if href else [])
    assert all((media.width is None) == (media.href != "http://x.org/quay-small.jpg") for media in found)


def test_pictures_that_share_a_link_stay_themselves() -> None:
    """One file cannot be the larger form of two."""
    found = bodies.from_html('<a href="/a.jpg"><img src="/b.jpg"><img src="/c.jpg"></a>').media
    assert [media.href for media in found] == ["/b.jpg", "/c.jpg"]


def test_the_text_behind_a_player_stays() -> None:
    """An `embed` has no end tag, and nothing is in it."""
    assert [block.text for block in bodies.from_html("<p>a<embed src='x'> b</p><p>c</p>").blocks] == [
        "a b",
        "c",
    ]


def test_a_figure_of_text_is_text() -> None:
    """Tables and quotations stand in figures too."""
    blocks = bodies.from_html(
        "<figure><blockquote>Said</blockquote><figcaption>A person</figcaption></figure>"
    )
    assert [block.text for block in blocks.blocks] == ["Said", "A person"]


def test_elements_of_any_vocabulary() -> None:
    """Names are mapped whatever the namespace; what stands for nothing goes with all in it."""
    root = etree.fromstring(
        b'<n:body xmlns:n="urn:n"><n:hl2>Head</n:hl2><n:p>By <n:person>Jane <n:x>Doe</n:x></n:person>.</n:p>'
        b"<n:secret>no<n:p>no</n:p></n:secret>tail</n:body>"
    )
    body = bodies.from_elements([root], {"hl2": "h2", "secret": ""})
    assert [block.html for block in body.blocks] == ["<h2>Head</h2>", "<p>By Jane Doe.</p>", "<p>tail</p>"]


def test_very_deep_html_keeps_its_text() -> None:
    """No parser's limit makes text vanish, and no depth overflows a stack."""
    for depth in (50, 190, 260, 5_000, 60_000):
        blocks = bodies.from_html("<div>" * depth + "deep" + "</div>" * depth + "<p>after</p>").blocks
        assert [block.text for block in blocks] == ["deep", "after"]


def test_letters_put_together_by_references_are_composed() -> None:
    """Texts are NFC however they were spelled."""
    (block,) = bodies.from_html("<p>e&#x301;</p>").blocks
    assert (block.text, block.html) == ("\u00e9", "<p>\u00e9</p>")


def test_plain_text_is_parted_by_blank_lines() -> None:
    """Lines that were wrapped are joined."""
    assert [block.html for block in bodies.from_text("One\nline\r\n\r\n Two & <three>\n")] == [
        "<p>One line</p>",
        "<p>Two &amp; &lt;three&gt;</p>",
    ]
