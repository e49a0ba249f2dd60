"""`kuzet import` of a spreadsheet, `kuzet export --incidents` and `kuzet template`, as they are typed."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from tests.web.sheets.rows import HEAD, ONE, TWO

from kuzet.adapters import sheets as files
from kuzet.cli import main

pytest.importorskip("django")


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def place(begun):
    """A folder with an empty registry and a register of two rows, of which one is wrong."""
    rows = (ONE, (*TWO[:4], "nonsense", *TWO[5:]))
    (begun.parent / "register.xlsx").write_bytes(files.written("R", HEAD, rows, "xlsx"))
    return begun.parent


def test_a_register_is_tried_brought_in_given_out_and_taken_back(place):
    given = (place / "registry", place / "register.xlsx")
    dry = run("import", *given, "--dry-run")
    assert dry.exit_code == 1
    assert "R!E3: 'nonsense' is not a code or label of the list" in dry.output
    assert "nothing was written" in dry.output
    brought = run("import", *given, "--reason", "our register")
    assert "1 incidents added, 0 changed, 0 given another report, 1 rows left out" in brought.output
    assert run("export", given[0], "--incidents", "-o", place / "list.csv", "--lang", "codes").exit_code == 0
    assert "KZ-2024-0001,1,2024-05-13,,Удар" in (place / "list.csv").read_text("utf-8-sig")
    ident = re.search(r"I-[0-9a-f]{12}", brought.output)[0]
    assert f"{ident}: 1 rows taken back, 0 stay" in run("import", given[0], "--undo", ident).output


def test_needed_columns_that_are_not_there_are_told_and_how_to_name_them(place):
    (place / "few.csv").write_text("Дата;Что\n2024;x\n", "utf-8")
    refused = run("import", place / "registry", place / "few.csv")
    assert refused.exit_code == 1
    assert "a sheet with columns for methods, target, target_kind" in refused.output


def test_a_template_is_filled_in_and_brought_in(place):
    assert run("template", "-o", place / "t.xlsx", "--lang", "kk").exit_code == 0
    book = load_workbook(place / "t.xlsx")
    sheet = book["Тізілім"]
    told = {
        "Күні": "2024-05-13",
        "Тәсілдері": "Шабуыл жасау, ұрып-соғу, жаралау",
        "Нысанасы": "Е. С.",
        "Нысана түрі": "Блогер",
    }
    for column, cell in enumerate(sheet[1], 1):
        sheet.cell(2, column).value = told.get(cell.value)
    book.save(place / "t.xlsx")
    assert "1 incidents added" in run("import", place / "registry", place / "t.xlsx").output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("import", "registry"), "give either a file or, with --undo, the import to take back"),
        (
            ("export", "registry", "-o", "a.xlsx"),
            "give either --document, of a collection, or --incidents, of a registry",
        ),
    ],
    ids=["import", "export"],
)
def test_wrong_use_is_told(place, words, told):
    verb, folder, *rest = words
    refused = run(verb, place / folder, *rest)
    assert refused.exit_code == 2
    assert told in refused.output
