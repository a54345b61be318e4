"""Which articles are exported, and what is told of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.exports import WRITERS
from articles.exports.gathering import Choice, chosen, gather
from articles.ingest.reading import Incoming
from articles.ingest.runs import Options, run
from articles.models import Article
from tests.factories import (
    FAR_OFF,
    JANUARY_5,
    ArticleFactory,
    BylineFactory,
    PhotoFactory,
    SectionFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


def found(**choice) -> list[str]:
    """The headlines of a choice."""
    return [article.headline for article in chosen(Choice(**choice))]


@pytest.fixture
def desk():
    """An article in each state."""
    ArticleFactory(headline="public", published=True)
    ArticleFactory(headline="draft", publish_at=JANUARY_5)
    ArticleFactory(headline="in review", in_review=True)
    ArticleFactory(headline="scheduled", scheduled=True)
    ArticleFactory(headline="embargoed", embargoed=True)
    ArticleFactory(headline="killed", killed=True, first_published_at=JANUARY_5)
    ArticleFactory(headline="killed unseen", killed=True)


def test_what_is_chosen(desk):
    """What readers see; what is not out and what they saw before a kill only where it is asked for."""
    assert found() == ["public"]
    assert found(drafts=True) == ["public", "draft", "in review", "scheduled", "embargoed"]
    assert found(kills=True) == ["public", "killed"]


def test_what_is_told_of_its_state(desk):
    """Nothing that is not public is usable without an embargo, and what was killed is not sent out again."""
    told = {article.headline: article for article in gather(chosen(Choice(drafts=True, kills=True)))}
    assert {headline: article.status for headline, article in told.items()} == {
        "public": "usable",
        "draft": "withheld",
        "in review": "withheld",
        "scheduled": "usable",
        "embargoed": "usable",
        "killed": "canceled",
    }
    embargoes = {headline for headline, article in told.items() if article.embargoed}
    assert embargoes == {"scheduled", "embargoed"}
    assert {told[headline].embargoed for headline in embargoes} == {FAR_OFF}
    assert {headline for headline, article in told.items() if article.waits} == embargoes
    killed = told["killed"]
    assert (killed.body, killed.standfirst, killed.credits, killed.ednote) == ("", "", (), "")


def test_a_later_embargo_holds_what_is_scheduled():
    """And an earlier one does not free it."""
    later, earlier = FAR_OFF + timedelta(days=1), FAR_OFF - timedelta(days=1)
    ArticleFactory(scheduled=True, embargoed_until=later)
    ArticleFactory(scheduled=True, embargoed_until=earlier)
    told = [article.embargoed for article in gather(chosen(Choice(drafts=True)))]
    assert told == [later, FAR_OFF]


SOON = (timezone.now() + timedelta(days=10)).replace(second=0, microsecond=0)
STATES = {
    "scheduled": {"scheduled": True, "publish_at": SOON},
    "embargoed": {"embargoed": True, "embargoed_until": SOON},
    "draft": {},
    "killed": {"killed": True, "first_published_at": JANUARY_5},
}


@pytest.mark.parametrize("format", WRITERS)
@pytest.mark.parametrize("state", STATES)
def test_what_is_not_public_stays_so_wherever_it_is_imported(format, state):
    """Though all is published that may be: until its time, or until the desk says so."""
    ArticleFactory(**STATES[state])
    (article,) = gather(chosen(Choice(drafts=True, kills=True)))
    document = WRITERS[format].write(article)
    Article.objects.all().delete()
    run([Incoming("a", document)], Options(publish=True))
    assert not Article.objects.published().exists()
    assert not Article.objects.published(at=SOON - timedelta(minutes=1)).exists()
    assert Article.objects.published(at=SOON).exists() == (state in ("scheduled", "embargoed"))


def test_a_section_with_all_below_it():
    """However deep, and nothing beside it."""
    coast = SectionFactory(name="Coast")
    ports = SectionFactory(name="Ports", parent=coast)
    for name, section in (("c", coast), ("p", ports), ("q", SectionFactory(name="Quays", parent=ports))):
        ArticleFactory(headline=name, published=True, section=section)
    ArticleFactory(headline="inland", published=True)
    assert found(section=coast) == ["c", "p", "q"]
    assert found(section=ports) == ["p", "q"]


def test_a_circle_of_sections_ends():
    """The desk can make one by mistake."""
    one, two = SectionFactory(), SectionFactory()
    one.parent, two.parent = two, one
    one.save()
    two.save()
    ArticleFactory(headline="a", published=True, section=two)
    assert found(section=one) == ["a"]


def test_what_is_new_since_a_moment():
    """Published, told as updated, or freed from its embargo; drafts and kills by when they were saved."""
    since = datetime(2026, 2, 1, tzinfo=UTC)
    later = since + timedelta(days=1)
    ArticleFactory(headline="old", published=True)
    ArticleFactory(headline="new", published=True, publish_at=since)
    ArticleFactory(headline="updated", published=True, changed_at=later)
    ArticleFactory(headline="freed", published=True, embargoed_until=later)
    ArticleFactory(headline="killed", killed=True, first_published_at=JANUARY_5)
    ArticleFactory(headline="draft")
    stale = ArticleFactory(headline="old draft")
    Article.objects.filter(pk=stale.pk).update(saved_at=JANUARY_5)
    assert found(since=since) == ["new", "updated", "freed"]
    assert found(since=since, drafts=True, kills=True) == ["new", "updated", "freed", "killed", "draft"]


def test_all_that_an_article_says(settings):
    """Names, in order, and pictures by addresses that lead to this site."""
    settings.SITE_URL = "https://news.example.org"
    photo, lead = PhotoFactory(caption="Fog."), PhotoFactory(byline="Pia Holm")
    row = ArticleFactory(
        published=True,
        source=SourceFactory(name="Meridian"),
        section=SectionFactory(name="Coast"),
        tags=["Fog", "Ports"],
        authors=["Ada Lind"],
        lead_photo=lead,
        body=f'<p>One.</p><figure data-photo="{photo.pk}"></figure><figure data-photo="999999"></figure>',
    )
    BylineFactory(article=row, contributor=True, position=1)
    (article,) = gather(chosen(Choice()))
    assert article.uri == f"urn:uuid:{row.uuid}"
    assert article.url == f"https://news.example.org{row.get_absolute_url()}"
    assert (article.source, article.section, article.tags) == ("Meridian", "Coast", ("Fog", "Ports"))
    assert [(one.role, one.place) for one in article.credits] == [("author", ""), ("contributor", "Istanbul")]
    assert article.byline == "By Ada Lind"
    assert [picture.byline for picture in article.pictures] == ["Pia Holm", "Pia Holm"]
    assert list(article.figures) == [photo.pk]
    assert article.figures[photo.pk].href == f"https://news.example.org{photo.file.url}"
    assert (article.created, article.updated) == (JANUARY_5, None)


def test_pictures_are_given_by_their_largest_rendition(settings):
    """Which has no metadata; its own address may be on another host."""
    settings.SITE_URL = "https://news.example.org"
    photo = PhotoFactory()
    type(photo).objects.filter(pk=photo.pk).update(widths=[360, 720], width=1440, height=960)
    ArticleFactory(published=True, lead_photo=photo)
    (article,) = gather(chosen(Choice()))
    assert article.lead is not None
    assert article.lead.href.endswith(f"{photo.sha256}-720.jpg")
    assert (article.lead.width, article.lead.height, article.lead.mimetype) == (720, 480, "image/jpeg")


@pytest.mark.parametrize("number", [1, 7])
def test_queries_are_few_however_many_articles(number, django_assert_max_num_queries):
    """The articles, their credits, their tags, their photos."""
    for _ in range(number):
        photo = PhotoFactory()
        ArticleFactory(
            published=True, illustrated=True, authors=["Ada Lind"], tags=["Fog"],
            body=f'<figure data-photo="{photo.pk}"></figure>',
        )  # fmt: skip
    with django_assert_max_num_queries(4):
        assert len(list(gather(chosen(Choice())))) == number


def test_the_moment_is_asked_once():
    """An article that comes out while the export runs is in the next one."""
    ArticleFactory(published=True, publish_at=timezone.now() + timedelta(hours=1))
    assert found() == []
    assert chosen(Choice(), at=timezone.now() + timedelta(hours=2)).count() == 1
