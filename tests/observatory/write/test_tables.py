"""How tables are set."""

from __future__ import annotations

import pytest
from tests.observatory.write.samples import all_incidents

from kuzet.observatory.write.formats import tables
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
    assert tables.shares(table(("one", "six"))) == (0.5, 0.5)


def test_up_to_fifteen_rows_are_kept_on_one_page():
    assert tables.whole(table(("a",), *[("x",)] * 15))
    assert not tables.whole(table(("a",), *[("x",)] * 16))


def test_more_than_forty_rows_are_a_register():
    assert not tables.dense(table(("a",), *[("x",)] * 40))
    assert tables.dense(table(("a",), *[("x",)] * 41))


def test_a_table_whose_words_fit_small_letters_only_is_set_in_them():
    head = (
        "Категория",
        "Представители власти",
        "Лица, не связанные с государством",
        "Неизвестные",
        "Иностранное государство",
    )
    wide = table((*head, "Всего"), ("Атаки с использованием юридических механизмов", "91", "119", "0", "8", "218"))
    assert tables.dense(wide)
    assert not tables.dense(table(head[:4], ("Атаки с использованием юридических механизмов", "91", "119", "0")))
    assert tables.shares(wide)[0] * tables.DENSE_PAGE >= len("использованием")


def test_the_room_that_is_left_goes_to_the_column_with_the_most_lines():
    long, short = "a guard kept the camera crew out of the hall " * 6, "a guard of the town hall"
    narrow, wide = tables.shares(table(("who", "event"), *[(short, long)] * 9, ("a", "b")))
    assert wide > 2 * narrow


def test_broad_letters_ask_for_more_room_than_narrow_ones():
    broad, narrow = tables.shares(table(("Шабуылдаушы", "Облигациясы"), ("ШЫҰ", "БҚО")))
    assert broad > narrow


def test_a_share_its_sign_and_its_note_stay_in_one_line():
    wide = "a guard kept the camera crew out of the hall " * 4
    shares = tables.shares(table(("method", "n", "share"), (wide, "3", "75\u00a0%")))
    assert shares[2] * tables.PAGE >= len("75\u00a0%")


def test_the_number_of_a_note_asks_for_room():
    figure = all_incidents("ru", "75\u00a0%")
    wide = "a guard kept the camera crew out of the hall " * 4
    plain = tables.shares(table(("method", "n"), (wide, "75\u00a0%")))[1]
    noted = Table(caption="", head=((Text(text="method"),), (Text(text="n"),)), rows=(((Text(text=wide),), (figure,)),))
    assert tables.shares(noted)[1] > plain
