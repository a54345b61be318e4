"""What a page prints around its text: headline, standfirst, byline, dates, path, tags."""

from __future__ import annotations

import re

from articles.wire import dates as written
from articles.wire.copy import byline_shapes, dateline, notices, tags
from articles.wire.copy.names import is_caseless, is_name, is_staff, name_key
from articles.wire.formats.html.around import Around
from articles.wire.formats.html.declared import Declared
from articles.wire.formats.html.page import Element, ancestors, pieces, text_of, words_of
from articles.wire.formats.html.vocabulary import (
    ALONE,
    BYLINES,
    HOME,
    STANDFIRSTS,
    word_set,
)
from articles.wire.record import Record
from articles.wire.words import tidy

_HEADLINES = word_set(
    """
    headline title entry-title hed p-name titre titulo titulo-noticia ueberschrift
    """
)
_SEPARATOR = re.compile(
    r"\s+[|–—\-:·»«/]\s+|\s*[|｜»]\s*|(?<=[\u3040-\u9fff])[-_](?=[^-_]+$)|_(?=[^_]+$)|\s::\s|：(?=[^：]{2,14}$)"
)
_WITHIN_PATH = re.compile(r"\s*(?:[>»›→/|·]|\s[–—-]\s)+\s*")
_MOST = 300  # elements that may be a byline, of one page
_LONGEST = 320
_DATE_PART = re.compile(
    r"\b(?:published|posted|updated|last\s+updated|first\s+published|modified"
    r"|on\s(?=(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s\d))\b",
    re.IGNORECASE,
)


def headline(declared: Declared, around: Around) -> str | None:
    """The headline as it is printed: the main heading that the page's titles confirm, else those titles."""
    said = declared.headlines()
    title = declared.title()
    known = [one for one in [*said, title] if one]
    headings = [one for one in around.page_root.iter("h1") if not around.apart(one)]
    marked = [
        one
        for one in around.page_root.iter("h1", "h2", "h3", "div", "span", "p", "td")
        if one.attrib
        and (
            not words_of(one).isdisjoint(_HEADLINES)
            or "headline" in (one.get("itemprop") or "").lower().split()
        )
        and not around.apart(one)
    ]
    for group in (headings, marked):
        for element in group:
            text = text_of(element, _LONGEST + 1)
            if text and len(text) <= _LONGEST and any(_confirms(one, text) for one in known):
                return _confirmed_part(element, text, known)
    above = [one for one in headings if len(text_of(one, _LONGEST).split()) > 2 or not text_of(one).isascii()]
    above = [one for one in above if around.order.get(one, 0) <= around.last]
    sites = {name_key(name) for name in declared.site()}
    above = [one for one in above if name_key(text_of(one)) not in sites]
    if len(above) == 1:
        return text_of(above[0], _LONGEST)
    if not above and (called := _called_headline(marked, around)):
        return called
    if said:
        return _without_site(said[0], declared)
    if title:
        return _set_apart(around, title) or _without_site(title, declared)
    return (text_of(headings[0], _LONGEST) or None) if headings else None


def _confirmed_part(heading: Element, text: str, known: list[str]) -> str:
    """Of a heading that holds more, such as the name of the site, the part that a title begins with."""
    keys = [name_key(one) for one in known]
    if not len(heading) or any(name_key(text) in key for key in keys):
        return text
    for child in heading.iterchildren("*"):
        part = text_of(child, _LONGEST)
        key = name_key(part)
        if 2 * len(part) > len(text) and len(key) > 12 and any(one.startswith(key) for one in keys):
            return part
    return text


def _called_headline(marked: list[Element], around: Around) -> str | None:
    """On a page without headings, the one text above the article that its class calls the headline."""
    found = {
        text_of(one, _LONGEST + 1)
        for one in marked
        if "headline" in words_of(one) and around.order.get(one, 0) <= around.last
    }
    found = {text for text in found if len(text) <= _LONGEST and len(text.split()) > 3}
    return found.pop() if len(found) == 1 else None


def _set_apart(around: Around, title: str) -> str | None:
    """On a page without headings, the words in bold or large type that its title begins or ends with."""
    wanted = name_key(title)
    found = ""
    for element in around.page_root.iter(
        "b", "strong", "font", "big", "h3", "h4", "center", "td", "p", "div"
    ):
        text = text_of(element, 200)
        key = name_key(text)
        if key and 8 < len(key) < 200 and len(text) > len(found):
            found = text if wanted.endswith(key) or wanted.startswith(key) else found
    return found or None


