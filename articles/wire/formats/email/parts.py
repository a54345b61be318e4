"""Which parts of a message are its text, which are its pictures, and which are files that are only named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import Message
from html import unescape

from articles.wire.formats.email import message
from articles.wire.story import Media, Problem

_SILENT = frozenset(
    (
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-keys",
        "message/delivery-status",
        "message/disposition-notification",
        "text/rfc822-headers",
        "text/x-vcard",
        "text/vcard",
        "text/directory",
    )
)
_TAG = re.compile(r"<[^<>]{0,4000}>")
# tags of an office program's own names: <o:p>, <![if !mso]>, <?xml:namespace …>
_OFFICE = re.compile(r"</?[a-zA-Z]\w{0,20}:[a-zA-Z][^<>]{0,400}>|<!\[[^<>]{0,200}>|<\?xml[^<>]{0,400}>")
_HIDDEN = re.compile(r"<(head|style|script|title)\b[^<>]{0,2000}>|<!--", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"""
    (?:(?:does|do)\ not|doesn.t|cannot|can.t|unable\ to|not\ able\ to)
        \ (?:support|display|view|read|show).{0,40}\bhtml\b
    | \bhtml\b.{0,60}(?:enabled|capable|compatible|version) | html-fähig | kein\ html | version\ html
    | view\ (?:this\ (?:e-?mail|message)|it)\ (?:in|on)\ (?:your|a)\ (?:web\ )?browser
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COVER = 600  # characters of a letter to which the release is attached
_TEXT_FILE = re.compile(r"\.(?:txt|text|asc|md|html?)$", re.IGNORECASE)


def unseen(html: str) -> str:
    """HTML without what nobody sees: its head, styles, scripts and comments."""
    lower = html.lower()
    parts: list[str] = []
    at = 0
    unclosed: set[str] = set()
    for found in _HIDDEN.finditer(html):
        name = (found[1] or "").lower()
        if found.start() < at or name in unclosed:
            continue
        end = f"</{name}" if name else "-->"
        stop = lower.find(end, found.end())
        if stop < 0 or (stop := lower.find(">", stop)) < 0:
            unclosed.add(name)
            continue
        parts.append(html[at : found.start()])
        at = stop + 1
    return _shown(_OFFICE.sub("", "".join([*parts, html[at:]])))


_UNSHOWN = re.compile(
    r"<(div|span|p|td|table)\b[^<>]{0,1500}?display\s*:\s*none[^<>]{0,1500}>", re.IGNORECASE
)
_MOST_UNSHOWN = 50


