"""A message and its parts, as the standard library reads them, and the words of its header in every charset.

The library's older policy is used: its newer one raises errors on headers that real mail has.
"""

from __future__ import annotations

import binascii
import quopri
import re
from base64 import b64decode
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from urllib.parse import unquote_to_bytes

from articles.wire import charsets
from articles.wire.errors import MalformedDocument, UnknownCharset, WireError
from articles.wire.story import Problem
from articles.wire.words import tidy

Part = Message

_WORD = re.compile(r"=\?([^?\s*]{1,60})(?:\*[\w-]{1,20})?\?([bBqQ])\?([^?]*)(?:\?=|\?$|$)")
_BETWEEN = re.compile(r"(\?=)\s+(?==\?[^?\s]{1,80}\?[bBqQ]\?)")
_ASCII = re.compile(
    r"^(?:us-?ascii|ascii|ansi_x3\.4.*|unknown.*|x-unknown|default|none|binary|_?autodetect.*|\?+)$",
    re.IGNORECASE,
)
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/=]")
_BOUNDARY = re.compile(rb"^--(-{0,12}[^\s-][^\r\n]{0,68}?)[ \t]*\r?$", re.MULTILINE)
_OBSOLETE = re.compile(rb"^([!-9;-~]{1,60})[ \t]{1,20}:", re.MULTILINE)  # "Date  : …" of RFC 822
DEEPEST = 30  # parts in one another that are looked into


def load(data: bytes) -> Message:
    """A message from its bytes; one whose parts lie too deep in one another is malformed."""
    header, blank, body = data.partition(b"\n\n" if b"\r\n\r\n" not in data[:200_000] else b"\r\n\r\n")
    data = _OBSOLETE.sub(rb"\1:", header) + blank + body
    try:
        return BytesParser(policy=compat32).parsebytes(data)
    except (
        RecursionError,
        ValueError,
        LookupError,
        AssertionError,
        TypeError,
        AttributeError,
        IndexError,
    ) as error:
        raise MalformedDocument("The parts of this message cannot be told apart.") from error


# ── The header ───────────────────────────────────────────────────────────────────────────────────────────
def fields(part: Message, name: str) -> list[str]:
    """The values of a field of the header, decoded, in order; empty ones are none."""
    name = name.lower()
    found = (decoded(str(value)) for key, value in part.raw_items() if key.lower() == name)
    return [value for value in found if value]


def field(part: Message, *names: str) -> str | None:
    """The first value of the first of these fields that has one."""
    return next((value for name in names for value in fields(part, name)), None)


def decoded(value: str) -> str:
    """A header's value on one line, encoded words and undeclared bytes as the characters they stand for."""
    if not value.isascii():
        value = _text(value.encode("utf-8", "surrogateescape"), None)
    value = _BETWEEN.sub(r"\1", re.sub(r"\r?\n[ \t]*", " ", value))
    if "=?" not in value:
        return tidy(value)
    parts: list[str] = []
    held: tuple[str, bytes] | None = None  # words of one charset may part a character between them
    at = 0
    for word in _WORD.finditer(value):
        data = _unpacked(word[2], word[3])
        if held and (word.start() > at or held[0] != word[1].lower()):
            parts.append(_text(held[1], held[0]))
            held = None
        parts.append(value[at : word.start()])
        held = (word[1].lower(), (held[1] if held else b"") + data)
        at = word.end()
    if held:
        parts.append(_text(held[1], held[0]))
    parts.append(value[at:])
    return tidy("".join(parts))


def _unpacked(kind: str, text: str) -> bytes:
    if kind in "qQ":
        return quopri.decodestring(text.replace("_", " ").encode("ascii", "replace"), header=True)
    return _base64(text.encode("ascii", "ignore"))


def _base64(data: bytes) -> bytes:
    """Base64 as far as it goes: other characters are passed over, what was cut off is filled up.

    Where several texts were packed one behind another, they are unpacked one by one.
    """
    parts = []
    for part in re.split(b"=+", _NO_BASE64.sub(b"", data)):
        whole = part[: len(part) - 1] if len(part) % 4 == 1 else part
        try:
            parts.append(b64decode(whole + b"=" * (-len(whole) % 4)))
        except (binascii.Error, ValueError):
            continue
    return b"".join(parts)


def _text(data: bytes, label: str | None) -> str:
    """A few bytes as text: by their label where it fits, by a guess where not."""
    try:
        return charsets.decode(data, usable(label)).text
    except WireError:
        return data.decode("latin-1")


def usable(label: str | None) -> str | None:
    """A charset's label if it names one that says more than ASCII."""
    label = (label or "").strip().strip("\"'").strip()
    if not label or _ASCII.match(label):
        return None
    try:
        return charsets.known(label)
    except UnknownCharset:
        return None


