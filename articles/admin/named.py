"""What authors, tags, sections and sources have in common: their names, and how they are found."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import publishing, search
from articles.admin.base import DeskAdmin
from articles.admin.chips import when
from articles.models.names import NAME_LENGTH, Named, Spelling, name_key

SUGGESTIONS = 12  # names offered while somebody types


def count_of(model: Any, field: str) -> Coalesce:
    """How many rows of `model` point to each row; counted for the rows that are shown and no others."""
    rows = model.objects.filter(**{field: OuterRef("pk")}).order_by().values(field)
    return Coalesce(
        Subquery(rows.annotate(number=Count("pk")).values("number")), 0, output_field=IntegerField()
    )


def name_problem(model: type[Named], name: str, own_pk: Any = None) -> str | None:
    """Why a thing may not have this name, in words; None when it may."""
    key = name_key(name)
    if not key:
        return _("A name needs a letter, a digit or another sign that can be found again.")
    spelling = model.spelling_model()
    row = spelling._default_manager.filter(key=key).select_related(spelling.owner_field).first()
    owner = getattr(row, spelling.owner_field) if row else None
    if owner is None or owner.pk == own_pk:
        return None
    return _("“%(name)s” already leads to the %(kind)s “%(owner)s”. Use that one, or merge the two.") % {
        "name": name,
        "kind": model._meta.verbose_name,
        "owner": owner.name,
    }


class NamedForm(forms.ModelForm):
    """A named thing; says in words when the name is another's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def clean_name(self) -> str:
        """The name, if it leads to nothing else."""
        name: str = self.cleaned_data["name"]
        if problem := name_problem(type(self.instance), name, self.instance.pk):
            raise forms.ValidationError(problem)
        return name


class SpellingForm(forms.ModelForm):
    """Another name; the formset checks all of them at once."""

    def _post_clean(self) -> None:
        """Take over the name; key and address are made when it is stored."""
        self.instance.name = self.cleaned_data.get("name", self.instance.name)


class SpellingFormSet(BaseInlineFormSet):
    """The names of one thing. Its present name stays, and no name may be another's."""

    def clean(self) -> None:
        """Hold new names against each other, against the present name and against everybody's."""
        super().clean()
        present = name_key(self.instance.name or "")
        seen = {present}
        for form in self.forms:
            name = form.cleaned_data.get("name") if hasattr(form, "cleaned_data") else None
            key = name_key(name) if name else form.instance.key
            if self.can_delete and self._should_delete_form(form):  # type: ignore[attr-defined]
                if form.instance.pk and form.instance.key == present:
                    raise forms.ValidationError(
                        _("“%(name)s” is its present name and stays. Give it another name first.")
                        % {"name": form.instance.name}
                    )
                continue
            if form.instance.pk or not name:
                seen.add(key)
                continue
            if key in seen:
                form.add_error("name", _("“%(name)s” already leads here.") % {"name": name})
            elif problem := name_problem(self.instance.__class__, name, self.instance.pk):
                form.add_error("name", problem)
            seen.add(key)


