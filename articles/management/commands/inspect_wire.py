"""`inspect_wire`: reads wire files and shows what was understood; touches no database."""

from __future__ import annotations

import json
import logging
import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from shutil import get_terminal_size
from textwrap import wrap
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles import wire
from articles.management.arguments import add_reading_arguments, check_reading_arguments
from articles.wire import documents
from articles.wire.errors import WireError
from articles.wire.story import Parsed, WireStory

log = logging.getLogger(__name__)
LABELS = {
    "uri": "Identifier",
    "version": "Version",
    "pubstatus": "Status",
    "urgency": "Urgency",
    "language": "Language",
    "headline": "Headline",
    "slugline": "Slugline",
    "description": "Standfirst",
    "byline": "Byline",
    "located": "Place",
    "dateline": "Dateline",
    "source": "Source",
    "section": "Section",
    "created": "First issued",
    "updated": "This version",
    "embargoed": "Not before",
    "ednote": "To editors",
    "copyright": "Copyright",
    "usageterms": "Terms of use",
    "correction": "Correction",
}


class Command(BaseCommand):
    """Arguments, output and exit status; the reading is `articles.wire`."""

    help = "Read wire files and show what was understood. Touches no database."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The arguments of INTERFACE: paths, and how to read them."""
        add_reading_arguments(parser)
        parser.add_argument("--json", action="store_true", help="JSON Lines: one object per story.")
        parser.add_argument(
            "--spans", action="store_true", help="Also tell where in the text each value was found."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Show every story of every document; status 1 if one could not be read, 2 for wrong arguments."""
        how = check_reading_arguments(options)
        show = self._as_json if options["json"] else self._as_text
        read = unreadable = 0
        try:
            if options["json"] and hasattr(self.stdout._out, "reconfigure"):
                self.stdout._out.reconfigure(encoding="utf-8")  # JSON Lines are UTF-8 wherever they go
            for document in documents.find(options["paths"], format=how["format"]):
                read += document.index == 0  # a large file comes in parts
                if document.error:  # raised, it would keep the document in memory with its traceback
                    unreadable += 1
                    self._refused(document.path, document.index, document.error, options["json"])
                    continue
                try:
                    parsed = _parse(document, **how)
                except WireError as error:
                    unreadable += 1
                    self._refused(document.path, document.index, error, options["json"])
                    continue
                for index, story in enumerate(parsed.stories, document.index):
                    show(document.path, index, parsed, story, options["spans"])
        except BrokenPipeError:  # the reader of our output has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return
        except OSError as error:  # those of reading are told of document by document
            raise CommandError(f"The output cannot be written: {error.strerror or error}.") from None
        if unreadable:
            raise CommandError(f"{unreadable} of {read} documents could not be read.", returncode=1)

    def _as_json(self, path: str, index: int, parsed: Parsed, story: WireStory, spans: bool) -> None:
        line: dict[str, Any] = {
            "path": path,
            "index": index,
            "format": parsed.format,
            "charset": parsed.charset,
            "story": story.as_json(),
            "problems": [{"code": problem.code, "message": problem.message} for problem in story.problems],
        }
        if spans:
            line["spans"] = {
                key: [[span.start, span.end] for span in found] for key, found in story.spans.items()
            }
        self.stdout.write(json.dumps(line, ensure_ascii=False))

    def _refused(self, path: str, index: int, error: WireError, as_json: bool) -> None:
        if as_json:
            reason = {"code": error.code, "message": str(error)}
            line = {
                "path": path,
                "index": index,
                "format": None,
                "charset": None,
                "story": None,
                "problems": [],
                "error": reason,
            }
            self.stdout.write(json.dumps(line, ensure_ascii=False))
        else:
            self.stderr.write(f"{path}: {error}")

    def _as_text(self, path: str, index: int, parsed: Parsed, story: WireStory, spans: bool) -> None:
        count = len(parsed.stories)
        number = f", story {index + 1}" if index or count > 1 else ""
        if number and index < count:  # how many there are in a file that comes in parts is not known yet
            number += f" of {count}"
        certainty = "" if parsed.certainty > 0.99 else f" ({parsed.certainty:.0%} sure)"
        title = f"{path}{number} · {parsed.format}, {parsed.charset}{certainty}"
        # In a terminal long lines are folded under their beginning; in a file they stay whole.
        width = get_terminal_size().columns if self.stdout.isatty() else 0
        self.stdout.write(self.style.MIGRATE_HEADING(title))
        for label, text, key in _rows(story):
            where = f"  [{_places(story, key)}]" if spans and key in story.spans else ""
            self.stdout.write(_folded(f"  {label:<13} ", text + where, width))
        self.stdout.write("")
        for number_of_block, block in enumerate(story.body):
            mark = "" if block.type == "paragraph" else f"[{block.type.value}] "
            where = f"  [{_places(story, f'body.{number_of_block}')}]" if spans else ""
            folds = width if block.type != "preformatted" else 0
            self.stdout.write(_folded("    ", mark + block.text + where, folds))
        for problem in story.problems:
            line = _folded("  ! ", f"{problem.code}: {problem.message}", width)
            self.stdout.write(self.style.WARNING(line))
        self.stdout.write("")


def _rows(story: WireStory) -> Iterator[tuple[str, str, str]]:
    """Label, text and key of every value that is there, in the order in which an editor looks for them."""
    for key, label in LABELS.items():
        value = getattr(story, key)
        if value is not None:
            yield label, str(value), key
        if key == "byline":
            for number, credit in enumerate(story.credits):
                place = f", {credit.place}" if credit.place else ""
                yield credit.role.value.capitalize(), credit.name + place, f"credits.{number}"
    for key in ("keywords", "people", "organisations", "places"):
        if values := getattr(story, key):
            yield key.capitalize(), ", ".join(values), key
    for subject in story.subjects:
        yield "Subject", " ".join(filter(None, (subject.name, subject.code, subject.scheme))), ""
    for media in story.media:
        yield "Picture", " · ".join(filter(None, (media.href, media.caption, media.credit))), ""
    for link in story.links:
        yield "Link", f"{link.rel}: {link.href}", ""


def _folded(first: str, text: str, width: int) -> str:
    """Text behind its label, further lines set in as far; those longer than `width` are folded (0: none)."""
    rest = " " * len(first)
    lines = text.split("\n")
    if width > len(first) + 20:
        lines = [part for line in lines for part in wrap(line, width - len(first)) or [""]]
    return first + f"\n{rest}".join(lines)


def _places(story: WireStory, key: str) -> str:
    return ", ".join(f"{span.start}-{span.end}" for span in story.spans.get(key, ()))


def _parse(document: documents.Document, **how: Any) -> Parsed:
    """The stories of a document, or the WireError that says why there are none."""
    try:
        return wire.parse(document.data, **how)
    except WireError:
        raise
    except Exception as error:  # a fault of ours in one document must not stop the other ten thousand
        log.exception("%s could not be read", document.path)
        raise WireError(f"The reader failed on this document ({type(error).__name__}).") from error
