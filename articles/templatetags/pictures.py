"""Pictures in pages: the right size for each screen, room kept for it, and the story whole without it."""

from __future__ import annotations

from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.models import Photo
from articles.pictures import rendition_url

register = template.Library()

# How wide a picture stands at each place, for the browser's choice. They follow static/css.
SIZES = {
    "lead": "(min-width: 82rem) 38rem, (min-width: 64rem) 47vw, 100vw",
    "second": "(min-width: 64rem) 20rem, (min-width: 48rem) 50vw, 100vw",
    "card": "(min-width: 64rem) 25rem, (min-width: 48rem) 33vw, 100vw",
    "compact": "5.5rem",
    "portrait": "8rem",
    "article": "(min-width: 64rem) 54rem, 100vw",
    "body": "(min-width: 40rem) 38rem, 100vw",
}
FALLBACK = 720  # for readers without WebP


@register.simple_tag
def picture(photo: Photo | None, place: str, first: bool = False) -> SafeString:
    """The picture for a place named in SIZES, or nothing. `first`: it is what the reader sees first."""
    if photo is None or not photo.widths:
        return mark_safe("")
    widths = sorted(photo.widths)
    fallback = max((width for width in widths if width <= FALLBACK), default=widths[0])
    return format_html(
        '<picture class="picture"><source type="image/webp" srcset="{}" sizes="{}">'
        '<img class="picture__image{}" src="{}" width="{}" height="{}" alt="{}" {}></picture>',
        ", ".join(f"{rendition_url(photo, width, 'webp')} {width}w" for width in widths),
        SIZES[place],
        focus(photo),
        rendition_url(photo, fallback, "jpg"),
        photo.width,
        photo.height,
        photo.alt if place in ("article", "body", "portrait") else "",
        mark_safe('fetchpriority="high"' if first else 'loading="lazy" decoding="async"'),
    )


@register.filter
def has_picture(photo: Photo | None) -> bool:
    """Whether there is a picture to show."""
    return photo is not None and bool(photo.widths)


@register.filter
def share_width(photo: Photo) -> int:
    """How wide the picture is that is shared."""
    return max(photo.widths)


@register.filter
def share_height(photo: Photo) -> int:
    """How high the picture is that is shared."""
    return max(1, round(photo.height * max(photo.widths) / photo.width))


@register.simple_tag
def share_picture(photo: Photo) -> str:
    """The address of the largest JPEG, whole, for services that show the story elsewhere."""
    return urljoin(settings.SITE_URL + "/", rendition_url(photo, max(photo.widths), "jpg"))


def focus(photo: Photo) -> str:
    """Classes that keep the point in view that matters, in steps of ten; none for the middle."""
    across, down = round(photo.focal_x / 10) * 10, round(photo.focal_y / 10) * 10
    return (f" fx-{across}" if across != 50 else "") + (f" fy-{down}" if down != 50 else "")
