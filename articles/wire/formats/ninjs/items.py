"""Which objects of a JSON document are items of ninjs, and what holds them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MARKS = _words(
    """
    standard firstcreated versioncreated contentcreated firstpublished pubstatus representationtype headlines
    descriptions bodies renditions associations copyrightnotice copyrightholder usageterms ednote slugline
    altids infosource infosources eventdetails plannedcoverage trustindicator trustindicators rightsinfo
    embargoed embargoeduntil urgency evolvedfrom located charcount wordcount digitalsourcetype contentwarnings
    """
)
_PREFIXES = ("body_", "description_", "headline_")
_TEXTS = frozenset(
    ("headline", "headlines", "title", "body", "bodies", "descriptions", "byline", "by", "type")
)
_TYPES = _words(
    "text audio video picture graphic composite component event planning preformatted advisory story"
)
_PLANS = frozenset(("event", "planning"))
_HOLDERS = ("item", "items", "_items", "newsitems", "hits", "results", "data", "docs", "stories", "_source")
_DEPTH = 6  # holders in one another


def looks_like(value: Any) -> bool:
    """Is this an object of ninjs? A name of its own and one thing that only ninjs has, or two such things."""
    if not isinstance(value, dict):
        return False
    names = {str(name).lower().lstrip("$") for name in value}
    marks = len(names & _MARKS) + sum(name.startswith(_PREFIXES) for name in names)
    if "standard" in names and "ninjs" in str(value.get("standard", value.get("$standard"))).lower():
        return True
    identified = bool(names & {"uri", "guid"})
    if identified and "type" in names and str(value.get("type")).lower() in _TYPES:
        return bool(marks or names & (_TEXTS - {"type"}))
    return marks >= 2 or (identified and marks == 1 and bool(names & _TEXTS))


def find(values: tuple[Any, ...], lenient: bool = False) -> tuple[list[dict[str, Any]], int]:
    """The items of ninjs in the values of a document, in order, and how many objects beside them are none.

    A `lenient` look takes any object with a headline or a text for an item.
    """
    found: list[dict[str, Any]] = []
    others = 0
    for value in _candidates(values):
        if looks_like(value) or (lenient and _TEXTS & {str(name).lower() for name in value}):
            found.append(value)
        else:
            others += 1
    return found, others


def _candidates(values: tuple[Any, ...]) -> Iterator[dict[str, Any]]:
    """Objects that may be items: those of the document, and those that objects around them hold."""
    waiting: list[tuple[Any, int, _Texts]] = [(value, 0, {}) for value in reversed(values)]
    while waiting:
        value, depth, texts = waiting.pop()
        if isinstance(value, list):
            inner = [item for item in reversed(value) if isinstance(item, dict | list)]
            waiting += [(item, depth, texts if len(inner) == 1 else {}) for item in inner]
        elif isinstance(value, dict):
            held = [] if looks_like(value) or depth >= _DEPTH else _held(value)
            if held:
                texts = (_beside(value) or texts) if len(held) == 1 else {}
                waiting += [(item, depth + 1, texts) for item in reversed(held)]
            elif value:
                yield value if not texts or _texts(value) else {**value, **texts}


_Texts = dict[str, Any]


def _beside(holder: dict[str, Any]) -> _Texts:
    """The text that stands beside the one item it is of: AP's items come without, and it is fetched apart."""
    found = holder.get("nitf")
    return _texts(found) if isinstance(found, dict) else {}


def _texts(value: dict[str, Any]) -> _Texts:
    return {name: text for name, text in value.items() if str(name).lower().startswith("body_")}


def _held(value: dict[str, Any]) -> list[Any]:
    """What the answer of an agency's interface holds: `{"item": [ … ]}`, `{"data": {"item": … }}`."""
    return [inner for name in _HOLDERS if isinstance(inner := value.get(name), dict | list) and inner]


def is_plan(item: dict[str, Any]) -> bool:
    """Is the item an event or the plan of a coverage, and no story?"""
    kind = item.get("type")
    if isinstance(kind, str) and kind.strip():
        return kind.strip().lower() in _PLANS
    return any(str(name).lower() in ("eventdetails", "plannedcoverage") for name in item)
