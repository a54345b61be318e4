"""News items as stories: identity, management, and the components of each."""

from __future__ import annotations

import re
from collections.abc import Iterable

from articles.wire import nitf_body, nitf_head, sayings, stamps, xml
from articles.wire.formats.newsml12 import components, contents, metadata, pictures
from articles.wire.formats.newsml12.components import Layout, Unit
from articles.wire.formats.newsml12.contents import formal
from articles.wire.formats.newsml12.topics import Topics
from articles.wire.holds import hold
from articles.wire.record import Record
from articles.wire.story import Block, Media, PubStatus, Role, WireStory

_REVISION = re.compile(r"\d{1,9}[A-Za-z]?")
_CANCELED = frozenset(
    ("canceled", "cancelled", "killed", "kill", "cancel", "withdrawn", "withdraw", "delete", "deleted")
)
_HELD = frozenset(("withheld", "hold", "held"))
_ORDERS = frozenset(("kill", "cancel", "withdraw", "delete", "retract"))


def stories(roots: Iterable[xml.Element], timezone: str) -> list[WireStory]:
    """The stories of all news items below (or among) the roots, in order."""
    found = [item for root in roots for item in root.iter("{*}NewsItem")]
    known = {name: item for item in found if (name := _name(item))}
    shown = {
        target
        for item in found
        for target in _referred(item)
        if target in known and _is_picture(known[target])
    }
    topics = Topics(roots)
    told: list[WireStory] = []
    for item in found:
        if _name(item) in shown:
            continue
        joined = [known[target] for target in _referred(item) if target in shown]
        told += _stories(item, joined, topics, timezone)
    return told


def _name(item: xml.Element) -> str | None:
    return xml.value(item, "Identification", "NewsIdentifier", "PublicIdentifier")


def _referred(item: xml.Element) -> list[str]:
    return [
        target
        for reference in xml.each(item, "NewsItemRef")
        if (target := (xml.attribute(reference, "NewsItem") or xml.words(reference) or "").partition("#")[0])
    ]


def _is_picture(item: xml.Element) -> bool:
    outer = xml.child(item, "NewsComponent")
    return outer is not None and not Layout(item).is_story(outer)


def _stories(item: xml.Element, joined: list[xml.Element], topics: Topics, timezone: str) -> list[WireStory]:
    outers = list(xml.children(item, "NewsComponent"))
    if not outers:
        record = Record(timezone)
        _manage(record, item)
        return [record.story()] if record.get("pubstatus") is PubStatus.CANCELED and record.get("uri") else []
    layout = Layout(item)
    units = layout.units(outers[0] if len(outers) == 1 else item)
    told: list[WireStory] = []
    for index, unit in enumerate(units):
        record = Record(timezone)
        _manage(record, item)
        _distinguish(record, item, unit, index if len(units) > 1 else None)
        _describe(record, item, unit, layout, topics)
        _fill(record, unit, layout, joined)
        notes = [record.get("ednote"), record.get("usageterms")]
        if _status(item) == "embargoed":
            hold(record, notes)
        if any(map(record.get, ("headline", "body", "description", "pubstatus"))) or record.listed("media"):
            told.append(record.story())
    return told


# ── Identity and management ──────────────────────────────────────────────────────────────────────────────
def _manage(record: Record, item: xml.Element) -> None:
    identifier = xml.child(item, "Identification", "NewsIdentifier")
    revision = xml.child(identifier, "RevisionId")
    record.set("version", xml.words(revision))
    record.set("uri", _without_revision(xml.value(identifier, "PublicIdentifier"), revision))
    management = xml.child(item, "NewsManagement")
    record.date("created", xml.value(management, "FirstCreated"))
    record.date("updated", xml.value(management, "ThisRevisionCreated"))
    issued = xml.value(identifier, "DateId")
    if issued and not (record.get("created") or record.get("updated")) and stamps.read(issued):
        record.date("created", issued)
    record.urgency(formal(management, "Urgency"))
    status = _status(item)
    orders = {(formal(one) or "").lower() for one in xml.children(management, "Instruction")}
    if status in _CANCELED or orders & _ORDERS:
        record.status(PubStatus.CANCELED)
    elif status in _HELD:
        record.status(PubStatus.WITHHELD)
    if status in ("embargoed", *_HELD):
        for change in xml.children(management, "StatusWillChange"):
            if (formal(change, "FutureStatus") or "usable").lower() == "usable":
                record.date("embargoed", xml.value(change, "DateAndTime"))
        if status != "embargoed" and record.get("embargoed"):
            record.values.pop("pubstatus", None)
    for kind in ("DerivedFrom", "AssociatedWith"):
        for element in xml.children(management, kind):
            record.link("related", xml.attribute(element, "NewsItem"))
    for holder in (item, management):
        for comment in xml.children(holder, "Comment"):
            if xml.attribute(comment, "FormalName") is None:
                record.note("ednote", xml.words(comment))


def _status(item: xml.Element) -> str:
    return (formal(item, "NewsManagement", "Status") or "").lower()


def _without_revision(name: str | None, revision: xml.Element | None) -> str | None:
    """The public identifier without its revision, which ends in a letter where metadata alone changed."""
    if not name:
        return None
    front, _, last = name.rpartition(":")
    number = xml.words(revision) or ""
    said = {number, f"{number}{xml.attribute(revision, 'Update') or ''}"}
    if front and (last in said or (name.count(":") > 4 and _REVISION.fullmatch(last))):
        return front
    return name


