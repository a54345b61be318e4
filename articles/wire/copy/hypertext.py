"""Copy pasted from a page: HTML as plain characters that remember their place, their links and their blocks.

Linear in the length of the text whatever is in it: no tag is looked at twice, and what is not closed is text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from html import unescape
from typing import NamedTuple

from articles.wire.copy import page_parts
from articles.wire.copy.elements import BLOCKS, DROPPED, HEADINGS, INLINE, KNOWN
from articles.wire.copy.page_parts import ATTRIBUTE, Declared
from articles.wire.copy.plain import Copy, Mark, Region, blank_controls
from articles.wire.story import BlockType, Media, Problem, Span

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})(?=[\s/>])")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
_H1 = re.compile(r"<h1[\s>]", re.IGNORECASE)
_ARTICLE = re.compile(r"<(?:article|main)[\s>]", re.IGNORECASE)
_LAYOUT = re.compile(r"</table|<(?:p|div|table|h[1-6]|ul|ol|blockquote)[\s>]", re.IGNORECASE)
_SCHEMES = frozenset(("http", "https", "mailto", "tel"))
_QUOTED = 160
_QUOTED_TEXT = 4000
_MOST_KEPT = 40
_NESTED = 12  # inline marks inside one another that are kept


class Pasted(NamedTuple):
    """A text without its mark-up: plain characters, pictures, what was left out, what the page declares."""

    copy: Copy
    media: tuple[Media, ...] = ()
    problems: tuple[Problem, ...] = ()
    declared: Declared | None = None


def plain(text: str) -> Pasted:
    """The plain characters of a decoded text, and what its mark-up says besides.

    Text without mark-up comes back as it is, with its entities decoded.
    """
    flat = blank_controls(text)
    if "<" in flat and any(tag[2].lower() in KNOWN for tag in _TAG.finditer(flat)) and ">" in flat:
        page = _Page(flat)
        copy = page.copy()
        if page.parts and not _has_text(copy):
            # all of its text stands in what is usually the frame of a page
            page = _Page(flat, whole=True)
            copy = page.copy()
        return Pasted(copy, tuple(page.media), tuple(page.problems), page.declared)
    if "&" in flat and _ENTITY.search(flat):
        page = _Page(flat)
        page.text(0, len(flat))
        return Pasted(page.finish())
    return Pasted(Copy(flat))


def _has_text(copy: Copy) -> bool:
    """Is there anything but headings?"""
    at = 0
    for region in copy.regions:
        if region.type is BlockType.HEADING:
            if copy.chars[at : region.start].strip():
                return True
            at = region.end
    return bool(copy.chars[at:].strip())


def _by_lines(chars: str, marks: list[Mark]) -> tuple[Mark, ...]:
    """The marks in the order of their starts, none over more than one line."""
    breaks = [place for place, char in enumerate(chars) if char == "\n"] if marks else []
    found: list[Mark] = []
    for mark in marks:
        start = mark.start
        for place in breaks[bisect_left(breaks, mark.start) : bisect_left(breaks, mark.end)]:
            if start < place:
                found.append(Mark(start, place, mark.tag, mark.href))
            start = place + 1
        if start < mark.end:
            found.append(Mark(start, mark.end, mark.tag, mark.href))
    return tuple(sorted(found, key=lambda mark: mark.start))


class _Page:
    """Walks over the mark-up once and writes plain characters with their positions."""

    def __init__(self, source: str, *, whole: bool = False) -> None:
        self.source = source
        self.whole = whole  # menus, headers and footers too
        self.parts = False  # was any of them left out?
        self.unclosed: set[str] = set()  # elements whose end was looked for in vain
        self.kept = 0  # parts that were looked through and kept
        self.last_h1 = max((found.start() for found in _H1.finditer(source)), default=-1)
        self.last_article = max(
            (found.start() for found in _ARTICLE.finditer(source, 0, max(self.last_h1, 0))), default=-1
        )
        self.article = 0  # article and main elements around
        self.declared = Declared()
        self.wide: dict[int, int] = {}  # entities: where the source of a character ends
        self.chars: list[str] = []
        self.positions: list[int] = []
        self.marks: list[Mark] = []
        self.regions: list[Region] = []
        self.media: list[Media] = []
        self.problems: list[Problem] = []
        self.open: list[tuple[str, int, str | None]] = []  # inline marks: tag, start, href
        self.begun: int | None = None  # start of the block being written
        self.depth = 0  # block elements around
        self.heading = 0
        self.quotes = 0
        self.lists: list[str] = []
        self.table = False
        self.pre = False
        self.last_close = source.rfind(">")

    def copy(self) -> Copy:
        """Read the whole page."""
        source = self.source
        at = 0
        has_h1 = self.last_h1 >= 0
        while at < len(source):
            mark = source.find("<", at)
            if mark < 0 or mark > self.last_close:
                self.text(at, len(source))
                break
            if mark > at:
                self.text(at, mark)
            at = self.markup(mark, has_h1)
        return self.finish()

    def finish(self) -> Copy:
        """Close what is open and hand over the copy."""
        self.end_block()
        chars = "".join(self.chars)
        copy = Copy(chars, self.positions, _by_lines(chars, self.marks), tuple(self.regions), self.wide)
        return copy if self.whole else self.without_menus(copy)

    def without_menus(self, copy: Copy) -> Copy:
        """The copy without the lines of links above its main heading."""
        found = page_parts.menus(copy)
        if not found:
            return copy
        gone = bytearray(len(copy.chars))
        pieces: list[str] = []
        at = 0
        for start, end in found:
            words = " ".join(copy.chars[start:end].split())
            self.problem("A line of links above the heading", words, copy.span(start, end))
            pieces += (copy.chars[at:start], " " * (end - start))
            gone[start:end] = b"\1" * (end - start)
            at = end
        pieces.append(copy.chars[at:])
        regions = tuple(region for region in copy.regions if not gone[region.start])
        marks = tuple(mark for mark in copy.marks if not gone[mark.start])
        return Copy("".join(pieces), copy.positions, marks, regions, copy.wide)

    def markup(self, at: int, has_h1: bool) -> int:
        """Read the mark-up at `<`; where to go on."""
        source = self.source
        if source.startswith("<!--", at):
            end = source.find("-->", at + 4)
            end = len(source) if end < 0 else end + 3
            self.left_out("A comment", at, end)
            return end
        if source.startswith("<![CDATA[", at):
            end = source.find("]]>", at)
            stop = len(source) if end < 0 else end
            self.text(at + 9, stop)
            return len(source) if end < 0 else end + 3
        if source.startswith(("<!", "<?"), at) and at + 2 < len(source) and source[at + 2].isalpha():
            return source.find(">", at) + 1
        tag = _TAG.match(source, at)
        end = self.tag_end(tag.end()) if tag else -1
        if tag is None or end < 0 or tag[2].lower() not in KNOWN:
            # not a tag of HTML: "<jane@example.com>", "a < b", an unknown element
            known = tag is not None and end >= 0
            if known and "@" not in source[at:end] and "-" not in tag[2]:  # type: ignore[index]
                return end
            self.text(at, at + 1)
            return at + 1
        return self.element(tag[2].lower(), bool(tag[1]), at, tag.end(), end, has_h1)

    def tag_end(self, at: int) -> int:
        """Behind the `>` that closes a tag, quoted values passed over; -1 where there is none near."""
        source = self.source
        limit = min(len(source), at + 20_000)
        end = source.find(">", at, limit)
        if end < 0:
            return -1
        if "=" in source[at:end]:
            # a ">" inside a quoted value
            quote = max(source.rfind('="', at, end), source.rfind("='", at, end))
            if quote >= 0 and source.find(source[quote + 1], quote + 2, end) < 0:
                close = source.find(source[quote + 1], end, min(limit, end + 2000))
                if close >= 0:
                    further = source.find(">", close, limit)
                    return further + 1 if further >= 0 else end + 1
        return end + 1

    def element(self, name: str, closing: bool, start: int, inside: int, end: int, has_h1: bool) -> int:
        """Read a tag of HTML that ends at `end`; where to go on."""
        if name in DROPPED or name == "title":
            return self.dropped(name, closing, start, end, has_h1)
        if not closing and not self.whole:
            behind = self.part(name, start, inside, end)
            if behind is not None:
                return behind
        if name in ("html", "meta") and not closing:
            self.declared.tag(name, start, inside, end, self.source)
        if name in ("article", "main"):
            self.article = max(0, self.article + (-1 if closing else 1))
        if name in INLINE:
            self.inline(name, closing, self.source[inside:end])
        elif name == "br":
            self.put("\n", start)
        elif name == "hr":
            self.end_block()
            self.break_block(start)
            self.regions.append(Region(len(self.chars), len(self.chars) + 3, BlockType.RULE))
            for _ in range(3):
                self.put("-", start)
            self.break_block(start)
        elif name == "img" and not closing:
            self.picture(self.source[inside:end])
        elif name in ("ul", "ol"):
            self.list_tag(name, closing, start)
        elif name == "li":
            if self.lists and not closing and self.begun is not None:
                self.put("\n", start)
            elif not self.lists:
                self.end_block()
        elif name in ("table", "tr", "td", "th"):
            self.table_tag(name, closing, start, end)
        elif name == "pre":
            self.end_block()
            self.pre = not closing
        elif name in BLOCKS:
            self.block(name, closing, start)
        return end

    def part(self, name: str, start: int, inside: int, end: int) -> int | None:
        """Pass over a menu, header, footer or aside of the page; where to go on, or None if it is none."""
        if name in self.unclosed or self.kept > _MOST_KEPT:
            return None
        part = page_parts.part_of_page(name, self.source[inside:end])
        if part is None or (part == "header" and self.article) or (part == "footer" and self.quotes):
            return None
        found = page_parts.element_end(self.source, name, end)
        if found is None:
            self.unclosed.add(name)
            return None
        inner = self.source[end : found[0]]
        # a heading in it may be the story's own; the name of the paper is not where an article has another
        own = _H1.search(inner) and not (part == "header" and self.last_article >= found[1])
        if (
            own
            or (part == "header" and self.last_h1 < found[1])
            or (part == "footer" and page_parts.holds_credits(inner))
        ):
            self.kept += 1
            return None
        self.parts = True
        self.end_block()
        self.break_block(start)
        words = page_parts.bare(inner)
        if words:
            self.problem(f"The {part}", words, Span(start, found[1]))
        return found[1]

    def problem(self, what: str, words: str, span: Span) -> None:
        """Text for readers of the page that is no text of the story: quoted at length."""
        self.problems.append(
            Problem("markup", f"{what} of the page was left out: “{words[:_QUOTED_TEXT]}”", span)
        )

    def block(self, name: str, closing: bool, start: int) -> None:
        """A block tag: outside lists and tables it parts blocks; inside them it is a blank."""
        if self.lists or self.table:
            self.put(" ", start)
            return
        self.end_block()
        if name in HEADINGS:
            self.heading = 0 if closing else HEADINGS[name]
        elif name == "blockquote":
            self.quotes = max(0, self.quotes + (-1 if closing else 1))
        self.depth = max(0, self.depth + (-1 if closing else 1))
        self.break_block(start)

    def list_tag(self, name: str, closing: bool, start: int) -> None:
        if not closing:
            if not self.lists and not self.table:
                self.end_block()
            self.lists.append(name)
        elif self.lists:
            if len(self.lists) == 1 and not self.table:
                self.end_block()
            self.lists.pop()

    def table_tag(self, name: str, closing: bool, start: int, end: int) -> None:
        if name == "table":
            self.end_block()
            if closing:
                self.table = False
            else:
                inner = _LAYOUT.search(self.source, end)
                self.table = not self.lists and inner is not None and inner.group().lower() == "</table"
        elif self.table and self.begun is not None and not closing:
            ends_row = self.chars and self.chars[-1] == "\n"
            self.put("\n" if name == "tr" else "" if ends_row else "\t", start)
        elif not self.table:
            self.block(name, closing, start)

    def inline(self, name: str, closing: bool, attributes: str) -> None:
        tag = INLINE[name]
        if not closing:
            href = self.address(attributes, "href") if tag == "a" else None
            if (tag != "a" or href) and len(self.open) < _NESTED:
                self.open.append((tag, len(self.chars), href))
            return
        for index in range(len(self.open) - 1, max(-1, len(self.open) - 12), -1):
            if self.open[index][0] == tag:
                found = self.open.pop(index)
                self.mark(found)
                return

    def mark(self, found: tuple[str, int, str | None]) -> None:
        tag, start, href = found
        if start < len(self.chars):
            self.marks.append(Mark(start, len(self.chars), tag, href))

    def address(self, attributes: str, wanted: str) -> str | None:
        """The value of an address attribute, if its scheme is a harmless one."""
        for found in ATTRIBUTE.finditer(attributes[:4000]):
            if found[1].lower() == wanted:
                href = unescape(found[2] or found[3] or found[4] or "").strip()
                scheme = _SCHEME.match("".join(char for char in href if char > " "))
                return href if href and (scheme is None or scheme[1].lower() in _SCHEMES) else None
        return None

    def picture(self, attributes: str) -> None:
        href = self.address(attributes, "src")
        alt = None
        sizes: dict[str, int] = {}
        for found in ATTRIBUTE.finditer(attributes[:4000]):
            value = unescape(found[2] or found[3] or found[4] or "").strip()
            if found[1].lower() == "alt":
                alt = " ".join(value.split()) or None
            elif found[1].lower() in ("width", "height") and value.isdecimal() and len(value) < 6:
                sizes[found[1].lower()] = int(value)
        if href and (not _SCHEME.match(href) or href.lower().startswith(("http:", "https:"))):
            self.media.append(Media(href, alt=alt, width=sizes.get("width"), height=sizes.get("height")))

    def dropped(self, name: str, closing: bool, start: int, end: int, has_h1: bool) -> int:
        """Pass over an element whose content is no text for readers."""
        if closing:
            return end
        close = re.compile(rf"</{name}\b[^>]{{0,40}}>?", re.IGNORECASE).search(self.source, end)
        stop = close.end() if close else (len(self.source) if name in ("script", "style") else end)
        inner = close.start() if close else stop
        if name == "title":
            if not has_h1 and self.source[end:inner].strip():
                self.heading = 1
                self.depth += 1
                self.text(end, inner)
                self.end_block()
                self.depth -= 1
                self.heading = 0
            elif self.source[end:inner].strip():
                self.left_out("The title", end, inner)
            return stop
        if self.source[start:stop].strip():
            self.left_out(f"A {name} element", start, stop)
        return stop

    def left_out(self, what: str, start: int, end: int) -> None:
        words = " ".join(self.source[start : min(end, start + 400)].split())
        if len(words) > _QUOTED:
            words = words[:_QUOTED] + " …"
        self.problems.append(
            Problem("markup", f"{what} of the page was left out: “{words}”", Span(start, end))
        )

    def text(self, start: int, end: int) -> None:
        """Write text, its entities decoded."""
        at = start
        if self.source.find("&", start, end) >= 0:
            for entity in _ENTITY.finditer(self.source, start, end):
                self.raw(at, entity.start())
                decoded = unescape(entity.group())
                if decoded == entity.group():
                    self.raw(entity.start(), entity.end())
                else:
                    for char in blank_controls(decoded.replace("\n", " ")):
                        self.put(char, entity.start())
                        self.wide[len(self.chars) - 1] = entity.end()
                at = entity.end()
        self.raw(at, end)

    def raw(self, start: int, end: int) -> None:
        """Write characters as they stand; inside blocks a new line is a blank."""
        if start >= end:
            return
        piece = self.source[start:end]
        inside = self.depth or self.lists or self.table or self.heading
        if inside and not self.pre:
            if self.begun is None:
                bare = piece.lstrip()
                if not bare:
                    return
                start += len(piece) - len(bare)
                piece = bare
            piece = piece.replace("\n", " ").replace("\t", " ").replace("\f", " ")
        if (inside or self.pre) and self.begun is None and piece.strip():
            self.begun = len(self.chars)
        self.chars += piece
        self.positions += range(start, end)

    def put(self, char: str, position: int) -> None:
        """Write one character that stands for mark-up or an entity."""
        if not char:
            return
        if (
            self.begun is None
            and (self.depth or self.lists or self.table or self.heading)
            and not char.isspace()
        ):
            self.begun = len(self.chars)
        self.chars.append(char)
        self.positions.append(position)

    def break_block(self, position: int) -> None:
        """A blank line, so that what stands outside blocks keeps apart from them."""
        if self.chars and self.chars[-2:] != ["\n", "\n"]:
            for _ in range(2):
                self.chars.append("\n")
                self.positions.append(position)

    def end_block(self) -> None:
        """Close the block being written, and the inline mark-up that was left open in it."""
        for found in self.open:
            self.mark(found)
        self.open.clear()
        if self.begun is None:
            return
        kind, level = BlockType.PARAGRAPH, 0
        if self.heading:
            kind, level = BlockType.HEADING, self.heading
        elif self.table:
            kind = BlockType.TABLE
        elif self.lists:
            kind, level = BlockType.LIST, int(self.lists[0] == "ol")
        elif self.pre:
            kind = BlockType.PREFORMATTED
        elif self.quotes:
            kind = BlockType.QUOTE
        self.regions.append(Region(self.begun, len(self.chars), kind, level))
        self.begun = None
        position = self.positions[-1] if self.positions else 0
        self.break_block(position)
