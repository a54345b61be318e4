"""The items of an export, their fields by name, and all that is told once for the whole site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from articles.wire import xml
from articles.wire.wordpress.pictures import plain, plain_address

# What WordPress and common plugins keep among the posts and readers never see as an article.
FURNITURE = frozenset(
    [
        *("nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request"),
        *("wp_template", "wp_template_part", "wp_navigation", "wp_global_styles", "wp_font_family"),
        *("wp_font_face", "wp_pattern", "feedback", "jp_pay_order", "jp_pay_product", "jp_mem_plan"),
        *("acf", "acf-field", "acf-field-group", "acf-post-type", "acf-taxonomy", "wpcf7_contact_form"),
        *("flamingo_inbound", "flamingo_contact", "wpforms", "elementor_library", "elementor_font"),
        *("elementor_icons", "shop_order", "shop_order_refund", "shop_coupon", "scheduled-action"),
        *("amp_validated_url", "tablepress_table", "popup", "popup_theme", "ml-slider", "ml-slide"),
        *("mc4wp-form", "et_pb_layout", "vc_grid_item", "safecss", "grunion_contact_form", "spucpt"),
        *("bp-email", "edd_log", "edd_payment", "advanced_ads", "wp-types-group", "polylang_mo"),
    ]
)
ATTACHMENT = "attachment"
SHARED_BLOCK = "wp_block"
GUEST = "guest-author"
USUAL = frozenset(("post", "page", ""))
_DEEPEST = 20  # categories in one another
_PLAIN = frozenset(("title", "link", "description", "category", "guid", "pubDate"))


@dataclass(slots=True)
class Item:
    """One item: the text of its elements by local name, its categories, its meta data, its comments' number.

    `categories` are taxonomy, nicename and name. The content is `content`, the excerpt `excerpt`.
    """

    fields: dict[str, str] = field(default_factory=dict)
    categories: list[tuple[str, str, str]] = field(default_factory=list)
    meta: dict[str, list[str]] = field(default_factory=dict)
    comments: int = 0

    @property
    def kind(self) -> str:
        """The type of post."""
        return self.fields.get("post_type", "").strip().lower()

    @property
    def status(self) -> str:
        """The status as WordPress knows it."""
        return self.fields.get("status", "").strip().lower()

    @property
    def number(self) -> int | None:
        """The number of the post."""
        return whole(self.fields.get("post_id"))

    def first(self, *keys: str) -> str | None:
        """The first of these meta data that has a value."""
        for key in keys:
            for found in self.meta.get(key, ()):
                if found.strip():
                    return found.strip()
        return None

    def is_story(self) -> bool:
        """Was this for readers to read? Types of post that are not known are, if they have a text."""
        kind = self.kind
        if kind in FURNITURE or kind in (ATTACHMENT, SHARED_BLOCK, GUEST):
            return False
        if kind in USUAL and self.status != "auto-draft":
            return True
        return bool(self.fields.get("content", "").strip())


def whole(text: str | None) -> int | None:
    """A number of WordPress's, or None."""
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 13 and int(text) else None


def read(element: xml.Element) -> Item:
    """The item that an element holds."""
    item = Item()
    fields = item.fields
    own = xml.namespace(element)
    for child in element.iterchildren("*"):
        space, _, name = child.tag.rpartition("}")
        if name in _PLAIN and space[1:] != own:
            continue
        if name == "postmeta":
            key = xml.value(child, "meta_key")
            if key and (value := xml.child(child, "meta_value")) is not None:
                item.meta.setdefault(key, []).append(_text(value))
        elif name == "comment":
            item.comments += 1
        elif name == "category":
            if text := plain(_text(child)):
                found = (child.get("domain", "").strip(), child.get("nicename", "").strip(), text)
                item.categories.append(found)
        else:
            if name == "encoded":
                name = "excerpt" if "excerpt" in space else "content"
            if name not in fields and (text := _text(child)):
                fields[name] = text
    return item


def _text(element: xml.Element) -> str:
    """What an element holds as a string; HTML that nobody escaped is written out again."""
    if not len(element):
        return element.text or ""
    parts = [element.text or ""]
    parts += [etree.tostring(inner, encoding="unicode", method="html") for inner in element.iterchildren("*")]
    return "".join(parts)


