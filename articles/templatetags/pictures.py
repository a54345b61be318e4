"""Pictures in pages: the right size for each screen, room kept for it, and the story whole without it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.models import Photo
from articles.pictures import rendition_url

register = template.Library()

# How wide a picture stands at each place, for the browser's choice; they follow the margins in static/css.
# One that fills a phone from edge to edge says a little less: 412 px at 1.75 dots then take 720, not 1080.
_WHOLE = "(min-width: 48rem) calc(100vw - 3.5rem), calc(100vw - 2rem)"
SIZES = {
    "lead": f"(min-width: 64rem) 47vw, {_WHOLE}",
    "second": "(min-width: 64rem) 24vw, (min-width: 48rem) 30vw, calc(100vw - 2rem)",
    "card": "(min-width: 64rem) 24vw, (min-width: 48rem) 30vw, calc(100vw - 2rem)",
    "solo": f"(min-width: 64rem) 36vw, {_WHOLE}",
    "card_small": "(min-width: 64rem) 24vw, (min-width: 48rem) 30vw, 5.5rem",
    "portrait": "8rem",
    "article": "(min-width: 58rem) 54rem, (min-width: 48rem) calc(100vw - 3.5rem), 99vw",
    "body": "(min-width: 42rem) 38rem, calc(100vw - 2rem)",
}
_HASTE = {0: 'fetchpriority="high"', 1: ""}  # by its number on the page
UNCROPPED = ("article", "body")
FALLBACK = 720  # for readers without WebP


@register.simple_tag(takes_context=True)
def picture(context: Mapping[str, Any], photo: Photo | None, place: str) -> SafeString:
    """The picture for a place named in SIZES, or nothing. A page's first ones load at once, others late."""
    if photo is None or not photo.widths:
        return mark_safe("")
    request = context.get("request")
    number = getattr(request, "_pictures", 0)
    if request is not None:
        request._pictures = number + 1
    widths = sorted(photo.widths)
    fallback = max((width for width in widths if width <= FALLBACK), default=widths[0])
    return format_html(
        '<picture class="picture{}"><source type="image/webp" srcset="{}" sizes="{}">'
        '<img class="picture__image" src="{}" width="{}" height="{}" alt="{}" {}></picture>',
        _shape(photo) if place in UNCROPPED else _focus(photo),
        ", ".join(f"{rendition_url(photo, width, 'webp')} {width}w" for width in widths),
        SIZES[place],
        rendition_url(photo, fallback, "jpg"),
        photo.width,
        photo.height,
        photo.alt if place in UNCROPPED or place == "portrait" else "",
        mark_safe(_HASTE.get(number, 'loading="lazy" decoding="async"')),  # noqa: S308
    )


@register.filter
def has_picture(photo: Photo | None) -> bool:
    """Whether there is a picture to show."""
    return photo is not None and bool(photo.widths)


def _focus(photo: Photo) -> str:
    """Classes that keep the point in view that matters, in steps of ten; none for the middle."""
    across, down = round(photo.focal_x / 10) * 10, round(photo.focal_y / 10) * 10
    return (f" fx-{across}" if across != 50 else "") + (f" fy-{down}" if down != 50 else "")


def _shape(photo: Photo) -> str:
    """The class of its ratio of width to height, in tenths."""
    return f" ratio-{min(30, max(4, round(10 * photo.width / photo.height)))}"
