"""Pictures, videos and sounds in HTML: taken out of the text, with what is said of each beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from articles.wire.words import tidy

_REST = r"""\b((?:[^<>"']++|"[^"]*"|'[^']*'){0,1000}+)>"""
_TAG = re.compile(r"<(/?)(figure|figcaption|img|video|audio|source|iframe|embed|a)" + _REST, re.IGNORECASE)
_TAG_OR_CAPTION = re.compile(
    r"<(/?)(figure|figcaption|img|video|audio|source|iframe|embed|a|p|dd|div)" + _REST, re.IGNORECASE
)
_ANY_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r"""([a-zA-Z_:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=]+))""")
_NUMBER = re.compile(r"\b(?:wp-image-|attachment_)(\d{1,12})\b")
_DATA_ID = re.compile(r"(\d{1,12})\Z")
_SIZE = re.compile(r"(?:-\d{1,5}x\d{1,5}|-scaled)(?=\.[A-Za-z0-9]{2,5}$)")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?|svg)$", re.IGNORECASE)
_FULL = ("data-full-url", "data-orig-file")
_LAZY = (*_FULL, "data-lazy-src", "data-src", "data-original", "src")
# In either case letter by letter: with a flag for it, it would be searched for ten times as slowly.
_SHOWN = re.compile("<(?:[iI][mM][gG]|[vV][iI][dD][eE][oO]|[aA][uU][dD]|[iI][fF][rR]|[eE][mM][bB])")


@dataclass(slots=True)
class Picture:
    """A picture, video or sound of a text: its number among the attachments, or its address, or both."""

    href: str = ""
    number: int | None = None
    caption: str | None = None
    alt: str | None = None
    width: int | None = None
    height: int | None = None


@dataclass(slots=True)
class _Figure:
    number: int | None
    pictures: list[Picture] = field(default_factory=list)
    caption: tuple[int, int] | None = None  # where it stands among the pieces


def plain_address(href: str) -> str:
    """The address of a picture without its query, and without the size in the names of smaller copies."""
    path = href.partition("?")[0].partition("#")[0]
    return _SIZE.sub("", path)


def plain(html: str) -> str:
    """A little HTML as text on one line: a caption, a title, the name of a tag."""
    if "<" in html:
        html = _ANY_TAG.sub(" ", html) if "<br" in html or "<p" in html else _ANY_TAG.sub("", html)
    return tidy(unescape(html) if "&" in html else html)


def taken_out(html: str) -> tuple[str, list[Picture], list[str]]:
    """The HTML without its pictures and their captions, the pictures, and the addresses of embedded pages."""
    if not _SHOWN.search(html):
        return html, [], []
    reader = _Reader()
    reader.open_frames = "</iframe" not in html and "</IFRAME" not in html
    position = 0
    tags = _TAG_OR_CAPTION if "wp-caption-text" in html else _TAG
    for tag in tags.finditer(html):
        reader.pieces.append(html[position : tag.start()])
        position = tag.end()
        reader.tag(tag)
    reader.pieces.append(html[position:])
    return "".join(reader.pieces), [one for one in reader.pictures if one.href or one.number], reader.embeds


class _Reader:
    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.pictures: list[Picture] = []
        self.embeds: list[str] = []
        self.figures: list[_Figure] = []
        self.link = ""
        self.player: Picture | None = None
        self.open_frames = False  # frames that are never closed would hide what follows
        self.fallback = 0  # first piece of what only readers without a player see
        self.caption: tuple[str, int] | None = None  # element and first piece of a caption outside a figure

    def tag(self, tag: re.Match[str]) -> None:
        closing, name, text = tag[1], tag[2].lower(), tag[3]
        if name == "img":
            self._image(_attributes(text))
            return
        if name in ("video", "audio", "source"):
            self._played(name, closing, text)
            return
        if name == "iframe" or name == "embed":
            if not closing and (address := _attributes(text).get("src", "").strip()):
                self.embeds.append(f"https:{address}" if address.startswith("//") else address)
            if self.open_frames:
                return
        elif name == "a":
            self.link = "" if closing else _attributes(text).get("href", "")
        elif name == "figure":
            if not closing:
                number = _attributes(text).get("data-id", "")
                self.figures.append(_Figure(int(number) if number.isdecimal() else None))
            elif self.figures:
                self._end_figure(self.figures.pop())
        elif self.figures and name == "figcaption":
            figure = self.figures[-1]
            here = len(self.pieces)
            figure.caption = (figure.caption[0], here) if closing and figure.caption else (here, here)
        elif not closing and "wp-caption-text" in text:
            self.caption = (name, len(self.pieces))
        elif closing and self.caption and self.caption[0] == name:
            self._caption(self.caption[1])
        self.pieces.append(tag[0])

    def _image(self, values: dict[str, str]) -> None:
        kind = values.get("class", "")
        if "emoji" in kind.split() or "wp-smiley" in kind:
            self.pieces.append(values.get("alt", ""))
            return
        if values.get("width") in ("1", "0") and values.get("height") in ("1", "0"):
            return  # counts readers, shows nothing
        href = _address(values)
        largest = _largest(href, values.get("srcset", ""))
        number = _NUMBER.search(kind) or _NUMBER.search(values.get("id", ""))
        number = number or _DATA_ID.match(values.get("data-id", ""))
        picture = Picture(
            largest, int(number[1]) if number else None, alt=tidy(values.get("alt", "")) or None
        )
        if self.link and _is_larger(self.link, largest):
            picture.href = self.link
        if picture.href == href and not any(values.get(key) for key in _FULL):
            picture.width, picture.height = _pixels(values.get("width")), _pixels(values.get("height"))
        if self.figures:
            figure = self.figures[-1]
            picture.number = picture.number or figure.number
            figure.pictures.append(picture)
        self.pictures.append(picture)

    def _played(self, name: str, closing: str, text: str) -> None:
        if closing:
            if name != "source":
                if self.player:
                    self.pieces[self.fallback :] = [""] * (len(self.pieces) - self.fallback)
                self.player = None
            return
        address = _attributes(text).get("src", "").strip()
        if name == "source":
            if self.player and not self.player.href:
                self.player.href = address
            return
        self.player = Picture(address)
        self.fallback = len(self.pieces)
        self.pictures.append(self.player)
        if self.figures:
            self.figures[-1].pictures.append(self.player)

    def _caption(self, first: int) -> None:
        """A caption that stands outside a figure belongs to the picture before it."""
        self.caption = None
        if self.pictures and not self.pictures[-1].caption:
            self.pictures[-1].caption = plain("".join(self.pieces[first:])) or None
            self.pieces[first:] = [""] * (len(self.pieces) - first)

    def _end_figure(self, figure: _Figure) -> None:
        if not figure.pictures or not figure.caption:
            return
        first, end = figure.caption
        end = end + 1 if end > first else len(self.pieces)
        caption = plain("".join(self.pieces[first:end]))
        self.pieces[first:end] = [""] * (end - first)
        bare = [one for one in figure.pictures if not one.caption]
        if bare and caption:
            bare[-1].caption = caption


def _attributes(text: str) -> dict[str, str]:
    return {
        key.lower(): unescape(double or single or bare)
        for key, double, single, bare in _ATTRIBUTE.findall(text)
    }


def _address(values: dict[str, str]) -> str:
    """Where a picture lies; pages that load pictures late say so in attributes of their own."""
    found = (values.get(key, "").strip() for key in _LAZY)
    return next((address for address in found if address and not address.startswith("data:")), "")


def _pixels(text: str | None) -> int | None:
    text = (text or "").strip().removesuffix("px")
    return int(text) if text.isdecimal() and 0 < len(text) < 6 and int(text) else None


def _largest(href: str, candidates: str) -> str:
    """The widest of `srcset`, else the address itself."""
    best, width = href, 0
    for candidate in candidates.split(", "):
        address, _, size = candidate.strip().rpartition(" ")
        if size.endswith("w") and size[:-1].isdecimal() and len(size) < 7 and int(size[:-1]) > width:
            best, width = address, int(size[:-1])
    return best.strip() or href


def _is_larger(link: str, href: str) -> bool:
    """Does a link around a picture lead to the same picture in full?"""
    return bool(_FILE.search(link.partition("?")[0])) and plain_address(link) == plain_address(href)
