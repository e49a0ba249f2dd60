"""The database itself refuses whatever changes or deletes what is only ever added to, and needs each trigger for it."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from tests import builders
from tests.web import made

from kuzet.web.registry import changes
from kuzet.web.registry.words import Removal, Reveal, Sampling, Sealed

TABLES = ("event", "decision", "judgement", "undo", "reveal", "sealed", "removal", "sampling")
"""Whose rows are only ever added to."""

TEXTS = ("author", "verb", "kind", "subject", "digest", "previous", "hash", "before", "after", "reason", "salt")
ERASED = "before = '', after = '', reason = '', salt = ''"
"""The one change of an event that is let through, for what a law requires to be erased."""

ATTEMPTS = [
    *(f"UPDATE registry_event SET {column} = 'x' || substr({column}, 2) WHERE number = 3" for column in TEXTS),
    "UPDATE registry_event SET number = 99 WHERE number = 3",
    "UPDATE registry_event SET version = version + 1 WHERE number = 3",
    "UPDATE registry_event SET at = '2020-01-01 00:00:00' WHERE number = 3",
    *(f"UPDATE registry_event SET {ERASED}, {column} = 'x' WHERE number = 3" for column in TEXTS[:7]),
    "UPDATE registry_event SET before = '', after = '', reason = '' WHERE number = 3",
    *(f"UPDATE registry_{table} SET rest = rest, ident = 'x'" for table in TABLES[1:]),
    *(f"DELETE FROM registry_{table}" for table in TABLES),
]
ATTEMPTS_OF = {
    "sqlite": [*ATTEMPTS, "REPLACE INTO registry_event SELECT * FROM registry_event WHERE number = 3"],
    "postgresql": [*ATTEMPTS, *(f"TRUNCATE registry_{table} CASCADE" for table in TABLES)],
}
"""What whoever has the database alone may try."""

TRIGGERS = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": (
        "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal"
    ),
}


@pytest.fixture
def written(registry):
    """A row in each of the tables."""
    about = {"at": made.AT, "author": "saule", "incident": "KZ-2024-0001"}
    for word in (
        made.incident(),
        builders.decision(),
        made.judgement(),
        made.undo(),
        Reveal(id="R-1", path="targets.0.name", reason="a lawyer asks", **about),
        Sealed(id="S-1", box="locked", **about),
        Removal(kind="document", subject="d9", ground="an order"),
        Sampling(id="P-1", at=made.AT, author="saule", size="10%", seed="2024", drawn=("KZ-2024-0001",)),
    ):
        changes.put(word, made.by())
    return registry


def is_refused(statement):
    """Whether the database says that the table is only added to; nothing of the statement stays."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
            transaction.set_rollback(True)
    except DatabaseError as error:
        return "is append-only" in str(error)
    return False


def let_through():
    """What was tried and not refused."""
    return [statement for statement in ATTEMPTS_OF[connection.vendor] if not is_refused(statement)]


def triggers():
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS[connection.vendor])
        return sorted(cursor.fetchall())


def let_through_without(name, table):
    """The same with this trigger gone; it stands again afterwards."""
    on = f" ON {table}" if connection.vendor == "postgresql" else ""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TRIGGER {name}{on}")
        found = let_through()
        transaction.set_rollback(True)
    return found


def test_every_change_and_deletion_is_refused(written):
    assert let_through() == []


def test_what_a_law_requires_to_be_erased_can_be(written):
    assert is_refused(f"UPDATE registry_event SET {ERASED} WHERE number = 3") is False


def test_without_any_one_trigger_something_is_let_through(written):
    found = triggers()
    assert {table for _, table in found} == {f"registry_{table}" for table in TABLES}
    assert [name for name, table in found if not let_through_without(name, table)] == []


def test_a_trigger_guards_no_other_table(written):
    other = {name for name, table in triggers() if any(table not in one for one in let_through_without(name, table))}
    assert other == set()
