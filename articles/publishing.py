"""What the desk does with an article: save, submit, publish, take off, kill, restore.

Each function is one transaction: the article's row, a revision, and the words it is found by. It works on
the article as it was read: when somebody has saved it since, `StaleArticle` is raised and nothing is done.
The instance given is brought up to date. What a person typed is checked by forms; who may do it, by callers.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import search
from articles.models import Article, Byline, Revision, Tag, TaggedArticle
from articles.models.names import name_key, slug_for

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

Status, Reason = Article.Status, Revision.Reason

# What an article says, apart from when and whether readers see it.
CONTENT_FIELDS = (
    "headline",
    "slug",
    "standfirst",
    "slugline",
    "body",
    "language",
    "kind",
    "dateline",
    "located",
    "urgency",
    "ednote",
    "copyright",
    "search_headline",
    "search_description",
)
STATE_FIELDS = ("status", "publish_at", "embargoed_until", "changed_at")

# Moments that an article may have: in every zone of the world, and in its page's calendar, they are dates.
FIRST_YEAR, LAST_YEAR = 1600, 8999
_FIRST, _END = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC), datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC)


class PublishingError(Exception):
    """Something that cannot be done with the article; the text is a sentence for an editor."""


class StaleArticle(PublishingError):
    """Somebody has saved the article since it was read."""


class WrongState(PublishingError):
    """The article's state does not allow it."""


@transaction.atomic
def save(
    article: Article,
    by: AbstractBaseUser | None = None,
    reason: str = Reason.SAVED,
    note: str = "",
    *,
    bylines: Iterable[Byline] | None = None,
    tags: Iterable[str | Tag] | None = None,
) -> Revision:
    """Store an article, new or changed, and keep what it says now as a revision.

    `bylines` (not stored yet; author, role and place) and `tags` (names or tags) take the place of those it
    has, in their order; None leaves them. A status of ready makes it public at its time, as `publish` does.
    """
    store_fields(article)
    if bylines is not None:
        _replace_bylines(article, bylines)
    if tags is not None:
        _replace_tags(article, tags)
    return _record(article, by, reason, note)


@transaction.atomic
def store_fields(article: Article) -> None:
    """Store the article's own fields alone, for a caller who changes bylines or tags next and then records.

    A new article becomes a row; of an old one the version is raised.
    """
    _check_times(article.publish_at, article.embargoed_until, article.changed_at)
    now = timezone.now()
    article.slug = article.slug or slug_for(article.headline)
    article.first_published_at = _first_published(article, now)
    if article.pk is None or article._state.adding:
        article.save(force_insert=True)
        return
    kept = {"id", "uuid", "version", "created_at"}
    names = [field.attname for field in article._meta.concrete_fields if field.attname not in kept]
    _write(article, **{name: getattr(article, name) for name in names} | {"saved_at": now})


@transaction.atomic
def record(
    article: Article, by: AbstractBaseUser | None = None, reason: str = Reason.SAVED, note: str = ""
) -> Revision:
    """Keep what the article says now, with its bylines and tags, as a revision; its version is raised.

    For callers who changed rows of the article in their own way, in the same transaction.
    """
    _write(article, saved_at=timezone.now())
    return _record(article, by, reason, note)


@transaction.atomic
def submit(article: Article, by: AbstractBaseUser | None = None) -> None:
    """Hand a draft on for review; what is in review already stays there."""
    if article.status == Status.REVIEW:
        return
    if article.status != Status.DRAFT:
        raise WrongState(_("Only a draft can be submitted for review."))
    _write(article, status=Status.REVIEW, saved_at=timezone.now())
    _record(article, by, Reason.SAVED, _("Submitted for review."))


@transaction.atomic
def publish(article: Article, by: AbstractBaseUser | None = None, at: datetime | None = None) -> None:
    """Put an article on the public site, now or at the given time (aware); an embargo still holds.

    One that is live keeps its time unless another is given.
    """
    _not_killed(article)
    _check_times(at)
    now = timezone.now()
    if at is None:
        at = article.publish_at if article.is_published(now) and article.publish_at else now
    first = first_published(at, article.embargoed_until, article.first_published_at, now)
    _write(article, status=Status.READY, publish_at=at, first_published_at=first, saved_at=now)
    _record(article, by, Reason.PUBLISHED)


@transaction.atomic
def unpublish(article: Article, by: AbstractBaseUser | None = None) -> None:
    """Take an article off the site, or off the schedule: a draft again. What is not ready stays as it is."""
    _not_killed(article)
    if article.status != Status.READY:
        return
    now = timezone.now()
    _write(article, status=Status.DRAFT, first_published_at=_was_public(article, now), saved_at=now)
    _record(article, by, Reason.UNPUBLISHED)


