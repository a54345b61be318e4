"""ninjs 3.0, IPTC's news in JSON: https://iptc.org/std/ninjs/ and docs/exporting.md.

ninjs has no keys for tags, section, dateline and the places of credits. They stand where it has room for
them: subjects and people with a `rel`, a description and a contact with a `role`.
"""

from __future__ import annotations

import json
from typing import Any

from articles.exports.bodies import illustrated
from articles.exports.content import Contributor, Exported, Picture, iso
from articles.exports.genres import GENRES
from articles.wire.record import AS_TOLD

STANDARD = {
    "name": "ninjs",
    "version": "3.0",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
}
# How every article begins, by which an export is known.
OPENING = f'{{"standard":{{"name":"ninjs","version":"{STANDARD["version"]}"'.encode()
# What some readers take for the end of a line, although JSON does not.
_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def write(article: Exported) -> bytes:
    """The article as one JSON object on one line, without an end of line."""
    line = json.dumps(item(article), ensure_ascii=False, separators=(",", ":"))
    return line.translate(_ENDS).encode("utf-8", "replace")


def item(article: Exported) -> dict[str, Any]:
    """The article as a ninjs object; what is empty is left out."""
    genre = GENRES.get(article.kind)
    return {
        "standard": STANDARD,
        **_filled(
            uri=article.uri,
            type="text",
            profile=AS_TOLD,
            representationType="full" if article.status != "canceled" else "partial",
            version=str(article.version),
            firstCreated=iso(article.created) if article.created else None,
            versionCreated=iso(article.updated) if article.updated else None,
            embargoedUntil=iso(article.embargoed) if article.embargoed else None,
            pubStatus=article.status,
            urgency=article.urgency,
            language=article.language,
            headlines=_texts(main=article.headline),
            slugline=article.slugline,
            by=article.byline,
            located=article.located,
            descriptions=_texts(summary=article.standfirst, dateline=article.dateline),
            bodies=_body(article),
            edNote=article.ednote,
            copyrightNotice=article.copyright,
            infoSources=[_filled(role="source", name=article.source)] if article.source else None,
            people=[_credit(credit) for credit in article.credits],
            subjects=_subjects(article),
            genres=[{"uri": genre.uri, "name": genre.name}] if genre else None,
            altIds=[{"role": "canonical", "value": article.url}],
            associations=[_picture(picture, number) for number, picture in enumerate(article.pictures, 1)],
        ),
    }


def _filled(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [])}


def _texts(**texts: str) -> list[dict[str, str]]:
    """Plain texts by their roles."""
    return [
        {"role": role, "contentType": "text/plain", "value": text} for role, text in texts.items() if text
    ]


def _body(article: Exported) -> list[dict[str, str]]:
    html = illustrated(article.body, article.figures)
    return [{"role": "main", "contentType": "text/html", "value": html}] if html else []


def _credit(credit: Contributor) -> dict[str, Any]:
    place = [{"role": "place", "address": {"locality": credit.place}}] if credit.place else None
    return _filled(rel=credit.role, name=credit.name, contactInfo=place)


def _subjects(article: Exported) -> list[dict[str, str]]:
    section = [{"rel": "category", "name": article.section}] if article.section else []
    return section + [{"rel": "keyword", "name": tag} for tag in article.tags]


def _picture(picture: Picture, number: int) -> dict[str, Any]:
    return _filled(
        name=f"picture-{number}",
        uri=picture.href,
        type="picture",
        by=picture.byline,
        headlines=_texts(main=picture.title),
        descriptions=_texts(caption=picture.caption, alt=picture.alt, creditline=picture.credit),
        copyrightNotice=picture.copyright,
        renditions=[
            {
                "name": "original",
                "href": picture.href,
                "contentType": picture.mimetype,
                "width": picture.width,
                "height": picture.height,
            }
        ],
    )
