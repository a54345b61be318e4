"""The body of a story as HTML: cleaned, with its dateline, pictures, and tables that scroll."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape, format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from articles import markup
from articles.models import Article, Photo

register = template.Library()

# What `markup.clean` writes is canonical: `<` begins a tag wherever it stands outside of one, and every
# attribute is in double quotes. So tags are matched whole, and nothing inside an attribute is touched.
_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>')
_PHOTO = re.compile(r' data-photo="(\d{1,15})"')


@register.simple_tag(takes_context=True)
def story_body(context: Mapping[str, Any], article: Article, photos: Mapping[int, Photo]) -> SafeString:
    """The body, safe whatever wrote it to the database: it is cleaned here once more."""
    dresser = _Dresser(photos, context.get("request"))
    html = _with_dateline(markup.clean(article.body), article.dateline)
    return mark_safe(_TAG.sub(dresser.tag, html))  # noqa: S308


class _Dresser:
    """Puts around the tags of one body what its page needs; each box that scrolls has a name of its own."""

    def __init__(self, photos: Mapping[int, Photo], request: Any) -> None:
        self.photos = photos
        self.request = request
        self.boxes: Counter[str] = Counter()

    def tag(self, tag: re.Match[str]) -> str:
        closing, name, attributes = tag.groups()
        if name in ("table", "pre"):
            return f"{tag[0]}</section>" if closing else self.box(name) + tag[0]
        if name == "figure":
            return "" if closing else self.figure(attributes)
        return tag[0]

    def box(self, name: str) -> str:
        label = gettext("Table") if name == "table" else gettext("Preformatted text")
        self.boxes[name] += 1
        if self.boxes[name] > 1:
            label = f"{label} {self.boxes[name]}"
        return f'<section class="scroll" aria-label="{escape(label)}" tabindex="0">'

    def figure(self, attributes: str) -> str:
        number = _PHOTO.search(attributes)
        photo = self.photos.get(int(number[1])) if number else None
        shown = {"photo": photo, "place": "body", "request": self.request}
        return render_to_string("articles/_figure.html", shown) if photo else ""


def _with_dateline(html: str, dateline: str) -> str:
    """The dateline before the first words, unless the wire left it in the text."""
    start = " ".join(strip_tags(html[: len(dateline) * 8 + 400]).split())
    if not dateline or start.startswith(dateline):
        return html
    lead_in = format_html('<span class="dateline">{}</span> — ', dateline)
    if html.startswith("<p>"):
        return f"<p>{lead_in}{html[3:]}"
    return f'<p><span class="dateline">{escape(dateline)}</span></p>{html}'
