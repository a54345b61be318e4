"""Saved pages: what is declared against what is printed, the text among everything else, and broken pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.wire.errors import WireError
from articles.wire.formats import html
from articles.wire.formats.html import jsonld
from articles.wire.formats.html.vocabulary import body_marks, hints
from articles.wire.story import WireStory

SAMPLES = Path(__file__).parent.parent / "samples" / "html"
ONE = "The harbour office shut the northern gate on Monday, after divers had found a crack in its wall."
TWO = "Engineers expect repairs to take three weeks, and ferries will sail from the old pier until then."
TEXT = f"<p>{ONE}</p><p>{TWO}</p>"


def page(body: str, head: str = "", attributes: str = "") -> bytes:
    """A page with this body and head."""
    return f"<!doctype html><html {attributes}><head>{head}</head><body>{body}</body></html>".encode()


def read(body: str, head: str = "", attributes: str = "") -> WireStory:
    """The story of a page with this body and head."""
    (story,) = html.parse(page(body, head, attributes)).stories
    return story


def texts(story: WireStory) -> list[str]:
    """The texts of the body's blocks."""
    return [block.text for block in story.body]


@pytest.mark.parametrize(
    "body",
    [
        f"<nav><a href=/>Home</a></nav><h1>Gate shut</h1>{TEXT}<footer>Imprint</footer>",
        f"<h1>Gate shut</h1><div class='article-body'>{TEXT}"
        f"<div class='related-stories'><p>{ONE[:60]}</p></div></div>",
        f"<h1>Gate shut</h1><article>{TEXT}<p><a href=/2>The gate in pictures</a></p></article>",
        f"<h1>Gate shut</h1><article><p class=byline>By Jane Doe</p>{TEXT}<p>Advertisement</p></article>",
        f"<h1>Gate shut</h1><section itemprop=articleBody>{TEXT}"
        f"<p>Read more: <a href=/3>Old gates</a></p></section>",
        f"<form id=aspnetForm><div><h1>Gate shut</h1><div class=content>{TEXT}</div></div></form>",
        f"<h1>Gate shut</h1><div><div>{TEXT}</div></div><div id=comments>"
        f"<p>{'Shame on them, I say! ' * 30}</p></div>",
        f"<table><tr><td><a href=/>Home</a></td><td><h1>Gate shut</h1>{ONE}<br><br>{TWO}</td></tr></table>",
        f"<h1>Gate shut</h1><main>{TEXT}<ul><li><a href=/1>One story"
        f"</a></li><li><a href=/2>Two</a></li></ul></main>",
        f"<h1>Gate shut</h1><article>{TEXT}</article><article class=teaser>"
        f"<h2>Other</h2><p>{ONE}</p></article>",
        f"<h1>Gate shut</h1><article>{TEXT}<h3>Newsletter</h3></article>",
        f"<h1>Gate shut</h1><div class=post-body><div class=share-buttons>Share this story, please"
        f"</div>{TEXT}</div>",
        f"<div hidden><p>{TWO * 2}</p></div><h1>Gate shut</h1><div>{TEXT}</div>",
        f"<h1>Gate shut</h1><div class='zone-content clearfix zone-content'>{TEXT}</div>",
        f"<h1>Gate shut</h1><div><p>Submitted on Mon, 2019-01-21 13:49</p>"
        f"<div property='content:encoded'>{TEXT}</div></div>",
        f"<h1>Gate shut</h1><article>{TEXT}"
        f"<div class='next-prev'><p class=row-excerpt>{ONE}</p></div></article>",
    ],
)
def test_the_text_of_the_article_alone(body: str) -> None:
    """Menus, boxes, pointers and comments are no text, wherever they stand."""
    story = read(body)
    assert story.headline == "Gate shut"
    assert texts(story) == [ONE, TWO]


def test_a_class_of_every_paragraph_is_no_box() -> None:
    """A short paragraph stays where whole sentences have its class too, whatever the class says."""
    body = f"<p class=paywall>{ONE * 2}</p><p class=paywall>The mayor would not comment.</p>"
    story = read(f"<h1>Gate shut</h1><article>{body}<p class=paywall>{TWO * 2}</p></article>")
    assert "The mayor would not comment." in texts(story)


