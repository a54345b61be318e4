"""Pictures, films and sounds: of the item itself, and of those that are associated with it."""

from __future__ import annotations

from collections.abc import Iterator

from articles.wire.formats.ninjs import texts
from articles.wire.json_document import Fields, plain
from articles.wire.record import Record
from articles.wire.story import Media
from articles.wire.words import tidy

KINDS = ("picture", "graphic", "video", "audio")
_FAMILIES = {"picture": "image", "graphic": "image", "video": "video", "audio": "audio"}
_DEPTH = 4  # galleries in one another
# Names of renditions where no sizes tell which one is the largest.
_NAMES = (
    "original",
    "main",
    "hires",
    "highres",
    "supplied",
    "full",
    "baseimage",
    "viewimage",
    "lowres",
    "preview",
)
_SMALL = ("thumb", "icon")


def read(item: Fields, record: Record, in_body: tuple[Media, ...] = ()) -> None:
    """Take the item itself where it is a picture, its associations in order, and what else its body shows.

    Of each the largest rendition. A picture in the body that is a rendition of one of those is the same one.
    Associated items of another kind become links, and so do pictures without an address.
    """
    shown: set[str] = set()
    kind = kind_of(item)
    if kind:
        _take(item, kind, record, shown)
    _associated(item, record, shown, 0)
    for media in in_body:
        if media.href not in shown:
            record.media(media)


def _associated(item: Fields, record: Record, shown: set[str], depth: int) -> None:
    for inner in associations(item):
        kind = kind_of(inner)
        if kind and _take(inner, kind, record, shown):
            continue
        if depth < _DEPTH and not kind and (inner.text("type") or "").lower() == "composite":
            _associated(inner, record, shown, depth + 1)
        href = inner.text("uri", "guid", "href")
        record.link("related", tidy(href or ""), texts.headline(inner) or inner.text("name"))


def associations(item: Fields) -> Iterator[Fields]:
    """The associated items: an object in ninjs 1, a list in 2 and 3; then Superdesk's galleries."""
    value = item.values.get("associations")
    entries = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    if "associations" in item and not isinstance(value, dict | list):
        item.odd("associations", "items")
    extra = item.values.get("extra_items")
    if isinstance(extra, dict):
        for group in extra.values():
            held = group.get("items") if isinstance(group, dict) else None
            entries += held if isinstance(held, list) else []
    for entry in entries:
        if isinstance(entry, dict) and entry:
            yield item.of(entry)


def kind_of(item: Fields) -> str | None:
    """What the item itself is to look at or listen to; None for texts and what is made of several items."""
    kind = (item.text("type") or "").strip().lower()
    if kind in KINDS:
        return kind
    if kind in ("image", "photo"):
        return "picture"
    if kind:
        return None
    family = (item.text("mimetype", "contenttype") or "").partition("/")[0].lower()
    if not family and "renditions" in item and not {"bodies", "headlines", "headline"} & item.values.keys():
        family = next((_family(rendition) for rendition in _renditions(item) if _family(rendition)), "")
    return next((name for name, own in _FAMILIES.items() if own == family), None)


def _take(item: Fields, kind: str, record: Record, shown: set[str]) -> bool:
    """Take a picture by its largest rendition; False if it has no address."""
    best = _largest(item, kind)
    href = tidy(best.text("href") or "") if best else _own_address(item)
    if not href:
        return False
    shown |= {address for one in _renditions(item) if (address := one.text("href"))}
    shown.add(href)
    caption = texts.description(item, caption=True)
    mimetype = _mimetype(best) if best else None
    record.media(
        Media(
            href,
            mimetype or item.text("mimetype", "contenttype"),
            _line(texts.headline(item)),
            _line(caption),
            _line(texts.alternative(item) or _superdesk_alternative(item)),
            _line(plain(item.text("byline", "by") or "")) or _photographers(item),
            _line(texts.credit(item)),
            best.whole("width") if best else None,
            best.whole("height") if best else None,
        )
    )
    return True


def _photographers(item: Fields) -> str | None:
    """Who made a picture without a by-line, where a field of its own names them: AP's habit."""
    return _line(", ".join(name for one in item.objects("photographer") if (name := one.text("name"))))


def _line(text: str | None) -> str | None:
    return tidy(text or "") or None


def _superdesk_alternative(item: Fields) -> str | None:
    """Superdesk, which names items by `guid`, writes a picture's alternative text as the text of its body."""
    return item.text("body_text") if "guid" in item and "uri" not in item else None


def _own_address(item: Fields) -> str | None:
    """The address that an item without renditions has by itself."""
    href = tidy(item.text("href") or "")
    return href if href.startswith(("http://", "https://")) else None


def _renditions(item: Fields) -> list[Fields]:
    """The renditions, each with its name: an object of them in ninjs 1, a list in 2 and 3."""
    value = item.values.get("renditions")
    if isinstance(value, dict):
        return [item.of({"name": name, **entry}) for name, entry in value.items() if isinstance(entry, dict)]
    return item.objects("renditions")


def _mimetype(rendition: Fields) -> str | None:
    return rendition.text("mimetype", "contenttype")


def _family(rendition: Fields) -> str:
    return (_mimetype(rendition) or "").partition("/")[0].lower()


def _largest(item: Fields, kind: str) -> Fields | None:
    """The largest rendition: of the item's own kind before a still picture of it, never a text about it."""
    family = _FAMILIES[kind]
    found = [one for one in _renditions(item) if one.text("href")]
    found = [one for one in found if _family(one) in (family, "image", "", "application", "binary")]
    if not found:
        return None
    return max(found, key=lambda one: (_family(one) == family, *_size(one)))


def _size(rendition: Fields) -> tuple[int, int, int]:
    """Pixels, then what the name promises, then bytes."""
    pixels = (rendition.whole("width") or 0) * (rendition.whole("height") or 0)
    name = (rendition.text("name") or "").lower()
    promised = -1 if name.startswith(_SMALL) else 0
    if name in _NAMES:
        promised = len(_NAMES) - _NAMES.index(name)
    return pixels, promised, rendition.whole("sizeinbytes", "filesize", "size") or 0
