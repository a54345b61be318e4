"""Stories that are articles of ours: exported here, or by another site that exports as this one does.

Such a story names the article's UUID (`urn:uuid:…`) and comes from the article's own source, so that no other
source can change or kill it by naming it. Where neither has a source, a newer version is proposed and a kill
is filed, unless the article came from there.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from articles.exports.genres import kind_of
from articles.ingest.deciding import Told
from articles.ingest.identity import own_uuid
from articles.models import Article
from articles.publishing import in_calendar

LARGEST_VERSION = 2**31 - 1


class Own:
    """The stories of a batch that name an article by its UUID. One query, and none where no story does."""

    def __init__(self, told: Iterable[Told]) -> None:
        self.uuids: dict[str, UUID] = {}
        sources: dict[str, int | None] = {}
        for story in told:
            if uuid := own_uuid(story.story.values["uri"]):
                self.uuids[story.identity] = uuid
                sources[story.identity] = story.source.pk if story.source else None
        known: dict[UUID, tuple[int, int | None]] = {}
        if self.uuids:
            rows = Article.objects.filter(uuid__in=set(self.uuids.values()))
            known = {uuid: (pk, source) for uuid, pk, source in rows.values_list("uuid", "pk", "source")}
        self.taken = set(known)
        self.articles = {
            identity: known[uuid][0]
            for identity, uuid in self.uuids.items()
            if uuid in known and known[uuid][1] == sources[identity]
        }

    def restore(self, article: Article, story: Told) -> None:
        """Give an article that is made or changed by its own export what only such a story can tell.

        A new one gets its UUID, so that it is the same article wherever it goes from here.
        """
        uuid = self.uuids.get(story.identity)
        if uuid is None:
            return
        if article._state.adding and uuid not in self.taken:
            article.uuid = uuid
            self.taken.add(uuid)
        version, updated = story.fitted.version, story.story.updated
        if not (version.isascii() and version.isdigit() and len(version) < 11):
            return  # a feed that names its items by UUIDs of its own
        if article._state.adding:
            article.kind = kind_of(story.story.values["subjects"]) or article.kind
        article.version = min(max(article.version, int(version)), LARGEST_VERSION)
        if updated and updated != story.story.created and in_calendar(updated):
            article.changed_at = updated
