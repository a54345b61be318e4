"""The labelled lines of a header block: `Headline: …`, `Source: …`, `Section: …`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.wire.copy import dateline, labels, notices, tags
from articles.wire.copy.agencies import is_agency
from articles.wire.copy.headline import full_stop
from articles.wire.copy.plain import Passage

if TYPE_CHECKING:
    from articles.wire.copy.head import Head

_COMPANY = re.compile(
    r"\b(?:Inc|Ltd|Limited|LLC|LLP|plc|PLC|Corp|Corporation|Company|Co|GmbH|AG|SE|SA|S\.A|SpA|S\.p\.A|NV|BV|AB|ASA|Oyj?"
    r"|A/S|KK|Pty|Group|Holdings?|Foundation|Association|University|Institute|Council|Society)\b\.?\s*$"
)


def names_source(text: str, start: int) -> bool:
    """Is `text[start:]` an agency or a firm?"""
    return is_agency(text[start:]) or bool(_COMPANY.search(text, start))


class HeaderBlock:
    """Gives the labelled lines above a story to their keys."""

    def __init__(self, head: Head) -> None:
        self.head = head

    def take(self, index: int, passage: Passage, text: str) -> bool:
        """Claim a labelled line; False where it is none of the block."""
        found = labels.label(text)
        if not found or found[1] >= len(text) or len(text) > 400:
            return False
        name, start = found
        brief = len(text) <= 160
        short = brief and not full_stop(text)
        if (
            name in labels.SOURCE
            and brief
            and not self.head.draft.has("source")
            and self._is_source(index, text, start)
        ):
            self.head.source_label = True
            self.head.release = self.head.release or not self.head.plain
            self.head.draft.set("source", passage, start)
        elif name in labels.TAGS and self._in_block(index) and tags.is_list(text, start):
            self.head.tag_lines.append(index)
        elif name in labels.SLUG and short and not self.head.draft.has("slugline"):
            self.head.draft.set("slugline", passage, start)
        elif (
            name in labels.HEADLINE
            and name not in labels.SECTION
            and short
            and not self.head.draft.has("headline")
            and not self.head.plain
        ):
            self.head.draft.set("headline", passage, start)
            self.head.anchors.append(index)
        elif (
            name in labels.SECTION
            and short
            and len(text) <= 80
            and not self.head.draft.has("section")
            and self._structured(index)
        ):
            self.head.draft.set("section", passage, start)
        elif (
            name in labels.DATELINE
            and self._structured(index)
            and (field := dateline.labelled(text, start)) is not None
        ):
            self.head.take_dateline(index, field)
        elif (
            name in labels.DESCRIPTION and not self.head.draft.has("description") and self._structured(index)
        ):
            self.head.draft.set("description", passage, start)
        else:
            return False
        return True

    def _is_source(self, index: int, text: str, start: int) -> bool:
        """`Source: Merrow Ferries plc` names the source; "Source: Minister to resign" is a headline."""
        if self.head.plain:
            return len(self.head.plain) == 1 and (is_agency(text[start:]) or len(text) - start <= 60)
        return (
            names_source(text, start)
            or self.head.release
            or (
                index + 1 < len(self.head.passages)
                and (self._adjacent(index) or notices.release(self.head.passages[index + 1].text))
            )
        )

    def _in_block(self, index: int) -> bool:
        """Does another labelled line stand right above or right below, as in a header block?"""
        for one, other in ((index - 1, index), (index, index + 1)):
            if one >= 0 and other < len(self.head.passages) and self._adjacent(one):
                neighbour = self.head.passages[one if other == index else other].text
                if labels.known_label(neighbour):
                    return True
        return False

    def _adjacent(self, index: int) -> bool:
        return self.head.passages[index].lines_to(self.head.passages[index + 1]) <= 1

    def _structured(self, index: int) -> bool:
        """Does a header block stand here: another label above or right below, or the headline just above?"""
        if self.head.taken or self.head.plain:
            return True
        return index + 1 < len(self.head.passages) and labels.known_label(self.head.passages[index + 1].text)
