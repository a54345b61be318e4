"""Finds the text of an article on its page.

Every stretch of text between two breaks is a line with a worth: sentences are worth something, links and
scraps cost something. The part of the page that is worth most is the article, unless a part that calls itself
the article's text is worth nearly as much.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from articles.wire.formats.html.page import Element, ancestors, marks, words_of
from articles.wire.formats.html.vocabulary import body_marks, word_set

_BLOCKS = word_set(
    """
    p div li ul ol br tr td th table tbody section article header footer h1 h2 h3 h4 h5 h6
    figure figcaption dd dt dl blockquote address aside main center form nav pre hr body
    fieldset details summary caption
    """
)
_CONTAINERS = word_set(
    """
    div section article main td body center form span font blockquote tr tbody table p
    """
)
# what can hold an article; a paragraph, an item or a quotation alone is none
_PARTS = word_set(
    """
    div section article main td body center form span font tr tbody table html
    """
)
_SENTENCE = re.compile(r"[.!?…。！？؟।։។፡](?:[\"'”’»)\]」』]*)(?:\s|$)|[。！？]")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TRIED = 200  # of the worthiest parts of a page that may be boxes apart
_LEAST = 0.25  # of it: worth enough for one of several articles on a page
_LITTLE = 2.0
_SMALL_PART = 0.15
_NEARLY = 0.5  # of the page's best part: worth enough for a part that is named as the text
_LITTLE_MORE = 1.4  # of the text in its named parts: what the part that holds them may hold
_MARKED = 0.35  # the same for a part that a vocabulary marks as the text
_MOST_OF = 0.35  # of the text: a part that holds more is no box, whatever it is called


@dataclass
class _Worth:
    """What the lines in an element are worth: the balance, and the good ones alone."""

    element: Element
    balance: float = 0.0
    good: float = 0.0


@dataclass
class Found:
    """The parts that hold the text, in order, and what each element of the page is worth."""

    roots: list[Element]
    worth: dict[Element, float] = field(default_factory=dict)
    total: float = 0.0

    def holds_much(self, element: Element) -> bool:
        """Is so much of the text in this element that it cannot be a box beside it?"""
        return self.worth.get(element, 0.0) > _MOST_OF * max(self.total, 0.01)


def _line(text: str, linked: int) -> float:
    """What a line is worth: sentences much, scraps a little less than nothing, links less."""
    size = len(text)
    if not size:
        return 0.0
    weight = size if text.isascii() else size + 1.5 * len(_WIDE.findall(text))
    share = linked / size
    if share > 0.5:
        return -0.6 - min(weight / 400, 0.6)
    sentence = _SENTENCE.search(text) is not None
    if weight < 25 or (weight < 80 and not sentence):
        return -0.15 if not sentence else 0.1
    commas = text.count(",") + text.count("，") + text.count("、") + text.count("،")
    return (min(weight / 100, 4.0) + min(commas * 0.25, 1.5) + (0.3 if sentence else 0.0)) * (1 - share)


def weigh(body: Element) -> dict[Element, _Worth]:
    """What each element below the body is worth, in one walk."""
    found: dict[Element, _Worth] = {}
    stack: list[_Worth] = []
    line: list[str] = []
    links = linked = 0

    def end_line() -> None:  # called where there is anything in the line
        nonlocal linked
        text = " ".join("".join(line).split())
        if text:
            value = _line(text, min(linked, len(text)))
            here = stack[-1]
            here.balance += value
            if value > 0:
                here.good += value
        line.clear()
        linked = 0

    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag
        if event == "start":
            if tag in _BLOCKS:
                if line and stack:
                    end_line()
                stack.append(_Worth(element))
                found[element] = stack[-1]
            elif not stack:
                stack.append(_Worth(element))
                found[element] = stack[-1]
            if tag == "a":
                links += 1
            if element.text:
                line.append(element.text)
                if links:
                    linked += len(element.text.strip())
        else:
            if tag == "a":
                links = max(0, links - 1)
            if tag in _BLOCKS:
                if line:
                    end_line()
                if len(stack) > 1:
                    done = stack.pop()
                    if not _outside(element):
                        stack[-1].balance += done.balance
                        stack[-1].good += done.good
            if element.tail and element is not body:
                line.append(element.tail)
                if links:
                    linked += len(element.tail.strip())
    if line and stack:
        end_line()
    return found


def _outside(element: Element) -> bool:
    """Does the element's text count for nothing around it: a menu, comments, a hidden part?"""
    tag = element.tag
    if tag in ("nav", "footer", "figcaption", "figure", "aside"):
        return True
    if tag in ("html", "body", "article", "main"):
        return False
    if not element.attrib:
        return False
    if "hidden" in element.attrib:
        return True
    words = words_of(element)
    return not words.isdisjoint(_APART) or HIDDEN.search(element.get("style") or "") is not None


_APART = word_set(
    """
    comments comment disqus livefyre related newsletter footer cookie cookies consent gdpr
    sidebar recommended recommendations popular trending commentlist taboola outbrain modal
    overlay paywall capping
    """
)


def _apart(element: Element) -> bool:
    """Does an element stand in a part whose text counts for nothing: a comment, a box of other stories?"""
    return any(_outside(one) for one in (element, *ancestors(element)))


