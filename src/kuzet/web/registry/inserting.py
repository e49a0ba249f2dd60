"""Many new rows at once, without a model for each: a third of what `bulk_create` takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db import connection


def insert(model: Any, rows: Iterable[Mapping[str, Any]]) -> None:  # noqa: ANN401  (a model of Django)
    """Add rows, each given by its columns; a column that is not given has its default."""
    fields = [field for field in model._meta.concrete_fields if not field.generated and not _counts(field)]  # noqa: SLF001
    table = connection.ops.quote_name(model._meta.db_table)  # noqa: SLF001  (Django's own)
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    lines = _lines(fields, rows)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for line in lines:
                    copy.write_row(line)
        else:
            places = ", ".join(["%s"] * len(fields))
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", lines)  # noqa: S608  (no data)


def _counts(field: Any) -> bool:  # noqa: ANN401
    """Whether the database counts this column itself."""
    return field.primary_key and field.get_internal_type() == "BigAutoField"


def _lines(fields: Sequence[Any], rows: Iterable[Mapping[str, Any]]) -> Iterator[list[Any]]:
    for row in rows:
        yield [
            field.get_db_prep_save(row[field.attname] if field.attname in row else field.get_default(), connection)
            for field in fields
        ]
