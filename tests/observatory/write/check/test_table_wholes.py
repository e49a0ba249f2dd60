"""Tables whose last column or row is a time that the others are the parts of, and one row that does not add up."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import check


def wrong(text, language):
    return [one.line for one in check(text, language) if one.verdict.value == "differs"]


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("en", "| | I | II | III | IV | Year |"),
        ("en", "| | Q1 | Q2 | Q3 | Q4 | Full year 2022 |"),
        ("ru", "| | I кв. | II кв. | III кв. | IV кв. | Год |"),
        ("ru", "| | 1-й квартал | 2-й квартал | 3-й квартал | 4-й квартал | 2022 год |"),
        ("kk", "| | I | II | III | IV | Жыл |"),
        ("kk", "| | I тоқсан | II тоқсан | III тоқсан | IV тоқсан | Жыл бойы |"),
    ],
)
def test_quarters_add_up_to_their_year(language, head):
    table = "{}\n| A | 16 | 19 | 27 | {} | 87 |\n| B | 11 | 12 | 15 | 18 | 56 |"
    assert wrong(table.format(head, 28), language) == [2]
    assert wrong(table.format(head, 25), language) == []


@pytest.mark.parametrize(
    ("language", "whole"),
    [
        ("en", "In three years"),
        ("en", "2018–2020"),
        ("ru", "За три года"),
        ("ru", "2018–2020 гг."),
        ("kk", "Үш жылда"),
        ("kk", "2018–2020"),
    ],
)
def test_years_add_up_to_what_the_last_head_names(language, whole):
    rows = "| A | 44 | 52 | 39 | 135 |\n| B | 96 | 83 | 74 | 253 |\n| C | 34 | {} | 51 | 126 |"
    table = "| | 2018 | 2019 | 2020 | {} |\n" + rows
    assert wrong(table.format(whole, 43), language) == [4]
    assert wrong(table.format(whole, 41), language) == []


@pytest.mark.parametrize(("language", "total"), [("en", "Total"), ("ru", "Всего"), ("kk", "Барлығы")])
def test_one_row_that_does_not_add_up_is_found_without_a_total_row(language, total):
    table = "| | A | B | C | {} |\n| X | 5 | 29 | 99 | 133 |\n| Y | 5 | 13 | 4 | {} |\n| Z | 2 | 15 | 0 | 17 |"
    assert wrong(table.format(total, 32), language) == [3]
    assert wrong(table.format(total, 22), language) == []


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("en", "| | 2018 | 2019 | 2020 | On average |"),
        ("en", "| | I | II | III | IV | Plan |"),
        ("ru", "| | 2018 | 2019 | 2020 | В среднем |"),
        ("kk", "| | 2018 | 2019 | 2020 | Орташа |"),
    ],
)
def test_a_last_column_of_another_kind_is_no_total(language, head):
    rows = ["| A | 44 | 52 | 39 | 45 |", "| B | 96 | 83 | 74 | 84 |"]
    rows = rows if head.count("|") == 6 else ["| A | 4 | 5 | 9 | 6 | 24 |", "| B | 9 | 8 | 7 | 9 | 33 |"]
    assert wrong("\n".join([head, *rows]), language) == []


def test_numbers_at_the_end_of_a_year_have_no_sum_over_years():
    table = (
        "| | 2018 | 2019 | 2020 | 2018–2020 |\n| Attacks | 44 | 52 | 39 | 135 |\n| In prison, 31 December | "
        "122 | 91 | 67 | – |"
    )
    assert wrong(table, "en") == []
