"""The article that readers see, and its revisions."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.models.names import SLUG_LENGTH, slug_for
from articles.models.people import Author, Byline
from articles.models.taxonomy import ArticleTags, TaggedArticle

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

HEADLINE_LENGTH = 500


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles by what they are wanted for."""

    def published(self, at: datetime | None = None) -> ArticleQuerySet:
        """Live on the public site at the given moment, now by default."""
        at = at or timezone.now()
        no_embargo = Q(embargoed_until=None) | Q(embargoed_until__lte=at)
        return self.filter(no_embargo, status=Article.Status.READY, publish_at__lte=at)

    def waiting(self, at: datetime | None = None) -> ArticleQuerySet:
        """Ready, but scheduled or under embargo at the given moment."""
        at = at or timezone.now()
        return self.filter(Q(publish_at__gt=at) | Q(embargoed_until__gt=at), status=Article.Status.READY)

    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> ArticleQuerySet:
        """Everything for those who may edit; for others what is published."""
        return self.all() if user.has_perm("articles.change_article") else self.published()  # type: ignore[union-attr]

    def newest_first(self) -> ArticleQuerySet:
        """In the order of all lists: by publication, the newest first."""
        return self.order_by("-publish_at", "-pk")

    def for_cards(self) -> ArticleQuerySet:
        """All that a headline card shows, and not the body: two queries, and one more for the names."""
        return (
            self.select_related("section", "source", "lead_photo")
            .prefetch_related(Prefetch("bylines", Byline.objects.select_related("author")))
            .defer("body", "ednote", "kill_reason", "search_headline", "search_description")
        )

    def for_page(self) -> ArticleQuerySet:
        """All that an article's own page shows."""
        return self.select_related("section__parent", "source", "lead_photo").prefetch_related(
            Prefetch("bylines", Byline.objects.select_related("author")),
            Prefetch("tagged", TaggedArticle.objects.select_related("tag")),
        )

    def save_version(self, article: Article, **values: Any) -> bool:
        """Store `values` if nobody has saved the article since it was read; False if somebody has."""
        changed = self.filter(pk=article.pk, version=article.version).update(
            **values, version=F("version") + 1
        )
        if changed:
            for name, value in values.items():
                setattr(article, name, value)
            article.version += 1
        return bool(changed)


