"""Days that an incident of the report, a row of a table or a step of a case cannot have."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

GRAVEST = {
    "en": (
        "# Freedom of speech: annual report 2023\n\nThe review is on 2023. There were 118 "
        "incidents.\n\nAmong the gravest was the "
        "beating of a reporter, whom unknown men attacked near his home on 18 April {}."
    ),
    "ru": (
        "# Свобода слова: доклад за 2023 год\n\nОбзор охватывает 2023 год. Учтено 118 "
        "случаев.\n\nСреди самых тяжёлых – избиение "
        "журналиста: 18 апреля {} года на него напали у его дома."
    ),
    "kk": (
        "# Сөз бостандығы: 2023 жылғы баяндама\n\nШолу 2023 жылды қамтиды. 118 оқиға тіркелді.\n\nЕң "
        "ауырының бірі – тілшінің соққыға "
        "жығылуы: {} жылғы 18 сәуірде үйінің жанында оған шабуыл жасалды."
    ),
}
OF_THEM = {
    "en": (
        "# Monitoring, January–June 2024\n\nWe documented 41 cases. Most interrogations (9) fell on "
        "March. The last of them took "
        "place on 14 {} 2024."
    ),
    "ru": (
        "# Мониторинг, январь – июнь 2024 года\n\nУчтено 41 нарушение. Больше всего допросов (9) в "
        "марте. Последний из них состоялся "
        "14 {} 2024 года."
    ),
    "kk": (
        "# Мониторинг, 2024 жылғы қаңтар – маусым\n\n41 заңбұзушылық құжатталды. Жауап алудың көбі "
        "(9) наурызда болды. Соңғысы 2024 "
        "жылғы 14 {} өтті."
    ),
}
MAY_SEPTEMBER = {"en": ("May", "September"), "ru": ("мая", "сентября"), "kk": ("мамырда", "қыркүйекте")}
TOLD_LATE = {
    "en": "The verdict was pronounced on 11 May 2023; the minister had lodged his complaint on 24 {} 2023.",
    "ru": "Приговор огласили 11 мая 2023 года; заявление министр подал 24 {} 2023 года.",
    "kk": "Үкім 2023 жылғы 11 мамырда шықты; министр арызын 2023 жылғы 24 {} түсірген.",
}
MARCH_JUNE = {"en": ("March", "June"), "ru": ("марта", "июня"), "kk": ("наурызда", "маусымда")}
OVER = {
    "en": (
        "On 3 March 2025 the mayor lodged a complaint against a blogger. On 9 July {} the court "
        "sentenced him to a fine."
    ),
    "ru": "3 марта 2025 года аким подал заявление на блогера. 9 июля {} года суд приговорил его к штрафу.",
    "kk": "2025 жылғы 3 наурызда әкім блогердің үстінен арыз берді. {} жылғы 9 шілдеде оған үкім шықты.",
}
ROWS = (
    "Freedom of speech, January to June 2025\n\n| No. | Date | Who |\n|---|---|---|\n| 1 | "
    "16.01.2025 | A |\n| 2 | 04.02.2025 | B |\n"
    "| 3 | 11.03.2025 | C |\n| 4 | 19.04.2025 | D |\n| 5 | 26.{}.2025 | E |\n"
)
PAIRS = (
    "Verdicts of 2024\n\n| Who | Held | Judged |\n|---|---|---|\n| A | 16.01.2024 | 10.10.2024 |\n| "
    "B | 16.01.2024 | 10.10.2024 |\n"
    "| C | 21.{}.2024 | 14.10.2024 |\n| D | 05.06.2024 | 19.12.2024 |\n"
)


def wrong(text, language):
    return [one.why for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize("language", GRAVEST)
def test_one_of_the_gravest_incidents_of_a_report_is_of_its_year(language):
    assert wrong(GRAVEST[language].format(2021), language) == [
        "2021-04-18 is not between 2023-01-01 and 2023-12-31, the months of the text"
    ]
    assert wrong(GRAVEST[language].format(2023), language) == []


@pytest.mark.parametrize("language", OF_THEM)
def test_the_last_of_the_incidents_of_a_half_year_is_in_it(language):
    right, slip = MAY_SEPTEMBER[language]
    assert wrong(OF_THEM[language].format(slip), language) == [
        "2024-09-14 is not between 2024-01-01 and 2024-06-30, the months of the text"
    ]
    assert wrong(OF_THEM[language].format(right), language) == []


@pytest.mark.parametrize("language", TOLD_LATE)
def test_what_led_to_a_judgment_was_not_behind_it(language):
    right, slip = MARCH_JUNE[language]
    assert wrong(TOLD_LATE[language].format(slip), language) == [
        "the judgment on 2023-05-11, before the act on 2023-06-24"
    ]
    assert wrong(TOLD_LATE[language].format(right), language) == []


@pytest.mark.parametrize("language", OVER)
def test_nobody_is_sentenced_the_year_before_the_complaint_in_front(language):
    assert wrong(OVER[language].format(2024), language) == ["the judgment on 2024-07-09, before the act on 2025-03-03"]
    assert wrong(OVER[language].format(2025), language) == []


def test_a_row_out_of_the_months_of_its_text_is_wrong():
    assert wrong(ROWS.format("07"), "en") == [
        "2025-07-26 is not between 2025-01-01 and 2025-06-30, the months of the text"
    ]
    assert wrong(ROWS.format("06"), "en") == []


def test_a_row_is_wrong_whose_days_stand_the_other_way_round_than_in_all_others():
    assert wrong(PAIRS.format("11"), "en") == ["2024-11-21 is after 2024-10-14, in the other rows before"]
    assert wrong(PAIRS.format("02"), "en") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The trial on the gravest attack, of 18 April 2021, was still going on."),
        ("ru", "Суд по делу о самом тяжёлом нападении, совершённом 18 апреля 2021 года, не закончился."),
        ("kk", "2021 жылғы 18 сәуірде соққыға жығылған тілшінің ісі бойынша сот әлі аяқталмады."),
        ("en", "The verdict of 11 May 2023 was appealed against; the complaint was lodged on 24 June 2023."),
        ("ru", "Приговор огласили 11 мая 2023 года; 24 июня 2023 года адвокат подал апелляцию."),
        ("kk", "Үкім 2023 жылғы 11 мамырда шықты; апелляция 2023 жылғы 24 маусымда түсті."),
    ],
)
def test_what_went_before_or_came_of_a_case_may_have_other_days(language, text):
    head = {"en": "# Report for 2023", "ru": "# Отчёт за 2023 год", "kk": "# 2023 жылғы есеп"}[language]
    assert wrong(f"{head}\n\nA.\n\nB.\n\nC.\n\n{text}", language) == []
