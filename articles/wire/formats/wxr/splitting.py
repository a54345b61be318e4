"""An export that is too large to be read at once, parted into small ones with one story each.

The file is scanned twice. The first time tells where its items lie and what others need of them: authors,
categories, attachments. The second time writes for each story a document with just what belongs to it, so
that reading it gives what reading the whole would. Only places are held in memory, never texts. The scan
knows CDATA and comments and nothing else of XML, so that broken files go as far as they go.
"""

from __future__ import annotations

import io
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, TypeVar

from articles.wire import xml
from articles.wire.errors import WireError
from articles.wire.formats.wxr import items
from articles.wire.wordpress.pictures import plain_address

_CHUNK = 1 << 20
_LARGEST = 33 << 20  # bytes of one item that are looked at; more is no post
_HEAD_LIMIT = 1 << 20  # bytes before the first item that stay: the root, the site's title and language
_TOKEN = re.compile(
    rb"<!\[CDATA\[|<!--|<(/?)(?:[A-Za-z_][\w.-]*:)?(item|author|category|term|language|post_type|post_id"
    rb"|post_parent|post_name|attachment_url|status)(?=[\s/>])"
)
_LONGEST_TOKEN = 200
_TAG_END = re.compile(rb"[^<>]{0,2000}>")
_VALUE = re.compile(rb"[^<>]*>\s*(?:<!\[CDATA\[)?\s*([^<\]]{0,2000})")
# Each begins with plain text, which `re` finds fast.
_NUMBERED = {
    mark: re.compile(re.escape(mark) + between + rb"(\d{1,12})")
    for mark, between in (
        (b"wp-image-", b""),
        (b"attachment_", b""),
        (b" image=", rb"[^\w<>]{0,8}"),
        (b"data-id=", rb"[^\w<>]{0,8}"),
        (b'"id":', rb"\s*"),
        (b'"ref":', rb"\s*"),
        (b"_thumbnail_id", rb"[^0-9]{1,200}"),
    )
}
_LISTED = {mark: re.compile(mark + rb"\b[^\w<>]{1,8}([\d\s,]{1,20000})") for mark in (b"ids", b"include")}
_ADDRESS = re.compile(rb"//([^\s\"'<>\\\]]{4,1000})")
_NICENAME = re.compile(rb"nicename\s*=\s*[\"']([^\"']{1,300})")
_CREATOR = re.compile(rb"creator\b[^<>]*>\s*(?:<!\[CDATA\[)?([^<\]]{1,300})")
_MOST = 1_000_000  # places of one kind that are held; far more than a site has
_STUBS = 20_000  # items that are no stories, told of by one stub each
_CLOSED = b"\n</channel>\n</rss>\n"


_Name = TypeVar("_Name")
_Known = TypeVar("_Known")
_Place = tuple[int, int]  # start and end in the file


@dataclass(slots=True)
class _Places:
    """Where things lie in the file: pairs of start and end."""

    head: bytes = b""
    language: bytes = b""
    stories: array[int] = field(default_factory=lambda: array("Q"))
    authors: dict[str, _Place] = field(default_factory=dict)
    sections: dict[str, tuple[str, _Place]] = field(default_factory=dict)  # with the section above
    numbers: dict[int, _Place] = field(default_factory=dict)  # of attachments
    blocks: dict[int, _Place] = field(default_factory=dict)
    addresses: dict[int, _Place] = field(default_factory=dict)  # by hash
    parents: dict[int, list[_Place]] = field(default_factory=dict)
    guests: dict[str, _Place] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)


def split(file: IO[bytes]) -> Iterator[bytes]:
    """Part an export into exports of one story each, in order; the file is seekable and stays open."""
    places = _survey(file)
    for number in range(0, len(places.stories), 2):
        story = _piece(file, (places.stories[number], places.stories[number + 1]))
        yield _document(file, places, story, first=number == 0)


# ── The first time ────────────────────────────────────────────────────────────────────────────────────────
@dataclass(slots=True)
class _Element:
    """An element that was passed, where it lies, and the first values in it that tell what it is."""

    name: bytes
    start: int
    end: int
    values: dict[bytes, bytes]


def _survey(file: IO[bytes]) -> _Places:
    places = _Places()
    for element in _elements(file):
        if not places.head:
            places.head = _head(file, element.start)
        if element.name == b"language":
            places.language = places.language or _piece(
                file, (element.start, min(element.end, element.start + 1000))
            )
        elif element.name == b"item":
            _note_item(file, places, element)
        elif element.end - element.start < _CHUNK:
            _note_term(file, places, element)
    return places


