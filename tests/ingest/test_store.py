"""What becomes of stories: `articles.ingest.store`, on SQLite and on PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles import publishing, search
from articles.models import (
    Article,
    Author,
    AuthorName,
    Byline,
    Outcome,
    Revision,
    Section,
    Source,
    Tag,
    WireDocument,
    WireItem,
)
from articles.wire.story import Credit, Link, Problem, PubStatus, Role
from tests.factories import ArticleFactory, SectionFactory, SourceFactory, UserFactory
from tests.ingest.wires import document, story, take, take_story, unread

pytestmark = pytest.mark.django_db

JUNE = datetime(2016, 6, 30, 12, 0, tzinfo=UTC)
Status = Article.Status


def article_of(item) -> Article:
    """The article of an outcome, as it is in the database now."""
    return Article.objects.get(pk=item.article)


def codes(item) -> list[str]:
    """The codes of an outcome's problems."""
    return [problem["code"] for problem in item.problems]


# What a story becomes


def test_all_that_a_story_says_is_in_its_article():
    """Fields, people with roles and places in order, tags in order, section, source, revision, search."""
    item = take_story(
        story(
            "Fog closes the harbour",
            "Ferries stay in port.",
            slugline="BC-Fog",
            description="Nothing moves.",
            language="en",
            located="OSLO, Norway",
            dateline="OSLO, Norway (NTB)",
            source="NTB",
            section="Weather",
            urgency=4,
            ednote="Not before noon.",
            copyright="© NTB 2016",
            created=JUNE,
            embargoed=JUNE + timedelta(hours=1),
            keywords=("Fog", "Ferries", "Oslo"),
            credits=[
                Credit("Ada Lind"),
                Credit("Bo Ek", Role.CONTRIBUTOR, "Bergen"),
                Credit("Ada Lind", Role.PHOTOGRAPHER),
            ],
            problems=(Problem("no-date", "There is no date."),),
        )
    )
    assert item.outcome == Outcome.CREATED
    article = article_of(item)
    assert article.headline == "Fog closes the harbour"
    assert article.slug == "fog-closes-the-harbour"
    assert article.body == "<p>Ferries stay in port.</p>"
    assert article.standfirst == "Nothing moves."
    assert article.slugline == "BC-Fog"
    assert article.language == "en"
    assert article.located == "OSLO, Norway"
    assert article.dateline == "OSLO, Norway (NTB)"
    assert article.urgency == 4
    assert article.ednote == "Not before noon."
    assert article.copyright == "© NTB 2016"
    assert article.status == Status.DRAFT
    assert article.publish_at == JUNE
    assert article.embargoed_until == JUNE + timedelta(hours=1)
    assert article.first_published_at is None
    assert article.section.name == "Weather"
    assert article.source.name == "NTB"
    assert [tag.name for tag in article.tags.all()] == ["Fog", "Ferries", "Oslo"]
    assert [(line.author.name, line.role, line.place) for line in article.bylines.all()] == [
        ("Ada Lind", "author", ""),
        ("Bo Ek", "contributor", "Bergen"),
        ("Ada Lind", "photographer", ""),
    ]
    revision = article.revisions.get()
    assert (revision.reason, revision.version, revision.user) == (Revision.Reason.WIRE, 1, None)
    assert revision.content == publishing.content_of(article)
    for words in ("fog", "nothing moves", "lind", "ferries", "port"):
        assert list(search.search(words)) == [article]


def test_where_it_came_from_is_kept():
    """The very bytes, how they were read, what was understood, and its problems."""
    told = story(uri="urn:x:1", version="3", problems=(Problem("no-date", "There is no date."),))
    (item,) = take(document(told, data=b"Fog closes\n", path="in/fog.txt"))
    wire_item = WireItem.objects.get()
    assert wire_item.article_id == item.article
    assert wire_item.story == told.as_json()
    assert wire_item.problems == [{"code": "no-date", "message": "There is no date."}]
    assert codes(item) == ["no-date"]
    assert (wire_item.uri, wire_item.wire_version, wire_item.outcome) == ("urn:x:1", "3", "created")
    kept = wire_item.document
    assert (kept.document, kept.size, kept.path) == (b"Fog closes\n", 11, "in/fog.txt")
    assert (kept.format, kept.charset, kept.certainty, kept.zone) == ("text", "utf-8", 1.0, "UTC")


