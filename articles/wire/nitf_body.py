"""NITF content wherever it is carried: a whole `<nitf>`, its `<body>`, or a bare `<body.content>`.

Used by NITF itself and by NewsML 1.2 and NewsML-G2, which carry NITF inside. Elements count by their local
names, in any namespace; upper-case names of older systems are lowered, missing levels (`body.head`,
`body.content`, `hl1`) are done without.
https://www.iptc.org/std/NITF/3.6/documentation/nitf-documentation.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from articles.wire import bodies, escaped, loose_text, sayings, xml
from articles.wire.bodies import Body
from articles.wire.copy import signoffs
from articles.wire.copy.agencies import is_agency
from articles.wire.copy.people import people
from articles.wire.nitf_parts import media, names, place, places, text
from articles.wire.record import Record
from articles.wire.story import Block, Credit, Media, Problem, Role
from articles.wire.words import tidy


@dataclass(frozen=True, slots=True)
class Content:
    """What the body of an NITF document says. Every text is tidied; None, "" or () where it says nothing.

    `headline` is the first `hl1`, `subheadline` the first `hl2` of the head; `description` the abstract;
    `date` the value of `story.date`, unread; `source` the distributor; `ednotes` are notes for editors.
    `blocks` are those of `body.content` and of `body.end`, `media` all pictures of head and content.
    `people`, `organisations` and `places` are those marked in abstract and content.
    """

    headline: str | None = None
    subheadline: str | None = None
    description: str | None = None
    byline: str | None = None
    credits: tuple[Credit, ...] = ()
    dateline: str | None = None
    located: str | None = None
    date: str | None = None
    source: str | None = None
    ednotes: tuple[str, ...] = ()
    correction: str | None = None
    copyright: str | None = None
    usageterms: str | None = None
    blocks: tuple[Block, ...] = ()
    media: tuple[Media, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(element: xml.Element) -> Content:
    """Read a `<nitf>`, `<body>`, `<body.content>` or whatever holds NITF blocks; it may be changed."""
    _mend(element)
    kind = xml.name(element)
    body = element
    if kind == "nitf":
        body = xml.child(element, "body")
        body = element if body is None else body
    escaped.unfold(body)
    head = xml.child(body, "body.head")
    head = body if head is None else head
    contents = [body] if kind == "body.content" else list(xml.children(body, "body.content"))
    if not contents:
        contents = [part for part in body.iterchildren("*") if xml.name(part) not in _NO_CONTENT]
    found = _blocks(contents, list(xml.children(body, "body.end")))
    problems: list[Problem] = []
    pictures = [*media([head, *contents], problems), *found.media]
    marked = [*xml.children(head, "abstract"), *contents]
    title = _hedline(head, body)
    printed, credited = _byline(head)
    line, located, date = _dateline(head)
    return Content(
        headline=title[0],
        subheadline=title[1],
        description=_abstract(head),
        byline=printed,
        credits=(*credited, *_taglines(body)),
        dateline=line,
        located=located,
        date=date,
        source=text(xml.child(head, "distributor")),
        ednotes=_all(body, "ednote"),
        correction=" ".join(_all(body, "correction_text")) or None,
        copyright=_copyright(head),
        usageterms=_usageterms(head),
        blocks=found.blocks,
        media=tuple(pictures),
        people=names(marked, "person"),
        organisations=names(marked, "org"),
        places=places(marked),
        problems=tuple(problems),
    )


def _blocks(contents: list[xml.Element], ends: list[xml.Element]) -> Body:
    """The blocks of the content and of what ends it; a content without elements is read as loose text."""
    if len(contents) == 1 and not len(contents[0]) and xml.name(contents[0]) == "body.content":
        loose = loose_text.read(contents[0].text or "")
        return Body((*loose.blocks, *bodies.from_elements(ends, _HTML).blocks), loose.media)
    return bodies.from_elements([*contents, *ends], _HTML)


def fill(record: Record, content: Content, *, body: bool = True) -> None:
    """Take all that a content says into a record; what the record holds already stands.

    With `body=False` the blocks are left to the caller, who may have several contents.
    """
    record.set("headline", content.headline)
    record.set("description", content.description)
    record.set("byline", content.byline)
    for credit in content.credits:
        record.credit(credit.name, credit.role, credit.place)
    if record.get("dateline") is None:
        record.set("dateline", content.dateline)
        record.set("located", content.located)
    record.set("source", content.source)
    for note in content.ednotes:
        record.note("ednote", note)
    record.note("correction", content.correction)
    record.set("copyright", content.copyright)
    record.note("usageterms", content.usageterms)
    record.add("people", *content.people)
    record.add("organisations", *content.organisations)
    record.add("places", *content.places)
    for picture in content.media:
        record.media(picture)
    for problem in content.problems:
        record.problem(problem.code, problem.message)
    if body:
        record.body(content.blocks)


# ── The blocks ───────────────────────────────────────────────────────────────────────────────────────────
# What NITF's elements are in HTML: "" goes with all in it, `span` leaves its text, `div` is a block.
_HTML = {
    "hl1": "h2",
    "hl2": "h2",
    "hedline": "div",
    "bq": "blockquote",
    "block": "div",
    "body.content": "div",
    "body.end": "div",
    "tagline": "p",
    "bibliography": "p",
    "biblio": "p",
    "fn": "p",
    "credit": "p",
    "datasource": "p",
    "copyrite": "p",
    "abstract": "div",
    "byline": "p",
    "byttl": "span",
    "dateline": "p",
    "distributor": "p",
    "note": "div",
    "ednote": "",
    "correction_text": "",
    "media-text": "",
    "link": "",
    "nitf-table": "div",
    "custom-table": "div",
    "nitf-table-metadata": "",
    "nitf-colgroup": "",
    "nitf-col": "",
    "col": "",
    "colgroup": "",
    "media": "",
    "tobject": "",
    "key-list": "",
    "alt-code": "",
    "rights": "",
    "object.title": "span",
    "title": "span",
    "video": "",
    "audio": "",
    "strong": "strong",
    "virtloc": "span",
    "frac": "span",
    "q": "q",
}
_NO_CONTENT = frozenset(
    (
        "head",
        "docdata",
        "pubdata",
        "tobject",
        "revision-history",
        "body.head",
        "body.end",
        "hedline",
        "headline",
        "slugline",
        "note",
        "rights",
        "byline",
        "distributor",
        "dateline",
        "copyrite",
        "abstract",
        "series",
    )
)
_QUOTES = ("“", '"', "„", "«", "»", "‘", "'", "”", "「", "『")
_PRINTED_APART = ("addressee", "care.of", "delivery.point", "delivery.office", "postcode", "pretitle")


def _mend(root: xml.Element) -> None:
    """Lower-case names; blanks where the parts of an address or a fraction would run into one another."""
    if _shouted(root):
        for element in root.iter("*"):
            _lower(element)
    for element in _QUALIFIED(root):
        if start := element.get("seqnum"):
            element.set("start", start)
        if tag := _CLASSES.get((xml.name(element), element.get("class"))):
            element.tag = tag
    for element in xml.each(root, *_MENDED):
        name = xml.name(element)
        if name == "q":
            if "".join(element.itertext()).lstrip()[:1] in _QUOTES:
                element.tag = "span"
        elif name == "frac":
            _mend_fraction(element)
        elif name == "note":
            if _for_editors(element):
                element.tag = "ednote"
        elif name == "block":
            _mend_block(element)
        elif name == "img":
            if element.get("src") is None and element.get("source"):
                element.set("src", element.get("source"))
        elif not (element.tail or "").strip() and element.getnext() is not None:
            element.tail = " "


# `class` names in HTML what NITF has no element for.
_QUALIFIED = etree.XPath("descendant::*[@class or @seqnum]")
_CLASSES = {
    ("em", "strong"): "strong",
    ("em", "bold"): "strong",
    ("em", "sub"): "sub",
    ("em", "sup"): "sup",
    ("hl2", "h3"): "h3",
    ("p", "pre"): "pre",
}
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)  # libxml2 lets others pass when it mends
_NAMES = ("name.given", "name.family", "name.middle", "name.suffix")
_MENDED = ("q", "frac", "note", "block", "img", *_PRINTED_APART, *_NAMES)


def _mend_fraction(frac: xml.Element) -> None:
    """`1/2` without its sign, and parted from the whole number before it."""
    numerator = xml.child(frac, "frac-num")
    if numerator is not None and xml.child(frac, "frac-sep") is None:
        numerator.tail = "/"
    before, outer = frac.getprevious(), frac.getparent()
    if before is not None and (before.tail or "")[-1:].isdigit():
        before.tail += " "
    elif before is None and outer is not None and (outer.text or "")[-1:].isdigit():
        outer.text += " "


def _mend_block(block: xml.Element) -> None:
    """A newspaper's archive sends the lead twice, and corrections as blocks of a class."""
    kind = xml.attribute(block, "class")
    if kind == "correction_text":
        block.tag = kind
    elif kind in ("lead_paragraph", "online_lead_paragraph") and any(
        xml.attribute(other, "class") == "full_text" for other in islice(block.itersiblings(), 20)
    ):
        block.tag = "media-text"


