"""Pictures, films and sounds: each by its largest rendition, with the caption and lines of its component."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.wire import nitf_parts, xml
from articles.wire.formats.newsml12 import contents
from articles.wire.formats.newsml12.contents import formal, properties
from articles.wire.story import Media

_RENDITIONS = {
    name: rank
    for rank, names in enumerate(
        (
            ("thumbnail", "icon", "square"),
            ("quicklook", "preview", "viewimage", "small"),
            ("medium", "lowres", "layout", "web"),
            ("",),
            ("main", "image", "picture", "photo"),
            ("highdef", "highres", "hires", "high", "large", "original", "full"),
        )
    )
    for name in names
}
_NEAR = 12  # pictures before a rendition among which its own is looked for
_LESSER = frozenset(name for name, rank in _RENDITIONS.items() if rank != _RENDITIONS[""])


@dataclass(slots=True)
class _Picture:
    """One picture: its renditions, the identifiers of their components, and what is said of it."""

    kind: str
    items: list[xml.Element]
    duids: set[str] = field(default_factory=set)
    component: xml.Element | None = None
    captions: list[str] = field(default_factory=list)


def media(components: list[xml.Element]) -> list[Media]:
    """The pictures in components that hold nothing else (and in those inside them), in order."""
    found: list[_Picture] = []
    for component in components:
        _join(found, _pictures(component))
    return _made(found)


def media_of_story(story: xml.Element, components: list[xml.Element]) -> list[Media]:
    """The pictures that stand in a story's own component, and in components beside its text."""
    found = _own(story)
    for component in components:
        _join(found, _pictures(component))
    captions = list(_captions(story))
    for picture in found:
        picture.captions = picture.captions or captions
    return _made(found)


def _own(component: xml.Element) -> list[_Picture]:
    """The pictures right in a component: content items of one kind and several sizes are one picture."""
    own: dict[str, list[xml.Element]] = {}
    for item in xml.children(component, "ContentItem"):
        kind = contents.kind(item)
        if kind in contents.PICTURED and xml.attribute(item, "Href"):
            own.setdefault(kind, []).append(item)
    identifiers = {one for one in (xml.attribute(component, "Duid"), xml.attribute(component, "Euid")) if one}
    equivalent = (xml.attribute(component, "EquivalentsList") or "").lower() == "yes"
    found: list[_Picture] = []
    for kind, items in own.items():
        if equivalent or any(_size(one)[0] for one in items):
            found.append(_Picture(kind, items, set(identifiers)))
        else:  # nothing says that they are one
            found += [_Picture(kind, [one], set(identifiers)) for one in items]
    return found


def _pictures(component: xml.Element) -> list[_Picture]:
    found = _own(component)
    captions = list(_captions(component))
    for child in xml.children(component, "NewsComponent"):
        _join(found, _pictures(child))
    lines = xml.child(component, "NewsLines")
    for picture in found:
        if picture.component is None and lines is not None:
            picture.component = component
        if not picture.captions:
            picture.captions = captions
    return found


def _join(found: list[_Picture], more: list[_Picture]) -> None:
    """Add pictures to those found before; a rendition of one of them joins it."""
    for picture in more:
        near = (one for one in found[-_NEAR:] if one.kind == picture.kind)
        known = next((one for one in near if _is_same(one, picture)), None)
        if known is None:
            found.append(picture)
        else:
            known.items += picture.items
            known.duids |= picture.duids
            known.captions = known.captions or picture.captions


def _is_same(one: _Picture, other: _Picture) -> bool:
    if one.component is not None and other.component is not None:
        return False
    if one.duids & other.duids - {"0"}:
        return True
    roles = [_role(picture.items[0]) for picture in (one, other)]
    return any(role in _LESSER for role in roles) and roles[0] != roles[1] and other.component is None


def _role(item: xml.Element) -> str:
    """The role of a content item's component as a rendition, or ""."""
    role = (formal(item.getparent(), "Role") or "").lower().replace(" ", "").replace("-", "")
    return role if role in _RENDITIONS else ""


def _captions(component: xml.Element) -> Iterator[str]:
    """The captions of a component: text in the role of a caption, its own or of a component right inside."""
    for holder in (component, *xml.children(component, "NewsComponent")):
        if contents.part(formal(holder, "Role")) != contents.CAPTION:
            continue
        for item in xml.children(holder, "ContentItem"):
            if contents.kind(item) == "text" and (words := contents.text(item)):
                yield words


def _made(found: list[_Picture]) -> list[Media]:
    beside: dict[xml.Element, str | None] = {}
    for picture in found:
        component = picture.component
        if component is not None and not picture.captions and component not in beside:
            beside[component] = _loose_caption(component)
    return [_medium(picture, beside.get(picture.component)) for picture in found]


def _medium(picture: _Picture, beside: str | None) -> Media:
    item = max(picture.items, key=_largeness)
    width, height = _size(item)
    lines = xml.child(picture.component, "NewsLines")
    admin = xml.child(picture.component, "AdministrativeMetadata")
    return Media(
        href=xml.attribute(item, "Href") or "",
        mimetype=formal(item, "MimeType") or _mimetype(formal(item, "Format")),
        headline=xml.value(lines, "HeadLine") or xml.value(lines, "Headline"),
        caption=" ".join(dict.fromkeys(picture.captions)) or dict(properties(item)).get("caption") or beside,
        byline=xml.value(lines, "ByLine") or formal(admin, "Creator", "Party"),
        credit=xml.value(lines, "CreditLine")
        or formal(admin, "Source", "Party")
        or formal(admin, "Provider", "Party"),
        width=width,
        height=height,
    )


def _mimetype(form: str | None) -> str | None:
    """The MIME type that a format means: `JPG`, `mp3`, or the type itself in the wrong element."""
    name = (form or "").lower()
    return name if name.startswith(("image/", "video/", "audio/")) else _MIMETYPES.get(name)


_MIMETYPES = {
    **dict.fromkeys(("jpg", "jpeg", "jpeg baseline", "jpeg progressive"), "image/jpeg"),
    **dict.fromkeys(("tif", "tiff"), "image/tiff"),
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "mp3": "audio/mpeg",
    **dict.fromkeys(("mp4", "mpeg-4", "mpeg4"), "video/mp4"),
}


def _loose_caption(component: xml.Element) -> str | None:
    """Text beside a picture in its component, in a role of its own or none, is its caption."""
    for item in xml.each(component, "ContentItem"):
        if contents.kind(item) == "text" and contents.part(formal(item.getparent(), "Role")) == contents.BODY:
            return contents.text(item)
    return None


def _largeness(item: xml.Element) -> tuple[int, int, int]:
    width, height = _size(item)
    said = dict(properties(xml.child(item, "Characteristics")))
    use = said.get("imageuse", "").lower()
    rank = _RENDITIONS.get(use, _RENDITIONS[_role(item)]) if use else _RENDITIONS[_role(item)]
    size = xml.value(item, "Characteristics", "SizeInBytes") or "0"
    return (width or 0) * (height or 0), rank, int(size) if size.isdecimal() and len(size) < 16 else 0


def _size(item: xml.Element) -> tuple[int | None, int | None]:
    said = dict(properties(xml.child(item, "Characteristics")))

    def number(*names: str) -> int | None:
        found = next((said[name] for name in names if name in said), None)
        return nitf_parts.pixels(found)

    return (
        number("width", "pixelwidth", "imagewidth", "widthpixels", "framewidth"),
        number("height", "pixelheight", "imageheight", "heightpixels", "frameheight"),
    )
