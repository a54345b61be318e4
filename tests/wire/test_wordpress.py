"""Texts of WordPress: shortcodes, blocks, paragraphs and pictures."""

from __future__ import annotations

import time

import pytest

from articles.wire import wordpress
from articles.wire.wordpress import Picture


def html(content: str) -> str:
    """A content as the HTML of its blocks."""
    return "\n".join(block.html for block in wordpress.read(content).blocks)


@pytest.mark.parametrize(
    "text",
    [
        "He said so [sic].",
        "Notes [1] and [2-3] and [a].",
        "[the minister] spoke",
        "[VIDEO] Fire on the quay",
        "[re-elected] in May",
        "[...] and [&hellip;]".replace("&hellip;", "…"),
        "[[a wiki link]]",
        "where [x = 3]",
        "[ gallery ]",
        "[/not closed] by anything open",
        "[",
        "] [ ] [] [/] [[ ]]",
    ],
)
def test_brackets_of_writers_stay(text: str) -> None:
    """What is no shortcode is text."""
    assert html(text) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a [toc] b", "<p>a b</p>"),
        ('a [slider id="3"] b', "<p>a b</p>"),
        ("a [my_slider] b", "<p>a b</p>"),
        ("a [box]b[/box] c", "<p>a b c</p>"),
        ("a [row][col]b[/col][/row] c", "<p>a b c</p>"),
        ("[[toc]] shows it", "<p>[toc] shows it</p>"),
        ("[[box]x[/box]] shows it, [box]this not[/box]", "<p>[box]x[/box] shows it, this not</p>"),
        ("[pullquote]Well said.[/pullquote]", "<blockquote><p>Well said.</p></blockquote>"),
        ("[code]if a &lt; b:\n\n  go[/code]", "<pre>if a &lt; b:\n\n  go</pre>"),
        ("a [polldaddy poll=12] b", "<p>a b</p>"),
        ("[half]a[/half][half]b[/half]", "<p>a</p>\n<p>b</p>"),
        ("a [vc_raw_html]JTNDcCUzRQ==[/vc_raw_html] b", "<p>a b</p>"),
        ("[code]<b>[/code]", "<pre>&lt;b&gt;</pre>"),
        (
            "[embed]https://v.example/1[/embed]",
            '<p><a href="https://v.example/1">https://v.example/1</a></p>',
        ),
        ("[youtube=https://v.example/2]", '<p><a href="https://v.example/2">https://v.example/2</a></p>'),
    ],
)
def test_shortcodes(text: str, expected: str) -> None:
    """They leave the text, and what they enclose stays."""
    assert html(text) == expected


def test_shortcodes_that_went_are_named() -> None:
    """Once each, and only those that enclosed nothing."""
    read = wordpress.read('[toc] [contact-form-7 id="1"] [toc] [box]x[/box]')
    assert [problem.message for problem in read.problems] == [
        "Shortcodes that show something else were left out: [toc], [contact-form-7]."
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a\nb\n\nc", "<p>a<br>b</p>\n<p>c</p>"),
        ("a\r\n \r\nb", "<p>a</p>\n<p>b</p>"),
        ("<em>a\n\nb</em>", "<p><em>a</em></p>\n<p><em>b</em></p>"),
        ("<p>a\nb</p>\n\n<p>c</p>", "<p>a<br>b</p>\n<p>c</p>"),
        ("<p>&nbsp;</p>\n&nbsp;\na", "<p>a</p>"),
        ("<ul>\n<li>a\n</li>\n\n<li>b</li>\n</ul>\nc", "<ul><li>a</li><li>b</li></ul>\n<p>c</p>"),
        ("<pre>a\n\nb</pre>\nc", "<pre>a\n\nb</pre>\n<p>c</p>"),
        ("<PRE>a\n\nb</PRE>", "<pre>a\n\nb</pre>"),
        ("a<br />\nb", "<p>a<br>b</p>"),
        ("a<!--more-->b", "<p>a</p>\n<p>b</p>"),
        ("a <!-- a note --> b", "<p>a b</p>"),
        ("a <!-- never closed", "<p>a</p>"),
        ("a\n\nhttps://v.example/?a=1&amp;b=2\n\nb",
         '<p>a</p>\n<p><a href="https://v.example/?a=1&amp;b=2">https://v.example/?a=1&amp;b=2</a></p>\n<p>b</p>'),
        ("see https://v.example/ there", "<p>see https://v.example/ there</p>"),
        ("<style>\n\np {}\n</style>a", "<p>a</p>"),
        ('<p>a</p><iframe src="https://s.example/"><p>b</p>', "<p>a</p>\n<p>b</p>"),
        ("a\n\n<script>x()</script>b", "<p>a</p>\n<p>b</p>"),
        ("smile :-)", "<p>smile :-)</p>"),
    ],
)  # fmt: skip
def test_paragraphs(content: str, expected: str) -> None:
    """Blank lines part them."""
    assert html(content) == expected


