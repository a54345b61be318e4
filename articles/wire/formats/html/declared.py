"""What a page says about itself outside of its text: JSON-LD first, then its `meta` and `link` elements.

https://schema.org/NewsArticle, https://ogp.me/, https://www.dublincore.org/specifications/dublin-core/dcq-html/
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from articles.wire import stamps
from articles.wire.copy.people import people
from articles.wire.formats.html import jsonld, metas
from articles.wire.formats.html.page import Page
from articles.wire.formats.html.pictures import is_picture
from articles.wire.formats.html.vocabulary import word_set
from articles.wire.record import Record
from articles.wire.story import Media, Role
from articles.wire.words import tidy

_FEEDS = ("rss", "atom", "json", "oembed", "xml+oembed", "opensearch")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,3}")
_NOBODY = frozenset(
    (
        "admin",
        "administrator",
        "webmaster",
        "editor",
        "staff",
        "none",
        "null",
        "undefined",
        "root",
        "user",
        "n/a",
    )
)
_PEOPLE = (
    ("author", Role.AUTHOR),
    ("creator", Role.AUTHOR),
    ("contributor", Role.CONTRIBUTOR),
    ("translator", Role.TRANSLATOR),
    ("editor", Role.EDITOR),
)


class Declared:
    """Gives a record what the page declares."""

    def __init__(self, page: Page, record: Record) -> None:
        self.page = page
        self.record = record
        self.metas = metas.Metas(page.root)
        self.graph = jsonld.Graph(self._scripts())
        self.node = self.graph.article

    def _scripts(self) -> list[Any]:
        found: list[Any] = []
        for script in self.page.root.iter("script"):
            if "ld+json" in (script.get("type") or "").lower():
                values = jsonld.load("".join(script.itertext()))
                if values is None:
                    self.record.problem(
                        "json-ld", "A block of JSON-LD on this page cannot be read; it was left out."
                    )
                else:
                    found += values
        return found

    def take(self) -> None:
        """Everything but headline, byline, body and pictures, which depend on what is printed."""
        self.record.set("uri", self.page.canonical or self._own_address())
        self._dates()
        self._language()
        self._section()
        self._keywords()
        self._entities()
        self._rights()
        self._links()

    # ── What the printed page is compared with ───────────────────────────────────────────────────────────
    def headlines(self) -> list[str]:
        """The headlines that are declared, the most trusted first."""
        found = [self.graph.text(self.node, "headline"), self.graph.text(self.node, "name")]
        return [tidy(text) for text in [*found, *self.metas.each(*metas.TITLES)] if text and text.strip()]

    def title(self) -> str | None:
        """The text of the `title` element."""
        title = next(self.page.root.iter("title"), None)
        return tidy("".join(title.itertext())[:2000]) or None if title is not None else None

    def description(self) -> str | None:
        """The declared summary."""
        return self.graph.text(self.node, "description", "abstract") or self.metas.first(*metas.DESCRIPTIONS)

    def site(self) -> list[str]:
        """The names of the publication, the most trusted first."""
        found = [
            self.graph.text(self.node, "publisher", "sourceOrganization", "provider"),
            *self.metas.each(*metas.SOURCES),
        ]
        if self.node:
            found += [self.graph.text(self.node, "isPartOf")]
        return [name for name in found if name and len(name) < 80 and "://" not in name]

    def credits(self) -> None:
        """Credit those whom the page declares, by JSON-LD or, where that names nobody, by `meta`."""
        for key, role in _PEOPLE:
            if key == "creator" and self.node and self.node.get("author"):
                continue
            for value in self.graph.each(self.node, key):
                names = value.get("name") if isinstance(value, dict) else None
                for name in names if isinstance(names, list) else [jsonld.plain(value)]:
                    self._credit(name if isinstance(name, str) else None, role, sure=isinstance(value, dict))
        if not self.record.listed("credits"):
            for name in metas.AUTHORS:
                for value in self.metas.values.get(name, ()):
                    self._credit(value, Role.AUTHOR, sure=False)
                if self.record.listed("credits"):
                    break

    def _credit(self, said: str | None, role: Role, *, sure: bool) -> None:
        said = tidy(said or "")
        if not said or len(said) > 200 or "://" in said or "@" in said or said.lower() in _NOBODY:
            return
        named = people(said, role)
        for who in named:
            self.record.credit(who.name, who.role, who.place)
        if not named and len(said) < 80 and (sure or len(said.split()) < 6):
            self.record.credit(said, role)

    def article_body(self) -> str | None:
        """The text that JSON-LD gives, where the page itself shows none."""
        return self.graph.text(self.node, "articleBody", "text")

    def pictures(self) -> list[Media]:
        """The pictures and videos that are declared: JSON-LD's with captions, else Open Graph's."""
        found: list[Media] = []
        for value in self.graph.each(self.node, "image", "thumbnailUrl"):
            href = self.page.absolute(jsonld.address(value))
            if not href or not is_picture(href):
                continue
            node = value if isinstance(value, dict) else {}
            found.append(
                Media(
                    href,
                    caption=tidy(self.graph.text(node, "caption", "description") or "") or None,
                    credit=tidy(
                        self.graph.text(node, "creditText", "creator", "author", "copyrightHolder") or ""
                    )
                    or None,
                    width=_size(self.graph.text(node, "width")),
                    height=_size(self.graph.text(node, "height")),
                    mimetype=self.graph.text(node, "encodingFormat"),
                )
            )
        if (
            not found
            and (
                href := self.page.absolute(
                    self.metas.first(
                        "og:image",
                        "og:image:url",
                        "og:image:secure_url",
                        "twitter:image",
                        "twitter:image:src",
                        "sailthru.image.full",
                        "parsely-image-url",
                    )
                )
            )
            and is_picture(href)
        ):
            found.append(
                Media(
                    href,
                    alt=self.metas.first("og:image:alt", "twitter:image:alt"),
                    mimetype=self.metas.first("og:image:type"),
                    width=_size(self.metas.first("og:image:width")),
                    height=_size(self.metas.first("og:image:height")),
                )
            )
        return found

    def videos(self) -> list[Media]:
        """The videos that JSON-LD gives with the article."""
        found = []
        for value in self.graph.each(self.node, "video"):
            node = value if isinstance(value, dict) else {}
            href = self.page.absolute(
                self.graph.text(node, "contentUrl", "contentURL")
                or jsonld.address(value)
                or self.graph.text(node, "embedUrl")
            )
            if href:
                found.append(
                    Media(
                        href,
                        headline=self.graph.text(node, "name"),
                        caption=self.graph.text(node, "description"),
                        mimetype=self.graph.text(node, "encodingFormat"),
                    )
                )
        return found

    # ── Into the record ──────────────────────────────────────────────────────────────────────────────────
    def _own_address(self) -> str | None:
        for value in (
            *self.graph.each(self.node, "mainEntityOfPage"),
            *self.graph.each(self.node, "url"),
            *self.graph.each(self.node, "@id"),
        ):
            address = jsonld.address(value)
            if address and address.startswith(("http://", "https://")):
                return address
        return None

    def _dates(self) -> None:
        said = self.graph.text(self.node, "datePublished") or None
        self._date("created", [said, *self.metas.each(*metas.CREATED)])
        said = self.graph.text(self.node, "dateModified") or None
        self._date("updated", [said, *self.metas.each(*metas.UPDATED)])

    def _date(self, key: str, texts: list[str | None]) -> None:
        """The first of the dates that can be read; a wrong one is told only where none can."""
        given = [_moment(text) for text in texts if text]
        for text in given:
            moment = stamps.read(text, self.record.timezone)
            if moment and moment.has_year:
                self.record.date(key, text)
                return
        if given:
            self.record.date(key, given[0])

    def _language(self) -> None:
        html = self.page.root
        for said in (
            self.graph.text(self.node, "inLanguage"),
            html.get("lang"),
            html.get("xml:lang") or html.get("{http://www.w3.org/XML/1998/namespace}lang"),
            self.metas.first("content-language", "dc.language", "dcterms.language"),
            self.metas.first("og:locale"),
        ):
            said = (said or "").strip().split(",")[0]
            if _LANGUAGE.fullmatch(said):
                self.record.set("language", said.replace("_", "-"))

    def _section(self) -> None:
        sections = [jsonld.plain(value) for value in self.graph.each(self.node, "articleSection")]
        sections = [one for one in sections if one and "://" not in one]
        if sections:
            self.record.set("section", sections[0])
            for further in sections[1:]:
                self.record.subject(further)
            return
        for text in self.metas.each(*metas.SECTIONS):
            if "://" not in text and len(text) < 80 and not text.replace(".", "").isdigit():
                self.record.set("section", text)

    def _keywords(self) -> None:
        for value in self.graph.each(self.node, "keywords"):
            text = jsonld.plain(value)
            listed = isinstance(self.node and self.node.get("keywords"), list)
            if (
                text
                and ":" in text
                and re.match(
                    r"(?:type|tag|author|section|location|subject|language|brand|channel)\s*:",
                    text,
                    re.IGNORECASE,
                )
            ):
                continue  # what a publisher tells its own machines
            self.record.add("keywords", *([text] if listed and text else _listed(text)))
        for name in metas.KEYWORDS:
            values = self.metas.values.get(name, [])
            for value in values:
                several = len(values) > 1 and name.endswith("tag")
                self.record.add("keywords", *([value] if several else _listed(value)))

    def _entities(self) -> None:
        for key in ("about", "mentions", "spatialCoverage", "contentLocation", "locationCreated", "spatial"):
            for value in self.graph.each(self.node, key):
                name = jsonld.plain(value)
                if not name or "://" in name:
                    continue
                kinds = jsonld.types(value) if isinstance(value, dict) else []
                if "person" in kinds:
                    self.record.add("people", name)
                elif any(
                    kind.endswith(("organization", "corporation", "team", "party", "agency"))
                    for kind in kinds
                ):
                    self.record.add("organisations", name)
                elif key not in ("about", "mentions") or any(kind in _PLACES for kind in kinds):
                    self.record.add("places", name)
                elif key == "about":
                    self.record.subject(name)
                else:
                    self.record.add("keywords", name)
        for value in self.graph.each(self.node, "genre"):
            self.record.subject(jsonld.plain(value), None, "genre")
        if dateline := self.graph.text(self.node, "dateline"):
            self.record.set("dateline", dateline)
        for value in (
            *self.graph.each(self.node, "correction"),
            *self.graph.each(self.node, "correctionNote"),
        ):
            self.record.note(
                "correction",
                (value.get("text") or jsonld.plain(value))
                if isinstance(value, dict)
                else jsonld.plain(value),
            )
        self.record.set("version", self.graph.text(self.node, "version"))

    def _rights(self) -> None:
        notice = self.graph.text(self.node, "copyrightNotice")
        holder, year = (
            self.graph.text(self.node, "copyrightHolder"),
            self.graph.text(self.node, "copyrightYear"),
        )
        if notice:
            self.record.set("copyright", notice)
        elif holder:
            self.record.set("copyright", f"© {year} {holder}" if year else holder)
        self.record.set("copyright", self.metas.first(*metas.COPYRIGHTS))
        for key in ("usageInfo", "license", "conditionsOfAccess"):
            for value in self.graph.each(self.node, key):
                self.record.note("usageterms", jsonld.plain(value) or jsonld.address(value))
        self.record.note("usageterms", self.metas.first("dcterms.license", "usageterms"))

    def _links(self) -> None:
        if self.page.canonical:
            self.record.link("canonical", self.page.canonical)
        for link in self.page.root.iter("link"):
            rels = (link.get("rel") or "").lower().split()
            href = self.page.absolute(link.get("href"))
            if not href:
                continue
            kind = (link.get("type") or "").lower()
            if "alternate" in rels and "stylesheet" not in rels and not any(feed in kind for feed in _FEEDS):
                if href != self.page.canonical and not href.startswith(("android-app:", "ios-app:")):
                    self.record.link("alternate", href, link.get("title") or link.get("hreflang"))
            elif "amphtml" in rels:
                self.record.link("amphtml", href)
            elif "shortlink" in rels:
                self.record.link("shortlink", href)
            elif "license" in rels:
                self.record.note("usageterms", href)
        for key, rel in (
            ("isBasedOn", "derivedfrom"),
            ("citation", "related"),
            ("relatedLink", "related"),
            ("workTranslation", "alternate"),
            ("translationOfWork", "translationof"),
        ):
            for value in self.graph.each(self.node, key):
                address = self.page.absolute(jsonld.address(value))
                if address.startswith(("http://", "https://", "urn:")):
                    self.record.link(rel, address, jsonld.plain(value) if isinstance(value, dict) else None)

    def host(self) -> str:
        """The host of the page without `www.`, or ""."""
        try:
            return urlsplit(self.page.base).hostname or ""
        except ValueError:
            return ""

    def breadcrumbs(self) -> list[str]:
        """The names of the path that JSON-LD gives to the page, from the home page on."""
        for node in self.graph.nodes:
            if "breadcrumblist" in jsonld.types(node):
                items = [one for one in self.graph.each(node, "itemListElement") if isinstance(one, dict)]
                items.sort(key=lambda one: _size(str(one.get("position"))) or 0)
                names = [jsonld.plain(one) or jsonld.plain(one.get("item")) for one in items]
                return [tidy(name) for name in names if name]
        return []


_PLACES = word_set(
    """
    place city country state administrativearea landmarksorhistoricalbuildings
    civicstructure continent
    """
)
_EPOCH = re.compile(r"1[0-9]{9}(?:[0-9]{3})?")


def _moment(text: str) -> str:
    """A date in a form that can be read: seconds or milliseconds since 1970 as ISO 8601."""
    if _EPOCH.fullmatch(text):
        from datetime import UTC, datetime

        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    return text


def _size(text: str | None) -> int | None:
    found = re.match(r"\s*(\d{1,5})", text or "")
    return int(found[1]) or None if found else None


def _listed(text: str | None) -> list[str]:
    """The keywords of a list in one text, which semicolons part, or commas."""
    if not text or len(text) > 20_000:
        return []
    for sign in (";", "；", "|", ",", "，", "、"):
        if sign in text:
            return [part for part in text.split(sign) if part.strip() and len(part) < 150]
    return [text]
