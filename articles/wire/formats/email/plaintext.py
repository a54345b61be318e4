"""The plain text of a mail as copy: flowed lines joined, quotations marked, signatures taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

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
        if not _FORWARDED.match(line):
            if not _LAST_MARK.match(line):
                kept.append(lines[place])
            place += 1
            continue
        said = [line.strip()]
        place += 1
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
