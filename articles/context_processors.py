"""What every page of the site knows besides its own matter."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from articles import selections
from articles.models import Section


class Site:
    """Name, address, sections and clock of the site. The sections cost one query, where they are shown."""

    def __init__(self) -> None:
        self.name: str = settings.SITE_NAME
        self.url: str = settings.SITE_URL

    @cached_property
    def _all_sections(self) -> list[Section]:
        return list(selections.sections())

    @property
    def sections(self) -> list[Section]:
        """Those that readers know: in the menu, or with a story; in the desk's order."""
        return [section for section in self._all_sections if section.in_menu or section.has_stories]  # type: ignore[attr-defined]

    @property
    def menu(self) -> list[Section]:
        """Those that the desk put into the menu."""
        return [section for section in self._all_sections if section.in_menu]

    @property
    def now(self) -> datetime:
        """This moment, by the clock of the site."""
        return timezone.localtime()

    @property
    def zone(self) -> str:
        """What the clock of the site is called now."""
        return zone_name(self.now)

    def parent(self, section: Section) -> Section | None:
        """The section that it is a part of, where readers know that one."""
        return next((known for known in self.sections if known.pk == section.parent_id), None)

    def below(self, section: Section) -> list[Section]:
        """The parts of a section that readers know."""
        return [child for child in self.sections if child.parent_id == section.pk]

    def tree(self, section: Section) -> list[Section]:
        """A section and all below it, however deep; a circle ends where it closes."""
        found = [section]
        for parent in found:
            found += [
                child for child in self._all_sections if child.parent_id == parent.pk and child not in found
            ]
        return found


def site(request: HttpRequest) -> dict[str, Any]:
    """`site` for every template."""
    return {"site": site_of(request)}


def site_of(request: HttpRequest) -> Site:
    """The request's own `Site`, so that view and templates share its query."""
    found = getattr(request, "_news_site", None)
    if found is None:
        found = request._news_site = Site()  # type: ignore[attr-defined]
    return found


def zone_name(local: datetime) -> str:
    """What the clock of the site is called at a local time: `UTC`, `CET`, or `UTC+3` where it has no name."""
    name = local.strftime("%Z")
    return f"UTC{int(name[:3]):+d}{':' + name[3:] if name[3:] else ''}" if name[:1] in "+-" else name
