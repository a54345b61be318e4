"""The pictures of a story: the featured one, those in its text, and those that belong to the post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

from articles.wire.formats.wxr.items import Item, Site, whole, without_scheme
from articles.wire.record import Record
from articles.wire.story import Media
from articles.wire.wordpress.pictures import Picture, plain, plain_address

# PHP's way to write a value after its key: `s:5:"width";i:1200;`, or the number as a string.
_SIDE = re.compile(r'"(width|height)";(?:i:(\d{1,6});|s:\d+:"(\d{1,6})";)')
_CREDIT = re.compile(r'"credit";s:\d+:"([^"]{1,300})";')
_TYPE = re.compile(r'"mime_type";s:\d+:"([\w.+-]+/[\w.+-]+)";')
_CREDITS = ("_media_credit", "media_credit", "_navis_media_credit", "photo_credit", "_photo_credit")
_MIME = re.compile(r"[\w.+-]+/[\w.+-]+")


def media(item: Item, site: Site, pictures: Sequence[Picture], record: Record) -> Iterator[Media]:
    """The media of an item, each once; a picture that is not in the file is told (`missing-picture`)."""
    found: dict[str, Media] = {}
    shown: dict[str, Media] = {}
    missing: list[str] = []

    def take(one: Media, among: dict[str, Media] = found) -> None:
        known = among.get(one.href)
        among[one.href] = _joined(known, one) if known else one

    unknown: list[str] = []
    for picture in pictures:
        if one := _shown(picture, site):
            take(one, shown)
        else:
            unknown.append(str(picture.number))
    featured = whole(item.first("_thumbnail_id"))
    if featured:
        attachment = site.by_number.get(featured)
        if attachment and (one := _attached(attachment)):
            take(shown.get(one.href, one))  # what the text says beside a picture counts first
        else:
            missing.append(f"{featured} (the featured one)")
    missing += unknown
    if own := item.fields.get("attachment_url", "").strip():
        take(Media(own))
    for one in shown.values():
        take(one)
    for attachment in site.by_parent.get(item.number or 0, ()):
        if one := _attached(attachment):
            take(one)
    for enclosure in item.meta.get("enclosure", ()):
        if one := _enclosed(enclosure):
            take(one)
    if missing:
        numbers = ", ".join(dict.fromkeys(missing))
        record.problem("missing-picture", f"Pictures that are not in this file, by number: {numbers}.")
    yield from found.values()


def _joined(known: Media, other: Media) -> Media:
    """Two accounts of one picture: the first counts, the second fills what it leaves open."""
    given = {key: value for key, value in asdict(known).items() if value is not None}
    return replace(other, **given)


def _attached(item: Item) -> Media | None:
    """The picture that an attachment is; its address is that of the largest file."""
    href = (item.fields.get("attachment_url") or item.fields.get("guid") or "").strip()
    if not href:
        return None
    data = item.first("_wp_attachment_metadata") or ""
    sides: dict[str, int] = {}
    for side, number, text in _SIDE.findall(data.partition('"sizes"')[0]):
        sides.setdefault(side, int(number or text))
    credit = item.first(*_CREDITS)
    if not credit and (taken := _CREDIT.search(data)):
        credit = taken[1]
    kind = _TYPE.search(data)
    return Media(
        href=href,
        mimetype=kind[1] if kind else None,
        headline=plain(item.fields.get("title", "")) or None,
        caption=plain(item.fields.get("excerpt", "")) or None,
        alt=plain(item.first("_wp_attachment_image_alt") or "") or None,
        credit=plain(credit or "") or None,
        width=sides.get("width") or None,
        height=sides.get("height") or None,
    )


def _shown(picture: Picture, site: Site) -> Media | None:
    """A picture of the text, joined to its attachment by number or address; its own words count first."""
    attachment = site.by_number.get(picture.number) if picture.number else None
    if attachment is None and picture.href:
        attachment = site.by_address.get(without_scheme(plain_address(picture.href)))
    one = _attached(attachment) if attachment else None
    if one is None:
        if not picture.href:
            return None
        return Media(
            picture.href,
            caption=picture.caption,
            alt=picture.alt,
            width=picture.width,
            height=picture.height,
        )
    return replace(one, caption=picture.caption or one.caption, alt=picture.alt or one.alt)


def _enclosed(text: str) -> Media | None:
    """A file that a podcast's post names: its address, its length and its type, a line each."""
    lines = [line.strip() for line in text.strip().splitlines()]
    if not lines or "://" not in lines[0]:
        return None
    kind = lines[2] if len(lines) > 2 and _MIME.fullmatch(lines[2]) else None
    return Media(lines[0], mimetype=kind)
