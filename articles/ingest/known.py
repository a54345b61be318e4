"""What the database knows already of documents and stories that come in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from articles import markup
from articles.ingest.identity import Edition, fingerprint
from articles.models import Article, Author, Outcome, Revision, Section, Source, Tag, WireDocument, WireItem
from articles.models.names import name_key
from articles.publishing import CONTENT_FIELDS, content


@dataclass(slots=True)
class KnownDocument:
    """Bytes that came in before, by the document's id, with what became of their stories."""

    pk: int
    items: list[WireItem] = field(default_factory=list)

    @property
    def quarantined(self) -> bool:
        """Whether it could not be read."""
        return any(item.outcome == Outcome.QUARANTINED for item in self.items)


def documents(hashes: Collection[str]) -> dict[str, KnownDocument]:
    """The documents of these SHA-256 that are known. Two queries."""
    known = dict(WireDocument.objects.filter(sha256__in=hashes).values_list("sha256", "pk"))
    if not known:
        return {}
    found = {pk: KnownDocument(pk) for pk in known.values()}
    items = WireItem.objects.filter(document__in=found).order_by("index")
    for item in items.only(
        "document", "index", "outcome", "article", "problems", "headline", "error_code", "error"
    ):
        found[item.document_id].items.append(item)
    return {sha256: found[pk] for sha256, pk in known.items()}


@dataclass(slots=True)
class Standing:
    """Where a story stands: its newest edition, and the article that it made.

    `edition` is None where none is to be compared. `deleted`: the desk deleted its article. `canceled`: the
    source's last word is a kill. `edited`: a person changed what the wire last wrote. `handled`: a person did
    something with it, if only publish it. `made`: a story of this identity made its article; one that was
    exported here is known by its UUID although none did.
    """

    edition: Edition | None = None
    section: str | None = None  # as the newest edition names it
    article_id: int | None = None
    article: Article | None = None
    deleted: bool = False
    canceled: bool = False
    edited: bool = False
    handled: bool = False
    made: bool = True
    wire_embargo: str | None = None


def standings(
    identities: Collection[str], compared: Collection[str], own: Mapping[str, int] | None = None
) -> dict[str, Standing]:
    """Where the stories of these identities stand; those `compared` with editions and articles, locked.

    `own` are the articles that were exported under an identity, which no import need have made. Two queries,
    and a dozen more if any that are compared are known.
    """
    own = own or {}
    found: dict[str, Standing] = {}
    made: set[str] = set()
    rows = WireItem.objects.filter(identity__in=identities).order_by("pk")
    for key, outcome, article in rows.values_list("identity", "outcome", "article_id"):
        standing = found.setdefault(key, Standing())
        standing.article_id = standing.article_id or article
        standing.canceled = outcome == Outcome.CANCELED
        standing.deleted = (standing.deleted or outcome == Outcome.CREATED) and not standing.article_id
        if outcome == Outcome.CREATED:
            made.add(key)
    for key, article in own.items():
        standing = found.setdefault(key, Standing())
        standing.made = key in made and standing.article_id == article
        standing.article_id, standing.deleted = article, False
    compared = set(compared) & set(found)
    if compared:
        # Locked before their editions are read: of two imports at once the second sees what the first wrote.
        ids = {pk for key in compared if (pk := found[key].article_id)}
        locked = (
            Article.objects.select_for_update().filter(pk__in=ids).order_by("pk").in_bulk() if ids else {}
        )
        rows = WireItem.objects.filter(identity__in=compared).order_by("pk")
        for key, version, outcome, story in rows.values_list("identity", "wire_version", "outcome", "story"):
            standing, edition = found[key], _edition(version, story or {})
            if standing.edition is None or edition.order(standing.edition) > 0 or outcome == Outcome.CANCELED:
                standing.edition, standing.section = edition, (story or {}).get("section")
                standing.canceled = outcome == Outcome.CANCELED
        _with_articles([found[key] for key in compared if found[key].article_id in locked], locked)
        for key in compared & own.keys():
            _as_it_stands(found[key])
    return found


def _as_it_stands(standing: Standing) -> None:
    """An article that was exported is at least the edition that the desk has made of it."""
    article = standing.article
    if article is None:
        return
    said = {"headline": article.headline, "body": [{"text": markup.text(article.body)}]}
    edition = Edition(str(article.version), article.changed_at or article.publish_at, fingerprint(said))
    if standing.edition is None or edition.order(standing.edition) > 0:
        standing.edition = edition


def _edition(version: str, story: dict[str, Any]) -> Edition:
    time = story.get("updated") or story.get("created")
    return Edition(version, datetime.fromisoformat(time) if time else None, fingerprint(story))


def _with_articles(standings: list[Standing], articles: dict[int, Article]) -> None:
    if not articles:
        return
    ids = articles.keys()
    prefetched = Article.objects.filter(pk__in=ids).for_page().in_bulk()
    last: dict[int, dict[str, Any]] = {}
    handled = set()
    revisions = Revision.objects.filter(article__in=ids).order_by("pk")
    for article_id, reason, said in revisions.values_list("article_id", "reason", "content"):
        if reason == Revision.Reason.WIRE:
            last[article_id] = said
        else:
            handled.add(article_id)
    now = {pk: _content(article) for pk, article in prefetched.items()}
    same = _Comparison([*last.values(), *now.values()])
    for standing in standings:
        pk = standing.article_id
        if pk not in now or pk not in articles:
            continue
        standing.article = articles[pk]
        standing.handled = pk in handled
        standing.edited = pk not in last or not same(last[pk], now[pk])
        standing.wire_embargo = last.get(pk, {}).get("embargoed_until")


def _content(article: Article) -> dict[str, Any]:
    """The content of an article from `for_page()`."""
    return content(
        article,
        section=article.section.name if article.section else None,
        source=article.source.name if article.source else None,
        bylines=[
            {"name": line.author.name, "role": line.role, "place": line.place}
            for line in article.bylines.all()
        ],
        tags=[tagged.tag.name for tagged in article.tagged.all()],
    )


class _Comparison:
    """Whether two contents say the same, whatever their people and things are called by now."""

    def __init__(self, contents: Iterable[dict[str, Any]]) -> None:
        contents = list(contents)
        people = {byline["name"] for content in contents for byline in content["bylines"]}
        self.people = Author.objects.by_name(people)
        self.tags = Tag.objects.by_name({name for content in contents for name in content["tags"]})
        self.sections = Section.objects.by_name({content["section"] or "" for content in contents})
        self.sources = Source.objects.by_name({content["source"] or "" for content in contents})

    def __call__(self, one: dict[str, Any], other: dict[str, Any]) -> bool:
        return self._plain(one) == self._plain(other)

    def _plain(self, content: dict[str, Any]) -> list[Any]:
        return [
            *(content.get(name) for name in CONTENT_FIELDS),
            content["lead_photo"],
            _id(self.sections, content["section"]),
            _id(self.sources, content["source"]),
            [(_id(self.people, line["name"]), line["role"], line["place"]) for line in content["bylines"]],
            [_id(self.tags, name) for name in content["tags"]],
        ]


def _id(named: dict[str, Any], name: str | None) -> Any:
    """What has this name, or the name itself where nothing has it any more."""
    found = named.get(name_key(name)) if name else None
    return found.pk if found else name
