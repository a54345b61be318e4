"""Shortcodes: words in square brackets that WordPress and its plugins replace when a page is shown.

Square brackets are also what editors write (`[sic]`, `[1]`, `[the minister]`). A name that is not known is
taken for a shortcode only if it is closed, has a quoted value, or is spelled as no word is.
"""

from __future__ import annotations

import re
from html import escape

_TAG = re.compile(r"\[(\[?)(/?)([A-Za-z][\w-]*)((?:[\s\xa0=/][^\[\]]*)?)\](\]?)")
_CLOSING = re.compile(r"\[/([A-Za-z][\w-]*)\]")
_QUOTES = "\"'“”″‘’"
_VALUE = re.compile(rf"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|[“”″]([^“”″]*)[“”″]|([^\s{_QUOTES}/]+))""")
_QUOTED = re.compile(rf"[\w-]\s*=\s*(?:[{_QUOTES}]|&quot;|&#8221;)")
_URL = re.compile(r"https?://[^\s\"'<>\[\]“”″]+")
_NUMBERS = re.compile(r"\d{1,12}")
_PICTURE = re.compile(
    r"(?:https?:)?/[^\s\"'<>]+\.(?:jpe?g|png|gif|webp|avif)(?:\?[^\s\"'<>]*)?", re.IGNORECASE
)

_GAP = "\n\n"

_PICTURED = frozenset(("caption", "wp_caption"))
_GALLERIES = frozenset(("gallery", "playlist"))
_PLAYED = frozenset(("audio", "video", "wpvideo"))
_RAW = frozenset(("vc_raw_html", "vc_raw_js"))  # what they enclose is packed
_CODE = frozenset(("code", "sourcecode"))
_QUOTES_OF_TEXT = frozenset(("blockquote", "pullquote", "su_quote", "su_pullquote"))
_EMBEDS = frozenset(
    [
        *("embed", "youtube", "vimeo", "tweet", "twitter", "instagram", "facebook", "soundcloud", "spotify"),
        *("dailymotion", "tiktok", "ted", "flickr", "slideshare", "scribd", "googlemaps", "wpvideo"),
        *("fve", "embedyt", "pinterest", "twitch", "tumblr", "issuu", "kickstarter", "polldaddy"),
        *("crowdsignal", "playbuzz", "giphy", "reddit", "bandcamp", "mixcloud"),
    ]
)
# Those of plugins that are met alone and without values.
_OTHERS = frozenset(
    [
        *("toc", "contact-form-7", "contact-form", "contact-field", "gravityform", "gravityforms", "wpforms"),
        *(
            "ninja_form",
            "ninja_forms",
            "formidable",
            "mc4wp_form",
            "mailpoet_form",
            "jetpack_subscription_form",
        ),
        *("sitemap", "archives", "recent-posts", "portfolio", "testimonials", "products", "woocommerce_cart"),
        *("woocommerce_checkout", "woocommerce_my_account", "ad", "adrotate", "ads", "adsense", "rev_slider"),
        *("metaslider", "layerslider", "nggallery", "ngg", "tablepress", "table", "footnotes", "latex"),
        *("wpgmza", "google-map", "print-me", "print_link", "page-list", "pagelist", "child-pages", "dfp"),
        *("powerpress", "liveblog", "podcast_subscribe", "jetpack-related-posts"),
        *("shareaholic", "addtoany", "ssba", "sociable", "vc_row", "vc_column"),
    ]
)
_KNOWN = _PICTURED | _GALLERIES | _PLAYED | {"embed", "youtube", "vimeo", "tweet"} | _OTHERS


def closing(content: str) -> frozenset[str]:
    """The names of the shortcodes that are closed anywhere in a content."""
    return frozenset(_CLOSING.findall(content)) if "[/" in content else frozenset()


def carried_out(html: str, closed: frozenset[str], gone: dict[str, None]) -> str:
    """The HTML without shortcodes: pictures, players and links for those that are known to show them.

    Of others the text that they enclose stays. The names of those that enclose none go to `gone`.
    """
    if "[" not in html:
        return html
    out: list[str] = []
    position = 0
    for tag in _TAG.finditer(html):
        if tag.start() < position:
            continue
        escaped, slash, name, values, double = tag.groups()
        if not _is_shortcode(name, values, closed):
            continue
        end = tag.end()
        shown = ""
        if escaped:
            if double:
                shown = tag[0][1:-1]
            else:
                end = _end(html, f"[/{name}]]", tag.end())
                shown = html[tag.start() + 1 : end - 1] if end else tag[0]
                end = end or tag.end()
        else:
            end -= len(double)
            if not slash:
                shown, end = _shown(html, end, name, values, closed, gone)
            elif html.startswith("[", end) and not html.startswith("[/", end):
                shown = _GAP  # between boxes
        out += (html[position : tag.start()], shown)
        position = end
    return "".join(out) + html[position:] if out else html


