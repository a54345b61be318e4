"""What of a page stands around its text, and what is a menu, a footer or a box of other stories."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from articles.wire.formats.html.page import Element, ancestors, text_of, words_of
from articles.wire.formats.html.vocabulary import BOXES, BYLINES, PAIRS, STANDFIRSTS, word_set

_PAST = word_set("nav footer aside")


@dataclass
class Around:
    """What of the page belongs to the head of the story: elements in order, those of the frame left out."""

    page_root: Element
    roots: list[Element]

    def __post_init__(self) -> None:
        self.order = {element: place for place, element in enumerate(self.page_root.iter("*"))}
        self.first = min((self.order.get(root, 0) for root in self.roots), default=0)
        last = self.roots[-1] if self.roots else self.page_root
        self.last = max((self.order.get(one, 0) for one in (last, *last.iter("*"))), default=0)
        self.within = set(self.roots)

    def apart(self, element: Element) -> bool:
        """Does the element stand in a menu, a footer, a box of other stories?"""
        for above in (element, *ancestors(element)):
            tag = above.tag
            if tag in ("body", "html") or above in self.within:
                return False
            words = words_of(above)
            if tag in _PAST and not (tag == "footer" and "meta" in words):
                return True
            if above is not element and words and not words.isdisjoint(_FRAME):
                return True
        return False

    @cached_property
    def paragraphs(self) -> list[Element]:
        """The first paragraphs of the text that are long enough to be its sentences."""
        some = (one for root in self.roots for one in islice(root.iter("p"), 60))
        heads = STANDFIRSTS | BYLINES
        return [one for one in some if len(text_of(one)) > 60 and words_of(one).isdisjoint(heads)]

    def opens(self, element: Element) -> bool:
        """Does the element stand in the text, above its first paragraph?"""
        first = next(
            (one for one in self.paragraphs if one is not element and element not in one.iterancestors()),
            None,
        )
        return first is not None and self.order.get(element, 0) < self.order.get(first, 0)

    def distance(self, element: Element) -> int:
        """How far above the text the element stands; large where it stands below."""
        place = self.order.get(element, 0)
        return self.first - place if place <= self.first else 100_000 + place


_FRAME = (BOXES | PAIRS) - word_set(
    """
    share shares social socials tools toolbar a11y tags topics skip print follow ad ads
    widget bio authorinfo trust login banner widgets register popup toolbox player gallery
    slideshow slider carousel respond rating feedback invisible
    """
)
