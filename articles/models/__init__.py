"""The newsroom's tables, a module per idea. Import them from here."""

from articles.models.addresses import FormerAddress
from articles.models.article import Article, Revision
from articles.models.media import Photo
from articles.models.people import Author, AuthorName, Byline
from articles.models.search import SearchText
from articles.models.subjects import SubjectMapping
from articles.models.taxonomy import Section, SectionName, Source, SourceName, Tag, TaggedArticle, TagName
from articles.models.wire import ImportRun, Outcome, WireDocument, WireItem

__all__ = [
    "Article",
    "Author",
    "AuthorName",
    "Byline",
    "FormerAddress",
    "ImportRun",
    "Outcome",
    "Photo",
    "Revision",
    "SearchText",
    "Section",
    "SectionName",
    "Source",
    "SourceName",
    "SubjectMapping",
    "Tag",
    "TagName",
    "TaggedArticle",
    "WireDocument",
    "WireItem",
]
