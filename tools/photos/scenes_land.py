"""Scenes under a wide sky: observatory, wheat, solar field, night train, football ground."""

from __future__ import annotations

import math

import numpy as np

from tools.photos.canvas import HEIGHT, WIDTH, Canvas, Draw, Point, noise, ridge


def observatory() -> Canvas:
    """A dome open to the Milky Way on a mountain top."""
    c = Canvas(21)
    c.sky(
        (0, "070b1f"), (520, "14234d"), (880, "2f4a78"), (1010, "7a6f86"), (1080, "c98f6d"), (1280, "c98f6d")
    )
    cloud = noise(81, HEIGHT, WIDTH, (7, 9), 6, 0.6)
    across = (c.down - (1130 - c.across * 0.62)) / 210
    way = np.exp(-(across**2)) * (0.35 + cloud) * np.clip((960 - c.down) / 500, 0, 1)
    c.add(way.astype(np.float32), "8fa4e0", 0.5)
    dust = np.exp(-(((across + 0.1) * 2.6) ** 2)) * np.clip(cloud - 0.42, 0, 1) * 3
    c.mix(np.clip(dust, 0, 0.7).astype(np.float32), "0a1028", 0.75)
    c.stars(5200, 990)
    thick = np.random.default_rng(3)
    sheet = np.zeros((HEIGHT, WIDTH), np.float32)
    for _ in range(5200):
        x = thick.random() * WIDTH
        y = 1130 - x * 0.62 + thick.normal(0, 120)
        if 0 <= y < 960:
            sheet[int(y), int(x)] = thick.random() ** 2 * 0.75
    c.add(sheet, "e8ecff", 0.9)
    c.lamps([(300, 210), (1500, 140), (930, 90), (1690, 420), (160, 560)], "dfe8ff", 1.8, 0.9)
    streak = c.mask(lambda d: d.line([(2760, 420), (3120, 610)], fill=255, width=4), 0.8)
    c.add(streak * np.clip((c.across - 1370) / 190, 0, 1), "f5f7ff", 0.9)
    c.hills(ridge(82, 960, 70, 3, 6), "33405f")
    c.hills(ridge(83, 1020, 60, 4, 7), "1e2a47")
    c.mist(84, 980, 1130, 120, "8a86a0", 0.35)
    summit = [
        (0, 1180),
        (240, 1110),
        (520, 1050),
        (700, 985),
        (800, 965),
        (1240, 962),
        (1360, 1000),
        (1580, 1090),
        (1920, 1170),
    ]
    xs = np.linspace(0, WIDTH, 400)
    ragged = (
        np.interp(xs, [p[0] for p in summit], [p[1] for p in summit])
        + (noise(85, 1, 400, (1, 60), 4)[0] - 0.5) * 22
    )
    c.polygon([(0, 1290), *zip(xs.tolist(), ragged.tolist(), strict=True), (WIDTH, 1290)], "0a101f")
    # The dome, its slit and the light inside.
    c.glow(1030, 780, 360, "ffb561", 0.22)
    c.polygon([(846, 975), (846, 800), (1214, 800), (1214, 975)], "1a2338")
    shade = np.clip((c.across - 840) / 380, 0, 1)[:, :, None]
    dome = (np.asarray([0.48, 0.53, 0.64]) * (1 - shade) + np.asarray([0.15, 0.19, 0.30]) * shade).astype(
        np.float32
    )

    def cap(d: Draw, f: int) -> None:
        d.pieslice([826 * f, 600 * f, 1234 * f, 1010 * f], 180, 360, fill=255)

    c.shapes(cap, dome)
    c.polygon([(826, 800), (1234, 800), (1234, 822), (826, 822)], "2a3550")
    for x in (882, 950, 1110, 1180):
        c.shapes(lambda d, f, x=x: d.arc([(1030 - abs(1030 - x)) * f, 602 * f, (1030 + abs(1030 - x)) * f, 1000 * f], 180 if x < 1030 else 270, 270 if x < 1030 else 360, fill=255, width=2 * f), "39455f", 0.7)  # fmt: skip
    c.polygon([(1000, 806), (1010, 640), (1040, 604), (1070, 612), (1076, 806)], "ffcf83")
    c.polygon([(1000, 806), (1010, 640), (1026, 612), (1030, 806)], "e89a4a", 0.8)
    c.polygon([(1012, 806), (1060, 660), (1096, 628), (1112, 640), (1066, 806)], "141b2c")
    c.glow(1046, 700, 190, "ffc670", 0.5)
    c.polygon([(1290, 1005), (1290, 930), (1410, 930), (1410, 1030)], "141c30")
    c.polygon([(1282, 934), (1350, 900), (1418, 934)], "0c1322")
    c.polygon([(1318, 978), (1318, 950), (1344, 950), (1344, 978)], "ffc877")
    c.polygon([(1362, 978), (1362, 950), (1388, 950), (1388, 978)], "ffc877")
    for x in (700, 724):
        c.polygon([(x - 7, 992), (x - 6, 956), (x, 950), (x + 6, 956), (x + 7, 992)], "070b16")
        c.disc(x, 944, 6, "070b16")
    c.glow(1350, 964, 90, "ffb561", 0.3)
    return c