@pytest.mark.parametrize(
    ("title", "heading", "expected"),
    [
        (
            "Northern gate is shut",
            "<h1><span>Northern gate is shut</span><a href=/>Merrow Post</a></h1>",
            "Northern gate is shut",
        ),
        (
            "News of the Merrow Press",
            "<span class='headline entry-title'>The gate is shut</span>",
            "The gate is shut",
        ),
        ("Gate shut | Merrow Post", "", "Gate shut"),
        ("Gate shut - Merrow Post", "", "Gate shut"),
        ("Gate shut: a day of fog | Merrow Post", "Gate shut: a day of fog", "Gate shut: a day of fog"),
        ("Gate shut | Merrow Post", "<h1>Merrow Post</h1>", "Gate shut"),
        ("Gate shut | Merrow Post", "<h1>Merrow Post</h1><h1>Gate shut</h1>", "Gate shut"),
        ("Merrow Post", "<h1>Northern gate is shut</h1>", "Northern gate is shut"),
        ("Gate shut | Merrow Post", "<header><h1><a href=/><img src=l.svg></a></h1></header>", "Gate shut"),
    ],
)
def test_the_headline_is_the_printed_one(title: str, heading: str, expected: str) -> None:
    """The main heading where the page's titles confirm it; the name of the site belongs to none."""
    head = f"<title>{title}</title><meta property=og:site_name content='Merrow Post'>"
    assert read(f"{heading}<div>{TEXT}</div>", head).headline == expected


@pytest.mark.parametrize(
    ("byline", "printed", "names"),
    [
        (
            "<p class=byline>By Jane Doe and John Roe</p>",
            "By Jane Doe and John Roe",
            ["Jane Doe", "John Roe"],
        ),
        ("<div class=author>Von <a rel=author>Kurt Lamm</a></div>", "Von Kurt Lamm", ["Kurt Lamm"]),
        ("<span class=byline>By Jane Doe, 3 May 2019</span>", "By Jane Doe", ["Jane Doe"]),
        ("<p class=article-author>Jane Doe | Merrow Post</p>", "Jane Doe | Merrow Post", ["Jane Doe"]),
        (
            "<div class=byline><span>By</span> <b>Jane Doe</b><time>3 May 2019</time></div>",
            "By Jane Doe",
            ["Jane Doe"],
        ),
    ],
)
def test_bylines(byline: str, printed: str, names: list[str]) -> None:
    """A byline is printed as it stands, without the date behind it; it leaves the text."""
    story = read(f"<article><h1>Gate shut</h1>{byline}{TEXT}</article>")
    assert story.byline == printed
    assert [credit.name for credit in story.credits] == names
    assert texts(story) == [ONE, TWO]


@pytest.mark.parametrize(
    ("printed", "created", "updated"),
    [
        ("<time datetime='2019-05-03T10:00:00Z'>today</time>", "2019-05-03T10:00:00+00:00", None),
        ("<p class=date>3 May 2019 10:00 GMT</p>", "2019-05-03T10:00:00+00:00", None),
        ("<p class=date>05/03/2019 10:00 AM EDT</p>", "2019-05-03T10:00:00-04:00", None),
        ("<p class=info>2019-05-03 10:00:07 来源：新华网</p>", "2019-05-03T10:00:07+00:00", None),
        (
            "<time datetime='2019-05-03T12:00:00Z'>"
            "Posted: May 3, 2019 6:00 AM ET | Last Updated: an hour ago</time>",
            "2019-05-03T06:00:00-04:00",
            "2019-05-03T12:00:00+00:00",
        ),
    ],
)
def test_printed_dates(printed: str, created: str, updated: str | None) -> None:
    """Where none is declared, the date that stands with the headline is the date of issue."""
    story = read(f"<h1>Gate shut</h1>{printed}<div>{TEXT}</div>").as_json()
    assert (story["created"], story["updated"]) == (created, updated)


