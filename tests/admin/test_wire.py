"""What came in from the wires, for looking at: raw and read side by side, and the very bytes to take away."""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles.admin.raw import SHOWN, raw_text
from articles.wire import Parsed, WireError, WireStory
from articles.wire.story import Problem, Span
from tests.admin.conftest import page, staff
from tests.factories import ArticleFactory, WireDocumentFactory, WireItemFactory

pytestmark = pytest.mark.django_db


def parsed(text: str, *stories: WireStory) -> Parsed:
    """What a parser says of a text."""
    return Parsed("text", "utf-8", 0.93, text, stories)


@pytest.fixture
def parser(monkeypatch):
    """Takes the place of the parsers: gives what it is told, or raises it."""

    def stand_in(answer):
        def parse(*args, **kwargs):
            if isinstance(answer, Exception):
                raise answer
            return answer

        monkeypatch.setattr("articles.wire.parse", parse)

    return stand_in


def test_pieces_tell_what_was_read_and_what_was_dropped(parser):
    """Fields by their spans, the inner one within another; white space is nothing; the rest was dropped."""
    text = "Head line\n\nBy Ada Lind\n\nText.\nENDS\n"
    story = WireStory(
        headline="Head line",
        spans={
            "headline": (Span(0, 9),),
            "byline": (Span(11, 22),),
            "credits.0": (Span(14, 22),),
            "body.0": (Span(24, 29),),
        },
        problems=(Problem("end-mark", "The line “ENDS” is no text.", Span(30, 34)),),
    )
    parser(parsed(text, story))
    raw = raw_text(WireDocumentFactory(document=text.encode()))
    assert [(piece.text, piece.name, piece.kind) for piece in raw.pieces] == [
        ("Head line", "headline", "headline"),
        ("\n\n", "", ""),
        ("By ", "byline", "people"),
        ("Ada Lind", "credits", "people"),
        ("\n\n", "", ""),
        ("Text.", "body", "body"),
        ("\n", "", ""),
        ("ENDS", "", "dropped"),
        ("\n", "", ""),
    ]
    assert [(note.code, note.text) for note in raw.notes] == [("end-mark", "")]
    assert (raw.charset, raw.certainty) == ("utf-8", 93)


def test_dropped_text_tells_why_and_fields_lie_on_top(parser):
    """A problem about a line strikes out of it what no field took, and says the reason."""
    text = "Head\nstray words\nText."
    story = WireStory(
        spans={"headline": (Span(0, 4),), "keywords.0": (Span(11, 16),), "body.0": (Span(17, 22),)},
        problems=(Problem("stray", "A stray line was left out.", Span(5, 16)),),
    )
    parser(parsed(text, story))
    raw = raw_text(WireDocumentFactory(document=text.encode()))
    assert [(piece.text, piece.kind, piece.why) for piece in raw.pieces][2:4] == [
        ("stray ", "dropped", "A stray line was left out."),
        ("words", "filing", ""),
    ]
    assert "".join(piece.text for piece in raw.pieces) == text


def test_a_note_quotes_only_what_its_sentence_does_not(parser):
    """The same words twice help nobody."""
    text = "Head\nENDS\n-30-\n"
    problems = (Problem("a", "“ENDS” was left out.", Span(5, 9)), Problem("b", "An end mark.", Span(10, 14)))
    parser(parsed(text, WireStory(spans={"headline": (Span(0, 4),)}, problems=problems)))
    assert [note.text for note in raw_text(WireDocumentFactory(document=text.encode())).notes] == ["", "-30-"]


def test_of_several_stories_each_shows_its_own_lines(parser):
    """The second story of a file begins where it begins."""
    text = "One\nText one.\n=====\nTwo\nText two.\n"
    stories = [
        WireStory(spans={"headline": (Span(0, 3),), "body.0": (Span(4, 13),)}),
        WireStory(spans={"headline": (Span(20, 23),), "body.0": (Span(24, 33),)}),
    ]
    parser(parsed(text, *stories))
    document = WireDocumentFactory(document=text.encode())
    assert "".join(piece.text for piece in raw_text(document, 0).pieces) == "One\nText one."
    assert "".join(piece.text for piece in raw_text(document, 1).pieces) == "Two\nText two."
    assert "".join(piece.text for piece in raw_text(document, 7).pieces) == text
    assert raw_text(document).is_prose


def test_an_item_of_mark_up_is_shown_alone():
    """Told by its identifier, or by its headline; what is not found leaves the whole document."""
    items = [
        "<item><title>One</title><guid>u:1</guid></item>",
        "<item><title>Two</title><guid>u:10</guid></item>",
        "<item><title>Fish &amp; fog</title></item>",
        "<item><title>Tab&#116;ed</title></item>",
    ]
    text = f"<rss><channel>{''.join(items)}</channel></rss>"
    document = WireDocumentFactory(document=text.encode(), format="rss")
    shown = ["".join(piece.text for piece in raw_text(document, index).pieces) for index in range(4)]
    assert shown == [*items[:3], text]
    assert not raw_text(document).is_prose