def wheat() -> Canvas:
    """A ripe field with a lone oak, and a harvester's dust on the rise."""
    c = Canvas(22)
    c.sky((0, "2d77b5"), (330, "7fb4d8"), (640, "e6e6cf"), (1280, "e6e6cf"))
    c.clouds(91, 30, 470, "ffffff", 0.85, (6, 3))
    c.clouds(92, 260, 620, "fff3da", 0.6, (10, 3))
    c.glow(1560, 610, 520, "ffe9b0", 0.55)
    c.hills(ridge(93, 640, 36, 3, 6), "7f9a8f", 0.8)
    c.hills(ridge(94, 676, 26, 5, 6), "66815f", 0.9)
    swell = [(x, 716 - 34 * math.sin((x + 200) / 610)) for x in range(0, WIDTH + 20, 20)]
    rows = noise(95, HEIGHT, WIDTH, (6, 260), 4, 0.7)
    near = np.clip((c.down - 690) / 590, 0, 1)
    furrow = 0.5 + 0.5 * np.sin((c.across - 960) / (6 + near * 72) * 1.7)
    stalks = rows * (0.35 + 0.65 * near) + furrow * 0.16
    gold = np.stack(
        [
            0.78 + stalks * 0.24 - near * 0.10,
            0.58 + stalks * 0.24 - near * 0.14,
            0.24 + stalks * 0.16 - near * 0.06,
        ],
        -1,
    )
    field = c.polygon([(0, 1290), *swell, (WIDTH, 1290)], np.clip(gold, 0, 1).astype(np.float32))
    for x in (640, 1250):
        track = np.abs(c.across - 960 - (x - 960) * (0.25 + near * 1.9)) < (1.5 + near * 20)
        c.mix((track * field).astype(np.float32), "a67c33", 0.5)
    c.add((np.clip(rows - 0.72, 0, 1) * 3 * near * field).astype(np.float32), "ffe9a6", 0.7)
    # The oak: a trunk, and a crown of many small discs, lighter towards the sun.
    c.polygon([(486, 740), (500, 640), (494, 560), (520, 560), (524, 640), (544, 742)], "4a3626")
    random = np.random.default_rng(5)
    leaves = sorted(((random.normal(0, 78), random.normal(0, 58)) for _ in range(420)), key=lambda p: p[0])
    for a, b in leaves:
        if (a / 175) ** 2 + (b / 128) ** 2 > 1:
            continue
        lit = 0.5 + a / 350 - b / 300
        tone = "2e4a26" if lit < 0.35 else "3f6230" if lit < 0.6 else "58803a" if lit < 0.85 else "86a24c"
        c.disc(508 + a, 500 + b, 13 + random.random() * 15, tone)
    c.polygon([(360, 748), (480, 736), (660, 744), (520, 764)], "6b4d1e", 0.45, 8)
    # The harvester, far off, and its dust.
    dust = (
        np.exp(-(((c.down - 660) / 46) ** 2))
        * np.clip((1440 - c.across) / 240, 0, 1)
        * np.clip((c.across - 980) / 330, 0, 1)
    )
    c.mix((dust * noise(97, HEIGHT, WIDTH, (8, 10), 5)).astype(np.float32), "f5e3bb", 0.95)
    c.polygon([(1400, 712), (1402, 660), (1470, 656), (1490, 676), (1490, 712)], "b73525")
    c.polygon([(1466, 680), (1468, 642), (1500, 642), (1512, 680)], "2b3a42")
    c.polygon([(1490, 700), (1560, 716), (1566, 734), (1484, 724)], "d9a43a")
    c.disc(1420, 716, 17, "23282b")
    c.disc(1478, 718, 24, "23282b")
    c.disc(1478, 718, 9, "d9a43a")
    for x, y, size in ((980, 300, 12), (1040, 270, 9), (1110, 320, 8)):
        c.polygon([(x - 2 * size, y), (x - size, y - size * 0.6), (x, y), (x + size, y - size * 0.6), (x + 2 * size, y), (x + size, y - size * 0.3), (x, y + size * 0.3), (x - size, y - size * 0.3)], "2f4a5c")  # fmt: skip
    # Ears in front, out of focus.
    for x in range(-20, WIDTH, 46):
        height = 1090 + 70 * random.random()
        sway = random.normal(0, 18)
        ear = [
            (x, 1290),
            (x + sway * 0.6, height + 60),
            (x + sway, height),
            (x + sway + 13, height + 36),
            (x + sway + 9, height + 92),
            (x + 7, 1290),
        ]
        c.polygon(ear, ("d9a53f", "c8912f", "e8bd62")[int(random.integers(3))], 0.85, 2.2)
    return c


