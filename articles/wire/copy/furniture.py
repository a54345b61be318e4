"""What belongs to the line and not to the story: end marks, start codes, coded headers, desk initials."""

from __future__ import annotations

import re

from articles.wire.copy import labels
from articles.wire.copy.agencies import is_agency
from articles.wire.copy.plain import Passage
from articles.wire.story import BlockType

_FRAME = re.compile(r"^[\s(\[<{（【〔*=_–—.~#>|/-]+|[\s)\]>}）】〕*=_–—.~#<|/-]+$")
_HASHES = re.compile(r"#(?:\s?#){1,9}")
_THIRTY = re.compile(r"[-–—\s]*30[-–—\s]*")
_UNDERSCORES = re.compile(r"_{3,}|_(?: _){2,}")
_RULE = re.compile(r"(?:[*•·~+-]\s?){3,}|[–—―─━]{3,}|(?:\*\s*){3}|[-–—]{3,}|…{2,}|⁂|❖|\*")
_START = re.compile(r"(?:ZCZC|VZCZC|CZCZ)\b.{0,60}", re.IGNORECASE)
_STOP = re.compile(r"(?:N{4,}|.{0,20}\bNNNN)\s*")
_PRIORITY = re.compile(r"[A-Z]{2} [A-Z]{2,5}|[a-z] [a-z]{1,2} ?[\x00-\x20]?[A-Z].{0,60}\d{2}-\d{2} \d{4}")
_SIGNATURES = re.compile(r"(?!\d)[\w]{2,4}(?:/[\w-]{1,5}){1,6}\.?|\(?[A-Z]{2,6}\\?/[a-z]{2,4}\)?")
_TRAILER = re.compile(
    r"(?:AP-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}(?:GMT|EDT|EST|[A-Z]{3})?"
    r"|\d{6} (?:GMT|UTC|[A-Z]{3,4}) [A-Za-z]{3,4}\.? \d{2}(?:\d{2})?|\d{6} [a-zä]{3} \d{2}"
    r"|(?:dpa|DPA)(?: [a-z0-9]{1,8}){2,8}|\d{4}(?:GMT|UTC)(?: [A-Za-z]{3})?"
    r"|[A-Z]{2,5} ?// ?[A-Z]{2,5}\.?|\w{2,8}/(?:fim|fin|end|fine)|Enditem|Item"
    r"|(?:RTRS|REUTERS) [\w/ :.-]{4,40}|[A-Z]{2,4}\d{3,5}(?: [A-Z0-9]{2,8}){1,4})"
)
_SCHLUSS = re.compile(r"\(?Schluss\)?\s+\w{2,4}(?:/\w{1,5}){0,4}|APA\d{4}\s+\d{4}-\d\d-\d\d/\d\d:\d\d")
_INITIALS = re.compile(r"(?:PTI|IANS|ANI|UNI)(?: [A-Z]{2,4}){1,6}")
_TAIL_AGENCY = re.compile(
    r"(?:AAP|NZN|AAPNZ|NZPA|PA|AFP|AP) [A-Z]{2,10}(?: [a-z]{2,3}){0,3}|AAP(?: [a-z]{2,4}(?:/[a-z]{2,4})*)+"
)
_SIGNED = re.compile(
    r"^\s*(?:--+|={2,4}|[-–—―_*(\[/«]|（|【)?\s*(?P<name>[^-–—()\[\]/（）]{2,40}?)\s*(?:[)\]/»）】]|--+|[-–—])?\s*\.?\s*$"
)
_PAGE = re.compile(
    r"(?:page|seite|pagina|página|страница)\s+\d{1,3}(?:\s*(?:of|/|von|de)\s*\d{1,3})?|[-–—]\s?\d{1,3}\s?[-–—]",
    re.IGNORECASE,
)
_SLUG = re.compile(
    r"(?:(?:BC|AM|PM|AP)-{1,2}[\w'’&.-]+(?:[ ,].*)?"
    r"|[\w'’.&]+(?:[-/][\w'’.&]+)*/(?:[\w'’.&-]+(?: [\w'’.&-]+)?/?)?(?:\s\([^()]{3,40}\))?"
    r"|[\w'’.]+(?:-[\w'’.]+){1,8},? ?"
    r"(?:\d(?:st|nd|rd|th) (?:take|(?:night |day )?ld|lead|add|(?:ld-)?writethru)\b.*"
    r"|take \d+.*|add \d+.*|sub\b.*|kill\b.*)"
    r"|[a-z\u00df-\u024f]+(?:[-_][a-z\u00df-\u024f0-9]+){2,8})",
    re.IGNORECASE,
)
_SLUG_EXACT = re.compile(
    r"[A-Z][A-Z0-9'&]*(?:-[A-Z0-9'&]+)+/?|[a-z\u00df-\u024f]+(?:-[a-z0-9\u00df-\u024f]+){2,8}"
)
_AAP_CODE = re.compile(r"[%#$:*~@&^+=!]\S.*|[*]\d{6,}|:")
_LETTERED = re.compile(r"(?P<key>[A-Z]{2})#\s*(?P<value>.*)")


