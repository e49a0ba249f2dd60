"""Two numbers for one thing: which is wrong where one makes up the whole, or a conclusion tells it again."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

CLAIMS = [
    (
        "en",
        (
            "In 2021, 320 attacks were recorded.\nIn 2021 there were 40 physical attacks, 120 non-physical attacks and "
            "160 judicial and economic attacks.\nIn 2021, {} non-physical attacks were recorded."
        ),
        "120",
        "102",
    ),
    (
        "ru",
        (
            "В 2022 году зафиксировано 168 атак.\nЗадержаний стало 27, вдвое больше. Много было и штрафов.\n"
            "Всего задержаний насчитали 27 случаев.\nВЫВОДЫ\nЗадержания остаются главным орудием: {} случаев за год, "
            "из которых девять в октябре."
        ),
        "27",
        "29",
    ),
    (
        "ru",
        (
            "За год провели 66 проверок, 48 вызовов и 31 изъятие.\nРедакции писали жалобы.\nЗАКЛЮЧЕНИЕ\n"
            "За год прошло 66 проверок и {} вызовов, состоялось 31 изъятие."
        ),
        "48",
        "46",
    ),
]
SILENT = [
    (
        "en",
        (
            "In 2021, 320 attacks were recorded.\nIn 2021 there were 40 physical attacks, 120 non-physical attacks and "
            "160 judicial and economic attacks.\nWithout the 31 physical attacks of that day fewer would be told."
        ),
    ),
    (
        "ru",
        "Подано 60 исков.\nВсего исков 60.\nВЫВОДЫ\nЭти 39 исков, которые остались на рассмотрении, ждут девять лет.",
    ),
    (
        "ru",
        (
            "За год провели 66 проверок, 48 вызовов и 31 изъятие.\nРедакции писали жалобы.\nЗАКЛЮЧЕНИЕ\n"
            "Осенью прошло 66 проверок и 46 звонков, состоялось 31 изъятие."
        ),
    ),
]


def verdicts(language, text):
    return {one.verdict for one in check(text, language)}


@pytest.mark.parametrize(("language", "text", "right", "wrong"), CLAIMS)
def test_a_number_told_again_otherwise_differs_where_the_first_is_sure(language, text, right, wrong):
    assert Verdict.DIFFERS not in verdicts(language, text.format(right))
    assert Verdict.DIFFERS in verdicts(language, text.format(wrong))


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_a_number_of_a_part_or_of_another_thing_does_not_differ(language, text):
    assert Verdict.DIFFERS not in verdicts(language, text)
