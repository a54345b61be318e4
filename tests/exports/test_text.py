"""Typical articles as plain text, and what our own reader understands of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from articles import wire
from articles.exports import text
from articles.exports.content import Contributor, Exported
from articles.wire.story import Credit, PubStatus, Role

MORNING = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
PARAGRAPHS = (
    "Ferries stay in port, the harbour master said on Friday, and the town waits for the sun.",
    "“We wait,” said Edda Maren, who has waited here before, in the long winter of 1995.",
    "The last ship left at noon, and no other is expected before Monday.",
)
ARTICLE = Exported(
    pk=1,
    slug="fog",
    uri="urn:uuid:0b7e7a3e-3f0f-4b5f-9a55-6c1d5b6a7c11",
    url="https://news.example.org/articles/1/fog/",
    version=2,
    status="usable",
    headline="Fog closes the harbour of Lindvik",
    saved=MORNING,
    slugline="harbour-fog",
    standfirst="Ships wait outside, and the pilots drink coffee.",
    credits=(
        Contributor("Ada Lind"),
        Contributor("Bo Ek"),
        Contributor("Eva Holm", "editor"),
        Contributor("Ola Berg", "contributor", "Oslo"),
    ),
    dateline="LINDVIK (Reuters)",
    located="LINDVIK",
    source="Reuters",
    section="World",
    tags=("fog", "harbours"),
    ednote="Check the name of the harbour master",
    copyright="Copyright 2026 Reuters",
    created=MORNING,
    updated=MORNING.replace(hour=12),
    body="\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS),
)


def read(article: Exported) -> wire.WireStory:
    """What our reader makes of its text."""
    document = text.write(article)
    assert wire.identify(document) == "text"
    (story,) = wire.parse(document).stories
    return story


def test_a_typical_article_comes_back():
    """All that has a place in printed copy."""
    story = read(ARTICLE)
    assert (story.headline, story.slugline) == (ARTICLE.headline, ARTICLE.slugline)
    assert (story.description, story.byline) == (ARTICLE.standfirst, "By Ada Lind and Bo Ek")
    assert (story.dateline, story.located) == (ARTICLE.dateline, ARTICLE.located)
    assert (story.source, story.section, story.keywords) == ("Reuters", "World", ("fog", "harbours"))
    assert (story.created, story.updated) == (ARTICLE.created, ARTICLE.updated)
    assert (story.copyright, story.ednote) == (ARTICLE.copyright, f"EDS: {ARTICLE.ednote}")
    assert story.credits == (
        Credit("Ada Lind"),
        Credit("Bo Ek"),
        Credit("Eva Holm", Role.EDITOR),
        Credit("Ola Berg", Role.CONTRIBUTOR, "Oslo"),
    )
    assert tuple(block.text for block in story.body) == PARAGRAPHS
    assert story.problems == ()


@pytest.mark.parametrize(
    "without",
    [
        {"dateline": "", "located": ""},
        {"standfirst": ""},
        {"credits": ()},
        {"slugline": "", "section": "", "source": ""},
        {"tags": ()},
        {"ednote": "", "copyright": ""},
        {"updated": None},
    ],
)
def test_what_an_article_does_not_say_changes_nothing_else(without):
    """Headline, text and tags are the same."""
    article = replace(ARTICLE, **without)
    story = read(article)
    assert (story.headline, story.keywords) == (article.headline, article.tags)
    assert tuple(block.text for block in story.body) == PARAGRAPHS


def test_blocks():
    """Lists by their marks, tables and preformatted text by their columns; headings and quotes are lines."""
    body = (
        "<p>One.</p><h2>Two</h2><blockquote><p>Three.</p></blockquote><ul><li>Four</li><li>Five</li></ul>"
        "<table><tbody><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></tbody></table>"
        '<pre>x   1\ny   2</pre><hr><figure data-photo="7"></figure><p>Six.</p>'
    )
    document = text.write(replace(ARTICLE, body=body)).decode()
    parts = document.partition("LINDVIK (Reuters) - ")[2].split("\n\n")
    expected = ["One.", "Two", "Three.", "* Four\n* Five", "a\t1\nb\t2", "x   1\ny   2", "* * *", "Six."]
    assert parts[: len(expected)] == expected


def test_what_may_not_be_used_says_so_first():
    """A draft, an embargo, a kill."""
    assert read(replace(ARTICLE, status="withheld")).pubstatus is PubStatus.WITHHELD
    story = read(replace(ARTICLE, embargoed=MORNING.replace(year=2027)))
    assert (story.embargoed, story.pubstatus) == (MORNING.replace(year=2027), PubStatus.USABLE)
    killed = replace(ARTICLE, status="canceled", body="", tags=(), credits=(), ednote="", copyright="")
    assert read(killed).pubstatus is PubStatus.CANCELED
    assert ARTICLE.headline in text.write(killed).decode()
