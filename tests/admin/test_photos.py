"""Photos: read with care when they come in, described from what they carry, found again to be used."""

from __future__ import annotations

import struct
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Photo
from tests.admin.conftest import fields, page, staff, submit
from tests.factories import ArticleFactory, PhotoFactory, picture

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/photo/add/"


def upload(client, content: bytes, name: str = "ferry.png", **values: str):
    """Send the form with a file."""
    data = fields(page(client, ADD), "#content-main form") | values
    return client.post(ADD, {**data, "file": SimpleUploadedFile(name, content), "_save": "1"}, follow=True)


def test_a_photo_is_stored_with_its_renditions(desk):
    """Measured, hashed, resized; what was typed stands."""
    upload(desk, picture(800, 600), caption="A ferry.", alt="A white ferry", byline="Pia Holm")
    photo = Photo.objects.get()
    assert (photo.width, photo.height, photo.format, photo.widths) == (800, 600, "PNG", [360, 540, 720])
    assert (photo.caption, photo.alt, photo.byline) == ("A ferry.", "A white ferry", "Pia Holm")
    assert photo.file.storage.exists(photo.file.name)


def test_the_same_file_again_is_named_and_not_stored_twice(desk):
    """A sentence with a link to the photo that is there."""
    upload(desk, picture(), title="The ferry")
    response = upload(desk, picture(), "copy.png")
    tree_html = response.content.decode()
    photo = Photo.objects.get()
    assert "This photo is here already:" in tree_html
    assert reverse("admin:articles_photo_change", args=[photo.pk]) in tree_html
    assert "The ferry" in tree_html


def _bomb() -> bytes:
    """A PNG that says it has 50,000 × 50,000 pixels and is a few bytes long."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        body = kind + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no picture at all", "no whole JPEG, PNG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "no whole JPEG, PNG"),
        (picture(800, 600)[:200], "no whole JPEG, PNG"),
        (_bomb(), "far too many pixels"),
        (b"", "empty"),
    ],
)
def test_what_is_no_picture_is_refused_in_words(desk, content, said):
    """Broken, foreign, cut off, or a bomb: a sentence, and nothing stored."""
    response = upload(desk, content)
    assert response.status_code == 200
    assert said in response.content.decode()
    assert not Photo.objects.exists()


def test_words_and_focal_point_are_changed_and_the_file_is_not(desk):
    """The form of a kept photo has no file field; a point outside the picture is refused."""
    photo = PhotoFactory()
    url = reverse("admin:articles_photo_change", args=[photo.pk])
    assert "file" not in fields(page(desk, url), "#content-main form")
    before = photo.file.name
    submit(desk, url, "_save", caption="New", focal_x="30", focal_y="70")
    photo.refresh_from_db()
    assert (photo.caption, photo.focal_x, photo.focal_y, photo.file.name) == ("New", 30, 70, before)
    assert "less than or equal to 100" in submit(desk, url, "_save", focal_x="101").content.decode()


def test_the_picker_finds_photos(desk):
    """By words, newest first, and by number; strange numbers are passed over."""
    first, second = PhotoFactory(caption="A ferry in fog"), PhotoFactory(caption="A port")
    url = reverse("admin:articles_photo_pick")
    assert [each["id"] for each in desk.get(url).json()["results"]] == [second.pk, first.pk]
    assert [each["id"] for each in desk.get(url, {"q": "FERRY fog"}).json()["results"]] == [first.pk]
    assert [
        each["id"] for each in desk.get(url, {"ids": f"{first.pk},x,²,99999999999"}).json()["results"]
    ] == [first.pk]
    assert desk.get(url, {"q": "\x00"}).status_code == 200
    found = desk.get(url, {"ids": str(second.pk)}).json()["results"][0]
    assert found["caption"] == "A port"
    assert found["credit"] == "Pia Holm / Newsroom"


def test_a_popup_hands_the_new_photo_to_the_article(desk):
    """Django's popup answers with the number of the photo that was stored."""
    data = fields(page(desk, ADD + "?_popup=1&_to_field=id"), "#content-main form")
    response = desk.post(ADD, {**data, "file": SimpleUploadedFile("a.png", picture()), "_save": "1"})
    assert f"&quot;value&quot;: &quot;{Photo.objects.get().pk}&quot;" in response.content.decode()


def test_who_may_only_look_sees_the_picture(db):
    """The words for reading, no fields."""
    photo = PhotoFactory(caption="A ferry in fog")
    tree = page(staff("view_photo"), reverse("admin:articles_photo_change", args=[photo.pk]))
    assert "A ferry in fog" in tree.body.text()
    assert tree.css(".focus-picture img") != []
    assert tree.css("#content-main textarea") == []


def test_a_photo_without_a_title_has_a_name_for_people(db):
    """The beginning of its caption, else its number; never that of its file."""
    assert str(PhotoFactory(title="Port", caption="Ships.")) == "Port"
    assert str(PhotoFactory(title="", caption="Ships wait in the port. " * 10)).startswith(
        "Ships wait in the"
    )
    assert len(str(PhotoFactory(title="", caption="Ships wait in the port. " * 10))) == 80
    bare = PhotoFactory(title="", caption="")
    assert str(bare) == f"Photo {bare.pk}"


def test_deleting_a_photo_names_the_articles_that_show_it(desk):
    """As lead or in the text; there is no way to delete many without that look."""
    photo, other = PhotoFactory(), PhotoFactory()
    ArticleFactory(headline="Fog closes the port", lead_photo=photo)
    ArticleFactory(headline="Ships wait", body=f'<figure data-photo="{photo.pk}"></figure>')
    ArticleFactory(headline="Elsewhere", lead_photo=other)
    html = desk.get(reverse("admin:articles_photo_delete", args=[photo.pk])).content.decode()
    assert "Articles that would lose this picture" in html
    assert "Fog closes the port" in html
    assert "Ships wait" in html
    assert "Elsewhere" not in html
    unused = desk.get(reverse("admin:articles_photo_delete", args=[PhotoFactory().pk])).content.decode()
    assert "Articles that would lose this picture" not in unused
    assert desk.get(reverse("admin:articles_photo_delete", args=[99999])).status_code == 302
    assert "delete_selected" not in desk.get(reverse("admin:articles_photo_changelist")).content.decode()
