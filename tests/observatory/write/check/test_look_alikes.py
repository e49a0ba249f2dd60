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
    (
        "en",
        "All five fines of the year together came to 190,000 soms: 65,000, 50,000, 35,000 and two of 20,000 soms each.",
    ),
    (
        "en",
        (
            "54 journalists were detained over the year. Set against 2021, when 108 detentions were recorded, the "
            "figure halved; in 2022, however, it stood at 45, and the rise began again."
        ),
    ),
    (
        "ru",
        (
            "За 2023 год задержали 54 журналиста. По сравнению с 2021 годом, когда было 108 задержаний, показатель "
            "снизился вдвое, однако в 2022-м он составлял 45, и рост возобновился."
        ),
    ),
    (
        "kk",
        (
            "Январь–маусым 2024. Алты айда 184 дерек тіркелді, бұл – айына орта есеппен шамамен отыз бір дерек.\n\n"
            "2022 жылдың алғашқы жартысымен (200 дерек) салыстырғанда көрсеткіш 8 пайызға төмен."
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
