"""References to white space in XML: https://www.w3.org/TR/xml/#AVNormalize"""

from __future__ import annotations

import pytest

from articles.wire import xml


@pytest.mark.parametrize("reference", ["&#10;", "&#xA;", "&#9;", "&#x0d;"])
def test_white_space_that_is_written_as_a_reference_stays_in_attributes(reference: str) -> None:
    """Written as it is, it would be a blank."""
    root = xml.load(f'<a b="one{reference}two">one{reference}two</a>'.encode()).root
    assert len(root.get("b").split(" ")) == 1
    assert root.get("b").split() == root.text.split() == ["one", "two"]
