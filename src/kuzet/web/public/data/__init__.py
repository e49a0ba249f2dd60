"""The open data of one edition in every form, each made from the same tables; no form holds more than another."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime, time
from typing import Final

from kuzet.basis.names import LANGUAGES
from kuzet.web.public.data import cite, database, package, plain, told
from kuzet.web.public.data.tables import tables
from kuzet.web.public.edition import Edition, Entry

FOLDER: Final = "data"
"""Where in the bundle the files lie."""

_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)  # the earliest that zip holds: the same edition gives the same bytes


def part(edition: Edition) -> Iterator[Entry]:
    """Every file of the open data, and all of them in one zip, in order of their path."""
    made = files(edition)
    made[f"{cite.name(edition)}.zip"] = _zipped(made, cite.name(edition))
    for name in sorted(made):
        yield f"{FOLDER}/{name}", made[name]


def files(edition: Edition) -> dict[str, bytes]:
    """Name and bytes of each file."""
    frames = tables(edition)
    incidents, manifest = frames["incidents"], edition.release.manifest
    csvs = {name: plain.csv(frame) for name, frame in frames.items()}
    moment = datetime.combine(manifest.frozen, time())
    return {
        **{f"{name}.csv": data for name, data in csvs.items()},
        "datapackage.json": package.package(edition, csvs),
        "incidents.jsonl": plain.lines(edition.release),
        "incidents.parquet": plain.parquet(incidents),
        "incidents.geojson": plain.points(incidents),
        "incidents.xlsx": plain.workbook(frames, manifest.title.best("en"), moment),
        f"{database.NAME}.sqlite": database.sqlite(frames),
        "metadata.json": database.metadata(edition),
        "dictionary.csv": told.table(edition),
        **{f"dictionary.{each}.html": told.html(edition, each) for each in LANGUAGES},
        **{f"dictionary.{each}.md": told.markdown(edition, each) for each in LANGUAGES},
        "LICENSE.txt": cite.licence(),
        "CITATION.cff": cite.cff(edition),
        "citation.bib": cite.bibtex(edition),
        "datacite.json": cite.datacite(edition),
    }


def _zipped(made: Mapping[str, bytes], folder: str) -> bytes:
    """All files in one folder, with their sums in the form that `sha256sum -c` reads."""
    sums = "".join(f"{hashlib.sha256(made[name]).hexdigest()}  {name}\n" for name in sorted(made))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted({**made, "SHA256SUMS": sums.encode()}.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", _ZIP_DATE)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, data)
    return file.getvalue()
