"""The files of the open data, put together from blocks of incidents: what an unchanged block gives is not made again.

What is in memory is a piece of one file.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, Self

import polars as pl

from kuzet.basis.dates import EventDate
from kuzet.basis.incident import Incident
from kuzet.basis.word import Word, from_json, to_bytes
from kuzet.web.public import blocks
from kuzet.web.public.blocks import LINES, Made, Room
from kuzet.web.public.data import database, package, plain, workbook
from kuzet.web.public.data.dictionary import tables
from kuzet.web.public.data.packing import QUICK, Piece, decoded, encoded, pack, put, stored
from kuzet.web.public.data.tables import frame, of_incidents, written
from kuzet.web.public.data.workbook import Sheet, packed_rows
from kuzet.web.public.edition import Entry

FOLDER: Final = "data"
"""Where in the bundle the files lie."""

_PIECE: Final = 1 << 20


class Book(Word):
    """What the tables of incidents follow from beside the incidents."""

    period: EventDate
    codebook: str


class Given(Word):
    """What the files are made from beside the incidents; `texts` are files that do not hang on them."""

    name: str
    title: str
    frozen: date
    book: Book
    package: dict[str, Any]
    tables: dict[str, bytes]
    texts: tuple[tuple[str, bytes], ...]


def make(room: Room, data: bytes) -> Iterator[Entry]:
    """The files but the lines, which are there, and at last all of them in one zip."""
    given = from_json(data, Given)
    with tempfile.TemporaryDirectory() as space, (Path(space) / "zip").open("w+b") as whole:
        with zipfile.ZipFile(whole, "w") as archive:
            zipped = _Zipped(archive, given.name)
            made = _Tables.of(room, given)
            for name, pieces in _files(given, made, zipped.files, Path(space)):
                yield f"{FOLDER}/{name}", zipped.passed(name, pieces)
            deque(zipped.passed(Path(LINES).name, made.pieces("incidents", _LINES)), maxlen=0)
            sums = "".join(f"{zipped.files[name].sha256}  {name}\n" for name in sorted(zipped.files))
            deque(zipped.passed("SHA256SUMS", [pack(sums.encode())]), maxlen=0)
        yield f"{FOLDER}/{given.name}.zip", _read(Path(space) / "zip")


def _files(
    given: Given, made: _Tables, done: Mapping[str, package.File], space: Path
) -> Iterator[tuple[str, Iterable[Piece]]]:
    """Name and pieces of each file, in the order in which they are made; those before are `done`."""
    for name in tables():
        yield f"{name}.csv", made.csv(name)
    yield "datapackage.json", [pack(package.encoded(given.package, done))]
    (space / "pieces").mkdir()
    plain.parquet(space / "parquet", made.frames["incidents"], space / "pieces")
    yield "incidents.parquet", map(stored, _read(space / "parquet"))
    yield "incidents.geojson", made.points()
    with (space / "xlsx").open("w+b") as file:
        workbook.write(file, made.sheets(), given.title, datetime.combine(given.frozen, time()))
    yield "incidents.xlsx", map(stored, _read(space / "xlsx"))
    database.write(space / "sqlite", made.frames)
    yield f"{database.NAME}.sqlite", (pack(one, QUICK) for one in _read(space / "sqlite"))
    yield from ((name, [pack(text)]) for name, text in given.texts)


def of_block(given: bytes, incidents: Sequence[Incident]) -> Made:
    """What is made of a block: its tables, and what the files hold of it; `given` is a `Book`."""
    book = from_json(given, Book)
    frames = of_incidents(book.period, book.codebook, incidents)
    lines = b"".join(to_bytes(one) + b"\n" for one in incidents)
    points = plain.points(frames["incidents"])
    return {**_sections(frames), _LINES: encoded(pack(lines)), _POINTS: encoded(pack(points))}


def _sections(frames: Mapping[str, pl.DataFrame]) -> Made:
    """Tables, the number of their rows, and their CSV without its head."""
    return (
        {name: written(frame) for name, frame in frames.items()}
        | {f"{name}{_ROWS}": str(frame.height).encode() for name, frame in frames.items()}
        | {f"{name}{_CSV}": encoded(pack(plain.csv(frame))) for name, frame in frames.items()}
    )


_ROWS: Final = " rows"
_CSV: Final = " csv"
_LINES: Final = " lines"
_POINTS: Final = " points"


@dataclass(frozen=True)
class _Frames:
    """One table, a piece at a time."""

    name: str
    blocks: Sequence[Path]

    def __iter__(self) -> Iterator[pl.DataFrame]:
        return (frame(blocks.read(path, self.name)) for path in self.blocks)


@dataclass(frozen=True)
class _Tables:
    """All tables by the files of their blocks: those without a row an incident have one."""

    room: Room
    blocks: Mapping[str, Sequence[Path]]

    @classmethod
    def of(cls, room: Room, given: Given) -> Self:
        """Those of the incidents, and those that are given."""
        many = room.blocks(of_block, to_bytes(given.book))
        one = room.kept(to_bytes(given.tables), lambda: _sections(_frames(given.tables)))
        return cls(room, {name: [one] if name in given.tables else many for name in tables()})

    @property
    def frames(self) -> database.Frames:
        """The tables themselves."""
        return {name: _Frames(name, found) for name, found in self.blocks.items()}

    def pieces(self, table: str, section: str) -> Iterator[Piece]:
        """What every block of a table gives in a section."""
        return (decoded(blocks.read(path, section)) for path in self.blocks[table])

    def csv(self, table: str) -> Iterator[Piece]:
        """A table as CSV."""
        yield pack(plain.csv(self._head(table), head=True))
        yield from self.pieces(table, f"{table}{_CSV}")

    def points(self) -> Iterator[Piece]:
        """The incidents as GeoJSON."""
        before = plain.BEFORE
        for piece in self.pieces("incidents", _POINTS):
            yield from (pack(before), piece)
            before = plain.BETWEEN
        yield pack(plain.BEHIND)

    def sheets(self) -> Mapping[str, Sheet]:
        """The tables as sheets of a workbook."""
        return {name: self._sheet(name) for name in self.blocks}

    def _sheet(self, table: str) -> Sheet:
        files = self.blocks[table]
        rows = [int(blocks.read(path, f"{table}{_ROWS}")) for path in files]
        pieces = (self._rows(table, *one) for one in zip(files, accumulate(rows, initial=0), strict=False))
        return Sheet(self._head(table).columns, sum(rows), pieces)

    def _rows(self, table: str, block: Path, behind: int) -> Piece:
        """The rows of one block in a sheet, behind so many others."""
        inputs = f"sheet {table} {block.name} {behind}".encode()
        path = self.room.kept(inputs, lambda: {table: encoded(packed_rows(frame(blocks.read(block, table)), behind))})
        return decoded(blocks.read(path, table))

    def _head(self, table: str) -> pl.DataFrame:
        """The columns of a table without rows."""
        return frame(blocks.read(self.blocks[table][0], table)).clear()


def _frames(tables: Mapping[str, bytes]) -> dict[str, pl.DataFrame]:
    return {name: frame(table) for name, table in tables.items()}


@dataclass(frozen=True)
class _Zipped:
    """The zip, into which files are put while they pass, and what became known of each."""

    archive: zipfile.ZipFile
    name: str
    files: dict[str, package.File] = field(default_factory=dict)

    def passed(self, path: str, pieces: Iterable[Piece]) -> Iterator[bytes]:
        """The bytes of the pieces, each put into the zip too."""
        found, size = sha256(), 0
        for piece in put(self.archive, f"{self.name}/{path}", pieces):
            data = piece.plain()
            found.update(data)
            size += len(data)
            yield data
        self.files[path] = package.File(size, found.hexdigest())


def _read(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece
