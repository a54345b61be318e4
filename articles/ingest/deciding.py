"""What becomes of a story, given where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.ingest.fitting import Fitted, Problem
from articles.ingest.identity import Edition
from articles.ingest.known import Standing
from articles.ingest.reading import Story
from articles.models import Article, Outcome, Source
from articles.wire.story import PubStatus

DELETED = {
    "code": "deleted",
    "message": "The desk deleted the article of this story; it was not made again.",
}
REASON_LENGTH = 2000
NOBODYS = {
    "code": "kill-unmatched",
    "message": "This kill took no article off. The article that it names has no source, so nobody can tell "
    "whether the kill comes from where the article does.",
}
KILLED = {"code": "killed", "message": "Its source has killed this story."}


@dataclass(slots=True)
class Told:
    """A story on its way in, and what is decided about it. `document` is its place in the batch."""

    story: Story
    fitted: Fitted
    document: int
    index: int
    identity: str = ""
    source: Source | None = None
    outcome: Outcome = Outcome.UNCHANGED
    standing: Standing = field(default_factory=Standing)
    notes: list[Problem] = field(default_factory=list)
    named: bool = False  # whether a kill has found its story by name

    @property
    def edition(self) -> Edition:
        """Where it stands among its versions."""
        return Edition(self.fitted.version, self.story.updated or self.story.created, self.story.text)

    @property
    def changes(self) -> bool:
        """Whether its article is made of it."""
        return self.outcome in (Outcome.CREATED, Outcome.UPDATED)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that an editor should know."""
        return (*self.fitted.problems, *self.notes)


def decide(story: Told) -> None:
    """Set the story's outcome, and let its standing follow, for the stories after it in the batch."""
    canceled = story.story.pubstatus == PubStatus.CANCELED
    story.outcome = (_kill if canceled else _story)(story, story.standing)
    standing = story.standing
    if story.outcome == Outcome.CREATED:
        # A place holder; its id comes with the others'.
        standing.article = Article()
    if story.outcome != Outcome.UNCHANGED:
        standing.edition, standing.canceled = story.edition, canceled


def _kill(story: Told, standing: Standing) -> Outcome:
    """A kill takes its story off, unless a newer version is known; one that we do not have is filed."""
    if standing.edition and story.edition.order(standing.edition) < 0:
        return Outcome.UNCHANGED
    article = standing.article
    if article is None:
        if standing.deleted:
            story.notes.append(DELETED)
        if standing.canceled and standing.edition and not story.edition.order(standing.edition):
            return Outcome.UNCHANGED
        return Outcome.CANCELED
    if article.status == Article.Status.KILLED:
        return Outcome.UNCHANGED
    if _is_nobodys(story):
        story.notes.append(NOBODYS)
        story.standing = Standing()  # that of the article stays as it is
        return Outcome.CANCELED
    article.status = Article.Status.KILLED
    return Outcome.CANCELED


def _story(story: Told, standing: Standing) -> Outcome:
    """New, known, or newer than what is known; what a person has edited is not overwritten.

    Nor does a document that is damaged take the place of one that was whole.
    """
    if standing.deleted:
        story.notes.append(DELETED)
        return Outcome.UNCHANGED
    order = story.edition.order(standing.edition) if standing.edition else 1
    if standing.article_id is None and standing.article is None:
        if standing.canceled:
            story.notes.append(KILLED)
            return Outcome.CREATED if order > 0 else Outcome.UNCHANGED
        return Outcome.CREATED
    article = standing.article
    if article is None or not story.story.values["uri"] or order <= 0:
        return Outcome.UNCHANGED
    if (
        standing.edited
        or _is_nobodys(story)
        or article.status == Article.Status.KILLED
        or _is_damaged(story.story)
    ):
        return Outcome.PROPOSED
    return Outcome.UPDATED


def _is_nobodys(story: Told) -> bool:
    """Does it name an article of ours that no source vouches for, and that it did not make?

    Whoever has seen an export knows the UUID of an article. Without a source to compare, the story may be
    anybody's: a person decides.
    """
    return story.source is None and not story.standing.made


def _is_damaged(story: Story) -> bool:
    """Was its document cut off or broken, so that text of it may be missing?"""
    return any(problem["code"] in _DAMAGES for problem in story.problems)


_DAMAGES = frozenset(("malformed-xml", "malformed-json"))


def kill_reason(story: Told) -> str:
    """Why a source killed its story, in its own words where it has any."""
    values = story.story.values
    # The text of a kill by identifier may be the story itself; one that names its story speaks of it.
    text = " ".join(block["text"] for block in values["body"]) if story.named else ""
    said = values["correction"] or values["ednote"] or text or values["headline"] or "Killed by its source."
    return said if len(said) <= REASON_LENGTH else said[:REASON_LENGTH].rstrip() + "…"
