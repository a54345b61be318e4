"""NITF at its edges: damaged documents, odd places, embargoes without a time."""

from __future__ import annotations

import pytest

from articles.wire.errors import MalformedDocument, NoStory, WireError
from articles.wire.formats import nitf
from articles.wire.story import PubStatus, WireStory

SMALL = (
    '<?xml version="1.0" encoding="utf-8"?><nitf><head><docdata><doc-id id-string="a.1"/><urgency '
    'ed-urg="2"/><date.issue norm="20240102T030405Z"/></docdata></head><body><body.head>'
    "<hedline><hl1>Fög</hl1></hedline><byline>By Jane Doe</byline></body.head><body.content>"
    "<p>One &amp; <em>two</em>.</p><p>Three.</p></body.content></body></nitf>"
)


def story(text: str) -> WireStory:
    """The one story of a document."""
    (found,) = nitf.parse(text.encode()).stories
    return found


def with_body(inner: str) -> WireStory:
    """The story of a document with this text."""
    return story(f"<nitf><body><body.content>{inner}</body.content></body></nitf>")


def with_data(inner: str, attributes: str = "") -> WireStory:
    """The story of a document with this head."""
    return story(
        f"<nitf><head><docdata{attributes}>{inner}</docdata></head><body><body.content><p>Text.</p>"
        "</body.content></body></nitf>"
    )


@pytest.mark.parametrize("end", range(0, len(SMALL.encode()), 3))
def test_a_cut_document_is_read_or_refused(end: int) -> None:
    """Whatever is left gives a part of the story, or an error of ours."""
    whole = nitf.parse(SMALL.encode()).stories[0]
    try:
        (cut,) = nitf.parse(SMALL.encode()[:end]).stories
    except WireError:
        assert b"<hl1>F" not in SMALL.encode()[:end]
    else:
        assert cut.uri in (whole.uri, None)
        assert len(cut.body) <= len(whole.body)
        assert cut.problems


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (b"<nitf/>", NoStory),
        (b"<nitf><head><title> </title></head><body/></nitf>", NoStory),
        (b"<nitf", MalformedDocument),
        (b"<rss><channel/></rss>", NoStory),
    ],
)
def test_a_document_without_a_story_is_refused(document: bytes, expected: type[WireError]) -> None:
    """There is an error for each of them, with a sentence."""
    with pytest.raises(expected):
        nitf.parse(document)


def test_wrong_declarations_and_references_are_mended() -> None:
    """UTF-8 declared as Latin-1, an entity of HTML, one of nobody, a control character."""
    document = SMALL.replace("utf-8", "iso-8859-1").replace("Three.", "&eacute; &nowhere; \x0b&#x85;")
    found = story(document)
    assert found.headline == "Fög"
    assert found.body[1].text == "é &nowhere; …"
    assert {problem.code for problem in found.problems} >= {"entity", "control-characters"}


def test_deep_nesting_does_no_harm() -> None:
    """Deeper than any parser reads: a result or an error of ours."""
    try:
        found = with_body("<block>" * 5000 + "<p>x</p>")
    except WireError:
        return
    assert found.problems


@pytest.mark.parametrize(
    ("attributes", "inner", "status", "embargoed"),
    [
        (' management-status="embargoed"', "", PubStatus.WITHHELD, None),
        (
            ' management-status="embargoed"',
            '<date.release norm="20240101T120000Z"/>',
            PubStatus.USABLE,
            "2024-01-01T12:00:00+00:00",
        ),
        (
            ' management-status="embargoed"',
            '<date.issue norm="20240101T000000Z"/><ed-msg info="Embargoed until 18:00 UTC, 3 January"/>',
            PubStatus.USABLE,
            "2024-01-03T18:00:00+00:00",
        ),
        (' management-status="withheld"', "", PubStatus.WITHHELD, None),
        (' management-status="killed"', "", PubStatus.CANCELED, None),
        (
            "",
            '<date.issue norm="20240101T000000Z"/><date.release norm="20240101T000001Z"/>',
            PubStatus.USABLE,
            "2024-01-01T00:00:01+00:00",
        ),
        (
            "",
            '<date.issue norm="20240101T000000Z"/><date.release norm="20231231T000000Z"/>',
            PubStatus.USABLE,
            None,
        ),
    ],
)
def test_status_and_embargo(attributes: str, inner: str, status: PubStatus, embargoed: str | None) -> None:
    """An embargo with a time leaves a story usable; one without holds it."""
    found = with_data(inner, attributes)
    assert found.pubstatus is status
    assert (found.embargoed.isoformat() if found.embargoed else None) == embargoed


