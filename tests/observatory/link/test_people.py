"""Names of one person meet, near ones are near, others stay apart."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest

from kuzet.language.names import fold
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


def test_a_vowel_that_alphabets_write_in_two_ways_makes_names_near():
    assert level("Раушан Тілеубаева", "Раушан Тлеубаева") == "near"
    assert level("Максим Жариков", "Максим Жарков") == ""


def test_a_woman_and_a_man_of_one_key_are_namesakes():
    assert level("Aleksandra Gromova", "Александр Громов") == "namesake"
    assert level("А. Громова", "Александр Громов") == "namesake"


def test_short_words_must_be_equal():
    assert level("Рустам Цен", "Рустам Тен") == ""


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Ерлан Қайратұлы Сәдуақас", "Ерлан Бақытұлы Сәдуақас", ""),
        ("Ерлан Қайратұлы Сәдуақас", "Yerlan Kairatovich Saduakas", "full"),
        ("Ерлан Қайратұлы Сәдуақас", "Ерлан Сәдуақас", "full"),
        ("Динара Серікқызы", "Динара Ахмет Серікқызы", "full"),
        ("Динара Болатқызы", "Динара Ахмет Серікқызы", ""),
        ("Светлана Викторовна", "Гордеева Светлана Викторовна", "full"),
        ("Роман Абрамович", "Роман Аркадьевич Абрамович", "full"),
        ("Роза Ермековна", "Роза Тлеубаева", "given"),
        ("Роза Ермековна", "Раушан Тлеубаева", ""),
        ("Роза Ермековна", "Роза Болатовна Тлеубаева", ""),
    ],
)
def test_fathers_tell_people_apart_where_both_are_told(left, right, expected):
    assert level(left, right) == expected


def level(left: str, right: str) -> str:
    return people.level(fold.name(left), fold.name(right))


@pytest.mark.gate
def test_spellings_of_many_peoples_are_told_apart():
    families: dict[str, list[tuple[str, str]]] = {}
    with (Path(__file__).parent / "spellings.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            families.setdefault(row["family"], []).extend((row["person"], one) for one in row["spellings"].split("|"))
    told = [
        (level(left, right) in people.SAME, mine == other)
        for family in families.values()
        for (mine, left), (other, right) in combinations(family, 2)
    ]
    assert len(told) > 5000
    both = sum(called and same for called, same in told)
    assert 2 * both / (sum(called for called, _ in told) + sum(same for _, same in told)) >= 0.995
