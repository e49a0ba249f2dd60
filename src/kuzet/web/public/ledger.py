"""What a build leaves for the next one: which work gave which files, from what, and the sums of all files.

The ledger stands beside the site and not in it (`.SITE.works`): it only saves time, and nobody needs it but the next
build. It is a database, since of a large site it would fill the memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, NamedTuple, Self

from kuzet.web.public import manifest

_TABLES: Final = (
    "CREATE TABLE works (name TEXT PRIMARY KEY, inputs TEXT, files TEXT) WITHOUT ROWID",
    "CREATE TABLE files (path TEXT, digest TEXT, size INTEGER)",
    "CREATE TABLE site (sums TEXT)",
)


class Written(NamedTuple):
    """One file: its SHA-256, its size in bytes, and when it was written, in nanoseconds as the disk tells it."""

    path: str
    digest: str
    size: int
    moment: int


class Kept(NamedTuple):
    """What a work gave: the digest of what it was made from, and its files."""

    inputs: str
    files: tuple[Written, ...]


def place(target: Path) -> Path:
    """Where the ledger of a site stands."""
    return target.parent / f".{target.name}.works"


class Last:
    """The ledger of the last build; `Last(None)` holds nothing."""

    def __init__(self, file: sqlite3.Connection | None) -> None:
        self._file = file

    @classmethod
    @contextmanager
    def of(cls, target: Path) -> Iterator[Self]:
        """That of the site which stands at `target`, an empty one where there is none of this very site."""
        path = place(target)
        if not path.is_file() or not manifest.is_site(target):
            yield cls(None)
            return
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as file:
            yield cls(file if _is_of(file, target) else None)

    def files(self, name: str, inputs: str) -> tuple[Written, ...]:
        """What the work of that name gave; none where it was made from something else."""
        if self._file is None:
            return ()
        wanted = "SELECT files FROM works WHERE name = ? AND inputs = ?"
        found = self._file.execute(wanted, (name, inputs)).fetchone()
        return tuple(map(_read, found[0].splitlines())) if found else ()


class Ledger:
    """The ledger of a build, written while it goes on."""

    def __init__(self, file: sqlite3.Connection) -> None:
        self._file = file

    @classmethod
    @contextmanager
    def new(cls, path: Path) -> Iterator[Self]:
        """A new one at `path`."""
        with closing(sqlite3.connect(path, isolation_level=None)) as file:
            for statement in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "BEGIN", *_TABLES):
                file.execute(statement)
            yield cls(file)
            file.execute("COMMIT")

    def add(self, files: Iterable[Written]) -> None:
        """Files of the site."""
        self._file.executemany("INSERT INTO files VALUES (?, ?, ?)", (one[:3] for one in files))

    def work(self, name: str, kept: Kept) -> None:
        """What a work gave."""
        self._file.execute("INSERT INTO works VALUES (?, ?, ?)", (name, kept.inputs, "\n".join(map(_line, kept.files))))
        self.add(kept.files)

    def sums(self) -> Iterator[tuple[str, str]]:
        """Path and SHA-256 of each file, in the order of the paths."""
        return iter(self._file.execute("SELECT path, digest FROM files ORDER BY path"))

    def totals(self) -> tuple[int, int]:
        """The number of files and their bytes."""
        number, size = self._file.execute("SELECT count(*), coalesce(sum(size), 0) FROM files").fetchone()
        return number, size

    def seal(self, sums: str) -> None:
        """Name the site that the ledger is of, by the digest of its `SHA256SUMS`."""
        self._file.execute("INSERT INTO site VALUES (?)", (sums,))


def _is_of(file: sqlite3.Connection, target: Path) -> bool:
    try:
        ((sums,),) = file.execute("SELECT sums FROM site")
        return bool(sums == manifest.digest_of(target / manifest.SUMS))
    except sqlite3.DatabaseError:
        return False


def _line(one: Written) -> str:
    return f"{one.digest} {one.size} {one.moment} {one.path}"


def _read(line: str) -> Written:
    digest, size, moment, path = line.split(" ", 3)
    return Written(path, digest, int(size), int(moment))