def _confirms(title: str, heading: str) -> bool:
    """Does a title of the page say what a heading says, perhaps with the name of the site behind it?"""
    one, other = name_key(title) or title.casefold(), name_key(heading) or heading.casefold()
    if not one or not other:
        return False
    if one == other or (len(other) > 12 and (one.startswith(other) or other in one)):
        return True
    if len(one) > 20 and other.startswith(one.rstrip("…. ")):
        return True
    mine, theirs = set(one.split()), set(other.split())
    return len(theirs) > 3 and len(mine & theirs) >= 0.7 * len(mine | theirs)


def _without_site(title: str, declared: Declared) -> str:
    """The title without the name of the publication and of its section behind it."""
    names = {name_key(name) for name in declared.site()}
    host = declared.host().removeprefix("www.")
    section = name_key(declared.record.get("section") or "")
    while True:
        cuts = list(_SEPARATOR.finditer(title))
        if not cuts:
            return title
        last = cuts[-1]
        rest = tidy(title[last.end() :])
        key = name_key(rest)
        squeezed = "".join(char for char in rest.casefold() if char.isalnum())
        if (
            key in names
            or key == section
            or (len(squeezed) > 2 and squeezed in host.replace("-", "").replace(".", ""))
            or (rest and not names and "|" in last[0])
        ):
            title = tidy(title[: last.start()])
        else:
            return title


def site_in_title(declared: Declared) -> str | None:
    """The name of the site as it ends the title, if the page's host confirms it."""
    title = declared.title()
    cuts = list(_SEPARATOR.finditer(title)) if title else []
    if not title or not cuts:
        return None
    name = tidy(title[cuts[-1].end() :])
    return name if _fits(name, declared.host()) else None


def _fits(name: str, host: str) -> bool:
    """Is a name of a publication that of a host?"""
    squeezed = "".join(char for char in name.casefold() if char.isalnum())
    site = max(host.split(".")[:-1] or [""], key=len).replace("-", "")
    return len(squeezed) > 2 and (
        squeezed in host.replace("-", "").replace(".", "") or (len(site) > 4 and site in squeezed)
    )


_SOURCE = re.compile(r"(?:来源|來源)\s*[:：]\s*([^\s:：|]{2,20})$")


def _said_source(around: Around) -> str | None:
    """The source that a Chinese page names beside its date."""
    for element in around.page_root.iter("span", "div", "p", "em", "td", "li"):
        if around.order.get(element, 0) > around.last:
            return None
        head = element.text or ""
        if ("来源" in head or "來源" in head) and (found := _SOURCE.match(text_of(element, 60))):
            return found[1]
    return None


def source(declared: Declared, around: Around, record: Record) -> None:
    """The publication: as declared, or by the end of the title where that alone fits the page's host."""
    sites = declared.site()
    in_title = site_in_title(declared)
    if sites and declared.graph.text(declared.node, "publisher"):
        record.set("source", sites[0])
    elif in_title and sites and not any(_fits(name, declared.host()) for name in sites) and len(sites[0]) < 6:
        record.set("source", in_title)
    elif sites:
        record.set("source", sites[0])
    elif said := _said_source(around):
        record.set("source", said)
    elif in_title or (in_title := _behind_headline(declared)):
        record.set("source", in_title)


_DAY_BEHIND = re.compile(r",? \d{1,2}[./]\d{1,2}[./]\d{4}$")


def _behind_headline(declared: Declared) -> str | None:
    """What the title says behind the headline: the name of the publication."""
    title, headline = declared.title() or "", declared.record.get("headline") or ""
    if not headline or not title.startswith(headline) or len(title) <= len(headline):
        return None
    cuts = list(_SEPARATOR.finditer(title, len(headline) - 1))
    name = _DAY_BEHIND.sub("", tidy(title[cuts[-1].end() :])) if cuts else ""
    return name if 2 < len(name) <= 60 else None


