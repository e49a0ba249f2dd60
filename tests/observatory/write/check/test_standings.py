"""Places with their numbers, the place of the year, the way of a rank, the longest term, rows that fell."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

PLACES = {
    "en": "Almaty with 87 cases ranks first, Astana (52) second and Shymkent ({}) third. Aktau, with 31, comes fourth.",
    "ru": (
        "На первом месте Алматы (87 случаев), на втором Астана (52), на третьем Шымкент ({}). Актау с 31 "
        "идёт четвёртым."
    ),
    "kk": (
        "Бірінші орында Алматы (87 оқиға), екінші орында Астана (52), үшінші орында Шымкент ({}). 31 "
        "оқиға болған Ақтау төртінші орында."
    ),
}
OF_YEARS = {
    "en": (
        "There were 97 cases in 2020, 214 in 2021, 128 in 2022 and 152 in 2023. Thus 2023 is the "
        "{}-worst of the four years."
    ),
    "ru": (
        "Случаев было: 97 в 2020 году, 214 в 2021-м, 128 в 2022-м и 152 в 2023-м. За четыре года 2023 "
        "год занял {} место."
    ),
    "kk": (
        "2020 жылы 97, 2021 жылы 214, 2022 жылы 128, 2023 жылы 152 оқиға болды. 2023 жыл соңғы төрт "
        "жылдың ішінде {} орында."
    ),
}
SECOND_THIRD = {"en": ("second", "third"), "ru": ("второе", "третье"), "kk": ("екінші", "үшінші")}
RANKS = {
    "en": ("In the index the country {} from 122nd to 144th place.", "fell", "rose"),
    "ru": ("В индексе страна {} со 122-го на 144-е место.", "опустилась", "поднялась"),
    "kk": ("Индексте ел 122-орыннан 144-орынға {}.", "төмендеді", "көтерілді"),
}
LONGEST = {
    "en": (
        "The longest sentence of the year, {} years, was given to an editor. A blogger was sentenced to "
        "six years in prison."
    ),
    "ru": "Самый большой срок – {} лет – получил редактор. Блогера приговорили к шести годам колонии.",
    "kk": "Ең ұзақ мерзімді – {} жылды – редактор алды. Блогер алты жылға бас бостандығынан айырылды.",
}
SEVEN_FIVE = {"en": ("seven", "five"), "ru": ("семь", "пять"), "kk": ("жеті", "бес")}
TABLE = (
    "| {} | 2022 | 2023 |\n|---|---|---|\n| Almaty | 45 | 61 |\n| Astana | 33 | 29 |\n| Oral | 21 | 25 "
    "|\n| Aktau | 12 | 9 |\n| Taraz | 18 | 22 |\n\n{}"
)
ROWS = {
    "en": ("Region", "The number fell in {} regions and rose in three.", "two", "four"),
    "ru": ("Регион", "В {} регионах число сократилось, в трёх выросло.", "двух", "четырёх"),
    "kk": ("Өңір", "{} өңірде сан азайды, үшеуінде көбейді.", "Екі", "Төрт"),
}


def wrong(text, language):
    return [one.should_be or one.why for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize("language", PLACES)
def test_numbers_fall_with_their_places(language):
    assert wrong(PLACES[language].format(13), language) == ["87, 52, 13, 31"]
    assert wrong(PLACES[language].format(38), language) == []


@pytest.mark.parametrize("language", OF_YEARS)
def test_the_place_of_the_year_is_that_among_the_years(language):
    right, slip = SECOND_THIRD[language]
    assert wrong(OF_YEARS[language].format(slip), language) == ["2"]
    assert wrong(OF_YEARS[language].format(right), language) == []


@pytest.mark.parametrize("language", RANKS)
def test_a_rank_with_a_larger_number_is_lower(language):
    words, right, slip = RANKS[language]
    assert wrong(words.format(slip), language) == ["from place 122 to 144 is down"]
    assert wrong(words.format(right), language) == []


@pytest.mark.parametrize("language", LONGEST)
def test_no_term_is_longer_than_the_longest(language):
    right, slip = SEVEN_FIVE[language]
    assert [one[0] for one in wrong(LONGEST[language].format(slip), language)] == ["6"]
    assert wrong(LONGEST[language].format(right), language) == []


@pytest.mark.parametrize("language", ROWS)
def test_as_many_rows_fell_as_the_table_shows(language):
    head, words, right, slip = ROWS[language]
    assert wrong(TABLE.format(head, words.format(slip)), language) == ["2"]
    assert wrong(TABLE.format(head, words.format(right)), language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "By quarter there were 59 cases in the first, 121 in the second, 74 in the third and 64 in the fourth."),
        ("en", "We logged 19 alerts: eight on the first night, nine on the second and two on the third."),
        ("en", "In the index the country slid from 77th to 103rd place, losing 26 positions, out of 180."),
        (
            "en",
            "The longest term, ten years, went to an editor aged 48. The prosecutor had asked for 12 years in prison.",
        ),
        ("ru", "По кварталам: 59 в первом, 121 во втором, 74 в третьем, 64 в четвёртом."),
        ("ru", "В рейтинге страна поднялась на 49 строчек: с 89-го места на 40-е."),
        (
            "ru",
            "Самый большой срок, 18 лет колонии, получил репортёр 36 лет. Прокурор требовал 20 лет лишения свободы.",
        ),
        ("kk", "Тоқсан бойынша: бірінші тоқсанда 61, екіншісінде 48, үшіншісінде 39, төртіншісінде 49 оқиға."),
        ("kk", "Рейтингте ел 122-орыннан 134-орынға түсіп, 12 сатыға төмендеді."),
        ("kk", "Ең ұзақ мерзімді – бес жылды – редактор алды. Прокурор жеті жылға бас бостандығынан айыруды сұраған."),
    ],
)
def test_quarters_steps_ages_and_what_was_asked_for_are_no_places_or_terms(language, text):
    assert wrong(text, language) == []
