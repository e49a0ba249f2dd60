"""Right statements that look like wrong ones: ratios, asides, units told once, parts of a whole set against another."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

RIGHT = [
    ("en", "Of the 196 attacks on people, 112 were directed at men and 84 at women, a ratio of four to three."),
    (
        "en",
        (
            "There were 96 cases. Officials were responsible for 33 cases, politicians for 30, private persons for 15, "
            "police officers for six. In 12 cases, one in eight, the perpetrators are unknown."
        ),
    ),
    (
        "en",
        (
            "Of 108 violations in this group, 47 were refusals, 39 were late answers, and in 22 cases there was no "
            "answer at all: 43.5%, 36.1% and 20.4%."
        ),
    ),
    ("ru", "Главный источник угроз – власть: 195 из 312 атак, в два с половиной раза больше, чем у частных лиц (78)."),
    ("ru", "Аудитория за это время упала с 90 до 54 тысяч посетителей в сутки – на 40 %."),
    (
        "ru",
        (
            "За год 84 нарушения. Первое полугодие оказалось хуже прошлогоднего: 47 нарушений против 33. Во втором "
            "полугодии показатель не изменился – 37, как и год назад."
        ),
    ),
    ("kk", "Жылдың екінші жартысына 183 шабуыл тиесілі, бұл алғашқы алты айдағыдан (129) 42 пайызға дерлік көп."),
]

WRONG = [
    ("en", "Of 60 violations, 30 were refusals, 20 late answers and 10 no answer at all: 50%, 38% and 17%.", "33%"),
    ("ru", "Главный источник угроз – власть: 195 из 312 атак, втрое больше, чем у частных лиц (78).", "2,5"),
    ("ru", "Аудитория за это время упала с 90 до 54 тысяч посетителей в сутки – на 60 %.", "40%"),
    ("kk", "Жылдың екінші жартысына 183 шабуыл тиесілі, бұл алғашқы алты айдағыдан (129) 52 пайызға көп.", "42%"),
]


def wrong(language, text):
    return [one.should_be for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_a_right_statement_does_not_differ(language, text):
    assert wrong(language, text) == []


@pytest.mark.parametrize(("language", "text", "right"), WRONG)
def test_one_like_it_that_is_wrong_does(language, text, right):
    assert right in wrong(language, text)