def standfirst(around: Around, headline: str) -> Element | None:
    """The standfirst that is printed between headline and text and called so by its class."""
    for element in around.page_root.iter("p", "div", "h2", "h3", "span", "section"):
        if (
            not element.attrib
            or around.order.get(element, 0) > around.last
            or words_of(element).isdisjoint(STANDFIRSTS)
        ):
            continue
        if (
            around.apart(element)
            or element in around.within
            or any(root in element.iter() for root in around.roots[:1])
        ):
            continue
        if around.distance(element) >= 100_000 and not around.opens(element):
            continue
        text = text_of(element, 1001)
        if (
            not 25 <= len(text) <= 1000
            or element.find(".//time") is not None
            or (element.find(".//a") is not None and len(text) < 60)
        ):
            continue
        if byline_shapes.read(text) or (headline and name_key(headline)[:40] in name_key(text)):
            continue
        if not any(
            _begins(one, text)
            for root in around.roots
            for one in list(root.iter("p"))[:4]
            if one is not element
        ):
            return element
    return None


def _begins(element: Element, text: str) -> bool:
    """Does a paragraph say what a standfirst says?"""
    return text_of(element, 120)[:80] == text[:80]


# ── Byline ──────────────────────────────────────────────────────────────────────────────────────
def byline(around: Around, record: Record, authors: list[str]) -> Element | None:
    """Take the byline as it is printed, and credit those whom it names; the element that it stands in."""
    found: list[tuple[int, int, Element]] = []
    for element in around.page_root.iter(
        "p",
        "div",
        "span",
        "a",
        "address",
        "li",
        "cite",
        "strong",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "em",
        "b",
        "small",
        "section",
        "td",
        "font",
    ):
        if not element.attrib:
            continue
        said = element.get("itemprop"), element.get("rel"), element.get("property")
        told = " ".join(filter(None, said)).lower() if any(said) else ""
        words = words_of(element)
        rank = (
            0
            if not words.isdisjoint(("byline", "bylines"))
            else 1
            if "author" in told or "creator" in told
            else 2
            if not words.isdisjoint(BYLINES)
            else 4
            if authors and not words.isdisjoint(("info", "meta"))
            else None
        )
        if rank is None or around.apart(element) or around.order.get(element, 0) > around.last + 400:
            continue
        if "bio" in words or "biography" in words or element in around.within:
            continue
        if len(found) >= _MOST:
            break
        found.append(
            (rank if around.distance(element) < 100_000 else rank + 3, around.order.get(element, 0), element)
        )
    found.sort(key=lambda one: one[:2])
    for _, _, element in found[:40]:
        if text := _byline_in(element, authors):
            above = element.getparent()
            if element.tag in ("span", "a", "strong", "em", "b") and len(text_of(above, 300)) < 240:
                whole = _byline_in(above, authors)
                if whole and text in whole:
                    text, element = whole, above
            record.set("byline", text)
            return element
    return None


def _byline_in(element: Element, authors: list[str]) -> str | None:
    """The byline among the pieces of an element: one that reads as one, or that holds a declared author."""
    texts = [text for text in pieces(element) if len(text) <= 240]
    for place, text in enumerate(texts):
        if text.casefold().rstrip(": ") in (
            "by",
            "von",
            "par",
            "por",
            "di",
            "door",
            "av",
            "af",
            "written by",
            "text",
            "autor",
            "author",
        ) and place + 1 < len(texts):
            text = f"{text} {texts[place + 1]}"
        ahead = re.match(r"(.{3,40}?)\s+(?=By\s)", text)
        if ahead and ahead[1] in authors:
            text = text[ahead.end() :]
        cut = _DATE_PART.search(text)
        if cut and cut.start() > 4:
            text = text[: cut.start()].strip(" ,|·•–—-/")
        text = _undated(text) or text
        shaped = byline_shapes.read(text)
        if shaped and shaped.people:
            return tidy(text[: shaped.end]).rstrip(" ,|·•")
        if any(name.casefold() in text.casefold() for name in authors):
            return _undated(text)
        first = re.split(r"\s+[|·•–—/]\s+|,\s", text)[0]
        if (
            place < 2
            and is_name(first)
            and not is_caseless(first)
            and not is_staff(first)
            and len(text) < 120
        ):
            return _undated(text)
    return None


_BEFORE_DATE = re.compile(r"\s+[|·•–—-]\s+|,\s|\s+(?=\d|[^\W\d_]{3,10}\.?\s\d{1,2},?\s\d{4}\b)")


def _undated(text: str) -> str | None:
    """A byline without the dates that stand behind it."""
    while cuts := list(_BEFORE_DATE.finditer(text)):
        rest = text[cuts[-1].end() :]
        found = next((cut for cut in cuts if notices.date_line(text[cut.end() :], "UTC")), None)
        if found is None or not any(char.isdigit() for char in rest):
            break
        text = text[: found.start()]
    return tidy(text).rstrip(" ,|·•–—-") or None


