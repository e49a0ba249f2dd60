"""The tables as one workbook: XlsxWriter makes the book and its heads, and the rows are put into it as columns of XML.

A cell at a time, a hundred thousand rows of eighty cells take minutes; by columns they take seconds. The file is the
one that XlsxWriter would write.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import IO, Any, Final, NamedTuple

import polars as pl
import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from kuzet.web.public.data.packing import Piece, pack, put

MOST_ROWS: Final = 1_048_575
"""Rows that a sheet of a workbook holds under its head."""

_LONGEST: Final = 32_767
_WIDE: Final = frozenset({"title", "summary", "definition", "note", "passage", "text", "told"})
_SETTINGS: Final = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}

_HIDDEN: Final = r"[\x00-\x08\x0B-\x1F]|_x[0-9A-Fa-f]{4}_"
"""Letters that XML cannot hold, and what a workbook writes in place of them."""

_END: Final = "</sheetData>"


class Sheet(NamedTuple):
    """One table: its columns, the number of its rows, and these as `packed_rows` gives them."""

    columns: Sequence[str]
    rows: int
    pieces: Iterable[Piece]


def write(file: IO[bytes], sheets: Mapping[str, Sheet], title: str, moment: datetime) -> None:
    """One sheet a table, for Excel and LibreOffice; texts stay texts, and a table too long for a sheet is left out."""
    held = {name: sheet for name, sheet in sheets.items() if sheet.rows <= MOST_ROWS}
    parts = {f"xl/worksheets/sheet{number}.xml": sheet for number, sheet in enumerate(held.values(), 1)}
    with zipfile.ZipFile(_heads(held, title, moment)) as plain, zipfile.ZipFile(file, "w") as book:
        for entry in plain.infolist():
            data, sheet = plain.read(entry), parts.get(entry.filename)
            deque(put(book, entry.filename, _filled(data.decode(), sheet) if sheet else [pack(data)]), maxlen=0)


def _heads(sheets: Mapping[str, Sheet], title: str, moment: datetime) -> io.BytesIO:
    """The workbook without rows."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, _SETTINGS) as book:
        book.set_properties({"title": title, "created": moment})
        head = book.add_format({"bold": True})
        for name, sheet in sheets.items():
            _head(book.add_worksheet(name), sheet.columns, head)
    return file


def _head(sheet: Any, columns: Sequence[str], head: Any) -> None:  # noqa: ANN401  (xlsxwriter has no types)
    sheet.freeze_panes(1, 1)
    for at, name in enumerate(columns):
        sheet.set_column(at, at, 40 if name.rpartition("_")[0] in _WIDE else 16)
    sheet.write_row(0, 0, columns, head)


def _filled(xml: str, sheet: Sheet) -> Iterator[Piece]:
    """The XML of a sheet with the rows of a table behind its head."""
    before, end, behind = xml.partition(_END)
    last = xl_col_to_name(len(sheet.columns) - 1)
    yield pack(before.replace(f':{last}1"/>', f':{last}{sheet.rows + 1}"/>', 1).encode())
    yield from sheet.pieces
    yield pack(f"{end}{behind}".encode())


def packed_rows(frame: pl.DataFrame, behind: int) -> Piece:
    """The rows of a table, or of a part of it, behind so many others."""
    lists = [name for name, kind in frame.schema.items() if isinstance(kind, pl.List)]
    plain = frame.with_columns(pl.col(lists).list.join("; ")).with_row_index("row", offset=behind + 2)
    return pack("".join(_rows(plain)).encode())


def _rows(frame: pl.DataFrame) -> Iterator[str]:
    number = frame.get_column("row").cast(pl.String)
    cells = [_cells(column, xl_col_to_name(at), number) for at, column in enumerate(frame.get_columns()[1:])]
    made = pl.DataFrame(cells).select(pl.concat_str(pl.all()))
    return (f'<row r="{row}">{text}</row>' for row, text in zip(number, made.to_series(), strict=True))


def _cells(column: pl.Series, letters: str, number: pl.Series) -> pl.Series:
    """The cells of one column, '' where there is nothing."""
    if column.dtype == pl.String:
        plain, before, behind = _escaped(column), pl.lit('" t="inlineStr"><is><t>'), "</t></is></c>"
        edged = pl.lit('" t="inlineStr"><is><t xml:space="preserve">')
        opened = pl.when(plain.str.contains(r"^\s|\s$")).then(edged).otherwise(before)
    else:
        plain, opened, behind = column.cast(pl.String).fill_null(""), pl.lit('"><v>'), "</v></c>"
    cell = pl.concat_str(pl.lit(f'<c r="{letters}'), number, opened, plain, pl.lit(behind))
    return pl.select(pl.when(plain == "").then(pl.lit("")).otherwise(cell).alias(letters)).to_series()


def _escaped(column: pl.Series) -> pl.Series:
    """Texts as XML holds them."""
    found = column.fill_null("").str.slice(0, _LONGEST)
    if found.str.contains(_HIDDEN).any():
        found = found.map_elements(lambda text: re.sub(_HIDDEN, _coded, text), return_dtype=pl.String)
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        found = found.str.replace_all(sign, name, literal=True)
    return found


def _coded(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_" if len(found[0]) == 1 else f"_x005F{found[0]}"
