"""A row, its values, and what is told of its cells."""

from __future__ import annotations

import pytest
from tests.observatory.review.sheets.conftest import GOOD, HEAD

from kuzet.observatory.review.sheets import Note


def told(row):
    return [str(one) for one in row.findings]


def test_a_row_says_codes_and_plain_values(rows):
    (row,) = rows(GOOD)
    assert told(row) == []
    assert row.values["date"] == ("2024-05-13",)
    assert row.values["target_kind"] == ("journalist",)
    assert (row.values["place"], row.values["region"]) == (("Aktau",), ("KZ-47",))


def test_a_row_is_kept_as_a_text_with_its_headers(rows):
    (row,) = rows(GOOD)
    assert row.text.splitlines()[:2] == ["Дата: 13.05.2024", "Название: Удар"]


def test_a_wrong_cell_is_told_with_its_address_its_value_and_what_was_expected(rows):
    (_, row) = rows(GOOD, ("13.05.2024", "Удар", "битьё", *GOOD[3:]))
    assert row.bad
    assert row.findings[0].where == "Sheet1!C3"
    assert told(row)[0].startswith("Sheet1!C3: 'битьё' is not a code or label of the list")
    assert row.findings[0].expected("kk").startswith("тізімдегі код не атау")


@pytest.mark.parametrize(
    ("place", "field", "expected"),
    [
        (0, "A2", "a cell that is not empty"),
        (2, "C2", "a cell that is not empty"),
        (3, "D2", "a cell that is not empty"),
    ],
    ids=["date", "methods", "target"],
)
def test_a_new_row_needs(rows, place, field, expected):
    (row,) = rows((*GOOD[:place], "", *GOOD[place + 1 :]))
    assert told(row) == [f"Sheet1!{field}: '' is not {expected}"]


def test_an_empty_row_is_passed_over_and_rows_keep_their_number(rows):
    assert [row.number for row in rows(("", " "), GOOD)] == [3]


def test_a_serial_number_is_a_day_and_is_told(rows):
    (row,) = rows(("45425", *GOOD[1:]))
    assert row.values["date"] == ("2024-05-13",)
    assert not row.bad
    assert told(row) == ["Sheet1!A2: '45425' is a date given as a serial number"]


def test_a_serial_number_of_a_workbook_that_counts_from_1904(rows):
    (row,) = rows(("43963", *GOOD[1:]), early=True)
    assert row.values["date"] == ("2024-05-13",)


def test_an_error_of_a_workbook_is_no_value(rows):
    (row,) = rows(("#REF!", *GOOD[1:]))
    assert told(row)[0] == "Sheet1!A2: '#REF!' is not a cell without an error"


def test_a_formula_without_its_value_is_told(rows):
    (row,) = rows(("", *GOOD[1:]), notes=(Note(cell="A2", what="formula"),))
    assert told(row) == ["Sheet1!A2: '' is not a formula whose value was saved"]


def test_a_text_that_export_defused_is_read_as_it_was(rows):
    (row,) = rows((GOOD[0], "'=1+1", *GOOD[2:]))
    assert row.values["title_ru"] == ("=1+1",)


def test_a_town_of_another_region_is_told(rows):
    (row,) = rows((*GOOD, "Алматы"), headers=(*HEAD, "Область"))
    assert told(row) == ["Sheet1!F2: 'Актау' is not a place of region KZ-75"]


def test_a_category_that_is_not_that_of_the_main_method_is_told(rows):
    (row,) = rows((*GOOD, "judicial_economic"), headers=(*HEAD, "Категория"))
    assert told(row) == ["Sheet1!H2: 'judicial_economic' is not physical, the category of the main method"]


def test_columns_beside_each_other_have_as_many_values(rows):
    one, two = ("А. Б.; В. Г.; Д. Е.", "journalist"), ("А. Б.; В. Г.; Д. Е.", "journalist; blogger")
    fits, differs = rows((*GOOD[:3], *one, *GOOD[5:]), (*GOOD[:3], *two, *GOOD[5:]))
    assert told(fits) == []
    assert told(differs) == ["Sheet1!E3: 'journalist; blogger' is not as many values as the leading column: 3"]


def test_an_unknown_incident_id_is_told(rows):
    (row,) = rows(("KZ-2024-9999", *GOOD), headers=("id", *HEAD))
    assert told(row) == ["Sheet1!A2: 'KZ-2024-9999' is not the id of an incident of the registry"]


def test_an_update_says_only_what_it_changes(rows):
    same = {"date": frozenset({"13.05.2024"}), "title_ru": frozenset({"Удар"})}
    (row,) = rows(("KZ-2024-0001", "13.05.2024", "Толчок"), headers=("id", "Дата", "Название"), known=lambda *_: same)
    assert told(row) == []
    assert row.values == {"title_ru": ("Толчок",)}
