"""Articles at the desk: list, form, and the ways from one state to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from js_asset import Script

from articles import markup, publishing, search
from articles.admin.base import DeskAdmin
from articles.admin.chips import state_chip, visibility, when
from articles.admin.filters import StateFilter, WireFilter
from articles.admin.forms import ArticleForm, BylineForm, BylineFormSet
from articles.admin.media import thumbnail
from articles.admin.raw import Raw, raw_text
from articles.models import Article, Author, Byline, TaggedArticle, WireItem
from articles.models.names import name_key

HISTORY = 30  # revisions named on the form
DOCUMENTS = 5  # wire documents shown beside it
MOMENTS = ("publish_at", "embargoed_until", "changed_at")


class BylineInline(admin.TabularInline):
    """Who did what for the article."""

    model = Byline
    form = BylineForm
    formset = BylineFormSet
    fields = ("name", "role", "place", "position")
    verbose_name = gettext_lazy("credit")
    verbose_name_plural = gettext_lazy("bylines and credits")
    max_num = 100

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """The formset, which knows who is at work."""
        formset = super().get_formset(request, obj, **kwargs)
        formset.user = request.user
        return formset

    def has_add_permission(self, request: HttpRequest, obj: Any) -> bool:
        """The article's own permission decides."""
        return True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The article's own permission decides."""
        return True

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The article's own permission decides."""
        return True

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The article's own permission decides."""
        return True


