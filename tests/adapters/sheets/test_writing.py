"""Files that go out compute nothing, and can be read back."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import load_workbook

from kuzet import countries
from kuzet.adapters.sheets import template, written
from kuzet.adapters.sheets.opening import read
from kuzet.basis import codebook
from kuzet.basis.errors import BadInput
from kuzet.observatory.review.sheets import FIELDS, Pack, propose

HOSTILE = (
    '=HYPERLINK("http://evil.example")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "'=quoted",
    "https://a.example/",
    "plain",
)
SAFE = (
    '\'=HYPERLINK("http://evil.example")',
    "'+1",
    "'-1",
    "'@SUM(A1)",
    "'\tx",
    "''=quoted",
    "https://a.example/",
    "plain",
)


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_text_that_would_be_a_formula_is_defused(form):
    (table,) = read(written("List", ["head"] * 8, [HOSTILE], form), f"list.{form}").tables
    assert table.rows[1] == SAFE


def test_a_workbook_holds_no_formula_and_no_link():
    with zipfile.ZipFile(io.BytesIO(written("List", ["head"] * 8, [HOSTILE], "xlsx"))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in sheet
        assert b"hyperlink" not in sheet.lower()


def test_a_csv_begins_with_a_byte_order_mark():
    assert written("List", ["Дата"], [["2024"]], "csv").decode("utf-8") == "\ufeffДата\r\n2024\r\n"


def test_another_form_is_refused():
    with pytest.raises(BadInput, match="'ods' is not one of xlsx, csv"):
        written("List", [], [], "ods")


@pytest.mark.parametrize(("language", "label"), [("kk", "Журналист"), ("ru", "Журналист"), ("en", "Journalist")])
def test_a_template_offers_the_codes_to_choose_from(language, label):
    names = {"register": "R", "columns": "C", "lists": "L"}
    raw = template(language, Pack(codebook.load(), countries.load("kz")), names)
    book = load_workbook(io.BytesIO(raw))
    heads = [cell.value for cell in book["R"][1]]
    assert propose(heads) == tuple(name for name in FIELDS if name != "version")
    column = heads.index(FIELDS["target_kind"].label.get(language)) + 1
    letter = book["R"].cell(1, column).column_letter
    (choice,) = [one for one in book["R"].data_validations.dataValidation if str(one.sqref).startswith(f"{letter}2:")]
    first = choice.formula1.split("!")[1].split(":")[0].replace("$", "")
    assert book["L"][first].value == label
