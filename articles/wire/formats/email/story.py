"""One message as a story: the header gives keys, the text is read as wire copy, the other parts are named."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC
from email.message import Message
from email.utils import parsedate_to_datetime

from articles import markup
from articles.wire import copy, stamps
from articles.wire.copy import notices
from articles.wire.copy.draft import Draft
from articles.wire.copy.hypertext import Pasted, plain
from articles.wire.copy.plain import Copy, Mark, Region
from articles.wire.dates import Moment
from articles.wire.dates.moment import zone
from articles.wire.formats.email import message, plaintext
from articles.wire.formats.email.parts import Parts, unseen
from articles.wire.story import Block, BlockType, Media, Problem, Span, WireStory
from articles.wire.words import tidy

_IDENTITY = re.compile(r"<([^<>]{1,900})>")
_FOOTER = re.compile(
    r"""
    sent\ from\ (?:my\ |mail\ for\ |yahoo|outlook).{0,60} | get\ outlook\ for\ .{0,40}
    | von\ meinem\ .{0,40}\ gesendet | envoyé\ de(?:puis)?\ mon\ .{0,40} | enviado\ desde\ mi\ .{0,40}
    | .{0,200}\b(?:unsubscribe|opt[ -]out|abmelden|abbestellen|désinscri|se\ désabonner|darse\ de\ baja
        |cancelar\ (?:la\ )?suscripción|cancellati|abonelikten|отписаться
        |avregistrera|afmelden|wypisać|退订|配信停止).{0,400}
    | .{0,200}\b(?:view|read|see)\ (?:this\ (?:e-?mail|message|newsletter)|it)\ (?:in|on)
        \ (?:your|a|the)\ (?:web\ )?(?:browser|web).{0,100}
    | .{0,300}\b(?:intended\ (?:only\ |solely\ )?(?:for|recipient)|confidential\ (?:and|information)
        |legally\ privileged|vertrauliche\ informationen|strictement\ confidentiel
        |virus[ -](?:free|scan)|checked\ for\ viruses|scanned\ by)\b.{0,3000}
    | you\ (?:are\ receiving|received|have\ received)\ this\ (?:e-?mail|message|newsletter).{0,600}
    | this\ e-?mail\ was\ sent\ (?:to|by).{0,600}
    | [\w -]{1,60}\ mailing\ list
    | .{0,20}https?://\S+/(?:listinfo|unsubscribe|optout)\S* | _{20,}.{0,400} | -{20,}
    | to\ post\ to\ this\ group.{0,400} | yahoo!?\ groups\ (?:links|sponsor).{0,400}
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_NO_PICTURE = re.compile(
    r"(?:^|[/_.-])(?:logo|icon|spacer|pixel|blank|facebook|twitter|linkedin|instagram|youtube"
    r"|button|btn)s?(?:[/_.\d-]|$)",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:dear|hi|hello|hey|good\s(?:morning|afternoon|evening)|greetings|to\swhom"
    r"|sehr\sgeehrte|liebe|lieber|guten\s(?:tag|morgen)"
    r"|hallo|bonjour|cher|chère|chers|madame|estimad[oa]s?|hola"
    r"|buenos\sd[ií]as|gentil[ei]"
    r"|buongiorno|car[oaie]|prezad[oa]s?|olá|geachte|beste|уважаем|добрый|здравствуйте|sayın|merhaba|szanowni|各位|尊敬的)\b.{0,80}",
    re.IGNORECASE,
)
_TINY = 3  # pixels up to which a picture shows nothing
_NO_FOOTERS = 12  # blocks at the end that may be footers


