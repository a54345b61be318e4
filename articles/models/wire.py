"""What came in: runs of imports, the documents they read, and the stories in them."""

from __future__ import annotations

import zlib

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """What became of a story on the wire."""

    CREATED = "created", _("created")
    UPDATED = "updated", _("updated")
    UNCHANGED = "unchanged", _("unchanged")
    PROPOSED = "proposed", _("proposed")
    CANCELED = "canceled", _("canceled")
    QUARANTINED = "quarantined", _("quarantined")


class ImportRun(models.Model):
    """One run of an import, with its counts; their sum is the number of stories and unreadable documents."""

    started_at = models.DateTimeField(_("started"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    options = models.JSONField(_("options"), default=dict)
    files = models.PositiveIntegerField(_("files"), default=0)
    stories = models.PositiveIntegerField(_("stories"), default=0)
    created = models.PositiveIntegerField(_("created"), default=0)
    updated = models.PositiveIntegerField(_("updated"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    proposed = models.PositiveIntegerField(_("proposed"), default=0)
    canceled = models.PositiveIntegerField(_("canceled"), default=0)
    quarantined = models.PositiveIntegerField(_("quarantined"), default=0)

    class Meta:
        verbose_name = _("import run")
        verbose_name_plural = _("import runs")
        ordering = ["-id"]

    def __str__(self) -> str:
        return str(_("Import %(number)s") % {"number": self.pk})


class WireDocument(models.Model):
    """The very bytes that came in, kept once, compressed, with how they were read."""

    sha256 = models.CharField(max_length=64, unique=True)
    path = models.TextField(_("path"), help_text=_("Where it was first found."))
    data = models.BinaryField()
    size = models.PositiveBigIntegerField(_("size"), help_text=_("In bytes, before compression."))
    format = models.CharField(_("format"), max_length=16, blank=True)
    charset = models.CharField(_("charset"), max_length=32, blank=True)
    certainty = models.FloatField(
        _("certainty"), default=0.0, help_text=_("How sure the charset is, from 0 to 1.")
    )
    zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    received_at = models.DateTimeField(_("received"), default=timezone.now)

    class Meta:
        verbose_name = _("wire document")
        verbose_name_plural = _("wire documents")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(certainty__gte=0) & Q(certainty__lte=1), name="wire_document_certainty"
            )
        ]

    def __str__(self) -> str:
        return self.path

    @property
    def document(self) -> bytes:
        """The bytes as they came in."""
        return zlib.decompress(bytes(self.data))


class WireItem(models.Model):
    """A story in a document: what was understood, its problems, and what became of it.

    `identity` is the same for the same story wherever it comes from again: a hash of the source and its
    `uri`, or of the normalised text where there is none. One item alone makes the article of an identity.
    """

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="items", verbose_name=_("run"))
    document = models.ForeignKey(
        WireDocument, models.PROTECT, related_name="items", verbose_name=_("document")
    )
    index = models.PositiveIntegerField(_("number in the document"), default=0)
    source = models.ForeignKey(
        "Source",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="items",
        verbose_name=_("source"),
    )
    identity = models.CharField(max_length=64, blank=True)
    uri = models.TextField(_("identifier"), blank=True)
    wire_version = models.CharField(_("version at the source"), max_length=100, blank=True)
    headline = models.CharField(_("headline"), max_length=500, blank=True)
    story = models.JSONField(_("as understood"), null=True, blank=True)
    problems = models.JSONField(_("problems"), default=list, blank=True)
    error_code = models.CharField(_("reason"), max_length=40, blank=True)
    error = models.TextField(_("why it could not be read"), blank=True)
    outcome = models.CharField(_("outcome"), max_length=11, choices=Outcome)
    article = models.ForeignKey(
        "Article",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="wire_items",
        verbose_name=_("article"),
    )
    created_at = models.DateTimeField(_("received"), default=timezone.now)

    class Meta:
        verbose_name = _("wire item")
        verbose_name_plural = _("wire items")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["document", "index"], name="wire_item_once_a_document"),
            models.UniqueConstraint(
                fields=["identity"], condition=Q(outcome="created"), name="wire_item_makes_one_article"
            ),
            models.CheckConstraint(
                condition=Q(
                    outcome__in=["created", "updated", "unchanged", "proposed", "canceled", "quarantined"]
                ),
                name="wire_item_outcome",
            ),
            models.CheckConstraint(
                condition=Q(outcome="quarantined", story__isnull=True) & ~Q(error_code="")
                | ~Q(outcome="quarantined") & ~Q(identity=""),
                name="wire_item_read_or_quarantined",
            ),
        ]
        indexes = [
            models.Index(fields=["identity"], name="wire_item_by_identity"),
            models.Index(F("created_at").desc(), name="wire_item_newest"),
            models.Index(fields=["outcome"], name="wire_item_by_outcome"),
        ]

    def __str__(self) -> str:
        return self.headline or self.document.path
