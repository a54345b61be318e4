"""Nothing of the input is lost: every line of any text ends in a field, in the body, or in a problem."""

from __future__ import annotations

import gc
import json
import time
from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.markup.characters import INVISIBLE
from articles.wire.copy import read
from articles.wire.copy.plain import blank_controls
from articles.wire.story import WireStory

# Lines as wires write them; {} is a word of its own in each line.
LINES = """
Fog shuts harbour {}
By Jane {}
By JANE DOE and {} SMITH
Associated Press
LONDON, July 8 (Reuters) - Thick fog {} kept ferries at their moorings on Friday.
LONDON, July 8, 2016 /PRNewswire/ -- {}
    An indented line {} of wrapped prose that goes on and on
and continues in lower case {} for a while.
Tags: fog, {}, harbour
Keywords: {};b
Etiketler:
#fog #{}
(Reporting by Jane Doe; Editing by {} White)
(Reporting by Jane Doe in {}; call the desk; +44 20 7946 0000)
* {} Major contributed to this report from Paris.
Muhabir: Ali {}
ENDS
###
-30-
(MORE)
REUTER
 Reuter
___
EMBARGOED UNTIL 00:01 GMT, Friday 8 July 2016
EMBARGO: tomorrow {}
KILL - do not use {}
(Corrects spelling {} in para 2)
CORRECTION: an earlier {} version was wrong about it.
Contact: Jane {} jane@example.com +44 20 7946 0000
Notes to editors
A note {} of some kind
# Notebook
- Autor: {} Weiss
SOURCE {} plc
Source: {}
Published: 8 July 2016 17:40
Updated: {}
8 July {}
Written by Ann {} on . Posted in World
Story by Jane {}; Photos by John Roe
Jane Doe reported from {}, and John Roe from Paris. Kim Lee contributed reporting.
({} Newsroom; Editing by Sam Hill)
TAGS - {}, fog
Dateline: {}
Share on Facebook
Contacts
Written by Ann Lee on 8 July 2016. Posted in {} News
MEDIA RELEASE PR{}
FOR IMMEDIATE RELEASE
ZCZC {}
NNNN
$Headline {}
%A{}
BC-Fog-{}, 1st Take
URGENT
Boat  {}   12
Lady\t{}\t13
3.00 Dream {}
* item {}
- item {}
=====
\f
Copyright 2016 {} Ltd. All rights reserved.
-- Bloomberg
abc/def
jane{}@example.com
Headline: {} story
Section: {}
Tags: {} is what they called it, and that was that.
(ANSA) - ROMA, 8 LUG - Il porto {} resta chiuso.
(서울=연합뉴스) {} 기자 = 짙은 안개로
新华社北京7月8日电（记者王某）{} 受大雾影响
МОСКВА, 8 июля. /ТАСС/. Густой туман {} держит.
Hakan Öz - MOSCOW (AA) - Text {} of it.
İSTANBUL (AA) - AYŞE {} - Metin.
* * *
AT&amp;T {}
To contact the reporter on this story: {} Doe at j@example.net
EDS: {} adds
Editor's note: {}
Tags
Contact:
{}.
{} {}
""".strip("\n").splitlines()
LINES = [line.replace("\\t", "\t").replace("\\f", "\f") for line in LINES]
WORDS = st.text("abcdefghij", min_size=5, max_size=5).map(lambda letters: f"Zq{letters}")


