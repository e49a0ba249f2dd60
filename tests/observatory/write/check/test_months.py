"""Lists of months against the number of the year or of its half, and averages a month among them."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Kind, check

WRONG = {
    "en": [
        (
            "112 attacks were recorded in 2022.\nBy month: January 5, February 6, March 7, April 16, May 8, "
            "June 9, July 18, "
            "August 27, September 8, October 6, November 4 and December 3."
        ),
        (
            "112 attacks were recorded in 2022.\nJanuary saw 5 attacks, February 6, March 7, April 16, May "
            "eight, June nine. "
            "July brought 18, August 27, September 8, October 6, November 4 and December 3."
        ),
        (
            "Attacks from January to June 2022\n96 attacks were recorded.\nThere were eight in January, 11 in "
            "February, 18 in "
            "March, 19 in April, 16 in May and 29 in June."
        ),
    ],
    "ru": [
        (
            "В 2022 году зафиксировано 112 нападений.\nВ январе было 5 нападений, в феврале 6, в марте 7, в "
            "апреле 16, в мае "
            "восемь, в июне девять. В июле – 18, в августе 27, в сентябре 8, в октябре 6, в ноябре 4, в декабре 3."
        ),
        (
            "Нападения за январь–июнь 2022 года\nЗафиксировано 96 нападений.\nВ январе произошло восемь, в "
            "феврале 11, в марте "
            "18, в апреле 19, в мае 16, в июне 29."
        ),
    ],
    "kk": [
        (
            "2022 жылы 112 шабуыл тіркелді.\nҚаңтарда 5 шабуыл болды, ақпанда 6, наурызда 7, сәуірде 16, "
            "мамырда сегіз, маусымда "
            "тоғыз. Шілдеде 18, тамызда 27, қыркүйекте 8, қазанда 6, қарашада 4, желтоқсанда 3."
        ),
        (
            "2022 жылғы бірінші жартыжылдықтағы шабуылдар\n96 шабуыл тіркелді.\nҚаңтарда 8, ақпанда 11, "
            "наурызда 18, сәуірде 19, "
            "мамырда 16, маусымда 29 шабуыл болды."
        ),
    ],
}
RIGHT = {
    "en": [
        (
            "112 attacks were recorded in 2022.\nBy month: January 5, February 6, March 7, April 16, May 8, "
            "June 9, July 13, "
            "August 27, September 8, October 6, November 4 and December 3."
        ),
        (
            "112 attacks were recorded in 2022.\nOf the 118 journalists, five were hit in January, six in "
            "February, seven in "
            "March, 16 in April, eight in May, nine in June, 18 in July, 27 in August, eight in September, "
            "seven in October, "
            "four in November and three in December."
        ),
        (
            "112 attacks were recorded in 2022.\nFor 2021: January 5, February 6, March 7, April 16, May 8, "
            "June 9, July 18, "
            "August 27, September 8, October 6, November 4 and December 3."
        ),
        "112 attacks were recorded in 2022.\nHe was heard on January 5, February 6 and March 7.",
    ],
    "ru": [
        (
            "В 2022 году зафиксировано 112 нападений.\nВ январе было 5 нападений, в феврале 6, в марте 7, в "
            "апреле 16, в мае "
            "восемь, в июне девять. В июле – 13, в августе 27, в сентябре 8, в октябре 6, в ноябре 4, в декабре 3."
        ),
        (
            "В 2022 году зафиксировано 112 нападений.\nЗадержаний было 117: в январе 5, в феврале 6, в марте 7, "
            "в апреле 16, в мае "
            "8, в июне 9, в июле 18, в августе 27, в сентябре 8, в октябре 6, в ноябре 4, в декабре 3."
        ),
    ],
    "kk": [
        (
            "2022 жылы 112 шабуыл тіркелді.\nҚаңтарда 5 шабуыл болды, ақпанда 6, наурызда 7, сәуірде 16, "
            "мамырда сегіз, маусымда "
            "тоғыз. Шілдеде 13, тамызда 27, қыркүйекте 8, қазанда 6, қарашада 4, желтоқсанда 3."
        ),
        (
            "2022 жылғы бірінші жартыжылдықтағы шабуылдар\n96 шабуыл тіркелді.\nҚаңтарда 8, ақпанда 11, "
            "наурызда 18, сәуірде 14, "
            "мамырда 16, маусымда 29 шабуыл болды."
        ),
    ],
}


def wrong(text, language):
    return [one for one in check(text, language) if one.verdict.value == "differs"]


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, told in WRONG.items() for text in told])
def test_months_that_miss_the_number_of_their_year_or_half_are_found(language, text):
    assert {one.line for one in wrong(text, language)} == {text.count("\n") + 1}


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, told in RIGHT.items() for text in told])
def test_months_that_make_up_their_whole_or_are_of_something_else_raise_no_alarm(language, text):
    assert wrong(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Alerts from January to June 2023\n78 alerts were verified.\nThe half-year averages out at {} "
                "alerts a month, yet "
                "the months differ: nine in January, eight in February, 11 in March, 10 in April, 23 in May and "
                "17 in June."
            ),
        ),
        (
            "ru",
            (
                "Нападения за январь–июнь 2023 года\nЗафиксировано 78 нападений.\nЗа полугодие это в среднем {} "
                "нападений в "
                "месяц, но в мае их было 23, а в феврале восемь."
            ),
        ),
        (
            "kk",
            (
                "2023 жылғы бірінші жартыжылдықтағы шабуылдар\n78 шабуыл тіркелді.\nЖартыжылдықта орта есеппен "
                "айына {} шабуыл "
                "болды, ал мамырда 23, ақпанда сегіз шабуыл тіркелді."
            ),
        ),
    ],
)
def test_an_average_a_month_among_the_numbers_of_months_is_judged(language, text):
    found = [one for one in wrong(text.format(15), language) if one.kind is Kind.PERIOD]
    assert [one.should_be for one in found] == ["13"]
    assert wrong(text.format(13), language) == []