def _distinguish(record: Record, item: xml.Element, unit: Unit, index: int | None) -> None:
    """Tell apart the stories of one item, and items whose identifier names their agency alone."""
    identifier = xml.child(item, "Identification", "NewsIdentifier")
    name = record.get("uri")
    if name is None or (index is None and not (name.startswith("urn:newsml:") and name.count(":") == 2)):
        return
    part = xml.attribute(unit.component, "Duid")
    if part in (None, "0"):
        if index is not None:
            part = formal(unit.component, "DescriptiveMetadata", "Language") or str(index + 1)
        else:
            said = (xml.value(identifier, name) for name in ("NewsItemId", "DateId"))
            part = next((one for one in said if one not in (None, "0")), None)
    if part not in (None, "0"):
        record.values["uri"] = f"{name}#{part}"


# ── Components ───────────────────────────────────────────────────────────────────────────────────────────
def _describe(record: Record, item: xml.Element, unit: Unit, layout: Layout, topics: Topics) -> None:
    """Take lines and metadata; what an inner component says goes before what its surroundings say."""
    chain = [*reversed(unit.chain), *layout.inside(unit.component), item]
    creator = Role.AUTHOR if layout.is_story(unit.component) or not _shows(unit) else Role.PHOTOGRAPHER
    metadata.source(record, chain, topics)
    for component in chain:
        metadata.lines(record, component, creator)
        metadata.administrative(record, component, topics, creator)
        metadata.descriptive(record, component, topics)
        metadata.rights(record, component)
        for comment in xml.children(component, "Comment"):
            if xml.attribute(comment, "FormalName") is None:
                record.note("ednote", xml.words(comment))
    record.set("slugline", xml.value(item, "Identification", "NameLabel"))


def _shows(unit: Unit) -> bool:
    """Is there a photograph in it?"""
    return any(contents.kind(one) == "image" for one in xml.each(unit.component, "ContentItem"))


def _fill(record: Record, unit: Unit, layout: Layout, joined: list[xml.Element]) -> None:
    """Take the texts and pictures of a story."""
    blocks: list[Block] = []
    inline: list[Media] = []
    for part, item in components.texts(layout, unit.component):
        if part == contents.HEADLINE:
            record.set("headline", contents.text(item))
        elif part == contents.ABSTRACT:
            record.set("description", contents.text(item))
        elif part == contents.CONTACT:
            record.note("ednote", "\n".join(block.text for block in contents.body(item).blocks))
        elif part == contents.BODY:
            pages = contents.nitfs(item)
            for page in pages:
                blocks += _take_nitf(record, page)
            if not pages:
                found = contents.body(item)
                blocks += found.blocks
                inline += found.media
    for other in unit.others:
        for part, item in components.texts(layout, other):
            if part == contents.ABSTRACT:
                record.set("description", contents.text(item))
    record.body(blocks)
    metadata.subheadline(record, reversed(unit.chain))
    for media in _media(unit, layout, joined):
        record.media(media)
    for media in inline:
        record.media(media)
    _link(record, unit, [name for item in joined if (name := _name(item))])
    sayings.take(record)


def _take_nitf(record: Record, nitf: xml.Element) -> tuple[Block, ...]:
    content = nitf_body.read(nitf)
    nitf_body.fill(record, content, body=False)
    if xml.name(nitf).lower() != "nitf":
        return content.blocks
    head = nitf_head.Head(nitf)
    if not record.listed("subjects"):
        nitf_head.subjects(record, head)
    nitf_head.file(record, head)
    nitf_head.names(record, head)
    for note in head.all("ed-msg"):
        record.note("ednote", note.get("info"))
    return content.blocks


def _media(unit: Unit, layout: Layout, joined: list[xml.Element]) -> list[Media]:
    story = unit.component
    beside = [*unit.others]
    for item in joined:
        beside += xml.children(item, "NewsComponent")
    if not layout.is_story(story) and not _tells(story):
        return pictures.media([story, *beside])
    inside = [child for child in xml.children(story, "NewsComponent") if not layout.is_story(child)]
    return pictures.media_of_story(story, [*inside, *beside])


def _tells(component: xml.Element) -> bool:
    """Is there a story right beside the pictures of a component?"""
    items = list(xml.children(component, "ContentItem"))
    texts = [one for one in items if contents.kind(one) == "text" and contents.says_something(one)]
    return contents.part(formal(component, "Role")) == contents.BODY and bool(texts)


def _link(record: Record, unit: Unit, joined: list[str]) -> None:
    """Take the documents that belong to a story and are no pictures, and the items that it refers to."""
    for component in (*unit.chain, *unit.others):
        for item in xml.children(component, "ContentItem"):
            href = xml.attribute(item, "Href")
            if href and contents.kind(item) == "other":
                title = dict(contents.properties(xml.child(item, "Characteristics"))).get("title")
                record.link("related", href, title)
        for reference in xml.children(component, "NewsItemRef"):
            if (target := xml.attribute(reference, "NewsItem")) not in joined:
                record.link("related", target)
        for line in xml.children(xml.child(component, "NewsLines"), "MoreLink"):
            record.link("related", xml.words(line))
