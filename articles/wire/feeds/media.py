"""Pictures, videos and sounds of an item: enclosures, Media RSS, iTunes, and what stands in its text.

https://www.rssboard.org/media-rss. One medium has one entry, by its largest rendition, however many elements
speak of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import parse_qsl, unquote, urlsplit

from articles.wire import xml
from articles.wire.feeds.links import address
from articles.wire.feeds.names import Fields
from articles.wire.feeds.persons import role_of
from articles.wire.feeds.texts import of_rss
from articles.wire.record import Record
from articles.wire.story import Media, Role

# Pictures that count readers, advertise or stand for a sign of the text.
_NO_PICTURES = (
    "/~r/",
    "/~ff/",
    "/~4/",
    "feedsportal.com/",
    "pixel.wp.com/",
    "stats.wordpress.com/",
    "feeds.wordpress.com/",
    "doubleclick.net/",
    "/images/core/emoji/",
    "/spacer.gif",
    "/blank.gif",
    "/1x1.",
    "pheedo.com/",
    "gravatar.com/avatar/",  # the face of the author, which WordPress.com puts first
    "photos1.blogger.com/pbp.gif",  # posted by Picasa, or by Hello
    "photos1.blogger.com/pbh.gif",
    "blogger.googleusercontent.com/tracker/",
)
_SIZE_OF_NAME = re.compile(r"-\d{2,4}x\d{2,4}(?=\.\w{3,4}$)")
# Google's servers tell the size in a folder (`/s72-c/`) or behind the address (`=w640-h480`).
_OF_GOOGLE = ("bp.blogspot.com/", "photos1.blogger.com/", "googleusercontent.com/", "ggpht.com/")
_SIZE_OF_GOOGLE = re.compile(r"[/=][sw](\d{1,4})(?:-[a-z]\w*){0,6}(?=/|$)")
# Services that fetch a picture and make it smaller name it within their own address.
_FETCHED = re.compile(r"/https?(?:%3A|:)(?:%2F|/){2}|^i\d\.wp\.com/", re.IGNORECASE)
_RESIZING = frozenset(
    ["w", "h", "width", "height", "resize", "fit", "quality", "q", "ssl", "crop", "strip", "auto", "s", "dpr"]
)


_MOST = 200  # media of one item


class Gallery:
    """The media of one item in order; each counts once, with all that is said of it."""

    def __init__(self) -> None:
        self.found: dict[str, Media] = {}

    def add(self, media: Media) -> None:
        """Take a medium; of two renditions of the same one the larger stays, with what was said of both."""
        if any(part in media.href for part in _NO_PICTURES):
            return
        key = _same(media.href)
        known = self.found.get(key)
        self.found[key] = media if known is None else _merged(known, media)

    def has(self, href: str) -> bool:
        """Is there a rendition of this one already?"""
        return _same(href) in self.found


def _same(href: str) -> str:
    """One key for the addresses of the renditions of one picture."""
    bare = href.partition("://")[2] or href
    fetched = _FETCHED.search(bare)
    if fetched:
        bare = unquote(bare[fetched.end() :])
    if any(server in bare for server in _OF_GOOGLE):
        bare = _SIZE_OF_GOOGLE.sub("", bare)
    query = ""
    if "?" in bare:
        try:
            query = urlsplit(href).query
        except ValueError:
            return href
        if query and all(name.lower() in _RESIZING for name, _ in parse_qsl(query, keep_blank_values=True)):
            bare = bare.partition("?")[0]
    return _SIZE_OF_NAME.sub("", bare) if "x" in bare else bare


def _merged(known: Media, other: Media) -> Media:
    larger, smaller = known, other
    if known.href != other.href and _size(other) > _size(known):
        larger, smaller = other, known
    same = known.href == other.href
    return replace(
        larger,
        mimetype=larger.mimetype or smaller.mimetype,
        headline=known.headline or other.headline,
        caption=known.caption or other.caption,
        alt=known.alt or other.alt,
        byline=known.byline or other.byline,
        credit=known.credit or other.credit,
        width=larger.width or (smaller.width if same else None),
        height=larger.height or (smaller.height if same else None),
    )


def _size(media: Media) -> int:
    """How large a rendition is: by its width, where none is told by whether its name says that it was cut."""
    if media.width:
        return media.width
    if any(server in media.href for server in _OF_GOOGLE):
        told = _SIZE_OF_GOOGLE.search(media.href)
        return int(told[1]) or 100_000 if told else 100_000
    cut = _SIZE_OF_NAME.search(media.href)
    return int(cut[0][1:].partition("x")[0]) if cut else 100_000


# ── The elements of an item ───────────────────────────────────────────────────────────────────────────────
def from_fields(record: Record, item: Fields, gallery: Gallery, base: str | None) -> None:
    """Take the media that an item's elements name, in their order; thumbnails of what is there already go."""
    if item.element is None:
        return
    contents = len(item.each("media:content", "media:group"))
    position = 0
    for name, element in item.vocabulary.children(item.element):
        if len(gallery.found) >= _MOST or position >= _MOST:
            record.problem("too-many-media", f"The item names more than {_MOST} pictures; no more were read.")
            break
        if name in ("media:content", "media:group"):
            _media_rss(item, element, gallery, base, position, contents)
            position += 1
        elif name in _ENCLOSURES or (name in ("link", "atom:link") and _is_enclosure(element)):
            _enclosure(item, element, gallery, base)
        elif name in ("itunes:image", "googleplay:image") or (name == "itunes:link" and _is_image(element)):
            _add(gallery, address(xml.attribute(element, "href", "url") or element.text, base))
        elif name in ("image", "photo", "imagem-destaque"):  # the last of Agência Brasil
            href = xml.attribute(element, "href", "url", "src") or xml.value(element, "url")
            _add(gallery, address(href or (None if len(element) else element.text), base))
    for name in ("thumbnail", "thumb"):
        for element in item.each(name):
            _add(gallery, address(xml.attribute(element, "url", "href") or element.text, base))
    if not contents:
        _thumbnails(item, gallery, base)
        _player(item, gallery, base)
    _people(record, item)


