"""Workbooks: what is written is read back, and what other programs write of it too."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from lxml import etree

from kuzet.basis.errors import BadInput
from kuzet.observatory.write import packages, spreadsheet
from kuzet.observatory.write.spreadsheet import Sheet

DAY = date(2025, 3, 1)
ROWS = (("Сан", "Value", "Empty"), ("a<b> & \"c\"\n'd' \x07", 3, ""), ("=1+1", 2.5, "last"))


def test_texts_and_numbers_come_back_as_they_were_without_signs_that_xml_forbids():
    raw = spreadsheet.write([Sheet(name="Сандар & co", widths=(9, 9, 9), rows=ROWS)], "T", DAY)
    ((head, first, second),) = spreadsheet.read(raw, "a.xlsx")
    assert head == ROWS[0]
    assert first == ("a<b> & \"c\"\n'd' ", "3")
    assert second == ("=1+1", "2.5", "last")


def test_a_text_that_looks_like_a_formula_stays_a_text():
    raw = spreadsheet.write([Sheet(name="x", widths=(9,), rows=(("h",), ("=1+1",)))], "T", DAY)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert 't="inlineStr"><is><t xml:space="preserve">=1+1</t>' in sheet


def test_the_same_sheets_are_the_same_bytes_and_every_part_is_xml():
    sheets = [Sheet(name="x", widths=(9, 9, 9), rows=ROWS)] * 2
    raw = spreadsheet.write(sheets, "T", DAY)
    assert raw == spreadsheet.write(sheets, "T", DAY)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        roots = [etree.fromstring(archive.read(name)) for name in archive.namelist()]
    assert len(roots) == 8


SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def workbook(rows, **more):
    """A workbook as another program writes it: with these rows, and further parts."""
    made = spreadsheet.write([Sheet(name="x", widths=(9,), rows=(("h",),))], "T", DAY)
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            sheet = f"<worksheet {SPACE}><sheetData>{rows}</sheetData></worksheet>"
            new.writestr(name, sheet if name.endswith("sheet1.xml") else old.read(name))
        for name, text in more.items():
            new.writestr(f"xl/{name}.xml", text)
    return result.getvalue()


def test_shared_texts_of_other_programs_are_read():
    shared = f"<sst {SPACE}><si><t>a</t></si><si><r><t>b</t></r><r><t>c</t></r></si></sst>"
    raw = workbook('<row><c r="AB7" t="s"><v>1</v></c></row>', sharedStrings=shared)
    (((*empty, last),),) = spreadsheet.read(raw, "a.xlsx")
    assert (len(empty), set(empty), last) == (27, {""}, "bc")


def test_cells_without_a_place_follow_each_other_and_empty_ones_far_away_are_passed_over():
    raw = workbook('<row><c><v>1</v></c><c r="C1"><f>1+1</f><v>2</v></c><c><v>3</v></c><c r="XFD1" s="4"/></row><row/>')
    assert spreadsheet.read(raw, "a.xlsx") == ((("1", "", "2", "3"), ()),)


@pytest.mark.parametrize("column", ["GS", "XFD", "ZZZZZZZ", "A" * 100_000])
def test_a_cell_far_beyond_every_table_is_refused(column):
    raw = workbook(f'<row><c r="{column}1"><v>1</v></c></row>')
    assert len(raw) < 40_000
    with pytest.raises(BadInput, match="at most 200 columns"):
        spreadsheet.read(raw, "a.xlsx")


def test_more_cells_than_any_table_has_are_refused_the_empty_ones_counted(monkeypatch):
    monkeypatch.setattr(spreadsheet, "CELLS", 100)
    assert len(spreadsheet.read(workbook('<row><c r="A1"><v>1</v></c></row>' * 50), "a.xlsx")[0]) == 50
    for rows in ("<row/>" * 101, '<row><c r="Z1"><v>1</v></c></row>' * 4):
        with pytest.raises(BadInput, match="more than 100 cells"):
            spreadsheet.read(workbook(rows), "a.xlsx")


def test_a_workbook_that_unpacks_to_more_than_any_has_is_refused(monkeypatch):
    monkeypatch.setattr(packages, "UNPACKED", 1_000_000)
    raw = workbook("<row/>", comments=" " * 2_000_000)
    with pytest.raises(BadInput, match="bytes together"):
        spreadsheet.read(raw, "a.xlsx")


@pytest.mark.parametrize("rows", ["<row><c t='s'><v>7</v></c></row>", "<row><c t='s'><v>x</v></c></row>", "<row>"])
def test_a_workbook_that_is_spoiled_is_refused(rows):
    with pytest.raises(BadInput, match="an XLSX workbook"):
        spreadsheet.read(workbook(rows), "a.xlsx")
