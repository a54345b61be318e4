"""Scenes indoors: concert hall, a hall of machines."""

from __future__ import annotations

import math

import numpy as np

from tools.photos.canvas import HEIGHT, WIDTH, Canvas, Point, noise
from tools.photos.scenes_town import walker


def concert() -> Canvas:
    """An orchestra on a lit stage, seen over the heads of a full house."""
    c = Canvas(34)
    c.sky((0, "160d16"), (700, "3a1d22"), (1280, "12090f"))
    for at in range(11):
        a, b = 330 + at * 115, 330 + (at + 1) * 115
        tone = ("a8703d", "8f5a2f", "b98048")[at % 3]
        c.polygon(
            [
                (a, 800),
                (a + (960 - a) * 0.06, 180 + abs(at - 5) * 16),
                (b + (960 - b) * 0.06, 180 + abs(at - 4) * 16),
                (b, 800),
            ],
            tone,
        )
    grain = noise(161, HEIGHT, WIDTH, (4, 120), 4, 0.7)
    c.mix(np.clip(grain - 0.5, 0, 1) * ((c.across > 330) & (c.across < 1595) & (c.down < 800)), "5a3317", 0.9)
    for at in range(25):
        x = 590 + at * 31
        tall = 170 + 90 * math.cos((at - 12) / 12 * 1.5)
        c.polygon(
            [(x, 430), (x, 430 - tall), (x + 11, 420 - tall), (x + 22, 430 - tall), (x + 22, 430)],
            "d9c08a" if at % 2 else "c4a86e",
        )
        c.polygon([(x + 15, 430), (x + 15, 430 - tall), (x + 22, 430 - tall), (x + 22, 430)], "7a6236", 0.7)
        c.polygon([(x + 6, 418), (x + 6, 394), (x + 16, 394), (x + 16, 418)], "2a1a12")
    c.polygon([(560, 436), (560, 424), (1390, 424), (1390, 436)], "5f3a1d")
    for side in (-1, 1):
        for row in range(3):
            y = 300 + row * 190
            x0, x1 = 960 + side * 960, 960 + side * (560 + row * 10)
            c.polygon([(x0, y), (x1, y + 50), (x1, y + 106), (x0, y + 92)], "7d2a2a")
            c.polygon([(x0, y - 8), (x1, y + 42), (x1, y + 54), (x0, y + 6)], "d8b36a")
            heads = [(x0 + (x1 - x0) * t, y - 18 + 50 * t) for t in (0.1, 0.24, 0.38, 0.52, 0.66, 0.8, 0.92)]
            for x, h in heads:
                c.disc(x, h - 8, 17 - row, "1d1016")
                c.polygon([(x - 26, h + 34), (x - 18, h + 6), (x + 18, h + 6), (x + 26, h + 34)], "1d1016")
            c.lamps([(x0 + (x1 - x0) * t, y + 66 + 40 * t) for t in (0.3, 0.6, 0.9)], "ffdf9a", 4, 0.9)
    c.polygon([(240, 860), (340, 720), (1580, 720), (1680, 860)], "c98d4e")
    c.polygon([(240, 860), (1680, 860), (1680, 900), (240, 900)], "6b3f20")
    boards = (
        (np.abs(((c.across - 960) / (1 + np.clip((c.down - 720) / 140, 0, 1) * 0.14) / 46) % 1 - 0.5) > 0.47)
        & (c.down > 720)
        & (c.down < 860)
    )
    c.mix((boards & (np.abs(c.across - 960) < 640)).astype(np.float32), "8a5a2c", 0.6)
    random = np.random.default_rng(14)
    for row, (y, number, size) in enumerate(
        ((640, 20, 0.66), (690, 18, 0.76), (748, 16, 0.88), (812, 12, 1.0))
    ):
        for at in range(number):
            spread = 560 + row * 16
            x = 960 + (at - (number - 1) / 2) / number * 2 * spread
            if row >= 2 and abs(x - 960) < 90:
                continue
            _musician(c, x, y - 26 * abs(x - 960) / 600 * (row / 2), size, bool(x < 960), random)
    c.polygon([(902, 862), (902, 832), (1018, 832), (1018, 862)], "4b2a18")
    _conductor(c, 960, 836)
    for x, lean in ((520, 120), (760, 60), (1160, -60), (1400, -120)):
        c.lamps([(x, 60)], "fff3d2", 9, 1)
        beam = [(x - 12, 60), (x + 12, 60), (x + lean + 210, 850), (x + lean - 210, 850)]
        c.add(
            c.mask(lambda d, b=beam: d.polygon([(p * 2, q * 2) for p, q in b], fill=255), 34), "ffd9a0", 0.16
        )
    c.glow(960, 720, 620, "ffc985", 0.35, 0.5)
    for row, (y, gap, size) in enumerate(((950, 92, 0.9), (1050, 116, 1.2), (1180, 150, 1.6))):
        for at in range(-1, int(WIDTH / gap) + 2):
            x = at * gap + (gap / 2 if row % 2 else 0) + random.normal(0, 7)
            tone = ("0f0a10", "150d14", "0b070c")[row]
            c.polygon([(x - 50 * size, y + 140 * size), (x - 40 * size, y + 42 * size), (x - 14 * size, y + 24 * size), (x + 14 * size, y + 24 * size), (x + 40 * size, y + 42 * size), (x + 50 * size, y + 140 * size)], tone)  # fmt: skip
            c.disc(x, y, 26 * size, tone)
            if random.random() < 0.4:
                c.disc(x, y - 4 * size, 30 * size, tone)
            c.shapes(lambda d, f, x=x, y=y, s=size: d.arc([(x - 26 * s) * f, (y - 26 * s) * f, (x + 26 * s) * f, (y + 26 * s) * f], 215, 325, fill=255, width=2 * f), "f0b878", 0.55)  # fmt: skip
    return c


