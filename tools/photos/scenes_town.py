"""Scenes in town: tram in the rain, night market, parliament."""

from __future__ import annotations

import math

import numpy as np

from tools.photos.canvas import HEIGHT, WIDTH, Canvas, Draw, Point, noise, ridge


def tram() -> Canvas:
    """A tram comes up a wet street at night; every lamp shines twice."""
    c = Canvas(31)
    c.sky((0, "131a38"), (400, "2b3560"), (720, "59557c"), (1280, "59557c"))
    c.glow(960, 640, 620, "e79a66", 0.5)
    random = np.random.default_rng(2)
    for side in (-1, 1):
        for at in range(6):
            near, far = (
                960 + side * (150 + 1010 * 0.56 ** (at + 0.0) - 30),
                960 + side * (150 + 1010 * 0.56 ** (at + 1.0) - 30),
            )
            tall_near, tall_far = 760 * 0.66**at + 120, 760 * 0.66 ** (at + 1) + 120
            lift = random.normal(0, 22)
            tone = ("1d2240", "252a4c", "2a2746", "222b4b")[int(random.integers(4))]
            base_near, base_far = 720 + 300 * 0.56**at, 720 + 300 * 0.56 ** (at + 1)
            c.polygon(
                [
                    (near, base_near),
                    (near, 790 - tall_near - lift),
                    (far, 790 - tall_far - lift),
                    (far, base_far),
                ],
                tone,
            )
            _windows(c, near, far, tall_near, tall_far, base_near, base_far, random, at)
    c.mist(131, 420, 800, 220, "c58b78", 0.4)
    c.polygon([(0, 1290), (0, 1010), (820, 722), (1100, 722), (WIDTH, 1010), (WIDTH, 1290)], "1b2038")
    for x in (60, 330, 520, 1400, 1590, 1860):
        far = abs(x - 960) / 900
        foot, head = 720 + 290 * far, 720 - 330 * far
        c.shapes(lambda d, f, x=x, a=foot, b=head, s=far: d.line([(x * f, a * f), (x * f, b * f)], fill=255, width=int((3 + 6 * s) * f)), "0d1124")  # fmt: skip
        c.lamps([(x, head)], "ffd9a0", 5 + 9 * far, 1)
        c.glow(x, head, 60 + 190 * far, "ffb765", 0.5)
    c.shapes(
        lambda d, f: [
            d.line([(960 * f, 610 * f), (x * f, 0)], fill=255, width=f) for x in (420, 760, 1180, 1500)
        ],
        "0b0e1e",
        0.8,
    )
    # The tram.
    c.polygon(
        [(740, 940), (736, 560), (752, 500), (790, 476), (1130, 476), (1168, 500), (1184, 560), (1180, 940)],
        "b5302a",
    )
    c.polygon([(736, 716), (1184, 716), (1184, 806), (736, 806)], "efe5d3")
    c.polygon([(764, 690), (768, 556), (786, 540), (1134, 540), (1152, 556), (1156, 690)], "1a2136")
    c.polygon([(776, 682), (780, 562), (1140, 562), (1144, 682)], "ffdca0", 0.85)
    c.mix(
        c.mask(lambda d: d.polygon([(1552, 1364), (1560, 1124), (2280, 1124), (2288, 1364)], fill=255))
        * np.clip((c.down - 570) / 140, 0, 1),
        "c9743e",
        0.55,
    )
    for x, tall in ((850, 70), (905, 92), (1040, 84), (1090, 62)):
        c.polygon(
            [(x - 20, 684), (x - 17, 684 - tall * 0.6), (x + 17, 684 - tall * 0.6), (x + 20, 684)],
            "31212a",
            0.9,
        )
        c.disc(x, 684 - tall * 0.6 - 10, 13, "31212a", 0.9)
    c.shapes(lambda d, f: d.line([(960 * f, 556 * f), (960 * f, 690 * f)], fill=255, width=8 * f), "1a2136")
    c.polygon([(836, 532), (836, 490), (1084, 490), (1084, 532)], "0d1120")
    digits = [((868, 500), (868, 522)), ((880, 500), (896, 500)), ((896, 500), (896, 511)), ((896, 511), (880, 511)), ((880, 511), (880, 522)), ((880, 522), (896, 522))]  # fmt: skip
    c.shapes(
        lambda d, f: [
            d.line([(a * f, b * f), (e * f, g * f)], fill=255, width=4 * f) for (a, b), (e, g) in digits
        ],
        "ffc04d",
    )
    c.shapes(lambda d, f: [d.rounded_rectangle([x * f, 506 * f, (x + w) * f, 516 * f], 4 * f, fill=255) for x, w in ((924, 52), (984, 38), (1030, 30))], "ffc04d")  # fmt: skip
    c.polygon([(744, 944), (760, 966), (1160, 966), (1176, 944)], "0b0f1e")
    c.lamps([(800, 860), (1120, 860)], "fff3cf", 22, 1)
    for x in (800, 1120):
        c.glow(x, 860, 240, "ffe3a6", 0.6)
    c.lamps([(960, 506)], "ffc04d", 1, 0.2)
    for offset in (-1, 1):
        rail = [
            (960 + offset * 100, 960),
            (960 + offset * 108, 960),
            (960 + offset * 262, 1290),
            (960 + offset * 240, 1290),
        ]
        c.polygon(rail, "8f93ab", 0.8)
    # Wet street: everything above, mirrored straight down and smeared.
    horizon = 964
    depth = HEIGHT - horizon
    rows = np.clip(horizon - 4 - np.arange(depth) * 1.7, 0, horizon - 1).astype(int)
    mirrored = c.light[rows]
    waves = noise(132, depth, WIDTH, (40, 12), 3, 0.7) - 0.5
    columns = np.clip(np.arange(WIDTH)[None, :] + waves * 60, 0, WIDTH - 1).astype(int)
    wet = mirrored[np.arange(depth)[:, None], columns]
    wet = sum(np.roll(wet, shift, axis=0) for shift in (-24, -12, 0, 12, 24)) / 5
    puddle = np.clip(0.5 + (noise(133, depth, WIDTH, (5, 7), 4, 0.6) - 0.45) * 1.6, 0.25, 0.9)[:, :, None]
    c.light[horizon:] = c.light[horizon:] * (1 - puddle * 0.8) + np.asarray(wet, np.float32) * puddle * 0.86
    streaks = np.random.default_rng(7)

    def rain(d: Draw, f: int) -> None:
        for _ in range(620):
            x, y, long = streaks.random() * WIDTH * 1.1, streaks.random() * HEIGHT, 24 + streaks.random() * 60
            d.line(
                [(x * f, y * f), ((x - long * 0.16) * f, (y + long) * f)],
                fill=int(60 + streaks.random() * 120),
                width=f,
            )

    c.shapes(rain, "dfe4f5", 0.42)
    _umbrella(c, 350, 1130, 1.25, "e8b23f")
    _umbrella(c, 1610, 1080, 1.0, "3b7d8c")
    return c


