"""From one state to another: by the form's buttons, the pages of kill and restore, the list's actions."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from tests.admin.conftest import REPORTER, page, staff, submit
from tests.factories import FAR_OFF, JANUARY_5, ArticleFactory, WireItemFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


def change(article: Article) -> str:
    """The address of its form."""
    return reverse("admin:articles_article_change", args=[article.pk])


def buttons(client, article: Article) -> list[str]:
    """The words on the buttons and links of its form."""
    return [node.text(strip=True) for node in page(client, change(article)).css(".sticky-row .button")]


def test_publish_stores_what_was_typed_and_puts_it_on_the_site(desk):
    """One press: text and state."""
    article = ArticleFactory()
    response = submit(desk, change(article), "_publish", headline="Now public")
    assert "is on the site" in response.content.decode()
    article.refresh_from_db()
    assert article.is_published()
    assert article.headline == "Now public"
    assert desk.get(article.get_absolute_url()).status_code == 200
    assert article.revisions.first().reason == "published"
    assert article.revisions.first().user == desk.user


def test_publish_keeps_the_time_that_was_set(desk):
    """A draft with a time of its own is scheduled, or dated back, not published now."""
    later, earlier = ArticleFactory(publish_at=FAR_OFF), ArticleFactory(publish_at=JANUARY_5)
    response = submit(desk, change(later), "_publish")
    assert "it waits until" in response.content.decode()
    submit(desk, change(earlier), "_publish")
    later.refresh_from_db()
    earlier.refresh_from_db()
    assert (later.state, later.publish_at) == ("scheduled", FAR_OFF)
    assert (earlier.state, earlier.publish_at) == ("live", JANUARY_5)


def test_embargo_holds_and_is_said(desk):
    """Published under embargo is not public, and the form says until when."""
    article = ArticleFactory()
    response = submit(desk, change(article), "_publish", embargoed_until="2999-01-01T00:00")
    assert "it is under embargo until 1 Jan 2999, 00:00." in response.content.decode()
    article.refresh_from_db()
    assert article.state == "embargoed"
    assert desk.get(article.get_absolute_url()).status_code == 404


def test_submit_and_back(desk, reporter):
    """A draft goes to review by its writer, and back by whoever reads it."""
    article = ArticleFactory()
    assert "Submit for review" in buttons(reporter, article)
    submit(reporter, change(article), "_submit", headline="Please look")
    article.refresh_from_db()
    assert (article.status, article.headline) == ("review", "Please look")
    submit(desk, change(article), "_return")
    article.refresh_from_db()
    assert article.status == "draft"


def test_unpublish_takes_it_off(desk):
    """A live story is a draft again and gone for readers."""
    article = ArticleFactory(published=True)
    submit(desk, change(article), "_unpublish")
    article.refresh_from_db()
    assert article.status == "draft"
    assert desk.get(article.get_absolute_url()).status_code == 404


def test_what_is_published_cannot_lose_its_time(desk):
    """The form says so in the words of the desk, and what to do."""
    live, scheduled = ArticleFactory(published=True), ArticleFactory(scheduled=True)
    html = submit(desk, change(live), publish_at="").content.decode()
    assert "This article is on the site and keeps its time. To take it off, use “Unpublish”." in html
    html = submit(desk, change(scheduled), publish_at="").content.decode()
    assert "This article waits for its time." in html
    assert "An article that is ready" not in html
    scheduled.refresh_from_db()
    assert scheduled.state == "scheduled"


def test_an_emptied_time_is_the_moment_of_publishing(desk):
    """As the form says below the field."""
    article = ArticleFactory(publish_at=FAR_OFF)
    submit(desk, change(article), "_publish", publish_at="")
    article.refresh_from_db()
    assert article.is_published()


def test_who_may_not_publish_has_no_button_and_no_way_round(reporter):
    """Neither by the form, nor by the list, nor by a change of what is live."""
    draft, live = ArticleFactory(), ArticleFactory(published=True, headline="Live")
    assert "Publish" not in buttons(reporter, draft)
    assert submit(reporter, change(draft), "_publish").status_code == 403
    draft.refresh_from_db()
    assert draft.status == "draft"
    assert buttons(reporter, live) == []
    assert "Only those who may publish can change it." in page(reporter, change(live)).body.text()
    assert reporter.post(change(live), {"headline": "X", "_save": "1"}).status_code == 403
    reporter.post(LIST, {"action": "publish_chosen", "_selected_action": [draft.pk]}, follow=True)
    reporter.post(LIST, {"action": "unpublish_chosen", "_selected_action": [live.pk]}, follow=True)
    draft.refresh_from_db()
    live.refresh_from_db()
    assert (draft.status, live.status, live.headline) == ("draft", "ready", "Live")
    for name in ("kill", "restore"):
        assert reporter.post(reverse(f"admin:articles_article_{name}", args=[live.pk])).status_code == 403


def test_kill_asks_for_a_reason_and_is_done_by_post_alone(desk):
    """Looking kills nothing, neither does an empty reason; with one the address answers 410."""
    article = ArticleFactory(published=True)
    url = reverse("admin:articles_article_kill", args=[article.pk])
    assert page(desk, url).css_first("textarea[name=reason]") is not None
    assert "This field is required" in desk.post(url, {"reason": "  "}).content.decode()
    article.refresh_from_db()
    assert article.status == "ready"
    response = desk.post(url, {"reason": "The port was open."}, follow=True)
    assert "is killed" in response.content.decode()
    article.refresh_from_db()
    assert (article.status, article.kill_reason) == ("killed", "The port was open.")
    assert desk.get(article.get_absolute_url()).status_code == 410
    assert buttons(desk, article) == ["Restore …"]


def test_a_killed_story_is_locked_until_it_is_restored(desk):
    """It can be read and restored, not changed; restored it is a draft."""
    article = ArticleFactory(killed=True)
    assert "it was killed: It was not so." in page(desk, change(article)).body.text()
    refused = desk.post(change(article), {"headline": "X", "_save": "1"})
    assert refused.status_code == 403
    html = refused.content.decode()
    assert "It was killed. Restore it before you change it." in html
    assert "Nothing was saved." in html
    assert f'href="{change(article)}"' in html
    assert 'class="desk-menu"' in html
    url = reverse("admin:articles_article_restore", args=[article.pk])
    assert page(desk, url).css_first("form") is not None
    article.refresh_from_db()
    assert article.status == "killed"
    desk.post(url)
    article.refresh_from_db()
    assert article.status == "draft"
    assert "It is not killed." in desk.post(url, follow=True).content.decode()


def test_kill_and_restore_of_what_is_not_there(desk):
    """A wrong number is a 404, not a fault."""
    for name in ("kill", "restore"):
        assert desk.get(reverse(f"admin:articles_article_{name}", args=[999])).status_code == 404


def test_only_what_nobody_saw_can_be_deleted(desk):
    """A fresh draft may go; what readers knew is killed instead."""
    draft, live = ArticleFactory(), ArticleFactory(published=True)
    assert "Delete …" in buttons(desk, draft)
    assert "Delete …" not in buttons(desk, live)
    assert (
        desk.post(reverse("admin:articles_article_delete", args=[live.pk]), {"post": "yes"}).status_code
        == 403
    )
    desk.post(reverse("admin:articles_article_delete", args=[draft.pk]), {"post": "yes"})
    assert list(Article.objects.all()) == [live]


def test_actions_count_what_they_did_and_what_they_passed_over(desk):
    """Publish, unpublish and submit on many, in words."""
    drafts = ArticleFactory.create_batch(2)
    review, live, killed = (
        ArticleFactory(in_review=True),
        ArticleFactory(published=True),
        ArticleFactory(killed=True),
    )
    everything = [article.pk for article in [*drafts, review, live, killed]]

    def act(action: str) -> str:
        data = {"action": action, "_selected_action": everything}
        return desk.post(LIST, data, follow=True).content.decode()

    html = act("submit_chosen")
    assert "2 articles are submitted for review." in html
    assert "3 were no drafts and stay." in html
    html = act("publish_chosen")
    assert "3 articles are published." in html
    assert "2 were published before, or killed, and stay." in html
    assert Article.objects.published().count() == 4
    html = act("unpublish_chosen")
    assert "4 articles are drafts again." in html
    assert "1 was not on the site." in html
    assert Article.objects.filter(status="draft").count() == 4


def test_publishing_many_tells_apart_what_is_on_the_site_and_what_waits(desk):
    """By time and by embargo."""
    chosen = [
        ArticleFactory(),
        ArticleFactory(publish_at=FAR_OFF),
        ArticleFactory(publish_at=FAR_OFF),
        ArticleFactory(embargoed_until=FAR_OFF),
    ]
    data = {"action": "publish_chosen", "_selected_action": [article.pk for article in chosen]}
    html = desk.post(LIST, data, follow=True).content.decode()
    assert (
        "1 article is published. 2 articles are scheduled and wait for their time. "
        "1 article waits for the end of its embargo."
    ) in html


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Tokyo"])
@pytest.mark.parametrize("typed", ["9999-12-31T23:59", "0001-01-01T00:00", "9000-01-02T00:00"])
def test_dates_at_the_ends_of_the_calendar_are_refused(desk, settings, zone, typed):
    """In words, whatever the zone of the site; the form opens again."""
    settings.TIME_ZONE = zone
    article = ArticleFactory()
    for button in ("_continue", "_publish"):
        for name in ("publish_at", "embargoed_until", "changed_at"):
            response = submit(desk, change(article), button, **{name: typed})
            assert response.status_code == 200
            assert "Choose a year from 1600 to 8999." in response.content.decode()
    article.refresh_from_db()
    assert (article.status, article.version, article.publish_at) == ("draft", 1, None)


def test_filters_by_state_follow_the_clock(desk):
    """Each state shows its own; what is published in five minutes is scheduled and not live."""
    made = {
        "draft": ArticleFactory(),
        "review": ArticleFactory(in_review=True),
        "live": ArticleFactory(recent=True),
        "scheduled": ArticleFactory(scheduled=True, publish_at=timezone.now() + timedelta(minutes=5)),
        "embargoed": ArticleFactory(embargoed=True),
        "killed": ArticleFactory(killed=True),
    }
    for state, article in made.items():
        rows = page(desk, f"{LIST}?state={state}").css("#result_list tbody tr")
        assert [article.headline in row.text() for row in rows] == [True], state


def test_filters_of_origin_and_chips_above_the_list(desk):
    """A chosen filter is named above the list with a link that takes it away."""
    from_wire = WireItemFactory(article=ArticleFactory(headline="By wire")).article
    ArticleFactory(headline="By hand")
    tree = page(desk, f"{LIST}?wire=yes&state=draft")
    assert [from_wire.headline in row.text() for row in tree.css("#result_list tbody tr")] == [True]
    chips = tree.css(".chosen a")
    assert len(chips) == 2
    assert "wire" not in chips[1].attributes["href"] or "state" not in chips[0].attributes["href"]
    listed = page(desk, f"{LIST}?wire=no").css_first("#result_list").text()
    assert "By hand" in listed
    assert "By wire" not in listed


def test_list_is_newest_saved_first_and_searched_as_readers_do(desk):
    """Order by the last save; search ignores accents and case, and knows sluglines and numbers."""
    first = ArticleFactory(headline="Erdoğan visits the port", slugline="BC-Visit")
    second = ArticleFactory(headline="Quota vote put off")
    headlines = [node.text() for node in page(desk, LIST).css("#result_list .headline")]
    assert headlines == [second.headline, first.headline]
    submit(desk, change(first), headline="Erdoğan leaves the port")
    headlines = [node.text() for node in page(desk, LIST).css("#result_list .headline")]
    assert headlines == ["Erdoğan leaves the port", second.headline]
    for words in ("ERDOGAN", "bc-visit", f"%23{first.pk}"):
        found = [node.text() for node in page(desk, f"{LIST}?q={words}").css("#result_list .headline")]
        assert found == ["Erdoğan leaves the port"], words


def test_wrong_filter_values_are_no_fault(desk):
    """Anything may stand in the address."""
    for query in (
        "state=nonsense",
        "section__id__exact=x",
        "publish_at__year=abc",
        "p=9999",
        "o=-99.x",
        "q=%00",
    ):
        assert desk.get(f"{LIST}?{query}", follow=True).status_code == 200, query


def test_publisher_without_kill_right_cannot_kill(db):
    """The two rights are two."""
    client = staff(*REPORTER, "publish_article")
    article = ArticleFactory(published=True)
    assert "Kill …" not in buttons(client, article)
    assert "Unpublish" in buttons(client, article)
    url = reverse("admin:articles_article_kill", args=[article.pk])
    assert client.post(url, {"reason": "x"}).status_code == 403
