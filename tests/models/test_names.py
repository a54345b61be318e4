"""Names of people, tags, sections and sources: `articles.models.names`."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Author, AuthorName, Section, SectionName, Tag, TagName
from articles.models.names import SLUG_LENGTH, name_key, slug_for, tidy_name
from tests.factories import ArticleFactory, AuthorFactory, TagFactory


@pytest.mark.parametrize(
    "names",
    [
        ["Erdoğan", "ERDOGAN", "erdogan", " Erdog\u0306an "],
        ["İstanbul", "ISTANBUL", "ıstanbul", "istanbul", "Istanbul"],
        ["Straße", "STRASSE", "STRAẞE"],
        ["Ødegård", "odegard", "ØDEGÅRD"],
        ["O’Neill", "O'Neill", "O‘Neill", "o＇neill"],
        ["“Fog”", "Fog", "'Fog'", "«fog»"],
        ["New  York", "new\u00a0york", "New\tYork"],
        ["Jean-Marc", "Jean‑Marc", "jean–marc"],
        ["ＡＢＣ", "abc"],
        ["Пётр", "ПЕТР", "Петр"],
        ["Αθήνα", "ΑΘΗΝΑ", "αθηνα"],
        ["مُحَمَّد", "محمد"],
        ["Zoë\u200b", "zoe"],
    ],
)
def test_one_name_however_it_is_spelled(names):
    """Case, accents, width, quotes, dashes and white space make no other name."""
    assert len({name_key(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("йод", "иод"),
        ("Turkey Russia", "Russia Turkey"),
        ("北京", "南京"),
        ("が", "か"),
        ("SDF", "SDF 2"),
        ("C", "C++"),
    ],
)
def test_names_that_are_not_one(one, other):
    """Another letter, another order, another word is another name."""
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("name", ["", "  ", "'", "“”", "\u200b", "\u00a0"])
def test_no_name_at_all(name):
    """Blanks and quotes alone have no key."""
    assert name_key(name) == ""


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Ayşe Hümeyra Atılgan Büyükovalı", "ayse-humeyra-atilgan-buyukovali"),
        ("Syrian Democratic Forces (SDF)", "syrian-democratic-forces-sdf"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Путин", "putin"),
        ("北京", "beijing"),
        ("Αθήνα", "athina"),
        ("russia economy & politics", "russia-economy-politics"),
    ],
)
def test_slugs_are_readable(name, slug):
    """The whole name in ASCII."""
    assert slug_for(name) == slug


@pytest.mark.parametrize("name", ["القاهرة", "ประเทศไทย", "हिन्दी", "!!!", "🎉", "—"])
def test_slugs_are_never_empty(name):
    """Whatever the script, and for signs alone."""
    assert slug_for(name)
    assert slug_for(name) == slug_for(name)


@given(st.text(max_size=300))
def test_any_text_has_a_key_and_a_slug(text):
    """Keys are the same for the name as it is shown; slugs fit their column."""
    assert name_key(name_key(text)) == name_key(text)
    assert name_key(tidy_name(text)) == name_key(text)
    slug = slug_for(text)
    assert 0 < len(slug) <= SLUG_LENGTH
    assert slug.isascii()
    assert slug == slug.strip("-").lower()


@pytest.mark.django_db
class TestNamed:
    """Rows that are found by their names."""

    def test_a_second_name_with_the_same_slug_gets_a_number(self):
        """Each has an address of its own."""
        tags = [Tag.objects.create(name=name) for name in ("C", "C++", "C#")]
        assert [tag.slug for tag in tags] == ["c", "c-2", "c-3"]

    def test_a_known_name_is_not_made_again(self):
        """Not by another spelling either: the database refuses."""
        Tag.objects.create(name="Erdoğan")
        with pytest.raises(IntegrityError), transaction.atomic():
            Tag.objects.create(name="ERDOGAN")
        assert Tag.objects.count() == TagName.objects.count() == 1

    def test_renamed_it_keeps_its_old_names_and_addresses(self):
        """No address dies."""
        author = AuthorFactory(name="Ada Lind")
        author.name = "Ada Ek"
        author.save()
        assert author.slug == "ada-ek"
        assert Author.objects.at_slug("ada-lind") == Author.objects.at_slug("ada-ek") == author
        assert set(Author.objects.by_name(["ada lind", "ADA EK"]).values()) == {author}

    def test_renamed_back_it_has_its_old_address(self):
        """The spelling is the one that it had."""
        author = AuthorFactory(name="Ada Lind")
        for name in ("Ada Ek", "Ada Lind"):
            author.name = name
            author.save()
        assert author.slug == "ada-lind"
        assert AuthorName.objects.count() == 2

    def test_spelled_otherwise_it_keeps_its_address(self):
        """The same key is the same name."""
        author = AuthorFactory(name="Ayse Oz")
        author.name = "Ayşe Öz"
        author.save()
        assert (author.name, author.slug) == ("Ayşe Öz", "ayse-oz")
        assert AuthorName.objects.get().name == "Ayşe Öz"

    def test_another_name_cannot_be_taken(self):
        """A name leads to one thing."""
        AuthorFactory(name="Ada Lind")
        other = AuthorFactory(name="Bo Ek")
        other.name = "ADA LIND"
        with pytest.raises(IntegrityError), transaction.atomic():
            other.save()

    @pytest.mark.parametrize("name", ["", "  ", "“”"])
    def test_a_thing_without_a_name_is_refused(self, name):
        """By the database."""
        with pytest.raises(IntegrityError), transaction.atomic():
            Section.objects.create(name=name)

    def test_ensure_named_finds_and_makes(self):
        """What is known by any name is found; the rest is made once, as it is spelled first."""
        known = TagFactory(name="Türkiye")
        TagName.objects.create(tag=known, name="Turkey")
        found = Tag.objects.ensure_named(["TURKEY", "Fog", "fog", "  ", "“”", "turkiye"], kind=Tag.Kind.PLACE)
        assert found["turkey"] == found["turkiye"] == known
        assert found["fog"].name == "Fog"
        assert found["fog"].kind == Tag.Kind.PLACE
        assert set(found) == {"turkey", "turkiye", "fog"}
        assert Tag.objects.count() == 2

    def test_ensure_named_makes_slugs_of_their_own(self):
        """Also among names that are new together."""
        found = Tag.objects.ensure_named(["C", "C++", "C#"])
        assert sorted(tag.slug for tag in found.values()) == ["c", "c-2", "c-3"]

    def test_ensure_named_costs_the_same_for_three_and_for_ninety(self, django_assert_max_num_queries):
        """A handful of statements."""
        with django_assert_max_num_queries(8):
            Section.objects.ensure_named(f"Section {number}" for number in range(90))
        assert Section.objects.count() == SectionName.objects.count() == 90

    def test_names_that_are_too_long_are_told(self):
        """Before the database is asked."""
        with pytest.raises(ValueError, match="200 characters, this one has 201"):
            Tag.objects.ensure_named(["x" * 201])

    def test_tags_of_an_article_go_by_key(self):
        """taggit's own calls too."""
        article = ArticleFactory(tags=["Fog"])
        article.tags.add("FOG", "Rain")
        assert sorted(tag.name for tag in article.tags.all()) == ["Fog", "Rain"]
        article.tags.remove("rain")
        article.tags.set(["“Fog”", "Snow"])
        assert sorted(tag.name for tag in article.tags.all()) == ["Fog", "Snow"]