def _musician(c: Canvas, x: float, y: float, size: float, left: bool, random: np.random.Generator) -> None:
    way = 1 if left else -1
    c.polygon([(x - 22 * size, y + 66 * size), (x - 20 * size, y + 14 * size), (x, y + 4 * size), (x + 20 * size, y + 14 * size), (x + 24 * size, y + 66 * size)], "17131a")  # fmt: skip
    c.polygon([(x - 5 * size, y + 10 * size), (x, y + 30 * size), (x + 5 * size, y + 10 * size)], "f2ece0")
    c.disc(x, y - 8 * size, 13 * size, ("e3b58f", "c99467", "a8734c", "edc7a4")[int(random.integers(4))])
    c.polygon([(x - 13 * size, y - 8 * size), (x - 10 * size, y - 21 * size), (x + 10 * size, y - 21 * size), (x + 13 * size, y - 8 * size), (x, y - 14 * size)], ("2b1c18", "5a3a22", "1a1216", "8a8078")[int(random.integers(4))])  # fmt: skip
    c.polygon([(x + way * 2 * size, y + 22 * size), (x + way * 30 * size, y + 10 * size), (x + way * 34 * size, y + 22 * size), (x + way * 8 * size, y + 36 * size)], "a8541f")  # fmt: skip
    c.polygon([(x + way * 6 * size, y + 44 * size), (x + way * 40 * size, y - 22 * size), (x + way * 42 * size, y - 21 * size), (x + way * 9 * size, y + 45 * size)], "f0dfc0")  # fmt: skip
    c.polygon([(x + way * 34 * size, y + 74 * size), (x + way * 38 * size, y + 40 * size), (x + way * 60 * size, y + 36 * size), (x + way * 56 * size, y + 50 * size)], "241a1c")  # fmt: skip
    c.polygon([(x + way * 39 * size, y + 42 * size), (x + way * 58 * size, y + 38 * size), (x + way * 56 * size, y + 48 * size), (x + way * 40 * size, y + 50 * size)], "fbf3e0", 0.85)  # fmt: skip


def _conductor(c: Canvas, x: float, foot: float) -> None:
    c.polygon([(x - 22, foot), (x - 30, foot - 92), (x - 36, foot - 150), (x, foot - 166), (x + 36, foot - 150), (x + 30, foot - 92), (x + 22, foot), (x + 4, foot), (x, foot - 60), (x - 4, foot)], "0c0910")  # fmt: skip
    c.polygon(
        [(x - 34, foot - 150), (x - 92, foot - 196), (x - 86, foot - 208), (x - 22, foot - 166)], "0c0910"
    )
    c.polygon(
        [(x + 34, foot - 150), (x + 86, foot - 226), (x + 96, foot - 220), (x + 40, foot - 134)], "0c0910"
    )
    c.disc(x - 92, foot - 204, 9, "e3b58f")
    c.disc(x + 92, foot - 228, 9, "e3b58f")
    c.polygon(
        [(x + 92, foot - 230), (x + 138, foot - 286), (x + 140, foot - 284), (x + 95, foot - 227)], "fff6e0"
    )
    c.disc(x, foot - 186, 22, "8a8078")


