"""`export_articles`: writes articles in the formats of the trade. `articles.exports` does it."""

from __future__ import annotations

import os
import signal
import sys
from argparse import ArgumentParser
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime, time
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from tqdm import tqdm

from articles.exports import WRITERS, Writer, ninjs
from articles.exports.content import Exported
from articles.exports.gathering import Choice, chosen, gather
from articles.management import export_files
from articles.management.export_files import OutputError, Take
from articles.models import Section

STDOUT = "-"


class Command(BaseCommand):
    """Arguments, progress and exit status."""

    help = (
        "Write the articles that readers can see now, so that other systems, and this one, can read them: "
        "ninjs as JSON Lines, the other formats as a file for each article. Importing them again gives the "
        "same articles. Exit status: 0 all is written, 2 wrong arguments and nothing done."
    )

    def run_from_argv(self, argv: list[str]) -> None:
        """Run as a program: one that is told to end takes its half export with it."""
        signal.signal(signal.SIGTERM, end)
        super().run_from_argv(argv)

    def add_arguments(self, parser: ArgumentParser) -> None:
        """In which format, which articles, and where they go."""
        parser.add_argument(
            "--format", default="ninjs", choices=WRITERS, metavar="NAME",
            help=f"One of {', '.join(WRITERS)} (default: ninjs).",
        )  # fmt: skip
        parser.add_argument(
            "--section", metavar="SLUG", help="Only those of this section and of the sections below it."
        )
        parser.add_argument(
            "--since", metavar="DATE",
            help="Only those that were published, updated or freed from an embargo at this moment or later "
            "(YYYY-MM-DD, by the clock of the site, or a date with its time); drafts and kills: last saved.",
        )  # fmt: skip
        parser.add_argument(
            "--drafts", action="store_true",
            help="Also what is not public: drafts, as withheld, and what waits, embargoed until its time.",
        )  # fmt: skip
        parser.add_argument(
            "--kills", action="store_true", help="Also notices of articles that were public and are killed."
        )
        parser.add_argument(
            "--output", default=STDOUT, metavar="PATH",
            help="A file (ninjs), a folder (for ninjs one that is there or ends in /), a .zip with a file "
            "for each article, or - for standard output (ninjs; the default).",
        )  # fmt: skip
        parser.add_argument("--force", action="store_true", help="Replace an earlier export.")
        parser.add_argument("--no-progress", action="store_true", help="Show no progress bar.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the chosen articles, and say how many."""
        articles = chosen(_choice(options))
        verbosity, to_stdout = options["verbosity"], options["output"] == STDOUT
        quiet = options["no_progress"] or verbosity != 1 or not sys.stderr.isatty()
        if to_stdout and hasattr(self.stdout._out, "reconfigure"):
            self.stdout._out.reconfigure(encoding="utf-8")  # JSON Lines are UTF-8 wherever they go
        count = 0
        try:
            with (
                self._opened(options) as take,
                tqdm(
                    total=None if quiet else articles.count(),
                    unit=" " + _("articles"),
                    disable=quiet,
                    file=sys.stderr,
                ) as bar,
            ):
                for article in gather(articles):
                    take(article)
                    count += 1
                    bar.update()
        except BrokenPipeError:  # the reader of our output has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return
        except OutputError as error:
            raise CommandError(
                _("The articles cannot be written: %(reason)s.") % {"reason": error}, returncode=2
            ) from None
        except OSError as error:
            raise CommandError(
                _("The articles could not be written: %(reason)s.") % {"reason": error.strerror or error}
            ) from None
        if verbosity >= 1:
            said = ngettext("%(count)d article exported.", "%(count)d articles exported.", count)
            (self.stderr if to_stdout else self.stdout).write(said % {"count": count})

    def _opened(self, options: dict[str, Any]) -> AbstractContextManager[Take]:
        writer: Writer = WRITERS[options["format"]]
        if options["output"] == STDOUT:
            if not writer.lines:
                raise CommandError(
                    _("This format is a file for each article: name a folder or a .zip with --output."),
                    returncode=2,
                )
            return nullcontext(self._printed)
        path, force = Path(options["output"]), options["force"]
        if path.suffix.lower() == ".zip":
            return export_files.archive(path, writer, force=force)
        if writer.lines and not (path.is_dir() or options["output"].endswith("/")):
            return export_files.lines(path, writer, force=force)
        return export_files.folder(path, writer, force=force)

    def _printed(self, article: Exported) -> None:
        self.stdout.write(ninjs.write(article).decode())


def end(number: int, frame: FrameType | None) -> NoReturn:
    """Answer a signal by ending as after any error, with the status that shells expect."""
    raise SystemExit(128 + number)


def _choice(options: dict[str, Any]) -> Choice:
    """What to export; CommandError with status 2 where it makes no sense."""
    slug = options["section"]
    section: Section | None = Section.objects.at_slug(slug) if slug is not None else None
    if slug is not None and section is None:
        raise CommandError(_("There is no section %(slug)s.") % {"slug": slug}, returncode=2)
    return Choice(
        section=section,
        since=_moment(options["since"]) if options["since"] is not None else None,
        drafts=options["drafts"],
        kills=options["kills"],
    )


def _moment(text: str) -> datetime:
    """A date, at its midnight, or a date and time; without a zone by the clock of the site."""
    found: datetime | date | None
    try:
        found = parse_datetime(text) or parse_date(text)
    except ValueError:  # of the right form, and on no calendar
        found = None
    if found is None:
        raise CommandError(_("“%(text)s” is no date; write it as 2026-01-31.") % {"text": text}, returncode=2)
    if not isinstance(found, datetime):
        found = datetime.combine(found, time.min)
    return found if timezone.is_aware(found) else timezone.make_aware(found)
