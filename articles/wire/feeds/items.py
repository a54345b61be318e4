"""One item of a feed as a story: what RSS and Atom have in common, and the modules that either may use.

Dublin Core, https://www.dublincore.org/specifications/dublin-core/; Media RSS, https://www.rssboard.org/media-rss;
PRISM, https://www.w3.org/Submission/2020/SUBM-prism-20200910/; Creative Commons,
https://www.rssboard.org/creative-commons; podcasts, https://github.com/Podcastindex-org/podcast-namespace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from articles.wire import nitf_body, xml
from articles.wire.feeds import agencies, links, media, persons, texts
from articles.wire.feeds.names import Fields
from articles.wire.feeds.texts import Text
from articles.wire.record import Record
from articles.wire.story import Media, PubStatus, WireStory
from articles.wire.words import tidy

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_Names = tuple[str, ...]

# The elements that give a date, best first. Atom 0.3 says `issued` and `modified`.
_CREATED: _Names = (
    "pubdate",
    "published",
    "issued",
    "dc:date",
    "atom:published",
    "atom:issued",
    "dcterms:issued",
    "dcterms:created",
    "prism:publicationdate",
    "prism:publishdate",
    "dc:created",
    "created",
    "date",
)
_UPDATED: _Names = (
    "updated",
    "modified",
    "atom:updated",
    "atom:modified",
    "dcterms:modified",
    "dc:modified",
    "prism:modificationdate",
)
_RIGHTS: _Names = ("rights", "copyright", "dc:rights", "dcterms:rights", "atom:rights", "media:copyright")
_RIGHTS += ("prism:copyright", "dcterms:rightsholder", "rightsinfo")
_LICENSES: _Names = (
    "cc:license",
    "creativecommons:license",
    "media:license",
    "podcast:license",
    "dcterms:license",
)
_LICENSES += ("license", "dcterms:accessrights")
_TITLES: _Names = ("title", "dc:title", "dcterms:title", "atom:title", "media:title", "itunes:title")
_WHOLE: _Names = (
    "content:encoded",
    "yandex:full-text",
    "turbo:content",
    "content",
    "atom:content",
    "full-text",
)
_WHOLE += ("fulltext", "fullitem", "encoded", "xhtml:body", "xhtml:div", "body")
_SUMMARIES: _Names = (
    "description",
    "summary",
    "atom:summary",
    "dcterms:abstract",
    "dc:description",
    "prism:teaser",
)
_SUMMARIES += ("abstract", "itunes:summary", "googleplay:description", "itunes:subtitle")
# Kinds of entry in the eyes of a program, which are no keywords.
_KINDS = ("http://schemas.google.com/", "http://schemas.microsoft.com/")
# What `media:status` says of an item itself.
_STATES = {"deleted": PubStatus.CANCELED, "blocked": PubStatus.WITHHELD}
# Schemes of The New York Times that say of what kind a named thing is.
_ENTITIES = {
    "nyt_per": "people",
    "nyt_org": "organisations",
    "nyt_org_all": "organisations",
    "nyt_geo": "places",
}
_WORDLESS = re.compile(r"[\W_]+")
_CONTENTS = 10  # forms of one text that are compared
_KEYWORDS = 200  # of one item; more is no filing


@dataclass(frozen=True, slots=True)
class Feed:
    """What a channel or feed says for all its items."""

    fields: Fields
    language: str | None = None
    base: str | None = None


def feed_of(fields: Fields, root: xml.Element | None) -> Feed:
    """What the items of a channel inherit. `root` is the document's element, which may name a language."""
    language = _declared(fields, ("language", "dc:language"))
    if language is None:
        language = next((found for one in (fields.element, root) if (found := _xml_lang(one))), None)
    home = next((link for link in map(_home, fields.each("link", "atom:link")) if links.is_web(link)), None)
    return Feed(fields, language, home)


def _home(element: xml.Element) -> str | None:
    """The address of the page that a feed is of."""
    if (element.get("rel") or "alternate") != "alternate":
        return None
    return links.address(xml.attribute(element, "href", "resource") or xml.words(element))


