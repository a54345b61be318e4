"""White space, control characters and line ends, as all of `markup` understands them."""

from __future__ import annotations

import re

BLANKS = " \t\n\r\f\v\x85\xa0"
INVISIBLE = BLANKS + "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
SPACE_RUN = re.compile(f"[{BLANKS}]{{2,}}|[\t\n\r\f\v\x85]")
LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029")
_EMPTY_LINES = re.compile(r"(?:[ \t\xa0]*\n)+")

# A tag as the sanitiser writes it, and as it stands in a clean body: name with its slash, and attributes.
TOKEN = re.compile(r'<(/?[a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>')


def squeeze(text: str) -> str:
    """Runs of white space as one space, ends trimmed, no control characters. A lone no-break space stays."""
    return SPACE_RUN.sub(" ", CONTROLS.sub("", text)).strip(BLANKS)


def without_empty_lines(text: str) -> str:
    """The text from its first line on that is not blank: HTML parsers drop a line end right after `<pre>`."""
    blank = _EMPTY_LINES.match(text)
    return text[blank.end() :] if blank else text