def _elements(file: IO[bytes]) -> Iterator[_Element]:
    """The items, authors, categories and terms of an export, none within another."""
    window = _Window(file)
    current: _Element | None = None
    position = 0
    while (token := window.token(position)) is not None:
        start, end, mark, closing, name = token
        position = end
        if mark is not None:
            position = window.behind(mark, end)
        elif closing:
            if current and name == current.name:
                current.end = window.behind(b">", end)
                position = current.end
                yield current
                current = None
        elif name == b"item":
            if current and current.name == b"item":  # the one before was never closed
                current.end = start
                yield current
            current = _Element(name, start, end, {})
        elif current is None:
            if name in _TERMS and not window.is_empty(end):
                current = _Element(name, start, end, {})
        elif current.name == b"item" and name not in current.values and name not in _TERMS:
            current.values[name] = window.value(end)
    if current and current.name == b"item":  # the file breaks off in it
        current.end = window.size
        yield current


_TERMS = (b"author", b"category", b"term", b"language")


class _Window:
    """The file as a scan sees it: the part around the place where it stands."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.base = 0
        self.data = b""
        self.size = file.seek(0, 2)

    def _load(self, position: int) -> None:
        self.file.seek(position)
        self.data = self.file.read(_CHUNK)
        self.base = position

    def _at(self, position: int, needed: int) -> int:
        """The place in the window of a place in the file, with so many bytes behind it if there are."""
        end = self.base + len(self.data)
        if position < self.base or (position + needed > end and end < self.size):
            self._load(position)
        return position - self.base

    def token(self, position: int) -> tuple[int, int, bytes | None, bool, bytes] | None:
        """The next token: start, end, what ends it if it is CDATA or a comment, closing, name."""
        while position < self.size:
            at = self._at(position, _LONGEST_TOKEN)
            found = _TOKEN.search(self.data, at)
            if found and (found.end() + 1 < len(self.data) or self.base + len(self.data) >= self.size):
                start, end = self.base + found.start(), self.base + found.end()
                if found[2] is None:
                    return start, end, b"-->" if found[0] == b"<!--" else b"]]>", False, b""
                return start, end, None, bool(found[1]), found[2]
            if self.base + len(self.data) >= self.size:
                return None
            position = max(position + 1, self.base + len(self.data) - _LONGEST_TOKEN)
            self._load(position)
        return None

    def behind(self, mark: bytes, position: int) -> int:
        """The place behind the next `mark`, or the end of the file."""
        while position < self.size:
            at = self._at(position, len(mark))
            found = self.data.find(mark, at)
            if found >= 0:
                return self.base + found + len(mark)
            if self.base + len(self.data) >= self.size:
                break
            position = max(position + 1, self.base + len(self.data) - len(mark) + 1)
            self._load(position)
        return self.size

    def is_empty(self, position: int) -> bool:
        """Does the tag whose name ends here end its element too (`<language/>`)?"""
        found = _TAG_END.match(self.data, self._at(position, 3000))
        return found is not None and found[0].endswith(b"/>")

    def value(self, position: int) -> bytes:
        """The beginning of the text of the element whose name ends here."""
        found = _VALUE.match(self.data, self._at(position, 3000))
        return found[1].strip() if found else b""


def _head(file: IO[bytes], end: int) -> bytes:
    """What stands before the first element of interest; the root's tag must be in it."""
    return _piece(file, (0, min(end, _HEAD_LIMIT)))


def _piece(file: IO[bytes], place: _Place) -> bytes:
    file.seek(place[0])
    return file.read(min(place[1] - place[0], _LARGEST))


def _note_item(file: IO[bytes], places: _Places, element: _Element) -> None:
    values = element.values
    kind = values.get(b"post_type", b"").decode("utf-8", "replace").lower()
    number = items.whole(values.get(b"post_id", b"").decode("ascii", "replace"))
    place = (element.start, element.end)
    if kind == items.ATTACHMENT:
        if number:
            _keep(places.numbers, number, place)
        if address := values.get(b"attachment_url"):
            _keep(places.addresses, _key(address), place)
        if parent := items.whole(values.get(b"post_parent", b"").decode("ascii", "replace")):
            _keep(places.parents, parent, [])
            if parent in places.parents:
                places.parents[parent].append(place)
    elif kind == items.SHARED_BLOCK:
        if number:
            _keep(places.blocks, number, place)
    elif kind == items.GUEST:
        slug = values.get(b"post_name", b"").decode("utf-8", "replace")
        _keep(places.guests, slug.removeprefix("cap-").casefold(), place)
    elif _is_story(file, places, kind, element):
        places.stories.extend(place)
    else:
        if len(places.left_out) < 100 or kind in places.left_out:
            places.left_out[kind or "post"] = places.left_out.get(kind or "post", 0) + 1


def _is_story(file: IO[bytes], places: _Places, kind: str, element: _Element) -> bool:
    """As `Item.is_story` has it; only where that asks for the text is the item read."""
    if kind in items.FURNITURE:
        return False
    if kind in items.USUAL and element.values.get(b"status", b"").lower() != b"auto-draft":
        return True
    try:
        tree = xml.load(places.head + _piece(file, (element.start, element.end)) + _CLOSED)
    except WireError:
        return False
    return any(items.read(found).is_story() for root in tree.roots for found in root.iter("{*}item"))


