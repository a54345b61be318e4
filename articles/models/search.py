"""The words of an article, folded for searching. Written and read by `articles.search` alone."""

from __future__ import annotations

from django.db import models


class SearchText(models.Model):
    """What can be found of an article. The engine's index (FTS5 or tsvector) follows this table by itself."""

    article = models.OneToOneField("Article", models.CASCADE, primary_key=True, related_name="search_text")
    headline = models.TextField(blank=True)
    standfirst = models.TextField(blank=True)
    names = models.TextField(blank=True)
    tags = models.TextField(blank=True)
    body = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.headline
