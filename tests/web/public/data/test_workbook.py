"""The workbook is the one that its library would write cell by cell."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from itertools import accumulate

import openpyxl
import polars as pl
import pytest
import xlsxwriter

from kuzet.web.public.data import workbook
from kuzet.web.public.data.workbook import Sheet

TEXTS = ["қазақ", " edge", "a\rb", "a\n", '<b> & "q"', "_x0041_", "\x01", "", "=1+1", "'s"]
FRAME = pl.DataFrame(
    {
        "id": TEXTS,
        "title_en": TEXTS[::-1],
        "people": [*range(9), None],
        "latitude": [51.125, None, -1.5, *[0.1] * 7],
        "methods": [["a", "b"], [], ["<"], *[["c"]] * 7],
    }
)
MOMENT = datetime(2025, 3, 1)  # noqa: DTZ001


def by_cells() -> bytes:
    """The same sheet as the library writes it cell by cell."""
    file = io.BytesIO()
    settings = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, settings) as book:
        sheet, bold = book.add_worksheet("incidents"), book.add_format({"bold": True})
        sheet.freeze_panes(1, 1)
        for at, name in enumerate(FRAME.columns):
            sheet.set_column(at, at, 40 if name == "title_en" else 16)
        sheet.write_row(0, 0, FRAME.columns, bold)
        for number, row in enumerate(FRAME.with_columns(pl.col("methods").list.join("; ")).iter_rows(), 1):
            for at, value in enumerate(row):
                if isinstance(value, str) and value:
                    sheet.write_string(number, at, value)
                elif value not in (None, ""):
                    sheet.write_number(number, at, value)
    return sheet_of(file.getvalue())


def sheet_of(book: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return archive.read("xl/worksheets/sheet1.xml").decode()


def written(*pieces: pl.DataFrame) -> io.BytesIO:
    file, rows = io.BytesIO(), [0, *accumulate(frame.height for frame in pieces)]
    packed = [workbook.packed_rows(frame, behind) for frame, behind in zip(pieces, rows, strict=False)]
    workbook.write(file, {"incidents": Sheet(FRAME.columns, rows[-1], packed)}, "t", MOMENT)
    return file


@pytest.mark.parametrize("pieces", [[FRAME], [FRAME[:3], FRAME[3:3], FRAME[3:]]], ids=["whole", "in pieces"])
def test_a_sheet_is_the_one_that_the_library_writes_cell_by_cell(pieces):
    assert sheet_of(written(*pieces).getvalue()) == by_cells()


def test_a_workbook_reads_back_as_it_was_given():
    sheet = openpyxl.load_workbook(written(FRAME))["incidents"]
    assert [row[3] for row in sheet.iter_rows(min_row=2, max_row=4, values_only=True)] == [51.125, None, -1.5]
    assert sheet["A2"].value == "қазақ"
    assert (sheet["A10"].value, sheet["A10"].data_type) == ("=1+1", "s")
    assert sheet.dimensions == "A1:E11"


def test_the_same_tables_give_the_same_bytes():
    assert written(FRAME).getvalue() == written(FRAME).getvalue()
