"""Paragraphs as WordPress makes them: blank lines part them, other line ends stay as breaks.

Line breaks are put in, two where a paragraph ends; the sanitiser of `markup` makes blocks of that wherever
they stand. Addresses alone on a line, which WordPress shows as what they lead to, become links.
"""

from __future__ import annotations

import re

TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})((?:[^<>"']++|"[^"]*"|'[^']*'){0,1000}+)>""")
_VERBATIM = {
    name: re.compile(f"</{name}", re.IGNORECASE) for name in ("pre", "script", "style", "textarea", "svg")
}
_BLOCKS = frozenset(
    [
        *("table", "thead", "tfoot", "caption", "col", "colgroup", "tbody", "tr", "td", "th", "div", "dl"),
        *("dd", "dt", "ul", "ol", "li", "pre", "form", "blockquote", "address", "p", "h1", "h2", "h3"),
        *("h4", "h5", "h6", "hr", "fieldset", "legend", "section", "article", "aside", "hgroup", "header"),
        *("footer", "nav", "figure", "figcaption", "details", "menu", "summary", "center", "main"),
        *("option", "select", "map", "area"),
    ]
)
# Most texts have their paragraphs made already: line ends stand between blocks alone.
_WRITTEN = r"(?:p|h[1-6]|[uo]l|li|blockquote|div|figure|table|t[rdh]|thead|tbody|hr)"
_BETWEEN = re.compile(rf"(</{_WRITTEN}>)\s*\n\s*(?=</?{_WRITTEN}[\s>]|\Z)")
_BLANK_LINES = re.compile(r"[ \t\xa0]*\n(?:[ \t\xa0]*\n)+[ \t]*")
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_ADDRESS = re.compile(r"^[ \t]*(https?://[^\s<>\"\[\]]+)[ \t]*$", re.MULTILINE)
_WHITE = " \t\n"


def made(html: str) -> str:
    """The HTML with its paragraphs and line breaks made, outside of `<pre>` and the like."""
    if "\n" in html and "<pre" not in html:
        html = html.replace("</p>\n<p>", "</p><p>")  # most of them, so that little is left to look for
        if "\n" in html:
            html = _BETWEEN.sub(_end_tag, html)
    if "\n" not in html and html.startswith("<p>"):
        return linked(html)
    return _broken_at_tags(html)


def _end_tag(match: re.Match[str]) -> str:
    return match[1]


def _broken_at_tags(html: str) -> str:
    if "\n" not in html and "://" not in html:
        return html
    out: list[str] = []
    position = 0
    before = "p"  # the tag before the text: at either end as if a block were there
    while True:
        tag = TAG.search(html, position)
        name = tag[2].lower() if tag else "p"
        text = html[position : tag.start()] if tag else html[position:]
        if text:
            out.append(_broken(text, before, name))
        if tag is None:
            break
        out.append(tag[0])
        position = tag.end()
        before = name
        if name in _VERBATIM and not tag[1]:
            end = _VERBATIM[name].search(html, position)
            position = end.start() if end else len(html)
            out.append(html[tag.end() : position])
    return "".join(out)


def _broken(text: str, before: str, after: str) -> str:
    if "://" in text and before != "a":
        text = _ADDRESS.sub(r'\n\n<a href="\1">\1</a>\n\n', text)
    if "\n" not in text:
        return text
    if before in _BLOCKS:
        text = text.lstrip(_WHITE)
    elif before == "br":
        text = text.lstrip(" \t").removeprefix("\n")
    if after in _BLOCKS:
        text = text.rstrip(_WHITE)
    elif after == "br":
        text = text.rstrip(" \t").removesuffix("\n")
    if "\n" in text:
        text = _LINE_END.sub("<br>", _BLANK_LINES.sub("<br><br>", text))
    return text


_ALONE = re.compile(r">\s*(https?://[^\s<>\"]+)\s*(</(?:p|div|figure)>)")


def linked(html: str) -> str:
    """The HTML of blocks, with addresses that are alone in theirs as links."""
    return _ALONE.sub(r'><a href="\1">\1</a>\2', html) if "://" in html else html
