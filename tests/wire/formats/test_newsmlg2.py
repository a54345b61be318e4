"""NewsML-G2 at its edges: what holds no story, what is broken, what is told in an unusual place."""

from __future__ import annotations

import time
from html import escape
from pathlib import Path

import pytest

from articles import wire
from articles.wire.errors import MalformedDocument, NoStory, WireError
from articles.wire.story import PubStatus, Role, WireStory

SAMPLES = Path(__file__).parents[1] / "samples" / "newsmlg2"
NAR = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'


def stories(document: str) -> tuple[WireStory, ...]:
    """The stories of a document in UTF-8, whose format is told by its looks."""
    found = wire.parse(document.encode())
    assert found.format == "newsmlg2"
    return found.stories


def item(meta: str = "", content: str = "", body: str = "", more: str = "") -> str:
    """A news item of these parts."""
    return (
        f'<newsItem {NAR} guid="g" xml:lang="en"><itemMeta>{meta}</itemMeta>'
        f"<contentMeta>{content}</contentMeta>{more}<contentSet>{body}</contentSet></newsItem>"
    )


def story(meta: str = "", content: str = "", body: str = "", more: str = "") -> WireStory:
    """The one story of a news item."""
    (found,) = stories(item(meta, content, body, more))
    return found


def codes(found: WireStory) -> list[str]:
    """The codes of a story's problems."""
    return [problem.code for problem in found.problems]


def xhtml(inside: str) -> str:
    """XHTML in a content set."""
    return (
        '<inlineXML contenttype="application/xhtml+xml">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{inside}</body></html></inlineXML>'
    )


# ── What holds no story ──────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("root", ["conceptItem", "knowledgeItem", "planningItem", "catalogItem"])
def test_what_is_no_news_has_no_story(root: str) -> None:
    """A concept, a vocabulary, a plan and a catalogue are told by name."""
    with pytest.raises(NoStory, match="no news story"):
        wire.parse(f'<{root} {NAR} guid="x"><itemMeta/></{root}>'.encode())


def test_a_list_of_events_has_no_story() -> None:
    """Even where it is carried in a news item."""
    with pytest.raises(NoStory, match="a list of events"):
        stories(item(body="<inlineXML><events><event><name>Fair</name></event></events></inlineXML>"))


def test_an_empty_message_has_no_stories() -> None:
    """It is whole, and there is nothing wrong with it."""
    assert stories(f"<newsMessage {NAR}><header/><itemSet/></newsMessage>") == ()


def test_another_vocabulary_is_refused() -> None:
    """When it is read as NewsML-G2 by order."""
    with pytest.raises(MalformedDocument, match="no item of NewsML-G2"):
        wire.parse(b"<?xml version='1.0'?><rss/>", format="newsmlg2")


# ── Status ───────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("meta", "status"),
    [
        ("", PubStatus.USABLE),
        ('<pubStatus qcode="stat:usable"/>', PubStatus.USABLE),
        ('<pubStatus qcode="stat:withheld"/>', PubStatus.WITHHELD),
        ('<pubStatus literal="Cancelled"/>', PubStatus.CANCELED),
        ("<pubStatus>canceled</pubStatus>", PubStatus.CANCELED),
        ('<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>', PubStatus.CANCELED),
        ('<pubStatus qcode="stat:usable"/><signal qcode="sig:kill"/>', PubStatus.CANCELED),
        ('<signal qcode="edStat:W"/>', PubStatus.CANCELED),
        ('<signal qcode="edStat:U"/>', PubStatus.USABLE),
        ('<signal qcode="prodId:K"/>', PubStatus.USABLE),
        ('<pubStatus qcode="stat:canceled"/><embargoed/>', PubStatus.CANCELED),
        ('<pubStatus qcode="stat:withheld"/><signal qcode="sig:update"/>', PubStatus.WITHHELD),
    ],
)
def test_the_status_is_the_gravest_that_is_told(meta: str, status: PubStatus) -> None:
    """By publishing status, signal or embargo, as code, address or word."""
    assert story(meta).pubstatus is status


def test_an_embargo_with_a_time_leaves_the_story_usable() -> None:
    """The time keeps it."""
    found = story("<embargoed> 2024-02-03T10:00:00+02:00 </embargoed>")
    assert found.embargoed is not None
    assert found.embargoed.isoformat() == "2024-02-03T10:00:00+02:00"
    assert (found.pubstatus, codes(found)) == (PubStatus.USABLE, [])


