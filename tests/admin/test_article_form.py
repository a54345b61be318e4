"""The form of an article: what is typed is stored whole, what is not touched stays to the letter."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from articles import publishing, search
from articles.models import Article, Author, Revision, Tag
from tests.admin.conftest import fields, page, staff, submit
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    PhotoFactory,
    SectionFactory,
    TagFactory,
    WireDocumentFactory,
    WireItemFactory,
)

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/article/add/"
BODY = """<p>The port of <a href="https://example.org/?a=1&amp;b=2" title="Port">Vik</a> is <em>shut</em>.</p>
<h2>Why &amp; how</h2>
<figure data-photo="7"></figure>
<blockquote><p>One.</p><p>Two.</p></blockquote>
<ul><li>One<ul><li>Deep</li></ul></li></ul>
<ol start="3"><li>Three</li></ol>
<table><caption>Delays</caption><thead><tr><th>Line</th></tr></thead><tbody><tr><td>4<br>5</td></tr></tbody></table>
<pre>1. Kara   12.3
2. Deniz  11.9</pre>
<hr>
<p>CO<sub>2</sub>, m<sup>2</sup>.</p>"""


def change(article: Article) -> str:
    """The address of its form."""
    return reverse("admin:articles_article_change", args=[article.pk])


def test_new_article_is_stored_whole(desk):
    """Fields, credits in order, tags in order, a revision by the writer, and found by search: in one save."""
    section = SectionFactory(name="World")
    known = AuthorFactory(name="Ada Lind")
    photo = PhotoFactory()
    response = submit(
        desk,
        ADD,
        headline="Fog closes\r\nthe port",
        standfirst="Ships wait.",
        body="<p>Nobody sails.</p>",
        section=str(section.pk),
        language="nb-no",
        lead_photo=str(photo.pk),
        tag_names="Fog\r\nPort of Vik\r\n fog ",
        bylines__TOTAL_FORMS="2",
        bylines__0__name="Çağla Örs",
        bylines__0__role="author",
        bylines__0__position="1",
        bylines__1__name="ADA  LIND",
        bylines__1__role="author",
        bylines__1__place="Vik",
        bylines__1__position="0",
    )
    assert [node.text() for node in page_of(response).css(".errorlist")] == []
    assert "is saved. Readers do not see it: it is a draft." in response.content.decode()
    article = Article.objects.get()
    assert (article.headline, article.slug, article.status) == (
        "Fog closes the port",
        "fog-closes-the-port",
        "draft",
    )
    assert (article.standfirst, article.body, article.section) == (
        "Ships wait.",
        "<p>Nobody sails.</p>",
        section,
    )
    assert (article.language, article.lead_photo) == ("nb-no", photo)
    assert [tagged.tag.name for tagged in article.tagged.all()] == ["Fog", "Port of Vik"]
    credited = [(row.author.name, row.role, row.place) for row in article.bylines.select_related("author")]
    assert credited == [("Ada Lind", "author", "Vik"), ("Çağla Örs", "author", "")]
    assert Author.objects.count() == 2
    assert article.bylines.first().author == known
    revision = Revision.objects.get()
    assert (revision.user, revision.reason) == (desk.user, "saved")
    assert revision.content["tags"] == ["Fog", "Port of Vik"]
    assert list(search.search("sails cagla")) == [article]


def test_what_nobody_touched_stays_to_the_letter(desk):
    """A change elsewhere leaves body, times to the microsecond, credits and tags as they are."""
    moment = datetime(2026, 1, 5, 9, 30, 17, 123456, tzinfo=UTC)
    article = ArticleFactory(
        published=True,
        body=BODY,
        publish_at=moment,
        authors=["Ada", "Bo"],
        tags=["Fog", "Washington, D.C."],
        ednote="One\n\nTwo",
        standfirst="A\nB",
    )
    submit(desk, change(article), slugline="BC-Fog")
    article.refresh_from_db()
    assert article.slugline == "BC-Fog"
    assert article.body == BODY
    assert article.publish_at == moment
    assert (article.ednote, article.standfirst) == ("One\n\nTwo", "A\nB")
    assert [row.author.name for row in article.bylines.all()] == ["Ada", "Bo"]
    assert [row.tag.name for row in article.tagged.all()] == ["Fog", "Washington, D.C."]


def test_saving_without_a_change_makes_no_version(desk):
    """Looking is no work: no revision, no new version."""
    article = ArticleFactory(published=True, body=BODY, authors=["Ada"], tags=["Fog"])
    submit(desk, change(article))
    article.refresh_from_db()
    assert article.version == 1
    assert not article.revisions.exists()


def test_body_is_cleaned(desk):
    """Scripts, handlers and strange elements go; the vocabulary stays."""
    article = ArticleFactory()
    submit(
        desk,
        change(article),
        body='<p onclick="x()">A <script>alert(1)</script><b>b</b></p><iframe src="//x"></iframe>'
        '<p><a href="javascript:alert(1)">l</a></p>',
    )
    article.refresh_from_db()
    assert article.body == "<p>A <strong>b</strong></p>\n<p>l</p>"


def test_moving_and_removing_credits_and_tags(desk):
    """The numbers of the rows give the order; a row marked for deletion, or emptied, goes."""
    article = ArticleFactory(authors=["Ada", "Bo", "Cy"], tags=["Fog", "Port", "Sea"])
    submit(
        desk,
        change(article),
        tag_names="Sea\r\nFog",
        bylines__0__position="2",
        bylines__1__DELETE="on",
        bylines__2__position="1",
        bylines__2__role="editor",
    )
    assert [(row.author.name, row.role) for row in article.bylines.all()] == [
        ("Cy", "editor"),
        ("Ada", "author"),
    ]
    assert [row.tag.name for row in article.tagged.all()] == ["Sea", "Fog"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"headline": ""}, "This field is required"),
        ({"language": "no such language!"}, "A language is written like"),
        ({"urgency": "12"}, "less than or equal to 9"),
        ({"tag_names": "x" * 201}, "at most 200 characters"),
        ({"lead_photo": "999"}, "Select a valid choice"),
        ({"lead_photo": "ninety"}, "Select a valid choice"),
        ({"section": "999"}, "Select a valid choice"),
        ({"publish_at": "yesterday"}, "Enter a valid date/time"),
        ({"bylines__0__name": "”"}, "A name needs a letter"),
    ],
)
def test_wrong_values_are_said_in_words_and_nothing_is_stored(desk, values, said):
    """The form comes back with a sentence and with what was typed."""
    article = ArticleFactory()
    response = submit(desk, change(article), standfirst="Kept in the form", **values)
    html = response.content.decode()
    assert response.status_code == 200
    assert said in html
    assert "Kept in the form" in html
    article.refresh_from_db()
    assert article.version == 1


def test_somebody_twice_in_a_role_is_refused_in_words(desk):
    """Whatever the spelling."""
    article = ArticleFactory(authors=["Erdoğan Kaya", "Bo"])
    response = submit(desk, change(article), bylines__1__name="ERDOGAN KAYA")
    assert "ERDOGAN KAYA has this role already." in response.content.decode()
    assert [row.author.name for row in article.bylines.all()] == ["Erdoğan Kaya", "Bo"]


def test_two_at_one_article_lose_nothing(desk, reporter):
    """The second save is refused, shows who was first and what differs, and keeps what was typed."""
    article = ArticleFactory(headline="First", body="<p>Old.</p>", tags=["Fog"])
    data = fields(page(desk, change(article)), "#content-main form")
    submit(reporter, change(article), headline="Theirs", body="<p>Their text.</p>")

    mine = {**data, "headline": "Mine", "body": "<p>My text.</p>", "_continue": "1"}
    answer = desk.post(change(article), mine)
    html = answer.content.decode()
    assert "Two people worked on this article" in html
    assert reporter.user.username in html
    assert "Their text." in html
    tree_fields = fields(page_of(answer), "#content-main form")
    assert tree_fields["headline"].strip() == "Mine"
    assert "My text." in tree_fields["body"]
    article.refresh_from_db()
    assert (article.headline, article.body) == ("Theirs", "<p>Their text.</p>")

    # Sent again as it is, it is refused again; only a tick for the very version shown lets it through.
    assert "Two people worked" in desk.post(change(article), mine).content.decode()
    replaced = {**mine, "replaced_version": str(article.version)}
    publishing.save(article)  # a third one comes between
    assert "Two people worked" in desk.post(change(article), replaced).content.decode()
    replaced["replaced_version"] = str(article.version)
    desk.post(change(article), replaced)
    article.refresh_from_db()
    assert (article.headline, article.body) == ("Mine", "<p>My text.</p>")
    assert "Theirs" in [revision.content["headline"] for revision in article.revisions.all()]


def page_of(response):
    """The page in an answer."""
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(response.content.decode())


def test_a_form_without_a_version_stores_nothing(desk):
    """A request that cannot say what it has seen is taken for a late one."""
    article = ArticleFactory(headline="Stored")
    data = fields(page(desk, change(article)), "#content-main form") | {"headline": "Blind"}
    del data["seen_version"]
    assert "Two people worked" in desk.post(change(article), {**data, "_save": "1"}).content.decode()
    article.refresh_from_db()
    assert article.headline == "Stored"


def test_credits_that_somebody_took_away_meanwhile_are_no_trouble(desk):
    """Fewer rows in the database than in the form: a conflict in words, and no fault of the server."""
    article = ArticleFactory(authors=["Ada", "Bo", "Cy"])
    data = fields(page(desk, change(article)), "#content-main form")
    publishing.save(article, bylines=[])
    response = desk.post(change(article), {**data, "_continue": "1"})
    assert response.status_code == 200
    assert "Two people worked" in response.content.decode()


def test_new_names_need_the_right_to_add_them(reporter):
    """A reporter uses tags and people that are there, in any spelling; new ones are refused in words."""
    TagFactory(name="Erdoğan")
    AuthorFactory(name="Ada Lind")
    article = ArticleFactory()
    response = submit(
        reporter, change(article), tag_names="ERDOGAN\r\nBrand new", bylines__0__name="Somebody new"
    )
    html = response.content.decode()
    assert "You may not make new tags: Brand new." in html
    assert "You may not add people: Somebody new." in html
    submit(reporter, change(article), tag_names="ERDOGAN", bylines__0__name="ada lind")
    assert [row.tag.name for row in article.tagged.all()] == ["Erdoğan"]
    assert [row.author.name for row in article.bylines.all()] == ["Ada Lind"]
    assert Tag.objects.count() == 1


def test_hostile_text_is_text_everywhere(desk):
    """Mark-up in headline, slugline, names, tags, notes and raw copy never becomes mark-up of the desk."""
    attack = '"><img src=x onerror=alert(1)><script>alert(2)</script>'
    article = ArticleFactory(
        headline=attack, slugline=attack, standfirst=attack, ednote=attack, language="en", tags=[attack]
    )
    BylineFactory(article=article, author=AuthorFactory(name=attack, title=attack), place=attack)
    document = WireDocumentFactory(document=attack.encode(), path=attack)
    WireItemFactory(
        article=article,
        document=document,
        headline=attack,
        story={"headline": attack, "body": [{"type": "paragraph", "text": attack}], "keywords": [attack]},
        problems=[{"code": attack, "message": attack}],
    )
    publishing.save(article, by=desk.user, note=attack)
    item = article.wire_items.get()
    for url in (
        reverse("admin:index"),
        reverse("admin:articles_article_changelist"),
        change(article),
        reverse("admin:articles_article_delete", args=[article.pk]),
        reverse("admin:articles_article_kill", args=[article.pk]),
        reverse("admin:articles_wireitem_changelist"),
        reverse("admin:articles_wireitem_change", args=[item.pk]),
        reverse("admin:articles_wiredocument_change", args=[document.pk]),
        reverse("admin:articles_author_changelist"),
        reverse("admin:articles_tag_changelist"),
    ):
        tree = page(desk, url)
        assert tree.css("[onerror]") == [], url
        assert [node for node in tree.css("script") if "alert" in node.text()] == [], url
    response = submit(desk, change(article), headline=attack + " changed")
    assert page_of(response).css("[onerror]") == []


def test_raw_copy_stands_beside_the_article(desk):
    """The text as it came, in its charset, and what was odd about it."""
    article = ArticleFactory()
    document = WireDocumentFactory(
        document="Sis limanı kapattı\n\nMetin.\n".encode("cp1254"), charset="windows-1254"
    )
    WireItemFactory(article=article, document=document)
    text = page(desk, change(article)).css_first(".raw").text()
    assert "Sis limanı kapattı" in text


def test_history_tells_who_when_and_why(desk, reporter):
    """Newest first."""
    article = ArticleFactory()
    publishing.save(article, by=reporter.user)
    publishing.publish(article, by=desk.user)
    lines = [node.text() for node in page(desk, change(article)).css(".history li")]
    assert "published" in lines[0]
    assert "editor" in lines[0]
    assert "saved" in lines[1]
    assert reporter.user.username in lines[1]


def test_view_on_site_only_when_there_is_something_to_see(desk):
    """Of a draft no address is given out; of a live story its own."""
    draft = ArticleFactory()
    live = ArticleFactory(published=True)
    assert "View on site" not in page(desk, change(draft)).css_first(".sheet__side").text()
    link = page(desk, change(live)).css_first(".state-box a")
    assert link.attributes["href"] == live.get_absolute_url()
    assert desk.get(link.attributes["href"]).status_code == 200


def test_who_may_only_look_reads_text_and_gets_no_fields(db):
    """The body as readers see it; nothing to type into and nothing to press."""
    article = ArticleFactory(body="<p>Read <em>me</em>.</p>", authors=["Ada Lind"], tags=["Fog"])
    client = staff("view_article")
    tree = page(client, change(article))
    assert tree.css_first(".reading em").text() == "me"
    assert tree.css("#content-main textarea") == []
    assert tree.css("#content-main button[type=submit]") == []
    assert "Ada Lind" in tree.body.text()
    assert client.post(change(article), {"headline": "X", "_save": "1"}).status_code == 403


def test_chips_of_tags_name_the_kind_where_it_is_no_topic(desk):
    """Most are topics: to say so fifty times helps nobody."""
    TagFactory(name="Lindvik", kind=Tag.Kind.PLACE)
    article = ArticleFactory(tags=["Fog", "Lindvik"])
    field = page(desk, change(article)).css_first("textarea.names-field")
    assert json.loads(field.attributes["data-known"]) == {"Fog": "", "Lindvik": "place"}
    found = desk.get(reverse("admin:articles_tag_suggest"), {"q": "fog"}).json()["results"]
    assert [(tag["name"], tag["kind"]) for tag in found] == [("Fog", "")]
