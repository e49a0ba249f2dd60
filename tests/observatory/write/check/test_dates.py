"""The order of dates: steps of one proceeding, and entries of a list."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

STEPS = (
    ("en", "The reporter was beaten on 3 March {}, and on 9 April 2024 a court convicted both men."),
    ("en", "Arrested in March {}, the editor was sentenced on 9 April 2024 to two years."),
    ("en", "The editor was sentenced on 3 March {} to two years; on 9 April 2024 the Supreme Court upheld it."),
    ("en", "Blocked on 3 March {}, the site was unblocked on 9 April 2024."),
    ("ru", "Репортёра избили 3 марта {} года, а 9 апреля 2024 года суд вынес обоим приговор."),
    ("ru", "Задержанный 3 марта {} года, редактор осуждён 9 апреля 2024 года на два года."),
    ("ru", "3 марта {} года редактора приговорили к двум годам; 9 апреля 2024 года апелляция оставила это в силе."),
    ("ru", "Сайт заблокировали 3 марта {} года, а 9 апреля 2024 года разблокировали."),
    ("kk", "Тілші {} жылғы 3 наурызда шабуылға ұшырады, 2024 жылғы 9 сәуірде екеуіне үкім шықты."),
    ("kk", "Редактор {} жылғы 3 наурызда ұсталып, 2024 жылғы 9 сәуірде екі жылға сотталды."),
    ("kk", "{} жылғы 3 наурызда үкім шықты, 2024 жылғы 9 сәуірде апелляция оны күшінде қалдырды."),
)


def lines(text, language="en"):
    return [one.line for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(("language", "text"), STEPS)
def test_a_step_of_a_proceeding_is_not_earlier_than_the_one_before_it(language, text):
    assert lines(text.format(2023), language) == []
    assert lines(text.format(2024), language) == []
    assert lines(text.format(2025), language) == [1]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Anna Bell was arrested on 3 March 2024; Mark Stone was sentenced on 9 April 2023."),
        ("en", "Sentenced on 9 April 2023, he was arrested on 3 March 2024."),
        ("en", "Detained on 3 March 2024, she had been fined earlier, on 9 April 2023."),
        ("ru", "Анну Белову задержали 3 марта 2024 года, Марка Камнева осудили 9 апреля 2023 года."),
        ("ru", "Осуждённый 9 апреля 2023 года, он задержан 3 марта 2024 года."),
        ("ru", "Его задержали 3 марта 2024 года; ранее, 9 апреля 2023 года, он был оштрафован."),
        ("kk", "Анна Белова 2024 жылғы 3 наурызда ұсталды, Марк Тасов 2023 жылғы 9 сәуірде сотталды."),
        ("kk", "2023 жылғы 9 сәуірде сотталған ол 2024 жылғы 3 наурызда ұсталды."),
        ("kk", "Ол 2024 жылғы 3 наурызда ұсталды, бұған дейін 2023 жылғы 9 сәуірде айыппұл төлеген."),
    ],
)
def test_other_people_and_what_was_before_may_be_earlier(language, text):
    assert lines(text, language) == []


LISTS = {
    "en": (
        "Attacks on the press in 2023\n\n- On 4 May a reporter was pushed in Gori.\n"
        "- On 8 July{} an editor was beaten in Poti.\n- On 2 August a window was broken in Batumi."
    ),
    "ru": (
        "Нападения на прессу в 2023 году\n\n– 4 мая в Оше толкнули репортёра.\n"
        "– 8 июля{} в Нарыне избили редактора.\n– 2 августа в Таласе разбили окно."
    ),
    "kk": (
        "2023 жылы баспасөзге жасалған шабуылдар\n\n– 4 мамырда Оралда тілшіні итеріп жіберді.\n"
        "–{} 8 шілдеде Таразда редакторды соққыға жықты.\n– 2 тамызда Ақтауда терезе сындырылды."
    ),
}
YEARS = {"en": " {}", "ru": " {} года", "kk": " {} жылғы"}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize(("year", "expected"), [(2022, [4]), (2023, []), (2024, [4])])
def test_an_entry_between_two_of_the_year_is_of_the_year(language, year, expected):
    assert lines(LISTS[language].format(YEARS[language].format(year)), language) == expected


def test_a_list_that_begins_in_the_year_before_is_in_order():
    text = LISTS["en"].format("").replace("4 May", "4 May 2022")
    assert lines(text) == []
