"""Takes what a page declares about itself for what its text does not say."""

from __future__ import annotations

from articles.wire import dates
from articles.wire.copy.draft import Draft
from articles.wire.copy.names import is_name, split_names
from articles.wire.copy.page_parts import Declared


def take(declared: Declared, draft: Draft, timezone: str, *, first: bool) -> None:
    """Fill language, date of issue and author of a story from the page that it stands on.

    The language is that of all stories of the page, declared as declared; date and author are the first's.
    """
    if declared.language:
        draft.values["language"] = declared.language
    if not first:
        return
    if declared.created:
        said, span = declared.created
        moment = dates.read(said, timezone)
        if moment and moment.has_year:
            draft.moment("created", moment, span)
    if not any(who.kind in ("author", "reporter") for who in draft.people):
        for said, span in declared.authors:
            for start, end in split_names(said):
                name = said[start:end]
                if is_name(name):
                    draft.credit_named(name, "author", span)
