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

    def described(self, element: xml.Element | None) -> str | None:
        """The description of the topic that an element names by its formal name or reference."""
        reference = (xml.attribute(element, "Topic") or "").lstrip("#")
        topic = self._by_id.get(reference)
        if topic is None:
            topic = self._by_name.get(xml.attribute(element, "FormalName") or "")
        return xml.value(topic, "Description")

    def name(self, party: xml.Element | None) -> str | None:
        """A party by its description, else by its formal name."""
        return self.described(party) or formal(party)

    def take(self, record: Record, occurrence: xml.Element) -> None:
        """Take the person, organisation or place that an occurrence points to, else the code of a scheme."""
        reference = (xml.attribute(occurrence, "Topic") or "").rpartition("#")[2]
        topic = self._by_id.get(reference)
        if topic is None:
            return
        name = _in_language(topic, record.get("language")) or xml.value(topic, "Description")
        code, scheme = xml.value(topic, "FormalName"), xml.attribute(xml.child(topic, "FormalName"), "Scheme")
        if key := _KINDS.get((formal(topic, "TopicType") or "").lower()):
            record.add(key, name or code)
        elif scheme:
            record.subject(name, code, scheme)


def _in_language(topic: xml.Element, language: str | None) -> str | None:
    """The description of a topic in the language of the story, or None."""
    wanted = (language or "").lower().partition("-")[0]
    for description in xml.children(topic, "Description"):
        said = (xml.attribute(description, "lang") or "").lower().partition("-")[0]
        if wanted and said == wanted:
            return xml.words(description)
    return None
