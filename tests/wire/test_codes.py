"""IPTC's codes: names, schemes by whatever name, and what lies in what."""

from __future__ import annotations

import pytest

from articles.wire import codes


@pytest.mark.parametrize(
    ("said", "code", "alias", "name"),
    [
        ("medtop", "20000344", "medtop", "economy"),
        ("http://cv.iptc.org/newscodes/mediatopic/", "15000000", "medtop", "sport"),
        ("subj", "15054000", "subj", "soccer"),
        ("IPTC", "11006005", "subj", "executive (government)"),
        ("IptcSubjectCodes", "04000000", "subj", "economy, business and finance"),
        ("http://cv.iptc.org/newscodes/subjectcode/", "15054000", "subj", "soccer"),
        (None, "15054000", "subj", "soccer"),
        ("IPTC", "20000344", "medtop", "economy"),
        ("genre", "Current", "genre", "Current Events"),
        ("N2", "SOCC", None, None),
        (None, "20160708", None, None),
        ("subj", "11014003", "subj", "alliances"),
        ("subj", "16000000", "subj", "unrest, conflicts and war"),
        ("subj", "99999999", "subj", None),
    ],
)
def test_names(said: str | None, code: str, alias: str | None, name: str | None) -> None:
    """A scheme is known by alias, address and old names; a code of another has no name here."""
    assert codes.name(said, code) == name
    if name or alias:
        assert codes.scheme(said, code) == alias


def test_what_is_broader() -> None:
    """From detail to matter to subject; Media Topics by their own tree."""
    assert codes.broader("subj", "04007005") == ("04007000", "04000000")
    assert codes.broader("medtop", "20000344")[-1] == "04000000"
    assert codes.broader("medtop", "04000000") == ()
    assert codes.broader("medtop", "nonsense") == ()


@pytest.mark.parametrize("alias", [codes.MEDIA_TOPIC, codes.SUBJECT_CODE, codes.GENRE])
def test_every_code_has_a_name_and_a_way_to_the_top(alias: str) -> None:
    """No broader code is missing, none lies in itself."""
    found = codes.topics(alias)
    assert len(found) > 50
    for code, topic in found.items():
        assert topic.name == topic.name.strip() != ""
        assert code not in codes.broader(alias, code)
        assert topic.broader is None or topic.broader in found
        assert topic.same_as is None or topic.same_as in codes.topics(codes.SUBJECT_CODE)