@pytest.mark.parametrize(
    "embargo", ["<embargoed/>", "<embargoed>  </embargoed>", "<embargoed>soon</embargoed>"]
)
def test_an_embargo_without_a_time_holds_the_story(embargo: str) -> None:
    """Nobody knows when it ends."""
    found = story(embargo)
    assert (found.pubstatus, found.embargoed) == (PubStatus.WITHHELD, None)
    assert codes(found)[-1] == "embargo"


def test_a_correction_is_told_by_its_note_and_signal() -> None:
    """A note with another role is none."""
    found = story(
        '<signal qcode="sig:correction"/><edNote role="x:closing">End</edNote><edNote>Name mended</edNote>'
    )
    assert (found.correction, found.ednote) == ("Name mended", "End\n\nName mended")
    assert story("<edNote>Name mended</edNote>").correction is None


# ── Metadata ─────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("meta", "content", "source"),
    [
        ('<provider literal="P"/>', "<creditline>C</creditline><infoSource literal='I'/>", "C"),
        ('<provider literal="P"/>', "<infoSource><name>I</name></infoSource>", "I"),
        ('<provider literal="P"/>', '<infoSource uri="http://i.example"/><creditline/>', "P"),
        ('<provider qcode="nprov:P"/>', "", "P"),
        ('<provider uri="http://p.example/about/"/>', "", None),
        ("", "", None),
    ],
)
def test_the_source_is_credit_line_then_information_then_provider(
    meta: str, content: str, source: str | None
) -> None:
    """An address is no name."""
    assert story(meta, content).source == source


@pytest.mark.parametrize(
    ("written", "printed", "located"),
    [
        ("London (kf) - ", "London (kf)", "London"),
        ("BETHESDA, Md.", "BETHESDA, Md.", "BETHESDA, Md."),
        ("MOSKVA, Feb 17 NTB -", "MOSKVA, Feb 17 NTB", "MOSKVA"),
        ("Tel Aviv/Beirut (dpa) — ", "Tel Aviv/Beirut (dpa)", "Tel Aviv/Beirut"),
        ("2014-07-17 00:24:11 GMT+00:00", "2014-07-17 00:24:11 GMT+00:00", None),
        (" ", None, None),
    ],
)
def test_a_dateline_stands_without_what_parts_it_from_the_text(
    written: str, printed: str | None, located: str | None
) -> None:
    """Its place is the place of a story that names no other."""
    found = story(content=f"<dateline>{written}</dateline>")
    assert (found.dateline, found.located) == (printed, located)
    assert story(content=f"<located><name>X</name></located><dateline>{written}</dateline>").located == "X"


def test_headlines_of_other_ranks_are_not_lost() -> None:
    """The second is the standfirst where there is no other; the rest is told, unless the text has it."""
    ranked = {3: "Kicker", 2: "Below", 1: "Main"}
    headlines = "".join(f'<headline rank="{rank}">{words}</headline>' for rank, words in ranked.items())
    found = story(content=headlines, body=xhtml("<h1>Main</h1><p>Text.</p>"))
    assert (found.headline, found.description) == ("Main", "Below")
    assert [problem.message for problem in found.problems if problem.code == "second-headline"] == [
        "There is another headline: “Kicker”"
    ]
    assert "second-headline" not in codes(story(content=headlines, body=xhtml("<h3>Kicker</h3><p>Text.</p>")))


@pytest.mark.parametrize(
    ("body", "headline"),
    [
        (xhtml("<h1>From the text</h1><p>Text.</p>"), "From the text"),
        (xhtml("<p>Text.</p>").replace("<title/>", "<title>From the head</title>"), "From the head"),
        (xhtml("<p>Text.</p>"), "From the item"),
    ],
)
def test_a_headline_is_looked_for_elsewhere(body: str, headline: str) -> None:
    """In the text, its head, the item's title; and does not stand twice."""
    found = story("<title>From the item</title>", "<headline/>", body)
    assert found.headline == headline
    assert [block.text for block in found.body] == ["Text."]


def test_a_title_that_is_the_slugline_is_no_headline() -> None:
    """Picture agencies put the one into the other."""
    assert story("<title>USA-CRASH</title>", "<slugline>USA-CRASH</slugline>").headline is None


