"""The state chips can be read: text on tint, recomputed from the stylesheet by the formula of WCAG 2."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CSS = (Path(__file__).parents[2] / "static" / "desk" / "desk.css").read_text()
PAIRS = dict(re.findall(r"--(state-[a-z-]+): light-dark\((#[0-9a-f]{6}, #[0-9a-f]{6})\);", CSS))
STATES = ("draft", "review", "scheduled", "live", "embargoed", "killed", "proposed")


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("theme", "least"), [(0, 5.5), (1, 7.0)])
def test_word_on_tint(state, theme, least):
    """Each state in both themes; 4.5 would be the law, the design promises more."""
    text, ground = (PAIRS[name].split(", ")[theme] for name in (f"state-{state}", f"state-{state}-ground"))
    assert contrast(text, ground) >= least