@pytest.mark.parametrize(
    ("head", "dateline", "located"),
    [
        ("<dateline>Oslo</dateline>", "Oslo", "Oslo"),
        ("<dateline>Oslo, 7 May (NPA) -</dateline>", "Oslo, 7 May (NPA)", "Oslo"),
        (
            "<dateline><location><city>Elba</city><country>Norlund</country></location></dateline>",
            "Elba, Norlund",
            "Elba, Norlund",
        ),
        ("<dateline><story.date>20240101</story.date></dateline>", None, None),
        ("<dateline/>", None, None),
    ],
)
def test_datelines(head: str, dateline: str | None, located: str | None) -> None:
    """As printed, without what parts them from a text; machine dates were never printed."""
    found = story(
        f"<nitf><body><body.head>{head}</body.head><body.content><p>x</p></body.content></body></nitf>"
    )
    assert (found.dateline, found.located) == (dateline, located)


@pytest.mark.parametrize(
    ("byline", "printed", "names"),
    [
        ("By JANE DOE<byttl>The Associated Press</byttl>", "By JANE DOE", ["JANE DOE"]),
        ("By JANE DOE<br/>Elba Writer", "By JANE DOE Elba Writer", ["JANE DOE"]),
        ("<byttl>By Jane Doe</byttl>", "By Jane Doe", ["Jane Doe"]),
        (
            "<person><name.given>Jane</name.given><name.family>Doe</name.family></person>",
            "Jane Doe",
            ["Jane Doe"],
        ),
        ("gr/bp", "gr/bp", []),
    ],
)
def test_bylines(byline: str, printed: str, names: list[str]) -> None:
    """The line as printed, and the people in it."""
    found = story(
        f"<nitf><body><body.head><byline>{byline}</byline></body.head>"
        "<body.content><p>x</p></body.content></body></nitf>"
    )
    assert found.byline == printed
    assert [credit.name for credit in found.credits] == names


@pytest.mark.parametrize(
    ("inner", "html"),
    [
        ("<p>5<frac><frac-num>1</frac-num><frac-den>2</frac-den></frac> km</p>", "<p>5 1/2 km</p>"),
        ("<p><q>“Yes”</q>, <q>no</q></p>", "<p>“Yes”, “no”</p>"),
        ("<p>a<br/>b</p>", "<p>a<br>b</p>"),
        ("loose text <p>and a paragraph</p>", "<p>loose text</p>\n<p>and a paragraph</p>"),
        ('<p><a href="javascript:x">y</a></p>', "<p>y</p>"),
        ("<block><hedline><hl1>Inner</hl1></hedline><p>x</p></block>", "<h2>Inner</h2>\n<p>x</p>"),
        (
            "<![CDATA[<p>Escaped <b>text</b></p><p>two</p>]]>",
            "<p>Escaped <strong>text</strong></p>\n<p>two</p>",
        ),
        ("Plain text\n\nand more of it", "<p>Plain text</p>\n<p>and more of it</p>"),
        ("<p>x<object.title>Vase</object.title></p>", "<p>xVase</p>"),
    ],
)
def test_body_elements(inner: str, html: str) -> None:
    """Elements of NITF in the HTML of a body."""
    assert with_body(inner).body_html == html


def test_metadata_in_odd_places_is_found() -> None:
    """`docdata` below `body`, urgency within the text, keywords as text."""
    found = story(
        "<nitf><body><docdata><doc-id id-string='x:1'/><key-list><keyword>fog</keyword></key-list></docdata>"
        "<body.content><urgency ed-urg='2'/><p>x</p></body.content></body></nitf>"
    )
    assert (found.uri, found.urgency, found.keywords) == ("x:1", 2, ("fog",))


def test_tags_leave_an_abstract() -> None:
    """Some systems escape the HTML of a standfirst."""
    found = story(
        "<nitf><body><body.head><abstract><![CDATA[<p>One.</p><p>Two.</p>]]></abstract></body.head>"
        "<body.content><p>x</p></body.content></body></nitf>"
    )
    assert found.description == "One. Two."


