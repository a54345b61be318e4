"""NewsML 1 at its edges: damaged documents, identifiers, states, pictures without a text."""

from __future__ import annotations

import pytest

from articles.wire.errors import MalformedDocument, NoStory, WireError
from articles.wire.formats import newsml12
from articles.wire.story import PubStatus, WireStory

SMALL = (
    '<?xml version="1.0" encoding="utf-8"?><NewsML><NewsItem><Identification><NewsIdentifier>'
    '<RevisionId PreviousRevision="0" Update="N">1</RevisionId>'
    "<PublicIdentifier>urn:newsml:a:b:c:1</PublicIdentifier>"
    "</NewsIdentifier></Identification><NewsManagement><FirstCreated>20240102T030405Z</FirstCreated>"
    '<Status FormalName="Usable"/></NewsManagement><NewsComponent>'
    "<NewsLines><HeadLine>Fög</HeadLine></NewsLines><ContentItem><DataContent><p>One.</p><p>Two.</p></DataContent></ContentItem></NewsComponent>"
    "</NewsItem></NewsML>"
)


def stories(text: str) -> tuple[WireStory, ...]:
    """The stories of a document."""
    return newsml12.parse(text.encode()).stories


def item(management: str = "", component: str = "<NewsComponent/>", identifier: str = "") -> str:
    """A document with one item."""
    return (
        f"<NewsML><NewsItem><Identification><NewsIdentifier>{identifier}</NewsIdentifier></Identification>"
        f"<NewsManagement>{management}</NewsManagement>{component}</NewsItem></NewsML>"
    )


TEXT = "<NewsComponent><ContentItem><DataContent>Text.</DataContent></ContentItem></NewsComponent>"


@pytest.mark.parametrize("end", range(0, len(SMALL.encode()), 3))
def test_a_cut_document_is_read_or_refused(end: int) -> None:
    """Whatever is left gives a part of the story, or an error of ours."""
    try:
        (cut,) = newsml12.parse(SMALL.encode()[:end]).stories
    except WireError:
        assert b"<HeadLine>F" not in SMALL.encode()[:end]
    else:
        assert cut.uri in ("urn:newsml:a:b:c", None)
        assert cut.problems


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (b"<NewsML><NewsEnvelope/></NewsML>", NoStory),
        (b"<NewsML><NewsItem/></NewsML>", NoStory),
        (b"<NewsML", MalformedDocument),
    ],
)
def test_a_document_without_a_story_is_refused(document: bytes, expected: type[WireError]) -> None:
    """There is an error for each of them, with a sentence."""
    with pytest.raises(expected):
        newsml12.parse(document)


@pytest.mark.parametrize(
    ("identifier", "revision", "update", "uri"),
    [
        ("urn:newsml:a.example:20190603:bsf153:1N", "1", "N", "urn:newsml:a.example:20190603:bsf153"),
        (
            "urn:newsml:a:20190121T103600+0000:25413502:1",
            "1",
            "N",
            "urn:newsml:a:20190121T103600+0000:25413502",
        ),
        ("urn:newsml:a b:20200616:DS02:DS03", "DS03", "N", "urn:newsml:a b:20200616:DS02"),
        ("urn:newsml:a:20200616:x:7", "2", "N", "urn:newsml:a:20200616:x"),
        ("urn:newsml:a:20200616:x", "2", "N", "urn:newsml:a:20200616:x"),
        ("tag:a.example,2024:5", "2", "N", "tag:a.example,2024:5"),
    ],
)
def test_the_identifier_is_without_its_revision(
    identifier: str, revision: str, update: str, uri: str
) -> None:
    """The last part goes where it is a revision."""
    (found,) = stories(
        item(
            component=TEXT,
            identifier=f'<RevisionId PreviousRevision="0" Update="{update}">{revision}</RevisionId>'
            f"<PublicIdentifier>{identifier}</PublicIdentifier>",
        )
    )
    assert (found.uri, found.version) == (uri, revision)


