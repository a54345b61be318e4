"""What waits for somebody at the desk: a number each, with the way to it, and the last stories touched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.admin.chips import state_chip, when
from articles.models import Article, Outcome, WireItem

LATEST = 8  # articles shown below the numbers


@dataclass(frozen=True)
class Count:
    """A number on the first page; `tint` is the state chip that it belongs to."""

    label: str
    number: int
    url: str
    tint: str


@dataclass(frozen=True)
class Board:
    """All of the first page that is not the list of tables."""

    counts: list[Count]
    latest: list[tuple[Article, SafeString, SafeString | str]]  # with its state and when it was saved


def board(user: Any) -> Board:
    """What this person may see of what waits. A fixed number of queries."""
    counts: list[Count] = []
    latest = []
    now = timezone.now()
    articles = reverse("admin:articles_article_changelist")
    if user.has_perm("articles.view_article") or user.has_perm("articles.change_article"):
        ready = Article.objects.filter(status=Article.Status.READY)
        from_wire = WireItem.objects.filter(article=OuterRef("pk"))
        drafts = Article.objects.filter(Exists(from_wire), status=Article.Status.DRAFT)
        counts += [
            Count(
                _("To review"),
                Article.objects.filter(status=Article.Status.REVIEW).count(),
                f"{articles}?state=review",
                "review",
            ),
            Count(_("Drafts from the wire"), drafts.count(), f"{articles}?state=draft&wire=yes", "proposed"),
            Count(
                _("Scheduled"),
                ready.filter(publish_at__gt=now).exclude(embargoed_until__gt=now).count(),
                f"{articles}?state=scheduled",
                "scheduled",
            ),
            Count(
                _("Under embargo"),
                ready.filter(embargoed_until__gt=now).count(),
                f"{articles}?state=embargoed",
                "embargoed",
            ),
        ]
        rows = (
            Article.objects.select_related("section")
            .only(
                "headline",
                "status",
                "publish_at",
                "embargoed_until",
                "saved_at",
                "language",
                "section__name",
            )
            .order_by("-saved_at", "-pk")[:LATEST]
        )
        latest = [(article, state_chip(article), when(article.saved_at)) for article in rows]
    if user.has_perm("articles.view_wireitem"):
        counts.append(
            Count(
                _("In quarantine"),
                WireItem.objects.filter(outcome=Outcome.QUARANTINED).count(),
                reverse("admin:articles_wireitem_changelist") + "?outcome__exact=quarantined",
                "killed",
            )
        )
    return Board(counts, latest)
