"""The role of each account; incidents with a field that fewer people see, who looked at one, and locked notes."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

TABLES = ("reveal", "sealed")

SQLITE = """
CREATE TRIGGER registry_{table}_no_{verb} BEFORE {VERB} ON registry_{table}
BEGIN SELECT RAISE(ABORT, 'registry_{table} is append-only'); END
"""

POSTGRESQL = (
    "CREATE TRIGGER registry_{table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON registry_{table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION registry_append_only()"
)


def add(_: Any, editor: Any) -> None:
    """The database refuses to change or delete what is only ever added to."""
    for table in TABLES:
        if editor.connection.vendor == "postgresql":
            editor.execute(POSTGRESQL.format(table=table), params=None)
            continue
        for verb in ("update", "delete"):
            editor.execute(SQLITE.format(table=table, verb=verb, VERB=verb.upper()), params=None)


def row(name: str, **columns: Any) -> migrations.CreateModel:
    fields = [
        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
        ("ident", models.CharField(max_length=500, unique=True)),
        ("version", models.PositiveIntegerField(default=1)),
        ("rest", models.JSONField(default=dict)),
        *columns.items(),
    ]
    return migrations.CreateModel(name=name, fields=fields, options={"ordering": ("id",), "abstract": False})


def looked() -> dict[str, Any]:
    return {
        "incident": models.CharField(db_index=True, max_length=500),
        "author": models.TextField(blank=True, db_index=True, default=""),
        "at": models.DateTimeField(),
    }


class Migration(migrations.Migration):
    dependencies = (("registry", "0002_append_only"),)
    operations = (
        row(
            "Account",
            role=models.TextField(blank=True, db_index=True, default=""),
            active=models.BooleanField(default=True),
        ),
        row("Reveal", **looked()),
        row("Sealed", **looked()),
        migrations.AddField("Incident", "guarded", models.BooleanField(db_index=True, default=False)),
        migrations.RunPython(add, elidable=False),
    )
