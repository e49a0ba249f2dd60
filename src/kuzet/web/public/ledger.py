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
    "CREATE TABLE works (name TEXT PRIMARY KEY, inputs TEXT) WITHOUT ROWID",
    """CREATE TABLE files (
        work TEXT, path TEXT, digest TEXT, size INTEGER, moment INTEGER, PRIMARY KEY (work, path)
    ) WITHOUT ROWID""",
    "CREATE TABLE site (sums TEXT)",
)

_TAKING: Final = (
    "INSERT INTO works SELECT * FROM last.works WHERE name = ?",
    "INSERT INTO files SELECT * FROM last.files WHERE work = ?",
)


class Written(NamedTuple):
    """One file: its SHA-256, its size in bytes, and when it was written, in nanoseconds as the disk tells it."""

    path: str
    digest: str
    size: int
    moment: int


def place(target: Path) -> Path:
    """Where the ledger of a site stands."""
    return target.parent / f".{target.name}.works"


def last(target: Path) -> Path | None:
    """The ledger of the site that stands at `target`, None where there is none of this very site."""
    path = place(target)
    if not path.is_file() or not manifest.is_site(target):
        return None
    with closing(_reading(path)) as file:
        return path if _is_of(file, target) else None


class Last:
    """The ledger of the last build; without one it holds nothing."""

    def __init__(self, file: sqlite3.Connection | None) -> None:
        self._file = file

    @classmethod
    @contextmanager
    def at(cls, path: Path | None) -> Iterator[Self]:
        """The ledger that stands there."""
        if path is None:
            yield cls(None)
            return
        with closing(_reading(path)) as file:
            yield cls(file)

    def holds(self, name: str, inputs: str) -> bool:
        """Whether the work of that name was made from the same."""
        if self._file is None:
            return False
        wanted = "SELECT 1 FROM works WHERE name = ? AND inputs = ?"
        return self._file.execute(wanted, (name, inputs)).fetchone() is not None

    def files(self, name: str) -> list[Written]:
        """What the work of that name gave."""
        if self._file is None:
            return []
        wanted = "SELECT path, digest, size, moment FROM files WHERE work = ?"
        return [Written(*one) for one in self._file.execute(wanted, (name,))]


class Ledger:
    """The ledger of a build, written while it goes on."""

    def __init__(self, file: sqlite3.Connection) -> None:
        self._file = file

    @classmethod
    @contextmanager
    def new(cls, path: Path, before: Path | None = None) -> Iterator[Self]:
        """A new one at `path`, which may take over from the one `before`."""
        with closing(sqlite3.connect(path, isolation_level=None, uri=True)) as file:
            for statement in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", *_TABLES):
                file.execute(statement)
            if before:
                file.execute("ATTACH ? AS last", (_address(before),))
            file.execute("BEGIN")
            yield cls(file)
            file.execute("COMMIT")

    def add(self, files: Iterable[Written], work: str = "") -> None:
        """Files of the site, and the work that gave them."""
        self._file.executemany("INSERT INTO files VALUES (?, ?, ?, ?, ?)", ((work, *one) for one in files))

    def work(self, name: str, inputs: str, files: Iterable[Written]) -> None:
        """What a work gave that was made from `inputs`."""
        self._file.execute("INSERT INTO works VALUES (?, ?)", (name, inputs))
        self.add(files, name)

    def take(self, name: str) -> int:
        """What the last build noted of a work holds for this one too; gives the number of its files."""
        return [self._file.execute(statement, (name,)).rowcount for statement in _TAKING][-1]

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


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(_address(path), uri=True)


def _address(path: Path) -> str:
    """The ledger that nobody changes while it is read."""
    return f"{path.absolute().as_uri()}?mode=ro&immutable=1"


def _is_of(file: sqlite3.Connection, target: Path) -> bool:
    try:
        ((sums,),) = file.execute("SELECT sums FROM site")
        return bool(sums == manifest.digest_of(target / manifest.SUMS))
    except sqlite3.DatabaseError:
        return False
