"""Days of a chronicle: one alone out of order."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check


def lines(text, language):
    return [one.line for one in check(text, language) if one.verdict is Verdict.DIFFERS]


LISTS = {
    "en": "In 2021\n14 January. Oral\n2 March. Osh\n11 {}. Batken\n3 July. Naryn\n9 August. Talas\n8 December. Atyrau",
    "ru": "В 2021 году\n14.01. Орал\n02.03. Ош\n11 {}. Баткен\n03.07. Нарын\n09.08. Талас\n08.12. Атырау",
    "kk": "2021 жылы\n14 қаңтар. Орал\n2 наурыз. Ош\n11 {}. Баткен\n3 шілде. Нарын\n9 тамыз. Талас\n8 желтоқсан. Орда",
}
MONTHS = {
    "en": ("April", "May", "October"),
    "ru": ("апреля", "мая", "октября"),
    "kk": ("сәуір", "мамыр", "қазан"),
}
ODD = 4


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_one_day_out_of_the_order_of_all_others_is_told(language):
    first, second, odd = MONTHS[language]
    assert lines(LISTS[language].format(first), language) == []
    assert lines(LISTS[language].format(second), language) == []
    assert lines(LISTS[language].format(odd), language) == [ODD]


def test_a_row_of_a_table_of_days_out_of_order_is_told():
    rows = "| 08.01.2021 | Aral |\n| 14.01.2021 | Oral |\n| 02.03.2021 | Osh |\n| {}.2021 | Batken |\n"
    rows += "| 03.07.2021 | Naryn |\n| 09.08.2021 | Ush |"
    assert lines(rows.format("11.05"), "en") == []
    assert len(lines(rows.format("11.10"), "en")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "In 2021\n8 December. Atyrau\n9 August. Talas\n3 July. Naryn\n11 April. Batken\n2 March. Osh\n14 January. Oral",
        "In 2021\n3 July. Naryn\n14 January. Oral\n9 August. Talas\n2 March. Osh\n11 April. Batken\n5 June. Aral",
        "In 2021\n2 March. Osh\n11 April. Batken\n3 July. Naryn\n9 August. Talas\n28 December. Talas\n5 January. Oral",
        "In 2021\n2 March. Osh\n3 July. Naryn\n11 April. Batken",
    ],
)
def test_days_backwards_in_no_order_over_a_new_year_and_few_days_hold(text):
    assert lines(text, "en") == []
