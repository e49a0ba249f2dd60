"""Quarters listed in a sentence and the one that is told as the busiest behind it; shares that are more than all."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

QUARTERS = [
    (
        "en",
        "First quarter 96 cases, second 71, third 64, fourth 87. The quietest, as one sees, was the {} quarter.",
        "second",
        "third",
    ),
    (
        "ru",
        (
            "На первый, «выборный» квартал пришлось 96 инцидентов, на второй – 71, на третий – 64, на четвёртый – 87. "
            "Самым спокойным, как видно из этих цифр, оказался {} квартал."
        ),
        "второй",
        "третий",
    ),
    (
        "kk",
        (
            "Талаптар былай бөлінді: бірінші тоқсанда 21, екіншіде 28, үшіншіде 19, төртіншіде 29. "
            "Көріп отырғанымыздай, ең көп талап {} тоқсанда түскен."
        ),
        "екінші",
        "төртінші",
    ),
]
SHARES = [
    (
        "en",
        "In 2023 cyber-attacks made up 26% of everything recorded in 2023, physical attacks 15% and legal ones {}%.",
        64,
        59,
    ),
    (
        "ru",
        "В 2023 году нефизические атаки составили 26 % всех случаев 2023 года, физические – 15 %, юридические – {} %.",
        64,
        59,
    ),
    (
        "kk",
        (
            "Шабуылдардың 69,2%-ы билік тарапынан, {},3%-ы билікке қатысы жоқ адамдар тарапынан жасалған, "
            "ал 10,5%-ының көзі анықталмаған."
        ),
        25,
        20,
    ),
]


@pytest.mark.parametrize(("language", "text", "wrong", "right"), QUARTERS)
def test_the_busiest_quarter_is_the_one_of_the_list_in_front(language, text, wrong, right):
    assert [one.verdict for one in check(text.format(wrong), language)].count(Verdict.DIFFERS) == 1
    assert [one.why for one in check(text.format(right), language) if one.verdict is Verdict.DIFFERS] == []


@pytest.mark.parametrize(("language", "text", "wrong", "right"), SHARES)
def test_three_shares_of_one_year_are_all_of_it(language, text, wrong, right):
    assert [one.verdict for one in check(text.format(wrong), language)].count(Verdict.DIFFERS) == 1
    assert [one.why for one in check(text.format(right), language) if one.verdict is Verdict.DIFFERS] == []
