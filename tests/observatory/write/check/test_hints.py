"""Which cell of a failing column is wrong, by small steps, differences of rows and people that prose tells."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

CASES = [
    (
        "en",
        (
            "In 2023 there were 145.\n| Kind | 2022 | 2023 |\n| Obstruction | 31 | 38 |\n| Censorship | 34 | 21 |\n"
            "| Threats | 48 | 52 |\n| Blocking | 30 | 34 |\n| Total | 133 | 145 |\n"
            "Relative to 2022, when there were 133, the total is up by 9%. Obstruction rose by seven, "
            "censorship fell by three."
        ),
        "Censorship",
    ),
    (
        "ru",
        (
            "В 2023 году было 145 дел.\n| Вид | 2022 | 2023 |\n| Препятствия | 31 | 38 |\n| Цензура | 34 | 21 |\n"
            "| Угрозы | 48 | 52 |\n| Блокировки | 30 | 34 |\n| Всего | 133 | 145 |\n"
            "По сравнению с 2022 годом (133) рост составил 9%. Препятствий стало больше на семь, цензуры меньше на три."
        ),
        "Цензура",
    ),
    (
        "kk",
        (
            "2023 жылы 145 жағдай тіркелді.\n| Түрі | 2022 | 2023 |\n| Кедергі | 31 | 38 |\n| Цензура | 34 | 21 |\n"
            "| Қорқыту | 48 | 52 |\n| Бұғаттау | 30 | 34 |\n| Барлығы | 133 | 145 |\n"
            "2022 жылы 133 жағдай болған, өсім – 9 пайыз. Кедергі жетеуге көбейді, цензура үшеуге азайды."
        ),
        "Цензура",
    ),
    (
        "en",
        (
            "In 2023 we recorded 224 cases.\n| Region | Cases |\n| Almaty | 98 |\n| Oral | 37 |\n| Mangystau | 39 |\n"
            "| Aktobe | 24 |\n| Elsewhere | 36 |\n| Total | 224 |\nOf the 224 cases Oral had eight more than Mangystau."
        ),
        "Mangystau",
    ),
    (
        "kk",
        (
            "2023 жылы 224 жағдай тіркелді.\n| Өңір | Саны |\n| Алматы | 98 |\n| Орал | 37 |\n| Маңғыстау | 39 |\n"
            "| Ақтөбе | 24 |\n| Қалғаны | 36 |\n| Барлығы | 224 |\n224 жағдайдың ішінде Орал Маңғыстаудан сегізге көп."
        ),
        "Маңғыстау",
    ),
]


@pytest.mark.parametrize(("language", "text", "row"), CASES)
def test_the_row_that_prose_tells_otherwise_is_wrong(language: str, text: str, row: str) -> None:
    found = [one.text for one in check(text, language) if one.verdict is Verdict.DIFFERS]
    assert found
    assert all(row in one for one in found)