def test_creators_by_literal_are_credited_when_they_are_people() -> None:
    """An agency is a source, and a code is nobody."""
    found = story(
        content='<creator literal="Ada Nordahl"/><creator literal="Reuters"/><creator qcode="p:X1"/>'
        '<creator role="x:source"><name>Some Data</name></creator>'
    )
    assert [credit.name for credit in found.credits] == ["Ada Nordahl"]


def test_beside_a_photographer_who_says_so_other_creators_of_a_picture_are_authors() -> None:
    """Agencies name the desk's initials as creators, too."""
    creators = (
        '<creator qcode="crol:photographer"><name>Nils Ek</name></creator><creator><name>ko</name></creator>'
    )
    picture = '<itemClass qcode="ninat:picture"/>'
    told = [(credit.name, credit.role) for credit in story(picture, creators).credits]
    assert told == [("Nils Ek", Role.PHOTOGRAPHER), ("ko", Role.AUTHOR)]
    (alone,) = story(picture, "<creator><name>Runa Strand</name></creator>").credits
    assert alone.role is Role.PHOTOGRAPHER


def test_a_note_of_nothing_but_its_heading_is_none() -> None:
    """dpa sends its notebook when it is empty, too."""
    head = '<section xmlns="http://www.w3.org/1999/xhtml"><h3>Notizblock</h3><ul>{}</ul></section>'
    assert story(f"<edNote>{head.format('')}</edNote>").ednote is None
    assert story(f"<edNote>{head.format('<li>A</li>')}</edNote>").ednote == "Notizblock\nA"


def test_the_language_of_the_content_goes_before_that_of_the_item() -> None:
    """And one that is undetermined is none."""
    assert story(content='<language tag="sv"/>').language == "sv"
    assert story(content='<language tag=""/>').language == "en"
    assert stories(item().replace('xml:lang="en"', 'xml:lang="und"'))[0].language is None
    headline = item(content='<headline xml:lang="en-US">H</headline>').replace(' xml:lang="en"', "")
    assert stories(headline)[0].language == "en-US"


# ── Content ──────────────────────────────────────────────────────────────────────────────────────────────
def test_what_a_text_says_of_itself_is_taken() -> None:
    """Its dateline and its sign-off, which both stay in the text; metadata goes before them."""
    body = xhtml(
        "<p>SANDBY, March 14 (Reuters) - A bridge opened.</p>"
        "<p>(Reporting by Ada Nordahl in Vik; Editing by Nils Ek)</p>"
    )
    found = story(body=body)
    assert (found.dateline, found.located) == ("SANDBY, March 14 (Reuters)", "SANDBY")
    assert [(one.name, one.role, one.place) for one in found.credits] == [
        ("Ada Nordahl", Role.AUTHOR, "Vik"),
        ("Nils Ek", Role.EDITOR, None),
    ]
    assert len(found.body) == 2
    told = story(content="<located><name>Vik</name></located><dateline>VIK (X)</dateline>", body=body)
    assert (told.dateline, told.located) == ("VIK (X)", "Vik")


def test_the_shotlist_of_a_film_has_no_dateline() -> None:
    """It begins with place and day of the first shot."""
    film = '<itemClass qcode="ninat:video"/>'
    shots = "<description>A bridge.</description><description>Sandby, 18/10/2019<br/>- wide</description>"
    assert story(film, shots).dateline is None


def test_a_dateline_that_is_marked_needs_no_dash() -> None:
    """The mark-up parts it from the text."""
    marked = '<p><span class="dateline">SANDBY, Norland <span>(KF)</span></span>A bridge opened.</p>'
    found = story(body=xhtml(marked))
    assert (found.dateline, found.located) == ("SANDBY, Norland (KF)", "SANDBY, Norland")
    assert story(content="<dateline>X (Y)</dateline>", body=xhtml(marked)).dateline == "X (Y)"


def test_mark_up_goes_before_plain_text() -> None:
    """Both are the same text."""
    plain = '<inlineData contenttype="text/plain">Plain.</inlineData>'
    found = story(body=plain + xhtml("<p>Marked <b>up</b>.</p>"))
    assert found.body_html == "<p>Marked <strong>up</strong>.</p>"
    assert codes(found) == []


