"""The desk: Django's admin for the newsroom, a file per models file."""

from articles.admin import article, media, people, subjects, taxonomy, wire

__all__ = ["article", "media", "people", "subjects", "taxonomy", "wire"]
