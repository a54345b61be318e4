"""Sections, tags and sources: what an article is filed under and where it came from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.managers import _TaggableManager
from taggit.models import ItemBase, TagBase

from articles.models.names import Named, Spelling, addressed, spelled

ACCENTS = 8  # colours that a section may have, by number


class Section(Named):
    """A part of the paper; sections form a tree of small depth."""

    class Accent(models.IntegerChoices):
        BLUE = 1, _("1 · blue")
        PLUM = 2, _("2 · plum")
        GREEN = 3, _("3 · green")
        INDIGO = 4, _("4 · indigo")
        MOSS = 5, _("5 · moss")
        RUST = 6, _("6 · rust")
        TEAL = 7, _("7 · teal")
        BROWN = 8, _("8 · brown")

    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
    )
    description = models.TextField(_("description"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    in_menu = models.BooleanField(_("in the menu"), default=False)
    accent = models.PositiveSmallIntegerField(_("colour"), choices=Accent, default=Accent.BLUE)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["position", "name"]
        constraints = [
            addressed("section_addressed"),
            models.CheckConstraint(condition=models.Q(accent__range=(1, ACCENTS)), name="section_accent"),
            models.CheckConstraint(
                condition=models.Q(parent=None) | ~models.Q(parent=models.F("id")),
                name="section_not_its_own_parent",
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("articles:section", args=[self.slug])


class SectionName(Spelling):
    """A name by which the wires call a section."""

    owner_field = "section"
    section = models.ForeignKey(Section, models.CASCADE, related_name="names", verbose_name=_("section"))

    class Meta(Spelling.Meta):
        verbose_name = _("name of a section")
        verbose_name_plural = _("names by which wires call it")
        constraints = [spelled("section_name_spelled")]


class Tag(Named, TagBase):
    """A topic, person, place, organisation or event that articles are tagged with."""

    class Kind(models.TextChoices):
        TOPIC = "topic", _("topic")
        PERSON = "person", _("person")
        PLACE = "place", _("place")
        ORGANISATION = "organisation", _("organisation")
        EVENT = "event", _("event")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.TOPIC)
    description = models.TextField(_("description"), blank=True)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]
        constraints = [
            addressed("tag_addressed"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["topic", "person", "place", "organisation", "event"]),
                name="tag_kind",
            ),
        ]
        indexes = [models.Index(fields=["name"], name="tag_by_name")]

    def get_absolute_url(self) -> str:
        return reverse("articles:tag", args=[self.slug])


class TagName(Spelling):
    """A spelling that leads to a tag."""

    owner_field = "tag"
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="names", verbose_name=_("tag"))

    class Meta(Spelling.Meta):
        verbose_name = _("name of a tag")
        verbose_name_plural = _("names of the tag")
        constraints = [spelled("tag_name_spelled")]


class TaggedArticle(ItemBase):
    """A tag on an article; `position` keeps the order in which the source or the desk gave them."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="tagged", verbose_name=_("tag"))
    content_object = models.ForeignKey(
        "Article",
        models.CASCADE,
        related_name="tagged",
        db_column="article_id",
        verbose_name=_("article"),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("tag of an article")
        verbose_name_plural = _("tags of the article")
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="tagged_once")]
        indexes = [models.Index(fields=["tag", "content_object"], name="tagged_by_tag")]


class ArticleTags(_TaggableManager):
    """taggit's manager, with tags found by the key of their name: "Erdoğan" and "ERDOGAN" are one tag."""

    def _to_tag_model_instances(self, tags: Iterable[Any], tag_kwargs: dict[str, Any]) -> list[Any]:
        tags = list(tags)
        known = Tag.objects.ensure_named([tag for tag in tags if isinstance(tag, str)], **tag_kwargs)
        return list(
            {
                tag.pk: tag for tag in [*(tag for tag in tags if isinstance(tag, Tag)), *known.values()]
            }.values()
        )


class Source(Named):
    """An agency or feed that copy comes from, with what its copy needs to be read rightly."""

    class Kind(models.TextChoices):
        AGENCY = "agency", _("news agency")
        FEED = "feed", _("feed")
        PRESS = "press", _("press office")
        OTHER = "other", _("other")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.AGENCY)
    url = models.URLField(_("web site"), blank=True)
    timezone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        help_text=_("Of times that do not say theirs, such as Europe/Istanbul."),
    )
    charset = models.CharField(
        _("charset"),
        max_length=32,
        blank=True,
        help_text=_("Leave empty unless its copy is read wrongly."),
    )
    default_section = models.ForeignKey(
        Section,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("section"),
        help_text=_("For stories that name none."),
    )
    may_publish = models.BooleanField(
        _("may publish by itself"),
        default=False,
        help_text=_("Its stories go public without an editor's look."),
    )
    rights = models.TextField(_("rights"), blank=True, help_text=_("Shown below its stories."))
    created_at = models.DateTimeField(_("made"), auto_now_add=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name"]
        constraints = [addressed("source_addressed")]


class SourceName(Spelling):
    """A name by which a source signs its copy."""

    owner_field = "source"
    source = models.ForeignKey(Source, models.CASCADE, related_name="names", verbose_name=_("source"))

    class Meta(Spelling.Meta):
        verbose_name = _("name of a source")
        verbose_name_plural = _("names of the source")
        constraints = [spelled("source_name_spelled")]
