"""The body: every passage that nothing else has claimed, as blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles import markup
from articles.wire.copy import furniture, tags
from articles.wire.copy.draft import Draft
from articles.wire.copy.head import Head
from articles.wire.copy.lines import laid_out
from articles.wire.copy.plain import Passage
from articles.wire.copy.tail import Tail
from articles.wire.story import Block, BlockType

_BULLET = re.compile(r"(?P<sign>[*+•·‣◦▪●■–-])\s+(?=\S)")
_SPOKEN = 120  # a dash before a longer sentence opens speech, not an item


class Body:
    """Makes blocks of what is left."""

    def __init__(self, passages: Sequence[Passage], head: Head, tail: Tail, draft: Draft) -> None:
        self.passages = passages
        self.head = head
        self.tail = tail
        self.draft = draft
        self.blocks: list[Block] = []

    def read(self) -> tuple[Block, ...]:
        """The blocks in order, with their spans in the draft."""
        left = [index for index in range(len(self.passages)) if index not in self.tail.taken]
        if left:
            self._repeated_headline(left)
        place = 0
        while place < len(left):
            items = self._items(left, place)
            if items:
                self._list(items)
                place += len(items)
                continue
            self._block(left[place], first=not self.blocks, last=place == len(left) - 1)
            place += 1
        self.draft.values["body"] = tuple(self.blocks)
        return tuple(self.blocks)

    def _repeated_headline(self, left: list[int]) -> None:
        headline = self.draft.values.get("headline")
        passage = self.passages[left[0]]
        if (
            headline
            and len(left) > 1
            and passage.value().casefold() == headline.casefold()
            and not self._is_dateline(left[0])
        ):
            self.draft.drop("repeated-headline", "The headline, printed once more,", passage)
            self.tail.taken.add(left.pop(0))

    def _is_dateline(self, index: int) -> bool:
        return self.head.dateline is not None and self.head.dateline[0] == index

    def _block(self, index: int, *, first: bool, last: bool) -> None:
        passage = self.passages[index]
        start = self.head.dateline[1].rest if self.head.dateline and self._is_dateline(index) else 0
        end = self.tail.cuts.get(index, len(passage.text))
        if passage.type in (BlockType.PREFORMATTED, BlockType.TABLE, BlockType.LIST):
            self._laid_out(passage)
            return
        if not passage.text[start:end].strip():
            return
        if passage.type is BlockType.RULE:
            self._add(Block(BlockType.RULE, "", markup.rule()), passage)
            return
        if furniture.rule(passage.text) and passage.type is BlockType.PARAGRAPH:
            if first or last:
                self.draft.drop("separator", "A typed rule", passage)
            else:
                self._add(Block(BlockType.RULE, "", markup.rule()), passage)
            return
        if (
            tags.label(passage.text) is not None
            and index > self.head_end
            and passage.type is BlockType.PARAGRAPH
        ):
            self.draft.problem(
                "tags-elsewhere",
                f"A line like a tag line was left in the body: “{passage.value()[:80]}”",
                passage.span(),
            )
        self._add(self._text_block(passage, start, end), passage, start, end)

    @property
    def head_end(self) -> int:
        """The last passage of the head."""
        return self.head.dateline[0] if self.head.dateline else -1

    def _text_block(self, passage: Passage, start: int, end: int) -> Block:
        text = passage.value(start, end)
        kind = passage.type
        if not passage.copy.marks:
            if kind is BlockType.HEADING:
                html = markup.heading(text)
            elif kind is BlockType.QUOTE:
                html = markup.quote(text)
            else:
                html = markup.paragraph(text)
        else:
            inner = passage.html(start, end)
            if kind is BlockType.HEADING:
                tag = "h2" if passage.level <= 2 else "h3"
                html = markup.clean(f"<{tag}>{inner}</{tag}>")
            elif kind is BlockType.QUOTE:
                html = markup.clean(f"<blockquote><p>{inner}</p></blockquote>")
            else:
                html = markup.clean(f"<p>{inner}</p>")
        return Block(kind, text, html)

    def _laid_out(self, passage: Passage) -> None:
        if passage.type is BlockType.PREFORMATTED:
            text = laid_out(passage)
            self._add(Block(BlockType.PREFORMATTED, text, markup.preformatted(text)), passage)
            return
        rows = [Passage(passage.copy, [line]) for line in passage.lines]
        if passage.type is BlockType.LIST:
            texts = [row.value() for row in rows]
            tag = "ol" if passage.level else "ul"
            html = markup.clean(f"<{tag}>" + "".join(f"<li>{row.html()}</li>" for row in rows) + f"</{tag}>")
        else:
            cells = [self._cells(passage, row) for row in rows]
            texts = ["\t".join(row) for row in cells]
            html = markup.table(cells)
        self._add(Block(passage.type, "\n".join(texts), html), passage)

    def _cells(self, passage: Passage, row: Passage) -> list[str]:
        raw = passage.copy.chars[row.start : row.end]
        return [passage.copy.text(" ".join(cell.split())) for cell in raw.split("\t")]

    # ── Lists ────────────────────────────────────────────────────────────────────────────────────────────
    def _items(self, left: list[int], place: int) -> list[int]:
        """The passages from `place` on that are items of one list: bullets right below each other."""
        items: list[int] = []
        sign = None
        for later in range(place, len(left)):
            index = left[later]
            passage = self.passages[index]
            bullet = _BULLET.match(passage.text) if passage.type is BlockType.PARAGRAPH else None
            if (
                not bullet
                or (sign and bullet["sign"] != sign)
                or self._is_dateline(index)
                or index in self.tail.cuts
            ):
                break
            if bullet["sign"] in "-–" and len(passage.text) > _SPOKEN:
                break
            if items and not self._adjacent(items[-1], index):
                break
            sign = bullet["sign"]
            items.append(index)
        return items if len(items) >= 2 else []

    def _adjacent(self, before: int, index: int) -> bool:
        return index == before + 1 and self.passages[before].lines_to(self.passages[index]) == 1

    def _list(self, items: list[int]) -> None:
        texts: list[str] = []
        for index in items:
            passage = self.passages[index]
            bullet = _BULLET.match(passage.text)
            texts.append(passage.value(bullet.end() if bullet else 0))
        block = Block(BlockType.LIST, "\n".join(texts), markup.listing(texts))
        self.draft.spans[f"body.{len(self.blocks)}"] = [self.passages[index].span() for index in items]
        self.blocks.append(block)

    def _add(self, block: Block, passage: Passage, start: int = 0, end: int | None = None) -> None:
        self.draft.spans[f"body.{len(self.blocks)}"] = [passage.span(start, end)]
        self.blocks.append(block)
