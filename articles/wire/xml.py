"""XML as agencies send it: read safely, and as far as it goes.

No entity of a document is expanded, no DTD or other file is fetched; what is not well-formed is mended the
way libxml2 recovers, and told. The five entities of XML and those of HTML are known whether declared or not.
Elements are found by their local names: agencies bind a namespace to any prefix, to none, or forget it.
https://www.w3.org/TR/xml/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from typing import Any

from lxml import etree

from articles.wire import charsets
from articles.wire.errors import MalformedDocument, UnknownCharset
from articles.wire.story import Problem
from articles.wire.words import tidy

Element = Any  # lxml has no types of its own

BREAKS_OFF = "The XML breaks off"  # how the problem of a cut document begins

# Prefixes that feeds use without declaring them.
_USUAL_PREFIXES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
_DECLARATION = re.compile(rb"""<\?xml\s[^>]{0,400}?\bencoding\s*=\s*["']\s*([\w.:-]{1,60})\s*["']""")
_SLIPPED = 80  # characters that slip in before a document; more is what a server had to say
_TAGS = re.compile(r"<[^<>]*>")
_HEAD = 1024  # bytes in which the declaration stands
_PROLOG = re.compile(
    r"\s+|<\?.*?\?>|<!--.*?-->|<!doctype\s[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE
)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CONTROLS = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)])
_UNUSUAL = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)")
_REFERENCE = re.compile(
    r"""
    <!\[CDATA\[.*?(?:\]\]>|\Z) | <!--.*?(?:-->|\Z)
    | &(?: \#(?P<number>\d{1,8}) | \#[xX](?P<hex>[0-9a-fA-F]{1,6}) | (?P<name>[A-Za-z][A-Za-z0-9]{0,31}) );?
    | &
    """,
    re.VERBOSE | re.DOTALL,
)
_OWN = frozenset(("amp", "lt", "gt", "quot", "apos"))
_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]*):[A-Za-z_]|\s([A-Za-z_][\w.-]*):[A-Za-z_][\w.-]*\s*=")
_BOUND = re.compile(r"\sxmlns:([A-Za-z_][\w.-]*)\s*=")
_CUT_TAG = re.compile(r"<(?:[!/?\w]|\Z)")
_ESCAPED = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


@dataclass(frozen=True, slots=True)
class Tree:
    """A document that was read: its root elements (one, where it is as it should be), and how it was read."""

    roots: tuple[Element, ...]
    text: str
    charset: str
    certainty: float
    problems: tuple[Problem, ...]

    @property
    def root(self) -> Element:
        """The first root element."""
        return self.roots[0]


def load(document: bytes, charset: str | None = None) -> Tree:
    """Read a document; `charset` is believed before the declaration, the bytes before both.

    Problems are `entity`, `control-characters`, `malformed-xml` and those of `charsets.decode`. Raises
    `WireError` where no element can be had.
    """
    declared = _DECLARATION.search(document[:_HEAD])
    label = charset or (declared[1].decode("ascii", "replace") if declared else None)
    decoded = charsets.decode(document, label if charset else _usable(label))
    problems = list(decoded.problems)
    prepared = _prepared(decoded.text, problems)
    whole, parser = _parsed(prepared)
    if any(entry.domain == etree.ErrorDomains.NAMESPACE for entry in parser.error_log):
        whole, parser = _parsed(prepared, _bindings(prepared))
    roots = tuple(whole.iterchildren("*")) if whole is not None else ()
    if not roots:
        raise MalformedDocument("There is no element in this document.")
    problems += _faults(parser, roots)
    return Tree(roots, decoded.text, decoded.charset, decoded.certainty, tuple(problems))


def _parsed(text: str, bindings: str = "") -> tuple[Element | None, etree.XMLParser]:
    """The text inside one element of ours, and the parser with what it found wrong.

    That element makes room for a second root and for text behind the first, and binds forgotten prefixes.
    """
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(f"<_{bindings}>{text}</_>".encode(), parser), parser
    except etree.XMLSyntaxError as error:
        raise MalformedDocument(f"The XML cannot be read: {error.msg}.") from error


def _bindings(text: str) -> str:
    """Declarations of the prefixes that a text uses and does not declare."""
    used = {one or other for one, other in _PREFIX.findall(text)}
    unbound = sorted(used - set(_BOUND.findall(text)) - {"xml", "xmlns"})
    return "".join(f' xmlns:{prefix}="{_USUAL_PREFIXES.get(prefix, prefix)}"' for prefix in unbound)


def _usable(label: str | None) -> str | None:
    """The declared charset if there is one of that name; a wrong name in a document is no wrong argument."""
    try:
        return charsets.known(label) if label else None
    except UnknownCharset:
        return None