class ReasonForm(forms.Form):
    """Why an article is killed."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4, "autofocus": True}),
        help_text=gettext_lazy("Readers who come to its address are told this."),
    )


@admin.register(Article)
class ArticleAdmin(DeskAdmin):
    """Stories: found, edited, put on the site and taken off it. The rules are those of `publishing`."""

    form = ArticleForm
    inlines = (BylineInline,)
    list_display = ("picture", "story", "state", "section", "by", "source", "saved")
    list_display_links = ("story",)
    list_filter = (
        StateFilter,
        "section",
        ("source", admin.RelatedOnlyFieldListFilter),
        WireFilter,
        "kind",
        "language",
    )
    search_fields = ("headline", "slugline")
    search_help_text = gettext_lazy("Words of the headline, the slugline, the text, names and tags.")
    date_hierarchy = "publish_at"
    ordering = ("-saved_at", "-pk")
    actions = ("submit_chosen", "publish_chosen", "unpublish_chosen")
    save_on_top = False
    fieldsets = (
        (None, {"fields": ("headline", "standfirst", "body")}),
        (gettext_lazy("Filing"), {"fields": (("section", "kind", "language"), "tag_names")}),
        (gettext_lazy("Photo"), {"fields": ("lead_photo",)}),
        (
            gettext_lazy("Origin"),
            {"fields": (("dateline", "located"), ("source", "slugline", "urgency"), "copyright", "ednote")},
        ),
        (
            gettext_lazy("Address and search"),
            {"fields": ("slug", "search_headline", "search_description"), "classes": ["collapse"]},
        ),
        (gettext_lazy("When"), {"fields": ("publish_at", "embargoed_until", "changed_at")}),
    )
    change_form_template = "admin/articles/article/change_form.html"

    class Media:
        css = {"all": ["desk/article.css", "desk/wire.css"]}
        js = [
            Script("desk/photo.js", defer=True),
            Script("desk/names.js", defer=True),
            Script("desk/article.js", defer=True),
        ]

    # The list

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Articles with all that list and form show, in a fixed number of queries."""
        rows: QuerySet[Article] = (
            super().get_queryset(request).select_related("section", "source", "lead_photo")
        )
        if request.resolver_match and request.resolver_match.url_name == "articles_article_changelist":
            return rows.prefetch_related(Prefetch("bylines", Byline.objects.select_related("author"))).defer(
                "body", "ednote", "search_description"
            )
        rows = rows.prefetch_related(Prefetch("tagged", TaggedArticle.objects.select_related("tag")))
        if request.method == "POST":
            # Two who save at once come one after the other, so the second one's version is looked at in vain.
            return rows.select_for_update(of=("self",))
        return rows

    @admin.display(description="")
    def picture(self, article: Article) -> SafeString | str:
        """Its lead photo."""
        return thumbnail(article.lead_photo)

    @admin.display(description=gettext_lazy("headline"), ordering="headline")
    def story(self, article: Article) -> SafeString:
        """Headline and working name."""
        slugline = format_html(' <small dir="auto">{}</small>', article.slugline) if article.slugline else ""
        return format_html(
            '<bdi class="headline" lang="{}">{}</bdi>{}', article.language, article.headline, slugline
        )

    @admin.display(description=gettext_lazy("state"))
    def state(self, article: Article) -> SafeString:
        """Its state, and from when where that is still to come."""
        until = {"scheduled": article.publish_at, "embargoed": article.embargoed_until}.get(article.state)
        if until is None:
            return state_chip(article)
        return format_html('{} <small class="quiet">{}</small>', state_chip(article), when(until))

    @admin.display(description=gettext_lazy("by"))
    def by(self, article: Article) -> SafeString | str:
        """Who wrote it; of many the first two."""
        names = [byline.author.name for byline in article.bylines.all() if byline.role == Byline.Role.AUTHOR]
        if len(names) > 3:
            more = ngettext("and %(n)d other", "and %(n)d others", len(names) - 2) % {"n": len(names) - 2}
            return format_html("<bdi>{}</bdi>, <bdi>{}</bdi> {}", names[0], names[1], more)
        return format_html("<bdi>{}</bdi>", ", ".join(names)) if names else ""

    @admin.display(description=gettext_lazy("saved"), ordering="saved_at")
    def saved(self, article: Article) -> SafeString | str:
        """When it was last saved."""
        return when(article.saved_at)

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[QuerySet[Article], bool]:
        """As readers search, and by slugline or number."""
        if not search_term.strip():
            return queryset, False
        wanted = Q(slugline__icontains=search_term.strip())
        wanted |= Q(pk__in=search.search(search_term).order_by().values("pk"))
        number = search_term.strip().removeprefix("#")
        if number.isascii() and number.isdigit() and len(number) < 10:
            wanted |= Q(pk=int(number))
        return queryset.filter(wanted), False

    # Who may do what

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """What is on the site, or waits to be, is changed by those who may publish; a killed story by nobody."""
        may: bool = super().has_change_permission(request, obj)
        if not may or obj is None:
            return may
        return _locked(request, obj) is None

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """An address never dies: only what no reader ever saw may be deleted; the rest is killed."""
        may: bool = super().has_delete_permission(request, obj)
        return may and (obj is None or (obj.first_published_at is None and obj.status in ("draft", "review")))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Deleting is for single articles, after a look at them."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    # The form

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form, which knows who is at work."""
        form = super().get_form(request, obj, change, **kwargs)
        form.user = request.user
        return form

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest | None, **kwargs: Any) -> Any:
        """Sections and sources can be added on the way; to change them is work for their own pages."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ("section", "source") and field is not None:
            field.widget.can_change_related = field.widget.can_delete_related = False
            field.widget.can_view_related = False
        return field

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """The credits, where they may be changed; where not, they are shown among the fields."""
        return self.inlines if self._may_save(request, obj) else ()

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """All fields; to those who may only look, the text as readers see it."""
        if self._may_save(request, obj):
            return self.fieldsets
        return (
            (None, {"fields": ("headline", "standfirst", "text")}),
            (gettext_lazy("Filing"), {"fields": ("section", "kind", "language", "credits", "all_tags")}),
            (gettext_lazy("Photo"), {"fields": ("photo",)}),
            (
                gettext_lazy("Origin"),
                {"fields": ("dateline", "source", "slugline", "urgency", "copyright", "ednote")},
            ),
            (gettext_lazy("When"), {"fields": ("publish_at", "embargoed_until", "changed_at")}),
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What a person who may only look sees in place of editors."""
        return () if self._may_save(request, obj) else ("text", "credits", "all_tags", "photo")

    def _may_save(self, request: HttpRequest, obj: Article | None) -> bool:
        return self.has_change_permission(request, obj) if obj else self.has_add_permission(request)

    @admin.display(description=gettext_lazy("body"))
    def text(self, article: Article) -> SafeString:
        """The body, for reading."""
        html = mark_safe(markup.clean(article.body))  # noqa: S308 - safe is what clean() makes of it
        return format_html('<div class="reading" lang="{}" dir="auto">{}</div>', article.language, html)

    @admin.display(description=gettext_lazy("bylines and credits"))
    def credits(self, article: Article) -> SafeString:
        """Who did what."""
        rows = article.bylines.select_related("author")
        return format_html_join(
            mark_safe("<br>"),
            "<bdi>{}</bdi>, {}",
            ((row.author.name, row.get_role_display()) for row in rows),
        )

    @admin.display(description=gettext_lazy("tags"))
    def all_tags(self, article: Article) -> str:
        """Its tags, in order."""
        return ", ".join(tagged.tag.name for tagged in article.tagged.all())

    @admin.display(description=gettext_lazy("lead photo"))
    def photo(self, article: Article) -> SafeString | str:
        """The lead photo."""
        return thumbnail(article.lead_photo, "thumb thumb--large") or "–"

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A new article begins in the language of the site."""
        return {"language": settings.LANGUAGE_CODE, **super().get_changeform_initial_data(request)}

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        """The form, with the state, the history and the wire text beside it."""
        form = context["adminform"].form
        context["buttons"] = self._buttons(request, obj)
        if obj is not None:
            stored = getattr(form, "conflict", None) or obj
            if form.is_bound and not form.is_valid():
                # Chips tell what is stored, not what was typed.
                stored = Article.objects.select_related("lead_photo").get(pk=obj.pk)
            context["state"] = self._state(request, stored)
            context["revisions"] = (
                obj.revisions.select_related("user").defer("content").newest_first()[:HISTORY]
            )
            context["wire"] = self._wire(obj)
            if getattr(form, "conflict", None):
                context["conflict"] = _conflict(form)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _state(self, request: HttpRequest, article: Article) -> dict[str, Any]:
        visible, why = visibility(article)
        return {
            "chip": state_chip(article),
            "visible": visible,
            "why": why,
            "locked": _locked(request, article) or "",
            "first": when(article.first_published_at),
            "saved": when(article.saved_at),
            "public_url": article.get_absolute_url() if visible else "",
        }

    def _wire(self, article: Article) -> list[tuple[WireItem, Raw]]:
        items = (
            WireItem.objects.filter(article=article)
            .select_related("document", "source")
            .defer("story")
            .order_by("-id")[:DOCUMENTS]
        )
        return [(item, raw_text(item.document, item.index)) for item in items]

    def _buttons(self, request: HttpRequest, article: Article | None) -> dict[str, Any]:
        """What this person may do with this article now, the main thing last."""
        submits: list[tuple[str, Any, str]] = []
        links: list[tuple[str, Any, str]] = []
        status = article.status if article else Article.Status.DRAFT
        if self._may_save(request, article):
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
            if self.has_delete_permission(request, article):
                url = reverse("admin:articles_article_delete", args=[article.pk])
                links.append((url, _("Delete …"), "danger"))
        return {"submits": submits, "links": links}

    # Saving: one call of `publishing` for all that was typed, and one for the new state

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Stored by `save_related`, together with credits and tags."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Store article, credits and tags as one version, and do what the button says."""
        article: Article = form.instance
        back = "_return" in request.POST and article.status == Article.Status.REVIEW
        if back:
            article.status = Article.Status.DRAFT
        changed = any(name not in ("seen_version", "replaced_version") for name in form.changed_data)
        if not change or back or changed or any(formset.has_changed() for formset in formsets):
            publishing.save(
                article,
                by=request.user,  # type: ignore[arg-type]
                note=_("Back to draft.") if back else "",
                bylines=_bylines(formsets),
                tags=form.cleaned_data["tag_names"],
            )
        for button, act in TRANSITIONS.items():
            if button in request.POST:
                try:
                    act(request, article)
                except publishing.PublishingError as error:
                    self.message_user(request, str(error), messages.ERROR)

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:
        """What Django's own log says; the words are in the revisions."""
        return super().construct_change_message(request, form, [], add)

    def response_add(self, request: HttpRequest, obj: Article, post_url_continue: Any = None) -> HttpResponse:
        """Back to the form, or to the list."""
        return self._respond(request, obj)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        """Back to the form, or to the list."""
        return self._respond(request, obj)

    def _respond(self, request: HttpRequest, article: Article) -> HttpResponse:
        visible, why = visibility(article)
        name = format_html("“<bdi>{}</bdi>”", article.headline)
        if visible:
            said = format_html(_("{} is on the site."), name)
            link = format_html(' <a href="{}">{}</a>', article.get_absolute_url(), _("View on site"))
            self.message_user(request, said + link, messages.SUCCESS)
        else:
            self.message_user(
                request, format_html(_("{} is saved. Readers do not see it: {}"), name, why), messages.SUCCESS
            )
        if "_save" in request.POST:
            url = reverse("admin:articles_article_changelist")
            opts = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
            return HttpResponseRedirect(add_preserved_filters(opts, url))
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))

    # Kill and restore, on pages of their own

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
            publishing.kill(article, form.cleaned_data["reason"], by=request.user)
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
            _("It leaves the site at once. Its address then says that it was withdrawn, and why."),
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
            publishing.restore(article, by=request.user)
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
                "%(n)d article is submitted for review.", "%(n)d articles are submitted for review.", done
            ),
            ngettext("%(n)d was no draft and stays.", "%(n)d were no drafts and stay.", chosen - done),
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
            ngettext("%(n)d article is published.", "%(n)d articles are published.", done),
            ngettext(
                "%(n)d was published before, or killed, and stays.",
                "%(n)d were published before, or killed, and stay.",
                chosen - done,
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
            ngettext("%(n)d article is a draft again.", "%(n)d articles are drafts again.", done),
            ngettext("%(n)d was not on the site.", "%(n)d were not on the site.", chosen - done),
        )

    def _each(
        self, request: HttpRequest, queryset: QuerySet[Article], act: Callable[..., None], statuses: set[str]
    ) -> int:
        """Do it to those of the chosen that are in one of the states; how many."""
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
        return len(chosen)

    def _tell(self, request: HttpRequest, done: int, chosen: int, said: str, passed: str) -> None:
        if done:
            self.message_user(request, said % {"n": done}, messages.SUCCESS)
        if chosen > done:
            self.message_user(request, passed % {"n": chosen - done}, messages.WARNING)


