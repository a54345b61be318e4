"""Scenes at the water: harbour, ferry, bridge, glacier, regatta."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image, ImageFilter

from tools.photos.canvas import HEIGHT, WIDTH, Canvas, Draw, Point, noise, ridge


def _crane(draw: Draw, fine: int, x: float, foot: float, size: float, turned: bool) -> None:
    """A harbour crane: legs, mast, jib and hook."""
    side = -1 if turned else 1

    def line(points: list[Point], width: float) -> None:
        placed = [((x + a * size * side) * fine, (foot - b * size) * fine) for a, b in points]
        draw.line(placed, fill=255, width=max(1, round(width * size * fine)), joint="curve")

    for leg in (-0.3, 0.3):
        line([(leg, 0), (leg * 0.7, 0.62)], 0.035)
    line([(-0.32, 0.3), (0.32, 0.3)], 0.03)
    line([(-0.27, 0.6), (0.27, 0.6)], 0.06)
    line([(-0.1, 0.6), (-0.05, 1.25), (0.12, 0.62)], 0.03)
    line([(-0.5, 0.82), (1.35, 1.02)], 0.035)
    line([(-0.05, 1.25), (1.2, 1.0)], 0.012)
    line([(-0.05, 1.25), (0.6, 0.94)], 0.012)
    line([(-0.05, 1.25), (-0.5, 0.83)], 0.012)
    line([(1.18, 1.0), (1.18, 0.55)], 0.01)
    box = [(-0.5, 0.84), (-0.32, 0.66)]
    placed = [((x + a * size * side) * fine, (foot - b * size) * fine) for a, b in box]
    draw.rectangle(
        [min(p[0] for p in placed), placed[0][1], max(p[0] for p in placed), placed[1][1]], fill=255
    )
    draw.rectangle([(x - 0.09 * size) * fine, (foot - 0.74 * size) * fine,
                    (x + 0.09 * size) * fine, (foot - 0.6 * size) * fine], fill=255)  # fmt: skip


def harbour() -> Canvas:
    """Cranes and a trawler in morning fog, the sun a pale coin."""
    c = Canvas(11)
    c.sky((0, "9fb4bd"), (420, "d7cfc0"), (700, "f0dcc0"), (1280, "d9cdbd"))
    c.glow(1290, 470, 620, "ffdca0", 0.55)
    c.disc(1290, 470, 66, "fff4dc", 0.95, 1.5)
    for seed, level, paint in ((3, 640, "b9bfbf"), (5, 690, "a3b0b4")):
        c.hills(ridge(seed, level, 46, 3, 6), paint, 0.8)
    c.mist(21, 560, 830, 160, "eee0cd", 0.75)
    for x, size, paint, turned in (
        (300, 300, "9aa8ad", False),
        (1640, 330, "94a3a9", True),
        (830, 250, "a7b2b4", True),
    ):
        c.shapes(lambda d, f, x=x, s=size, t=turned: _crane(d, f, x, 790, s, t), paint)
    c.shapes(lambda d, f: d.rectangle([0, 770 * f, WIDTH * f, 796 * f], fill=255), "93a1a5")
    c.mist(22, 600, 900, 200, "f0e2cf", 0.6, 0.7)
    for x, size, turned in ((560, 430, False), (1130, 400, False)):
        c.shapes(lambda d, f, x=x, s=size, t=turned: _crane(d, f, x, 830, s, t), "5f727b")
    c.shapes(lambda d, f: d.rectangle([380 * f, 822 * f, 1500 * f, 846 * f], fill=255), "5b6d76")
    c.mist(23, 700, 880, 120, "eeddc8", 0.35)
    c.water(846, 0.93, 7, "8a989b", 0.18)
    hull = [(640, 905), (668, 965), (1090, 968), (1140, 880), (1075, 902), (900, 910)]
    c.polygon(hull, "27343b")
    c.polygon([(640, 905), (644, 914), (1133, 896), (1140, 880), (1075, 902), (900, 910)], "b4452f")
    c.polygon([(720, 906), (724, 800), (842, 796), (850, 908)], "e9e2d5")
    c.polygon([(734, 846), (735, 818), (834, 815), (836, 846)], "33444d")
    c.polygon([(706, 802), (712, 790), (856, 786), (862, 797)], "2b3a42")

    def rigging(d: Draw, f: int) -> None:
        for line, width in (
            ([(780, 790), (780, 640)], 7),
            ([(1010, 905), (1010, 690)], 8),
            ([(780, 650), (1010, 700)], 2),
            ([(1010, 700), (1136, 882)], 2),
            ([(780, 660), (664, 904)], 2),
            ([(1010, 720), (900, 860)], 5),
        ):
            d.line([(x * f, y * f) for x, y in line], fill=255, width=width * f // 2)

    c.shapes(rigging, "2b3a42")
    c.lamps([(780, 640), (1010, 688)], "ffd38a", 4, 0.9)
    c.polygon([(646, 972), (1096, 974), (1060, 1050), (700, 1046)], "2a373d", 0.5, 16)
    c.mist(25, 930, 1300, 220, "e9dccb", 0.25)
    for x, y, size in ((420, 330, 17), (505, 292, 13), (610, 360, 10), (1540, 250, 12), (1480, 300, 9)):
        _gull(c, x, y, size, "56666d")
    return c


def _gull(c: Canvas, x: float, y: float, size: float, paint: str) -> None:
    wing = [
        (x - 2 * size, y - 0.2 * size), (x - size, y - 0.75 * size), (x, y), (x + size, y - 0.8 * size),
        (x + 2.1 * size, y - 0.3 * size), (x + size, y - 0.55 * size), (x, y + 0.3 * size), (x - size, y - 0.5 * size),
    ]  # fmt: skip
    c.polygon(wing, paint)


def ferry() -> Canvas:
    """A lit ferry crossing a strait at dusk, a town on the far shore."""
    c = Canvas(12)
    c.sky((0, "1d2550"), (240, "4a3c78"), (430, "a2567d"), (560, "e58a62"), (660, "f9c77c"), (1280, "f9c77c"))
    c.clouds(31, 120, 560, "f3926c", 0.55, (14, 3))
    c.clouds(32, 60, 420, "33285c", 0.5, (11, 2))
    c.glow(430, 655, 560, "ffcf7a", 0.8, 0.55)
    c.disc(430, 640, 54, "fff0c0", 1, 1)
    c.hills(ridge(7, 600, 62, 3, 6), "6b4a70", 0.9)
    c.hills(ridge(9, 640, 40, 5, 7), "443458")
    random = np.random.default_rng(4)
    town = [(0, 690)]
    x = 0.0
    while x < WIDTH:
        width, height = random.integers(16, 46), random.integers(8, 46)
        town += [(x, 668 - height), (x + width, 668 - height)]
        x += width
    c.polygon([*town, (WIDTH, 690)], "2c2446")
    for tower, tall in ((1480, 150), (1536, 118), (250, 96)):
        c.polygon([(tower - 9, 680), (tower - 7, 680 - tall), (tower, 650 - tall), (tower + 7, 680 - tall), (tower + 9, 680)], "2c2446")  # fmt: skip
    lights = [(float(random.integers(0, WIDTH)), float(random.integers(640, 682))) for _ in range(150)]
    c.lamps(lights, "ffc46b", 1.5, 0.9)
    c.shapes(lambda d, f: d.rectangle([0, 676 * f, WIDTH * f, 700 * f], fill=255), "2c2446")
    c.water(690, 0.86, 15, "1b2148", 0.4)
    glint = np.exp(-(((c.across - 430) / (36 + (c.down - 690) * 0.32)) ** 2)) * (c.down > 690)
    sparkle = np.clip(noise(41, HEIGHT, WIDTH, (120, 24), 3, 0.7) - 0.55, 0, 1) * 3
    c.add((glint * sparkle).astype(np.float32), "ffd48a", 0.9)
    # The ferry: hull, two decks, bridge, funnel.
    c.polygon([(820, 812), (850, 905), (1690, 912), (1786, 800), (1740, 806)], "161a36")
    c.polygon([(826, 830), (830, 842), (1752, 842), (1764, 828)], "d8d3dc", 0.9)
    c.polygon([(880, 812), (884, 752), (1660, 746), (1694, 808)], "d9d2d8")
    c.polygon([(940, 752), (944, 698), (1560, 692), (1600, 748)], "c9c0cd")
    c.polygon([(1330, 694), (1336, 646), (1516, 642), (1556, 692)], "d9d2d8")
    c.polygon([(1050, 698), (1062, 606), (1150, 600), (1158, 696)], "9c3b3a")
    c.polygon([(1056, 650), (1058, 630), (1152, 626), (1153, 646)], "f0e6dc")

    def windows(d: Draw, f: int) -> None:
        for row, (left, right, top, tall) in enumerate(((905, 1650, 768, 22), (965, 1555, 712, 20))):
            for at in range(left, right, 34):
                d.rounded_rectangle(
                    [at * f, (top - row) * f, (at + 22) * f, (top + tall) * f], 3 * f, fill=255
                )
        d.polygon(
            [(1352 * f, 676 * f), (1354 * f, 658 * f), (1508 * f, 655 * f), (1530 * f, 674 * f)], fill=255
        )

    warm = c.mask(lambda d: windows(d, 2))
    c.mix(warm, "ffd27a")
    halo = (
        np.asarray(Image.fromarray((warm * 255).astype(np.uint8)).resize((WIDTH, HEIGHT)), np.float32) / 255
    )
    c.add(_blurred(halo, 16), "ffb85a", 0.8)
    c.lamps([(1440, 612), (860, 800), (1770, 796)], "fff0d0", 4, 1)
    c.shapes(lambda d, f: d.line([(1440 * f, 646 * f), (1440 * f, 606 * f)], fill=255, width=3 * f), "d9d2d8")
    smoke = (
        noise(44, HEIGHT, WIDTH, (8, 5), 5, 0.6)
        * np.exp(
            -(
                ((c.down - (598 - (1100 - c.across) * 0.16)) / np.maximum(16 + (1100 - c.across) * 0.10, 4))
                ** 2
            )
        )
        * np.clip((1110 - c.across) / 60, 0, 1)
        * np.clip((c.across - 380) / 500, 0, 1)
    )
    c.mix(np.clip(smoke, 0, 1).astype(np.float32), "3a3158", 0.7)
    c.polygon([(862, 912), (1690, 916), (1600, 1010), (960, 1004)], "141834", 0.7, 14)
    streaks = [(float(at), 930.0) for at in range(905, 1650, 34)]
    for x, y in streaks:
        c.glow(x + 6, y + 40, 70, "ffb45c", 0.13, 1.6)
    wake = np.clip(noise(46, HEIGHT, WIDTH, (90, 12), 3, 0.7) - 0.45, 0, 1) * c.band(896, 940, 26)
    c.add((wake * np.clip((1720 - c.across) / 400, 0, 1) * np.clip((c.across - 240) / 500, 0, 1)).astype(np.float32), "f6d9d0", 0.9)  # fmt: skip
    for x, y, size in ((640, 300, 20), (740, 350, 14), (560, 390, 11), (1640, 380, 13)):
        _gull(c, x, y, size, "1f1c3c")
    return c


def _blurred(mask: np.ndarray, radius: float) -> np.ndarray:
    sheet = Image.fromarray((np.clip(mask, 0, 1) * 255).astype(np.uint8)).filter(
        ImageFilter.GaussianBlur(radius)
    )
    return np.asarray(sheet, np.float32) / 255


def bridge() -> Canvas:
    """An old stone bridge at dawn, its arches round in the still river."""
    c = Canvas(13)
    c.sky((0, "6f9cc0"), (330, "b9c9cf"), (520, "f3d9b8"), (700, "f8c99a"), (1280, "f8c99a"))
    c.clouds(51, 40, 400, "fbe9dc", 0.6, (12, 2))
    c.glow(1500, 600, 520, "ffd9a0", 0.6)
    c.hills(ridge(52, 560, 80, 3, 6), "8ea0a8", 0.75)
    c.hills(ridge(53, 620, 46, 5, 6), "6d8288", 0.85)
    random = np.random.default_rng(9)
    roofs = ("b4694a", "a55a41", "c07a58")
    for x in range(30, 620, 54):
        wall, tall = 600 + random.integers(-8, 10), random.integers(60, 130)
        paint = ("e5d2b4", "d9bf9b", "ead9c0", "cfae8e")[int(random.integers(4))]
        c.polygon([(x, 806), (x, wall - tall), (x + 58, wall - tall), (x + 58, 806)], paint)
        c.polygon(
            [(x - 5, wall - tall), (x + 29, wall - tall - 34), (x + 63, wall - tall)],
            roofs[int(random.integers(3))],
        )
        for row in range(3):
            for column in (12, 34):
                c.polygon([(x + column, wall - tall + 20 + row * 44), (x + column + 12, wall - tall + 20 + row * 44), (x + column + 12, wall - tall + 42 + row * 44), (x + column, wall - tall + 42 + row * 44)], "6f6258", 0.8)  # fmt: skip
    c.polygon([(258, 560), (258, 330), (272, 330), (290, 250), (308, 330), (322, 330), (322, 560)], "c9a883")
    c.polygon([(252, 334), (290, 236), (328, 334)], "8c4c3a")
    c.disc(290, 380, 15, "f4ead6")

    def stone(d: Draw, f: int) -> None:
        top = [
            (x * f, (640 - 118 * math.sin(math.pi * x / WIDTH) ** 1.2) * f) for x in range(0, WIDTH + 20, 20)
        ]
        d.polygon([*top, (WIDTH * f, 820 * f), (0, 820 * f)], fill=255)
        for x, half, rise in ((330, 150, 128), (720, 180, 172), (1150, 180, 176), (1560, 150, 134)):
            d.pieslice([(x - half) * f, (806 - rise) * f, (x + half) * f, (806 + rise) * f], 180, 360, fill=0)
            d.rectangle([(x - half) * f, 800 * f, (x + half) * f, 830 * f], fill=0)

    grain = noise(55, HEIGHT, WIDTH, (40, 60), 4, 0.75)[:, :, None]
    shade = np.clip((c.across - 200) / 1700, 0, 1)[:, :, None]
    wall_paint = (
        np.asarray([0.46, 0.37, 0.31]) + grain * 0.22 + shade * np.asarray([0.20, 0.14, 0.07])
    ).astype(np.float32)
    mask = c.mask(lambda d: stone(d, 2))
    c.mix(mask, wall_paint)
    inner = np.clip(_blurred(1 - mask, 14) - (1 - mask), 0, 1) * mask
    c.mix(inner.astype(np.float32), "2e2622", 0.75)

    def parapet(d: Draw, f: int) -> None:
        line = [
            (x * f, (636 - 118 * math.sin(math.pi * x / WIDTH) ** 1.2) * f) for x in range(0, WIDTH + 20, 20)
        ]
        d.line(line, fill=255, width=14 * f)

    c.shapes(parapet, "c9a98a")
    for x in (500, 935, 1380):
        y = 640 - 118 * math.sin(math.pi * x / WIDTH) ** 1.2
        c.shapes(
            lambda d, f, x=x, y=y: d.line([(x * f, y * f), (x * f, (y - 82) * f)], fill=255, width=6 * f),
            "3b322d",
        )
        c.lamps([(x, y - 90)], "ffe0a0", 8, 0.9)
    for x in (1075, 1098):
        y = 640 - 118 * math.sin(math.pi * x / WIDTH) ** 1.2
        c.polygon([(x - 8, y), (x - 6, y - 40), (x, y - 46), (x + 6, y - 40), (x + 8, y)], "3b322d")
        c.disc(x, y - 53, 7, "3b322d")
    c.water(806, 0.9, 6, "41606a", 0.22)
    c.mist(57, 740, 900, 130, "fbe6cf", 0.45, 0.8)
    for x, y, size in ((1260, 260, 13), (1330, 230, 10), (1410, 290, 9)):
        _gull(c, x, y, size, "5c6a72")
    return c


def glacier() -> Canvas:
    """The blue front of a glacier above a dark lake, with a hut on the moraine."""
    c = Canvas(14)
    c.sky((0, "3f78a8"), (300, "86b4d0"), (560, "cfe0e6"), (1280, "cfe0e6"))
    c.clouds(61, 20, 360, "f4f7f8", 0.65, (8, 2))
    _peak(c, [(0, 420), (180, 300), (330, 180), (420, 230), (560, 90), (700, 240), (860, 330), (1010, 250), (1160, 130), (1260, 190), (1420, 70), (1560, 230), (1740, 300), (1920, 220)], 760, 62)  # fmt: skip
    rows = noise(63, HEIGHT, WIDTH, (3, 44), 5, 0.62)
    top = 470 + 50 * np.sin(c.across / 300) + (noise(64, 1, WIDTH, (1, 30), 5, 0.6)[0] - 0.5)[None, :] * 90
    front = np.clip((c.down - top) / 3, 0, 1) * (c.down < 790)
    depth = np.clip((c.down - top) / 330, 0, 1)
    cracks = np.clip((rows - 0.5) * 3.2 + 0.5, 0, 1)
    ice = np.stack(
        [
            0.93 - depth * 0.62 - cracks * 0.2,
            0.97 - depth * 0.34 - cracks * 0.13,
            0.99 - depth * 0.12 - cracks * 0.06,
        ],
        -1,
    )
    c.mix(front.astype(np.float32), np.clip(ice, 0, 1).astype(np.float32))
    fissure = (np.abs(rows - 0.47) < 0.012) * front * 0.8
    c.mix(_blurred(fissure, 1.2).astype(np.float32), "2f7fae", 0.55)
    field = np.clip((c.down - (top - 120 - 20 * np.sin(c.across / 170))) / 40, 0, 1) * (c.down < top + 2)
    c.mix(field.astype(np.float32), "eef4f6", 0.92)
    c.mix(_blurred(np.clip((c.down - 770) / 20, 0, 1) * (c.down < 795), 3).astype(np.float32), "1e4c66", 0.6)
    c.water(788, 0.8, 8, "0f3346", 0.45)
    random = np.random.default_rng(6)
    for _ in range(26):
        y = 810 + random.random() ** 1.6 * 380
        size = 8 + (y - 800) * 0.16 * (0.5 + random.random())
        x = random.random() * WIDTH
        c.polygon([(x - size * 1.6, y), (x - size, y - size * 0.6), (x - size * 0.2, y - size * (0.7 + random.random() * 0.6)), (x + size * 0.7, y - size * 0.5), (x + size * 1.7, y)], "e6f1f5")  # fmt: skip
        c.polygon(
            [
                (x - size * 0.2, y - size * 0.8),
                (x + size * 0.7, y - size * 0.5),
                (x + size * 1.7, y),
                (x + size * 0.1, y),
            ],
            "9cc6da",
        )
        c.polygon(
            [
                (x - size * 1.5, y + 2),
                (x + size * 1.6, y + 2),
                (x + size, y + size * 0.5),
                (x - size, y + size * 0.45),
            ],
            "b8d7e2",
            0.35,
            3,
        )
    moraine = [(0, 1060), (160, 1020), (330, 1050), (520, 1120), (700, 1210), (790, 1290), (0, 1290)]
    stones = noise(66, HEIGHT, WIDTH, (60, 90), 3, 0.8)[:, :, None]
    c.polygon(moraine, (np.asarray([0.19, 0.20, 0.21]) + stones * 0.17).astype(np.float32))
    c.polygon([(214, 1032), (214, 956), (346, 956), (346, 1048)], "a83e2c")
    c.polygon([(200, 962), (280, 902), (360, 962)], "30363b")
    c.polygon([(262, 1040), (262, 986), (292, 986), (292, 1042)], "f4e9d4")
    c.polygon([(308, 1008), (308, 984), (332, 984), (332, 1008)], "ffdc8a")
    c.shapes(lambda d, f: d.line([(390 * f, 1060 * f), (390 * f, 900 * f)], fill=255, width=4 * f), "30363b")
    c.polygon([(392, 902), (446, 914), (392, 930)], "d9542f")
    return c


def _peak(c: Canvas, line: list[Point], foot: float, seed: int) -> None:
    """Snowy mountains: light from the left, rock where it is steep."""
    xs = np.arange(WIDTH, dtype=np.float32)
    ragged = (noise(seed, 1, WIDTH, (1, 60), 5, 0.6)[0] - 0.5) * 36
    top = np.interp(xs, [p[0] for p in line], [p[1] for p in line]) + ragged
    inside = np.clip((c.down - top[None, :]) / 2, 0, 1) * (c.down < foot)
    rough = noise(seed + 1, HEIGHT, WIDTH, (10, 26), 6, 0.62)
    slope = np.gradient(np.convolve(top, np.ones(25) / 25, "same"))[None, :]
    lit = np.clip(0.62 - slope * 0.22 + (rough - 0.5) * 1.1, 0, 1)
    rock = np.clip((rough - 0.52) * 5, 0, 1) * np.clip((c.down - top[None, :]) / 240, 0.15, 1)
    snow = np.stack([0.50 + lit * 0.46, 0.60 + lit * 0.37, 0.72 + lit * 0.27], -1)
    stone = np.stack([0.23 + lit * 0.12, 0.28 + lit * 0.12, 0.35 + lit * 0.10], -1)
    paint = snow * (1 - rock[:, :, None]) + stone * rock[:, :, None]
    haze = np.clip((c.down - 250) / 600, 0, 0.55)[:, :, None]
    paint = paint * (1 - haze) + np.asarray([0.78, 0.87, 0.91]) * haze
    c.mix(inside.astype(np.float32), paint.astype(np.float32))


def regatta() -> Canvas:
    """Sails heeling in a fresh wind below a lighthouse."""
    c = Canvas(15)
    c.sky((0, "2f7fb8"), (360, "7db9d6"), (640, "d6e9ea"), (1280, "d6e9ea"))
    c.clouds(71, 20, 460, "ffffff", 0.8, (7, 3))
    c.hills([(x, y + 40) for x, y in ridge(72, 610, 40, 4, 6)], "6f93a3", 0.8)
    headland = [(1180, 700), (1300, 640), (1420, 580), (1560, 560), (1700, 520), (1920, 500), (1920, 710)]
    turf = noise(73, HEIGHT, WIDTH, (30, 40), 4, 0.7)[:, :, None]
    c.polygon(headland, (np.asarray([0.33, 0.40, 0.27]) + turf * 0.18).astype(np.float32))
    c.polygon([(1180, 704), (1320, 664), (1500, 640), (1920, 610), (1920, 712)], (np.asarray([0.42, 0.38, 0.34]) + turf * 0.25).astype(np.float32))  # fmt: skip
    c.polygon([(1655, 530), (1668, 300), (1722, 300), (1735, 526)], "f5f1e8")
    for low, high in ((470, 420), (370, 330)):
        c.polygon([(1659 + (530 - low) * 0.056, low), (1659 + (530 - high) * 0.056, high), (1731 - (530 - high) * 0.056, high), (1731 - (530 - low) * 0.056, low)], "c23a2b")  # fmt: skip
    c.polygon([(1660, 302), (1730, 302), (1726, 288), (1664, 288)], "38424a")
    c.polygon([(1672, 288), (1718, 288), (1716, 246), (1674, 246)], "ffe9a8")
    c.polygon([(1666, 248), (1695, 214), (1724, 248)], "c23a2b")
    c.water(706, 0.8, 26, "0f4f78", 0.62)
    chop = np.clip(noise(74, HEIGHT, WIDTH, (140, 30), 3, 0.7) - 0.6, 0, 1) * np.clip(
        (c.down - 706) / 400, 0, 1
    )
    c.add(chop.astype(np.float32), "ffffff", 1.3)
    boats = ((330, 860, 1.0, "c23a2b"), (1040, 800, 0.62, "f3c53d"), (1330, 762, 0.42, "2f6b52"), (760, 766, 0.44, "3a4c9a"), (150, 752, 0.34, "e07b39"))  # fmt: skip
    for x, y, size, paint in sorted(boats, key=lambda boat: boat[1]):
        _sail(c, x, y, size, paint)
    _sail(c, 1130, 1130, 1.75, "1f5f8b")
    for x, y, size in ((520, 220, 15), (600, 260, 11), (1300, 190, 12)):
        _gull(c, x, y, size, "f8fafa")
    return c


def _sail(c: Canvas, x: float, y: float, size: float, paint: str) -> None:
    """A small racing yacht, heeled to the right, with a coloured spinnaker."""
    lean = math.radians(11)

    def at(a: float, b: float) -> Point:
        a, b = a * size, b * size
        return x + a * math.cos(lean) + b * math.sin(lean), y + a * math.sin(lean) - b * math.cos(lean)

    def curve(*points: Point) -> list[Point]:
        return [at(*point) for point in points]

    c.polygon(curve((-130, -30), (150, -30), (120, -44), (-110, -46)), "0c3a58", 0.55, 6 * size)
    c.polygon(curve((-8, 14), (-12, 420), (-40, 320), (-92, 160), (-120, 30)), "f7f5ee")
    c.polygon(curve((-8, 14), (-12, 420), (-22, 320), (-40, 160), (-50, 20)), "dfe3e2")
    spinnaker = [(2, 400), (70, 372), (150, 290), (186, 200), (170, 110), (128, 40), (60, 70), (20, 180)]
    c.polygon(curve(*spinnaker), paint)
    c.polygon(
        curve((2, 400), (44, 384), (96, 280), (108, 180), (92, 52), (60, 70), (20, 180)), "ffffff", 0.28
    )
    c.polygon(curve((-140, 20), (-118, -26), (110, -28), (176, 22)), "f4f1ea")
    c.polygon(curve((-134, 8), (-118, -26), (110, -28), (152, 6)), paint)
    for a in (-84, -50, 30):
        c.polygon(curve((a - 9, 20), (a - 8, 44), (a + 8, 46), (a + 10, 20)), "26333b")
        c.polygon(curve((a - 7, 46), (a - 5, 58), (a + 5, 58), (a + 7, 46)), "e0b48f")
    foam = curve((-190, -22), (-118, -18), (110, -20), (190, -6), (230, -26), (100, -40), (-160, -38))
    c.polygon(foam, "f2f8fa", 0.75, 3 * size)
