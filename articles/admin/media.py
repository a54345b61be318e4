"""Photos at the desk."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import pictures
from articles.admin.base import DeskAdmin
from articles.admin.chips import state_chip, when
from articles.models import Article, Photo

PICKED = 24  # photos offered at a time
USES = 50  # articles named on a photo's page


def thumbnail_url(photo: Photo) -> str:
    """The address of its smallest rendition."""
    if photo.widths:
        return pictures.rendition_url(photo, min(photo.widths), "webp")
    return str(photo.file.url)


def thumbnail(photo: Photo | None, css: str = "thumb") -> SafeString | str:
    """A small picture for lists; its text stands beside it, so it has none of its own."""
    if photo is None:
        return ""
    return format_html(
        '<img class="{}" src="{}" alt="" width="{}" height="{}" loading="lazy">',
        css,
        thumbnail_url(photo),
        photo.width,
        photo.height,
    )


class PhotoForm(forms.ModelForm):
    """A new photo with its file, or what is known of one that is kept."""

    class Meta:
        model = Photo
        fields = (
            "file",
            "title",
            "caption",
            "alt",
            "byline",
            "credit",
            "copyright",
            "located",
            "taken_at",
            "focal_x",
            "focal_y",
        )

    data_of_file: bytes | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        if "file" in self.fields:
            kinds = "image/jpeg,image/png,image/webp,image/tiff,image/gif,image/avif"
            self.fields["file"] = forms.FileField(
                label=self.fields["file"].label,
                widget=forms.FileInput({"accept": kinds}),
                help_text=_(
                    "JPEG, PNG, WebP, TIFF, GIF or AVIF, up to 64 MB. "
                    "What the file knows of itself fills the fields that you leave empty."
                ),
            )

    def clean_file(self) -> Any:
        """The file, if it is a picture that can be taken and that we do not have yet."""
        file = self.cleaned_data["file"]
        if file.size > pictures.LARGEST_FILE:
            raise forms.ValidationError(_("The file is larger than 64 MB."))
        content = file.read()
        known = Photo.objects.filter(sha256=hashlib.sha256(content).hexdigest()).first()
        if known is not None:
            url = reverse("admin:articles_photo_change", args=[known.pk])
            raise forms.ValidationError(
                format_html('{} <a href="{}">{}</a>', _("This photo is here already:"), url, known)
            )
        try:
            pictures.decode(content)
        except pictures.PictureError as error:
            raise forms.ValidationError(str(error)) from error
        self.data_of_file = content
        return file

    def _post_clean(self) -> None:
        # The file goes through `pictures.store_photo`, which measures and hashes it.
        self.cleaned_data.pop("file", None)
        super()._post_clean()  # type: ignore[misc]

    def _get_validation_exclusions(self) -> set[str]:
        measured = {"file", "sha256", "format", "width", "height"}
        return measured | super()._get_validation_exclusions()  # type: ignore[misc]


@admin.register(Photo)
class PhotoAdmin(DeskAdmin):
    """Pictures with all that is known of them."""

    form = PhotoForm
    list_display = ("picture", "name", "byline", "credit", "size", "uses", "made")
    list_display_links = ("picture", "name")
    list_filter = ("created_at", "credit")
    search_fields = ("title", "caption", "alt", "byline", "credit", "located")
    ordering = ("-created_at", "-id")
    readonly_fields = ("preview", "size", "used_in")
    change_form_template = "admin/articles/photo/change_form.html"
    delete_confirmation_template = "admin/articles/photo/delete_confirmation.html"

    class Media:
        css = {"all": ["desk/editor.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Photo]:
        """Photos with how often each leads an article."""
        leads = Article.objects.filter(lead_photo=OuterRef("pk")).order_by().values("lead_photo")
        number = Subquery(leads.annotate(number=Count("pk")).values("number"))
        return (
            super().get_queryset(request).annotate(use_count=Coalesce(number, 0, output_field=IntegerField()))
        )

    def get_fieldsets(self, request: HttpRequest, obj: Photo | None = None) -> Any:
        """The file for a new one, the picture for one that is kept: another file is another photo."""
        words = ("title", "caption", "alt")
        credited = (("byline", "credit"), "copyright", ("located", "taken_at"))
        focus = (
            gettext_lazy("Focal point"),
            {
                "fields": (("focal_x", "focal_y"),),
                "description": _(
                    "What must stay in sight when the picture is cropped. Click in the picture."
                ),
                "classes": ["focus"],
            },
        )
        if obj is None:
            return ((None, {"fields": ("file", *words)}), (gettext_lazy("Credits"), {"fields": credited}))
        return (
            (None, {"fields": ("preview", "size")}),
            focus,
            (None, {"fields": words}),
            (gettext_lazy("Credits"), {"fields": credited}),
            (gettext_lazy("Used in"), {"fields": ("used_in",)}),
        )

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Photo:
        """A new file is stored whole at once, with its renditions; fields left empty are filled from it."""
        if change:
            return super().save_form(request, form, change)
        given = {
            name: value
            for name, value in form.cleaned_data.items()
            if value not in ("", None) and name in form.fields
        }
        return pictures.store_photo(form.data_of_file, **given)

    def save_model(self, request: HttpRequest, obj: Photo, form: Any, change: bool) -> None:
        """A new photo has been stored already."""
        if change:
            super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """A photo has nothing beside it."""

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Deleting is for single photos, after a look at the articles that show them."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Asks, and names the articles that would lose the picture."""
        photo = self.get_object(request, unquote(object_id))
        uses = {"uses": self._uses(photo)} if photo and self.has_view_permission(request, photo) else {}
        return super().delete_view(request, object_id, uses | (extra_context or {}))

    def get_urls(self) -> list[URLPattern]:
        """The address of the picker, too."""
        view = self.admin_site.admin_view(self.pick_view)
        return [path("pick/", view, name="articles_photo_pick"), *super().get_urls()]

    def pick_view(self, request: HttpRequest) -> JsonResponse:
        """Photos for the picker as JSON: those of `?ids=1,2`, else the newest that fit `?q=`."""
        if not (self.has_view_permission(request) or request.user.has_perm("articles.change_article")):
            return JsonResponse({"results": []}, status=403)
        photos = Photo.objects.order_by("-created_at", "-pk")
        if "ids" in request.GET:
            ids = [
                int(part)
                for part in request.GET["ids"].split(",")[:200]
                if part.isdecimal() and len(part) < 10
            ]
            photos = photos.filter(pk__in=ids)
        else:
            for word in request.GET.get("q", "")[:200].replace("\x00", "").split()[:8]:
                fields = ("title", "caption", "alt", "byline", "credit")
                fits = Q()
                for name in fields:
                    fits |= Q(**{f"{name}__icontains": word})
                photos = photos.filter(fits)
            photos = photos[:PICKED]
        return JsonResponse({"results": [describe(photo) for photo in photos]})

    @admin.display(description=gettext_lazy("picture"))
    def picture(self, photo: Photo) -> SafeString | str:
        """A thumbnail."""
        return thumbnail(photo)

    @admin.display(description=gettext_lazy("title"), ordering="title")
    def name(self, photo: Photo) -> str:
        """Its title or caption."""
        return str(photo)

    @admin.display(description=gettext_lazy("size"), ordering="width")
    def size(self, photo: Photo) -> str:
        """Pixels."""
        return f"{photo.width} × {photo.height}"

    @admin.display(description=gettext_lazy("leads"), ordering="use_count")
    def uses(self, photo: Photo) -> SafeString:
        """How many articles it leads."""
        return format_html('<span class="number">{}</span>', photo.use_count)  # type: ignore[attr-defined]

    @admin.display(description=gettext_lazy("made"), ordering="created_at")
    def made(self, photo: Photo) -> SafeString | str:
        """When it was stored."""
        return when(photo.created_at)

    @admin.display(description=gettext_lazy("picture"))
    def preview(self, photo: Photo) -> SafeString | str:
        """The picture in a size to judge it."""
        if not photo.pk:
            return ""
        width = next((width for width in photo.widths if width >= 720), max(photo.widths, default=0))
        url = pictures.rendition_url(photo, width, "webp") if width else photo.file.url
        return format_html(
            '<span class="focus-picture"><img src="{}" alt="{}" width="{}" height="{}">'
            '<span class="focus-point" aria-hidden="true"></span></span>',
            url,
            photo.alt,
            photo.width,
            photo.height,
        )

    @admin.display(description=gettext_lazy("articles"))
    def used_in(self, photo: Photo) -> SafeString | str:
        """The articles that it leads, or stands in."""
        return self._uses(photo) or _("Nowhere yet.")

    def _uses(self, photo: Photo) -> SafeString | str:
        figure = f'data-photo="{photo.pk}"'
        articles = (
            Article.objects.filter(Q(lead_photo=photo) | Q(body__contains=figure))
            .only("headline", "status", "publish_at", "embargoed_until", "language")
            .order_by("-saved_at", "-pk")[:USES]
        )
        rows = [
            (
                reverse("admin:articles_article_change", args=[article.pk]),
                article.headline,
                state_chip(article),
            )
            for article in articles
        ]
        if not rows:
            return ""
        lines = format_html_join("", '<li><a href="{}"><bdi>{}</bdi></a> {}</li>', rows)
        return format_html('<ul class="uses">{}</ul>', lines)


def describe(photo: Photo) -> dict[str, Any]:
    """What the picker and the editor show of a photo."""
    return {
        "id": photo.pk,
        "title": str(photo),
        "caption": photo.caption,
        "alt": photo.alt,
        "credit": " / ".join(part for part in (photo.byline, photo.credit) if part),
        "thumb": thumbnail_url(photo),
        "width": photo.width,
        "height": photo.height,
    }
