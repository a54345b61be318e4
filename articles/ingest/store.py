"""Stories become rows: one transaction for a batch, a handful of statements whatever its size.

A batch is decided in memory, in the order in which it came in, and then written table by table. A single
story is a batch of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles import publishing, search
from articles.ingest import addresses, bulk, kills, known, naming
from articles.ingest.deciding import DELETED, Told, decide, kill_reason
from articles.ingest.fitting import fit
from articles.ingest.identity import identity
from articles.ingest.known import KnownDocument, Standing
from articles.ingest.own import Own
from articles.ingest.reading import Incoming, Reading, storable, unreadable
from articles.ingest.report import Item
from articles.models import (
    Article,
    Byline,
    ImportRun,
    Outcome,
    Revision,
    SearchText,
    Section,
    TaggedArticle,
    WireDocument,
    WireItem,
)
from articles.models.names import name_key, slug_for
from articles.wire.story import PubStatus

# What an update writes.
ARTICLE_FIELDS = (
    *(
        "headline",
        "slug",
        "standfirst",
        "slugline",
        "body",
        "language",
        "section",
        "dateline",
        "located",
        "source",
    ),
    *(
        "urgency",
        "ednote",
        "copyright",
        "status",
        "publish_at",
        "embargoed_until",
        "first_published_at",
        "changed_at",
        "version",
        "saved_at",
    ),
)


@dataclass(frozen=True, slots=True)
class Policy:
    """What an import was told to do with its stories."""

    source: str | None = None
    section: Section | None = None
    publish: bool = False


@transaction.atomic
def store(
    run: ImportRun, documents: Sequence[tuple[Incoming, Reading | None]], policy: Policy
) -> list[list[Item]]:
    """Store documents as they were read; returns for each the outcomes of its stories, in order.

    A document without a reading is one that is known: its bytes were found in the database before.
    """
    return _Batch(run, documents, policy).store()


class _Batch:
    def __init__(
        self, run: ImportRun, documents: Sequence[tuple[Incoming, Reading | None]], policy: Policy
    ) -> None:
        self.run, self.policy, self.now = run, policy, timezone.now()
        self.documents = documents
        self.hashes = [document.sha256 for document, _ in documents]
        self.first = {sha: number for number, sha in reversed(list(enumerate(self.hashes)))}
        # Documents that could not be had before and now are: their place in the quarantine becomes free.
        self.hidden = [unreadable(document.path) for document, _ in documents if not document.error]
        self.known: dict[str, KnownDocument] = {}
        self.new: dict[int, Reading] = {}
        self.told: dict[int, list[Told]] = {}
        self.names = naming.Names({}, {}, {}, {}, frozenset())
        self.own = Own(())
        self.fresh: dict[int, Article] = {}  # articles that are made or changed, by id
        self.created: set[int] = set()  # those of them that are made
        self.revisions: list[Revision] = []

    def store(self) -> list[list[Item]]:
        self.known = known.documents([*self.hashes, *self.hidden])
        self.new = {number: reading for number, reading in self._readings() if self._is_new(number, reading)}
        told = self._tell()
        if told:
            self._decide(told)
            self._compose(told)
        self._write(told)
        for story in told:
            if story.outcome == Outcome.CANCELED and story.standing.article_id:
                publishing.kill(Article.objects.get(pk=story.standing.article_id), kill_reason(story))
        return [self._items(number) for number in range(len(self.documents))]

    def _readings(self) -> Iterator[tuple[int, Reading]]:
        for number, (_, reading) in enumerate(self.documents):
            if reading is not None:
                yield number, reading

    def _is_new(self, number: int, reading: Reading) -> bool:
        """Whether something is to be stored: bytes that are not known, or are read otherwise than before."""
        sha = self.hashes[number]
        before = self.known.get(sha)
        if self.first[sha] != number or before is None:
            return self.first[sha] == number
        if not before.quarantined:
            return False
        return reading.error is None or reading.error != (before.items[0].error_code, before.items[0].error)

    # What came in

    def _tell(self) -> list[Told]:
        for number, reading in self.new.items():
            path = storable(self.documents[number][0].path)
            self.told[number] = [
                Told(story, fit(story, path), number, index) for index, story in enumerate(reading.stories)
            ]
        told = [story for stories in self.told.values() for story in stories]
        forced = self.policy.source
        sources = naming.sources(name for story in told if (name := forced or story.fitted.source))
        for story in told:
            name = name_key(forced or story.fitted.source or "")
            story.source = sources.get(name)
            values, sha = story.story.values, self.hashes[story.document]
            story.identity = identity(values, story.story.text, name, sha, story.index)
        self._tell_apart(told)
        return told

    def _tell_apart(self, told: list[Told]) -> None:
        """Posts of one export that share an identifier are no versions of each other: a copied site's do."""
        headlines: dict[tuple[str, str], str | None] = {}
        for story in told:
            values = story.story.values
            if self.new[story.document].format != "wxr" or not values["uri"]:
                continue
            place = (self.documents[story.document][0].path, story.identity)
            headline = values["headline"]
            if headlines.setdefault(place, headline) != headline:
                name = name_key(self.policy.source or story.fitted.source or "")
                apart = headline or story.story.text
                story.identity = identity(values, story.story.text, name, "", 0, apart)

    # What becomes of it

    def _decide(self, told: list[Told]) -> None:
        compared = {
            s.identity for s in told if s.story.values["uri"] or s.story.pubstatus == PubStatus.CANCELED
        }
        self.own = Own(told)
        standings = known.standings({story.identity for story in told}, compared, self.own.articles)
        by_name = _ByName(told, standings)
        for story in told:
            story.standing = standings.setdefault(story.identity, Standing())
            decide(story)
            by_name.follow(story)
        made = [story.standing for story in told if story.outcome == Outcome.CREATED]
        for standing, pk in zip(made, bulk.reserve_ids(Article, len(made)), strict=True):
            standing.article_id = pk
            if standing.article:
                standing.article.pk = pk
            self.created.add(pk)

    # What it says

    def _compose(self, told: list[Told]) -> None:
        changing = [story for story in told if story.changes]
        if not changing:
            return
        sources = {story.source.pk: story.source for story in changing if story.source}
        self.names = naming.resolve([story.fitted for story in changing], sources.values())
        for story in changing:
            self._change(story)

    def _change(self, story: Told) -> None:
        standing, fitted = story.standing, story.fitted
        article = standing.article
        if article is None:
            raise AssertionError("a story that changes an article has one")
        created = story.outcome == Outcome.CREATED
        fields = dict(fitted.fields)
        embargo = fields.pop("embargoed_until")
        for name, value in fields.items():
            setattr(article, name, value)
        article.slug = slug_for(article.headline)
        article.source = story.source
        if self.policy.section:
            article.section = self.policy.section
        elif created or fitted.section != standing.section:
            article.section = self.names.section(fitted, story.source) or article.section
        standing.section = fitted.section
        if created:
            article.lead_photo_id = self.new[story.document].photo
            article.embargoed_until = embargo
            moment = fitted.moment
            article.publish_at = moment if moment and moment <= self.now else self.now
        else:
            article.version += 1
            if _iso(article.embargoed_until) == standing.wire_embargo:
                if article.embargoed_until and not embargo and fitted.moment and not standing.handled:
                    article.publish_at = min(fitted.moment, self.now)  # what was scheduled has come out
                article.embargoed_until = embargo
        standing.wire_embargo = _iso(embargo)
        self.own.restore(article, story)
        self._set_status(article, story, standing)
        article.saved_at = self.now
        self.fresh[article.pk] = article
        self._add_revision(article, story)

    def _set_status(self, article: Article, story: Told, standing: Standing) -> None:
        """Public only if the import or the source may publish, and if no person has decided otherwise."""
        status = Article.Status
        may = self.policy.publish or bool(story.source and story.source.may_publish)
        if story.fitted.held or story.story.pubstatus == PubStatus.WITHHELD:
            if article.status == status.READY:
                article.status = status.DRAFT
        elif may and story.fitted.titled and article.status == status.DRAFT:
            held = any(note["code"] == "killed" for note in story.notes)
            article.status = status.DRAFT if standing.handled or held else status.READY
            moment = story.fitted.moment
            if article.status == status.READY and not article.first_published_at and moment:
                article.publish_at = min(moment, self.now)  # a draft's date is none yet
        if article.status == status.READY and article.publish_at:
            article.first_published_at = publishing.first_published(
                article.publish_at, article.embargoed_until, article.first_published_at, self.now
            )

    def _add_revision(self, article: Article, story: Told) -> None:
        content = publishing.content(
            article,
            section=article.section.name if article.section else None,
            source=article.source.name if article.source else None,
            bylines=[
                {"name": author.name, "role": credit.role, "place": credit.place}
                for author, credit in self.names.credits(story.fitted)
            ],
            tags=[tag.name for tag in self.names.story_tags(story.fitted)],
        )
        self.revisions.append(
            Revision(
                article_id=article.pk,
                version=article.version,
                content=content,
                reason=Revision.Reason.WIRE,
                created_at=self.now,
            )
        )

    # Rows

    def _write(self, told: list[Told]) -> None:
        self._write_articles(told)
        rows = self._write_documents()
        bulk.insert(
            WireItem,
            [
                WireItem(
                    run=self.run,
                    document_id=rows[story.document],
                    index=story.index,
                    source=story.source,
                    identity=story.identity,
                    uri=story.story.values["uri"] or "",
                    wire_version=story.fitted.version,
                    headline=story.fitted.fields["headline"],
                    story=story.story.values,
                    problems=list(story.problems),
                    outcome=story.outcome,
                    article_id=story.standing.article_id,
                    created_at=self.now,
                )
                for story in told
            ],
        )

    def _write_articles(self, told: list[Told]) -> None:
        if not self.fresh:
            return
        # What an article says is what its last story in this batch says.
        last = {s.standing.article_id: s for s in told if s.changes}
        made = [article for pk, article in self.fresh.items() if pk in self.created]
        changed = [article for pk, article in self.fresh.items() if pk not in self.created]
        bulk.insert(Article, made)
        if changed:
            ids = [article.pk for article in changed]
            bulk.update(Article, changed, ARTICLE_FIELDS)
            Byline.objects.filter(article__in=ids).delete()
            TaggedArticle.objects.filter(content_object__in=ids).delete()
        bylines, tagged, found = [], [], []
        for pk, article in self.fresh.items():
            fitted = last[pk].fitted
            credited, tags = self.names.credits(fitted), self.names.story_tags(fitted)
            bylines += [
                Byline(
                    article_id=pk,
                    author_id=author.pk,
                    role=credit.role,
                    place=credit.place,
                    position=position,
                )
                for position, (author, credit) in enumerate(credited)
            ]
            tagged += [
                TaggedArticle(content_object_id=pk, tag_id=tag.pk, position=position)
                for position, tag in enumerate(tags)
            ]
            found.append(
                search.text_of(
                    pk,
                    headline=article.headline,
                    standfirst=article.standfirst,
                    names=[author.name for author, _ in credited],
                    tags=[tag.name for tag in tags],
                    body=article.body,
                )
            )
        addresses.write(story for story in told if self.new[story.document].format in addresses.FORMATS)
        bulk.insert(Byline, bylines)
        bulk.insert(TaggedArticle, tagged)
        bulk.insert(SearchText, [row for row in found if row.pk in self.created])
        search.write([row for row in found if row.pk not in self.created])
        bulk.insert(Revision, self.revisions)

    def _write_documents(self) -> dict[int, int]:
        """Keep the bytes of new documents, and why one could not be read; their ids by place."""
        fresh = [number for number in self.new if self.hashes[number] not in self.known]
        rows = dict(zip(fresh, bulk.reserve_ids(WireDocument, len(fresh)), strict=True))
        made: list[WireDocument] = []
        again: list[WireDocument] = []
        quarantined: list[WireItem] = []
        for number, reading in self.new.items():
            before = self.known.get(self.hashes[number])
            document = self._document(number, before.pk if before else rows[number])
            rows[number] = document.pk
            (again if before else made).append(document)
            if reading.error:
                quarantined.append(self._quarantined(document, *reading.error))
        stale = [document.pk for document in again]
        gone = [self.known[key].pk for key in self.hidden if key in self.known]
        if stale or gone:
            WireItem.objects.filter(document__in=[*stale, *gone]).delete()
            WireDocument.objects.filter(pk__in=gone).delete()
            bulk.update(WireDocument, again, ("format", "charset", "certainty", "zone"))
        bulk.insert(WireDocument, made)
        bulk.insert(WireItem, quarantined)
        return rows

    def _document(self, number: int, pk: int) -> WireDocument:
        document, reading = self.documents[number][0], self.new[number]
        return WireDocument(
            pk=pk,
            sha256=self.hashes[number],
            path=storable(document.path),
            data=reading.packed,
            size=len(document.data),
            format=reading.format[:16],
            charset=reading.charset[:32],
            certainty=min(max(reading.certainty, 0.0), 1.0),
            zone=reading.zone[:64],
            received_at=self.now,
        )

    def _quarantined(self, document: WireDocument, code: str, message: str) -> WireItem:
        return WireItem(
            run=self.run,
            document_id=document.pk,
            outcome=Outcome.QUARANTINED,
            error_code=code[:40],
            error=message,
            created_at=self.now,
        )

    # What is reported

    def _items(self, number: int) -> list[Item]:
        document, first = self.documents[number][0], self.first[self.hashes[number]]
        path, start = document.path, document.index
        if first not in self.new:
            return [again(path, item, start) for item in self.known[self.hashes[number]].items]
        error = self.new[first].error
        if error:
            return [Item(path, start, Outcome.QUARANTINED, error=error)]
        return [
            Item(
                path,
                start + story.index,
                story.outcome if number == first else Outcome.UNCHANGED,
                story.standing.article_id,
                story.fitted.fields["headline"],
                story.problems,
            )
            for story in self.told[first]
        ]


