"""The open data of one edition in every form, each made from the same tables; no form holds more than another."""

from __future__ import annotations

import tempfile
import zipfile
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import msgspec
import polars as pl

from kuzet.basis.names import LANGUAGES
from kuzet.basis.word import Word, from_json, to_json
from kuzet.web.public import blocks
from kuzet.web.public.blocks import LINES, Room
from kuzet.web.public.data import cite, database, dictionary, package, plain, told, workbook
from kuzet.web.public.data.tables import Book, Frames, fixed, frame, of_incidents, written
from kuzet.web.public.edition import Edition, Entry, Whole

FOLDER: Final = "data"
"""Where in the bundle the files lie."""

_PACKED: Final = (".xlsx", ".parquet")
_LEVEL: Final = 3
"""What is not packed once more, and how hard the rest is: level 6 takes twice the time and saves a tenth."""

_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)  # the earliest that zip holds: the same edition gives the same bytes
_PIECE: Final = 1 << 20


class Given(Word):
    """What the files are made from beside the incidents; `texts` are files that do not hang on them."""

    name: str
    title: str
    frozen: date
    book: Book
    package: dict[str, Any]
    tables: dict[str, bytes]
    texts: tuple[tuple[str, bytes], ...]


def part(edition: Edition) -> Iterator[Whole]:
    """Every file of the open data but the lines, and at last all of them in one zip."""
    manifest = edition.release.manifest
    given = Given(
        name=cite.name(edition),
        title=manifest.title.best("en"),
        frozen=manifest.frozen,
        book=Book(period=manifest.period, codebook=manifest.codebook),
        package=package.package(edition),
        tables={name: written(table) for name, table in fixed(edition).items()},
        texts=tuple(_texts(edition)),
    )
    yield Whole("data", make, to_json(given).encode())


def _texts(edition: Edition) -> Iterator[tuple[str, bytes]]:
    yield "metadata.json", database.metadata(edition)
    yield "dictionary.csv", told.table(edition)
    yield "dictionary.css", told.style()
    for language in LANGUAGES:
        yield f"dictionary.{language}.html", told.html(edition, language)
        yield f"dictionary.{language}.md", told.markdown(edition, language)
    yield from cite.written(edition)


def make(room: Room, data: bytes) -> Iterator[Entry]:
    """The files; a piece of one of them is in memory at a time."""
    given = from_json(data, Given)
    found = room.blocks(of_incidents, to_json(given.book).encode())
    small = {name: [frame(table)] for name, table in given.tables.items()}
    frames = {name: small.get(name) or _Pieces(name, found) for name in dictionary.tables()}
    with tempfile.TemporaryDirectory() as space, (Path(space) / "zip").open("w+b") as whole:
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            packed = _Packed(archive, given.name)
            for name, pieces in _files(given, frames, packed.files, Path(space)):
                yield f"{FOLDER}/{name}", packed.passed(name, pieces)
            deque(packed.passed(Path(LINES).name, _pieces(room.lines)), maxlen=0)
            sums = "".join(f"{packed.files[name].sha256}  {name}\n" for name in sorted(packed.files))
            deque(packed.passed("SHA256SUMS", [sums.encode()]), maxlen=0)
        yield f"{FOLDER}/{given.name}.zip", _pieces(Path(space) / "zip")


def _files(
    given: Given, frames: Frames, done: Mapping[str, package.File], space: Path
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Name and bytes of each file, in the order in which they are made; those before are `done`."""
    for name, pieces in frames.items():
        yield f"{name}.csv", plain.csv(dictionary.tables()[name], pieces)
    yield "datapackage.json", [package.encoded(given.package, done)]
    yield "incidents.parquet", [plain.parquet(frames["incidents"])]
    yield "incidents.geojson", plain.points(frames["incidents"])
    with (space / "xlsx").open("wb") as file:
        workbook.write(file, frames, given.title, datetime.combine(given.frozen, time()))
    yield "incidents.xlsx", _pieces(space / "xlsx")
    database.write(space / "sqlite", frames)
    yield f"{database.NAME}.sqlite", _pieces(space / "sqlite")
    yield from ((name, [text]) for name, text in given.texts)


@dataclass(frozen=True)
class _Pieces:
    """A table in pieces that are read one at a time, each from the block of its incidents."""

    name: str
    blocks: Sequence[Path]

    def __iter__(self) -> Iterator[pl.DataFrame]:
        return (frame(_READ.decode(blocks.read(path))[self.name]) for path in self.blocks)


_READ: Final = msgspec.msgpack.Decoder(dict[str, bytes])


@dataclass(frozen=True)
class _Packed:
    """The zip, into which files are put while they pass, and what became known of each."""

    archive: zipfile.ZipFile
    name: str
    files: dict[str, package.File] = field(default_factory=dict)

    def passed(self, path: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The pieces, each put into the zip too."""
        entry = zipfile.ZipInfo(f"{self.name}/{path}", _ZIP_DATE)
        entry.compress_type = zipfile.ZIP_STORED if path.endswith(_PACKED) else zipfile.ZIP_DEFLATED
        entry._compresslevel = _LEVEL  # type: ignore[attr-defined]  # noqa: SLF001  (3.13 gives it a public name)
        entry.create_system, entry.external_attr = 3, 0o644 << 16
        found, size = sha256(), 0
        with self.archive.open(entry, "w", force_zip64=True) as file:
            for piece in pieces:
                file.write(piece)
                found.update(piece)
                size += len(piece)
                yield piece
        self.files[path] = package.File(size, found.hexdigest())


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece
