"""Sums that are so many times a price told elsewhere in the text."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

HIGHEST = {
    "en": "The base value was 375,000 soums. The highest fine, 60 values, therefore amounted to {} million soums.",
    "ru": "Базовая величина составляла 375 000 сумов. 60 таких величин – это {} млн сумов.",
    "kk": "Базалық шама 375 000 сум болған. Заңда көзделген 60 шама {} млн сумды құрайды.",
}
MILLIONS = {"en": ("22.5", "25.2"), "ru": ("22,5", "25,2"), "kk": ("22,5", "25,2")}
IN_TURN = {
    "en": (
        "The law provides for 200 calculation indices for a citizen and 650 in the case of a company. "
        "With the index at 100 soms "
        "this means 20,000 and {} soms respectively."
    ),
    "ru": (
        "Штраф – 200 расчётных показателей для гражданина и 650 для компании. При показателе в 100 сомов "
        "это 20 000 и {} сомов."
    ),
    "kk": (
        "Азаматқа 200 есептік көрсеткіш, ұйымға 650 есептік көрсеткіш айыппұл көзделген. Көрсеткіш 100 "
        "сом болғанда бұл тиісінше "
        "20 000 және {} сом."
    ),
}
THOUSANDS = {"en": ("65,000", "85,000"), "ru": ("65 000", "85 000"), "kk": ("65 000", "85 000")}
TIERS = {
    "en": (
        "The fine is 50 base units for a citizen and 150 for a company. Four citizens and two companies "
        "paid {} base units in all."
    ),
    "ru": (
        "Штраф для граждан – 50 МРП, для компаний – 150. Оштрафованы четверо граждан и две компании, всего на {} МРП."
    ),
    "kk": "Азаматқа айыппұл – 50 АЕК, ұйымға – 150 АЕК. Төрт азаматқа және екі ұйымға барлығы {} АЕК айыппұл салынды.",
}
ROWS = {
    "en": "A calculation index is worth 72 somoni.\n\n| Who | Calculation indices | Sum |",
    "ru": "Показатель для расчётов равен 72 сомони.\n\n| Кто | Показателей для расчётов | Сумма |",
    "kk": "Есептік көрсеткіш 72 сомони.\n\n| Кім | Есептік көрсеткіш | Сомасы |",
}


def wrong(text, language):
    return [one.why for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize("language", HIGHEST)
def test_a_fine_is_so_many_times_the_price_in_front(language):
    right, slip = MILLIONS[language]
    assert wrong(HIGHEST[language].format(slip), language) == ["60 x 375000 = 22500000"]
    assert wrong(HIGHEST[language].format(right), language) == []


@pytest.mark.parametrize("language", IN_TURN)
def test_of_two_sums_the_second_is_of_the_second_number(language):
    right, slip = THOUSANDS[language]
    assert wrong(IN_TURN[language].format(slip), language) == ["650 x 100 = 65000"]
    assert wrong(IN_TURN[language].format(right), language) == []


@pytest.mark.parametrize("language", TIERS)
def test_all_fines_are_those_of_each_tier_together(language):
    assert wrong(TIERS[language].format(550), language) == ["4 x 50 + 2 x 150 = 500"]
    assert wrong(TIERS[language].format(500), language) == wrong(TIERS[language].format(700), language) == []


@pytest.mark.parametrize("language", ROWS)
def test_a_row_of_fines_is_wrong_where_the_others_are_worth_their_indices(language):
    rows = "|---|---|---|\n| A | 500 | 36 000 |\n| B | 250 | 18 000 |\n| C | 365 | {} |"
    assert wrong(f"{ROWS[language]}\n{rows.format('28 260')}", language) == ["365 x 72 = 26280"]
    assert wrong(f"{ROWS[language]}\n{rows.format('26 280')}", language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The base value was 375,000 soums. He paid 20 values, his lawyer 2 million soums."),
        ("ru", "Один МРП – 3450 тенге. Его оштрафовали на 40 МРП, а судебные издержки составили 120 000 тенге."),
        ("kk", "Бір АЕК – 3450 теңге. Оған 40 АЕК айыппұл салынды, ал сот шығыны 120 000 теңге болды."),
    ],
)
def test_another_sum_is_no_product(language, text):
    assert wrong(text, language) == []
