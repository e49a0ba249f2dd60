"""Lists some of whose numbers were told several times."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

FINES = {
    "en": "Six fines were imposed: 700, 400, two of 250 and two of 150 units, {} units in all.",
    "ru": "Назначено шесть штрафов: 700, 400, два по 250 и два по 150 показателей, всего {} показателей.",
    "kk": "Алты айыппұл салынды: 700, 400, екеуі 250-ден және екеуі 150-ден, барлығы {} есептік көрсеткіш.",
}
TERMS = {
    "en": "The sentences: nine years, eight years, twice seven years and three times two years, {} years in all.",
    "ru": "Сроки: 9 лет, 8 лет, дважды по 7 лет и трижды по 2 года, в общей сложности {} лет.",
    "kk": "Мерзімдер: 9 жыл, 8 жыл, екі рет 7 жылдан және үш рет 2 жылдан, барлығы {} жыл.",
}
PARTS = "Six cases fell apart like this: two – slander, three – extortion, one – insult, one – fraud."


def differing(text, language):
    return [one for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize("language", FINES)
def test_a_list_is_right_that_makes_its_whole_with_what_was_told_several_times(language):
    assert differing(FINES[language].format("1900"), language) == []
    assert differing(TERMS[language].format(37), language) == []


@pytest.mark.parametrize("language", TERMS)
def test_a_sum_of_terms_told_several_times_is_put_right(language):
    assert [one.should_be for one in differing(TERMS[language].format(47), language)] == ["37"]


def test_numbers_that_a_mark_parts_are_not_multiplied():
    assert [one.should_be for one in differing(PARTS, "en")] == ["7"]
