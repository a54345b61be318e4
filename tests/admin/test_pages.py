"""Every page of the desk opens, for those who may see it and for nobody else, at a fixed cost."""

from __future__ import annotations

import pytest
from django.contrib.admin.sites import site
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser

from articles.models import Article
from tests.admin.conftest import fields, page, staff
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    ImportRunFactory,
    PhotoFactory,
    SectionFactory,
    SourceFactory,
    TagFactory,
    UserFactory,
    WireItemFactory,
)

pytestmark = pytest.mark.django_db

OURS = ("article", "author", "tag", "section", "source", "photo", "importrun", "wireitem", "wiredocument")
READ_ONLY = ("importrun", "wireitem", "wiredocument")


@pytest.fixture
def filled():
    """One row of everything."""
    article = ArticleFactory(
        published=True,
        illustrated=True,
        authors=["Ada Lind", "Bo Ek"],
        tags=["Fog", "Harbour"],
        source=SourceFactory(name="Rundblick"),
    )
    item = WireItemFactory(article=article, source=article.source)
    return {
        "article": article,
        "author": AuthorFactory(name="Ada Lind"),
        "tag": TagFactory(name="Fog"),
        "section": article.section,
        "source": article.source,
        "photo": article.lead_photo,
        "importrun": item.run,
        "wireitem": item,
        "wiredocument": item.document,
    }


@pytest.mark.parametrize("model", OURS)
def test_lists_and_forms_open(desk, filled, model):
    """List, search, form, history and, where people type one, the empty form: all answer with 200."""
    urls = [
        reverse(f"admin:articles_{model}_changelist"),
        reverse(f"admin:articles_{model}_changelist") + "?q=fog",
        reverse(f"admin:articles_{model}_change", args=[filled[model].pk]),
        reverse(f"admin:articles_{model}_history", args=[filled[model].pk]),
    ]
    if model not in READ_ONLY:
        urls += [
            reverse(f"admin:articles_{model}_add"),
            reverse(f"admin:articles_{model}_delete", args=[filled[model].pk]),
        ]
    for url in urls:
        response = desk.get(url, follow=True)
        # What readers have seen is killed, never deleted.
        expected = 403 if model == "article" and url.endswith("/delete/") else 200
        assert response.status_code == expected, url


@pytest.mark.parametrize("model", READ_ONLY)
def test_what_machines_wrote_cannot_be_changed(desk, filled, model):
    """Neither added, changed nor deleted, not even by an administrator."""
    key = filled[model].pk
    assert desk.get(reverse(f"admin:articles_{model}_add")).status_code == 403
    assert desk.post(reverse(f"admin:articles_{model}_change", args=[key])).status_code == 403
    delete = reverse(f"admin:articles_{model}_delete", args=[key])
    assert desk.post(delete, {"post": "yes"}).status_code == 403


def test_strangers_are_sent_to_the_login(client, filled):
    """Nobody sees a page, a suggestion, a photo list or a raw document without an account."""
    for url in (
        reverse("admin:index"),
        reverse("admin:articles_article_change", args=[filled["article"].pk]),
        reverse("admin:articles_article_kill", args=[filled["article"].pk]),
        reverse("admin:articles_tag_suggest"),
        reverse("admin:articles_photo_pick"),
        reverse("admin:articles_wiredocument_raw", args=[filled["wiredocument"].pk]),
    ):
        response = client.get(url)
        assert response.status_code == 302, url
        assert response["Location"].startswith(reverse("admin:login")), url
    assert Article.objects.get().status == "ready"


def test_staff_without_rights_sees_nothing(filled):
    """A right to log in is a right to an empty desk."""
    client = staff()
    tree = page(client, reverse("admin:index"))
    assert "Articles" not in tree.body.text()
    assert tree.css_first(".board") is None
    for model in OURS:
        assert client.get(reverse(f"admin:articles_{model}_changelist")).status_code == 403
    assert client.get(reverse("admin:articles_tag_suggest") + "?q=f").status_code == 403
    assert client.get(reverse("admin:articles_photo_pick")).status_code == 403
    raw = reverse("admin:articles_wiredocument_raw", args=[filled["wiredocument"].pk])
    assert client.get(raw).status_code == 404


