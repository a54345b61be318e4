"""`articles.publishing`: what the desk does with an article, whole or not at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles import publishing, search
from articles.models import Article, Byline, Revision
from tests.factories import FAR_OFF, JANUARY_5, ArticleFactory, AuthorFactory, TagFactory, UserFactory

pytestmark = pytest.mark.django_db

Status, Reason = Article.Status, Revision.Reason


@pytest.fixture
def editor():
    """Somebody at the desk."""
    return UserFactory()


def reasons(article):
    """Why the article's revisions were made, first to last."""
    return list(article.revisions.order_by("pk").values_list("reason", flat=True))


def test_publish_puts_a_draft_on_the_site_now(editor):
    """It is public from this moment; a revision tells by whom."""
    article = ArticleFactory()
    before = timezone.now()
    publishing.publish(article, by=editor)
    article.refresh_from_db()
    assert article.status == Status.READY
    assert before <= article.publish_at <= timezone.now()
    assert article.first_published_at == article.publish_at
    assert Article.objects.published().contains(article)
    revision = article.revisions.get()
    assert (revision.reason, revision.user, revision.version) == (Reason.PUBLISHED, editor, 2)
    assert article.version == 2


def test_publish_at_a_later_time_schedules():
    """Until its time it is ready, and nobody sees it."""
    article = ArticleFactory()
    publishing.publish(article, at=FAR_OFF)
    assert article.state == "scheduled"
    assert article.first_published_at == FAR_OFF
    assert not Article.objects.published().contains(article)
    assert Article.objects.published(at=FAR_OFF).contains(article)


def test_publish_obeys_the_embargo():
    """Under embargo an article is ready; it is first published when the embargo ends."""
    article = ArticleFactory(embargoed_until=FAR_OFF)
    publishing.publish(article, at=JANUARY_5)
    assert article.state == "embargoed"
    assert article.publish_at == JANUARY_5
    assert article.first_published_at == FAR_OFF


def test_what_is_live_keeps_its_time_when_published_again():
    """Its place in the lists does not change unless a time is given."""
    article = ArticleFactory(published=True)
    publishing.publish(article)
    assert article.publish_at == JANUARY_5
    publishing.publish(article, at=JANUARY_5 + timedelta(days=1))
    assert article.publish_at == JANUARY_5 + timedelta(days=1)
    assert article.first_published_at == JANUARY_5


def test_first_publication_stays_when_published_anew():
    """Taken off and published again, it keeps the day when readers first saw it."""
    article = ArticleFactory(published=True)
    publishing.unpublish(article)
    assert article.first_published_at == JANUARY_5
    publishing.publish(article)
    assert article.publish_at > JANUARY_5
    assert article.first_published_at == JANUARY_5


def test_first_publication_that_is_to_come_follows_the_schedule():
    """What nobody has seen yet has no first publication that stays."""
    article = ArticleFactory(scheduled=True)
    publishing.publish(article, at=FAR_OFF + timedelta(days=1))
    assert article.first_published_at == FAR_OFF + timedelta(days=1)
    publishing.unpublish(article)
    assert article.first_published_at is None
    publishing.publish(article)
    assert article.first_published_at == article.publish_at <= timezone.now()


def test_unpublish_makes_a_draft(editor):
    """Off the site, with a revision; a draft stays as it is."""
    article = ArticleFactory(published=True)
    publishing.unpublish(article, by=editor)
    publishing.unpublish(article, by=editor)
    article.refresh_from_db()
    assert article.status == Status.DRAFT
    assert reasons(article) == [Reason.UNPUBLISHED]


def test_submit_hands_a_draft_on(editor):
    """A draft is in review then; what is public cannot be submitted."""
    article = ArticleFactory()
    publishing.submit(article, editor)
    publishing.submit(article, editor)
    assert article.status == Status.REVIEW
    assert len(reasons(article)) == 1
    with pytest.raises(publishing.WrongState, match="Only a draft"):
        publishing.submit(ArticleFactory(published=True), editor)


def test_kill_takes_off_at_once_and_keeps_the_reason(editor):
    """Killed it is nowhere, cannot be published, and can be restored as a draft."""
    article = ArticleFactory(published=True)
    publishing.kill(article, "It was not so.", by=editor)
    article.refresh_from_db()
    assert (article.status, article.kill_reason) == (Status.KILLED, "It was not so.")
    assert not Article.objects.published().contains(article)
    for act in (publishing.publish, publishing.unpublish):
        with pytest.raises(publishing.WrongState, match="Restore it first"):
            act(article)
    publishing.restore(article, by=editor)
    article.refresh_from_db()
    assert (article.status, article.kill_reason) == (Status.DRAFT, "")
    assert reasons(article) == [Reason.KILLED, Reason.RESTORED]
    assert article.revisions.get(reason=Reason.KILLED).note == "It was not so."


def test_restore_leaves_what_was_not_killed():
    """Nothing happens to a live article."""
    article = ArticleFactory(published=True)
    publishing.restore(article)
    assert article.is_published()
    assert reasons(article) == []


