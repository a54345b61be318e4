"""Articles in the formats of the trade: what `articles.wire` reads, written.

    rows ─gathering─▶ Exported ─writer─▶ bytes ─management─▶ a file, a folder, an archive

A writer is a pure function of an `Exported`. There is a module for each format; `WRITERS` names them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from articles.exports import newsmlg2, ninjs, nitf, text
from articles.exports.content import Exported


@dataclass(frozen=True, slots=True)
class Writer:
    """One format: how an article is written, and what the name of its file ends in.

    Of a format in `lines` many articles stand in one file, each on a line.
    """

    write: Callable[[Exported], bytes]
    suffix: str
    lines: bool = False


WRITERS = {
    "ninjs": Writer(ninjs.write, ".json", lines=True),
    "nitf": Writer(nitf.write, ".xml"),
    "newsmlg2": Writer(newsmlg2.write, ".xml"),
    "text": Writer(text.write, ".txt"),
}
