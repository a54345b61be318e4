"""The tags of a TIFF file, which EXIF is too: https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf"""

from __future__ import annotations

import struct
from collections.abc import Mapping

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_ENTRIES = 2000  # of one directory
_LARGEST = 16 * 1024 * 1024  # bytes of one value

Tags = Mapping[int, "Value"]


class Value:
    """The value of a tag: its raw bytes, and numbers where it holds such."""

    __slots__ = ("_order", "kind", "raw")

    def __init__(self, kind: int, raw: bytes, order: str) -> None:
        self.kind = kind
        self.raw = raw
        self._order = order

    @property
    def number(self) -> int | None:
        """Its first whole number, or None."""
        letter = {1: "B", 3: "H", 4: "L", 13: "L"}.get(self.kind)
        if letter is None or len(self.raw) < _SIZES[self.kind]:
            return None
        return int(struct.unpack_from(self._order + letter, self.raw)[0])

    @property
    def octets(self) -> bytes:
        """Its bytes as they were written; old programs put them into the file as long numbers."""
        if (
            self.kind == 4
            and self._order == "<"
            and len(self.raw) % 4 == 0
            and self.raw[:1] not in (b"\x1c", b"8")
        ):
            return struct.pack(f">{len(self.raw) // 4}L", *struct.unpack(f"<{len(self.raw) // 4}L", self.raw))
        return self.raw


def read(data: bytes) -> tuple[Tags, Tags]:
    """The tags of the first picture, and those of its EXIF directory. What is damaged is left out."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None or len(data) < 8:
        return {}, {}
    main = _directory(data, order, struct.unpack_from(order + "L", data, 4)[0])
    pointer = main.get(0x8769)
    at = pointer.number if pointer else None
    return main, _directory(data, order, at) if at else {}


def _directory(data: bytes, order: str, at: int) -> dict[int, Value]:
    if at < 8 or at + 2 > len(data):
        return {}
    (count,) = struct.unpack_from(order + "H", data, at)
    tags: dict[int, Value] = {}
    for place in range(at + 2, min(at + 2 + 12 * min(count, _ENTRIES), len(data) - 11), 12):
        tag, kind, number = struct.unpack_from(order + "HHL", data, place)
        size = _SIZES.get(kind, 0) * number
        if not size or size > _LARGEST or tag in tags:
            continue
        start = place + 8 if size <= 4 else struct.unpack_from(order + "L", data, place + 8)[0]
        if start + size <= len(data):
            tags[tag] = Value(kind, data[start : start + size], order)
    return tags