# ── Path and tags ─────────────────────────────────────────────────────────────────────────────────────────
def section(declared: Declared, around: Around, record: Record) -> None:
    """Take the section from the path to the page: its last step before the headline."""
    if record.get("section") is not None:
        return
    steps = declared.breadcrumbs() or _printed_path(around)
    title = name_key(record.get("headline") or "")
    sites = {name_key(name) for name in declared.site()} | {name_key(site_in_title(declared) or "")}
    kept = [
        step.strip(" ·|>»›/")
        for step in steps
        if step.casefold().strip(" :") not in HOME and name_key(step) not in sites and name_key(step) != title
    ]
    kept = [
        step
        for step in kept
        if 1 < len(step) <= 40 and not (title and title.startswith(name_key(step) or "?") and len(step) > 20)
    ]
    if kept:
        record.set("section", kept[-1])


def _printed_path(around: Around) -> list[str]:
    for element in around.page_root.iter("div", "nav", "ul", "ol", "p", "span"):
        words = words_of(element)
        if words.isdisjoint(
            ("breadcrumb", "breadcrumbs", "breadcrumbnav", "crumbs", "brotkrumen", "ariane", "migas")
        ):
            continue
        if around.order.get(element, 0) > around.last:
            return []
        links = [text_of(one, 80) for one in element.iter("a")]
        steps = [part for link in links for part in [link] if part]
        if steps:
            return steps
        return [part for part in _WITHIN_PATH.split(text_of(element, 300)) if part]
    return []


def tag_links(around: Around, record: Record) -> None:
    """Take the tags that are printed as links: `rel=tag`, or in a list that calls itself so."""
    for link in around.page_root.iter("a"):
        rels = (link.get("rel") or "").lower().split()
        if "tag" in rels and _of_story(link):
            text = text_of(link, 90)
            if "category" in rels and record.get("section") is None:
                record.set("section", text)
            else:
                _tag(text, record)
    for box in around.page_root.iter("ul", "div", "p", "section", "aside"):
        words = words_of(box)
        if words.isdisjoint(
            ("tags", "taglist", "topics", "keywords", "storytags", "articletags", "etiquetas", "schlagworte")
        ):
            continue
        place = around.order.get(box, 0)
        if (
            not around.first - 200 <= place <= around.last + 150
            or box.tag in ("body", "html")
            or len(text_of(box, 900)) > 800
        ):
            continue
        links = list(box.iter("a"))
        if 0 < len(links) <= 40:
            for link in links:
                _tag(text_of(link, 90), record)


def _of_story(element: Element) -> bool:
    """Does a link stand with the article, and not in a menu or a box of other stories?"""
    for above in ancestors(element):
        if above.tag in ("article", "main", "body"):
            return True
        if above.tag in ("nav", "aside", "footer") and not any(
            one.tag == "article" for one in ancestors(above)
        ):
            return False
        if not words_of(above).isdisjoint(("related", "widget", "sidebar", "tagcloud", "menu", "nav")):
            return False
    return True


def _tag(text: str, record: Record) -> None:
    text = text.strip(" ,;#")
    if text and len(text) <= 80 and text.casefold() not in ALONE:
        known = {name_key(one) or one for one in record.listed("keywords")}
        if (name_key(text) or text) not in known:
            record.add("keywords", text)


def tag_line(text: str, record: Record) -> bool:
    """Take the tags of a line `Tags: …`; False where it is none."""
    start = tags.label(text)
    if start is None or not tags.is_list(text, start):
        return False
    record.add("keywords", *(text[first:last] for first, last in tags.split(text, start)))
    return True


def opening(text: str, record: Record) -> None:
    """Take what the dateline of a text tells beside itself: its agency, its date, a place in capitals."""
    found = dateline.find(text)
    if found is None:
        return
    printed = text[found.start : found.end]
    if not found.strong and printed.isupper():
        record.set("dateline", printed)
        if found.located:
            record.set("located", text[slice(*found.located)])
    if found.agency:
        record.set("source", text[slice(*found.agency)])
    if found.date and record.get("created") is None and record.get("updated") is None:
        moment = written.read(text[slice(*found.date)].strip(" ,."), record.timezone)
        if moment and moment.has_year:
            record.values["created"] = moment.value
            if not moment.has_zone:
                record.problem(
                    "no-timezone",
                    f"The time of created names no zone; it was read as {moment.value.isoformat()}.",
                )