def test_within_blocks_line_ends_are_spaces() -> None:
    """The block editor writes its own paragraphs."""
    content = "<!-- wp:paragraph -->\n<p>a\n\nb</p>\n<!-- /wp:paragraph -->\n\nc\n\nd"
    assert html(content) == "<p>a b</p>\n<p>c</p>\n<p>d</p>"


def test_shared_blocks() -> None:
    """They stand where they are used, and one that uses itself does no harm."""
    shared = {
        1: "<!-- wp:paragraph --><p>One</p><!-- /wp:paragraph -->",
        2: '<!-- wp:block {"ref":2} /-->Two',
    }
    read = wordpress.read('<!-- wp:block {"ref":1} /--><!-- wp:block {"ref":2} /-->', shared)
    assert read.blocks[0].text == "One"
    assert {block.text for block in read.blocks[1:]} == {"Two"}
    assert len(read.blocks) < 10


@pytest.mark.parametrize(
    ("content", "picture"),
    [
        ('<img src="a.jpg" alt="A" width="4" height="3">', Picture("a.jpg", None, None, "A", 4, 3)),
        ('<a href="a.jpg"><img src="a-300x200.jpg" width="300"></a>', Picture("a.jpg")),
        ('<a href="page.html"><img src="a.jpg"></a>', Picture("a.jpg")),
        ('<img class="x wp-image-7" src="a.jpg">', Picture("a.jpg", 7)),
        ('<img src="s.jpg" width="3" srcset="m.jpg 300w, l.jpg 900w">', Picture("l.jpg")),
        ('<img src="data:image/gif;base64,R0" data-src="a.jpg">', Picture("a.jpg")),
        ('[caption id="attachment_5"]<img src="a.jpg"> A <b>b</b>[/caption]', Picture("a.jpg", 5, "A b")),
        ('[caption caption="Old one"]<img src="a.jpg">[/caption]', Picture("a.jpg", None, "Old one")),
        ('[caption]<a href="/p"><img src="a.jpg"></a>Below[/caption]', Picture("a.jpg", None, "Below")),
        (
            '<figure><img src="a.jpg"><figcaption>A &amp; B</figcaption></figure>',
            Picture("a.jpg", None, "A & B"),
        ),
        ('<figure><figcaption>First</figcaption><img src="a.jpg"></figure>', Picture("a.jpg", None, "First")),
        ('<div><img src="a.jpg"><p class="wp-caption-text">C</p></div>', Picture("a.jpg", None, "C")),
        ('<video><source src="a.mp4"><source src="a.ogv"></video>', Picture("a.mp4")),
        ('<audio src="a.mp3">Your browser <a href="a.mp3">plays</a> none.</audio>', Picture("a.mp3")),
        ('<img src="a-3x2.jpg" data-id="7" data-full-url="a.jpg" width="3">', Picture("a.jpg", 7)),
        ('[audio mp3="https://s.example/a.mp3"][/audio]', Picture("https://s.example/a.mp3")),
        ('[gallery ids="4"]', Picture("", 4)),
        (
            '[et_pb_image src="https://s.example/a.jpg" alt="A" /]',
            Picture("https://s.example/a.jpg", alt="A"),
        ),
        ('[vc_single_image image="4" size="full"]', Picture("", 4)),
    ],
)
def test_pictures(content: str, picture: Picture) -> None:
    """They leave the text with their captions."""
    read = wordpress.read(content)
    assert read.pictures == (picture,)
    assert not read.blocks


def test_no_pictures() -> None:
    """Signs of mood are text; what counts readers is nothing."""
    read = wordpress.read(
        'a <img class="emoji" alt="🙂" src="s.png"> b <img width="1" height="1" src="c.gif">'
    )
    assert [block.text for block in read.blocks] == ["a 🙂 b"]
    assert read.pictures == ()


def test_captions_of_what_is_no_picture_stay() -> None:
    """A table's, and a gallery's as a whole."""
    content = (
        "<figure><table><tr><td>1</td></tr></table><figcaption>T</figcaption></figure>"
        '<figure><figure><img src="a.jpg"></figure><figcaption>G</figcaption></figure>'
    )
    assert [block.text for block in wordpress.read(content).blocks] == ["1", "T", "G"]


@pytest.mark.parametrize(
    "piece",
    ["[", "[a", "[caption]", "[[box]", "[/box]", "<a ", "<a '\"", "<!--", "<!-- wp:group -->",
     "<!-- wp:block {\"ref\":1} /-->", "<!-- /wp:x -->", "<figure>", "<figcaption>", "<img ", "<pre>",
     "\n\n", " \n", "a='", "https://x ", "&quot;", "<video><img src=a>", "[code][/code]", "[embed]"],
)  # fmt: skip
def test_hostile_texts_take_linear_time(piece: str) -> None:
    """Anything, very often."""
    content = piece * (200_000 // len(piece))
    started = time.monotonic()
    wordpress.read(content)
    assert time.monotonic() - started < 10