def _windows(c: Canvas, near: float, far: float, tall_near: float, tall_far: float, base_near: float, base_far: float, random: np.random.Generator, at: int) -> None:  # fmt: skip
    """Lit windows on a house front that runs away from us."""
    if at > 4:
        return
    lit: list[list[Point]] = []
    for column in range(5):
        for row in range(6):
            if random.random() < 0.45:
                continue
            a, b = (column + 0.25) / 5, (column + 0.72) / 5
            quad = []
            for part, high in ((a, row + 0.2), (b, row + 0.2), (b, row + 0.7), (a, row + 0.7)):
                x = near + (far - near) * part
                top = 790 - (tall_near + (tall_far - tall_near) * part) + 40 * (1 - part)
                foot = base_near + (base_far - base_near) * part - 90 * (0.6**at)
                quad.append((x, top + (foot - top) * high / 6))
            lit.append(quad)
    c.shapes(
        lambda d, f: [d.polygon([(x * f, y * f) for x, y in quad], fill=255) for quad in lit], "f4bf74", 0.75
    )


def _umbrella(c: Canvas, x: float, y: float, size: float, paint: str) -> None:
    """Somebody from behind, under an umbrella; `y` is where the feet are."""

    def at(*points: Point) -> list[Point]:
        return [(x + a * size, y - b * size) for a, b in points]

    c.polygon(at((-36, 4), (36, 4), (44, -10), (-30, -12)), "05070f", 0.5, 5)
    c.polygon(at((-16, 0), (-4, 0), (-2, 80), (-20, 80)), "10131f")
    c.polygon(at((4, 0), (16, 0), (20, 80), (2, 80)), "10131f")
    c.polygon(at((-32, 60), (32, 60), (24, 172), (-24, 172)), "2a2f45")
    c.disc(x, y - 190 * size, 20 * size, "3a2a26")
    canopy = (
        [(-120, 196)]
        + [(-120 + step * 12, 196 + 84 * math.sin(math.pi * step / 20)) for step in range(1, 20)]
        + [(120, 196)]
    )
    scallops = [
        (120 - step * 12, 196 + (10 if step % 4 == 2 else 4 if step % 2 else 0)) for step in range(1, 20)
    ]
    c.polygon(at(*canopy, *scallops), paint)
    c.polygon(at((0, 281), (30, 272), (44, 206), (0, 206)), "ffffff", 0.16)
    c.polygon(at((-120, 196), (-80, 256), (-40, 276), (-46, 206)), "000000", 0.18)


