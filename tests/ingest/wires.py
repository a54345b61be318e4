"""Documents and stories made by hand, as if they had been read."""

from __future__ import annotations

from itertools import count
from typing import Any

from articles import markup
from articles.ingest.reading import Incoming, Reading, understood
from articles.ingest.report import Item
from articles.ingest.store import Policy, store
from articles.models import ImportRun
from articles.wire.story import Block, BlockType, Credit, Parsed, WireStory

numbers = count(1)


def story(
    headline: str | None = "Fog closes the harbour", text: str | None = "Ferries stay in port.", **fields: Any
):
    """A story of one paragraph; credits are names or `Credit`s."""
    body = (Block(BlockType.PARAGRAPH, text, markup.paragraph(text)),) if text else ()
    credited = tuple(Credit(one) if isinstance(one, str) else one for one in fields.pop("credits", ()))
    return WireStory(**{"headline": headline, "body": body, "credits": credited, **fields})


def document(*stories: WireStory, data: bytes | None = None, path: str = "a.txt") -> tuple[Incoming, Reading]:
    """A document of these stories, with bytes of its own."""
    data = b"document %d" % next(numbers) if data is None else data
    parsed = Parsed("text", "utf-8", 1.0, "", stories)
    return Incoming(path, data), understood(data, parsed, "UTC")


def unread(
    code: str = "binary", *, data: bytes | None = None, path: str = "b.bin"
) -> tuple[Incoming, Reading]:
    """A document that could not be read."""
    data = b"document %d" % next(numbers) if data is None else data
    incoming, reading = document(data=data, path=path)
    return incoming, Reading(packed=reading.packed, error=(code, "This is no text."))


def take(*documents: tuple[Incoming, Reading | None], **policy: Any) -> list[Item]:
    """Store documents as one batch; the outcomes of all stories."""
    run = ImportRun.objects.create()
    return [item for items in store(run, documents, Policy(**policy)) for item in items]


def take_story(told: WireStory, **policy: Any) -> Item:
    """Store a story that is alone in its document."""
    (item,) = take(document(told), **policy)
    return item