def test_names_are_found_by_any_spelling_and_made_once():
    """One import of many spellings makes each person and thing once."""
    known = Author.objects.create(name="Ayşe Öz")
    AuthorName.objects.create(author=known, name="A. Öz")
    take(
        document(
            story("One", keywords=("Türkiye", "TURKIYE", "“Türkiye”"), credits=["AYSE OZ"], section="World"),
            story("Two", keywords=("türkiye",), credits=["A. Öz"], section="WORLD"),
        )
    )
    assert [tag.name for tag in Tag.objects.all()] == ["Türkiye"]
    assert [author.pk for author in Author.objects.all()] == [known.pk]
    assert [section.name for section in Section.objects.all()] == ["World"]
    assert Byline.objects.filter(author=known).count() == 2


def test_a_keyword_that_names_an_author_of_the_story_makes_no_tag():
    """By any name of the author; it stays in what the wire said, and in other stories it is a tag."""
    known = Author.objects.create(name="Ada Lind")
    AuthorName.objects.create(author=known, name="A. Lind")
    take(
        document(
            story("One", credits=["Ada Lind"], keywords=("Fog", "ada lind", "A. Lind", "Bo Ek")),
            story("Two", credits=["Bo Ek"], keywords=("Fog", "Bo Ek")),
        )
    )
    one, two = Article.objects.order_by("pk")
    assert [tag.name for tag in one.tags.all()] == ["Fog", "Bo Ek"]
    assert [tag.name for tag in two.tags.all()] == ["Fog"]
    assert WireItem.objects.get(article=one).story["keywords"] == ["Fog", "ada lind", "A. Lind", "Bo Ek"]


def test_a_new_section_stands_last_and_out_of_the_menu():
    """Until an editor puts it in."""
    SectionFactory(name="World", position=7, in_menu=True)
    take_story(story(section="Weather"))
    section = Section.objects.get(name="Weather")
    assert (section.position, section.in_menu) == (8, False)


def test_the_section_that_was_asked_for_wins():
    """Over that of the story, and over the source's own."""
    desk = SectionFactory(name="Desk")
    SourceFactory(name="NTB", default_section=SectionFactory(name="North"))
    forced = take_story(story("One", section="Weather", source="NTB"), section=desk)
    named = take_story(story("Two", section="Weather", source="NTB"))
    neither = take_story(story("Three", source="ntb"))
    assert [article_of(item).section.name for item in (forced, named, neither)] == [
        "Desk",
        "Weather",
        "North",
    ]


def test_the_source_that_was_asked_for_wins():
    """It is found by name, or made."""
    first = take_story(story("One", source="Reuters"), source="My Agency")
    second = take_story(story("Two"), source="MY AGENCY")
    assert article_of(first).source == article_of(second).source == Source.objects.get(name="My Agency")


# Publishing


@pytest.mark.parametrize(
    ("fields", "moment"),
    [
        ({"created": JUNE}, JUNE),
        ({"updated": JUNE}, JUNE),
        ({"created": JUNE, "updated": JUNE + timedelta(days=1)}, JUNE),
        ({}, None),
        ({"created": datetime(2999, 1, 1, tzinfo=UTC)}, None),
        ({"created": datetime(2999, 1, 1, tzinfo=UTC), "updated": JUNE}, None),
    ],
)
def test_an_archive_keeps_its_dates(fields, moment):
    """The story's day is its time of publication; without one, or with one to come, it is the import's."""
    before = timezone.now()
    article = article_of(take_story(story(**fields), publish=True))
    assert article.status == Status.READY
    assert article.first_published_at == article.publish_at
    assert article.is_published()
    if moment:
        assert article.publish_at == moment
    else:
        assert before <= article.publish_at <= timezone.now()


