"""The arguments that all commands share which read wire files."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any
from zoneinfo import ZoneInfo

from django.core.management.base import CommandError

from articles import wire
from articles.wire import charsets, documents
from articles.wire.errors import UnknownCharset


def add_reading_arguments(parser: ArgumentParser) -> None:
    """What every command that reads wire files asks for: PATH… --format --charset --timezone."""
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="A file, a folder, a .zip, or - for standard input."
    )
    parser.add_argument(
        "--format", default="auto", choices=["auto", *wire.FORMATS], metavar="NAME",
        help=f"auto (the default) or one of {', '.join(wire.FORMATS)}.",
    )  # fmt: skip
    parser.add_argument("--charset", metavar="NAME", help="The charset of the files, where it is known.")
    parser.add_argument(
        "--timezone", metavar="NAME", default="UTC", help="Zone of times that do not say theirs."
    )


def check_reading_arguments(options: dict[str, Any]) -> dict[str, Any]:
    """The arguments of `wire.parse` among the options; CommandError with status 2 where one is wrong."""
    if gone := documents.missing(options["paths"]):
        raise CommandError(f"There is no {', '.join(gone)}.", returncode=2)
    if options["charset"]:
        try:
            charsets.names.known(options["charset"])
        except UnknownCharset as error:
            raise CommandError(str(error), returncode=2) from None
    try:
        ZoneInfo(options["timezone"])
    except (KeyError, ValueError, OSError):
        raise CommandError(
            f"There is no time zone {options['timezone']!r}; name one such as Europe/Istanbul.", returncode=2
        ) from None
    chosen = options["format"]
    return {
        "format": None if chosen == "auto" else chosen,
        "charset": options["charset"] or None,
        "timezone": options["timezone"],
    }