def test_an_empty_rendition_gives_way_to_the_next() -> None:
    """Before it is told that there are two."""
    found = story(body=xhtml("<p> </p>") + xhtml("<p>Text.</p>") + xhtml("<p>Again.</p>"))
    assert [block.text for block in found.body] == ["Text."]
    assert codes(found) == ["second-text"]


def test_nitf_written_as_a_string_is_read() -> None:
    """Escaped, as systems do that cannot nest XML."""
    nitf = escape("<nitf><body><body.content><p>Text.</p></body.content></body></nitf>")
    found = story(body=f'<inlineData contenttype="application/nitf+xml">{nitf}</inlineData>')
    assert found.body_html == "<p>Text.</p>"


@pytest.mark.parametrize(
    ("attributes", "data"),
    [
        ('encoding="base64" contenttype="text/plain"', "%%%"),
        ('encoding="gzip" contenttype="text/plain"', "H4sI"),
    ],
)
def test_content_that_cannot_be_read_is_told(attributes: str, data: str) -> None:
    """It is left out."""
    found = story(body=f"<inlineData {attributes}>{data}</inlineData>")
    assert (found.body, codes(found)) == ((), ["unread-content"])


def test_references_escaped_twice_are_decoded() -> None:
    """In the text and in the metadata; a written tag stays text."""
    found = story(
        content="<headline>A &amp;amp; B</headline>",
        body=xhtml("<p>&amp;quot;Yes&amp;#39; &amp;lt;b&amp;gt;</p>"),
    )
    assert found.headline == "A & B"
    assert found.body_html == "<p>\"Yes' &lt;b&gt;</p>"
    assert codes(found) == ["entity"]


def test_a_linked_picture_has_the_caption_of_its_place_in_the_text() -> None:
    """dpa names it there by its identifier."""
    link = (
        '<link rel="irel:seeAlso" residref="urn:x:{0}" href="https://kf.example/{0}.jpeg">'
        '<itemClass qcode="ninat:picture"/><title>Bridge {0}</title></link>'
    )
    image = '<dnl-image ref="urn:x:2" caption="The new bridge." creditline="Nils Ek/kf"/>'
    found = story(link.format(1) + link.format(2), body=xhtml(f"<p>Text.</p>{image}<p>More.</p>"))
    assert [(one.headline, one.caption, one.credit) for one in found.media] == [
        ("Bridge 1", None, None),
        ("Bridge 2", "The new bridge.", "Nils Ek/kf"),
    ]
    assert [block.text for block in found.body] == ["Text.", "More."]


def test_embedded_films_are_links() -> None:
    """They are no pictures, and their place in the text is lost."""
    found = story(
        body=xhtml('<p>A</p><iframe src="https://v.example/1"/><x-embed src="https://v.example/2"/>')
    )
    assert [(link.rel, link.href) for link in found.links] == [
        ("embed", "https://v.example/1"),
        ("embed", "https://v.example/2"),
    ]


# ── Messages ─────────────────────────────────────────────────────────────────────────────────────────────
def message(*items: str) -> str:
    """A message of items."""
    return f"<newsMessage {NAR}><itemSet>{''.join(items)}</itemSet></newsMessage>"


def picture(guid: str, meta: str = "", href: str = "p.jpg") -> str:
    """A picture item."""
    return (
        f'<newsItem guid="{guid}"><rightsInfo><usageTerms>Once</usageTerms></rightsInfo>'
        f'<itemMeta><itemClass qcode="ninat:picture"/>{meta}</itemMeta>'
        f'<contentSet><remoteContent contenttype="image/jpeg" href="{href}"/></contentSet></newsItem>'
    )


TEXT = (
    '<newsItem guid="t"><itemMeta><itemClass qcode="ninat:text"/>'
    '<link rel="irel:associatedWith" residref="p"/></itemMeta>'
    "<contentMeta><headline>Text</headline></contentMeta></newsItem>"
)


def test_a_linked_picture_of_the_same_message_belongs_to_its_text() -> None:
    """With its terms; it is no story of its own, nor is it a link."""
    (found,) = stories(message(picture("p"), TEXT))
    assert [medium.href for medium in found.media] == ["p.jpg"]
    assert (found.usageterms, found.links) == ("Once", ())