class _ByName:
    """Finds the stories that kills mean by name; asks nothing of the database where there are none."""

    def __init__(self, told: list[Told], standings: dict[str, Standing]) -> None:
        self.standings = standings
        self.killed: set[int] = set()  # standings whose articles these kills have taken off
        self.names = {
            id(story): kills.named_by(story.story.values)
            for story in told
            if story.story.pubstatus == PubStatus.CANCELED
            and ((known := standings.get(story.identity)) is None or known.article_id is None)
        }
        self.candidates = kills.candidates(self.names.values()) if self.names else []

    def follow(self, story: Told) -> None:
        """After a story is decided: let a kill that has no article take off the one that it names."""
        if story.changes and self.names:
            self.candidates.append(kills.candidate(story))
        if story.outcome != Outcome.CANCELED or story.standing.article or story.standing.deleted:
            return
        if (named := self.names.get(id(story))) is None:
            return
        found = kills.meant(story, named, self.candidates)
        if found is None:
            story.notes.append(kills.unmatched(named))
            return
        standing = self._standing(found)
        if found.killed or id(standing) in self.killed:
            story.outcome = Outcome.UNCHANGED
        self.killed.add(id(standing))
        if standing.article:
            standing.article.status = Article.Status.KILLED
        story.standing = self.standings[story.identity] = standing
        story.named = True

    def _standing(self, found: kills.Candidate) -> Standing:
        """That of the article's story, if it is in this batch."""
        if found.told:
            return found.told.standing
        for standing in self.standings.values():
            if standing.article_id == found.article:
                return standing
        return Standing(article_id=found.article)


def again(path: str, item: WireItem, start: int = 0) -> Item:
    """The outcome of a story whose very bytes came in before; `start` counts the stories before them."""
    index = start + item.index
    if item.outcome == Outcome.QUARANTINED:
        return Item(path, index, Outcome.QUARANTINED, error=(item.error_code, item.error))
    problems = list(item.problems)
    told = {problem["code"] for problem in problems}
    if item.article_id is None and item.outcome != Outcome.CANCELED and not told & {"deleted", "killed"}:
        problems.append(DELETED)
    return Item(path, index, Outcome.UNCHANGED, item.article_id, item.headline, tuple(problems))


def _iso(time: datetime | None) -> str | None:
    return time.isoformat() if time else None