def test_json_ld_goes_before_open_graph() -> None:
    """Of two words for the same thing the more trusted one counts."""
    head = """
    <script type="application/ld+json">[{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle",
    "headline": "Gate shut", "datePublished": "2019-05-03T10:00:00Z", "articleSection": "Harbour",
    "author": ["Jane Doe", {"name": "John Roe"}], "publisher": {"name": "Merrow Post"}}]</script>
    <meta property="article:published_time" content="2018-01-01T00:00:00Z">
    <meta property="article:section" content="News"><meta name="author" content="Web Team">"""
    story = read(f"<h1>Gate shut</h1><div>{TEXT}</div>", head)
    assert story.created is not None
    assert story.created.isoformat() == "2019-05-03T10:00:00+00:00"
    assert story.section == "Harbour"
    assert [credit.name for credit in story.credits] == ["Jane Doe", "John Roe"]
    assert story.source == "Merrow Post"


@pytest.mark.parametrize(
    "script",
    [
        '{"a": 1}',
        '<!-- {"a": 1} -->',
        '//<![CDATA[\n{"a": 1}\n//]]>',
        '{"a": 1,}',
        '/* so */ {"a": 1}',
        "{&quot;a&quot;: 1}",
        '{"a": 1};',
        '{"a": 1} trailing',
    ],
)
def test_json_ld_is_read_as_it_comes(script: str) -> None:
    """In comments, in CDATA, with commas too many, with references."""
    assert jsonld.load(script) == [{"a": 1}]


@pytest.mark.parametrize("script", ['{"a":', "[" * 100_000, "no json", '"\\ud800'])
def test_json_ld_that_is_none(script: str) -> None:
    """What cannot be read is nothing, however deep it is."""
    assert jsonld.load(script) is None


@pytest.mark.parametrize(
    ("image", "hrefs"),
    [
        ("<img src=https://x.example/p/a-fine-ship.jpg>", ["https://x.example/p/a-fine-ship.jpg"]),
        ("<img src=https://x.example/pixel.gif width=1 height=1>", []),
        ("<img src=https://x.example/logo.png>", []),
        ("<img class=avatar src=https://x.example/jane-doe.jpg>", []),
        ("<img src=data:image/gif;base64,R0 data-src=/ship.jpg>", ["https://x.example/ship.jpg"]),
        ("<img src=/s.jpg srcset='/s.jpg 300w, /l.jpg 1200w'>", ["https://x.example/l.jpg"]),
    ],
)
def test_pictures(image: str, hrefs: list[str]) -> None:
    """The largest rendition of each picture; pixels, logos and portraits of writers are none."""
    head = "<link rel=canonical href=https://x.example/story>"
    story = read(f"<h1>Gate shut</h1><article>{TEXT}{image}</article>", head)
    assert [one.href for one in story.media] == hrefs


@pytest.mark.parametrize(
    ("figure", "caption", "credit"),
    [
        (
            "<div class=image__caption>The gate</div><figcaption class=image__credit>Jo Doe</figcaption>",
            "The gate",
            "Jo Doe",
        ),
        ("<figcaption><p>© Jo Doe</p><p>The gate</p></figcaption>", "The gate", "Jo Doe"),
        ("<figcaption>The gate in fog Photo: Jo Doe</figcaption>", "The gate in fog", "Jo Doe"),
        ("<figcaption>The gate (Photo: Jo Doe)</figcaption>", "The gate", "Jo Doe"),
        (
            "<figcaption><span>The gate.</span><span>Credit...</span>Jo Doe</figcaption>",
            "The gate.",
            "Jo Doe",
        ),
        (
            "<span role=text><span>Image source, </span>Jo Doe</span><figcaption>"
            "<span>Image caption, </span>The gate</figcaption>",
            "The gate",
            "Jo Doe",
        ),
    ],
)
def test_captions_and_credits(figure: str, caption: str, credit: str) -> None:
    """A caption and a credit are told apart, whichever of them is the `figcaption`."""
    story = read(
        f"<h1>Gate shut</h1><article><figure><img src=/a/gate-1.jpg>{figure}</figure>{TEXT}</article>"
    )
    assert [(one.caption, one.credit) for one in story.media] == [(caption, credit)]


