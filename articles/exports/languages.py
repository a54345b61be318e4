"""Languages as XML can tell them."""

from __future__ import annotations

import re

_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def language_tag(language: str) -> str:
    """A language as `xml:lang` takes it (BCP 47): `en_US` is en-US; "" for what is no tag at all."""
    tag = language.replace("_", "-")
    return tag if _TAG.fullmatch(tag) else ""
