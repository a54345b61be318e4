"""The charsets that copy comes in, by their IANA names, and what else people and programs call them.

https://www.iana.org/assignments/character-sets/ and the labels of https://encoding.spec.whatwg.org/.
"""

from __future__ import annotations

import codecs

from articles.wire.errors import UnknownCharset

# IANA name, and the Python codec that reads it. Supersets stand in for what they extend: what calls itself
# Shift_JIS has Microsoft's characters in it.
_CODECS = {
    "utf-8": "utf-8",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "utf-32": "utf-32",
    "utf-32-le": "utf-32-le",
    "utf-32-be": "utf-32-be",
    "us-ascii": "ascii",
    **{f"windows-{number}": f"cp{number}" for number in (874, *range(1250, 1259))},
    **{f"iso-8859-{number}": f"iso8859-{number}" for number in (*range(1, 12), 13, 14, 15, 16)},
    "koi8-r": "koi8_r",
    "koi8-u": "koi8_u",
    "koi8-t": "koi8_t",
    "mac-cyrillic": "mac_cyrillic",
    "mac-roman": "mac_roman",
    "mac-latin2": "mac_latin2",
    "mac-turkish": "mac_turkish",
    "mac-greek": "mac_greek",
    **{
        name: name
        for name in ("cp437", "cp737", "cp775", "cp850", "cp852", "cp855", "cp857", "cp858", "cp865", "cp866")
    },
    "tis-620": "cp874",
    "kz1048": "kz1048",
    "ptcp154": "ptcp154",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "hz-gb-2312": "hz",
    "big5": "cp950",
    "big5-hkscs": "big5hkscs",
    "shift_jis": "cp932",
    "euc-jp": "euc_jis_2004",
    "iso-2022-jp": "iso2022_jp_ext",
    "euc-kr": "cp949",
    "iso-2022-kr": "iso2022_kr",
    "johab": "johab",
}

_OTHER_NAMES = {
    "unicode": "utf-16",
    "ucs-2": "utf-16",
    "iso-10646-ucs-2": "utf-16",
    "ansi": "windows-1252",
    "x-ansi": "windows-1252",
    "x-sjis": "shift_jis",
    "windows-31j": "shift_jis",
    "ms_kanji": "shift_jis",
    "x-euc-jp": "euc-jp",
    "ks_c_5601-1987": "euc-kr",
    "windows-949": "euc-kr",
    "x-gbk": "gbk",
    "gb_2312-80": "gb2312",
    "x-x-big5": "big5",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-ukrainian": "mac-cyrillic",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
    "mac": "mac-roman",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "dos-874": "windows-874",
    "ibm866": "cp866",
    "x-cp1251": "windows-1251",
}

# An ISO charset whose bytes 0x80 to 0x9F are unused controls, and the Windows charset that puts signs there.
WINDOWS_TWINS = {
    "iso-8859-1": "windows-1252",
    "iso-8859-7": "windows-1253",
    "iso-8859-8": "windows-1255",
    "iso-8859-9": "windows-1254",
    "iso-8859-11": "windows-874",
    "us-ascii": "windows-1252",
    "iso-8859-13": "windows-1257",
    "iso-8859-2": "windows-1250",
    "iso-8859-5": "windows-1251",
    "iso-8859-6": "windows-1256",
    "iso-8859-15": "windows-1252",
}
# Only of these is all else the same, so that one may stand for the other.
SAME_LETTERS = {"iso-8859-1", "iso-8859-9", "iso-8859-11", "us-ascii"}

MULTIBYTE = {"gb2312", "gbk", "gb18030", "big5", "big5-hkscs", "shift_jis", "euc-jp", "euc-kr", "johab"}
SEVEN_BIT = {"hz-gb-2312", "iso-2022-jp", "iso-2022-kr"}
UNICODE = {"utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"}


def _codec(name: str) -> str | None:
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError, UnicodeError):
        return None


_BY_CODEC: dict[str, str] = {}
for _name, _python in reversed(_CODECS.items()):
    for _spelling in (_python, _name):
        _found = _codec(_spelling)
        if _found:
            _BY_CODEC[_found] = _name
_BY_CODEC.update(
    {"gb2312": "gb2312", "gbk": "gbk", "gb18030": "gb18030", "cp874": "windows-874", "ascii": "us-ascii"}
)


def known(label: str) -> str:
    """The IANA name, in lower case, of the charset that a label means; `UnknownCharset` if there is none.

    >>> known("Latin5"), known("cp1254"), known("SJIS")
    ('iso-8859-9', 'windows-1254', 'shift_jis')
    """
    name = label.strip().strip("\"'").lower()
    for spelling in (name, name.replace("_", "-"), name.replace(" ", "-")):
        if spelling in _CODECS:
            return spelling
        if spelling in _OTHER_NAMES:
            return _OTHER_NAMES[spelling]
    found = _codec(name) if name.isascii() and "\0" not in name else None
    if found not in _BY_CODEC:
        raise UnknownCharset(f"There is no charset {label!r}; common are utf-8, windows-1252 and gb18030.")
    return _BY_CODEC[found]


def codec(name: str) -> str:
    """The Python codec that reads the charset of this IANA name."""
    return _CODECS[name]
