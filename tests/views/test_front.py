"""The front page."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from articles.pictures import store_photo
from tests.factories import ArticleFactory, PhotoFactory, SectionFactory, picture


def hours_ago(hours: float):
    return timezone.now() - timedelta(hours=hours)


def test_an_empty_site_says_so(get):
    page = get("/")
    assert page.status == 200
    assert "Nothing has been published yet." in page.html


def test_one_story_leads_and_nothing_else_is_there(get):
    ArticleFactory(published=True, headline="Only one")
    page = get("/")
    assert page.headlines == ["Only one"]
    assert page.texts("h2.card__headline") == ["Only one"]
    assert "Latest" not in page.texts("h2")


def test_the_newest_leads(get):
    for hours in (3, 1, 2):
        ArticleFactory(published=True, publish_at=hours_ago(hours), headline=f"{hours} hours old")
    assert get("/").text(".card--lead .card__headline") == "1 hours old"


def test_an_urgent_story_leads_before_a_newer_one(get):
    """Urgency 1 to 3 counts; 4 to 9 and none are news of the day, the newest first."""
    ArticleFactory(published=True, publish_at=hours_ago(1), headline="News of the day", urgency=5)
    ArticleFactory(published=True, publish_at=hours_ago(2), headline="No urgency")
    ArticleFactory(published=True, publish_at=hours_ago(3), headline="Flash", urgency=1)
    ArticleFactory(published=True, publish_at=hours_ago(4), headline="Urgent", urgency=3)
    page = get("/")
    assert page.text(".card--lead .card__headline") == "Flash"
    assert page.texts(".card--second .card__headline") == ["News of the day", "No urgency", "Urgent"]


def test_no_story_of_the_top_stands_on_the_page_twice(get):
    section = SectionFactory(listed=True, name="World")
    for number in range(30):
        ArticleFactory(
            published=True, publish_at=hours_ago(number), section=section, headline=f"Story {number:02}"
        )
    page = get("/")
    top = page.texts(".front .card__headline")
    assert len(top) == len(set(top)) == 1 + 3 + 3 + 10
    band = page.texts(".band .card__headline")
    assert len(band) == 7
    assert not set(band) & set(page.texts(".front__lead .card__headline, .stack--seconds .card__headline"))


def test_sections_of_the_menu_have_a_band_with_the_stories_of_their_parts(get):
    world = SectionFactory(listed=True, name="World", position=1)
    russia = SectionFactory(name="Russia", parent=world, position=9)
    sport = SectionFactory(listed=True, name="Sport", position=2)
    unlisted = SectionFactory(name="Fresh from the wire", position=0)
    for hours in range(12):
        ArticleFactory(published=True, publish_at=hours_ago(hours), section=unlisted)
    ArticleFactory(published=True, publish_at=hours_ago(30), section=russia, headline="In a part")
    ArticleFactory(published=True, publish_at=hours_ago(31), section=sport, headline="A match")
    page = get("/")
    assert page.texts(".band__name") == ["World", "Sport"]
    assert page.texts(".band .card__headline") == ["In a part", "A match"]
    assert page.links(".sections a") == ["/sections/world/", "/sections/sport/"]


def test_a_part_that_is_in_the_menu_has_no_band_of_its_own(get):
    world = SectionFactory(listed=True, name="World", position=1)
    russia = SectionFactory(listed=True, name="Russia", parent=world, position=2)
    for hours in range(9):
        ArticleFactory(published=True, publish_at=hours_ago(hours), section=russia)
    assert get("/").texts(".band__name") == ["World"]


def test_queries_do_not_grow_with_stories_and_sections(get):
    def fill(stories: int, sections: int) -> None:
        for number in range(sections):
            section = SectionFactory(listed=True)
            for _ in range(stories):
                ArticleFactory(
                    published=True,
                    section=section,
                    authors=["Ada Lind", f"Author {number}"],
                    illustrated=True,
                )

    fill(2, 1)
    few = get("/").queries
    fill(6, 4)
    assert get("/").queries == few == 5


def test_a_story_without_a_picture_has_no_box_for_one(get):
    ArticleFactory(published=True, lead_photo=None)
    page = get("/")
    assert page.tree.css_first("img") is None
    assert page.tree.css_first(".card--plain") is not None


def test_a_photo_without_renditions_is_no_picture(get):
    """What was stored past `store_photo` has no file that readers may have."""
    ArticleFactory(published=True, lead_photo=PhotoFactory())
    assert get("/").tree.css_first("img") is None


def test_a_band_never_mixes_cards_with_and_without_pictures(get):
    """With fewer than three pictures one story stands large with its own, and the rest are lines."""
    section = SectionFactory(listed=True, name="World")
    elsewhere = SectionFactory(name="Elsewhere")
    for hours in range(12):
        ArticleFactory(published=True, publish_at=hours_ago(hours), section=elsewhere)
    photos = [store_photo(picture(40 + number, 30)) for number in range(3)]
    for hours, photo in ((20, None), (21, photos[0]), (22, None), (23, photos[1])):
        ArticleFactory(
            published=True,
            publish_at=hours_ago(hours),
            section=section,
            lead_photo=photo,
            headline=f"{hours} h",
        )
    page = get("/")
    assert page.texts(".band .card--card .card__headline") == ["21 h"]
    assert page.texts(".band .card--line .card__headline") == ["20 h", "22 h", "23 h"]
    ArticleFactory(
        published=True, publish_at=hours_ago(24), section=section, lead_photo=photos[2], headline="24 h"
    )
    page = get("/")
    assert page.texts(".band .card--card .card__headline") == ["21 h", "23 h", "24 h"]
    assert page.texts(".band .card--line .card__headline") == ["20 h", "22 h"]


def test_no_line_of_a_band_stands_alone_beside_three_cards(get):
    """Of four stories one stands large with its picture; without pictures the oldest is left out."""
    elsewhere = SectionFactory(name="Elsewhere")
    for hours in range(12):
        ArticleFactory(published=True, publish_at=hours_ago(hours), section=elsewhere)
    photo = store_photo(picture(40, 30))
    for name, lead_photo in (("Pictured", photo), ("Plain", None)):
        section = SectionFactory(listed=True, name=name)
        for hours in (20, 21, 22, 23):
            ArticleFactory(
                published=True,
                publish_at=hours_ago(hours),
                section=section,
                lead_photo=lead_photo,
                headline=f"{name} {hours}",
            )
    page = get("/")
    cards = page.texts(".band .card--card .card__headline")
    assert cards == ["Pictured 20", "Plain 20", "Plain 21", "Plain 22"]
    assert page.texts(".band .card--line .card__headline") == ["Pictured 21", "Pictured 22", "Pictured 23"]


def test_below_a_lead_without_a_picture_the_seconds_are_alike(get):
    """All of them show a picture where all have one, else the first alone."""
    photo = store_photo(picture(40, 30))
    ArticleFactory(published=True, publish_at=hours_ago(1), lead_photo=None)
    seconds = [
        ArticleFactory(published=True, publish_at=hours_ago(hours), lead_photo=photo) for hours in (2, 3, 4)
    ]
    page = get("/")
    assert len(page.tree.css(".front--plain .card--second img")) == 3
    seconds[1].lead_photo = None
    seconds[1].save()
    assert len(get("/").tree.css(".front--plain .card--second img")) == 1


def test_beside_a_lead_with_its_picture_the_first_second_has_one(get):
    photo = store_photo(picture(40, 30))
    for hours in range(4):
        ArticleFactory(published=True, publish_at=hours_ago(hours), lead_photo=photo)
    page = get("/")
    assert len(page.tree.css(".front .card--second img")) == 1
    assert page.tree.css_first(".front--plain") is None
