"""The only exceptions that a wire parser lets out."""


class WireError(Exception):
    """A document that cannot be read. `code` is stable; the text is a sentence for an editor."""

    code = "unreadable"


class EmptyDocument(WireError):
    """There is nothing in the document but white space."""

    code = "empty"


class BinaryDocument(WireError):
    """The document is not text in any charset that we know."""

    code = "binary"


class DocumentTooLarge(WireError):
    """The document is larger than one piece of wire copy can sensibly be."""

    code = "too-large"


class UnknownFormat(WireError):
    """No known format recognises the document."""

    code = "unknown-format"


class AmbiguousFormat(WireError):
    """More than one format claims the document."""

    code = "ambiguous-format"


class UnknownCharset(WireError):
    """The charset that was asked for does not exist, or does not fit the bytes."""

    code = "charset"


class NoStory(WireError):
    """The document is of a format and whole, but no news story is in it: an event, a plan, a vocabulary."""

    code = "no-story"


class MalformedDocument(WireError):
    """The document claims to be of a format but nothing of it can be read."""

    code = "malformed"
