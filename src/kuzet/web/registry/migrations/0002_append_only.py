"""The database itself refuses to change or delete what is only ever added to."""

from __future__ import annotations

from typing import Any

from django.db import migrations

TABLES = ("event", "decision", "judgement", "undo")

SQLITE = """
CREATE TRIGGER registry_{table}_no_{verb} BEFORE {VERB} ON registry_{table}
BEGIN SELECT RAISE(ABORT, 'registry_{table} is append-only'); END
"""

POSTGRESQL = [
    """
CREATE FUNCTION registry_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
""",
    *(
        f"CREATE TRIGGER registry_{table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON registry_{table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION registry_append_only()"
        for table in TABLES
    ),
]


def add(_: Any, editor: Any) -> None:
    if editor.connection.vendor == "postgresql":
        statements = POSTGRESQL
    else:
        statements = [
            SQLITE.format(table=table, verb=verb, VERB=verb.upper())
            for table in TABLES
            for verb in ("update", "delete")
        ]
    for statement in statements:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = (("registry", "0001_initial"),)
    operations = (migrations.RunPython(add, elidable=False),)