def test_an_identifier_is_no_slug() -> None:
    """Some systems send a number or a UUID as the key of dynamic use."""
    assert with_data('<du-key key="580001T"/>').slugline is None
    assert with_data('<du-key key="story-d9cde75b-256e-4989-b6a3-b8ad27f43a5c"/>').slugline is None
    assert with_data('<du-key key="fog-in-harbour"/>').slugline == "fog-in-harbour"


@pytest.mark.parametrize(
    ("person", "names"),
    [
        ("Ada Moe and Jordan Press", ["Ada Moe", "Jordan Press"]),
        ("By Ada Moe ", ["Ada Moe"]),
        ("Ada Moe, Bo Lind and Cy Press", ["Ada Moe", "Bo Lind", "Cy Press"]),
        ("Rhys & Sons", ["Rhys & Sons"]),
        ("Moe, Ada", ["Moe, Ada"]),
    ],
)
def test_a_person_of_a_byline_may_be_several(person: str, names: list[str]) -> None:
    """Agencies put the whole line into the element; what is marked as a person is one."""
    line = f"<byline><person>{person.replace('&', '&amp;')}</person><byttl>The Quay Herald</byttl></byline>"
    found = story(
        f"<nitf><body><body.head>{line}</body.head><body.content><p>T.</p></body.content></body></nitf>"
    )
    assert [credit.name for credit in found.credits] == names


def test_a_person_whose_function_is_told_is_one() -> None:
    """A band, say."""
    person = "<person>Ada Moe and Her Boats<function value='author'/></person>"
    found = story(
        f"<nitf><body><body.head><byline>{person}</byline></body.head>"
        "<body.content><p>T.</p></body.content></body></nitf>"
    )
    assert [credit.name for credit in found.credits] == ["Ada Moe and Her Boats"]


def test_what_systems_call_otherwise() -> None:
    """`headline`, a slug in the body's head, an identifier as text, the date of the dateline alone."""
    found = story(
        "<nitf><head><title>Fog 1</title><docdata><doc-id>30257</doc-id><key-list>"
        '<keyword key="fog,harbour,Lind, Bo"/></key-list></docdata></head><body><body.head>'
        "<headline><hl1>Fog over the harbour</hl1><hl2>Ships wait</hl2></headline>"
        "<slugline>FOG-HARBOUR</slugline>"
        "<rights><rights.owner>Quay</rights.owner><rights.owner.photo>me.png</rights.owner.photo></rights>"
        '<dateline><story.date norm="20240102T030405+0100">20240102T030405+0100</story.date></dateline>'
        "</body.head><body.content><p>Text.</p></body.content><body.end><bibliography><biblio>One.</biblio>"
        "<biblio>Two.</biblio></bibliography></body.end></body></nitf>"
    )
    assert found.headline == "Fog over the harbour"
    assert found.description == "Ships wait"
    assert found.slugline == "FOG-HARBOUR"
    assert found.uri == "30257"
    assert found.created is not None
    assert found.created.isoformat() == "2024-01-02T03:04:05+01:00"
    assert found.keywords == ("fog", "harbour", "Lind, Bo")
    assert (found.copyright, found.usageterms) == ("Quay", None)
    assert [block.text for block in found.body] == ["Text.", "One.", "Two."]
    assert not found.problems


def test_a_dateline_date_without_a_year_is_no_date() -> None:
    """It would be a guess, and no problem of the document."""
    found = story(
        "<nitf><body><body.head><dateline><location>QUAY</location> "
        "<story.date>Jan. 2</story.date></dateline></body.head>"
        "<body.content><p>Text.</p></body.content></body></nitf>"
    )
    assert found.created is None
    assert not found.problems


def test_a_picture_of_a_newspapers_system() -> None:
    """Caption, photographer and source in elements of its own."""
    found = with_body(
        '<p>Text.</p><media media-type="image"><media-reference source="1.jpg"/><media-printcaption/>'
        "<media-originalcaption>Fog.</media-originalcaption><media-source>Quay</media-source>"
        "<media-byline>ADA MOE</media-byline></media>"
    )
    (picture,) = found.media
    assert (picture.caption, picture.byline, picture.credit) == ("Fog.", "ADA MOE", "Quay")


def test_a_document_that_only_names_itself_is_told() -> None:
    """Agencies send the frame of a story alone; what it says of itself is kept."""
    found = story(
        '<nitf><head><title/><docdata><doc-id id-string="a.1"/><urgency ed-urg="5"/></docdata></head>'
        "<body><body.head><hedline/></body.head><body.content/></body></nitf>"
    )
    assert (found.uri, found.urgency, found.headline, found.body) == ("a.1", 5, None, ())
    assert [problem.code for problem in found.problems] == ["no-text"]


