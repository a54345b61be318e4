"""The tail of a story: end marks, sign-offs, tags, notes to editors, contacts, copyright."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.wire.copy import furniture, labels, notices, signoffs, tags
from articles.wire.copy.agencies import is_agency
from articles.wire.copy.byline import Person
from articles.wire.copy.draft import Draft
from articles.wire.copy.head import Head
from articles.wire.copy.names import is_desk, is_name
from articles.wire.copy.plain import Line, Passage
from articles.wire.story import BlockType, Role

_MOST_CONTACTS = 40  # lines of one block of contacts
_ASIDE = 200  # the length of a line that may stand below a tag line
_INLINE_END = re.compile(
    r"\s*(?:[（(【〔]\s*(?:完|终|終|了|끝|END|ENDS|Ends|FIN|SON)\s*[）)】〕]"
    r"|(?<=[.\"”])\s+(?:Enditem|Item ends))\s*$"
)
_SOURCE_LINE = re.compile(r"SOURCE:?\s+(?=\S)")
_PICTURE_LINE = re.compile(
    r"(?:logo|photo|picture|image|video|infographic|foto|bild)s?\s*(?:\d+\s*)?(?:[-–—:]|\(|$)", re.IGNORECASE
)
_ABOUT = re.compile(
    r"(?:about|über|à propos d|acerca de|sobre|informazioni su|over|hakkında|о компании|om)\b", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:[^\s@]{1,16}\s){0,3}[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
# Sign-offs stand above it, and it stays in the text.
_INVITATION = re.compile(
    r"(?i:follow\b.{3,120}\b(?:twitter|instagram|facebook)\b.{0,120}|online:?|https?://\S+)$"
)
_END_SIGN = re.compile(
    r"(?:(?<=[^\W_]\.)|(?<![^\W_])\.)/\.\s*(?:[A-Z]{2,4}(?:[/-][A-Z]{2,4}){0,3})?$"
)  # Belga's
_INITIALS_BEHIND = re.compile(r"(?<=[.!?”\"])\s+(?P<words>[A-Z]{3,4}(?: [A-Z]{2,4}){1,6})$")
_SIGNATURE = re.compile(r"(?P<name>[^/,–—-]{4,40}?)\s*(?:/|\s[–—-]{1,2}|,)\s*(?P<agency>[^/,]{2,20})")
_NEWSROOM = re.compile(r"[(\[][^()\[\];:]{4,50}[)\]]\.?")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Tail:
    """Reads the tail. Afterwards `taken` holds what it claimed and `cuts` where paragraphs end early."""

    def __init__(self, passages: Sequence[Passage], head: Head, draft: Draft, timezone: str) -> None:
        self.passages = passages
        self.head = head
        self.draft = draft
        self.timezone = timezone
        self.taken = head.taken
        self.cuts: dict[int, int] = {}
        self.first = head.dateline[0] + 1 if head.dateline else min(head.plain, default=len(head.taken))
        self.end = len(passages)  # behind it nothing is body
        self._signature: Passage | None = None

    def read(self) -> None:
        """Claim what belongs to the tail."""
        self._end_marks()
        self._notebook()
        self._contact_headings()
        self._tags()
        self._backward()
        self._notes()
        self._backward()
        self._after_end()
        self._last_paragraph()

    def _open(self) -> list[int]:
        """The passages that nothing has claimed, below the head."""
        return [index for index in range(self.first, len(self.passages)) if index not in self.taken]

    # ── End marks ────────────────────────────────────────────────────────────────────────────────────────
    def _end_marks(self) -> None:
        text_above = self.head.dateline is not None
        for index in self._open():
            passage = self.passages[index]
            if passage.type is BlockType.PREFORMATTED or not furniture.end_mark(passage.text):
                text_above = True
                continue
            self.taken.add(index)
            self.draft.drop("end-mark", "An end mark", passage)
            final = text_above and furniture.final(passage.text) and self._ends_here(index)
            if final and self.end == len(self.passages):
                self.end = index

    def _ends_here(self, index: int) -> bool:
        """`ENDS` and `###` end a story anywhere; rarer words only near its end."""
        bare = self.passages[index].text.strip(" -–—()[]*.").casefold()
        if bare in ("ends", "end") or not bare.isalpha() or bare == "nnnn":
            return True
        return len(self.passages) - index <= max(3, index)

    # ── Tags ─────────────────────────────────────────────────────────────────────────────────────────────
    def _tags(self) -> None:
        found: list[tuple[int, list[tuple[int, int]]]] = []
        skipped = 0
        for index in reversed(self._open()):
            passage = self.passages[index]
            stretches = self._tag_line(passage)
            if stretches:
                found.append((index, stretches))
                continue
            if passage.type is BlockType.PARAGRAPH and self._is_tail(passage):
                continue
            if index > self.end:
                continue
            skipped += 1
            prose = len(passage.text) > _ASIDE or passage.text[-1] in '.!?。।”"'
            if skipped > 2 or prose or found:
                break
        found += [
            (index, self._tag_line(self.passages[index]) or []) for index in reversed(self.head.tag_lines)
        ]
        words: set[str] = set()
        keywords: dict[str, tuple[int, tuple[int, int]]] = {}
        for index, stretches in reversed(found):
            for stretch in stretches:
                value = self.passages[index].value(*stretch)
                keywords.setdefault(value, (index, stretch))
                words.update(word.casefold() for word in _WORD.findall(value))
            self.taken.add(index)
        if not keywords:
            return
        self.draft.values["keywords"] = tuple(keywords)
        self.draft.spans["keywords"] = [self.passages[index].span() for index, _ in reversed(found)]
        for number, (index, stretch) in enumerate(keywords.values()):
            self.draft.spans[f"keywords.{number}"] = [self.passages[index].span(*stretch)]
        below = [index for index, _ in found if index not in self.head.tag_lines]
        if below:
            self._leftover(min(below), words)

    def _tag_line(self, passage: Passage) -> list[tuple[int, int]] | None:
        text = passage.text
        if passage.type is not BlockType.PARAGRAPH:
            return None
        hashed = tags.hashes(text)
        if hashed:
            return hashed
        start = tags.label(text)
        if start is None and len(passage.lines) > 1 and labels.fold(passage.lines[0].text) in labels.TAGS:
            start = len(passage.lines[0].text) + 1
        if start is None or not tags.is_list(text, start):
            return None
        offsets = []
        at = 0
        for number, line in enumerate(passage.lines):
            at += len(passage.glue[number - 1]) if number else 0
            offsets.append(at)
            at += len(line.text)
        return tags.split(text, start, lines=tuple(offset for offset in offsets if offset >= start))

    def _leftover(self, first: int, words: set[str]) -> None:
        """A page's bare category line above the tags, made of nothing but words of the tags."""
        above = [index for index in self._open() if index < first]
        if not above or (len(above) == 1 and self.head.dateline is None):
            return
        passage = self.passages[above[-1]]
        own = [word.casefold() for word in _WORD.findall(passage.text)]
        if own and len(passage.text) <= 120 and all(word in words for word in own):
            self.taken.add(above[-1])
            self.draft.drop("page-leftover", "A leftover of the page above the tags", passage)

    def _is_tail(self, passage: Passage) -> bool:
        """Could the passage stand in a tail, below or above the tags?"""
        text = passage.text
        return bool(
            furniture.end_mark(text)
            or furniture.desk_code(text)
            or furniture.leftover(text)
            or furniture.signed(text)
            or notices.copyright_line(text)
            or notices.usage(text)
            or signoffs.read(text)
            or (
                len(text) <= 160
                and labels.labelled(text, labels.SOURCE, labels.SECTION, labels.DATE, labels.UPDATED)
                is not None
            )
        )

    # ── From the end upwards ─────────────────────────────────────────────────────────────────────────────
    def _backward(self) -> None:
        open_ = self._open()
        for place in range(len(open_) - 1, -1, -1):
            index = open_[place]
            passage = self.passages[index]
            only = place == 0 and not (self.head.dateline or self.head.anchors or self.draft.has("ednote"))
            only = only and index < self.end  # a story that is nothing else keeps its last line
            if only or passage.type not in (BlockType.PARAGRAPH, BlockType.QUOTE) or not self._claim(passage):
                if index < self.end and not _INVITATION.match(passage.text):
                    break
                continue
            self.taken.add(index)

    def _claim(self, passage: Passage) -> bool:
        text = passage.text
        draft = self.draft
        signed = furniture.signed(text)
        if furniture.desk_code(text) or furniture.stops(text) or furniture.page_number(text):
            draft.drop("agency-code", "A desk code", passage)
            if (
                not draft.has("source")
                and text.split()[0] in ("AAP", "AFP", "NZPA", "PA")
                and "/" not in text
            ):
                draft.set("source", passage, 0, len(text.split()[0]))
                self._signature = passage
        elif furniture.leftovers(passage):
            draft.drop("page-leftover", "A leftover of the page", passage)
        elif _NEWSROOM.fullmatch(text) and is_desk(text.strip("().[] ")):
            draft.drop("agency-line", "The office of the agency", passage)
        elif self._named_with_agency(passage, text):
            pass
        elif signed:
            if draft.has("source"):
                draft.drop("agency-line", "A signature of the agency", passage)
            else:
                draft.set("source", passage, *signed)
                self._signature = passage
        elif notices.copyright_line(text):
            draft.add("copyright", passage)
        elif notices.usage(text) and len(text) <= 300:
            draft.add("usageterms", passage)
        elif len(text) <= 80 and _ADDRESS.fullmatch(text):
            draft.add("ednote", passage)
        elif self._source(passage, text) or self._signed_off(passage, text) or self._labelled(passage, text):
            pass
        else:
            return False
        return True

    def _named_with_agency(self, passage: Passage, text: str) -> bool:
        """`Anna Svensson/TT`, `Jane Doe - Reuters`: a writer's signature with the agency's."""
        match = _SIGNATURE.fullmatch(text) if len(text) <= 60 else None
        if not match or not is_name(match["name"]) or not is_agency(match["agency"]):
            return False
        self.draft.credit(passage, [(Person(match.span("name")), "author")])
        if not self.draft.has("source"):
            self.draft.set("source", passage, match.start("agency"))
        return True

    def _source(self, passage: Passage, text: str) -> bool:
        """`Source: …` at the end, and `SOURCE Company` of press releases."""
        start = labels.labelled(text, labels.SOURCE)
        if start is None:
            match = _SOURCE_LINE.match(text)
            if not match or (text[-1] in ".!?" and len(text) > 80):
                return False
            start = match.end()
        if start >= len(text) or len(text) > 140:
            return False
        value = passage.value(start)
        source = self.draft.values.get("source")
        if source is None:
            self.draft.set("source", passage, start)
        elif source == value or self.head.source_label:
            self.draft.drop("second-source", "A second naming of the source", passage)
        elif self.head.release or self._wire_release(source):
            if self._signature:
                self.draft.drop("agency-line", "A signature of the agency", self._signature)
            self.draft.set("source", passage, start)
        elif is_agency(value):
            self.draft.drop("second-source", "A second naming of the source", passage)
        else:
            return False
        return True

    def _wire_release(self, source: str) -> bool:
        """Is the agency of the dateline one that only distributes releases?"""
        folded = source.casefold().replace(" ", "")
        return any(
            name in folded
            for name in (
                "newswire",
                "businesswire",
                "presswire",
                "asianet",
                "marketwire",
                "cnw",
                "ots",
                "accesswire",
                "jbn",
                "eqs",
                "newsfile",
                "prweb",
            )
        )

    def _signed_off(self, passage: Passage, text: str) -> bool:
        found = signoffs.read(text)
        if not found:
            return False
        self._credit(passage, found)
        return True

    def _credit(self, passage: Passage, found: signoffs.SignOff) -> None:
        self.draft.credit(passage, [(line.person, line.kind) for line in found.credits])
        for start, end in found.rest:
            self.draft.problem(
                "credit-rest",
                f"Not read in the credits: “{passage.value(start, end)}”",
                passage.span(start, end),
            )

    def _labelled(self, passage: Passage, text: str) -> bool:
        """Dates, section and correction that stand at the end with their label."""
        draft = self.draft
        if labels.label(text) is None and not text[0].isdigit():
            stretch = notices.correction(text, head=False)
            if stretch:
                draft.add("correction", passage, *stretch)
            return bool(stretch)
        start = labels.labelled(text, labels.SECTION)
        if (
            start is not None
            and len(text) <= 80
            and start < len(text)
            and not draft.has("section")
            and text[-1] != "."
        ):
            draft.set("section", passage, start)
            return True
        lines = notices.date_line(text, self.timezone) if labels.label(text) else None
        if lines and all(line.moment and line.moment.has_year and line.labelled for line in lines):
            for line in lines:
                if line.moment and not draft.has(line.key):
                    draft.moment(line.key, line.moment, passage.span(line.start, line.end))
                else:
                    draft.drop("second-date", "A second date", passage)
            return True
        stretch = notices.correction(text, head=False)
        if stretch:
            draft.add("correction", passage, *stretch)
        return bool(stretch)

    # ── Notes and contacts ───────────────────────────────────────────────────────────────────────────────
    def _notebook(self) -> None:
        """dpa's notebook, and all below it."""
        open_ = self._open()
        for place, index in enumerate(open_):
            if notices.notebook(self.passages[index].text) and (place or self.head.dateline):
                for number in range(index, len(self.passages)):
                    if number not in self.taken:
                        self._note(self.passages[number])
                        self.taken.add(number)
                return

    def _notes(self) -> None:
        """Notes to editors and all below them; contacts while they look like contacts."""
        open_ = self._open()
        body = 1 if self.head.dateline else 0
        for place, index in enumerate(open_):
            passage = self.passages[index]
            if passage.type is BlockType.PREFORMATTED:
                continue
            if index in self.taken:
                continue
            text = passage.text
            if place + body and notices.notes(text):
                for number in open_[place:]:
                    self._note(self.passages[number])
                    self.taken.add(number)
                return
            if place + body and notices.ednote(text) and index > len(self.passages) // 2:
                self.draft.add("ednote", passage)
                self.taken.add(index)
            elif place + body and notices.contact(text):
                self._contacts(place, open_)

    def _note(self, passage: Passage) -> None:
        self.draft.add("ednote", passage)
        for item in self._items(passage):
            found = signoffs.read(item.text)
            if found:
                self.draft.credit(item, [(line.person, line.kind) for line in found.credits])

    def _items(self, passage: Passage) -> list[Passage]:
        """The items of a passage of notes: a line that stands further in goes on from the one above."""
        items: list[list[Line]] = []
        for line in passage.lines:
            if items and line.indent > items[-1][0].indent:
                items[-1].append(line)
            else:
                items.append([line])
        return [Passage(passage.copy, lines) for lines in items]

    def _contact_headings(self) -> None:
        """`Contacts` alone on a line, above somebody to reach."""
        open_ = self._open()
        for place, index in enumerate(open_[:-1]):
            passage = self.passages[index]
            if (
                index not in self.taken
                and len(passage.text) <= 40
                and labels.fold(passage.text.rstrip(":")) in labels.CONTACT
                and notices.reachable(self.passages[open_[place + 1]].text)
                and (place or self.head.dateline)
            ):
                self._contacts(place, open_)

    def _contacts(self, place: int, open_: list[int]) -> None:
        """The contacts that begin at `open_[place]`, if there is anybody to reach in them."""
        block = [open_[place]]
        for index in open_[place + 1 : place + _MOST_CONTACTS]:
            passage = self.passages[index]
            text = passage.text
            if _ABOUT.match(text) or _PICTURE_LINE.match(text) or index - block[-1] > 4:
                break
            if (
                notices.reachable(text)
                or notices.contact(text)
                or (
                    len(text) <= 90
                    and not text.startswith("SOURCE")
                    and text[-1] not in ".!?"
                    and passage.type is BlockType.PARAGRAPH
                )
            ):
                block.append(index)
            else:
                break
        while len(block) > 1 and not (notices.reachable(self.passages[block[-1]].text) or len(block) <= 2):
            reachable = any(notices.reachable(self.passages[index].text) for index in block)
            if not reachable or self.passages[block[-1]].text.count(" ") < 6:
                break
            block.pop()
        if not any(notices.reachable(self.passages[index].text) for index in block):
            return
        for index in block:
            if index not in self.taken:
                self.draft.add("ednote", self.passages[index])
                self.taken.add(index)

    def _after_end(self) -> None:
        """Text behind an end mark is a note to editors at best, and never body."""
        for index in self._open():
            if index > self.end:
                self.draft.add("ednote", self.passages[index])
                self.taken.add(index)
                self.draft.problem(
                    "after-end",
                    "Text behind the end mark was taken as a note to editors.",
                    self.passages[index].span(),
                )

    def _last_paragraph(self) -> None:
        """End marks and sign-offs that close the last paragraph instead of standing below it."""
        open_ = [index for index in self._open() if index < self.end]
        if not open_ and self.head.dateline:
            open_ = [self.head.dateline[0]]
        if not open_:
            return
        index = open_[-1]
        passage = self.passages[index]
        if passage.type is not BlockType.PARAGRAPH:
            return
        text = passage.text
        stop = len(text)
        mark = _INLINE_END.search(text[-20:]) or _END_SIGN.search(text[-20:])
        if mark:
            stop = max(len(text) - 20, 0) + mark.start()
            self.draft.drop("end-mark", "An end mark", passage, stop, len(text))
            self.cuts[index] = stop
        stop = self._initials_behind(index, passage, stop)
        start = signoffs.tail(text[:stop].rstrip())
        if start is not None:
            found = signoffs.read(text[start:stop].rstrip())
            if found:
                moved = [(signoffs.moved(line.person, start), line.kind) for line in found.credits]
                self.draft.credit(passage, moved)
                self.cuts[index] = start

    def _initials_behind(self, index: int, passage: Passage, stop: int) -> int:
        """Desk initials as the last words of the text: `… until then. PTI ABC DEF`."""
        found = _INITIALS_BEHIND.search(passage.text[:stop].rstrip())
        if not found or not furniture.desk_code(found["words"]):
            return stop
        self.draft.drop("agency-code", "A desk code", passage, found.start("words"), stop)
        self.cuts[index] = found.start()
        return found.start()


__all__ = ["Role", "Tail"]
