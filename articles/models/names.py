"""Names of people, tags, sections and sources: one key for every way to spell a name, and readable slugs.

A `Named` thing has a table of names. Each row is a spelling that leads to it: its `key` finds it again,
its `slug` is an address that it has or once had, so that no address dies when a thing is renamed or merged.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, ClassVar, Self

from anyascii import anyascii
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

NAME_LENGTH = 200
SLUG_LENGTH = 255

# Letters that Unicode does not take apart but that people type either way.
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ё": "е"}
)
_QUOTES = re.compile("[\"'`´ʹʺʻʼʽˈ‘’‚‛“”„‟′″‹›«»「」『』〝〞＂＇]")
_DASHES = re.compile("[‐‑‒–—―−﹘﹣－]")
# Zero-width signs, direction marks, soft hyphens, the Arabic tatweel and Arabic and Hebrew vowel points.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u0640\u064b-\u065f\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]"
)
_ACCENTS = re.compile("[\u0300-\u036f]")


def tidy_name(text: str) -> str:
    """A name as it is shown: NFC, white space collapsed to single blanks, ends trimmed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@lru_cache(maxsize=20_000)  # an import asks for the same names again and again
def name_key(text: str) -> str:
    """The key under which a name is found, whatever its case, accents, width, quotes and white space.

    "Erdoğan", "ERDOGAN" and "erdogan" have one key. Accents are folded in Latin and Greek only: in other
    scripts they make other letters (й is not и). A name of quotes or blanks alone has the key "".
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = _INVISIBLE.sub("", folded)
    folded = "".join(_bare(letter) for letter in folded).translate(_LETTERS)
    folded = _ACCENTS.sub("", folded)
    folded = _DASHES.sub("-", _QUOTES.sub("'", folded))
    return " ".join(folded.split()).strip("' ")


def _bare(letter: str) -> str:
    if letter < "\x80":
        return letter
    taken_apart = unicodedata.normalize("NFD", letter)
    return taken_apart[0] if len(taken_apart) > 1 and _takes_accents(taken_apart[0]) else letter


def _takes_accents(base: str) -> bool:
    return base < "\x80" or base < "\u0250" or "\u0370" <= base < "\u0400"


def slug_for(text: str) -> str:
    """The whole name in ASCII, lower case, each run of other signs one hyphen; readable and never empty.

    `Ayşe Hümeyra Atılgan` gives `ayse-humeyra-atilgan`. A name without a letter or digit gets a short
    hash of itself, so that it has an address that stays.
    """
    slug = re.sub("[^a-z0-9]+", "-", anyascii(unicodedata.normalize("NFC", text)).lower()).strip("-")
    if len(slug) > SLUG_LENGTH - 8:  # room for a number behind it
        slug = slug[: SLUG_LENGTH - 8].rsplit("-", 1)[0] or slug[: SLUG_LENGTH - 8]
    return slug or "x-" + hashlib.blake2s(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def numbered_slugs(slug: str) -> Iterator[str]:
    """The slug itself, then `slug-2`, `slug-3` …"""
    yield slug
    number = 2
    while True:
        yield f"{slug}-{number}"
        number += 1


class NamedQuerySet(models.QuerySet[Any]):
    """Rows that are found by any of their names."""

    def by_name(self, names: Iterable[str]) -> dict[str, Any]:
        """The things that have one of these names, by the key of the name. One query."""
        keys = {name_key(name) for name in names} - {""}
        spelling = self.model.spelling_model()
        owner = spelling.owner_field
        rows = spelling._default_manager.using(self.db).filter(key__in=keys).select_related(owner)
        return {row.key: getattr(row, owner) for row in rows}

    def ensure_named(self, names: Iterable[str], **values: Any) -> dict[str, Any]:
        """The things of these names by key; what is not known is made with `values`. A handful of statements.

        Names without a key (blank, or quotes alone) are passed over; names longer than `NAME_LENGTH`
        are a ValueError. Of two writers that make one name at once the second finds the first one's.
        """
        wanted: dict[str, str] = {}
        for name in map(tidy_name, names):
            if len(name) > NAME_LENGTH:
                raise ValueError(
                    f"A name may have {NAME_LENGTH} characters, this one has {len(name)}: {name[:40]}…"
                )
            if key := name_key(name):
                wanted.setdefault(key, name)
        for attempt in range(5):
            found = self.by_name(wanted.values())
            missing = {key: name for key, name in wanted.items() if key not in found}
            if not missing:
                return found
            try:
                with transaction.atomic(using=self.db):
                    return found | self._make(missing, values)
            except IntegrityError:
                if attempt == 4:
                    raise
        raise AssertionError("unreachable")

    def _make(self, missing: dict[str, str], values: dict[str, Any]) -> dict[str, Any]:
        spelling = self.model.spelling_model()
        slugs = free_slugs(spelling._default_manager.using(self.db), missing.values())
        rows = [self.model(name=name, slug=slugs[name], **values) for name in missing.values()]
        self.model._default_manager.using(self.db).bulk_create(rows)
        spelling._default_manager.using(self.db).bulk_create(
            spelling(**{spelling.owner_field: row}, name=row.name, key=key, slug=row.slug)
            for key, row in zip(missing, rows, strict=True)
        )
        return dict(zip(missing, rows, strict=True))

    def at_slug(self, slug: str) -> Any | None:
        """The thing whose address is or ever was `slug`, or None."""
        return self.filter(names__slug=slug).first()


def free_slugs(spellings: models.QuerySet[Any], names: Iterable[str]) -> dict[str, str]:
    """A slug for each name that neither a stored spelling nor another of these names has."""
    wanted = {name: slug_for(name) for name in names}
    taken = set(spellings.filter(slug__in=set(wanted.values())).values_list("slug", flat=True))
    given: dict[str, str] = {}
    for name, slug in wanted.items():
        if slug in taken:
            taken.update(spellings.filter(slug__startswith=f"{slug}-").values_list("slug", flat=True))
        given[name] = next(candidate for candidate in numbered_slugs(slug) if candidate not in taken)
        taken.add(given[name])
    return given


class Named(models.Model):
    """Something with a name, an address and other names. Its slug is always that of one of its names."""

    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    slug = models.SlugField(
        _("address"),
        max_length=SLUG_LENGTH,
        unique=True,
        editable=False,
        help_text=_("Made from the name. Former addresses lead here for ever."),
    )

    objects = NamedQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the row, and its name among its names; a new name gives a new address, the old one stays."""
        self.name = tidy_name(self.name)
        with transaction.atomic(using=kwargs.get("using")):
            spelling = self._spelling()
            self.slug = spelling.slug
            if kwargs.get("update_fields") is not None and "name" in kwargs["update_fields"]:
                kwargs["update_fields"] = {*kwargs["update_fields"], "slug"}
            super().save(*args, **kwargs)
            setattr(spelling, f"{spelling.owner_field}_id", self.pk)
            spelling.save()

    def _spelling(self) -> Spelling:
        """The row of our present name: the one we have with its key, or a new one."""
        model = self.spelling_model()
        key = name_key(self.name)
        known = model._default_manager.filter(key=key).first()
        if known is None or getattr(known, f"{model.owner_field}_id") != self.pk or self.pk is None:
            # A key that belongs to another breaks the constraint when it is stored: nothing is taken away.
            slugs = free_slugs(model._default_manager.all(), [self.name])
            return model(name=self.name, key=key, slug=slugs[self.name])
        known.name = self.name
        return known

    @classmethod
    def spelling_model(cls) -> type[Spelling]:
        """The model of this thing's names."""
        return cls._meta.get_field("names").related_model  # type: ignore[return-value]


