"""What a page tells search engines and those who share it: its picture, and a story as schema.org data.

https://schema.org/NewsArticle, https://developers.google.com/search/docs/appearance/structured-data/article
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from articles.models import Article, Byline, Photo
from articles.pictures import rendition_url
from articles.templatetags.news import credited_as, description_of, is_language, was_updated

register = template.Library()

LEAST_WIDTH = 600  # pixels; a smaller photo is shared worse than none
_TYPES = {
    Article.Kind.OPINION: "OpinionNewsArticle",
    Article.Kind.ANALYSIS: "AnalysisNewsArticle",
    Article.Kind.REVIEW: "ReviewNewsArticle",
}
# No text can end the script element or begin a comment in it.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@dataclass(frozen=True)
class SharedPicture:
    """The picture that stands for a page elsewhere; `url` is whole, sizes are pixels."""

    url: str
    width: int
    height: int
    alt: str


@register.simple_tag
def shared_picture(article: Article | None = None) -> SharedPicture:
    """The lead photo of a story, else the sign of the site."""
    photo: Photo | None = article.lead_photo if isinstance(article, Article) else None
    if photo is not None and photo.widths and max(photo.widths) >= LEAST_WIDTH:
        width = max(photo.widths)
        return SharedPicture(
            _whole(rendition_url(photo, width, "jpg")),
            width,
            max(1, round(photo.height * width / photo.width)),
            photo.alt or photo.caption or article.headline,  # type: ignore[union-attr]
        )
    return SharedPicture(_whole(static("icons/share.png")), 1200, 630, settings.SITE_NAME)


@register.simple_tag
def structured_data(article: Article) -> SafeString:
    """The story as JSON-LD in a script element, which is data and never runs."""
    picture = shared_picture(article)
    published = article.publish_at
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": _TYPES.get(Article.Kind(article.kind), "NewsArticle"),
        "headline": article.headline,
        "description": description_of(article),
        "url": _whole(article.get_absolute_url()),
        "mainEntityOfPage": _whole(article.get_absolute_url()),
        "datePublished": _iso(published),
        "dateModified": _iso(article.changed_at if was_updated(article) else published),
        "isAccessibleForFree": True,
        "image": {
            "@type": "ImageObject",
            "url": picture.url,
            "width": picture.width,
            "height": picture.height,
        },
        "author": [_author(byline) for byline in credited_as(article, Byline.Role.AUTHOR)]
        or [_organisation()],
        "publisher": {
            **_organisation(),
            "logo": {"@type": "ImageObject", "url": _whole(static("icons/logo.png"))},
        },
    }
    if is_language(article.language):
        data["inLanguage"] = article.language
    if article.section:
        data["articleSection"] = article.section.name
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308


def _author(byline: Byline) -> dict[str, str]:
    author = byline.author
    kind = "Organization" if author.kind == author.Kind.AGENCY else "Person"
    return {"@type": kind, "name": author.name, "url": _whole(author.get_absolute_url())}


def _organisation() -> dict[str, Any]:
    return {"@type": "NewsMediaOrganization", "name": settings.SITE_NAME, "url": settings.SITE_URL + "/"}


def _whole(path: str) -> str:
    return urljoin(settings.SITE_URL + "/", path)


def _iso(moment: Any) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")