def _note_term(file: IO[bytes], places: _Places, element: _Element) -> None:
    """Remember an author by login, a category by nicename."""
    place = (element.start, element.end)
    data = _piece(file, place)
    if element.name == b"author":
        if login := _inner(data, b"author_login"):
            _keep(places.authors, login.casefold(), place)
        return
    slug = _inner(data, b"category_nicename") or _inner(data, b"term_slug")
    if slug and (element.name == b"category" or _inner(data, b"term_taxonomy") == "category"):
        above = _inner(data, b"category_parent") or _inner(data, b"term_parent")
        _keep(places.sections, slug, (above, place))


def _keep(known: dict[_Name, _Known], key: _Name, value: _Known) -> None:
    """The first of a name counts."""
    if len(known) < _MOST:
        known.setdefault(key, value)


def _inner(data: bytes, name: bytes) -> str:
    """The text of an element by its local name, as far as a scan can tell."""
    found = re.search(rb"<(?:[\w.-]+:)?" + name + rb"(?=[\s>])" + _VALUE.pattern, data)
    return " ".join(found[1].decode("utf-8", "replace").split()) if found else ""


def _key(address: bytes) -> int:
    """By what an attachment's address is found; `&` may be written as an entity."""
    text = address.decode("utf-8", "replace").replace("&amp;", "&").strip()
    return hash(items.without_scheme(plain_address(text)))


# ── The second time ───────────────────────────────────────────────────────────────────────────────────────
def _document(file: IO[bytes], places: _Places, story: bytes, *, first: bool) -> bytes:
    """One story with its author, its categories and theirs, and every item that it may speak of."""
    parts = [places.head, places.language]
    names = {name.decode("utf-8", "replace").strip() for name in _CREATOR.findall(story)}
    slugs = {name.decode("utf-8", "replace") for name in _NICENAME.findall(story)}
    logins = {" ".join(name.split()).casefold() for name in names | _logins(slugs, story)}
    wanted = [places.authors[login] for login in sorted(logins & places.authors.keys())]
    wanted += _sections(places, slugs)
    parts += [_piece(file, place) for place in wanted]
    parts += [_piece(file, place) for place in sorted(_needed(file, places, story, logins))]
    parts.append(story)
    if first:
        for kind, count in sorted(places.left_out.items()):
            stub = f"\n<item><wp:post_type>{kind}</wp:post_type><wp:status>auto-draft</wp:status></item>"
            parts.append(stub.encode() * min(count, _STUBS))
    parts.append(_CLOSED)
    return b"\n".join(parts)


def _logins(slugs: set[str], story: bytes) -> set[str]:
    """What terms of author plugins may call an author: by nicename, or by name."""
    if b"author" not in story and b"byline" not in story:
        return slugs
    named = re.findall(rb"<category\b[^<>]*>\s*(?:<!\[CDATA\[)?([^<\]]{1,300})", story)
    found = slugs | {name.decode("utf-8", "replace") for name in named}
    return found | {name.removeprefix("cap-") for name in found}


def _sections(places: _Places, slugs: set[str]) -> list[_Place]:
    """Where the categories of these nicenames lie, and those above them."""
    found: dict[str, _Place] = {}
    waiting = sorted(slugs)
    while waiting:
        slug = waiting.pop()
        if slug in places.sections and slug not in found:
            above, found[slug] = places.sections[slug]
            waiting.append(above)
    return list(found.values())


def _needed(file: IO[bytes], places: _Places, story: bytes, logins: set[str]) -> set[_Place]:
    """The attachments, shared blocks and guest authors that a story may speak of, and some more."""
    found: set[_Place] = set()
    waiting = [story]
    seen = 0
    while waiting and seen < 50:  # shared blocks may speak of others
        text = waiting.pop().replace(b"&quot;", b'"')
        seen += 1
        for number in _named(text):
            if place := places.numbers.get(number):
                found.add(place)
            if (place := places.blocks.get(number)) and place not in found:
                found.add(place)
                waiting.append(_piece(file, place))
        for address in _ADDRESS.findall(text):
            if place := places.addresses.get(_key(address)):
                found.add(place)
    item = next(_elements(io.BytesIO(story)), None)
    own = items.whole(item.values.get(b"post_id", b"").decode("ascii", "replace")) if item else None
    found.update(places.parents.get(own or 0, ()))
    found.update(places.guests[name] for name in logins & places.guests.keys())
    return found


def _named(text: bytes) -> set[int]:
    """The numbers by which a text speaks of attachments and shared blocks."""
    found: set[int] = set()
    for mark, pattern in _NUMBERED.items():
        if mark in text:
            found.update(map(int, pattern.findall(text)))
    for mark, pattern in _LISTED.items():
        if mark in text:
            for several in pattern.findall(text):
                found.update(int(one) for one in several.replace(b",", b" ").split() if len(one) < 13)
    return found
