"""State chips: an icon, a word and a tint, always all three, so that none of them has to be seen."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.models import Article, Outcome

STATES: dict[str, tuple[str, Any]] = {
    "draft": ("○", pgettext_lazy("state", "Draft")),
    "review": ("◐", pgettext_lazy("state", "In review")),
    "scheduled": ("◷", pgettext_lazy("state", "Scheduled")),
    "embargoed": ("⊘", pgettext_lazy("state", "Embargoed")),
    "live": ("●", pgettext_lazy("state", "Live")),
    "killed": ("✕", pgettext_lazy("state", "Killed")),
}
OUTCOMES: dict[str, tuple[str, str]] = {
    Outcome.CREATED: ("✓", "live"),
    Outcome.UPDATED: ("↻", "live"),
    Outcome.UNCHANGED: ("=", "draft"),
    Outcome.PROPOSED: ("⇄", "proposed"),
    Outcome.CANCELED: ("✕", "killed"),
    Outcome.QUARANTINED: ("!", "embargoed"),
}


def chip(tint: str, icon: str, word: Any) -> SafeString:
    """A chip in one of the tints of desk.css."""
    return format_html(
        '<span class="chip chip--{}"><span class="chip__icon" aria-hidden="true">{}</span> {}</span>',
        tint,
        icon,
        word,
    )


def state_chip(article: Article) -> SafeString:
    """The state of an article at this moment."""
    icon, word = STATES[article.state]
    return chip(article.state, icon, word)


def outcome_chip(outcome: str) -> SafeString:
    """What became of a story on the wire."""
    icon, tint = OUTCOMES[outcome]
    return chip(tint, icon, Outcome(outcome).label.capitalize())


def when(moment: datetime | None) -> SafeString | str:
    """A moment in the site's zone, kept in one piece in text of any direction."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    return format_html(
        '<bdi><time datetime="{}">{}</time></bdi>', local.isoformat(), date_format(local, "j M Y, H:i")
    )


_WHY = {
    "draft": gettext_lazy("it is a draft."),
    "review": gettext_lazy("it waits for somebody's review."),
}


def visibility(article: Article) -> tuple[bool, str]:
    """Whether readers can see it now, and why or why not, in words."""
    state = article.state
    if state == "live":
        return True, _("since %(time)s.") % {"time": _plain(article.publish_at)}
    if state == "scheduled":
        return False, _("it waits until %(time)s.") % {"time": _plain(article.publish_at)}
    if state == "embargoed":
        return False, _("it is under embargo until %(time)s.") % {"time": _plain(article.embargoed_until)}
    if state == "killed":
        reason = article.kill_reason.strip()
        return False, _("it was killed: %(reason)s") % {"reason": reason} if reason else _("it was killed.")
    return False, str(_WHY[state])


def _plain(moment: datetime | None) -> str:
    return date_format(timezone.localtime(moment), "j M Y, H:i") if moment else ""