def test_an_embargo_holds():
    """Published, but seen by nobody before."""
    article = article_of(take_story(story(embargoed=datetime(2999, 1, 1, tzinfo=UTC)), publish=True))
    assert article.state == "embargoed"
    assert article.first_published_at == datetime(2999, 1, 1, tzinfo=UTC)


def test_what_is_withheld_stays_a_draft():
    """Even if it is to be published."""
    assert article_of(take_story(story(pubstatus=PubStatus.WITHHELD), publish=True)).status == Status.DRAFT


def test_a_trusted_source_publishes_by_itself():
    """Others do not."""
    SourceFactory(name="NTB", may_publish=True)
    assert article_of(take_story(story("One", source="NTB"))).is_published()
    assert article_of(take_story(story("Two", source="AFP"))).status == Status.DRAFT


def test_without_headline_the_text_stands_in_and_the_story_stays_a_draft():
    """Whole words, at most eighty characters."""
    text = "Ferries stayed in port on Friday as fog closed the harbour and all roads to the north of it."
    item = take_story(story(None, text), publish=True)
    article = article_of(item)
    assert (
        article.headline == "Ferries stayed in port on Friday as fog closed the harbour and all roads to the"
    )
    assert article.status == Status.DRAFT
    assert codes(item) == ["no-headline"]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("a" * 80 + " b", "a" * 80),
        ("a" * 100, "a" * 80),
        ("Short.", "Short."),
        (None, "fog.txt"),
    ],
)
def test_a_headline_is_never_empty(text, headline):
    """Long words are cut; without any text the document's name stands in."""
    (item,) = take(
        document(story(None, text, problems=(Problem("no-headline", "None."),)), path="in/fog.txt")
    )
    assert article_of(item).headline == headline
    assert codes(item) == ["no-headline"]  # told once


# Again


def test_the_same_bytes_again_change_nothing():
    """The outcome is unchanged, with the article, and no row is made."""
    first = take(document(story("One"), story("Two"), data=b"x"))
    rows = [model.objects.count() for model in (Article, Revision, WireDocument, WireItem, Tag)]
    second = take(document(story("One"), story("Two"), data=b"x", path="other.txt"))
    assert [item.outcome for item in second] == [Outcome.UNCHANGED] * 2
    assert [item.article for item in second] == [item.article for item in first]
    assert [item.path for item in second] == ["other.txt"] * 2
    assert [model.objects.count() for model in (Article, Revision, WireDocument, WireItem, Tag)] == rows


@pytest.mark.parametrize("uri", [None, "urn:x:1"])
def test_the_same_story_in_other_bytes_changes_nothing(uri):
    """It is filed with its article; case, width and punctuation of the text do not matter."""
    first = take_story(story("Fog closes the harbour", uri=uri, version="1"))
    second = take_story(story("FOG CLOSES the harbour!", uri=uri, version="1"))
    assert (second.outcome, second.article) == (Outcome.UNCHANGED, first.article)
    assert article_of(first).headline == "Fog closes the harbour"
    assert WireItem.objects.filter(article=first.article).count() == 2


def test_the_same_story_twice_in_one_batch_is_one_article():
    """In one document, in two, and the same bytes twice."""
    items = take(
        document(story("One"), story("One")), document(story("One")), *[document(story("Two"), data=b"2")] * 2
    )
    assert [item.outcome for item in items] == ["created", "unchanged", "unchanged", "created", "unchanged"]
    assert items[0].article == items[1].article == items[2].article
    assert items[3].article == items[4].article
    assert Article.objects.count() == 2


def test_one_uri_of_two_sources_is_two_stories():
    """An identifier is a source's own."""
    items = [
        take_story(story("One", uri="1", source="NTB")),
        take_story(story("Other", uri="1", source="AFP")),
    ]
    assert [item.outcome for item in items] == ["created", "created"]