class SpellingInline(admin.TabularInline):
    """Spellings that lead to a thing: to add to and to take from, not to rewrite: addresses hang on them."""

    form = SpellingForm
    formset = SpellingFormSet
    fields = ("name",)
    extra = 1
    verbose_name_plural = gettext_lazy("other spellings and former names")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who may change the thing may add names."""
        return self._may_change(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody rewrites a name: its address would then say another one."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who may change the thing may take names away."""
        return self._may_change(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who may see the thing sees its names."""
        return True

    def _may_change(self, request: HttpRequest) -> bool:
        opts = self.parent_model._meta
        return request.user.has_perm(f"{opts.app_label}.change_{opts.model_name}") or request.user.has_perm(
            f"{opts.app_label}.add_{opts.model_name}"
        )


class NamedAdmin(DeskAdmin):
    """A list and form of named things: found by any of their names, in any spelling."""

    form = NamedForm
    search_fields = ("names__key",)
    search_help_text = gettext_lazy("Any of its names; accents and case do not matter.")
    counted: tuple[Any, str] = (None, "")  # model and field of what is counted in the list

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Rows with the number of articles that each has."""
        model, field = self.counted
        return super().get_queryset(request).annotate(article_count=count_of(model, field))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Those that have every word of the search in one of their names."""
        spelling = self.model.spelling_model()
        words = name_key(search_term).split()
        if not words:
            return queryset, False
        wanted = Q()
        for word in words:
            wanted &= Q(key__contains=word)
        names = spelling._default_manager.filter(wanted, **{spelling.owner_field: OuterRef("pk")})
        return queryset.filter(Exists(names)), False

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What stands in the way; where something does, rights to delete the rest are beside the point."""
        deleted, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, set() if protected else perms_needed, protected

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Store it; a new name is one that its articles are found by."""
        super().save_model(request, obj, form, change)
        if change and "name" in form.changed_data:
            publishing.refresh(search.found_by([obj]))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete it; its articles are no longer found by its name."""
        articles = search.found_by([obj])
        super().delete_model(request, obj)
        publishing.refresh(articles)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Delete what was chosen in the list, in the same way."""
        articles = search.found_by(queryset)
        super().delete_queryset(request, queryset)
        publishing.refresh(articles)

    def get_urls(self) -> list[URLPattern]:
        """The address of the suggestions before Django's own, that would take it for a row."""
        opts = self.opts
        name = f"{opts.app_label}_{opts.model_name}_suggest"
        own = [path("suggest/", self.admin_site.admin_view(self.suggest_view), name=name)]
        return own + super().get_urls()

    def suggest_view(self, request: HttpRequest) -> JsonResponse:
        """Names that fit what is typed (`?q=`), best first, as JSON."""
        if not (self.has_view_permission(request) or request.user.has_perm("articles.change_article")):
            return JsonResponse({"results": []}, status=403)
        return JsonResponse(
            {"results": self.suggestions(request.GET.get("q", "")[:NAME_LENGTH].replace("\x00", ""))}
        )

    def suggestions(self, typed: str) -> list[dict[str, Any]]:
        """At most `SUGGESTIONS` things: names that begin with what is typed, then those that hold it."""
        key = name_key(typed)
        if not key:
            return []
        spelling = self.model.spelling_model()
        owner = spelling.owner_field
        found: dict[Any, Spelling] = {}
        begins, holds = Q(key__startswith=key), Q(key__contains=f" {key}") | Q(key__contains=f"-{key}")
        for wanted in (begins, holds & ~begins):
            rows = spelling._default_manager.filter(wanted).select_related(owner).order_by("key")
            for row in rows[: SUGGESTIONS * 2]:
                found.setdefault(getattr(row, f"{owner}_id"), row)
            if len(found) >= SUGGESTIONS:
                break
        model, field = self.counted
        numbers = dict(
            model.objects.filter(**{f"{field}__in": list(found)})
            .order_by()
            .values_list(field)
            .annotate(Count("pk"))
        )
        things = [(getattr(row, owner), row) for row in found.values()]
        things.sort(key=lambda pair: (pair[1].key != key, -numbers.get(pair[0].pk, 0)))
        return [
            {
                "name": thing.name,
                "also": row.name if row.name != thing.name else "",
                "kind": self.kind_of(thing),
                "articles": numbers.get(thing.pk, 0),
            }
            for thing, row in things[:SUGGESTIONS]
        ]

    def kind_of(self, thing: Any) -> str:
        """A word or two that tell things of like names apart."""
        return str(thing.get_kind_display()) if hasattr(thing, "get_kind_display") else ""

    @admin.display(description=gettext_lazy("articles"), ordering="article_count")
    def articles(self, thing: Any) -> SafeString | str:
        """How many articles it has."""
        return format_html('<span class="number">{}</span>', thing.article_count)

    @admin.display(description=gettext_lazy("made"), ordering="created_at")
    def made(self, thing: Any) -> SafeString | str:
        """Since when it is known."""
        return when(thing.created_at)

    @admin.display(description=gettext_lazy("address"))
    def address(self, thing: Any) -> SafeString | str:
        """Its public address, for reading."""
        if not thing.pk:
            return _("Made from the name.")
        url = thing.get_absolute_url() if hasattr(thing, "get_absolute_url") else ""
        return format_html('<a href="{0}">{0}</a>', url) if url else thing.slug
