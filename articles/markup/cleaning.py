"""Any HTML as the safe, canonical HTML of a body.

nh3 (ammonia, html5ever) makes the HTML safe; what it leaves is put together anew as blocks of the vocabulary,
because a sanitiser leaves loose text, empty paragraphs and elements in one another as they were.
"""

from __future__ import annotations

import nh3

from articles.markup import nesting
from articles.markup.building import DROPPED_TAGS, KEPT_TAGS, SCHEMES, SPANS, Builder
from articles.markup.characters import TOKEN

_ATTRIBUTES = {
    "a": {"href", "title"},
    "figure": {"data-photo"},
    "ol": {"start"},
    "td": SPANS,
    "th": SPANS,
}
_sanitizer = nh3.Cleaner(
    tags=KEPT_TAGS,
    clean_content_tags=DROPPED_TAGS,
    attributes=_ATTRIBUTES,
    url_schemes=SCHEMES,
    link_rel=None,
)


def clean(html: str, *, figures: bool = True) -> str:
    """Any HTML as the safe, canonical HTML of a body, one block a line; "" when nothing is left.

    Loose text becomes paragraphs, two line breaks part them, empty blocks go, `b` is `strong`, `i` is `em`,
    `h1` is `h2`, what is deeper than `h3` is `h3`, other elements leave their text. Links keep http, https,
    mailto and tel addresses, relative ones and fragments. `<figure data-photo="12">` stands for a Photo of
    ours; `figures=False` is for copy from outside, which cannot know our photos. Idempotent.
    """
    html = html.encode("utf-8", "replace").decode("utf-8")  # lone surrogates
    builder = Builder(figures)
    pieces = TOKEN.split(_sanitizer.clean(nesting.limit(html, KEPT_TAGS, DROPPED_TAGS)))
    if pieces[0]:
        builder.text(pieces[0])
    for position in range(1, len(pieces), 3):
        tag = pieces[position]
        if tag[0] == "/":
            builder.end()
        else:
            builder.start(tag, pieces[position + 1])
        if pieces[position + 2]:
            builder.text(pieces[position + 2])
    return builder.finish()
