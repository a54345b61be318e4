"""Public pages as HTTP answers, pages for errors, addresses for machines."""

from __future__ import annotations

import gzip
import logging

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from articles.models import Section
from articles.views.errors import forbidden
from newsroom.logs import without_trace_of_refusals
from tests.factories import ArticleFactory, SectionFactory

PAGES = ["/", "/articles/", "/tags/", "/authors/", "/search/", "/sections/world/"]


@pytest.fixture
def world(db):
    ArticleFactory(published=True, section=SectionFactory(name="World", listed=True), tags=["Fog"])


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_the_same_for_all_readers_and_kept_safely(client, world, path):
    response = client.get(path)
    assert response.status_code == 200
    assert "Cookie" not in response.headers.get("Vary", "")
    assert not response.cookies
    assert response.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert client.get(path, headers={"if-none-match": response.headers["ETag"]}).status_code == 304
    policy = response.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


def test_a_page_is_compressed(client, world):
    plain = client.get("/").content
    packed = client.get("/", headers={"accept-encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain


def test_an_unknown_address_is_not_found_in_the_sites_own_design(client, world, settings):
    for debug in (False, True):
        settings.DEBUG = debug
        for path in (
            "/nothing/",
            "/nothing",
            "/tags/no-such-tag/",
            "/articles/12345/x/",
            "/%00/",
            "/admin2/",
        ):
            response = client.get(path)
            assert response.status_code == 404, path
            assert "<h1" in response.content.decode()
            assert "That page is not here" in response.content.decode()
            assert "World" in response.content.decode()


def test_a_slash_that_was_forgotten_is_added(client, world):
    response = client.get("/tags/fog?page=1")
    assert (response.status_code, response.headers["Location"]) == (301, "/tags/fog/?page=1")


def test_an_address_that_looks_like_another_host_leads_nowhere(client, world):
    assert client.get("/", PATH_INFO="//evil.example/tags").status_code == 404


def test_a_fault_is_told_without_its_details_and_without_the_database(world, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("inner matter")

    monkeypatch.setattr("articles.selections.sections", broken)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    html = response.content.decode()
    assert "Something went wrong" in html
    assert "inner matter" not in html


def test_a_fault_in_the_template_of_faults_still_answers(world, monkeypatch, settings):
    monkeypatch.setattr("articles.selections.sections", lambda: 1 / 0)
    monkeypatch.setattr("articles.views.errors.loader.get_template", lambda name: 1 / 0)
    response = Client(raise_request_exception=False).get("/")
    assert (response.status_code, response.content) == (500, b"Server error\n")


@pytest.mark.parametrize("host", ["testserver", "10.0.0.7:8000", "not a host"])
def test_healthz_answers_whatever_the_host(client, db, host):
    response = client.get("/healthz", headers={"host": host})
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert client.head("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/healthz/", "/healthz/x", "//healthz"])
def test_all_else_asks_for_a_host_that_is_allowed(client, db, path):
    assert client.get(path, headers={"host": "10.0.0.7"}).status_code == 400
    assert client.post("/healthz", headers={"host": "10.0.0.7"}).status_code == 400
    assert client.post("/healthz").status_code == 405


def test_a_host_that_is_none_of_ours_gets_the_sites_own_page_and_one_line_in_the_log(client, db, caplog):
    response = client.get("/", headers={"host": "evil.example"})
    html = response.content.decode()
    assert response.status_code == 400
    assert "That could not be understood" in html
    assert "evil" not in html
    record = next(record for record in caplog.records if record.name == "django.security.DisallowedHost")
    assert without_trace_of_refusals(record)
    assert "\n" not in logging.Formatter("{message}", style="{").format(record)


def test_a_form_without_its_token_gets_the_sites_own_page(world):
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "<b>me</b>"})
    html = response.content.decode()
    assert response.status_code == 403
    assert "The form was not taken" in html
    assert "me</b>" not in html
    assert "CSRF" not in html


def test_what_is_not_allowed_gets_the_sites_own_page(rf):
    response = forbidden(rf.get("/secret/"), PermissionDenied("inner matter"))
    html = response.content.decode()
    assert response.status_code == 403
    assert "That is not open to you" in html
    assert "inner matter" not in html
    assert "secret" not in html


def test_there_are_no_dead_links(client, world):
    """Every link of a page leads to a page of this site."""
    seen: set[str] = set()
    waiting = ["/"]
    while waiting:
        path = waiting.pop()
        if path in seen or path.startswith(("#", "http")):
            continue
        seen.add(path)
        response = client.get(path)
        assert response.status_code == 200, path
        links = [a.attributes.get("href") or "" for a in LexborHTMLParser(response.content.decode()).css("a")]
        waiting.extend(link for link in links if link not in seen)
    assert {"/", "/articles/", "/tags/", "/tags/fog/", "/authors/", "/search/", "/sections/world/"} <= seen
    assert Section.objects.count() == 1


def test_every_page_has_one_heading_landmarks_and_a_way_to_skip(get, world):
    for path in [*PAGES, "/tags/fog/", "/nothing/"]:
        page = get(path)
        assert len(page.texts("h1")) == 1, path
        assert (
            len(page.tree.css("main"))
            == len(page.tree.css("body > header"))
            == len(page.tree.css("body > footer"))
            == 1
        )
        assert page.links("body > a:first-child") == ["#content"]
        names = [node.attributes.get("aria-label") for node in page.tree.css("nav")]
        assert len(names) == len(set(names))
        assert all(names)
        assert page.tree.css_first("[style]") is None
