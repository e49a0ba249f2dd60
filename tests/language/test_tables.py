"""The data tables of a language say what is missing."""

from __future__ import annotations

import pytest

from kuzet.basis.errors import BadInput, Missing
from kuzet.basis.names import LANGUAGES
from kuzet.language.text import tables


def test_rows_are_read_without_remarks():
    assert tables.rows("en", "months")[4]["nominative"] == "May"
    assert not any(row["word"].startswith("#") for row in tables.rows("kk", "common"))


def test_a_missing_table_and_another_language_are_named():
    with pytest.raises(Missing, match=r"no table en/dreams.csv in the language data"):
        tables.rows("en", "dreams")
    with pytest.raises(BadInput, match="'de' is not one of kk, ru, en"):
        tables.rows("de", "months")


def test_a_rule_keeps_the_commas_of_its_expression():
    assert any("," in pattern for _, pattern in tables.rules("ru", "dates"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", ["dates", "relative", "law", "terms", "portions"])
def test_no_pattern_is_quoted_as_in_a_spreadsheet_where_the_marks_would_be_part_of_it(table, language):
    assert [row for row in tables.rules(language, table) if any(column.startswith('"') for column in row)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_relation_of_claims_is_told_twice_of_which_one_would_be_lost(language):
    relations = [next(iter(row.values())) for row in tables.rows(language, "claims")]
    assert sorted(relations) == sorted(set(relations))
