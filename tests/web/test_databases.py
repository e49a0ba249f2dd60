"""The database loses nothing that was acknowledged: journal modes, and where it is."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from django.db import connection

from kuzet.basis.errors import BadInput
from kuzet.web import databases

BAD = ["3.7.0", "3.22.0", "3.40.1", "3.44.5", "3.45.0", "3.50.6", "3.51.0", "3.51.2"]
GOOD = ["3.44.6", "3.50.7", "3.51.3", "3.52.0", "3.53.4", "4.0.0"]


def version(text):
    return tuple(int(part) for part in text.split("."))


@pytest.mark.parametrize("text", BAD)
def test_a_version_with_the_wal_reset_bug_never_runs_in_wal(text):
    assert databases.journal(version(text)) == ("journal_mode = DELETE", "synchronous = EXTRA")


@pytest.fixture(autouse=True)
def unsynced():
    """Connections are as in use."""


@pytest.mark.parametrize("text", GOOD)
def test_a_repaired_version_runs_in_wal_and_syncs_every_commit(text):
    assert databases.journal(version(text)) == ("journal_mode = WAL", "synchronous = FULL")


def pragma(name):
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize("folder", ["sqlite"], indirect=True)
def test_every_connection_has_the_safe_settings(registry):
    safe = databases.wal_is_safe(sqlite3.sqlite_version_info)
    for _ in range(2):
        assert pragma("journal_mode") == ("wal" if safe else "delete")
        assert pragma("synchronous") == (2 if safe else 3)
        assert [pragma(name) for name in ("foreign_keys", "recursive_triggers", "secure_delete")] == [1, 1, 1]
        connection.close()


@pytest.mark.parametrize("folder", ["sqlite"], indirect=True)
def test_a_database_that_another_version_left_in_wal_is_taken_out_of_it(folder, monkeypatch):
    file = sqlite3.connect(folder / databases.FILE)
    file.execute("PRAGMA journal_mode = WAL")
    file.close()
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 40, 1))
    from kuzet.web.folder import opened

    with opened(folder):
        assert (pragma("journal_mode"), pragma("synchronous")) == ("delete", 3)


def test_writers_take_the_lock_when_they_begin():
    assert databases.database(Path("registry"), "")["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_server_is_found_by_its_address():
    found = databases.database(Path("registry"), "postgresql://kuzet:secret@db.example:5433/press")
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example", 5433, "press")


@pytest.mark.parametrize("folder", ["postgresql"], indirect=True)
def test_a_question_of_a_page_starts_no_compiler_and_no_further_process(registry):
    with connection.cursor() as cursor:
        told = [cursor.execute(f"SHOW {name}").fetchone()[0] for name in ("jit", "max_parallel_workers_per_gather")]
    assert told == ["off", "0"]


def test_options_in_the_address_of_a_server_are_kept():
    url = "postgresql://kuzet@db.example/press?options=-c%20jit%3Don"
    assert databases.database(Path("registry"), url)["OPTIONS"]["options"] == "-c jit=on"


@pytest.mark.parametrize("url", ["mysql://kuzet:secret@db.example/press", "press", "sqlite:///press.sqlite"])
def test_another_address_is_refused_without_telling_its_password(url):
    with pytest.raises(BadInput, match="an address such as postgresql://user@host:5432/name") as caught:
        databases.database(Path("registry"), url)
    assert "secret" not in str(caught.value)
