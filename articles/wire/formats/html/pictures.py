"""The pictures of an article: what they are, what is printed below them, and what is no picture at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from articles.wire.formats.html.page import Element, Page, ancestors, pieces, text_of, words_of
from articles.wire.formats.html.vocabulary import CAPTIONS, CREDITS, NO_PICTURE
from articles.wire.story import Media
from articles.wire.words import tidy

_SOURCES = tuple(
    """
    data-hi-res-src data-highres data-full-src data-large-src data-large-file data-src-large
    data-original data-src data-lazy-src data-lazy data-image data-original-src data-img-src
    """.split()  # noqa: SIM905
)
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_SMALL = 80  # pixels: no picture of a story is smaller
_NO_FILE = re.compile(
    r"(?:^|[/_.-])(?:pixel|spacer|blank|transparent|clear|dot|1x1|1px|space|placeholder|loading|loader|preload|preloader|lazy|(?:share|site|web|cn|top|my)?logos?|icons?|avatar|sprite|"
    r"gravatar|favicon|qrcode|ewm|beacon|tracking|arrow|btn|button|share|fb|facebook|twitter|social|hdr|header|banner|masthead)(?:[/_.\d-]|$)|\.svg(?:$|\?)|doubleclick|scorecardresearch",
    re.IGNORECASE,
)
_CREDIT_LINE = re.compile(
    r"(?:^|(?<=[\s(]))(?:(?:Foto|Fotos|Photo|Photos|Picture|Image|Bild|Credit|Photo\s+credit|Photograph(?:er|ed)?(?:\s+by)?|Quelle|Crédit|"
    r"Crédito|Fotograf|Fotoğraf|Фото|Photo\s+by|Foto\s+von|Foto\s+de)\s*[:：]|©)\s*(?P<name>[^.:!?]{2,80})\.?$",
    re.IGNORECASE,
)
_CREDIT_DOTS = re.compile(r"\s*Credit(?:\.\.\.|…)\s*([^.]{2,80}\.?)$")
_LABEL = re.compile(
    r"(?:(?:Foto|Fotos|Photos?|Photograph(?:er|y|s)?|Picture|Image|Bild|Credits?|(?:Photo|Image)\s+credit|Quelle"
    r"|Crédit|Crédito|Source|Фото)\s*[:：]|(?:Photo|Photograph|Foto)\s+(?:by|von)\b|©)\s*",
    re.IGNORECASE,
)
# what screen readers say before a caption
_SPOKEN = re.compile(
    r"^(?:Image|Media|Video|Photo) (?:caption|copyright|source|credit)[,:]?\s*", re.IGNORECASE
)
_TITLES = re.compile(
    r"(?:enlarge|open|zoom)\b|^(?:image|photo|picture|media caption|image caption|image source)$",
    re.IGNORECASE,
)


def _best_of_set(srcset: str) -> str:
    """The address of the largest rendition in a `srcset`."""
    best, size = "", -1.0
    for part in re.split(r",\s+|,(?=https?:|/)", srcset[:8000]):
        fields = part.split()
        if not fields:
            continue
        number = re.match(r"(\d+(?:\.\d+)?)[wx]$", fields[-1]) if len(fields) > 1 else None
        value = float(number[1]) if number else 0.0
        if value > size:
            best, size = fields[0], value
    return best


def addresses(image: Element) -> Iterator[str]:
    """The addresses that an image may be had from, the best first."""
    sets = [image.get(name) for name in _SETS]
    parent = next((one for one in ancestors(image, 6) if one.tag != "source"), None)  # never closed
    candidates = [_best_of_set(one) for one in sets if one]
    if parent is not None and parent.tag == "picture":
        others = [
            _best_of_set(found) for one in parent.iter("source") for name in _SETS if (found := one.get(name))
        ]
        own = image.get("src") or ""
        candidates += sorted((own, *others), key=_width_in, reverse=True)
    yield from (one for one in candidates if one)
    for name in _SOURCES:
        if value := image.get(name):
            yield value
    if value := image.get("src"):
        yield value


_WIDTH_IN = re.compile(
    r"(?<![a-z])(?:w[_=]?|width[=/:_])([1-9]\d{2,3})(?!\d)|/(?!19|20)([1-9]\d{2,3})(?=/)", re.IGNORECASE
)
_STYLED = {
    side: re.compile(rf"(?<![\w-]){side}\s*:\s*(\d+)px", re.IGNORECASE) for side in ("width", "height")
}


def _width_in(href: str) -> int:
    """The width that an address of a rendition names (`w820`, `width=880`, `/976/`); else 0."""
    return max((int(one or other) for one, other in _WIDTH_IN.findall(href)), default=0)


def _pixels(value: str | None) -> int | None:
    found = re.match(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$", value or "")
    return int(found[1]) or None if found else None


def is_picture(href: str) -> bool:
    """Can the address be that of a picture of a story?"""
    return bool(href) and not _NO_FILE.search(href.split("?")[0] if ".svg" not in href else href)


def read(image: Element, page: Page) -> Media | None:
    """The picture that an `img` shows, with its caption; None for logos, icons, pixels and placeholders.

    One whose own address is a placeholder's comes with an empty `href`, where it has a caption.
    """
    style = image.get("style") or ""
    width, height = (
        _pixels(image.get(side)) or (_pixels(found[1]) if (found := styled.search(style)) else None)
        for side, styled in _STYLED.items()
    )
    if (width is not None and width < _SMALL) or (height is not None and height < _SMALL):
        return None
    if not words_of(image).isdisjoint(NO_PICTURE):
        return None
    href = next((full for one in addresses(image) if (full := page.absolute(one)) and is_picture(full)), "")
    frame = frame_of(image)
    caption, credit = printed(frame) if frame is not None else (None, None)
    alt = tidy(image.get("alt") or "") or None
    if not href and not caption:
        return None
    return Media(href, caption=caption, alt=alt, credit=credit, width=width, height=height)


def frame_of(image: Element) -> Element | None:
    """The element that holds an image and its caption, and nothing else."""
    best = None
    for above in ancestors(image, 7):
        if above.tag == "td":
            return _table_beside(above)
        if above.tag in ("body", "html", "article", "main"):
            break
        if above.tag == "figure":
            return above
        if above.tag in ("a", "picture", "span", "noscript", "p"):
            continue
        if len(text_of(above, 900)) > 700 or _many(above, "img", 2) or _many(above, "p", 3):
            break
        if any(
            not words_of(one).isdisjoint(CAPTIONS)
            for one in above.iter("div", "p", "span", "small", "em", "figcaption", "dd")
        ):
            best = above
    return best


def _table_beside(cell: Element) -> Element | None:
    """The small table that old pages put a picture and its caption in, beside the text."""
    table = next((above for above in ancestors(cell, 4) if above.tag == "table"), None)
    if table is None:
        return None
    beside = (table.get("align") or "").lower() in ("left", "right") or 0 < (
        _pixels(table.get("width")) or 0
    ) < 400
    small = beside and len(text_of(table, 500)) < 400 and not _many(table, "img", 1)
    return table if small and not _many(table, "p", 2) else None


def _many(element: Element, tag: str, most: int) -> bool:
    """Are there more than so many elements of a kind in an element?"""
    return next(islice(element.iter(tag), most, None), None) is not None


def printed(frame: Element) -> tuple[str | None, str | None]:
    """The caption and the credit that stand with a picture."""
    place = frame.find(".//figcaption")
    named = words_of(place) if place is not None else frozenset()
    beside = None
    if place is None or (named.isdisjoint(CAPTIONS) and not named.isdisjoint(CREDITS)):
        beside = next(
            (
                one
                for one in frame.iter("div", "p", "span", "small", "em", "dd")
                if not words_of(one).isdisjoint(CAPTIONS) and place not in one.iter("figcaption")
            ),
            None,
        )
        if place is None or beside is not None:
            place = beside if beside is not None else frame
    credit = None
    whole = text_of(place, 2000)
    lines = pieces(place, 3)
    if len(lines) == 2 and (line := _CREDIT_LINE.fullmatch(lines[0])):
        return lines[1], tidy(line["name"])
    marked = next(
        (
            one
            for one in frame.iter("span", "div", "p", "small", "cite", "em", "a", "li", "figcaption")
            if not words_of(one).isdisjoint(CREDITS) and one is not place
        ),
        None,
    )
    if marked is not None and (said := text_of(marked, 300)) and len(said) < 200:
        label = _LABEL.match(said)
        credit = _SPOKEN.sub("", said[label.end() :].strip() if label else said)
        if whole.endswith(said):
            whole = whole[: -len(said)].strip(" \t|–—-/")
        elif said == whole:
            whole = ""
        else:
            whole = whole.replace(said, " ", 1)
    elif line := _CREDIT_LINE.search(whole):
        credit = tidy(line["name"]).removesuffix(")") if "(" not in line["name"] else tidy(line["name"])
        whole = whole[: line.start()].rstrip(" (")
    elif line := _CREDIT_DOTS.search(whole):
        credit, whole = tidy(line[1]), whole[: line.start()]
    if credit is None:
        credit = _spoken_credit(frame)
    whole = tidy(_SPOKEN.sub("", whole))
    if _TITLES.fullmatch(whole):
        whole = ""
    return whole or None, tidy(credit or "") or None


def _spoken_credit(frame: Element) -> str | None:
    """The credit of a picture that only a word for screen readers calls so (`Image source, …`)."""
    for one in frame.iter("span"):
        if (one.text or "").strip().rstrip(",:") in ("Image source", "Image copyright", "Copyright"):
            return tidy(text_of(one.getparent(), 200).removeprefix(text_of(one))).strip(" ,:") or None
    return None


def same_file(one: str, other: str) -> bool:
    """Do two addresses name renditions of the same picture?"""
    return one == other or not _names(one).isdisjoint(_names(other))


def _names(href: str) -> frozenset[str]:
    """What an address calls its picture: the last name in its path and in any address within it."""
    found: set[str] = set()
    for address in (href, *re.findall(r"[?&=/]((?:https?%3A|https?:)[^&]+)", href[8:])):
        path, _, query = unquote(address).partition("?")
        parts = [path.rstrip("/").rsplit("/", 1)[-1], *re.findall(r"=([\w-]{8,60})(?:&|$)", query)]
        for part in parts:
            stem = re.sub(r"\.(?:jpe?g|png|gif|webp|avif)\b.*$", "", part, flags=re.IGNORECASE)
            stem = re.sub(r"[-_@](?:\d{2,4}x\d{2,4}|w?\d{2,4}|large|small|medium|thumb\w*|scaled)$", "", stem)
            if len(stem) >= 12 or (len(stem) >= 7 and any(char.isdigit() for char in stem)):
                found.add(stem.lower())
    return frozenset(found)


def without_credit(caption: str | None, credit: str | None) -> str | None:
    """A caption without the credit that stands at its end."""
    if caption and credit and len(credit) > 3 and caption.endswith(credit):
        return caption[: -len(credit)].rstrip(" |–—-/(") or None
    return caption


def larger(one: Media, other: Media) -> str:
    """The address of the rendition of a picture that is known to be larger; else of the one shown."""
    if not other.href:
        return one.href
    if one.width and one.width > (other.width or 0):
        return one.href
    return other.href
