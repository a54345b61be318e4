"""JSON that is not as it should be: read as it was meant, and told."""

from __future__ import annotations

import io
import json
import time
from typing import Any

import pytest

from articles.wire import charsets, json_document
from articles.wire.errors import EmptyDocument, MalformedDocument


def load(text: str | bytes) -> tuple[list[Any], list[str]]:
    """The values of a document and the codes of its problems."""
    loaded = json_document.load(text.encode() if isinstance(text, str) else text)
    return list(loaded.values), [problem.code for problem in loaded.problems]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"a": 1}', [{"a": 1}]),
        ('\ufeff{"a": 1}\n\n', [{"a": 1}]),
        ('{"a": "b\nc\td"}', [{"a": "b\nc\td"}]),
        ('{"a": 1}\n{"a": 2}\n', [{"a": 1}, {"a": 2}]),
        ('{"a": 1}\n\n{\n"a": 2}', [{"a": 1}, {"a": 2}]),
        ('{"a": 1}{"a": 2}[3]', [{"a": 1}, {"a": 2}, [3]]),
        ('\x1e{"a": 1}\n\x1e{"a": 2}\n', [{"a": 1}, {"a": 2}]),
        ('{"a": 1.10, "b": 1e999, "c": -0.0}', [{"a": "1.10", "b": "1e999", "c": "-0.0"}]),
        ('{"a": %s}' % ("9" * 5000), [{"a": "9" * 5000}]),
        ('{"a": "\\ud83d\\ude00"}', [{"a": "😀"}]),
    ],
)
def test_what_is_json_is_read_without_a_word(text: str, values: list[Any]) -> None:
    """One value, several, JSON Lines, text sequences; numbers keep their spelling."""
    assert load(text) == (values, [])


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-be", "utf-16-le", "utf-8-sig", "utf-32"])
def test_any_unicode(charset: str) -> None:
    """With a mark or without."""
    assert load('{"a": "gün ışığı"}'.encode(charset)) == ([{"a": "gün ışığı"}], [])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"a": 1,}', [{"a": 1}]),
        ("[1,, 2,]", [[1, 2]]),
        ('{"a": 1 "b": 2}', [{"a": 1, "b": 2}]),
        ('[{"a": 1} {"b": 2}]', [[{"a": 1}, {"b": 2}]]),
        ("{'a': 'it\\'s \"so\"', b: c}", [{"a": 'it\'s "so"', "b": "c"}]),
        ('{"a": "it\'s", /* no */ "b": 2 // yes\n, # or\n "c": [true, False, None, undefined]}',
         [{"a": "it's", "b": 2, "c": [True, False, None, None]}]),
        ('{"a": NaN, "b": -Infinity}', [{"a": None, "b": None}]),
        ('{"a": 1} and more', [{"a": 1}]),
        (')]}\'\n{"a": 1}', [{"a": 1}]),
        ('callback({"a": 1});', [{"a": 1}]),
        ('{"a": [1, 2}', [{"a": [1, 2]}]),
        ("[1]]", [[1]]),
        ('{"a": "x\\qy\\u00e9"}', [{"a": "xqyé"}]),
        ('{"a", "b": }', [{}]),
        ('{1: 2, "b": 3}', [{"1": 2, "b": 3}]),
        ('{"a": 1}\n{"a": 2, }\n{"a": 3}', [{"a": 1}, {"a": 2}, {"a": 3}]),
        ('{"a": 1}\n{"b": "cut off in a line\n{"a": 3}', [{"a": 1}, {"b": "cut off in a line"}, {"a": 3}]),
    ],
)  # fmt: skip
def test_what_is_nearly_json_is_read_and_told(text: str, values: list[Any]) -> None:
    """Each of these is one problem, however many the places."""
    assert load(text) == (values, ["malformed-json"])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('[{"a": 1}, {"b": "abc', [{"a": 1}, {}]),
        ('[{"a": 1}, {"b": "two words and', [{"a": 1}, {"b": "two words and"}]),
        ('[{"a": 1}, {"b": "two words\\u00', [{"a": 1}, {"b": "two words"}]),
        ('{"a": 1, "b": 12', {"a": 1}),
        ('{"a": 1, "b": tru', {"a": 1}),
        ('{"a": 1, "two words', {"a": 1}),
        ('{"a": [1, [2', {"a": [1, []]}),
        ("{", {}),
    ],
)
def test_a_document_that_breaks_off(text: str, value: Any) -> None:
    """Prose is kept as far as it goes; half a number, name or address would be another one."""
    assert load(text) == ([value], ["malformed-json"])


