"""Pages pasted whole: the frame of the page goes, its main heading is the headline, its head speaks too."""

from __future__ import annotations

import pytest

from articles.wire.copy import read
from articles.wire.story import WireStory

PROSE = (
    "The harbour office shut the northern gate on Monday after divers had found a crack in its outer wall."
)
SECOND = "Engineers expect repairs to take three weeks, and ferries will sail from the old pier until then."
TEXT = f"<p>{PROSE}</p><p>{SECOND}</p>"


def one(text: str) -> WireStory:
    """The only story of the text."""
    stories = read(text)
    assert len(stories) == 1
    return stories[0]


@pytest.mark.parametrize(
    ("page", "left_out"),
    [
        (f'<nav><a href="/">Home</a></nav><h1>Gate closed</h1>{TEXT}', "Home"),
        (
            "<body><div id=menu><a href='/'>Home</a> <a href='/n'>News</a></div>"
            f"<h1>Gate closed</h1>{TEXT}</body>",
            "Home News",
        ),
        (
            f"<header><a href='/'>The Paper</a></header><main><h1>Gate closed</h1>{TEXT}</main>",
            "The Paper",
        ),
        (f"<nav><ul><li>Home</li><li>News</li></ul></nav><h1>Gate closed</h1>{TEXT}", "Home News"),
        (
            f"<p><a href='/'>Home</a> | <a href='/n'>News</a></p><h1>Gate closed</h1>{TEXT}",
            "Home | News",
        ),
        (
            f"<header><h1>The Paper</h1></header><article><h1>Gate closed</h1>{TEXT}</article>",
            "The Paper",
        ),
        (f"<h1>Gate closed</h1>{TEXT}<aside>Most read: Cats</aside>", "Most read: Cats"),
        (f"<h1>Gate closed</h1>{TEXT}<footer>Imprint</footer>", "Imprint"),
        (f"<h1>Gate closed</h1>{TEXT}<div role=navigation>Older</div>", "Older"),
    ],
)
def test_the_frame_of_a_page_is_no_text(page: str, left_out: str) -> None:
    """Menus, headers, footers and asides go, and a problem quotes each."""
    story = one(page)
    assert story.headline == "Gate closed"
    assert [block.text for block in story.body] == [PROSE, SECOND]
    assert any(problem.code == "markup" and left_out in problem.message for problem in story.problems)


@pytest.mark.parametrize(
    "page",
    [
        f"<header><h1>Gate closed</h1></header>{TEXT}",
        f"<article><header><h1>Gate closed</h1></header>{TEXT}</article>",
        f"<aside><h2>Gate closed</h2>{TEXT}</aside>",
        f"<nav><h1>Gate closed</h1>{TEXT}",
    ],
)
def test_a_frame_that_holds_the_story_stays(page: str) -> None:
    """An element that holds the main heading, or all of the text, or is never closed, is read."""
    story = one(page)
    assert story.headline == "Gate closed"
    assert [block.text for block in story.body] == [PROSE, SECOND]


def test_a_footer_with_credits_is_read() -> None:
    """Sign-offs and tags in an article's footer are taken as anywhere else."""
    story = one(
        f"<h1>Gate closed</h1>{TEXT}<footer><p>(Reporting by Jane Doe; Editing by Ann Lee)</p></footer>"
    )
    assert [(who.name, who.role.value) for who in story.credits] == [
        ("Jane Doe", "author"),
        ("Ann Lee", "editor"),
    ]


@pytest.mark.parametrize(
    "meta",
    [
        '<meta name="author" content="Jane Doe"><meta property="article:published_time" content="{}">',
        "<meta content='Jane Doe' name=author><meta name='article:published_time' value='{}'>",
    ],
)
def test_what_a_page_declares_is_taken(meta: str) -> None:
    """Language as declared, date of issue and author from the page's head."""
    head = meta.format("2021-03-03T10:00:00Z")
    story = one(f'<html lang="en-GB"><head>{head}</head><body><h1>Gate closed</h1>{TEXT}</body></html>')
    assert story.language == "en-GB"
    assert story.created is not None
    assert story.created.isoformat() == "2021-03-03T10:00:00+00:00"
    assert [(who.name, who.role.value) for who in story.credits] == [("Jane Doe", "author")]


def test_the_text_goes_before_the_page() -> None:
    """Where the text names author and date, those of the page's head are not needed."""
    story = one(
        '<html><head><meta name="author" content="Web Desk Team">'
        '<meta property="article:published_time" content="2021-03-03T10:00:00Z"></head><body>'
        f"<h1>Gate closed</h1><p>By Ann Lee</p><p>Published: 2 March 2021 09:00 GMT</p>{TEXT}</body></html>"
    )
    assert [who.name for who in story.credits] == ["Ann Lee"]
    assert story.created is not None
    assert story.created.isoformat() == "2021-03-02T09:00:00+00:00"


def test_a_span_ends_behind_its_last_entity() -> None:
    """The span of a value that ends with an entity holds all of the entity."""
    text = f"Gate &lt;b&gt;\n\n{PROSE}\n\n{SECOND} &amp;c&hellip;"
    story = one(text)
    assert story.headline == "Gate <b>"
    (span,) = story.spans["headline"]
    assert text[span.start : span.end] == "Gate &lt;b&gt;"
    (span,) = story.spans["body.1"]
    assert text[span.start : span.end] == f"{SECOND} &amp;c&hellip;"
