"""Bytes in whatever charset to text, with a word on how sure the reading is."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass, replace

from articles.markup.characters import INVISIBLE
from articles.wire.charsets import binary, detection, names, repair, unicode
from articles.wire.charsets.names import known
from articles.wire.errors import BinaryDocument, DocumentTooLarge, EmptyDocument
from articles.wire.story import Problem

__all__ = ["LARGEST", "Decoded", "decode", "known"]

_STRAY_NULS = 16  # bytes of zero that damaged copy may hold
LARGEST = 32 * 1024 * 1024  # bytes; a day of an agency's whole output is less

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPES = re.compile(rb"\x1b(?:\$[@AB]|\$\([CDOPQ]|\([JI])")
_BLANK = b" \t\n\v\f\r\x00\x1a"
_UNCERTAIN = 0.4
_SURE = 0.6
_NONSENSE = 0.5
_ENOUGH = 20  # bytes beyond ASCII by which a reading can be judged
_HIGH_BYTES = bytes(range(128, 256))


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text in NFC with "\\n" for line ends, and the charset (IANA name) that its bytes were read with."""

    text: str
    charset: str
    certainty: float
    problems: tuple[Problem, ...] = ()


def decode(document: bytes, declared: str | None = None) -> Decoded:
    """Read bytes as text.

    What the bytes themselves show comes first: a byte order mark, well-formed UTF-8, UTF-16 without a mark.
    Then what is `declared` (any common label), where it fits: a single-byte charset always yields to
    well-formed UTF-8. A charset that does not fit, or that makes nonsense where another makes sense, is not
    forced on the bytes; they are read by the best guess, with the problem `charset-mismatch`. Other problems
    are `mixed-charset`, `mojibake`, `undecodable` and `uncertain-charset`.

    Line ends become "\\n" and a byte order mark goes; tabs, form feeds, no-break spaces and controls stay.
    Raises `EmptyDocument`, `BinaryDocument`, `DocumentTooLarge` and, for a label that means nothing,
    `UnknownCharset`.
    """
    name = names.known(declared) if declared else None
    if len(document) > LARGEST:
        raise DocumentTooLarge(
            f"The document has {len(document):,} bytes; more than {LARGEST:,} are not read."
        )
    if not document.strip(_BLANK):
        raise EmptyDocument("The document is empty.")
    kind = binary.signature(document)
    if kind:
        raise BinaryDocument(f"This is not text; it looks like {kind}.")
    decoded = _read(document, name)
    return _tidied(decoded)


def _read(document: bytes, declared: str | None) -> Decoded:
    for mark, charset in _MARKS:
        if document.startswith(mark):
            document = document[len(mark) :]
            return _utf8(document, None) if charset == "utf-8" else _whole(document, charset, 1.0)
    if b"\0" in document or (declared in names.UNICODE and declared != "utf-8"):
        found = unicode.without_mark(document)
        if found:
            return _whole(document, found, 0.95)
        document = document.rstrip(b"\0")  # padding
        if b"\0" in document:
            return _without_stray_nuls(document, declared)
    if binary.full_of_controls(document):
        raise BinaryDocument("This is not text; it is full of control characters.")
    if document.isascii():
        return _ascii(document, declared)
    return _utf8(document, declared)


def _without_stray_nuls(document: bytes, declared: str | None) -> Decoded:
    """Copy that a line or a disk has damaged in a few places is still copy."""
    nuls = document.count(0)
    if nuls > _STRAY_NULS or nuls > len(document) // 20:
        raise BinaryDocument("This is not text; it holds NUL bytes and is no UTF-16.")
    decoded = _read(document.replace(b"\0", b""), declared)
    problem = Problem("stray-nul", f"{nuls} NUL bytes stood in the text and were left out.")
    return replace(decoded, problems=(*decoded.problems, problem))


def _ascii(document: bytes, declared: str | None) -> Decoded:
    if _ESCAPES.search(document):
        for charset in ("iso-2022-jp", "iso-2022-kr"):
            text = _strictly(document, charset)
            if text is not None:
                return Decoded(text, charset, 0.95)
    if declared in names.SEVEN_BIT:
        text = _strictly(document, declared)
        if text is not None:
            return Decoded(text, declared, 0.9)
    if declared in (None, "us-ascii") or declared in names.UNICODE or declared in names.SEVEN_BIT:
        declared = "utf-8"
    return Decoded(document.decode("ascii"), declared, 1.0)


def _utf8(document: bytes, declared: str | None) -> Decoded:
    try:
        text = document.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(document, declared)
    if declared in names.MULTIBYTE and sum(sign > "\x7f" for sign in text) < 6:
        # Two or three signs of GB 18030 or Shift_JIS can look like UTF-8 by chance.
        other = _strictly(document, declared)
        if other is not None:
            return Decoded(other, declared, 0.7)
    return Decoded(text, "utf-8", 1.0)