class Site:
    """Authors, categories, attachments and shared blocks of an export, found by what items call them."""

    def __init__(self, roots: Iterable[xml.Element]) -> None:
        self.language: str | None = None
        self.authors: dict[str, str] = {}
        self.sections: dict[str, tuple[str, str]] = {}  # name and parent by nicename
        self.stories: list[Item] = []
        self.left_out: dict[str, int] = {}
        self.blocks: dict[int, str] = {}
        self.by_number: dict[int, Item] = {}
        self.by_address: dict[str, Item] = {}
        self.by_parent: dict[int, list[Item]] = {}
        self.guests: dict[str, str] = {}
        for root in roots:
            for element in root.iter("{*}author", "{*}category", "{*}term", "{*}item", "{*}language"):
                self._take(element, xml.name(element))

    def _take(self, element: xml.Element, name: str) -> None:
        if name == "item":
            self._item(read(element))
        elif name == "author":
            self._author(element)
        elif name == "language":
            if self.language is None and xml.name(element.getparent()) == "channel":
                self.language = xml.words(element)
        elif name == "category" or xml.value(element, "term_taxonomy") == "category":
            slug = xml.value(element, "category_nicename") or xml.value(element, "term_slug")
            label = xml.child(element, "cat_name")
            label = xml.child(element, "term_name") if label is None else label
            if slug and label is not None:
                parent = xml.value(element, "category_parent") or xml.value(element, "term_parent") or ""
                self.sections.setdefault(slug, (plain(label.text or ""), parent))

    def _author(self, element: xml.Element) -> None:
        login = xml.value(element, "author_login")
        if not login:
            return
        display = xml.child(element, "author_display_name")
        name = plain(display.text or "") if display is not None else ""
        if not name:
            names = (xml.value(element, "author_first_name"), xml.value(element, "author_last_name"))
            name = " ".join(filter(None, names))
        if name:
            self.authors.setdefault(login.casefold(), name)

    def _item(self, item: Item) -> None:
        kind, number = item.kind, item.number
        if kind == ATTACHMENT:
            self._attachment(item, number)
        elif kind == SHARED_BLOCK:
            if number:
                self.blocks.setdefault(number, item.fields.get("content", ""))
        elif kind == GUEST:
            name = plain(item.first("cap-display_name") or item.fields.get("title", ""))
            for key in (item.fields.get("post_name", ""), item.first("cap-user_login") or ""):
                if key and name:
                    self.guests.setdefault(key.removeprefix("cap-").casefold(), name)
        elif item.is_story():
            self.stories.append(item)
        else:
            self.left_out[kind or "post"] = self.left_out.get(kind or "post", 0) + 1

    def _attachment(self, item: Item, number: int | None) -> None:
        if number:
            self.by_number.setdefault(number, item)
        if address := (item.fields.get("attachment_url") or "").strip():
            self.by_address.setdefault(without_scheme(plain_address(address)), item)
        if parent := whole(item.fields.get("post_parent")):
            self.by_parent.setdefault(parent, []).append(item)

    def author(self, login: str, nicename: str = "") -> str:
        """The name to show of an author that is named by a login, or by the nicename of a guest."""
        for key in (login, nicename.removeprefix("cap-"), login.removeprefix("cap-")):
            key = " ".join(key.split()).casefold()
            if found := self.authors.get(key) or self.guests.get(key):
                return found
        return login

    def parents(self, nicename: str) -> tuple[str, ...]:
        """The names of the sections above one, outermost first."""
        found: list[str] = []
        _, parent = self.sections.get(nicename, ("", ""))
        while parent in self.sections and len(found) < _DEEPEST:
            name, above = self.sections[parent]
            if parent == nicename or name in found:
                break
            found.insert(0, name)
            parent = above
        return tuple(found)


_SCHEME = re.compile(r"^(?:https?:)?//", re.IGNORECASE)


def without_scheme(address: str) -> str:
    """An address as it is compared: sites move from `http:` to `https:`, their old texts do not."""
    return _SCHEME.sub("", address)
