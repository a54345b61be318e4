"""The plain text of a mail as copy: flowed lines joined, quotations marked, signatures taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile

from articles.wire.copy import notices
from articles.wire.copy.plain import Copy, Region
from articles.wire.story import BlockType, Problem

_QUOTE = re.compile(r"(?:>[ \t]?)+")
_SIGNATURE = re.compile(r"^-- ?$")
_SIGNATURE_LINES = 12
_FORWARDED = re.compile(
    r"""
    [ \t>]*(?:
        [-_]{2,}\s*(?:forwarded\s(?:message|by\b.*)|original\s(?:message|mail)|original-nachricht|ursprüngliche\snachricht
          |weitergeleitete\snachricht|message\s(?:transféré|d.origine)|mensaje\s(?:reenviado|original)
          |mensagem\s(?:encaminhada|original)|messaggio\s(?:inoltrato|originale)|пересылаемое\sсообщение
          |исходное\sсообщение|iletilen\s(?:mesaj|ileti)|orijinal\smesaj|doorgestuurd\sbericht|oorspronkelijk\sbericht
          |przekazana\swiadomość|転送メッセージ|转发(?:的)?(?:邮件|信息))\s*[-_]{2,}.*
      | begin\sforwarded\smessage:? | anfang\sder\sweitergeleiteten\s(?:e-mail|nachricht):?
      | début\sdu\smessage\sréexpédié\s?:?
      | inicio\sdel\smensaje\sreenviado:? | inizio\smessaggio\sinoltrato:?
    )[ \t]*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FIELD = re.compile(
    r"[ \t>*]*(?:from|to|cc|bcc|date|sent|subject|reply-to|organization|importance|attachments?"
    r"|von|an|datum|gesendet|betreff|antwort\san|de|à|a|envoyé|objet|enviado(?:\sel)?|para|fecha|asunto|assunto|data|da|inviato|oggetto"
    r"|от|кому|дата|отправлено|тема|kimden|kime|tarih|konu|gönderilme|van|aan|verzonden|onderwerp)\*?\s?[:：]\*?(?:\s|$)",
    re.IGNORECASE,
)
_SENDER = re.compile(
    r"[ \t>*]*(?:from|von|de|от|kimden|da|van|från|fra|od)\*?\s?[:：]\*?\s*\S", re.IGNORECASE
)
_SENT = re.compile(
    r"(?:^|[\s*])(?:sent|date|gesendet|datum|envoyé|enviado|fecha|data|inviato|отправлено|дата|gönderilme|tarih"
    r"|verzonden|skickat|sendt|wysłano)(?:\s(?:el|em|tarihi))?\*?\s?[:：]",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:^|[\s*])(?:subject|betreff|objet|asunto|assunto|oggetto|тема|konu|onderwerp|ämne|emne|temat)\*?\s?[:：]",
    re.IGNORECASE,
)
_LAST_MARK = re.compile(r"[ \t]*[-_]{2,}\s*(?:end\sof\s)?(?:forwarded|original)\smessage.*$", re.IGNORECASE)
_UUENCODED = re.compile(
    r"^begin [0-7]{3,4} (?P<name>[^\n]{1,120})\n(?:[ -`]{1,80}\n){0,400000}?(?:`|[ \t]*)?\n?end[ \t]*$",
    re.MULTILINE,
)
_YENC = re.compile(r"^=ybegin [^\n]*?name=(?P<name>[^\n]{1,120})\n", re.MULTILINE)


_MOST_FILES = 50  # in one text that are taken out


@dataclass
class Text:
    """A plain text of a mail: its characters, the quotations in it, and what was taken out."""

    chars: str
    quotes: list[tuple[int, int]] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rights: str | None = None  # the copyright line of a footer

    def copy(self, offset: int) -> Copy:
        """The text as copy that stands at an offset of a longer one."""
        regions = tuple(Region(start, end, BlockType.QUOTE) for start, end in self.quotes)
        return Copy(self.chars, range(offset, offset + len(self.chars)), (), regions)


def read(text: str, *, flowed: bool = False, delsp: bool = False) -> Text:
    """A part of plain text as it is to be read."""
    found = Text("")
    text = _without_files(text, found)
    lines = [(0, line) for line in text.split("\n")]
    if flowed:
        lines = _joined(text.split("\n"), delsp)
    lines = _without_signature(lines, found)
    lines = _without_mailing(lines, found)
    lines = _without_forwarding(lines, found)
    _written(lines, found)
    return found