class Article(models.Model):
    """A story. The row is what readers see; what the desk works on is the newest `Revision`."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        REVIEW = "review", _("in review")
        READY = "ready", _("ready")
        KILLED = "killed", _("killed")

    class Kind(models.TextChoices):
        NEWS = "news", _("news")
        ANALYSIS = "analysis", _("analysis")
        OPINION = "opinion", _("opinion")
        FEATURE = "feature", _("feature")
        INTERVIEW = "interview", _("interview")
        REVIEW = "review", _("review")
        PRESS_RELEASE = "release", _("press release")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    headline = models.CharField(_("headline"), max_length=HEADLINE_LENGTH)
    slug = models.SlugField(
        _("address"),
        max_length=SLUG_LENGTH,
        blank=True,
        help_text=_("The readable end of the address; made from the headline."),
    )
    standfirst = models.TextField(
        _("standfirst"), blank=True, help_text=_("A sentence or two below the headline.")
    )
    slugline = models.CharField(
        _("slugline"), max_length=200, blank=True, help_text=_("The desk's working name of the story.")
    )
    body = models.TextField(_("body"), blank=True)
    language = models.CharField(
        _("language"), max_length=35, blank=True, help_text=_("Such as en, tr or pt-BR.")
    )
    section = models.ForeignKey(
        "Section",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("section"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.NEWS)
    dateline = models.CharField(
        _("dateline"), max_length=200, blank=True, help_text=_("As printed, such as MOSCOW (AA).")
    )
    located = models.CharField(
        _("place"), max_length=200, blank=True, help_text=_("The place in the dateline.")
    )
    source = models.ForeignKey(
        "Source",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("source"),
    )
    urgency = models.PositiveSmallIntegerField(
        _("urgency"), null=True, blank=True, help_text=_("1 is the most urgent, 9 the least.")
    )
    ednote = models.TextField(_("note to editors"), blank=True, help_text=_("Never shown to readers."))
    copyright = models.CharField(_("copyright"), max_length=500, blank=True)
    lead_photo = models.ForeignKey(
        "Photo",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="lead_of",
        verbose_name=_("lead photo"),
    )
    search_headline = models.CharField(
        _("headline for search"),
        max_length=200,
        blank=True,
        help_text=_("Empty: the headline."),
    )
    search_description = models.TextField(
        _("description for search"),
        blank=True,
        help_text=_("Empty: the standfirst."),
    )

    status = models.CharField(_("state"), max_length=6, choices=Status, default=Status.DRAFT)
    publish_at = models.DateTimeField(_("publish at"), null=True, blank=True)
    embargoed_until = models.DateTimeField(_("embargoed until"), null=True, blank=True)
    first_published_at = models.DateTimeField(_("first published"), null=True, blank=True, editable=False)
    changed_at = models.DateTimeField(
        _("updated"),
        null=True,
        blank=True,
        help_text=_("The date of change that readers see; set it when a change matters."),
    )
    kill_reason = models.TextField(_("reason for the kill"), blank=True, editable=False)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    saved_at = models.DateTimeField(_("saved"), auto_now=True)

    tags = TaggableManager(
        _("tags"),
        through=TaggedArticle,
        manager=ArticleTags,
        blank=True,
        ordering=["tagged__position", "tagged__pk"],
    )
    authors: models.ManyToManyField[Author, Byline] = models.ManyToManyField(
        Author, through=Byline, related_name="articles", verbose_name=_("authors")
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-publish_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(headline="") & ~Q(slug=""), name="article_addressed"),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "review", "ready", "killed"]), name="article_status"
            ),
            models.CheckConstraint(
                condition=~Q(status="ready") | Q(publish_at__isnull=False), name="article_ready_has_time"
            ),
            models.CheckConstraint(
                condition=Q(urgency=None) | Q(urgency__range=(1, 9)), name="article_urgency"
            ),
        ]
        indexes = [
            models.Index(
                F("publish_at").desc(), F("id").desc(), name="article_live", condition=Q(status="ready")
            ),
            models.Index(
                "section",
                F("publish_at").desc(),
                F("id").desc(),
                name="article_live_in_section",
                condition=Q(status="ready"),
            ),
            models.Index(F("saved_at").desc(), name="article_at_the_desk"),
            models.Index(fields=["status"], name="article_by_status"),
        ]
        permissions = [
            ("publish_article", _("Can publish and unpublish articles")),
            ("kill_article", _("Can kill articles")),
        ]

    def __str__(self) -> str:
        return self.headline

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the row; an article without an address gets that of its headline."""
        if not self.slug:
            self.slug = slug_for(self.headline)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("articles:article", args=[self.pk, self.slug])

    def clean(self) -> None:
        """What a person may not do, said before the database refuses it."""
        if self.status == self.Status.READY and self.publish_at is None:
            raise ValidationError({"publish_at": _("An article that is ready needs a time of publication.")})

    def is_published(self, at: datetime | None = None) -> bool:
        """Whether readers can see it at the given moment; the rule of `ArticleQuerySet.published`."""
        at = at or timezone.now()
        return (
            self.status == self.Status.READY
            and self.publish_at is not None
            and self.publish_at <= at
            and (self.embargoed_until is None or self.embargoed_until <= at)
        )

    @property
    def state(self) -> str:
        """What the desk calls its state now: draft, review, killed, live, embargoed or scheduled."""
        if self.status != self.Status.READY:
            return self.status
        if self.is_published():
            return "live"
        return "embargoed" if self.embargoed_until and self.embargoed_until > timezone.now() else "scheduled"


class RevisionQuerySet(models.QuerySet["Revision"]):
    """Revisions, newest first."""

    def newest_first(self) -> RevisionQuerySet:
        """The last one first."""
        return self.order_by("-created_at", "-pk")


class Revision(models.Model):
    """The content of an article at a moment: fields, bylines, tags and photos as JSON. Never changed."""

    class Reason(models.TextChoices):
        WIRE = "wire", _("from the wire")
        SAVED = "saved", _("saved")
        AUTOSAVED = "autosaved", _("saved by itself")
        PUBLISHED = "published", _("published")
        UNPUBLISHED = "unpublished", _("taken off the site")
        CORRECTED = "corrected", _("corrected")
        KILLED = "killed", _("killed")
        RESTORED = "restored", _("restored")

    article = models.ForeignKey(Article, models.CASCADE, related_name="revisions", verbose_name=_("article"))
    version = models.PositiveIntegerField(_("version"))
    content = models.JSONField(_("content"))
    reason = models.CharField(_("why"), max_length=11, choices=Reason)
    note = models.TextField(_("note"), blank=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    created_at = models.DateTimeField(_("when"), default=timezone.now)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index("article", F("created_at").desc(), F("id").desc(), name="revision_of_article")
        ]

    def __str__(self) -> str:
        return f"{self.article_id} v{self.version} ({self.get_reason_display()})"
