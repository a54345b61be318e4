"""Photos: read with care, kept once, made into the sizes that pages need when they are stored.

An original is kept as it came, at the place its hash gives it; beside it stand its renditions, named
`<hash>-<width>.webp` and `.jpg`. They are upright, in sRGB and without metadata, so no reader learns
where a photo was taken. Nothing is made when a page is asked for.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from datetime import UTC
from pathlib import PurePosixPath
from typing import IO, Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

from articles.models import Photo
from articles.models.media import photo_path
from articles.wire import WireError, photo_metadata, stamps

WIDTHS = (360, 540, 720, 1080, 1440, 1920)
FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "GIF", "AVIF")
CONTENT_TYPES = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "tif": "image/tiff",
    "gif": "image/gif",
    "avif": "image/avif",
}
LARGEST_FILE = 64 * 1024 * 1024  # bytes
MOST_PIXELS = 120_000_000  # a picture of this size takes 360 MB to decode
LONGEST_SIDE = 30_000
_SIDEWAYS = {5, 6, 7, 8}  # EXIF orientations that swap width and height


class PictureError(ValueError):
    """The file is no picture that can be taken; the message says why, for a person."""


def store_photo(file: bytes | IO[bytes], **fields: Any) -> Photo:
    """The Photo of these bytes: the one that is kept already, else a new one with its renditions.

    `fields` (caption, alt, byline, credit …) win over what the file's IPTC, XMP and EXIF say; they are
    for a new photo only, and one that is kept already is returned as it is. Raises `PictureError`.
    """
    data = file if isinstance(file, bytes) else _read(file)
    digest = hashlib.sha256(data).hexdigest()
    known = Photo.objects.filter(sha256=digest).first()
    if known is not None:
        return known
    picture = decode(data)
    found = {name: value for name, value in said_of_itself(data).items() if value}
    upright = _upright(picture)
    photo = Photo(**{**found, **fields, "sha256": digest, "format": picture.format or ""})
    path = photo_path(photo, "")
    if default_storage.exists(path):  # left there by a photo that is gone: the same bytes
        photo.file = path
    else:
        photo.file.save("photo", ContentFile(data), save=False)
    # The field has measured the file as it lies; readers see it upright.
    photo.width, photo.height = upright.size
    photo.widths = write_renditions(photo, upright)
    try:
        with transaction.atomic():
            photo.save(force_insert=True)
    except IntegrityError:  # somebody stored the same file meanwhile
        return Photo.objects.get(sha256=digest)
    return photo


def decode(data: bytes) -> Image.Image:
    """The picture in a file, whole and within limits. Raises `PictureError`."""
    if len(data) > LARGEST_FILE:
        raise PictureError(_("The file is larger than 64 MB."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of broken metadata; the size is looked at here
            picture = Image.open(io.BytesIO(data), formats=FORMATS)
            width, height = picture.size
            if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
                raise PictureError(
                    _("The picture has %(width)d × %(height)d pixels, which is too many.")
                    % {"width": width, "height": height}
                )
            picture.load()
    except PictureError:
        raise
    except Image.DecompressionBombError as error:  # Pillow looks at the size before we can
        raise PictureError(_("The picture has far too many pixels.")) from error
    except Exception as error:  # Pillow's readers raise nearly anything on a broken file
        raise PictureError(_("The file is no whole JPEG, PNG, WebP, TIFF, GIF or AVIF picture.")) from error
    return picture


def said_of_itself(data: bytes) -> dict[str, Any]:
    """Fields of a Photo by name that the metadata of its file fills; "" or None where it says nothing."""
    try:
        found = photo_metadata.read(data)
    except WireError:
        return {}
    taken = stamps.read(found.date) if found.date else None
    texts = {
        "title": found.title,
        "caption": found.caption,
        "alt": found.alt,
        "byline": ", ".join(found.creators),
        "credit": found.credit,
        "copyright": found.copyright,
        "located": found.city,
    }
    return {
        **{
            name: text[: getattr(Photo._meta.get_field(name), "max_length", None)]
            for name, text in texts.items()
        },
        "taken_at": taken.value.astimezone(UTC) if taken else None,
    }


def rendition_path(photo: Photo, width: int, extension: str) -> str:
    """Where in the storage the rendition of a width lies, `webp` or `jpg`."""
    original = PurePosixPath(str(photo.file.name))
    return str(original.with_name(f"{photo.sha256}-{width}.{extension}"))


def rendition_url(photo: Photo, width: int, extension: str) -> str:
    """The address of that rendition."""
    return default_storage.url(rendition_path(photo, width, extension))


def widths_for(width: int) -> list[int]:
    """The widths that a picture is made in: never wider than it is, and a small one in its own width."""
    smaller = [step for step in WIDTHS if step <= width]
    return smaller or [width]


def write_renditions(photo: Photo, upright: Image.Image) -> list[int]:
    """Write all renditions of a photo beside its original and return their widths.

    There is no AVIF: at a speed that a person waits for it came out no smaller than WebP.
    """
    widths = widths_for(upright.width)
    step = upright
    for width in reversed(widths):  # each from the next larger one: quicker, and no worse to the eye
        height = max(1, round(upright.height * width / upright.width))
        step = (
            step.resize((width, height), Image.Resampling.LANCZOS) if step.size != (width, height) else step
        )
        _write(step, rendition_path(photo, width, "webp"), "WEBP", quality=72, method=5)
        _write(step, rendition_path(photo, width, "jpg"), "JPEG", quality=80, optimize=True, progressive=True)
    return widths


def _read(file: IO[bytes]) -> bytes:
    if file.seekable():
        file.seek(0)
    return file.read(LARGEST_FILE + 1)


def _write(picture: Image.Image, path: str, format: str, **options: Any) -> None:
    if default_storage.exists(path):
        return  # the name holds the hash of the original: what is there is the same
    buffer = io.BytesIO()
    picture.save(buffer, format, **options)
    default_storage.save(path, ContentFile(buffer.getvalue()))


def _upright(picture: Image.Image) -> Image.Image:
    """Turned as its EXIF says, on white, in sRGB, without metadata."""
    turned = ImageOps.exif_transpose(picture) or picture
    profile = turned.info.get("icc_profile")
    if turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info:
        paper = Image.new("RGBA", turned.size, "white")
        turned = Image.alpha_composite(paper, turned.convert("RGBA")).convert("RGB")
    elif turned.mode.startswith("I"):  # 16 bits of grey
        turned = turned.point(lambda value: value / 256).convert("L")
    if profile and turned.mode in ("RGB", "CMYK", "L"):
        turned = _to_srgb(turned, profile)
    flat = turned.convert("RGB")
    flat.info.clear()
    return flat


def _to_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        return (
            ImageCms.profileToProfile(
                picture, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            or picture
        )
    except (ImageCms.PyCMSError, OSError, ValueError):  # a broken profile: the plain numbers are near enough
        return picture
