"""Documents are read by other processes, whatever is in them: `articles.ingest.reading` and `workers`."""

from __future__ import annotations

import logging
import subprocess
import sys

import pytest

from articles.ingest import reading, workers
from articles.ingest.identity import Edition, fingerprint, identity
from articles.ingest.reading import KEPT, Incoming
from articles.ingest.workers import Manner, Readers
from articles.wire.errors import BinaryDocument
from tests.ingest import killer
from tests.ingest.wires import story

TEXT = b"Mill of Sorby turns again\n\nSORBY (NTB) - It has begun to turn after forty years of silence.\n"


def test_readers_start_without_django():
    """Worker processes load the reader and nothing of the site."""
    code = "import sys, articles.ingest.workers; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_what_the_wire_refuses_is_a_reading_with_an_error():
    """With the code and the sentence of the error; the bytes are kept."""
    found = reading.read(b"\x00\x01\x02" * 50, None, None, "UTC")
    assert found.error
    assert found.error[0] == BinaryDocument.code
    assert found.stories == ()


def test_a_fault_of_ours_is_an_error_of_that_document_alone(monkeypatch, caplog):
    """It is logged with its traceback; the sentence has none."""

    def broken(*args):
        raise RuntimeError("oops")

    monkeypatch.setattr(reading.wire, "parse", broken)
    with caplog.at_level(logging.ERROR):
        found = reading.read(TEXT, None, None, "UTC")
    assert found.error == ("internal", "The reader failed on this document (RuntimeError).")
    assert "oops" in caplog.text


@pytest.mark.parametrize("jobs", [1, 2])
def test_readings_come_in_order(jobs):
    """From here or from other processes."""
    documents = [TEXT.replace(b"Sorby", b"Sorby %d" % number) for number in range(30)]
    with Readers(Manner(), jobs) as readers:
        found = [answer.stories[0].values["headline"] for answer in readers.start(documents).results()]
    assert found == [f"Mill of Sorby {number} turns again" for number in range(30)]


def test_a_document_that_kills_its_reader_is_given_up(monkeypatch):
    """The others of its batch are read, and those that come later."""
    monkeypatch.setattr(workers, "_read_all", killer.read_all)
    documents = [TEXT] * 2 + [killer.DEADLY] + [TEXT]
    with Readers(Manner(), 2) as readers:
        begun = [readers.start(documents), readers.start([TEXT] * 3), readers.start(documents)]
        for number, pending in enumerate(begun):
            found = [answer.error[0] if answer.error else None for answer in pending.results()]
            assert found == ([None] * 3 if number == 1 else [None, None, "crash", None])
        assert readers.start([TEXT]).results()[0].error is None


def test_of_what_is_too_large_the_beginning_is_kept():
    """Its message says so; two that begin differently are two."""
    one, two = (
        Incoming("a", first + b"x" * (KEPT + 5), ("too-large", "Too large.")) for first in (b"1", b"2")
    )
    assert one.refused().error == ("too-large", "Too large. Its first 1 MB are kept.")
    assert one.sha256 != two.sha256


def test_what_cannot_be_had_is_known_by_its_path():
    """Until there are bytes."""
    locked = Incoming("in/a.txt", b"", ("unreadable-file", "No."))
    assert locked.sha256 == reading.unreadable("in/a.txt") != Incoming("in/a.txt", b"").sha256


# Identity


def values(**fields):
    """What a story says."""
    return story(**fields).as_json()


def test_a_fingerprint_is_of_words():
    """Case, width, white space and punctuation make no other story; other words do."""
    one = fingerprint(values(headline="Fog closes the harbour", text="Ferries stay."))
    assert one == fingerprint(values(headline="FOG closes the harbour!", text=" Ferries  stay"))
    assert one == fingerprint(values(headline=None, text="Fog closes the harbour. Ferries stay."))
    assert one != fingerprint(values(headline="Fog closes the harbour", text="Ferries sail."))
    assert fingerprint(values(headline="…", text=None)) == ""


def test_identity_is_of_source_and_uri_else_of_the_text_else_of_the_place():
    """Each kind is another identity."""
    with_uri, without, nothing = values(uri="urn:1"), values(), values(headline=None, text=None)

    def name(story, source="ntb", document="d", index=0):
        return identity(story, fingerprint(story), source, document, index)

    assert name(with_uri) == name(values(uri="urn:1", headline="Other"), document="e", index=3)
    assert name(with_uri) != name(with_uri, source="afp")
    assert name(without) == name(without, source="afp", document="e", index=3)
    assert name(nothing) != name(nothing, index=1)
    assert name(nothing) != name(nothing, document="e")


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("1", "2"),
        ("9", "10"),
        ("1.9", "1.10"),
        ("1", "1.1"),
        ("a", "b"),
        ("20160101T000000Z", "20160101T000001Z"),
    ],
)
def test_versions_in_the_order_in_which_people_read_them(older, newer):
    """Numbers by value, dates by time."""
    one, other = Edition(older, None, "x"), Edition(newer, None, "y")
    assert (one.order(other), other.order(one), one.order(one)) == (-1, 1, 0)
