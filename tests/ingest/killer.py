"""A reader that one document kills. A module of its own, for worker processes load no Django."""

from __future__ import annotations

import os
from collections.abc import Sequence

from articles.ingest.reading import Reading, read
from articles.ingest.workers import Manner

DEADLY = b"kill"


def read_all(documents: Sequence[bytes], manner: Manner) -> list[Reading]:
    """Read documents, or die."""
    if DEADLY in documents:
        os._exit(9)
    return [read(document, manner.format, manner.charset, manner.timezone) for document in documents]
