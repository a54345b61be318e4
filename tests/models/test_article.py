"""Articles: what is public, in which order, and what the database never holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article, Byline, Section, TaggedArticle, WireDocument, WireItem
from tests.factories import (
    FAR_OFF,
    JANUARY_5,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    ImportRunFactory,
    PhotoFactory,
    SectionFactory,
    TagFactory,
    UserFactory,
    WireDocumentFactory,
    WireItemFactory,
)

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
TIMES = [None, NOON - timedelta(hours=1), NOON, NOON + timedelta(hours=1)]


def refused(act):
    """Whether the database refuses it."""
    try:
        with transaction.atomic():
            act()
    except IntegrityError:
        return True
    return False


def test_the_rule_of_what_is_public_is_one_rule():
    """`is_published()` says of each article what `published()` finds, at every moment."""
    for status, publish_at, embargo in product(Article.Status, TIMES, TIMES):
        if status == Article.Status.READY and publish_at is None:
            continue
        ArticleFactory(status=status, publish_at=publish_at, embargoed_until=embargo)
    articles = list(Article.objects.all())
    assert len(articles) == 4 * 4 * 4 - 4
    for at in (NOON - timedelta(hours=2), *TIMES[1:], NOON + timedelta(hours=2)):
        public = set(Article.objects.published(at))
        waiting = set(Article.objects.waiting(at))
        for article in articles:
            assert article.is_published(at) == (article in public)
            assert (article in waiting) == (article.status == "ready" and article not in public)
    assert set(Article.objects.published()) == {article for article in articles if article.is_published()}


def test_published_from_its_very_moment():
    """At the second of publication and of the end of the embargo it is public."""
    article = ArticleFactory(status="ready", publish_at=NOON, embargoed_until=NOON)
    assert article.is_published(NOON)
    assert not article.is_published(NOON - timedelta(microseconds=1))


@pytest.mark.parametrize(
    ("traits", "state"),
    [
        ({}, "draft"),
        ({"in_review": True}, "review"),
        ({"killed": True}, "killed"),
        ({"published": True}, "live"),
        ({"scheduled": True}, "scheduled"),
        ({"embargoed": True}, "embargoed"),
    ],
)
def test_states_by_name(traits, state):
    """What the desk calls them."""
    assert ArticleFactory(**traits).state == state


def test_lists_are_newest_first():
    """By publication; of one moment, the one made last."""
    old = ArticleFactory(published=True, publish_at=JANUARY_5)
    new = ArticleFactory(published=True, publish_at=JANUARY_5 + timedelta(days=1))
    same = ArticleFactory(published=True, publish_at=JANUARY_5)
    assert list(Article.objects.newest_first()) == [new, same, old]


def test_drafts_are_for_those_who_may_edit():
    """Others see what is published."""
    ArticleFactory()
    public = ArticleFactory(published=True)
    editor = UserFactory()
    editor.user_permissions.add(Permission.objects.get(codename="change_article"))
    editor = type(editor).objects.get(pk=editor.pk)
    assert Article.objects.visible_to(editor).count() == 2
    assert list(Article.objects.visible_to(UserFactory())) == [public]
    assert list(Article.objects.visible_to(AnonymousUser())) == [public]


def test_cards_cost_the_same_for_two_and_for_twelve(django_assert_num_queries):
    """Two queries, whatever a card shows, and the body is not among it."""
    for _ in range(12):
        ArticleFactory(published=True, illustrated=True, authors=["Ada", "Bo"], tags=["x"])
    for number in (2, 12):
        with django_assert_num_queries(2):
            for article in Article.objects.published().for_cards()[:number]:
                assert article.section.name
                assert article.lead_photo.alt
                assert [line.author.name for line in article.bylines.all()] == ["Ada", "Bo"]
    assert "body" in Article.objects.for_cards().first().get_deferred_fields()


def test_a_page_costs_three_queries(django_assert_num_queries):
    """With section, its parent, people and tags."""
    ArticleFactory(published=True, authors=["Ada"], tags=["x", "y"], section__parent=SectionFactory())
    with django_assert_num_queries(3):
        article = Article.objects.for_page().get()
        assert article.section.parent.name
        assert article.bylines.all()[0].author.name == "Ada"
        assert [tagged.tag.name for tagged in article.tagged.all()] == ["x", "y"]


def test_tags_keep_their_order():
    """That of the source, or of the desk."""
    article = ArticleFactory(tags=["b", "c", "a"])
    assert [tag.name for tag in article.tags.all()] == ["b", "c", "a"]


def test_an_article_without_an_address_gets_that_of_its_headline():
    """One that has an address keeps it."""
    article = ArticleFactory(headline="Fog closes Łódź")
    assert article.slug == "fog-closes-lodz"
    article.headline = "Rain"
    article.save()
    assert article.slug == "fog-closes-lodz"


def test_ready_without_a_time_is_said_before_it_is_refused():
    """By the form."""
    with pytest.raises(ValidationError, match="needs a time of publication"):
        Article(headline="x", status="ready").clean()


@pytest.mark.parametrize(
    "values",
    [
        {"status": "ready", "publish_at": None},
        {"status": "other"},
        {"headline": ""},
        {"slug": ""},
        {"urgency": 0},
        {"urgency": 10},
    ],
)
def test_what_an_article_never_is(values):
    """Refused by the database, also to `update()`."""
    ArticleFactory()
    assert refused(lambda: Article.objects.update(**values))


def test_what_other_rows_never_are():
    """A credit or a tag twice, an unknown role, a section in itself, a point outside of the picture."""
    article, author, tag = ArticleFactory(), AuthorFactory(), TagFactory()
    BylineFactory(article=article, author=author)
    TaggedArticle.objects.create(content_object=article, tag=tag)
    photo = PhotoFactory()
    section = SectionFactory()
    assert refused(lambda: Byline.objects.create(article=article, author=author))
    assert refused(lambda: Byline.objects.create(article=article, author=author, role="king"))
    assert refused(lambda: TaggedArticle.objects.create(content_object=article, tag=tag))
    assert refused(lambda: Section.objects.filter(pk=section.pk).update(parent=section))
    assert refused(lambda: type(photo).objects.filter(pk=photo.pk).update(focal_x=101))
    assert not refused(lambda: Byline.objects.create(article=article, author=author, role="photographer"))


def test_what_the_wire_never_is():
    """A document twice, a story twice in one, two articles of one story, a quarantine without a reason."""
    run, document = ImportRunFactory(), WireDocumentFactory()
    item = WireItemFactory(run=run, document=document, index=0)
    other = WireDocumentFactory()
    assert refused(lambda: WireDocumentFactory(sha256=document.sha256))
    assert refused(lambda: WireItemFactory(document=document, index=0))
    assert refused(lambda: WireItemFactory(document=other, identity=item.identity))
    assert refused(lambda: WireItemFactory(document=other, identity=""))
    assert refused(lambda: WireItemFactory(document=other, quarantined=True, error_code=""))
    assert refused(lambda: WireItemFactory(document=other, quarantined=True, story={"headline": "x"}))
    assert refused(lambda: WireItemFactory(document=other, outcome="lost"))
    assert refused(lambda: WireDocument.objects.filter(pk=document.pk).update(certainty=1.5))
    assert not refused(lambda: WireItemFactory(document=other, identity=item.identity, outcome="unchanged"))


def test_what_others_need_cannot_be_deleted():
    """An author, a section or a source with articles stays; a deleted article leaves its wire copy."""
    article = ArticleFactory(authors=["Ada"])
    item = WireItemFactory(article=article)
    for thing in (article.section, article.bylines.get().author):
        with pytest.raises(IntegrityError), transaction.atomic():
            thing.delete()
    article.delete()
    item.refresh_from_db()
    assert item.article is None
    assert WireItem.objects.count() == 1


def test_save_version_notices_what_was_saved_since():
    """Of two who read the same version, the second changes nothing."""
    article = ArticleFactory()
    first, second = Article.objects.get(), Article.objects.get()
    assert Article.objects.all().save_version(first, headline="First")
    assert not Article.objects.all().save_version(second, headline="Second")
    article.refresh_from_db()
    assert (article.headline, article.version) == ("First", 2)
    assert (first.headline, first.version) == ("First", 2)


def test_documents_are_kept_as_they_came():
    """Compressed, and unpacked byte by byte."""
    document = WireDocumentFactory(document=b"\x00Fog" * 1000)
    document.refresh_from_db()
    assert document.document == b"\x00Fog" * 1000
    assert len(document.data) < document.size == 4000


def test_far_off_is_after_now():
    """The factories' idea of the future holds."""
    assert timezone.now() < FAR_OFF
