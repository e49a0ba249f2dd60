"""Patronymics of all the region tell one father and the gender of the child."""

from __future__ import annotations

import pytest

from kuzet.language.names import patronymics


@pytest.mark.parametrize(
    ("word", "father", "gender"),
    [
        ("қайратұлы", "қайрат", "m"),
        ("қайратұлының", "қайрат", "m"),
        ("kairatuly", "kairat", "m"),
        ("qairatūly", "qairat", "m"),
        ("qairatūlynyñ", "qairat", "m"),
        ("сапарқызымен", "сапар", "f"),
        ("saparqizi", "sapar", "f"),
        ("кайратовича", "кайрат", "m"),
        ("kairatovich", "kairat", "m"),
        ("геннадьевной", "геннад", "f"),
        ("gennadievna", "gennad", "f"),
        ("ильич", "ил", "m"),
        ("никитична", "никит", "f"),
        ("асан-уулу", "асан", "m"),
        ("аловсатоглы", "аловсат", "m"),
        ("serhiivna", "serh", "f"),
    ],
)
def test_a_patronymic_tells_the_father_and_the_gender(word, father, gender):
    found = patronymics.of(word)
    assert (found.father, found.gender) == (father, gender)


@pytest.mark.parametrize("word", ["mizulina", "nikulin", "heinrich", "жансұлу", "генрих", "ахметова", "асан", "ұлы"])
def test_another_word_is_no_patronymic(word):
    assert patronymics.of(word) is None


def test_only_the_kazakh_kind_stands_also_as_two_words():
    assert patronymics.of("асанұлы").tail
    assert not patronymics.of("асанович").tail
    assert patronymics.is_tail("уулу")
    assert patronymics.is_tail("қызының")
    assert not patronymics.is_tail("асанұлы")