class Reader:
    """Reads one message; its text stands behind the texts of the messages before it in `text`."""

    def __init__(self, text: str, charset: str | None, timezone: str) -> None:
        self.text = text
        self.asked = charset
        self.timezone = timezone
        self.charset: str | None = charset or "us-ascii"
        self.certainty = 1.0
        self.draft = Draft()
        self.rights: str | None = None

    def read(self, mail: Message) -> WireStory:
        """The story of a message."""
        parts = Parts(mail, self.asked)
        parts.read()
        self.charset, self.certainty = parts.charset or self.charset, parts.certainty
        self._header(mail, parts)
        self.draft.problems += parts.problems
        pasted, extra = self._copy(parts)
        subject = self.draft.has("headline")
        if not subject:  # the first line of the text is none
            self.draft.values["headline"] = _NO_HEADLINE
        story = copy.complete(pasted.copy, self.draft, self.timezone)
        media = [*parts.media, *pasted.media]
        media += [Media(name) for name in extra if _picture_name(name)]
        story = _greeted(_without_footers(_without_headers(story)))
        rights = self.rights or _copyright(story)
        values: dict[str, object] = {"media": tuple({one.href: one for one in media}.values())}
        if (story.description or "").casefold() == _bare(story.headline).casefold() != "":
            values["description"] = None
            values["problems"] = (*story.problems, _once_more(story.description or ""))
        if rights and not story.copyright:
            values["copyright"] = tidy(rights)
        if not subject:
            values["headline"] = None
        if language := message.field(mail, "Content-Language") or parts.language:
            values["language"] = language.split(",")[0].strip()
        keywords = [
            word
            for line in message.fields(mail, "Keywords")
            for word in re.split(r"[,;]", line)
            if word.strip()
        ]
        if keywords:
            values["keywords"] = tuple(dict.fromkeys([*map(tidy, keywords), *story.keywords]))
        return replace(story, **values)  # type: ignore[arg-type]

    # ── The header ───────────────────────────────────────────────────────────────────────────────────────
    def _header(self, mail: Message, parts: Parts) -> None:
        identity = message.field(mail, "Message-ID", "Message-Id")
        if identity:
            found = _IDENTITY.search(identity)
            bare = found[1] if found else identity.strip("<> ")
            self._take("uri", "".join(_COMMENT.sub("", bare).split()), identity)
        subject = message.field(mail, *_SUBJECT)
        if subject is None and parts.inner is not None:
            subject = message.field(parts.inner, *_SUBJECT)
        if subject:
            self._take("headline", subject, subject)
        else:
            self.draft.problem("no-headline", "The message has no subject.")
        said = message.field(mail, *_DATE)
        if said:
            moment = _moment(said, self.timezone)
            start = self._written(f"Date: {said}\n") + 6
            if moment is None or not moment.has_year:
                self.draft.problem("bad-date", f"“{said[:80]}” is no date that can be used for created.")
            else:
                self.draft.moment("created", moment, Span(start, start + len(said)))
        elif any(name.lower() == "date" for name, _ in mail.raw_items()):
            self.draft.problem("bad-date", "The date of the message is empty.")
        self._written("\n")

    def _take(self, key: str, value: str, said: str) -> None:
        label = "Subject" if key == "headline" else "Message-ID"
        start = self._written(f"{label}: {said}\n") + len(label) + 2 + max(said.find(value), 0)
        self.draft.found(key, value, start, start + len(value))

    def _written(self, text: str) -> int:
        start = len(self.text)
        self.text += text
        return start

    # ── The text ─────────────────────────────────────────────────────────────────────────────────────────
    def _copy(self, parts: Parts) -> tuple[Pasted, list[str]]:
        """The text of the message as copy, its place in all of the text noted, and names of files in it."""
        copies: list[Copy] = []
        media: list[Media] = []
        files: list[str] = []
        for text in parts.texts:
            if text.html:
                shown = unseen(text.chars)
                pasted = plain(shown)
                offset = self._written(shown + "\n\n")
                copies.append(_moved(pasted.copy, offset))
                media += (one for one in pasted.media if not _is_pixel(one))
                self.draft.problems += pasted.problems
            else:
                read = plaintext.read(text.chars, flowed=text.flowed, delsp=text.delsp)
                offset = self._written(read.chars + "\n\n")
                copies.append(read.copy(offset))
                files += read.files
                self.rights = self.rights or read.rights
                self.draft.problems += read.problems
        for name in files:
            self.draft.problem("attachment", f"A file in the text was left out: “{name}”")
        return Pasted(_one(copies), tuple(media)), files


