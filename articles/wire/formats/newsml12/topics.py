"""Topic sets: what a document says of the codes and people that it uses."""

from __future__ import annotations

from collections.abc import Iterable

from articles.wire import xml
from articles.wire.formats.newsml12.contents import formal
from articles.wire.record import Record

_KINDS = {
    "person": "people",
    "people": "people",
    "organisation": "organisations",
    "organization": "organisations",
}
_KINDS |= {
    "company": "organisations",
    "location": "places",
    "place": "places",
    "country": "places",
    "city": "places",
}


class Topics:
    """The topics of a document by their identifiers and formal names."""

    def __init__(self, roots: Iterable[xml.Element]) -> None:
        self._by_id: dict[str, xml.Element] = {}
        self._by_name: dict[str, xml.Element] = {}
        for root in roots:
            for topic in xml.each(root, "Topic"):
                if identifier := xml.attribute(topic, "Duid"):
                    self._by_id.setdefault(identifier, topic)
                if name := xml.value(topic, "FormalName"):
                    self._by_name.setdefault(name, topic)

    def described(self, element: xml.Element | None, language: str | None = None) -> str | None:
        """The description of the topic that an element names by its formal name or reference."""
        reference = (xml.attribute(element, "Topic") or "").lstrip("#")
        topic = self._by_id.get(reference)
        if topic is None:
            topic = self._by_name.get(xml.attribute(element, "FormalName") or "")
        return _described(topic, language)

    def name(self, party: xml.Element | None) -> str | None:
        """A party by its description, else by its formal name."""
        return self.described(party) or formal(party)

    def take(self, record: Record, occurrence: xml.Element) -> None:
        """Take the person, organisation or place that an occurrence points to, else the code of a scheme."""
        reference = (xml.attribute(occurrence, "Topic") or "").rpartition("#")[2]
        topic = self._by_id.get(reference)
        if topic is None:
            return
        name = _described(topic, record.get("language"))
        code, scheme = xml.value(topic, "FormalName"), xml.attribute(xml.child(topic, "FormalName"), "Scheme")
        if key := _KINDS.get((formal(topic, "TopicType") or "").lower()):
            record.add(key, name or code)
        elif scheme:
            record.subject(name, code, scheme)


def _described(topic: xml.Element | None, language: str | None) -> str | None:
    """The description of a topic in the language of the story, else the first; None where there is none.

    Agencies put short codes of their own beside the names, as another variant.
    """
    found = [one for one in xml.children(topic, "Description") if xml.words(one)]
    found = [one for one in found if (xml.attribute(one, "Variant") or "").lower() in _NAMES] or found
    wanted = (language or "").lower().partition("-")[0]
    for one in found:
        if wanted and (xml.attribute(one, "lang") or "").lower().partition("-")[0] == wanted:
            return xml.words(one)
    return xml.words(found[0]) if found else None


_NAMES = frozenset(("", "name"))