def story(item: Fields, feed: Feed, timezone: str, *authors: Fields) -> WireStory:
    """The story that an item or entry is. `authors` are where its authors may be named when it names none."""
    record = Record(timezone)
    element = item.element
    base = links.base_of(element, feed.base)
    _head(record, item)
    canonical = links.from_fields(record, item, base)
    record.set("uri", _identifier(item) or canonical)
    persons.from_fields(record, item, *authors)
    _dates(record, item)
    _filing(record, item)
    standfirsts = agencies.take(record, item)
    _rights(record, item, *authors, feed.fields)
    gallery = media.Gallery()
    media.from_fields(record, item, gallery, base)
    whole, content_language = _whole(record, item, gallery, base, canonical)
    copy = _nitf(item)
    if copy is not None:
        nitf_body.fill(record, nitf_body.read(copy))
    summaries = chain(_summaries(item, base, canonical), map(Text, standfirsts))
    for picture in texts.take(record, whole, summaries):
        gallery.add(picture)
    for found in gallery.found.values():
        record.media(found)
    declared = _declared(item, ("dc:language", "language", "dcterms:language"))
    own = declared or content_language
    if own is None and whole is None:  # then the summary, else the title, is all the text there is
        own = _xml_lang(item.first(*_SUMMARIES, *_TITLES))
    record.set("language", own or _xml_lang(element) or feed.language or _xml_lang(item.first(*_TITLES)))
    return record.story()


def _identifier(item: Fields) -> str | None:
    """The item's own permanent identifier, where it has one."""
    return (
        item.text("guid", "id", "atom:id")
        or xml.attribute(item.element, "about")
        or item.text("dc:identifier", "dcterms:identifier", "prism:doi")
    )


def _head(record: Record, item: Fields) -> None:
    for element in item.each(*_TITLES):
        record.set("headline", texts.of(item, element).line())
    for group in media.bare_groups(item):
        for element in group.each("media:title"):
            record.set("headline", texts.of(item, element).line())
    for text in item.texts("dc:source", "dcterms:source"):
        if not links.is_web(text):
            record.set("source", texts.decoded(text))
    source = item.first("source", "atom:source")
    if source is not None:
        inner = item.vocabulary.fields(source)
        title = inner.first("title", "atom:title") if inner.found else source
        if title is not None:
            record.values.pop("source", None)
            record.set("source", texts.of(item, title).line())
    for text in item.texts("dc:publisher", "dcterms:publisher", "prism:publicationname"):
        record.set("source", persons.name(text))
    record.set("section", item.text("prism:section", "slash:section"))
    record.set("version", item.text("prism:versionidentifier"))
    control = item.first("app:control")
    if control is not None and item.vocabulary.fields(control).text("app:draft") == "yes":
        record.status(PubStatus.WITHHELD)
    state = _STATES.get((xml.attribute(item.first("media:status"), "state") or "").lower())
    if state is not None:
        record.status(state)


def _dates(record: Record, item: Fields) -> None:
    for text in item.texts(*_CREATED):
        record.date("created", text)
    for text in item.texts(*_UPDATED):
        record.date("updated", text)
    record.date("updated", xml.attribute(item.element, "LASTMOD"))
    for text in item.texts("prism:embargodate"):
        record.date("embargoed", text)


def _filing(record: Record, item: Fields) -> None:
    """Categories and tags of all modules as keywords; those with a code of their own as subjects, too."""
    for element in item.each("category", "atom:category"):
        _category(record, item, element)
    for element in item.each("dc:subject", "dcterms:subject", "media:category", "itunes:category"):
        text = xml.attribute(element, "label", "text") or texts.of(item, element).line()
        record.add("keywords", text)
    for text in item.texts("media:keywords", "itunes:keywords", "prism:keyword", "dc:keyword", "keywords"):
        record.add("keywords", *texts.decoded(text).split(",")[:_KEYWORDS])
    record.add("people", *item.texts("prism:person"))
    record.add("organisations", *item.texts("prism:organization"))
    places = item.texts(
        "georss:featurename", "dcterms:spatial", "dc:coverage", "prism:location", "podcast:location"
    )
    record.add("places", *(place for place in places if any(map(str.isalpha, place))))


def _category(record: Record, item: Fields, element: xml.Element) -> None:
    term, label = xml.attribute(element, "term"), xml.attribute(element, "label")
    scheme = xml.attribute(element, "scheme", "domain")
    if term and scheme and scheme.startswith(_KINDS):
        return
    own = texts.decoded(tidy(element.text or "")) if len(element) else None  # not what strayed into it
    name = label or term or own or texts.of(item, element).line()
    record.add("keywords", texts.decoded(name))
    if scheme and (kind := _ENTITIES.get(scheme.rpartition("/")[2])):
        record.add(kind, texts.decoded(name))
    if term and scheme and ((label and not _same_name(term, label)) or "iptc.org" in scheme):
        record.subject(label, term.rpartition(":")[2] if "iptc.org" in scheme else term, scheme)


