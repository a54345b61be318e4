"""How stories are shown: their language, times, names, pictures and bodies. Nothing here runs a query."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import get_text_list
from django.utils.translation import get_language, get_language_bidi, gettext, ngettext, pgettext, to_locale

from articles import markup
from articles.context_processors import zone_name
from articles.models import Article, Byline

register = template.Library()

SHOWN_AUTHORS = 3
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku-arab", "ps", "sd", "syr", "ug", "ur", "yi"}


# Language


def is_language(tag: str) -> bool:
    """Whether it is formed as a language tag is (BCP 47)."""
    return bool(_LANGUAGE_TAG.fullmatch(tag or ""))


@register.filter
def language_attributes(language: str) -> SafeString:
    """` lang="…" dir="…"` for text in this language; where it is unknown the text tells its direction."""
    if not is_language(language):
        return mark_safe(' dir="auto"')
    if language.lower() == (get_language() or "").lower():
        return mark_safe("")
    return format_html(' lang="{}" dir="{}"', language, "rtl" if is_right_to_left(language) else "ltr")


@register.filter
def direction(language: str) -> SafeString:
    """` dir="…"` for a story in this language where it runs the other way than the page."""
    if not is_language(language) or is_right_to_left(language) == get_language_bidi():
        return mark_safe("")
    return format_html(' dir="{}"', "rtl" if is_right_to_left(language) else "ltr")


def is_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left."""
    parts = language.lower().split("-")
    return parts[0] in _RIGHT_TO_LEFT or "-".join(parts[:2]) in _RIGHT_TO_LEFT


@register.simple_tag
def locale_of(language: str = "") -> str:
    """A language as Open Graph writes it: `tr`, `pt_BR`."""
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z]{2})?", language or ""):
        language = get_language() or settings.LANGUAGE_CODE
    return to_locale(language.lower())


# Times. Pages may be kept for long, so no time is relative; all are by the clock of the site.


def _time(moment: datetime, text: str) -> SafeString:
    local = timezone.localtime(moment)
    return format_html('<bdi><time datetime="{}">{}</time></bdi>', local.isoformat(timespec="seconds"), text)


