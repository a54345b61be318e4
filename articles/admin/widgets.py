"""Form widgets of the desk: plain fields without JavaScript; scripts in `static/desk` add comfort."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django import forms
from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from js_asset import Script

from articles import publishing

EDITOR = "django_prose_editor/editor.js"


def as_json(value: Any) -> str:
    """A value for a data attribute; the template escapes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), cls=DjangoJSONEncoder)


class Framed:
    """A widget in a template of the site. (Django's form renderer knows the templates of apps only.)"""

    frame: str

    def frame_context(self, name: str, value: Any, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the frame needs besides `field`."""
        raise NotImplementedError

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The frame with the plain field in it."""
        field = super().render(name, value, attrs, renderer)  # type: ignore[misc]
        context = self.frame_context(name, value, attrs or {})
        return render_to_string(self.frame, {"field": field, **context})


class BodyWidget(forms.Textarea):
    """The rich-text editor.

    django-prose-editor's own widget needs an inline import map, and so a nonce on the page. Ours names the
    hashed address of its module in an attribute instead: a module may import any script of the site by
    address, and the page holds no inline script at all.
    """

    class Media:
        css = {"all": ["django_prose_editor/editor.css", "desk/editor.css"]}
        js = [Script("desk/body.js", type="module")]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The textarea, with the address of the editor and of the photos that the body may show."""
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {
            "data-editor": static(EDITOR),
            "data-photos": reverse("admin:articles_photo_pick"),
            "class": "body-field",
        }
        return context


class CountedInput(Framed, forms.Textarea):
    """Text in the type that readers get, with a count of its characters and the length to aim at."""

    frame = "admin/widgets/counted.html"

    def __init__(self, aim: int, rows: int = 2, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": rows, **(attrs or {})})
        self.aim = aim

    def frame_context(self, name: str, value: Any, attrs: dict[str, Any]) -> dict[str, Any]:
        """The aim, and the length so far."""
        return {"aim": self.aim, "length": len(value or "")}


class HeadlineInput(CountedInput):
    """A headline: it may wrap on the screen, but is one line of text."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        """What was typed, line breaks taken for blanks."""
        value = super().value_from_datadict(data, files, name)
        return " ".join(value.split()) if isinstance(value, str) else value


class NamesInput(forms.Textarea):
    """Names, one a line: with JavaScript chips and a field that completes what is typed."""

    def __init__(
        self, suggest: str, known: dict[str, str] | None = None, attrs: dict[str, Any] | None = None
    ):
        super().__init__({"rows": 6, **(attrs or {})})
        self.suggest = suggest
        self.known = known or {}  # by name, what kind of thing it is

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The field, where it gets its suggestions, and the kinds of the names that are in it."""
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {
            "class": "names-field",
            "data-suggest": reverse(self.suggest),
            "data-known": as_json(self.known),
        }
        return context


class NameInput(forms.TextInput):
    """One name, completed from those that are known."""

    def __init__(self, suggest: str, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "vTextField name-field", "autocomplete": "off", **(attrs or {})})
        self.suggest = suggest

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The field, and where it gets its suggestions."""
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-suggest"] = reverse(self.suggest)
        return context


class PhotoInput(Framed, forms.TextInput):
    """The number of a photo, with its picture: with JavaScript chosen from a sheet of thumbnails."""

    frame = "admin/widgets/photo.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "photo-field", "inputmode": "numeric", "size": 6, **(attrs or {})})
        self.photo: dict[str, Any] | None = None  # what is known of the one that is stored

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The field, and where photos are chosen from."""
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-pick"] = reverse("admin:articles_photo_pick")
        return context

    def frame_context(self, name: str, value: Any, attrs: dict[str, Any]) -> dict[str, Any]:
        """The picture, where the number is that of the stored photo, and the ways to another."""
        known = self.photo if self.photo and str(self.photo["id"]) == str(value) else None
        return {
            "id": attrs.get("id", ""),
            "photo": known,
            "add_url": reverse("admin:articles_photo_add") + "?_popup=1&_to_field=id",
            "change_url": reverse("admin:articles_photo_change", args=[known["id"]]) if known else "",
        }


class MomentInput(forms.DateTimeInput):
    """A date and time to the minute, in the browser's own control."""

    input_type = "datetime-local"
    supports_microseconds = False

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class MomentField(forms.DateTimeField):
    """A moment to the minute in the site's zone; seconds that were stored stay while the minute does."""

    widget = MomentInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        zone = timezone.get_default_timezone_name()
        self.help_text = format_lazy("{} {} {}.", self.help_text, _("Time zone:"), zone)

    def to_python(self, value: Any) -> datetime | None:
        """The moment, if it is one that an article may have; 31 December 9999 is none in every zone."""
        moment: datetime | None = super().to_python(value)
        if moment is not None and not publishing.in_calendar(moment):
            raise forms.ValidationError(
                _("Choose a year from %(first)d to %(last)d.")
                % {"first": publishing.FIRST_YEAR, "last": publishing.LAST_YEAR}
            )
        return moment

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another minute was chosen."""
        return super().has_changed(_minute(initial), data)


def _minute(moment: Any) -> Any:
    return moment.replace(second=0, microsecond=0) if isinstance(moment, datetime) else moment