@pytest.mark.parametrize(
    ("inner", "blocks"),
    [
        (
            "<![CDATA[<p>One.</p><p>Two <i>words</i>.</p>]]><media/>",
            ["<p>One.</p>", "<p>Two <em>words</em>.</p>"],
        ),
        ("<p>One.</p>&lt;p&gt;Two.&lt;/p&gt;<p>Three.</p>", ["<p>One.</p>", "<p>Two.</p>", "<p>Three.</p>"]),
        ("<p>Write &lt;b&gt;x&lt;/b&gt;.</p>", ["<p>Write &lt;b&gt;x&lt;/b&gt;.</p>"]),
        ("<block>&lt;p&gt;One.&lt;/p&gt;</block>", ["<p>One.</p>"]),
        ("&amp;lt;p&amp;gt;One.&amp;lt;/p&amp;gt;", ["<p>One.</p>"]),
        ("<p>The tag &lt;p&gt; opens.</p>", ["<p>The tag &lt;p&gt; opens.</p>"]),
        ("<pre>&lt;b&gt;x&lt;/b&gt;</pre>", ["<pre>&lt;b&gt;x&lt;/b&gt;</pre>"]),
        ("<p>1 &lt; 2</p>", ["<p>1 &lt; 2</p>"]),
    ],
)
def test_html_sent_as_text_beside_elements(inner: str, blocks: list[str]) -> None:
    """What has tags that end is HTML where blocks stand; a text that speaks of a tag is a text."""
    assert [block.html for block in with_body(inner).body] == blocks


def test_a_caption_sent_as_html_is_words() -> None:
    """Nobody wants to read its tags."""
    found = with_body(
        '<p>Text.</p><media media-type="image"><media-reference source="1.jpg"/>'
        "<media-caption><![CDATA[The <b>quay</b>]]></media-caption></media>"
    )
    assert found.media[0].caption == "The quay"


@pytest.mark.parametrize(
    ("key", "keywords"),
    [
        ("Nebel, Hafen, Küste", ("Nebel", "Hafen", "Küste")),
        ("fog,harbour", ("fog", "harbour")),
        ("Lind, Bo", ("Lind, Bo",)),
    ],
)
def test_keywords_in_one_element(key: str, keywords: tuple[str, ...]) -> None:
    """A name with a comma is one; a list is several."""
    assert with_data(f'<key-list><keyword key="{key}"/></key-list>').keywords == keywords
    two = with_data(f'<key-list><keyword key="{key}"/><keyword key="ice"/></key-list>')
    assert two.keywords == (key, "ice")


def with_heading(inner: str) -> WireStory:
    """The story of a document with this above its text."""
    return story(
        f"<nitf><body><body.head>{inner}</body.head><body.content><p>Fog over Elba.</p></body.content>"
        "</body></nitf>"
    )


@pytest.mark.parametrize("attributes", ["", ' noteclass="hd"', ' type="std" noteclass="end"', ' type="npa"'])
def test_a_note_above_the_text_is_for_editors(attributes: str) -> None:
    """Whatever its class, it cautions those who handle the text."""
    found = with_heading(f"<note{attributes}><body.content><p>Holds until noon.</p></body.content></note>")
    assert found.ednote == "Holds until noon."
    assert [block.text for block in found.body] == ["Fog over Elba."]


def test_a_note_on_copyright_is_the_copyright() -> None:
    """It is no caution."""
    found = with_heading('<note noteclass="cpyrt"><p>(c) Lind News</p></note>')
    assert (found.copyright, found.ednote) == ("(c) Lind News", None)


@pytest.mark.parametrize(
    ("second", "codes"),
    [("Ferries wait", ["second-headline"]), ("Fog over Elba.", []), ("Fog", []), ("It is thick.", [])],
)
def test_a_second_headline_beside_an_abstract_is_told(second: str, codes: list[str]) -> None:
    """Unless the headline, the abstract or the text says the same."""
    found = with_heading(
        f"<hedline><hl1>Fog</hl1><hl2>{second}</hl2></hedline><abstract><p>It is thick.</p></abstract>"
    )
    assert found.description == "It is thick."
    assert [problem.code for problem in found.problems] == codes