def _lower(element: xml.Element) -> None:
    name = xml.name(element)
    if not name.islower() and _NAME.fullmatch(name):
        element.tag = str(etree.QName(xml.namespace(element) or None, name.lower()))
    for key, value in list(element.attrib.items()):
        if not key.islower() and _NAME.fullmatch(key):
            del element.attrib[key]
            element.set(key.lower(), value)


def _shouted(root: xml.Element) -> bool:
    return any(not xml.name(one).islower() for one in (root, *root.iterchildren("*")))


def _for_editors(note: xml.Element) -> bool:
    """Is it for editors? Above the text every note cautions them, save the one on copyright."""
    kind = (xml.attribute(note, "noteclass") or "").lower()
    above = (outer := note.getparent()) is not None and xml.name(outer).lower() == "body.head"
    if above and kind != "cpyrt":
        return True
    return kind == "editorsnote" or (xml.attribute(note, "type") or "").lower() in ("npa", "pa")


# ── The head of the body ─────────────────────────────────────────────────────────────────────────────────
def _hedline(head: xml.Element, body: xml.Element) -> tuple[str | None, str | None]:
    found = (xml.child(part, name) for part in (head, body) for name in ("hedline", "headline"))
    hedline = next((one for one in found if one is not None), None)
    if hedline is None:
        return text(xml.child(head, "hl1")), None
    one, two = xml.child(hedline, "hl1"), xml.child(hedline, "hl2")
    if one is not None and two is not None and _ELSEWHERE.intersection(two.attrib.values()):
        two = None
    if one is None and two is None:
        return text(hedline), None
    return text(one) or text(two), text(two) if text(one) else None


