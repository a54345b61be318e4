"""A sheet of light to draw on: colours are floats from 0 to 1, positions are parts of 1920 × 1280 pixels."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1920, 1280
FINER = 2  # shapes are drawn this much larger, then made small: smooth edges

Array = np.ndarray[Any, np.dtype[np.float32]]
Colour = tuple[float, float, float]
Point = tuple[float, float]
Draw = ImageDraw.ImageDraw


def colour(code: str) -> Colour:
    """`e8b04a` as three floats."""
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def noise(
    seed: int, height: int, width: int, cells: tuple[int, int], octaves: int = 5, rough: float = 0.5
) -> Array:
    """Cloudy noise from 0 to 1, with `cells` (down, across) in its coarsest layer."""
    random = np.random.default_rng(seed)
    total = np.zeros((height, width), np.float32)
    for octave in range(octaves):
        down, across = cells[0] * 2**octave + 1, cells[1] * 2**octave + 1
        layer = Image.fromarray((random.random((down, across)) * 255).astype(np.uint8))
        total += (
            np.asarray(layer.resize((width, height), Image.Resampling.BICUBIC), np.float32) * rough**octave
        )
    total -= total.min()
    return total / max(float(total.max()), 1e-6)


def ridge(
    seed: int, level: float, swing: float, cells: int = 4, octaves: int = 7, rough: float = 0.5
) -> list[Point]:
    """The skyline of hills: points from left to right, around `level`, up to `swing` above and below."""
    line = noise(seed, 1, WIDTH // 2 + 1, (1, cells), octaves, rough)[0]
    return [(float(at * 2), float(level - (rise - 0.5) * 2 * swing)) for at, rise in enumerate(line)]


class Canvas:
    """A picture in the making."""

    def __init__(self, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        self.light: Array = np.zeros((HEIGHT, WIDTH, 3), np.float32)
        self.down, self.across = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)

    def sky(self, *stops: tuple[float, str]) -> None:
        """Fill all with colours that flow from top to bottom; each stop is (y, colour)."""
        rows = np.arange(HEIGHT, dtype=np.float32)
        at = [stop[0] for stop in stops]
        for channel in range(3):
            values = [colour(stop[1])[channel] for stop in stops]
            self.light[:, :, channel] = np.interp(rows, at, values)[:, None]

    def mix(self, mask: Array, paint: str | Array, strength: float = 1.0) -> None:
        """Lay paint (one colour, or a whole sheet) over what is there, where the mask says."""
        sheet = np.asarray(colour(paint), np.float32) if isinstance(paint, str) else paint
        cover = (mask * strength)[:, :, None]
        self.light = self.light * (1 - cover) + sheet * cover

    def add(self, mask: Array, paint: str, strength: float = 1.0) -> None:
        """Add light, as a lamp does: bright stays below white."""
        light = mask[:, :, None] * np.asarray(colour(paint), np.float32) * strength
        self.light = 1 - (1 - np.clip(self.light, 0, 1)) * (1 - np.clip(light, 0, 1))

    def mask(self, draw: Callable[[Draw], object], blur: float = 0.0) -> Array:
        """Where `draw` draws: 1 inside, 0 outside. It draws in finer pixels: use `polygon` and the like."""
        sheet = Image.new("L", (WIDTH * FINER, HEIGHT * FINER), 0)
        draw(ImageDraw.Draw(sheet))
        sheet = sheet.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
        if blur:
            sheet = sheet.filter(ImageFilter.GaussianBlur(blur))
        return np.asarray(sheet, np.float32) / 255

    def polygon(
        self, points: Sequence[Point], paint: str | Array, strength: float = 1, blur: float = 0
    ) -> Array:
        """Fill a shape; gives its mask."""

        def draw(sheet: Draw, left: int, top: int) -> None:
            sheet.polygon([((x - left) * FINER, (y - top) * FINER) for x, y in points], fill=255)

        xs, ys = [x for x, _ in points], [y for _, y in points]
        return self._patch((min(xs), min(ys), max(xs), max(ys)), draw, paint, strength, blur)

    def disc(
        self, x: float, y: float, radius: float, paint: str, strength: float = 1, blur: float = 0
    ) -> Array:
        """A filled circle."""
        box = (x - radius, y - radius, x + radius, y + radius)

        def draw(sheet: Draw, left: int, top: int) -> None:
            sheet.ellipse([(at - (left, top)[turn % 2]) * FINER for turn, at in enumerate(box)], fill=255)

        return self._patch(box, draw, paint, strength, blur)

    def _patch(
        self,
        box: tuple[float, float, float, float],
        draw: Callable[[Draw, int, int], object],
        paint: str | Array,
        strength: float,
        blur: float,
    ) -> Array:
        """Paint within a box alone, which is much faster than on the whole sheet."""
        full: Array = np.zeros((HEIGHT, WIDTH), np.float32)
        edge = 2 + blur * 3
        left, top = max(0, math.floor(box[0] - edge)), max(0, math.floor(box[1] - edge))
        right, bottom = min(WIDTH, math.ceil(box[2] + edge)), min(HEIGHT, math.ceil(box[3] + edge))
        if right <= left or bottom <= top:
            return full
        sheet = Image.new("L", ((right - left) * FINER, (bottom - top) * FINER), 0)
        draw(ImageDraw.Draw(sheet), left, top)
        small = sheet.resize((right - left, bottom - top), Image.Resampling.BOX)
        if blur:
            small = small.filter(ImageFilter.GaussianBlur(blur))
        here = np.s_[top:bottom, left:right]
        full[here] = np.asarray(small, np.float32) / 255
        over = np.asarray(colour(paint), np.float32) if isinstance(paint, str) else paint[here]
        cover = (full[here] * strength)[:, :, None]
        self.light[here] = self.light[here] * (1 - cover) + over * cover
        return full

    def shapes(
        self, draw: Callable[[Draw, int], object], paint: str | Array, strength: float = 1, blur: float = 0
    ) -> Array:
        """Fill whatever `draw(sheet, scale)` draws in one colour; gives its mask."""
        mask = self.mask(lambda sheet: draw(sheet, FINER), blur)
        self.mix(mask, paint, strength)
        return mask

    def hills(self, line: list[Point], paint: str | Array, strength: float = 1) -> Array:
        """Everything below a ridge."""
        return self.polygon([(0, HEIGHT + 2), *line, (WIDTH, HEIGHT + 2)], paint, strength)

    def glow(
        self, x: float, y: float, radius: float, paint: str, strength: float = 1, flat: float = 1
    ) -> None:
        """A soft light; `flat` below 1 presses it to a lying oval."""
        away = np.sqrt((self.across - x) ** 2 + ((self.down - y) / flat) ** 2) / radius
        self.add(np.exp(-(away**1.35) * 2.2).astype(np.float32), paint, strength)

    def band(self, top: float, bottom: float, soft: float) -> Array:
        """A lying band with soft edges."""
        rise = np.clip((self.down - top) / soft + 0.5, 0, 1)
        fall = np.clip((bottom - self.down) / soft + 0.5, 0, 1)
        smooth = rise * fall
        return smooth * smooth * (3 - 2 * smooth)

    def mist(
        self,
        seed: int,
        top: float,
        bottom: float,
        soft: float,
        paint: str,
        strength: float,
        patchy: float = 0.6,
    ) -> None:
        """Fog that lies in a band, thicker here and thinner there."""
        cloud = noise(seed, HEIGHT, WIDTH, (5, 3), 5, 0.55)
        self.mix(self.band(top, bottom, soft) * (1 - patchy + patchy * cloud), paint, strength)

    def clouds(
        self,
        seed: int,
        top: float,
        bottom: float,
        paint: str,
        strength: float,
        cells: tuple[int, int] = (9, 3),
    ) -> None:
        """Streaks of cloud across a part of the sky."""
        cloud = np.clip((noise(seed, HEIGHT, WIDTH, cells, 6, 0.56) - 0.46) * 2.6, 0, 1)
        self.mix(cloud * self.band(top, bottom, (bottom - top) / 2), paint, strength)

    def water(
        self, horizon: int, dim: float = 0.75, ripple: float = 14, tint: str = "20303c", tinted: float = 0.25
    ) -> None:
        """Below the horizon: what is above it, mirrored in moving water."""
        depth = HEIGHT - horizon
        source = np.clip(horizon - 1 - (np.arange(depth) * min(1.0, (horizon - 1) / depth)), 0, horizon - 1)
        mirrored = self.light[source.astype(int)]
        waves = noise(int(self.random.integers(1e6)), depth, WIDTH, (60, 9), 3, 0.6) - 0.5
        near = (np.arange(depth, dtype=np.float32) / depth)[:, None]
        shift = waves * ripple * (0.4 + 3 * near)
        columns = np.clip(np.arange(WIDTH)[None, :] + shift * 2.2, 0, WIDTH - 1).astype(int)
        rows = np.clip(np.arange(depth)[:, None] + shift, 0, depth - 1).astype(int)
        surface = mirrored[rows, columns] * dim
        cover = tinted * (0.35 + 0.65 * near)[:, :, None]
        surface = surface * (1 - cover) + np.asarray(colour(tint), np.float32) * cover
        surface += (np.clip(waves - 0.12, 0, 1) * 0.28 * (0.3 + near))[:, :, None]
        self.light[horizon:] = surface

    def stars(self, number: int, bottom: float) -> None:
        """Stars, few bright and many faint."""
        sheet = np.zeros((HEIGHT, WIDTH), np.float32)
        rows = (self.random.random(number) ** 1.2 * bottom).astype(int)
        columns = self.random.integers(0, WIDTH, number)
        sheet[rows, columns] = self.random.random(number) ** 6 * 1.0 + 0.12
        wide = Image.fromarray((np.clip(sheet, 0, 1) * 255).astype(np.uint8)).filter(
            ImageFilter.GaussianBlur(1.1)
        )
        self.add(np.clip(sheet * 0.9 + np.asarray(wide, np.float32) / 255 * 5, 0, 1), "f2f0ff", 0.95)

    def lamps(self, spots: Sequence[Point], paint: str, radius: float, strength: float = 1) -> None:
        """Many small lights at once, each with a halo."""

        def dots(draw: Draw, fine: int) -> None:
            for x, y in spots:
                draw.ellipse(
                    [(x - radius) * fine, (y - radius) * fine, (x + radius) * fine, (y + radius) * fine],
                    fill=255,
                )

        core = self.mask(lambda draw: dots(draw, FINER))
        halo = np.asarray(
            Image.fromarray((core * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(radius * 4)),
            np.float32,
        )
        self.add(np.clip(core + halo / 255 * 3.2, 0, 1), paint, strength)

    def finish(self, grain: float = 0.013, vignette: float = 0.28) -> Image.Image:
        """The picture: darker corners, a grain as of film."""
        away = ((self.across / WIDTH - 0.5) * 1.6) ** 2 + ((self.down / HEIGHT - 0.5) * 1.5) ** 2
        light = self.light * (1 - vignette * np.clip(away, 0, 1))[:, :, None]
        speckle = self.random.normal(0, grain, (HEIGHT // 2, WIDTH // 2)).astype(np.float32)
        light = light + np.kron(speckle, np.ones((2, 2), np.float32))[:, :, None] * (1.1 - light)
        return Image.fromarray((np.clip(light, 0, 1) * 255 + 0.5).astype(np.uint8))
