"""Raw text, from bytes to stories: samples to hand-written records, unreadable documents to clear errors."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from articles import wire
from articles.wire.registry import FORMATS

SAMPLES = sorted((Path(__file__).parent / "samples" / "text").glob("*.txt"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_spans_lead_back_to_the_values(sample: Path) -> None:
    """The text under the span of a headline, byline or tag is that value, white space and mark-up aside."""
    parsed = wire.parse(sample.read_bytes())
    if "<" in parsed.text:
        return
    for story in parsed.stories:
        record = story.as_json()
        for key, spans in story.spans.items():
            name, _, number = key.partition(".")
            if name in ("headline", "byline", "dateline", "located", "source", "section", "description"):
                value = record[name]
            elif name in ("keywords", "credits") and number:
                item = record[name][int(number)]
                value = item if isinstance(item, str) else item["name"]
                spans = spans[:1]  # a person named twice has the spans of both places
            else:
                continue
            assert " ".join(" ".join(parsed.text[span.start : span.end].split()) for span in spans) == value


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_sample_cut_off_anywhere_is_still_read(sample: Path) -> None:
    """Half a document gives half a story or a `WireError`, never another exception."""
    document = sample.read_bytes()
    for end in range(1, len(document), max(1, len(document) // 25)):
        with suppress(wire.WireError):
            wire.parse(document[:end])


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\x00\x01\x02\x03" * 200, "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name(document: bytes, code: str) -> None:
    """Empty and binary documents raise an error with a stable code and a sentence."""
    with pytest.raises(wire.WireError) as caught:
        wire.parse(document)
    assert caught.value.code == code
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    "document",
    [
        b'<?xml version="1.0"?><nitf/>',
        b'{"uri": "tag:example.com,2016:1"}',
        b"\x16\x16\x01W2870\x1fasian\r\n",
        b"\x01eca062 4 i 211 ccccb dpa 061\r\n",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"Received: from mail.example.com\r\nSubject: Fog\r\n\r\nText",
    ],
)
def test_documents_of_other_formats_are_not_claimed(document: bytes) -> None:
    """XML, JSON, IPTC 7901, ANPA, photos and mail are left to formats of their own."""
    assert not FORMATS["text"].sniff(document)


def test_a_time_without_a_zone_is_read_in_the_zone_that_is_asked_for() -> None:
    """`timezone` is that of times that do not say theirs, and the story says so."""
    document = b"Fog shuts harbour\n\nPublished: 8 July 2016 17:40\n\nThick fog kept the ferries in.\n"
    (story,) = wire.parse(document, timezone="Europe/Istanbul").stories
    assert story.created is not None
    assert story.created.isoformat() == "2016-07-08T17:40:00+03:00"
    assert "no-timezone" in [problem.code for problem in story.problems]