_ENCLOSURES = ("enclosure", "enc:enclosure", "podcast:alternateenclosure")


def _is_enclosure(link: xml.Element) -> bool:
    return (link.get("rel") or "").lower().endswith("enclosure")


def _is_image(link: xml.Element) -> bool:
    return (link.get("rel") or "").lower() == "image"


def _add(gallery: Gallery, href: str | None) -> None:
    if href and not gallery.has(href):
        gallery.add(Media(href))


def _enclosure(item: Fields, element: xml.Element, gallery: Gallery, base: str | None) -> None:
    """Take an enclosure, with what elements of Media RSS within it say of it."""
    href = address(xml.attribute(element, "url", "href", "resource"), base)
    if href:
        media = Media(href, mime(xml.attribute(element, "type")), xml.attribute(element, "title"))
        gallery.add(_filled(media, item.vocabulary.fields(element), 0) if len(element) else media)


def mime(text: str | None) -> str | None:
    """A media type without its parameters; a word that is none (`image`) is None."""
    kind = (text or "").partition(";")[0].strip().lower()
    return kind if kind.count("/") == 1 and " " not in kind else None


def _media_rss(
    item: Fields, element: xml.Element, gallery: Gallery, base: str | None, position: int, contents: int
) -> None:
    """Take one `media:content`, or one `media:group` by its largest content."""
    group = item.vocabulary.fields(element)
    renditions = group.each("media:content") or [element]
    best = max(renditions, key=_weight)
    fields = item.vocabulary.fields(best) if best is not element else group
    levels = [fields] if fields is group else [fields, group]
    found = _described(best, levels, base)
    if found is not None:
        gallery.add(_with_siblings(found, item, position, contents))


def _weight(element: xml.Element) -> tuple[int, int, int, int]:
    """By which the renditions of a group are compared: pixels, file size, bit rate, and the default one."""
    sizes = [_number(element, name) or 0 for name in ("width", "height")]
    pixels = sizes[0] * sizes[1] or max(sizes) ** 2
    default = (element.get("isDefault") or "").strip().lower() == "true"
    return pixels, _number(element, "fileSize") or 0, _number(element, "bitrate") or 0, int(default)


def _number(element: xml.Element, name: str) -> int | None:
    """A whole number of pixels or bytes; none where it is nothing of the kind."""
    text = (element.get(name) or "").strip().removesuffix("px").partition(".")[0]
    return int(text) or None if text.isdecimal() and len(text) < 12 else None


