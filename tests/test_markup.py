"""Body text: safe, canonical HTML, and plain text both ways."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import markup
from articles.wire.story import BlockType

TAGS = {
    "p",
    "h2",
    "h3",
    "blockquote",
    "ul",
    "ol",
    "li",
    "pre",
    "hr",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "figure",
    "a",
    "strong",
    "em",
    "sub",
    "sup",
    "br",
}
ATTRIBUTES = {
    ("a", "href"),
    ("a", "title"),
    ("figure", "data-photo"),
    ("ol", "start"),
    ("td", "colspan"),
    ("td", "rowspan"),
    ("th", "colspan"),
    ("th", "rowspan"),
}


class TestVocabulary:
    """What any HTML becomes."""

    @pytest.mark.parametrize(
        ("html", "expected"),
        [
            ("", ""),
            ("loose", "<p>loose</p>"),
            ("loose <b>bold</b><p>para</p>", "<p>loose <strong>bold</strong></p>\n<p>para</p>"),
            ("<div>one<div>two</div>three</div>", "<p>one</p>\n<p>two</p>\n<p>three</p>"),
            ("<span>a</span><foo>b</foo>", "<p>ab</p>"),
            ("<p>a <b>b</b> <i>c</i></p>", "<p>a <strong>b</strong> <em>c</em></p>"),
            ("<h1>A</h1><h2>B</h2><h3>C</h3><h6>D</h6>", "<h2>A</h2>\n<h2>B</h2>\n<h3>C</h3>\n<h3>D</h3>"),
            ("<p>H<sub>2</sub>O x<sup>2</sup></p>", "<p>H<sub>2</sub>O x<sup>2</sup></p>"),
            ("<blockquote>said<p>more</p></blockquote>", "<blockquote><p>said</p><p>more</p></blockquote>"),
            ("<ul><li>a</li><li><p>b</p></li></ul>", "<ul><li>a</li><li>b</li></ul>"),
            ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
            ("<ol><li>a<ul><li>b</li></ul></li></ol>", "<ol><li>a<ul><li>b</li></ul></li></ol>"),
            ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
            ('<ol start="4" type="a"><li>x</li></ol>', '<ol start="4"><li>x</li></ol>'),
            ("<menu><li>x</li></menu>", "<ul><li>x</li></ul>"),
            ("<li>orphan</li>", "<p>orphan</p>"),
            ("a<hr>b", "<p>a</p>\n<hr>\n<p>b</p>"),
            ("<p>a<br>b</p>", "<p>a<br>b</p>"),
            ("<p>a<br><br>b</p>", "<p>a</p>\n<p>b</p>"),
            ("<p><br>a<br></p>", "<p>a</p>"),
            ("<q>Yes</q>, he said", "<p>“Yes”, he said</p>"),
            ("<pre>\n\n a  b\n\tc\n\n</pre>", "<pre> a  b\n\tc</pre>"),
            ("<pre>a<br>b</pre>", "<pre>a\nb</pre>"),
            ("<dl><dt>a</dt><dd>b</dd></dl>", "<p>a</p>\n<p>b</p>"),
            ("<center><font color=red>Old</font></center>", "<p>Old</p>"),
        ],
    )
    def test_canonical_form(self, html: str, expected: str) -> None:
        """Blocks stand in a row, loose text is in paragraphs, other elements leave their text."""
        assert markup.clean(html) == expected

    @pytest.mark.parametrize(
        "html",
        [
            "<p></p>",
            "<p> &nbsp;\u200b</p>",
            "<ul><li> </li></ul>",
            "<h2><br></h2>",
            "<blockquote></blockquote>",
            "<table><tr><td></td></tr></table>",
            "<p><strong> </strong></p>",
            "<pre>\n \n</pre>",
            "<!-- note -->",
        ],
    )
    def test_empty_blocks_go(self, html: str) -> None:
        """What shows nothing is left out."""
        assert markup.clean(html) == ""

    def test_white_space(self) -> None:
        """Runs of white space are one space and ends are trimmed; a lone no-break space is the author's."""
        assert markup.clean("<p> a \n b&nbsp; c\u00a0% <em> d</em> </p>") == "<p>a b c\u00a0% <em>d</em></p>"

    def test_table(self) -> None:
        """Tables keep caption, head, spans and empty cells; what stands in a cell is flattened."""
        html = (
            "<table border=1><caption>Results</caption>"
            "<thead><tr><th colspan=2 onclick=x>Team</th></tr></thead>"
            "<tr><td><p>a</p><p>b</p></td><td></td></tr><tr></tr></table>"
        )
        assert markup.clean(html) == (
            '<table><caption>Results</caption><thead><tr><th colspan="2">Team</th></tr></thead>'
            "<tbody><tr><td>a<br>b</td><td></td></tr></tbody></table>"
        )

    def test_link_around_blocks(self) -> None:
        """A link around several paragraphs is in each of them."""
        assert markup.clean('<a href="/x"><p>a</p><p>b</p></a>') == (
            '<p><a href="/x">a</a></p>\n<p><a href="/x">b</a></p>'
        )

    def test_figure_is_a_photo_of_ours(self) -> None:
        """A figure keeps the id of a photo and nothing else; others leave their text."""
        ours = '<figure data-photo="12" class="wide"><img src="x"></figure>'
        html = ours + "<figure><figcaption>c</figcaption></figure>"
        assert markup.clean(html) == '<figure data-photo="12"></figure>\n<p>c</p>'
        assert markup.clean('<figure data-photo="x y"></figure><figure data-photo="0"></figure>') == ""

    def test_no_figures_from_outside(self) -> None:
        """Copy from outside cannot name photos of ours."""
        assert (
            markup.clean('<p>a</p><figure data-photo="12">b</figure>', figures=False) == "<p>a</p>\n<p>b</p>"
        )