_NO_HEADLINE = "\0"
# Beside the standard's names those under which programs save messages as text.
_SUBJECT = ("Subject", "Betreff", "Asunto", "Assunto", "Oggetto", "Onderwerp", "Konu")
_DATE = ("Date", "Sent", "Gesendet", "Enviado", "Enviado el", "Inviato", "Verzonden")
_COLON = re.compile(r"(?<=\d)\s*:\s*(?=\d)")
_COMMENT = re.compile(r"\([^()]{0,100}\)")


def _moment(said: str, timezone: str) -> Moment | None:
    """The date of a header: by its standard, obsolete spellings too, else however it can be read."""
    text = _COLON.sub(":", _COMMENT.sub("", said)).strip()
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return stamps.read(text, timezone) or stamps.read(said, timezone)
    if found.tzinfo is not None:
        return Moment(found, True, True, True)
    if text.endswith("-0000"):
        return Moment(found.replace(tzinfo=UTC), True, True, True)
    return Moment(found.replace(tzinfo=zone(timezone)), True, True, False)


def _is_pixel(one: Media) -> bool:
    """Does the picture only count readers, or stand for the sender or a network?"""
    small = (one.width or 9) <= _TINY or (one.height or 9) <= _TINY
    return small or _NO_PICTURE.search(one.href.partition("?")[0]) is not None


def _greeted(story: WireStory) -> WireStory:
    """The story whose standfirst is a greeting: it opens the text, and is no standfirst."""
    said = story.description
    if not said or not _GREETING.fullmatch(said):
        return story
    spans = {_later(key): value for key, value in story.spans.items() if key != "description"}
    if "description" in story.spans:
        spans["body.0"] = story.spans["description"]
    block = Block(BlockType.PARAGRAPH, said, markup.paragraph(said))
    return replace(story, description=None, body=(block, *story.body), spans=spans)


def _later(key: str) -> str:
    """The key of a block's span when one more block stands before it."""
    return f"body.{int(key[5:]) + 1}" if key.startswith("body.") else key


def _picture_name(name: str) -> bool:
    return bool(re.search(r"\.(?:jpe?g|png|gif|tiff?|webp|bmp)$", name, re.IGNORECASE))


def _moved(one: Copy, offset: int) -> Copy:
    """Copy whose characters stand further on."""
    positions = (
        range(offset, offset + len(one.chars))
        if one.positions is None
        else [place + offset for place in one.positions]
    )
    return Copy(
        one.chars, positions, one.marks, one.regions, {key: end + offset for key, end in one.wide.items()}
    )


def _one(copies: list[Copy]) -> Copy:
    """Several copies as one, an empty line between them."""
    if len(copies) == 1:
        return copies[0]
    chars = ""
    positions: list[int] = []
    marks: list[Mark] = []
    regions: list[Region] = []
    wide: dict[int, int] = {}
    for one in copies:
        if chars:
            chars += "\n\n"
            positions += [positions[-1]] * 2 if positions else [0, 0]
        at = len(chars)
        marks += [replace(mark, start=mark.start + at, end=mark.end + at) for mark in one.marks]
        regions += [replace(region, start=region.start + at, end=region.end + at) for region in one.regions]
        wide |= {key + at: end for key, end in one.wide.items()}
        positions += one.positions if one.positions is not None else range(len(one.chars))
        chars += one.chars
    return Copy(chars, positions, tuple(marks), tuple(regions), wide)


_FORWARDS = re.compile(
    r"(?:(?:re|fwd?|wg|aw|tr|rv|enc|i|ynt|ilt|vs|vb|pd|doorst|пересл)\s?:\s*)+", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?:(?:press|media|news)\s(?:release|statement)|(?:presse|medien)(?:mitteilung|information)|communiqué(?:\sde\spresse)?"
    r"|(?:nota|comunicado)\sde\s(?:prensa|imprensa)|comunicato\sstampa|persbericht|pressmeddelande|basın\sbülteni"
    r"|пресс-релиз|プレスリリース)\s*[:：|–—-]\s*|【(?:プレスリリース|ニュースリリース)】",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r"(?:copyright\s)?(?:©|\(c\)).{0,120}all rights reserved.{0,40}|our mailing address is\b.{0,300}"
    r"|you are receiving this e-?mail\b.{0,300}",
    re.IGNORECASE | re.DOTALL,
)


