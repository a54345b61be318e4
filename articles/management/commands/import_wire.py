"""`import_wire`: reads wire files and stores their stories as articles. `articles.ingest.runs` does it."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from tempfile import TemporaryFile
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from tqdm import tqdm

from articles.ingest import runs
from articles.ingest.reading import Incoming
from articles.ingest.report import Item, Report
from articles.management.arguments import add_reading_arguments, check_reading_arguments
from articles.management.report_file import replaced_whole
from articles.models import Outcome
from articles.models.names import NAME_LENGTH, name_key
from articles.wire import documents

MANY_JOBS = 256


class Command(BaseCommand):
    """Arguments, progress, report and exit status."""

    help = (
        "Import wire files: each story becomes an article, a draft unless --publish is given. "
        "Importing the same again changes nothing. Exit status: 0 all is in, 1 something could not be read "
        "and waits in the quarantine, 2 wrong arguments and nothing done."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which files, how they are read, what becomes of them."""
        add_reading_arguments(parser)
        parser.set_defaults(timezone=None)  # that of the source, where --source names one that has its own
        parser.add_argument("--source", metavar="NAME", help="Who sent it; wins over what the stories say.")
        parser.add_argument(
            "--section", metavar="SLUG", help="The section of all stories; wins over what they say."
        )
        parser.add_argument("--publish", action="store_true", help="Make the stories public, not drafts.")
        parser.add_argument("--dry-run", action="store_true", help="Say what would happen, and do nothing.")
        parser.add_argument("--jobs", type=int, metavar="N", help="Processes that read (default: all cores).")
        parser.add_argument("--report", metavar="FILE", help="Where to write what happened, as JSON; or -.")
        parser.add_argument("--no-progress", action="store_true", help="Show no progress bar.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, say what happened; status 1 if something went into the quarantine."""
        how = _checked(options)
        verbosity = options["verbosity"]
        with ExitStack() as stack:
            wanted, to_stdout = options["report"], options["report"] == "-"
            report_file = stack.enter_context(_opened(wanted)) if wanted and not to_stdout else None
            kept: IO[str] = stack.enter_context(TemporaryFile("w+", encoding="utf-8"))
            words = self.stderr if to_stdout else self.stdout
            with_problems = 0

            def tell(item: Item) -> None:
                nonlocal with_problems
                with_problems += bool(item.problems)
                if wanted:
                    kept.write(json.dumps(item.as_json(), ensure_ascii=to_stdout) + "\n")
                if verbosity >= 1 and item.error:
                    self.stderr.write(f"{item.path}: {item.error[1]}")
                elif verbosity >= 2:
                    words.write(_line(item))

            quiet = options["no_progress"] or verbosity != 1 or not sys.stderr.isatty()
            total = None if quiet else documents.count(options["paths"])
            bar = stack.enter_context(
                tqdm(total=total, unit=" " + _("files"), disable=quiet, file=sys.stderr)
            )
            stopped = None
            try:
                report = runs.run(
                    _incoming(options["paths"], how.format),
                    how,
                    tell=tell,
                    progress=bar.update,
                    paths=options["paths"],
                )
            except runs.UnknownSection:
                raise CommandError(
                    _("There is no section %(slug)s.") % {"slug": options["section"]}, returncode=2
                ) from None
            except runs.ImportStopped as error:
                report, stopped = error.report, str(error)
            bar.close()
            if report_file:
                report_file.writelines(_report(report, kept))
            elif to_stdout:
                for part in _report(report, kept):
                    self.stdout.write(part, ending="")
        if verbosity >= 1:
            words.write(_summary(report))
            if with_problems:
                words.write(
                    ngettext(
                        "%(count)d story has problems that an editor should look at.",
                        "%(count)d stories have problems that an editor should look at.",
                        with_problems,
                    )
                    % {"count": with_problems}
                )
        if stopped:
            raise CommandError(
                _("The database stopped the import: %(reason)s What is counted above is in; run it again.")
                % {"reason": stopped}
            )
        if quarantined := report.outcomes[Outcome.QUARANTINED]:
            raise CommandError(
                ngettext(
                    "%(count)d document could not be read and waits in the quarantine.",
                    "%(count)d documents could not be read and wait in the quarantine.",
                    quarantined,
                )
                % {"count": quarantined}
            )


def _checked(options: dict[str, Any]) -> runs.Options:
    """The options of the run; CommandError with status 2 where one is wrong."""
    how = check_reading_arguments({**options, "timezone": options["timezone"] or "UTC"})
    source, jobs = options["source"], options["jobs"]
    if source is not None and (not name_key(source) or len(source) > NAME_LENGTH):
        raise CommandError(
            _("A source needs a name of at most %(limit)d characters.") % {"limit": NAME_LENGTH}, returncode=2
        )
    if jobs is not None and not 1 <= jobs <= MANY_JOBS:
        raise CommandError(_("--jobs is a number from 1 to %(most)d.") % {"most": MANY_JOBS}, returncode=2)
    return runs.Options(
        format=how["format"],
        charset=how["charset"],
        timezone=options["timezone"],
        source=source,
        section=options["section"],
        publish=options["publish"],
        dry_run=options["dry_run"],
        jobs=jobs,
    )


def _incoming(paths: list[str], format: str | None) -> Iterator[Incoming]:
    for document in documents.find(paths, format=format):
        error = (document.error.code, str(document.error)) if document.error else None
        yield Incoming(document.path, document.data, error, document.index)


@contextmanager
def _opened(path: str) -> Iterator[IO[str]]:
    with ExitStack() as stack:
        try:
            file = stack.enter_context(replaced_whole(path))
        except (OSError, ValueError) as error:
            raise CommandError(
                _("The report cannot be written to %(path)s: %(reason)s.")
                % {"path": path, "reason": getattr(error, "strerror", None) or error},
                returncode=2,
            ) from None
        yield file


def _report(report: Report, items: IO[str]) -> Iterator[str]:
    """The counts, then each item; they were kept in a file, for there may be a million of them."""
    yield json.dumps(report.as_json())[:-1] + ', "items": ['
    items.seek(0)
    for number, line in enumerate(items):
        yield (",\n  " if number else "\n  ") + line.rstrip("\n")
    yield "\n]}\n"


def _line(item: Item) -> str:
    article = _(" · article %(number)d") % {"number": item.article} if item.article else ""
    problems = "".join(f"\n    {problem['code']}: {problem['message']}" for problem in item.problems)
    return f"{item.path} {item.index + 1}: {item.outcome.label}{article} · {item.headline}{problems}"


def _summary(report: Report) -> str:
    counts = ", ".join(
        f"{report.outcomes[outcome]} {outcome.label}" for outcome in Outcome if report.outcomes[outcome]
    )
    title = _("Dry run, nothing was done") if report.dry_run else _("Import %(run)s") % {"run": report.run}
    files = ngettext("%(count)d file", "%(count)d files", report.files) % {"count": report.files}
    return f"{title}: {files}" + (f": {counts}." if counts else ".")
