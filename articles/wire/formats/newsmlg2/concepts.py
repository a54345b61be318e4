"""What G2 says of a person, a subject, a role: a code, a name in some languages, assertions elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from articles.wire import nitf_parts, xml
from articles.wire.record import Record
from articles.wire.words import tidy

OWN = "{urn:x-newsroom:g2}"  # attributes in which our exports tell more: docs/exporting.md
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PERSONS = frozenset(("person",))
_ORGANISATIONS = frozenset(("organisation", "organization", "company"))
_PLACES = frozenset(("geoarea", "poi", "city", "country", "statprov", "region", "continent", "place"))
_PLACES |= {"geoareacity", "geoareaprovstate", "geoareacountry"}
_SMALL_NAMES = ("mnemonic", "short", "sort")
_TT = re.compile(r"([A-Za-z]{2,10}):(\d{8}):([^:]+)")  # TT's own spelling of a subject code
_STT_PLACE = "sttlocmeta:"  # asserts what a subject calls sttlocationalias
_CATEGORY_SCHEMES = frozenset(("sttdepartment",))

Parts = Mapping[str, list[xml.Element]]


def parts(*elements: xml.Element | None) -> dict[str, list[xml.Element]]:
    """The children of elements by their local names."""
    found: dict[str, list[xml.Element]] = {}
    for element in elements:
        if element is not None:
            for inner in element.iterchildren("*"):
                found.setdefault(inner.tag.rpartition("}")[2], []).append(inner)
    return found


def text(element: xml.Element | None) -> str | None:
    """All text in an element on one line, with blanks for line breaks; None where there is none."""
    found = nitf_parts.text(element)
    return once(found) if found and "&" in found else found


def once(written: str) -> str:
    """The text with those references decoded that were escaped a second time: `&amp;quot;`."""
    return _TWICE.sub(_unescaped, written) if "&" in written else written


def _unescaped(match: re.Match[str]) -> str:
    found = unescape(match.group())
    return found if found.isprintable() or found.isspace() else ""


_TWICE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|quot|amp|apos|lt|gt|nbsp);", re.IGNORECASE)


def local(element: xml.Element | None, key: str) -> str:
    """The code in an attribute, without its scheme, in small letters: `drol:Caption` is `caption`.

    The attribute may be of its own or the one for addresses (`roleuri`). "" where there is none.
    """
    if element is None:
        return ""
    value = element.get(key) or element.get(f"{key}uri") or ""
    return _last(value).lower() if value else ""


def concept(element: xml.Element) -> str:
    """The code that the element itself stands for, without its scheme: of `stat:usable` it is `usable`."""
    code = identified(element)[0]
    return (code or element.get("literal") or element.text or "").strip().lower()


def _last(value: str) -> str:
    value = value.strip()
    if "/" in value or "#" in value:
        value = value.rstrip("/#").replace("#", "/").rpartition("/")[2]
    return value.rpartition(":")[2]


def identified(element: xml.Element) -> tuple[str | None, str | None]:
    """Code and scheme: `medtop:04000000` is 04000000 of medtop; of an address the last step is the code."""
    qcode = (element.get("qcode") or "").strip()
    if qcode:
        scheme, colon, code = qcode.partition(":")
        return (code, scheme) if colon else (qcode, None)
    uri = (element.get("uri") or "").strip()
    if uri:
        cut = max(uri.rstrip("/").rfind("/"), uri.rfind("#")) + 1
        if "://" in uri and cut > uri.index("://") + 3:
            return uri[cut:].rstrip("/") or None, uri[:cut]
        return uri, None
    return None, None


def in_language(elements: Iterable[xml.Element], language: str | None) -> list[xml.Element]:
    """The elements in the language of the item first, then those that name none, then the others."""
    wanted = _primary(language)

    def distance(element: xml.Element) -> int:
        lang = _primary(element.get(_LANG))
        return 1 if not lang else 0 if lang == wanted else 2

    return sorted(elements, key=distance)


def _primary(language: str | None) -> str:
    return (language or "").replace("_", "-").partition("-")[0].lower()


class Concepts:
    """The names of an item's concepts: their own, or those that its assertions give them."""

    def __init__(self, item: Parts, language: str | None) -> None:
        self.language = language
        self.asserted: dict[str, xml.Element] = {}
        for assertion in item.get("assert", ()):
            for key in ("qcode", "uri", "literal"):
                if value := assertion.get(key):
                    self.asserted.setdefault(value, assertion)
                    if value.startswith(_STT_PLACE):
                        self.asserted.setdefault(f"sttlocationalias:{_last(value)}", assertion)

    def name(self, element: xml.Element) -> str | None:
        """The name of a concept, in the item's language where it can be had; not its literal."""
        if found := self._own(element):
            return found
        assertion = self._assertion(element)
        if assertion is None:
            return None
        return self._own(assertion) or self._address(assertion) or self._within(assertion)

    def named(self, element: xml.Element) -> str | None:
        """The name, or else a literal that is no mere reference to an assertion."""
        if found := self.name(element):
            return found
        literal = tidy(element.get("literal") or "")
        return literal if literal and literal not in self.asserted else None

    def _own(self, element: xml.Element) -> str | None:
        if not len(element):
            return None
        names = [name for name in xml.children(element, "name") if text(name)]
        if len(names) > 1:
            names = in_language(names, self.language)
            names.sort(key=lambda name: local(name, "role") in _SMALL_NAMES)
        return text(names[0]) if names else None

    def _assertion(self, element: xml.Element) -> xml.Element | None:
        if not self.asserted:
            return None
        for key in ("qcode", "uri", "literal"):
            value = element.get(key)
            if value and value in self.asserted:
                return self.asserted[value]
        return None

    def _address(self, assertion: xml.Element) -> str | None:
        """The place of a point of interest that has no name: its locality, else its first line."""
        address = xml.child(assertion, "POIDetails", "address")
        for inner in (*xml.children(address, "locality"), *xml.children(address, "line")):
            if found := self._own(inner) or (text(inner) if xml.name(inner) == "line" else None):
                return found
        return None

    def _within(self, assertion: xml.Element) -> str | None:
        """STT names a place by what it lies in, the narrowest first."""
        if not (assertion.get("qcode") or "").startswith(_STT_PLACE):
            return None
        names = (self._own(inner) for inner in xml.children(assertion, "broader"))
        return next((name for name in names if name and name != "N/A"), None)

    def kind(self, element: xml.Element) -> str:
        """The nature of a concept: `person`, `organisation`, `geoarea` …; "" where it is not told."""
        if found := local(element, "type"):
            return found
        assertion = self._assertion(element)
        for inner in xml.children(assertion, "type"):
            if found := concept(inner):
                return found.lower()
        return ""

    def subject(self, record: Record, element: xml.Element) -> None:
        """Take a subject or genre, and the person, organisation or place that it is."""
        mains = list(xml.children(element, "mainConcept")) if len(element) else []
        for inner in [*mains, *xml.children(element, "facetConcept")] if mains else [element]:
            self._subject(record, inner, self.kind(inner) or self.kind(element))

    def _subject(self, record: Record, element: xml.Element, kind: str) -> None:
        code, scheme = identified(element)
        name = self.name(element)
        literal = tidy(element.get("literal") or "")
        if code is None and name is None and (found := _TT.fullmatch(literal)):
            scheme, code, name = found.groups()
        elif code is None and name is None and literal not in self.asserted:
            name = literal or None
        place = kind in _PLACES or _is_geographic(element)
        if code or not (place or kind in _PERSONS or kind in _ORGANISATIONS):  # a mere name is no subject
            record.subject(name, code, scheme)
        if len(element) and scheme != "medtop" and not (scheme or "").rstrip("/").endswith("mediatopic"):
            for same in self._same(element):
                record.subject(*same)
        if name is None:
            return
        if kind in _PERSONS:
            record.add("people", name)
        elif kind in _ORGANISATIONS:
            record.add("organisations", name)
        elif place:
            record.add("places", name)
        elif element.get(f"{OWN}role") == "section" or (
            (kind == "category" or scheme in _CATEGORY_SCHEMES) and name != code and len(name) > 2
        ):
            record.set("section", name)

    def _same(self, element: xml.Element) -> Iterator[tuple[str | None, str, str]]:
        """Media Topics that a subject of the agency's own is said to be the same as."""
        for inner in xml.children(element, "sameAs"):
            code, scheme = identified(inner)
            if code and scheme and (scheme == "medtop" or scheme.rstrip("/").endswith("mediatopic")):
                yield self.name(inner), code, scheme


def _is_geographic(element: xml.Element) -> bool:
    """Reuters tells a place by a facet (`geoProp:5` is a country)."""
    return any((facet.get("qcode") or "").startswith("geoProp:") for facet in xml.children(element, "facet"))
