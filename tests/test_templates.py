"""Templates and stylesheets of the public site, held to the rules of the house."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

ROOT = Path(settings.BASE_DIR)
TEMPLATES = sorted([*(ROOT / "templates").glob("*.html"), *(ROOT / "templates" / "articles").rglob("*.html")])
STYLES = sorted((ROOT / "static" / "css").glob("*.css"))
FONTS = ROOT / "static" / "fonts"

each_template = pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)

_COMMENT = re.compile(r"\{#.*?#\}", re.S)
_TRANSLATED = re.compile(r"\{% blocktranslate.*?%\}.*?\{% endblocktranslate %\}", re.S)
_CODE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.S)
_SAID = re.compile(r'\s(?:aria-label|alt|title|placeholder)="([^"]*)"')
_MARKUP = re.compile(r"<[^<>]*>", re.S)


def source(path: Path) -> str:
    return _COMMENT.sub("", path.read_text("utf-8"))


def test_there_are_templates():
    assert len(TEMPLATES) > 20
    assert len(STYLES) == 4


@each_template
def test_it_can_be_loaded(path):
    get_template(str(path.relative_to(ROOT / "templates")))


@each_template
def test_every_word_for_readers_can_be_translated(path):
    html = _CODE.sub("", _TRANSLATED.sub("", source(path)))
    for text in [*_SAID.findall(html), _MARKUP.sub("", html)]:
        assert not re.search(r"[^\W\d_]", text)


@each_template
def test_it_obeys_the_strict_policy_for_styles_and_scripts(path):
    html = source(path)
    assert " style=" not in html
    assert "<script" not in html
    assert "<style" not in html
    assert not re.search(r"\son\w+=", html)
    assert "|safe" not in html
    assert "autoescape off" not in html


@pytest.mark.parametrize("path", [p for p in TEMPLATES if p.name.startswith("_")], ids=lambda path: path.name)
def test_a_partial_opens_with_what_it_needs(path):
    assert path.read_text("utf-8").startswith("{# Needs: ")


def test_no_class_in_the_stylesheets_is_without_use():
    used = "".join(path.read_text("utf-8") for path in TEMPLATES)
    used += "".join(path.read_text("utf-8") for path in (ROOT / "articles" / "templatetags").glob("*.py"))
    used += "".join(path.read_text("utf-8") for path in (ROOT / "articles" / "filters.py",))
    # Made of a word and a value: level, kind and place of a card or picture, focal point, ratio.
    made = re.compile(r"(card--|story--|figure--|fx-|fy-|ratio-)\w+")
    for path in STYLES:
        css = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", path.read_text("utf-8"), flags=re.S)
        names = set(re.findall(r"\.([a-z][\w-]*)", css))
        unused = {name for name in names if name not in used and not made.fullmatch(name)}
        assert unused == set(), path.name


def test_selectors_have_no_ids_and_nothing_is_important():
    for path in STYLES:
        css = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
        assert "!important" not in css
        assert not re.findall(r"^\s*[^{};:]*#[a-z][\w-]*[^;]*\{", css, re.M), path.name


def test_every_font_is_there_with_its_licence_and_none_is_without_use():
    css = "".join(path.read_text("utf-8") for path in (ROOT / "static").rglob("*.css"))
    named = set(re.findall(r"fonts/([\w-]+\.woff2)", css))
    assert named == {path.name for path in FONTS.glob("*.woff2")}
    licence = (FONTS / "OFL.txt").read_text("utf-8")
    for family in ("Literata", "Public Sans", "Noto"):
        assert family in licence
    assert licence.count("SIL Open Font License, Version 1.1") >= 3
