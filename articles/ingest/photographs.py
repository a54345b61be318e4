"""Photographs that come in as files: kept in the picture library, to lead the articles that they make."""

from __future__ import annotations

from dataclasses import replace

from articles.ingest.reading import Incoming, Reading
from articles.pictures import PictureError, store_photo

Batch = list[tuple[Incoming, Reading | None]]


def kept(documents: Batch) -> Batch:
    """The same documents, with the photographs among them kept, and their readings knowing them.

    Before the transaction that stores the stories: making renditions in it would hold up every other writer.
    A photo that is kept already stays as it is; one that is broken is told among its story's problems.
    """
    return [(document, reading and _with_photo(document, reading)) for document, reading in documents]


def _with_photo(document: Incoming, reading: Reading) -> Reading:
    if reading.error or reading.format != "photo":
        return reading
    try:
        return replace(reading, photo=store_photo(document.data).pk)
    except PictureError as error:
        problem = {"code": "broken-picture", "message": f"The picture cannot be shown: {error}"}
    stories = tuple(replace(story, problems=(*story.problems, problem)) for story in reading.stories)
    return replace(reading, stories=stories)