@transaction.atomic
def kill(article: Article, reason: str, by: AbstractBaseUser | None = None) -> None:
    """Take an article off at once and for good; its address says that it is gone.

    A kill waits for nobody: it is done even when the article was saved since it was read.
    """
    article.version = Article.objects.values_list("version", flat=True).select_for_update().get(pk=article.pk)
    now = timezone.now()
    first = _was_public(article, now)
    _write(article, status=Status.KILLED, kill_reason=reason, first_published_at=first, saved_at=now)
    _record(article, by, Reason.KILLED, reason)


@transaction.atomic
def restore(article: Article, by: AbstractBaseUser | None = None) -> None:
    """Take back a kill: the article is a draft, to be published anew. What was not killed stays as it is."""
    if article.status != Status.KILLED:
        return
    _write(article, status=Status.DRAFT, kill_reason="", saved_at=timezone.now())
    _record(article, by, Reason.RESTORED)


def in_calendar(moment: datetime) -> bool:
    """Whether an article may have this time (aware)."""
    return _FIRST <= moment < _END


def refresh(articles: Iterable[Article | int] | None = None) -> None:
    """Let search follow rows that a script changed by itself: these articles (or ids), or all."""
    if articles is None:
        search.rebuild()
    else:
        search.index(articles)


def content_of(article: Article) -> dict[str, Any]:
    """What the article says now as plain values, the content of a `Revision`; related things by name."""
    return content(
        article,
        section=article.section.name if article.section else None,
        source=article.source.name if article.source else None,
        bylines=[
            {"name": name, "role": role, "place": place}
            for name, role, place in article.bylines.order_by("position", "pk").values_list(
                "author__name", "role", "place"
            )
        ],
        tags=list(article.tagged.order_by("position", "pk").values_list("tag__name", flat=True)),
    )


def content(
    article: Article,
    *,
    section: str | None,
    source: str | None,
    bylines: list[dict[str, str]],
    tags: list[str],
) -> dict[str, Any]:
    """`content_of()` for callers who have the related names at hand."""
    values: dict[str, Any] = {name: getattr(article, name) for name in CONTENT_FIELDS}
    values |= {"section": section, "source": source, "lead_photo": article.lead_photo_id}
    values |= {"bylines": bylines, "tags": tags}
    for name in STATE_FIELDS:
        value = getattr(article, name)
        values[name] = value.isoformat() if isinstance(value, datetime) else value
    return values


def first_published(
    publish_at: datetime, embargoed_until: datetime | None, known: datetime | None, now: datetime
) -> datetime:
    """When readers saw it first, or will: what is past stays, what is to come follows the times set."""
    if known and known <= now:
        return known
    return max(publish_at, embargoed_until) if embargoed_until else publish_at


def _was_public(article: Article, now: datetime) -> datetime | None:
    """The first publication of what leaves the site: none, if it was still to come."""
    first = article.first_published_at
    return first if first and first <= now else None


def _first_published(article: Article, now: datetime) -> datetime | None:
    known = article.first_published_at
    if article.status == Status.READY and article.publish_at:
        return first_published(article.publish_at, article.embargoed_until, known, now)
    return known


def _check_times(*times: datetime | None) -> None:
    if not all(time is None or in_calendar(time) for time in times):
        raise PublishingError(
            _("A date must be in the years %(first)d to %(last)d.") % {"first": FIRST_YEAR, "last": LAST_YEAR}
        )


def _not_killed(article: Article) -> None:
    if article.status == Status.KILLED:
        raise WrongState(_("The article was killed. Restore it first."))


def _replace_bylines(article: Article, bylines: Iterable[Byline]) -> None:
    article.bylines.all().delete()
    fresh: dict[tuple[int, str], Byline] = {}
    for byline in bylines:
        fresh.setdefault((byline.author_id, byline.role), byline)
    for position, byline in enumerate(fresh.values()):
        byline.pk, byline.article, byline.position = None, article, position
        byline._state.adding = True
    Byline.objects.bulk_create(fresh.values())


def _replace_tags(article: Article, tags: Iterable[str | Tag]) -> None:
    tags = list(tags)
    known = Tag.objects.ensure_named(tag for tag in tags if isinstance(tag, str))
    found = (tag if isinstance(tag, Tag) else known.get(name_key(tag)) for tag in tags)
    fresh = {tag.pk: tag for tag in found if tag is not None}
    article.tagged.all().delete()
    TaggedArticle.objects.bulk_create(
        TaggedArticle(content_object=article, tag=tag, position=position)
        for position, tag in enumerate(fresh.values())
    )


def _write(article: Article, **values: Any) -> None:
    if not Article.objects.all().save_version(article, **values):
        raise StaleArticle(
            _("Somebody has saved “%(headline)s” since you opened it.") % {"headline": article}
        )


def _record(article: Article, by: AbstractBaseUser | None, reason: str, note: str = "") -> Revision:
    revision = Revision.objects.create(
        article=article,
        version=article.version,
        content=content_of(article),
        reason=reason,
        note=note,
        user=by,  # type: ignore[misc]
    )
    search.index([article])
    return revision
