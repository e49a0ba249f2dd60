"""Workbooks: what is written is read back, and what other programs write of it too."""

from __future__ import annotations

import io
import zipfile
from datetime import date

from lxml import etree

from kuzet.observatory.write import spreadsheet
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


def test_shared_texts_of_other_programs_are_read():
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    made = spreadsheet.write([Sheet(name="x", widths=(9,), rows=(("h",),))], "T", DAY)
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.endswith("sheet1.xml"):
                text = f'<worksheet {space}><sheetData><row><c r="AB7" t="s"><v>1</v></c></row></sheetData></worksheet>'
            new.writestr(name, text)
        new.writestr(
            "xl/sharedStrings.xml", f"<sst {space}><si><t>a</t></si><si><r><t>b</t></r><r><t>c</t></r></si></sst>"
        )
    (((*empty, last),),) = spreadsheet.read(result.getvalue(), "a.xlsx")
    assert (len(empty), set(empty), last) == (27, {""}, "bc")