def test_posts_of_one_export_that_share_an_identifier_are_not_versions():
    """Copied sites have such; each post has an article, and another export changes nothing."""
    posts = [story(headline, uri="https://s.example/?p=1") for headline in ("One", "Two", "One")]

    def outcomes(data):
        incoming, reading = document(*posts, data=data)
        return [(item.outcome, item.article) for item in take((incoming, replace(reading, format="wxr")))]

    (one, first), (two, second), again = outcomes(b"1")
    assert (one, two, again) == ("created", "created", ("unchanged", first))
    assert outcomes(b"2") == [("unchanged", first), ("unchanged", second), ("unchanged", first)]


def test_short_identifiers_are_a_sites_own():
    """Many feeds call their first item “1”; the host of its address tells whose it is."""

    def item(host, headline):
        return story(headline, uri="1", links=(Link("canonical", f"https://{host}/1"),))

    items = [take_story(item("a.example", "One")), take_story(item("b.example", "Two"))]
    items.append(take_story(item("A.example", "One and more")))
    assert [item.outcome for item in items] == ["created", "created", "updated"]
    assert items[2].article == items[0].article


# Versions


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"version": "1"}, {"version": "2"}),
        ({"version": "9"}, {"version": "10"}),
        ({"version": "1.9"}, {"version": "1.10"}),
        ({"version": "20160630T120000Z"}, {"version": "20160701T080000Z"}),
        ({"updated": JUNE}, {"updated": JUNE + timedelta(minutes=1)}),
        ({"version": "1", "updated": JUNE + timedelta(days=1)}, {"version": "2", "updated": JUNE}),
        ({"created": JUNE}, {"created": JUNE, "updated": JUNE + timedelta(minutes=1)}),
    ],
)
@pytest.mark.parametrize("together", [False, True])
def test_a_newer_version_updates_and_an_older_one_does_not(old, new, together):
    """Whichever comes first, in one batch or in two."""
    first, second = story("Old", uri="1", **old), story("New", uri="1", **new)
    for order, outcomes in (
        ((first, second), ["created", "updated"]),
        ((second, first), ["created", "unchanged"]),
    ):
        items = take(*map(document, order)) if together else [take_story(told) for told in order]
        assert [item.outcome for item in items] == outcomes
        assert items[0].article == items[1].article
        assert article_of(items[0]).headline == "New"
        WireItem.objects.all().delete()
        WireDocument.objects.all().delete()


def test_without_signs_of_order_what_comes_later_with_another_text_is_newer():
    """A feed may change an entry without telling when."""
    take_story(story("Old", uri="1"))
    assert take_story(story("New", uri="1")).outcome == Outcome.UPDATED


def test_an_update_takes_everything_along():
    """Fields, people, tags, search; the address, the time of publication and the first publication stay."""
    first = take_story(
        story("Fog", "Ferries.", uri="1", version="1", created=JUNE, keywords=("Fog",), credits=["Ada Lind"]),
        publish=True,
    )
    second = take_story(
        story(
            "Fog lifts",
            "Boats.",
            uri="1",
            version="2",
            created=JUNE + timedelta(days=1),
            keywords=("Harbour", "Fog"),
            credits=["Bo Ek", "Ada Lind"],
            section="Weather",
        ),
    )
    assert (second.outcome, second.article) == (Outcome.UPDATED, first.article)
    article = article_of(second)
    assert (article.headline, article.body, article.version) == ("Fog lifts", "<p>Boats.</p>", 2)
    assert article.section.name == "Weather"
    assert [tag.name for tag in article.tags.all()] == ["Harbour", "Fog"]
    assert [line.author.name for line in article.bylines.all()] == ["Bo Ek", "Ada Lind"]
    assert (article.status, article.publish_at, article.first_published_at) == (Status.READY, JUNE, JUNE)
    assert [revision.version for revision in article.revisions.order_by("pk")] == [1, 2]
    assert article.revisions.order_by("pk").last().content == publishing.content_of(article)
    assert list(search.search("boats harbour")) == [article]
    assert not search.search("ferries")


