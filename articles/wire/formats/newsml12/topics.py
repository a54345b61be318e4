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
        """Take the person, organisation or place that a topic occurrence points to."""
        reference = (xml.attribute(occurrence, "Topic") or "").rpartition("#")[2]
        topic = self._by_id.get(reference)
        key = _KINDS.get((formal(topic, "TopicType") or "").lower())
        if topic is not None and key:
            record.add(key, xml.value(topic, "Description") or xml.value(topic, "FormalName"))