def machines() -> Canvas:
    """An aisle between cabinets of computers, blue light and a thousand green lamps."""
    c = Canvas(35)
    c.sky((0, "081420"), (600, "103048"), (1280, "060d16"))
    c.glow(960, 600, 520, "63c7e8", 0.7)
    for at in range(9):
        y = 40 + 500 * (1 - 0.74**at)
        half = 960 * 0.74**at
        c.polygon(
            [
                (960 - half * 0.16, y),
                (960 + half * 0.16, y),
                (960 + half * 0.15, y + 26 * 0.74**at),
                (960 - half * 0.15, y + 26 * 0.74**at),
            ],
            "dff6ff",
        )
    random = np.random.default_rng(15)
    for side in (-1, 1):
        for at in reversed(range(9)):
            near, far = 130 + 900 * 0.74**at, 130 + 900 * 0.74 ** (at + 1)
            a, b = 960 + side * near, 960 + side * (far + 6 * 0.74**at)
            top_a, top_b = 600 - 640 * 0.74**at, 600 - 640 * 0.74 ** (at + 1)
            foot_a, foot_b = 600 + 640 * 0.74**at, 600 + 640 * 0.74 ** (at + 1)
            shade = 0.55 + 0.45 * (at / 8)
            paint = np.asarray([0.05, 0.10, 0.15]) * (0.7 + shade) + np.clip(1 - np.abs(c.across - b) / 240, 0, 1)[:, :, None] * np.asarray([0.03, 0.10, 0.14])  # fmt: skip
            c.polygon([(a, foot_a), (a, top_a), (b, top_b), (b, foot_b)], paint.astype(np.float32))
            c.polygon(
                [
                    (b, foot_b),
                    (b, top_b),
                    (b - side * 5 * 0.74**at, top_b),
                    (b - side * 5 * 0.74**at, foot_b),
                ],
                "58c4e4",
                0.8,
            )
            lines: list[list[Point]] = []
            dots: dict[str, list[Point]] = {"59f0a4": [], "63c7ff": [], "ffb84d": []}
            for row in range(26):
                part = (row + 0.5) / 26
                lines.append(
                    [
                        (a + (b - a) * 0.06, top_a + (foot_a - top_a) * part),
                        (b - (b - a) * 0.06, top_b + (foot_b - top_b) * part),
                    ]
                )
                for column in range(9):
                    if random.random() < 0.55:
                        continue
                    t = 0.12 + column * 0.09
                    x = a + (b - a) * t
                    y = (top_a + (foot_a - top_a) * (part + 0.018)) * (1 - t) + (
                        top_b + (foot_b - top_b) * (part + 0.018)
                    ) * t
                    tone = (
                        ("59f0a4", "59f0a4", "63c7ff", "ffb84d")[int(random.integers(4))]
                        if random.random() < 0.5
                        else "59f0a4"
                    )
                    dots[tone].append((x, y))
            c.shapes(lambda d, f, lines=lines: [d.line([(x * f, y * f) for x, y in line], fill=255, width=f) for line in lines], "2c5a74", 0.7)  # fmt: skip
            for tone, spots in dots.items():
                c.lamps([spot for spot in spots if -5 < spot[0] < WIDTH + 5], tone, 0.9 + 2.3 * 0.74**at, 0.9)
    floor = c.mask(
        lambda d: d.polygon(
            [(0, 2560), (0, 2480), (1660, 1240), (2180, 1240), (3840, 2480), (3840, 2560)], fill=255
        )
    )
    mirrored = c.light[np.clip(1240 - np.arange(HEIGHT), 0, HEIGHT - 1)]
    c.mix(floor, (mirrored * 0.42 + np.asarray([0.02, 0.06, 0.09])).astype(np.float32))
    tiles: list[list[Point]] = [[(960 + x * 0.14, 640), (960 + x, 1290)] for x in range(-1600, 1700, 320)]
    tiles += [[(0, 620 + 26 * 1.42**row), (WIDTH, 620 + 26 * 1.42**row)] for row in range(10)]
    grout = c.mask(
        lambda d: [d.line([(x * 2, y * 2) for x, y in line], fill=255, width=3) for line in tiles] and None
    )
    c.mix(grout * floor, "2a6d8c", 0.45)
    c.glow(960, 620, 170, "e6fbff", 0.8)
    walker(c, 962, 742, 0.78, "0c1a26")
    c.polygon([(985, 690), (1012, 684), (1014, 660), (987, 664)], "bfefff", 0.9)
    return c
