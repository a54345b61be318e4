"""Cut the site's fonts from their published variable files. For developers: run once, commit what it makes.

    npm pack @fontsource-variable/literata@5.3.0 @fontsource-variable/public-sans@5.3.0 \
        @fontsource-variable/noto-naskh-arabic@5.3.0        (and unpack each below one folder)
    pip install fonttools brotli
    python tools/cut_fonts.py FOLDER [static/fonts]

Every face is one file a script, so that a page fetches the scripts it has: the handful of Turkish letters
that Latin lacks are a file of their own. Weights and optical sizes are pinned; hinting goes. The licences
(SIL OFL 1.1, no reserved font names) are joined in OFL.txt. `static/css/tokens.css` names the files.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TURKISH = "ĞğİŞş"
LATIN = [
    *(*range(0x20, 0x7F), *range(0xA0, 0x100), 0x131, 0x152, 0x153, 0x2C6, 0x2DA, 0x2DC),
    *(*range(0x2010, 0x2028), 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x20AC),
    *(0x2116, 0x2122, *range(0x2190, 0x2194), 0x2212, 0x2215),
]
LATIN_EXT = sorted(
    {*range(0x100, 0x180), 0x18F, 0x192, *range(0x218, 0x21C), 0x259} - {0x131, *map(ord, TURKISH)}
)
CYRILLIC = [0x301, *range(0x400, 0x460), 0x490, 0x491, 0x4B0, 0x4B1, 0x2116]
GREEK = [*range(0x370, 0x378), 0x37A, 0x37E, *range(0x384, 0x3D0)]
ARABIC = [*range(0x600, 0x700), *range(0x200C, 0x2010), 0x25CC, 0xFDFC]
FEATURES = ["kern", "liga", "locl", "ccmp", "mark", "mkmk", "tnum", "pnum"]
ARABIC_FEATURES = [*FEATURES, "init", "medi", "fina", "isol", "rlig", "calt"]


@dataclass(frozen=True)
class Face:
    """One family at one weight: where its files are and at which point of their axes they are cut."""

    name: str
    source: str  # file name with {script} for the part that the publisher split it by
    axes: dict[str, float | tuple[float, float]]  # a point, or the part of the axis that stays
    scripts: tuple[str, ...]


SCRIPTS = {
    "latin": ("latin", LATIN),
    "turkish": ("latin-ext", [ord(letter) for letter in TURKISH]),
    "latin-ext": ("latin-ext", LATIN_EXT),
    "cyrillic": ("cyrillic", CYRILLIC),
    "greek": ("greek", GREEK),
    "arabic": ("arabic", ARABIC),
}
ALL_EUROPE = ("latin", "turkish", "latin-ext", "cyrillic", "greek")
UPRIGHT, ITALIC = "literata-{script}-opsz-normal.woff2", "literata-{script}-opsz-italic.woff2"
SANS, NASKH = "public-sans-{script}-wght-normal.woff2", "noto-naskh-arabic-{script}-wght-normal.woff2"
FACES = [
    Face("display", UPRIGHT, {"opsz": 30, "wght": 640}, ALL_EUROPE),
    Face("text", UPRIGHT, {"opsz": 16, "wght": 400}, ALL_EUROPE),
    Face("text-italic", ITALIC, {"opsz": 16, "wght": 400}, ALL_EUROPE),
    Face("text-bold", UPRIGHT, {"opsz": 16, "wght": 680}, ALL_EUROPE),
    Face("sans", SANS, {"wght": 540}, ("latin", "turkish", "latin-ext")),
    Face("sans-variable", SANS, {"wght": (400, 700)}, ("latin", "turkish", "latin-ext")),  # for the desk
    Face("naskh", NASKH, {"wght": 400}, ("arabic",)),
    Face("naskh-bold", NASKH, {"wght": 650}, ("arabic",)),
]


def cut(
    source: Path, axes: dict[str, float | tuple[float, float]], characters: list[int], target: Path
) -> None:
    """Write the given characters of a variable font, at one point of its axes, as WOFF2."""
    font = TTFont(source)
    instantiateVariableFont(font, axes, inplace=True)
    options = Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = ARABIC_FEATURES if 0x627 in characters else FEATURES
    options.name_IDs = [0, 1, 2, 13, 14]  # who made it and under which licence stays in every file
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target)


def find(folder: Path, name: str) -> Path:
    """The one file of that name anywhere below the folder."""
    found = sorted(folder.rglob(name))
    if not found:
        raise SystemExit(f"{name} is not below {folder}; unpack the three packages there.")
    return found[0]


def main() -> None:
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    folder, target = Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "static/fonts")
    target.mkdir(parents=True, exist_ok=True)
    licences: dict[str, None] = {}
    for face in FACES:
        for script in face.scripts:
            part, characters = SCRIPTS[script]
            source = find(folder, face.source.format(script=part))
            licences[(source.parent.parent / "LICENSE").read_text("utf-8").strip()] = None
            path = target / f"{face.name}-{script}.woff2"
            cut(source, face.axes, characters, path)
            sys.stdout.write(f"{path.stat().st_size / 1024:6.1f} kB  {path.name}\n")
    (target / "OFL.txt").write_text(("\n\n" + "-" * 79 + "\n\n").join(licences) + "\n", "utf-8")


if __name__ == "__main__":
    main()
