"""Names meet in one key across scripts, cases and alphabets; near-namesakes do not."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuzet.language import fold
from kuzet.language.fold import NameKey

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    "spelling",
    [
        "Тамара Еслямова",
        "Тамара Еслямоваға",
        "Тамару Еслямову",
        "Tamara Yeslyamova",
        "Еслямова Тамара",
        "Tamara Eslamova",
    ],
)
def test_one_key_for_all_spellings(spelling):
    assert fold.name(spelling).key == "eslamov tamar"


def test_a_word_folds_to_its_sounds():
    assert fold.word("Жұмабайдың") == fold.word("Джумабай") == fold.word("Zhumabai") == fold.word("Jumabay")


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Тамара Еслямова", "f"),
        ("Нурлан Ахметов", "m"),
        ("Нурлана Ахметова", ""),
        ("Тамарой Еслямовой", "f"),
        ("Хадиша Мұхтарқызы", "f"),
        ("Дәурен Әлібекұлы", "m"),
        ("Ольгу Петровскую", "f"),
        ("Сергею Петровскому", "m"),
        ("Юлия Цой", ""),
    ],
)
def test_gender_is_told_by_the_endings_or_not_at_all(name, gender):
    assert fold.name(name).gender == gender


def test_patronymics_are_left_out_of_the_key():
    assert fold.name("Тимур Серикович Ахметов") == fold.name("Ахметов Тимур")


def test_an_initial_stands_for_a_name_that_it_begins():
    assert fold.alike(fold.name("Т. Ахметов"), fold.name("Тимур Ахметов"))
    assert not fold.alike(fold.name("Р. Ахметов"), fold.name("Тимур Ахметов"))


def test_man_and_woman_of_one_family_are_not_alike():
    assert fold.name("Ахметов").key == fold.name("Ахметова").key
    assert not fold.alike(fold.name("Самат Ахметов"), fold.name("Алия Ахметова"))
    assert not fold.alike(NameKey("akmetov", "m"), NameKey("akmetov", "f"))


def test_an_empty_name_is_like_none():
    assert fold.name("…") == NameKey("", "")
    assert not fold.alike(NameKey("", ""), NameKey("", ""))


@pytest.mark.gate
@pytest.mark.parametrize(("table", "floor"), [("name_pairs.csv", 0.99), ("name_pairs_held_out.csv", 0.95)])
def test_pairs_of_names_are_told_apart(table, floor):
    with (HERE / table).open(encoding="utf-8") as file:
        pairs = [(row["left"], row["right"], row["same"] == "yes") for row in csv.DictReader(file)]
    told = [(fold.alike(fold.name(left), fold.name(right)), same) for left, right, same in pairs]
    right = sum(alike and same for alike, same in told)
    assert 2 * right / (sum(alike for alike, _ in told) + sum(same for _, same in told)) >= floor
    assert all(same for alike, same in told if alike)


@settings(deadline=None)
@given(st.text())
def test_any_text_folds_to_the_same_key_twice(text):
    assert fold.name(text) == fold.name(text)
    assert fold.alike(fold.name(text), fold.name(text)) == bool(fold.name(text).key)
