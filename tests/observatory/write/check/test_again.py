"""Entries of a table or a list that a conclusion tells again, one of them with a slip."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

REPORTS = {
    "en": """Pressure on the press of Ruritania in 2022

In 2022 we recorded 154 violations.

| Kind | 2021 | 2022 |
| Detentions of reporters | 38 | 52 |
| Civil claims over honour | 29 | 46 |
| Searches of newsrooms | 21 | 17 |
| Threats and insults | 45 | 39 |
| Total | 133 | 154 |

Conclusions

""",
    "ru": """Давление на прессу Руритании в 2022 году

В 2022 году зафиксировано 154 нарушения.

| Вид | 2021 | 2022 |
| Задержания репортёров | 38 | 52 |
| Иски о чести и достоинстве | 29 | 46 |
| Обыски в редакциях | 21 | 17 |
| Угрозы и оскорбления | 45 | 39 |
| Всего | 133 | 154 |

Выводы

""",
    "kk": """2022 жылы Руритания баспасөзіне жасалған қысым

2022 жылы 154 құқық бұзу тіркелді.

| Түрі | 2021 | 2022 |
| Репортерлерді ұстау | 38 | 52 |
| Ар-намыс туралы талап арыз | 29 | 46 |
| Редакцияларды тінту | 21 | 17 |
| Қоқан-лоққы мен балағат | 45 | 39 |
| Барлығы | 133 | 154 |

Қорытынды

""",
}
BY_YEARS = {
    "en": """Pressure on the press of Ruritania in 2022

In 2022 we recorded 154 violations.

| Year | Physical | In court | Online | Total |
| 2020 | 31 | 62 | 30 | 123 |
| 2021 | 28 | 66 | 39 | 133 |
| 2022 | 23 | 84 | 47 | 154 |

Conclusions

""",
    "ru": """Давление на прессу Руритании в 2022 году

В 2022 году зафиксировано 154 нарушения.

| Год | Физические | В суде | В сети | Всего |
| 2020 | 31 | 62 | 30 | 123 |
| 2021 | 28 | 66 | 39 | 133 |
| 2022 | 23 | 84 | 47 | 154 |

Выводы

""",
    "kk": """2022 жылы Руритания баспасөзіне жасалған қысым

2022 жылы 154 құқық бұзу тіркелді.

| Жыл | Физикалық | Сотта | Желіде | Барлығы |
| 2020 | 31 | 62 | 30 | 123 |
| 2021 | 28 | 66 | 39 | 133 |
| 2022 | 23 | 84 | 47 | 154 |

Қорытынды

""",
}


def wrong(report: str, sentence: str, language: str) -> list[str]:
    """What the alarms on a concluding sentence say should stand."""
    found = check(report + sentence, language)
    line = len((report + sentence).split("\n"))
    return [one.should_be for one in found if one.verdict is Verdict.DIFFERS and one.line == line]


@pytest.mark.parametrize(
    ("language", "sentence", "right"),
    [
        ("en", "With 42 cases, detention has overtaken threats as the main problem.", "52"),
        ("en", "The sharpest leap was in detentions, 56 cases, ten of them on election day.", "52"),
        ("ru", "Задержания с их 42 случаями обогнали угрозы.", "52"),
        ("ru", "Резкий скачок дали задержания – 56 случаев, в том числе десять в день выборов.", "52"),
        ("kk", "Ұстау 42 жағдаймен қоқан-лоққыдан озып кетті.", "52"),
        ("kk", "Бұған енді 47 талап арыз бен 39 қоқан-лоққы қосылып отыр.", "46"),
    ],
)
def test_a_number_whose_words_name_a_row_is_that_row_but_for_a_slip(language: str, sentence: str, right: str):
    assert wrong(REPORTS[language], sentence, language) == [right]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "With 52 cases, detention has overtaken threats as the main problem."),
        ("en", "Detentions were 14 more than a year earlier, while 19 reporters were fined."),
        ("en", "Of the detentions of 2021, 32 were in Streslau."),
        ("en", "In Streslau alone 42 detentions were counted."),
        ("ru", "Задержания с их 52 случаями обогнали угрозы."),
        ("ru", "Обыски выросли бы до 12 в месяц, если бы не мораторий."),
        ("ru", "Только в Стрельсау задержаний было 42."),
        ("kk", "Ұстау 52 жағдаймен қоқан-лоққыдан озып кетті."),
        ("kk", "Стрельсау қаласының өзінде 42 рет ұстау болды."),
    ],
)
def test_a_number_of_something_narrower_is_no_slip_of_a_row(language: str, sentence: str):
    assert wrong(REPORTS[language], sentence, language) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Of the 154 violations 64 were the work of judges and plaintiffs, while fists were used 23 times."),
        ("ru", "Из 154 нарушений 64 совершены руками судей и истцов, тогда как кулаки шли в ход 23 раза."),
        ("kk", "154 құқық бұзудың 64-і төрешілер мен талапкерлердің қолымен жасалды, ал жұдырық 23 рет жұмсалды."),
    ],
)
def test_of_a_whole_told_with_one_part_another_part_is_told_with_a_slip(language: str, sentence: str):
    assert wrong(BY_YEARS[language], sentence, language) == ["84"]
    assert wrong(BY_YEARS[language], sentence.replace("64", "84"), language) == []
    assert wrong(BY_YEARS[language], sentence.replace("64", "55"), language) == []
