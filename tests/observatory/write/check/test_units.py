"""Fines told in an index against what the text tells it to be worth."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check


def wrong(text, language="en"):
    return [one.should_be for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(
    ("language", "text", "right", "other"),
    [
        ("en", "One MCI was 3,692 tenge that year. The editor paid 40 MCI, that is {} tenge.", "147,680", "174,680"),
        ("en", "The basic unit is 37 roubles. He was fined 30 basic units ({} roubles).", "1,110", "1,310"),
        (
            "en",
            "She had to pay {} soms (200 calculation units). A calculation unit equals 100 soms.",
            "20,000",
            "22,000",
        ),
        ("ru", "Один МРП составлял 3 692 тенге. Редактор заплатил 40 МРП, то есть {} тенге.", "147 680", "174 680"),
        (
            "ru",
            "Базовая величина равна 37 рублям. Его оштрафовали на 30 базовых величин ({} рублей).",
            "1 110",
            "1 310",
        ),
        (
            "ru",
            "Он заплатил {} сомов, или 200 расчётных показателей; показатель – расчётный показатель – 100 сомов.",
            "20 000",
            "22 000",
        ),
        ("kk", "Бір АЕК 3 692 теңге болды. Редактор 40 АЕК, яғни {} теңге төледі.", "147 680", "174 680"),
        ("kk", "Айыппұл 40 АЕК-ке ({} теңге) тең. Ол кезде АЕК – 3 692 теңге.", "147 680", "174 680"),
        (
            "kk",
            "Базалық шама 340 000 сум. Оған 30 базалық шама, яғни {} сум айыппұл салынды.",
            "10 200 000",
            "12 200 000",
        ),
    ],
)
def test_a_fine_is_its_number_of_indices_as_the_text_tells_their_worth(language, text, right, other):
    assert wrong(text.format(right), language) == []
    assert wrong(text.format(other), language) == [right]


@pytest.mark.parametrize(
    ("language", "text", "right", "other"),
    [
        (
            "en",
            "Three fines were of 10 MCI and two of 20 MCI. An MCI was 2,525 tenge. The five come to {} tenge in all.",
            "176,750",
            "186,750",
        ),
        (
            "ru",
            "Три штрафа были по 10 МРП, два – по 20 МРП. МРП равнялся 2 525 тенге. Пять штрафов вместе – {} тенге.",
            "176 750",
            "186 750",
        ),
        (
            "kk",
            "Үш айыппұл 10 АЕК, екеуі 20 АЕК болды. АЕК 2 525 теңгеге тең еді. Бес айыппұлдың жалпы сомасы {} теңге.",
            "176 750",
            "186 750",
        ),
    ],
)
def test_the_fines_of_a_list_in_indices_add_up_in_money(language, text, right, other):
    assert wrong(text.format(right), language) == []
    assert wrong(text.format(other), language) == [right]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ten paid 20 MCI, six 30 MCI and two 60 MCI, {} MCI altogether."),
        ("ru", "Десять заплатили по 20 МРП, шестеро – по 30, двое – по 60. Всего это {} МРП."),
        ("kk", "Он адам 20 АЕК-тен, алтауы 30 АЕК-тен, екеуі 60 АЕК-тен төледі. Жиыны – {} АЕК."),
    ],
)
def test_the_indices_of_a_list_add_up(language, text):
    assert wrong(text.format(500), language) == []
    assert wrong(text.format(560), language) != []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An MCI was 3,450 tenge in 2023 and 3,692 tenge in 2024. He paid 40 MCI, that is 138,000 tenge."),
        ("en", "An MCI is 3,692 tenge. She was fined 40 MCI, and damages of 200,000 tenge were awarded to the mayor."),
        ("en", "An MCI is 3,692 tenge. He paid 40 MCI, or almost 150,000 tenge."),
        ("en", "An MCI is 3,692 tenge. Three editors paid 40 MCI each, that is 443,040 tenge."),
        ("ru", "МРП – 3 450 тенге в 2023 году и 3 692 тенге в 2024-м. Он заплатил 40 МРП, то есть 138 000 тенге."),
        ("ru", "МРП – 3 692 тенге. Её оштрафовали на 40 МРП, а акиму присудили 200 000 тенге."),
        ("kk", "АЕК 2023 жылы 3 450 теңге, 2024 жылы 3 692 теңге болды. Ол 40 АЕК, яғни 138 000 теңге төледі."),
        ("kk", "АЕК – 3 692 теңге. Оған 40 АЕК айыппұл салынды, ал әкімге 200 000 теңге өндірілді."),
    ],
)
def test_another_year_another_sum_and_a_rough_one_hold(language, text):
    assert wrong(text, language) == []
