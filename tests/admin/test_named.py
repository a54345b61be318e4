"""Authors, tags, sections and sources: names that lead to one thing each, said in words where they clash."""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles.models import Article, Author, AuthorName, Section, Source, Tag, TagName
from tests.admin.conftest import page, staff, submit
from tests.factories import (
    FAR_OFF,
    ArticleFactory,
    AuthorFactory,
    SectionFactory,
    SourceFactory,
    TagFactory,
)

pytestmark = pytest.mark.django_db

KINDS = {
    "author": (Author, AuthorFactory, "author"),
    "tag": (Tag, TagFactory, "tag"),
    "section": (Section, SectionFactory, "section"),
    "source": (Source, SourceFactory, "source"),
}


def change(thing) -> str:
    """The address of its form."""
    return reverse(f"admin:articles_{thing._meta.model_name}_change", args=[thing.pk])


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_that_is_taken_is_refused_in_words(desk, kind):
    """In any spelling, of any of its names: a sentence that names the owner, and no fault of the server."""
    model, make, word = KINDS[kind]
    known = make(name="Recep Tayyip Erdoğan")
    known.names.create(name="Erdogan")
    response = submit(desk, reverse(f"admin:articles_{kind}_add"), "_save", name="ERDOĞAN")
    html = response.content.decode()
    assert f"“ERDOĞAN” already leads to the {word} “Recep Tayyip Erdoğan”." in html
    assert "merge" in html
    assert model.objects.count() == 1


@pytest.mark.parametrize("kind", KINDS)
def test_new_things_get_name_and_address(desk, kind):
    """A readable address, in any script."""
    model, _make, _word = KINDS[kind]
    submit(
        desk,
        reverse(f"admin:articles_{kind}_add"),
        "_save",
        name="  Ayşe   Hümeyra ",
        names__0__name="A. Hümeyra",
    )
    thing = model.objects.get()
    assert (thing.name, thing.slug) == ("Ayşe Hümeyra", "ayse-humeyra")
    assert sorted(row.name for row in thing.names.all()) == ["A. Hümeyra", "Ayşe Hümeyra"]


@pytest.mark.parametrize("name", ["", "   ", "”’"])
def test_a_name_of_nothing_is_refused(desk, name):
    """Blanks and quotes alone are no name."""
    response = submit(desk, reverse("admin:articles_tag_add"), "_save", name=name)
    assert "errorlist" in response.content.decode()
    assert not Tag.objects.exists()


def test_renaming_keeps_the_old_address(desk):
    """The old name stays among the names; the same name in another spelling is the same name."""
    tag = TagFactory(name="Istanbul")
    submit(desk, change(tag), "_save", name="Constantinople")
    submit(desk, change(tag), "_save", name="CONSTANTINOPLE")
    tag.refresh_from_db()
    assert (tag.name, tag.slug) == ("CONSTANTINOPLE", "constantinople")
    assert Tag.objects.at_slug("istanbul") == tag
    assert tag.names.count() == 2


def test_spellings_are_added_and_taken_away(desk):
    """But not one that leads elsewhere, nor one that is here already, nor the present name."""
    tag = TagFactory(name="Turkey")
    spelling = tag.names.create(name="Turkiye cumhuriyeti")
    TagFactory(name="Fog")
    rows = {row.pk: number for number, row in enumerate(tag.names.all())}
    new = len(rows)

    html = submit(desk, change(tag), "_save", **{f"names__{new}__name": "FOG"}).content.decode()
    assert "“FOG” already leads to the tag “Fog”." in html
    html = submit(desk, change(tag), "_save", **{f"names__{new}__name": "TURKEY"}).content.decode()
    assert "“TURKEY” already leads here." in html
    present = rows[tag.names.get(name="Turkey").pk]
    html = submit(desk, change(tag), "_save", **{f"names__{present}__DELETE": "on"}).content.decode()
    assert "“Turkey” is its present name and stays." in html
    submit(
        desk,
        change(tag),
        "_save",
        **{f"names__{rows[spelling.pk]}__DELETE": "on", f"names__{new}__name": "Türkiye"},
    )
    assert sorted(row.name for row in tag.names.all()) == ["Turkey", "Türkiye"]


def test_renaming_to_a_spelling_and_removing_it_at_once_is_refused(desk):
    """What is about to become the name cannot go in the same save."""
    tag = TagFactory(name="Turkey")
    spelling = tag.names.create(name="Türkiye")
    number = [row.pk for row in tag.names.all()].index(spelling.pk)
    html = submit(
        desk, change(tag), "_save", name="Türkiye", **{f"names__{number}__DELETE": "on"}
    ).content.decode()
    assert "“Türkiye” is its present name and stays." in html
    tag.refresh_from_db()
    assert tag.name == "Turkey"
    assert TagName.objects.count() == 2


def test_new_name_and_the_same_new_spelling_are_one(desk):
    """Typed twice in one form: a sentence, and no clash in the database."""
    author = AuthorFactory(name="Ada Lind")
    html = submit(desk, change(author), "_save", name="Ada Holm", names__1__name="ADA HOLM").content.decode()
    assert "already leads here" in html
    assert AuthorName.objects.count() == 1


