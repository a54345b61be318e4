"""Where exported articles go: a file, a folder, an archive. Whole, or not at all."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.utils.translation import gettext as _

from articles.exports import Writer, ninjs
from articles.exports.content import Exported
from articles.management.report_file import replaced_whole

Take = Callable[[Exported], None]

NAME_LENGTH = 120  # characters of the slug in a name
_OURS = re.compile(r"\d+-[a-z0-9-]+\.(?:json|xml|txt)")
_FIXED = (1980, 1, 1, 0, 0, 0)  # the time in an archive: the same articles give the same bytes


class OutputError(Exception):
    """The output cannot be written there; the text says why, for a person."""


def name_of(article: Exported, suffix: str) -> str:
    """The name of an article's file: its number, which stays, and the beginning of its slug."""
    return f"{article.pk}-{article.slug[:NAME_LENGTH].strip('-')}{suffix}"


@contextmanager
def lines(path: Path, writer: Writer, *, force: bool) -> Iterator[Take]:
    """Each article on a line of a new file; pipes and what the system offers under /dev are written to."""
    if path.is_file():
        _free(path, force, _is_lines)
    with ExitStack() as stack:
        try:
            file = stack.enter_context(replaced_whole(str(path)))
        except (OSError, ValueError) as error:
            raise OutputError(f"{path}: {getattr(error, 'strerror', None) or error}") from None

        def take(article: Exported) -> None:
            file.write(writer.write(article).decode() + "\n")

        yield take


@contextmanager
def archive(path: Path, writer: Writer, *, force: bool) -> Iterator[Take]:
    """Each article as a file in a new zip archive."""
    _free(path, force, _is_archive)
    with _replaced(path) as beside, zipfile.ZipFile(beside, "x", zipfile.ZIP_DEFLATED) as packed:

        def take(article: Exported) -> None:
            member = zipfile.ZipInfo(name_of(article, writer.suffix), _FIXED)
            member.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(member, writer.write(article))

        yield take


@contextmanager
def folder(path: Path, writer: Writer, *, force: bool) -> Iterator[Take]:
    """Each article as a file in a folder that is made, or is empty; with `force` an earlier export goes."""
    if path.exists() and not path.is_dir():
        raise OutputError(_("%(path)s is not a folder") % {"path": path})
    if path.is_dir() and any(path.iterdir()):
        _only_ours(path, force)
    with _replaced(path) as beside:
        beside.mkdir()

        def take(article: Exported) -> None:
            (beside / name_of(article, writer.suffix)).write_bytes(writer.write(article))

        yield take


def _free(path: Path, force: bool, is_export: Callable[[Path], bool]) -> None:
    """A file that holds something is replaced on demand, and only where it is an export."""
    if path.exists() and not path.is_file():
        raise OutputError(_("%(path)s is no file") % {"path": path})
    if not path.exists() or not path.stat().st_size:
        return
    try:
        ours = is_export(path)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from None
    if not ours:
        raise OutputError(_("%(path)s is there and is no export, so it is not replaced") % {"path": path})
    if not force:
        raise OutputError(_("%(path)s is there already; --force replaces it") % {"path": path})


def _is_lines(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(ninjs.OPENING)) == ninjs.OPENING


def _is_archive(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as packed:
            return all(_OURS.fullmatch(name) for name in packed.namelist())
    except zipfile.BadZipFile:
        return False


def _only_ours(path: Path, force: bool) -> None:
    """A folder that is not empty is replaced on demand, and only where nothing but exports stands in it."""
    if not force:
        raise OutputError(
            _("%(path)s is not empty; --force replaces what an earlier export wrote") % {"path": path}
        )
    for found in path.iterdir():
        if not (_OURS.fullmatch(found.name) and found.is_file()):
            raise OutputError(
                _("%(path)s holds %(name)s, which is no export, so it is not replaced")
                % {"path": path, "name": found.name}
            )


@contextmanager
def _replaced(path: Path) -> Iterator[Path]:
    """A path beside the target, whose content takes the target's place when the block ends well."""
    target = path.resolve()  # what a link leads to is replaced, not the link
    if not target.parent.is_dir():
        raise OutputError(_("there is no folder %(path)s") % {"path": target.parent})
    if not os.access(target.parent, os.W_OK):
        raise OutputError(_("nothing may be written in %(path)s") % {"path": target.parent})
    mark = secrets.token_hex(4)
    beside = target.with_name(f".{target.name[:100]}.{mark}.part")
    old = target.with_name(f".{target.name[:100]}.{mark}.old")
    try:
        yield beside
        if target.is_dir():
            target.rename(old)
        beside.rename(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.rename(target)
        _removed(beside)
        raise
    _removed(old)


def _removed(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
