"""Events whose texts a legal removal can erase while the chain holds, tombstones, and the words incidents are found by.

The hash of an event is now over the digest of its texts. A registry with events of before this, which no release of
Kuzet ever made, is refused: make it anew.
"""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

from kuzet.basis.errors import BrokenRule

KEPT = ("number", "at", "author", "verb", "kind", "subject", "version", "digest", "previous", "hash")
ERASED = ("salt", "before", "after", "reason")
REMOVABLE = ("decision", "judgement", "undo", "reveal", "sealed")

_SAME = " AND ".join(f"NEW.{name} = OLD.{name}" for name in KEPT)
_EMPTY = " AND ".join(f"NEW.{name} = ''" for name in ERASED)

SQLITE = [  # the new columns made the table of events anew, which took its triggers away
    "DROP TRIGGER IF EXISTS registry_event_no_update",
    "DROP TRIGGER IF EXISTS registry_event_no_delete",
    (
        "CREATE TRIGGER registry_event_no_delete BEFORE DELETE ON registry_event "
        "BEGIN SELECT RAISE(ABORT, 'registry_event is append-only'); END"
    ),
    (
        f"CREATE TRIGGER registry_event_no_update BEFORE UPDATE ON registry_event WHEN NOT ({_SAME} AND {_EMPTY}) "
        "BEGIN SELECT RAISE(ABORT, 'registry_event is append-only'); END"
    ),
    *(
        statement
        for table in REMOVABLE
        for statement in (
            f"DROP TRIGGER registry_{table}_no_delete",
            (
                f"CREATE TRIGGER registry_{table}_no_delete BEFORE DELETE ON registry_{table} "  # noqa: S608  (our names)
                f"WHEN NOT EXISTS (SELECT 1 FROM registry_removal WHERE ident = '{table} ' || OLD.ident) "
                f"BEGIN SELECT RAISE(ABORT, 'registry_{table} is append-only'); END"
            ),
        )
    ),
    (
        "CREATE TRIGGER registry_removal_no_update BEFORE UPDATE ON registry_removal "
        "BEGIN SELECT RAISE(ABORT, 'registry_removal is append-only'); END"
    ),
    (
        "CREATE TRIGGER registry_removal_no_delete BEFORE DELETE ON registry_removal "
        "BEGIN SELECT RAISE(ABORT, 'registry_removal is append-only'); END"
    ),
]

POSTGRESQL = [
    "DROP TRIGGER registry_event_append_only ON registry_event",
    (
        "CREATE TRIGGER registry_event_append_only BEFORE DELETE OR TRUNCATE ON registry_event "
        "FOR EACH STATEMENT EXECUTE FUNCTION registry_append_only()"
    ),
    (
        f"CREATE FUNCTION registry_erase_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF NOT ({_SAME} AND {_EMPTY}) THEN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END IF; "
        "RETURN NEW; END $$"
    ),
    (
        "CREATE TRIGGER registry_event_erase_only BEFORE UPDATE ON registry_event "
        "FOR EACH ROW EXECUTE FUNCTION registry_erase_only()"
    ),
    (
        "CREATE FUNCTION registry_removed_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF NOT EXISTS (SELECT 1 FROM registry_removal WHERE ident = TG_ARGV[0] || ' ' || OLD.ident) "
        "THEN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END IF; RETURN OLD; END $$"
    ),
    *(
        statement
        for table in REMOVABLE
        for statement in (
            f"DROP TRIGGER registry_{table}_append_only ON registry_{table}",
            (
                f"CREATE TRIGGER registry_{table}_append_only BEFORE UPDATE OR TRUNCATE ON registry_{table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION registry_append_only()"
            ),
            (
                f"CREATE TRIGGER registry_{table}_removed_only BEFORE DELETE ON registry_{table} "
                f"FOR EACH ROW EXECUTE FUNCTION registry_removed_only('{table}')"
            ),
        )
    ),
    (
        "CREATE TRIGGER registry_removal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON registry_removal "
        "FOR EACH STATEMENT EXECUTE FUNCTION registry_append_only()"
    ),
]


def refuse_older(apps: Any, _: Any) -> None:
    if apps.get_model("registry", "Event").objects.exists():
        raise BrokenRule(
            "this registry was made by a development version, whose events are chained otherwise; make it anew"
        )


def guard(_: Any, editor: Any) -> None:
    for statement in POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = (("registry", "0007_sheets"),)
    operations = (
        migrations.RunPython(refuse_older, elidable=False),
        migrations.CreateModel(
            name="Removal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ident", models.CharField(max_length=500, unique=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("rest", models.JSONField(default=dict)),
            ],
            options={"ordering": ("id",), "abstract": False},
        ),
        migrations.AddField("incident", "search", models.TextField(blank=True, db_index=True, default="")),
        migrations.AddField("event", "salt", models.TextField(default=""), preserve_default=False),
        migrations.AddField("event", "digest", models.TextField(default=""), preserve_default=False),
        migrations.RunPython(guard, elidable=False),
    )
