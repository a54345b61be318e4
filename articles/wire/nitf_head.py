"""The head of an NITF document: identity, filing, dates, rights and status, in whatever place they stand.

https://www.iptc.org/std/NITF/3.6/documentation/nitf-documentation.html
"""

from __future__ import annotations

import re

from articles.wire import codes, nitf_parts, stamps, xml
from articles.wire.holds import hold
from articles.wire.nitf_body import Content
from articles.wire.record import Record
from articles.wire.story import PubStatus

# What agencies name by `meta` elements, for want of an element of NITF.
_SLUGS = ("slugline", "slug", "anpa-keyword", "ntbstikkord", "keyword")
_SECTIONS = ("category", "anpa-category", "categoria", "section", "online_sections", "dsk")
_KEYWORDS = ("keywords", "article-keywords", "news_keywords")
_SUBJECTS = ("category_iptc", "iptc", "subjectcode")
_LANGUAGES = ("article-language", "language", "lang")
_VERSIONS = ("article-revision", "revision", "version")
_PLAIN_TYPES = frozenset(("news", "data", "text", "article", "story", "alert", "current", "undefined"))
_CLASSIFIED_SECTIONS = frozenset(("apcategorycode", "category", "section", "desk"))
_CANCELED = frozenset(("canceled", "cancelled", "killed", "kill", "withdrawn", "deleted"))
_HELD = frozenset(("withheld", "hold", "held"))
_MOST = 100  # notes of one kind
_LISTED = re.compile(r"\s*[,;]\s*")
_RUN_ON = re.compile(r"[,;](?=[^\W\d])")


class Head:
    """The elements of a document outside its text, by their names, in whatever place they stand."""

    def __init__(self, nitf: xml.Element) -> None:
        self.nitf = nitf
        self.found: dict[str, list[xml.Element]] = {}
        for part in nitf.iterchildren("*"):
            if xml.name(part) != "body":
                self._take(part)
                continue
            for inner in part.iterchildren("*"):
                if xml.name(inner) != "body.content":
                    self._take(inner)
        self.meta = {
            (xml.attribute(one, "name") or "").lower(): xml.attribute(one, "content", "value")
            for one in self.all("meta")
        }

    def _take(self, part: xml.Element) -> None:
        for element in part.iter("*"):
            self.found.setdefault(xml.name(element), []).append(element)

    def all(self, name: str) -> list[xml.Element]:
        """The elements of a name; the few that matter most are looked for in the text too."""
        found = self.found.get(name)
        if found is None:
            found = list(xml.each(self.nitf, name)) if name in _ANYWHERE else []
            self.found[name] = found
        return found

    def first(self, name: str, attribute: str) -> str | None:
        """The first value of an attribute of the elements of a name."""
        for element in self.all(name):
            if value := xml.attribute(element, attribute):
                return value
        return None

    def stamp(self, name: str) -> str | None:
        """The date that the first element of a name holds."""
        element = next(iter(self.all(name)), None)
        return xml.attribute(element, "norm") or xml.words(element)

    def named(self, names: tuple[str, ...]) -> str | None:
        """The first of these `meta` elements that says something."""
        return next((value for value in map(self.meta.get, names) if value), None)

    @property
    def management(self) -> str:
        """The management status."""
        return (self.first("docdata", "management-status") or "").lower()


_ANYWHERE = frozenset(("docdata", "doc-id", "urgency", "date.issue", "date.release", "du-key"))


def take(record: Record, head: Head) -> None:
    """Take all that the head of a document says, but its title."""
    _identify(record, head)
    subjects(record, head)
    file(record, head)
    _date(record, head)
    _rights(record, head)


def _identify(record: Record, head: Head) -> None:
    record.set("uri", head.first("doc-id", "id-string"))
    for element in head.all("doc-id"):
        record.set("uri", xml.words(element))
    record.set("version", head.first("du-key", "version") or head.named(_VERSIONS))
    for element in head.all("urgency"):
        record.urgency(xml.attribute(element, "ed-urg") or xml.words(element))
    body = xml.child(head.nitf, "body")
    for element in (head.nitf, body):
        record.set("language", xml.attribute(element, "baselang"))
    record.set("language", head.named(_LANGUAGES))
    for element in (head.nitf, body, xml.child(body, "body.content")):
        record.set("language", xml.attribute(element, "lang"))
    record.set("dateline", head.meta.get("dateline"))
    record.set("located", head.meta.get("located"))
    record.link("canonical", head.meta.get("canonical") or head.first("pubdata", "ex-ref"))


def file(record: Record, head: Head) -> None:
    """Take slug, section, keywords, and what classifiers say."""
    for element in head.all("slugline"):
        record.set("slugline", xml.words(element))
    record.set("slugline", head.named(_SLUGS) or _slug(head.first("du-key", "key")))
    record.set("section", head.first("pubdata", "position.section") or head.named(_SECTIONS))
    keywords = [xml.attribute(one, "key") or xml.words(one) or "" for one in head.all("keyword")]
    record.add("keywords", *(_several(keywords[0]) if len(keywords) == 1 else keywords))
    for text in filter(None, map(head.meta.get, _KEYWORDS)):
        record.add("keywords", *_LISTED.split(text))
    for identified in head.all("identified-content"):
        for classifier in xml.children(identified, "classifier"):
            kind = xml.attribute(classifier, "type")
            code, name = xml.attribute(classifier, "value"), xml.words(classifier)
            if (kind or "").lower() in _CLASSIFIED_SECTIONS:
                record.set("section", name or code)
            else:
                record.subject(name, code, xml.attribute(classifier, "code-source", "idsrc") or kind)
    kind = head.first("tobject", "tobject.type")
    if kind and kind.lower() not in _PLAIN_TYPES:
        record.set("section", kind)


