"""NITF 3.5: https://iptc.org/standards/nitf/ and docs/exporting.md."""

from __future__ import annotations

from lxml import etree

from articles.exports import nitf_body
from articles.exports.bodies import Element
from articles.exports.content import Contributor, Exported, Picture, iso, storable
from articles.exports.elements import add
from articles.exports.genres import GENRES
from articles.exports.languages import language_tag
from articles.wire.record import AS_TOLD

NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def write(article: Exported) -> bytes:
    """The article as an NITF document in UTF-8."""
    root = etree.Element(f"{{{NAMESPACE}}}nitf", nsmap={None: NAMESPACE})
    root.set("version", "-//IPTC//DTD NITF 3.5//EN")
    _head(add(root, "head"), article)
    body = add(root, "body")
    if tag := language_tag(article.language):
        body.set(_LANG, tag)
    _body_head(add(body, "body.head"), article)
    content = add(body, "body.content")
    if article.lead:
        _media(content, article.lead)
    nitf_body.write(content, article.body, lambda target, number: _figure(target, article, number))
    document: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return document


def _data(parent: Element, element: str, **attributes: object) -> Element:
    """An element of attributes alone; in their names `_` stands for a hyphen."""
    return add(
        parent, element, attributes={key.replace("_", "-"): value for key, value in attributes.items()}
    )


def _head(head: Element, article: Exported) -> None:
    add(head, "title", article.headline)
    _data(head, "meta", name="profile", content=AS_TOLD)
    # Where they stand otherwise, readers have to tell them from other words.
    for name in ("slugline", "dateline", "located"):
        if value := getattr(article, name):
            _data(head, "meta", name=name, content=value)
    if genre := GENRES.get(article.kind):
        tobject = add(head, "tobject", attributes={"tobject.type": "news"})
        add(tobject, "tobject.property", attributes={"tobject.property.type": genre.name})
    held = article.status == "usable" and article.waits
    status = "embargoed" if held else article.status
    _docdata(_data(head, "docdata", management_status=status), article)
    published = {"type": "web", "name": article.publisher, "ex-ref": article.url}
    add(head, "pubdata", attributes={**published, "position.section": article.section})
    if article.updated:
        _data(head, "revision-history", norm=iso(article.updated))


def _docdata(docdata: Element, article: Exported) -> None:
    _data(docdata, "doc-id", id_string=article.uri)
    if article.urgency:
        _data(docdata, "urgency", ed_urg=article.urgency)
    if article.created:
        _data(docdata, "date.issue", norm=iso(article.created))
    if article.embargoed and article.created:
        _data(docdata, "date.release", norm=iso(article.embargoed))
    for paragraph in article.ednote.split("\n\n"):
        if paragraph:
            _data(docdata, "ed-msg", info=paragraph)
    _data(docdata, "du-key", key=article.slugline, version=article.version)
    if article.copyright:
        _data(docdata, "doc.copyright", holder=article.copyright)
    if article.tags:
        keys = add(docdata, "key-list")
        # Many send a list in an only keyword, and it is read so; said twice, a tag with commas is one.
        twice = len(article.tags) == 1 and ("," in article.tags[0] or ";" in article.tags[0])
        for tag in article.tags * (2 if twice else 1):
            _data(keys, "keyword", key=tag)


def _body_head(head: Element, article: Exported) -> None:
    add(add(head, "hedline"), "hl1", article.headline)
    for credit in article.credits:
        _byline(head, credit)
    if article.source:
        add(add(head, "distributor"), "org", article.source)
    if article.dateline:
        _dateline(add(head, "dateline"), article)
    if article.standfirst:
        add(add(head, "abstract"), "p", article.standfirst)


def _byline(head: Element, credit: Contributor) -> None:
    """A credit by the element of its person, whose function is the role, and of the place."""
    byline = add(head, "byline")
    person = add(byline, "person", credit.name)
    _data(person, "function", value=credit.role)  # without it a name with `and` in it would be two
    if credit.place:
        person.tail = ", "
        add(byline, "location", credit.place)


def _dateline(dateline: Element, article: Exported) -> None:
    """The whole line as printed, with the place in it marked."""
    before, found, after = article.dateline.partition(article.located or article.dateline)
    if article.located and found:
        dateline.text = storable(before)
        add(dateline, "location", found).tail = storable(after)
    else:
        dateline.text = storable(article.dateline)


def _figure(target: Element, article: Exported, number: int) -> None:
    if picture := article.figures.get(number):
        _media(target, picture)


def _media(target: Element, picture: Picture) -> None:
    media = _data(target, "media", media_type="image")
    if picture.title:
        _data(media, "media-metadata", name="title", value=picture.title)
    _data(
        media,
        "media-reference",
        mime_type=picture.mimetype,
        source=picture.href,
        width=picture.width,
        height=picture.height,
        units="pixels",
        alternate_text=picture.alt,
        source_credit=picture.credit,
        copyright=picture.copyright,
    )
    if picture.caption:
        add(add(media, "media-caption"), "p", picture.caption)
    if picture.byline:
        add(media, "media-producer", picture.byline)
