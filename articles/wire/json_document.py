"""JSON as agencies send it: read safely, and as far as it goes.

A document may be one value, several one after another, or JSON Lines. What is not JSON in it (comments,
commas too many or too few, single quotes, rubbish, an end that is missing) is read as it was meant, and told.
https://www.rfc-editor.org/rfc/rfc8259
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape
from typing import IO, Any

from articles import markup
from articles.wire import bodies, charsets, signs
from articles.wire.errors import MalformedDocument
from articles.wire.json_repair import BREAKS_OFF, Faults, Number, Repair
from articles.wire.story import Block, BlockType, Parsed, Problem, WireStory
from articles.wire.words import paragraphs, tidy

_BETWEEN = re.compile(r"[\s\ufeff\x1e]*")
_OPENING = re.compile(r"[{\[]")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
# An end of an element, or one that needs none; what only opens may be meant as it stands.
_TAGS = re.compile(
    r"</(?:p|div|span|a|b|i|u|em|strong|h[1-6]|li|td|sup|sub|blockquote|q|font|small|abbr)\s*>|<(?:br|p)\b[^<>]*>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
_NOTHING: tuple[Any, ...] = (None, "", [], {})
_LONG_LINE = 100  # characters that no line has which somebody wrapped


@dataclass(frozen=True, slots=True)
class Loaded:
    """The values of a document in order (one, where it is as it should be), and how it was read."""

    values: tuple[Any, ...]
    text: str
    charset: str
    certainty: float
    problems: tuple[Problem, ...]


def load(document: bytes, charset: str | None = None) -> Loaded:
    """Read a document. Numbers with a fraction, and those of many digits, are a `Number`: text as it stood.

    Problems are `malformed-json`, `duplicate-key`, `undecodable` and those of `charsets.decode`. Raises
    `WireError` where no value can be had.
    """
    decoded = charsets.decode(document, charset)
    text = decoded.text
    faults = Faults(text)
    values = _read(text, faults)
    if not values:
        raise MalformedDocument("There is nothing in this document that can be read as JSON.")
    problems = [*decoded.problems, *faults.problems()]
    if _SURROGATE.search(text) and (count := _without_surrogates(values)):
        problems.append(
            Problem("undecodable", f"Half characters, which stand for “\ufffd” now, are in {count} texts.")
        )
    return Loaded(tuple(values), text, decoded.charset, decoded.certainty, tuple(problems))


def _read(text: str, faults: Faults) -> list[Any]:
    try:
        return [_decoder(faults).decode(text)]
    except (ValueError, RecursionError):
        faults.clear()
    return _by_line(text, faults) or _one_after_another(text, faults)


def _decoder(faults: Faults) -> json.JSONDecoder:
    return json.JSONDecoder(
        object_pairs_hook=faults.object,
        parse_float=Number,
        parse_int=Number.whole,
        parse_constant=faults.constant,
        strict=False,
    )


def _by_line(text: str, faults: Faults) -> list[Any]:
    """The values of JSON Lines, of which only some may be damaged; [] if the document is none."""
    found: list[Any] = []
    at = 0
    decoder = _decoder(faults)
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        bare = line.strip(" \t\r\ufeff\x1e")
        if not bare:
            continue
        if bare[0] not in "{[" or (found and len(bare) == 1):
            faults.clear()
            return []
        try:
            found.append(decoder.decode(bare))
        except (ValueError, RecursionError):
            if not found:
                return []
            found += _one_after_another(text, faults, start, start + len(line))
    return found if len(found) > 1 else []


def _one_after_another(text: str, faults: Faults, at: int = 0, end: int | None = None) -> list[Any]:
    """The values between two places of the text, with as much repair as they need."""
    end = len(text) if end is None else end
    repair = Repair(text, end, _decoder(faults), faults)
    found: list[Any] = []
    while not repair.weary and (at := _BETWEEN.match(text, at, end).end()) < end:  # type: ignore[union-attr]
        if text[at] not in "{[":
            faults.found(at, "something stands outside of the value")
            start = _OPENING.search(text, at, end)
            if start is None:
                break
            at = start.start()
        value, at = repair.value(at)
        found.append(value)
    return found


def _without_surrogates(values: list[Any]) -> int:
    """Puts U+FFFD for each half of a pair of surrogates that stands alone; says in how many texts."""
    count = 0
    waiting: list[Any] = [values]
    while waiting:
        container = waiting.pop()
        if isinstance(container, dict):
            names = {name: _mended(name) for name in container if not name.isascii()}
            if any(name != mended for name, mended in names.items()):
                count += 1
                pairs = [(names.get(name, name), value) for name, value in container.items()]
                container.clear()
                container.update(pairs)
        for key, value in list(container.items() if isinstance(container, dict) else enumerate(container)):
            if isinstance(value, dict | list):
                waiting.append(value)
            elif isinstance(value, str) and not value.isascii():
                whole = _mended(value)
                if whole != value:
                    container[key] = whole
                    count += 1
    return count


def _mended(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


@lru_cache(maxsize=8)
def glance(head: bytes) -> Any:
    """The first value of a document as far as its first bytes show it; None if it is no JSON.

    For telling formats apart; what it returns is shared and must not be changed.
    """
    found = signs.look(head)
    if found.family is not signs.Family.JSON:
        return None
    text = found.head.decode("utf-8", "replace")
    faults = Faults(text)
    decoder = _decoder(faults)
    start = _OPENING.search(text)
    if start is None:
        return None
    try:
        return decoder.raw_decode(text, start.start())[0]
    except (ValueError, RecursionError):
        return Repair(text, len(text), decoder, faults, keep=True).value(start.start())[0]


def split(file: IO[bytes]) -> Iterator[bytes]:
    """The lines of a file of JSON Lines that is too large to be read at once, a document each.

    A list with an item a line is parted too. A line that is itself too large comes cut off, so that it is
    refused. Of a file that is no JSON Lines nothing comes.
    """
    file.seek(0)
    first = True
    while line := file.readline(charsets.LARGEST + 1):
        if not line.endswith(b"\n"):
            _skip_line(file)
        bare = line.strip(b" \t\r\n,\x1e\xef\xbb\xbf")
        if bare in (b"", b"[", b"]"):
            continue
        if first and not (bare.startswith(b"{") and bare.endswith(b"}")):
            return
        first = False
        yield bare


def _skip_line(file: IO[bytes]) -> None:
    while (rest := file.readline(1024 * 1024)) and not rest.endswith(b"\n"):
        pass


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of a plain text in a string: blank lines part them, and so do the ends of long lines."""
    found: list[str] = []
    for part in paragraphs(text):
        rows = part.split("\n")
        found += rows if any(len(row) > _LONG_LINE for row in rows) else [part]
    tidied = (tidy(part) for part in found)
    return tuple(Block(BlockType.PARAGRAPH, part, markup.paragraph(part)) for part in tidied if part)