def framed_end(text: str) -> bool:
    """An end mark that its frame or its capitals make unmistakable, in the middle of a paragraph too."""
    return end_mark(text) and (text.isupper() or not text[0].isalpha() or text.lower() == text.upper())


def end_mark(text: str) -> bool:
    """Is the line an end mark and nothing else (`ENDS`, `###`, `-30-`, `(MORE)`, `REUTER`, `___`, `NNNN`)?"""
    if len(text) > 40:
        return False
    if (
        text[-1] == "."
        and not text.isupper()
        and text[0].isalpha()
        and text not in ("Ends.", "End.", "Ende.")
    ):
        return False
    if _HASHES.fullmatch(text) or _UNDERSCORES.fullmatch(text) or _STOP.fullmatch(text):
        return True
    bare = labels.fold(_FRAME.sub("", text))
    if not bare:
        return False
    if bare == "30":
        return bool(_THIRTY.fullmatch(text)) and len(text) > 2
    if bare not in labels.END:
        return False
    framed = text[0] in "([<{（【〔*=_–—-#>|/" or text[-1] in ")]>}）】*=_-–—"
    return framed or bare == "reuter" or bare in _PLAIN_ENDS or text.isupper()


# End words that stand alone as a line without a frame or capitals.
_PLAIN_ENDS = labels.table(
    """
    ends; end; the end; fin; ende; конец; кінець; koniec; konec; slut; slutt; loppu; vége; sfârșit; τέλος
    انتهى; انتهي; پایان; סוף; समाप्त; 完; 终; 終; 了; 끝; selesai; hết; meldungsende; beitragsende
    end of story; end of text; end of release; mehr folgt; more follows; more to come; à suivre
    """
)


def final(text: str) -> bool:
    """An end mark behind which nothing is body any more."""
    if _HASHES.fullmatch(text):
        return True
    bare = labels.fold(_FRAME.sub("", text))
    return bare in labels.FINAL_END or bool(_STOP.fullmatch(text))


def starts(text: str) -> bool:
    """Is the line a start-of-message code (`ZCZC …`)?"""
    return bool(_START.fullmatch(text))


def stops(text: str) -> bool:
    """Is the line an end-of-message code (`NNNN`)?"""
    return bool(_STOP.fullmatch(text)) and len(text) <= 30


def priority(text: str) -> bool:
    """Is the line, at the very top, a priority or routing code?"""
    return bool(_PRIORITY.fullmatch(text))


def desk_code(text: str) -> bool:
    """Is the line, at the end, desk initials or a time stamp (`abc/def`, `AP-WF-08-29-16 1626GMT`)?"""
    if len(text) > 60:
        return False
    return any(
        pattern.fullmatch(text) for pattern in (_SIGNATURES, _TRAILER, _TAIL_AGENCY, _SCHLUSS, _INITIALS)
    )


