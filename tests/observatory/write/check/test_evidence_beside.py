"""What is told beside a number says which of two numbers is wrong, or which of several a claim is of."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

SEARCHES = {
    "en": "Media, 2021\n\nThere were 146 searches in 2021, almost four times more than a year earlier (38).\n\n"
    "Measure | 2019 | 2020 | 2021\nSearches | 12 | {} | 146\nArrests | 21 | 77 | 13",
    "ru": "СМИ, 2021\n\nВ 2021 году прошло 146 обысков, почти вчетверо больше, чем годом ранее (38).\n\n"
    "Показатель | 2019 | 2020 | 2021\nОбыски | 12 | {} | 146\nАресты | 21 | 77 | 13",
    "kk": "БАҚ, 2021\n\n2021 жылы 146 тінту болды, бұл бір жыл бұрынғыдан (38) төрт есеге жуық көп.\n\n"
    "Көрсеткіш | 2019 | 2020 | 2021\nТінту | 12 | {} | 146\nҰстау | 21 | 77 | 13",
}
DROPS = {
    "en": "Attacks, 2022\n\nThreats came to 19, and 14 were insults.\n\n"
    "Form | 2021 | 2022\nThreats | 22 | 19\nInsults | 17 | 14\nBeatings | 20 | 12\n\n"
    "The steepest drop in absolute numbers was in beatings, down by 8.",
    "ru": "Нападения, 2022\n\nУгроз было 19, оскорблений – 14.\n\n"
    "Вид | 2021 | 2022\nУгрозы | 22 | 19\nОскорбления | 17 | 14\nИзбиения | 20 | 12\n\n"
    "Резче всего, на восемь случаев, сократились избиения.",
    "kk": "Шабуылдар, 2022\n\nҚорқыту 19 рет, балағаттау 14 рет болды.\n\n"
    "Түрі | 2021 | 2022\nҚорқыту | 22 | 19\nБалағаттау | 17 | 14\nҰрып-соғу | 20 | 12\n\n"
    "Ең күрт кемігені – ұрып-соғу, сегізге азайды.",
}
TITLES = {"en": "Attacks", "ru": "Нападения", "kk": "Шабуылдар"}
YEARS = {
    "en": "The number rose from 136 to 172, while against 2021 it grew more than one and a half times.",
    "ru": "Число выросло со 136 до 172, а по сравнению с 2021 годом увеличилось более чем в полтора раза.",
    "kk": "Көрсеткіш 136-дан 172-ге дейін өсті, ал 2021 жылмен салыстырсақ, бір жарым еседен астам артты.",
}


def wrong_lines(text, language):
    return {one.line for one in check(text, language) if one.verdict is Verdict.DIFFERS}


@pytest.mark.parametrize("language", SEARCHES)
def test_a_multiple_beside_a_number_shows_that_the_table_is_wrong(language):
    assert wrong_lines(SEARCHES[language].format(83), language) == {6}
    assert wrong_lines(SEARCHES[language].format(38), language) == set()


@pytest.mark.parametrize("language", DROPS)
def test_a_difference_that_is_right_of_the_row_it_mentions_is_not_held_to_other_numbers(language):
    assert wrong_lines(DROPS[language], language) == set()


@pytest.mark.parametrize("language", YEARS)
def test_a_multiple_since_another_year_is_not_of_the_two_numbers_in_front(language):
    assert wrong_lines(f"{TITLES[language]}, 2023\n\n{YEARS[language]}", language) == set()