def test_first_page_counts_what_waits(desk):
    """To review, drafts from the wire, scheduled, embargoed, quarantined: each number leads to its list."""
    ArticleFactory.create_batch(2, in_review=True)
    ArticleFactory(scheduled=True)
    ArticleFactory(embargoed=True)
    ArticleFactory(published=True)
    ArticleFactory()
    WireItemFactory(article=ArticleFactory())
    WireItemFactory(quarantined=True)
    tree = page(desk, reverse("admin:index"))
    counts = {
        node.css_first(".board__label").text(): int(node.css_first(".board__number").text())
        for node in tree.css(".board__count")
    }
    assert counts == {
        "To review": 2,
        "Drafts from the wire": 1,
        "Scheduled": 1,
        "Under embargo": 1,
        "In quarantine": 1,
    }
    for node in tree.css(".board__count"):
        number = int(node.css_first(".board__number").text())
        listed = page(desk, node.css_first("a").attributes["href"])
        assert len(listed.css("#result_list tbody tr")) == number, node.text()


def test_names_of_the_site_stand_on_every_page(desk, settings):
    """Title and header carry SITE_NAME, and there is a way to the site."""
    settings.SITE_NAME = "Rundblick & Söhne"
    tree = page(desk, reverse("admin:index"))
    assert "Rundblick & Söhne" in tree.css_first("title").text()
    assert tree.css_first("#site-name").text().strip() == "Rundblick & Söhne"
    assert tree.css_first("#user-tools a").attributes["href"] == "/"


def test_login_page_opens_and_lets_in(client):
    """The form takes name and password and leads to the desk."""
    UserFactory(admin=True, username="chief")
    typed = {"username": "chief", "password": "a long enough password"}
    data = fields(page(client, reverse("admin:login")), "#login-form")
    response = client.post(reverse("admin:login"), data | typed, follow=True)
    assert response.redirect_chain[-1][0] == reverse("admin:index")


def test_no_page_has_anything_inline(desk, filled):
    """The policy forbids inline scripts and styles; no page of the desk has one."""
    for model in OURS:
        for url in (
            reverse(f"admin:articles_{model}_changelist"),
            reverse(f"admin:articles_{model}_change", args=[filled[model].pk]),
        ):
            tree = page(desk, url)
            assert tree.css("[style], style, [onclick], [onload]") == [], url
            scripts = [node for node in tree.css("script") if not node.attributes.get("src")]
            kinds = {node.attributes.get("type") for node in scripts}
            assert kinds <= {"application/json"}, url


def _queries(client, url: str) -> int:
    client.get(url)  # content types and permissions are read once
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def _rows(model: str, number: int) -> None:
    for n in range(number):
        article = ArticleFactory(
            published=True,
            illustrated=True,
            authors=[f"Ada {model} {n} {k}" for k in range(3)],
            tags=[f"{model} tag {n}"],
            source=SourceFactory(),
        )
        problems = [{"code": "no-date", "message": "-"}]
        WireItemFactory(article=article, source=article.source, problems=problems)


@pytest.mark.parametrize("model", OURS)
def test_lists_cost_the_same_for_2_and_for_20_rows(desk, model):
    """No list does a query per row."""
    url = reverse(f"admin:articles_{model}_changelist")
    _rows("first", 2)
    few = _queries(desk, url)
    _rows("more", 18)
    assert _queries(desk, url) == few


def test_first_page_costs_the_same_for_2_and_for_20_rows(desk):
    """Nor does the first page."""
    _rows("first", 2)
    few = _queries(desk, reverse("admin:index"))
    _rows("more", 18)
    assert _queries(desk, reverse("admin:index")) == few