def market() -> Canvas:
    """Stalls under lanterns, oranges in heaps, an alley full of people."""
    c = Canvas(32)
    c.sky((0, "0f1836"), (420, "27315c"), (760, "704a5c"), (1280, "3a2a38"))
    c.stars(260, 300)
    c.polygon(
        [(0, 760), (0, 150), (170, 110), (360, 190), (560, 330), (760, 460), (840, 560), (840, 760)], "1c1f3a"
    )
    c.polygon(
        [
            (WIDTH, 760),
            (WIDTH, 120),
            (1720, 180),
            (1500, 300),
            (1280, 420),
            (1120, 520),
            (1080, 570),
            (1080, 760),
        ],
        "1a1d36",
    )
    c.polygon(
        [(905, 640), (905, 330), (925, 270), (960, 210), (995, 270), (1015, 330), (1015, 640)], "2b2b4c"
    )
    c.disc(960, 196, 9, "2b2b4c")
    c.glow(960, 640, 520, "ffae5e", 0.6)
    random = np.random.default_rng(12)
    for x, y, w, h in ((70, 300, 44, 66), (190, 290, 44, 66), (330, 340, 36, 56), (470, 410, 30, 46), (1810, 290, 44, 66), (1660, 330, 40, 60), (1500, 390, 32, 50)):  # fmt: skip
        c.polygon([(x, y + h), (x, y + 12), (x + w / 2, y), (x + w, y + 12), (x + w, y + h)], "f0b566", 0.85)
    street = noise(141, HEIGHT, WIDTH, (50, 60), 3, 0.8)[:, :, None]
    c.polygon([(0, 1290), (0, 1120), (840, 720), (1080, 720), (WIDTH, 1120), (WIDTH, 1290)], (np.asarray([0.26, 0.18, 0.19]) + street * np.asarray([0.16, 0.10, 0.06])).astype(np.float32))  # fmt: skip
    for x, size in (
        (905, 0.32),
        (935, 0.36),
        (1000, 0.34),
        (1030, 0.38),
        (965, 0.42),
        (890, 0.5),
        (1050, 0.55),
    ):
        walker(
            c,
            x,
            742 + size * 200,
            size * 1.5,
            ("3b2436", "52303a", "2a2c48", "6b3f36")[int(random.integers(4))],
        )
    c.mist(142, 540, 860, 160, "ffb878", 0.25)
    for side in (-1, 1):
        for depth, stripe in ((0.36, "2f7d78"), (0.62, "c9483a"), (1.0, "e0a63b" if side < 0 else "3c5aa6")):
            _stall(c, side, depth, stripe, random)
    for x, size, paint in ((820, 0.86, "2b2d4b"), (1092, 0.92, "7a3d3a"), (960, 1.15, "33405e")):
        walker(c, x, 1010 + size * 90, size * 1.75, paint)
    for start, end, sag in (((0, 90), (1000, 330), 120), ((1920, 60), (930, 360), 130), ((0, 330), (900, 470), 60), ((1920, 300), (1010, 480), 60)):  # fmt: skip
        steps = [at / 12 for at in range(13)]
        line = [
            (
                start[0] + (end[0] - start[0]) * t,
                start[1] + (end[1] - start[1]) * t + sag * math.sin(math.pi * t),
            )
            for t in steps
        ]
        c.shapes(
            lambda d, f, line=line: d.line([(x * f, y * f) for x, y in line], fill=255, width=f),
            "0c0f20",
            0.9,
        )
        for at, (x, y) in enumerate(line[1:-1]):
            size = 20 - 13 * at / 11
            c.glow(x, y + size, size * 6, ("ffb04d", "ff7a4a", "ffd98a")[at % 3], 0.5)
            c.shapes(lambda d, f, x=x, y=y, s=size: d.ellipse([(x - s) * f, y * f, (x + s) * f, (y + s * 2.1) * f], fill=255), ("ffcf7d", "ff9a63", "ffe7ae")[at % 3])  # fmt: skip
    return c