def _without_files(text: str, found: Text) -> str:
    """The text without files that were encoded into it."""
    if "\nbegin " in f"\n{text}":
        while len(found.files) < _MOST_FILES and (match := _UUENCODED.search(text)):
            found.files.append(match["name"].strip())
            text = text[: match.start()] + text[match.end() :]
    while len(found.files) < _MOST_FILES and (match := _YENC.search(text)):
        end = re.compile(r"^=yend[^\n]*$", re.MULTILINE).search(text, match.end())
        found.files.append(match["name"].strip())
        text = text[: match.start()] + (text[end.end() :] if end else "")
    return text


def _joined(lines: list[str], delsp: bool) -> list[tuple[int, str]]:
    """Flowed lines joined to paragraphs (RFC 3676), each with its depth of quotation before its `>`."""
    found: list[tuple[int, str]] = []
    open_line: tuple[int, list[str]] | None = None
    for line in lines:
        depth = len(line) - len(line.lstrip(">"))
        rest = line[depth:]
        rest = rest[1:] if rest.startswith(" ") else rest
        soft = rest.endswith(" ") and rest != "-- "
        if open_line is not None and (open_line[0] != depth or rest == "-- "):
            found.append((open_line[0], "".join(open_line[1])))
            open_line = None
        if open_line is None:
            open_line = (depth, [])
        open_line[1].append(rest[:-1] if soft and delsp else rest)
        if not soft:
            found.append((depth, "".join(open_line[1])))
            open_line = None
    if open_line is not None:
        found.append((open_line[0], "".join(open_line[1])))
    return found


def _without_signature(lines: list[tuple[int, str]], found: Text) -> list[tuple[int, str]]:
    """The lines above the last mark of a signature, where no more follows than a signature holds."""
    for place in range(len(lines) - 1, -1, -1):
        if lines[place][0] == 0 and _SIGNATURE.match(lines[place][1]):
            below = [line.strip() for _, line in lines[place + 1 :]]
            filled = [line for line in below if line]
            sharp = lines[place][1] == "-- " or len(filled) <= 4
            if len(filled) > _SIGNATURE_LINES or not sharp or any(len(line) > 200 for line in filled):
                return lines
            if filled:
                said = " / ".join(filled)
                found.problems.append(
                    Problem("signature", f"The sender's signature was left out: “{said[:600]}”")
                )
            return lines[:place]
    return lines


def _without_forwarding(lines: list[tuple[int, str]], found: Text) -> list[tuple[int, str]]:
    """The lines without the headers that mail programs write above what they forward; its text stays."""
    kept: list[tuple[int, str]] = []
    place = 0
    while place < len(lines):
        line = lines[place][1]
        bare = _SENDER.match(line) is not None and _is_header([text for _, text in lines[place : place + 8]])
        if not bare and not _FORWARDED.match(line):
            if not _LAST_MARK.match(line):
                kept.append(lines[place])
            place += 1
            continue
        said = [] if bare else [line.strip()]
        place += not bare
        while place < len(lines) and not lines[place][1].strip(" >\t"):
            place += 1
        inside = False
        while place < len(lines) and (text := lines[place][1]).strip(" >\t"):
            if not _FIELD.match(text) and not (inside and len(said) < 30):
                break
            inside = True
            said.append(text.strip())
            place += 1
        kept.append((0, ""))
        found.problems.append(
            Problem(
                "forwarded", f"The header of a forwarded message was left out: “{' / '.join(said)[:600]}”"
            )
        )
    return kept


def _is_header(lines: list[str]) -> bool:
    """Do lines open with sender, date and subject, as mail programs write them above what they forward?"""
    block = list(takewhile(lambda line: line.strip(" >\t"), lines))
    return is_header("\n".join(block)) and sum(_FIELD.match(line) is not None for line in block) > 2


def is_header(text: str) -> bool:
    """Does a text name sender, date and subject as the header of a message does?"""
    return bool(_SENDER.match(text) and _SENT.search(text) and _ABOUT.search(text))


