"""Articles of the database as values to be written: chosen, and read in batches of constant queries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import Prefetch, Q
from django.utils import timezone

from articles import markup
from articles.exports.content import Contributor, Exported, Picture, Status
from articles.models import Article, Byline, Photo, Section, TaggedArticle
from articles.models.article import ArticleQuerySet
from articles.pictures import CONTENT_TYPES, rendition_url

BATCH = 500  # articles in memory at a time
_FIGURE = re.compile(r'<figure data-photo="(\d{1,15})"></figure>')


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be exported. Without more it is what readers can see now.

    `drafts` adds all that is not out: drafts, and what waits for its time. `kills` adds the notices that
    articles were killed which readers had seen. `since` is the moment from which on they are new or changed.
    """

    section: Section | None = None
    since: datetime | None = None
    drafts: bool = False
    kills: bool = False


def chosen(choice: Choice, at: datetime | None = None) -> ArticleQuerySet:
    """The articles of a choice at a moment (now by default), in the order in which they were made."""
    at = at or timezone.now()
    public = Q(pk__in=Article.objects.published(at).order_by().values("pk"))
    wanted = public
    if choice.drafts:
        wanted |= ~Q(status=Article.Status.KILLED)
    if choice.kills:
        wanted |= Q(status=Article.Status.KILLED, first_published_at__lte=at)
    found = Article.objects.filter(wanted)
    if choice.since:
        since = choice.since
        moved = Q(publish_at__gte=since) | Q(changed_at__gte=since) | Q(embargoed_until__gte=since)
        # What is no story for readers has no such times: drafts, and the moment of a kill.
        found = found.filter(moved | Q(saved_at__gte=since) & ~Q(status=Article.Status.READY))
    if choice.section:
        found = found.filter(section__in=within(choice.section))
    return found.order_by("pk")


def within(section: Section) -> list[int]:
    """The ids of a section and of all below it, however deep."""
    below: dict[int | None, list[int]] = {}
    for pk, parent in Section.objects.order_by("pk").values_list("pk", "parent_id"):
        below.setdefault(parent, []).append(pk)
    found = [section.pk]
    for pk in found:
        found += [child for child in below.get(pk, ()) if child not in found]
    return found


def gather(articles: ArticleQuerySet, at: datetime | None = None) -> Iterator[Exported]:
    """The values of articles, one by one; four queries for each `BATCH` of them, which is all in memory."""
    at = at or timezone.now()
    rows = (
        articles.select_related("section", "source", "lead_photo")
        .prefetch_related(
            Prefetch("bylines", Byline.objects.select_related("author")),
            Prefetch("tagged", TaggedArticle.objects.select_related("tag")),
        )
        .defer("search_headline", "search_description", "kill_reason")
        .iterator(chunk_size=BATCH)
    )
    for batch in batches(rows, BATCH):
        bodies = {article.pk: markup.clean(article.body) for article in batch}
        numbers = {int(number) for body in bodies.values() for number in _FIGURE.findall(body)}
        photos = Photo.objects.in_bulk(numbers) if numbers else {}
        for article in batch:
            yield _exported(article, bodies[article.pk], photos, at)


def batches(rows: Iterable[Article], size: int) -> Iterator[list[Article]]:
    """The rows in lists of this size."""
    rows = iter(rows)
    while batch := list(islice(rows, size)):
        yield batch


def _exported(article: Article, body: str, photos: Mapping[int, Photo], at: datetime) -> Exported:
    status = _status(article)
    told: dict[str, Any] = {
        "pk": article.pk,
        "slug": article.slug,
        "uri": article.uuid.urn,
        "url": _whole(article.get_absolute_url()),
        "version": article.version,
        "status": status,
        "headline": article.headline,
        "slugline": article.slugline,
        "language": article.language,
        "source": article.source.name if article.source else "",
        "section": article.section.name if article.section else "",
        "urgency": article.urgency,
        "created": article.publish_at,
        "updated": article.changed_at,
        "saved": article.saved_at,
        "publisher": settings.SITE_NAME,
        "site": settings.SITE_URL + "/",
    }
    if status == "canceled":  # what had to be taken back is not sent out once more
        return Exported(**told)
    embargoed = _not_before(article, at)
    numbers = dict.fromkeys(int(number) for number in _FIGURE.findall(body))
    return Exported(
        **told,
        kind=article.kind,
        standfirst=article.standfirst,
        credits=tuple(_credit(byline) for byline in article.bylines.all()),
        dateline=article.dateline,
        located=article.located,
        tags=tuple(tagged.tag.name for tagged in article.tagged.all()),
        ednote=article.ednote,
        copyright=article.copyright,
        embargoed=embargoed,
        waits=embargoed is not None and embargoed > at,
        body=body,
        lead=picture(article.lead_photo) if article.lead_photo else None,
        figures={number: picture(photos[number]) for number in numbers if number in photos},
    )


def _status(article: Article) -> Status:
    if article.status == Article.Status.KILLED:
        return "canceled"
    return "usable" if article.status == Article.Status.READY else "withheld"


def _not_before(article: Article, at: datetime) -> datetime | None:
    """Its embargo; what waits for its time of publication may not be used before that either."""
    embargo, publish = article.embargoed_until, article.publish_at
    if article.status == Article.Status.READY and publish and publish > at:
        return max(publish, embargo) if embargo else publish
    return embargo


def _credit(byline: Byline) -> Contributor:
    return Contributor(byline.author.name, byline.role, byline.place)


def picture(photo: Photo) -> Picture:
    """A photo at its largest rendition, which has no metadata; its original where it has none."""
    if photo.widths:
        width = max(photo.widths)
        height, url = max(1, round(photo.height * width / photo.width)), rendition_url(photo, width, "jpg")
    else:
        width, height, url = photo.width, photo.height, photo.file.url
    return Picture(
        href=_whole(url),
        mimetype=CONTENT_TYPES.get(url.rpartition(".")[2], "application/octet-stream"),
        width=width,
        height=height,
        title=photo.title,
        caption=photo.caption,
        alt=photo.alt,
        byline=photo.byline,
        credit=photo.credit,
        copyright=photo.copyright,
    )


def _whole(path: str) -> str:
    return urljoin(settings.SITE_URL + "/", path)
