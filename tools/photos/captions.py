"""What is said of each picture, as a photographer would: it is written into the file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Caption:
    """Caption, alternative text and credit of one picture; `taken` is local time without a zone."""

    title: str
    caption: str
    alt: str
    byline: str
    credit: str
    city: str
    taken: str


CAPTIONS = {
    "bridge": Caption(
        "Old bridge at Vellmere",
        "Early walkers on the old bridge at Vellmere, which reopened after four years of repair.",
        "Two people on a four-arched stone bridge at dawn, a small town with a bell tower behind it.",
        "Ines Corvo",
        "Meridian",
        "Vellmere",
        "2026:11:07 07:12:00",
    ),
    "concert": Caption(
        "Brightwell Hall, first night",
        "The Harbour Philharmonic on the first night in the rebuilt Brightwell Hall in Port Ellis.",
        "An orchestra on a lit wooden stage below organ pipes, seen over the heads of a full house.",
        "Tobias Renn",
        "Meridian",
        "Port Ellis",
        "2026:11:14 20:04:00",
    ),
    "ferry": Caption(
        "The Skarvik ferry",
        "The ferry Alma Torvald leaves Port Ellis for Skarvik at dusk on her first scheduled crossing.",
        "A white ferry with lit windows crosses a strait under an orange and violet sky.",
        "Ines Corvo",
        "Meridian",
        "Port Ellis",
        "2026:11:21 16:38:00",
    ),
    "football": Caption(
        "Tallow Lane under lights",
        "Rosa Lindqvist takes the corner that led to Tarn Rovers' winning goal at Tallow Lane.",
        "A player in red takes a corner kick on a floodlit pitch in front of a full stand.",
        "Dele Marchetti",
        "Meridian",
        "Tarnby",
        "2026:11:20 20:51:00",
    ),
    "glacier": Caption(
        "Front of the Hvitfell glacier",
        "The wardens' hut below the Hvitfell glacier, whose front has drawn back 340 metres since 2010.",
        "A small red hut on dark rock before a lake with ice floes and the blue wall of a glacier.",
        "Sunniva Brekke",
        "Meridian",
        "Hvitfell",
        "2026:09:03 11:20:00",
    ),
    "harbour": Caption(
        "Sis altında Karaburgaz limanı",
        "Karaburgaz limanında sisin üçüncü sabahı: bağlı bir tekne ve duran vinçler.",
        "Sisli bir limanda durgun suda bir balıkçı teknesi, arkasında soluk vinçler ve güneş.",
        "Deniz Aksoylu",
        "Körfez Ajansı",
        "Karaburgaz",
        "2026:11:18 08:25:00",
    ),
    "machines": Caption(
        "Sea-floor archive",
        "One of the two halls in Lowmarsh where the Open Seabed archive keeps its soundings.",
        "A person stands at the end of a long aisle between computer cabinets with green lights.",
        "Tobias Renn",
        "Meridian",
        "Lowmarsh",
        "2026:11:11 15:02:00",
    ),
    "market": Caption(
        "Marché de nuit de Saint-Aubrac",
        "Le marché de nuit de Saint-Aubrac, le premier samedi sans voitures dans la vieille ville.",
        "Des passants entre des étals de fruits aux auvents rayés, sous des guirlandes de lanternes.",
        "Maëlle Jourdan",
        "Agence Littoral",
        "Saint-Aubrac",
        "2026:11:14 21:17:00",
    ),
    "night-train": Caption(
        "Ночной поезд на виадуке",
        "Ночной поезд Северогорск — Лазурный Мыс на Еловом виадуке в первую ночь после перерыва.",
        "Зелёный поезд со светящимися окнами идёт по каменному виадуку над заснеженным лесом, луна.",
        "Глеб Тарханов",
        "РУМБ",
        "Северогорск",
        "2026:11:16 23:40:00",
    ),
    "observatory": Caption(
        "Mount Ossen observatory",
        "The dome on Mount Ossen where the comet was first seen on an exposure of four minutes.",
        "A lit observatory dome on a dark mountain top under the Milky Way.",
        "Sunniva Brekke",
        "Meridian",
        "Mount Ossen",
        "2026:11:09 02:15:00",
    ),
    "parliament": Caption(
        "The Assembly at evening",
        "The Assembly in Corrin sat until after nightfall to vote on the diaries bill.",
        "A columned parliament with a green dome and lit windows in evening light.",
        "Dele Marchetti",
        "Meridian",
        "Corrin",
        "2026:11:20 17:05:00",
    ),
    "regatta": Caption(
        "Regata de Cabo Sereno",
        "La flota dobla el faro de Cabo Sereno en la segunda jornada de la regata de otoño.",
        "Veleros con velas de colores navegan escorados ante un faro rojo y blanco.",
        "Lucía Oriol",
        "Agencia Levante",
        "Cabo Sereno",
        "2026:11:15 12:48:00",
    ),
    "solar": Caption(
        "Helia's fields above Sant Orso",
        "The first rows of Helia's solar field above Sant Orso, where sheep will graze from spring.",
        "Long rows of solar panels run towards low hills and wind turbines under an evening sun.",
        "Handout",
        "Helia Cooperative",
        "Sant Orso",
        "2026:10:28 17:20:00",
    ),
    "tram": Caption(
        "Linie 12 bei Nacht",
        "Die Linie 12 in der Lindenstraße in Mittelau: nachts soll sie von Januar an nichts mehr kosten.",
        "Eine rote Straßenbahn kommt nachts im Regen eine nasse Straße herauf, zwei Menschen mit Schirmen.",
        "Jonas Wieland",
        "Nordlicht",
        "Mittelau",
        "2026:11:12 22:31:00",
    ),
    "wheat": Caption(
        "Late wheat at Lowmarsh",
        "Winter wheat at Lowmarsh, where growers expect the best price in six years.",
        "A ripe wheat field with a lone oak and a red tractor under a wide sky.",
        "Tobias Renn",
        "Meridian",
        "Lowmarsh",
        "2026:08:21 10:10:00",
    ),
}
