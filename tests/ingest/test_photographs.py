"""Photographs among the documents of an import."""

from __future__ import annotations

import pytest

from articles.ingest.reading import Incoming
from articles.ingest.runs import Options, run
from articles.models import Article, Outcome, Photo
from tests.factories import picture

pytestmark = pytest.mark.django_db


def taken(*documents: tuple[str, bytes], **options):
    """The outcomes of an import of these files."""
    found = []
    run([Incoming(path, data) for path, data in documents], Options(**options), tell=found.append)
    return found


def test_a_photograph_leads_the_article_that_it_makes():
    """Kept once, with its renditions, as an original that came in."""
    (item,) = taken(("a.jpg", picture(800, 600)))
    article = Article.objects.get(pk=item.article)
    assert (article.lead_photo.width, article.lead_photo.widths[0]) == (800, 360)
    (again,) = taken(("b.jpg", picture(800, 600)))
    assert (again.outcome, again.article, Photo.objects.count()) == (Outcome.UNCHANGED, article.pk, 1)


def test_photographs_of_one_event_are_stories_of_their_own():
    """The same words, other pictures."""
    items = taken(("a.jpg", picture(800, 600)), ("b.jpg", picture(600, 800)))
    assert [item.outcome for item in items] == [Outcome.CREATED, Outcome.CREATED]
    assert items[0].article != items[1].article


def test_a_picture_that_is_cut_off_is_told_and_its_words_are_kept():
    """What it says of itself stands at its beginning."""
    data = picture(800, 600)
    (item,) = taken(("a.jpg", data[: len(data) // 2]))
    assert item.outcome == Outcome.CREATED
    assert "broken-picture" in [problem["code"] for problem in item.problems]
    assert Article.objects.get(pk=item.article).lead_photo is None


def test_a_dry_run_keeps_no_picture():
    """Nothing in the library, nothing on the disk."""
    taken(("a.jpg", picture(800, 600)), dry_run=True)
    assert not Photo.objects.exists()
