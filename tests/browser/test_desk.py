"""The desk in a real browser, under the site's own policy: any complaint of the browser fails a test."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect

from articles import pictures, publishing
from articles.models import Article, Photo
from tests.factories import ArticleFactory, AuthorFactory, TagFactory, WireItemFactory, picture

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
]

BODY = """<p>The port of <a href="https://example.org/?a=1&amp;b=2" title="Port">Vik</a> is <em>shut</em>.</p>
<h2>Why &amp; how</h2>
<figure data-photo="{photo}"></figure>
<blockquote><p>One.</p><p>Two.</p></blockquote>
<ul><li>One<ul><li>Deep</li></ul></li><li>Two</li></ul>
<ol start="3"><li>Three</li></ol>
<table><caption>Delays</caption><thead><tr><th>Line</th><th>Late</th></tr></thead><tbody><tr><td>Vik</td><td>45</td></tr>\
<tr><td colspan="2">All others on time</td></tr></tbody></table>
<pre>1. Kara   12.3
2. Deniz  11.9</pre>
<hr>
<p>CO<sub>2</sub> and m<sup>2</sup>,<br><strong>so</strong> it ends.</p>"""


@pytest.fixture
def photo() -> Photo:
    """A photo with its renditions."""
    return pictures.store_photo(
        picture(900, 600, "#3a6ea5"), title="The ferry", caption="A ferry.", alt="Ferry"
    )


@pytest.fixture
def article(photo) -> Article:
    """A story with everything that a body can hold."""
    return ArticleFactory(
        body=BODY.format(photo=photo.pk), authors=["Ada Lind"], tags=["Fog"], lead_photo=photo, published=True
    )


@pytest.fixture
def desk(page, live_server) -> Page:
    """A page on which an administrator is logged in."""
    get_user_model().objects.create_superuser("editor", "", "a-word-for-this-test")
    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill("a-word-for-this-test")
    page.get_by_role("button", name="Log in").click()
    expect(page).to_have_url(f"{live_server.url}/admin/")
    return page


def open_form(desk: Page, live_server, article: Article) -> None:
    """Go to the article's form and wait for its editor."""
    desk.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    expect(desk.locator(".ProseMirror")).to_be_visible()


def save(desk: Page, button: str = "Save") -> None:
    """Press a button of the form and wait for what it says."""
    desk.get_by_role("button", name=button, exact=True).click()
    expect(desk.locator(".messagelist")).to_be_visible()


def test_a_body_that_was_only_looked_at_stays_to_the_letter(desk, live_server, article):
    """The editor opens it, another field is changed, and not a sign of the body is another."""
    before = article.body
    open_form(desk, live_server, article)
    expect(desk.locator(".editor-photo img")).to_be_visible()
    desk.get_by_label("Slugline").fill("BC-Fog")
    save(desk)
    article.refresh_from_db()
    assert article.slugline == "BC-Fog"
    assert article.body == before


def test_typing_changes_what_was_typed_and_nothing_else(desk, live_server, article):
    """Photo, table with caption and head, nested lists, columns: all survive an edit beside them."""
    before = article.body
    open_form(desk, live_server, article)
    desk.locator(".ProseMirror > p").last.click()
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" Or not.")
    desk.keyboard.press("Control+s")
    expect(desk.locator(".messagelist")).to_be_visible()
    article.refresh_from_db()
    assert article.body == before.removesuffix("</p>") + " Or not.</p>"


def test_the_toolbar_makes_the_vocabulary(desk, live_server, photo):
    """Heading, strong, list, link, photo and table, by buttons with names."""
    article = ArticleFactory(body="")
    open_form(desk, live_server, article)
    bar = desk.get_by_role("toolbar")
    desk.locator(".ProseMirror").click()
    bar.get_by_role("button", name="Heading", exact=True).click()
    desk.keyboard.type("Head")
    desk.keyboard.press("Enter")
    bar.get_by_role("button", name="Strong").click()
    desk.keyboard.type("strong")
    desk.keyboard.press("Shift+Home")
    bar.get_by_role("button", name="Link", exact=True).click()
    dialog = desk.get_by_role("dialog")
    dialog.get_by_label("URL").fill("https://example.org/")
    dialog.get_by_role("button", name="Update").click()
    expect(desk.locator(".ProseMirror a")).to_have_text("strong")
    # The editor takes the focus back, with its selection, a frame after the dialog has closed.
    expect(desk.locator(".ProseMirror")).to_be_focused()
    desk.wait_for_timeout(300)
    desk.keyboard.press("Control+End")
    desk.wait_for_function("getSelection().isCollapsed")
    desk.wait_for_timeout(100)
    desk.keyboard.press("Enter")
    bar.get_by_role("button", name="List", exact=True).click()
    desk.keyboard.type("one")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")
    bar.get_by_role("button", name="Insert a photo").click()
    desk.get_by_role("dialog").get_by_role("button", name="The ferry").click()
    expect(desk.locator(".ProseMirror [data-photo]")).to_have_count(1)
    bar.get_by_role("button", name="Insert a table").click()
    expect(desk.locator(".ProseMirror table")).to_have_count(1)
    desk.keyboard.type("Gone")
    desk.keyboard.press("Tab")
    desk.keyboard.type("Line")
    desk.keyboard.press("Shift+Tab")
    bar.get_by_role("button", name="Take the column away").click()
    save(desk, "Save draft")
    article.refresh_from_db()
    assert article.body.split("\n")[:4] == [
        "<h2>Head</h2>",
        '<p><a href="https://example.org/"><strong>strong</strong></a></p>',
        "<ul><li>one</li></ul>",
        f'<figure data-photo="{photo.pk}"></figure>',
    ]
    assert article.body.split("\n")[4].startswith("<table><thead><tr><th>Line</th><th></th></tr></thead>")


