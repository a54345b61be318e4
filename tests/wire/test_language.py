"""The language of a text, told only where there is no doubt."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.wire import language
from tests.wire.sentences import SENTENCES, TRADITIONAL_CHINESE


@pytest.mark.parametrize("code", SENTENCES)
def test_two_sentences_are_enough(code: str) -> None:
    """Two sentences of news tell each of the languages that copy comes in, in capitals too."""
    assert language.detect(SENTENCES[code]) == code
    assert language.detect(SENTENCES[code].upper()) == code


def test_chinese_in_traditional_signs() -> None:
    """A bare code: how Chinese is written is not told."""
    assert language.detect(TRADITIONAL_CHINESE) == "zh"


def test_serbian_in_latin_letters() -> None:
    """Serbian, Croatian and Bosnian are told apart by words that only one of them has."""
    assert (
        language.detect(
            "Ministarstvo je saopštilo da će novi most preko reke biti otvoren sledećeg proleća. "
            "Predsednik opštine kaže da će deca do škole stizati mnogo brže i bezbednije nego pre."
        )
        == "sr"
    )


@pytest.mark.parametrize("code", SENTENCES)
def test_a_few_words_are_not_enough(code: str) -> None:
    """A headline of few letters says nothing for sure, and nothing wrong is said."""
    few = 8 if code in ("ja", "ko", "zh") else 24
    assert language.detect(SENTENCES[code][:few]) is None
    assert language.detect(SENTENCES[code][:60]) in (code, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n",
        "12 345 67.8 -- 90 %",
        "Recep Tayyip Erdoğan, Vladimir Putin, Angela Merkel, Emmanuel Macron, Boris Johnson",
        "Manchester United 2 Arsenal 1; Real Madrid 3 Barcelona 2; Bayern 4 Dortmund 0",
        "https://example.com/a-long-address-in-english-words-that-is-no-text-at-all-for-readers",
        "ZCZC FMG000 YY TDR 3.00 4.80 5.50 7.00 8.00 11.00 13.00 16.00 31.00 2.80 4.60 5.00",
    ],
)
def test_what_is_no_running_text(text: str) -> None:
    """Names, numbers, results and addresses are in no language."""
    assert language.detect(text) is None


def test_names_from_abroad_do_not_mislead() -> None:
    """A story full of foreign names is in the language of its sentences."""
    text = (
        "Recep Tayyip Erdoğan and Kılıçdaroğlu met Szymon Hołownia and Jiří Šedivý in Gümüşhane on Friday. "
        "They spoke for two hours about the harbour of Świnoujście and the road to Çanakkale, officials said."
    )
    assert language.detect(text) == "en"


@pytest.mark.parametrize("code", SENTENCES)
def test_a_long_text_is_in_the_language_of_its_sentences(code: str) -> None:
    """Of a long text only pieces are looked at where they leave no doubt, and all of it where they do."""
    text = SENTENCES[code] * 6
    assert language.detect(text[:1200]) == code
    assert language.detect(text[:1200].upper()) == code


def test_a_text_in_two_languages_has_none() -> None:
    """A release that says everything twice leaves doubt about its language."""
    assert language.detect(SENTENCES["fr"] * 8 + SENTENCES["de"] * 12) is None


def test_long_texts_cost_no_more_than_their_beginning() -> None:
    """A megabyte is told in the time of a page."""
    language.detect(SENTENCES["en"])
    begun = time.process_time()
    assert language.detect(SENTENCES["en"] * 5000) == "en"
    assert time.process_time() - begun < 0.5


@given(st.text())
@settings(deadline=None)
def test_any_text(text: str) -> None:
    """No text raises an error, and the answer is a bare code or none."""
    code = language.detect(text * 20)
    assert code is None or (code.isalpha() and code.islower())
