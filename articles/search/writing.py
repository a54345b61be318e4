"""Keeps the words of articles where the engines look for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from django.db import connections, router, transaction

from articles import markup
from articles.models import Article, Author, Byline, SearchText, Tag, TaggedArticle
from articles.search.engines import COLUMNS
from articles.search.folding import fold

BATCH = 500
# Folded characters of a field that can be found: a tsvector holds no more than a megabyte.
LONGEST = {"headline": 2_000, "standfirst": 10_000, "names": 10_000, "tags": 20_000, "body": 120_000}


def text_of(
    article: int, *, headline: str, standfirst: str, names: Iterable[str], tags: Iterable[str], body: str
) -> SearchText:
    """The row for an article (by its id), not stored yet; `body` is clean HTML."""
    return SearchText(
        article_id=article,
        headline=_cut("headline", fold(headline)),
        standfirst=_cut("standfirst", fold(standfirst)),
        names=_cut("names", "".join(map(fold, names))),
        tags=_cut("tags", "".join(map(fold, tags))),
        body=_cut("body", fold(markup.text(body))),
    )


def _cut(column: str, words: str) -> str:
    limit = LONGEST[column]
    return words if len(words) <= limit else words[: words.rfind(" ", 0, limit) + 1]


def write(rows: Iterable[SearchText]) -> None:
    """Store rows of `text_of()`, new or in the place of old ones."""
    SearchText.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["article"], update_fields=COLUMNS, batch_size=BATCH
    )


def index(articles: Iterable[Article | int]) -> int:
    """Make articles, or those of these ids, found by what they say now; returns how many. A queryset will do.

    Five statements for each 500 of them.
    """
    ids = (article if isinstance(article, int) else article.pk for article in articles)
    return sum(_index(batch) for batch in _batches(ids))


def found_by(things: Iterable[Author | Tag]) -> list[int]:
    """The ids of articles that are found by the names of these people and tags; index them after a change."""
    things = list(things)
    people = [thing.pk for thing in things if isinstance(thing, Author)]
    tags = [thing.pk for thing in things if isinstance(thing, Tag)]
    credited = Byline.objects.filter(author__in=people).values_list("article_id", flat=True)
    tagged = TaggedArticle.objects.filter(tag__in=tags).values_list("content_object_id", flat=True)
    return sorted({*credited, *tagged})


def rebuild(progress: Callable[[int], None] | None = None) -> int:
    """Index all articles anew and let the engine tidy up; returns how many; tells `progress` each batch."""
    using = router.db_for_write(SearchText)
    connection = connections[using]
    if connection.vendor == "sqlite":  # also when the index was damaged and its triggers would fail
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO articles_searchindex(articles_searchindex) VALUES ('rebuild')")
    count = 0
    for batch in _batches(Article.objects.order_by("pk").values_list("pk", flat=True).iterator(BATCH)):
        done = _index(batch)
        count += done
        if progress:
            progress(done)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("INSERT INTO articles_searchindex(articles_searchindex) VALUES ('optimize')")
        else:
            cursor.execute("ANALYZE articles_searchtext")
    return count


def _index(ids: list[int]) -> int:
    with transaction.atomic():
        names, tags = defaultdict(list), defaultdict(list)
        bylines = Byline.objects.filter(article__in=ids).order_by("position", "pk")
        for article, name in bylines.values_list("article_id", "author__name"):
            names[article].append(name)
        tagged = TaggedArticle.objects.filter(content_object__in=ids).order_by("position", "pk")
        for article, name in tagged.values_list("content_object_id", "tag__name"):
            tags[article].append(name)
        rows = [
            text_of(
                article,
                headline=headline,
                standfirst=standfirst,
                names=names[article],
                tags=tags[article],
                body=body,
            )
            for article, headline, standfirst, body in Article.objects.filter(pk__in=ids)
            .order_by("pk")
            .values_list("pk", "headline", "standfirst", "body")
        ]
        write(rows)
    return len(rows)


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    ids = iter(ids)
    while batch := list(islice(ids, BATCH)):
        yield batch
