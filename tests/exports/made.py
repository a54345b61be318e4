"""Articles of every shape as hypothesis makes them: texts of all scripts, all kinds of block, empty ones."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime, timedelta
from html import escape

from hypothesis import strategies as st

from articles import markup
from articles.exports.content import Contributor, Exported, Picture
from articles.exports.genres import GENRES
from articles.models.names import name_key
from articles.wire.copy.names import name_key as one_for_readers
from articles.wire.words import tidy

SITE = "https://news.example.org/"
ROLES = ("author", "contributor", "editor", "photographer", "translator")
# Not accented Latin letters at random: readers mend what looks like UTF-8 that was read in another charset.
# They tell of U+FFFD, and U+0338 makes one sign with the end of a tag before it.
_LETTERS = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cs", "Cn", "Co"),
    exclude_characters=[*map(chr, range(0x80, 0x250)), "\u0338", "\ufffd"],
)
_SIGNS = [
    "<",
    ">",
    "&",
    '"',
    "'",
    "’",
    "“",
    "]]>",
    "--",
    "\\",
    "\u200f",
    "\u200e",
    "\u00ad",
    "\u00a0",
    "\u2028",
]
_SCRIPTS = [
    "شمال",
    "ירושלים",
    "Erdoğan",
    "北京",
    "서울",
    "กรุงเทพ",
    "👩‍👩‍👧",
    "e\u0301",
    "ﬁ",
    "İ",
    "ß",
    "A",
    "b c",
]
_AWKWARD = st.sampled_from([*_SIGNS, *_SCRIPTS])
_REFERENCE = re.compile("&[^ ;]{1,40};")


def _plain(text: str) -> str:
    """As the desk and every reader keep it; what looks like a reference of HTML may be taken for one."""
    return tidy(_REFERENCE.sub("&", text))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, name_key(text)))


texts = st.lists(_LETTERS | _AWKWARD, min_size=1, max_size=12).map("".join).map(_plain)
words = texts.filter(lambda text: any(char.isalnum() for char in text))
maybe = st.just("") | words
names = words.filter(lambda text: _letters(text))
moments = st.datetimes(datetime(1700, 1, 1), datetime(2020, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
spans = st.none() | st.just(timedelta()) | st.timedeltas(timedelta(seconds=1), timedelta(days=900))
datelines = maybe.map(lambda text: tidy(text.rstrip(" .-–—_=,:"))) | st.sampled_from(
    ["MOSCOW (AA)", "LAKEPORT, Md., July 8 (Reuters)", "МОСКВА, 8 июля. /ТАСС/", "القاهرة (أ ف ب)"]
)
_links = st.sampled_from(
    [
        "https://example.org/?a=1&b=2",
        "/articles/7/fog/",
        "#note",
        "mailto:desk@example.org",
        "https://пример.рф/ä b",
    ]
)


def _element(tag: str, inner: str, **attributes: object) -> str:
    written = "".join(f' {key}="{escape(str(value))}"' for key, value in attributes.items() if value)
    return f"<{tag}{written}>{inner}</{tag}>"


def _marked(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    link = st.builds(
        lambda text, href, title: _element("a", text, href=href, title=title), inner, _links, maybe
    )
    marks = [st.builds(_element, st.just(tag), inner) for tag in ("strong", "em", "sub", "sup")]
    return st.one_of(link, *marks) | st.lists(inner, min_size=1, max_size=3).map("".join)


_escaped = texts.map(escape)
inline = st.recursive(_escaped | _escaped.map(lambda text: f"{text}<br>"), _marked, max_leaves=6)
_cell = st.builds(
    lambda tag, text, across, down: _element(tag, text, colspan=across, rowspan=down),
    st.sampled_from(["td", "th"]),
    inline | st.just(""),
    st.sampled_from([0, 0, 2]),
    st.sampled_from([0, 0, 3]),
)
_row = st.lists(_cell, min_size=1, max_size=3).map("".join).map(lambda cells: _element("tr", cells))
_rows = st.lists(_row, min_size=1, max_size=3).map("".join)
_table = st.builds(
    lambda caption, head, body: _element("table", caption + head + body),
    st.just("") | inline.map(lambda text: _element("caption", text)),
    st.just("") | _row.map(lambda row: _element("thead", row)),
    _rows.map(lambda rows: _element("tbody", rows)),
)
_pre = st.lists(inline | st.just("a  b") | st.just("\t1"), min_size=1, max_size=3).map("\n ".join)
_figure = st.integers(1, 3).map(lambda number: f'<figure data-photo="{number}"></figure>')


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=3)
    items = several.map(lambda blocks: "".join(_element("li", block) for block in blocks))
    return st.one_of(
        several.map("".join).map(lambda blocks: _element("blockquote", blocks)),
        items.map(lambda inside: _element("ul", inside)),
        st.builds(lambda inside, start: _element("ol", inside, start=start), items, st.sampled_from([0, 5])),
        st.builds(lambda text, inside: f"<ul><li>{text}<ol>{inside}</ol></li></ul>", inline, items),
    )


_simple = st.one_of(
    *(st.builds(_element, st.just(tag), inline) for tag in ("p", "p", "h2", "h3")),
    _pre.map(lambda text: _element("pre", text)),
    _table,
    st.just("<hr>"),
    _figure,
)


def _body(blocks: list[str]) -> str:
    """A clean body of these blocks, without those that say nothing."""
    found = markup.blocks(markup.clean("".join(blocks)))
    return "\n".join(html for kind, text, html in found if text or kind in ("rule", "figure"))


bodies = st.lists(st.recursive(_simple, _nested, max_leaves=4), max_size=5).map(_body)


def _picture(number: int) -> st.SearchStrategy[Picture]:
    return st.builds(
        Picture,
        href=st.just(f"{SITE}media/photos/{number}.jpg"),
        mimetype=st.just("image/jpeg"),
        width=st.integers(40, 9999),
        height=st.integers(40, 9999),
        title=maybe,
        caption=maybe,
        alt=maybe,
        byline=maybe,
        credit=maybe,
        copyright=maybe,
    )


@st.composite
def articles(draw: st.DrawFn) -> Exported:
    """An article as it is exported. Some bodies say their headline again."""
    body = draw(bodies)
    said = [line for _, text, _ in markup.blocks(body) if _letters(line := tidy(text))]
    created = draw(moments)
    status = draw(st.sampled_from(["usable", "withheld"]))
    updated, embargo = draw(spans), draw(spans)
    if not embargo and status == "withheld":
        embargo = None
    people = draw(st.lists(names, max_size=4, unique_by=(_letters, one_for_readers)))
    shown = dict.fromkeys(int(number) for number in re.findall(r'data-photo="(\d+)"', body))
    return Exported(
        pk=1,
        slug="fog",
        uri=uuid.UUID(int=draw(st.integers(0, 2**128 - 1))).urn,
        url=f"{SITE}articles/1/fog/",
        version=draw(st.integers(1, 10**6)),
        status=status,
        headline=draw(names | st.sampled_from(said)) if said else draw(names),
        saved=created,
        kind=draw(st.sampled_from(["news", *GENRES])),
        slugline=draw(maybe),
        standfirst=draw(maybe),
        credits=tuple(Contributor(name, draw(st.sampled_from(ROLES)), draw(maybe)) for name in people),
        dateline=draw(datelines),
        located=draw(maybe),
        source=draw(st.just("") | names),
        section=draw(st.just("") | names),
        tags=tuple(draw(st.lists(names, max_size=4, unique_by=_letters))),
        language=draw(st.sampled_from(["", "en", "tr", "ar", "pt-BR", "zh-Hant"])),
        urgency=draw(st.none() | st.integers(1, 9)),
        ednote="\n".join(draw(st.lists(words, max_size=3, unique=True))),
        copyright=draw(maybe),
        created=created,
        updated=created + updated if updated else None,
        embargoed=created + embargo if embargo is not None else None,
        # NITF tells an embargo that ends with publication only as long as it holds.
        waits=embargo is not None and (not embargo or draw(st.booleans())),
        body=body,
        lead=draw(st.none() | _picture(0)),
        figures={number: draw(_picture(number)) for number in shown},
        publisher="Coast Paper",
        site=SITE,
    )