def solar() -> Canvas:
    """Rows of panels running to the hills under a low sun."""
    c = Canvas(23)
    c.sky((0, "3c6fa8"), (300, "8fb6cf"), (500, "f5dcae"), (600, "ffce86"), (1280, "ffce86"))
    c.clouds(101, 60, 460, "fff0d8", 0.7, (12, 3))
    c.glow(1240, 520, 640, "ffe2a0", 0.8)
    c.disc(1240, 520, 58, "fffbe8", 1, 1.5)
    c.hills(ridge(102, 560, 54, 3, 6), "a88f86", 0.75)
    c.hills(ridge(103, 600, 34, 5, 6), "7d7a6c", 0.9)
    turf = noise(104, HEIGHT, WIDTH, (40, 60), 4, 0.7)[:, :, None]
    ground = (np.asarray([0.46, 0.48, 0.27]) + turf * np.asarray([0.18, 0.15, 0.08])).astype(np.float32)
    c.polygon([(0, 640), (WIDTH, 626), (WIDTH, 1290), (0, 1290)], ground)
    c.mist(105, 590, 700, 80, "ffe3b0", 0.5, 0.3)
    vanish = (1120.0, 600.0)
    rows = [0.045 * 1.34**step for step in range(12)]
    for depth in rows:
        y = vanish[1] + depth * 560
        tall = depth * 210
        for side in range(-9, 10):
            left = vanish[0] + (side * 620 + 40) * depth
            right = vanish[0] + (side * 620 + 600) * depth
            if right < -80 or left > WIDTH + 80:
                continue
            _panel(c, left, right, y, tall, depth)
    for x, tall in ((210, 250), (420, 190), (560, 150)):
        _turbine(c, x, 600, tall)
    return c