def _prepared(text: str, problems: list[Problem]) -> str:
    """The text without its prolog and what XML forbids, with references that any parser understands."""
    start = 0
    opening = text.find("<?xml ", 0, _HEAD)
    if opening > 0 and "<!" not in text[:opening]:  # something slipped in before the declaration
        start = opening
        if opening > _SLIPPED:
            said = tidy(_TAGS.sub(" ", text[:opening]))[:_SLIPPED]
            problems.append(
                Problem("leading-noise", f"What stood before the document was left out: “{said}”")
            )
    while match := _PROLOG.match(text, start):
        start = match.end()
    text = text[start:] if start else text
    if _holds_forbidden(text):
        text, count = _FORBIDDEN.subn("", text)
        signs = "control character was" if count == 1 else "control characters were"
        problems.append(Problem("control-characters", f"{count} {signs} left out that XML forbids."))
    if _UNUSUAL.search(text):
        text = _referenced(text, problems)
    if text.rfind("<![CDATA[") > text.rfind("]]>"):
        text += "]]>"
    elif (last := text.rfind("<")) > text.rfind(">") and _CUT_TAG.match(text, last):
        text = text[:last]  # cut within a tag, which is no text
    return text


def _holds_forbidden(text: str) -> bool:
    """Are there characters that XML forbids? On bytes, which takes a tenth of the time of a regex."""
    data = text.encode("utf-8", "surrogatepass")
    if len(data.translate(None, _CONTROLS)) != len(data):
        return True
    if len(data) == len(text):  # all of it is ASCII
        return False
    return (b"\xed" in data or b"\xef\xbf" in data) and _FORBIDDEN.search(text) is not None


def _referenced(text: str, problems: list[Problem]) -> str:
    """The text with entities of HTML as characters; other names stand as they were written, and are told."""
    unknown: dict[str, None] = {}

    def replaced(match: re.Match[str]) -> str:
        whole = match.group()
        if whole[0] == "<":
            return whole
        if number := match["number"] or match["hex"]:
            return _character(int(number, 10 if match["number"] else 16))
        name = match["name"]
        if name in _OWN and whole[-1] == ";":
            return whole
        if name and whole[-1] == ";":
            found = html5.get(f"{name};")
            if found:
                return "".join(_ESCAPED.get(char, char) for char in found)
            unknown[name] = None
        return f"&amp;{whole[1:]}"

    text = _REFERENCE.sub(replaced, text)
    if unknown:
        names = ", ".join(f"&{name};" for name in list(unknown)[:10])
        problems.append(Problem("entity", f"Not known here, so left as written: {names}"))
    return text


def _character(number: int) -> str:
    """The character of a numeric reference; those of Windows are meant where C1 controls are named."""
    if number in (9, 10, 13):  # written as references because in an attribute they would become blanks
        return f"&#{number};"
    if 0x80 <= number <= 0x9F:
        return bytes([number]).decode("cp1252", "ignore")
    if number > 0x10FFFF or (char := chr(number)) == "\x7f" or _FORBIDDEN.match(char):
        return ""
    return _ESCAPED.get(char, char)


def _faults(parser: etree.XMLParser, roots: tuple[Element, ...]) -> Iterator[Problem]:
    for entry in parser.error_log:
        if entry.level < etree.ErrorLevels.ERROR or entry.domain == etree.ErrorDomains.NAMESPACE:
            continue
        message = " ".join(entry.message.split())
        if " _" in f"{message} ".replace("\n", " ") and "mismatch" in message:
            yield Problem("malformed-xml", f"{BREAKS_OFF} before its end; what there is was read.")
        else:
            yield Problem(
                "malformed-xml",
                f"The XML is not well-formed in line {entry.line} ({message}); it was mended.",
            )
        break
    if len(roots) > 1:
        yield Problem("second-root", f"The document has {len(roots)} root elements; all of them were read.")


# ── Elements by their local names ─────────────────────────────────────────────────────────────────────────
def name(element: Element) -> str:
    """The local name of an element, as written; "" for what is none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def namespace(element: Element) -> str:
    """The namespace of an element, or ""."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag[0] == "{" else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The children of these local names, in the document's order; none of None."""
    return iter(()) if element is None else element.iterchildren(*(f"{{*}}{one}" for one in names))


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of a name, its first child of the next name, and so on; None where there is none."""
    for one in path:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{*}}{one}"), None)
    return element


def each(element: Element | None, *names: str) -> Iterator[Element]:
    """All elements of these local names below an element, in the document's order."""
    if element is not None:
        for found in element.iter(*(f"{{*}}{one}" for one in names)):
            if found is not element:
                yield found


def attribute(element: Element | None, *names: str) -> str | None:
    """The first of these attributes that has a value, tidied; a namespace before the name does not matter."""
    if element is None:
        return None
    for one in names:
        value = element.get(one)
        if value is None:
            value = _qualified(element, one)
        if value is not None and (value := tidy(value)):
            return str(value)
    return None


def _qualified(element: Element, name: str) -> str | None:
    """The value of an attribute that has a namespace before its name."""
    for key in element.attrib:
        if key[0] == "{" and key.rpartition("}")[2] == name:
            value: str = element.get(key)
            return value
    return None


def words(element: Element | None) -> str | None:
    """All text in an element on one line; None where there is none."""
    if element is None:
        return None
    text = element.text if not len(element) else "".join(element.itertext())
    return tidy(text or "") or None


def value(element: Element | None, *path: str) -> str | None:
    """The text of the element at a path of first children."""
    return words(child(element, *path))
