"""What readers may choose from: stories below a section, the sections, tags and authors that have any.

All of it asks for published stories only, so that what is not out yet shows nowhere: not in a list, not in
a count, not as the only story of a tag. Names stand in the order of their slugs, which are the names in plain
Latin letters: the same order on every database, with Łukasz near Lukas and Ольга near Olga.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Exists, Model, OuterRef, Q, QuerySet
from django.utils import timezone

from articles.models import Article, Author, Byline, Photo, Section, Tag, TaggedArticle
from articles.models.article import ArticleQuerySet
from articles.models.names import NamedQuerySet

_PHOTO_IN_BODY = re.compile(r'<figure[^<>]*\bdata-photo="(\d{1,15})"')


def sections() -> QuerySet[Section]:
    """All sections in the desk's order; `has_stories` tells whether a story is filed under it."""
    stories = Article.objects.published().filter(section=OuterRef("pk"))
    return Section.objects.annotate(has_stories=Exists(stories)).order_by("position", "name", "pk")


def tags() -> NamedQuerySet:
    """The tags that have a story, by name."""
    return Tag.objects.filter(Exists(_public_tagging().filter(tag=OuterRef("pk")))).order_by("slug")


def tags_counted() -> QuerySet[Tag]:
    """The tags that have a story, by name, each with how many (`stories`)."""
    return _counted(Tag, "tagged__content_object")


def authors() -> NamedQuerySet:
    """The people and agencies with a credit in a story, by name."""
    return Author.objects.filter(Exists(_public_credits().filter(author=OuterRef("pk")))).order_by("slug")


def authors_counted() -> QuerySet[Author]:
    """The people and agencies with a credit in a story, by name, each with how many stories (`stories`)."""
    return _counted(Author, "bylines__article")


def in_sections(stories: ArticleQuerySet, chosen: Iterable[Section]) -> ArticleQuerySet:
    """Those filed under any of these sections."""
    return stories.filter(section__in=[section.pk for section in chosen])


def tagged(stories: ArticleQuerySet, tag: Tag) -> ArticleQuerySet:
    """Those with the tag."""
    return stories.filter(pk__in=TaggedArticle.objects.filter(tag=tag).values("content_object"))


def credited(stories: ArticleQuerySet, author: Author) -> ArticleQuerySet:
    """Those that credit this author with anything; each once."""
    return stories.filter(pk__in=Byline.objects.filter(author=author).values("article"))


def between(stories: ArticleQuerySet, first: date | None, last: date | None) -> ArticleQuerySet:
    """Those published from the first day to the last, both included, by the clock of the site."""
    if first:
        stories = stories.filter(publish_at__gte=_midnight(first))
    if last:
        stories = stories.filter(publish_at__lt=_midnight(last + timedelta(days=1)))
    return stories


def newest_of_each(groups: Sequence[Iterable[Section]], number: int) -> list[int]:
    """Ids of the newest published stories of each group of sections, `number` a group. One query."""
    parts = [
        Article.objects.order_by()
        .filter(pk__in=in_sections(Article.objects.published(), group).newest_first()[:number].values("pk"))
        .values_list("pk", flat=True)
        for group in groups
    ]
    if not parts:
        return []
    return list(parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0])


def photos_in(body: str) -> dict[int, Photo]:
    """The photos that a body shows, by id. One query, and none where it shows none."""
    ids = {int(number) for number in _PHOTO_IN_BODY.findall(body)}
    return Photo.objects.in_bulk(ids) if ids else {}


def _public_tagging() -> QuerySet[TaggedArticle]:
    return TaggedArticle.objects.filter(content_object__in=Article.objects.published().order_by())


def _public_credits() -> QuerySet[Byline]:
    return Byline.objects.filter(article__in=Article.objects.published().order_by())


def _counted(model: type[Model], path: str) -> QuerySet:
    """Rows of a model with the number of published stories at the end of `path`, those without left out."""
    now = timezone.now()
    public = Q(
        Q(**{f"{path}__embargoed_until": None}) | Q(**{f"{path}__embargoed_until__lte": now}),
        **{f"{path}__status": Article.Status.READY, f"{path}__publish_at__lte": now},
    )
    counted = Count(path, filter=public, distinct=True)
    return model._default_manager.annotate(stories=counted).filter(stories__gt=0).order_by("slug")


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