def walker(c: Canvas, x: float, foot: float, size: float, paint: str) -> None:
    """Somebody on foot; `foot` is where they stand."""
    c.polygon(
        [
            (x - 34 * size, foot + 4),
            (x + 34 * size, foot + 4),
            (x + 20 * size, foot - 8),
            (x - 20 * size, foot - 8),
        ],
        "0a0a14",
        0.4,
        3,
    )
    c.polygon([(x - 16 * size, foot), (x - 20 * size, foot - 70 * size), (x + 20 * size, foot - 70 * size), (x + 14 * size, foot), (x + 4 * size, foot), (x, foot - 50 * size), (x - 6 * size, foot)], "17182a")  # fmt: skip
    c.polygon([(x - 28 * size, foot - 56 * size), (x - 22 * size, foot - 138 * size), (x, foot - 148 * size), (x + 22 * size, foot - 138 * size), (x + 28 * size, foot - 56 * size)], paint)  # fmt: skip
    c.disc(x, foot - 166 * size, 16 * size, "3a2620")


def _stall(c: Canvas, side: int, depth: float, stripe: str, random: np.random.Generator) -> None:
    """A stall with a striped awning; `depth` 1 is nearest."""
    inner, outer = 960 + side * (110 + 300 * depth), 960 + side * (110 + 980 * depth)
    foot, counter, roof = 740 + 470 * depth, 740 + 190 * depth, 740 - 330 * depth
    low = roof + 150 * depth
    c.polygon([(inner, counter), (outer, counter + 60 * depth), (outer, low), (inner, low)], "8a4d33", 0.9)
    c.glow((inner + outer) / 2, (low + counter) / 2, 330 * depth, "ffb55c", 0.75)
    for at in range(10):
        a, b = inner + (outer - inner) * at / 10, inner + (outer - inner) * (at + 1) / 10
        lift = 34 * depth
        tone = stripe if at % 2 else "f3e8d3"
        edge = [(a, low + 8 * depth), ((a + b) / 2, low + 44 * depth), (b, low + 8 * depth)]
        c.polygon(
            [
                (a + side * 50 * depth, roof - lift * at / 10),
                (b + side * 50 * depth, roof - lift * (at + 1) / 10),
                *reversed(edge),
            ],
            tone,
        )
    shade = c.mask(
        lambda d: d.polygon(
            [
                (inner * 2, (low - 20) * 2),
                (outer * 2, (low - 20) * 2),
                (outer * 2, (low + 40) * 2),
                (inner * 2, (low + 40) * 2),
            ],
            fill=255,
        ),
        12,
    )
    c.mix(shade, "1a0f1c", 0.35)
    c.polygon(
        [(inner, foot), (inner, counter), (outer, counter + 60 * depth), (outer, foot + 160 * depth)],
        "4b2a26",
    )
    for at in range(5):
        x = inner + (outer - inner) * at / 5
        c.polygon([(x, counter + 30 * depth), (x + side * 8 * depth, counter + 30 * depth), (x + side * 8 * depth, foot + 100 * depth), (x, foot + 60 * depth)], "36201f", 0.8)  # fmt: skip
    fruits = ("f08a24", "d9362b", "f2c43a", "7fa53a", "8c3a5e")
    for crate in range(5):
        a = inner + (outer - inner) * (crate + 0.08) / 5
        b = inner + (outer - inner) * (crate + 0.92) / 5
        level = counter + 10 * depth + 52 * depth * crate / 5
        tone = fruits[(crate + int(depth * 10)) % 5]
        for row in range(4):
            for at in range(8 - row):
                x = a + (b - a) * (at + 0.5 + row / 2) / 8
                y = level - row * 17 * depth + random.normal(0, 1.5)
                c.disc(x, y, 12.5 * depth, tone)
                c.disc(x - 3 * depth, y - 4 * depth, 4.5 * depth, "ffffff", 0.28)
        c.polygon(
            [
                (a, level + 6 * depth),
                (b, level + 10 * depth),
                (b, level + 42 * depth),
                (a, level + 38 * depth),
            ],
            "a8713f",
        )
        c.polygon(
            [
                (a, level + 22 * depth),
                (b, level + 26 * depth),
                (b, level + 30 * depth),
                (a, level + 26 * depth),
            ],
            "7a4d29",
        )
    keeper = inner + (outer - inner) * 0.42
    c.polygon([(keeper - 42 * depth, counter - 30 * depth), (keeper - 34 * depth, counter - 150 * depth), (keeper + 34 * depth, counter - 150 * depth), (keeper + 42 * depth, counter - 30 * depth)], "efe2c9")  # fmt: skip
    c.disc(keeper, counter - 180 * depth, 27 * depth, "b97f5a")
    c.polygon([(keeper - 28 * depth, counter - 184 * depth), (keeper - 22 * depth, counter - 212 * depth), (keeper + 22 * depth, counter - 212 * depth), (keeper + 28 * depth, counter - 184 * depth)], "2a1d20")  # fmt: skip


