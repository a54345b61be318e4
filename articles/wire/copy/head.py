"""The head of a story: everything above its text, from codes and notices to the dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.wire import dates
from articles.wire.copy import (
    byline,
    byline_shapes,
    dateline,
    embargoes,
    furniture,
    kills,
    notices,
    signoffs,
)
from articles.wire.copy.byline import Byline
from articles.wire.copy.dateline import Dateline
from articles.wire.copy.draft import Draft
from articles.wire.copy.header_block import HeaderBlock
from articles.wire.copy.headline import LONGEST_HEADLINE, Headline, full_stop
from articles.wire.copy.plain import Passage
from articles.wire.story import BlockType, Span

MOST = 30  # passages among which a head is looked for
_STANDFIRSTS = 3  # paragraphs that may stand between headline and dateline
_PREFIX = re.compile(r"[^\W\d_ ]{4,20}(?: [^\W\d_ ]{4,20})?\s*[:–—-]\s*")
_BY = re.compile(r"\s+by\b", re.IGNORECASE)


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
        # passages with headline, byline or date; a headline that the envelope gave stands above them all
        self.anchors: list[int] = [-1] if draft.has("headline") else []
        self._weak: tuple[int, Dateline] | None = None
        self._empty_date: str | None = None
        self._impossible: str | None = None
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
        Headline(self).read()
        if self.dateline:
            self.take_dateline(*self.dateline)

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
        if self._impossible:
            message = f"No calendar has the date “{self._impossible}”; none was put in its place."
            return "no-date", message, None
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
            sum(1 for index in self.plain if len(self.passages[index].text) > LONGEST_HEADLINE) == 0
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
        elif self.coded and (lettered := furniture.lettered(text)):
            self._lettered(index, passage, *lettered)
        elif furniture.end_mark(text) and not furniture.final(text):
            self.draft.drop("end-mark", "An end mark", passage)
        elif (
            not self.plain
            and not self.draft.has("slugline")
            and furniture.slugline(text)
            and self._followed(index)
        ):
            self.draft.set("slugline", passage)
            if kills.in_slug(text):
                self.draft.withdraw(kills.CANCELED)
        elif (self.plain or self.anchors or " " in text) and furniture.leftovers(passage):
            self.draft.drop("page-leftover", "A leftover of the page", passage)
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
        if key and not self.draft.has(key) and len(text) > 2:  # `$J` is a code
            self.draft.set(key, passage, 1)
            if key == "headline":
                self.anchors.append(index)
        else:
            self.draft.drop("agency-code", "A coded line", passage)

    def _lettered(self, index: int, passage: Passage, name: str, start: int) -> None:
        """A line whose meaning two letters tell: title, abstract, source and date are read, others named."""
        key = {"TI": "headline", "AB": "description", "SO": "source"}.get(name)
        empty = start >= len(passage.text)
        moment = dates.read(passage.text[start:], self.timezone) if name == "PD" and not empty else None
        if key and not empty and not self.draft.has(key):
            self.draft.set(key, passage, start)
            if key == "headline":
                self.anchors.append(index)
        elif moment and moment.has_year:
            self.draft.moment("created", moment, passage.span(start))
        else:
            self.draft.drop("agency-code", "A coded line", passage)

    def _followed(self, index: int) -> bool:
        return index + 1 < len(self.passages)

    def _notice(self, index: int, passage: Passage, text: str) -> bool:
        early = self._early()
        if not early:
            return False
        if HeaderBlock(self).take(index, passage, text):
            return True
        found = embargoes.read(text, self.timezone)
        if found and (self._followed(index) or self.plain):
            self._embargo(index, passage, found)
            return True
        killed = kills.read(text)
        if killed and (killed.sure or (len(self.plain) <= 1 and self._followed(index))):
            return self._kill(index, passage, killed)
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
        if self._impossible_line(index, passage, text):
            return True
        if notices.release(text) and self._followed(index):
            self.release = True
            self.draft.drop("release-label", "A label", passage)
        elif notices.rank(text) and self._followed(index):
            self.draft.drop("label", "A label", passage)
        elif notices.contact(text) and self._contacts(index):
            pass
        elif notices.ednote(text):
            self.draft.add("ednote", passage)
            if kills.order(text):
                self._perhaps_killed(passage)
        else:
            return False
        return True

    def _kill(self, index: int, passage: Passage, killed: kills.Kill) -> bool:
        """Withdraw the story; False where the line is its headline too, or may be."""
        if not killed.sure:
            self._perhaps_killed(passage)
            return False
        self.draft.withdraw(killed.status)
        if killed.titled and not self.plain and self._is_lone_headline(index):
            return False
        self.draft.add("ednote", passage)
        return True

    def _perhaps_killed(self, passage: Passage) -> None:
        if self.draft.has("pubstatus"):
            return
        self.draft.withdraw(kills.WITHHELD)
        self.draft.problem(
            "possible-kill",
            f"This may withdraw the story, so the story is withheld: “{passage.value()}”",
            passage.span(),
        )

    def _is_labelled_headline(self, index: int, text: str) -> bool:
        """`CORRECTION: Fog shuts harbour` is the headline itself where no other stands below it."""
        rest = _PREFIX.match(text)
        if not rest or len(text[rest.end() :].split()) < 3 or self.plain:
            return False
        return self._is_lone_headline(index)

    def _is_lone_headline(self, index: int) -> bool:
        """Is what follows a dateline, a byline, a date or prose, and no other headline?"""
        if not self._followed(index):
            return False
        following = self.passages[index + 1].text
        return (
            dateline.find(following) is not None
            or byline_shapes.read(following) is not None
            or bool(notices.date_line(following, self.timezone))
            or full_stop(following)
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

    def _embargo(self, index: int, passage: Passage, found: embargoes.Embargo) -> None:
        self.draft.add("ednote", passage)
        if found.lifted:
            return
        moment = found.moment
        span = passage.span()
        if moment is None and not found.unread and index + 1 < len(self.passages):
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
        elif found.unread and not self.draft.has("embargoed"):
            self.draft.withdraw(kills.WITHHELD)
            self.draft.problem(
                "unclear-embargo",
                f"“{found.unread}” in the embargo was not understood, so its time is not sure and the story "
                f"is withheld: “{passage.value()}”",
                span,
            )
        elif not self.draft.has("embargoed"):
            self.draft.withdraw(kills.WITHHELD)
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
            elif line.labelled and len(passage.text) < 60 and (wrong := dates.impossible(passage.text)):
                self._wrong_date(passage, *wrong)
                self.draft.problem("unread-date", f"The date “{printed}” could not be read.", span)
            elif line.labelled and len(passage.text) < 60 and self.anchors:
                self.draft.problem("unread-date", f"The date “{printed}” could not be read.", span)
        if read:
            self.anchors.append(index)
        return read

    def _impossible_line(self, index: int, passage: Passage, text: str) -> bool:
        """A line that is nothing but a date, of no calendar."""
        wrong = dates.impossible(text) if len(text) <= 40 else None
        if not wrong or text[: wrong[0]].strip() or text[wrong[1] :].strip(" ."):
            return False
        self._wrong_date(passage, *wrong)
        self.draft.drop("unread-date", "A date of no calendar", passage)
        self.anchors.append(index)
        return True

    def _wrong_date(self, passage: Passage, start: int, end: int) -> None:
        self._impossible = self._impossible or passage.value(start, end)

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
        found = byline_shapes.read(text) or self._small_byline(index, text)
        if found is None or passage.level or (not self._followed(index) and not self.plain):
            return False
        if self.draft.has("byline"):
            self.draft.credit(passage, [(who, who.role) for who in found.people])
            self.draft.add("byline", passage, found.start, found.end)
        else:
            self.draft.set("byline", passage, found.start, found.end)
            self.draft.credit(passage, [(who, who.role) for who in found.people])
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

    def _small_byline(self, index: int, text: str) -> Byline | None:
        """`by jane doe` between a headline and a dateline or prose."""
        found = byline_shapes.small(text) if len(self.plain) == 1 and self._followed(index) else None
        if found is None:
            return None
        following = self.passages[index + 1].text
        return found if dateline.find(following) is not None or full_stop(following) else None

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
            self.take_dateline(index, found)  # "Berlin, 8. Juli 2016" above the headline of a release
            self.taken.add(index)
            self.anchors.append(index)
            return True
        if not found.strong and not self.plain and len(text) <= LONGEST_HEADLINE and not full_stop(text):
            return False  # a headline such as "LONDON - a city in fog"
        if not found.strong:
            if self._weak is None:
                self._weak = (index, found)
            return False
        self.dateline = (index, found)
        return True

    def take_dateline(self, index: int, found: Dateline) -> None:
        """Take place, agency, date and reporters of a dateline."""
        passage = self.passages[index]
        if self.draft.has("dateline"):  # a header block named one, and the text prints another
            self.draft.problem(
                "second-dateline",
                f"A second dateline: “{self.draft.values['dateline']}”",
                self.draft.spans["dateline"][0],
            )
        self.draft.set("dateline", passage, found.start, found.end)
        if found.located:
            self.draft.set("located", passage, *found.located)
        if found.agency and not self.draft.has("source"):
            self.draft.set("source", passage, *found.agency)
        self.draft.credit(passage, [(byline.Person(name), "author") for name in found.reporters])
        wrong = None if found.date else dates.impossible(passage.text[: found.rest])
        if wrong:
            self._wrong_date(passage, *wrong)
        if found.date:
            printed = passage.text[found.date[0] : found.date[1]]
            moment = dates.read(printed.strip(" ,."), self.timezone)
            if moment and moment.has_year:
                self.draft.moment("created", moment, passage.span(*found.date))
            elif moment and (wrong := dates.impossible(passage.text[: found.rest])):
                self._wrong_date(passage, *wrong)
            elif moment:
                self._yearless = passage.value(*found.date)