def _is_shortcode(name: str, values: str, closed: frozenset[str]) -> bool:
    if name in _KNOWN:
        return not values or values[0] != "=" or name in _EMBEDS
    if name in closed:
        return True
    if name in _EMBEDS and ("=" in values or _URL.search(values)):
        return True
    if "_" in name:
        return name.islower()
    return bool(values) and len(name) > 1 and name.islower() and _QUOTED.search(values) is not None


def _end(html: str, mark: str, position: int) -> int:
    """Where the first `mark` behind a position ends, or 0."""
    found = html.find(mark, position)
    return found + len(mark) if found >= 0 else 0


def _shown(
    html: str, start: int, name: str, text: str, closed: frozenset[str], gone: dict[str, None]
) -> tuple[str, int]:
    """What stands for a shortcode whose opening ends at `start`, and where it ends."""
    enclosing = name in closed and not text.endswith("/")
    takes = name in _PICTURED or name in _PLAYED or name in _CODE or name in _EMBEDS
    mark = f"[/{name}]"
    end = _end(html, mark, start) if enclosing and takes else 0
    inner = html[start : end - len(mark)] if end else ""
    end = end or start
    if name in _RAW and enclosing:
        gone[f"[{name}]"] = None
        return "", _end(html, mark, start) or start
    if name in _CODE and inner:
        inner = inner.strip("\n")
        return f"<pre>{escape(inner, quote=False) if '<' in inner else inner}</pre>", end
    if name in _PICTURED:
        inner = carried_out(inner, frozenset(), gone) if "[" in inner else inner
        return _captioned(inner, _values(text)), end
    if name in _GALLERIES:
        values = _values(text)
        numbers = _NUMBERS.findall(values.get("ids") or values.get("include") or "")
        return "".join(f'<img class="wp-image-{number}">' for number in numbers), end
    if name in _PLAYED and (address := _URL.search(f"{text} {inner}".replace("&quot;", '"'))):
        tag = "audio" if name == "audio" else "video"
        return f'<{tag} src="{escape(address[0])}"></{tag}>', end
    if name in _EMBEDS:
        if address := _URL.search(f"{text} {inner}".replace("&quot;", '"')):
            shown = address[0].replace("&amp;", "&")
            return f'\n\n<p><a href="{escape(shown)}">{escape(shown)}</a></p>\n\n', end
        if inner:
            return inner, end
    if name in _QUOTES_OF_TEXT and enclosing:
        end = _end(html, mark, start)
        if end:
            inner = carried_out(html[start : end - len(mark)], closed - {name}, gone)
            return f"<blockquote>{inner}</blockquote>", end
    if not enclosing:
        if picture := _pictured(_values(text)):
            return picture, end
        gone[f"[{name}]"] = None
    return "", end


def _pictured(values: dict[str, str]) -> str:
    """The picture that a page builder's shortcode shows: by its address, or by the attachment's number."""
    address = values.get("src", "")
    if _PICTURE.fullmatch(address):
        return f'<img src="{escape(address)}" alt="{escape(values.get("alt", ""))}">'
    number = values.get("image", "")
    return f'<img class="wp-image-{number}">' if _NUMBERS.fullmatch(number) else ""


def _values(text: str) -> dict[str, str]:
    if '"' not in text:
        text = text.replace("&quot;", '"')
    return {found[0].lower(): next(filter(None, found[1:]), "") for found in _VALUE.findall(text)}


def _captioned(inner: str, values: dict[str, str]) -> str:
    """A picture with its caption, which older versions gave as a value and newer ones behind the picture."""
    caption = values.get("caption", "")
    if not caption:
        picture = inner.rfind("<img")
        end = inner.find(">", picture) + 1 if picture >= 0 else 0
        link = inner.find("</a>", end)
        if end and link >= 0 and not inner[end:link].strip():
            end = link + len("</a>")
        inner, caption = inner[:end], inner[end:]
    number = _NUMBERS.search(values.get("id", ""))
    mark = f' data-id="{number[0]}"' if number else ""
    return f"<figure{mark}>{inner}<figcaption>{caption.strip()}</figcaption></figure>"