def _several(keyword: str) -> list[str]:
    """The keywords in the only element for them: `fog,harbour`, or three and more; `Smith, Jane` is one."""
    listed = _LISTED.split(keyword)
    return listed if len(listed) > 2 and not _RUN_ON.search(keyword) else _RUN_ON.split(keyword)


def subjects(record: Record, head: Head) -> None:
    """Take the subjects and genres of a document."""
    for subject in head.all("tobject.subject"):
        _subject(record, subject)
    for element in head.all("tobject.property"):
        genre = xml.attribute(element, "tobject.property.type")
        record.subject(genre, genre if genre in codes.topics(codes.GENRE) else None, codes.GENRE)

    for name in _SUBJECTS:
        code = head.meta.get(name)
        if code and len(code) == 8 and code.isdecimal():
            record.subject(None, code, "IPTC")


def _subject(record: Record, subject: xml.Element) -> None:
    """A subject by its code; the standard's default for whose code it is is `IPTC`."""
    at = "tobject.subject."
    name = xml.attribute(subject, f"{at}detail", f"{at}matter", f"{at}type") or xml.words(subject)
    code = xml.attribute(subject, f"{at}refnum", f"{at}code")
    if code and not code.strip("0"):
        code = None
    scheme = xml.attribute(subject, f"{at}ipr")
    if scheme is None and code and len(code) == 8 and code.isdecimal():
        scheme = "IPTC"
    record.subject(name, code, scheme)


def _slug(key: str | None) -> str | None:
    """The dynamic use key where it is words; some systems send a number or a UUID in it."""
    if not key or re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-", key) or not re.search(r"[^\W\d_]{3}", key):
        return None
    return key


def _date(record: Record, head: Head) -> None:
    """`date.issue`, else the date of publication; and the latest revision, where it came later."""
    issue, release = head.stamp("date.issue"), head.stamp("date.release")
    embargoed = head.management == "embargoed"
    issued = record.date("created", issue)
    if issued is None:
        record.date("created", head.first("pubdata", "date.publication"))
        printed = head.stamp("story.date")
        moment = stamps.read(printed, record.timezone) if printed else None
        if moment and moment.has_year:
            record.date("created", printed)
        if not embargoed and record.get("created") is None:
            record.date("created", release)
            release = None
    if release and release != issue:
        moment = stamps.read(release, record.timezone)
        created = record.get("created")
        if embargoed or (moment and created and moment.value > created):
            record.date("embargoed", release)
    elif embargoed and release:
        record.date("embargoed", release)
    revised = [
        (moment.value, stamp)
        for one in head.all("revision-history")
        if (stamp := xml.attribute(one, "norm")) and (moment := stamps.read(stamp, record.timezone))
    ]
    created = record.get("created")
    if revised and created and max(revised)[0] > created:
        record.date("updated", max(revised)[1])


def _rights(record: Record, head: Head) -> None:
    for element in head.all("doc.copyright"):
        holder, year = xml.attribute(element, "holder"), xml.attribute(element, "year")
        holder = holder or xml.words(element)
        if holder:
            record.set("copyright", holder if not year or year in holder else f"© {year} {holder}")
    record.set("copyright", head.meta.get("copyright"))
    for element in head.all("doc.rights")[:_MOST]:
        record.note("usageterms", xml.attribute(element, "type"))
        record.note("usageterms", xml.attribute(element, "limitations") or xml.words(element))
    for element in head.all("ed-msg")[:_MOST]:
        record.note("ednote", element.get("info"))
        record.note("ednote", xml.words(element))
    for element in head.all("correction")[:_MOST]:
        record.note("correction", element.get("info") or xml.words(element))


def standfirst(record: Record, content: Content, head: Head) -> None:
    """The second headline stands for a missing abstract, where it is no slug and says more than the first."""
    second = content.subheadline or head.meta.get("article-subheadline")
    record.second_headline(second, [xml.attribute(keyword, "key") for keyword in head.all("keyword")])


def names(record: Record, head: Head) -> None:
    """The names that the head identifies, and where the event took place."""
    for identified in head.all("identified-content"):
        for element in xml.children(identified, "person"):
            record.add("people", nitf_parts.text(element) or xml.attribute(element, "value"))
        for element in xml.children(identified, "org"):
            record.add("organisations", nitf_parts.text(element) or xml.attribute(element, "value"))
        for element in xml.children(identified, "location"):
            record.add("places", nitf_parts.place(element))
    for element in head.all("evloc"):
        record.add("places", nitf_parts.event_place(element))


def status(record: Record, head: Head) -> None:
    status = head.management
    if status in _CANCELED:
        record.status(PubStatus.CANCELED)
    elif status in _HELD:
        record.status(PubStatus.WITHHELD)
    elif status == "embargoed":
        hold(record, [record.get("ednote")])
