"""Names in quotation marks that a Russian text declines: those without the word for their kind before them."""

from __future__ import annotations

import pytest

from kuzet.language.names import quoted


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Шахтёрского проспекта", "Шахтёрский проспект"),
        ("Важных историй", "Важные истории"),
        ("Вечернего Тараза", "Вечерний Тараз"),
        ("Голоса Экибастуза", "Голос Экибастуза"),
        ("Вестника", "Вестник"),
        ("Правды", "Правда"),
        ("Наш край", "Наш край"),
        ("Кызылорда плюс", "Кызылорда плюс"),
        ("Туран таймс", "Туран таймс"),
    ],
)
def test_behind_the_word_for_a_media_worker_a_name_is_in_the_genitive(written: str, name: str) -> None:
    assert quoted.nominative(written, after_worker=True) == name


@pytest.mark.parametrize("written", ["Правды", "Голоса Экибастуза", "Дала", "Кызылорда бүгін"])
def test_elsewhere_what_may_be_a_nominative_is_one(written: str) -> None:
    assert quoted.nominative(written, after_worker=False) == written


def test_an_adjective_in_the_genitive_is_told_by_itself() -> None:
    assert quoted.nominative("Шахтёрского проспекта", after_worker=False) == "Шахтёрский проспект"
