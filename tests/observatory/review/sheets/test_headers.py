"""Columns are known by their headers, in any order and language."""

from __future__ import annotations

from itertools import combinations

import pytest

from kuzet.observatory.review.sheets import FIELDS, Table, fingerprint, head, propose
from kuzet.observatory.review.sheets.fields import fold


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_field_is_known_by_its_label(language):
    labels = [field.label.get(language) for field in FIELDS.values()]
    assert propose(labels) == tuple(FIELDS)


def test_headers_are_known_in_any_order_and_wording():
    assert propose(("ссылка", "ПОСТРАДАВШИЙ", "Көрген", "күні", "Type of attack")) == (
        "url",
        "target",
        "",
        "date",
        "methods",
    )


def test_of_two_columns_for_one_field_the_first_is_taken():
    assert propose(("Date", "Дата")) == ("date", "")


def test_no_wording_stands_for_two_fields():
    told = {name: {fold(text) for text in field.headers()} for name, field in FIELDS.items()}
    assert [(one, two, told[one] & told[two]) for one, two in combinations(told, 2) if told[one] & told[two]] == []


def test_the_row_of_headers_is_found_below_a_title():
    rows = (("Register of 2024",), (), ("made in", "spring"), ("Date", "Title", "Methods"), ("2024", "x", "y"))
    assert head(Table(name="s", rows=rows)) == 4


def test_without_a_known_header_the_first_row_of_several_cells_is_taken():
    assert head(Table(name="s", rows=(("title",), ("one", "two"), ("a", "b")))) == 2


def test_a_file_kind_is_the_same_in_other_cases_and_another_one_with_other_headers():
    assert fingerprint(("Дата", "Название")) == fingerprint(("дата ", " НАЗВАНИЕ"))
    assert fingerprint(("Дата", "Название")) != fingerprint(("Название", "Дата"))
