"""Search finds the same articles on every engine; run on SQLite and on PostgreSQL."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.paginator import Paginator
from django.db import connection

from articles import search
from articles.models import Article, SearchText
from tests.factories import JANUARY_5, ArticleFactory

pytestmark = pytest.mark.django_db

STORIES = {
    "talks": {
        "headline": "Erdoğan and Putin meet in İstanbul",
        "standfirst": "The U.S. watches.",
        "body": "<p>“It was a good talk,” the minister said.</p><p>Nobody <em>ask</em>ed why.</p>",
        "tags": ["Russia Turkey", "Syrian Democratic Forces (SDF)"],
        "authors": ["Ayşe Öz"],
    },
    "harbour": {
        "headline": "Fog closes the harbour",
        "standfirst": "Ferries stay in port",
        "body": "<p>Talks about Turkey were put off.</p><p>R&amp;D: 1,250 crowns, IŞIK and Straße.</p>",
        "authors": ["Bo Ek", "Ada Lind"],
    },
    "russian": {"headline": "Путин в Москве", "body": "<p>Ещё один самолёт, который йод везёт</p>"},
    "arabic": {"headline": "وزير الخارجية في أنقرة", "body": "<p>قال الوَزير إنّ</p>"},
    "chinese": {"headline": "北京大学今天开学", "body": "<p>新华社iPhone手机北京报道</p>"},
    "japanese": {"headline": "東京でサミット", "body": "<p>ｶﾀｶﾅのニュース</p>"},
    "korean": {"headline": "서울에서 회담", "body": "<p>대통령은 말했다</p>"},
    "thai": {"headline": "ประเทศไทย", "body": "<p>ข่าววันนี้</p>"},
    "hindi": {"headline": "प्रधानमंत्री दिल्ली में", "body": "<p>हिन्दी समाचार</p>"},
    "greek": {"headline": "Η Αθήνα σήμερα", "body": "<p>Ο πρωθυπουργός</p>"},
    "vietnamese": {"headline": "Thủ tướng Việt Nam", "body": "<p>Đà Nẵng</p>"},
}  # fmt: skip


@pytest.fixture
def stories():
    """The articles above by their names, indexed."""
    made = {name: ArticleFactory(**{"standfirst": "", **fields}) for name, fields in STORIES.items()}
    search.index(made.values())
    return made


@pytest.mark.parametrize(
    ("query", "names"),
    [
        # words, in any field, whatever case and accents
        ("erdogan", "talks"),
        ("ERDOĞAN", "talks"),
        ("erdoğan putin", "talks"),
        ("putin harbour", ""),
        ("turkey", "harbour talks"),
        ("istanbul", "talks"),
        ("ISTANBUL", "talks"),
        ("ıstanbul", "talks"),
        ("İSTANBUL", "talks"),
        ("isik", "harbour"),
        ("ışık", "harbour"),
        ("strasse", "harbour"),
        ("STRAẞE", "harbour"),
        ("ayse oz", "talks"),
        ("lind", "harbour"),
        ("sdf", "talks"),
        ("us", "talks"),
        ("U.S.", "talks"),
        ("asked", "talks"),
        ("R&D", "harbour"),
        ("1250", ""),
        ("1,250", "harbour"),
        ("turk", ""),
        ("nowhere", ""),
        # phrases
        ('"good talk"', "talks"),
        ('"talk good"', ""),
        ('"Putin meet in Istanbul"', "talks"),
        ("“good talk”", "talks"),
        ("«good talk»", "talks"),
        ('"it was" minister', "talks"),
        ("good-talk", "talks"),
        ('"closes the harbour"', "harbour"),
        ('"harbour ferries"', ""),  # not across fields
        # prefixes
        ("turk*", "harbour talks"),
        ("har* fer*", "harbour"),
        ('"closes the har"*', "harbour"),
        ('"closes har"*', ""),
        ("мос*", "russian"),
        # exclusion
        ("turkey -harbour", "talks"),
        ("turkey -putin -fog", ""),
        ('turkey -"good talk"', "harbour"),
        ('turkey -"talk good"', "harbour talks"),
        ("turkey -fer*", "talks"),
        ("-harbour turkey", "talks"),
        # other scripts
        ("путин", "russian"),
        ("ПУТИН москве", "russian"),
        ("еще самолет", "russian"),
        ("йод", "russian"),
        ("иод", ""),
        ("انقرة", "arabic"),
        ("الوزير", "arabic"),
        ("北京", "chinese"),
        ("大学", "chinese"),
        ("京大", "chinese"),
        ("学", "chinese"),
        ("京", "chinese japanese"),
        ("北京大学今天", "chinese"),
        ("北京今天", ""),
        ("北京 今天", "chinese"),
        ("iphone", "chinese"),
        ("iphone手机", "chinese"),
        ("社iphone", "chinese"),
        ("手机iphone", ""),
        ("サミット", "japanese"),
        ("カタカナ", "japanese"),
        ("東", "japanese"),
        ("서울", "korean"),
        ("대통령", "korean"),
        ("ไทย", "thai"),
        ("วันนี้", "thai"),
        ("दिल्ली", "hindi"),
        ("हिन्दी", "hindi"),
        ("हि*", "hindi"),
        ("αθηνα", "greek"),
        ("ΠΡΩΘΥΠΟΥΡΓΟΣ", "greek"),
        ("viet nam", "vietnamese"),
        ("da nang", "vietnamese"),
        # nothing to look for
        ("", ""),
        ("   ", ""),
        ("-", ""),
        ("*", ""),
        ('"', ""),
        ('""', ""),
        ("...", ""),
        ("\x00", ""),
        # malformed: what has no meaning is passed over
        ('turkey "good', "talks"),
        ('"good talk', "talks"),
        ('talk"', "talks"),
        ("turkey - fog", "harbour"),
        ("turkey AND", "harbour talks"),
        ("fog OR", ""),
        ("headline:fog", ""),
        ("fog)", "harbour"),
        ("(fog", "harbour"),
        ("fog:*", "harbour"),
        ("fog & !harbour", "harbour"),
        ("fog ' \\ ^ { } ~ | < > @", "harbour"),
        ("f\x00og", ""),
        ("fog\x00", "harbour"),
        ("fog\ud800", "harbour"),
        ("***fog***", "harbour"),
        ("--fog", "arabic chinese greek hindi japanese korean russian talks thai vietnamese"),
    ],
)
def test_the_same_answers_on_every_engine(stories, query, names):
    """A query finds exactly these stories."""
    found = {article.pk for article in search.search(query)}
    assert sorted(name for name, article in stories.items() if article.pk in found) == names.split()


@pytest.mark.parametrize(
    "query",
    [
        "x" * 10_000,
        "word " * 2_000,
        "a* " * 2_000,
        '"' * 10_000,
        "-" * 10_000,
        '-"a b"* ' * 1_500,
        "京" * 10_000,
        "(" * 10_000,
        "NEAR(a b, 5) NOT OR AND",
        "'; DROP TABLE articles_article; --",
        "a\x00" * 5_000,
        "".join(map(chr, range(1, 3_000))),
    ],
)
def test_nothing_that_can_be_typed_is_an_error(stories, query):
    """Any query gives an answer."""
    assert list(search.search(query)[:20]) is not None


def test_headline_counts_more_than_tags_and_names_than_standfirst_than_body():
    """An article is found the earlier, the more its place of the word counts."""
    body = ArticleFactory(headline="One", standfirst="", body="<p>The bridge of words words words.</p>")
    standfirst = ArticleFactory(headline="Two", standfirst="The bridge.", body="<p>All is well.</p>")
    tag = ArticleFactory(headline="Three", standfirst="", body="<p>All is well.</p>", tags=["bridge"])
    headline = ArticleFactory(headline="The bridge", standfirst="", body="<p>All is well.</p>")
    search.index([body, standfirst, tag, headline])
    found = search.search("bridge")
    assert list(found) == [headline, tag, standfirst, body]
    assert sorted((article.relevance for article in found), reverse=True) == [a.relevance for a in found]


def test_equally_good_answers_are_newest_first():
    """Of the same text the newest comes first."""
    old, new, older = (
        ArticleFactory(headline="Bridge", standfirst="", body="", publish_at=JANUARY_5 + timedelta(days))
        for days in (2, 3, 1)
    )
    search.index([old, new, older])
    assert list(search.search("bridge")) == [new, old, older]


def test_answers_can_be_narrowed_counted_and_paged(django_assert_num_queries):
    """The answer is a lazy queryset of what was given: here only what is published."""
    public = [ArticleFactory(headline="Bridge", published=True) for _ in range(5)]
    drafts = [ArticleFactory(headline="Bridge") for _ in range(5)]
    search.index([*public, *drafts])
    with django_assert_num_queries(0):
        found = search.search("bridge", Article.objects.published())
        newest = search.search("bridge", Article.objects.published().for_cards()).newest_first()
        pages = Paginator(found, 2)
    with django_assert_num_queries(2):
        assert pages.count == 5
        assert len(pages.page(3).object_list) == 1
    with django_assert_num_queries(2):  # and the bylines
        assert list(newest) == sorted(public, key=lambda article: -article.pk)
    assert found.filter(pk=public[0].pk).get() == public[0]
    assert found.exclude(pk=public[0].pk).count() == 4


def test_the_index_follows_changes_and_deletions():
    """Indexed again, an article is found by its new words alone; deleted, not at all."""
    article = ArticleFactory(headline="Bridge", tags=["Fog"])
    search.index([article.pk])
    Article.objects.filter(pk=article.pk).update(headline="Tunnel")
    article.tags.clear()
    assert search.index(Article.objects.all()) == 1
    assert not search.search("bridge")
    assert not search.search("fog")
    assert list(search.search("tunnel")) == [article]
    article.delete()
    assert not search.search("tunnel")
    assert not SearchText.objects.exists()


def test_rebuild_makes_the_whole_index_anew():
    """Articles that were never indexed are found after a rebuild, and batches are told."""
    articles = ArticleFactory.create_batch(3, headline="Bridge")
    told = []
    assert search.rebuild(told.append) == 3
    assert told == [3]
    assert set(search.search("bridge")) == set(articles)


def test_indexing_costs_the_same_for_two_and_for_forty(django_assert_max_num_queries):
    """A handful of statements for a batch."""
    articles = ArticleFactory.create_batch(40, tags=["a", "b"], authors=["Ada", "Bo"])
    with django_assert_max_num_queries(7):
        search.index(articles)


def test_enormous_texts_can_be_indexed():
    """A text larger than the engine can hold is found by its beginning."""
    words = " ".join(f"word{number}" for number in range(200_000))
    article = ArticleFactory(headline="x" * 400, body=f"<p>{words}</p><p>{'字' * 300_000}</p>")
    search.index([article])
    assert list(search.search("word100")) == [article]
    assert list(search.search('"word5000 word5001"')) == [article]
    assert list(search.search("x" * 400)) == [article]


def test_phrases_are_found_wherever_they_stand():
    """Also where a word has stood hundreds of times and thousands of words before."""
    text = "the sea " * 9_000
    article = ArticleFactory(body=f"<p>{text} the lighthouse stood</p>")
    search.index([article])
    assert list(search.search('"the lighthouse stood"')) == [article]
    assert not search.search('"sea lighthouse"')


def test_a_deleted_article_leaves_no_words_behind():
    """The engine's own index holds no more rows than there are articles."""
    search.index(ArticleFactory.create_batch(3))
    Article.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM articles_searchindex")
        assert cursor.fetchone() == (0,)


def test_what_is_found_by_a_name():
    """The articles of a person or a tag, each once; they follow when it is renamed."""
    both = ArticleFactory(tags=["Fog"], authors=["Ada Lind"])
    tagged, other = ArticleFactory(tags=["Fog"]), ArticleFactory(tags=["Rain"], authors=["Bo Ek"])
    fog, ada = both.tags.get(), both.bylines.get().author
    assert search.found_by([fog, ada]) == [both.pk, tagged.pk]
    assert search.found_by([ada]) == [both.pk]
    assert search.found_by([other.section]) == []
    fog.name = "Haze"
    fog.save()
    search.index(search.found_by([fog]))
    assert set(search.search("haze")) == {both, tagged}
