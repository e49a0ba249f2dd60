"""Files from outside: of every form, and hostile ones."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook
from xlsxwriter import Workbook as Writer

from kuzet.adapters.sheets import opened
from kuzet.adapters.sheets.opening import read
from kuzet.basis.errors import BadInput
from kuzet.observatory.write import packages

ROWS = (("Дата", "Название"), ("2024-05-13", "Қоқан-лоқы"))


def xlsx(fill):
    data, book = io.BytesIO(), Workbook()
    fill(book.active)
    book.save(data)
    return data.getvalue()


def changed(raw, **parts):
    """A workbook with other parts: the name with `__` for a stroke, and from the old bytes to the new ones."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            make = parts.get(name.replace("/", "__").replace(".", "_"))
            new.writestr(name, make(old.read(name)) if make else old.read(name))
    return data.getvalue()


def only(raw, name="register.xlsx"):
    (table,) = read(raw, name).tables
    return table


def two(sheet):
    for row in ROWS:
        sheet.append(row)


def test_a_workbook_is_read_in_a_child_process():
    (table,) = opened(xlsx(two), "register.xlsx").tables
    assert (table.name, table.rows) == ("Sheet", ROWS)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "kz1048"])
@pytest.mark.parametrize("sign", [";", "\t", ","], ids=["semicolon", "tab", "comma"])
def test_a_csv_is_read_in_any_charset_and_with_any_sign(charset, sign):
    text = "".join(f"{sign.join(row)}\r\n" for row in ROWS * 3)
    assert only(text.encode(charset), "реестр.csv").rows == ROWS * 3


def test_a_csv_in_windows_1251_is_read():
    raw = "Дата;Название\r\n13.05.2024;Удар, толчок\r\n".encode("windows-1251")
    assert only(raw, "a.csv").rows == (("Дата", "Название"), ("13.05.2024", "Удар, толчок"))


def test_a_quoted_cell_keeps_its_line_breaks_and_signs():
    assert only(b'a;b\n"one;\ntwo";3\n', "a.csv").rows == (("a", "b"), ("one;\ntwo", "3"))


def test_days_numbers_and_truth_are_read_as_a_person_reads_them():
    table = only(xlsx(lambda sheet: sheet.append((date(2024, 5, 13), 36.0, 1.5, True, "007"))))
    assert table.rows == (("2024-05-13", "36", "1.5", "TRUE", "007"),)


def test_the_first_day_of_the_calendar_of_1904_is_told():
    data = io.BytesIO()
    with Writer(data, {"date_1904": True}) as book:
        sheet = book.add_worksheet("s")
        sheet.write_datetime(0, 0, date(2024, 5, 13), book.add_format({"num_format": "dd.mm.yyyy"}))
        sheet.write_number(0, 1, 43963)
    table = only(data.getvalue())
    assert (table.rows, table.early) == ((("2024-05-13", "43963"),), True)


def test_of_a_formula_the_saved_value_is_taken_and_a_missing_one_is_told():
    data = io.BytesIO()
    with Writer(data) as book:
        book.add_worksheet("s").write_formula(0, 0, "=1+1", None, 2)
    assert only(data.getvalue()).rows == (("2",),)
    table = only(xlsx(lambda sheet: sheet.append(("a", "=1+1", "b"))))
    assert table.rows == (("a", "", "b"),)
    assert [(note.cell, note.what) for note in table.notes] == [("B1", "formula")]


def test_a_merged_cell_stands_for_each_of_its_rows():
    def merged(sheet):
        for row in (("2024", "a"), (None, "b"), (None, "c")):
            sheet.append(row)
        sheet.merge_cells("A1:A3")

    table = only(xlsx(merged))
    assert table.rows == (("2024", "a"), ("2024", "b"), ("2024", "c"))
    assert [note.cell for note in table.notes] == ["A2", "A3"]


def test_a_range_merged_over_the_whole_sheet_costs_nothing():
    raw = changed(
        xlsx(two),
        xl__worksheets__sheet1_xml=lambda old: old.replace(
            b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        ),
    )
    assert only(raw).rows == ROWS


def test_what_a_sheet_says_of_its_size_is_not_believed():
    raw = changed(xlsx(two), xl__worksheets__sheet1_xml=lambda old: old.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"'))
    assert only(raw).rows == ROWS


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(packages, "UNPACKED", 2_000_000)
    bomb = changed(xlsx(two), xl__worksheets__sheet1_xml=lambda old: old + b" " * 2_000_000)
    assert len(bomb) < 20_000
    with pytest.raises(BadInput, match=r"is not at most 2000 parts of 2,000,000 bytes together"):
        read(bomb, "bomb.xlsx")


def test_a_bomb_that_lies_of_its_size_is_refused():
    raw = changed(xlsx(two), xl__worksheets__sheet1_xml=lambda old: old + b" " * 10_000_000)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    liar = raw.replace(size.to_bytes(4, "little"), (500).to_bytes(4, "little"))
    with pytest.raises(BadInput, match="an XLSX or CSV file that can be read"):
        opened(liar, "liar.xlsx")


def test_declared_entities_are_refused():
    raw = changed(
        xlsx(two),
        xl__worksheets__sheet1_xml=lambda old: (
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>' + old.partition(b"?>")[2]
        ),
    )
    with pytest.raises(BadInput, match=r"'xl/worksheets/sheet1.xml' is not a part without declarations of its own"):
        read(raw, "a.xlsx")


def test_a_link_to_another_workbook_is_not_followed():
    table = only(xlsx(lambda sheet: sheet.append(("a", "='[http://evil.example/x.xlsx]S'!A1"))))
    assert table.rows == (("a",),)


def test_too_many_columns_are_refused():
    with pytest.raises(BadInput, match=r"row 1: '201 columns' is not at most 200"):
        read(b"a;" * 200 + b"b\n", "a.csv")


def test_a_cell_of_a_million_characters_is_refused():
    with pytest.raises(BadInput, match="a CSV file"):
        read(b"a;b\n" + b"x" * 1_000_001 + b";y\n", "a.csv")


@pytest.mark.parametrize(
    "raw",
    [b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 old", b"", b"\x00\x01\x02\x03" * 50],
    ids=["broken", "old", "empty", "binary"],
)
def test_what_is_no_register_is_refused_in_one_line(raw):
    with pytest.raises(BadInput) as caught:
        opened(raw, "a.xlsx")
    assert "\n" not in str(caught.value)
    assert "'a.xlsx' is not" in str(caught.value)


def test_a_workbook_of_a_picture_is_no_register():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(BadInput, match="an XLSX or CSV file that can be read"):
        opened(data.getvalue(), "a.xlsx")
