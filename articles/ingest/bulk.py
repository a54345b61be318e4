"""Many rows in few statements: the ids are known before the rows are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connections, models, router


def reserve_ids(model: type[models.Model], count: int) -> list[int]:
    """Ids that no other row of the model has or will get. To be called in the transaction that uses them."""
    if not count:
        return []
    connection = connections[router.db_for_write(model)]
    table, pk = model._meta.db_table, model._meta.pk
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            # One writer at a time: a transaction that writes is alone (settings: transaction_mode).
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            row = cursor.fetchone()
            last = row[0] if row else 0
            return list(range(last + 1, last + 1 + count))
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [f'"{table}"', pk.column, count],
        )
        return [row[0] for row in cursor.fetchall()]


def insert(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Insert rows in one statement; those whose id others refer to have it from `reserve_ids()`."""
    if not rows:
        return
    connection = connections[router.db_for_write(model)]
    if connection.vendor != "sqlite":
        model._default_manager.bulk_create(rows)
        return
    # In a statement of many rows SQLite would take 999 values; one prepared for each row has no such limit.
    numbered = rows[0].pk is not None
    fields = [field for field in model._meta.concrete_fields if numbered or not field.primary_key]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        cursor.executemany(
            f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({marks})',  # noqa: S608
            [_values(fields, row, connection) for row in rows],
        )


def update(model: type[models.Model], rows: Sequence[models.Model], names: Iterable[str]) -> None:
    """Write these fields of changed rows, in one statement."""
    if not rows:
        return
    connection = connections[router.db_for_write(model)]
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    assignments = ", ".join(f'"{field.column}" = %s' for field in fields)
    pk = model._meta.pk
    with connection.cursor() as cursor:
        cursor.executemany(
            f'UPDATE "{model._meta.db_table}" SET {assignments} WHERE "{pk.column}" = %s',  # noqa: S608
            [_values([*fields, pk], row, connection) for row in rows],
        )


def _values(fields: Iterable[Any], row: models.Model, connection: Any) -> list[Any]:
    return [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]
