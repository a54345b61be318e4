"""Files of pictures made byte by byte, for tests of their metadata."""

from __future__ import annotations

import io
import struct
from typing import Any

from PIL import Image


def picture(kind: str = "JPEG", size: tuple[int, int] = (8, 6), **options: Any) -> bytes:
    """The file of a plain picture."""
    file = io.BytesIO()
    Image.new("RGB", size).save(file, kind, **options)
    return file.getvalue()


def iim(*records: tuple[int, int, bytes]) -> bytes:
    """IIM records, those of more than 32 kB with their extended length."""
    found = b""
    for group, number, text in records:
        size = (
            struct.pack(">H", len(text)) if len(text) < 0x8000 else b"\x80\x04" + struct.pack(">L", len(text))
        )
        found += b"\x1c" + bytes([group, number]) + size + text
    return found


def resource(number: int, data: bytes) -> bytes:
    """One of Photoshop's image resources."""
    return b"8BIM" + struct.pack(">HHL", number, 0, len(data)) + data + b"\0" * (len(data) % 2)


def with_segment(document: bytes, marker: int, data: bytes) -> bytes:
    """A JPEG with one segment more."""
    return document[:2] + bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data + document[2:]


def with_iim(
    *records: tuple[int, int, bytes], digest: bytes | None = None, document: bytes | None = None
) -> bytes:
    """A JPEG with IIM records in its Photoshop segment, and the digest that stands beside them."""
    blocks = resource(0x0404, iim(*records)) + (resource(0x0425, digest) if digest is not None else b"")
    return with_segment(document or picture(), 0xED, b"Photoshop 3.0\0" + blocks)


def xmp(inner: str, attributes: str = "") -> bytes:
    """A packet with one description."""
    return (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" '
        'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" '
        'xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" '
        'xmlns:xmpNote="http://ns.adobe.com/xmp/note/" '
        f'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" {attributes}>{inner}'
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def alternatives(**texts: str) -> str:
    """`rdf:Alt` of texts by language; `x_default` is the default one."""
    items = "".join(
        f'<rdf:li xml:lang="{name.replace("_", "-")}">{text}</rdf:li>' for name, text in texts.items()
    )
    return f"<rdf:Alt>{items}</rdf:Alt>"


def bag(*texts: str) -> str:
    """`rdf:Bag` of texts."""
    return "<rdf:Bag>" + "".join(f"<rdf:li>{text}</rdf:li>" for text in texts) + "</rdf:Bag>"


def exif(tags: dict[int, Any], details: dict[int, Any] | None = None) -> bytes:
    """A block of EXIF with tags of the picture and of its camera."""
    block = Image.Exif()
    for tag, value in tags.items():
        block[tag] = value
    for tag, value in (details or {}).items():
        block.get_ifd(0x8769)[tag] = value
    return block.tobytes()
