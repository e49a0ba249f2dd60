"""Averages whose divisor is told as the noun of the average, by the sums themselves, or without "on average"."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check


def wrong(text, language="en"):
    return [one.should_be for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(
    ("language", "text", "right", "other"),
    [
        (
            "en",
            "Of 24 fines 16 were of 2,000 and eight of 5,000 lari. All make 72,000 lari. The average fine was {} lari.",
            "3,000",
            "3,600",
        ),
        (
            "en",
            "Bail was set at 20,000, 30,000 and 70,000 lari, which is 120,000 lari in all or {} on average.",
            "40,000",
            "48,000",
        ),
        (
            "en",
            "Nine suits were lost. The courts awarded 117,000 lari, which makes {} lari per lost suit.",
            "13,000",
            "14,500",
        ),
        ("ru", "Вынесено 24 штрафа.\nВсего взыскано 72 000 сомов. Средний штраф составил {} сомов.", "3 000", "3 600"),
        (
            "ru",
            "Залог составил 20 000, 30 000 и 70 000 сомов, всего 120 000 сомов, в среднем {} сомов.",
            "40 000",
            "48 000",
        ),
        (
            "ru",
            "Сумма по 14 искам – 96,6 млн тенге, в среднем по {} млн. Год назад просили 138 млн.",
            "6,9",
            "9,6",
        ),
        ("ru", "Проиграно девять исков. Суды присудили 117 000 лари, то есть {} лари на один иск.", "13 000", "14 500"),
        (
            "ru",
            "По 12 делам спорят до сих пор. Общая сумма по этим делам – 96 000 драмов, в среднем {} драмов.",
            "8 000",
            "9 000",
        ),
        ("kk", "24 айыппұл салынды.\nБарлығы 72 000 сом өндірілді. Орташа айыппұл {} сом болды.", "3 000", "3 600"),
        ("kk", "Тоғыз талап жеңілді. Сот 117 000 лари өндірді, яғни әр талапқа {} лари.", "13 000", "14 500"),
    ],
)
def test_an_average_of_a_sum_is_reckoned_by_its_noun_or_by_its_list(language, text, right, other):
    assert wrong(text.format(right), language) == []
    assert wrong(text.format(other), language)[0] in (right, f"{right.replace(',', '')}00000")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The 40 suits vary. In 30 of the suits a sum was named, 1,500,000 lari, or 50,000 lari per suit.",
        ),
        ("en", "The damage came to 14 million soms: a camera of 9 million and two phones of 2.5 million each."),
        ("en", "The law allows 90,000 lari, that is 15,000 lari per day of delay. Six sites paid."),
        (
            "en",
            (
                "Thirteen suits were decided: eight for the plaintiff, five for the paper. 16 more are open. Courts "
                "awarded 9.6 million tenge, that is 1.2 million per lost case."
            ),
        ),
        (
            "ru",
            (
                "Решено 13 исков: восемь в пользу истца, пять в пользу газеты. Ещё 16 не решены. Суд взыскал 9,6 млн "
                "тенге, то есть 1,2 млн тенге на одно проигранное дело."
            ),
        ),
        (
            "kk",
            (
                "13 талап қаралды: сегізі талапкердің, бесеуі газеттің пайдасына шешілді. 16-сы күтуде. Сот 9,6 млн "
                "теңге өндірді, яғни әр жеңілген іске 1,2 млн теңге."
            ),
        ),
        ("en", "In the three autumn months there were 34 cases. Over the year the average is seven a month."),
        ("ru", "За три осенних месяца было 34 случая. В среднем за год в месяц приходилось семь случаев."),
        ("kk", "Үш күз айында 34 оқиға болды. Жыл бойғы орташа көрсеткіш – айына жеті оқиға."),
        ("en", "The 20 fines came to 30,000 roubles, while the average wage was then 950 roubles."),
        ("ru", "20 штрафов – это 30 000 рублей; средняя зарплата в это время – около 950 рублей."),
        ("kk", "20 айыппұл 30 000 рубль болды, ал орташа жалақы ол кезде 950 рубль еді."),
        ("ru", "Исков 40. В 30 исках названа сумма: 1 500 000 лари, в среднем 50 000 лари на иск."),
        ("ru", "Ущерб – 14 миллионов сомов: камера за 9 миллионов и два телефона по 2,5 миллиона каждый."),
        ("kk", "Шығын 14 миллион сум болды: камера 9 миллион, екі телефонның әрқайсысы 2,5 миллион сум тұратын."),
    ],
)
def test_an_average_of_other_numbers_near_by_holds(language, text):
    assert wrong(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two of the reporters appealed. The terms were 4, 9 and 14 days, 9 days on average."),
        ("ru", "Сроки ареста – 4, 9 и 14 суток, то есть в среднем 9 суток."),
        ("kk", "Қамау мерзімі 4, 9 және 14 тәулік болды, яғни орта есеппен 9 тәулік."),
    ],
)
def test_the_average_of_a_list_of_terms_holds(language, text):
    assert [one for one in check(text, language) if one.verdict is Verdict.DIFFERS] == []
