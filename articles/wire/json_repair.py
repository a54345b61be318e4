"""JSON that is not well-formed, read as it was meant: in one pass, without recursion, in linear time."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from articles.wire.story import Problem

BREAKS_OFF = "The document breaks off"  # how the problem of an end that is missing begins
_DEEPEST = 100  # containers in one another; what is deeper is left out
_SHALLOW = 4  # containers in one another of which each is first given to the fast parser,
_FAILURES = 60  # until it has failed so often
_MOST = 1_000_000  # signs that are read by hand
_LONGEST_INT = 18
_TOLD = 5  # repeated names that are told one by one

_TOKEN = re.compile(
    r"""
      (?P<blank> [\s\ufeff\x1e]++ | //[^\n]*+ | \#[^\n]*+ | /\*.*?(?:\*/|\Z) )
    | (?P<string> "[^"\\]*+(?:\\.[^"\\]*+)*+" | '[^'\\]*+(?:\\.[^'\\]*+)*+' )
    | (?P<cut> ["'].*+ )
    | (?P<mark> [{}\[\],:] )
    | (?P<word> [^\s{}\[\],:"']++ )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_WHOLE = re.compile(r"-?\d+")
_FRACTION = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_CONSTANTS = {
    "true": True,
    "false": False,
    "null": None,
    "True": True,
    "False": False,
    "None": None,
    "undefined": None,
    "NaN": None,
    "Infinity": None,
    "-Infinity": None,
}
_NOTHING = object()


class Number(str):
    """A number as it was written: `1.10`, or one of more digits than anybody counts with."""

    __slots__ = ()

    @staticmethod
    def whole(digits: str) -> int | Number:
        """The whole number, or its digits where they are too many."""
        return int(digits) if len(digits) <= _LONGEST_INT else Number(digits)


class Faults:
    """What is wrong with a document, to be told in a sentence or two."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.first: tuple[int, str] | None = None
        self.count = 0
        self.cut: str | None = None
        self.repeated: dict[str, None] = {}

    def clear(self) -> None:
        """Forget all: the document is read anew, in another way."""
        self.__init__(self.text)  # type: ignore[misc]

    def found(self, at: int, what: str) -> None:
        """Something at this place of the text is no JSON."""
        self.count += 1
        if self.first is None or at < self.first[0]:
            self.first = (at, what)

    def ended(self, what: str) -> None:
        """The document ends before its value does."""
        if self.cut is None:
            self.cut = what

    def constant(self, name: str) -> None:
        """`NaN` and `Infinity` are no JSON, and no number that can be used."""
        self.count += 1
        if self.first is None:
            self.first = (max(self.text.find(name), 0), f"“{name}” is no number")

    def object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """An object of its pairs; a name that stands twice has its last value, and is told."""
        found = dict(pairs)
        if len(found) < len(pairs):
            seen: set[str] = set()
            for name, _ in pairs:
                if name in seen:
                    self.repeated[name] = None
                seen.add(name)
        return found

    def problems(self) -> list[Problem]:
        """`malformed-json` and `duplicate-key`, each at most once."""
        told = []
        if self.cut is not None:
            told.append(Problem("malformed-json", f"{BREAKS_OFF}: {self.cut}."))
        if self.first is not None:
            at, what = self.first
            line = self.text.count("\n", 0, at) + 1
            column = at - self.text.rfind("\n", 0, at)
            more = f" (and {self.count - 1:,} more)" if self.count > 1 else ""
            sentence = f"This is not well-formed JSON: line {line}, column {column}: {what}{more}."
            told.append(Problem("malformed-json", f"{sentence} It was read as far as it goes."))
        if self.repeated:
            names = ", ".join(f"“{name[:60]}”" for name in list(self.repeated)[:_TOLD])
            told.append(Problem("duplicate-key", f"Given more than once, the last one counts: {names}."))
        return told


class _Frame:
    """A list or object that is being read."""

    __slots__ = ("key", "list", "needs_comma", "pairs")

    def __init__(self, opening: str) -> None:
        self.list: list[Any] | None = [] if opening == "[" else None
        self.pairs: list[tuple[str, Any]] = []
        self.key: Any = _NOTHING
        self.needs_comma = False


class Repair:
    """Reads values of a text up to `end`: with `decoder` wherever that can, and by hand where it cannot.

    `keep` keeps whatever the text ends in, half a name or number too.
    """

    def __init__(
        self, text: str, end: int, decoder: json.JSONDecoder, faults: Faults, *, keep: bool = False
    ) -> None:
        self.text = text
        self.end = end
        self.decoder = decoder
        self.faults = faults
        self.stack: list[_Frame] = []
        self.result: Any = None
        self.comma = -1  # where the last comma stands that nothing has followed yet
        self.failures = 0
        self.signs = 0
        self.keep = keep

    def value(self, at: int) -> tuple[Any, int]:
        """The list or object that begins at this place, and where it ends."""
        self.stack = []
        self.comma = -1
        at = self._open(at)
        while self.stack and (token := self._token(at)):
            at = token.end()
            match token.lastgroup:
                case "mark":
                    at = self._mark(token[0], token.start())
                case "string":
                    self._scalar(self._string(token[0]), token.start())
                case "word":
                    self._word(token[0], token.start())
                case "cut":
                    self._cut(token[0])
                case _:
                    if token[0][0] in "/#":
                        self.faults.found(token.start(), "a comment")
        if self.stack:
            self.faults.ended("its lists and objects are not closed")
            while self.stack:
                self._close()
        return self.result, at

    @property
    def weary(self) -> bool:
        """Has so much been read by hand that it is enough?"""
        return self.signs > _MOST

    def _token(self, at: int) -> re.Match[str] | None:
        """The next sign; any character is of one kind or another. None at the end, and when it is enough."""
        self.signs += 1
        if self.weary:
            self.faults.ended("it is too damaged to be read to its end")
            return None
        return _TOKEN.match(self.text, at, self.end)

    # ── Containers ───────────────────────────────────────────────────────────────────────────────────────
    def _open(self, at: int) -> int:
        """A list or object begins; whole ones are read by the fast parser."""
        whole = self.end == len(self.text)  # the fast parser knows no other end
        if whole and len(self.stack) < _SHALLOW and self.failures < _FAILURES:
            try:
                value, end = self.decoder.raw_decode(self.text, at)
            except (ValueError, RecursionError):
                self.failures += 1
            else:
                self._put(value, at)
                return end
        if len(self.stack) >= _DEEPEST:
            self.faults.found(at, f"more than {_DEEPEST} lists and objects stand in one another")
            self._put(None, at)
            return self._beyond(at)
        if self.stack and self.stack[-1].needs_comma:
            self.faults.found(at, "a comma is missing")
        self.stack.append(_Frame(self.text[at]))
        self.comma = -1
        return at + 1

    def _beyond(self, at: int) -> int:
        """The end of a container that is not read."""
        depth = 0
        while token := self._token(at):
            at = token.end()
            if token[0] in ("{", "["):
                depth += 1
            elif token[0] in ("}", "]"):
                depth -= 1
                if not depth:
                    break
        return at

    def _close(self) -> None:
        frame = self.stack.pop()
        if frame.list is not None:
            value: Any = frame.list
        else:
            value = self.faults.object(frame.pairs)
        if self.stack:
            self.stack[-1].needs_comma = False  # its beginning was looked at when it was opened
            self._put(value, self.end)
        else:
            self.result = value

    def _put(self, value: Any, at: int) -> None:
        """A value stands in the innermost container, or is the whole."""
        if not self.stack:
            self.result = value
            return
        frame = self.stack[-1]
        if frame.needs_comma:
            self.faults.found(at, "a comma is missing")
        self.comma = -1
        if frame.list is not None:
            frame.list.append(value)
            frame.needs_comma = True
        elif frame.key is _NOTHING:
            if isinstance(value, str):
                frame.key = value
                frame.needs_comma = False
            else:
                self.faults.found(min(at, self.end), "a value has no name")
        else:
            frame.pairs.append((frame.key, value))
            frame.key = _NOTHING
            frame.needs_comma = True

    def _mark(self, mark: str, at: int) -> int:
        if mark in "{[":
            return self._open(at)
        frame = self.stack[-1]
        if mark == ":":
            if frame.list is not None or frame.key is _NOTHING:
                self.faults.found(at, "a colon too many")
        elif mark == ",":
            if frame.key is not _NOTHING:
                self._without_value(frame, at)
            elif not frame.needs_comma:
                self.faults.found(at, "a comma too many")
            frame.needs_comma = False
            self.comma = at
        else:
            self._closing(mark, at)
        return at + 1

    def _closing(self, mark: str, at: int) -> None:
        """The end of the innermost container of this kind, and of those in it that were left open."""
        wanted = mark == "]"
        if not any((frame.list is not None) is wanted for frame in self.stack):
            self.faults.found(at, f"“{mark}” closes nothing")
            return
        if self.comma >= 0:
            self.faults.found(self.comma, "a comma too many")
            self.comma = -1
        while self.stack:
            frame = self.stack[-1]
            if frame.key is not _NOTHING:
                self._without_value(frame, at)
            fits = (frame.list is not None) is wanted
            if not fits:
                self.faults.found(at, f"“{mark}” stands where something else is open")
            self._close()
            if fits:
                break

    def _without_value(self, frame: _Frame, at: int) -> None:
        self.faults.found(at, f"“{str(frame.key)[:60]}” has no value")
        frame.key = _NOTHING

    # ── Single values ────────────────────────────────────────────────────────────────────────────────────
    def _scalar(self, value: Any, at: int) -> None:
        self._put(value, at)

    def _string(self, quoted: str) -> str:
        if quoted[0] == '"':
            try:
                return str(scanstring(quoted, 1, False)[0])
            except ValueError:
                pass
        self.faults.count += 1
        if self.faults.first is None:
            self.faults.first = (max(self.text.find(quoted), 0), "a string is badly quoted")
        return _unescaped(quoted[1:-1])

    def _word(self, word: str, at: int) -> None:
        """A number, a constant, or a name or text without quotes."""
        if at + len(word) == self.end and not self.keep:
            self.faults.ended(f"“{word[:60]}” may not be whole and was left out")
            return
        frame = self.stack[-1]
        named = frame.list is None and frame.key is _NOTHING
        if named:
            self.faults.found(at, "a name has no quotes")
            self._put(word, at)
        elif word in _CONSTANTS:
            if word not in ("true", "false", "null"):
                self.faults.found(at, f"“{word}” is no value of JSON")
            self._put(_CONSTANTS[word], at)
        elif _WHOLE.fullmatch(word):
            self._put(Number.whole(word), at)
        elif _FRACTION.fullmatch(word):
            self._put(Number(word), at)
        else:
            self.faults.found(at, "a text has no quotes")
            self._put(word, at)

    def _cut(self, rest: str) -> None:
        """A string that the document ends in: prose is kept as far as it goes, half an address is not."""
        frame = self.stack[-1]
        text = _unescaped(re.sub(r"\\(?:u[0-9a-fA-F]{0,3})?\Z", "", rest[1:]))
        named = frame.list is None and frame.key is _NOTHING
        if not self.keep and (named or " " not in text.strip()):
            self.faults.ended(f"“{text[-60:]}” is not whole and was left out")
            return
        self.faults.ended(f"it ends in the middle of a text, after “{text[-60:]}”")
        self._put(text, self.end)


def _unescaped(text: str) -> str:
    def replaced(match: re.Match[str]) -> str:
        escape = match[1]
        if len(escape) == 5:
            return chr(int(escape[1:], 16))
        return _ESCAPED.get(escape, escape)

    found = _ESCAPE.sub(replaced, text) if "\\" in text else text
    return found.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