class TestSafety:
    """Nothing that runs, loads or styles comes through."""

    @pytest.mark.parametrize(
        "address",
        [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " java\tscript:alert(1)",
            "&#1;javascript:alert(1)",
            "java&Tab;script&colon;alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "x:y",
            "",
            "java\x01script:alert(1)",
        ],
    )
    def test_addresses_that_may_not_stand(self, address: str) -> None:
        """The text of such a link stays, the link goes."""
        assert markup.clean(f'<p><a href="{address}">text</a></p>') == "<p>text</p>"

    @pytest.mark.parametrize(
        "address",
        [
            "https://example.com/a?b=c",
            "http://example.com",
            "mailto:desk@example.com",
            "tel:+49301234",
            "/about/",
            "../x",
            "#note",
            "//example.com/x",
            "?page=2",
        ],
    )
    def test_addresses_that_may_stand(self, address: str) -> None:
        """http, https, mailto, tel, relative addresses and fragments stay as they are, without rel."""
        html = f'<p><a href="{address}">text</a></p>'
        assert markup.clean(html) == html

    def test_link_attributes(self) -> None:
        """A link keeps its address and its title."""
        assert markup.clean('<a title=" A  \n b" target=_blank href="/x" onclick="y">z</a>') == (
            '<p><a href="/x" title="A b">z</a></p>'
        )

    @pytest.mark.parametrize(
        "html",
        [
            "<script>alert(1)</script>",
            "<style>p{}</style>",
            "<svg><script>x</script></svg>",
            "<iframe src=//x>text</iframe>",
            "<object data=x>text</object>",
            "<textarea>x</textarea>",
            "<img src=x onerror=alert(1)>",
            "<template><p>x</p></template>",
            "<math><mtext>x</mtext></math>",
        ],
    )
    def test_what_is_no_text_goes_with_its_content(self, html: str) -> None:
        """Scripts, styles, frames, drawings and form fields leave nothing."""
        assert markup.clean(html) == ""

    def test_text_that_looks_like_markup_stays_text(self) -> None:
        """Escaped mark-up is not unescaped."""
        assert markup.clean("&lt;script&gt;&amp;amp;") == "<p>&lt;script&gt;&amp;amp;</p>"

    def test_surrogates_and_controls(self) -> None:
        """What no document may hold is left out and raises nothing."""
        assert markup.clean("a\ud800b\x01c\x9fd\ufffee") == "<p>a?bcde</p>"