def test_three_versions_in_one_batch_are_one_article_with_its_history():
    """Each is a revision; the article says the last."""
    items = take(
        *(document(story(f"Take {n}", uri="1", version=str(n), keywords=(f"t{n}",))) for n in (1, 2, 3))
    )
    assert [item.outcome for item in items] == ["created", "updated", "updated"]
    article = Article.objects.get()
    assert (article.headline, article.version) == ("Take 3", 3)
    assert [tag.name for tag in article.tags.all()] == ["t3"]
    assert [r.content["headline"] for r in article.revisions.order_by("pk")] == ["Take 1", "Take 2", "Take 3"]


@pytest.mark.parametrize(
    "edit",
    [
        lambda article: Article.objects.filter(pk=article.pk).update(headline="Mine"),
        lambda article: article.tags.add("Mine"),
        lambda article: article.bylines.all().delete(),
        lambda article: Article.objects.filter(pk=article.pk).update(section=SectionFactory(name="Mine")),
    ],
)
def test_what_a_person_edited_is_never_overwritten(edit):
    """However it was edited: the newer version is filed as a proposal, and again it is unchanged."""
    first = take_story(
        story("Old", uri="1", version="1", keywords=("Fog",), credits=["Ada Lind"], section="World")
    )
    edit(article_of(first))
    before = publishing.content_of(article_of(first))
    second = take_story(story("New", uri="1", version="2"))
    assert (second.outcome, second.article) == (Outcome.PROPOSED, first.article)
    assert publishing.content_of(article_of(first)) == before
    assert WireItem.objects.get(outcome=Outcome.PROPOSED).story["headline"] == "New"
    assert take_story(story("New", uri="1", version="2")).outcome == Outcome.UNCHANGED
    assert take_story(story("Newer", uri="1", version="3")).outcome == Outcome.PROPOSED


def test_saving_without_a_change_is_no_edit():
    """Nor is publishing; nor a tag or author that has been renamed since."""
    first = take_story(story("Old", uri="1", version="1", keywords=("Fog",), credits=["Ada Lind"]))
    publishing.save(article_of(first), by=UserFactory())
    publishing.publish(article_of(first), by=UserFactory())
    for thing in (Tag.objects.get(), Author.objects.get()):
        thing.name = f"Renamed {thing.name}"
        thing.save()
    assert take_story(story("New", uri="1", version="2")).outcome == Outcome.UPDATED
    article = article_of(first)
    assert (article.headline, article.status) == ("New", Status.READY)


def test_a_draft_that_its_source_publishes_bears_the_date_of_that():
    """What was public before keeps its own."""
    draft = story("Old", uri="1", pubstatus=PubStatus.WITHHELD, created=JUNE)
    first = take_story(draft, publish=True)
    for text, days, moment in (("A.", 3, JUNE + timedelta(days=3)), ("B.", 9, JUNE + timedelta(days=3))):
        item = take_story(story("Old", text, uri="1", created=JUNE + timedelta(days=days)), publish=True)
        assert (item.outcome, item.article) == (Outcome.UPDATED, first.article)
        assert (article_of(first).status, article_of(first).publish_at) == (Status.READY, moment)


def test_what_was_scheduled_and_has_come_out_bears_the_date_of_that(monkeypatch):
    """Not that of the import that brought it before."""
    due = timezone.now() + timedelta(days=2)
    first = take_story(story("Old", uri="1", created=due, embargoed=due), publish=True)
    later = due + timedelta(days=1)
    monkeypatch.setattr("articles.ingest.store.timezone.now", lambda: later)
    second = take_story(story("Old", "It came.", uri="1", created=due, updated=later), publish=True)
    assert (second.outcome, second.article) == (Outcome.UPDATED, first.article)
    article = article_of(first)
    assert (article.status, article.publish_at, article.embargoed_until) == (Status.READY, due, None)


def test_an_update_leaves_the_desks_decisions():
    """What was taken off stays off, and an embargo that the desk set stays, whoever publishes."""
    first = take_story(story("Old", uri="1", version="1"), publish=True)
    article = article_of(first)
    publishing.unpublish(article)
    article.embargoed_until = datetime(2999, 1, 1, tzinfo=UTC)
    publishing.save(article)
    assert take_story(story("New", uri="1", version="2"), publish=True).outcome == Outcome.UPDATED
    article = article_of(first)
    assert (article.headline, article.status) == ("New", Status.DRAFT)
    assert article.embargoed_until == datetime(2999, 1, 1, tzinfo=UTC)


