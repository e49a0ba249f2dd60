"""Backups of an embedded registry: taken while others work, and refused on the way back when a single byte differs.

A backup is a folder: the database, the checkpoints, `backup.json` with what was in it, and `SHA256SUMS` over all of
them, in the form that `sha256sum -c` reads. The key of the sessions stays behind: a restored registry gets a new one.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from django.db import connection

from kuzet.basis.errors import BadInput, BrokenRule, Missing
from kuzet.basis.word import Word, from_json, to_json
from kuzet.web import folder as folders
from kuzet.web.databases import FILE
from kuzet.web.proving import findings, keep_checkpoint
from kuzet.web.registry.words import Checkpoint

TOLD: Final = "backup.json"
SUMS: Final = "SHA256SUMS"


class Backup(Word):
    """What a backup says of itself: when it was taken, and where the chain of events stood."""

    at: datetime
    newest: Checkpoint


def take(folder: Path, to: Path, at: datetime) -> Backup:
    """Copy the registry in `folder` into a new folder `to`; writers wait meanwhile, readers do not.

    Raises `BadInput` where something stands at `to`, `Missing` for a registry that is kept in PostgreSQL.
    """
    with _beside(to) as room, folders.opened(folder):
        if connection.vendor != "sqlite":
            raise Missing(f"{folder}: kept in PostgreSQL, which brings its own: pg_basebackup, or pg_dump")
        keep_checkpoint(folder)
        shutil.copyfile(folder / folders.CHECKPOINTS, room / folders.CHECKPOINTS)  # first: none of a later event
        connection.ensure_connection()
        with closing(sqlite3.connect(room / FILE)) as copy:
            connection.connection.backup(copy)
        told = Backup(at=at, newest=_newest(room / FILE))
        (room / TOLD).write_text(f"{to_json(told)}\n", "utf-8")
        names = (TOLD, folders.CHECKPOINTS, FILE)
        (room / SUMS).write_text("".join(f"{_sum(room / name)}  {name}\n" for name in names), "ascii")
    return told


def restore(backup: Path, folder: Path) -> Backup:
    """Make the registry of a backup in a new folder, and prove it.

    Raises `BadInput` for a file that is not as `SHA256SUMS` says and `BrokenRule` for a registry that does not hold;
    then nothing is there.
    """
    _check(backup)
    told = from_json((backup / TOLD).read_bytes(), Backup, TOLD)
    with _beside(folder) as room:
        folders.make(room)
        for name in (FILE, folders.CHECKPOINTS):
            shutil.copyfile(backup / name, room / name)
        folders.migrate(room)
        if problems := findings(room):
            raise BrokenRule(f"backup {backup}: {problems[0]}")
        if _newest(room / FILE) != told.newest:
            raise BrokenRule(f"backup {backup}: its newest event is not the one that {TOLD} names")
    return told


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A folder that takes its place when the block ends well; raises `BadInput` where something stands there."""
    if path.exists():
        raise BadInput(str(path), "a place where nothing stands yet", "backup")
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as room:
        made = Path(room) / "made"
        made.mkdir(mode=0o700)
        yield made
        for one in (*made.iterdir(), made):
            _sync(one)
        made.rename(path)
    _sync(path.parent)


def _check(backup: Path) -> None:
    """Every byte of every file is held by `SHA256SUMS`, and it names all of them."""
    where = f"backup {backup}"
    if not (backup / SUMS).is_file():
        raise Missing(f"{where}: no {SUMS}; a backup is a folder that `kuzet backup` made")
    found = {path.name: path for path in sorted(backup.iterdir()) if path.name != SUMS}
    lines = (backup / SUMS).read_bytes()
    for name, path in found.items():
        if f"{_sum(path)}  {name}\n".encode() not in lines.splitlines(keepends=True):
            raise BadInput(name, f"a file with the sum that {SUMS} gives", where)
    if len(lines.splitlines()) != len(found):
        raise BadInput(SUMS, "a list of the files that are there", where)


def _newest(database: Path) -> Checkpoint:
    with closing(sqlite3.connect(database)) as file:
        number, found = file.execute("SELECT number, hash FROM registry_event ORDER BY number DESC LIMIT 1").fetchone()
    return Checkpoint(number=number, hash=found)


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
