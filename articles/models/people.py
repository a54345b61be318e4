"""The people and agencies who write, and where they stand in an article."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.names import Named, Spelling, addressed, spelled


class Author(Named):
    """A person or agency that articles are credited to."""

    class Kind(models.TextChoices):
        STAFF = "staff", _("staff")
        CONTRIBUTOR = "contributor", _("contributor")
        AGENCY = "agency", _("agency")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.CONTRIBUTOR)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="author",
        verbose_name=_("account"),
        help_text=_("The account with which this person works at the desk, if any."),
    )
    title = models.CharField(
        _("title"), max_length=120, blank=True, help_text=_("Such as “Correspondent, Moscow”.")
    )
    biography = models.TextField(
        _("biography"), blank=True, help_text=_("Up to 60 words, shown on the author's page.")
    )
    picture = models.ForeignKey(
        "Photo",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    created_at = models.DateTimeField(_("made"), auto_now_add=True)

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name"]
        constraints = [
            addressed("author_addressed"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["staff", "contributor", "agency"]), name="author_kind"
            ),
        ]
        indexes = [models.Index(fields=["name"], name="author_by_name")]

    def get_absolute_url(self) -> str:
        return reverse("articles:author", args=[self.slug])


class AuthorName(Spelling):
    """A spelling that leads to an author."""

    owner_field = "author"
    author = models.ForeignKey(Author, models.CASCADE, related_name="names", verbose_name=_("author"))

    class Meta(Spelling.Meta):
        verbose_name = _("name of an author")
        verbose_name_plural = _("names of the author")
        constraints = [spelled("author_name_spelled")]


class Byline(models.Model):
    """A credit: who did what for an article, where, and in which order."""

    class Role(models.TextChoices):
        AUTHOR = "author", _("author")
        CONTRIBUTOR = "contributor", _("contributor")
        EDITOR = "editor", _("editor")
        PHOTOGRAPHER = "photographer", _("photographer")
        TRANSLATOR = "translator", _("translator")

    article = models.ForeignKey("Article", models.CASCADE, related_name="bylines", verbose_name=_("article"))
    author = models.ForeignKey(Author, models.PROTECT, related_name="bylines", verbose_name=_("author"))
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.AUTHOR)
    place = models.CharField(
        _("place"), max_length=200, blank=True, help_text=_("Where this person reported from.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "author", "role"], name="byline_once_a_role"),
            models.CheckConstraint(
                condition=models.Q(
                    role__in=["author", "contributor", "editor", "photographer", "translator"]
                ),
                name="byline_role",
            ),
        ]
        indexes = [models.Index(fields=["author", "article"], name="byline_of_author")]

    def __str__(self) -> str:
        return f"{self.author} ({self.get_role_display()})"
