"""The tables as files: CSV for people, JSON lines and Parquet for programs, and points on a map."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
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


def parquet(frames: Iterable[pl.DataFrame]) -> bytes:
    """The table as Parquet; lists stay lists."""
    file = io.BytesIO()
    pl.concat(frames).write_parquet(file, compression="zstd", statistics=True)
    return file.getvalue()


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
