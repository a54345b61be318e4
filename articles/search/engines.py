"""How each database finds and ranks: FTS5 in SQLite, full text search in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import F, FloatField, Func, Lookup, Q, Value

from articles.models.search import IndexField
from articles.search.query import Term

COLUMNS = ("headline", "standfirst", "names", "tags", "body")


@IndexField.register_lookup
class Matches(Lookup):
    """The engine's index matches a query written for it."""

    lookup_name = "matches"
    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        return self._sql(compiler, connection, "{} MATCH {}")

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        return self._sql(compiler, connection, "{} @@ {}::tsquery")

    def _sql(self, compiler: Any, connection: Any, template: str) -> tuple[str, list[Any]]:
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return template.format(left, right), [*left_params, *right_params]


class _Rank(Func):
    """PostgreSQL's rank by the weights of D, C, B and A."""

    function = "ts_rank"
    template = "%(function)s('{0.05, 0.2, 0.5, 1}', %(expressions)s::tsquery)"
    output_field = FloatField()


class SQLite:
    """Queries of FTS5: https://www.sqlite.org/fts5.html#full_text_query_syntax"""

    @staticmethod
    def condition(terms: Iterable[Term]) -> Q:
        """All of these, none of them excluded."""
        return Q(search_index__document__matches=" AND ".join(map(_fts5, terms)))

    @staticmethod
    def relevance(terms: Iterable[Term]) -> Any:
        """More is better."""
        return -F("search_index__rank")


class PostgreSQL:
    """Queries of tsvector: https://www.postgresql.org/docs/current/datatype-textsearch.html

    Positions in a tsvector end at 16,383, and at 256 of a word, so a phrase is looked up in the text itself
    once the index has found its words.
    """

    @staticmethod
    def condition(terms: Iterable[Term]) -> Q:
        """All of these, none of them excluded."""
        terms = list(terms)
        found = Q(search_index__document__matches=_tsquery(terms))
        for term in terms:
            if len(term.words) > 1:
                text = " " + " ".join(term.words) + ("" if term.prefix else " ")
                found &= reduce(or_, (Q(**{f"search_index__{column}__contains": text}) for column in COLUMNS))
        return found

    @staticmethod
    def relevance(terms: Iterable[Term]) -> Any:
        """More is better."""
        return _Rank(F("search_index__document"), Value(_tsquery(terms)))


ENGINES: dict[str, type[SQLite] | type[PostgreSQL]] = {"sqlite": SQLite, "postgresql": PostgreSQL}


def _fts5(term: Term) -> str:
    # Words are letters and digits alone, so nothing in them has to be escaped.
    return f'"{" ".join(term.words)}"' + (" *" if term.prefix else "")


def _tsquery(terms: Iterable[Term]) -> str:
    return " & ".join(
        f"'{word}'" + (":*" if term.prefix and number == len(term.words) else "")
        for term in terms
        for number, word in enumerate(term.words, start=1)
    )
