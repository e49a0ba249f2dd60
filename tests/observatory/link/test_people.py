"""Names of one person meet, near ones are near, others stay apart."""

from __future__ import annotations

import pytest

from kuzet.language import fold
from kuzet.observatory.link import people


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("Төлеген Иманов", "Tolegen Imanov", "full"),
        ("Гульнары Бажкеновой", "Гүлнар Бажкенованың", "full"),
        ("Динара Ахмет Серікқызы", "Динара Ахмет", "full"),
        ("Сейтова-Лим Анна", "Анна Сейтова-Лим", "full"),
        ("Иманов", "Tolegen Imanov", "surname"),
        ("T. Imanov", "Төлеген Иманов", "surname"),
        ("Иманов", "Imanov", "surname"),
        ("Олжас Сарсенов", "Олжас Сарсенбаев", ""),
        ("Асем Исламова", "Асем Еслямова", ""),
        ("Марат Молдабеков", "Марат Адильбеков", ""),
        ("Болат Иманов", "Марат Иманов", ""),
        ("M. Imanov", "Төлеген Иманов", ""),
    ],
)
def test_two_names_are_of_one_person_or_not(left, right, level):
    assert people.level(fold.name(left), fold.name(right)) == level
    assert people.level(fold.name(right), fold.name(left)) == level


def test_a_word_that_differs_by_a_letter_is_near_and_no_more():
    left, right = fold.NameKey("jarikov maksim", ""), fold.NameKey("jarkov maksim", "")
    assert people.level(left, right) == "near"


def test_short_words_must_be_equal():
    assert people.level(fold.NameKey("cen rustam", ""), fold.NameKey("ten rustam", "")) == ""
