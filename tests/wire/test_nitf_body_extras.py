"""What `class` and `function` say in NITF beyond its elements."""

from __future__ import annotations

import pytest

from articles.wire import nitf_body, xml
from articles.wire.story import Credit, Role


@pytest.mark.parametrize(
    ("nitf", "html"),
    [
        ('<p>a <em class="strong">b</em></p>', "<p>a <strong>b</strong></p>"),
        ('<p>a <em class="bold">b</em></p>', "<p>a <strong>b</strong></p>"),
        ('<p>a <em class="sup"><em>b</em></em></p>', "<p>a <sup><em>b</em></sup></p>"),
        ("<p>H<num><sub>2</sub></num>O</p>", "<p>H<sub>2</sub>O</p>"),
        ('<hl2 class="h3">a</hl2>', "<h3>a</h3>"),
        ('<hl2 class="other">a</hl2>', "<h2>a</h2>"),
        ('<p class="pre">a  b\n c <em>d</em></p>', "<pre>a  b\n c <em>d</em></pre>"),
        ('<ol seqnum="4"><li>a</li></ol>', '<ol start="4"><li>a</li></ol>'),
    ],
)
def test_the_body(nitf: str, html: str) -> None:
    """Elements that NITF does not have are told by the class, where a list begins by its number."""
    root = xml.load(f"<nitf><body><body.content>{nitf}</body.content></body></nitf>".encode()).root
    assert "\n".join(block.html for block in nitf_body.read(root).blocks) == html


@pytest.mark.parametrize(
    ("byline", "credit"),
    [
        ("<person>Ada Lind</person>", Credit("Ada Lind")),
        ('<person>Ada Lind<function value="editor"/></person>', Credit("Ada Lind", Role.EDITOR)),
        ('<person>Ada Lind<function value="Mayor"/></person>', Credit("Ada Lind")),
        ("<person>Ada Lind</person>, <location>Oslo</location>", Credit("Ada Lind", Role.AUTHOR, "Oslo")),
    ],
)
def test_the_byline(byline: str, credit: Credit) -> None:
    """A person's function is the role, a location beside it the place."""
    head = f"<body.head><byline>{byline}</byline></body.head>"
    root = xml.load(f"<nitf><body>{head}<body.content><p>a</p></body.content></body></nitf>".encode()).root
    assert nitf_body.read(root).credits == (credit,)
