"""A typical document of each wire format, of the same invented copy, and how it would merely be loaded.

What "loading" is stands beside each: the parser that the format needs, told to read the document and the HTML
within it, and nothing else done with either. Such a parser is C and makes no objects before it is asked, so
what sets the pace of the reading is told, too.
"""

from __future__ import annotations

import email
import email.policy
import io
import json
import random
from collections.abc import Callable
from email.message import EmailMessage
from html import escape
from typing import Any

from lxml import etree
from PIL import Image

from bench.copy import name, sentence, sentences

Loader = Callable[[bytes], Any]
PARAGRAPHS = 10
STORIES = 10  # in a feed or an archive of a site


def documents(seed: int = 1) -> dict[str, tuple[bytes, int]]:
    """A document of each format, and how many stories it holds."""
    pick = random.Random(seed)
    return {
        "nitf": (_nitf(pick), 1),
        "newsml12": (_newsml12(pick), 1),
        "newsmlg2": (_newsmlg2(pick), 1),
        "ninjs": (_ninjs(pick), 1),
        "rss": (_rss(pick), STORIES),
        "atom": (_atom(pick), STORIES),
        "jsonfeed": (_jsonfeed(pick), STORIES),
        "wxr": (_wxr(pick), STORIES),
        "html": (_page(pick), 1),
        "email": (_mail(pick), 1),
        "iptc7901": (_iptc7901(pick), 1),
        "anpa1312": (_anpa1312(pick), 1),
        "photo": (_photo(pick), 1),
    }


def _xml(document: bytes) -> Any:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    return etree.fromstring(document, parser)


def _html(text: str) -> Any:
    return etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8"))


def _xml_and_html(*names: str) -> Loader:
    """The XML, and the HTML in the elements of these names."""

    def load(document: bytes) -> Any:
        root = _xml(document)
        return root, [_html(element.text) for element in root.iter(*names) if element.text]

    return load


def _json_and_html(document: bytes) -> Any:
    found = json.loads(document)
    texts = [item["content_html"] for item in found.get("items", ())]
    texts += [body["value"] for body in found.get("bodies", ())]
    return found, [_html(text) for text in texts]


def _message(document: bytes) -> Any:
    message = email.message_from_bytes(document, policy=email.policy.default)
    part = message.get_body(("plain", "html"))
    return message, part and part.get_content()


def _image(document: bytes) -> Any:
    with Image.open(io.BytesIO(document)) as picture:
        return picture.size, dict(picture.getexif()), picture.info.get("xmp")


LOADING: dict[str, tuple[str, Loader]] = {
    "nitf": ("lxml", _xml),
    "newsml12": ("lxml", _xml),
    "newsmlg2": ("lxml", _xml),
    "ninjs": ("json, and lxml for its HTML", _json_and_html),
    "rss": ("lxml, and again for its HTML", _xml_and_html("{*}encoded")),
    "atom": ("lxml, and again for its HTML", _xml_and_html("{*}content")),
    "jsonfeed": ("json, and lxml for its HTML", _json_and_html),
    "wxr": ("lxml, and again for its HTML", _xml_and_html("{*}encoded")),
    "html": ("lxml", lambda document: _html(document.decode())),
    "email": ("email", _message),
    "photo": ("Pillow, without its pixels", _image),
}
_BLOCKS = "blocks of the paragraphs"
# What takes most of the time of each format, where it is not the language, which is measured by itself.
PACE = {
    "nitf": f"{_BLOCKS}, and asking for each element of the head",
    "newsml12": f"{_BLOCKS}, and asking for each element of the metadata",
    "newsmlg2": f"{_BLOCKS}, and asking for each element of the metadata",
    "ninjs": _BLOCKS,
    "rss": f"{_BLOCKS}; elements of all the modules that a feed may use",
    "atom": f"{_BLOCKS}; elements of all the modules that a feed may use",
    "jsonfeed": _BLOCKS,
    "wxr": f"{_BLOCKS}, after shortcodes and blank lines",
    "html": "weighing every line of the page to find its text",
    "email": "the library `email`, and the reader of plain text",
    "iptc7901": "the reader of plain text",
    "anpa1312": "the reader of plain text",
    "photo": "reading IIM, XMP and EXIF, which is Python, and the names in them",
}
# Formats whose documents seldom say their language; py3langid tells it from the text, in Python and numpy.
UNDECLARED = frozenset(("nitf", "email", "iptc7901", "anpa1312"))


def _body(pick: random.Random, link: str = '<a href="https://site.example/{}">{}</a>') -> str:
    """Paragraphs with a heading, a link and emphasis here and there."""
    found = []
    for number in range(PARAGRAPHS):
        text = sentences(pick, pick.randint(2, 4))
        if number % 3 == 1:
            text += " " + link.format(number, sentence(pick, 3)) + f" and <em>{sentence(pick, 2)}</em>."
        found.append(f"<p>{text}</p>")
    return "\n".join(found)