def _panel(c: Canvas, left: float, right: float, y: float, tall: float, depth: float) -> None:
    tilt = tall * 0.36
    c.polygon(
        [
            (left, y + tall * 0.18),
            (right, y + tall * 0.18),
            (right + tilt, y + tall * 0.34),
            (left + tilt, y + tall * 0.34),
        ],
        "2f3120",
        0.55,
        1 + depth * 4,
    )
    for at in (0.15, 0.85):
        x = left + (right - left) * at + tilt * 0.5
        c.polygon(
            [
                (x, y - tall * 0.4),
                (x + tall * 0.04, y - tall * 0.4),
                (x + tall * 0.04, y + tall * 0.25),
                (x, y + tall * 0.25),
            ],
            "6f7377",
        )
    quad: list[Point] = [
        (left, y),
        (right, y),
        (right + tilt, y - tall * 0.86),
        (left + tilt, y - tall * 0.86),
    ]
    up = np.clip((y - c.down) / max(tall * 0.86, 1), 0, 1)[:, :, None]
    sheen = np.exp(-(((c.across - 1240) / 620) ** 2))[:, :, None]
    paint = (
        np.asarray([0.06, 0.13, 0.27])
        + up * np.asarray([0.16, 0.22, 0.28])
        + sheen * up * np.asarray([0.62, 0.42, 0.16])
    )
    c.polygon(quad, np.clip(paint, 0, 1).astype(np.float32))
    width = max(1, round(depth * 4))

    def lines(d: Draw, f: int) -> None:
        for at in range(7):
            a = left + (right - left) * at / 6
            d.line([(a * f, y * f), ((a + tilt) * f, (y - tall * 0.86) * f)], fill=255, width=width)
        for part in (0.0, 0.33, 0.66, 1.0):
            d.line([((left + tilt * part) * f, (y - tall * 0.86 * part) * f), ((right + tilt * part) * f, (y - tall * 0.86 * part) * f)], fill=255, width=width)  # fmt: skip

    c.shapes(lines, "cdd9e2", 0.55)


def _turbine(c: Canvas, x: float, foot: float, tall: float) -> None:
    c.polygon(
        [
            (x - tall * 0.02, foot),
            (x - tall * 0.009, foot - tall),
            (x + tall * 0.009, foot - tall),
            (x + tall * 0.02, foot),
        ],
        "f3eee4",
    )
    for turn in (20, 140, 260):
        angle = math.radians(turn + x)
        tip = (x + math.cos(angle) * tall * 0.55, foot - tall + math.sin(angle) * tall * 0.55)
        side = (x + math.cos(angle + 0.14) * tall * 0.16, foot - tall + math.sin(angle + 0.14) * tall * 0.16)
        c.polygon([(x, foot - tall), side, tip], "f8f5ee")
    c.disc(x, foot - tall, tall * 0.024, "e4ded2")


