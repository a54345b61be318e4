"""Elements with thousands of attributes, which cost parsers of HTML the square of their number."""

from __future__ import annotations

import re

_LONG = 20_000  # characters of an element's opening that are looked at more closely
_MOST = 2_000  # attributes of one element that are kept
_OPENING = re.compile(r"""<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*+>?""")
_QUOTED = re.compile(r"""["'=]<""")


def fewer(html: str) -> str:
    """HTML whose elements have no more attributes than a parser reads in good time."""
    if len(html) < _LONG:
        return html
    if max(map(len, html.split("<"))) < _LONG and len(_QUOTED.findall(html)) < _MOST:
        return html
    return _OPENING.sub(_cut, html)


def _cut(found: re.Match[str]) -> str:
    opening = found[0]
    if len(opening) < _LONG:
        return opening
    parts = opening.split(None, _MOST)
    return opening if len(parts) <= _MOST else " ".join(parts[:-1]) + ">"