def _nitf(pick: random.Random) -> bytes:
    headline, body = sentence(pick, 8), _body(pick)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>{headline}</title><tobject tobject.type="news"><tobject.subject
tobject.subject.refnum="11006005" tobject.subject.ipr="IPTC"/></tobject><docdata management-status="usable">
<doc-id id-string="x-123"/><urgency ed-urg="4"/><date.issue norm="20260708T101500Z"/><du-key key="fog"/>
<doc.copyright year="2026" holder="Meridian"/><key-list><keyword key="fog"/></key-list>
</docdata></head><body><body.head><hedline><hl1>{headline}</hl1></hedline><byline>By {name(pick)}</byline>
<distributor>Meridian</distributor><dateline><location>CORRIN</location></dateline>
<abstract><p>{sentence(pick, 18)}.</p></abstract></body.head><body.content>{body}</body.content></body></nitf>
""".encode()


def _newsml12(pick: random.Random) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<NewsML><NewsEnvelope><DateAndTime>20260708T101500Z</DateAndTime></NewsEnvelope><NewsItem><Identification>
<NewsIdentifier><ProviderId>meridian.example</ProviderId><DateId>20260708</DateId><NewsItemId>x1</NewsItemId>
<RevisionId PreviousRevision="0" Update="N">1</RevisionId>
<PublicIdentifier>urn:newsml:meridian.example:20260708:x1:1</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260708T101500Z</FirstCreated>
<ThisRevisionCreated>20260708T101500Z</ThisRevisionCreated><Status FormalName="Usable"/>
<Urgency FormalName="4"/></NewsManagement><NewsComponent><NewsLines><HeadLine>{sentence(pick, 8)}</HeadLine>
<ByLine>By {name(pick)}</ByLine><DateLine>CORRIN</DateLine><SlugLine>fog</SlugLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="Meridian"/></Provider></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="en"/><SubjectCode><Subject FormalName="04000000"/></SubjectCode>
</DescriptiveMetadata><ContentItem><MediaType FormalName="Text"/><DataContent><nitf><body><body.content>
{_body(pick)}</body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
""".encode()


def _newsmlg2(pick: random.Random) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:meridian.example:x1" version="1"
standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en"><catalogRef
href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/><rightsInfo><copyrightHolder
literal="Meridian"/><copyrightNotice>© 2026 Meridian</copyrightNotice></rightsInfo><itemMeta><itemClass
qcode="ninat:text"/><provider literal="Meridian"/><versionCreated>2026-07-08T10:15:00Z</versionCreated>
<firstCreated>2026-07-08T10:15:00Z</firstCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta>
<urgency>4</urgency><creator literal="x"><name>{name(pick)}</name></creator><language tag="en"/>
<subject type="cpnat:abstract" qcode="medtop:20000344"><name>economy</name></subject>
<slugline>fog</slugline><headline>{sentence(pick, 8)}</headline><by>By {name(pick)}</by>
<dateline>CORRIN (Meridian)</dateline><description role="drol:summary">{sentence(pick, 18)}.</description>
</contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html
xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{_body(pick)}</body></html></inlineXML>
</contentSet></newsItem>
""".encode()


def _ninjs(pick: random.Random) -> bytes:
    return json.dumps(
        {
            "uri": "urn:newsml:meridian.example:x1",
            "standard": {"name": "ninjs", "version": "3.0"},
            "type": "text",
            "version": "1",
            "firstcreated": "2026-07-08T10:15:00Z",
            "versioncreated": "2026-07-08T10:15:00Z",
            "pubstatus": "usable",
            "urgency": 4,
            "language": "en",
            "headlines": [{"role": "main", "value": sentence(pick, 8)}],
            "bylines": [{"value": f"By {name(pick)}"}],
            "subjects": [{"name": "economy", "uri": "medtop:20000344"}],
            "bodies": [{"role": "main", "contenttype": "text/html", "value": _body(pick)}],
        }
    ).encode()


def _rss(pick: random.Random) -> bytes:
    items = "".join(
        f"<item><title>{sentence(pick, 8)}</title><link>https://site.example/{number}</link>"
        f'<guid isPermaLink="false">x{number}</guid><dc:creator>{name(pick)}</dc:creator>'
        f"<pubDate>Wed, 08 Jul 2026 10:{number:02}:00 +0000</pubDate><category>Fog</category>"
        f"<description>{sentence(pick, 18)}.</description>"
        f"<content:encoded><![CDATA[{_body(pick)}]]></content:encoded></item>"
        for number in range(STORIES)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Meridian</title><language>en</language>
<link>https://site.example/</link><description>News</description>{items}</channel></rss>""".encode()


