"""Languages in XML."""

from __future__ import annotations

import pytest

from articles.exports.languages import language_tag


@pytest.mark.parametrize(
    ("language", "tag"),
    [("en", "en"), ("pt-BR", "pt-BR"), ("en_US", "en-US"), ("", ""), ("English (US)", ""), ("türkçe", "")],
)
def test_a_language_is_a_tag_or_nothing(language, tag):
    """`xml:lang` takes nothing else."""
    assert language_tag(language) == tag
