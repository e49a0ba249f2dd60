"""Words for several people, and how a group is called."""

from __future__ import annotations

import pytest

from kuzet.language.forms import plurals


@pytest.mark.parametrize(
    ("words", "language", "called"),
    [
        ("журналистерге", "kk", "журналистер"),
        ("БАҚ қызметкерлеріне", "kk", "БАҚ қызметкерлер"),
        ("журналистам", "ru", "журналисты"),
        ("представителями", "ru", "представители"),
        ("media workers", "en", "media workers"),
    ],
)
def test_a_group_is_called_in_the_nominative(words: str, language: str, called: str) -> None:
    assert plurals.is_plural(words, language)
    assert plurals.nominative(words, language) == called


@pytest.mark.parametrize(
    ("word", "language"), [("тілшінің", "kk"), ("репортер", "ru"), ("журналиста", "ru"), ("press", "en")]
)
def test_one_person_is_no_group(word: str, language: str) -> None:
    assert not plurals.is_plural(word, language)


@pytest.mark.parametrize(
    ("words", "language", "called"),
    [
        ("түсіру тобының", "kk", "түсіру тобы"),
        ("түсірілім тобына", "kk", "түсірілім тобы"),
        ("телевизиялық топ", "kk", "телевизиялық топ"),
        ("түсіру тобымен", "kk", "түсіру тобы"),
        ("съемочную группу", "ru", "съёмочная группа"),
        ("телевизионной бригады", "ru", "телевизионная бригада"),
        ("съёмочная группа", "ru", "съёмочная группа"),
        ("film crew", "en", "film crew"),
    ],
)
def test_a_crew_is_called_in_the_nominative(words: str, language: str, called: str) -> None:
    assert plurals.crew(words, language) == called
