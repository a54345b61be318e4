"""The `meta` elements of a page, and the names under which the same thing is said, the most trusted first."""

from __future__ import annotations

from articles.wire.formats.html.page import Element
from articles.wire.words import tidy

TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "sailthru.title",
    "parsely-title",
    "hdl",
    "headline",
    "title",
)
DESCRIPTIONS = (
    "og:description",
    "description",
    "twitter:description",
    "dc.description",
    "dcterms.abstract",
    "dcterms.description",
    "sailthru.description",
    "abstract",
    "lp",
)
CREATED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "article:published",
    "article.published",
    "article_date_original",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "publish-date",
    "publish_date",
    "publishdate",
    "publication_date",
    "pubdate",
    "pub_date",
    "date_published",
    "originalpublicationdate",
    "article.created",
    "ptime",
    "pdate",
    "citation_publication_date",
    "citation_date",
    "rnews:datepublished",
    "dc.date",
    "dcterms.date",
    "displaydate",
    "weibo:article:create_at",
    "bt:pubdate",
    "date",
)
UPDATED = (
    "article:modified_time",
    "og:article:modified_time",
    "datemodified",
    "og:updated_time",
    "article_date_updated",
    "dc.date.modified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
    "lastmodified",
    "modified_date",
    "revision_date",
    "article:modified",
    "article.updated",
    "utime",
    "weibo:article:update_at",
    "bt:moddate",
)
AUTHORS = (
    "author",
    "article:author",
    "og:article:author",
    "article_author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "byline",
    "authors",
    "cxenseparse:author",
    "citation_author",
    "rnews:creator",
)
SECTIONS = (
    "article:section",
    "og:article:section",
    "articlesection",
    "parsely-section",
    "sailthru.section",
    "section",
    "article.section",
    "dc.subject.section",
    "cxenseparse:category",
    "cg",
)
KEYWORDS = (
    "article:tag",
    "og:article:tag",
    "news_keywords",
    "keywords",
    "parsely-tags",
    "sailthru.tags",
    "dc.subject",
    "dcterms.subject",
)
SOURCES = (
    "source",
    "dc.publisher",
    "dcterms.publisher",
    "article_publication_name",
    "copyright-holder",
    "og:site_name",
    "application-name",
)
COPYRIGHTS = ("copyright", "dc.rights", "dcterms.rights", "rights", "dcterms.rightsholder")


class Metas:
    """The `meta` elements of a page by their names in small letters; `property`, `itemprop` are names too.

    Some tools that save pages rename `content` to `value` and `property` to `name`; both are read.
    """

    def __init__(self, root: Element) -> None:
        self.values: dict[str, list[str]] = {}
        for meta in root.iter("meta"):
            value = meta.get("content") or meta.get("value")
            if not value or not (value := tidy(value)):
                continue
            for key in ("property", "name", "itemprop", "http-equiv"):
                for name in (meta.get(key) or "").lower().split():
                    known = self.values.setdefault(
                        name.replace("dcterms:", "dcterms.").replace("dc:", "dc."), []
                    )
                    if value not in known:
                        known.append(value)

    def first(self, *names: str) -> str | None:
        """The first value of the first of these names that has one."""
        return next((self.values[name][0] for name in names if name in self.values), None)

    def each(self, *names: str) -> list[str]:
        """All values of these names, in the order of the names."""
        return [value for name in names for value in self.values.get(name, ())]