def parliament() -> Canvas:
    """A columned house at the blue hour, lamps lit, flags out."""
    c = Canvas(33)
    c.sky((0, "1a2c5e"), (420, "3f5f9a"), (720, "c98f86"), (820, "f0bf8f"), (1280, "f0bf8f"))
    c.clouds(151, 60, 560, "f0b29a", 0.5, (13, 3))
    c.clouds(152, 20, 420, "1e2b58", 0.45, (10, 2))
    c.hills(ridge(153, 830, 24, 6, 6), "5a5674", 0.9)
    stone, dark, warm = "cbb9a4", "8b7d78", "ffd592"
    c.polygon([(130, 1010), (130, 700), (1790, 700), (1790, 1010)], "a4968f")
    c.polygon([(110, 706), (110, 676), (1810, 676), (1810, 706)], stone)
    for x in [*range(180, 560, 92), *range(1372, 1760, 92)]:
        c.polygon([(x, 960), (x, 780), (x + 22, 756), (x + 44, 780), (x + 44, 960)], "3a4162")
        lit = (x // 92) % 3 != 1
        c.polygon(
            [(x + 4, 956), (x + 4, 784), (x + 22, 764), (x + 40, 784), (x + 40, 956)],
            warm if lit else "56608a",
            0.95,
        )
        c.polygon([(x + 20, 956), (x + 20, 766), (x + 24, 766), (x + 24, 956)], "4a4038")
        c.polygon([(x + 4, 858), (x + 40, 858), (x + 40, 863), (x + 4, 863)], "4a4038")
    # The dome.
    c.polygon([(800, 560), (800, 452), (1120, 452), (1120, 560)], "a4968f")
    for x in range(816, 1110, 36):
        c.polygon([(x, 552), (x, 472), (x + 18, 472), (x + 18, 552)], warm, 0.9)
    copper = np.clip((c.across - 780) / 360, 0, 1)[:, :, None]
    paint = (np.asarray([0.42, 0.66, 0.60]) * (1 - copper) + np.asarray([0.17, 0.34, 0.38]) * copper).astype(
        np.float32
    )
    c.shapes(lambda d, f: d.pieslice([788 * f, 262 * f, 1132 * f, 650 * f], 180, 360, fill=255), paint)
    for x in (40, 90, 140):
        c.shapes(
            lambda d, f, x=x: d.arc(
                [(960 - x) * f, 264 * f, (960 + x) * f, 648 * f], 180, 360, fill=255, width=2 * f
            ),
            "22484a",
            0.6,
        )
    c.polygon([(786, 462), (786, 446), (1134, 446), (1134, 462)], stone)
    c.polygon([(934, 268), (934, 212), (986, 212), (986, 268)], stone)
    c.polygon([(942, 264), (942, 222), (978, 222), (978, 264)], warm)
    c.polygon([(926, 214), (960, 176), (994, 214)], "3c6f6c")
    c.shapes(lambda d, f: d.line([(960 * f, 180 * f), (960 * f, 92 * f)], fill=255, width=3 * f), "2b2f4a")
    c.polygon([(962, 94), (1000, 88), (1042, 98), (1042, 128), (1000, 118), (962, 126)], "1f6f6a")
    c.polygon([(962, 106), (1000, 100), (1042, 109), (1042, 117), (1000, 108), (962, 114)], "f2c43a")
    # The portico.
    c.polygon([(600, 1010), (600, 640), (1320, 640), (1320, 1010)], "6b5d5c")
    c.glow(960, 850, 420, "ffc678", 0.7)
    c.polygon([(560, 604), (960, 500), (1360, 604)], stone)
    c.polygon([(620, 594), (960, 518), (1300, 594)], dark)
    c.disc(960, 566, 22, stone)
    c.polygon([(552, 652), (552, 602), (1368, 602), (1368, 652)], stone)
    c.polygon([(552, 616), (1368, 616), (1368, 622), (552, 622)], dark, 0.7)
    c.polygon([(892, 1000), (892, 780), (1028, 780), (1028, 1000)], "fff0c8")
    c.polygon([(956, 1000), (956, 780), (964, 780), (964, 1000)], "7a5a34")
    for x in range(596, 1320, 101):
        round_ = np.clip(1 - ((c.across - (x + 16)) / 34) ** 2, 0, 1)[:, :, None]
        column = (np.asarray([0.50, 0.43, 0.40]) + round_ * np.asarray([0.34, 0.30, 0.24])).astype(np.float32)
        c.polygon([(x, 1000), (x + 4, 668), (x + 44, 668), (x + 48, 1000)], column)
        c.polygon([(x - 6, 670), (x - 6, 652), (x + 54, 652), (x + 54, 670)], stone)
        c.polygon([(x - 6, 1006), (x - 6, 992), (x + 54, 992), (x + 54, 1006)], stone)
    for step in range(7):
        y, wide = 1004 + step * 17, 40 * step
        c.polygon(
            [(540 - wide, y + 17), (540 - wide, y), (1380 + wide, y), (1380 + wide, y + 17)],
            ("c9b8a4", "a59585")[step % 2],
        )
    plaza = noise(154, HEIGHT, WIDTH, (70, 40), 3, 0.7)[:, :, None]
    c.polygon([(0, 1290), (0, 1010), (300, 1010), (250, 1122), (1670, 1122), (1620, 1010), (WIDTH, 1010), (WIDTH, 1290)], (np.asarray([0.30, 0.27, 0.33]) + plaza * 0.12).astype(np.float32))  # fmt: skip
    for x in (120, 420, 1500, 1800):
        c.shapes(
            lambda d, f, x=x: d.line([(x * f, 1180 * f), (x * f, 890 * f)], fill=255, width=7 * f), "1d2138"
        )
        c.lamps([(x, 880)], "ffe7b8", 15, 1)
        c.glow(x, 880, 170, "ffc87a", 0.5)
        c.glow(x, 1190, 190, "ffb765", 0.3, 0.25)
    for x, foot, size, tone in ((700, 1150, 0.62, "20243c"), (742, 1156, 0.6, "3a2a3a"), (1180, 1190, 0.74, "20243c"), (1010, 1062, 0.4, "23263e"), (340, 1210, 0.8, "2b2d48")):  # fmt: skip
        walker(c, x, foot, size, tone)
    return c
