"""Draw the pictures that are named, or all: `python -m tools.photos [NAME…]`."""

from __future__ import annotations

import io
import struct
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import Image

from tools.photos import scenes_indoors, scenes_land, scenes_sea, scenes_town
from tools.photos.captions import CAPTIONS, Caption

FOLDER = Path(__file__).resolve().parents[2] / "articles" / "sample_news" / "photos"
RIGHTS = "Drawn for Newsroom's sample news; BSD-3-Clause"
SCENES = {
    "bridge": scenes_sea.bridge,
    "concert": scenes_indoors.concert,
    "ferry": scenes_sea.ferry,
    "football": scenes_land.football,
    "glacier": scenes_sea.glacier,
    "harbour": scenes_sea.harbour,
    "machines": scenes_indoors.machines,
    "market": scenes_town.market,
    "night-train": scenes_land.night_train,
    "observatory": scenes_land.observatory,
    "parliament": scenes_town.parliament,
    "regatta": scenes_sea.regatta,
    "solar": scenes_land.solar,
    "tram": scenes_town.tram,
    "wheat": scenes_land.wheat,
}


def main(names: list[str]) -> None:
    """Draw and write; says the size of each file."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in names or SCENES:
        path = FOLDER / f"{name}.jpg"
        path.write_bytes(jpeg(SCENES[name]().finish(), CAPTIONS[name]))
        print(f"{name}: {path.stat().st_size // 1000} kB", flush=True)


def jpeg(picture: Image.Image, said: Caption) -> bytes:
    """The picture as JPEG with its caption and credit in EXIF, IPTC-IIM and XMP."""
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x8298] = said.caption.encode(), said.byline.encode(), RIGHTS
    exif.get_ifd(0x8769)[0x9003] = said.taken
    out = io.BytesIO()
    picture.save(
        out, "JPEG", quality=80, optimize=True, progressive=True, exif=exif.tobytes(), xmp=xmp(said).encode()
    )
    start, rest = out.getvalue()[:2], out.getvalue()[2:]
    return start + iptc(said) + rest


def iptc(said: Caption) -> bytes:
    """An APP13 segment with the IIM datasets that desks read (IIM 4.2), in UTF-8."""
    day, clock = said.taken.split(" ")
    datasets = [
        (1, 90, b"\x1b%G"),
        (2, 5, said.title.encode()[:64]),
        (2, 55, day.replace(":", "").encode()),
        (2, 60, clock.replace(":", "").encode() + b"+0000"),
        (2, 80, said.byline.encode()),
        (2, 90, said.city.encode()),
        (2, 110, said.credit.encode()),
        (2, 115, said.credit.encode()),
        (2, 116, RIGHTS.encode()),
        (2, 120, said.caption.encode()),
    ]
    block = b"".join(struct.pack(">BBBH", 0x1C, *number, len(value)) + value for *number, value in datasets)
    block += b"\0" * (len(block) % 2)
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(block)) + block
    body = b"Photoshop 3.0\0" + resource
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def xmp(said: Caption) -> str:
    """The alternative text, which IIM has no place for, and the caption once more."""
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">'
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{escape(said.caption)}</rdf:li></rdf:Alt></dc:description>'
        "<Iptc4xmpCore:AltTextAccessibility><rdf:Alt>"
        f'<rdf:li xml:lang="x-default">{escape(said.alt)}</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>'
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
