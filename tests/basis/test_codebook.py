"""The codebook: no empty cell, no code twice, no reference that leads nowhere."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from kuzet.basis import codebook
from kuzet.basis.errors import BadInput, UnknownCode

FOLDER = files("kuzet.basis.codebook") / codebook.CURRENT
TABLES = sorted(entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".csv"))
NEEDED = {
    "variables", "categories", "methods", "method_groups", "perpetrator_classes", "perpetrator_kinds",
    "perpetrator_roles", "target_kinds", "proceedings", "stages", "verdicts", "penalty_kinds", "modes", "certainties",
    "statuses", "place_precisions", "step_kinds", "link_kinds", "counting_rules", "tiers",
}  # fmt: skip


def rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_table_of_the_field_is_there():
    assert set(codebook.load().tables) >= NEEDED


@pytest.mark.parametrize("name", TABLES)
def test_no_cell_is_empty(name):
    empty = [(row["code"], column) for row in rows(name) for column, cell in row.items() if not (cell or "").strip()]
    assert empty == []


@pytest.mark.parametrize("name", TABLES)
def test_no_row_has_more_cells_than_the_head(name):
    assert [row["code"] for row in rows(name) if None in row] == []


@pytest.mark.parametrize("name", [name for name in TABLES if name != "crosswalk.csv"])
def test_kazakh_is_not_russian_and_english_is_not_cyrillic(name):
    kazakh = set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
    for row in rows(name):
        assert kazakh & {letter for column, cell in row.items() if column.endswith("_kk") for letter in cell}, row[
            "code"
        ]
        assert not kazakh & set(row["definition_ru"]), row["code"]
        assert row["label_en"].isascii() or "–" in row["label_en"], row["code"]


@pytest.mark.parametrize(
    ("table", "column", "refers_to"),
    [
        ("methods", "category", "categories"),
        ("methods", "group", "method_groups"),
        ("method_groups", "category", "categories"),
        ("perpetrator_kinds", "class", "perpetrator_classes"),
    ],
)
def test_a_reference_leads_to_a_code(table, column, refers_to):
    book = codebook.load()
    assert {code.extra[column] for code in book.table(table).values()} <= set(book.table(refers_to))


def test_a_method_belongs_to_the_category_of_its_group():
    book = codebook.load()
    strays = [
        method
        for method, code in book.table("methods").items()
        if book.table("method_groups")[code.extra["group"]].extra["category"] != code.extra["category"]
    ]
    assert strays == []


def test_every_category_and_method_has_a_place_or_a_reason_in_every_other_scheme():
    book, crosswalk = codebook.load(), codebook.crosswalk()
    schemes = {scheme for _, scheme in crosswalk}
    assert schemes >= {"mmf", "coe", "uspft", "cpj"}
    codes = [*book.table("categories"), *book.table("methods")]
    assert [(code, scheme) for code in codes for scheme in schemes if (code, scheme) not in crosswalk] == []


def test_an_unknown_code_is_named_with_the_nearest_one():
    with pytest.raises(UnknownCode) as caught:
        codebook.load().check("methods", "serch", "line 4, methods")
    message = "line 4, methods: 'serch' is not a code of methods in codebook 2024.1; nearest: search"
    assert str(caught.value) == message


def test_an_unknown_table_is_named():
    with pytest.raises(UnknownCode, match=r"'method' is not a table of codebook 2024.1; nearest: methods"):
        codebook.load().table("method")


def test_a_version_that_is_not_there_is_named():
    with pytest.raises(BadInput, match=r"codebook: '1999.1' is not a codebook version that is there"):
        codebook.load("1999.1")


def test_a_label_is_read_in_the_language_asked_for():
    labels = {language: codebook.load().label("categories", "physical", language) for language in ("kk", "ru", "en")}
    assert len(set(labels.values())) == 3
