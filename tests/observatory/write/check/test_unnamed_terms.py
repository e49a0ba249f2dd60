"""Quarters and months that are listed without their names, and what exceeds its whole beside a rest."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

QUARTERS = {
    "en": "By quarter the cases run as follows: 41, 36, 28 and 33. The calmest was the {} quarter.",
    "ru": "По кварталам случаи распределились так: 41, 36, 28 и 33. Самым спокойным оказался {} квартал.",
    "kk": "Тоқсандар бойынша оқиғалар былай бөлінді: 41, 36, 28 және 33. Ең тынышы {} тоқсан болды.",
}
PLACES = {
    "en": ("third", "second"),
    "ru": ("третий", "второй"),
    "kk": ("үшінші", "екінші"),
}
COMPLAINTS = {
    "en": "Only 18 of them complained; {} of these complaints led to proceedings, the remaining eleven were shelved.",
    "ru": "Пожаловались лишь 18 человек; по {} из этих заявлений возбуждены дела, остальные 11 отклонены.",
    "kk": "Полицияға 18 адам арызданды; соның {} арызы бойынша іс қозғалды, қалған 11 арыз қаралмады.",
}
BRACKETS = {
    "en": "Osh had 24 attacks. The remaining 15 took place in Naryn (5), Talas ({}), Batken (4) and Chui (2).",
    "ru": "В Оше было 24 нападения. Остальные 15 произошли в Нарыне (5), Таласе ({}), Баткене (4) и Чуе (2).",
    "kk": "Ошта 24 шабуыл болды. Қалған 15 шабуыл Нарында (5), Таласта ({}), Баткенде (4) және Шүйде (2) жасалды.",
}


def differing(text, language):
    return [one for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize("language", QUARTERS)
def test_the_calmest_of_four_quarters_without_names_is_put_right(language):
    right, wrong = PLACES[language]
    assert differing(QUARTERS[language].format(right), language) == []
    assert [one.should_be[0] for one in differing(QUARTERS[language].format(wrong), language)] == ["3"]


def test_the_worst_of_twelve_months_without_names_is_put_right():
    told = "By month the figures run: 9, 8, 31, 14, 11, 12, 10, 7, 13, 12, 15 and 14. The worst month was {}."
    assert differing(told.format("March"), "en") == []
    assert [one.should_be for one in differing(told.format("April"), "en")] == ["March"]


@pytest.mark.parametrize("language", COMPLAINTS)
def test_more_of_these_than_there_are_beside_the_rest_is_put_right(language):
    assert differing(COMPLAINTS[language].format(7), language) == []
    assert "7" in {one.should_be for one in differing(COMPLAINTS[language].format(27), language)}


@pytest.mark.parametrize("language", BRACKETS)
def test_a_rest_is_the_sum_of_the_places_in_brackets_behind_it(language):
    assert differing(BRACKETS[language].format(4), language) == []
    assert differing(BRACKETS[language].format(6), language) != []
