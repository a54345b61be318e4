"""A story on its own page."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.models import Article, Byline
from articles.pictures import store_photo
from tests.factories import (
    JANUARY_5,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    SectionFactory,
    SourceFactory,
    picture,
)


@pytest.fixture
def story(db):
    return ArticleFactory(
        published=True,
        headline="Harbour <closed> & quiet",
        standfirst="The ferries stay in.",
        body="<p>First words.</p>\n<p>More <em>words</em>.</p>",
        dateline="SANDVIK (NW)",
        section=SectionFactory(name="World", listed=True),
        source=SourceFactory(name="North Wire"),
        authors=["Ada Lind"],
        tags=["Harbours", "Fog"],
        ednote="Eds: not for readers",
        copyright="© 2026 North Wire",
    )


def test_everything_that_readers_should_see_is_there(get, story):
    page = get(story.get_absolute_url())
    assert page.status == 200
    assert page.texts("h1") == ["Harbour <closed> & quiet"]
    assert page.text(".story__standfirst") == "The ferries stay in."
    assert page.text(".prose") == "SANDVIK (NW) — First words. More words."
    assert page.texts(".byline__name") == ["Ada Lind"]
    assert page.texts(".tags a") == ["Harbours", "Fog"]
    assert page.text(".kicker") == "World"
    assert page.text(".story__source") == "North Wire"
    assert page.text(".story__rights") == "© 2026 North Wire"
    assert "5 January 2026, 09:30 UTC" in page.text(".story__facts")
    assert "not for readers" not in page.html


def test_a_headline_is_text_everywhere(get, story):
    html = get(story.get_absolute_url()).html
    assert "<closed>" not in html
    assert "<title>Harbour &lt;closed&gt; &amp; quiet · Newsroom</title>" in html


def test_any_other_slug_leads_to_the_address_for_good(get, story):
    right = story.get_absolute_url()
    for wrong in (
        f"/articles/{story.pk}/wrong/",
        f"/articles/{story.pk}/Ünlü başlık/",
        f"/articles/{story.pk}/",
        f"/articles/000{story.pk}/{story.slug}/",
    ):
        page = get(wrong)
        assert (page.status, page.response.headers["Location"]) == (301, right), wrong


@pytest.mark.parametrize("state", ["draft", "in_review", "scheduled", "embargoed"])
def test_what_is_not_out_yet_is_not_found_at_any_slug(get, state):
    story = ArticleFactory(headline="Secret", **({state: True} if state != "draft" else {}))
    for path in (story.get_absolute_url(), f"/articles/{story.pk}/wrong/", f"/articles/{story.pk}/"):
        page = get(path)
        assert page.status == 404
        assert "Secret" not in page.html
        assert "Location" not in page.response.headers


def test_a_killed_story_is_gone_and_says_nothing_of_itself(get):
    story = ArticleFactory(
        killed=True, headline="Libel", standfirst="Slander", body="<p>Calumny</p>", tags=["Lie"]
    )
    for path in (story.get_absolute_url(), f"/articles/{story.pk}/wrong/"):
        page = get(path)
        assert page.status == 410
        assert page.text("h1") == "This story was withdrawn"
        for word in ("Libel", "Slander", "Calumny", "Lie", "It was not so"):
            assert word not in page.html


def test_numbers_that_no_story_has_are_not_found(get):
    for path in ("/articles/0/x/", f"/articles/{10**30}/x/", "/articles/-1/x/", "/articles/1e3/x/"):
        assert get(path).status == 404, path


def test_head_is_answered_like_get(client, story):
    assert client.head(story.get_absolute_url()).status_code == 200
    draft = ArticleFactory(headline="Secret")
    response = client.head(draft.get_absolute_url())
    assert (response.status_code, response.content) == (404, b"")


def test_other_methods_are_refused(client, story):
    assert client.post(story.get_absolute_url()).status_code == 405


def test_the_body_is_safe_whatever_wrote_it(get):
    story = ArticleFactory(published=True)
    Article.objects.filter(pk=story.pk).update(
        body='<p onclick="x()">Text<script>alert(1)</script> <a href="javascript:x()">link</a></p>'
        "<style>p{}</style>"
        '<a href="https://example.org/?<table>">table</a>'
    )
    prose = get(story.get_absolute_url()).tree.css_first(".prose")
    assert "alert" not in prose.text()
    assert [node.attributes for node in prose.css("p")] == [{}] * len(prose.css("p"))
    assert prose.css_first("style, script, table, section") is None
    assert [node.attributes["href"] for node in prose.css("a[href]")] == ["https://example.org/?<table>"]


def test_four_authors_are_three_and_the_rest_folded(get):
    story = ArticleFactory(published=True, authors=[f"Author {letter}" for letter in "ABCDEFGHIJKL"])
    page = get(story.get_absolute_url())
    assert page.texts(".story__byline > .byline a") == ["Author A", "Author B", "Author C"]
    assert page.text(".byline-more summary") == "and 9 others"
    assert len(page.texts(".byline-more a")) == 9


def test_other_credits_stand_below_the_text(get):
    story = ArticleFactory(published=True, authors=["Ada Lind"])
    for position, (name, role, place) in enumerate(
        [
            ("Bo Ek", Byline.Role.CONTRIBUTOR, "Istanbul"),
            ("Cy Tal", Byline.Role.CONTRIBUTOR, ""),
            ("Di Moe", Byline.Role.EDITOR, ""),
        ]
    ):
        BylineFactory(
            article=story, author=AuthorFactory(name=name), role=role, place=place, position=position + 1
        )
    page = get(story.get_absolute_url())
    assert page.text(".story__credits") == (
        "With reporting by Bo Ek in Istanbul and Cy Tal. Edited by Di Moe."
    )
    assert page.texts(".byline__name") == ["Ada Lind"]


def test_seven_tags_are_shown_and_the_rest_folded(get):
    story = ArticleFactory(published=True, tags=[f"Tag {number:02}" for number in range(56)])
    page = get(story.get_absolute_url())
    assert page.texts(".story__tags > .tags a") == [f"Tag {number:02}" for number in range(7)]
    assert page.text(".tags-more summary") == "49 more"
    assert len(page.texts(".tags-more a")) == 49


def test_a_dateline_that_the_wire_left_in_the_text_is_not_said_twice(get):
    story = ArticleFactory(
        published=True,
        dateline="OSLO, Jan 5 (NW)",
        body="<p><strong>OSLO, Jan 5</strong> (NW) - Snow fell.</p>",
    )
    assert get(story.get_absolute_url()).html.count("(NW)") == 1


def test_a_dateline_stands_alone_before_what_is_no_paragraph(get):
    story = ArticleFactory(published=True, dateline="OSLO", body="<h2>Results</h2>")
    assert [node.tag for node in get(story.get_absolute_url()).tree.css(".prose > *")] == ["p", "h2"]


def test_tables_and_preformatted_text_scroll_in_a_box_that_the_keyboard_reaches(get):
    body = "<table><tr><td>1</td></tr></table><pre>1  2</pre><pre>3  4</pre>"
    page = get(ArticleFactory(published=True, body=body).get_absolute_url())
    boxes = [node.attributes for node in page.tree.css(".prose > section")]
    assert [box["tabindex"] for box in boxes] == ["0", "0", "0"]
    assert [box["aria-label"] for box in boxes] == ["Table", "Preformatted text", "Preformatted text 2"]


def test_photos_in_the_body_are_shown_and_unknown_ones_are_not(get):
    photo = store_photo(picture(800, 600), caption="The quay", byline="Pia Holm", credit="North Wire")
    body = (
        f'<p>Text</p><figure data-photo="{photo.pk}"></figure><figure data-photo="999999999999999"></figure>'
    )
    page = get(ArticleFactory(published=True, body=body).get_absolute_url())
    assert page.texts(".prose figcaption") == ["The quay Photo: Pia Holm / North Wire"]
    assert len(page.tree.css("figure")) == 1


def test_update_is_shown_only_when_it_came_after_publication(get):
    later = ArticleFactory(published=True, changed_at=JANUARY_5 + timedelta(hours=2))
    page = get(later.get_absolute_url())
    assert page.text(".dates summary") == "Updated 5 January 2026, 11:30 UTC"
    assert page.text(".dates p") == "First published 5 January 2026, 09:30 UTC"
    earlier = ArticleFactory(published=True, changed_at=JANUARY_5 - timedelta(hours=2))
    assert "Updated" not in get(earlier.get_absolute_url()).html


def test_an_old_story_says_its_age_in_whole_years(get):
    now = timezone.now()
    almost = ArticleFactory(published=True, publish_at=now - timedelta(days=364))
    assert get(almost.get_absolute_url()).texts(".strip") == []
    old = ArticleFactory(published=True, publish_at=now - timedelta(days=3700))
    assert get(old.get_absolute_url()).texts(".strip") == ["This story is 10 years old."]


def test_a_story_from_right_to_left_is_set_so_and_dates_stay_whole(get):
    page = get(ArticleFactory(published=True, language="ar", headline="الميناء القديم").get_absolute_url())
    assert page.tree.css_first("article.story").attributes["dir"] == "rtl"
    assert page.tree.css_first("h1").attributes == {"class": "story__headline", "lang": "ar", "dir": "rtl"}
    assert page.tree.css_first("html").attributes == {"lang": "en"}
    assert page.tree.css_first(".story__facts bdi > time") is not None


def test_a_language_that_is_none_is_not_repeated(get):
    page = get(ArticleFactory(published=True, language='x" onload="').get_absolute_url())
    assert page.status == 200
    assert "onload" not in page.html
    assert page.tree.css_first("h1").attributes["dir"] == "auto"


def test_queries_do_not_grow_with_names_tags_and_photos(get):
    small = ArticleFactory(published=True, authors=["A"], tags=["t"])
    photos = [store_photo(picture(40 + number, 40)) for number in range(3)]
    large = ArticleFactory(
        published=True,
        authors=[f"Author {number}" for number in range(12)],
        tags=[f"Tag {number}" for number in range(56)],
        body="".join(f'<figure data-photo="{photo.pk}"></figure>' for photo in photos),
        lead_photo=photos[0],
    )
    assert get(small.get_absolute_url()).queries == 4
    assert get(large.get_absolute_url()).queries == 5  # one more for the photos in the body


def test_machines_are_told_the_same(get, story):
    page = get(story.get_absolute_url())
    meta = {
        node.attributes.get("property") or node.attributes.get("name"): node.attributes.get("content")
        for node in page.tree.css("meta")
    }
    assert meta["og:title"] == story.headline
    assert meta["og:type"] == "article"
    assert meta["article:published_time"] == "2026-01-05T09:30:00+00:00"
    assert meta["description"] == "The ferries stay in."
    assert page.links("link[rel=canonical]") == [f"http://127.0.0.1:8000{story.get_absolute_url()}"]


def test_structured_data_cannot_end_its_element(get, story):
    Article.objects.filter(pk=story.pk).update(headline="</script><script>alert(1)</script>")
    page = get(Article.objects.get(pk=story.pk).get_absolute_url())
    scripts = page.tree.css("script")
    assert len(scripts) == 1
    data = json.loads(scripts[0].text())
    assert data["headline"] == "</script><script>alert(1)</script>"
    assert data["datePublished"] == "2026-01-05T09:30:00+00:00"
    assert data["author"] == [
        {"@type": "Person", "name": "Ada Lind", "url": "http://127.0.0.1:8000/authors/ada-lind/"}
    ]


def test_times_are_by_the_clock_of_the_site_and_say_so(get, settings):
    settings.TIME_ZONE = "Europe/Istanbul"
    story = ArticleFactory(published=True, publish_at=datetime(2026, 1, 5, 22, 30, tzinfo=UTC))
    page = get(story.get_absolute_url())
    assert "6 January 2026, 01:30 UTC+3" in page.text(".story__facts")
    assert 'datetime="2026-01-06T01:30:00+03:00"' in page.html


def test_the_font_of_the_headline_is_there_before_the_headline_is_drawn(get, story):
    """Else the headline may take another line when it comes, and all below it moves."""
    preload = get(story.get_absolute_url()).tree.css_first("link[rel=preload]").attributes
    assert preload["href"].endswith("/display-latin.woff2")
    assert (preload["as"], preload["fetchpriority"]) == ("font", "low")
    assert "crossorigin" in preload
    assert get("/").links("link[rel=preload]") == []
