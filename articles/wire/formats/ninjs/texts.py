"""Headlines, descriptions and bodies of an item, each in several roles and types; and the best of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import unescape

from articles.wire import bodies, json_document, nitf_body, xml
from articles.wire.bodies import Body
from articles.wire.errors import WireError
from articles.wire.json_document import Fields, plain


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PLURALS = {"headline": "headlines", "description": "descriptions", "body": "bodies"}
_MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|em|strong|h[1-6]|ul|ol|li|table|section|article|body|html|sup|sub|blockquote)\b"
    r"[^<>]*>",
    re.IGNORECASE,
)
_NITF = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:nitf|body\.content)\b")
_REFERRING = re.compile(
    r"""<img\b[^<>]*?\ssrc=["']([^"'<>]*)["'][^<>]*?\sdata-assoc-ref=["']([^"'<>]*)["']"""
)
# Words in a role that tell the type of the text and not its part.
_TYPE_WORDS = {
    "text": "text",
    "plain": "text",
    "plaintext": "text",
    "html": "html",
    "html5": "html",
    "xhtml": "html",
    "richhtml": "html",
    "richhtml5": "html",
    "richtext": "html",
    "rich": "html",
    "nitf": "nitf",
    "nitf3": "nitf",
    "ttnitf": "xml",
    "xml": "xml",
}
_HEADLINES = (
    "main",
    "headline",
    "",
    "hl1",
    "h1",
    "primary",
    "publish",
    "published",
    "full",
    "long",
    "web",
    "title",
)
_SUBHEADLINES = (
    "sub",
    "subheadline",
    "subhead",
    "subtitle",
    "deck",
    "dek",
    "standfirst",
    "secondary",
    "extended",
)
_MINOR_HEADLINES = (*_SUBHEADLINES, "kicker", "overline", "short", "seo", "social", "push", "alt", "teaser")
_SUMMARIES = (
    "summary",
    "abstract",
    "standfirst",
    "lead",
    "lede",
    "ingress",
    "intro",
    "introduction",
    "preamble",
    "deck",
    "dek",
    "main",
    "",
    "description",
    "long",
    "teaser",
    "short",
    "caption",
)
_CAPTIONS = ("caption", "main", "", "description", "summary", "long", "abstract", "short")
_NO_DESCRIPTIONS = _words(
    """
    creditline credit writer captionwriter author byline shotlist script storyline instructions
    specialinstructions note ednote alt alttext alternative accessibility locationline dateline located
    keywords copyright source contact bio
    """
)
_CREDITS = ("creditline", "credit")
_ALTS = ("alt", "alttext", "alternative", "accessibility")
_BODIES = ("", "main", "full", "story", "body", "article", "content")
_RICH = ("rich", "xhtml", "html5", "html")


@dataclass(frozen=True, slots=True)
class Variant:
    """One of several texts: its role without the words for its type, that type, and the whole role."""

    role: str
    kind: str
    text: str
    name: str


def variants(item: Fields, name: str) -> list[Variant]:
    """All texts of a name, in order: `headline`, a list of `headlines`, `headline_web` and so on."""
    found: list[Variant] = []
    for key in (_PLURALS[name], name):
        value = item.values.get(key)
        if isinstance(value, list | dict):
            for entry in value if isinstance(value, list) else [value]:
                if isinstance(entry, str):
                    found += _variant("", None, entry)
                elif isinstance(entry, dict):
                    part = item.of(entry)
                    role = part.text("role", "name") or ""
                    found += _variant(role, part.text("contenttype", "mimetype"), part.text("value", "text"))
        elif key in item:
            found += _variant("", None, item.text(key))
    prefix = f"{name}_"
    for key in item.values:
        if key.startswith(prefix):
            found += _variant(key.removeprefix(prefix), None, item.text(key))
    return found


def _variant(role: str, content_type: str | None, text: str | None) -> list[Variant]:
    if not text or text.isspace():
        return []
    words = [word for word in re.split(r"[^a-z0-9]+", role.lower()) if word]
    kinds = [_TYPE_WORDS[word] for word in words if word in _TYPE_WORDS]
    kind = _kind(content_type or "", text) or (kinds[0] if kinds else "text")
    if kind == "text" and _MARKUP.search(text):
        kind = "html"
    if kind in ("html", "xml") and _NITF.match(text):
        kind = "nitf"
    part = "".join(word for word in words if word not in _TYPE_WORDS)
    return [Variant(part, kind, text, "".join(words))]


def _kind(content_type: str, text: str) -> str | None:
    content_type = content_type.lower()
    if "html" in content_type:
        return "html"
    if "nitf" in content_type or _NITF.match(text):
        return "nitf"
    if "xml" in content_type:
        return "xml"
    return "text" if "plain" in content_type else None


def headline(item: Fields) -> str | None:
    """The main headline; one of another role, or the title, only where there is no better."""
    found = variants(item, "headline")
    for wanted in _HEADLINES:
        for variant in found:
            if variant.role == wanted:
                return plain(variant.text)
    other = [variant for variant in found if variant.role not in _MINOR_HEADLINES]
    title = item.text("title")
    if other:
        return plain(other[0].text)
    return plain(title) if title else plain(found[0].text) if found else None


def description(item: Fields, caption: bool = False) -> str | None:
    """The standfirst, summary or abstract; of pictures and films (`caption`) the caption before all."""
    found = [variant for variant in variants(item, "description") if variant.role not in _NO_DESCRIPTIONS]
    order = _CAPTIONS if caption else _SUMMARIES
    best = _best(found, order)
    if best is None and not caption:
        best = next((one for one in variants(item, "headline") if one.role in _SUBHEADLINES), None)
        if best and plain(best.text) == headline(item):
            best = None
    return plain(best.text) if best else None


def _best(found: Sequence[Variant], order: Sequence[str]) -> Variant | None:
    """The one whose role comes first in the order, plain text before mark-up."""
    if not found:
        return None
    rank = {role: index for index, role in enumerate(order)}
    return min(found, key=lambda one: (rank.get(one.role, len(order)), one.kind != "text"))


def credit(item: Fields) -> str | None:
    """The credit line of a picture or film."""
    return _of_role(item, _CREDITS) or item.text("creditline", "credit")


def dateline(item: Fields) -> str | None:
    """The dateline, which ninjs 3 has as a description at most."""
    return _of_role(item, ("dateline",))


def alternative(item: Fields) -> str | None:
    """What stands for a picture where it cannot be seen."""
    return _of_role(item, _ALTS) or item.text("alttext", "alt_text", "alt")


def _of_role(item: Fields, roles: Sequence[str]) -> str | None:
    found = next((one for one in variants(item, "description") if one.role in roles), None)
    return plain(found.text) if found else None


def body(item: Fields) -> Body:
    """The richest body that is not empty: HTML before NITF before plain text, the main part before others."""
    for variant in sorted(variants(item, "body"), key=_rank):
        found = _read(variant)
        if found.blocks:
            known = _associated(item, variant.text) if found.media else frozenset()
            return replace(found, media=tuple(one for one in found.media if one.href not in known))
    return Body(())


def _associated(item: Fields, html: str) -> frozenset[str]:
    """The addresses of the pictures in a text that stand there for an association, as TT says."""
    if "data-assoc-ref" not in html:
        return frozenset()
    value = item.values.get("associations")
    names = (
        set(value) if isinstance(value, dict) else {one.text("name") for one in item.objects("associations")}
    )
    return frozenset(unescape(source) for source, name in _REFERRING.findall(html) if name in names)


def _rank(variant: Variant) -> tuple[bool, int, int]:
    kinds = ("html", "nitf", "text", "xml")
    rich = next((index for index, word in enumerate(_RICH) if word in variant.name), len(_RICH))
    return (variant.role not in _BODIES, kinds.index(variant.kind), rich)


def _read(variant: Variant) -> Body:
    text = variant.text
    if variant.kind == "nitf":
        try:
            content = nitf_body.read(xml.load(text.encode("utf-8", "replace")).root)
        except WireError:
            return Body(())
        return Body(content.blocks, content.media)
    if variant.kind == "text":
        return Body(json_document.blocks(text))
    if "<" not in text:
        return Body(json_document.blocks(unescape(text)))
    if 'class="dat"' in text:  # TT: topic and agency stand side by side, parted by style alone
        text = text.replace("</span><span", "</span> <span")
    return bodies.from_html(text)