def test_article_form_costs_the_same_for_2_and_for_20_of_everything(desk):
    """Bylines, tags, revisions, sections and wire items: more of them cost no more queries."""

    def article(number: int) -> Article:
        made = ArticleFactory(
            illustrated=True,
            authors=[f"Ada {number} {n}" for n in range(number)],
            tags=[f"Tag {number} {n}" for n in range(number)],
        )
        for _n in range(number):
            WireItemFactory(article=made)
            SectionFactory()
            made.revisions.create(version=1, content={}, reason="saved", user=UserFactory())
        return made

    few = _queries(desk, reverse("admin:articles_article_change", args=[article(2).pk]))
    many = _queries(desk, reverse("admin:articles_article_change", args=[article(20).pk]))
    assert many == few


@pytest.mark.parametrize("model", ["author", "tag", "section", "source"])
def test_forms_of_named_things_cost_the_same_for_2_and_for_20_names(desk, model):
    """A name more is no query more."""
    thing = {"author": AuthorFactory, "tag": TagFactory, "section": SectionFactory, "source": SourceFactory}[
        model
    ]()
    url = reverse(f"admin:articles_{model}_change", args=[thing.pk])
    for n in range(2):
        thing.names.create(name=f"Other {n}")
    few = _queries(desk, url)
    for n in range(18):
        thing.names.create(name=f"Yet another {n}")
    assert _queries(desk, url) == few


def test_tables_of_others_stay_away():
    """Tags are edited as ours, not a second time as those of the tagging library."""
    from taggit.models import Tag as PlainTag

    assert not site.is_registered(PlainTag)


def test_photo_page_tells_where_it_is_used(desk):
    """As a lead, or within a text."""
    photo = PhotoFactory()
    ArticleFactory(headline="Led by it", lead_photo=photo)
    ArticleFactory(headline="Shows it", body=f'<figure data-photo="{photo.pk}"></figure>')
    ArticleFactory(headline="Has another", body=f'<figure data-photo="{photo.pk}0"></figure>')
    used = page(desk, reverse("admin:articles_photo_change", args=[photo.pk])).css_first(".uses").text()
    assert "Led by it" in used
    assert "Shows it" in used
    assert "Has another" not in used


def test_import_run_leads_to_its_stories(desk):
    """The counts of a run, and the list of its stories alone."""
    run = ImportRunFactory(stories=1, created=1)
    WireItemFactory(run=run, headline="Of this run")
    WireItemFactory(headline="Of another run")
    tree = page(desk, reverse("admin:articles_importrun_change", args=[run.pk]))
    link = next(node for node in tree.css(".field-items a") if "wireitem" in node.attributes["href"])
    listed = page(desk, link.attributes["href"]).css_first("#result_list").text()
    assert "Of this run" in listed
    assert "Of another run" not in listed


def test_what_somebody_may_not_do_is_told_in_the_desks_design():
    """403, with the ways on; whoever is not on the staff is sent to the login as ever."""
    client = staff("view_article")
    response = client.get("/admin/articles/article/add/")
    assert response.status_code == 403
    tree = LexborHTMLParser(response.content.decode())
    assert tree.css_first("h1").text() == "That is not open to you"
    assert "Your account may not see or do this." in tree.body.text()
    assert "Nothing was saved" not in tree.body.text()
    assert tree.css_first(".desk-menu a[href='/admin/articles/article/']") is not None
    article = ArticleFactory()
    assert client.post(f"/admin/articles/article/{article.pk}/change/", {}).status_code == 403
    assert client.post("/admin/articles/article/x/change/", {}).status_code in (302, 403)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Tokyo"])
@pytest.mark.parametrize(
    "query",
    [
        "publish_at__year=9999",
        "publish_at__year=9998",
        "publish_at__year=1",
        "publish_at__year=0",
        "publish_at__year=9999&publish_at__month=12&publish_at__day=31",
    ],
)
def test_dates_at_the_ends_of_the_calendar_in_the_address_of_a_list(desk, settings, zone, query):
    """Nothing is found, or the parameter is dropped."""
    settings.TIME_ZONE = zone
    ArticleFactory(published=True)
    assert desk.get(f"/admin/articles/article/?{query}", follow=True).status_code == 200