def test_tags_and_people_by_keyboard_alone(desk, live_server):
    """Typed, completed, moved and taken away without a mouse."""
    article = ArticleFactory(authors=["Ada Lind"], tags=["Fog", "Port"])
    TagFactory(name="Recep Tayyip Erdoğan")
    AuthorFactory(name="Çağla Örs")
    open_form(desk, live_server, article)

    tags = desk.get_by_role("combobox", name="Tags")
    tags.focus()
    desk.keyboard.type("erdogan")
    expect(desk.get_by_role("option", name="Recep Tayyip Erdoğan")).to_be_visible()
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    desk.keyboard.type("FOG,")  # is there already
    desk.keyboard.type("Brand new")
    desk.keyboard.press("Enter")
    expect(desk.locator(".name--new")).to_have_text("Brand newnew‹×")
    desk.get_by_role("button", name="Remove Port").focus()
    desk.keyboard.press("Enter")

    desk.get_by_role("button", name="Add another Credit").or_(
        desk.get_by_role("link", name="Add another Credit")
    ).click()
    desk.keyboard.type("cagla")
    expect(desk.get_by_role("option", name="Çağla Örs")).to_be_visible()
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    desk.get_by_role("button", name="Move up").nth(1).focus()
    desk.keyboard.press("Enter")
    save(desk, "Save draft")
    assert [row.tag.name for row in article.tagged.all()] == ["Fog", "Recep Tayyip Erdoğan", "Brand new"]
    assert [row.author.name for row in article.bylines.all()] == ["Çağla Örs", "Ada Lind"]


def test_lead_photo_from_the_sheet_and_its_focal_point(desk, live_server, photo):
    """Chosen by its picture; on its own page a click sets what must stay in sight."""
    article = ArticleFactory()
    open_form(desk, live_server, article)
    desk.get_by_role("button", name="Choose a photo").click()
    desk.get_by_role("dialog").get_by_role("button", name="The ferry").click()
    expect(desk.locator(".photo-box__view img")).to_be_visible()
    save(desk, "Save draft")
    article.refresh_from_db()
    assert article.lead_photo == photo

    desk.goto(f"{live_server.url}/admin/articles/photo/{photo.pk}/change/")
    picture_on_page = desk.locator(".focus-picture img")
    box = picture_on_page.bounding_box()
    assert box
    picture_on_page.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    desk.get_by_role("button", name="Save and continue editing").click()
    expect(desk.locator(".messagelist")).to_be_visible()
    photo.refresh_from_db()
    assert abs(photo.focal_x - 25) <= 1
    assert abs(photo.focal_y - 75) <= 1


def test_two_at_one_article(desk, live_server, article):
    """What was typed stands in the editor, what somebody else saved is shown, and nothing is overwritten."""
    open_form(desk, live_server, article)
    desk.get_by_label("Headline").first.fill("Mine")
    desk.locator(".ProseMirror > p").first.click()
    desk.keyboard.type("Mine too. ")
    theirs = Article.objects.get(pk=article.pk)
    theirs.headline = "Theirs"
    publishing.save(theirs)
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.get_by_role("heading", name="Two people worked on this article")).to_be_visible()
    expect(desk.locator(".conflict")).to_contain_text("Theirs")
    expect(desk.get_by_label("Headline").first).to_have_value("Mine")
    expect(desk.locator(".ProseMirror")).to_contain_text("Mine too.")
    article.refresh_from_db()
    assert article.headline == "Theirs"
    desk.get_by_label("Store mine in place of theirs").check()
    save(desk)
    article.refresh_from_db()
    assert article.headline == "Mine"


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (768, "dark"), (1440, "light")])
def test_every_page_of_the_desk_fits_and_is_quiet(desk, live_server, article, width, scheme):
    """No page is wider than the screen, none makes the browser complain, each has one first heading."""
    item = WireItemFactory(article=article)
    quarantined = WireItemFactory(quarantined=True)
    desk.emulate_media(color_scheme=scheme)
    desk.set_viewport_size({"width": width, "height": 900})
    section, tag, author = article.section, article.tags.first(), article.bylines.first().author
    for path in (
        "",
        "password_change/",
        "auth/user/",
        "articles/article/",
        "articles/article/?state=live&q=head",
        "articles/article/add/",
        f"articles/article/{article.pk}/change/",
        f"articles/article/{article.pk}/kill/",
        f"articles/article/{article.pk}/history/",
        "articles/photo/",
        "articles/photo/add/",
        f"articles/photo/{article.lead_photo_id}/change/",
        "articles/section/",
        f"articles/section/{section.pk}/change/",
        f"articles/section/{section.pk}/delete/",
        f"articles/tag/{tag.pk}/change/",
        f"articles/author/{author.pk}/change/",
        "articles/source/add/",
        "articles/wireitem/",
        f"articles/wireitem/{item.pk}/change/",
        f"articles/wireitem/{quarantined.pk}/change/",
        "articles/importrun/",
        f"articles/importrun/{item.run_id}/change/",
        "articles/wiredocument/",
        f"articles/wiredocument/{item.document_id}/change/",
    ):
        desk.goto(f"{live_server.url}/admin/{path}")
        assert desk.locator("h1").count() == 1, path
        wider = desk.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, f"{path} is {wider} px too wide at {width}"