def test_the_largest_source_of_a_picture() -> None:
    """A `source` is never closed, and the widths stand in the addresses alone."""
    image = (
        "<picture><source media='(min-width: 740px)' srcset=https://x.example/a-w420/gate.jpg>"
        "<source srcset=https://x.example/b-w1200/gate.jpg><img src=https://x.example/c-w820/gate.jpg></picture>"
    )
    story = read(f"<h1>Gate shut</h1><article>{TEXT}{image}</article>")
    assert [one.href for one in story.media] == ["https://x.example/b-w1200/gate.jpg"]


def test_headings_between_paragraphs_that_bear_a_name_stay() -> None:
    """Each paragraph is called a text; the headings and the sign-off between them belong to it too."""
    name = "class=text__text__1FZLe"
    body = f"<div {name}>{ONE}</div><h2>A long wait</h2><div {name}>{TWO}</div><p>Reporting by Jane Doe</p>"
    story = read(f"<h1>Gate shut</h1><article><div class=x>{body}</div></article>")
    assert texts(story) == [ONE, "A long wait", TWO, "Reporting by Jane Doe"]


def test_headings_in_parts_of_their_own_stay() -> None:
    """A part that is called a subheadline, between paragraphs, holds a heading of the text."""
    heading = "<div data-component=subheadline-block><h2>A long wait</h2></div>"
    story = read(f"<h1>Gate shut</h1><article><p>{ONE}</p>{heading}<p>{TWO}</p></article>")
    assert texts(story) == [ONE, "A long wait", TWO]


def test_a_page_of_tables() -> None:
    """The caption stands in a small table beside the text; links and the copyright line end the page."""
    side = (
        "<table align=right width=200><tr><td><img src=/p/gate.jpg width=200 height=150><br>"
        "<font size=1>The northern gate at low tide.</font></td></tr></table>"
    )
    links = "<a href=/mail>E-mail us</a> | <a href=/p>Print</a>"
    foot = f"<font size=1>{links}<br>&copy; 2001 Merrow Gazette.</font>"
    name = "<i>By JANE DOE<br>Gazette Staff Writer</i>"
    top = f"<font size=5><b>Gate shut</b></font><br>{name}<p>Monday, June 4, 2001"
    story = read(
        f"<table width=600><tr><td>{top}<p>{side}{ONE}<p>{TWO}<p><hr>{foot}</td></tr></table>",
        "<title>Merrow Gazette: Gate shut</title>",
    )
    assert texts(story) == [ONE, TWO]
    assert [one.caption for one in story.media] == ["The northern gate at low tide."]
    assert story.byline == "By JANE DOE"
    assert story.copyright == "© 2001 Merrow Gazette."


def test_what_stands_below_the_text() -> None:
    """A correction and the copyright line are taken from there; they are no text."""
    below = (
        "<div><p>A correction was made on June 4, 2024: An earlier version misstated the year.</p>"
        "<p>Jane Doe covers ports.</p></div><p>© 2024 Merrow Post</p>"
    )
    story = read(f"<h1>Gate shut</h1><article itemprop=articleBody>{TEXT}</article>{below}")
    assert texts(story) == [ONE, TWO]
    assert story.correction == "A correction was made on June 4, 2024: An earlier version misstated the year."
    assert story.copyright == "© 2024 Merrow Post"


@pytest.mark.parametrize("date", ["Mon, 06/03/2024 - 14:00", "Mon, 2024-06-03 14:00"])
def test_the_line_that_drupal_prints(date: str) -> None:
    """Its byline ends before its date, and the weekday tells the order of day and month."""
    line = f"<div class=node__submitted>Submitted by <span>Jane Doe</span> on {date}</div>"
    story = read(
        f"<h1>Gate shut</h1><footer class=node__meta>{line}</footer><div class=field--name-body>{TEXT}</div>"
    )
    assert story.byline == "Submitted by Jane Doe"
    assert [who.name for who in story.credits] == ["Jane Doe"]
    assert story.created is not None
    assert story.created.isoformat() == "2024-06-03T14:00:00+00:00"


