"""The head of a story: everything above its text, from codes and notices to the dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.wire import dates
from articles.wire.copy import byline, dateline, furniture, labels, notices, signoffs, tags
from articles.wire.copy.agencies import is_agency
from articles.wire.copy.byline import Byline
from articles.wire.copy.dateline import Dateline
from articles.wire.copy.draft import Draft
from articles.wire.copy.lines import SENTENCE_END
from articles.wire.copy.plain import Passage
from articles.wire.story import BlockType, Span

MOST = 30  # passages among which a head is looked for
_STANDFIRSTS = 3  # paragraphs that may stand between headline and dateline
_HEADLINE = 200
_STOP = re.compile(r"[.。।۔．][\"'”’»)\]]*$")
_COMPANY = re.compile(
    r"\b(?:Inc|Ltd|Limited|LLC|LLP|plc|PLC|Corp|Corporation|Company|Co|GmbH|AG|SE|SA|S\.A|SpA|S\.p\.A|NV|BV|AB|ASA|Oyj?"
    r"|A/S|KK|Pty|Group|Holdings?|Foundation|Association|University|Institute|Council|Society)\b\.?\s*$"
)
_PREFIX = re.compile(r"[^\W\d_ ]{4,20}(?: [^\W\d_ ]{4,20})?\s*[:–—-]\s*")
_BY = re.compile(r"\s+by\b", re.IGNORECASE)
_ACRONYM = re.compile(r"(?:\b\w\.){2,}[\"'”’»)\]]*$|\.\.+$|…$")
_INNER_STOP = re.compile(r"[^\W\d_]{4,}[.。।]\s+[^\W\d_]")


class Head:
    """Reads the head. Afterwards `taken` holds what it claimed and `dateline` where the text begins."""

    def __init__(self, passages: Sequence[Passage], draft: Draft, timezone: str, *, coded: bool) -> None:
        self.passages = passages
        self.draft = draft
        self.timezone = timezone
        self.coded = coded
        self.taken: set[int] = set()
        self.plain: list[int] = []
        self.dateline: tuple[int, Dateline] | None = None
        self.release = False
        self.source_label = False
        self.tag_lines: list[int] = []  # of a header block
        self.anchors: list[int] = []  # passages with headline, byline or date
        self._weak: tuple[int, Dateline] | None = None
        self._empty_date: str | None = None
        self._yearless: str | None = None

    def read(self) -> None:
        """Claim what belongs to the head."""
        index = 0
        while (
            index < min(len(self.passages), MOST)
            and self.dateline is None
            and len(self.plain) <= _STANDFIRSTS + 1
        ):
            if index not in self.taken:
                self._passage(index)
            index += 1
        if self.dateline is None and self._weak:
            self.dateline = self._weak
            self.plain = [number for number in self.plain if number < self._weak[0]]
        self._headline()
        self._description()
        if self.dateline:
            self._take_dateline(*self.dateline)

    def no_date(self) -> tuple[str, str, Span | None]:
        """The problem to report for a story whose date of issue is not known."""
        if self._empty_date:
            return "no-date", f"The date is missing in “{self._empty_date}”; none was put in its place.", None
        if self._yearless:
            return (
                "no-date",
                f"The date “{self._yearless}” names no year, so the date of issue is not known.",
                None,
            )
        return "no-date", "The text names no date of issue.", None

    # ── One passage ──────────────────────────────────────────────────────────────────────────────────────
    def _passage(self, index: int) -> None:
        passage = self.passages[index]
        if passage.type in (BlockType.PREFORMATTED, BlockType.TABLE, BlockType.LIST, BlockType.RULE):
            if not (self.plain or self.anchors):
                self.plain.append(index)
                return
            self.plain.append(index)
            return
        text = passage.text
        if self._code(index, passage, text) or self._notice(index, passage, text):
            self.taken.add(index)
        elif self._byline(index, passage, text):
            self.taken.add(index)
            self.anchors.append(index)
        elif not self._dateline(index, text):
            self.plain.append(index)

    def _early(self) -> bool:
        """Has no prose been seen yet, but at most a headline and a standfirst?"""
        return (
            sum(1 for index in self.plain if len(self.passages[index].text) > _HEADLINE) == 0
            and len(self.plain) <= 3
        )

    def _code(self, index: int, passage: Passage, text: str) -> bool:
        if not self._early():
            return False
        if furniture.starts(text) or (not self.plain and furniture.stops(text)):
            self.draft.drop("agency-code", "A start code", passage)
        elif not self.plain and (furniture.priority(text) or (text.isdecimal() and len(text) < 8)):
            self.draft.drop("agency-code", "A routing code", passage)
        elif self.coded and furniture.coded(text) and self._has_coded_headline():
            self._coded(index, passage, text)
        elif furniture.end_mark(text) and not furniture.final(text):
            self.draft.drop("end-mark", "An end mark", passage)
        elif (
            not self.plain
            and not self.draft.has("slugline")
            and furniture.slugline(text)
            and self._followed(index)
        ):
            self.draft.set("slugline", passage)
        elif furniture.rule(text) and not self.anchors and len(self.plain) <= 1 and self._followed(index):
            self.draft.drop("separator", "A typed rule", passage)
        else:
            return False
        return True

    def _has_coded_headline(self) -> bool:
        return any(passage.text[0] in "$#" and len(passage.text) > 1 for passage in self.passages[:12])

    def _coded(self, index: int, passage: Passage, text: str) -> None:
        """A line of a coded header: `$` headline and `#` slug line are read, the others named."""
        key = {"$": "headline", "#": "slugline"}.get(text[0])
        if key and not self.draft.has(key):
            self.draft.set(key, passage, 1)
            if key == "headline":
                self.anchors.append(index)
        else:
            self.draft.drop("agency-code", "A coded line", passage)

    def _followed(self, index: int) -> bool:
        return index + 1 < len(self.passages)

    def _notice(self, index: int, passage: Passage, text: str) -> bool:
        early = self._early()
        if not early:
            return False
        if self._header_label(index, passage, text):
            return True
        found = notices.embargo(text, self.timezone)
        if found and (self._followed(index) or self.plain):
            self._embargo(index, passage, found)
            return True
        status = notices.kill(text)
        if status:
            self.draft.withdraw(status)
            if self._is_labelled_headline(index, text):
                return False
            self.draft.add("ednote", passage)
            return True
        if self._posted_by(index, passage, text):
            return True
        stretch = notices.correction(text, head=True)
        if stretch and text[0] not in "([（" and self._is_labelled_headline(index, text):
            return False
        if stretch and not (text[0] not in "([（" and not self._followed(index)):
            self.draft.add("correction", passage, *stretch)
            return True
        lines = notices.date_line(text, self.timezone)
        if lines:
            return self._dates(index, passage, lines)
        if notices.release(text) and self._followed(index):
            self.release = True
            self.draft.drop("release-label", "A label", passage)
        elif notices.rank(text) and self._followed(index):
            self.draft.drop("label", "A label", passage)
        elif notices.contact(text) and self._contacts(index):
            pass
        elif notices.ednote(text):
            self.draft.add("ednote", passage)
        else:
            return False
        return True

    def _is_labelled_headline(self, index: int, text: str) -> bool:
        """`WITHDRAWAL: Fog shuts harbour` is the headline itself where no other stands below it."""
        rest = _PREFIX.match(text)
        if not rest or len(text[rest.end() :].split()) < 3 or notices.do_not_use(text) or self.plain:
            return False
        following = [passage.text for passage in self.passages[index + 1 : index + 2]]
        return bool(following) and (
            dateline.find(following[0]) is not None
            or byline.read(following[0]) is not None
            or _full_stop(following[0])
        )

    def _posted_by(self, index: int, passage: Passage, text: str) -> bool:
        """`Posted on July 8, 2016 by Jane Doe`."""
        cut = _BY.search(text) if len(text) <= 160 else None
        if not cut or not cut.start():
            return False
        lines = notices.date_line(text[: cut.start()], self.timezone)
        written = byline.read(text[cut.end() - 2 :].lstrip())
        if not lines or not written or not written.people or not any(line.moment for line in lines):
            return False
        offset = len(text) - len(text[cut.end() - 2 :].lstrip())
        self._dates(index, passage, lines)
        if not self.draft.has("byline"):
            self.draft.set("byline", passage, offset, offset + written.end)
        people = [signoffs.moved(who, offset) for who in written.people]
        self.draft.credit(passage, [(who, "author") for who in people])
        return True

    def _header_label(self, index: int, passage: Passage, text: str) -> bool:
        """Labels of a header block: `Headline: …`, `Source: …`, `Section: …`."""
        found = labels.label(text)
        if not found or found[1] >= len(text) or len(text) > 400:
            return False
        name, start = found
        brief = len(text) <= 160
        short = brief and not _full_stop(text)
        if (
            name in labels.SOURCE
            and brief
            and not self.draft.has("source")
            and self._is_source(index, text, start)
        ):
            self.source_label = True
            self.release = self.release or not self.plain
            self.draft.set("source", passage, start)
        elif name in labels.TAGS and self._in_block(index) and tags.is_list(text, start):
            self.tag_lines.append(index)
        elif name in labels.SLUG and short and not self.draft.has("slugline"):
            self.draft.set("slugline", passage, start)
        elif (
            name in labels.HEADLINE
            and name not in labels.SECTION
            and short
            and not self.draft.has("headline")
            and not self.plain
        ):
            self.draft.set("headline", passage, start)
            self.anchors.append(index)
        elif (
            name in labels.SECTION
            and short
            and len(text) <= 80
            and not self.draft.has("section")
            and self._structured(index)
        ):
            self.draft.set("section", passage, start)
        elif name in labels.DESCRIPTION and not self.draft.has("description") and self._structured(index):
            self.draft.set("description", passage, start)
        else:
            return False
        return True

    def _is_source(self, index: int, text: str, start: int) -> bool:
        """`Source: Merrow Ferries plc` names the source; "Source: Minister to resign" is a headline."""
        if self.plain:
            return len(self.plain) == 1 and (is_agency(text[start:]) or len(text) - start <= 60)
        return (
            is_agency(text[start:])
            or bool(_COMPANY.search(text))
            or self.release
            or (
                self._followed(index)
                and (self._adjacent(index) or notices.release(self.passages[index + 1].text))
            )
        )

    def _in_block(self, index: int) -> bool:
        """Does another labelled line stand right above or right below, as in a header block?"""
        for one, other in ((index - 1, index), (index, index + 1)):
            if one >= 0 and other < len(self.passages) and self._adjacent(one):
                neighbour = self.passages[one if other == index else other].text
                if labels.known_label(neighbour):
                    return True
        return False

    def _structured(self, index: int) -> bool:
        """Does a header block stand here: another label above or right below, or the headline just above?"""
        if self.taken or self.plain:
            return True
        return index + 1 < len(self.passages) and labels.known_label(self.passages[index + 1].text)

    def _embargo(self, index: int, passage: Passage, found: notices.Embargo) -> None:
        self.draft.add("ednote", passage)
        if found.lifted:
            return
        moment = found.moment
        span = passage.span()
        if moment is None and index + 1 < len(self.passages):
            below = self.passages[index + 1]
            later = (
                dates.read(below.text, self.timezone)
                if len(below.text) <= 90 and any(map(str.isdigit, below.text))
                else None
            )
            if later and later.has_year:
                moment = later
                span = below.span()
                self.draft.add("ednote", below)
                self.taken.add(index + 1)
        if moment:
            self.draft.moment("embargoed", moment, span)
        elif not self.draft.has("embargoed"):
            self.draft.withdraw("withheld")
            self.draft.problem(
                "unread-embargo",
                f"The time of the embargo could not be read, so the story is withheld: “{passage.value()}”",
                span,
            )

    def _dates(self, index: int, passage: Passage, lines: list[notices.DateLine]) -> bool:
        read = False
        for line in lines:
            span = passage.span(line.start, line.end)
            printed = passage.value(line.start, line.end)
            if line.moment and line.moment.has_year:
                if line.key == "created" and self.draft.has("created"):
                    self.draft.drop("second-date", "A second date of issue", passage, line.start, line.end)
                self.draft.moment(line.key, line.moment, span)
                read = True
            elif line.moment:
                self._yearless = printed
                self.draft.problem("no-year", f"The date “{printed}” names no year.", span)
                read = True
            elif not passage.text[line.start : line.end].strip(" :.-") or (line.start == 0 and line.labelled):
                self._empty_date = passage.value()
                self.draft.problem(
                    "empty-label",
                    f"A label for a date stands without one: “{passage.value()}”",
                    passage.span(),
                )
                read = True
            elif line.labelled and len(passage.text) < 60 and self.anchors:
                self.draft.problem("unread-date", f"The date “{printed}” could not be read.", span)
        if read:
            self.anchors.append(index)
        return read

    def _contacts(self, index: int) -> bool:
        """Contacts above a release: the lines belong together while they look like contacts."""
        passage = self.passages[index]
        if not notices.reachable(passage.text) and not (
            index + 2 < len(self.passages)
            and any(notices.reachable(self.passages[n].text) for n in (index + 1, index + 2))
        ):
            return False
        self.draft.add("ednote", passage)
        following = index + 1
        while following < len(self.passages) - 1 and following < index + 6:
            text = self.passages[following].text
            if len(text) > 90 or not (
                notices.reachable(text)
                or any(
                    notices.reachable(self.passages[n].text)
                    for n in range(following + 1, min(following + 3, index + 6, len(self.passages)))
                )
            ):
                break
            self.draft.add("ednote", self.passages[following])
            self.taken.add(following)
            following += 1
        return True

    # ── Byline, dateline ─────────────────────────────────────────────────────────────────────────────────
    def _byline(self, index: int, passage: Passage, text: str) -> bool:
        found = byline.read(text)
        if found is None or passage.level or (not self._followed(index) and not self.plain):
            return False
        if self.draft.has("byline"):
            self.draft.credit(passage, [(who, "author") for who in found.people])
            self.draft.add("byline", passage, found.start, found.end)
        else:
            self.draft.set("byline", passage, found.start, found.end)
            self.draft.credit(passage, [(who, "author") for who in found.people])
        self._page_parts(passage, found)
        below = index + 1
        while (
            below < len(self.passages) - 1
            and below <= index + 2
            and byline.is_below(self.passages[below].text)
        ):
            self.draft.drop("agency-line", "A bare line below the byline", self.passages[below])
            self.taken.add(below)
            below += 1
        return True

    def _page_parts(self, passage: Passage, found: Byline) -> None:
        if found.section and not self.draft.has("section"):
            self.draft.set("section", passage, *found.section)
        elif found.section:
            self.draft.drop("second-section", "A second section", passage, *found.section)
        if found.date is None:
            return
        printed = passage.text[found.date[0] : found.date[1]].strip(" .")
        moment = dates.read(printed, self.timezone) if printed else None
        if moment and moment.has_year:
            self.draft.moment("created", moment, passage.span(*found.date))
        elif printed:
            self._yearless = passage.value(*found.date)
            self.draft.problem(
                "unread-date", f"The date “{self._yearless}” could not be read.", passage.span(*found.date)
            )
        else:
            self._empty_date = passage.value()

    def _dateline(self, index: int, text: str) -> bool:
        found = dateline.find(text)
        if found is None:
            return False
        if not found.agency and found.rest >= len(text) and not self.plain and not self.draft.has("headline"):
            self._take_dateline(index, found)  # "Berlin, 8. Juli 2016" above the headline of a release
            self.taken.add(index)
            self.anchors.append(index)
            return True
        if not found.strong and not self.plain and len(text) <= _HEADLINE and not _full_stop(text):
            return False  # a headline such as "LONDON - a city in fog"
        if not found.strong:
            if self._weak is None:
                self._weak = (index, found)
            return False
        self.dateline = (index, found)
        return True

    def _take_dateline(self, index: int, found: Dateline) -> None:
        passage = self.passages[index]
        self.draft.set("dateline", passage, found.start, found.end)
        if found.located:
            self.draft.set("located", passage, *found.located)
        if found.agency and not self.draft.has("source"):
            self.draft.set("source", passage, *found.agency)
        self.draft.credit(passage, [(byline.Person(name), "author") for name in found.reporters])
        if found.date:
            printed = passage.text[found.date[0] : found.date[1]]
            moment = dates.read(printed.strip(" ,."), self.timezone)
            if moment and moment.has_year:
                self.draft.moment("created", moment, passage.span(*found.date))
            elif moment:
                self._yearless = passage.value(*found.date)

    # ── Headline, standfirst ─────────────────────────────────────────────────────────────────────────────
    def _headline(self) -> None:
        if self.draft.has("headline") or not self.plain:
            return
        index = next((number for number in self.plain if self.passages[number].level == 1), self.plain[0])
        passage = self.passages[index]
        if passage.type is BlockType.HEADING and self._followed_by_text(index):
            self._take_headline([index])
            return
        if passage.type is not BlockType.PARAGRAPH or not self._followed_by_text(index):
            return
        block = self._block(index)
        text = " ".join(self.passages[number].text for number in block)
        if (
            len(text) > _HEADLINE
            or _full_stop(text)
            or not any(char.isalpha() for char in text)
            or self._runs_on(block, text)
        ):
            return
        if self.dateline and index >= self.dateline[0]:
            return
        self._take_headline(block)

    def _runs_on(self, block: list[int], text: str) -> bool:
        """Is the first block the start of running prose: an unfinished sentence, or several of them?"""
        if text[-1] in ",;:-–—" or len(_INNER_STOP.findall(text)) > 1:
            return True
        following = block[-1] + 1
        return (
            following < len(self.passages)
            and self.passages[following].text[0].islower()
            and not self.passages[following].text[0].isdigit()
        )

    def _take_headline(self, block: list[int]) -> None:
        for number in block:
            self.draft.add("headline", self.passages[number])
            self.taken.add(number)
            self.plain.remove(number)
        self.anchors.append(block[0])

    def _block(self, index: int) -> list[int]:
        """The passages of the first block, down to a blank line: a headline may be set in several lines."""
        block = [index]
        while len(block) < 3:
            following = block[-1] + 1
            if following >= len(self.passages) or following not in self.plain:
                break
            gap = self.passages[following].copy.chars[
                self.passages[block[-1]].end : self.passages[following].start
            ]
            if gap.count("\n") != 1:
                break
            block.append(following)
        last = block[-1]
        texts = [self.passages[number].text for number in block]
        if len(block) > 1 and (
            any(SENTENCE_END.search(text) or len(text) > 110 for text in texts)
            or (
                last + 1 < len(self.passages)
                and last + 1 not in self.taken
                and self._adjacent(last)
                and not self._is_dateline(last + 1)
            )
        ):
            return block[:1]
        return block

    def _adjacent(self, index: int) -> bool:
        gap = self.passages[index].copy.chars[self.passages[index].end : self.passages[index + 1].start]
        return gap.count("\n") <= 1

    def _is_dateline(self, index: int) -> bool:
        return self.dateline is not None and self.dateline[0] == index

    def _followed_by_text(self, index: int) -> bool:
        """Is there a passage below that is not claimed by the head?"""
        return any(number not in self.taken for number in range(index + 1, len(self.passages)))

    def _description(self) -> None:
        if self.draft.has("description") or self.dateline is None:
            return
        until = self.dateline[0]
        between = [
            number for number in self.plain if number < until and self.anchors and min(self.anchors) < number
        ]
        if (
            not between
            or len(between) > 2
            or len(between) != sum(1 for number in self.plain if number < until)
        ):
            return
        if any(
            self.passages[number].type is not BlockType.PARAGRAPH or len(self.passages[number].text) > 800
            for number in between
        ):
            return
        for number in between:
            self.draft.add("description", self.passages[number])
            self.taken.add(number)


def _full_stop(text: str) -> bool:
    return bool(_STOP.search(text)) and not _ACRONYM.search(text)
