"""Contrasts of the stylesheet's own colours, by the formula of WCAG 2.2 (1.4.3, 1.4.11)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

STYLES = Path(settings.BASE_DIR) / "static" / "css"
PAIR = re.compile(r"--([\w-]+):\s*light-dark\((#[0-9a-f]{3,6}),\s*(#[0-9a-f]{3,6})\)")
TOKENS = (STYLES / "tokens.css").read_text("utf-8")
ACCENTS = re.findall(r'\[data-accent="(\d)"\] \{\s*--accent: light-dark\((#\w+), (#\w+)\)', TOKENS)
COLOURS = {name: (light, dark) for name, light, dark in PAIR.findall(TOKENS) if name != "accent"}
GROUNDS = ("page", "paper", "raised", "sunk")
LIGHT, DARK = 0, 1


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_is_right():
    """Black on white, and the grey that is known to be the lightest that passes."""
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_all_tokens_were_found():
    assert len(ACCENTS) == 8
    assert set(GROUNDS) <= COLOURS.keys()


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", ["ink", "text", "quiet", "link", "visited", "hover", "now"])
def test_words_can_be_read_on_every_ground(words, ground, scheme):
    assert contrast(COLOURS[words][scheme], COLOURS[ground][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("line", ["edge", "focus"])
def test_lines_that_mean_something_can_be_seen_on_every_ground(line, ground, scheme):
    assert contrast(COLOURS[line][scheme], COLOURS[ground][scheme]) >= 3


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("words", "ground"), [("note", "note-ground"), ("ink", "mark-ground"), ("text", "note-ground")]
)
def test_words_can_be_read_on_tints(words, ground, scheme):
    assert contrast(COLOURS[words][scheme], COLOURS[ground][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize("ground", ["page", "paper", "raised"])
@pytest.mark.parametrize("accent", ACCENTS, ids=lambda accent: accent[0])
def test_names_of_sections_can_be_read(accent, ground, scheme):
    assert contrast(accent[1 + scheme], COLOURS[ground][scheme]) >= 4.5


def test_colours_are_named_in_one_place():
    """Components take colours by name; what is for paper may say black and white."""
    for path in STYLES.glob("*.css"):
        if path.name != "tokens.css":
            screen = path.read_text("utf-8").split("@media print")[0]
            assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", screen) == [], path.name
