"""Reads raw wire copy: text that names its headline, byline and dateline only by how it is written.

    decoded text ─hypertext─▶ Copy ─lines─▶ Passages ─reader─▶ WireStory

Shared by every format whose body is such copy. Nothing of a text is lost: each line of it ends in a field,
in the body, or in a problem, and `docs/wire-text.md` tells an editor which.
"""

from articles.wire.copy.reader import complete, read

__all__ = ["complete", "read"]
