"""The sum of several years behind a sentence that lists them."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

YEARS = [
    (
        "en",
        (
            "148 breaches of the rights of editors were verified in 2025, against 124 in 2024 and 96 in 2023. "
            "That makes {} in three years."
        ),
    ),
    ("ru", "В 2025 году подтверждено 148 нарушений против 124 в 2024-м и 96 в 2023-м. Всего за три года – {}."),
    ("kk", "2025 жылы 148, 2024 жылы 124, 2023 жылы 96 құқық бұзу тіркелді. Үш жылда барлығы {}."),
]


@pytest.mark.parametrize(("language", "text"), YEARS)
def test_the_years_of_the_sentence_in_front_make_up_their_sum(language, text):
    wrong = [one.should_be for one in check(text.format(386), language) if one.verdict is Verdict.DIFFERS]
    assert "368" in wrong
    assert [one for one in check(text.format(368), language) if one.verdict is Verdict.DIFFERS] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "As for guilt, firms stood behind 27 cases and others behind 19; the remaining nine fit no group.",
        ),
        ("ru", "За 27 случаями стоял бизнес и за 19 – анонимы; остальные девять ни к одной из групп не относятся."),
        ("kk", "27 жағдайда кәсіпкерлер және 19-ында белгісіз адамдар айыпты; қалған тоғызы ешқайсысына жатпайды."),
    ],
)
def test_the_first_of_two_numbers_told_alike_is_no_whole_of_the_rest(language, text):
    assert [one.why for one in check(text, language) if one.verdict is Verdict.DIFFERS] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "Его держали в СИЗО № 1 142 дня."), ("kk", "Ол № 2 151 күн отырды.")],
)
def test_a_number_behind_the_sign_of_a_name_groups_no_thousands(language, text):
    assert [one.why for one in check(text, language) if one.verdict is Verdict.DIFFERS] == []
