"""Zones of time that are named by a place: "London time", "heure de Paris", "по московскому времени"."""

from __future__ import annotations

import re

from articles.wire.dates.folding import fold

# Stems of places and peoples, each at the start of a word; the first that fits counts.
_STEMS = """
Europe/London london londr londen лондон british britisch britannique london uk
Europe/Dublin dublin irish
Europe/Lisbon lisb lissabon
Europe/Paris paris париж french franz francais
Europe/Berlin berlin берлин german deutsch allemagn alemana tedesc frankfurt
Europe/Madrid madrid мадрид spanish spanisch espagn peninsular
Europe/Rome rome roma rom рим italian
Europe/Brussels bruss bruxell brusel
Europe/Amsterdam amsterdam dutch
Europe/Zurich zurich geneva geneve genf ginebra ginevra swiss schweiz
Europe/Vienna vienn wien viena
Europe/Oslo oslo
Europe/Stockholm stockholm
Europe/Copenhagen copenhag kobenhavn kopenhag
Europe/Helsinki helsinki
Europe/Warsaw warsaw warszaw warschau polish polsk
Europe/Prague pragu prag praz
Europe/Budapest budapest
Europe/Athens athen athin αθην ελλαδ
Europe/Bucharest buchar bucur bukarest
Europe/Sofia sofia
Europe/Kyiv kyiv kiev kiew київ киев киів
Europe/Moscow moscow moscou moscu mosca moskau moskova moskv моск мск
Europe/Istanbul istanbul ankara turkiye turkey turkish turk стамбул анкар
Africa/Cairo cairo القاهره
Asia/Jerusalem jerusalem israel tel-aviv
Asia/Riyadh riyadh mecca مكه السعودي
Asia/Dubai dubai uae
Asia/Tehran tehran teheran تهران
Asia/Karachi karachi islamabad
Asia/Kolkata delhi mumbai india
Asia/Singapore singapore singapur
Asia/Hong_Kong hongkong 香港
Asia/Shanghai beijing pekin peking shanghai пекин 北京 中国
Asia/Taipei taipei 台北 台湾
Asia/Tokyo tokyo tokio japan 日本 токио
Asia/Seoul seoul korea 한국
Australia/Sydney sydney melbourne canberra
Pacific/Auckland auckland wellington
America/Toronto toronto ottawa montreal
America/Mexico_City mexic
America/Bogota bogota
America/Lima lima
America/Caracas caracas
America/Santiago santiago chile
America/Argentina/Buenos_Aires argentin
America/Sao_Paulo brasil brazil
America/New_York washington eastern
America/Chicago chicago central
America/Denver denver mountain
America/Los_Angeles pacific california
Etc/UTC greenwich гринвич universal
"""
_PAIRS = {
    "new york": "America/New_York",
    "nueva york": "America/New_York",
    "нью йорк": "America/New_York",
    "los angeles": "America/Los_Angeles",
    "hong kong": "Asia/Hong_Kong",
    "central europ": "Europe/Berlin",
    "europe centrale": "Europe/Paris",
    "europa central": "Europe/Madrid",
    "mitteleuropaisch": "Europe/Berlin",
    "eastern europ": "Europe/Athens",
    "buenos aires": "America/Argentina/Buenos_Aires",
    "sao paulo": "America/Sao_Paulo",
    "tel aviv": "Asia/Jerusalem",
    "australian eastern": "Australia/Sydney",
}
_TIME = (
    "time heure heures hora horas ora ore zeit uhrzeit tijd tid tiden saati saatiyle saatine время времени "
    "час часу czasu czas casu cas idő ido aika aikaa ωρα بتوقيت توقيت שעון 时间 時間 시간"
)
_ISLAND = re.compile(r"[^\W\d_]+", re.UNICODE)
_CASELESS = re.compile("[\u3040-\ud7ff]")
_ZONES = [
    (fold(stem), zone)
    for zone, *stems in (line.split() for line in _STEMS.strip().splitlines())
    for stem in stems
]
TIME_WORDS = frozenset(fold(_TIME).split())


def says_time(plain: str) -> bool:
    """Is there a word for "time" in the folded text, behind or before which a place names the zone?"""
    if any(word in TIME_WORDS or _is_german(word) for word in _ISLAND.findall(plain)):
        return True
    return bool(_CASELESS.search(plain)) and any(word in plain for word in ("时间", "時間", "시간"))


def _is_german(word: str) -> bool:
    """`Ortszeit`, `Sommerzeit`."""
    return word.endswith("zeit") and len(word) > 4


def zone_of_place(plain: str) -> str | None:
    """The IANA zone of the place that a folded text names, or None where it names none, or several."""
    spaced = " ".join(_ISLAND.findall(plain))
    for pair, zone in _PAIRS.items():
        if pair in spaced:
            return zone
    found = {
        zone
        for stem, zone in _ZONES
        for word in spaced.split()
        if (
            stem in word
            if _CASELESS.match(stem)
            else word == stem or (len(stem) > 3 and word.startswith(stem))
        )
    }
    return found.pop() if len(found) == 1 else None