def _bylines(formsets: Any) -> list[Byline]:
    """The credits that were typed, for people known or new."""
    credits = [credit for formset in formsets for credit in formset.credits]
    people = Author.objects.ensure_named(credit.name for credit in credits)
    return [
        Byline(author=people[name_key(credit.name)], role=credit.role, place=credit.place)
        for credit in credits
    ]


def _submit(request: HttpRequest, article: Article) -> None:
    publishing.submit(article, by=request.user)  # type: ignore[arg-type]


def _publish(request: HttpRequest, article: Article) -> None:
    if not request.user.has_perm("articles.publish_article"):
        raise PermissionDenied
    publishing.publish(article, by=request.user, at=article.publish_at)  # type: ignore[arg-type]


def _unpublish(request: HttpRequest, article: Article) -> None:
    if not request.user.has_perm("articles.publish_article"):
        raise PermissionDenied
    publishing.unpublish(article, by=request.user)  # type: ignore[arg-type]


TRANSITIONS: dict[str, Callable[[HttpRequest, Article], None]] = {
    "_submit": _submit,
    "_publish": _publish,
    "_unpublish": _unpublish,
}


def _locked(request: HttpRequest, article: Article) -> str | None:
    """Why this person may not change this article now; None when nothing stands against it."""
    if article.status == Article.Status.KILLED:
        return _("It was killed. Restore it before you change it.")
    if article.status == Article.Status.READY and not request.user.has_perm("articles.publish_article"):
        return _("It is on the site or waits to be. Only those who may publish can change it.")
    return None


def _conflict(form: ArticleForm) -> dict[str, Any]:
    """Who saved meanwhile, when, and where theirs differs from what was typed here."""
    theirs = form.conflict
    assert theirs is not None
    last = theirs.revisions.select_related("user").defer("content").newest_first().first()
    differences = []
    for name in ArticleForm.Meta.fields:
        stored, typed = getattr(theirs, name), form.cleaned_data.get(name)
        if name in form.cleaned_data and stored != typed:
            shown = markup.text(stored) if name == "body" else stored
            differences.append((form.fields[name].label, when(shown) if name in MOMENTS else shown))
    tags = [tagged.tag.name for tagged in theirs.tagged.select_related("tag")]
    if tags != form.cleaned_data.get("tag_names", tags):
        differences.append((form.fields["tag_names"].label, ", ".join(tags)))
    return {
        "by": (last.user.get_full_name() or last.user.get_username()) if last and last.user else "",
        "when": when(theirs.saved_at),
        "version": theirs.version,
        "differences": differences,
    }
