"""Samples of incidents that are coded a second time."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

TABLE = "registry_sampling"


def add(_: Any, editor: Any) -> None:
    """The database refuses to change or delete what is only ever added to."""
    if editor.connection.vendor == "postgresql":
        editor.execute(
            f"CREATE TRIGGER {TABLE}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE} "
            "FOR EACH STATEMENT EXECUTE FUNCTION registry_append_only()",
            params=None,
        )
        return
    for verb in ("UPDATE", "DELETE"):
        editor.execute(
            f"CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE} "
            f"BEGIN SELECT RAISE(ABORT, '{TABLE} is append-only'); END",
            params=None,
        )


class Migration(migrations.Migration):
    dependencies = (("registry", "0009_compared"),)
    operations = (
        migrations.CreateModel(
            name="Sampling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ident", models.CharField(max_length=500, unique=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("rest", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
                ("author", models.TextField(blank=True, db_index=True, default="")),
            ],
            options={"ordering": ("id",), "abstract": False},
        ),
        migrations.RunPython(add, elidable=False),
    )
