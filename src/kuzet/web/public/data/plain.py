"""The tables as files: CSV for people, JSON lines and Parquet for programs, and points on a map."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import msgspec
import polars as pl

from kuzet.observatory.tally.files import for_spreadsheets
from kuzet.web.public.blocks import LINES
from kuzet.web.public.edition import Edition, Entry


def lines(edition: Edition) -> Iterator[Entry]:
    """The incidents complete, one JSON object a line: the file from which the others are made."""
    yield LINES, edition.incidents.lines()


def csv(frame: pl.DataFrame, *, head: bool = False) -> bytes:
    """Rows as CSV, safe to open in a spreadsheet; with `head` the column names before them, and a byte-order mark."""
    file = io.BytesIO()
    for_spreadsheets(frame).write_csv(file, include_bom=head, include_header=head)
    return file.getvalue()


def parquet(path: Path, frames: Iterable[pl.DataFrame], space: Path) -> None:
    """The table as Parquet; lists stay lists. Its pieces pass through an empty folder, and not all through memory."""
    for number, frame in enumerate(frames):
        frame.write_ipc(space / f"{number:06}")
    pieces = pl.scan_ipc(sorted(space.iterdir()))
    pieces.sink_parquet(path, compression="zstd", statistics=True, row_group_size=_ROWS, maintain_order=True)


_ROWS: Final = 10_000
"""Rows that stand together in a Parquet file: as many as are in memory when it is written."""


BEFORE: Final = b'{"type":"FeatureCollection","features":[\n'
BETWEEN: Final = b",\n"
BEHIND: Final = b"\n]}\n"
"""What stands around the features of a GeoJSON file."""


def points(incidents: pl.DataFrame) -> bytes:
    """The incidents as GeoJSON: a point where a point or a town is known, else a feature without a place on the map."""
    names = [name for name in incidents.columns if name not in ("latitude", "longitude")]
    return BETWEEN.join(msgspec.json.encode(_feature(row, names)) for row in incidents.iter_rows(named=True))


def _feature(row: Mapping[str, Any], names: list[str]) -> dict[str, Any]:
    exact = row["place_precision"] in ("point", "town") and row["latitude"] is not None
    point = {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]} if exact else None
    return {"type": "Feature", "id": row["id"], "geometry": point, "properties": {name: row[name] for name in names}}
