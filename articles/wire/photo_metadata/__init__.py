"""What the file of a photo says of itself: IPTC-IIM, XMP and EXIF. Its pixels are never decoded.

    file ─containers─▶ Parts ─iim, xmp, exif─▶ what each says ─reading─▶ Metadata

https://iptc.org/std/photometadata/specification/
"""

from articles.wire.photo_metadata.reading import Metadata, read

__all__ = ["Metadata", "read"]
