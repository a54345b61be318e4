"""Keeps hostile HTML shallow before it reaches the HTML parser.

The parser behind nh3 takes quadratic time over elements nested some ten thousand deep and overflows its stack
(which ends the process) at a hundred thousand. Nothing that people write is nested like that.
"""

from __future__ import annotations

import re
from collections.abc import Set

_FEW = 1500  # tags that are harmless however they nest
_DEPTH = 100
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]{0,60})((?:[^>"']|"[^"]*"|'[^']*'){0,4000}+)>""")
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")
_VOID = {"br", "hr"}
_INLINE = {"a", "b", "strong", "i", "em", "sub", "sup", "q"}
# An element that the next of these ends when its own end tag is left out.
_CELLS = {"td", "th", "p"}
_ROWS = _CELLS | {"tr", "caption"}
_SECTIONS = _ROWS | {"tbody", "thead", "tfoot"}
_SIBLINGS = {
    **{name: {"p"} for name in ("p", "h1", "h2", "h3", "h4", "h5", "h6")},
    **{name: {"dt", "dd", "p"} for name in ("dt", "dd")},
    **dict.fromkeys(("td", "th"), _CELLS),
    **dict.fromkeys(("tbody", "thead", "tfoot"), _SECTIONS),
    "li": {"li", "p"},
    "tr": _ROWS,
}


def limit(html: str, kept: Set[str], dropped: Set[str]) -> str:
    """The same HTML, rewritten with balanced tags no deeper than a hundred if it has very many tags.

    `kept` are the elements that stay, `dropped` those that go with their content; others leave their content.
    """
    if html.count("<") <= _FEW:
        return html
    lower = html.lower()
    out: list[str] = []
    open_tags: list[str] = []
    position = 0
    while True:
        start = html.find("<", position)
        if start < 0 or html.find(">", start) < 0:
            out.append(html[position:].replace("<", "&lt;"))
            break
        out.append(html[position:start])
        if html.startswith("<!--", start):
            end = html.find("-->", start + 4)
            position = len(html) if end < 0 else end + 3
            continue
        tag = _TAG.match(html, start)
        if tag is None:
            if html[start + 1 : start + 2] in ("!", "?", "/") or html[start + 1 : start + 2].isalpha():
                position = html.find(">", start) + 1
            else:
                out.append("&lt;")
                position = start + 1
            continue
        position = tag.end()
        name = tag[2].lower()
        if name in dropped:
            if not tag[1]:
                end = lower.find(f"</{name}", position)
                position = len(html) if end < 0 else end
        elif name in kept:
            if tag[1]:
                _close(name, open_tags, out)
            else:
                _open(name, tag[3], open_tags, out)
    out.extend(f"</{name}>" for name in reversed(open_tags))
    return "".join(out)


def _open(name: str, attributes: str, open_tags: list[str], out: list[str]) -> None:
    ended = _SIBLINGS.get(name)
    if ended:
        depth = len(open_tags)
        while depth and (open_tags[depth - 1] in ended or open_tags[depth - 1] in _INLINE):
            depth -= 1
        # only where one of those is open: inline elements alone are not ended
        if any(tag in ended for tag in open_tags[depth:]):
            out.extend(f"</{tag}>" for tag in reversed(open_tags[depth:]))
            del open_tags[depth:]
    if name not in _VOID:
        if len(open_tags) >= _DEPTH:
            return
        open_tags.append(name)
    values = "".join(
        f' {key}="{(double or single or bare).replace(chr(34), "&quot;")}"'
        for key, double, single, bare in _ATTRIBUTE.findall(attributes)
    )
    out.append(f"<{name}{values}>")


def _close(name: str, open_tags: list[str], out: list[str]) -> None:
    if name not in open_tags:
        return
    while True:
        tag = open_tags.pop()
        out.append(f"</{tag}>")
        if tag == name:
            return
