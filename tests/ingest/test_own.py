"""Stories that name an article of ours by its UUID."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

import pytest

from articles.ingest.identity import own_uuid
from articles.models import Article, Outcome, WireItem
from articles.publishing import kill
from articles.wire.story import PubStatus
from tests.factories import ArticleFactory, SourceFactory
from tests.ingest.wires import document, story, take, take_story

pytestmark = pytest.mark.django_db
SOME = uuid.UUID("0b7e7a3e-3f0f-4b5f-9a55-6c1d5b6a7c11")
NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)


def exported(article: Article, **values):
    """The story that an export of the article is read to."""
    said = {"headline": article.headline, "uri": article.uuid.urn, "version": str(article.version)}
    source = article.source.name if article.source else None
    return story(**{**said, "text": "Ferries stay in port.", "source": source, **values})


@pytest.mark.parametrize(
    ("uri", "found"),
    [
        (SOME.urn, SOME),
        (SOME.urn.upper(), SOME),
        (f"urn:uuid:{SOME.hex}", None),
        (f"{SOME.urn}0", None),
        (str(SOME), None),
        ("tag:example.org,2026:1", None),
        ("", None),
        (None, None),
    ],
)
def test_a_uuid_is_told_by_its_form(uri, found):
    """`urn:uuid:` and the usual spelling behind it."""
    assert own_uuid(uri) == found


def test_an_export_of_what_the_desk_made_changes_nothing():
    """Though no import has made the article. A second time neither."""
    article = ArticleFactory(published=True)
    for _ in range(2):
        item = take_story(exported(article, created=article.publish_at))
        assert (item.outcome, item.article) == (Outcome.UNCHANGED, article.pk)
    assert Article.objects.get().version == article.version


def test_elsewhere_it_makes_the_same_article():
    """With the UUID, the version and the date of change; another time it is known."""
    told = story(uri=SOME.urn, version="7", created=NOON, updated=NOON.replace(hour=15), source="Meridian")
    assert take_story(told).outcome == Outcome.CREATED
    article = Article.objects.get()
    assert (article.uuid, article.version) == (SOME, 7)
    assert (article.publish_at, article.changed_at) == (NOON, NOON.replace(hour=15))
    assert take_story(told).outcome == Outcome.UNCHANGED
    newer = story("Fog lifts", uri=SOME.urn, version="9", created=NOON, source="Meridian")
    assert take_story(newer).outcome == Outcome.UPDATED
    article.refresh_from_db()
    assert (article.headline, article.version) == ("Fog lifts", 9)


def test_an_older_export_changes_nothing():
    """What the desk has changed since is newer."""
    article = ArticleFactory(published=True, version=5)
    item = take_story(exported(article, headline="Fog", version="4"))
    assert (item.outcome, item.article) == (Outcome.UNCHANGED, article.pk)


def test_a_newer_one_of_what_the_desk_made_is_proposed():
    """A person's words are not overwritten."""
    article = ArticleFactory(published=True)
    item = take_story(exported(article, headline="Fog", version="2"))
    assert (item.outcome, item.article) == (Outcome.PROPOSED, article.pk)
    assert Article.objects.get().headline == article.headline


def test_a_kill_of_its_own_source_takes_it_off():
    """By its UUID alone."""
    article = ArticleFactory(published=True, source=SourceFactory(name="Meridian"))
    item = take_story(exported(article, version="2", pubstatus=PubStatus.CANCELED))
    assert (item.outcome, item.article) == (Outcome.CANCELED, article.pk)
    assert Article.objects.get().status == Article.Status.KILLED


@pytest.mark.parametrize("source", [None, "Meridian"])
def test_no_other_source_can_name_it(source):
    """Neither kill it nor change it: its story is another one, with a UUID of its own."""
    article = ArticleFactory(published=True, source=source and SourceFactory(name=source))
    assert take_story(exported(article, source="Rumour", version="9")).outcome == Outcome.CREATED
    notice = exported(article, source="Rumour", version="10", pubstatus=PubStatus.CANCELED)
    assert take_story(notice).article != article.pk
    article.refresh_from_db()
    assert article.status == Article.Status.READY
    assert Article.objects.exclude(pk=article.pk).get().uuid != article.uuid


@pytest.fixture(params=["desk", "feed"])
def nobodys(request):
    """An article without a source: written here, or from a feed under another identifier."""
    if request.param == "desk":
        return ArticleFactory(published=True)
    return Article.objects.get(pk=take_story(story(uri="https://example.org/1", text="Fog.")).article)


def test_without_a_source_nothing_is_changed_by_naming_it(nobodys):
    """Anybody may have seen its UUID: a newer version is proposed, also after its export was imported."""
    take_story(exported(nobodys, created=nobodys.publish_at))
    item = take_story(exported(nobodys, headline="Rumour", version="9"))
    assert (item.outcome, item.article) == (Outcome.PROPOSED, nobodys.pk)
    assert Article.objects.get().headline == nobodys.headline


def test_without_a_source_nothing_is_killed_by_naming_it(nobodys):
    """The kill is filed, and told; a second time as well, and an export is known as before."""
    take_story(exported(nobodys, created=nobodys.publish_at))
    for version in ("9", "10"):
        item = take_story(exported(nobodys, version=version, pubstatus=PubStatus.CANCELED))
        assert (item.outcome, item.article) == (Outcome.CANCELED, None)
        assert [problem["code"] for problem in item.problems] == ["kill-unmatched"]
    item = take_story(exported(nobodys, created=nobodys.publish_at, ednote="Once more."))
    assert (item.outcome, item.article) == (Outcome.UNCHANGED, nobodys.pk)
    assert Article.objects.get().status == nobodys.status


def test_the_notice_of_a_kill_of_ours_is_known(nobodys):
    """Importing what `--kills` exports changes nothing, with or without a source."""
    kill(nobodys, "Wrong.")
    nobodys.refresh_from_db()
    item = take_story(exported(nobodys, pubstatus=PubStatus.CANCELED))
    assert (item.outcome, item.article) == (Outcome.UNCHANGED, nobodys.pk)


def test_without_a_source_what_made_it_may_change_and_kill_it():
    """The site that exported it, to which this is the other house."""
    told = {"uri": SOME.urn, "created": NOON}
    made = take_story(story(**told, version="1"))
    assert take_story(story("Fog lifts", **told, version="2")).outcome == Outcome.UPDATED
    item = take_story(story("Fog lifts", **told, version="3", pubstatus=PubStatus.CANCELED))
    assert (item.outcome, item.article) == (Outcome.CANCELED, made.article)


def test_two_sources_that_name_one_uuid_at_once_are_two_stories():
    """The first has it."""
    one, two = (story(uri=SOME.urn, source=name, version="1") for name in ("Meridian", "Rumour"))
    outcomes = [item.outcome for item in take(document(one), document(two))]
    assert outcomes == [Outcome.CREATED, Outcome.CREATED]
    assert Article.objects.filter(uuid=SOME).get().source.name == "Meridian"


def test_feeds_that_use_uuids_keep_their_ways():
    """A story without a number as its version tells nothing of ours."""
    take_story(story(uri=SOME.urn, created=NOON, updated=NOON.replace(hour=15)))
    article = Article.objects.get()
    assert (article.version, article.changed_at) == (1, None)


def test_what_the_desk_has_deleted_is_not_made_again():
    """An import made it, so it is known to be gone."""
    told = story(uri=SOME.urn, version="1")
    take_story(told)
    Article.objects.all().delete()
    assert take_story(told).outcome == Outcome.UNCHANGED
    assert WireItem.objects.count() == 2
    assert not Article.objects.exists()