def coded(text: str) -> bool:
    """Is the line of a coded header, a sign for its meaning first (`$Headline`, `#Slug`, `@NSW`)?"""
    return len(text) <= 120 and bool(_AAP_CODE.fullmatch(text))


def lettered(text: str) -> tuple[str, int] | None:
    """The key of a header line whose meaning two letters tell (`TI#Headline`), and where its value starts."""
    found = _LETTERED.fullmatch(text)
    return (found["key"], found.start("value")) if found else None


# What a page prints around a story for its readers to click on; unmistakable only alone on a line.
_LEFTOVERS = labels.table(
    """
    share; share this; share this article; share this story; share on facebook; share on twitter; share on x
    share on whatsapp; share on linkedin; share via email; tweet; tweet this; pin it; print; print this page
    print this article; email this; email this article; email to a friend; read more; read also
    read full story; continue reading; click to share; copy link; save; bookmark; follow us
    follow us on twitter; follow us on facebook; like us on facebook; subscribe; subscribe now; sign up
    sign in; log in; advertisement; skip advertisement; story continues below advertisement
    article continues below; back to top; skip to content; skip to main content; leave a comment
    add a comment; comments; no comments; show comments; view comments; related articles; related stories
    related posts; more on this story; teilen; drucken; auf facebook teilen; auf twitter teilen; weiterlesen
    mehr lesen; anzeige; kommentare; partager; imprimer; partager sur facebook; partager sur twitter
    lire la suite; lire aussi; publicité; compartir; compartir en facebook; imprimir; leer más; publicidad
    compartilhar; leia mais; condividi; stampa; leggi anche; delen; lees meer; paylaş; yazdır; devamını oku
    facebook'ta paylaş; twitter'da paylaş; поделиться; распечатать; читать далее; читайте также; реклама
    """
)
_READING_TIME = re.compile(
    r"\d{1,2}[ -]min(?:ute)?s?[ -]read|lesedauer:? \d{1,2} min(?:uten|\.)?", re.IGNORECASE
)


def leftover(text: str) -> bool:
    """Is the line a button or a notice of the page around a story (`Share on Facebook`, `2 MIN READ`)?"""
    if len(text) > 45 or text[-1:] in ".?":
        return False
    return labels.fold(text.strip("›»>…:! ")) in _LEFTOVERS or bool(_READING_TIME.fullmatch(text))


def leftovers(passage: Passage) -> bool:
    """Are all lines of the passage buttons and notices of a page?"""
    return passage.type is BlockType.PARAGRAPH and all(leftover(line.text) for line in passage.lines)


def page_number(text: str) -> bool:
    """Is the line a page number?"""
    return len(text) <= 20 and bool(_PAGE.fullmatch(text))


def rule(text: str) -> bool:
    """Is the line a typed rule (`* * *`, `-----`) that parts sections of a text?"""
    return len(text) <= 120 and len(text) >= 3 and bool(_RULE.fullmatch(text))


def signed(text: str) -> tuple[int, int] | None:
    """The agency of a line that is only its signature (`-- Bloomberg`, `(dpa)`, `— AP`)."""
    if len(text) > 50:
        return None
    match = _SIGNED.match(text)
    if match and is_agency(match["name"]) and not match["name"].islower() | match["name"].isdigit():
        return match.span("name")
    if match and match["name"].islower() and is_agency(match["name"]) and text.strip() != match["name"]:
        return match.span("name")
    return None


def slugline(text: str) -> bool:
    """Is the line above a headline a slug line (`BC-Harbour-Fog, 1st Take`, `GERMANY-POLITICS/`)?"""
    if len(text) > 90 or text[-1] in ".!?":
        return False
    return bool(_SLUG.fullmatch(text)) or bool(_SLUG_EXACT.fullmatch(text))