@st.composite
def stories(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text of wire-like lines in any order, and the words that must come out again."""
    lines: list[str] = []
    words: list[str] = []
    for line in draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=14)):
        word = draw(WORDS)
        if "{}" in line:
            words.append(word)
        lines.append(line.replace("{}", word))
        if draw(st.booleans()):
            lines.append("")
    return "\n".join(lines), words


def unaccounted(text: str, found: tuple[WireStory, ...]) -> list[str]:
    """The printed lines of a text that no span of any value or problem touches."""
    seen = bytearray(len(text))
    for story in found:
        spans = [span for values in story.spans.values() for span in values]
        spans += [problem.span for problem in story.problems if problem.span]
        for span in spans:
            assert 0 <= span.start <= span.end <= len(text)
            seen[span.start : span.end] = b"\1" * (span.end - span.start)
    lost = []
    at = 0
    for line in text.split("\n"):
        if blank_controls(unescape(line)).strip().strip(INVISIBLE) and not any(seen[at : at + len(line)]):
            lost.append(line)
        at += len(line) + 1
    return lost


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(stories())
def test_every_line_of_wire_like_text_is_accounted_for(made: tuple[str, list[str]]) -> None:
    """Each line is under a span, and the words of each come out in a value or in a problem."""
    text, words = made
    found = read(text)
    assert unaccounted(text, found) == []
    told = json.dumps([story.as_json() for story in found], ensure_ascii=False)
    told += "".join(problem.message for story in found for problem in story.problems)
    assert [word for word in words if word not in told] == []


@given(st.text(max_size=400))
def test_every_line_of_any_text_is_accounted_for(text: str) -> None:
    """Random characters of every script and kind are read without an exception and without loss."""
    text = text.replace("\r", "\n")
    found = read(text)
    if "<" not in text:
        assert unaccounted(text, found) == []


TAGS = "<p>|</p>|<b>|</b>|<br>|<ul><li>|<table><tr><td>|<a href='x'>|<|<!--|-->|<script>|</script>|<h1>|<pre>"
PARTS = [*TAGS.split("|"), "&amp;", "&#8212;", "fog ", "By Jane Doe", "\n"]


@given(st.lists(st.sampled_from(PARTS), max_size=30))
def test_broken_markup_is_read_without_exception(parts: list[str]) -> None:
    """Tags in any order give stories whose HTML is well-formed enough to clean to itself."""
    for story in read("".join(parts)):
        assert story.body_html.count("<p>") == story.body_html.count("</p>")
        assert "<script" not in story.body_html


N = 60_000
ADVERSARIAL = {
    "brackets": "(" * N,
    "by": "By " * (N // 3),
    "tags": "Tags: " + "a, " * (N // 3),
    "tag lines": "Tags: a, b\n" * (N // 11),
    "by lines": "By Jane Doe\n" * (N // 12),
    "credits": "(Reporting by Jane Doe; " * (N // 24),
    "credit lines": "(Reporting by Jane Doe)\n\n" * (N // 25),
    "contributed": "contributed to this " * (N // 20),
    "names": "Jane Doe and " * (N // 13),
    "dates": "8 July 2016 " * (N // 12),
    "dashes": "- " * (N // 2),
    "hashes": "#a " * (N // 3),
    "less than": "<a " * (N // 3),
    "open tags": "<p>a<b>" * (N // 7),
    "open lists": "<ul><li>x" * (N // 9),
    "entities": "&#x41;" * (N // 6),
    "comments": "<!-- " * (N // 5),
    "contacts": "Contact: a@b.cd\n\n" * (N // 17),
    "bare contacts": "Contacts\n\n" * (N // 10),
    "buttons": "Tweet\n\n" * (N // 7),
    "menus": "<nav>a</nav>" * (N // 12),
    "open menus": "<nav>" * (N // 5),
    "boxes": "<div id=menu>" * (N // 13) + "<h1>a</h1></div>",
    "links": "<p><a href=x>a</a></p>" * (N // 22) + "<h1>a</h1>",
    "shared bylines": "Photos by Jane Doe; " * (N // 20),
    "reported": "Jane Doe reported from Cairo, and " * (N // 34),
    "ends": "ENDS\n\n" * (N // 6),
    "bullets": "* item\n" * (N // 7),
    "columns": "a  b  c\n" * (N // 8),
    "blanks": " " * N + "x",
    "addresses": "a@" * (N // 2),
}


@pytest.mark.parametrize("text", ADVERSARIAL.values(), ids=ADVERSARIAL)
def test_reading_is_linear(text: str) -> None:
    """Four times the text takes no more than about four times as long, whatever is in it."""

    def seconds(copies: int) -> float:
        again = text[: len(text) // 4] * copies
        gc.collect()
        gc.disable()  # its cost grows with what other tests have left in memory
        try:
            start = time.process_time()
            read(again)
            return time.process_time() - start
        finally:
            gc.enable()

    seconds(1)
    # A busy machine slows either measurement; what is quadratic is sixteen times as slow at every attempt.
    assert any(seconds(4) < max(0.3, 9 * seconds(1)) for _attempt in range(5))
