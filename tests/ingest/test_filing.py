"""Where stories go by their subject codes, what their sections are part of, and where they stood before."""

from __future__ import annotations

import pytest

from articles.ingest import filing
from articles.ingest.reading import Reading
from articles.models import Article, FormerAddress, Section, SubjectMapping
from articles.wire.story import Link, PubStatus, Subject, WireStory
from tests.factories import SectionFactory, SourceFactory, TagFactory
from tests.ingest.wires import document, story, take, take_story

pytestmark = pytest.mark.django_db

SOCCER = Subject("soccer", "15054000", "subj")
MEN = Subject("soccer", "20001065", "http://cv.iptc.org/newscodes/mediatopic/")  # lies in sport


def map_code(code: str, scheme: str = "medtop", **values):
    """An entry of the newsroom's mapping."""
    entry, _ = SubjectMapping.objects.update_or_create(scheme=scheme, code=code, defaults=values)
    return entry


def filed(*subjects: Subject, **fields) -> Article:
    """The article that a story with these subjects becomes."""
    return Article.objects.get(pk=take_story(story(subjects=subjects, **fields)).article)


def test_the_top_of_the_media_topics_is_there_to_be_filled_in():
    """All seventeen, and none of them files anything by itself."""
    assert SubjectMapping.objects.filter(scheme="medtop", section=None, tag=None).count() == 17
    assert filed(SOCCER).section is None


@pytest.mark.parametrize("subject", [SOCCER, MEN, Subject(None, "15000000", "IPTC")])
def test_a_subject_files_its_story_in_the_section_of_what_it_lies_in(subject):
    """Sport is sport in the new list and in the old one."""
    sport = SectionFactory(name="Sport")
    map_code("15000000", section=sport)
    assert filed(subject).section == sport


def test_a_nearer_code_goes_first_and_an_entry_may_be_for_itself_alone():
    """A section of its own for soccer; one that is not meant for narrower codes."""
    sport, soccer = SectionFactory(name="Sport"), SectionFactory(name="Football")
    map_code("15000000", section=sport)
    map_code("15054000", scheme="subj", section=soccer)
    assert filed(SOCCER).section == soccer
    SubjectMapping.objects.filter(code="15054000").update(section=None)
    SubjectMapping.objects.filter(code="15000000").update(narrower=False)
    assert filed(SOCCER, headline="Another").section is None


def test_the_storys_own_section_wins_and_the_sources_comes_last():
    """Named section, then subjects, then the source's default."""
    sport, world = SectionFactory(name="Sport"), SectionFactory(name="World")
    SourceFactory(name="Rundblick", default_section=world)
    map_code("15000000", section=sport)
    assert filed(SOCCER, section="World").section == world
    assert filed(SOCCER, headline="Two", source="Rundblick").section == sport
    assert filed(headline="Three", source="Rundblick").section == world


def test_a_source_may_have_a_scheme_of_its_own_and_codes_give_tags():
    """Reuters' N2 codes, say: the scheme as the source writes it, whatever its case."""
    tag = TagFactory(name="Football")
    map_code("SOCC", scheme="n2", tag=tag)
    article = filed(Subject(None, "SOCC", "N2"), SOCCER, keywords=("Cup",))
    assert [tag.name for tag in article.tags.order_by("tagged__position")] == ["Cup", "Football"]


def test_the_mapping_costs_one_statement_or_none(django_assert_num_queries):
    """However many stories and entries there are."""
    with django_assert_num_queries(1):
        filing.load([[("subj", "15054000")], [("medtop", "20000344")]])
    with django_assert_num_queries(0):
        filing.load([[], []])


def wxr(*stories: WireStory):
    """A document of WordPress."""
    incoming, reading = document(*stories)
    values = {name: getattr(reading, name) for name in Reading.__slots__}
    return incoming, Reading(**{**values, "format": "wxr"})


def test_new_sections_stand_below_those_of_their_source():
    """Categories of a site have parents; a section that is known already stays where the desk put it."""
    known = SectionFactory(name="Culture")
    take(
        wxr(
            story("One", section="Chess", section_parents=("Leisure", "Games")),
            story("Two", section="Culture", section_parents=("Leisure",)),
            story("Three", section="Leisure", section_parents=("Chess",)),
        )
    )
    sections = {section.name: section for section in Section.objects.all()}
    assert sections["Chess"].parent == sections["Games"]
    assert sections["Games"].parent == sections["Leisure"]
    assert sections["Leisure"].parent is None
    assert Section.objects.get(pk=known.pk).parent is None


def test_permalinks_lead_to_the_article(client):
    """With or without slash, encoded or not, by number; a draft's place is not told."""
    link = Link("canonical", "https://old.example/2016/07/caf%C3%A9-closed/")
    public = story("Café closed", uri="https://old.example/?p=12", links=(link,))
    draft = story(
        "Secret",
        uri="https://old.example/?p=13",
        links=(Link("canonical", "https://old.example/2016/secret/"),),
        pubstatus=PubStatus.WITHHELD,
    )
    items = take(wxr(public, draft), publish=True)
    article = Article.objects.get(pk=items[0].article)
    for address in ("/2016/07/café-closed/", "/2016/07/caf%C3%A9-closed", "/?p=12"):
        response = client.get(address)
        assert (response.status_code, response.headers.get("Location")) == (301, article.get_absolute_url())
    assert client.get("/2016/secret/").status_code == 404
    assert client.get("/?p=13").status_code == 200
    assert client.get("/?p=nonsense").status_code == 200
    assert client.post("/2016/07/café-closed/").status_code != 301


def test_the_links_of_other_formats_are_somebody_elses_pages():
    """Only an archive that moves here brings its addresses."""
    take(document(story(links=(Link("canonical", "https://agency.example/story/1"),))))
    assert not FormerAddress.objects.exists()


def test_two_stories_with_one_permalink_do_not_stop_an_import():
    """The first keeps it."""
    link = Link("canonical", "https://old.example/twice/")
    items = take(wxr(story("One", links=(link,)), story("Two", "Other text.", links=(link,))))
    assert FormerAddress.objects.get().article_id == items[0].article
