"""An XLSX workbook as tables: texts as they stand, days as `2024-05-13`, of formulas the value that was saved.

Nothing in it is computed, no link is followed. A zip bomb is refused by the sizes that it declares, past which its
reader does not go; declarations of XML entities are refused too.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.utils.exceptions import InvalidFileException

from kuzet.adapters.sheets.bounds import Bounds
from kuzet.basis.errors import BadInput
from kuzet.observatory.review.sheets import Note, Table, address
from kuzet.observatory.write import packages
from kuzet.observatory.write.packages import COLUMNS
from kuzet.observatory.write.spreadsheet import sheet_files

SHEETS: Final = 50
MERGED: Final = 20_000
"""Merged ranges that are filled."""

_MERGE: Final = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


def read(raw: bytes) -> Iterator[Table]:
    """The sheets that are not empty; raises `BadInput`."""
    with _archive(raw) as archive:
        packages.check(archive)
        paths = list(sheet_files(archive))
        merged = [_merged(archive, path) for path in paths]
        formulas = [b"<f" in archive.read(path) for path in paths]
    values = _book(raw, computed=True)
    written = _book(raw, computed=False) if any(formulas) else None
    early = values.epoch == CALENDAR_MAC_1904
    for at, sheet in enumerate(values.worksheets[:SHEETS]):
        rows = _filled(list(_rows(sheet)))
        if not rows:
            continue
        notes = list(_uncomputed(rows, written.worksheets[at])) if written and formulas[at] else []
        notes += _fill(rows, merged[at])
        yield Table(name=sheet.title[:31], rows=tuple(map(tuple, rows)), notes=tuple(notes), early=early)


def _archive(raw: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(raw))
    except zipfile.BadZipFile as error:
        raise BadInput(raw[:4], f"an XLSX workbook ({error})") from None


def _book(raw: bytes, *, computed: bool) -> Any:  # noqa: ANN401  (openpyxl has no types)
    try:
        with warnings.catch_warnings(action="ignore"):  # of styles and extensions that it does not read
            return load_workbook(io.BytesIO(raw), read_only=True, data_only=computed, keep_links=False)
    except (InvalidFileException, KeyError, ValueError, TypeError, AttributeError, SyntaxError) as error:
        raise BadInput("workbook", f"an XLSX workbook ({error})") from None


def _rows(sheet: Any) -> Iterator[list[str]]:  # noqa: ANN401
    bounds = Bounds()
    sheet.reset_dimensions()  # what a sheet says of its size need not be true
    for row in sheet.iter_rows(values_only=True, max_col=COLUMNS + 1):
        told = [_text(value) for value in row]
        while told and not told[-1]:
            told.pop()
        bounds.add(told)
        yield told


def _text(value: object) -> str:
    """A value as a person reads it in the cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time | timedelta):
        return str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _filled(rows: list[list[str]]) -> list[list[str]]:
    """Without empty rows at the end."""
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _merged(archive: zipfile.ZipFile, path: str) -> list[tuple[int, int, int, int]]:
    """Each merged range: first row and column, last row and column; rows from 1, columns from 0."""
    found = _MERGE.findall(archive.read(path))[:MERGED]
    return [(int(top), _column(left), int(bottom), _column(right)) for left, top, right, bottom in found]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _fill(rows: list[list[str]], merged: Iterable[tuple[int, int, int, int]]) -> list[Note]:
    """Put the value of a merged range into each row of its first column: it stands for all of them."""
    notes = []
    for top, left, bottom, _ in merged:
        value = _at(rows, top, left)
        for number in range(top + 1, min(bottom, len(rows)) + 1) if value else ():
            row = rows[number - 1]
            if left < COLUMNS and not _at(rows, number, left):
                row += [""] * (left + 1 - len(row))
                row[left] = value
                notes.append(Note(cell=address(number, left), what="merged"))
    return notes


def _at(rows: Sequence[Sequence[str]], number: int, column: int) -> str:
    row = rows[number - 1] if number <= len(rows) else ()
    return row[column] if column < len(row) else ""


def _uncomputed(rows: Sequence[Sequence[str]], sheet: Any) -> Iterator[Note]:  # noqa: ANN401
    """Formulas of which no value was saved."""
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=COLUMNS, max_row=len(rows)), 1):
        for column, value in enumerate(row):
            if isinstance(value, str) and value.startswith("=") and not _at(rows, number, column):
                yield Note(cell=address(number, column), what="formula")