def _abstract(head: xml.Element) -> str | None:
    found = text(xml.child(head, "abstract"))
    if found and loose_text.is_marked_up(found):
        return tidy(" ".join(block.text for block in loose_text.read(found).blocks)) or None
    return found


# Marks of a second headline that is the first in another edition.
_ELSEWHERE = frozenset(("originalHeadline", "online_headline"))


def _byline(head: xml.Element) -> tuple[str | None, list[Credit]]:
    """The bylines as printed, and who is named in them; an agency alone below a name is part of neither."""
    printed: list[str] = []
    credited: list[Credit] = []
    bylines = list(xml.children(head, "byline"))
    normal = [one for one in bylines if xml.attribute(one, "class") == "normalized_byline"]  # "DOE, JANE"
    for byline in bylines:
        if byline in normal and len(normal) < len(bylines):
            continue
        titles = [found for found in map(text, xml.children(byline, "byttl")) if found]
        titles += [found for line in xml.children(byline, "br") if (found := tidy(line.tail or ""))]
        whole = text(byline) or ""
        bare = whole
        for title in titles:
            bare = tidy(bare.replace(title, " ", 1))
            if is_agency(title) and bare:
                whole = tidy(whole.replace(title, " ", 1))
        if not whole:
            continue
        printed.append(whole.rstrip(",") if bare else whole)
        where = text(xml.child(byline, "location"))
        named = [
            Credit(name, _role(person), where)
            for person in xml.children(byline, "person")
            for name in _named(person)
        ]
        credited += named or people((bare or whole).rstrip(" ,;"))
    return ", ".join(dict.fromkeys(printed)) or None, credited