@pytest.mark.parametrize(
    "meta", ['<pubStatus qcode="stat:canceled"/>', "<embargoed>2030-01-01T00:00:00Z</embargoed>"]
)
def test_a_picture_that_may_not_be_used_stays_by_itself(meta: str) -> None:
    """So that its status is not lost."""
    text, apart = stories(message(TEXT, picture("p", meta)))
    assert text.media == ()
    assert [link.href for link in text.links] == ["p"]
    assert apart.uri == "p"


def test_a_package_of_pictures_is_a_story_with_media() -> None:
    """Where it has words of its own; without, each picture is a story."""
    package = (
        '<packageItem guid="g"><contentMeta>{}</contentMeta><groupSet><group>'
        '<itemRef residref="a"/><itemRef residref="b"/></group></groupSet></packageItem>'
    )
    pictures = picture("a", href="a.jpg") + picture("b", href="b.jpg")
    (gallery,) = stories(message(package.format("<headline>Show</headline>"), pictures))
    assert [medium.href for medium in gallery.media] == ["a.jpg", "b.jpg"]
    assert [found.uri for found in stories(message(package.format(""), pictures))] == ["a", "b"]


def test_a_package_links_to_members_that_are_elsewhere() -> None:
    """Those at hand get each other's pictures all the same."""
    package = (
        '<packageItem guid="g"><groupSet><group><itemRef residref="t"/><itemRef residref="p"/>'
        '<itemRef residref="far"><title>Far</title></itemRef></group></groupSet></packageItem>'
    )
    package_story, text = stories(message(package, TEXT.replace("irel:associatedWith", "x:y"), picture("p")))
    assert [link.href for link in package_story.links] == ["t", "p", "far"]
    assert [medium.href for medium in text.media] == ["p.jpg"]


def test_two_roots_are_both_read() -> None:
    """And told."""
    first, second = stories(item() + item())
    assert (first.uri, second.uri) == ("g", "g")
    assert codes(first) == ["second-root"]


# ── Broken documents ─────────────────────────────────────────────────────────────────────────────────────
def test_a_document_cut_at_any_byte_is_read_or_refused() -> None:
    """Never anything else."""
    whole = (SAMPLES / "kill.xml").read_bytes()
    read = 0
    for end in range(0, len(whole), 7):
        try:
            read += len(wire.parse(whole[:end], format="newsmlg2").stories)
        except WireError:
            continue
    assert read > 100


@pytest.mark.parametrize("charset", ["utf-16", "iso-8859-1", "utf-8-sig"])
def test_the_charset_is_read_from_the_bytes(charset: str) -> None:
    """Whatever the declaration says."""
    text = f'<?xml version="1.0" encoding="UTF-8"?>{item(content="<headline>Café à Århus</headline>")}'
    (found,) = wire.parse(text.encode(charset)).stories
    assert found.headline == "Café à Århus"


def test_much_of_everything_is_read_in_good_time() -> None:
    """Ten thousand of what usually comes once; only a growth with the square of it would take long."""
    much = 10_000
    meta = "".join(f"<edNote>Note {n}</edNote><signal qcode='s:{n}'/><link href='{n}'/>" for n in range(much))
    content = "".join(
        f"<headline>H{n}</headline><description>D {n}.</description><creator><name>Ada Nr{n}</name></creator>"
        f"<subject literal='l{n}'/><keyword>k{n}</keyword><by>B{n}</by>"
        for n in range(much)
    )
    parts = "".join(
        f'<remoteContent rendition="r:{n}" href="{n}" contenttype="image/x"/>' for n in range(much)
    )
    asserted = "".join(f'<assert literal="l{n}"><name>L{n}</name></assert>' for n in range(much))
    started = time.process_time()
    found = story(meta, content, parts, asserted)
    assert time.process_time() - started < 20
    assert (len(found.keywords), len(found.subjects), len(found.credits)) == (much, much, much)


def test_deep_and_wide_documents_are_read_in_good_time() -> None:
    """A thousand elements in one another, and ten thousand members."""
    deep = story(content="<headline>H</headline>", body=xhtml("<div>" * 1000 + "Deep" + "</div>" * 1000))
    assert (deep.uri, deep.headline) == ("g", "H")
    assert [block.text for block in deep.body] == ["Deep"] or "malformed-xml" in codes(deep)
    members = "".join(f'<itemRef residref="m{number}"/>' for number in range(10_000))
    (found,) = stories(
        f'<packageItem {NAR} guid="g"><groupSet><group>{members}</group></groupSet></packageItem>'
    )
    assert len(found.links) == 10_000