def _shown(html: str) -> str:
    """HTML without the elements that are not displayed, such as the preview that lists of mails show."""
    if "none" not in html:
        return html
    at = 0
    for _ in range(_MOST_UNSHOWN):
        found = _UNSHOWN.search(html, at)
        if found is None:
            break
        depth, end = 0, None
        for tag in re.finditer(rf"<(/?){found[1]}\b[^<>]{{0,4000}}>", html[found.start() :], re.IGNORECASE):
            depth += -1 if tag[1] else 1
            if not depth:
                end = found.start() + tag.end()
                break
        if end is None:
            break
        html = html[: found.start()] + html[end:]
        at = found.start()
    return html


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the message and how it is written."""

    chars: str
    html: bool
    flowed: bool = False
    delsp: bool = False

    @property
    def size(self) -> int:
        """How much there is to read in it."""
        return len(
            "".join((unescape(_TAG.sub(" ", unseen(self.chars))) if self.html else self.chars).split())
        )


class Parts:
    """Sorts the parts of a message."""

    def __init__(self, mail: Message, charset: str | None) -> None:
        self.mail = mail
        self.asked = charset
        self.texts: list[Text] = []
        self.files: list[tuple[str, Text]] = []  # texts that are attached
        self.media: list[Media] = []
        self.problems: list[Problem] = []
        self.charset: str | None = None
        self.certainty = 1.0
        self.language: str | None = None
        self.inner: Message | None = None  # a message in this one
        self._nested: list[Text] = []

    def read(self) -> None:
        """Sort them all."""
        self.texts = [text for text in self._part(self.mail, 0) if text.size]
        self._attached()
        if not self.texts and self._nested:
            self.texts = self._nested
        elif self._nested:
            self.texts += self._nested
        for name, text in self.files:
            self.problems.append(
                Problem("attachment", f"An attached file was not read: “{name}” ({text.size} characters)")
            )

    def _attached(self) -> None:
        """A text that is attached to a short letter, or to none, is the text; the letter goes before it."""
        for name, text in list(self.files):
            if not _TEXT_FILE.search(name):
                continue
            own = sum(one.size for one in self.texts)
            if text.size > 200 and own < min(_COVER, text.size):
                self.texts.append(text)
                self.files.remove((name, text))

    # ── One part ─────────────────────────────────────────────────────────────────────────────────────────
    def _part(self, part: Message, depth: int) -> list[Text]:
        kind = message.kind(part)
        if depth > message.DEEPEST:
            self.problems.append(
                Problem("nested-parts", "Parts that lie too deep in one another were left out.")
            )
            return []
        if kind.startswith("multipart/"):
            return self._multipart(part, kind, depth)
        if kind in ("message/rfc822", "message/global", "message/news"):
            self._message(part, depth)
            return []
        if kind in _SILENT:
            return []
        if kind in ("text/plain", "text/html", "text/enriched", "text/markdown", "application/xhtml+xml") or (
            kind.startswith("text/")
            and not message.filename(part)
            and kind not in ("text/calendar", "text/css", "text/rtf")
        ):
            return self._text(part, kind)
        self._file(part, kind)
        return []

    def _multipart(self, part: Message, kind: str, depth: int) -> list[Text]:
        inner = message.parts_of(part)
        if not inner:
            payload = part.get_payload()
            return self._text(part, "text/plain") if isinstance(payload, str) and payload.strip() else []
        if kind == "multipart/signed":
            found = self._part(inner[0], depth + 1)
            for one in inner[1:]:
                found += self._part(one, depth + 1)
            return found
        if kind == "multipart/encrypted":
            self.problems.append(
                Problem("encrypted", "The text of this message is encrypted, so it cannot be read.")
            )
            return []
        forms = [self._part(one, depth + 1) for one in inner]
        if kind == "multipart/alternative":
            return self._better([texts for texts in forms if any(one.size for one in texts)])
        return [text for texts in forms for text in texts]

    def _better(self, found: list[list[Text]]) -> list[Text]:
        """Of several forms of one text the plain one, unless it is a stub beside the other."""
        plain = [texts for texts in found if not any(one.html for one in texts)]
        rich = [texts for texts in found if any(one.html for one in texts)]
        if not plain or not rich:
            return next(iter(plain or rich), [])
        small, large = sum(text.size for text in plain[0]), sum(text.size for text in rich[-1])
        if small < 0.35 * large and large > 120:
            return rich[-1]
        if small < 400 and large > small and any(_PLACEHOLDER.search(text.chars) for text in plain[0]):
            return rich[-1]
        return plain[0]

    def _message(self, part: Message, depth: int) -> None:
        """A message in this one: its text comes behind the own text, its pictures belong to this story."""
        inner = message.parts_of(part)
        if not inner:
            return
        if self.inner is None:
            self.inner = inner[0]
        self._nested += [text for text in self._part(inner[0], depth + 1) if text.size]

    def _text(self, part: Message, kind: str) -> list[Text]:
        chars, charset, certainty = message.text(part, self.asked, self.problems)
        html = kind in ("text/html", "application/xhtml+xml")
        if not html and _is_page(chars) and not message.filename(part):
            html = True
        text = Text(
            chars,
            html,
            flowed=(message.parameter(part, "format") or "").lower() == "flowed",
            delsp=(message.parameter(part, "delsp") or "").lower() == "yes",
        )
        if message.attached(part):
            if text.size:
                self.files.append((message.filename(part) or "without a name", text))
            return []
        if charset and (self.charset is None or self.charset == "us-ascii"):
            self.charset, self.certainty = charset, certainty
        if self.language is None and (language := message.field(part, "Content-Language")):
            self.language = language
        return [text]

    def _file(self, part: Message, kind: str) -> None:
        name = message.filename(part)
        identity = (message.field(part, "Content-ID") or "").strip("<> ")
        if (
            kind == "application/octet-stream"
            and name
            and (guess := _KINDS.get(name.rsplit(".", 1)[-1].lower()))
        ):
            kind = guess
        if kind.split("/")[0] in ("image", "video", "audio"):
            data = message.content(part)
            if kind.startswith("image/") and 0 < len(data) < 100:
                return  # a pixel
            href = (
                f"cid:{identity}"
                if identity and not message.attached(part)
                else name or (f"cid:{identity}" if identity else "")
            )
            if href:
                self.media.append(
                    Media(href, mimetype=kind, caption=message.field(part, "Content-Description"))
                )
                return
        if name or kind != "application/octet-stream":
            self.problems.append(
                Problem("attachment", f"An attached file was not read: “{name or 'without a name'}” ({kind})")
            )


_KINDS = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
}


def _is_page(text: str) -> bool:
    return bool(re.match(r"\s*<(?:!doctype html|html|head|body)\b", text[:400], re.IGNORECASE))
