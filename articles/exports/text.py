"""Plain text as agencies send it, for people and for systems that know nothing else: docs/exporting.md.

What has a place in printed copy stands there (headline, byline, dateline, sign-offs, tags), the rest in
labelled lines above. Links, emphasis, pictures and the identifier are not carried.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles import markup
from articles.exports.content import Contributor, Exported, joined

_BEGINNINGS = {
    "contributor": "Additional reporting by",
    "editor": "Editing by",
    "photographer": "Photos by",
    "translator": "Translated by",
}


def write(article: Exported) -> bytes:
    """The article as plain text in UTF-8, paragraphs parted by blank lines."""
    parts = [part for part in _parts(article) if part]
    return ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def _parts(article: Exported) -> Iterator[str]:
    if article.status == "canceled":
        yield "KILL - do not use"
        yield _labels(article)
        return
    if article.status == "withheld":
        yield "NOT FOR PUBLICATION"
    yield from _notes(article)
    yield _labels(article)
    yield article.byline
    yield from _body(article)
    yield _signed_off(article)
    if article.copyright:
        yield article.copyright
    if article.tags:
        yield f"Tags: {'; '.join(article.tags)}"


def _notes(article: Exported) -> Iterator[str]:
    if article.embargoed:
        yield f"EMBARGOED UNTIL {article.embargoed:%Y-%m-%d %H:%M} UTC"
    for paragraph in article.ednote.split("\n"):
        if paragraph:
            yield paragraph if paragraph.upper().startswith("EDS:") else f"EDS: {paragraph}"


def _labels(article: Exported) -> str:
    values = {
        "Headline": article.headline,
        "Slug": article.slugline,
        "Section": article.section,
        "Source": article.source,
        "Published": f"{article.created:%Y-%m-%d %H:%M} UTC" if article.created else "",
        "Updated": f"{article.updated:%Y-%m-%d %H:%M} UTC" if article.updated else "",
        "Summary": article.standfirst,
    }
    return "\n".join(f"{label}: {value}" for label, value in values.items() if value)


def _signed_off(article: Exported) -> str:
    """Who else is credited, as `(Editing by Ada Lind; Additional reporting by Bo Ek in Oslo)`."""
    told: dict[str, list[str]] = {}
    for credit in article.credits:
        if credit.role != "author":
            told.setdefault(credit.role, []).append(_where(credit))
    parts = [f"{_BEGINNINGS[role]} {joined(names)}" for role, names in told.items()]
    return f"({'; '.join(parts)})" if parts else ""


def _where(credit: Contributor) -> str:
    return f"{credit.name} in {credit.place}" if credit.place else credit.name


def _body(article: Exported) -> Iterator[str]:
    opening = f"{article.dateline} - " if article.dateline else ""
    for kind, words, _html in markup.blocks(article.body):
        if kind == "list":
            yield "\n".join(f"* {line}" for line in words.split("\n"))
        elif kind == "rule":
            yield "* * *"
        elif kind == "paragraph":
            yield opening + words
            opening = ""
        elif kind != "figure":
            yield words
