"""Photos as files."""

from __future__ import annotations

import pytest

from articles.pictures import rendition_url, store_photo
from tests.factories import UserFactory, picture


@pytest.fixture
def photo(db):
    return store_photo(picture(400, 300))


def body(response) -> bytes:
    return b"".join(response.streaming_content)


@pytest.mark.parametrize(("extension", "kind"), [("webp", "image/webp"), ("jpg", "image/jpeg")])
def test_a_rendition_is_served_for_ever(client, photo, extension, kind):
    response = client.get(rendition_url(photo, 360, extension))
    assert response.status_code == 200
    assert response.headers["Content-Type"] == kind
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "Cookie" not in response.headers.get("Vary", "")
    assert len(body(response)) > 100


def test_an_original_is_for_the_desk_alone(client, photo):
    """It may say where it was taken."""
    assert client.get(photo.file.url).status_code == 404
    client.force_login(UserFactory())
    assert client.get(photo.file.url).status_code == 404
    client.force_login(UserFactory(admin=True))
    response = client.get(photo.file.url)
    assert response.status_code == 200
    assert response.headers["Cache-Control"].startswith("private")
    assert body(response) == picture(400, 300)


@pytest.mark.parametrize(
    "path",
    [
        "/media/",
        "/media/photos/",
        "/media/photos/../../db.sqlite3",
        "/media/photos/%2e%2e/%2e%2e/db.sqlite3",
        "/media/photos/aa/" + "a" * 64 + "-360.webp",
        "/media/photos/aa/" + "a" * 64 + ".html",
        "/media/photos/aa/" + "a" * 64 + "-360.svg",
        "/media/secret.txt",
    ],
)
def test_nothing_else_is_served(client, db, settings, path):
    settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
    (settings.MEDIA_ROOT / "secret.txt").write_text("secret")
    assert client.get(path).status_code == 404


def test_a_photo_of_a_few_pixels_is_served_too(client, db):
    tiny = store_photo(picture(3, 2))
    response = client.get(rendition_url(tiny, 3, "webp"))
    assert response.status_code == 200
    assert len(body(response)) > 10