def night_train() -> Canvas:
    """A lit sleeper train on a viaduct under the moon, snow in the valley."""
    c = Canvas(24)
    c.sky((0, "0c1638"), (420, "25407a"), (760, "6f8fb8"), (1280, "8fa9c6"))
    c.stars(1500, 620)
    c.glow(420, 260, 520, "b9cdf5", 0.42)
    c.disc(420, 260, 58, "f6f3e3", 1, 1)
    c.disc(402, 248, 12, "dcd9cb", 0.6, 3)
    c.disc(440, 276, 9, "dcd9cb", 0.6, 3)
    c.clouds(111, 140, 520, "8fa6d2", 0.4, (12, 2))
    for seed, level, swing, paint, snow in (
        (112, 560, 150, "51699b", "a9bfe2"),
        (113, 680, 110, "3a5083", "8fa9d6"),
    ):
        line = ridge(seed, level, swing, 3, 7)
        inside = c.hills(line, paint)
        tops = np.interp(np.arange(WIDTH), [p[0] for p in line], [p[1] for p in line])[None, :]
        white = np.clip(1 - (c.down - tops) / 150, 0, 1) * np.clip(
            (noise(seed + 40, HEIGHT, WIDTH, (9, 22), 6, 0.6) - 0.38) * 4, 0, 1
        )
        c.mix((inside * white).astype(np.float32), snow, 0.9)
    c.mist(114, 640, 860, 160, "a5bbdc", 0.5)
    _firs(c, 820, 24, 70, "24375f", 1)
    c.hills(ridge(115, 930, 40, 3, 6), "c8d6ea")
    _firs(c, 960, 30, 110, "16274a", 2)
    # The viaduct.

    def arches(d: Draw, f: int) -> None:
        d.rectangle([0, 752 * f, WIDTH * f, 1180 * f], fill=255)
        for x in range(-60, WIDTH + 200, 208):
            d.rectangle([(x + 24) * f, 878 * f, (x + 184) * f, 1200 * f], fill=0)
            d.pieslice([(x + 24) * f, 798 * f, (x + 184) * f, 958 * f], 180, 360, fill=0)

    stone = noise(116, HEIGHT, WIDTH, (50, 70), 4, 0.7)[:, :, None]
    wall = (np.asarray([0.17, 0.20, 0.29]) + stone * np.asarray([0.12, 0.13, 0.16])).astype(np.float32)
    c.shapes(arches, wall)
    c.shapes(lambda d, f: d.rectangle([0, 744 * f, WIDTH * f, 758 * f], fill=255), "a9bbd6")
    c.hills([(x, y + 10) for x, y in ridge(117, 1080, 60, 4, 6)], "dbe5f2")
    # The train.
    for at, x in enumerate(range(240, 1700, 292)):
        c.polygon(
            [(x, 740), (x, 672), (x + 8, 660), (x + 276, 660), (x + 284, 672), (x + 284, 740)],
            "1c4f4a" if at else "8d2f2a",
        )
        c.polygon([(x + 2, 724), (x + 282, 724), (x + 282, 730), (x + 2, 730)], "e8c65f", 0.9)
        c.polygon([(x + 30, 746), (x + 254, 746), (x + 254, 738), (x + 30, 738)], "0d1322")
    panes = [(x + a, 680) for x in range(240 + 292, 1700, 292) for a in range(18, 262, 41)]

    def windows(d: Draw, f: int) -> None:
        for x, y in panes:
            d.rounded_rectangle([x * f, y * f, (x + 27) * f, (y + 30) * f], 4 * f, fill=255)
        d.polygon([(250 * f, 700 * f), (258 * f, 676 * f), (286 * f, 676 * f), (286 * f, 702 * f)], fill=255)

    lit = c.shapes(windows, "ffd58a")
    c.mix(lit * np.clip((c.down - 694) / 16, 0, 1), "e8a24e", 0.6)
    for x, y in panes[::2]:
        c.glow(x + 13, y + 15, 76, "ffb95e", 0.2)
    c.glow(236, 704, 260, "fff0c4", 0.6, 0.4)
    c.lamps([(240, 716), (240, 690)], "fff4d2", 4, 1)
    c.shapes(lambda d, f: d.line([(0, 610 * f), (WIDTH * f, 606 * f)], fill=255, width=f), "b4c4de", 0.6)
    for x in range(60, WIDTH, 330):
        c.polygon([(x, 748), (x, 590), (x + 7, 590), (x + 7, 748)], "1a2440")
        c.polygon([(x, 604), (x + 60, 608), (x + 60, 612), (x, 610)], "1a2440")
    _firs(c, 1190, 17, 240, "0c1730", 3)
    flakes = [
        (float(a), float(b))
        for a, b in zip(c.random.integers(0, WIDTH, 240), c.random.integers(0, HEIGHT, 240), strict=True)
    ]
    c.lamps(flakes, "ffffff", 1.6, 0.5)
    return c


def _firs(c: Canvas, foot: float, number: int, size: float, paint: str, seed: int) -> None:
    random = np.random.default_rng(seed)
    for at in range(number):
        x = (at + random.random()) * WIDTH / number
        tall, y = size * (0.6 + 0.8 * random.random()), foot + random.normal(0, size * 0.14)
        tree: list[Point] = [(x, y - tall)]
        for step in range(1, 6):
            tree += [
                (x + tall * 0.055 * step, y - tall + tall * 0.2 * step),
                (x + tall * 0.03 * step, y - tall + tall * 0.19 * step),
            ]
        back = [(2 * x - a, b) for a, b in reversed(tree[1:])]
        c.polygon([*tree, (x, y), *back], paint)


