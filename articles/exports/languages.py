"""Whether a language can be told in XML."""

from __future__ import annotations

import re

_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def is_language(tag: str) -> bool:
    """Is it formed as a language tag is (BCP 47)? Other texts are no value of `xml:lang`."""
    return bool(_TAG.fullmatch(tag))