def test_an_update_publishes_what_was_withheld_and_withholds_what_was_public():
    """As the source says, where no person has had a hand in it."""
    withheld = PubStatus.WITHHELD
    first = take_story(story("One", uri="1", version="1", pubstatus=withheld), publish=True)
    take_story(story("Two", uri="1", version="2", embargoed=JUNE), publish=True)
    article = article_of(first)
    assert article.is_published()
    assert article.embargoed_until == JUNE
    take_story(story("Three", uri="1", version="3", pubstatus=withheld), publish=True)
    assert article_of(first).status == Status.DRAFT


# Kills


def test_a_kill_takes_its_story_off():
    """At once, with the reason; again it is unchanged."""
    first = take_story(story("Fog", uri="1", version="1"), publish=True)
    kill = story(
        "KILL Fog", "Do not use.", uri="1", version="2", pubstatus=PubStatus.CANCELED, ednote="It was not so."
    )
    item = take_story(kill)
    assert (item.outcome, item.article) == (Outcome.CANCELED, first.article)
    article = article_of(first)
    assert (article.status, article.kill_reason, article.headline) == (Status.KILLED, "It was not so.", "Fog")
    again = take_story(kill)
    assert (again.outcome, again.article) == (Outcome.UNCHANGED, first.article)
    assert article.revisions.filter(reason="killed").count() == 1


def test_a_kill_reaches_what_a_person_edited():
    """Nothing that its source has killed stays public."""
    first = take_story(story("Fog", uri="1"), publish=True)
    Article.objects.update(headline="Mine")
    assert take_story(story("Kill", uri="1", pubstatus=PubStatus.CANCELED)).outcome == Outcome.CANCELED
    assert article_of(first).status == Status.KILLED


def test_a_story_and_its_kill_in_one_batch():
    """Never public, not for a moment."""
    items = take(
        document(story("Fog", uri="1", version="1")),
        document(story("Kill", uri="1", version="2", pubstatus=PubStatus.CANCELED)),
        document(story("Fog again", uri="1", version="3")),
        publish=True,
    )
    assert [item.outcome for item in items] == ["created", "canceled", "proposed"]
    assert Article.objects.get().status == Status.KILLED


def test_a_kill_of_nothing_is_filed():
    """It names no story of ours; when that comes late it is not made, a newer one is, as a draft."""
    item = take_story(story("Kill", uri="1", version="2", pubstatus=PubStatus.CANCELED))
    assert (item.outcome, item.article) == (Outcome.CANCELED, None)
    late = take_story(story("Late", uri="1", version="1"), publish=True)
    assert (late.outcome, late.article, codes(late)) == (Outcome.UNCHANGED, None, ["killed"])
    newer = take_story(story("Newer", uri="1", version="3"), publish=True)
    assert (newer.outcome, codes(newer)) == (Outcome.CREATED, ["killed"])
    assert article_of(newer).status == Status.DRAFT


def test_an_older_kill_does_not_reach_a_newer_version():
    """The source has put it right since."""
    first = take_story(story("Put right", uri="1", version="3"), publish=True)
    assert (
        take_story(story("Kill", uri="1", version="2", pubstatus=PubStatus.CANCELED)).outcome == "unchanged"
    )
    assert article_of(first).is_published()


@pytest.mark.parametrize("code", ["malformed-xml", "malformed-json"])
def test_a_damaged_newer_version_is_proposed(code):
    """What is missing of it would be missing of the article; the whole one, sent again, is taken."""
    whole = story("Fog", "One. Two.", uri="urn:1", version="1")
    cut = story("Fog", "One.", uri="urn:1", version="2", problems=(Problem(code, "It breaks off."),))
    again = story("Fog", "One. Two. Three.", uri="urn:1", version="3")
    items = [take_story(one) for one in (whole, cut, again)]
    assert [item.outcome for item in items] == ["created", "proposed", "updated"]
    assert "Three." in article_of(items[0]).body