def find(body: Element) -> Found:
    """The parts of the page that hold the article's text."""
    worth = weigh(body)
    parts = [one for one in worth.values() if one.element.tag in _PARTS]
    parts.sort(key=lambda one: -one.balance)
    best = next((one for one in parts[:_TRIED] if not _apart(one.element)), parts[0] if parts else None)
    if best is None or best.balance <= 0:
        return Found(
            [body], {key: one.good for key, one in worth.items()}, worth[body].good if body in worth else 0.0
        )
    roots = (
        _by_property(worth, best.balance)
        or _by_name(worth, best.balance)
        or _by_element(worth, best.balance)
        or [_deepest(worth, best)]
    )
    total = sum(worth[root].good for root in roots if root in worth)
    return Found(roots, {key: one.good for key, one in worth.items()}, total)


def _deepest(worth: dict[Element, _Worth], best: _Worth) -> Element:
    """The innermost element that is worth as much as the best."""
    element = best.element
    while True:
        inner = [
            one
            for one in element.iterchildren("*")
            if one in worth and worth[one].balance >= best.balance - 1e-9
        ]
        if len(inner) != 1 or inner[0].tag not in _PARTS:
            return element
        element = inner[0]


def _by_property(worth: dict[Element, _Worth], best: float) -> list[Element]:
    """The parts marked as `articleBody` of schema.org, `content:encoded` of RDFa, or hNews and h-entry."""
    for names in (("articlebody", "reviewbody", "encoded"), ("e-content", "entry-content")):
        schema = names[0] == "articlebody"
        found = []
        for element in worth:
            attrib = element.attrib
            if not attrib:
                continue
            get = attrib.get
            said = (
                f"{get('itemprop', '')} {get('property', '')} {get('name', '')}"
                if schema
                else get("class", "")
            )
            if any(name.rpartition(":")[2] in names for name in said.lower().split()):
                found.append(element)
        if found := _together(found, worth, best, _MARKED if schema else _NEARLY):
            return found
    return []


def _by_name(worth: dict[Element, _Worth], best: float) -> list[Element]:
    """The parts that a class name or id calls the text of the article; of several names the worthiest."""
    named: dict[str, list[Element]] = {}
    for element, one in worth.items():
        if (
            one.balance > 0
            and element.tag in _CONTAINERS
            and element.tag not in ("p", "body")
            and element.attrib
        ):
            for mark in body_marks(marks(element)):
                named.setdefault(mark, []).append(element)
    groups = [_together(group, worth, best) for group in named.values()]
    groups = [group for group in groups if group]
    if not groups:
        return []
    # of parts in one another that are worth the same, the innermost is the text itself
    best_group = max(
        groups,
        key=lambda group: (
            round(sum(worth[one].balance for one in group), 1),
            len(list(group[0].iterancestors())),
        ),
    )
    return _gathered(best_group, worth)


def _gathered(group: list[Element], worth: dict[Element, _Worth]) -> list[Element]:
    """Where each paragraph bears the name, the part that holds them and the headings between them."""
    above = group[0].getparent()
    if len(group) < 2 or above not in worth or any(one.getparent() is not above for one in group[1:]):
        return group
    if above.tag in ("body", "html") or _apart(above):
        return group
    return [above] if worth[above].good <= _LITTLE_MORE * sum(worth[one].good for one in group) else group


def _together(
    found: list[Element], worth: dict[Element, _Worth], best: float, least: float = _NEARLY
) -> list[Element]:
    """The outermost of these elements that belong to one article, if they are worth enough of the page."""
    seen = set(found)
    outer = [one for one in found if not any(above in seen for above in one.iterancestors())]
    outer = [one for one in outer if worth[one].balance > 0.2 and not _apart(one)]
    if not outer:
        return []
    all_of_them = sum(worth[one].balance for one in outer)
    if len(outer) > 1:
        top = _first(outer, worth)
        outer = [one for one in outer if one is top or _same_story(top, one)]
    own = sum(worth[one].balance for one in outer)
    return outer if all_of_them >= least * best and own >= _LEAST * best else []


def _first(found: list[Element], worth: dict[Element, _Worth]) -> Element:
    """The first of the parts that is worth half of the best: pages go on with other articles below."""
    best = max(worth[one].balance for one in found)
    least = min(best, _NEARLY * best)
    return next(one for one in found if worth[one].balance >= least)


def _same_story(top: Element, other: Element) -> bool:
    """Is the other part a further one of the same article, not another article's?"""
    if top.tag == "p" and other.tag == "p":
        return True
    common = set(top.iterancestors())
    for above in other.iterancestors():
        if above in common:
            return True
        if above.tag in ("article", "aside", "footer", "li", "nav"):
            return False
    return False


def _by_element(worth: dict[Element, _Worth], best: float) -> list[Element]:
    """The `article` that is worth most, else `main`."""
    for tags in (("article",), ("main",)):
        found = [
            one
            for one in worth.values()
            if (one.element.tag in tags or (tags == ("main",) and one.element.get("role") == "main"))
            and not _apart(one.element)
        ]
        if found:
            top = worth[_first([one.element for one in found], worth)]
            if sum(one.balance for one in found) >= _NEARLY * best and top.balance >= _LEAST * best:
                return [_deepest(worth, top)]
    return []