# ── Parts ────────────────────────────────────────────────────────────────────────────────────────────────
def kind(part: Message) -> str:
    """The media type of a part in small letters."""
    said = str(part.get("Content-Type", "")).split(";")[0].strip().lower()
    if said == "text":
        return "text/plain"
    return part.get_content_type()


def parameter(part: Message, name: str, header: str = "Content-Type") -> str | None:
    """A parameter of a field, decoded however it was encoded (RFC 2231, encoded words, bare)."""
    said = next((str(value) for key, value in part.raw_items() if key.lower() == header.lower()), "")
    if not said.isascii():  # a name in bytes of no declared charset
        part = Message()
        part[header] = decoded(said)
    try:
        value = part.get_param(name, None, header)
    except (ValueError, LookupError, TypeError, AttributeError, UnicodeError):
        return None
    if isinstance(value, tuple):
        charset, _, text = value
        return (
            tidy(
                _text(
                    text.encode("latin-1", "surrogateescape")
                    if text.isascii() or all(ord(char) < 256 for char in text)
                    else text.encode("utf-8", "surrogateescape"),
                    charset,
                )
            )
            or None
        )
    if value is None:
        return None
    text = str(value)
    if "''" in text and "%" in text:
        charset, _, rest = text.partition("''")
        return tidy(_text(unquote_to_bytes(rest), charset)) or None
    return decoded(text.strip('"')) or None


def filename(part: Message) -> str | None:
    """The file name of a part, without the folders that some programs write before it."""
    name = parameter(part, "filename", "Content-Disposition") or parameter(part, "name")
    return re.split(r"[/\\]", name)[-1] or None if name else None


def attached(part: Message) -> bool:
    """Is the part a file beside the text, and no text to be shown?"""
    said = str(part.get("Content-Disposition", "")).split(";")[0].strip().lower()
    return said == "attachment"


def parts_of(part: Message) -> list[Message]:
    """The parts of a multipart, or of a message that was put into this one."""
    payload = part.get_payload()
    if isinstance(payload, list):
        return [one for one in payload if isinstance(one, Message)]
    return _guessed(part) if kind(part).startswith("multipart/") else []


def _guessed(part: Message) -> list[Message]:
    """The parts of a multipart whose boundary its header names wrongly or not at all."""
    data = _raw(part)
    found = _BOUNDARY.search(data)
    if found is None or (data.count(b"--" + found[1]) < 2 and not _FIELDS.match(data, found.end())):
        return []
    inner = load(b'Content-Type: multipart/mixed; boundary="' + found[1] + b'"\n\n' + data).get_payload()
    return [one for one in inner if isinstance(one, Message)] if isinstance(inner, list) else []


_FIELDS = re.compile(rb"\s*Content-[A-Za-z-]+\s*:", re.IGNORECASE)


def content(part: Message) -> bytes:
    """The bytes of a part, unpacked."""
    packing = re.split(r"[;\s(]", str(part.get("Content-Transfer-Encoding", "")).strip().strip('"').lower())[
        0
    ]
    data = _raw(part)
    if packing == "quoted-printable":
        return quopri.decodestring(data)
    if packing == "base64":
        return _base64(data.partition(b"\n--")[0])  # the mark of another boundary is none of it
    if packing in ("x-uuencode", "uuencode", "uue", "x-uue"):
        part["Content-Transfer-Encoding"] = "x-uuencode"
        unpacked = part.get_payload(decode=True)
        return unpacked if isinstance(unpacked, bytes) else data
    return data


def _raw(part: Message) -> bytes:
    """The bytes of a part as they came."""
    del part["Content-Transfer-Encoding"]  # the library must not unpack: its names are misspelt too often
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def text(part: Message, charset: str | None, problems: list[Problem]) -> tuple[str, str | None, float]:
    """The text of a part, the charset that it was read with, and how sure that is."""
    data = content(part)
    if not data.strip():
        return "", None, 1.0
    label = charset or usable(parameter(part, "charset"))
    if label is None and kind(part) == "text/html" and (found := _META.search(data[:4096])):
        label = usable(found[1].decode("ascii", "replace"))
    try:
        decoded_text = charsets.decode(data, label)
    except WireError as error:
        problems.append(Problem(error.code, f"A part of the message was left out: {error}"))
        return "", None, 1.0
    problems += (one for one in decoded_text.problems if one not in problems)
    return decoded_text.text, decoded_text.charset, decoded_text.certainty


_META = re.compile(rb"""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)


def walk(part: Message, depth: int = 0) -> Iterator[tuple[Message, int]]:
    """All parts of a message, itself first, with how deep they lie."""
    yield part, depth
    if depth < DEEPEST:
        for one in parts_of(part):
            yield from walk(one, depth + 1)
