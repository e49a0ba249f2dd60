"""The longest term of a table as the lines behind it tell it."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

TERMS = [
    (
        "en",
        (
            "| Name | Term |\n| Polad | 8 years |\n| Afgan | 6 years |\n| Tural | 5 years 6 months |\n\n"
            "The longest, {} years, was handed to Polad, who is ill."
        ),
        "seven",
        "eight",
    ),
    (
        "ru",
        (
            "| Имя | Срок |\n| Полад | 8 лет |\n| Афган | 6 лет |\n| Турал | 5 лет 6 месяцев |\n\n"
            "Самый большой срок, {} лет, получил Полад."
        ),
        "семь",
        "восемь",
    ),
    (
        "kk",
        (
            "| Аты | Мерзім |\n| Полад | 8 жыл |\n| Афган | 6 жыл |\n| Турал | 5 жыл 6 ай |\n\n"
            "Ең ұзақ мерзім, {} жыл, Поладқа берілді."
        ),
        "жеті",
        "сегіз",
    ),
]


@pytest.mark.parametrize(("language", "text", "wrong", "right"), TERMS)
def test_the_longest_term_is_that_of_the_table(language, text, wrong, right):
    assert [one.verdict for one in check(text.format(wrong), language)].count(Verdict.DIFFERS) == 1
    assert [one.why for one in check(text.format(right), language) if one.verdict is Verdict.DIFFERS] == []


def test_the_longest_detention_of_another_table_is_left_alone():
    text = "| Name | Days |\n| Polad | 12 |\n| Afgan | 6 |\n| Tural | 5 |\n\nThe longest, seven years, was Polad's."
    assert [one.why for one in check(text, "en") if one.verdict is Verdict.DIFFERS] == []