def _foot(blocks: list[Block]) -> int | None:
    """Where the footer of a newsletter begins: its copyright line or address, a way to leave below it."""
    least = max(1, len(blocks) - _NO_FOOTERS)
    for place in range(least, len(blocks) - 1):
        below = blocks[place + 1 :]
        if (
            _FOOT.match(blocks[place].text)
            and sum(len(one.text) for one in below) < 1200
            and any(_FOOTER.fullmatch(one.text[:4000]) for one in below)
        ):
            return place
    return None


def _copyright(story: WireStory) -> str | None:
    """The copyright line among the footers that were left out."""
    said = (one.message.partition("“")[2] for one in story.problems if one.code == "mail-footer")
    return next((line.rstrip("”") for line in said if notices.copyright_line(line.rstrip("”"))), None)


def _bare(subject: str | None) -> str:
    """A subject without what mail programs write before those that they forward, and without its label."""
    if not subject or subject == _NO_HEADLINE:
        return ""
    return _LABEL.sub("", _FORWARDS.sub("", subject, count=1), count=1)


def _once_more(text: str) -> Problem:
    return Problem("repeated-headline", f"The headline, printed once more, was left out: “{text}”")


def _without_headers(story: WireStory) -> WireStory:
    """The story without the headers of forwarded messages, and without its subject printed once more."""
    subject = _bare(story.headline).casefold()
    gone: list[int] = []
    told: list[Problem] = []
    for place, block in enumerate(story.body):
        if gone and place <= gone[-1]:
            continue
        said = block.text.strip("* ").casefold()
        if said == subject and place - len(gone) < 6 and place + 1 < len(story.body):
            gone.append(place)
            told.append(_once_more(block.text))
        elif header := plaintext.header([one.text for one in story.body[place : place + 10]]):
            gone += range(place, place + header)
            text = " / ".join(one.text for one in story.body[place : place + header])
            told.append(
                Problem("forwarded", f"The header of a forwarded message was left out: “{text[:600]}”")
            )
    if not gone:
        return story
    left_out = set(gone)
    kept = [place for place in range(len(story.body)) if place not in left_out]
    spans = {key: value for key, value in story.spans.items() if not key.startswith("body.")}
    spans |= {
        f"body.{new}": story.spans[f"body.{old}"]
        for new, old in enumerate(kept)
        if f"body.{old}" in story.spans
    }
    body = tuple(story.body[place] for place in kept)
    return replace(story, body=body, spans=spans, problems=(*story.problems, *told))


def _without_footers(story: WireStory) -> WireStory:
    """The story without what mail programs, mailing lists and lawyers add below a text."""
    blocks = list(story.body)
    gone: list[Block] = []
    if (foot := _foot(blocks)) is not None:
        gone, blocks = blocks[: foot - 1 : -1], blocks[:foot]
    while blocks and len(gone) < _NO_FOOTERS:
        last = blocks[-1]
        if last.type is not BlockType.RULE and not _FOOTER.fullmatch(last.text[:4000]):
            break
        gone.append(blocks.pop())
    while blocks and blocks[-1].type is BlockType.RULE:
        gone.append(blocks.pop())
    if not gone:
        return story
    spans = {
        key: value
        for key, value in story.spans.items()
        if not (key.startswith("body.") and int(key[5:]) >= len(blocks))
    }
    said = [block.text for block in reversed(gone) if block.text]
    told = tuple(
        Problem("mail-footer", f"A footer of the mail was left out: “{text[:600]}”") for text in said
    )
    return replace(story, body=tuple(blocks), spans=spans, problems=(*story.problems, *told))
