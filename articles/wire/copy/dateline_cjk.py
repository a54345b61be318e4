"""Datelines in Chinese, Japanese and Korean.

新华社北京7月8日电（记者王某）…   (서울=연합뉴스) 홍길동 기자 = …    【東京共同】…
"""

from __future__ import annotations

import re

from articles.wire.copy.agencies import CHINESE_AGENCIES, JAPANESE_AGENCIES, is_agency
from articles.wire.copy.dateline_parts import Dateline
from articles.wire.copy.names import is_caseless

_CHINESE = re.compile(
    rf"(?:[【(（〔\[]\s*)?(?P<agency>{CHINESE_AGENCIES})\s*(?:[记記]者\s*(?P<inner>[\u4e00-\u9fff、\s]{{2,16}}?))?\s*"
    r"(?P<place>[\u4e00-\u9fff·/]{2,12}?)\s*(?P<date>(?:\d{2,4}年)?(?:\d{1,2}月)?\d{1,2}日)?\s*(?:[专專综綜]?[电電讯訊]|[消综]息|日[电電])"
    r"\s*(?:[】)）〕\]])?\s*(?:[（(]\s*(?:本[报報]|[总總]社)?(?:[见見实實]?[习習]?[记記]者|[记記]者|通[讯訊][员員]|特[约約][记記]者|[编編][译譯])[:：\s]*(?P<names>[^（）()]{2,60}?)\s*[）)])?\s*(?:[:：]|[-—]+)?\s*"
)
_JAPANESE = re.compile(
    rf"[【\[［〔]\s*(?:(?P<place>[^\s【】\[\]［］＝=・\d]{{1,14}}?)\s*)?(?:(?P<date>(?:\d{{1,2}}月)?\d{{1,2}}日)\s*)?"
    rf"(?P<sign>[＝=・]?)\s*(?P<agency>{JAPANESE_AGENCIES})(?:\s*[＝=]?\s*(?P<more>時事|共同))?\s*[】\]］〕]\s*(?:[-–—ー―]\s*)?"
)
_JAPANESE_NAME = re.compile(
    r"[【\[［]\s*(?P<place>[^\s【】\[\]［］＝=]{2,12})\s*[＝=]\s*(?P<name>[^\s【】\[\]［］＝=\d]{2,10})\s*[】\]］]\s*"
)
_KOREAN = re.compile(
    r"[(\[【（［]\s*(?P<place>[^=＝()\[\]【】]{1,20}?)\s*[=＝]\s*(?P<agency>[^=()\[\]【】\s]{2,12})\s*[)\]】）］]\s*"
    r"(?:(?P<names>[가-힣A-Za-z·,\s]{2,40}?)\s*(?:선임|전문|객원|수습|인턴)?(?:기자|특파원|통신원|논설위원|선임기자)?\s*[=＝]\s*)?"
)


def east_asian(text: str) -> Dateline | None:
    """The dateline in the manner of East Asian agencies that opens the paragraph, or None."""
    if text[0] not in "【[［〔(（新中人本法路美共央韩塔大文光环澎" and not is_caseless(text[:12]):
        return None
    match = _CHINESE.match(text)
    if match and (match["date"] or match["names"] or match["inner"] or text[0] in "【(（〔["):
        names = match.span("names") if match["names"] else match.span("inner") if match["inner"] else None
        end = match.end("names") if match["names"] else 0
        stop = _chinese_end(text, match)
        return Dateline(
            start=match.start(),
            end=stop,
            rest=max(match.end(), end),
            located=match.span("place"),
            agency=match.span("agency"),
            date=match.span("date") if match["date"] else None,
            reporters=_spaced_names(text, names) if names else (),
        )
    match = _KOREAN.match(text)
    if match and (is_agency(match["agency"]) or match["names"]) and is_caseless(match["place"]):
        bracket = next(i for i in range(match.end("agency"), len(text)) if text[i] in ")]】）］")
        names = match.span("names") if match["names"] else None
        return Dateline(
            0,
            bracket + 1,
            match.end(),
            match.span("place"),
            match.span("agency"),
            None,
            _spaced_names(text, names) if names else (),
        )
    match = _JAPANESE.match(text)
    if match and (match["place"] or match["date"] or text[0] in "【［〔"):
        end = match.end()
        while end > 0 and text[end - 1] not in "】]］〕":
            end -= 1
        place = match.span("place") if match["place"] else None
        agency = (match.start("agency"), match.end("more") if match["more"] else match.end("agency"))
        return Dateline(0, end, match.end(), place, agency, match.span("date") if match["date"] else None)
    match = _JAPANESE_NAME.match(text)
    if match and is_caseless(match["place"]) and is_caseless(match["name"]):
        return Dateline(
            0,
            len(match.group().rstrip()),
            match.end(),
            match.span("place"),
            None,
            None,
            (match.span("name"),),
        )
    return None


def _chinese_end(text: str, match: re.Match[str]) -> int:
    """Where the Chinese dateline itself ends: behind 电, before the reporters' bracket."""
    end = match.end("date") if match["date"] else match.end("place")
    while end < len(text) and text[end] in " 专專综綜电電讯訊消息日":
        end += 1
        if text[end - 1] in "电電讯訊息":
            break
    while end < len(text) and text[end] in "】)）〕]":
        end += 1
    return end


def _spaced_names(text: str, span: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Names set apart by blanks, commas or middle dots, as East Asian wires do."""
    found = []
    for word in re.finditer(r"[^\s、,，;；]+(?:\s[^\s、,，;；](?![^\s、,，;；]))?", text[span[0] : span[1]]):
        start, end = span[0] + word.start(), span[0] + word.end()
        if end - start >= 2:
            found.append((start, end))
    return tuple(found)
