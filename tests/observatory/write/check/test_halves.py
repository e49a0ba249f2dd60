"""Multiples in halves: words round them as they round whole ones, digits do not."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

WORDS = {
    "en": "In 2020 there were {} attacks, two and a half times as many as in 2019 (190).",
    "ru": "Количество атак увеличилось в два с половиной раза: с 190 до {}.",
    "kk": "Шабуыл саны екі жарым есе өсті: 190-нан {}-ге жетті.",
}
DIGITS = {
    "en": "In 2020 there were {} attacks, 2.5 times as many as in 2019 (190).",
    "ru": "Количество атак увеличилось в 2,5 раза: с 190 до {}.",
    "kk": "Шабуыл саны 2,5 есе өсті: 190-нан {}-ге жетті.",
}


def verdicts(text, language):
    return [one.verdict for one in check(text, language)]


@pytest.mark.parametrize("language", WORDS)
def test_two_and_a_half_times_in_words_is_as_round_as_three_times(language):
    assert verdicts(WORDS[language].format(461), language) == [Verdict.HOLDS]
    assert verdicts(WORDS[language].format(540), language) == [Verdict.DIFFERS]


@pytest.mark.parametrize("language", DIGITS)
def test_two_and_a_half_times_in_digits_is_held_to_its_decimal(language):
    assert verdicts(DIGITS[language].format(461), language) == [Verdict.DIFFERS]
    assert verdicts(DIGITS[language].format(475), language) == [Verdict.HOLDS]