def test_names_given_twice() -> None:
    """The last one counts, as almost everywhere; nothing vanishes in silence."""
    assert load('{"a": 1, "b": {"c": 1, "c": 2}, "a": 3}') == ([{"a": 3, "b": {"c": 2}}], ["duplicate-key"])


def test_half_a_character() -> None:
    """A surrogate that stands alone cannot be written as text anywhere."""
    values, codes = load('{"a": ["x\\ud83dy", {"\\udc00": 1}], "b": "\\\\ud83d"}')
    assert values[0]["a"][0] == "x\ufffdy"
    assert values[0]["b"] == "\\ud83d"
    assert codes == ["undecodable"]
    json.dumps(values, ensure_ascii=False).encode()


def test_where_a_fault_is() -> None:
    """The sentence names the place as an editor of text shows it."""
    (problem,) = json_document.load(b'{"a": 1,\n "b": 2 "c": 3}').problems
    assert "line 2, column 9: a comma is missing" in problem.message


@pytest.mark.parametrize("text", ["nothing", "<p>no</p>", ",", "]", "//"])
def test_no_json_at_all(text: str) -> None:
    """A sentence, not a value."""
    with pytest.raises(MalformedDocument):
        load(text)


def test_an_empty_document() -> None:
    """That is another thing than a damaged one."""
    with pytest.raises(EmptyDocument):
        load(" \n")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 300_000,
        '{"a":' * 200_000,
        "[" * 99_000 + "]" * 99_000,
        "{}x" * 200_000,
        "[{a}," * 100_000,
        "[" + " " * 500_000 + "NaN," * 100_000,
        "['" * 200_000,
        "[/*" * 200_000,
        '{"a":"' * 200_000,
        "[[[[[[" + "[]," * 200_000,
        '{"a":1}\n{"a":\n' * 50_000,
        '["' + "\\ud800" * 200_000 + '"]',
        "{" + '"a":1,' * 100_000 + '"b":2}',
        "[" + '"\\q",' * 100_000,
    ],
    ids=lambda text: text[:8],
)
def test_hostile_documents_are_read_in_linear_time(text: str) -> None:
    """Depth, repetition and rubbish cost no more than their length, and overflow nothing."""
    started = time.perf_counter()
    values, _ = load(text)
    assert values
    assert time.perf_counter() - started < 8


def test_a_glance_at_a_beginning() -> None:
    """What the first bytes show of the first value; nothing of what is no JSON."""
    assert json_document.glance(b'{"a": 1, "b": [{"c": "d') == {"a": 1, "b": [{"c": "d"}]}
    assert json_document.glance('{"ä": 1}'.encode("utf-16")) is not None
    assert json_document.glance(b"<a>{</a>") is None
    assert json_document.glance(b"") is None


def test_json_lines_are_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document a line, in bounded memory; a line that is too large stays cut, and the rest goes on."""
    monkeypatch.setattr(charsets, "LARGEST", 20)
    file = io.BytesIO(b'\xef\xbb\xbf{"a": 1}\r\n\n[\n{"a": 2},\n{"a": "' + b"x" * 90 + b'"}\n{"a": 3}\n]')
    file.read(30)  # whoever looked at it before
    parts = list(json_document.split(file))
    assert parts[:2] == [b'{"a": 1}', b'{"a": 2}']
    assert len(parts[2]) == 21
    assert parts[3:] == [b'{"a": 3}']


@pytest.mark.parametrize("document", [b'{\n "a": 1\n}\n', b'[{"a": 1}, {"a": 2}]\n', b"", b"text\n"])
def test_a_large_file_of_one_value_is_not_parted(document: bytes) -> None:
    """It cannot be: its lines are no documents."""
    assert list(json_document.split(io.BytesIO(document))) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Fish &amp; <b>chips</b>", "Fish & chips"),
        ("Use the <section> element", "Use the <section> element"),
        ("2 < 3 & 4 > 1", "2 < 3 & 4 > 1"),
        ("<p>One</p><p>two</p>", "One two"),
        ("AT&T", "AT&T"),
        ("caf&eacute; &#8211; &;", "café – &;"),
    ],
)
def test_a_plain_text_that_may_be_html(text: str, said: str) -> None:
    """Mark-up goes, and what only looks like it stays."""
    assert json_document.plain(text) == said
