"""The outward signs of a document: what family of formats its first bytes belong to, and its first names.

Looked at once for all formats, so that no two of them can understand the same beginning differently. Which of
its family a document is, each format says for itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Family(StrEnum):
    """What the bytes are to the eye, before any reading."""

    XML = "xml"
    HTML = "html"  # a whole page; a piece of HTML is text
    JSON = "json"
    MAIL = "mail"
    HEADED = "headed"  # opens with a header of IPTC 7901 or ANPA 1312, or with its control character SOH
    IMAGE = "image"
    TEXT = "text"  # all else, an empty document and a binary one too


@dataclass(frozen=True, slots=True)
class Signs:
    """What the beginning of a document shows.

    `head` is the beginning without byte order mark and, of UTF-16, without its zeros: good for a look, not
    for reading. Of XML, `root` is the local name of the root as written and `namespaces` are those declared
    in its tag. Of JSON, `keys` are all keys in the beginning, at whatever depth.
    """

    family: Family
    head: bytes
    root: str = ""
    namespaces: tuple[str, ...] = ()
    keys: frozenset[str] = frozenset()

    def namespace(self, part: str) -> bool:
        """Does a namespace of the root hold this text?"""
        return any(part in name for name in self.namespaces)


_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"\xff\xfe", b"\xfe\xff")
_IMAGE = re.compile(
    rb"\xff\xd8\xff | \x89PNG\r\n | II\x2a\0 | MM\0\x2a | RIFF.{4}WEBP | GIF8[79]a"
    rb"| .{4}ftyp(?:avif|avis|heic|heix|mif1|msf1)",
    re.VERBOSE | re.DOTALL,
)
_HEADED = re.compile(
    rb"""
    [\s\x7f\0\x16\x1b]{0,200} \x01
    | [^\x01]{0,200} \x01 (?=[A-Za-z]{1,8}[ ]?\d{2,6}(?:[ ]+\d[ ]+[A-Za-z]|[A-Za-z]{0,12}\x1f))  # noise above
    # the same headers where the line has lost its control characters
    | [\s\x16]{0,20} (?:ZCZC[ ])? [A-Za-z]{2,6}[ ]?\d{2,6} [ ]+\d [ ]+[A-Za-z]{1,6} [ ]+\d{1,6}\b
      [^\n]{0,60}\n (?=[^\0]{0,600}?(?:\x02|[ ]=[ \t]*\r?\n))
    | [\s\x16]{0,20} [A-Za-z][ ]?\d{3,4}[A-Za-z]{0,12}[\x1f ]?[\w-]{0,12} [ \t]*\r?\n
      [A-Za-z][ ][A-Za-z][\x11-\x14\s] [^\r\n]{0,80}? \b\d{1,2}-\d{1,2} (?:[ ]+\d{1,4})? [ \t]*\r?\n
    """,
    re.VERBOSE,
)
_JUNK = re.compile(rb"[^<]{0,64}?(?=<\?xml\s)")
# What a server wrote before the document, in HTML: `<br /><b>Warning</b>: … on line 3<br />`.
_BEHIND_WARNINGS = re.compile(rb"[^!]{0,900}?(?=<\?xml\s)")
_PROLOG = re.compile(
    rb"""
    (?> \s+ | <\?.*?\?> | <!--.*?--> | <!doctype\s[^>\[]*(?:\[.*?\]\s*)?> )*+
    < (?:[\w.-]+:)? (?P<root>[a-z_][\w.-]*) (?P<attributes>(?:\s[^<>]*)?) /?(?:>|$)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_DECLARED = re.compile(rb"(?>\s+|<!--.*?-->)*+<(?:\?xml\s|!doctype\s)", re.IGNORECASE | re.DOTALL)
_DOCTYPE_HTML = re.compile(rb"(?><\?xml[^>]*>|<!--.*?-->|\s+)*+<!doctype\s+html\b", re.IGNORECASE | re.DOTALL)
_NAMESPACE = re.compile(rb"""\sxmlns(?::[\w.-]+)?\s*=\s*["']([^"'<>]*)["']""")
_PAGE = frozenset(("html", "head", "body"))
_JSON = re.compile(
    rb"""
    \s* (?:\[\s*)* [{] (?> \s+ | //[^\n]*\n | /\*.*?\*/ )*+
    (?: "(?:[^"\\]|\\.){1,200}" \s* : | '[^'\\\n]{1,60}' \s* : | [}]\s*\Z )
    """,
    re.VERBOSE | re.DOTALL,
)
_KEY = re.compile(rb'"([^"\\]{1,60})"\s*:')
_FIELD = rb"(?:[!-9;-~]{1,60}[ \t]{0,9}:[^\n]*\n(?:[ \t][^\n]*\n)*)"
_MAIL = re.compile(
    rb"\s*(?:from\s+\S+[^\n]*\n|>from\s[^\n]*\n)?(?P<fields>" + _FIELD + rb"{1,400})", re.IGNORECASE
)
_OF_MAIL_ALONE = re.compile(
    rb"^(?:received|return-path|delivered-to|message-id|mime-version|content-transfer-encoding|dkim-signature"
    rb"|x-[\w-]+|authentication-results|arc-[\w-]+|content-type|envelope-to|list-unsubscribe)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_USUAL_IN_MAIL = re.compile(
    rb"^(from|to|cc|bcc|subject|date|sent|reply-to|sender)[ \t]*:", re.IGNORECASE | re.MULTILINE
)
# What programs call the fields of a message that they save as text.
_SAVED = re.compile(
    rb"^(?:(sent|gesendet|enviado(?: el)?|inviato|verzonden|bcc)"
    rb"|(from|to|cc|subject|von|an|betreff|de|para|asunto|da|a|oggetto|van|aan|onderwerp))[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_MAILBOX = re.compile(
    rb"\s*From \S+ [^\n]*\b(?:mon|tue|wed|thu|fri|sat|sun)\b[^\n]*\b\d{1,2}:\d\d[^\n]*\r?\n[!-9;-~]{1,60}:",
    re.IGNORECASE,
)
_ADDRESS = re.compile(rb"^(?:from|to|cc|reply-to|sender)[ \t]*:[^\n]*\S@\S", re.IGNORECASE | re.MULTILINE)


@lru_cache(maxsize=8)
def look(head: bytes) -> Signs:
    """What the first bytes of a document (at most `registry.HEAD`) show. Any bytes have an answer."""
    if _IMAGE.match(head):
        return Signs(Family.IMAGE, head)
    for mark in _MARKS:
        if head.startswith(mark):
            head = head[len(mark) :]
            break
    if b"\0" in head[:400]:
        head = head.replace(b"\0", b"")
    if _HEADED.match(head):
        return Signs(Family.HEADED, head)
    start = head.lstrip()[:1]
    if start in (b"{", b"[") and _JSON.match(head):
        keys = frozenset(key.decode("utf-8", "replace") for key in _KEY.findall(head))
        return Signs(Family.JSON, head, keys=keys)
    if start == b"<" or _JUNK.match(head):
        return _marked_up(head)
    if _is_mail(head):
        return Signs(Family.MAIL, head)
    return Signs(Family.TEXT, head)


def _marked_up(head: bytes) -> Signs:
    """XML, a page of HTML, or text that has some mark-up in it."""
    junk = _JUNK.match(head)
    start = head[junk.end() :] if junk else head
    tag = _PROLOG.match(start)
    if _DOCTYPE_HTML.match(start) and (tag is None or tag["root"].lower() not in _FEEDS):
        return Signs(Family.HTML, head)
    if tag is None:
        return Signs(Family.XML if _DECLARED.match(start) else Family.TEXT, head)
    root = tag["root"].decode("ascii", "replace")
    if root.lower() in _PAGE:
        return Signs(Family.HTML, head, root)
    namespaces = tuple(name.decode("utf-8", "replace") for name in _NAMESPACE.findall(tag["attributes"]))
    known = namespaces or _DECLARED.match(start) or root.lower() in _ROOTS
    if not known and (declared := _BEHIND_WARNINGS.match(start)):
        behind = _marked_up(start[declared.end() :])
        if behind.root.lower() in _ROOTS:
            return behind
    return Signs(Family.XML if known else Family.TEXT, head, root, namespaces)


# Roots of feeds, some of which come under a doctype of HTML.
_FEEDS = frozenset((b"rss", b"rdf", b"feed"))
# Roots by which XML is told from pasted HTML where it has neither declaration nor namespace.
_ROOTS = frozenset(
    [
        "nitf",
        "newsml",
        "newsitem",
        "newsmessage",
        "packageitem",
        "conceptitem",
        "knowledgeitem",
        "planningitem",
    ]
)
_ROOTS |= {"catalogitem", "itemset", "contentset", "groupset", "contentmeta"}
_ROOTS |= {"rss", "rdf", "channel", "feed", "entry", "item"}


def _is_mail(head: bytes) -> bool:
    head = head.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if _MAILBOX.match(head):
        return True
    block = _MAIL.match(head)
    if block is None:
        return False
    fields = block["fields"]
    usual = {name.lower() for name in _USUAL_IN_MAIL.findall(fields)}
    alone = {name.lower() for name in _OF_MAIL_ALONE.findall(fields)}
    if alone:
        return (
            bool(usual)
            or sum(not name.startswith(b"x-") for name in alone) > 1
            or b"multipart/" in fields.lower()
            or fields.count(b"\n") > 2
        )
    if len(usual) >= 3 and _ADDRESS.search(fields) is not None:
        return True
    saved = _SAVED.findall(fields)
    return any(time for time, _ in saved) and len({name.lower() for _, name in saved if name}) >= 2
