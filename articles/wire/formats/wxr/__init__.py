"""WordPress's export, WXR 1.0 to 1.2: an RSS 2.0 feed with a vocabulary of its own.

There is no standard but the program that writes it:
https://github.com/WordPress/WordPress/blob/master/wp-admin/includes/export.php
`docs/formats.md` tells what is read from which element.
"""

from __future__ import annotations

from dataclasses import replace

from articles.wire import signs, wordpress, xml
from articles.wire.errors import MalformedDocument
from articles.wire.formats.wxr.items import Site
from articles.wire.formats.wxr.splitting import split
from articles.wire.formats.wxr.stories import story
from articles.wire.story import Parsed, Problem, WireFormat


def sniff(head: bytes) -> bool:
    """Is the document a feed in the vocabulary of WordPress's export?"""
    return wordpress.is_export(signs.look(head))


def parse(document: bytes, charset: str | None = None, timezone: str = "UTC") -> Parsed:
    """Read posts and pages, and other types of post that have a text; raises `WireError`.

    An export without any has no stories. Problems of the whole document are told with the first story.
    """
    tree = xml.load(document, charset)
    if not any(xml.name(root) in ("rss", "channel", "item") for root in tree.roots):
        raise MalformedDocument(f"This is no export of WordPress: its root is <{xml.name(tree.root)}>.")
    site = Site(tree.roots)
    stories = [story(item, site, timezone) for item in site.stories]
    problems = tree.problems
    if site.left_out:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(site.left_out.items()))
        problems += (Problem("left-out", f"Left out, because they are no stories: {kinds}."),)
    if stories and problems:
        stories[0] = replace(stories[0], problems=problems + stories[0].problems)
    return Parsed("wxr", tree.charset, tree.certainty, tree.text, tuple(stories))


FORMAT = WireFormat(label="WordPress export (WXR)", sniff=sniff, parse=parse, split=split)
