"""The least that is valid of each model. Traits name the states that articles and people are in.

    ArticleFactory()                                   a draft
    ArticleFactory(published=True, tags=["Fog"])       public since 5 January 2026, tagged
    ArticleFactory(embargoed=True) / (scheduled=True)  ready, but for nobody's eyes yet
    ArticleFactory(authors=["Ada Lind", "Bo Ek"])      credited, in that order

Factories of named things (author, tag, section, source) find the one that has the name already.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import factory
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.utils import timezone
from factory.django import DjangoModelFactory
from PIL import Image

from articles.ingest.reading import pack
from articles.models import (
    Article,
    Author,
    Byline,
    ImportRun,
    Outcome,
    Photo,
    Revision,
    Section,
    Source,
    Tag,
    TaggedArticle,
    WireDocument,
    WireItem,
)

JANUARY_5 = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
FAR_OFF = datetime(2999, 1, 1, tzinfo=UTC)


class UserFactory(DjangoModelFactory):
    """An account without rights; `editor` may do all at the desk, `admin` everything."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence("user{}".format)
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    password = factory.django.Password("a long enough password")
    is_active = True

    class Params:
        admin = factory.Trait(is_staff=True, is_superuser=True)


class _NamedFactory(DjangoModelFactory):
    """Something that is found by its name: the same name twice is the same thing."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        known = model_class.objects.by_name([kwargs["name"]])
        return next(iter(known.values()), None) or super()._create(model_class, *args, **kwargs)


class SectionFactory(_NamedFactory):
    """A section; `listed` ones are in the menu."""

    class Meta:
        model = Section

    name = factory.Sequence("Section {}".format)
    position = factory.Sequence(lambda number: number)

    class Params:
        listed = factory.Trait(in_menu=True)


class AuthorFactory(_NamedFactory):
    """A person."""

    class Meta:
        model = Author

    name = factory.Sequence("Author {}".format)

    class Params:
        staff = factory.Trait(kind=Author.Kind.STAFF)
        agency = factory.Trait(kind=Author.Kind.AGENCY)


class TagFactory(_NamedFactory):
    """A topic."""

    class Meta:
        model = Tag

    name = factory.Sequence("Tag {}".format)


class SourceFactory(_NamedFactory):
    """An agency; a `trusted` one may publish by itself."""

    class Meta:
        model = Source

    name = factory.Sequence("Agency {}".format)

    class Params:
        trusted = factory.Trait(may_publish=True)


def picture(width: int = 48, height: int = 32, colour: str = "#3a6ea5", format: str = "PNG") -> bytes:
    """A picture of one colour as a file."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(file, format)
    return file.getvalue()


class PhotoFactory(DjangoModelFactory):
    """A small picture of a colour of its own, with caption and alternative text."""

    class Meta:
        model = Photo

    class Params:
        number = factory.Sequence(lambda number: number)
        pixels = factory.LazyAttribute(lambda photo: picture(colour=f"#{photo.number % 0xFFFFFF:06x}"))

    format = "PNG"
    sha256 = factory.LazyAttribute(lambda photo: hashlib.sha256(photo.pixels).hexdigest())
    file = factory.LazyAttribute(lambda photo: ContentFile(photo.pixels, "photo.png"))
    title = factory.Sequence("Photo {}".format)
    caption = factory.Sequence("Caption {}.".format)
    alt = factory.Sequence("A picture of one colour, number {}.".format)
    byline = "Pia Holm"
    credit = "Newsroom"


