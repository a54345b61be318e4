"""The addresses that the articles of a site had before it moved here."""

from __future__ import annotations

from collections.abc import Iterable

from articles.ingest.deciding import Told
from articles.models import FormerAddress
from articles.models.addresses import former_path

# Archives of one site that moves here. The links of an agency or a feed lead to somebody else's pages.
FORMATS = frozenset(("wxr",))


def write(told: Iterable[Told]) -> None:
    """Keep the permalinks of stories that make or change an article; the first to claim one keeps it."""
    found: dict[str, int] = {}
    for story in told:
        article = story.standing.article_id
        if article is None or not story.changes:
            continue
        values = story.story.values
        links = [link["href"] for link in values["links"] if link["rel"] == "canonical"]
        for address in (*links, values["uri"] or ""):
            path = former_path(address) if address.startswith(("http:", "https:", "/")) else None
            if path:
                found.setdefault(path, article)
    FormerAddress.objects.bulk_create(
        [FormerAddress(path=path, article_id=article) for path, article in found.items()],
        ignore_conflicts=True,
    )
