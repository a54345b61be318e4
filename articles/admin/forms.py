"""The form of an article: what a person typed, checked, and handed on whole to `publishing`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import markup
from articles.admin.media import describe
from articles.admin.taxonomy import kind_note
from articles.admin.widgets import (
    BodyWidget,
    CountedInput,
    HeadlineInput,
    MomentField,
    NameInput,
    NamesInput,
    PhotoInput,
)
from articles.models import Article, Author, Byline, Photo, Tag
from articles.models.names import NAME_LENGTH, name_key, slug_for, tidy_name

HEADLINE_AIM = 90  # characters that a headline should stay within
STANDFIRST_AIM = 240
MOST_TAGS = 200  # on one article


class Credit(NamedTuple):
    """Somebody's part in an article, by name."""

    name: str
    role: str
    place: str


def unix_lines(text: str | None) -> str:
    """Text as browsers send it, with the line ends that we store; nothing is no text."""
    return (text or "").replace("\r\n", "\n").replace("\r", "\n")


class BodyField(forms.CharField):
    """The body: always in clean HTML, and to the letter as it was when nobody changed it."""

    widget = BodyWidget

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"strip": False, "required": False, **kwargs})

    def clean(self, value: Any) -> str:
        """Safe HTML of our vocabulary."""
        return markup.clean(unix_lines(super().clean(value)))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether it says something else than before, the line ends of browsers apart."""
        return bool((initial or "") != markup.clean(unix_lines(data)))


class LinesField(forms.CharField):
    """Text of several lines; line ends are ours, not the browser's."""

    def to_python(self, value: Any) -> Any:
        """The text with our line ends."""
        return unix_lines(super().to_python(value))