class ArticleFactory(DjangoModelFactory):
    """A draft. `tags` and `authors` take names or instances, in order."""

    class Meta:
        model = Article
        skip_postgeneration_save = True

    headline = factory.Sequence("Headline {}".format)
    standfirst = factory.Sequence("Standfirst {}.".format)
    body = factory.Sequence("<p>Body {}.</p>".format)
    language = "en"
    section = factory.SubFactory(SectionFactory)

    class Params:
        published = factory.Trait(
            status=Article.Status.READY, publish_at=JANUARY_5, first_published_at=JANUARY_5
        )
        recent = factory.Trait(
            status=Article.Status.READY,
            publish_at=factory.LazyFunction(lambda: timezone.now() - timedelta(minutes=5)),
            first_published_at=factory.SelfAttribute("publish_at"),
        )
        scheduled = factory.Trait(status=Article.Status.READY, publish_at=FAR_OFF, first_published_at=FAR_OFF)
        embargoed = factory.Trait(
            status=Article.Status.READY,
            publish_at=JANUARY_5,
            embargoed_until=FAR_OFF,
            first_published_at=FAR_OFF,
        )
        in_review = factory.Trait(status=Article.Status.REVIEW)
        killed = factory.Trait(
            status=Article.Status.KILLED, publish_at=JANUARY_5, kill_reason="It was not so."
        )
        illustrated = factory.Trait(lead_photo=factory.SubFactory(PhotoFactory))

    @factory.post_generation
    def tags(self: Any, create: bool, extracted: Iterable[Any] | None, **kwargs: Any) -> None:
        """Tags by name or instance."""
        if create and extracted:
            for position, tag in enumerate(extracted):
                TaggedArticle.objects.create(
                    content_object=self,
                    tag=tag if isinstance(tag, Tag) else TagFactory(name=tag),
                    position=position,
                )

    @factory.post_generation
    def authors(self: Any, create: bool, extracted: Iterable[Any] | None, **kwargs: Any) -> None:
        """Authors by name or instance."""
        if create and extracted:
            for position, author in enumerate(extracted):
                BylineFactory(
                    article=self,
                    author=author if isinstance(author, Author) else AuthorFactory(name=author),
                    position=position,
                )


class BylineFactory(DjangoModelFactory):
    """A credit as author."""

    class Meta:
        model = Byline

    article = factory.SubFactory(ArticleFactory)
    author = factory.SubFactory(AuthorFactory)

    class Params:
        contributor = factory.Trait(role=Byline.Role.CONTRIBUTOR, place="Istanbul")


class RevisionFactory(DjangoModelFactory):
    """A revision that a person saved."""

    class Meta:
        model = Revision

    article = factory.SubFactory(ArticleFactory)
    version = factory.SelfAttribute("article.version")
    content = factory.LazyAttribute(lambda revision: {"headline": revision.article.headline})
    reason = Revision.Reason.SAVED


class ImportRunFactory(DjangoModelFactory):
    """A run that read nothing yet."""

    class Meta:
        model = ImportRun


class WireDocumentFactory(DjangoModelFactory):
    """A text document; `document` are its bytes."""

    class Meta:
        model = WireDocument

    class Params:
        number = factory.Sequence(lambda number: number)
        document = factory.LazyAttribute(lambda row: f"Headline {row.number}\n\nText.\n".encode())

    sha256 = factory.LazyAttribute(lambda row: hashlib.sha256(row.document).hexdigest())
    path = factory.LazyAttribute(lambda row: f"wire-{row.number}.txt")
    data = factory.LazyAttribute(lambda row: pack(row.document))
    size = factory.LazyAttribute(lambda row: len(row.document))
    format = "text"
    charset = "utf-8"
    certainty = 1.0


class WireItemFactory(DjangoModelFactory):
    """A story that made a draft; a `quarantined` one could not be read."""

    class Meta:
        model = WireItem

    run = factory.SubFactory(ImportRunFactory)
    document = factory.SubFactory(WireDocumentFactory)
    identity = factory.Sequence(lambda number: hashlib.sha256(str(number).encode()).hexdigest())
    headline = factory.Sequence("Wire headline {}".format)
    story = factory.LazyAttribute(lambda item: {"headline": item.headline})
    outcome = Outcome.CREATED
    article = factory.SubFactory(ArticleFactory)

    class Params:
        quarantined = factory.Trait(
            outcome=Outcome.QUARANTINED,
            story=None,
            identity="",
            headline="",
            article=None,
            error_code="binary",
            error="This is no text.",
        )