def _named(person: xml.Element) -> list[str]:
    """The names in a `person` of a byline: mostly one, but agencies put `By Jane Doe and John Roe` in it.

    What is marked as a person is a name, whatever its words are elsewhere: `Jordan Press`. One whose
    function or parts of the name are told is one.
    """
    whole = text(person)
    if not whole or len(person):
        return [whole] if whole else []
    names = _JOINED.split(whole)
    if len(names) > 1 and ", " in names[0]:
        names[:1] = names[0].split(", ")
    if not all(" " in name.strip() for name in names):
        names = [whole]
    return [_bare(name.strip()) for name in names]


def _bare(name: str) -> str:
    """A name without the `By` before it."""
    found = people(name)
    return found[0].name if len(found) == 1 and name.endswith(f" {found[0].name}") else name


_JOINED = re.compile(r" (?:and|&|und|et|y|e|og|och|en) |; ")


def _role(person: xml.Element) -> Role:
    """What a person of a byline did, by the value of its `function`."""
    told = (xml.attribute(xml.child(person, "function"), "value") or "").lower()
    return Role(told) if told in _ROLES else Role.AUTHOR


def _dateline(head: xml.Element) -> tuple[str | None, str | None, str | None]:
    """The dateline as printed, its place, and its date. A date in a machine's spelling was never printed."""
    element = xml.child(head, "dateline")
    if element is None:
        return None, None, None
    dated = xml.child(element, "story.date")
    date = text(dated)
    whole = text(element) or ""
    if date and _MACHINE.match(date):
        whole = tidy(whole.replace(date, " ", 1))
    located = [found for found in map(place, xml.children(element, "location")) if found]
    if len(located) == 1 and _BETWEEN.sub("", whole) == _BETWEEN.sub("", located[0]):
        whole = located[0]  # parts of the place that had nothing between them
    printed, found = sayings.dateline_of(whole)
    return printed, ", ".join(located) or found, xml.attribute(dated, "norm") or date


_BETWEEN = re.compile(r"[\s,]+")
_MACHINE = re.compile(r"\d{4}-?\d\d-?\d\d")


def _all(body: xml.Element, name: str) -> tuple[str, ...]:
    return tuple(found for found in map(text, islice(xml.each(body, name), 100)) if found)


def _copyright(head: xml.Element) -> str | None:
    for note in xml.children(head, "copyrite"):
        if found := text(note):
            return found
    for note in xml.children(head, "note"):
        if (xml.attribute(note, "noteclass") or "").lower() == "cpyrt" and (found := text(note)):
            return found
    return text(xml.child(head, "rights", "rights.owner"))


def _usageterms(head: xml.Element) -> str | None:
    rights = xml.child(head, "rights")
    if rights is None:
        return None
    whole = text(rights) or ""
    for part in rights.iterchildren("*"):
        name = xml.name(part)
        if name.startswith("rights.owner.") and (told := text(part)):  # the owner's portrait, address …
            whole = tidy(whole.replace(told, " ", 1))
    return whole if whole != text(xml.child(rights, "rights.owner")) else None


def _taglines(body: xml.Element) -> Iterator[Credit]:
    """Who is credited at the end: `Jane Doe contributed to this report.`"""
    for tagline in xml.children(xml.child(body, "body.end"), "tagline"):
        words = text(tagline) or ""
        found = signoffs.read(words)
        for line in found.credits if found else ():
            role = Role(line.kind) if line.kind in _ROLES else Role.CONTRIBUTOR
            where = words[slice(*line.person.place)] if line.person.place else None
            yield Credit(words[slice(*line.person.name)], role, where)


_ROLES = frozenset(role.value for role in Role)