class NamesField(forms.CharField):
    """Names of things, one a line; each thing once, in the order given."""

    def __init__(self, suggest: str, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "widget": NamesInput(suggest), **kwargs})

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        """The names, tidied."""
        return unique_names(unix_lines(value).split("\n"))

    def validate(self, value: Any) -> None:
        """Each can be found again, and is a name and not a text."""
        super().validate("\n".join(value))
        if len(value) > MOST_TAGS:
            raise forms.ValidationError(
                _("No more than %(most)d, please; these are %(number)d.")
                % {"most": MOST_TAGS, "number": len(value)}
            )
        for name in value:
            if len(name) > NAME_LENGTH:
                raise forms.ValidationError(
                    _("A name has at most %(most)d characters: %(name)s…")
                    % {"most": NAME_LENGTH, "name": name[:40]}
                )

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the names or their order differ."""
        return self.to_python(initial) != self.to_python(data)


def unique_names(names: Iterable[str]) -> list[str]:
    """Names that have a key, tidied, the first spelling of each."""
    found: dict[str, str] = {}
    for name in map(tidy_name, names):
        if key := name_key(name):
            found.setdefault(key, name)
    return list(found.values())


class ArticleForm(forms.ModelForm):
    """An article at the desk. `user` is who works on it; the admin gives it to the class."""

    user: AbstractBaseUser

    body = BodyField(label=gettext_lazy("Body"))
    standfirst = LinesField(
        label=gettext_lazy("Standfirst"),
        required=False,
        help_text=gettext_lazy("A sentence or two below the headline."),
        widget=CountedInput(STANDFIRST_AIM, rows=3),
    )
    ednote = LinesField(
        label=gettext_lazy("Note to editors"),
        required=False,
        help_text=gettext_lazy("Never shown to readers."),
        widget=forms.Textarea({"rows": 3}),
    )
    search_description = LinesField(
        label=gettext_lazy("Description for search"),
        required=False,
        help_text=gettext_lazy("Empty: the standfirst."),
        widget=forms.Textarea({"rows": 2}),
    )
    urgency = forms.IntegerField(
        label=gettext_lazy("Urgency"),
        required=False,
        min_value=1,
        max_value=9,
        help_text=gettext_lazy("1 is the most urgent, 9 the least."),
    )
    tag_names = NamesField(
        "admin:articles_tag_suggest",
        label=gettext_lazy("Tags"),
        help_text=gettext_lazy("One a line, the most important first. Enter or a comma ends a tag."),
    )
    publish_at = MomentField(
        label=gettext_lazy("Publish at"),
        required=False,
        help_text=gettext_lazy("Empty: the moment of publishing."),
    )
    embargoed_until = MomentField(label=gettext_lazy("Embargoed until"), required=False)
    changed_at = MomentField(
        label=gettext_lazy("Updated"),
        required=False,
        help_text=gettext_lazy("The date of change that readers see; set it when a change matters."),
    )
    lead_photo = forms.ModelChoiceField(
        Photo.objects.all(), label=gettext_lazy("Lead photo"), required=False, widget=PhotoInput
    )
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    replaced_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Article
        fields = (
            "headline",
            "standfirst",
            "slugline",
            "slug",
            "body",
            "language",
            "section",
            "kind",
            "dateline",
            "located",
            "source",
            "urgency",
            "ednote",
            "copyright",
            "lead_photo",
            "search_headline",
            "search_description",
            "publish_at",
            "embargoed_until",
            "changed_at",
        )
        widgets = {"headline": HeadlineInput(HEADLINE_AIM, rows=1)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.conflict: Article | None = None
        self.tags = self._tags_of_instance()
        if "tag_names" in self.fields:
            self.initial["tag_names"] = "\n".join(tag.name for tag in self.tags)
            self.fields["tag_names"].widget.known = {tag.name: kind_note(tag) for tag in self.tags}
        if "lead_photo" in self.fields:
            photo = self.instance.lead_photo
            self.fields["lead_photo"].widget.photo = describe(photo) if photo else None
        self.initial["seen_version"] = self.instance.version

    def _tags_of_instance(self) -> list[Tag]:
        if self.instance.pk is None:
            return []
        return [tagged.tag for tagged in self.instance.tagged.all()]  # prefetched by the admin

    def clean_language(self) -> str:
        """A language tag in the form that BCP 47 gives it."""
        language: str = self.cleaned_data["language"].strip().replace("_", "-")
        parts = language.split("-")
        if language and not (
            parts[0].isalpha()
            and parts[0].isascii()
            and 2 <= len(parts[0]) <= 8
            and all(_is_subtag(p) for p in parts)
        ):
            raise forms.ValidationError(_("A language is written like en, tr or pt-BR."))
        return language

    def clean_tag_names(self) -> list[str]:
        """Names of tags; only who may make tags may use new ones."""
        names: list[str] = self.cleaned_data["tag_names"]
        if not self.user.has_perm("articles.add_tag"):  # type: ignore[attr-defined]
            known = Tag.objects.by_name(names)
            new = [name for name in names if name_key(name) not in known]
            if new:
                raise forms.ValidationError(
                    _("You may not make new tags: %(names)s.") % {"names": ", ".join(new)}
                )
        return names

    def clean(self) -> dict[str, Any]:
        """Nobody's save is written over without a look at it."""
        super().clean()
        seen, stored = self.cleaned_data.get("seen_version"), self.instance.version
        if self.instance.pk and seen != stored and self.cleaned_data.get("replaced_version") != stored:
            self.conflict = Article.objects.get(pk=self.instance.pk)
            self.add_error(
                None,
                _("Somebody else has saved this article since you opened it. Your text stands below."),
            )
        if not self.cleaned_data.get("slug") and self.cleaned_data.get("headline"):
            self.cleaned_data["slug"] = slug_for(self.cleaned_data["headline"])
        for name in ("publish_at", "embargoed_until", "changed_at"):
            # The browser's control knows minutes; a moment that nobody moved keeps its seconds.
            if name in self.cleaned_data and name not in self.changed_data:
                self.cleaned_data[name] = self.initial.get(name)
        if self.instance.status == Article.Status.READY and self.cleaned_data.get("publish_at", self) is None:
            self.add_error("publish_at", self._needs_time())
        return self.cleaned_data

    def _needs_time(self) -> str:
        """Why what is published keeps its time, and what to do instead."""
        if self.instance.is_published():
            return _("This article is on the site and keeps its time. To take it off, use “Unpublish”.")
        return _(
            "This article waits for its time. To let it go up now, set the present time; "
            "to have it wait for nothing, use “Unpublish” first and empty this then."
        )


