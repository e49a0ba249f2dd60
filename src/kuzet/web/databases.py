"""Which database a data folder uses, and how: nothing that was acknowledged is lost by a power cut.

SQLite inside the folder unless `DATABASE_URL` names another one (`postgresql://user:word@host:5432/name`).
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any, Final

import dj_database_url

from kuzet.adapters import keyfiles
from kuzet.basis.errors import BadInput

KEY: Final = "secret.key"
"""File of the key that sessions are signed with; made with the folder, read by nobody else."""

FILE: Final = "registry.sqlite"
"""Name of the embedded database inside the data folder."""

WAIT: Final = 20
"""Seconds that a writer waits for another one."""

KEPT: Final = 60
"""Seconds that a thread of the desk keeps its connection: to open one costs more than most pages."""

PLAIN: Final = "-c jit=off -c max_parallel_workers_per_gather=0"
"""PostgreSQL would make machine code, or further processes, for a question that it thinks long; a page asks many short
ones, and several people leave no processor idle. Options in `DATABASE_URL` take the place of these."""

HELD: Final = ("55P03", "40P01")
"""States of PostgreSQL: a lock that could not be had, two writers that waited for each other."""

_PRIMARY: Final = 0xFF
"""The bits of a result code of SQLite that tell the kind; those above tell more of it."""

Version = tuple[int, ...]

WAL_RESET_BUG: Final[Version] = (3, 7, 0)
"""From here to before `WAL_REPAIRED` a checkpoint beside a commit may lose the commit or damage the file
(sqlite.org/wal.html, "The WAL-Reset Bug")."""

WAL_REPAIRED: Final[Version] = (3, 51, 3)
WAL_REPAIRED_LATER: Final[dict[Version, Version]] = {(3, 44): (3, 44, 6), (3, 50): (3, 50, 7)}
"""Older lines that were repaired too, each from which version on."""

PRAGMAS: Final = ("foreign_keys = ON", "recursive_triggers = ON", "secure_delete = ON")
"""Set on every connection beside the journal; with recursive triggers `INSERT OR REPLACE` counts as a deletion."""


def database(folder: Path, url: str) -> dict[str, Any]:
    """Django's settings of the database of a data folder; raises `BadInput` for an address of no database."""
    if url:
        return _server(url)
    options = {
        "init_command": "; ".join(f"PRAGMA {pragma}" for pragma in (*journal(sqlite3.sqlite_version_info), *PRAGMAS)),
        "transaction_mode": "IMMEDIATE",
        "timeout": WAIT,
    }
    place = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(folder / FILE)}
    return place | {"OPTIONS": options, "CONN_MAX_AGE": KEPT}


def journal(version: Version) -> tuple[str, str]:
    """How SQLite of this version keeps its journal: WAL where it is safe, each with the sync that loses nothing."""
    if wal_is_safe(version):
        return "journal_mode = WAL", "synchronous = FULL"
    return "journal_mode = DELETE", "synchronous = EXTRA"


def is_busy(error: Exception) -> bool:
    """Whether a database refused because somebody else wrote all the time that it waits (`WAIT`), or holds the row."""
    cause = error.__cause__
    if isinstance(cause, sqlite3.Error):
        return cause.sqlite_errorcode & _PRIMARY in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    return getattr(cause, "sqlstate", "") in HELD


def wal_is_safe(version: Version) -> bool:
    """Whether SQLite of this version can have a reader, a writer and a checkpoint at once in WAL mode.

    >>> wal_is_safe((3, 40, 1)), wal_is_safe((3, 50, 7)), wal_is_safe((3, 51, 2)), wal_is_safe((3, 51, 3))
    (False, True, False, True)
    """
    if version < WAL_RESET_BUG:
        return False  # there is none
    return version >= WAL_REPAIRED_LATER.get(version[:2], WAL_REPAIRED)


def _server(url: str) -> dict[str, Any]:
    expected = "an address such as postgresql://user@host:5432/name"
    try:
        found: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=KEPT, conn_health_checks=True))
    except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError, ValueError):
        raise BadInput(url.partition(":")[0], expected, "DATABASE_URL") from None  # the rest may hold a password
    if not str(found["ENGINE"]).endswith("postgresql"):
        raise BadInput(url.partition(":")[0], expected, "DATABASE_URL")
    found.setdefault("OPTIONS", {}).setdefault("options", PLAIN)
    return found


def is_registry(folder: Path) -> bool:
    """Whether a folder was made to be a registry's."""
    return bool(keyfiles.read(folder / KEY))
