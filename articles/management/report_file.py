"""A file that appears whole when all is done, or not at all."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_SYSTEM = (Path("/dev"), Path("/proc"))


@contextmanager
def replaced_whole(path: str) -> Iterator[IO[str]]:
    """Open the file to be written; it takes its place when the block ends, and not when that raises.

    What stands there stays untouched until then. Pipes, terminals and what the system offers under /dev are
    written as they are. Raises OSError or ValueError at once where no file can be written.
    """
    given = Path(path)
    if _is_special(given):
        with given.open("a", encoding="utf-8") as file:
            yield file
        return
    target = given.resolve()  # what a link leads to is replaced, not the link
    old = target.exists()
    if old:
        target.open("ab").close()  # a folder, or one that may not be written, is refused now
    beside = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
    file = beside.open("x", encoding="utf-8")
    try:
        with file:
            yield file
        if old:
            shutil.copymode(target, beside)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _is_special(path: Path) -> bool:
    in_system = any(folder in path.absolute().parents for folder in _SYSTEM)
    return in_system or (path.exists() and not path.is_file() and not path.is_dir())
