"""Puts the story of a page together: from what is declared, what is printed around the text, and the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import unescape
from itertools import islice

from lxml import etree

from articles.wire import bodies, sayings
from articles.wire.copy import byline_shapes, notices
from articles.wire.copy.names import is_name, is_staff, name_key
from articles.wire.formats.html import below, boxes, maintext, pictures, printed, times
from articles.wire.formats.html.around import Around
from articles.wire.formats.html.declared import Declared
from articles.wire.formats.html.page import (
    Element,
    Page,
    clean,
    drop,
    text_of,
    without_unread,
    words_of,
)
from articles.wire.formats.html.vocabulary import ALONE, CAPTIONS, FURNITURE, PAIRS, POINTER, word_set
from articles.wire.record import Record
from articles.wire.story import Block, BlockType, Media, Role
from articles.wire.words import tidy

_STAFF = re.compile(r"(?:[\w.’' ]{2,40} )?(?:staff|special) (?:writers?|reporters?|correspondents?)", re.I)
_LINK = re.compile(r"<a [^>]*>(.*?)</a>")
_TAG = re.compile(r"<[^>]*>")
_ENDS = re.compile(r"[.!?…。！？\"”’»)]$")
_INDENT = "\u3000"
_ROLES = {role.value: role for role in Role}
_MOST_IMAGES = 500  # of a page that are looked at
_QUOTED = 300  # characters of what was left out that a problem quotes


class Article:
    """Reads the article of one page into a record."""

    def __init__(self, page: Page, record: Record) -> None:
        self.page = page
        self.record = record
        self.declared = Declared(page, record)
        self._spent: list[Element] = []
        self._spent_lines: list[str] = []
        self.body = page.root.find("body")
        if self.body is None:
            self.body = page.root

    def read(self) -> None:
        """Read everything: what is declared first, then what is printed, then the text."""
        record, declared = self.record, self.declared
        declared.take()
        without_unread(self.page.root)
        found = maintext.find(self.body)
        around = Around(self.body, found.roots)
        record.set("headline", printed.headline(declared, around))
        declared.credits()
        self._standfirst(around)
        self._byline(around, found)
        times.dates(around, record)
        printed.section(declared, around, record)
        printed.source(declared, around, record)
        printed.tag_links(around, record)
        media = self._pictures(around)
        left_out = boxes.without(found)
        blocks = self._blocks(found)
        blocks = self._text(blocks, left_out)
        blocks = self._whole(blocks)
        record.body(blocks)
        self._spoken(record.get("body"), around)
        for one in media:
            record.media(one)
        below.copyright_line(around, record)
        self._told([*self._spent_lines, *left_out], blocks)

    def _whole(self, blocks: list[Block]) -> list[Block]:
        """The text that JSON-LD gives, where the page shows none of it or its beginning only."""
        text = self.declared.article_body()
        shown = sum(len(block.text) for block in blocks)
        if not text or len(text) < 3 * shown:
            return blocks
        given = list(bodies.from_html(text).blocks if "<" in text else bodies.from_text(text))
        if blocks and name_key(blocks[0].text)[:60] not in name_key(text[:4000]):
            return blocks
        return given

    # ── Around the text ──────────────────────────────────────────────────────────────────────────────────
    def _standfirst(self, around: Around) -> None:
        said = self.declared.description()
        element = printed.standfirst(around, self.record.get("headline") or "")
        shown = text_of(element, 1001) if element is not None else None
        self.record.set("description", shown or said)
        if element is not None:
            self._spent.append(element)
        headline = name_key(self.record.get("headline") or "")
        for root in around.roots:
            self._spent += [
                one
                for one in root.iter("h1")
                if one is not root and headline and name_key(text_of(one)) == headline
            ]

    def _byline(self, around: Around, found: maintext.Found) -> None:
        record = self.record
        authors = [who.name for who in record.listed("credits") if who.role is Role.AUTHOR]
        element = printed.byline(around, record, authors)
        if (
            element is not None
            and not found.holds_much(element)
            and element not in found.roots
            and len(text_of(element, 300)) < 260
        ):
            self._spent.append(element)
        text = record.get("byline")
        if text and not authors:
            before = len(record.listed("credits"))
            record.byline(text)
            if len(record.listed("credits")) == before:  # a name with an agency behind it
                first = re.split(r"\s+[|·•–—/]\s+|,\s", text)[0]
                if is_name(first) and not is_staff(first):
                    record.credit(first)
        elif text:
            for who in printed_people(text):
                if not record.credited(who[0]) and who[1] is not Role.AUTHOR:
                    record.credit(who[0], who[1])

    # ── Pictures ─────────────────────────────────────────────────────────────────────────────────────────
    def _pictures(self, around: Around) -> list[Media]:
        """The pictures in and above the text, best renditions, each once; their captions leave the text."""
        shown: list[Media] = []
        lead = False
        gone: list[Element] = []
        for image in list(islice(around.page_root.iter("img", "amp-img"), _MOST_IMAGES)):
            place = around.order.get(image, 0)
            if not self._among(image, around, place):
                continue
            media = pictures.read(image, self.page)
            frame = pictures.frame_of(image)
            if frame is not None:
                gone.append(frame)
            if media is None:
                continue
            if any(media.href and pictures.same_file(media.href, one.href) for one in shown if one.href):
                continue
            lead = lead or (not shown and not self._text_above(image, around))
            shown.append(media)
        inside = set(around.roots)
        for frame in gone:
            if inside.isdisjoint(frame.iter("*")):
                drop(frame)
        return self._captioned(self._joined(shown, lead), around)

    def _captioned(self, found: list[Media], around: Around) -> list[Media]:
        """A caption that stands alone above the text belongs to the first picture, where that has none."""
        if not found or found[0].caption:
            return found
        for element in around.page_root.iter("div", "p", "span", "figcaption"):
            words = words_of(element)
            place = around.order.get(element, 0)
            if place > around.last or words.isdisjoint(CAPTIONS | {"credit"}) or "author" in words:
                continue
            if around.apart(element) or not (
                around.opens(element) or around.first - 250 < place < around.first
            ):
                continue
            text = text_of(element, 500)
            if 20 < len(text) < 500 and len(element) < 6:
                caption, bar, credit = text.rpartition(" | ")
                found[0] = replace(
                    found[0],
                    caption=caption if bar else text,
                    credit=found[0].credit or (credit if bar else None),
                )
                self._spent.append(element)
                break
        return found

    def _among(self, image: Element, around: Around, place: int) -> bool:
        """Does the image stand in the text, or between the headline and it?"""
        inside = any(above in around.within for above in image.iterancestors())
        if not inside and not (
            place < around.first and around.first - place < 250 and self._below_headline(image, around)
        ):
            return False
        for above in image.iterancestors():
            if above in around.within or above.tag == "body":
                break
            words = words_of(above)
            if (
                above.tag in ("nav", "footer", "aside", "header")
                and not inside
                and not above.findall(".//h1")
            ):
                return False
            if not words.isdisjoint(_NO_PICTURES) and above.tag != "figure":
                return False
        return True

    def _below_headline(self, image: Element, around: Around) -> bool:
        headings = [around.order.get(one, 0) for one in islice(around.page_root.iter("h1"), 20)]
        at = around.order.get(image, 0)
        return any(place < around.first and at > place - 60 for place in headings) or any(
            one.tag in ("article", "figure") for one in image.iterancestors()
        )

    def _text_above(self, image: Element, around: Around) -> bool:
        at = around.order.get(image, 0)
        return any(
            around.order.get(one, 0) < at and len(text_of(one)) > 60
            for root in around.roots
            for one in root.iter("p")
        )

    def _joined(self, shown: list[Media], lead: bool) -> list[Media]:
        """The pictures shown, with what is declared of them; one that leads unseen stands first."""
        declared = self.declared.pictures()
        for one in declared:
            place = next(
                (
                    at
                    for at, other in enumerate(shown)
                    if other.href and pictures.same_file(one.href, other.href)
                ),
                None,
            )
            if place is None:
                place = next((at for at, other in enumerate(shown) if not other.href), None)
            if place is not None:
                other = shown[place]
                shown[place] = replace(
                    other,
                    href=pictures.larger(one, other),
                    caption=pictures.without_credit(other.caption, one.credit) or one.caption,
                    credit=other.credit or one.credit,
                    alt=other.alt or one.alt,
                    mimetype=other.mimetype or one.mimetype,
                    width=one.width if pictures.larger(one, other) == one.href and one.width else other.width,
                    height=one.height
                    if pictures.larger(one, other) == one.href and one.height
                    else other.height,
                )
            elif not lead and (one is declared[0] or one.caption):
                shown.insert(0, one)
                lead = True
        return [one for one in shown if one.href] + self.declared.videos()

    # ── The text ─────────────────────────────────────────────────────────────────────────────────────────
    def _blocks(self, found: maintext.Found) -> list[Block]:
        for one in self._spent:
            drop(one)
        blocks: list[Block] = []
        for root in found.roots:
            boxes.unlaid(root)
            for one in list(root.iter("figure", "figcaption", "picture", "video", "audio", "img")):
                if one is not root and not found.holds_much(one):
                    drop(one)
            _indented(root)
            if root.tag == "p":
                blocks += bodies.from_elements([root], base=self.page.base or None).blocks
                continue
            if not len(root) and root.text:
                _paragraphs(root)
            tail, root.tail = root.tail, None
            blocks += bodies.from_elements([root], base=self.page.base or None).blocks
            root.tail = tail
        return blocks

    def _text(self, blocks: Iterable[Block], left_out: list[str]) -> list[Block]:
        """The blocks that are text: no pointers to other stories, no labels, no lines of date or tags."""
        kept: list[Block] = []
        found = self._without_head(list(blocks))
        for place, block in enumerate(found):
            twice = (
                len(kept) < 3
                and len(block.text) > 40
                and block.text in (one.text for one in found[place + 1 : place + 5])
            )
            if twice or self._is_furniture(block, kept):
                left_out.append(block.text)
                continue
            kept.append(block)
        while kept and (kept[-1].type in (BlockType.HEADING, BlockType.RULE) or _is_trailer(kept[-1])):
            left_out.append(kept.pop().text)
        while kept and kept[0].type is BlockType.RULE:
            kept.pop(0)
        return kept

    def _without_head(self, blocks: list[Block]) -> list[Block]:
        """The blocks without lines of headline, byline and date that only breaks part from each other."""
        headline = name_key(self.record.get("headline") or "")
        if len(blocks) > 1 and headline and name_key(blocks[0].text) == headline:
            self._spent_lines.append(blocks[0].text)
            blocks = blocks[1:]
        first = blocks[0] if blocks else None
        if first is None or first.type is not BlockType.PARAGRAPH or "<br>" not in first.html[:2000]:
            return blocks
        lines = first.html[3:-4].split("<br>")
        place = 0
        while place < min(len(lines), 5) and self._is_head(
            text := tidy(unescape(_TAG.sub("", lines[place]))), lines, place
        ):
            self._spent_lines.append(text)
            place += 1
        if not place:
            return blocks
        rest = bodies.from_html("<br>".join(lines[place:])).blocks if place < len(lines) else ()
        return [*rest, *blocks[1:]]

    def _is_head(self, text: str, lines: list[str], place: int) -> bool:
        record = self.record
        if not text or name_key(text) == name_key(record.get("headline") or ""):
            return True
        if len(text) > 120:
            return False
        if times.date_text(text, record) or (place and _STAFF.fullmatch(text)):
            return True
        shaped = byline_shapes.read(text)
        named = (shaped and shaped.people) or (place and place < 3 and is_name(text) and not is_staff(text))
        if named and not record.get("byline"):
            if record.listed("credits"):
                record.set("byline", text)
            else:
                record.byline(text)
                if not record.listed("credits"):
                    record.credit(text)
            return True
        return False

    def _is_furniture(self, block: Block, kept: list[Block]) -> bool:
        text = block.text
        if block.type is BlockType.RULE or not text:
            return False
        if block.type in (BlockType.TABLE, BlockType.PREFORMATTED):
            return _linked(block) > 0.9
        folded = text.casefold().strip(" :.…!?>»›")
        if len(text) <= 60 and (
            folded in ALONE or (not any(char.isalnum() for char in text) and len(kept) < 1)
        ):
            return True
        if len(text) <= 240 and FURNITURE.fullmatch(text):
            return True
        share = _linked(block)
        if block.type is BlockType.LIST:
            return share > 0.9 and not (kept and kept[-1].text.endswith((":", "：")))
        if len(text) < 300 and share > 0.3 and POINTER.match(text):
            return True
        if share > 0.92 and len(text) < 200 and not _ENDS.search(text):
            return True
        above = len(kept) < 12 and not any(
            one.type is BlockType.PARAGRAPH and len(one.text) > 80 for one in kept
        )
        if above and len(text) <= 200:
            if times.date_text(text, self.record):
                return True
            if name_key(text) == name_key(self.record.get("byline") or "") != "":
                return True
            if name_key(text) == name_key(self.record.get("section") or "") != "":
                return True
        return len(text) <= 400 and bool(kept) and printed.tag_line(text, self.record)

    def _spoken(self, blocks: Sequence[Block], around: Around) -> None:
        """What the text itself says: its dateline, byline, sign-offs and corrections; it keeps them all."""
        record = self.record
        first = next((block for block in blocks if block.type is BlockType.PARAGRAPH), None)
        if first is None:
            return
        if record.get("byline") is None:
            for block in blocks[:4]:
                shaped = (
                    byline_shapes.read(block.text)
                    if len(block.text) < 160 and block.type is BlockType.PARAGRAPH
                    else None
                )
                if shaped and shaped.people:
                    text = tidy(block.text[: shaped.end])
                    if record.listed("credits"):
                        record.set("byline", text)
                    else:
                        record.byline(text)
                    break
        sayings.take(record)
        for block in [block for block in blocks if block.type is BlockType.PARAGRAPH][:3]:
            printed.opening(block.text, record)
        for block in blocks[-4:]:
            text = block.text.lstrip("•*· ")
            if "\n" not in text and text and (stretch := notices.correction(text, head=False)):
                record.note("correction", text[slice(*stretch)])
        if record.get("correction") is None:
            below.correction(around, record)
        for block in blocks[-3:]:
            if block.text[:1] in "©ⓒCc(" and notices.copyright_line(block.text):
                record.set("copyright", block.text)

    # ── The rest ─────────────────────────────────────────────────────────────────────────────────────────
    def _told(self, left_out: list[str], blocks: list[Block]) -> None:
        record = self.record
        said = [text for text in dict.fromkeys(left_out) if text]
        if said:
            quoted = " · ".join(f"“{text[:_QUOTED]}”" for text in said[:30])
            record.problem("markup", f"Parts of the page beside its text were left out: {quoted}")
        if not blocks:
            record.problem("no-text", "No text of an article was found on this page.")
        if record.get("created") is None and record.get("updated") is None:
            record.problem("no-date", "The page names no date of issue.")


_NO_PICTURES = (
    word_set(
        """
    related recommended recommendations teaser teasers promo newsletter sidebar comments
    author authors authorprofile bio avatar avatars byline ad ads advertisement popular
    trending mostread share social nav menu outbrain taboola recirc readmore morestories
    catcher nextpage logo playlist playlists
    """
    )
    | PAIRS
)


def printed_people(text: str) -> list[tuple[str, Role]]:
    """The names in a byline with their roles."""
    shaped = byline_shapes.read(text)
    return (
        [(text[slice(*who.name)], _ROLES.get(who.role, Role.AUTHOR)) for who in shaped.people]
        if shaped
        else []
    )


def _linked(block: Block) -> float:
    """What share of a block's text is links."""
    if "<a " not in block.html:
        return 0.0
    linked = sum(len(_TAG.sub("", found)) for found in _LINK.findall(block.html))
    return linked / max(len(_TAG.sub("", block.html)), 1)


