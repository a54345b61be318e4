"""Subject codes of the wires, and where a newsroom files what carries them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.taxonomy import Section, Tag


class SubjectMapping(models.Model):
    """What a subject code means here: the section of a story that names none, and a tag.

    `scheme` is IPTC's alias (`medtop`, `subj`, `genre`) or the name that a source gives its own scheme.
    """

    scheme = models.CharField(
        _("scheme"),
        max_length=100,
        default="medtop",
        help_text=_("medtop for Media Topics, subj for Subject Codes, genre; or a source's own name of it."),
    )
    code = models.CharField(_("code"), max_length=100)
    name = models.CharField(
        _("name"), max_length=200, blank=True, help_text=_("Empty for IPTC's own name of the code.")
    )
    section = models.ForeignKey(
        Section,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("section"),
        help_text=_("For stories that name none."),
    )
    tag = models.ForeignKey(
        Tag,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("tag"),
        help_text=_("Put on every story with this code."),
    )
    narrower = models.BooleanField(
        _("narrower codes too"),
        default=True,
        help_text=_("Also for codes that lie within this one and have no entry of their own."),
    )

    class Meta:
        verbose_name = _("subject code")
        verbose_name_plural = _("subject codes")
        ordering = ["scheme", "code"]
        constraints = [models.UniqueConstraint(fields=["scheme", "code"], name="subject_mapping_once")]

    def __str__(self) -> str:
        return f"{self.name or self.code} ({self.scheme}:{self.code})"
