"""How tables are set."""

from __future__ import annotations

import pytest

from kuzet.observatory.write import tables
from kuzet.observatory.write.tree import Table, Text


def table(head, *rows) -> Table:
    def cells(row):
        return tuple((Text(text=text),) for text in row)

    return Table(caption="", head=cells(head), rows=tuple(map(cells, rows)))


@pytest.mark.parametrize("text", ["347", "1 234", "1\u00a0234", "62 %", "-6%", "+8%", "1.75", "1,75", "–"])
def test_a_column_of_numbers_is_set_flush_right(text):
    assert tables.numeric(table(("a", "b"), ("x", text))) == {1}


def test_a_column_with_one_word_in_it_and_the_first_column_are_not():
    assert tables.numeric(table(("year", "n"), ("2023", "9"), ("2024", "none"))) == frozenset()


def test_an_empty_cell_does_not_make_a_column_of_numbers_one_of_words():
    assert tables.numeric(table(("a", "b", "c"), ("x", "50 %", ""), ("y", "", ""))) == {1}


def test_the_column_of_an_id_keeps_its_one_word_whole():
    wide = "a guard kept the camera crew out of the hall " * 4
    shares = tables.shares(table(("id", "day", "event"), ("KZ-2024-0001", "20 September 2024", wide)))
    assert sum(shares) == pytest.approx(1)
    assert shares[0] * tables.PAGE >= len("KZ-2024-0001")


def test_a_table_without_rows_shares_the_page_by_its_head():
    assert tables.shares(table(("one", "two"))) == (0.5, 0.5)


def test_up_to_fifteen_rows_are_kept_on_one_page():
    assert tables.whole(table(("a",), *[("x",)] * 15))
    assert not tables.whole(table(("a",), *[("x",)] * 16))


def test_more_than_forty_rows_are_a_register():
    assert not tables.dense(table(("a",), *[("x",)] * 40))
    assert tables.dense(table(("a",), *[("x",)] * 41))
