"""The main job, by hand: copy comes in, an editor publishes it, readers read it."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from playwright.sync_api import Page, expect

from articles.models import Article

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),  # one browser, in one process
]

HEADLINE = "Orchard keeper counts 612 kinds of pear"
COPY = f"""{HEADLINE}

Written by Mirjam Sölle on 3 October 2026, 11:20. Posted in Countryside

An orchard that was to be felled has turned out to hold more kinds of pear than any other.

Mirjam Sölle - ALTENHAIN (Rundblick) - A retired teacher has counted 612 kinds of pear in the orchard of
Altenhain, more than grow in any collection.

“Some had no name left,” said Çağla Örs, who tasted them all. “I wrote down what they remind me of.”

The council will vote on Thursday whether the road goes around it.

* Piet Vanhoutte contributed to this report from Mechel.

Tags: pears, Altenhain, orchards, Çağla Örs
"""


@pytest.fixture
def imported(tmp_path) -> Article:
    """The story, brought in as a draft."""
    path = tmp_path / "pears.txt"
    path.write_text(COPY, encoding="utf-8")
    call_command("import_wire", str(path), jobs=1, no_progress=True, verbosity=0)
    return Article.objects.get()


def log_in(page: Page, live_server) -> None:
    """As the administrator, by the form."""
    get_user_model().objects.create_superuser("editor", "", "a-word-for-this-test")
    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill("a-word-for-this-test")
    page.get_by_role("button", name="Log in").click()
    expect(page).to_have_url(f"{live_server.url}/admin/")


def test_editor_publishes_what_the_wire_brought(page, live_server, imported):
    """Nothing is public before; after it the story stands on its own page and on those of its names."""
    address = f"{live_server.url}{imported.get_absolute_url()}"
    assert page.request.get(address).status == 404

    log_in(page, live_server)
    page.goto(f"{live_server.url}/admin/articles/article/")
    page.get_by_role("link", name=HEADLINE).click()
    expect(page.get_by_label("Headline").first).to_have_value(HEADLINE)
    expect(page.locator("body")).to_contain_text("Written by Mirjam Sölle on 3 October 2026")  # the raw copy

    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.locator("body")).to_contain_text("is on the site")
    page.get_by_role("link", name="View on site").first.click()

    expect(page).to_have_url(address)
    expect(page.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    main = page.get_by_role("main")
    expect(main).to_contain_text("An orchard that was to be felled")
    expect(main).to_contain_text("A retired teacher has counted 612 kinds of pear")
    expect(main).to_contain_text("Piet Vanhoutte")
    expect(main).not_to_contain_text("Posted in")

    for link, heading in (
        ("Countryside", "Countryside"),
        ("pears", "pears"),
        ("Mirjam Sölle", "Mirjam Sölle"),
    ):
        page.goto(address)
        page.get_by_role("main").get_by_role("link", name=link, exact=True).first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
        expect(page.get_by_role("link", name=HEADLINE).first).to_be_visible()

    page.goto(f"{live_server.url}/search/?q=cagla+ors")
    expect(page.get_by_role("main")).to_contain_text(HEADLINE)


def test_editor_changes_the_text_and_takes_the_story_back(page, live_server, imported):
    """The body is edited in place; an unpublished story is gone for readers at once."""
    log_in(page, live_server)
    page.goto(f"{live_server.url}/admin/articles/article/{imported.pk}/change/")
    body = page.locator(".ProseMirror")
    expect(body).to_contain_text("A retired teacher")
    body.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" It is expected to be close.")
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.locator("body")).to_contain_text("is on the site")

    address = f"{live_server.url}{imported.get_absolute_url()}"
    page.goto(address)
    expect(page.get_by_role("main")).to_contain_text("It is expected to be close.")

    page.goto(f"{live_server.url}/admin/articles/article/{imported.pk}/change/")
    page.get_by_role("button", name="Unpublish", exact=True).click()
    expect(page.locator("body")).to_contain_text("Readers do not see it")
    assert page.request.get(address).status == 404


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_the_screen(page, live_server, imported, width, scheme):
    """No page is wider than the screen, in either theme, and each has one first heading."""
    Article.objects.update(status="ready", publish_at=imported.created_at)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    paths = [
        "/",
        "/articles/",
        imported.get_absolute_url(),
        "/tags/",
        "/authors/",
        "/search/?q=pear",
        "/nowhere/",
    ]
    for path in paths:
        # An expected 404 makes the browser complain; it is asked for without a page.
        page.goto(f"{live_server.url}{path}") if path != "/nowhere/" else page.set_content(
            page.request.get(f"{live_server.url}{path}").text()
        )
        assert page.locator("h1").count() == 1, path
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, f"{path} is {wider} px too wide at {width}"


def test_a_page_is_whole_without_scripts(browser, live_server, imported):
    """With JavaScript off the story can be read and its tags followed."""
    Article.objects.update(status="ready", publish_at=imported.created_at)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/")
    page.get_by_role("link", name=HEADLINE).first.click()
    expect(page.get_by_role("main")).to_contain_text("A retired teacher has counted")
    page.get_by_role("main").get_by_role("link", name="orchards", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("orchards")
    context.close()