def football() -> Canvas:
    """A small ground on a winter evening: floodlights, a full stand, a corner kick."""
    c = Canvas(25)
    c.sky((0, "0a1230"), (420, "1f3566"), (640, "4d5f8c"), (1280, "4d5f8c"))
    c.clouds(121, 40, 520, "42578f", 0.5, (12, 2))
    c.hills(ridge(122, 560, 50, 4, 6), "16213f")
    c.polygon([(0, 640), (0, 430), (1920, 470), (1920, 660)], "111a33")
    c.polygon([(0, 430), (0, 372), (1920, 424), (1920, 474)], "27365e")
    c.polygon([(0, 376), (0, 366), (1920, 418), (1920, 428)], "c9392f")
    crowd = np.random.default_rng(8)
    tones = ("e8d7c0", "c9392f", "f2f0e8", "3f5f9c", "d8a95a", "8b2f2a", "b9c3d6")
    spots: dict[str, list[Point]] = {tone: [] for tone in tones}
    for row in range(13):
        for seat in range(150):
            x = seat * 13 + crowd.normal(0, 2.2)
            spots[tones[int(crowd.integers(len(tones)))]].append(
                (x, 484 + row * 12 + x * 0.016 + crowd.normal(0, 1.6))
            )
    for tone, points in spots.items():
        c.shapes(lambda d, f, points=points: [d.ellipse([(x - 4.4) * f, (y - 5) * f, (x + 4.4) * f, (y + 5) * f], fill=255) for x, y in points], tone, 0.8)  # fmt: skip
    for x in (260, 640, 1020, 1400, 1780):
        c.polygon([(x, 640), (x, 400 + x * 0.027), (x + 10, 400 + x * 0.027), (x + 10, 640)], "0d1429")
    boards = ("f2f0e8", "c9392f", "23407c", "e8b23f", "2c6b4f")
    for at in range(10):
        x = at * 200
        c.polygon(
            [
                (x, 648 + x * 0.012),
                (x + 196, 650 + x * 0.012),
                (x + 196, 690 + x * 0.012),
                (x, 688 + x * 0.012),
            ],
            boards[at % 5],
            0.9,
        )
    near = np.clip((c.down - 690) / 590, 0, 1)
    stripe = (np.floor((c.across - 960) / (1 + near * 2.3) / 118) % 2) * 0.05
    blades = noise(123, HEIGHT, WIDTH, (90, 150), 3, 0.8) * 0.07
    grass = np.stack(
        [
            0.13 + stripe + blades + near * 0.05,
            0.38 + stripe * 1.6 + blades + near * 0.08,
            0.17 + stripe * 0.6 + blades * 0.6,
        ],
        -1,
    )
    c.polygon([(0, 690), (WIDTH, 712), (WIDTH, 1290), (0, 1290)], grass.astype(np.float32))
    chalk = "eef3ea"
    for points, width in (
        ([(0, 742), (1920, 762)], 5),
        ([(1180, 754), (1500, 1000), (1920, 1010)], 6),
        ([(1560, 758), (1720, 842), (1920, 846)], 5),
        ([(0, 1180), (520, 1290)], 9),
    ):
        c.shapes(lambda d, f, p=points, w=width: d.line([(x * f, y * f) for x, y in p], fill=255, width=w * f, joint="curve"), chalk, 0.85)  # fmt: skip
    # The goal.
    net = [(1640, 770, 1640, 630), (1640, 630, 1850, 634), (1850, 634, 1850, 775)]
    mesh = lambda d, f: [d.line([(x * f, 632 * f), ((x + 16) * f, 772 * f)], fill=255, width=1) for x in range(1640, 1850, 11)] + [d.line([(1640 * f, y * f), (1850 * f, (y + 3) * f)], fill=255, width=1) for y in range(634, 772, 11)]  # noqa: E731  # fmt: skip
    c.shapes(mesh, "ffffff", 0.5)
    c.shapes(
        lambda d, f: [d.line([(a * f, b * f), (e * f, g * f)], fill=255, width=6 * f) for a, b, e, g in net],
        "ffffff",
    )
    for x, y, size, shirt, stride in (
        (1470, 900, 1.05, "c9392f", 0.5), (1380, 850, 0.9, "f1efe6", -0.4), (1560, 846, 0.86, "c9392f", 0.3), (1300, 940, 1.15, "f1efe6", 0.6),
        (1725, 790, 0.74, "e8b23f", 0.2), (1640, 930, 1.1, "f1efe6", -0.5), (1010, 900, 1.0, "c9392f", 0.4), (640, 850, 0.84, "f1efe6", 0.6),
    ):  # fmt: skip
        _player(c, x, y, size, shirt, stride)
    _player(c, 330, 1130, 2.1, "c9392f", 0.9)
    c.disc(452, 1112, 17, "fbfaf4")
    c.disc(456, 1116, 7, "2a2f38")
    c.polygon([(436, 1134), (484, 1134), (470, 1142), (444, 1142)], "0f2a18", 0.5, 4)
    for x, tall in ((180, 60), (1000, 20), (1760, 90)):
        c.polygon([(x - 5, 420), (x - 3, tall + 60), (x + 3, tall + 60), (x + 5, 420)], "0c1228")
        c.polygon([(x - 74, tall + 66), (x - 74, tall), (x + 74, tall), (x + 74, tall + 66)], "0c1228")
        lamps = [(x - 56 + a * 28, tall + 16 + b * 34) for a in range(5) for b in range(2)]
        c.lamps(lamps, "f4f8ff", 10, 1)
        c.glow(x, tall + 33, 430, "bcd3ff", 0.5)
        beam = [
            (x - 70, tall + 66),
            (x + 70, tall + 66),
            (x + (960 - x) * 0.5 + 520, 900),
            (x + (960 - x) * 0.5 - 420, 900),
        ]
        c.add(
            c.mask(lambda d, b=beam: d.polygon([(p * 2, q * 2) for p, q in b], fill=255), 60), "cfe0ff", 0.10
        )
    return c