def _is_subtag(part: str) -> bool:
    return part.isascii() and part.isalnum() and len(part) <= 8


class BylineForm(forms.ModelForm):
    """A credit, by name; who the name leads to is looked up for all credits at once."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=NAME_LENGTH,
        widget=NameInput("admin:articles_author_suggest"),
    )
    position = forms.IntegerField(
        label=gettext_lazy("Order"),
        required=False,
        min_value=0,
        max_value=9999,
        widget=forms.NumberInput({"class": "byline-position"}),
    )

    class Meta:
        model = Byline
        fields = ("role", "place", "position")

    def has_changed(self) -> bool:
        """A row without a name is none, whatever else stands in it."""
        if self.is_bound:
            return bool(str(self.data.get(self.add_prefix("name")) or "").strip())
        return super().has_changed()

    def _post_clean(self) -> None:
        """No row is stored from here: `publishing` writes all of them anew."""


class BylineFormSet(forms.models.BaseInlineFormSet):
    """The credits of an article, in order, by name.

    The rows carry no ids: what is sent replaces what is there, so that a row which somebody else has taken
    away meanwhile is no trouble.
    """

    user: AbstractBaseUser
    extra = 0

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        article = kwargs.get("instance")
        rows = article.bylines.select_related("author") if article is not None and article.pk else ()
        self.credits: list[Credit] = []
        shown = [
            {"name": row.author.name, "role": row.role, "place": row.place, "position": number}
            for number, row in enumerate(rows)
        ]
        kwargs["queryset"] = Byline.objects.none()
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self.initial_extra = shown
            self.extra = len(shown) or 1
        self.before = [(row["name"], row["role"], row["place"]) for row in shown]

    def initial_form_count(self) -> int:
        """None: every row is as good as new."""
        return 0

    def clean(self) -> None:
        """Everybody once in a role; only who may add people may use new names."""
        rows = [form for form in self.forms if form.has_changed()]
        rows = [form for form in rows if not self._should_delete_form(form)]  # type: ignore[attr-defined]
        rows = [form for form in rows if "name" in getattr(form, "cleaned_data", {})]
        rows.sort(key=lambda form: _order(form, len(rows)))
        seen = set()
        may_add = self.user.has_perm("articles.add_author")  # type: ignore[attr-defined]
        known = {} if may_add else Author.objects.by_name(form.cleaned_data["name"] for form in rows)
        for form in rows:
            credit = Credit(
                tidy_name(form.cleaned_data["name"]),
                form.cleaned_data.get("role") or Byline.Role.AUTHOR,
                tidy_name(form.cleaned_data.get("place") or ""),
            )
            key = name_key(credit.name)
            if not key:
                form.add_error("name", _("A name needs a letter."))
            elif (key, credit.role) in seen:
                form.add_error("name", _("%(name)s has this role already.") % {"name": credit.name})
            elif not may_add and key not in known:
                form.add_error("name", _("You may not add people: %(name)s.") % {"name": credit.name})
            seen.add((key, credit.role))
            self.credits.append(credit)

    def has_changed(self) -> bool:
        """Whether the credits or their order differ from what is stored."""
        return [tuple(credit) for credit in self.credits] != self.before


def _order(form: Any, last: int) -> int:
    position = form.cleaned_data.get("position")
    return last if position is None else int(position)
