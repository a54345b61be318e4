"""Storing photos: read with care, kept once, made into the sizes that pages need."""

from __future__ import annotations

import hashlib
import io
from datetime import UTC, datetime

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from articles import pictures
from articles.models import Photo
from articles.pictures import PictureError, rendition_path, store_photo, widths_for
from tests.factories import picture

pytestmark = pytest.mark.django_db


def encoded(image: Image.Image, format: str = "JPEG", **options) -> bytes:
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def rendition(photo: Photo, width: int, extension: str = "jpg") -> Image.Image:
    with default_storage.open(rendition_path(photo, width, extension)) as file:
        image = Image.open(file)
        image.load()
        return image


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (80, [80]),
        (359, [359]),
        (360, [360]),
        (1000, [360, 540, 720]),
        (5000, [360, 540, 720, 1080, 1440, 1920]),
    ],
)
def test_renditions_are_never_wider_than_the_picture(width, widths):
    assert widths_for(width) == widths


def test_a_photo_is_kept_as_it_came_with_its_renditions_beside_it():
    data = picture(800, 400)
    photo = store_photo(data, caption="The quay")
    digest = hashlib.sha256(data).hexdigest()
    assert photo.file.name == f"photos/{digest[:2]}/{digest}.png"
    with default_storage.open(photo.file.name) as file:
        assert file.read() == data
    assert (photo.format, photo.width, photo.height, photo.widths) == ("PNG", 800, 400, [360, 540, 720])
    assert photo.caption == "The quay"
    for width in photo.widths:
        for extension in ("webp", "jpg"):
            assert rendition(photo, width, extension).size == (width, width // 2)
    assert rendition_path(photo, 360, "webp") == f"photos/{digest[:2]}/{digest}-360.webp"


def test_the_same_bytes_are_one_photo_and_stay_as_they_are():
    first = store_photo(picture(50, 50), caption="First")
    again = store_photo(io.BytesIO(picture(50, 50)), caption="Second")
    assert again.pk == first.pk
    assert again.caption == "First"
    assert Photo.objects.count() == 1


def test_a_file_that_was_left_behind_is_taken_up_again():
    first = store_photo(picture(50, 50))
    name = first.file.name
    Photo.objects.all().delete()
    assert store_photo(picture(50, 50)).file.name == name


def test_a_photo_that_lies_on_its_side_stands_upright():
    image = Image.new("RGB", (400, 200), "red")
    image.paste("blue", (0, 0, 200, 200))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise
    photo = store_photo(encoded(image, exif=exif))
    photo.refresh_from_db()
    assert (photo.width, photo.height) == (200, 400)
    shown = rendition(photo, 200)
    assert shown.size == (200, 400)
    assert shown.getpixel((100, 20))[2] > 200  # what was on the left is above
    assert shown.getpixel((100, 380))[0] > 200


def test_no_rendition_says_where_a_photo_was_taken():
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x8825] = {1: "N", 2: (59.0, 54.0, 0.0)}
    exif[0x010E] = "A quay"
    photo = store_photo(encoded(Image.new("RGB", (400, 300)), exif=exif, comment=b"secret"))
    assert photo.caption == "A quay"
    for extension in ("webp", "jpg"):
        shown = rendition(photo, 360, extension)
        assert dict(shown.getexif()) == {}
        assert not {"exif", "xmp", "photoshop", "comment"} & set(shown.info)


@pytest.mark.parametrize(
    ("mode", "format"),
    [
        ("RGBA", "PNG"),
        ("LA", "PNG"),
        ("P", "GIF"),
        ("L", "JPEG"),
        ("CMYK", "JPEG"),
        ("1", "PNG"),
        ("I;16", "PNG"),
        ("RGB", "TIFF"),
        ("RGB", "AVIF"),
        ("RGBA", "WEBP"),
    ],
)
def test_every_kind_of_picture_is_taken(mode, format):
    photo = store_photo(encoded(Image.new(mode, (60, 40)), format))
    assert photo.format == format
    assert rendition(photo, 60).mode == "RGB"


def test_what_is_transparent_lies_on_white():
    photo = store_photo(encoded(Image.new("RGBA", (60, 40), (0, 0, 0, 0)), "PNG"))
    assert rendition(photo, 60).getpixel((30, 20)) == (255, 255, 255)


def test_sixteen_bits_of_grey_keep_their_light():
    photo = store_photo(encoded(Image.new("I;16", (60, 40), 32768), "PNG"))
    assert rendition(photo, 60).getpixel((30, 20))[0] == pytest.approx(128, abs=2)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture at all",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"\xff\xd8\xff\xe0 broken",
        b"GIF89a",
        picture(60, 40)[:100],
        picture(300, 300, format="JPEG")[:400],
        b"%!PS-Adobe-3.0 EPSF-3.0",
    ],
)
def test_what_is_no_picture_is_refused_with_a_sentence(data):
    with pytest.raises(PictureError, match=r"The file is no whole JPEG, PNG"):
        store_photo(data)
    assert not Photo.objects.exists()


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(monkeypatch):
    data = picture(60, 40)
    monkeypatch.setattr(pictures, "MOST_PIXELS", 1000)
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("decoded"))
    with pytest.raises(PictureError, match="60 × 40 pixels, which is too many"):
        store_photo(data)


def test_a_picture_that_claims_to_be_enormous_is_refused():
    """A PNG of some bytes whose header promises 60,000 × 60,000 pixels."""
    data = bytearray(encoded(Image.new("1", (8, 8)), "PNG"))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    with pytest.raises(PictureError):
        store_photo(bytes(data))


def test_a_file_that_is_too_large_is_refused_unread(monkeypatch):
    monkeypatch.setattr(pictures, "LARGEST_FILE", 100)
    with pytest.raises(PictureError, match="larger than"):
        store_photo(io.BytesIO(b"x" * 200))


def test_what_a_person_says_of_a_photo_wins_over_its_file():
    exif = Image.Exif()
    exif[0x013B] = "File Name"
    photo = store_photo(encoded(Image.new("RGB", (40, 40)), exif=exif), byline="Pia Holm")
    assert photo.byline == "Pia Holm"


def test_a_photo_takes_what_its_file_says_cut_to_its_columns():
    exif = Image.Exif()
    exif[0x010E] = "Boats in the fog. " * 20
    exif[0x013B] = "Pia Holm; Bo Ek"
    exif[0x8298] = "©" * 600
    exif.get_ifd(0x8769)[0x9003] = "2026:01:05 09:30:00"
    exif.get_ifd(0x8769)[0x9011] = "+03:00"
    photo = store_photo(encoded(Image.new("RGB", (40, 40)), exif=exif))
    assert photo.caption == ("Boats in the fog. " * 20).strip()
    assert photo.byline == "Pia Holm, Bo Ek"
    assert len(photo.copyright) == 500
    assert photo.taken_at == datetime(2026, 1, 5, 6, 30, tzinfo=UTC)
