"""The words of an article, folded for searching. Written and read by `articles.search` alone."""

from __future__ import annotations

from django.db import models


class SearchText(models.Model):
    """What can be found of an article. The engine's index (`SearchIndex`) follows this table by itself.

    In SQLite triggers on this table keep the index: a migration that alters the table makes them anew.
    """

    article = models.OneToOneField("Article", models.CASCADE, primary_key=True, related_name="search_text")
    headline = models.TextField(blank=True)
    standfirst = models.TextField(blank=True)
    names = models.TextField(blank=True)
    tags = models.TextField(blank=True)
    body = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.headline


class IndexField(models.TextField):
    """The whole of an indexed row, to be matched with the engine's own query."""


class SearchIndex(models.Model):
    """The engine's view of `SearchText`: an FTS5 table in SQLite, a view with a tsvector in PostgreSQL.

    `document` is what is matched, in the columns' order of weight; `rank` is SQLite's, best is least.
    """

    article = models.OneToOneField(
        "Article",
        models.DO_NOTHING,
        primary_key=True,
        db_column="rowid",
        db_constraint=False,
        related_name="search_index",
    )
    document = IndexField(db_column="articles_searchindex")
    rank = models.FloatField()
    headline = models.TextField()
    standfirst = models.TextField()
    names = models.TextField()
    tags = models.TextField()
    body = models.TextField()

    class Meta:
        managed = False
        db_table = "articles_searchindex"

    def __str__(self) -> str:
        return self.headline