def _not_utf8(document: bytes, declared: str | None) -> Decoded:
    joined = repair.without_surrogates(document)
    if joined != document:
        return _utf8(joined, declared)
    as_declared = None
    if declared and declared not in names.UNICODE and declared not in names.SEVEN_BIT:
        as_declared = _as_declared(document, declared)
        if as_declared and _makes_sense(document, as_declared.charset):
            return as_declared
    if repair.mostly_utf8(document):
        text, guess = repair.mixed(document)
        problems = []
        if guess:
            problems.append(
                Problem(
                    "mixed-charset", f"Most of the text is UTF-8, but some of it was read as {guess.charset}."
                )
            )
        return Decoded(text, "utf-8", 0.8, tuple(problems))
    if len(document) >= _ENOUGH and len(document) % 2 == 0:
        unmarked = unicode.without_mark(document)  # of Chinese or Japanese, in which no byte need be NUL
        if unmarked:
            return _whole(document, unmarked, 0.9)
    guess = detection.guess(document)
    if as_declared and guess.certainty < _SURE:
        return as_declared
    found = _whole(document, guess.charset, guess.certainty)
    if as_declared and found.text == as_declared.text:
        return as_declared
    problems = list(found.problems)
    if declared:
        problems.insert(0, _mismatch(declared, guess.charset))
    elif guess.certainty < _UNCERTAIN:
        problems.insert(
            0,
            Problem(
                "uncertain-charset",
                f"The charset could not be told for sure; it was read as {guess.charset}.",
            ),
        )
    return Decoded(found.text, found.charset, found.certainty, tuple(problems))


def _as_declared(document: bytes, declared: str) -> Decoded | None:
    """The text as the declared charset reads it, or None if that does not fit the bytes."""
    charset = declared
    twin = names.WINDOWS_TWINS.get(declared)
    if twin and declared in names.SAME_LETTERS and any(0x80 <= byte <= 0x9F for byte in document):
        charset = twin  # as all browsers do: these bytes are unused in the charset that was named
    text = _strictly(document, charset)
    if text is None and charset not in names.MULTIBYTE:
        text = document.decode(names.codec(charset), "replace")
        if text.count("\ufffd") * 20 > sum(sign > "\x7f" for sign in text):
            return None
        return _whole(document, charset, 0.6)
    return None if text is None else Decoded(text, charset, 0.9)


def _makes_sense(document: bytes, charset: str) -> bool:
    """Whether a declared charset is to be believed; with few bytes to judge by, it is."""
    signs = len(document) - len(document.translate(None, _HIGH_BYTES))
    return signs < _ENOUGH or detection.score(document, charset) > _NONSENSE


def _strictly(document: bytes, charset: str) -> str | None:
    try:
        return document.decode(names.codec(charset))
    except (UnicodeDecodeError, ValueError):
        return None


def _whole(document: bytes, charset: str, certainty: float) -> Decoded:
    text = _strictly(document, charset)
    if text is not None:
        return Decoded(text, charset, certainty)
    text = document.decode(names.codec(charset), "replace")
    count = text.count("\ufffd")
    signs = "character" if count == 1 else "characters"
    return Decoded(
        text,
        charset,
        min(certainty, 0.6),
        (Problem("undecodable", f"{count} {signs} could not be read as {charset} and stand as \ufffd."),),
    )


def _mismatch(declared: str, charset: str) -> Problem:
    return Problem(
        "charset-mismatch",
        f"The charset was given as {declared}, but the bytes do not fit; they were read as {charset}.",
    )


def _tidied(decoded: Decoded) -> Decoded:
    """The text mended, in NFC, with its line ends made alike."""
    text = decoded.text
    problems = list(decoded.problems)
    if text.startswith("\ufeff"):
        text = text[1:]
    if not text.isascii():
        beyond = repair.beyond_ascii(text)
        mended = repair.mend(text, beyond)
        if mended != text:
            text, beyond = mended, repair.beyond_ascii(mended)
            problems.append(
                Problem(
                    "mojibake", "Some characters had been read in a wrong charset before; they were mended."
                )
            )
        if "\x85" in text:
            text = _next_lines(text)
        text = text.replace("\u2028", "\n").replace("\u2029", "\n")
        # Below the combining marks every letter is composed.
        if max(beyond, default="") >= "\u0300" and not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\ufeff" in text:
        text = text.replace("\n\ufeff", "\n")  # the marks of files that were put together into one
    if "\ufffd" in text and not any(problem.code == "undecodable" for problem in problems):
        count = text.count("\ufffd")
        signs = "character was" if count == 1 else "characters were"
        problems.append(
            Problem("undecodable", f"{count} {signs} lost before the copy came here; \ufffd stands for each.")
        )
    if not text.strip(f"\0\x1a\u3000{INVISIBLE}"):
        raise EmptyDocument("There is nothing in the document but white space.")
    return Decoded(text, decoded.charset, decoded.certainty, tuple(problems))


def _next_lines(text: str) -> str:
    """U+0085 ends lines in copy from mainframes; elsewhere it was an ellipsis of Windows, read as Latin-1."""
    return text.replace("\x85", "\n" if text.count("\x85") >= text.count("\n") else "…")