def _described(element: xml.Element, levels: list[Fields], base: str | None) -> Media | None:
    href = address(xml.attribute(element, "url"), base)
    width, height = _number(element, "width"), _number(element, "height")
    kind = mime(xml.attribute(element, "type"))
    for fields in levels:
        if href is None:
            href = address(xml.attribute(fields.first("media:player"), "url"), base)
    for fields in levels:
        if href is None and (thumbnail := _largest(fields)) is not None:
            href = address(xml.attribute(thumbnail, "url"), base)
            width, height = _number(thumbnail, "width"), _number(thumbnail, "height")
            kind = None
    if href is None:
        return None
    media = Media(href, kind, width=width, height=height)
    for fields in levels:
        media = _filled(media, fields, 0)
    return media


def _filled(media: Media, fields: Fields, position: int) -> Media:
    """The medium with what these elements say of it, where nothing nearer did."""
    named = fields.each("media:credit")[:_MOST]
    byline = [xml.words(one) for one in named if role_of(one.get("role")) is Role.PHOTOGRAPHER]
    others = [xml.words(one) for one in named if role_of(one.get("role")) is not Role.PHOTOGRAPHER]
    return replace(
        media,
        headline=media.headline or _line(fields, position, "media:title"),
        caption=media.caption or _line(fields, position, "media:description", "media:text"),
        byline=media.byline or ", ".join(filter(None, byline)) or None,
        credit=media.credit or ", ".join(filter(None, others)) or None,
    )


def _line(fields: Fields, position: int, *names: str) -> str | None:
    for name in names:
        found = fields.each(name)[:_MOST]
        if found:
            return of_rss(found[min(position, len(found) - 1)]).line() or None
    return None


def _with_siblings(media: Media, item: Fields, position: int, contents: int) -> Media:
    """The medium with what stands beside it in the item: of several media, each has its own or all share."""
    if contents > 1:
        named = item.each("media:credit")[:_MOST]
        if len(named) == contents and not media.credit and not media.byline:
            own = named[position]
            taken = role_of(own.get("role")) is Role.PHOTOGRAPHER
            media = replace(media, byline=xml.words(own)) if taken else replace(media, credit=xml.words(own))
    return _filled(media, item, position)


def _largest(fields: Fields) -> xml.Element | None:
    """The largest thumbnail; the first, where none tells its size."""
    found = [one for one in fields.each("media:thumbnail") if one.get("url")]
    return max(found, key=lambda one: _number(one, "width") or 0, default=None)


def _thumbnails(item: Fields, gallery: Gallery, base: str | None) -> None:
    """Thumbnails without anything that they are thumbnails of are the item's pictures."""
    found = [one for one in item.each("media:thumbnail") if one.get("url")]
    if any(_number(one, "width") for one in found):
        found = [max(found, key=lambda one: _number(one, "width") or 0)]
    for position, element in enumerate(found):
        href = address(element.get("url"), base)
        if href and not _shown_by_enclosure(gallery, href):
            size = _number(element, "width"), _number(element, "height")
            media = Media(href, width=size[0], height=size[1])
            gallery.add(_filled(media, item, position))


def _shown_by_enclosure(gallery: Gallery, href: str) -> bool:
    return gallery.has(href) and gallery.found[_same(href)].width is None


def _player(item: Fields, gallery: Gallery, base: str | None) -> None:
    href = address(xml.attribute(item.first("media:player"), "url"), base)
    if href and not gallery.found:
        gallery.add(_filled(Media(href), item, 0))


def _people(record: Record, item: Fields) -> None:
    """Credit those who are named for the item itself, or in a group that has no media."""
    levels = [item]
    levels += [group for group in map(item.vocabulary.fields, item.each("media:group")) if not _shows(group)]
    for fields in levels:
        for element in fields.each("media:credit"):
            role = role_of(element.get("role"))
            if role is not None:
                record.credit(xml.words(element), role)


def _shows(fields: Fields) -> bool:
    return fields.first("media:content", "media:player", "media:thumbnail") is not None


def bare_groups(item: Fields) -> Iterable[Fields]:
    """The groups without media: what they say is said of the item."""
    return (group for group in map(item.vocabulary.fields, item.each("media:group")) if not _shows(group))