def plain(text: str) -> str:
    """The text without the tags and entities of HTML that some put where a plain text belongs."""
    if "<" in text and _TAGS.search(text):
        return " ".join(block.text for block in bodies.from_html(text).blocks)
    return unescape(text) if "&" in text and _ENTITY.search(text) else text


def parsed(format: str, loaded: Loaded, stories: Sequence[WireStory], problems: Iterable[Problem]) -> Parsed:
    """The stories with the problems of their document: one that breaks off does so in its last story."""
    found = list(stories)
    first: list[Problem] = []
    last: list[Problem] = []
    for problem in problems:
        (last if problem.message.startswith(BREAKS_OFF) else first).append(problem)
    for index, told in ((-1, last), (0, first)):
        if told and found:
            found[index] = replace(found[index], problems=(*told, *found[index].problems))
    return Parsed(format, loaded.charset, loaded.certainty, loaded.text, tuple(found))


class Fields:
    """An object of JSON whose values are asked for by name, in any case, and as the type they ought to have.

    Of several names the first counts that holds something. A value of another type is left out, and told.
    """

    __slots__ = ("_tell", "values")

    def __init__(self, values: dict[str, Any], tell: Callable[[str, str], None]) -> None:
        self.values = {key.lower(): value for key, value in values.items()}
        self._tell = tell

    def __contains__(self, name: str) -> bool:
        return self.values.get(name) not in _NOTHING

    def text(self, *names: str) -> str | None:
        """A text; a number counts as one."""
        for name in names:
            value = self.values.get(name)
            if value is None:
                continue
            if isinstance(value, str):
                if value and not value.isspace():
                    return value
            elif value in _NOTHING:
                continue
            elif isinstance(value, int) and not isinstance(value, bool):
                return str(value)
            else:
                self.odd(name, "a text")
        return None

    def texts(self, name: str) -> list[str]:
        """The texts of a list, or the one that stands instead of it."""
        value = self.values.get(name)
        if not isinstance(value, list):
            text = self.text(name)
            return [text] if text else []
        if any(not isinstance(item, str | int) or isinstance(item, bool) for item in value):
            self.odd(name, "texts")
        return [str(item) for item in value if isinstance(item, str | int) and not isinstance(item, bool)]

    def objects(self, *names: str) -> list[Fields]:
        """The objects of a list, or the one that stands instead of it."""
        for name in names:
            if name not in self:
                continue
            value = self.values[name]
            items = value if isinstance(value, list) else [value]
            found = [self.of(item) for item in items if isinstance(item, dict)]
            if len(found) < sum(item is not None for item in items):
                self.odd(name, "objects")
            if found:
                return found
        return []

    def of(self, values: dict[str, Any]) -> Fields:
        """An object within this one."""
        return Fields(values, self._tell)

    def whole(self, *names: str) -> int | None:
        """A whole number above 0: pixels, bytes."""
        for name in names:
            value = self.values.get(name)
            digits = str(value).partition(".")[0] if isinstance(value, str | int) else ""
            if digits.isdecimal() and digits.isascii() and len(digits) < 16 and int(digits):
                return int(digits)
        return None

    def odd(self, name: str, wanted: str) -> None:
        """Tell that a value is not what it ought to be."""
        value = self.values.get(name)
        text = json.dumps(value, ensure_ascii=False, default=str)
        shown = text if len(text) <= 60 else text[:60] + "…"
        said = (
            f"holds more than {wanted}, which" if isinstance(value, list) else f"does not hold {wanted} and"
        )
        self._tell("bad-value", f"“{name}” {said} was left out: {shown}")