class _Allowed(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        for name, value in attrs:
            assert (tag, name) in ATTRIBUTES
            if name == "href":
                scheme = re.match(r"[\x00-\x20]*([^:/?#]*):", value or "")
                assert scheme is None or scheme[1] in ("http", "https", "mailto", "tel")


NAMES = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "b",
    "strong",
    "em",
    "i",
    "a",
    "sub",
    "q",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "table",
    "tr",
    "td",
    "th",
    "caption",
    "tbody",
    "figure",
    "hr",
    "br",
    "span",
]
PIECES = st.one_of(
    st.sampled_from([f"<{name}>" for name in NAMES] + [f"</{name}>" for name in NAMES]),
    st.sampled_from(
        [
            "<a href=x>",
            "<a href='javascript:x'>",
            "<figure data-photo=3>",
            "<td colspan=2>",
            "<script>",
            "<svg>",
            "<style>",
            "<!--",
            "]]>",
            "<ol start=3>",
        ]
    ),
    st.sampled_from(
        ["x", " ", "\n", "&nbsp;", "&lt;", "&amp;", "\u200b", "&#13;", "\t", "a b", "<", ">", '"']
    ),
    st.text(max_size=4),
)


class TestAnyInput:
    """Properties that hold whatever comes in."""

    @given(st.lists(PIECES, max_size=25).map("".join))
    @settings(deadline=None)
    def test_clean_twice_is_clean_once(self, html: str) -> None:
        """Cleaning is idempotent, and what comes out is of the vocabulary alone."""
        once = markup.clean(html)
        assert markup.clean(once) == once
        _Allowed().feed(once)

    @given(st.lists(PIECES, max_size=25).map("".join))
    @settings(deadline=None)
    def test_blocks_are_the_body(self, html: str) -> None:
        """The blocks of a body, a line each, are the body; their types are those of the wire."""
        body = markup.clean(html)
        found = markup.blocks(body)
        assert "\n".join(element for _, _, element in found) == body
        assert {kind for kind, _, _ in found} <= {*BlockType, "figure"}

    @given(st.text())
    def test_plain_text_comes_back(self, text: str) -> None:
        """What was escaped into an element comes back as the same words, and the element is canonical."""
        for element in (markup.paragraph(text), markup.heading(text), markup.preformatted(text)):
            body = markup.clean(element)
            assert body in (element, "")
            if body:
                assert markup.text(body).split() == markup.text(element).split()

    @pytest.mark.parametrize(
        "piece",
        [
            "<div>",
            "<foo>",
            "<ul><li>",
            "<blockquote>",
            "<b>",
            "<i><b><sub><a>",
            "<table><tr><td>",
            "<svg><g>",
            "<b>x<p>",
            "<a href=x><div>",
            '<a "',
            "<a '\">'\"",
            "<",
            "<!--",
            "&nbsp;",
            "<br>",
            "x<br>",
            "<script>",
            "<div><table><td></div></table>",
            "x<b></b>",
            "<td>x",
            "<ul><li>b</ul>",
        ],
    )
    def test_hostile_input_takes_no_long_time(self, piece: str) -> None:
        """A quarter of a megabyte of nested or broken mark-up is done in seconds, and ends no process."""
        begun = time.process_time()
        body = markup.clean(piece * (250_000 // len(piece)))
        markup.text(body)
        assert time.process_time() - begun < 8
        assert markup.clean(body) == body

    def test_long_bodies_keep_their_shape(self) -> None:
        """A body of thousands of blocks, end tags left out, is read as it stands."""
        html = "".join(
            f"<p>Paragraph <b>{number}</b> with a <a href='/{number}'>link</a>" for number in range(2000)
        )
        body = markup.clean(html)
        assert body.count("\n") == 1999
        assert body.endswith('<p>Paragraph <strong>1999</strong> with a <a href="/1999">link</a></p>')


class TestElements:
    """Plain text as elements."""

    def test_paragraph(self) -> None:
        """Text is escaped and its white space made one space."""
        assert markup.paragraph(" Dust & <b>\n ash ") == "<p>Dust &amp; &lt;b&gt; ash</p>"

    def test_preformatted(self) -> None:
        """Lines and columns stay."""
        assert markup.preformatted("\n a   1\n b\t<2>\n") == "<pre> a   1\n b\t&lt;2&gt;</pre>"

    def test_listing(self) -> None:
        """An item each; numbered if asked."""
        assert markup.listing(["a", "b & c"]) == "<ul><li>a</li><li>b &amp; c</li></ul>"
        assert markup.listing(["a"], ordered=True) == "<ol><li>a</li></ol>"

    def test_table(self) -> None:
        """Rows of cells, the first as a head if asked."""
        assert markup.table([["a", "1"], ["b", "2"]], header=True) == (
            "<table><thead><tr><th>a</th><th>1</th></tr></thead><tbody><tr><td>b</td><td>2</td></tr></tbody></table>"
        )

    def test_quote_rule_figure(self) -> None:
        """The other elements."""
        assert markup.quote("a", "b") == "<blockquote><p>a</p><p>b</p></blockquote>"
        assert markup.rule() == "<hr>"
        assert markup.figure(12) == '<figure data-photo="12"></figure>'

    def test_all_are_canonical(self) -> None:
        """Cleaning changes none of them."""
        for element in (
            markup.paragraph("a < b"),
            markup.heading("c"),
            markup.preformatted("  d\n   e"),
            markup.quote("f", "g"),
            markup.listing(["h", "i"], ordered=True),
            markup.table([["j", ""], ["k", "l"]], header=True),
            markup.rule(),
            markup.figure(3),
        ):
            assert markup.clean(element) == element


class TestPlainText:
    """Bodies as text."""

    BODY = (
        "<h2>Head</h2>\n<p>One <strong>two</strong><br>three &amp; four\u00a0five</p>\n"
        "<blockquote><p>Six</p><p>seven</p></blockquote>\n<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>\n"
        "<table><caption>T</caption><tbody><tr><td>x</td><td></td><td>y</td></tr><tr><td>z</td><td>w<br>v</td></tr>"
        '</tbody></table>\n<pre>1  2\n3</pre>\n<hr>\n<figure data-photo="4"></figure>'
    )

    def test_blocks(self) -> None:
        """Each block has its type, text and HTML; items and rows are lines, cells are parted by tabs."""
        found = markup.blocks(self.BODY)
        assert [(kind, text) for kind, text, _ in found] == [
            ("heading", "Head"),
            ("paragraph", "One two three & four five"),
            ("quote", "Six seven"),
            ("list", "a\nb\nc"),
            ("table", "T\nx\t\ty\nz\tw v"),
            ("preformatted", "1  2\n3"),
            ("rule", ""),
            ("figure", ""),
        ]
        assert found[2][2] == "<blockquote><p>Six</p><p>seven</p></blockquote>"

    def test_lists_and_tables_in_a_quote_are_words_of_it(self) -> None:
        """Items and cells do not run into each other."""
        table = "<table><tbody><tr><td>3</td><td>4</td></tr></tbody></table>"
        html = f"<blockquote><p>So:</p><ol><li>one.</li><li>two</li></ol>{table}</blockquote>"
        ((kind, text, _),) = markup.blocks(html)
        assert (kind, text) == ("quote", "So: one. two 3 4")

    def test_text(self) -> None:
        """All blocks that have text, a line each."""
        assert markup.text(self.BODY) == (
            "Head\nOne two three & four five\nSix seven\na\nb\nc\nT\nx\t\ty\nz\tw v\n1  2\n3"
        )

    @pytest.mark.parametrize(
        ("text", "limit", "expected"),
        [
            ("Short.", 20, "Short."),
            ("First one. Second one is longer.", 20, "First one."),
            ("A. Then comes a long sentence without an end in sight", 30, "A. Then comes a long sentence…"),
            ("No end of a sentence here at all", 12, "No end of a…"),
            ("Price is 3.50 today, they said in Rome", 13, "Price is…"),
            ("第一句。第二句很长很长很长", 6, "第一句。"),
            ("Unbreakableword", 8, "Unbreak…"),
            ("  spaces \n collapse  ", 40, "spaces collapse"),
        ],
    )
    def test_excerpt(self, text: str, limit: int, expected: str) -> None:
        """Whole sentences where they fill half of the limit, else words; never longer than the limit."""
        assert markup.excerpt(text, limit) == expected
        assert len(expected) <= limit


def test_speed_of_cleaning() -> None:
    """A body of five kilobytes is cleaned in well under a hundredth of a second."""
    body = "".join(
        f"<p>Word <b>{number}</b> <a href='/x'>y</a> {'and more ' * 30}</p>" for number in range(15)
    )
    markup.clean(body)
    begun = time.process_time()
    for _ in range(20):
        markup.clean(body)
    assert (time.process_time() - begun) / 20 < 0.01