@register.filter
def moment(value: datetime | None) -> str:
    """`5 August 2016, 17:40 UTC`."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    text = date_format(local, pgettext("date and time", "j F Y, H:i"))
    return _time(value, f"{text} {zone_name(local)}")


@register.filter
def day(value: datetime | None) -> str:
    """`5 August 2016`."""
    if value is None:
        return ""
    return _time(value, date_format(timezone.localtime(value), pgettext("date", "j F Y")))


@register.filter
def clock(value: datetime | None) -> str:
    """`17:40`, for a list that names the day."""
    if value is None:
        return ""
    return _time(value, date_format(timezone.localtime(value), pgettext("time", "H:i")))


@register.filter
def clock_or_day(value: datetime | None) -> str:
    """`17:40` on the day itself, `5 Aug` in the same year, `Aug 2016` before."""
    if value is None:
        return ""
    local, now = timezone.localtime(value), timezone.localtime()
    if local.date() == now.date():
        return clock(value)
    short = (
        pgettext("day and short month", "j M") if local.year == now.year else pgettext("short month", "M Y")
    )
    return _time(value, date_format(local, short))


@register.filter
def day_of_month(value: datetime | None) -> str:
    """`5 Aug`, for a list that names the month."""
    if value is None:
        return ""
    return _time(value, date_format(timezone.localtime(value), pgettext("day and short month", "j M")))


@register.filter
def full_date(value: datetime) -> str:
    """`Sunday 22 November 2026`, which stays the same all day."""
    local = timezone.localtime(value)
    text = date_format(local, pgettext("weekday and date", "l j F Y"))
    return format_html('<bdi><time datetime="{}">{}</time></bdi>', local.date().isoformat(), text)


@register.filter
def iso(value: datetime) -> str:
    """`2016-08-05T17:40:00+00:00`, for machines."""
    return timezone.localtime(value).isoformat(timespec="seconds")


@register.filter
def heading_of_day(value: date) -> str:
    """`Saturday 21 November 2026`."""
    return date_format(value, pgettext("weekday and date", "l j F Y"))


@register.filter
def heading_of_month(value: date) -> str:
    """`November 2026`."""
    return date_format(value, pgettext("month and year", "F Y"))


@register.filter
def by_day(stories: Iterable[Article]) -> list[tuple[date, list[Article]]]:
    """Stories under the days of their publication, in the order given."""
    return _grouped(stories, lambda local: local.date())


@register.filter
def by_month(stories: Iterable[Article]) -> list[tuple[date, list[Article]]]:
    """Stories under the months of their publication, in the order given."""
    return _grouped(stories, lambda local: local.date().replace(day=1))


def _grouped(stories: Iterable[Article], key: Any) -> list[tuple[date, list[Article]]]:
    groups: dict[date, list[Article]] = {}
    for story in stories:
        if story.publish_at:
            groups.setdefault(key(timezone.localtime(story.publish_at)), []).append(story)
    return list(groups.items())


@register.filter
def years_old(article: Article) -> int:
    """Whole years since publication."""
    if article.publish_at is None:
        return 0
    then, now = timezone.localtime(article.publish_at), timezone.localtime()
    return now.year - then.year - ((now.month, now.day) < (then.month, then.day))


@register.filter
def was_updated(article: Article) -> bool:
    """Whether an editor says that it was changed after it came out."""
    return bool(article.changed_at and article.publish_at and article.changed_at > article.publish_at)


# Words


@register.filter
def excerpt(words: str, length: int) -> str:
    """Whole sentences of a text up to a length."""
    return markup.excerpt(words, length) if len(words) > length else words


@register.filter
def description_of(article: Article) -> str:
    """A sentence or two on the story, for search and sharing: never empty."""
    return (
        article.search_description
        or article.standfirst
        or markup.excerpt(article.body, 200)
        or article.headline
    )


@register.filter
def has_kind(article: Article) -> bool:
    """Whether it is worth saying what kind of story it is: not for news, nor for opinion in "Opinion"."""
    section = article.section.name.casefold() if article.section else ""
    return article.kind != Article.Kind.NEWS and article.get_kind_display().casefold() != section


# Names


@register.filter
def credited_as(article: Article, role: str) -> list[Byline]:
    """The credits of a role, in their order."""
    return [byline for byline in article.bylines.all() if byline.role == role]


@register.filter
def shown(bylines: list[Byline]) -> list[Byline]:
    """Those that stand on the page; the rest is folded. One too many is not worth folding."""
    return bylines if len(bylines) <= SHOWN_AUTHORS else bylines[:SHOWN_AUTHORS]


@register.filter
def folded(bylines: list[Byline]) -> list[Byline]:
    """Those behind "and 9 others"."""
    return bylines[len(shown(bylines)) :]


@register.filter
def names_line(article: Article) -> str:
    """`Ada Lind and Bo Ek`; from four on `Ada Lind, Bo Ek and 9 others`; else the agency."""
    names = [byline.author.name for byline in credited_as(article, Byline.Role.AUTHOR)]
    if not names:
        return article.source.name if article.source else ""
    if len(names) > SHOWN_AUTHORS:
        others = len(names) - 2
        names = [*names[:2], ngettext("%d other", "%d others", others) % others]
    return get_text_list(names, pgettext("the last of a list of names", "and"))


@register.simple_tag
def credit_line(article: Article) -> SafeString:
    """`With reporting by … in Istanbul. Edited by ….` with links, for all but the authors."""
    sentences = [
        (Byline.Role.CONTRIBUTOR, gettext("With reporting by {names}.")),
        (Byline.Role.PHOTOGRAPHER, gettext("Photographs by {names}.")),
        (Byline.Role.TRANSLATOR, gettext("Translated by {names}.")),
        (Byline.Role.EDITOR, gettext("Edited by {names}.")),
    ]
    parts = [
        format_html(sentence, names=_linked_names(bylines))
        for role, sentence in sentences
        if (bylines := credited_as(article, role))
    ]
    return format_html_join(" ", "{}", ((part,) for part in parts))


def _linked_names(bylines: list[Byline]) -> SafeString:
    names = [
        format_html(
            gettext("{name} in {place}") if byline.place else "{name}",
            name=format_html(
                '<a href="{}"><bdi>{}</bdi></a>', byline.author.get_absolute_url(), byline.author.name
            ),
            place=format_html("<bdi>{}</bdi>", byline.place),
        )
        for byline in bylines
    ]
    if len(names) == 1:
        return names[0]
    last = pgettext("the last of a list of names", "and")
    return format_html(
        "{} {} {}", format_html_join(", ", "{}", ((name,) for name in names[:-1])), last, names[-1]
    )


@register.filter
def by_letter(things: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """Named things under the first letters of their slugs, in the order given; digits under `#`."""
    groups: dict[str, list[Any]] = {}
    for thing in things:
        first = thing.slug[:1].upper()
        groups.setdefault(first if first.isalpha() else "#", []).append(thing)
    return list(groups.items())


# Addresses


@register.simple_tag(takes_context=True)
def canonical_path(context: template.Context) -> str:
    """The one path of this page: no filters, and a page number only from the second page on."""
    page = context.get("page_obj")
    number = f"?page={page.number}" if page is not None and page.number > 1 else ""
    return context["request"].path + number


@register.simple_tag(takes_context=True)
def page_address(context: template.Context, number: int) -> str:
    """The address of another page of this list, with its filters; the first page has no number."""
    request = context["request"]
    query = request.GET.copy()
    query.pop("page", None)
    if number > 1:
        query["page"] = str(number)
    return request.path + (f"?{query.urlencode()}" if query else "")