def test_after_a_kill_a_newer_version_is_proposed():
    """Whether it goes up again is for the desk to say."""
    first = take_story(story("Fog", uri="1", version="1"), publish=True)
    publishing.kill(article_of(first), "No.")
    assert take_story(story("Fog", "Other.", uri="1", version="2"), publish=True).outcome == Outcome.PROPOSED
    assert article_of(first).status == Status.KILLED


# What the desk deleted


@pytest.mark.parametrize("uri", [None, "1"])
def test_what_the_desk_deleted_is_not_made_again(uri):
    """Neither by the same bytes nor by the same story or a newer one."""
    first = take(document(story("Fog", uri=uri, version="1"), data=b"x"))[0]
    article_of(first).delete()
    same = take(document(story("Fog", uri=uri, version="1"), data=b"x"))[0]
    other = take_story(story("Fog", uri=uri, version="2"))
    for item in (same, other):
        assert (item.outcome, item.article, codes(item)) == (Outcome.UNCHANGED, None, ["deleted"])
    assert not Article.objects.exists()


# Quarantine


def test_what_cannot_be_read_is_kept_whole():
    """With the reason; the others go in; again it stays in quarantine, and no row is made."""
    items = take(unread(data=b"\x00\x01"), document(story()))
    assert [item.outcome for item in items] == ["quarantined", "created"]
    assert items[0].as_json()["problems"] == [{"code": "binary", "message": "This is no text."}]
    kept = WireItem.objects.get(outcome=Outcome.QUARANTINED)
    assert (kept.error_code, kept.error, kept.story, kept.article) == (
        "binary",
        "This is no text.",
        None,
        None,
    )
    assert kept.document.document == b"\x00\x01"
    again = take(unread(data=b"\x00\x01"), unread(data=b"\x00\x01"))
    assert [item.outcome for item in again] == ["quarantined", "quarantined"]
    assert WireItem.objects.filter(outcome=Outcome.QUARANTINED).get() == kept


def test_what_is_read_at_last_leaves_the_quarantine():
    """The document stays, its item is that of the story."""
    take(unread(data=b"x"))
    take(unread("charset", data=b"x"))
    assert WireItem.objects.get().error_code == "charset"
    (item,) = take(document(story(), data=b"x"))
    assert item.outcome == Outcome.CREATED
    assert WireItem.objects.get().outcome == Outcome.CREATED
    kept = WireDocument.objects.get()
    assert (kept.format, kept.charset, kept.document) == ("text", "utf-8", b"x")


def test_a_file_that_could_not_be_opened_leaves_the_quarantine_when_it_can():
    """It is known by its path as long as there are no bytes."""
    incoming, reading = unread("unreadable", data=b"", path="in/locked.txt")
    locked = (type(incoming)("in/locked.txt", b"", ("unreadable", "No permission.")), reading)
    take(locked, (type(incoming)("in/other.txt", b"", ("unreadable", "No permission.")), reading))
    assert WireDocument.objects.count() == 2
    take(document(story(), path="in/locked.txt"))
    assert set(WireDocument.objects.values_list("path", flat=True)) == {"in/locked.txt", "in/other.txt"}
    assert sorted(WireItem.objects.values_list("outcome", flat=True)) == ["created", "quarantined"]


# Whatever a document says


def test_what_is_too_long_is_cut_or_left_out_and_told():
    """No column of the database is ever too short."""
    long = "word " * 400
    item = take_story(
        story(
            long,
            slugline=long,
            dateline=long,
            located=long,
            copyright=long,
            language="x" * 99,
            section=long,
            source=long,
            version="9" * 300,
            uri="u" * 5_000,
            urgency=44,
            keywords=("Fog", long, "ﷺ" * 100, *(f"k{n}" for n in range(600))),
            credits=[Credit(long), Credit("Ada Lind", Role.AUTHOR, long)],
        )
    )
    article = article_of(item)
    assert len(article.headline) <= 500
    assert article.headline.endswith("word…")
    assert article.language == ""
    assert article.urgency is None
    assert (article.section, article.source) == (None, None)
    assert article.tags.count() == 500
    assert [line.author.name for line in article.bylines.all()] == ["Ada Lind"]
    assert set(codes(item)) == {"too-long", "too-many"}