def _player(c: Canvas, x: float, y: float, size: float, shirt: str, stride: float) -> None:
    """A player at full stretch; `y` is where the feet are."""

    def at(*points: Point) -> list[Point]:
        return [(x + a * size, y - b * size) for a, b in points]

    c.polygon(at((-34, 2), (40, 2), (60, -6), (-20, -8)), "0b2413", 0.55, 4 * size)
    lean = stride * 14
    c.polygon(at((-4, 46), (8, 44), (10 + lean * 2.4, 4), (2 + lean * 2.4, 2)), "e6bd98")
    c.polygon(at((-8, 46), (4, 44), (-8 - lean * 2, 8), (-16 - lean * 2, 6)), "d8a983")
    c.polygon(at((4 + lean * 2, 20), (11 + lean * 2.3, 18), (14 + lean * 2.6, 0), (0 + lean * 2.3, 0)), shirt)
    c.polygon(
        at((-18 - lean * 2, 22), (-9 - lean * 2, 22), (-6 - lean * 2.2, 4), (-20 - lean * 2.2, 4)), shirt
    )
    c.polygon(at((-12, 62), (14, 62), (16 + lean, 38), (-16 - lean * 0.6, 38)), "1d2747")
    c.polygon(at((-15 + lean, 104), (15 + lean, 104), (15, 58), (-13, 58)), shirt)
    c.polygon(at((13 + lean, 102), (36 + lean, 76), (30 + lean, 70), (10 + lean, 88)), shirt)
    c.polygon(at((-13 + lean, 102), (-34 + lean * 0.4, 72), (-28 + lean * 0.4, 66), (-9 + lean, 88)), shirt)
    c.disc(*at((34 + lean, 70))[0], 5 * size, "e0b48f")
    c.disc(*at((-32 + lean * 0.4, 66))[0], 5 * size, "d8a983")
    c.disc(*at((3 + lean * 1.3, 116))[0], 11 * size, "e0b48f")
    c.polygon(
        at(
            (-9 + lean * 1.3, 116),
            (-7 + lean * 1.3, 127),
            (4 + lean * 1.3, 130),
            (14 + lean * 1.3, 124),
            (12 + lean * 1.3, 119),
        ),
        "2c211c",
    )
