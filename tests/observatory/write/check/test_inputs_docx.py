"""Tables of a word processor: merged cells are told in each of their places, and what is too large is refused."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest

from kuzet.basis.errors import BadInput
from kuzet.observatory.write import packages
from kuzet.observatory.write.check.inputs.docx import read


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def changed(raw, change):
    """The file with its main part changed."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text.decode()) if name == "word/document.xml" else text)
    return result.getvalue()


def table(rows, columns):
    document = docx.Document()
    made = document.add_table(rows=rows, cols=columns)
    for row in range(rows):
        for column in range(columns):
            made.cell(row, column).text = f"{row}{column}"
    return document, made


def test_merged_cells_are_told_in_each_of_their_places():
    document, made = table(3, 4)
    made.cell(0, 1).merge(made.cell(0, 2)).text = "wide"
    made.cell(0, 0).merge(made.cell(2, 0)).text = "tall"
    made.cell(1, 2).merge(made.cell(2, 3)).text = "block"
    assert read(saved(document), "a.docx").blocks == [
        "| tall | wide | wide | 03 |",
        "| tall | 11 | block | block |",
        "| tall | 21 | block | block |",
    ]


def test_a_cell_merged_over_thousands_of_rows_is_read():
    row = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc></w:tr>"
    document, _ = table(1, 2)
    raw = changed(saved(document), lambda text: text.replace("</w:tbl>", f"{row * 3000}</w:tbl>"))
    found = read(raw, "a.docx").blocks
    assert (len(found), found[0], found[-1]) == (3001, "| 00 | 01 |", "| 00 | 7 |")


@pytest.mark.parametrize("span", ["201", "100000000"])
def test_a_cell_that_spans_more_columns_than_any_table_has_is_refused(span):
    document, made = table(1, 3)
    made.cell(0, 0).merge(made.cell(0, 1))
    raw = changed(
        saved(document), lambda text: text.replace('<w:gridSpan w:val="2"/>', f'<w:gridSpan w:val="{span}"/>')
    )
    with pytest.raises(BadInput, match="at most 200"):
        read(raw, "a.docx")


def test_a_span_that_is_no_number_is_refused():
    document, made = table(1, 3)
    made.cell(0, 0).merge(made.cell(0, 1))
    raw = changed(saved(document), lambda text: re.sub(r'gridSpan w:val="2"', 'gridSpan w:val="x"', text))
    with pytest.raises(BadInput, match="a DOCX file"):
        read(raw, "a.docx")


def test_a_text_told_in_too_many_places_is_refused(monkeypatch):
    document, made = table(2, 20)
    made.cell(0, 0).merge(made.cell(0, 19)).text = "x" * 100
    raw = saved(document)
    assert len(read(raw, "a.docx").blocks[0]) > 2000
    monkeypatch.setattr(packages, "TEXT", 2000)
    with pytest.raises(BadInput, match="more than 2,000 characters"):
        read(raw, "a.docx")


def test_a_document_of_more_tags_than_memory_holds_is_refused(monkeypatch):
    monkeypatch.setattr(packages, "MARKS", 100_000)
    document = docx.Document()
    read(saved(document), "a.docx")
    raw = changed(saved(document), lambda text: text.replace("<w:body>", "<w:body>" + "<w:p/>" * 100_000))
    assert len(raw) < 100_000
    with pytest.raises(BadInput, match="at most 100,000 tags"):
        read(raw, "a.docx")


def test_a_document_with_declarations_of_its_own_is_refused():
    raw = changed(saved(docx.Document()), lambda text: text.replace("?>", '?><!DOCTYPE x [<!ENTITY a "b">]>', 1))
    with pytest.raises(BadInput, match="without declarations"):
        read(raw, "a.docx")
