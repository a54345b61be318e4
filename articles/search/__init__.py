"""Search: words in, articles out, best first. Which engine finds them stays in here.

`index()` writes what can be found of articles, `search()` finds them, `rebuild()` does all articles anew.
Headline counts most, then tags and names, then standfirst, then body.
"""

from __future__ import annotations

from django.db import connections
from django.db.models import FloatField, Value

from articles.models import Article
from articles.models.article import ArticleQuerySet
from articles.search.engines import ENGINES
from articles.search.query import parse
from articles.search.writing import found_by, index, rebuild, text_of, write

__all__ = ["found_by", "index", "rebuild", "search", "text_of", "write"]


def search(text: str, queryset: ArticleQuerySet | None = None) -> ArticleQuerySet:
    """The articles of `queryset` (all by default) in which the query is found, best first, then newest.

    Words must all be there; "a phrase" stands as it is; -word must not be there; wor* begins so. Case and
    accents do not matter. A query without any word finds nothing. The answer is lazy, and each article has
    its `relevance`, more is better.
    """
    found = Article.objects.all() if queryset is None else queryset
    terms = parse(text)
    if not terms:
        return found.none()
    engine = ENGINES[connections[found.db].vendor]
    everything = Article.objects.using(found.db).order_by()
    wanted = [term for term in terms if not term.excluded]
    for term in terms:
        if term.excluded:
            found = found.exclude(pk__in=everything.filter(engine.condition([term])).values("pk"))
    if wanted:
        found = found.filter(engine.condition(wanted)).annotate(relevance=engine.relevance(wanted))
    else:
        found = found.annotate(relevance=Value(0.0, output_field=FloatField()))
    return found.order_by("-relevance", "-publish_at", "-pk")
