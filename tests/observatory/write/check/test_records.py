"""Records "since 2018": the years between must be told, or nothing can be said of them."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import check

CLAIMS = {
    "en": "In 2024 we recorded 60 attacks. This is the lowest number since {}. In {} we recorded {} attacks.",
    "ru": "В 2024 году было 60 нападений — самое низкое число с {} года. В {} году зафиксировано {} нападений.",
    "kk": "2024 жылы 60 шабуыл болды, бұл {} жылдан бергі ең төменгі көрсеткіш. {} жылы {} шабуыл болды.",
}


def records(text, language):
    found = [one for one in check(text, language) if one.kind.value == "record"]
    return [(one.verdict.value, one.why) for one in found]


@pytest.mark.parametrize("language", CLAIMS)
def test_a_record_over_years_that_are_not_told_cannot_be_checked(language):
    assert records(CLAIMS[language].format(2018, 2023, 75), language) == [
        ("uncheckable", "60 in 2024; 75 in 2023; the text gives no number of 2019, 2020, 2021, 2022")
    ]


@pytest.mark.parametrize("language", CLAIMS)
def test_a_record_over_years_that_are_told_holds(language):
    assert records(CLAIMS[language].format(2022, 2023, 75), language) == [("holds", "60 in 2024; 75 in 2023")]


@pytest.mark.parametrize("language", CLAIMS)
def test_a_record_that_one_year_beats_differs_whatever_the_others_are(language):
    assert records(CLAIMS[language].format(2018, 2023, 55), language) == [("differs", "60 in 2024; 55 in 2023")]