class Spelling(models.Model):
    """A name that leads to a thing, by a key that is unique among its kind."""

    owner_field: ClassVar[str]  # the foreign key to the named thing, with related_name="names"

    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    key = models.CharField(_("key"), max_length=NAME_LENGTH * 4, unique=True, editable=False)
    slug = models.SlugField(_("address"), max_length=SLUG_LENGTH, unique=True, editable=False)

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the spelling with key and address filled."""
        self.fill()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Fill key and address from the name, so that forms meet the same rules as the database."""
        self.fill()

    def fill(self) -> Self:
        """Derive `key`, and `slug` where there is none yet, from the name."""
        self.name = tidy_name(self.name)
        self.key = name_key(self.name)
        if not self.slug and self.key:
            self.slug = free_slugs(type(self)._default_manager.all(), [self.name])[self.name]
        return self


def spelled(name: str) -> models.CheckConstraint:
    """The constraint that a spelling has a key: a name of blanks or quotes alone is none."""
    return models.CheckConstraint(condition=~models.Q(key="") & ~models.Q(slug=""), name=name)


def addressed(name: str) -> models.CheckConstraint:
    """The constraint that a named thing has a name and an address."""
    return models.CheckConstraint(condition=~models.Q(name="") & ~models.Q(slug=""), name=name)
