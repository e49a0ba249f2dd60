"""The tables as files: CSV for people, JSON lines and Parquet for programs, and points on a map."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import msgspec
import polars as pl

from kuzet.basis.release import Release
from kuzet.basis.word import to_json
from kuzet.observatory.tally.files import for_spreadsheets
from kuzet.web.public import record


def csv(frame: pl.DataFrame) -> bytes:
    """The table as CSV with a byte-order mark, safe to open in a spreadsheet."""
    file = io.BytesIO()
    for_spreadsheets(frame).write_csv(file, include_bom=True)
    return file.getvalue()


def parquet(frame: pl.DataFrame) -> bytes:
    """The table as Parquet; lists stay lists."""
    file = io.BytesIO()
    frame.write_parquet(file, compression="zstd", statistics=True)
    return file.getvalue()


def lines(release: Release) -> bytes:
    """The incidents complete, one JSON object a line."""
    return b"".join(f"{to_json(record.public(one))}\n".encode() for one in release.incidents)


def points(incidents: pl.DataFrame) -> bytes:
    """The incidents as GeoJSON: a point where a point or a town is known, else a feature without a place on the map."""
    names = [name for name in incidents.columns if name not in ("latitude", "longitude")]
    told = b",\n".join(msgspec.json.encode(_feature(row, names)) for row in incidents.iter_rows(named=True))
    return b'{"type":"FeatureCollection","features":[\n' + told + b"\n]}\n"


def _feature(row: Mapping[str, Any], names: list[str]) -> dict[str, Any]:
    exact = row["place_precision"] in ("point", "town") and row["latitude"] is not None
    point = {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]} if exact else None
    return {"type": "Feature", "id": row["id"], "geometry": point, "properties": {name: row[name] for name in names}}
