"""What stands on a page around its article: menus, headers, footers, asides, and what its head declares."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from articles.wire.copy import byline, labels, signoffs, tags
from articles.wire.copy.plain import Copy, Region
from articles.wire.story import BlockType, Span

ATTRIBUTE = re.compile(r"""([a-zA-Z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_MENU = re.compile(
    r"(?:(?:main|site|top|primary|secondary|page|global|header|footer|left|right|sub|mobile)[-_]?)?"
    r"(?:menu|nav|navbar|navigation|breadcrumbs?)(?:[-_](?:\d+|main|top|container|list|wrapper|bar))?",
    re.IGNORECASE,
)
_BOXES = frozenset(("div", "ul", "ol", "section", "table"))
_ROLES = {"navigation": "nav", "banner": "header", "contentinfo": "footer", "complementary": "aside"}
_ANY_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"</?(?:p|div|li|h[1-6]|br|tr|section)\b[^<>]{0,2000}>", re.IGNORECASE)
_BETWEEN_LINKS = " \n\t\u00a0|·•>/»›,-–—"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
_DECLARES = {
    "author": "author",
    "article:author": "author",
    "dc.creator": "author",
    "article:published_time": "created",
    "datepublished": "created",
}


@dataclass
class Declared:
    """What a page says about itself outside its text; each value with where it stood."""

    language: str | None = None
    authors: list[tuple[str, Span]] = field(default_factory=list)
    created: tuple[str, Span] | None = None

    def tag(self, name: str, start: int, inside: int, end: int, source: str) -> None:
        """Take what the `html` or `meta` tag declares."""
        values = attributes(source[inside:end])
        if name == "html":
            said = (values.get("lang") or values.get("xml:lang") or "").strip()
            if self.language is None and _LANGUAGE.fullmatch(said):
                self.language = said
            return
        kind = next(
            (
                _DECLARES[values[key].strip().lower()]
                for key in ("name", "property", "itemprop")
                if values.get(key, "").strip().lower() in _DECLARES
            ),
            None,
        )
        value = " ".join((values.get("content") or values.get("value") or "").split())
        if not value or len(value) > 200 or kind is None:
            return
        if kind == "created" and self.created is None:
            self.created = (value, Span(start, end))
        elif kind == "author" and "://" not in value:
            self.authors.append((value, Span(start, end)))


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag by their names in lower case, the first of a name only."""
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(tag[:4000]):
        found.setdefault(match[1].lower(), unescape(match[2] or match[3] or match[4] or "").strip())
    return found


def part_of_page(name: str, tag: str) -> str | None:
    """What opens here that is no part of an article: nav, header, footer, aside or menu; None if nothing."""
    if name in ("nav", "header", "footer", "aside"):
        return name
    if name not in _BOXES or "=" not in tag:
        return None
    values = attributes(tag)
    role = _ROLES.get(values.get("role", "").lower())
    if role:
        return role
    words = f"{values.get('id', '')} {values.get('class', '')}".split()
    return "menu" if any(_MENU.fullmatch(word) for word in words[:20]) else None


def element_end(source: str, name: str, at: int) -> tuple[int, int] | None:
    """Where the content of an element that was opened before `at` ends, and the element itself."""
    depth = 1
    for tag in re.compile(rf"<(/?){name}(?=[\s/>])[^>]{{0,2000}}>", re.IGNORECASE).finditer(source, at):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.start(), tag.end()
    return None


def bare(markup: str) -> str:
    """The words of a stretch of mark-up."""
    return " ".join(unescape(_ANY_TAG.sub(" ", markup)).split())


def holds_credits(markup: str) -> bool:
    """Does a footer hold what ends a story: credits or tags?"""
    for part in _BREAK.split(markup[:4000]):
        text = bare(part)
        listed = tags.label(text) if text else None
        if text and (signoffs.read(text) or (listed is not None and tags.is_list(text, listed))):
            return True
    return False


def menus(copy: Copy) -> list[tuple[int, int]]:
    """The stretches above the first main heading that are nothing but links, as menus are."""
    heading = next((part for part in copy.regions if _is_main(part)), None)
    links = [mark for mark in copy.marks if mark.tag == "a"]
    if heading is None or not links:
        return []
    linked = bytearray(heading.start)
    for mark in links:
        if mark.start < heading.start:
            last = min(mark.end, heading.start)
            linked[mark.start : last] = b"\1" * (last - mark.start)
    headings = [part for part in copy.regions if part.type is BlockType.HEADING]
    found = []
    at = 0
    for cut in [*re.finditer(r"\n\n+", copy.chars[: heading.start]), None]:
        stop = cut.start() if cut else heading.start
        words = copy.chars[at:stop].strip()
        if (
            words
            and all(linked[place] or copy.chars[place] in _BETWEEN_LINKS for place in range(at, stop))
            and not any(part.start < stop and part.end > at for part in headings)
            and not byline.read(" ".join(words.split()))
            and not labels.known_label(words)
        ):
            found.append((at, stop))
        at = cut.end() if cut else stop
    return found


def _is_main(part: Region) -> bool:
    return part.type is BlockType.HEADING and part.level == 1