@pytest.mark.parametrize(
    "act",
    [
        publishing.publish,
        publishing.save,
        publishing.record,
        lambda article: publishing.submit(article, None),
    ],
)
def test_what_somebody_saved_since_is_not_overwritten(act):
    """The second of two who read the same version is told, and nothing of theirs is stored."""
    article = ArticleFactory(headline="Before")
    mine, theirs = Article.objects.get(pk=article.pk), Article.objects.get(pk=article.pk)
    theirs.headline = "Theirs"
    publishing.save(theirs)
    mine.headline = "Mine"
    with pytest.raises(publishing.StaleArticle, match="Somebody has saved"):
        act(mine)
    article.refresh_from_db()
    assert (article.headline, article.status, article.version) == ("Theirs", Status.DRAFT, 2)
    assert reasons(article) == [Reason.SAVED]


def test_a_kill_waits_for_nobody():
    """Also an old instance kills, and what was saved in between stays."""
    article = ArticleFactory(published=True)
    old = Article.objects.get(pk=article.pk)
    article.headline = "Newer"
    publishing.save(article)
    publishing.kill(old, "Stop.")
    article.refresh_from_db()
    assert (article.status, article.headline) == (Status.KILLED, "Newer")


def test_save_keeps_what_the_article_says(editor):
    """A new article with people and tags: its row, its revision, and search."""
    ada, bo = AuthorFactory(name="Ada Lind"), AuthorFactory(name="Bo Ek")
    article = Article(headline="Fog closes the harbour", body="<p>Ferries stay.</p>", language="en")
    revision = publishing.save(
        article,
        by=editor,
        note="First words.",
        bylines=[
            Byline(author=bo),
            Byline(author=ada, role="contributor", place="Oslo"),
            Byline(author=bo, place="again"),
        ],
        tags=["Fog", TagFactory(name="Ferry"), "FOG", "  "],
    )
    assert article.slug == "fog-closes-the-harbour"
    assert [tag.name for tag in article.tags.all()] == ["Fog", "Ferry"]
    assert revision.content == {
        "headline": "Fog closes the harbour",
        "slug": "fog-closes-the-harbour",
        "standfirst": "",
        "slugline": "",
        "body": "<p>Ferries stay.</p>",
        "language": "en",
        "kind": "news",
        "dateline": "",
        "located": "",
        "urgency": None,
        "ednote": "",
        "copyright": "",
        "search_headline": "",
        "search_description": "",
        "section": None,
        "source": None,
        "lead_photo": None,
        "bylines": [
            {"name": "Bo Ek", "role": "author", "place": ""},
            {"name": "Ada Lind", "role": "contributor", "place": "Oslo"},
        ],
        "tags": ["Fog", "Ferry"],
        "status": "draft",
        "publish_at": None,
        "embargoed_until": None,
        "changed_at": None,
    }
    assert (revision.note, revision.user, revision.version) == ("First words.", editor, 1)
    for words in ("fog", "ferries", "lind", "ferry"):
        assert list(search.search(words)) == [article]


def test_save_again_follows():
    """Changed fields, people and tags are stored; what is not given stays."""
    article = ArticleFactory(headline="Fog", tags=["Old"], authors=["Ada Lind"])
    article.headline = "Rain"
    publishing.save(article, tags=["New"])
    article.refresh_from_db()
    assert article.headline == "Rain"
    assert [tag.name for tag in article.tags.all()] == ["New"]
    assert [byline.author.name for byline in article.bylines.all()] == ["Ada Lind"]
    assert list(search.search("rain lind new")) == [article]
    assert not search.search("fog")
    assert article.version == 2


def test_saving_as_ready_sets_the_first_publication():
    """A form that saves a ready article publishes it."""
    article = ArticleFactory()
    article.status, article.publish_at = Status.READY, datetime(2026, 2, 1, tzinfo=UTC)
    publishing.save(article)
    article.refresh_from_db()
    assert article.first_published_at == datetime(2026, 2, 1, tzinfo=UTC)


def test_refresh_lets_search_follow_a_script():
    """After `update()` search finds the new words; without arguments for all articles."""
    article, other = ArticleFactory(headline="Fog"), ArticleFactory(headline="Fog")
    Article.objects.update(headline="Rain")
    publishing.refresh([article])
    assert list(search.search("rain")) == [article]
    publishing.refresh()
    assert set(search.search("rain")) == {article, other}


@pytest.mark.parametrize("day", ["0001-01-01", "1599-12-31", "9000-01-01", "9999-12-31"])
def test_dates_at_the_ends_of_the_calendar_are_refused(day):
    """There is no such day in every zone; nothing is stored."""
    moment = datetime.fromisoformat(f"{day}T12:00:00+00:00")
    article = ArticleFactory()
    with pytest.raises(publishing.PublishingError, match="A date must be in the years 1600 to 8999"):
        publishing.publish(article, at=moment)
    for name in ("publish_at", "embargoed_until", "changed_at"):
        article.refresh_from_db()
        setattr(article, name, moment)
        with pytest.raises(publishing.PublishingError, match="A date must be in the years 1600 to 8999"):
            publishing.save(article)
    article.refresh_from_db()
    assert (article.status, article.version, article.embargoed_until) == (Status.DRAFT, 1, None)
