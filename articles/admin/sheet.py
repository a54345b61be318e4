"""What stands around the fields of an article: state, history, raw copy, buttons, a conflict."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import markup
from articles.admin.chips import state_chip, visibility, when
from articles.admin.forms import ArticleForm
from articles.admin.raw import Raw, raw_text
from articles.models import Article, Revision, WireItem

HISTORY = 30  # revisions named on the form
DOCUMENTS = 5  # wire documents shown beside it


def locked(request: HttpRequest, article: Article) -> str | None:
    """Why this person may not change this article now; None when nothing stands against it."""
    if article.status == Article.Status.KILLED:
        return _("It was killed. Restore it before you change it.")
    if article.status == Article.Status.READY and not request.user.has_perm("articles.publish_article"):
        return _("It is on the site or waits to be. Only those who may publish can change it.")
    return None


def state_of(request: HttpRequest, article: Article) -> dict[str, Any]:
    visible, why = visibility(article)
    first = article.first_published_at
    return {
        "chip": state_chip(article),
        "visible": visible,
        "why": why,
        "locked": locked(request, article) or "",
        "first": when(first) if first and first <= timezone.now() else "",
        "saved": when(article.saved_at),
        "public_url": article.get_absolute_url() if visible else "",
    }


def wire_of(article: Article) -> list[tuple[WireItem, Raw]]:
    items = (
        WireItem.objects.filter(article=article)
        .select_related("document", "source")
        .defer("story")
        .order_by("-id")[:DOCUMENTS]
    )
    return [(item, raw_text(item.document, item.index)) for item in items]


def buttons(
    request: HttpRequest, article: Article | None, may_save: bool, may_delete: bool
) -> dict[str, Any]:
    """What this person may do with this article now, the main thing last."""
    submits: list[tuple[str, Any, str]] = []
    links: list[tuple[str, Any, str]] = []
    status = article.status if article else Article.Status.DRAFT
    if may_save:
        on_site = status == Article.Status.READY
        submits.append(("_continue", _("Save") if on_site else _("Save draft"), "default"))
        submits.append(("_save", _("Save and close"), "plain"))
        if status == Article.Status.DRAFT:
            submits.append(("_submit", _("Submit for review"), "plain"))
        if status == Article.Status.REVIEW:
            submits.append(("_return", _("Back to draft"), "plain"))
        if request.user.has_perm("articles.publish_article"):
            submits.append(
                ("_unpublish", _("Unpublish"), "plain") if on_site else ("_publish", _("Publish"), "go")
            )
    if article is not None:
        if request.user.has_perm("articles.kill_article"):
            if status == Article.Status.KILLED:
                url = reverse("admin:articles_article_restore", args=[article.pk])
                links.append((url, _("Restore …"), "plain"))
            elif article.first_published_at or status == Article.Status.READY:
                url = reverse("admin:articles_article_kill", args=[article.pk])
                links.append((url, _("Kill …"), "danger"))
        if may_delete:
            url = reverse("admin:articles_article_delete", args=[article.pk])
            links.append((url, _("Delete …"), "danger"))
    return {"submits": submits, "links": links}


def history_of(article: Article) -> Iterable[Revision]:
    """Its last revisions, newest first, without their content."""
    return article.revisions.select_related("user").defer("content").newest_first()[:HISTORY]


def conflict_of(form: ArticleForm, theirs: Article) -> dict[str, Any]:
    """Who saved meanwhile, when, and where theirs differs from what was typed here."""
    last = theirs.revisions.select_related("user").defer("content").newest_first().first()
    differences = []
    for name in ArticleForm.Meta.fields:
        stored, typed = getattr(theirs, name), form.cleaned_data.get(name)
        if name in form.cleaned_data and stored != typed:
            shown = markup.text(stored) if name == "body" else stored
            differences.append(
                (form.fields[name].label, when(shown) if isinstance(shown, datetime) else shown)
            )
    tags = [tagged.tag.name for tagged in theirs.tagged.select_related("tag")]
    if tags != form.cleaned_data.get("tag_names", tags):
        differences.append((form.fields["tag_names"].label, ", ".join(tags)))
    return {
        "by": (last.user.get_full_name() or last.user.get_username()) if last and last.user else "",
        "when": when(theirs.saved_at),
        "version": theirs.version,
        "differences": differences,
    }