def test_signs_that_no_database_holds_are_left_out():
    """Number zero and halves of surrogate pairs, wherever they stand."""
    bad = "F\x00o\ud800g"
    (item,) = take(
        document(
            story(
                bad,
                bad,
                **dict.fromkeys(
                    ("uri", "version", "slugline", "description", "located", "source", "section"), bad
                ),
                keywords=(bad,),
                credits=[Credit(bad, Role.AUTHOR, bad)],
                problems=(Problem("odd", bad),),
            ),
            path="a\udcff.txt",
        )
    )
    article = article_of(item)
    assert (article.headline, article.body, article.section.name) == ("Fog", "<p>Fog</p>", "Fog")
    assert item.problems == ({"code": "odd", "message": "Fog"},)


@pytest.mark.parametrize(
    "time",
    [
        "0001-01-01T00:00:00+03:00",
        "0001-01-01T00:00:00+00:00",
        "1599-12-31T23:59:59+00:00",
        "9000-01-01T00:00:00+00:00",
        "9999-12-31T23:59:00+00:00",
        "9999-12-31T23:59:00-05:00",
    ],
)
def test_dates_at_the_ends_of_the_calendar_are_left_out(time):
    """No page could show them in every zone; told, and the story waits for the desk: no embargo falls."""
    moment = datetime.fromisoformat(time)
    item = take_story(story(created=moment, embargoed=moment), publish=True)
    assert codes(item) == ["date-out-of-range", "date-out-of-range"]
    assert time in item.problems[0]["message"]
    article = article_of(item)
    assert (article.embargoed_until, article.status) == (None, Status.DRAFT)
    assert article.publish_at.year > 2000


@pytest.mark.parametrize("time", ["1600-01-01T00:00:00+00:00", "8999-12-31T23:59:59+00:00"])
def test_dates_of_long_ago_and_far_away_are_kept(time):
    """As an embargo, whichever it is."""
    moment = datetime.fromisoformat(time)
    item = take_story(story(embargoed=moment))
    assert (codes(item), article_of(item).embargoed_until) == ([], moment)


def test_a_document_without_stories_is_kept():
    """An empty feed is no fault."""
    assert take(document(data=b"x")) == []
    assert take(document(data=b"x")) == []
    assert WireDocument.objects.count() == 1


# What it costs


def test_a_large_batch_costs_no_more_statements_than_a_small_one(django_assert_max_num_queries):
    """A handful of statements whatever the batch size."""

    def batch(size, name):
        return [
            document(
                story(
                    f"{name} {n}",
                    uri=f"{name}-{n}",
                    section=f"Section {n % 3}",
                    source="NTB",
                    keywords=tuple(f"{name}{n}-{k}" for k in range(5)),
                    credits=[f"{name} Author {n}"],
                )
            )
            for n in range(size)
        ]

    counts = []
    for size, name in ((5, "small"), (60, "large")):
        with django_assert_max_num_queries(60) as captured:
            take(*batch(size, name))
        counts.append(len(captured))
    assert counts[1] <= counts[0] + 6  # SQLite takes no more than 999 values a statement where names are made


def test_known_bytes_cost_one_lookup(django_assert_num_queries):
    """Documents and their items; and the run of the test itself."""
    documents = [document(story(f"Story {n}"), data=b"%d" % n) for n in range(30)]
    take(*documents)
    with django_assert_num_queries(5):  # run, savepoint, two look-ups, release
        take(*((incoming, None) for incoming, _ in documents))


def test_an_article_of_the_desk_is_not_touched():
    """Only what came over the wire follows it."""
    mine = ArticleFactory(headline="Fog closes the harbour", body="<p>Ferries stay in port.</p>")
    item = take_story(story())
    assert item.outcome == Outcome.CREATED
    assert item.article != mine.pk
