"""The dates that a page prints with its headline, for pages that declare none."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from articles.wire import stamps
from articles.wire.copy import notices
from articles.wire.formats.html.around import Around
from articles.wire.formats.html.page import Element, pieces, words_of
from articles.wire.formats.html.vocabulary import DATES
from articles.wire.record import Record

_MOST = 300  # elements that may be a date, of one page
_RDFA = frozenset(("dc:date", "dc:created", "dcterms:created", "schema:datecreated", "schema:datepublished"))


def dates(around: Around, record: Record) -> None:
    """Take the dates that are printed with the headline, of those that are not declared."""
    candidates: list[tuple[int, Element]] = []
    for element in around.page_root.iter(
        "time", "span", "div", "p", "abbr", "li", "em", "small", "td", "font"
    ):
        if element.tag != "time":
            if not element.attrib:
                continue
            said = (element.get("itemprop") or "").lower()
            rdfa = (element.get("property") or "").lower().split()
            if (
                said not in ("datepublished", "datecreated", "datemodified")
                and _RDFA.isdisjoint(rdfa)
                and words_of(element).isdisjoint(DATES)
            ):
                continue
        if around.order.get(element, 0) > around.last + 60 or around.apart(element):
            continue
        candidates.append((around.distance(element), element))
        if len(candidates) >= _MOST:
            break
    candidates.sort(key=lambda one: (one[0], one[1].tag != "time"))
    times = {element for _, element in candidates if element.tag == "time"}
    for _, element in candidates[:30]:
        if record.get("created") is not None and record.get("updated") is not None:
            return
        if element.tag != "time" and any(one in times for one in element.iter("time")):
            continue
        _element_dates(element, record)


def _element_dates(element: Element, record: Record) -> None:
    """Take the dates of a `time` or of an element that its class calls a date."""
    stamp = (
        element.get("datetime")
        or element.get("content")
        or (element.get("title") if element.tag == "abbr" else "")
        or ""
    )
    texts = pieces(element, 12)
    words = words_of(element)
    changed = (
        (element.get("itemprop") or "").lower() == "datemodified"
        or ("updated" in words and "published" not in words)
        or "modified" in words
    )
    if re.match(r"\d{4}-?\d\d-?\d\d", stamp.strip()):
        if not changed and any(_UPDATE.search(text) for text in texts):
            for text in texts:
                date_text(text, record)
            record.date("updated", stamp)
            return
        moment = stamps.read(stamp, record.timezone)
        for text in texts:  # the zone may stand in the text alone
            told = (
                stamps.read(american(text), record.timezone)
                if moment and not moment.has_zone and moment.has_time
                else None
            )
            if (
                told
                and moment
                and told.has_zone
                and told.value.replace(tzinfo=None, second=0) == moment.value.replace(tzinfo=None, second=0)
            ):
                record.values["updated" if changed else "created"] = told.value.replace(
                    second=moment.value.second
                )
                return
        record.date("updated" if changed else "created", stamp)
        return
    for text in [part for whole in texts for part in _BARS.split(whole)]:
        if not date_text(text, record) and (found := _NUMBERS.match(text)):
            record.date(
                "created",
                " ".join(part for part in ("-".join(found.group(1, 2, 3)), found[4]) if part).replace(
                    " ", "T", 1
                )
                if found[4]
                else _day(found),
            )


def _day(found: re.Match[str]) -> str:
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"


def american(text: str) -> str:
    """A date of the American order (`10/04/2016 05:07 AM EDT`) as ISO writes it; another text as it is.

    Drupal writes `Mon, 06/03/2024 - 14:00`: its weekday tells the order.
    """
    text = _SUBMITTED.sub("", text)
    if drupal := _DRUPAL.search(text):
        year, first, second = (int(part) for part in drupal.group(4, 2, 3))
        with suppress(ValueError):
            day = date(year, first, second)
            if _WEEKDAYS[day.weekday()] == drupal[1]:
                return f"{day.isoformat()}T{drupal[5]}"
    found = _SLASHED.match(text)
    if found and _AMERICAN.search(text) and int(found[1]) <= 12:
        return f"{found[3]}-{int(found[1]):02}-{int(found[2]):02}{text[found.end() :]}"
    return text


_UPDATE = re.compile(
    r"\bupdated\b|\bmodified\b|aktualisiert|mis à jour|actualizado|aggiornato|обновлено|güncelle"
    r"|آخر تحديث|更新",
    re.IGNORECASE,
)
_BARS = re.compile(r"\s*[|·•｜]\s*")
_DRUPAL = re.compile(r"\b([A-Z][a-z]{2}), (\d\d)/(\d\d)/(\d{4}) - (\d\d:\d\d)$")
_SUBMITTED = re.compile(r"^\W*submitted by .{1,80} on (?=[A-Z][a-z]{2}, \d)", re.IGNORECASE)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_AMERICAN = re.compile(r"\b(?:[ECMP][SD]?T|[AP]\.?M\.?)\b", re.IGNORECASE)
_NUMBERS = re.compile(
    r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?(?:\s+(\d{1,2}:\d\d(?::\d\d)?))?(?!\d)"
)
_LATE_UPDATE = re.compile(r"[،,]?\s*(?:آخر تحديث|last updated?|--\s*updated)\s*:?\s*", re.IGNORECASE)
_OTHER_ZONE = re.compile(r"(?<=[A-Z]{3}) \(\d{4} [A-Z]{2,5}\)$")  # 0203 GMT (1003 HKT)


def date_text(text: str, record: Record) -> bool:
    """Take the dates of a line that holds nothing else; False where it holds anything else."""
    if not any(char.isdigit() for char in text) or len(text) > 200:
        return False
    text = _OTHER_ZONE.sub("", american(text))
    late = _LATE_UPDATE.search(text)
    if (
        late
        and late.start() > 4
        and (moment := stamps.read(f"{text[: late.start()]} {text[late.end() :]}", record.timezone))
        and moment.has_year
    ):
        record.date("updated", f"{text[: late.start()]} {text[late.end() :]}")
        return True
    lines = notices.date_line(text, record.timezone)
    for line in lines or ():
        if line.moment and line.moment.has_year and record.get(line.key) is None:
            record.values[line.key] = line.moment.value
            if not line.moment.has_zone:
                record.problem(
                    "no-timezone",
                    f"The time of {line.key} names no zone; it was read as {line.moment.value.isoformat()}.",
                )
    return bool(lines)
