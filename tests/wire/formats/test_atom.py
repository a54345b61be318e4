"""Atom at its edges: what is one, what its types mean, and what of a damaged one is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.wire.errors import MalformedDocument, WireError
from articles.wire.formats import atom
from articles.wire.story import Link, PubStatus, WireStory

SAMPLES = Path(__file__).parents[1] / "samples" / "atom"


def entry(inner: str, attributes: str = "", feed: str = "") -> WireStory:
    """The story of a feed with one entry."""
    document = f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}>{feed}<entry>{inner}</entry></feed>'
    (story,) = atom.parse(document.encode()).stories
    return story


@pytest.mark.parametrize(
    ("document", "is_atom"),
    [
        (b"<feed xmlns='http://www.w3.org/2005/Atom'/>", True),
        (b"<a:feed xmlns:a='http://www.w3.org/2005/Atom'/>", True),
        (b"<?xml version='1.0'?><feed version='0.3' xmlns='http://purl.org/atom/ns#'/>", True),
        (b"<entry xmlns='http://www.w3.org/2005/Atom'/>", True),
        (b"<feed><entry/></feed>", True),
        (b"<entry><title>T</title></entry>", True),
        (b"<entry><word/></entry>", False),
        (b"<rss xmlns:a='http://www.w3.org/2005/Atom'/>", False),
        (b"{}", False),
    ],
)
def test_sniff(document: bytes, is_atom: bool) -> None:
    """By the root and its namespace."""
    assert atom.sniff(document) is is_atom


def test_a_feed_without_entries_has_no_stories() -> None:
    """That is no mistake; another root is."""
    assert atom.parse(b"<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title></feed>").stories == ()
    with pytest.raises(MalformedDocument):
        atom.parse(b"<rss><channel/></rss>")
    with pytest.raises(MalformedDocument):
        atom.parse(b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><ti")


@pytest.mark.parametrize("name", ["feed-10.xml", "entry.xml", "agency.xml"])
def test_every_beginning_of_a_feed_is_read_or_refused(name: str) -> None:
    """A `WireError` or stories with a problem, and nothing else."""
    document = (SAMPLES / name).read_bytes()
    for end in range(0, len(document.rstrip()), 5):
        try:
            stories = atom.parse(document[:end]).stories
        except WireError:
            continue
        assert any(problem.code == "malformed-xml" for story in stories for problem in story.problems)


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ('<content type="html">a &lt;b&gt;b&lt;/b&gt;</content>', "<p>a <strong>b</strong></p>"),
        ('<content type="html">no tags &amp;amp; all</content>', "<p>no tags &amp; all</p>"),
        ('<content type="text">5 &lt; 6</content>', "<p>5 &lt; 6</p>"),
        (
            '<content type="text/plain">&lt;script&gt;x&lt;/script&gt;</content>',
            "<p>&lt;script&gt;x&lt;/script&gt;</p>",
        ),
        ('<content type="text/html">&lt;script&gt;x&lt;/script&gt;y</content>', "<p>y</p>"),
        ("<content>&lt;p&gt;a&lt;/p&gt;</content>", "<p>a</p>"),
        (
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a<br/>b</div></content>',
            "<p>a<br>b</p>",
        ),
        ('<content type="xhtml"><p>no namespace</p></content>', "<p>no namespace</p>"),
        ('<content mode="base64" type="text/html">PGI+eDwvYj4=</content>', "<p><strong>x</strong></p>"),
        ('<content mode="base64" type="text/html">not base64!</content>', "<p>not base64!</p>"),
        ('<content type="application/x-word">Written as it is.</content>', "<p>Written as it is.</p>"),
    ],
)
def test_types_of_content(content: str, html: str) -> None:
    """As RFC 4287 says, and as feeds do."""
    assert entry(content).body_html == html


@pytest.mark.parametrize(
    ("attributes", "link"),
    [
        ("", "a.html"),
        ('xml:base="http://b.example/x/"', "http://b.example/x/a.html"),
        ('xml:base="/relative/"', "/relative/a.html"),
    ],
)
def test_addresses_are_relative_to_the_base(attributes: str, link: str) -> None:
    """Where none is declared they stay as they are."""
    assert entry('<link href="a.html"/>', attributes).links == (Link("canonical", link),)


def test_a_page_in_html_goes_before_other_alternates() -> None:
    """Whatever their order."""
    story = entry('<link href="/1.pdf" type="application/pdf"/><link href="/1.html" type="text/html"/>')
    assert [(link.rel, link.href) for link in story.links] == [
        ("canonical", "/1.html"),
        ("alternate", "/1.pdf"),
    ]


def test_authors_of_the_feed_are_those_of_entries_without() -> None:
    """An entry's own go before them."""
    feed = "<author><name>Ann Dale</name></author>"
    assert [credit.name for credit in entry("<title>T</title>", feed=feed).credits] == ["Ann Dale"]
    own = "<author><name>Ben Ford</name></author>"
    assert [credit.name for credit in entry(own, feed=feed).credits] == ["Ben Ford"]


def test_dates_of_both_versions() -> None:
    """`issued` and `modified` are what 0.3 calls them; an update alone is no first date."""
    story = entry("<issued>2004-01-02T03:04:05Z</issued><created>2003-01-01T00:00:00Z</created>")
    assert (story.created and story.created.year, story.updated) == (2004, None)
    story = entry("<updated>2004-01-02T03:04:05Z</updated>")
    assert (story.created, story.updated and story.updated.year) == (None, 2004)


def test_kinds_for_programs_are_no_keywords() -> None:
    """Blogger names the kind of each entry as a category."""
    kind = (
        '<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/x#post"/>'
    )
    assert entry(f'{kind}<category term="tea" label="Tea &amp;amp; cake"/>').keywords == ("Tea & cake",)


def test_a_draft_is_withheld() -> None:
    """As the publishing protocol says it."""
    draft = '<app:control xmlns:app="http://www.w3.org/2007/app"><app:draft>yes</app:draft></app:control>'
    assert entry(f"<title>T</title>{draft}").pubstatus is PubStatus.WITHHELD


def test_a_term_that_spells_its_label_is_no_code() -> None:
    """A term of its own with a scheme is one."""
    slug = '<category scheme="http://x.example/tags" term="new-quay" label="New Quay"/>'
    code = '<category scheme="http://x.example/codes" term="Q7" label="Quays"/>'
    story = entry(slug + code)
    assert story.keywords == ("New Quay", "Quays")
    assert [subject.code for subject in story.subjects] == ["Q7"]


@pytest.mark.parametrize(
    ("inner", "language"),
    [
        ('<title xml:lang="en">T</title>', "en"),
        ('<title xml:lang="en">T</title><summary xml:lang="da">S</summary>', "da"),
        ('<title xml:lang="en">T</title><summary>S</summary>', "fr"),
        ('<title xml:lang="en">T</title><content>C</content>', "fr"),
        ('<summary xml:lang="en">S</summary><content xml:lang="da">C</content>', "da"),
    ],
)
def test_the_text_says_the_language(inner: str, language: str) -> None:
    """The content before the summary, and the title where there is nothing else; then entry and feed."""
    assert entry(inner, 'xml:lang="fr"').language == language
