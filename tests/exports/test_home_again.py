"""An export that is imported makes the same article: here it is known, elsewhere it is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.db import transaction
from hypothesis import given, settings

from articles.exports import WRITERS
from articles.exports.content import Exported
from articles.exports.gathering import Choice, chosen, gather
from articles.ingest.reading import Incoming
from articles.ingest.runs import Options, run
from articles.models import Article, Author, Outcome, Section, Source, Tag, WireDocument, WireItem
from articles.models.names import slug_for
from tests.exports.made import articles
from tests.exports.standards import faults
from tests.exports.test_round_trip import FORMATS, without_figures
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    PhotoFactory,
    SectionFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db
FEWER = settings(max_examples=max(25, settings().max_examples // 8))


def stored(article: Exported) -> Article:
    """The article as the desk would have it, with the photos that stand in it."""
    photos = {number: PhotoFactory().pk for number in article.figures}
    body = re.sub(r'data-photo="(\d+)"', lambda it: f'data-photo="{photos[int(it[1])]}"', article.body)
    ready = article.status == "usable"
    row = ArticleFactory(
        uuid=article.uri.removeprefix("urn:uuid:"),
        status=Article.Status.READY if ready else Article.Status.DRAFT,
        publish_at=article.created,
        embargoed_until=article.embargoed,
        changed_at=article.updated,
        section=SectionFactory(name=article.section) if article.section else None,
        source=SourceFactory(name=article.source) if article.source else None,
        lead_photo=PhotoFactory() if article.lead else None,
        body=body,
        tags=article.tags,
        **{
            name: getattr(article, name)
            for name in ("version", "headline", "kind", "slugline", "standfirst", "dateline", "located")
        },
        **{name: getattr(article, name) for name in ("language", "urgency", "ednote", "copyright")},
    )
    for position, credit in enumerate(article.credits):
        author = AuthorFactory(name=credit.name)
        BylineFactory(article=row, author=author, role=credit.role, place=credit.place, position=position)
    return row


def exports() -> list[Exported]:
    """All that there is, with what may differ from one house to another left out."""
    found = []
    for article in gather(chosen(Choice(drafts=True))):
        body = without_figures(article.body)
        found.append(replace(article, pk=0, url="", saved=None, body=body, lead=None, figures={}))
    return found


def imported(document: bytes, name: str) -> tuple[Outcome, int | None]:
    """What becomes of the one story of a document."""
    told = []
    run([Incoming(name, document)], Options(publish=True), tell=told.append)
    (item,) = told
    return item.outcome, item.article


def emptied() -> None:
    """Another house, which knows nothing of all this."""
    for model in (Article, WireItem, WireDocument, Author, Tag, Source, Section):
        model.objects.all().delete()


@contextmanager
def taken_back() -> Iterator[None]:
    """What hypothesis stores for one example is gone before the next."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("format", FORMATS)
@FEWER
@given(article=articles())
def test_the_same_article(format: str, article: Exported) -> None:
    """Known in its own house, whole in another one, and there not made twice."""
    people = {slug_for(credit.name) for credit in article.credits}
    tags = tuple(
        tag for tag in article.tags if slug_for(tag) not in people
    )  # a person is no topic of its own
    article = replace(article, tags=tags)
    if article.embargoed == article.created:  # it ended long ago, and with publication
        article = replace(article, embargoed=None)
    with taken_back():
        row = stored(article)
        before = exports()
        (document,) = [WRITERS[format].write(one) for one in gather(chosen(Choice(drafts=True)))]
        assert faults(format, document) == []
        assert imported(document, "here") == (Outcome.UNCHANGED, row.pk)
        assert exports() == before
        emptied()
        outcome, number = imported(document, "there")
        assert outcome == Outcome.CREATED
        assert exports() == before
        assert imported(document, "again") == (Outcome.UNCHANGED, number)
        assert imported(document + b"\n", "once more") == (Outcome.UNCHANGED, number)
        assert exports() == before
