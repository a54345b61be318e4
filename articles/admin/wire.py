"""What came in from the wires: runs, documents and stories. To look at, never to change."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.defaultfilters import filesizeformat
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.base import DeskAdmin
from articles.admin.chips import outcome_chip, state_chip, when
from articles.admin.raw import raw_text
from articles.models import ImportRun, Outcome, WireDocument, WireItem

READ = {  # the keys of a story as read, in the order that the desk shows them
    "headline": gettext_lazy("Headline"),
    "slugline": gettext_lazy("Slugline"),
    "description": gettext_lazy("Standfirst"),
    "byline": gettext_lazy("Byline"),
    "credits": gettext_lazy("Credits"),
    "dateline": gettext_lazy("Dateline"),
    "located": gettext_lazy("Place"),
    "source": gettext_lazy("Source"),
    "section": gettext_lazy("Section"),
    "keywords": gettext_lazy("Keywords"),
    "subjects": gettext_lazy("Subjects"),
    "people": gettext_lazy("People"),
    "organisations": gettext_lazy("Organisations"),
    "places": gettext_lazy("Places"),
    "created": gettext_lazy("Issued"),
    "updated": gettext_lazy("This version"),
    "embargoed": gettext_lazy("Embargoed until"),
    "urgency": gettext_lazy("Urgency"),
    "language": gettext_lazy("Language"),
    "pubstatus": gettext_lazy("Status"),
    "uri": gettext_lazy("Identifier"),
    "version": gettext_lazy("Version"),
    "correction": gettext_lazy("Correction"),
    "ednote": gettext_lazy("Note to editors"),
    "copyright": gettext_lazy("Copyright"),
    "usageterms": gettext_lazy("Terms of use"),
    "media": gettext_lazy("Pictures"),
    "links": gettext_lazy("Links"),
}


class ReadOnlyAdmin(DeskAdmin):
    """Rows that machines write and people read."""

    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody types one."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes one."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody takes one away."""
        return False


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    """Runs of imports and their counts."""

    list_display = ("run", "started", "took", "files", "stories", *Outcome.values, "user")
    list_filter = ("started_at", ("user", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("user",)
    date_hierarchy = "started_at"
    ordering = ("-id",)
    fields = ("started_at", "finished_at", "took", "user", "given", "files", "stories", "outcomes", "items")
    readonly_fields = ("took", "given", "outcomes", "items")

    @admin.display(description=gettext_lazy("run"), ordering="id")
    def run(self, run: ImportRun) -> str:
        """Its number."""
        return str(run)

    @admin.display(description=gettext_lazy("started"), ordering="started_at")
    def started(self, run: ImportRun) -> SafeString | str:
        """When it began."""
        return when(run.started_at)

    @admin.display(description=gettext_lazy("took"))
    def took(self, run: ImportRun) -> str:
        """How long it ran."""
        if run.finished_at is None:
            return _("not finished")
        seconds = (run.finished_at - run.started_at).total_seconds()
        return _("%(seconds)s s") % {"seconds": round(seconds, 1)}

    @admin.display(description=gettext_lazy("options"))
    def given(self, run: ImportRun) -> str:
        """What it was told."""
        return ", ".join(f"{name} {value}" for name, value in sorted(run.options.items()) if value) or "–"

    @admin.display(description=gettext_lazy("outcomes"))
    def outcomes(self, run: ImportRun) -> SafeString:
        """Its counts, as chips."""
        counts = [(name, getattr(run, name)) for name in Outcome.values]
        return format_html(
            '<span class="chips">{}</span>',
            SafeString("".join(f"{outcome_chip(name)} {number} " for name, number in counts if number))
            or "–",
        )

    @admin.display(description=gettext_lazy("stories"))
    def items(self, run: ImportRun) -> SafeString:
        """The way to its stories."""
        url = reverse("admin:articles_wireitem_changelist")
        return format_html('<a href="{}?run__id__exact={}">{}</a>', url, run.pk, _("All stories of this run"))


@admin.register(WireDocument)
class WireDocumentAdmin(ReadOnlyAdmin):
    """The very bytes that came in."""

    list_display = ("path", "format", "charset", "sure", "bytes", "received")
    list_filter = ("format", "charset", "received_at")
    search_fields = ("path", "sha256")
    ordering = ("-id",)
    change_form_template = "admin/articles/wiredocument/change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[WireDocument]:
        """Rows without the bytes."""
        return super().get_queryset(request).defer("data")

    def get_urls(self) -> list[URLPattern]:
        """The download, too."""
        view = self.admin_site.admin_view(self.download_view)
        return [path("<int:pk>/raw/", view, name="articles_wiredocument_raw"), *super().get_urls()]

    def download_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The bytes as they came, as a file that no browser opens by itself."""
        document = WireDocument.objects.filter(pk=pk).first()
        if document is None or not self.has_view_permission(request, document):
            raise Http404
        response = HttpResponse(document.document, content_type="application/octet-stream")
        plain = PurePath(document.path.replace("\\", "/")).name
        name = "".join(
            sign if sign.isascii() and (sign.isalnum() or sign in "-_.") else "_" for sign in plain
        )
        response["Content-Disposition"] = f'attachment; filename="{name.lstrip(".") or "wire.bin"}"'
        response["X-Content-Type-Options"] = "nosniff"
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        response["Cache-Control"] = "private, no-store"
        return response

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The text, and the stories that were read from it."""
        document = self.get_object(request, object_id)
        if document is not None and self.has_view_permission(request, document):
            items = (
                document.items.select_related("article")
                .defer("story", "article__body")
                .order_by("index")[:200]
            )
            extra_context = {
                **(extra_context or {}),
                "raw": raw_text(document),
                "items": [(item, outcome_chip(item.outcome)) for item in items],
            }
        return super().change_view(request, object_id, form_url, extra_context)

    @admin.display(description=gettext_lazy("certainty"), ordering="certainty")
    def sure(self, document: WireDocument) -> str:
        """How sure the charset is."""
        return f"{document.certainty:.0%}"

    @admin.display(description=gettext_lazy("received"), ordering="received_at")
    def received(self, document: WireDocument) -> SafeString | str:
        """When it came in."""
        return when(document.received_at)

    @admin.display(description=gettext_lazy("size"), ordering="size")
    def bytes(self, document: WireDocument) -> str:
        """How large it is."""
        return filesizeformat(document.size)


class ProblemsFilter(admin.SimpleListFilter):
    """Stories with or without problems."""

    title = gettext_lazy("problems")
    parameter_name = "problems"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """With, or without."""
        return [("yes", gettext_lazy("with problems")), ("no", gettext_lazy("without"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[WireItem]) -> QuerySet[WireItem]:
        """The rows of the choice."""
        if self.value() == "yes":
            return queryset.exclude(problems=[])
        if self.value() == "no":
            return queryset.filter(problems=[])
        return queryset


@admin.register(WireItem)
class WireItemAdmin(ReadOnlyAdmin):
    """Stories as they came in, and what became of them."""

    list_display = ("story_headline", "source", "outcome_shown", "problem_count", "article_link", "received")
    list_filter = ("outcome", ProblemsFilter, ("source", admin.RelatedOnlyFieldListFilter), "created_at")
    search_fields = ("headline", "uri", "document__path")
    date_hierarchy = "created_at"
    ordering = ("-id",)
    change_form_template = "admin/articles/wireitem/change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[WireItem]:
        """Rows with all that the list shows, without the bytes and the text."""
        rows = super().get_queryset(request).select_related("source", "article", "document", "run")
        return rows.defer("document__data", "article__body", "run__options", "story")

    @admin.display(description=gettext_lazy("headline"), ordering="headline")
    def story_headline(self, item: WireItem) -> SafeString:
        """Its headline; without one the file that it came in."""
        if item.headline:
            return format_html('<bdi class="headline">{}</bdi>', item.headline)
        return format_html('<bdi class="path">{}</bdi>', item.document.path)

    @admin.display(description=gettext_lazy("outcome"), ordering="outcome")
    def outcome_shown(self, item: WireItem) -> SafeString:
        """What became of it."""
        return outcome_chip(item.outcome)

    @admin.display(description=gettext_lazy("problems"))
    def problem_count(self, item: WireItem) -> SafeString | str:
        """How many; their names on pointing."""
        if item.outcome == Outcome.QUARANTINED:
            return format_html('<span class="problem-code">{}</span>', item.error_code)
        if not item.problems:
            return ""
        codes = ", ".join(str(problem.get("code", "")) for problem in item.problems)
        return format_html('<span class="problems" title="{}">‼ {}</span>', codes, len(item.problems))

    @admin.display(description=gettext_lazy("article"))
    def article_link(self, item: WireItem) -> SafeString | str:
        """The way to its article."""
        if item.article is None:
            return ""
        url = reverse("admin:articles_article_change", args=[item.article_id])
        return format_html('<a href="{}">{}</a>', url, state_chip(item.article))

    @admin.display(description=gettext_lazy("received"), ordering="created_at")
    def received(self, item: WireItem) -> SafeString | str:
        """When it came in."""
        return when(item.created_at)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The raw text, and what was read, side by side."""
        item = self.get_object(request, object_id)
        if item is not None and self.has_view_permission(request, item):
            raw = raw_text(item.document, item.index)
            story = item.story or {}
            extra_context = {
                **(extra_context or {}),
                "raw": raw,
                "chip": outcome_chip(item.outcome),
                "fields": [(key, label, _words(story[key])) for key, label in READ.items() if story.get(key)],
                "blocks": story.get("body") or [],
                "problems": item.problems,
            }
        return super().change_view(request, object_id, form_url, extra_context)


def _words(value: Any) -> list[str]:
    """A value of a story as lines for reading."""
    values = value if isinstance(value, list) else [value]
    return [
        " · ".join(str(part) for part in each.values() if part) if isinstance(each, dict) else str(each)
        for each in values
    ]
