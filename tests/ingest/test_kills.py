"""Kills that have no identifier of their story and name it instead."""

from __future__ import annotations

import pytest

from articles.ingest.reading import Incoming, read
from articles.ingest.report import Item
from articles.models import Article, Outcome, Source, WireItem
from articles.wire.story import PubStatus
from tests.factories import ArticleFactory
from tests.ingest.wires import document, story, take, take_story

pytestmark = pytest.mark.django_db

Status = Article.Status
FERRY = "Ferry sinks off Harrow Point"


def ferry(headline=FERRY, **fields):
    """The story that is to be killed."""
    return story(headline, "Forty people were saved.", **{"source": "Reuters"} | fields)


def kill(headline=None, text="Do not use it.", **fields):
    """A kill in plain text."""
    return story(headline, text, pubstatus=PubStatus.CANCELED, **{"source": "Reuters"} | fields)


def status(item: Item) -> str:
    """The state of an outcome's article now."""
    return Article.objects.get(pk=item.article).status


@pytest.mark.parametrize(
    "notice",
    [
        kill(f"KILL: {FERRY}"),
        kill(f"KILL - {FERRY}"),
        kill(f"KILL-{FERRY}"),
        kill(f"WITHDRAWN — {FERRY.upper()}."),
        kill(f"Story withdrawn: {FERRY}"),
        kill(FERRY, ednote="KILL - do not use"),
        kill("Withdrawal", f'The story headlined "{FERRY}" is withdrawn.'),
        kill("Withdrawal", f"Please disregard our item “{FERRY},” sent at 10:04 GMT."),
        kill("Rückzug", f"Die Meldung „{FERRY}“ ist falsch."),
        kill("Annulation", ednote=f"La dépêche « {FERRY} » est annulée."),
        kill(None, f"KILL: {FERRY}"),
        kill(f"KILL: {FERRY}", source=None),
        kill("Withdrawal", slugline="FERRY-SINKS, KILL"),
        kill("Withdrawal", ednote="Editors: please kill the story slugged FERRY-SINKS."),
        kill(f"KILL: {FERRY}", uri="kill-1"),
    ],
)
def test_a_kill_takes_off_the_story_that_it_names(notice):
    """By its headline behind a label, by quotation, or by its slug line."""
    first = take_story(ferry(slugline="FERRY-SINKS"), publish=True)
    other = take_story(ferry("Ferry sails again", slugline="FERRY-SAILS"), publish=True)
    item = take_story(notice)
    assert (item.outcome, item.article) == (Outcome.CANCELED, first.article)
    assert (status(first), status(other)) == (Status.KILLED, Status.READY)
    assert not [problem for problem in item.problems if problem["code"] == "kill-unmatched"]


def test_its_text_is_the_reason():
    """Where it has no note; and the wire item leads to the article."""
    first = take_story(ferry(), publish=True)
    item = take_story(kill(f"KILL: {FERRY}", "No ferry sank. There is no substitute."))
    article = Article.objects.get(pk=first.article)
    assert article.kill_reason == "No ferry sank. There is no substitute."
    assert article.revisions.filter(reason="killed").count() == 1
    assert WireItem.objects.get(outcome="canceled").article_id == item.article == first.article


def test_as_raw_text():
    """Through the reader of plain text, story and kill one after the other in one batch."""
    said = f"{FERRY}\n\nHARROW, Nov 3 (Reuters) - A ferry sank on Monday with forty people on board.\n"
    killed = f'KILL: {FERRY}\n\nHARROW, Nov 3 (Reuters) - The story headlined "{FERRY}" is withdrawn.\n'
    raw = [(Incoming("a.txt", text.encode()), text.encode()) for text in (said, killed)]
    items = take(*((incoming, read(data, None, None, "UTC")) for incoming, data in raw), publish=True)
    assert [item.outcome for item in items] == [Outcome.CREATED, Outcome.CANCELED]
    assert items[0].article == items[1].article
    assert Article.objects.get().status == Status.KILLED