@pytest.mark.parametrize("kind", KINDS)
def test_search_finds_by_any_name_without_regard_to_accents(desk, kind):
    """In the list, and where names are suggested."""
    _model, make, _word = KINDS[kind]
    thing = make(name="Recep Tayyip Erdoğan")
    thing.names.create(name="RTE, başkan")
    make(name="Somebody else")
    for words in ("erdogan", "TAYYİP recep", "baskan"):
        rows = page(desk, reverse(f"admin:articles_{kind}_changelist") + f"?q={words}").css(
            "#result_list tbody tr"
        )
        assert ["Recep" in row.text() for row in rows] == [True], words
    found = desk.get(reverse(f"admin:articles_{kind}_suggest"), {"q": "rte"}).json()["results"]
    assert [(each["name"], each["also"]) for each in found] == [("Recep Tayyip Erdoğan", "RTE, başkan")]


def test_suggestions_begin_with_what_is_typed_and_with_what_is_used(desk):
    """An exact name first, then the more used; each thing once; nothing for nothing; any sign is taken."""
    ArticleFactory(tags=["Fog in spring"])
    TagFactory(name="Fog")
    TagFactory(name="Fog horn")
    TagFactory(name="Dense fog")
    url = reverse("admin:articles_tag_suggest")
    found = desk.get(url, {"q": "fog"}).json()["results"]
    assert [each["name"] for each in found] == ["Fog", "Fog in spring", "Fog horn", "Dense fog"]
    assert found[1]["articles"] == 1
    for typed in ("", " ", "”", "%", "_", "\x00", "'", "x" * 5000):
        assert desk.get(url, {"q": typed}).json()["results"] == [], typed


def test_counts_of_articles_stand_in_the_list(desk):
    """Two for the tag of two."""
    ArticleFactory.create_batch(2, tags=["Fog"])
    row = page(desk, reverse("admin:articles_tag_changelist")).css_first("#result_list tbody tr")
    assert row.css_first(".field-articles").text().strip() == "2"


def test_an_author_with_bylines_is_protected(desk):
    """The page says which articles stand in the way; without bylines the author goes."""
    author = AuthorFactory(name="Ada Lind")
    article = ArticleFactory(headline="Fog & ice", authors=["Ada Lind"])
    for _ in range(51):
        ArticleFactory(authors=["Ada Lind"])
    Article.objects.filter(pk=article.pk).update(saved_at=FAR_OFF)
    url = reverse("admin:articles_author_delete", args=[author.pk])
    html = desk.get(url).content.decode()
    assert "would require deleting the following protected related objects" in html
    assert f'<a href="/admin/articles/article/{article.pk}/change/"><bdi>Fog &amp; ice</bdi></a>' in html
    assert "and 2 more" in html
    desk.post(url, {"post": "yes"})
    assert Author.objects.filter(pk=author.pk).exists()
    free = AuthorFactory(name="Free")
    desk.post(reverse("admin:articles_author_delete", args=[free.pk]), {"post": "yes"})
    assert not Author.objects.filter(pk=free.pk).exists()


def test_a_section_with_articles_is_protected(desk):
    """Its articles would have nowhere to go."""
    section = ArticleFactory(published=True).section
    url = reverse("admin:articles_section_delete", args=[section.pk])
    assert "would require deleting the following protected related objects" in desk.get(url).content.decode()
    desk.post(reverse("admin:articles_section_delete", args=[section.pk]), {"post": "yes"})
    assert Section.objects.filter(pk=section.pk).exists()


def test_a_section_is_not_part_of_itself(desk):
    """Said in words, for itself and for a circle."""
    above = SectionFactory(name="World")
    below = SectionFactory(name="Europe", parent=above)
    for parent in (above, below):
        response = submit(desk, change(above), "_save", parent=str(parent.pk))
        assert "cannot be part of" in response.content.decode()
    above.refresh_from_db()
    assert above.parent is None


def test_order_and_menu_are_edited_in_the_list(desk):
    """Position and menu of sections, without opening each."""
    SectionFactory(name="World", position=1)
    url = reverse("admin:articles_section_changelist")
    submit(desk, url, "_save", "#changelist-form", form__0__position="5", form__0__in_menu="on")
    section = Section.objects.get()
    assert (section.position, section.in_menu) == (5, True)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"timezone": "Europe/Nowhere"}, "no time zone of this name"),
        ({"timezone": "../../etc/passwd"}, "no time zone of this name"),
        ({"charset": "klingon-1"}, "no charset of this name"),
    ],
)
def test_zone_and_charset_of_a_source_exist(desk, values, said):
    """A wrong one would make all its copy unreadable."""
    source = SourceFactory()
    assert said in submit(desk, change(source), "_save", **values).content.decode()
    submit(
        desk, change(source), "_save", timezone="Europe/Istanbul", charset="windows-1254", url="example.org"
    )
    source.refresh_from_db()
    assert (source.timezone, source.charset, source.url) == (
        "Europe/Istanbul",
        "windows-1254",
        "https://example.org",
    )


def test_who_may_only_look_changes_no_names(db):
    """Names are seen, and neither added nor taken away."""
    tag = TagFactory(name="Fog")
    client = staff("view_tag")
    tree = page(client, change(tag))
    assert "Fog" in tree.css_first("#names-group").text()
    assert tree.css("#names-group input[type=text]") == []
    assert client.post(change(tag), {"name": "X", "names-0-name": "Y"}).status_code == 403
