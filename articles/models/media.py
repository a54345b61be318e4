"""Photographs."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _


def photo_path(photo: Photo, filename: str) -> str:
    """Where a photo's file is kept: by its own hash, so that an address never shows another picture."""
    extension = {
        "JPEG": "jpg",
        "PNG": "png",
        "WEBP": "webp",
        "TIFF": "tif",
        "GIF": "gif",
        "AVIF": "avif",
    }.get(photo.format, "bin")
    return f"photos/{photo.sha256[:2]}/{photo.sha256}.{extension}"


class Photo(models.Model):
    """A picture with what is known of it. `widths` are those of its renditions (`articles.pictures`)."""

    file = models.ImageField(
        _("file"), upload_to=photo_path, width_field="width", height_field="height", max_length=200
    )
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    format = models.CharField(max_length=8, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    widths = models.JSONField(default=list, editable=False)
    title = models.CharField(_("title"), max_length=200, blank=True)
    caption = models.TextField(_("caption"), blank=True, help_text=_("Shown below the picture."))
    alt = models.TextField(
        _("alternative text"),
        blank=True,
        help_text=_("What the picture shows, for those who cannot see it."),
    )
    byline = models.CharField(_("photographer"), max_length=200, blank=True)
    credit = models.CharField(_("credit"), max_length=200, blank=True, help_text=_("Such as AA or Reuters."))
    copyright = models.CharField(_("copyright"), max_length=500, blank=True)
    located = models.CharField(_("place"), max_length=200, blank=True)
    taken_at = models.DateTimeField(_("taken"), null=True, blank=True)
    focal_x = models.PositiveSmallIntegerField(
        _("focal point across"),
        default=50,
        validators=[MaxValueValidator(100)],
        help_text=_("Percent from the left."),
    )
    focal_y = models.PositiveSmallIntegerField(
        _("focal point down"),
        default=50,
        validators=[MaxValueValidator(100)],
        help_text=_("Percent from the top."),
    )
    created_at = models.DateTimeField(_("made"), auto_now_add=True)

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(focal_x__lte=100) & models.Q(focal_y__lte=100), name="photo_focal_point"
            ),
            models.CheckConstraint(
                condition=models.Q(width__gt=0) & models.Q(height__gt=0), name="photo_has_pixels"
            ),
        ]

    def __str__(self) -> str:
        return (
            self.title
            or Truncator(self.caption).chars(80)
            or str(_("Photo %(number)s") % {"number": self.pk})
        )
