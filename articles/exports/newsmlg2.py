"""NewsML-G2 2.24 at Core conformance: https://iptc.org/standards/newsml-g2/ and docs/exporting.md.

An article without pictures is a `newsItem`; with pictures it is a `newsMessage` of the text and a picture
item for each, to which the text links. Of what G2 knows at its Power level alone, the roles and places of
credits are told in attributes of our own namespace, which Core and Power allow alike.
"""

from __future__ import annotations

from lxml import etree

from articles.exports.bodies import XHTML, Element, illustrated, xhtml
from articles.exports.content import Contributor, Exported, Picture, iso, storable
from articles.exports.elements import add
from articles.exports.genres import GENRES
from articles.exports.languages import language_tag
from articles.wire.record import AS_TOLD

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
EXTENSION = "urn:x-newsroom:g2"
CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
_NAMES = {None: NAMESPACE, "nr": EXTENSION}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def write(article: Exported) -> bytes:
    """The article as a NewsML-G2 document in UTF-8."""
    pictures = article.pictures
    if pictures:
        root = etree.Element(f"{{{NAMESPACE}}}newsMessage", nsmap=_NAMES)
        add(add(root, "header"), "sent", iso(article.saved))
        items = add(root, "itemSet")
        items.append(_text(article))
        for picture in pictures:
            items.append(_picture(picture, article))
    else:
        root = _text(article)
    etree.cleanup_namespaces(root)
    document: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return document


def _optional(parent: Element, name: str, text: str, **attributes: object) -> None:
    """A new element with a text, where there is one."""
    if text:
        add(parent, name, text, attributes)


def _item(guid: str, version: int, language: str) -> Element:
    item = etree.Element(f"{{{NAMESPACE}}}newsItem", nsmap=_NAMES)
    for key, value in (
        ("standard", "NewsML-G2"),
        ("standardversion", "2.24"),
        ("conformance", "core"),
        ("guid", guid),
        ("version", str(version)),
    ):
        item.set(key, value)
    item.set(f"{{{EXTENSION}}}profile", AS_TOLD)
    if tag := language_tag(language):
        item.set(_LANG, tag)
    add(item, "catalogRef", attributes={"href": CATALOG})
    return item


def _named(parent: Element, name: str, text: str, **attributes: object) -> Element:
    """A property of the concept that has this name."""
    made = add(parent, name, attributes=attributes)
    add(made, "name", text)
    return made


# ── The text ─────────────────────────────────────────────────────────────────────────────────────────────
def _text(article: Exported) -> Element:
    item = _item(article.uri, article.version, article.language)
    if article.copyright:
        add(add(item, "rightsInfo"), "copyrightNotice", article.copyright)
    _item_meta(add(item, "itemMeta"), article)
    _content_meta(add(item, "contentMeta"), article)
    if html := illustrated(article.body, article.figures, article.lead):
        _page(add(item, "contentSet"), html, article.headline)
    return item


def _page(content: Element, html: str, title: str) -> None:
    inline = add(content, "inlineXML", attributes={"contenttype": "application/xhtml+xml"})
    page = etree.SubElement(inline, f"{{{XHTML}}}html", nsmap={None: XHTML})
    head = etree.SubElement(page, f"{{{XHTML}}}head")
    etree.SubElement(head, f"{{{XHTML}}}title").text = storable(title)
    page.append(xhtml(html))


def _item_meta(meta: Element, article: Exported) -> None:
    add(meta, "itemClass", attributes={"qcode": "ninat:text"})
    add(meta, "provider", attributes={"uri": article.site})
    add(meta, "versionCreated", iso(article.updated or article.created or article.saved))
    _optional(meta, "firstCreated", iso(article.created) if article.created else "")
    _optional(meta, "embargoed", iso(article.embargoed) if article.embargoed else "")
    add(meta, "pubStatus", attributes={"qcode": f"stat:{article.status}"})
    for paragraph in article.ednote.split("\n\n"):
        if paragraph:
            _note(meta, paragraph)
    add(meta, "link", attributes={"href": article.url, "contenttype": "text/html"})
    for picture in article.pictures:
        add(meta, "link", attributes={"rel": "irel:seeAlso", "residref": picture.href})


def _note(meta: Element, paragraph: str) -> None:
    """A note to editors; lines are paragraphs of XHTML, for white space does not count."""
    note, lines = add(meta, "edNote"), paragraph.split("\n")
    if len(lines) == 1:
        note.text = storable(paragraph)
        return
    for line in lines:
        etree.SubElement(note, f"{{{XHTML}}}p", nsmap={None: XHTML}).text = storable(line)


def _content_meta(meta: Element, article: Exported) -> None:
    _optional(meta, "urgency", str(article.urgency or ""))
    if article.located:
        _named(meta, "located", article.located)
    if article.source:
        _named(meta, "infoSource", article.source)
    for credit in article.credits:
        _credit(meta, credit)
    if tag := language_tag(article.language):
        add(meta, "language", attributes={"tag": tag})
    if genre := GENRES.get(article.kind):
        _named(meta, "genre", genre.name, qcode=f"genre:{genre.code}")
    if article.section:
        _named(meta, "subject", article.section).set(f"{{{EXTENSION}}}role", "section")
    for tag in article.tags:
        add(meta, "keyword", tag)
    _optional(meta, "slugline", article.slugline)
    add(meta, "headline", article.headline)
    _optional(meta, "dateline", article.dateline)
    _optional(meta, "by", article.byline)
    _optional(meta, "description", article.standfirst, role="drol:summary")


def _credit(meta: Element, credit: Contributor) -> None:
    """Authors are creators, all others contributors; what each did, and where, our own attributes tell."""
    made = _named(meta, "creator" if credit.role == "author" else "contributor", credit.name)
    made.set(f"{{{EXTENSION}}}role", credit.role)
    if credit.place:
        made.set(f"{{{EXTENSION}}}place", storable(credit.place))


# ── Pictures ─────────────────────────────────────────────────────────────────────────────────────────────
def _picture(picture: Picture, article: Exported) -> Element:
    item = _item(picture.href, 1, article.language)
    if picture.copyright:
        add(add(item, "rightsInfo"), "copyrightNotice", picture.copyright)
    meta = add(item, "itemMeta")
    add(meta, "itemClass", attributes={"qcode": "ninat:picture"})
    add(meta, "provider", attributes={"uri": article.site})
    add(meta, "versionCreated", iso(article.updated or article.created or article.saved))
    _optional(meta, "embargoed", iso(article.embargoed) if article.embargoed else "")
    content = add(item, "contentMeta")
    _optional(content, "headline", picture.title)
    _optional(content, "by", picture.byline)
    _optional(content, "creditline", picture.credit)
    _optional(content, "description", picture.caption, role="drol:caption")
    add(
        add(item, "contentSet"),
        "remoteContent",
        attributes={
            "rendition": "rnd:highRes",
            "href": picture.href,
            "contenttype": picture.mimetype,
            "width": picture.width,
            "height": picture.height,
        },
    )
    return item
