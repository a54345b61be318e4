"""E-mail: press releases, stories sent in by correspondents, and whole mailboxes of them.

Messages: https://www.rfc-editor.org/rfc/rfc5322, their parts: https://www.rfc-editor.org/rfc/rfc2045 to 2049,
flowed text: https://www.rfc-editor.org/rfc/rfc3676, mailboxes: https://www.rfc-editor.org/rfc/rfc4155
"""

from __future__ import annotations

import codecs

from articles.wire import charsets, signs
from articles.wire.charsets import binary
from articles.wire.errors import BinaryDocument, DocumentTooLarge, EmptyDocument
from articles.wire.formats.email import mailbox, message
from articles.wire.formats.email.story import Reader
from articles.wire.story import Parsed, WireFormat, WireStory

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def sniff(head: bytes) -> bool:
    """Does the document open with the header of a message, or with the first line of a mailbox?"""
    return signs.look(head).family is signs.Family.MAIL


def parse(document: bytes, charset: str | None = None, timezone: str = "UTC") -> Parsed:
    """Read the stories of a message or a mailbox, one of each message; `charset` goes before that of parts.

    Raises a `WireError` for a document that is empty, binary or too large.
    """
    if len(document) > charsets.LARGEST:
        raise DocumentTooLarge(f"The document has {len(document):,} bytes; too many at once.")
    if not document.strip():
        raise EmptyDocument("The document is empty.")
    if kind := binary.signature(document):
        raise BinaryDocument(f"This is not text; it looks like {kind}.")
    charset = charsets.known(charset) if charset else None
    if document.startswith(_WIDE):  # saved by a program that writes UTF-16
        document, charset = document.decode("utf-16", "replace").encode("utf-8"), "utf-8"
    stories: list[WireStory] = []
    text = ""
    reader = Reader("", charset, timezone)
    for data in mailbox.messages(document):
        reader = Reader(text, charset, timezone)
        stories.append(reader.read(message.load(data)))
        text = reader.text
    return Parsed("email", reader.charset, reader.certainty, text, tuple(stories))


FORMAT = WireFormat(label="E-mail", sniff=sniff, parse=parse, split=mailbox.split)
