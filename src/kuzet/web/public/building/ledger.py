"""What a build leaves for the next one: which work gave which files, from what, and the sums of all files.

The ledger stands beside the site and not in it (`.SITE.works`): it only saves time, and nobody needs it but the next
build. It is a database, since of a large site it would fill the memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, NamedTuple, Self

from kuzet.basis.errors import BadInput
from kuzet.web.public.building import manifest

_TABLES: Final = (
    "CREATE TABLE works (name TEXT PRIMARY KEY, inputs TEXT) WITHOUT ROWID",
    """CREATE TABLE files (
        path TEXT PRIMARY KEY, work TEXT, digest TEXT, size INTEGER, moment INTEGER
    ) WITHOUT ROWID""",
    "CREATE TABLE site (sums TEXT)",
    "CREATE TEMP TABLE kept (name TEXT PRIMARY KEY) WITHOUT ROWID",
)

_TAKING: Final = (
    "INSERT INTO works (name, inputs) SELECT name, inputs FROM last.works WHERE name IN kept",
    """INSERT INTO files (path, work, digest, size, moment)
        SELECT path, work, digest, size, moment FROM last.files WHERE work IN kept ORDER BY path""",
)

_DROPPING: Final = ("DELETE FROM works WHERE name = ?", "DELETE FROM files WHERE work = ?")


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


class Ledger:
    """The ledger of a build, written while it goes on; of the works of the last build it takes over those kept."""

    def __init__(self, file: sqlite3.Connection, *, follows: bool) -> None:
        self._file = file
        self._follows = follows

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
            yield cls(file, follows=before is not None)
            file.execute("COMMIT")

    def keep(self, name: str, inputs: str) -> bool:
        """Whether the last build made the work of that name from the same; what it gave will be taken over then."""
        if not self._follows:
            return False
        wanted = "INSERT INTO kept SELECT name FROM last.works WHERE name = ? AND inputs = ?"
        return self._file.execute(wanted, (name, inputs)).rowcount > 0

    def take(self) -> None:
        """Note the files of the works that are kept, after which none is; raises `BadInput` for one given twice."""
        if not self._follows:
            return
        self._follows = False
        twice = "SELECT path FROM files JOIN last.files USING (path) WHERE last.files.work IN kept"
        for (path,) in self._file.execute(twice):
            raise _given_twice(path)
        for statement in _TAKING:
            self._file.execute(statement)

    def drop(self, names: Collection[str]) -> None:
        """Forget works that were to be kept, and their files."""
        for statement in _DROPPING:
            self._file.executemany(statement, [(name,) for name in names])

    def add(self, files: Iterable[Written], work: str = "") -> None:
        """Files of the site, and the work that gave them; raises `BadInput` for one that was given before."""
        for one in files:
            try:
                self._file.execute("INSERT INTO files VALUES (?, ?, ?, ?, ?)", (one.path, work, *one[1:]))
            except sqlite3.IntegrityError:
                raise _given_twice(one.path) from None

    def work(self, name: str, inputs: str, files: Iterable[Written]) -> None:
        """What a work gave that was made from `inputs`."""
        self._file.execute("INSERT INTO works VALUES (?, ?)", (name, inputs))
        self.add(files, name)

    def files(self) -> Iterator[tuple[str, Written]]:
        """Each file with the work that gave it, in the order of the paths."""
        found = self._file.execute("SELECT work, path, digest, size, moment FROM files ORDER BY path")
        return ((work, Written(*one)) for work, *one in found)

    def totals(self) -> tuple[int, int]:
        """The number of files and their bytes."""
        number, size = self._file.execute("SELECT count(*), coalesce(sum(size), 0) FROM files").fetchone()
        return number, size

    def seal(self, sums: str) -> None:
        """Name the site that the ledger is of, by the digest of its `SHA256SUMS`."""
        self._file.execute("INSERT INTO site VALUES (?)", (sums,))


def _given_twice(path: str) -> BadInput:
    return BadInput(path, "a path that only one part of the site gives", "site")


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
