"""Copy pasted from a page: HTML as plain characters that remember their place, their links and their blocks.

Linear in the length of the text whatever is in it: no tag is looked at twice, and what is not closed is text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from html import unescape

from articles.wire.copy.plain import Copy, Mark, Region, blank_controls
from articles.wire.story import BlockType, Media, Problem, Span

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})(?=[\s/>])")
_ATTRIBUTE = re.compile(r"""([a-zA-Z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = (
    frozenset(
        [
            "p",
            "div",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "aside",
            "nav",
            "figure",
            "figcaption",
            "address",
            "center",
            "dl",
            "dt",
            "dd",
            "form",
            "fieldset",
            "details",
            "summary",
            "body",
            "html",
            "hgroup",
            "tbody",
            "thead",
            "tfoot",
            "caption",
            "legend",
            "blockquote",
        ]
    )
    | _HEADINGS.keys()
)
_INLINE = {"a": "a", "strong": "strong", "b": "strong", "em": "em", "i": "em", "sub": "sub", "sup": "sup"}
_DROPPED = frozenset(
    [
        "script",
        "style",
        "template",
        "svg",
        "noscript",
        "iframe",
        "object",
        "textarea",
        "select",
        "math",
        "canvas",
        "video",
        "audio",
        "button",
        "noembed",
        "noframes",
    ]
)
_KNOWN = (
    _BLOCKS
    | _INLINE.keys()
    | _DROPPED
    | frozenset(
        [
            "br",
            "hr",
            "ul",
            "ol",
            "li",
            "table",
            "tr",
            "td",
            "th",
            "pre",
            "span",
            "font",
            "u",
            "img",
            "title",
            "head",
            "meta",
            "link",
            "small",
            "big",
            "code",
            "tt",
        ]
    )
)
_LAYOUT = re.compile(r"</table|<(?:p|div|table|h[1-6]|ul|ol|blockquote)[\s>]", re.IGNORECASE)
_SCHEMES = frozenset(("http", "https", "mailto", "tel"))
_QUOTED = 160
_NESTED = 12  # inline marks inside one another that are kept


def plain(text: str) -> tuple[Copy, tuple[Media, ...], tuple[Problem, ...]]:
    """The plain characters of a decoded text, the pictures that its mark-up shows, and what was left out.

    Text without mark-up comes back as it is, with its entities decoded.
    """
    flat = blank_controls(text)
    if "<" in flat and any(tag[2].lower() in _KNOWN for tag in _TAG.finditer(flat)) and ">" in flat:
        page = _Page(flat)
        return page.copy(), tuple(page.media), tuple(page.problems)
    if "&" in flat and _ENTITY.search(flat):
        page = _Page(flat)
        page.text(0, len(flat))
        return page.finish(), (), ()
    return Copy(flat), (), ()


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

    def __init__(self, source: str) -> None:
        self.source = source
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
        has_h1 = re.search(r"<h1[\s>]", source, re.IGNORECASE) is not None
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
        return Copy(chars, self.positions, _by_lines(chars, self.marks), tuple(self.regions))

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
        if tag is None or end < 0 or tag[2].lower() not in _KNOWN:
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
        if name in _DROPPED or name == "title":
            return self.dropped(name, closing, start, end, has_h1)
        if name in _INLINE:
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
        elif name in _BLOCKS:
            self.block(name, closing, start)
        return end

    def block(self, name: str, closing: bool, start: int) -> None:
        """A block tag: outside lists and tables it parts blocks; inside them it is a blank."""
        if self.lists or self.table:
            self.put(" ", start)
            return
        self.end_block()
        if name in _HEADINGS:
            self.heading = 0 if closing else _HEADINGS[name]
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
        tag = _INLINE[name]
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
        for found in _ATTRIBUTE.finditer(attributes[:4000]):
            if found[1].lower() == wanted:
                href = unescape(found[2] or found[3] or found[4] or "").strip()
                scheme = _SCHEME.match("".join(char for char in href if char > " "))
                return href if href and (scheme is None or scheme[1].lower() in _SCHEMES) else None
        return None

    def picture(self, attributes: str) -> None:
        href = self.address(attributes, "src")
        alt = None
        sizes: dict[str, int] = {}
        for found in _ATTRIBUTE.finditer(attributes[:4000]):
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
                        self.positions[-1] = entity.start()
                    if self.positions:
                        # the last decoded character stands for the whole entity, so that spans end behind it
                        self.positions[-1] = entity.end() - 1 if len(decoded) > 1 else entity.start()
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
