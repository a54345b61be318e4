"""XMP, RDF within a photo, and IPTC's schemas in it: https://developer.adobe.com/xmp/docs/xmp-specifications/"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.wire import xml
from articles.wire.errors import WireError
from articles.wire.photo_metadata.said import Said
from articles.wire.story import Link, Subject
from articles.wire.xml import Element

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MOST = 2000  # items of one list
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/xap/1.0/rights/": "rights",
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://ns.useplus.org/ldf/xmp/1.0/": "plus",
    "http://www.metadataworkinggroup.com/schemas/regions/": "regions",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "core",
}
_TEXTS = {
    "dc:title": "title",
    "dc:description": "caption",
    "dc:rights": "copyright",
    "photoshop:Headline": "headline",
    "photoshop:Credit": "credit",
    "photoshop:Source": "source",
    "photoshop:City": "city",
    "photoshop:State": "state",
    "photoshop:Country": "country",
    "photoshop:DateCreated": "date",
    "photoshop:Urgency": "urgency",
    "photoshop:Category": "category",
    "photoshop:Instructions": "instructions",
    "core:Location": "sublocation",
    "core:AltTextAccessibility": "alt",
    "core:ExtDescrAccessibility": "description",
    "rights:UsageTerms": "usageterms",
    "tiff:ImageDescription": "tiff-caption",
    "tiff:Artist": "tiff-creator",
    "tiff:Copyright": "tiff-copyright",
    "exif:DateTimeOriginal": "exif-date",
}
_LISTS = {
    "dc:creator": "creators",
    "dc:subject": "keywords",
    "photoshop:SupplementalCategories": "supplemental",
    "ext:PersonInImage": "people",
    "ext:OrganisationInImageName": "organisations",
    "dc:language": "language",
}
_CONTAINERS = (f"{_RDF}Alt", f"{_RDF}Seq", f"{_RDF}Bag")
_PLACE = ("LocationName", "City", "Sublocation", "ProvinceState", "CountryName", "WorldRegion")
_EXTENSION = re.compile(rb"HasExtendedXMP[^0-9A-Fa-f]{1,40}([0-9A-Fa-f]{32})")


def extension(packet: bytes) -> bytes | None:
    """The digest of the packet that goes on from this one, or None."""
    found = _EXTENSION.search(packet.replace(b"\0", b""))
    return found[1].upper() if found else None


def read(packet: bytes) -> Said:
    """What a packet says; a broken one as far as it can be read."""
    said = Said()
    try:
        roots = xml.load(_in_utf8(packet)).roots
    except WireError:
        return said
    for root in roots:
        for rdf in [root] if xml.name(root) == "RDF" else xml.each(root, "RDF"):
            for description in xml.children(rdf, "Description"):
                for name, element in _properties(description):
                    _take(said, name, element)
    return said


def _in_utf8(packet: bytes) -> bytes:
    """A packet in one of the wider charsets as UTF-8: it begins on a sign of ASCII in any case."""
    for charset, start in (
        ("utf-32-be", b"\0\0\0<"),
        ("utf-32-le", b"<\0\0\0"),
        ("utf-16-be", b"\0<"),
        ("utf-16-le", b"<\0"),
    ):
        if packet.startswith(start):
            return packet.decode(charset, "replace").encode("utf-8", "replace")
    return packet.strip(b"\0 \r\n\t")


def _properties(description: Element) -> Iterator[tuple[str, Element | str]]:
    """The properties of a description, written as attributes or as elements."""
    for key, value in description.attrib.items():
        prefix = _prefix(key[1:].partition("}")[0]) if key[0] == "{" else ""
        if prefix:
            yield f"{prefix}:{key.rpartition('}')[2]}", value
    for element in description.iterchildren("*"):
        prefix = _prefix(xml.namespace(element))
        if prefix:
            yield f"{prefix}:{xml.name(element)}", element


def _prefix(namespace: str) -> str:
    known = _PREFIXES.get(namespace)
    if known is None and "iptc.org/std/Iptc4xmpExt/" in namespace:
        return "ext"
    return known or ""


def _take(said: Said, name: str, element: Element | str) -> None:
    key = _TEXTS.get(name)
    if key:
        text = element if isinstance(element, str) else _text(element)
        if text:
            said.texts.setdefault(key, text)
        if not isinstance(element, str) and name in ("dc:description", "dc:title"):
            _language(said, element)
        return
    key = _LISTS.get(name)
    if key:
        found = [element] if isinstance(element, str) else [_item(item) for item in _items(element)]
        said.lists.setdefault(key, []).extend(text for text in found if text.strip())
    elif name == "core:SubjectCode":
        for text in [element] if isinstance(element, str) else map(_item, _items(element)):
            said.subjects.append(_subject(text))
    elif name == "core:Scene":
        for text in [element] if isinstance(element, str) else map(_item, _items(element)):
            said.subjects.append(Subject(None, text, "scene"))
    elif name == "core:IntellectualGenre":
        said.subjects.append(Subject(element if isinstance(element, str) else _text(element), None, "genre"))
    elif name == "rights:WebStatement":
        href = element if isinstance(element, str) else _text(element)
        said.links.append(Link("license", href))
    elif not isinstance(element, str):
        _structures(said, name, element)


def _structures(said: Said, name: str, element: Element) -> None:
    """Properties that are structures, or lists of them."""
    if name in ("ext:LocationCreated", "ext:LocationShown"):
        for item in _items(element):
            place = _structure(item)
            found = [place[key] for key in _PLACE if place.get(key)]
            said.lists.setdefault("places", []).extend(found)
            if name == "ext:LocationCreated" and place.get("City"):
                said.texts.setdefault("city created", place["City"])
    elif name in ("ext:AboutCvTerm", "ext:Genre"):
        for item in _items(element):
            said.subjects.append(_term(_structure(item), "genre" if name == "ext:Genre" else None))
    elif name == "ext:PersonInImageWDetails":
        people = [_structure(item).get("PersonName", "") for item in _items(element)]
        said.lists.setdefault("people", []).extend(people)
    elif name == "ext:Contributor":
        people = [_structure(item).get("Name", "") for item in _items(element)]
        said.lists.setdefault("contributors", []).extend(people)
    elif name == "regions:Regions":
        regions = [_structure(item) for item in xml.each(element, "li")]
        people = [region.get("Name", "") for region in regions if region.get("Type", "Face") == "Face"]
        said.lists.setdefault("people", []).extend(people)
    elif name == "plus:Licensor":
        for item in _items(element):
            licensor = _structure(item)
            if licensor.get("LicensorURL"):
                said.links.append(Link("licensor", licensor["LicensorURL"], licensor.get("LicensorName")))


def _items(element: Element) -> list[Element]:
    """The items of a list; a property that holds no list is its own and only item."""
    for container in element.iterchildren(*_CONTAINERS):
        return [item for _, item in zip(range(_MOST), container.iterchildren(f"{_RDF}li"), strict=False)]
    return [element]


def _text(element: Element) -> str:
    """The text of a property: of alternatives in several languages the default one."""
    items = _items(element)
    for item in items:
        if item.get(_LANG) == "x-default" and (text := _item(item)):
            return text
    return next((text for item in items if (text := _item(item))), "")


def _item(item: Element) -> str:
    value = item.find(f"{_RDF}value")
    if value is None:
        value = item.find(f"{_RDF}Description/{_RDF}value")
    return xml.words(item if value is None else value) or item.get(f"{_RDF}resource") or ""


def _language(said: Said, element: Element) -> None:
    """The language that a text declares: that of the default one, or of the only one."""
    items = [(item.get(_LANG) or "", _item(item)) for item in _items(element)]
    default = next((text for lang, text in items if lang == "x-default"), None)
    named = [(lang, text) for lang, text in items if lang not in ("", "x-default")]
    same = [lang for lang, text in named if text == default]
    if same or (default is None and len(named) == 1):
        said.texts.setdefault("language", (same or [named[0][0]])[0])


def _structure(item: Element) -> dict[str, str]:
    """The fields of a structure by their local names."""
    inner = item.find(f"{_RDF}Description")
    found: dict[str, str] = {}
    for holder in (item, inner):
        if holder is None:
            continue
        for key, value in holder.attrib.items():
            found.setdefault(key.rpartition("}")[2], value.strip())
        for field in holder.iterchildren("*"):
            if xml.name(field) != "Description":
                found.setdefault(xml.name(field), _text(field))
    return found


def _subject(text: str) -> Subject:
    scheme, colon, code = text.rpartition(":")
    return Subject(
        None, code if colon else text, scheme if colon and scheme not in ("IPTC", "subj") else "subj"
    )


def _term(term: dict[str, str], scheme: str | None) -> Subject:
    """A term of a controlled vocabulary, its code without the vocabulary that it begins with."""
    vocabulary, code = term.get("CvId", ""), term.get("CvTermId", "")
    if vocabulary and code.startswith(vocabulary):
        code = code[len(vocabulary) :].lstrip("/:#")
    elif not vocabulary and "/" in code:
        vocabulary, _, code = code.rpartition("/")
    return Subject(term.get("CvTermName") or None, code or None, vocabulary or scheme)
