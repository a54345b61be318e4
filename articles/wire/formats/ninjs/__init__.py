"""ninjs 1.0 to 3.3, IPTC's news in JSON, and what agencies and editorial systems make of it.

One item, a list of them, JSON Lines, or the answer of an interface that holds them. Names count in any case:
they are small in ninjs 1 and 2, and have capitals inside in 3.
The standard: https://iptc.org/standards/ninjs/
"""

from __future__ import annotations

from articles.wire import json_document
from articles.wire.errors import MalformedDocument, NoStory
from articles.wire.formats.ninjs import items, story
from articles.wire.story import Parsed, Problem, WireFormat


def sniff(head: bytes) -> bool:
    """Is an item of ninjs among the first values?"""
    value = json_document.glance(head)
    return value is not None and bool(items.find((value,))[0])


def parse(document: bytes, charset: str | None = None, timezone: str = "UTC") -> Parsed:
    """Read the stories of a document.

    Raises `NoStory` where there are only events and plans of coverage, and other `WireError`s for what cannot
    be read.
    """
    loaded = json_document.load(document, charset)
    found, others = items.find(loaded.values)
    if not found:
        found, others = items.find(loaded.values, lenient=True)
    if not found:
        raise MalformedDocument("There is no item of ninjs in this document.")
    plans = sum(items.is_plan(item) for item in found)
    if plans == len(found):
        holds = "an event or the plan of a coverage" if plans == 1 else f"{plans} events or plans of coverage"
        raise NoStory(f"There is no news story in this document; it holds {holds}.")
    stories = [story.read(item, timezone) for item in found if not items.is_plan(item)]
    problems = list(loaded.problems)
    if plans:
        problems.append(Problem("no-story", f"Events and plans of coverage were left out: {plans}."))
    if others:
        problems.append(Problem("no-story", f"Objects that are no items of ninjs were left out: {others}."))
    return json_document.parsed("ninjs", loaded, stories, problems)


FORMAT = WireFormat(label="ninjs", sniff=sniff, parse=parse, split=json_document.split)
