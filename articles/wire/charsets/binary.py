"""Tells documents that are no text at all."""

from __future__ import annotations

import re

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"8BPS", "a Photoshop picture"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or Outlook document"),
    (b"{\\rtf", "an RTF document; save it as plain text"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"fLaC", "a FLAC recording"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"%!PS", "a PostScript document"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
_STARTS = tuple(start for start, _ in _SIGNATURES)
_RIFF = {b"WEBP": "a WebP picture", b"WAVE": "a WAV recording", b"AVI ": "an AVI video"}
_LONGEST_SIGNATURE = 600

# Controls that copy has: tab, line ends, form feed, SUB (end of a DOS file), ESC (ISO-2022), and those of
# IPTC 7901 and ANPA 1312: SOH to EOT, BEL, BS, SO and SI, DC1 to DC4, SYN, CAN, FS to US.
_RARE_CONTROLS = b"\x00\x05\x06\x10\x15\x17\x19"
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"
_MANY_CONTROLS = 0.05
_MANY_RARE_CONTROLS = 0.01
_BOX = re.compile(rb"....ftyp(....)", re.DOTALL)


def signature(document: bytes) -> str | None:
    """What a document is by its first bytes ("a PDF document"), or None if that may be text."""
    head = document[:_LONGEST_SIGNATURE]
    if head.startswith(_STARTS):
        return next(kind for start, kind in _SIGNATURES if head.startswith(start))
    if head.startswith(b"RIFF") and head[8:12] in _RIFF:
        return _RIFF[head[8:12]]
    if _BOX.match(head):
        return "an MP4 video or an HEIC or AVIF picture"
    if head[257:262] == b"ustar":
        return "a tar archive"
    return None


def full_of_controls(document: bytes) -> bool:
    """Whether so many control characters stand in a document that it cannot be text."""
    size = len(document)
    controls = size - len(document.translate(None, _CONTROLS))
    if controls <= 2:
        return False
    rare = size - len(document.translate(None, _RARE_CONTROLS))
    return controls > _MANY_CONTROLS * size + 4 or rare > _MANY_RARE_CONTROLS * size + 2
