"""Bounds of terms, which count nothing."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

BOUNDS = [
    (
        "ru",
        (
            "Приговоры вынесены 25 из 34: восемь человек получили до трёх лет, шесть – от трёх до пяти, семь – от пяти "
            "до десяти, четверо – более десяти лет."
        ),
    ),
    (
        "en",
        (
            "Of the 25 sentences eight were of up to three years, six of three to five, seven from five to ten and "
            "four of more than ten years."
        ),
    ),
    (
        "en",
        (
            "Twenty-five people were sentenced: eight to terms of up to three years, six to between three and five, "
            "seven to between five and ten, four to more than ten years."
        ),
    ),
    (
        "kk",
        (
            "25 адамға үкім шықты: сегізі үш жылға дейін, алтауы үштен беске дейін, жетеуі бестен онға дейін, төртеуі "
            "он жылдан астам мерзім алды."
        ),
    ),
    (
        "kk",
        (
            "25 адамға үкім шықты: сегізі 3 жылға дейін, алтауы 3-тен 5-ке дейін, жетеуі 5-тен 10-ға дейін, төртеуі "
            "10 жылдан астам мерзім алды."
        ),
    ),
]
WRONG = [
    (
        "ru",
        (
            "Приговоры вынесены 25 из 34: восемь человек получили до трёх лет, шесть – от трёх до пяти, семь – от пяти "
            "до десяти, пятеро – более десяти лет."
        ),
    ),
    ("kk", "Шабуылдар осы екі жылда үш еседен астам көбейді: 34-тен 78-ге дейін."),
]


@pytest.mark.parametrize(("language", "text"), BOUNDS)
def test_the_bounds_of_terms_are_no_parts_of_a_list(language, text):
    assert [one.why for one in check(text, language) if one.verdict is Verdict.DIFFERS] == []


@pytest.mark.parametrize(("language", "text"), WRONG)
def test_a_list_beside_bounds_and_a_way_from_one_number_to_another_are_still_judged(language, text):
    assert [one.verdict for one in check(text, language) if one.verdict is Verdict.DIFFERS] == [Verdict.DIFFERS]
