"""A secret key for a local site that was given none: random, made once, readable by its owner alone."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def local_secret_key(path: Path) -> str:
    """The key kept in the file `path`; made on first use.

    Where the file cannot be kept (a read-only disk) the key lasts as long as the process.
    """
    try:
        return path.read_text(encoding="ascii").strip() or _keep(path)
    except FileNotFoundError:
        return _keep(path)
    except OSError:
        return secrets.token_urlsafe(50)


def _keep(path: Path) -> str:
    key = secrets.token_urlsafe(50)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(
            os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii"
        ) as out:
            out.write(key)
        try:
            os.link(partial, path)  # of several processes that start at once, the first one's key counts
        except FileExistsError:
            key = path.read_text(encoding="ascii").strip() or key
        partial.unlink()
    except OSError:
        return key
    return key
