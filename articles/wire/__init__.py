"""Bytes from an agency in, stories out. Imports no Django, and of `articles` only `markup`."""

from articles.wire.errors import WireError
from articles.wire.registry import FORMATS, identify, parse
from articles.wire.story import Parsed, WireStory

__all__ = ["FORMATS", "Parsed", "WireError", "WireStory", "identify", "parse"]
