"""The tables as files: CSV for people, JSON lines and Parquet for programs, a workbook, and points on a map."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import polars as pl
import xlsxwriter

from kuzet.basis.release import Release
from kuzet.basis.word import to_json
from kuzet.observatory.tally.files import for_spreadsheets
from kuzet.web.public.data import shown

MOST_ROWS: Final = 1_048_575
"""Rows that a sheet of a workbook holds under its head."""

_LONGEST: Final = 32_767
_WIDE: Final = frozenset({"title", "summary", "definition", "note", "passage", "text", "told"})


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
    return b"".join(f"{to_json(shown.incident(one))}\n".encode() for one in release.incidents)


def workbook(frames: Mapping[str, pl.DataFrame], title: str, moment: datetime) -> bytes:
    """One sheet a table, for Excel and LibreOffice; texts stay texts, and a table too long for a sheet is left out."""
    file = io.BytesIO()
    settings = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, settings) as book:
        book.set_properties({"title": title, "created": moment})
        head = book.add_format({"bold": True})
        for name, frame in frames.items():
            if frame.height <= MOST_ROWS:
                _sheet(book.add_worksheet(name), frame, head)
    return file.getvalue()


def _sheet(sheet: Any, frame: pl.DataFrame, head: Any) -> None:  # noqa: ANN401  (xlsxwriter has no types)
    sheet.freeze_panes(1, 1)
    for at, name in enumerate(frame.columns):
        sheet.set_column(at, at, 40 if name.rpartition("_")[0] in _WIDE else 16)
    sheet.write_row(0, 0, frame.columns, head)
    lists = [name for name, kind in frame.schema.items() if isinstance(kind, pl.List)]
    for number, row in enumerate(frame.with_columns(pl.col(lists).list.join("; ")).iter_rows(), 1):
        for at, value in enumerate(row):
            if isinstance(value, str) and value:
                sheet.write_string(number, at, value[:_LONGEST])
            elif value is not None and value != "":
                sheet.write_number(number, at, value)


def points(incidents: pl.DataFrame) -> bytes:
    """The incidents as GeoJSON: a point where a point or a town is known, else a feature without a place on the map."""
    names = [name for name in incidents.columns if name not in ("latitude", "longitude")]
    features = (_feature(row, names) for row in incidents.iter_rows(named=True))
    told = ",\n".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in features)
    return f'{{"type":"FeatureCollection","features":[\n{told}\n]}}\n'.encode()


def _feature(row: Mapping[str, Any], names: list[str]) -> dict[str, Any]:
    exact = row["place_precision"] in ("point", "town") and row["latitude"] is not None
    point = {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]} if exact else None
    return {"type": "Feature", "id": row["id"], "geometry": point, "properties": {name: row[name] for name in names}}
