"""JSON-LD as pages really carry it: in comments and CDATA, with line breaks in strings and commas too many.

https://schema.org/NewsArticle, https://www.w3.org/TR/json-ld11/
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

Node = dict[str, Any]

_WRAPPER = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)+|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)+\s*;?\s*$"
)
_LINE_COMMENT = re.compile(r"^[ \t]*//[^\n]*$", re.MULTILINE)
_COMMA = re.compile(r",(\s*[}\]])")
_LOST_COMMA = re.compile(r"([}\]\"])([ \t\r]*\n\s*+)(?=\"[@\w]+\"\s*:)")
_MOST = 4_000_000  # characters of one script
_NODES = 5000
ARTICLES: tuple[str, ...] = tuple(
    """
    newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle
    backgroundnewsarticle reviewnewsarticle askpublicnewsarticle advertisercontentarticle
    satiricalarticle liveblogposting blogposting socialmediaposting scholarlyarticle
    techarticle report article creativework newsmediaobject
    """.split()  # noqa: SIM905
)


def load(text: str) -> list[Any] | None:
    """The values in a script, one as a rule; None where nothing can be made of it."""
    text = _WRAPPER.sub("", text[:_MOST]).strip().rstrip(";")
    if not text:
        return []
    for mended in _mended(text):
        try:
            return list(_values(mended))
        except (ValueError, RecursionError):
            continue
    return None


def _mended(text: str) -> Iterator[str]:
    yield text
    without = _COMMA.sub(r"\1", _uncommented(text))
    yield without
    yield _LOST_COMMA.sub(r"\1,\2", without)
    if "&quot;" in text or "&#34;" in text:
        yield _COMMA.sub(r"\1", unescape(text))
    cut = max(text.rfind("}"), text.rfind("]"))
    if 0 < cut < len(text) - 1:
        yield text[: cut + 1]


def _uncommented(text: str) -> str:
    """The text without `/* … */` and lines that begin with `//`."""
    text = _LINE_COMMENT.sub("", text)
    parts: list[str] = []
    at = 0
    while (start := text.find("/*", at)) >= 0 and (end := text.find("*/", start)) >= 0:
        parts.append(text[at:start])
        at = end + 2
    return "".join([*parts, text[at:]])


_decoder = json.JSONDecoder(strict=False)


def _values(text: str) -> Iterator[Any]:
    at = len(text) - len(text.lstrip())
    while at < len(text):
        found, at = _decoder.raw_decode(text, at)
        yield found
        while at < len(text) and (text[at].isspace() or text[at] in ",;"):
            at += 1


def nodes(values: list[Any]) -> list[Node]:
    """All objects that may be things of their own, outermost first: of lists, `@graph`, `mainEntity` …"""
    found: list[Node] = []
    waiting = list(reversed(values))
    while waiting and len(found) < _NODES:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            found.append(value)
            inner = [
                value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart") if key in value
            ]
            waiting += reversed([one for one in inner if isinstance(one, dict | list)])
    return found


def types(node: Node) -> list[str]:
    """The types of a node in small letters, without what stands before their names."""
    said = node.get("@type") or node.get("type") or ()
    return [
        re.split(r"[/#:]", one)[-1].lower()
        for one in (said if isinstance(said, list) else [said])
        if isinstance(one, str)
    ]


def article(found: list[Node]) -> Node | None:
    """The node that is the article: by its type, and among several by how much it tells."""
    best: tuple[tuple[int, int], Node] | None = None
    for place, node in enumerate(found):
        kinds = types(node)
        rank = min((ARTICLES.index(kind) for kind in kinds if kind in ARTICLES), default=None)
        if rank is None and "webpage" in kinds and "headline" in node and "datePublished" in node:
            rank = len(ARTICLES)
        if rank is None or not ("headline" in node or "name" in node or "articleBody" in node):
            continue
        told = sum(
            1
            for key in ("headline", "datePublished", "author", "articleBody", "description")
            if node.get(key)
        )
        key = (told * 100 - rank, -place)
        if best is None or key > best[0]:
            best = (key, node)
    return best[1] if best else None


class Graph:
    """The nodes of a page; a node that only points to another (`{"@id": …}`) is taken for that other."""

    def __init__(self, values: list[Any]) -> None:
        self.nodes = nodes(values)
        self.article = article(self.nodes)
        self.known: dict[str, Node] = {}
        for node in self.nodes:
            if isinstance(node.get("@id"), str) and len(node) > 1:
                self.known.setdefault(node["@id"], node)

    def resolved(self, value: Any) -> Any:
        """The node itself for a pointer to it."""
        if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
            return self.known.get(value["@id"], value)
        return value

    def each(self, node: Node | None, *keys: str) -> Iterator[Any]:
        """The values of the first of these keys that has any, lists opened, pointers followed."""
        for key in keys:
            value = node.get(key) if node else None
            some = [self.resolved(one) for one in (value if isinstance(value, list) else [value])]
            some = [one for one in some if one not in (None, "", [], {})]
            if some:
                yield from some
                return

    def text(self, node: Node | None, *keys: str) -> str | None:
        """The first text of these keys; of an object its name, text or value."""
        for key in keys:
            for value in self.each(node, key):
                if text := plain(value):
                    return text
        return None


def plain(value: Any) -> str | None:
    """A value as text: itself, or an object's name, text, `@value` or `@id`."""
    if isinstance(value, str):
        return unescape(value).strip() or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, dict):
        for key in ("name", "text", "@value", "headline"):
            inner = value.get(key)
            if isinstance(inner, list) and inner:
                inner = inner[0]
            if isinstance(inner, str) and inner.strip():
                return unescape(inner).strip()
    return None


def address(value: Any) -> str | None:
    """A value as an address: itself, or an object's url, contentUrl or `@id`."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, dict):
        for key in ("url", "contentUrl", "contentURL", "@id"):
            inner = value.get(key)
            if isinstance(inner, list) and inner:
                inner = inner[0]
            if isinstance(inner, str) and inner.strip():
                return inner.strip()
    return None
