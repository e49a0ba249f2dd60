"""The open data of one edition in every form, each made from the same tables; no form holds more than another."""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import datetime, time
from typing import IO, Final

from kuzet.basis.names import LANGUAGES
from kuzet.web.public.data import cite, database, package, plain, told
from kuzet.web.public.data.tables import tables
from kuzet.web.public.data.workbook import workbook
from kuzet.web.public.edition import Edition, Entry

FOLDER: Final = "data"
"""Where in the bundle the files lie."""

_PACKED: Final = (".xlsx", ".parquet")
_LEVEL: Final = 3
"""What is not packed once more, and how hard the rest is: level 6 takes twice the time and saves a tenth."""

_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)  # the earliest that zip holds: the same edition gives the same bytes


def part(edition: Edition) -> Iterator[Entry]:
    """Every file of the open data, and at last all of them in one zip; only one of them is in memory at a time."""
    name = cite.name(edition)
    sums: dict[str, str] = {}
    with tempfile.TemporaryFile() as room:
        with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, data in files(edition):
                sums[path] = hashlib.sha256(data).hexdigest()
                _put(archive, f"{name}/{path}", data)
                yield f"{FOLDER}/{path}", data
            lines = "".join(f"{sums[path]}  {path}\n" for path in sorted(sums))
            _put(archive, f"{name}/SHA256SUMS", lines.encode())
        yield f"{FOLDER}/{name}.zip", _whole(room)


def files(edition: Edition) -> Iterator[Entry]:
    """Name and bytes of each file, in the order in which they are made."""
    frames = tables(edition)
    incidents, manifest = frames["incidents"], edition.release.manifest
    resources = {}
    for name, frame in frames.items():
        data = plain.csv(frame)
        resources[name] = package.File(len(data), hashlib.sha256(data).hexdigest())
        yield f"{name}.csv", data
    yield "datapackage.json", package.package(edition, resources)
    yield "incidents.jsonl", plain.lines(edition.release)
    yield "incidents.parquet", plain.parquet(incidents)
    yield "incidents.geojson", plain.points(incidents)
    yield "incidents.xlsx", workbook(frames, manifest.title.best("en"), datetime.combine(manifest.frozen, time()))
    yield f"{database.NAME}.sqlite", database.sqlite(frames)
    yield "metadata.json", database.metadata(edition)
    yield "dictionary.csv", told.table(edition)
    yield "dictionary.css", told.style()
    for language in LANGUAGES:
        yield f"dictionary.{language}.html", told.html(edition, language)
        yield f"dictionary.{language}.md", told.markdown(edition, language)
    yield from cite.written(edition)


def _put(archive: zipfile.ZipFile, path: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(path, _ZIP_DATE)
    entry.compress_type = zipfile.ZIP_STORED if path.endswith(_PACKED) else zipfile.ZIP_DEFLATED
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    archive.writestr(entry, data, compresslevel=_LEVEL)


def _whole(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()