@pytest.mark.parametrize(
    ("management", "status", "embargoed"),
    [
        ('<Status FormalName="Usable"/>', PubStatus.USABLE, None),
        ('<Status FormalName="OPEN"/>', PubStatus.USABLE, None),
        ('<Status FormalName="Canceled"/>', PubStatus.CANCELED, None),
        ('<Status FormalName="Usable"/><Instruction FormalName="Kill"/>', PubStatus.CANCELED, None),
        ('<Status FormalName="Usable"/><Instruction FormalName="Update"/>', PubStatus.USABLE, None),
        ('<Status FormalName="Withheld"/>', PubStatus.WITHHELD, None),
        ('<Status FormalName="Embargoed"/>', PubStatus.WITHHELD, None),
        (
            '<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/>'
            "<DateAndTime>20240101T120000Z</DateAndTime></StatusWillChange>",
            PubStatus.USABLE,
            "2024-01-01T12:00:00+00:00",
        ),
        (
            '<Status FormalName="Usable"/><StatusWillChange><FutureStatus FormalName="Canceled"/>'
            "<DateAndTime>20250101T120000Z</DateAndTime></StatusWillChange>",
            PubStatus.USABLE,
            None,
        ),
    ],
)
def test_status_and_embargo(management: str, status: PubStatus, embargoed: str | None) -> None:
    """What the source says of its use."""
    (found,) = stories(item(management, TEXT))
    assert found.pubstatus is status
    assert (found.embargoed.isoformat() if found.embargoed else None) == embargoed


def test_a_picture_alone_is_a_story_with_itself_as_media() -> None:
    """Its caption, lines and largest rendition."""
    (found,) = stories(
        item(
            component="<NewsComponent><NewsLines><HeadLine>Fog</HeadLine><ByLine>Lena Holt</ByLine>"
            '</NewsLines><NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent>A ship.'
            '</DataContent></ContentItem></NewsComponent><NewsComponent><Role FormalName="Preview"/>'
            '<ContentItem Href="p.jpg"/></NewsComponent><NewsComponent><Role FormalName="HighDef"/>'
            '<ContentItem Href="h.jpg"/></NewsComponent></NewsComponent>'
        )
    )
    (media,) = found.media
    assert (found.headline, found.body) == ("Fog", ())
    assert (media.href, media.headline, media.caption, media.byline) == (
        "h.jpg",
        "Fog",
        "A ship.",
        "Lena Holt",
    )


def test_a_package_of_stories_is_several_stories() -> None:
    """Each with its own lines and an identifier of its own."""
    part = (
        '<NewsComponent Duid="{0}"><NewsLines><HeadLine>Story {0}</HeadLine></NewsLines>'
        "<ContentItem><DataContent>Text {0}.</DataContent></ContentItem></NewsComponent>"
    )
    found = stories(
        item(
            component=f"<NewsComponent>{part.format('a')}{part.format('b')}</NewsComponent>",
            identifier="<PublicIdentifier>urn:newsml:x:1:2:3</PublicIdentifier>",
        )
    )
    assert [one.uri for one in found] == ["urn:newsml:x:1:2#a", "urn:newsml:x:1:2#b"]
    assert [one.body[0].text for one in found] == ["Text a.", "Text b."]


@pytest.mark.parametrize(
    ("content", "blocks"),
    [
        ("One line.\nAnother line, which is a paragraph of its own as it is long enough.", 2),
        ("One paragraph\nin two lines.\n\nAnother.", 2),
        ("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", 2),
        (
            "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>no</title></head><body><p>One</p></body></html>",
            1,
        ),
        ("a &lt; b and c &gt; d", 1),
        ("", 0),
    ],
)
def test_contents(content: str, blocks: int) -> None:
    """Plain text by lines or blank lines, escaped HTML, XHTML."""
    component = TEXT.replace("Text.", content).replace(
        "<ContentItem>", "<NewsLines><HeadLine>H</HeadLine></NewsLines><ContentItem>"
    )
    (found,) = stories(item(component=component))
    assert len(found.body) == blocks


def test_wrapped_lines_are_joined() -> None:
    """Lines of about one length without blank lines between them are one paragraph."""
    line = "some words that are wrapped at a width of about seventy characters or so"
    (found,) = stories(item(component=TEXT.replace("Text.", "\n".join([line, line, line, "and an end."]))))
    assert len(found.body) == 1


def test_many_nested_components_take_linear_time() -> None:
    """Deeper than any parser reads: a result or an error of ours, at once."""
    deep = "<NewsComponent><NewsLines><HeadLine>x</HeadLine></NewsLines>" * 200
    (found,) = stories(item(component=deep + TEXT + "</NewsComponent>" * 200))
    assert found.body[0].text == "Text."


def test_newsml_g2_is_not_claimed() -> None:
    """Its items have other names or another namespace."""
    assert not newsml12.sniff(b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>')
    assert not newsml12.sniff(b'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"/>')
    assert newsml12.sniff(b'<NewsML xmlns="http://iptc.org/std/NewsML/2003-10-10/">')


def one(text: str) -> WireStory:
    """The one story of a document."""
    (found,) = stories(text)
    return found


def test_a_text_that_names_the_page_of_its_own_is_a_text() -> None:
    """A content management system gives the address of its article beside the article."""
    found = one(
        item(
            component='<NewsComponent><ContentItem Href="news/fog.html"><MediaType FormalName="Text"/>'
            "<DataContent><nitf><body><body.content><p>Fog.</p></body.content></body></nitf></DataContent>"
            "</ContentItem></NewsComponent>"
        )
    )
    assert [block.text for block in found.body] == ["Fog."]


@pytest.mark.parametrize(
    "content",
    [
        "<DataContent><body><body.content><![CDATA[Fog.<BR>Ice.]]></body.content></body></DataContent>",
        "<DataContent><body.content>Fog.&lt;br/&gt;Ice.</body.content></DataContent>",
        "<p>Fog.<br/>Ice.</p>",
    ],
)
def test_content_without_the_frame_that_belongs_around_it(content: str) -> None:
    """A body of NITF by itself, and paragraphs right in the content item."""
    found = one(item(component=f"<NewsComponent><ContentItem>{content}</ContentItem></NewsComponent>"))
    assert [block.html for block in found.body] == ["<p>Fog.<br>Ice.</p>"]


def test_a_story_in_nitf_beside_its_picture_is_no_caption() -> None:
    """Text and picture in one component: the picture has the caption that it names, or none."""
    found = one(
        item(
            component="<NewsComponent><NewsLines><HeadLine>Fog</HeadLine><NewsLine><NewsLineType "
            'FormalName="Summary"/><NewsLineText>Ships wait.</NewsLineText></NewsLine></NewsLines>'
            "<ContentItem><DataContent><nitf><body><body.content><p>Text.</p></body.content></body></nitf>"
            '</DataContent></ContentItem><ContentItem Href="a.jpg"><MediaType FormalName="Picture"/>'
            '<Property FormalName="caption" value="A ship"/></ContentItem></NewsComponent>',
            identifier="<DateId>2024-04-17 13:00:00</DateId>",
        )
    )
    (picture,) = found.media
    assert (picture.caption, picture.headline) == ("A ship", None)
    assert found.description == "Ships wait."
    assert [block.text for block in found.body] == ["Text."]
    assert found.created is not None  # of the identifier, where management names no date
    assert found.created.isoformat() == "2024-04-17T13:00:00+00:00"


def test_a_date_of_an_identifier_is_asked_last() -> None:
    """It says what management says better, and is often none."""
    told = "<ThisRevisionCreated>20240102T030405Z</ThisRevisionCreated>"
    assert one(item(told, TEXT, "<DateId>20240101</DateId>")).created is None
    assert one(item("", TEXT, "<DateId>DV</DateId>")).problems == ()


def test_who_made_a_photograph() -> None:
    """The creator of a picture alone is its photographer; who is in it is named; `JPG` is a type."""
    found = one(
        item(
            component="<NewsComponent><AdministrativeMetadata><Creator>"
            '<Party FormalName="IDA MOE "/></Creator></AdministrativeMetadata>'
            '<DescriptiveMetadata><Property FormalName="Keyword" Value="Bo Lind" '
            'Role="PersonInImage"/></DescriptiveMetadata><NewsComponent><Role FormalName="main"/>'
            '<ContentItem Href="a.bin"><MediaType FormalName="Photo"/><Format FormalName="JPG"/>'
            "</ContentItem></NewsComponent></NewsComponent>"
        )
    )
    assert [(credit.name, credit.role.value) for credit in found.credits] == [("IDA MOE", "photographer")]
    assert found.people == ("Bo Lind",)
    assert found.media[0].mimetype == "image/jpeg"


def test_an_agency_is_not_its_own_author() -> None:
    """Some name themselves as creator of all that they send."""
    party = '<Party FormalName="Agencia Costa"/>'
    found = one(
        item(
            component=f"<NewsComponent><AdministrativeMetadata><Provider>{party}</Provider><Creator>{party}"
            "</Creator></AdministrativeMetadata><ContentItem><DataContent>Text.</DataContent></ContentItem>"
            "</NewsComponent>"
        )
    )
    assert (found.source, found.credits) == ("Agencia Costa", ())


def test_topics_of_a_scheme_are_subjects() -> None:
    """Named in the language of the story, where the topic set does."""
    found = one(
        item(
            component='<NewsComponent><TopicSet><Topic Duid="t1"><TopicType FormalName="asuntos"/>'
            '<FormalName Scheme="IPTCSubjectCodes">14000000</FormalName>'
            '<Description xml:lang="en">Social Issues</Description>'
            '<Description xml:lang="es">asuntos sociales</Description></Topic></TopicSet>'
            '<DescriptiveMetadata><Language FormalName="es-ES"/><TopicOccurrence Topic="#t1"/>'
            "</DescriptiveMetadata><ContentItem><DataContent>Text.</DataContent></ContentItem></NewsComponent>"
        )
    )
    (subject,) = found.subjects
    assert (subject.name, subject.code, subject.scheme) == (
        "asuntos sociales",
        "14000000",
        "IPTCSubjectCodes",
    )


def test_items_whose_identifier_names_the_agency_alone_are_told_apart() -> None:
    """One would take the place of the other; a component's number of 0 tells nothing."""
    name = "<PublicIdentifier>urn:newsml:www.quay.example</PublicIdentifier>"
    text = TEXT.replace("<NewsComponent>", '<NewsComponent Duid="0">')
    dated = one(item("", text, f"<DateId>20240102T030405</DateId><NewsItemId>0</NewsItemId>{name}"))
    assert dated.uri == "urn:newsml:www.quay.example#20240102T030405"
    assert one(item("", text, f"<NewsItemId>71</NewsItemId>{name}")).uri == "urn:newsml:www.quay.example#71"
    assert one(item("", text, name)).uri == "urn:newsml:www.quay.example"


def test_the_second_headline_of_a_part_goes_before_that_of_the_whole() -> None:
    """In a package they speak of different stories; a headline may stand in a line of no type."""
    lines = (
        "<NewsLines><NewsLine><HeadLine>Fog</HeadLine></NewsLine><SubHeadLine>{}</SubHeadLine></NewsLines>"
    )
    inner = f"<NewsComponent>{lines.format('Ships wait')}{TEXT[15:]}"
    found = one(item(component=f"<NewsComponent>{lines.format('All ports')}{inner}</NewsComponent>"))
    assert (found.headline, found.description) == ("Fog", "Ships wait")


def test_pictures_beside_a_text_are_not_renditions_of_one_another() -> None:
    """Unless the component says that they are equivalent, or their sizes do; the text is no caption."""
    images = '<ContentItem Href="{}.jpg"><MediaType FormalName="Image"/>{}</ContentItem>'
    text = "<ContentItem><DataContent>Text.</DataContent></ContentItem>"
    size = '<Property FormalName="Width" Value="{0}"/><Property FormalName="Height" Value="{0}"/>'
    size = f"<Characteristics>{size}</Characteristics>"
    two = images.format("a", "") + images.format("b", "")
    found = one(item(component=f"<NewsComponent>{text}{two}</NewsComponent>"))
    assert [(media.href, media.caption) for media in found.media] == [("a.jpg", None), ("b.jpg", None)]
    same = one(item(component=f'<NewsComponent EquivalentsList="yes">{two}</NewsComponent>{TEXT}'))
    assert len(same.media) == 1
    sized = images.format("a", size.format(10)) + images.format("b", size.format(20))
    assert [media.href for media in one(item(component=f"<NewsComponent>{sized}</NewsComponent>")).media] == [
        "b.jpg"
    ]


def test_all_pages_of_a_text_are_read() -> None:
    """A content item may hold a NITF document a page; the author may stand in the component."""
    page = "<nitf><body><body.head><headline><hl1>Fog</hl1></headline></body.head><body.content><p>{}</p>"
    pages = "".join(f"{page.format(text)}</body.content></body></nitf>" for text in ("One.", "Two."))
    found = one(
        item(
            component="<NewsComponent><Author>Ida Moe</Author><NewsLines><Slugline>FOG</Slugline></NewsLines>"
            f"<ContentItem><DataContent>{pages}</DataContent></ContentItem></NewsComponent>"
        )
    )
    assert [block.text for block in found.body] == ["One.", "Two."]
    assert [credit.name for credit in found.credits] == ["Ida Moe"]
    assert (found.headline, found.slugline) == ("Fog", "FOG")


def test_references_to_sounds_are_not_read_out() -> None:
    """A text for the radio names the components of its sounds as escaped elements, on lines of their own."""
    text = "***One:&#13;&lt;NewsComponentRef idref='a'/&gt;&#13;Two.&#13;***Three."
    found = one(item(component=TEXT.replace("Text.", text)))
    assert [block.text for block in found.body] == ["***One:", "Two.", "***Three."]


def test_names_of_topics_are_not_their_short_codes() -> None:
    """An agency sends a code of its own and the name in several languages."""
    found = one(
        item(
            component="<NewsComponent><TopicSet><Topic><FormalName>09003000</FormalName>"
            '<Description xml:lang="en" Variant="Category">JOB</Description>'
            '<Description xml:lang="el" Variant="Name">Εργασία</Description>'
            '<Description xml:lang="en" Variant="Name">Work</Description></Topic></TopicSet>'
            '<DescriptiveMetadata><Language FormalName="EN"/><SubjectCode>'
            '<SubjectMatter FormalName="09003000" Scheme="IptcSubjectCodes"/></SubjectCode>'
            '<Property FormalName="City" Value="Athens"/>'
            "</DescriptiveMetadata><ContentItem><DataContent>Text.</DataContent></ContentItem></NewsComponent>"
        )
    )
    assert [subject.name for subject in found.subjects] == ["Work"]
    assert found.places == ("Athens",)


def test_the_byline_of_a_picture_is_its_photographers() -> None:
    """And what describes it is no text of a story."""
    found = one(
        item(
            component="<NewsComponent><NewsLines><HeadLine>Quay</HeadLine>"
            '<ByLine>Ida Moe</ByLine></NewsLines><NewsComponent><Role FormalName="Photo"/>'
            '<ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>'
            '<NewsComponent><Role FormalName="Description"/><ContentItem>'
            "<DataContent>The quay.</DataContent></ContentItem></NewsComponent></NewsComponent>"
        )
    )
    assert [(credit.name, credit.role.value) for credit in found.credits] == [("Ida Moe", "photographer")]
    assert (found.description, found.body) == ("The quay.", ())