def _same_name(term: str, label: str) -> bool:
    """Does a term only spell its label for addresses (`new-york`)? Such a one is no code."""
    return _WORDLESS.sub("", term).lower() == _WORDLESS.sub("", label).lower()


def _rights(record: Record, *levels: Fields) -> None:
    """The rights: of the item, else of the feed that it was taken from, else of the feed."""
    for fields in levels:
        for element in fields.each(*_RIGHTS):
            record.set("copyright", texts.of(fields, element).line())
        if record.get("usageterms") is None:
            for text in _licenses(fields):
                record.note("usageterms", text)


def _licenses(fields: Fields) -> Iterator[str]:
    for element in fields.each(*_LICENSES):
        parts = [xml.words(element), xml.attribute(element, "resource", "href", "url")]
        yield " ".join(part for part in dict.fromkeys(parts) if part)
    for group in media.bare_groups(fields):
        yield from _licenses(group)
    for element in fields.each("link", "atom:link"):
        if (element.get("rel") or "").lower() == "license":
            yield xml.attribute(element, "href") or ""


def _whole(
    record: Record, item: Fields, gallery: media.Gallery, base: str | None, canonical: str | None
) -> tuple[Text | None, str | None]:
    """What the feed gives as the whole text, and the language that is declared there.

    Of several contents the first of HTML is taken, else the first; content that lies elsewhere is linked.
    """
    found: list[tuple[Text, str | None]] = []
    for element in item.each(*_WHOLE):
        if source := links.address(element.get("src"), base):
            kind = media.mime(element.get("type"))
            if kind and kind.startswith(("image/", "video/", "audio/")):
                gallery.add(Media(source, kind))
            else:
                record.link("alternate", source)
            continue
        if len(element) and _nitf_of(element) is not None:
            continue
        text = texts.of(item, element, links.base_of(element, base, canonical))
        if text.is_binary:
            record.problem("binary-content", "The item's content is no text but a file; it was not read.")
        if not text.is_empty:
            found.append((text, _xml_lang(element)))
    for element in item.each("content:items"):
        for inner in xml.each(element, "value"):
            found.append((texts.of_rss(inner, base or canonical), None))
    if not found:
        return None, None
    if len(found) == 1:
        return found[0]
    found = [one for one in found[:_CONTENTS] if one[0].line()] or found[:1]
    best = next((one for one in found if one[0].is_marked_up), found[0])
    if any(one[0].line() not in best[0].line() for one in found if one is not best):
        record.problem(
            "other-content", "The item has its text in several forms that differ; the fullest was read."
        )
    return best


def _nitf(item: Fields) -> xml.Element | None:
    """The copy of a news agency that stands in an entry as NITF, as AP sends it."""
    return next(
        (copy for one in item.each("content", "atom:content") if (copy := _nitf_of(one)) is not None), None
    )


def _nitf_of(element: xml.Element) -> xml.Element | None:
    return next(element.iter("{*}nitf", "{*}body.content"), None) if len(element) else None


def _summaries(item: Fields, base: str | None, canonical: str | None) -> Iterator[Text]:
    """The summaries of an item; what Media RSS says of a picture counts only where there is nothing else."""
    found = False
    for element in item.each(*_SUMMARIES):
        text = texts.of(item, element, links.base_of(element, base, canonical))
        found = found or not text.is_empty
        yield text
    if found or item.first(*_WHOLE) is not None:
        return
    for fields in (item, *map(item.vocabulary.fields, item.each("media:group"))):
        for element in fields.each("media:description"):
            yield texts.of(item, element, base)


def _declared(fields: Fields, names: tuple[str, ...]) -> str | None:
    """A language that an element names and that can be one."""
    return next((text for text in fields.texts(*names) if _LANGUAGE.fullmatch(text)), None)


def _xml_lang(element: xml.Element | None) -> str | None:
    language = (element.get(_XML_LANG) or element.get("lang") or "").strip() if element is not None else ""
    return language if _LANGUAGE.fullmatch(language) else None