def test_a_picture_shown_and_declared_is_one() -> None:
    """The share picture of a page is its first picture once more; its caption and credit are parted."""
    head = "<meta property=og:image content=https://x.example/2019/gate-in-fog-1200x630.jpg>"
    figure = (
        "<figure><img src=https://x.example/2019/gate-in-fog-300x200.jpg><figcaption>The gate "
        "<span class=credit>Photo: Jo Bloggs</span></figcaption></figure>"
    )
    (media,) = read(f"<h1>Gate shut</h1><article>{figure}{TEXT}</article>", head).media
    assert (media.caption, media.credit) == ("The gate", "Jo Bloggs")


def test_links_stay_relative_where_no_base_is_known() -> None:
    """Nothing is invented: without a canonical address or a base a relative link stays so."""
    body = f"<h1>Gate shut</h1><article><p>{ONE} <a href='/x'>More</a> of it.</p><p>{TWO}</p></article>"
    assert '<a href="/x">' in read(body).body_html
    assert '<a href="https://h.example/x">' in read(body, "<base href=https://h.example/a/>").body_html


def test_undeclared_and_wrong_charsets() -> None:
    """A page in UTF-8 that declares Latin-1 is UTF-8; one that declares UTF-16 in single bytes is not."""
    body = page(f"<h1>Tür zu</h1><div>{TEXT}</div>", "<meta charset=iso-8859-1>")
    assert html.parse(body).stories[0].headline == "Tür zu"
    assert html.parse(body.replace(b"iso-8859-1", b"utf-16")).stories[0].headline == "Tür zu"


def test_every_beginning_of_a_page_is_read() -> None:
    """Cut anywhere: a story, or an error that says what is wrong."""
    whole = (SAMPLES / "renamed-meta.html").read_bytes()
    for end in range(0, len(whole), 23):
        try:
            (story,) = html.parse(whole[:end]).stories
        except WireError:
            assert end < 100
        else:
            story.as_json()


@pytest.mark.parametrize(
    "document",
    [
        b"<html>" + b"<div>" * 100_000 + b"deep",
        b"<html><body>" + b"<font><b>" * 3000 + f"<p>{ONE}</p><p>{TWO}</p>".encode(),
        b"<html><body>" + b"<table><tr><td>" * 3000 + ONE.encode(),
        b"<html><body><h1>a</h1>" + b"<img src=/a.jpg>" * 20_000,
        b"<html><script type='application/ld+json'>" + b"/*" * 200_000,
        b"<html><title>" + b"a | " * 100_000,
        b"<html><body>&#1;&#11;&#12;&#65535;<p>x &#1; y<br>&#2;</p>",
        b"<html>" + b"<" * 100_000,
        b"<html></html>",
        b"<!doctype html>",
    ],
    ids=["deep", "fonts", "tables", "images", "comments", "title", "controls", "angles", "empty", "doctype"],
)
def test_hostile_pages(document: bytes) -> None:
    """Nothing takes long, and nothing but a `WireError` comes out."""
    try:
        (story,) = html.parse(document).stories
    except WireError:
        return
    assert story.as_json()["pubstatus"] == "usable"


@pytest.mark.parametrize("one", ["a{}=1", "a{}", 'a{}="<"', "a{}='>'", "a{}=<"])
def test_thousands_of_attributes_take_no_long_time(one: str) -> None:
    """A parser compares each attribute of an element with all others of it."""
    opening = " ".join(one.format(place) for place in range(60_000))
    assert texts(read(f"<h1>Gate shut</h1><p {opening}>{ONE}</p><p>{TWO}</p>"))[-1] == TWO


def test_words_of_class_names() -> None:
    """Class names are words; those of style sheets that machines wrote are not taken apart."""
    assert {"article", "share", "bar"} <= hints("article__share-bar")
    assert "related" in hints("ArticleBody-RelatedCoverage-2x")
    assert "ad" not in hints("sc-1wAdxQ")
    assert "sidebar" not in hints("page withSidebar has-sidebar")
    assert "read-more" in hints("read-more-box")
    assert body_marks("x story-body__inner") == ("story-body__inner",)
    assert body_marks("article-body-header comment-body") == ()
