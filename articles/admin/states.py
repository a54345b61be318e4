"""From one state to another: the buttons of the form, the pages of kill and restore, the actions of the list.

The rules are those of `publishing`; who may do what is asked here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import publishing
from articles.admin.chips import state_chip
from articles.models import Article


class ReasonForm(forms.Form):
    """Why an article is killed."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4, "autofocus": True}),
        help_text=gettext_lazy("Kept in the history of the article."),
    )


def submit(request: HttpRequest, article: Article) -> None:
    publishing.submit(article, by=request.user)  # type: ignore[arg-type]


def publish(request: HttpRequest, article: Article) -> None:
    if not request.user.has_perm("articles.publish_article"):
        raise PermissionDenied
    publishing.publish(article, by=request.user, at=article.publish_at)  # type: ignore[arg-type]


def unpublish(request: HttpRequest, article: Article) -> None:
    if not request.user.has_perm("articles.publish_article"):
        raise PermissionDenied
    publishing.unpublish(article, by=request.user)  # type: ignore[arg-type]


TRANSITIONS: dict[str, Callable[[HttpRequest, Article], None]] = {
    "_submit": submit,
    "_publish": publish,
    "_unpublish": unpublish,
}


class States(admin.ModelAdmin):
    """What `ArticleAdmin` can do with an article besides storing what was typed."""

    def get_urls(self) -> list[URLPattern]:
        """The two pages, before Django's own addresses."""
        own = [
            path(
                f"<int:pk>/{name}/",
                self.admin_site.admin_view(getattr(self, f"{name}_view")),
                name=f"articles_article_{name}",
            )
            for name in ("kill", "restore")
        ]
        return own + super().get_urls()

    def kill_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Asks for the reason, and takes the article off the site for good."""
        article = self._article_for(request, pk)
        if article.status == Article.Status.KILLED:
            self.message_user(request, _("It is killed already."), messages.WARNING)
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
        form = ReasonForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            publishing.kill(article, form.cleaned_data["reason"], by=request.user)  # type: ignore[arg-type]
            self.log_change(request, article, "Killed.")
            self.message_user(
                request,
                format_html(_("“<bdi>{}</bdi>” is killed. Its address says so."), article.headline),
                messages.SUCCESS,
            )
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
        return self._confirm(
            request,
            article,
            form,
            _("Kill this article"),
            _("It leaves the site at once, and its address says from then on that it was withdrawn."),
            _("Kill"),
            "danger",
        )

    def restore_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Makes a draft of a killed article."""
        article = self._article_for(request, pk)
        if article.status != Article.Status.KILLED:
            self.message_user(request, _("It is not killed."), messages.WARNING)
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
        if request.method == "POST":
            publishing.restore(article, by=request.user)  # type: ignore[arg-type]
            self.log_change(request, article, "Restored.")
            self.message_user(
                request,
                format_html(_("“<bdi>{}</bdi>” is a draft again."), article.headline),
                messages.SUCCESS,
            )
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
        return self._confirm(
            request,
            article,
            None,
            _("Restore this article"),
            _("It becomes a draft again. Readers do not see it until somebody publishes it."),
            _("Restore"),
            "default",
        )

    def _article_for(self, request: HttpRequest, pk: int) -> Article:
        article = Article.objects.filter(pk=pk).first()
        if article is None:
            raise Http404
        if not (
            request.user.has_perm("articles.kill_article") and self.has_view_permission(request, article)
        ):
            raise PermissionDenied
        return article

    def _confirm(
        self,
        request: HttpRequest,
        article: Article,
        form: forms.Form | None,
        title: str,
        explanation: str,
        button: str,
        kind: str,
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": title,
            "article": article,
            "chip": state_chip(article),
            "form": form,
            "explanation": explanation,
            "button": button,
            "kind": kind,
        }
        return TemplateResponse(request, "admin/articles/article/confirm.html", context)

    # Actions of the list

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Whether this person may publish and unpublish."""
        return bool(request.user.has_perm("articles.publish_article"))

    @admin.action(description=gettext_lazy("Submit for review"), permissions=["change"])
    def submit_chosen(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Drafts go to review; what is past that stays."""
        chosen = queryset.count()
        done = self._each(request, queryset, publishing.submit, {Article.Status.DRAFT})
        self._tell(
            request,
            done,
            chosen,
            ngettext(
                "%(n)d article is submitted for review.",
                "%(n)d articles are submitted for review.",
                len(done),
            ),
            ngettext("%(n)d was no draft and stays.", "%(n)d were no drafts and stay.", chosen - len(done)),
        )

    @admin.action(description=gettext_lazy("Publish"), permissions=["publish"])
    def publish_chosen(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Drafts and reviewed articles go on the site, at their own time where they have one."""
        chosen = queryset.count()
        done = self._each(
            request,
            queryset,
            lambda article, by: publishing.publish(article, by=by, at=article.publish_at),
            {Article.Status.DRAFT, Article.Status.REVIEW},
        )
        self._tell(
            request,
            done,
            chosen,
            _published(done),
            ngettext(
                "%(n)d was published before, or killed, and stays.",
                "%(n)d were published before, or killed, and stay.",
                chosen - len(done),
            ),
        )

    @admin.action(description=gettext_lazy("Unpublish"), permissions=["publish"])
    def unpublish_chosen(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """What is on the site, or waits to be, is a draft again."""
        chosen = queryset.count()
        done = self._each(request, queryset, publishing.unpublish, {Article.Status.READY})
        self._tell(
            request,
            done,
            chosen,
            ngettext("%(n)d article is a draft again.", "%(n)d articles are drafts again.", len(done)),
            ngettext("%(n)d was not on the site.", "%(n)d were not on the site.", chosen - len(done)),
        )

    def _each(
        self, request: HttpRequest, queryset: QuerySet[Article], act: Callable[..., None], statuses: set[str]
    ) -> list[Article]:
        """Do it to those of the chosen that are in one of the states, and return them."""
        with transaction.atomic():
            chosen = list(
                Article.objects.filter(
                    pk__in=list(queryset.values_list("pk", flat=True)), status__in=statuses
                )
                .select_related("section", "source")
                .select_for_update(of=("self",))
                .order_by("pk")
            )
            for article in chosen:
                act(article, by=request.user)
        return chosen

    def _tell(self, request: HttpRequest, done: list[Article], chosen: int, said: str, passed: str) -> None:
        if done:
            self.message_user(request, said % {"n": len(done)}, messages.SUCCESS)
        if chosen > len(done):
            self.message_user(request, passed % {"n": chosen - len(done)}, messages.WARNING)


def _published(articles: list[Article]) -> str:
    """How many of those that were published are on the site, and how many wait to be."""
    states = Counter(article.state for article in articles)
    live, scheduled, embargoed = states["live"], states["scheduled"], states["embargoed"]
    said = (
        (live, ngettext("%(n)d article is published.", "%(n)d articles are published.", live)),
        (
            scheduled,
            ngettext(
                "%(n)d article is scheduled and waits for its time.",
                "%(n)d articles are scheduled and wait for their time.",
                scheduled,
            ),
        ),
        (
            embargoed,
            ngettext(
                "%(n)d article waits for the end of its embargo.",
                "%(n)d articles wait for the end of their embargo.",
                embargoed,
            ),
        ),
    )
    return " ".join(sentence % {"n": number} for number, sentence in said if number)