def test_a_kill_in_the_batch_of_its_story():
    """What comes after it is proposed, a second notice changes nothing."""
    items = take(
        document(ferry(uri="1", version="1")),
        document(kill(f"KILL: {FERRY}")),
        document(kill(f"KILL: {FERRY}")),
        document(kill(f"MANDATORY KILL: {FERRY}", "Once more.")),
        document(ferry("Ferry does not sink", uri="1", version="2")),
        publish=True,
    )
    assert [item.outcome for item in items] == ["created", "canceled", "unchanged", "unchanged", "proposed"]
    assert len({item.article for item in items}) == 1
    article = Article.objects.get()
    assert (article.status, article.headline) == (Status.KILLED, FERRY)
    assert article.revisions.filter(reason="killed").count() == 1


def test_two_notices_in_a_batch_after_their_story():
    """The second finds it killed, and so does one that comes later."""
    first = take_story(ferry(), publish=True)
    notices = [kill(f"KILL: {FERRY}", "One."), kill(f"KILL: {FERRY}", "Two."), kill(f"KILL: {FERRY}", "One.")]
    items = take(*(document(notice) for notice in notices))
    assert [item.outcome for item in items] == ["canceled", "unchanged", "unchanged"]
    later = take_story(kill(f"KILL: {FERRY}", "Three."))
    assert (later.outcome, later.article) == (Outcome.UNCHANGED, first.article)
    assert Article.objects.get().revisions.filter(reason="killed").count() == 1


def test_what_the_desk_renamed_is_found_by_the_name_it_came_with():
    """And by the one that it has now."""
    first = take_story(ferry(), publish=True)
    Article.objects.update(headline="Ferry lost", slug="ferry-lost")
    assert take_story(kill(f"KILL: {FERRY}")).article == first.article
    second = take_story(ferry("Bridge closed"), publish=True)
    Article.objects.filter(pk=second.article).update(headline="Bridge shut", slug="bridge-shut")
    assert take_story(kill("KILL: Bridge shut")).article == second.article


@pytest.mark.parametrize(
    ("notice", "shown"),
    [
        (kill("KILL: Ferry sinks"), "“KILL: Ferry sinks”; “Ferry sinks”"),
        (kill(f"KILL: {FERRY}", source="AFP"), f"“{FERRY}”"),
        (kill(f"KILL: {FERRY}", uri="2"), f"“{FERRY}”"),
        (kill("Withdrawal", slugline="FERRY"), "“Withdrawal”; “FERRY”"),
        (kill("Withdrawal", 'The story headlined "Ferry" is withdrawn.'), "“Withdrawal”"),
    ],
)
def test_a_kill_that_names_no_story_of_ours_is_told(notice, shown):
    """Part of a headline, another agency's story, or one with another identifier is not meant."""
    first = take_story(ferry(uri="1", slugline="FERRY-SINKS"), publish=True)
    item = take_story(notice)
    assert (item.outcome, item.article) == (Outcome.CANCELED, None)
    (problem,) = item.problems
    assert problem["code"] == "kill-unmatched"
    assert shown in problem["message"]
    assert WireItem.objects.get(outcome="canceled").problems == [problem]
    assert status(first) == Status.READY


def test_a_name_that_two_stories_have_means_neither():
    """But one of them that is killed already is out of the question."""
    first = take_story(ferry(), publish=True)
    second = take_story(story(FERRY, "Another one sank.", source="Reuters"), publish=True)
    item = take_story(kill(f"KILL: {FERRY}"))
    assert (item.outcome, item.article, item.problems[0]["code"]) == ("canceled", None, "kill-unmatched")
    Article.objects.filter(pk=first.article).update(status=Status.KILLED)
    assert take_story(kill(f"KILL: {FERRY}", "Again.")).article == second.article
    assert status(second) == Status.KILLED


def test_an_article_of_the_desk_is_not_meant():
    """An agency kills what it sent."""
    mine = ArticleFactory(headline=FERRY, source=Source.objects.create(name="Reuters"))
    assert take_story(kill(f"KILL: {FERRY}")).article is None
    mine.refresh_from_db()
    assert mine.status != Status.KILLED


def test_many_kills_cost_one_look_up_more(django_assert_max_num_queries):
    """Apart from the killing itself."""
    for number in range(3):
        with django_assert_max_num_queries(60) as captured:
            take(*(document(kill(f"KILL: Nothing {number} {n}")) for n in range(2 + 20 * number)))
        selects = [query["sql"] for query in captured if query["sql"].startswith("SELECT")]
        assert len([sql for sql in selects if 'wireitem"."headline" IN' in sql]) == 1