def _atom(pick: random.Random) -> bytes:
    entries = "".join(
        f"<entry><title>{sentence(pick, 8)}</title><id>urn:x:{number}</id>"
        f'<link href="https://site.example/{number}"/><author><name>{name(pick)}</name></author>'
        f"<published>2026-07-08T10:{number:02}:00Z</published><updated>2026-07-08T11:00:00Z</updated>"
        f'<category term="Fog"/><summary>{sentence(pick, 18)}.</summary>'
        f'<content type="html">{escape(_body(pick), quote=False)}</content></entry>'
        for number in range(STORIES)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Meridian</title><id>urn:x</id>
<updated>2026-07-08T11:00:00Z</updated>{entries}</feed>""".encode()


def _jsonfeed(pick: random.Random) -> bytes:
    items = [
        {
            "id": f"x{number}",
            "url": f"https://site.example/{number}",
            "title": sentence(pick, 8),
            "authors": [{"name": name(pick)}],
            "date_published": f"2026-07-08T10:{number:02}:00Z",
            "tags": ["Fog"],
            "content_html": _body(pick),
        }
        for number in range(STORIES)
    ]
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "Meridian", "language": "en", "items": items}
    ).encode()


def _wxr(pick: random.Random) -> bytes:
    items = "".join(
        f"<item><title>{sentence(pick, 8)}</title><link>https://site.example/{number}/</link>"
        f"<dc:creator><![CDATA[ada]]></dc:creator><guid>https://site.example/?p={number}</guid>"
        f"<content:encoded><![CDATA[{_body(pick)}]]></content:encoded><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_date_gmt>2026-07-08 10:{number:02}:00</wp:post_date_gmt>"
        f"<wp:post_name>x-{number}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
        '<category domain="category" nicename="world"><![CDATA[World]]></category></item>'
        for number in range(STORIES)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Meridian</title><language>en</language><wp:wxr_version>1.2</wp:wxr_version><wp:author><wp:author_login>ada
</wp:author_login><wp:author_display_name>{name(pick)}</wp:author_display_name></wp:author>{items}</channel></rss>
""".encode()


def _page(pick: random.Random) -> bytes:
    headline, author = sentence(pick, 8), name(pick)
    menu = "".join(f'<li><a href="/{number}">{sentence(pick, 2)}</a></li>' for number in range(30))
    data = json.dumps(
        {
            "@type": "NewsArticle",
            "headline": headline,
            "author": {"@type": "Person", "name": author},
            "datePublished": "2026-07-08T10:15:00Z",
        }
    )
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{headline} | Meridian</title>
<link rel="canonical" href="https://site.example/1"><meta property="og:title" content="{headline}">
<script type="application/ld+json">{data}</script></head><body><header><nav><ul>{menu}</ul></nav></header>
<main><article><h1>{headline}</h1><p class="byline">By {author}</p>{_body(pick)}</article>
<aside><ul>{menu}</ul></aside></main><footer><ul>{menu}</ul></footer></body></html>""".encode()


def _mail(pick: random.Random) -> bytes:
    message = EmailMessage()
    message["From"] = "Press office <press@meridian.example>"
    message["To"] = "desk@site.example"
    message["Subject"] = sentence(pick, 8)
    message["Date"] = "Wed, 08 Jul 2026 10:15:00 +0000"
    message["Message-ID"] = "<x1@meridian.example>"
    message.set_content(_plain(pick), cte="quoted-printable")
    return message.as_bytes()


def _plain(pick: random.Random, end: str = "\n\n") -> str:
    return end.join(sentences(pick, pick.randint(2, 4)) for _ in range(PARAGRAPHS)) + "\n"


def _iptc7901(pick: random.Random) -> bytes:
    body = _plain(pick, "\r\n     ").replace("\n", "\r\n")
    return (
        f"\x01mer012 4 pl 410 aaaaa  mer 061\r\n\r\nWeather/Fog/\r\n\x02{sentence(pick, 8)} =\r\n\r\n"
        f"     Corrin (mer) - {body}\r\n\x03\r\n081015 Jul 26\r\n\r\n\r\n\x04"
    ).encode()


def _anpa1312(pick: random.Random) -> bytes:
    body = _plain(pick, "\r\n\t").replace("\n", "\r\n")
    return (
        f"\x16\x16\x01A2870\x1f_mer\r\nr f\x13\x11BC-Fog     07-08 0410\r\n\x02^BC-Fog,410<\r\n"
        f"^{sentence(pick, 8)}<\r\n^By {name(pick).upper()}=\r\n^Meridian=\r\n\tCORRIN (Meridian) _ {body}"
        "\x03\r\n\r\nMER-NY-07-08-26 1015EDT\r\n\x04"
    ).encode()


def _photo(pick: random.Random) -> bytes:
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x8298] = sentence(pick, 12), name(pick), "© Meridian"
    out = io.BytesIO()
    Image.effect_noise((1200, 800), 40).convert("RGB").save(out, "JPEG", quality=80, exif=exif)
    return out.getvalue()
