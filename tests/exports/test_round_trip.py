"""What is exported is valid by the standard, and reading it gives what was written, field by field."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given

from articles import wire
from articles.exports import WRITERS
from articles.exports.content import Exported, Picture
from articles.wire.story import WireStory
from tests.exports.made import articles
from tests.exports.standards import faults

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
FORMATS = ("ninjs", "nitf", "newsmlg2")
_FIGURE = re.compile(r'<figure data-photo="\d+"></figure>\n?')
_EMPTIED = re.compile(r"<(blockquote|[ou]l|li)(?: start=\"\d+\")?></\1>\n?")


def expected(article: Exported) -> dict[str, Any]:
    """What a reader should understand, in its keys."""
    return {
        "uri": article.uri,
        "version": str(article.version),
        "pubstatus": article.status,
        "urgency": article.urgency,
        "headline": article.headline,
        "slugline": article.slugline or None,
        "description": article.standfirst or None,
        "credits": [(one.name, one.role, one.place or None) for one in article.credits],
        "dateline": article.dateline or None,
        "source": article.source or None,
        "section": article.section or None,
        "keywords": list(article.tags),
        "created": article.created,
        "embargoed": article.embargoed,
        "ednote": article.ednote or None,
        "copyright": article.copyright or None,
        "body_html": without_figures(article.body),
        "media": [_medium(picture) for picture in article.pictures],
    }


def _medium(picture: Picture) -> dict[str, Any]:
    told = {key: value or None for key, value in asdict(picture).items()}
    del told["copyright"]  # of a picture: no key of a story has it
    return {"headline": told.pop("title"), **told}


def without_figures(body: str) -> str:
    """A body without its photos, which stand beside it."""
    body = _FIGURE.sub("", body)
    while (less := _EMPTIED.sub("", body)) != body:
        body = less
    return body.rstrip("\n")


def understood(story: WireStory) -> dict[str, Any]:
    """What a reader did understand."""
    found = {key: getattr(story, key) for key in ("created", "embargoed", "body_html")}
    found |= {
        key: getattr(story, key)
        for key in ("uri", "version", "urgency", "headline", "slugline", "description", "dateline", "source")
    }
    found |= {key: getattr(story, key) for key in ("section", "ednote", "copyright")}
    found["pubstatus"] = story.pubstatus.value
    found["keywords"] = list(story.keywords)
    found["credits"] = [(one.name, one.role.value, one.place) for one in story.credits]
    found["media"] = [asdict(media) for media in story.media]
    return found


@pytest.mark.parametrize("format", FORMATS)
@given(article=articles())
def test_every_article_comes_back(format: str, article: Exported) -> None:
    """Valid, told by its format alone, and the same; no problem is told of it."""
    document = WRITERS[format].write(article)
    assert faults(format, document) == []
    assert wire.identify(document) == format
    (story,) = wire.parse(document, format).stories
    assert understood(story) == expected(article)
    assert (story.language or "", story.located or "") == (article.language, article.located)
    # A version has a date in NewsML-G2: that of the first, where no later one was told.
    assert story.updated == (article.updated or (article.created if format == "newsmlg2" else None))
    assert [problem.code for problem in story.problems] == []


SPEAKING = """<p>Fog closes the harbour</p>
<p>LAKEPORT, Md., July 8 (Meridian) - Ferries stay in port, and “&amp;amp;” is how HTML writes it.</p>
<p>The harbour office hopes to open the channel in the afternoon, when the wind is to turn.</p>
<p>Reporting by Ada Lind; Editing by Tom Berg</p>"""


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_is_concluded_from_the_text(format: str) -> None:
    """What the desk has left empty stays empty, whatever the text says of itself."""
    article = Exported(
        pk=1,
        slug="fog",
        uri="urn:uuid:0b7e7a3e-3f0f-4b5f-9a55-6c1d5b6a7c11",
        url="https://news.example.org/articles/1/fog/",
        version=1,
        status="usable",
        headline="Fog closes the harbour",
        saved=NOON,
        created=NOON,
        ednote="EMBARGO: not before 6 p.m. today\n\nPictures follow & more",
        body=SPEAKING,
        site="https://news.example.org/",
    )
    (story,) = wire.parse(WRITERS[format].write(article), format).stories
    assert understood(story) == expected(article)
    assert (story.language, story.located, story.byline, story.correction) == (None, None, None, None)


@pytest.mark.parametrize("format", FORMATS)
@given(article=articles())
def test_the_same_article_gives_the_same_bytes(format: str, article: Exported) -> None:
    """Nothing else goes into an export, neither the clock nor chance."""
    assert WRITERS[format].write(article) == WRITERS[format].write(article)
