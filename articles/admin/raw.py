"""The raw text of a wire document, with what was read from where: for reading beside the story.

The text is untrusted: nothing here makes HTML of it, templates escape it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from django.utils.translation import gettext as _

from articles import wire
from articles.models import WireDocument
from articles.wire import Parsed, WireStory
from articles.wire.story import Problem

logger = logging.getLogger(__name__)

SHOWN = 60_000  # characters of raw text on a page; the rest is in the download
READABLE = 4 * 1024 * 1024  # bytes of a document that are read again for a look
HEX = 256  # bytes shown of a document that is no text

# The kinds of field that are told apart by tint, by the first part of a span's key.
KINDS = {
    "headline": "headline",
    "slugline": "headline",
    "description": "description",
    "byline": "people",
    "credits": "people",
    "dateline": "dateline",
    "located": "dateline",
    "source": "dateline",
    "section": "filing",
    "keywords": "filing",
    "subjects": "filing",
    "created": "dates",
    "updated": "dates",
    "embargoed": "dates",
    "body": "body",
}
# Elements that hold a story among others.
_ELEMENTS = ("item", "entry", "newsItem", "NewsItem", "packageItem", "NewsComponent", "nitf")
# Formats that come as prose; of others an editor reads the machinery, in letters of one width.
_PROSE = frozenset(("", "text", "email", "iptc7901"))
# Control characters are shown as pictures: a page must not hold them, and an editor should see them.
_CONTROLS = {code: 0x2400 + code for code in range(32) if chr(code) not in "\n\t"} | {13: None, 127: 0x2421}


@dataclass(frozen=True)
class Piece:
    """A stretch of raw text: `name` is the field read from it, `kind` its tint; both "" outside of any.

    Of kind "dropped" is what no field took and a problem tells of; `why` is what it says.
    """

    text: str
    name: str = ""
    kind: str = ""
    why: str = ""


@dataclass(frozen=True)
class Note:
    """A problem in words, with the text that it is about."""

    code: str
    message: str
    text: str = ""


@dataclass(frozen=True)
class Raw:
    """What the desk shows of a document: its text in pieces, and what is wrong with it."""

    document: WireDocument
    pieces: Sequence[Piece] = ()
    notes: Sequence[Note] = ()
    charset: str = ""
    certainty: int = 0  # percent
    cut: bool = False
    is_text: bool = True
    is_prose: bool = True
    story: Mapping[str, object] = field(default_factory=dict)


def raw_text(document: WireDocument, index: int = 0) -> Raw:
    """The text of a document, marked for its story number `index`.

    The stored bytes are read again by the parser of today. A document that it cannot read, or that is
    too long for a look, is decoded as far as that goes.
    """
    content = document.document
    if len(content) <= READABLE:
        try:
            parsed = wire.parse(
                content,
                format=document.format or None,
                charset=document.charset or None,
                timezone=document.zone,
            )
        except wire.WireError as error:
            return _undecoded(document, content, [Note(error.code, str(error))])
        except Exception:
            # A parser's fault must not keep an editor from the article.
            logger.exception("Wire document %s could not be read again.", document.pk)
            return _undecoded(document, content, [])
        return _marked(document, parsed, index)
    return _undecoded(document, content[: SHOWN * 4], [])


def _marked(document: WireDocument, parsed: Parsed, index: int) -> Raw:
    stories = parsed.stories
    story = stories[index] if index < len(stories) else None
    first, last = _window(story, parsed) if story and len(stories) > 1 else (0, len(parsed.text))
    cut = last - first > SHOWN
    last = min(last, first + SHOWN)
    return Raw(
        document=document,
        pieces=_pieces(story, parsed.text, first, last)
        if story
        else [Piece(_visible(parsed.text[first:last]))],
        notes=[
            Note(
                problem.code,
                problem.message,
                _quoted(problem, parsed.text),
            )
            for problem in (story.problems if story else ())
        ],
        charset=parsed.charset or "",
        certainty=round(parsed.certainty * 100),
        cut=cut,
        is_prose=parsed.format in _PROSE,
    )


def _quoted(problem: Problem, text: str) -> str:
    """What a problem is about, unless its sentence quotes that already."""
    about = text[problem.span.start : problem.span.end] if problem.span else ""
    return "" if " ".join(about.split()) in problem.message else _visible(about)


def _window(story: WireStory, parsed: Parsed) -> tuple[int, int]:
    """From the first to the last character that belongs to the story, to whole lines."""
    spans = [span for found in story.spans.values() for span in found]
    spans += [problem.span for problem in story.problems if problem.span]
    if not spans:
        return _element(story, parsed.text)
    first = parsed.text.rfind("\n", 0, min(span.start for span in spans)) + 1
    last = parsed.text.find("\n", max(span.end for span in spans))
    return first, len(parsed.text) if last < 0 else last


def _element(story: WireStory, text: str) -> tuple[int, int]:
    """The item or entry of mark-up that names the story, told by its identifier or headline; else all."""
    for mark in filter(None, (story.uri, story.headline)):
        for written in dict.fromkeys((mark, escape(mark, quote=False))):
            found = re.search(re.escape(written) + r"(?!\w)", text)
            if not found:
                continue
            for name in _ELEMENTS:
                first, last = text.rfind(f"<{name}", 0, found.start()), text.find(f"</{name}>", found.end())
                if first >= 0 and last >= 0:
                    return first, last + len(name) + 3
    return 0, len(text)


def _pieces(story: WireStory, text: str, first: int, last: int) -> list[Piece]:
    """The text between two places, cut where fields begin and end; of fields within fields the inner one."""
    found = [(problem.span, "", problem.message) for problem in story.problems if problem.span]
    fields = [(span, key, "") for key, spans in story.spans.items() for span in spans]
    # Problems lie below fields, long fields below short ones: what is on top is seen.
    found += sorted(fields, key=lambda field: field[0].start - field[0].end)
    painted = [-1] * (last - first)
    for number, (span, _key, _why) in enumerate(found):
        start, end = max(span.start, first) - first, min(span.end, last) - first
        if start < end:
            painted[start:end] = [number] * (end - start)
    pieces = []
    at = first
    for number, run in groupby(painted):
        length = sum(1 for _each in run)
        part, at = _visible(text[at : at + length]), at + length
        if number < 0:
            pieces.append(Piece(part))
            continue
        _span, key, why = found[number]
        name = key.split(".")[0]
        pieces.append(Piece(part, name, KINDS.get(name, "other") if name else "dropped", why))
    return pieces


def _undecoded(document: WireDocument, content: bytes, notes: list[Note]) -> Raw:
    text = content.decode(_codec(document.charset), errors="replace")
    strange = sum(1 for sign in text[:4096] if sign == "\ufffd" or (sign < " " and sign not in "\n\r\t\f"))
    if strange > len(text[:4096]) / 10:
        notes = [*notes, Note("binary", _("The document is no text; its first bytes are shown as numbers."))]
        return Raw(document, [Piece(content[:HEX].hex(" ", 2))], notes, cut=len(content) > HEX, is_text=False)
    return Raw(
        document, [Piece(_visible(text[:SHOWN]))], notes, charset=document.charset, cut=len(text) > SHOWN
    )


def _codec(charset: str) -> str:
    try:
        "".encode(charset or "utf-8")
    except (LookupError, ValueError):
        return "utf-8"
    return charset or "utf-8"


def _visible(text: str) -> str:
    return text.translate(_CONTROLS)
