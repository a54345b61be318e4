"""The sample news of a first look: wire copy of our own invention, filed as a desk would file it.

The stories come in by the same way as all wire copy, `import_wire`. What a desk adds (sections, pictures,
times, who is who) stands in `desk.toml`. `tools/photos` draws the pictures.
"""

from __future__ import annotations

import json
import math
import os
import tempfile
import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from articles import publishing
from articles.models import Article, Author, ImportRun, Photo, Section, Source, Tag
from articles.models.names import Named, slug_for
from articles.pictures import store_photo

FOLDER = Path(__file__).parent
N = TypeVar("N", bound=Named)


def is_filed() -> bool:
    """Whether this site has, or once had, the sample news, or has news of its own: it gets none then."""
    return ImportRun.objects.filter(options__sample_news=True).exists() or Article.objects.exists()


@transaction.atomic
def file() -> None:
    """Bring in all sample stories with what a desk adds to them; all or nothing."""
    desk = tomllib.loads((FOLDER / "desk.toml").read_text(encoding="utf-8"))
    for position, given in enumerate(desk["section"], start=1):
        _describe(Section, given | {"position": position, "in_menu": True})
    for given in desk["source"]:
        _describe(Source, given)
    for given in desk["author"]:
        _describe(Author, given | {"kind": Author.Kind.STAFF})
    stories = _import()
    _tell_kinds(desk["tags"])
    back = _days_back(desk["story"])
    for name, plan in desk["story"].items():
        _file(stories[name], plan, back)


def _import() -> dict[str, Article]:
    """Import the wire files; the articles by the name of their file, and `#2` for the second in it."""
    with tempfile.TemporaryDirectory() as folder:
        report_file = Path(folder) / "report.json"
        call_command(
            "import_wire",
            os.path.relpath(FOLDER / "wire"),
            jobs=1,
            report=str(report_file),
            no_progress=True,
            verbosity=0,
        )
        report = json.loads(report_file.read_text(encoding="utf-8"))
    run = ImportRun.objects.get(pk=report["run"])
    run.options = run.options | {"sample_news": True}
    run.save(update_fields=["options"])
    articles = Article.objects.in_bulk([item["article"] for item in report["items"]])
    return {_story_name(item): articles[item["article"]] for item in report["items"]}


def _story_name(item: dict[str, Any]) -> str:
    name = Path(item["path"]).stem
    return f"{name}#{item['index'] + 1}" if item["index"] else name


def _tell_kinds(names_by_kind: dict[str, list[str]]) -> None:
    for kind, names in names_by_kind.items():
        Tag.objects.filter(pk__in=[tag.pk for tag in Tag.objects.by_name(names).values()]).update(kind=kind)


def _days_back(plans: dict[str, dict[str, Any]]) -> timedelta:
    """How far all times are moved back, in whole days, so that none lies in the future."""
    newest: datetime = max(plan["published"] for plan in plans.values() if "published" in plan)
    ahead = newest - timezone.now()
    return timedelta(days=max(0, math.ceil(ahead / timedelta(days=1))))


def _file(article: Article, plan: dict[str, Any], back: timedelta) -> None:
    """Give one story its place, picture, state and time."""
    article.section = _named(Section, plan["section"])
    article.kind = plan.get("kind", Article.Kind.NEWS)
    article.standfirst = plan.get("standfirst", article.standfirst)
    if "headline" in plan:
        article.headline, article.slug = plan["headline"], slug_for(plan["headline"])
    if "source" in plan:
        article.source = _named(Source, plan["source"])
    if "photo" in plan:
        article.lead_photo = _photo(plan["photo"])
    if "changed" in plan:
        article.changed_at = plan["changed"] - back
    publishing.save(article)
    state = plan.get("state", "live")
    if state == "live":
        publishing.publish(article, at=plan["published"] - back)
    elif state == "scheduled":
        publishing.publish(article, at=_next_morning())
    elif state == "embargoed":
        publishing.publish(article)
    elif state == "review":
        publishing.submit(article)


def _photo(name: str) -> Photo:
    return store_photo((FOLDER / "photos" / f"{name}.jpg").read_bytes())


def _next_morning() -> datetime:
    """Six o'clock on the day after tomorrow, by the clock of the site: scheduled for a day at least."""
    return (timezone.localtime() + timedelta(days=2)).replace(hour=6, minute=0, second=0, microsecond=0)


def _named(model: type[N], name: str) -> N:
    """The section, source or author of this name, made where there is none."""
    found: N = next(iter(model.objects.ensure_named([name]).values()))
    return found


def _describe(model: type[Named], given: dict[str, Any]) -> None:
    """Make the thing of this `name` what is told of it; `names` are more spellings that lead to it."""
    thing = _named(model, given["name"])
    for field, value in given.items():
        if field not in ("name", "names"):
            setattr(thing, field, value)
    thing.save()
    spelling = model.spelling_model()
    for name in given.get("names", []):
        if not model.objects.by_name([name]):
            spelling._default_manager.create(name=name, **{spelling.owner_field: thing})
