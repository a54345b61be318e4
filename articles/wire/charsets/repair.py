"""Reads bytes that are of more than one charset, and mends text that was once read in a wrong one."""

from __future__ import annotations

import re

import ftfy

from articles.wire.charsets.detection import Guess, guess_single_byte
from articles.wire.charsets.names import codec

# Well-formed UTF-8 beyond ASCII (Unicode Standard, table 3-7).
_MULTIBYTE = (
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_UTF_8 = re.compile(_MULTIBYTE)
_NOT_UTF_8 = re.compile(rb"((?:" + _MULTIBYTE + rb")+)|([\x80-\xff])")
_CUT_OFF = re.compile(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")
_AROUND = 60
_ASCII = bytes(range(128))
_HIGH_BYTES = bytes(range(128, 256))
_PAIRS = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")

# UTF-8 read as a single-byte charset of Europe: a lead byte of two or three and what follows it.
_MOJIBAKE = re.compile(
    "[ÂÃÄÅÎÏÐÑØÙâðĞăĂĐВГРСвΞΟ][\x80-\xbf"
    "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸğışŞİĞ°±²³´¶·¸¹º»¼½¾¿ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЁЄЇІіґё№єјЅѕї]"
    "|\ufffd"
)
_C1 = re.compile("[\x80-\x84\x86-\x9f]")
_C1_SIGNS = {
    code: bytes((code,)).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x85, 0x8D, 0x8F, 0x90, 0x9D)
}
_MENDING = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    replace_lossy_sequences=True,
    fix_c1_controls=False,
    normalization=None,
    explain=False,
)


def without_surrogates(document: bytes) -> bytes:
    """Emoji that were written as two surrogates of three bytes each (CESU-8) as proper UTF-8."""
    return _PAIRS.sub(_joined, document)


def mostly_utf8(document: bytes) -> bool:
    """Whether most of the bytes beyond ASCII are well-formed UTF-8, though not all."""
    whole = _UTF_8.findall(document)
    strays = len(_UTF_8.sub(b"", document).translate(None, bytes(range(128))))
    return len(whole) > strays or (len(whole) >= 1 and bool(_CUT_OFF.search(document)) and strays <= 3)


def mixed(document: bytes) -> tuple[str, Guess | None]:
    """Text of UTF-8 with strays of a single-byte charset among it, and the guess at that charset.

    A character that is cut off at the end of the document is U+FFFD.
    """
    cut = _CUT_OFF.search(document)
    rest = "\ufffd" if cut else ""
    if cut:
        document = document[: cut.start()]
    if document.isascii() or not _UTF_8.sub(b"", document).translate(None, bytes(range(128))):
        return document.decode("utf-8") + rest, None
    guess = guess_single_byte(_around_strays(document))
    name = codec(guess.charset)
    table = [bytes((byte,)).decode(name, "replace").encode("utf-8") for byte in range(256)]
    text = _NOT_UTF_8.sub(lambda match: match[1] or table[match[2][0]], document).decode("utf-8") + rest
    return text, guess


def _around_strays(document: bytes) -> bytes:
    """The first strays with the text around them; in it any letter stands for those that are whole."""
    pieces: list[bytes] = []
    end = 0
    for match in _NOT_UTF_8.finditer(document):
        if match[2]:
            start = max(end, match.start() - _AROUND)
            pieces.append(_UTF_8.sub(b"e", document[start : match.start()]).translate(None, _HIGH_BYTES))
            pieces.append(match[2])
            end = match.end()
            if len(pieces) > 1000:
                break
    pieces.append(_UTF_8.sub(b"e", document[end : end + _AROUND]).translate(None, _HIGH_BYTES))
    return b"".join(pieces)


def _joined(pair: re.Match[bytes]) -> bytes:
    text = pair[0].decode("utf-8", "surrogatepass")
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le").encode("utf-8")


def beyond_ascii(text: str) -> str:
    """The signs of a text that are not ASCII, run together: of most copy few, which are quickly looked at."""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


def mend(text: str, beyond: str) -> str:
    """The text with mojibake mended line by line; the very same text where there is none.

    `beyond` is what `beyond_ascii` gives.
    Controls of the range U+0080 to U+009F are signs of windows-1252 that came through Latin-1, save U+0085.
    """
    if _C1.search(beyond):
        text = text.translate(_C1_SIGNS)
    if not _MOJIBAKE.search(beyond) or not _MOJIBAKE.search(text):
        return text
    return "\n".join(
        ftfy.fix_encoding(line, config=_MENDING) if _MOJIBAKE.search(line) and not line.isascii() else line
        for line in text.split("\n")
    )
