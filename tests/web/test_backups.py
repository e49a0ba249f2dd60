"""A backup that can be trusted: everything comes back, or nothing does."""

from __future__ import annotations

import random
import shutil
import sqlite3
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from tests import builders
from tests.web import made

from kuzet.basis.errors import BadInput, BrokenRule, Missing
from kuzet.basis.incident import Incident
from kuzet.cli import main
from kuzet.web import backups
from kuzet.web import folder as folders
from kuzet.web.databases import FILE
from kuzet.web.registry import changes, store

AT = datetime(2025, 3, 1, 12, tzinfo=UTC)
sqlite_only = pytest.mark.parametrize("folder", ["sqlite"], indirect=True)


@pytest.fixture
def filled(folder):
    """A registry with a decision's worth of words."""
    with folders.opened(folder):
        changes.put_all([builders.document(), made.incident(), builders.decision()], made.by())
    return folder


@sqlite_only
def test_a_restored_registry_holds_every_word_and_its_trail(filled, tmp_path):
    taken = backups.take(filled, tmp_path / "backup", AT)
    assert backups.restore(tmp_path / "backup", tmp_path / "again") == taken
    with folders.opened(tmp_path / "again"):
        assert store.get(Incident, "KZ-2024-0001") == made.incident()
        assert changes.put(made.incident(people=3), made.by(), version=1) == 2


@sqlite_only
def test_the_key_of_sessions_is_in_no_backup(filled, tmp_path):
    backups.take(filled, tmp_path / "backup", AT)
    backups.restore(tmp_path / "backup", tmp_path / "again")
    key = (filled / folders.KEY).read_bytes()
    kept = {path.name: path.read_bytes() for path in (tmp_path / "backup").iterdir()}
    assert kept != {}
    assert [name for name, data in kept.items() if key in data] == []
    assert (tmp_path / "again" / folders.KEY).read_bytes() != key


@sqlite_only
def test_a_backup_with_one_flipped_byte_is_refused_whichever_it_is(filled, tmp_path):
    backups.take(filled, tmp_path / "backup", AT)
    chosen = random.Random(20241126)
    for path in sorted((tmp_path / "backup").iterdir()):
        whole = path.read_bytes()
        for place in {0, len(whole) - 1, *(chosen.randrange(len(whole)) for _ in range(8))}:
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            with pytest.raises(BadInput):
                backups.restore(tmp_path / "backup", tmp_path / "again")
            assert not (tmp_path / "again").exists()
        path.write_bytes(whole)
    backups.restore(tmp_path / "backup", tmp_path / "again")


@sqlite_only
def test_a_backup_that_lacks_a_file_or_has_one_more_is_refused(filled, tmp_path):
    backups.take(filled, tmp_path / "backup", AT)
    (tmp_path / "backup" / "more.txt").write_text("x", "ascii")
    with pytest.raises(BadInput, match=r"'more\.txt' is not a file with the sum"):
        backups.restore(tmp_path / "backup", tmp_path / "again")
    (tmp_path / "backup" / "more.txt").unlink()
    (tmp_path / "backup" / folders.CHECKPOINTS).unlink()
    with pytest.raises(BadInput, match="a list of the files that are there"):
        backups.restore(tmp_path / "backup", tmp_path / "again")


@sqlite_only
def test_a_registry_that_does_not_hold_is_not_restored(filled, tmp_path):
    with sqlite3.connect(filled / FILE) as file:
        file.execute("UPDATE registry_incident SET category = 'judicial_economic'")
    file.close()
    backups.take(filled, tmp_path / "backup", AT)
    with pytest.raises(BrokenRule, match="incident 'KZ-2024-0001': changed: not what its latest event recorded"):
        backups.restore(tmp_path / "backup", tmp_path / "again")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup", "registry"]


@sqlite_only
def test_nothing_is_written_over(filled, tmp_path):
    for there in (filled, tmp_path):
        with pytest.raises(BadInput, match="a place where nothing stands yet"):
            backups.take(filled, there, AT)
    with pytest.raises(Missing, match="no SHA256SUMS"):
        backups.restore(filled, tmp_path / "again")


@sqlite_only
def test_a_registry_of_an_older_version_is_brought_up_first(filled, tmp_path):
    with folders.opened(filled):
        from django.core.management import call_command

        call_command("migrate", "registry", "0001", verbosity=0, fake=True)
    with pytest.raises(Missing, match="older version"):
        backups.take(filled, tmp_path / "backup", AT)


@pytest.mark.parametrize("folder", ["postgresql"], indirect=True)
def test_a_registry_in_postgresql_is_told_what_makes_its_backups(filled, tmp_path):
    with pytest.raises(Missing, match="kept in PostgreSQL, which brings its own: pg_basebackup, or pg_dump"):
        backups.take(filled, tmp_path / "backup", AT)
    assert not (tmp_path / "backup").exists()


@sqlite_only
def test_the_verbs_tell_what_was_copied_and_brought_back(filled, tmp_path):
    run = CliRunner().invoke
    taken = run(main, ["backup", str(filled), "-o", str(tmp_path / "backup")])
    back = run(main, ["restore", str(tmp_path / "backup"), str(tmp_path / "again")])
    assert taken.output.startswith(f"{tmp_path / 'backup'}: 4 events, the newest ")
    assert back.output.startswith(f"registry {tmp_path / 'again'}: as of ")
    assert back.output.endswith("UTC, 4 events, all proved\n")
    shutil.rmtree(tmp_path / "again")
