"""What an average is divided by: a part of the suits, those who are told beside the sum, what a dash parts from it."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

AVERAGES = [
    ("kk", "Тоғыз қалада 14 тренинг өтіп, оған 350 адам қатысты – бір тренингке орта есеппен {} адамнан.", "35", "25"),
    (
        "en",
        "Money is sought in 52 of the 71 suits: a total of 182 million drams, an average of {} per suit.",
        "5.3 million",
        "3.5 million",
    ),
    (
        "ru",
        "Деньги требуют по 52 из 71 иска, всего 182 миллиона драмов, в среднем {} драмов на иск.",
        "5,3 миллиона",
        "3,5 миллиона",
    ),
    (
        "en",
        (
            "The 21 cases involve cameras and phones. Cameras worth UGX 36 million were lost, vehicles to the tune "
            "of UGX 17.5 million, phones of UGX 9.8 million and recorders of UGX 1.2 million. The average loss per "
            "case was UGX {} million."
        ),
        "4.07",
        "3.07",
    ),
    (
        "ru",
        (
            "Приговоры вынесены 25 из 34 человек: восемь человек получили до трёх лет, 17 – больше. Суммарный срок "
            "25 осуждённых – 142 года и 6 месяцев, в среднем {} года на человека."
        ),
        "6,7",
        "5,7",
    ),
    ("en", "The 25 convicted got a total of 142 years and 6 months, an average of {} years per person.", "6.7", "5.7"),
]


@pytest.mark.parametrize(("language", "text", "wrong", "right"), AVERAGES)
def test_an_average_is_divided_by_those_who_shared_the_sum(language, text, wrong, right):
    assert [one.verdict for one in check(text.format(wrong), language) if one.verdict is Verdict.DIFFERS] == [
        Verdict.DIFFERS
    ]
    assert [one.why for one in check(text.format(right), language) if one.verdict is Verdict.DIFFERS] == []
