"""Findings told in Kazakh and Russian."""

from __future__ import annotations

import pytest

from kuzet.language.text import tables
from kuzet.observatory.write.check.tongue import told


@pytest.mark.parametrize(
    ("english", "russian", "kazakh"),
    [
        ("5 of 12 is 41.67%", "5 из 12 — это 41,67%", "12 ішінде 5 – бұл 41,67%"),
        ("from 9 to 12 is +33.33%", "с 9 до 12 — это +33,33%", "9 → 12: +33,33%"),
        ("from 40% to 52% is 12 percentage points", "с 40% до 52% — это 12 п. п.", "40% → 52%: 12 пайыздық тармақ"),
        ("2 + 3 = 5, not 6", "2 + 3 = 5, а не 6", "2 + 3 = 5, 6 емес"),
        (
            "2 + 3 = 5 of 9: 4 (44.44%) are named in no part",
            "2 + 3 = 5 из 9: 4 (44,44%) не названы ни в одной части",
            "2 + 3 = 5 (барлығы 9): 4 (44,44%) ешбір бөлікте аталмаған",
        ),
        (
            "32 here, 18 on line 48 for what seems the same: the definitions may differ",
            "здесь 32, в строке 48 — 18, похоже, об одном и том же: определения могут различаться",
            "мұнда 32, 48-жолда 18, бір нәрсе туралы сияқты: анықтамалары бөлек болуы мүмкін",
        ),
        (
            "9 % here, 6 % in the note that it opens (note 165)",
            "здесь 9 %, в открываемом примечании 165 — 6 %",
            "мұнда 9 %, өзі ашатын 165-ескертпеде 6 %",
        ),
        (
            "314 in 2021; 198 in 2017, 205 in 2018",
            "314 в 2021 г.; 198 в 2017 г., 205 в 2018 г.",
            "2021 жылы 314; 2017 жылы 198, 2018 жылы 205",
        ),
        (
            "the release has 347, not 327: all incidents in 2024",
            "в выпуске 347, а не 327: все инциденты за 2024 год",
            "шығарылымда 327 емес, 347: 2024 жылғы барлық инцидент",
        ),
        (
            "the release has 5: category physical or judicial_economic in 2024",
            "в выпуске 5: category physical или judicial_economic за 2024 год",
            "шығарылымда 5: category physical немесе judicial_economic 2024 жылы",
        ),
        ("120 x 2525 = 303000", "120 × 2525 = 303000", "120 × 2525 = 303000"),
        ("lowest since 2019", "самое малое с 2019 года", "2019 жылдан бергі ең азы"),
    ],
)
def test_a_reason_is_told_in_russian_and_in_kazakh(english, russian, kazakh):
    assert told(english, "ru") == russian
    assert told(english, "kk") == kazakh
    assert told(english, "en") == english


def test_both_languages_tell_the_same_findings():
    assert tables.pairs("ru", "findings").keys() == tables.pairs("kk", "findings").keys()


def test_a_reason_that_the_table_lacks_stays_as_it_is():
    assert told("nobody knows", "kk") == "nobody knows"
