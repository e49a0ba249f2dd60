"""The file: how it is opened, who may write to it, and what is said when it cannot be written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Final

from kuzet.adapters.ledger.schema import TABLES, VERSION
from kuzet.basis.errors import BadInput, Missing

NAME: Final = "collection.sqlite"

PRAGMAS: Final = (
    # Not WAL: SQLite 3.7.0 to 3.51.2 can lose acknowledged writes there, and Debian 12 links 3.40.1
    # (sqlite.org/wal.html#walresetbug). EXTRA also syncs the folder after the journal is deleted.
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA busy_timeout = 60000",
)


@contextmanager
def written(folder: Path) -> Iterator[sqlite3.Connection]:
    """The ledger of a data folder for the one process that writes it (who holds the archive), made where there is none.

    Raises `Missing` when the folder cannot be written or the disk is full, `BadInput` for another version's ledger.
    """
    path = folder / NAME
    with _told(path):
        folder.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(path, isolation_level=None)
    try:
        with _told(path):
            _prepare(db, path)
        yield db
    finally:
        db.close()


@contextmanager
def looked_at(folder: Path) -> Iterator[sqlite3.Connection]:
    """The ledger for reading only, also while another process writes it. Raises `Missing` where there is none."""
    path = folder / NAME
    if not path.is_file():
        raise Missing(f"{path} is not there: `kuzet collect {folder}` makes it")
    with _told(path):
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=60)
    try:
        _check(db, path)
        yield db
    finally:
        db.close()


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All of it, on the disk when this is left, or nothing; raises `Missing` where SQLite refuses (a full disk)."""
    with _told(place(db)):
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:  # SQLite itself takes back what a full disk cut off
                db.execute("ROLLBACK")
            raise


def place(db: sqlite3.Connection) -> Path:
    """Where the file of an open ledger is."""
    (_, _, name) = db.execute("PRAGMA database_list").fetchone()
    return Path(name)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the disk refuses, or a damaged file, as one line for a user."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise Missing(f"{path} cannot be written: {error}") from None
    except sqlite3.IntegrityError:  # a fault of ours, and no matter of the file
        raise
    except sqlite3.DatabaseError as error:
        raise BadInput(
            path.name, f"whole ({error}); build it anew: kuzet collect --rebuild", str(path.parent)
        ) from None
    except OSError as error:
        raise Missing(f"{error.filename or path} cannot be written: {error.strerror}") from None


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    for pragma in PRAGMAS:
        db.execute(pragma)
    if db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        _check(db, path)
        return
    with transaction(db):
        for statement in TABLES:
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {VERSION}")


def _check(db: sqlite3.Connection, path: Path) -> None:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version != VERSION:
        raise BadInput(version, f"version {VERSION} of the ledger (build it anew: kuzet collect --rebuild)", str(path))


@lru_cache(maxsize=1024)  # a capture's moment is written in several tables
def stamp(moment: datetime) -> str:
    """A moment as the ledger writes it."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str | None) -> datetime | None:
    """A moment as the ledger has it, or none."""
    return datetime.fromisoformat(text) if text else None
