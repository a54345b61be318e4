"""The front page."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from articles import selections
from articles.context_processors import site_of
from articles.models import Article, Section
from articles.views.errors import former_address

TOP = 12  # of which the lead and the seconds are chosen
SECONDS = 3
BESIDE = 3  # stories of its section below the lead, so that the column does not end in a hole
LATEST = 10
BAND = 7  # stories of a section, of which
CARDS = 3  # are cards and the rest lines
URGENT = 3  # NewsCodes urgency 1 to 3 is more than news of the day


@dataclass(frozen=True)
class Band:
    """A section on the front with its newest stories: some as cards, the rest as lines."""

    section: Section
    cards: list[Article]
    lines: list[Article]


def front(request: HttpRequest) -> HttpResponse:
    """Lead, seconds, the latest and a band for each section of the menu, in four queries for any number."""
    if request.GET and (moved := former_address(request)):  # /?p=123, as WordPress has it
        return HttpResponsePermanentRedirect(moved)
    site = site_of(request)
    menu = [section for section in site.menu if section.parent_id is None]
    newest = list(Article.objects.published().newest_first().values_list("pk", flat=True)[: TOP + LATEST])
    of_sections = selections.newest_of_each(
        [site.tree(section) for section in menu], BAND + BESIDE + SECONDS + 1
    )
    stories = list(
        Article.objects.published().filter(pk__in={*newest, *of_sections}).for_cards().newest_first()
    )
    by_age = [story for story in stories if story.pk in set(newest)]

    lead = by_importance(by_age[:TOP])[:1]
    seconds = [story for story in by_age if story not in lead][:SECONDS]
    used = {story.pk for story in [*lead, *seconds]}
    beside = [story for story in stories if lead and story.section_id == lead[0].section_id]
    beside = [story for story in beside if story.pk not in used][:BESIDE]
    used |= {story.pk for story in beside}
    bands = []
    for section in menu:
        tree = {part.pk for part in site.tree(section)}
        own = [story for story in stories if story.section_id in tree and story.pk not in used][:BAND]
        if own:
            bands.append(arranged(section, own))
    latest = [story for story in by_age if story.pk not in used][:LATEST]
    return render(
        request,
        "articles/front.html",
        {
            "lead": next(iter(lead), None),
            "beside": beside,
            "seconds": seconds,
            "plain_lead": not any(map(has_picture, lead)),
            "pictured_seconds": all(map(has_picture, seconds)),
            "latest": latest,
            "bands": bands,
            "wide": True,
        },
    )


def arranged(section: Section, stories: list[Article]) -> Band:
    """Three cards alike, all with pictures or all without; or one with its picture, standing large.

    So no column ends in a hole, and no line stands alone beside three cards: of four stories with pictures
    one stands large before three lines, of four without the oldest is left to the section's own page. Within
    cards and lines the newest comes first.
    """
    pictured = [story for story in stories if has_picture(story)]
    alone = len(stories) == CARDS + 1
    cards = pictured[: CARDS if len(pictured) >= CARDS and not alone else 1] or stories[:CARDS]
    lines = [story for story in stories if story not in cards]
    return Band(section, cards, [] if alone and not pictured else lines[: BAND - CARDS])


def has_picture(story: Article) -> bool:
    """Whether there is a picture that readers may have."""
    return bool(story.lead_photo and story.lead_photo.widths)


def by_importance(stories: list[Article]) -> list[Article]:
    """The most urgent first; stories of the day (urgency above 3, or none) by age alone."""
    return sorted(stories, key=lambda story: min(story.urgency or URGENT + 1, URGENT + 1))