_RULES_OF_HOUSE = re.compile(
    r'href="[^"]*(?:guidelines|privacy|/terms|comment-?policy|community|newsletter|subscri|sign-?up|[?&]subject=)',
    re.IGNORECASE,
)


def _is_trailer(block: Block) -> bool:
    """Is the last block no text: a typed rule, the rules of the house for comments, a call to subscribe?"""
    text = block.text
    if not any(char.isalnum() for char in text):
        return True
    if len(text) < 700 and FURNITURE.fullmatch(text):
        return True
    lines = block.html[3:-4].split("<br>") if "©" in text and len(text) < 400 else []
    if len(lines) > 1 and all(map(_is_foot, lines)):
        return True
    return bool(_RULES_OF_HOUSE.search(block.html)) and _linked(block) > 0.05


def _is_foot(line: str) -> bool:
    """Is a line below a text no more than links or a copyright line?"""
    text = tidy(unescape(_TAG.sub("", line)))
    linked = sum(len(_TAG.sub("", found)) for found in _LINK.findall(line))
    return linked > 0.7 * len(text) or notices.copyright_line(text)


def _paragraphs(root: Element) -> None:
    """Part the text of an element without mark-up: blank lines and indented lines begin paragraphs."""
    text = root.text
    parts = re.split(rf"\n[ \t\r\f\v]*\n|\n[ \t]*(?={_INDENT})", text)
    parts = [part for part in parts if part.strip()]
    if len(parts) < 2:
        return
    root.text = None
    for part in parts:
        etree.SubElement(root, "p").text = clean(part)


def _indented(root: Element) -> None:
    """Where an ideographic space follows a break, a paragraph begins, as in Chinese and Japanese."""
    for one in list(root.iter("br")):
        if one.tail and one.tail.lstrip(" \n\t\r").startswith((_INDENT, "\u00a0\u00a0")):
            twin = etree.Element("br")
            twin.tail, one.tail = clean(one.tail), None
            one.addnext(twin)


__all__ = ["CAPTIONS", "Article"]