@pytest.mark.parametrize("fault", [WireError("It is torn."), RuntimeError("a fault of ours")])
def test_what_cannot_be_read_again_is_shown_as_far_as_it_goes(parser, fault):
    """A parser's error is a note; its fault is nothing that an editor must see."""
    parser(fault)
    raw = raw_text(WireDocumentFactory(document="Fırtına".encode("cp1254"), charset="windows-1254"))
    assert [piece.text for piece in raw.pieces] == ["Fırtına"]
    assert [note.message for note in raw.notes] == (["It is torn."] if isinstance(fault, WireError) else [])


def test_bytes_are_shown_as_numbers(parser):
    """What is no text does not become a page of squares."""
    parser(WireError("Binary."))
    raw = raw_text(WireDocumentFactory(document=bytes(range(256)) * 9, charset=""))
    assert raw.pieces[0].text.startswith("0001 0203")
    assert not raw.is_text
    assert raw.cut


def test_control_characters_become_visible(parser):
    """None of them reaches the page as itself."""
    parser(WireError("-"))
    raw = raw_text(WireDocumentFactory(document=b"A\x00B\x1bC\x7f\tD\r\nE" + b" text" * 30))
    assert raw.pieces[0].text.startswith("A\u2400B\u241bC\u2421\tD\nE")


def test_long_text_is_cut(parser):
    """A page stays a page."""
    text = "word " * SHOWN
    parser(parsed(text, WireStory(spans={"body.0": (Span(0, len(text)),)})))
    raw = raw_text(WireDocumentFactory(document=text.encode()))
    assert sum(len(piece.text) for piece in raw.pieces) == SHOWN
    assert raw.cut


def test_item_shows_raw_and_read_side_by_side(desk):
    """The text as it came; each field that was understood; the problems in words; the way to the article."""
    article = ArticleFactory()
    item = WireItemFactory(
        article=article,
        document=WireDocumentFactory(document="Sis limanı kapattı\n\nMetin.".encode()),
        headline="Sis limanı kapattı",
        story={
            "headline": "Sis limanı kapattı",
            "credits": [{"name": "Ada Lind", "role": "author", "place": None}],
            "keywords": ["sis", "liman"],
            "body": [{"type": "paragraph", "text": "Metin."}],
            "language": "tr",
            "section": None,
        },
        problems=[{"code": "no-date", "message": "The line names no date."}],
    )
    tree = page(desk, reverse("admin:articles_wireitem_change", args=[item.pk]))
    raw, read = tree.css(".pair > section")
    assert "Sis limanı kapattı" in raw.text()
    read_fields = {
        node.attributes["data-field"]: node.css_first("dd").text(separator="|")
        for node in read.css("dl > div")
    }
    assert read_fields["credits"] == "Ada Lind · author"
    assert read_fields["keywords"] == "sis|liman"
    assert "section" not in read_fields
    assert "Metin." in read.css_first(".read-body").text()
    assert "The line names no date." in read.text()
    article_url = reverse("admin:articles_article_change", args=[article.pk])
    assert article_url in [node.attributes["href"] for node in tree.css(".item-facts a")]


def test_quarantined_item_tells_why(desk):
    """The reason, and that nothing is lost."""
    item = WireItemFactory(quarantined=True)
    text = page(desk, reverse("admin:articles_wireitem_change", args=[item.pk])).body.text()
    assert "This is no text." in text
    assert "kept whole" in text


def test_list_of_items_tells_outcome_problems_and_article(desk):
    """And is filtered by them."""
    WireItemFactory(headline="Clean", problems=[])
    WireItemFactory(
        headline="Odd", problems=[{"code": "no-date", "message": "-"}, {"code": "x", "message": "-"}]
    )
    WireItemFactory(quarantined=True)
    url = reverse("admin:articles_wireitem_changelist")
    rows = {
        row.css_first("th").text(strip=True): row.text(separator=" ")
        for row in page(desk, url).css("#result_list tbody tr")
    }
    assert "Created" in rows["Clean"]
    assert "2" in rows["Odd"]
    assert any("Quarantined" in text for text in rows.values())
    for query, expected in (("problems=yes", ["Odd"]), ("problems=no&outcome__exact=created", ["Clean"])):
        found = [
            row.css_first("th").text(strip=True)
            for row in page(desk, f"{url}?{query}").css("#result_list tbody tr")
        ]
        assert found == expected, query


def test_download_gives_the_very_bytes_and_no_page(desk):
    """As an attachment of a plain name, which no browser opens or guesses at."""
    content = b"<script>alert(1)</script>\xff\x00"
    document = WireDocumentFactory(document=content, path='in/..\\..\\Über "x"\r\nSet-Cookie: a=b.html')
    response = desk.get(reverse("admin:articles_wiredocument_raw", args=[document.pk]))
    assert response.content == content
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"] == 'attachment; filename="_ber__x___Set-Cookie__a_b.html"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert desk.get(reverse("admin:articles_wiredocument_raw", args=[999])).status_code == 404


def test_download_is_for_those_who_may_see_documents(reporter):
    """Others are told that there is nothing; their page has no link to it."""
    item = WireItemFactory()
    assert (
        reporter.get(reverse("admin:articles_wiredocument_raw", args=[item.document_id])).status_code == 404
    )
    tree = page(reporter, reverse("admin:articles_article_change", args=[item.article_id]))
    assert "Download" not in tree.body.text()
    client = staff("view_wiredocument")
    assert client.get(reverse("admin:articles_wiredocument_raw", args=[item.document_id])).status_code == 200