def header(blocks: list[str]) -> int:
    """How many of the first blocks are the header of a message that was forwarded; 0 where none is."""
    if not blocks or len(blocks[0]) > 1500:
        return 0
    if is_header(blocks[0]):
        return 1
    marked = _FORWARDED.match(blocks[0]) is not None
    fields = list(takewhile(lambda text: len(text) < 400 and _FIELD.match(text), blocks[marked:]))
    joined = "\n".join(fields)
    if len(fields) > 1 and any(map(_SENDER.match, fields)) and _ABOUT.search(joined):
        return marked + len(fields)
    return int(marked and len(blocks) > 1)


_IN_BROWSER = re.compile(
    r"(?:view|read|see|open) (?:this|it).{0,30}\bbrowser\b.{0,20}"
    r"|.{0,60}\bim browser (?:ansehen|anzeigen|lesen|öffnen).{0,20}"
    r"|.{0,60}dans (?:votre|un) navigateur.{0,20}|.{0,60}en (?:tu|su|el) navegador.{0,20}",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\s*[(<]https?://[^\s()<>]{1,2000}[)>]\s*")
_IMAGE = re.compile(
    r"[ \t>]*\[(?:(?:inline )?image|bild|imagem?|imagen|cid)\s?:[^\]\n]{0,200}\][ \t]*", re.IGNORECASE
)
_DASHES = re.compile(r"-{20,}\s*")
_LEAVE = re.compile(
    r"\b(?:unsubscribe|update your (?:subscription )?preferences|abmelden|désinscri|darse de baja)",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r"={20,}\s*$|copyright (?:©|\(c\))|©.{0,80}all rights reserved|you are receiving this e-?mail"
    r"|our mailing address is|want to change how you receive",
    re.IGNORECASE,
)
_MOST_FOOT = 40  # lines of a footer


def _without_mailing(lines: list[tuple[int, str]], found: Text) -> list[tuple[int, str]]:
    """The lines without what a newsletter service writes above and below: previews, addresses, ways to leave.

    Its headings, which it marks by asterisks and a line of dashes, are plain lines.
    """
    for place, (_, line) in enumerate(lines[:8]):
        if _IN_BROWSER.fullmatch(_ADDRESS.sub("", line).strip(" *")):
            _told(lines[: place + 1], found)
            lines = lines[place + 1 :]
            break
    last = next(
        (
            place
            for place in range(len(lines) - 1, max(-1, len(lines) - 15), -1)
            if _LEAVE.search(lines[place][1])
        ),
        None,
    )
    if last is not None:
        least = max(1, last - _MOST_FOOT)
        foot = next((place for place in range(least, last) if _FOOT.match(lines[place][1])), None)
        if foot is not None:
            _told(lines[foot:], found)
            lines = lines[:foot]
    kept: list[tuple[int, str]] = []
    for depth, line in lines:
        if _DASHES.fullmatch(line) and kept and kept[-1][1].startswith("** "):
            kept[-1] = (kept[-1][0], kept[-1][1][3:])
            kept.append((depth, ""))
        elif "[" in line and _IMAGE.fullmatch(line):
            found.problems.append(
                Problem("attachment", f"A picture in the text was left out: “{line.strip()}”")
            )
        else:
            kept.append((depth, line))
    return kept


def _told(lines: list[tuple[int, str]], found: Text) -> None:
    said = " / ".join(line.strip() for _, line in lines if line.strip())
    found.problems.append(Problem("mail-footer", f"A footer of the mail was left out: “{said[:600]}”"))
    found.rights = next((line for _, line in lines if notices.copyright_line(line)), found.rights)


def _written(lines: list[tuple[int, str]], found: Text) -> None:
    """Write the lines down; those that quote lose their `>` and are marked."""
    chars: list[str] = []
    size = 0
    quote: int | None = None
    for depth, line in lines:
        mark = _QUOTE.match(line) if not depth else None
        quoted = bool(depth or mark)
        text = line[mark.end() :] if mark else line
        if quote is not None and (not quoted or not text.strip()):
            found.quotes.append((quote, size - 1))
            quote = None
        if quoted and text.strip() and quote is None:
            if chars and chars[-1].strip():
                chars.append("\n")
                size += 1
            quote = size
        chars.append(text + "\n")
        size += len(text) + 1
    if quote is not None:
        found.quotes.append((quote, size - 1))
    found.chars = "".join(chars)
