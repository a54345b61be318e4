"""Articles at the desk: list, form, and the ways from one state to another."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from js_asset import Script

from articles import markup, publishing, search
from articles.admin import sheet
from articles.admin.base import DeskAdmin
from articles.admin.chips import state_chip, visibility, when
from articles.admin.filters import StateFilter, WireFilter
from articles.admin.forms import ArticleForm, BylineForm, BylineFormSet
from articles.admin.media import thumbnail
from articles.admin.states import TRANSITIONS, States
from articles.models import Article, Author, Byline, TaggedArticle
from articles.models.names import name_key


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
        formset.user = request.user  # type: ignore[attr-defined]
        return formset

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
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


@admin.register(Article)
class ArticleAdmin(States, DeskAdmin):
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
        """What is on the site, or will be, is changed by those who may publish; a killed story by nobody."""
        may: bool = super().has_change_permission(request, obj)
        if not may or obj is None:
            return may
        return sheet.locked(request, obj) is None

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """An address never dies: only what no reader ever saw may be deleted; the rest is killed."""
        may: bool = super().has_delete_permission(request, obj)
        return may and (obj is None or (obj.first_published_at is None and obj.status in ("draft", "review")))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Deleting is for single articles, after a look at them."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The form; where it is refused because of the article's state, with that reason."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except PermissionDenied:
            number = int(object_id) if object_id and object_id.isdecimal() else 0
            article = Article.objects.filter(pk=number).first()
            if article and self.has_view_permission(request, article):
                why = sheet.locked(request, article)
                if why:
                    raise PermissionDenied(why) from None
            raise

    # The form

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form, which knows who is at work."""
        form = super().get_form(request, obj, change, **kwargs)
        form.user = request.user  # type: ignore[attr-defined]
        return form

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
        context["buttons"] = sheet.buttons(
            request,
            obj,
            self._may_save(request, obj),
            obj is not None and self.has_delete_permission(request, obj),
        )
        if obj is not None:
            stored = getattr(form, "conflict", None) or obj
            if form.is_bound and not form.is_valid():
                # Chips tell what is stored, not what was typed.
                stored = Article.objects.select_related("lead_photo").get(pk=obj.pk)
            context["state"] = sheet.state_of(request, stored)
            context["revisions"] = sheet.history_of(obj)
            context["wire"] = sheet.wire_of(obj)
            if getattr(form, "conflict", None):
                context["conflict"] = sheet.conflict_of(form, form.conflict)
        return super().render_change_form(request, context, add, change, form_url, obj)

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
            opts: dict[str, Any] = {
                "preserved_filters": self.get_preserved_filters(request),
                "opts": self.opts,
            }
            return HttpResponseRedirect(add_preserved_filters(opts, url))
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def _bylines(formsets: Any) -> list[Byline]:
    """The credits that were typed, for people known or new."""
    typed = [credit for formset in formsets for credit in formset.credits]
    people = Author.objects.ensure_named(credit.name for credit in typed)
    return [
        Byline(author=people[name_key(credit.name)], role=credit.role, place=credit.place) for credit in typed
    ]
