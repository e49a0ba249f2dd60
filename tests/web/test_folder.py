"""The data folder: made once, opened by name, and never taken for one when it is something else."""

from __future__ import annotations

import sqlite3

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from kuzet.basis.errors import BadInput, Missing
from kuzet.web import folder as folders
from kuzet.web.databases import FILE


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path):
    (tmp_path / "letters.txt").write_text("dear editor", "utf-8")
    with pytest.raises(BadInput, match="a new place, an empty folder or a registry"):
        folders.make(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


def test_the_key_is_read_by_its_owner_alone_and_stays(tmp_path):
    folders.make(tmp_path / "registry")
    key = tmp_path / "registry" / folders.KEY
    before = key.read_text("ascii")
    folders.make(tmp_path / "registry")
    assert (oct(key.stat().st_mode & 0o777), len(before) >= 64, key.read_text("ascii") == before) == (
        "0o600",
        True,
        True,
    )


def test_a_key_that_a_crash_left_empty_is_made_anew(tmp_path):
    key = tmp_path / "registry" / folders.KEY
    key.parent.mkdir()
    key.touch()
    with pytest.raises(Missing, match="no registry; make one with"), folders.opened(key.parent):
        pass
    folders.make(key.parent)
    assert len(folders.secret(key.parent)) >= 64


def test_where_no_registry_is_the_way_to_make_one_is_told(tmp_path):
    with pytest.raises(Missing, match=f"no registry; make one with: kuzet init {tmp_path}"), folders.opened(tmp_path):
        pass


def test_tables_of_an_older_version_are_refused_with_the_way_out(folder):
    with folders.opened(folder):
        recorder = MigrationRecorder(connection)
        newest = recorder.migration_qs.filter(app="registry").order_by("name").last().name
        recorder.record_unapplied("registry", newest)
    with pytest.raises(Missing, match="its tables are of an older version"), folders.opened(folder):
        pass


def test_a_database_that_cannot_be_reached_is_one_line(folder, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/press")
    with pytest.raises(Missing, match="its database cannot be reached: ") as caught, folders.opened(folder):
        pass
    assert "\n" not in str(caught.value)


def test_a_migration_that_dies_half_way_leaves_the_tables_as_they_were(tmp_path, monkeypatch):
    from django.db.migrations.operations import special

    monkeypatch.delenv("DATABASE_URL", raising=False)
    folders.make(tmp_path / "new")
    monkeypatch.setattr(special.RunPython, "database_forwards", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        folders.migrate(tmp_path / "new")
    with pytest.raises(Missing, match="older version"), folders.opened(tmp_path / "new"):
        pass
    monkeypatch.undo()
    folders.migrate(tmp_path / "new")
    with folders.opened(tmp_path / "new"):
        assert "registry_event" in connection.introspection.table_names()


@pytest.mark.parametrize("folder", ["sqlite"], indirect=True)
def test_after_a_registry_is_closed_nobody_holds_its_file(folder):
    with folders.opened(folder):
        connection.ensure_connection()
    with sqlite3.connect(folder / FILE, timeout=0) as file:
        file.execute("BEGIN EXCLUSIVE")
        assert file.in_transaction
    file.close()
