"""Content items: what they hold, what part of a story that is, and their text."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator

from articles.wire import bodies, loose_text, nitf_body, xml
from articles.wire.bodies import Body
from articles.wire.words import tidy

# What a component's role makes of its text.
HEADLINE, ABSTRACT, CAPTION, CONTACT, BODY, NOTHING = "headline", "abstract", "caption", "contact", "body", ""
PICTURED = frozenset(("image", "video", "audio"))
_PARTS = {
    **dict.fromkeys(("title", "headline", "hedline", "head"), HEADLINE),
    **dict.fromkeys(
        ("lead", "abstract", "summary", "standfirst", "teaser", "intro", "description"), ABSTRACT
    ),
    **dict.fromkeys(("caption", "legend", "captiontext", "photo caption"), CAPTION),
    **dict.fromkeys(("contact", "contacts"), CONTACT),
    **dict.fromkeys(("stylesheet", "tweettext", "tweet", "style", "script", "metadata"), NOTHING),
}
_MOVING = {"video": "video", "audio": "audio", "sound": "audio", "clip": "video", "animation": "video"}
_STILL = frozenset(("photo", "image", "picture", "graphic", "graphics", "photograph", "infographic", "logo"))
_SUFFIX = re.compile(r"\.([a-z0-9]{2,5})(?:[?#].*)?$")
_SUFFIXES = {
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "tif", "tiff", "webp", "bmp", "eps", "svg"), "image"),
    **dict.fromkeys(("mp4", "mpg", "mpeg", "mov", "avi", "wmv", "flv", "webm", "m4v"), "video"),
    **dict.fromkeys(("mp3", "wav", "ogg", "m4a", "aac", "wma", "mp2"), "audio"),
}
_REFERENCE = re.compile(r"<NewsComponentRef\b[^<>]*>\s*")  # where a sound belongs in a text that is read out
_FORMATS = ("jpeg", "jpg", "gif", "png", "tiff", "bitmap", "photo")
_LOOSE = ("nitf", "html", "body", "body.content", "div", "p", "hl2", "ul", "ol", "table", "pre", "blockquote")


def formal(element: xml.Element | None, *path: str) -> str | None:
    """The formal name of the element at a path of first children, or what stands in it instead."""
    found = xml.child(element, *path)
    return xml.attribute(found, "FormalName") or xml.words(found)


def properties(element: xml.Element | None) -> Iterator[tuple[str, str]]:
    """The names (in small letters) and values of the properties of an element that have a value."""
    for one in xml.children(element, "Property"):
        name, value = xml.attribute(one, "FormalName"), xml.attribute(one, "Value", "value")
        if name and value:
            yield name.lower(), value


def part(role: str | None) -> str:
    """What text in this role is: one of the constants above."""
    return _PARTS.get((role or "").lower(), BODY)


def kind(item: xml.Element) -> str:
    """What a content item holds: `text`, `image`, `video`, `audio`, or `other` such as a PDF."""
    mime = (formal(item, "MimeType") or "").lower()
    family = mime.partition("/")[0]
    if family in ("image", "video", "audio"):
        return family
    for name in (formal(item, "MediaType"), component_class(item)):
        name = (name or "").lower()
        if name in _STILL or name in _MOVING or name.startswith("photo"):
            return _MOVING.get(name, "image")
    form = (formal(item, "Format") or "").lower()
    if any(one in form for one in _FORMATS):
        return "image"
    if form.startswith(("mpeg", "mp4", "quicktime", "flash")):
        return "video"
    if form in ("mp3", "wav"):
        return "audio"
    if says_something(item):
        return "text"  # though it may tell the address of its page as well
    href = xml.attribute(item, "Href")
    if href is None:
        return "text" if data(item) is not None else "other"
    suffix = _SUFFIX.search(href.lower())
    return _SUFFIXES.get(suffix[1], "other") if suffix else "other"


def component_class(item: xml.Element) -> str | None:
    """What Belga says of a component: `Text`, `Image`, `Video`."""
    described = xml.child(item.getparent(), "DescriptiveMetadata")
    return dict(properties(described)).get("componentclass")


def data(item: xml.Element) -> xml.Element | None:
    """What holds the content of an item: `DataContent`, in an `Encoding` or not; else the item itself."""
    for path in (("DataContent",), ("Encoding", "DataContent")):
        if (found := xml.child(item, *path)) is not None:
            return found
    return item if next(xml.children(item, *_LOOSE), None) is not None else None


def says_something(item: xml.Element) -> bool:
    """Is there text in its content?"""
    found = data(item)
    return found is not None and any(map(str.strip, found.itertext()))


def nitf(item: xml.Element) -> xml.Element | None:
    """The NITF in a content item, or a body of NITF by itself; else None."""
    return next(iter(nitfs(item)), None)


def nitfs(item: xml.Element) -> list[xml.Element]:
    """The documents of NITF in a content item: one, or the pages of a long text."""
    holder = data(item)
    if whole := list(xml.each(holder, "nitf", "NITF")):
        return whole
    body = xml.child(holder, "body")
    if body is not None and next(xml.children(body, "body.head", "body.content"), None) is not None:
        return [body]
    return list(xml.children(holder, "body.content"))


def text(item: xml.Element) -> str | None:
    """The text of a content item on one line, whatever mark-up it has."""
    found = body(item)
    return tidy(" ".join(block.text for block in found.blocks)) or None


def body(item: xml.Element) -> Body:
    """The blocks of a content item: NITF, XHTML or other elements, HTML in a string, or plain text."""
    holder = data(item)
    if holder is None:
        return Body(())
    if (xml.attribute(xml.child(item, "Encoding"), "Notation") or "").lower() == "base64":
        return loose_text.read(_decoded("".join(holder.itertext())))
    if inner := nitfs(item):
        found = [nitf_body.read(one) for one in inner]
        return Body(
            tuple(block for one in found for block in one.blocks),
            tuple(picture for one in found for picture in one.media),
        )
    if holder is item:
        return bodies.from_elements(list(xml.children(item, *_LOOSE)))
    if len(holder):
        return bodies.from_elements(_without_title(holder))
    return loose_text.read(_REFERENCE.sub("", holder.text or ""))


def _without_title(holder: xml.Element) -> list[xml.Element]:
    """The content without the head of its page; loose text before the first element stays."""
    for page in xml.children(holder, "html"):
        inner = xml.child(page, "body")
        if inner is not None:
            return [inner]
    return [holder]


def _decoded(text: str) -> str:
    try:
        return base64.b64decode(text, validate=False).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return text
