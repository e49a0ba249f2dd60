"""Numbers are found in digits and in words, with their kind."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuzet.language.values import form, numbers


@pytest.mark.table("numbers.csv")
def test_numbers_of_a_sentence(text, language, expected):
    found = numbers.find(text, language)
    assert "; ".join(f"{each.value.normalize():f} {each.kind}" for each in found) == expected


def test_the_span_covers_the_number_without_its_unit():
    (found,) = numbers.find("ровно сорок семь процентов", "ru")
    assert (found.start, found.end, found.kind) == (6, 16, "percent")


@pytest.mark.parametrize(
    ("word", "language", "value"),
    [("three", "en", 3), ("трёх", "ru", 3), ("үшеуін", "kk", 3), ("уш", "kk", 3), ("12", "en", 12)],
)
def test_one_word_names_a_number(word, language, value):
    assert numbers.value_of(word, language) == value


def test_another_word_names_none():
    assert numbers.value_of("камера", "ru") is None


@given(st.integers(0, 10**12), st.sampled_from(["kk", "ru", "en"]))
def test_what_form_writes_is_read_back(value, language):
    (found,) = numbers.find(f"({form.number(value, language)} a", language)
    assert found.value == value


@given(st.decimals(0, 10**6, places=2, allow_nan=False), st.sampled_from(["kk", "ru", "en"]))
def test_fractions_that_form_writes_are_read_back(value, language):
    text = form.percent(value.normalize() if value else Decimal(0), language)
    (found,) = numbers.find(text, language)
    assert (found.value, found.kind) == (value, "percent")


@settings(deadline=None)
@given(st.text(), st.sampled_from(["kk", "ru", "en"]))
def test_any_text_gives_numbers_in_order(text, language):
    found = numbers.find(text, language)
    assert all(left.end <= right.start for left, right in pairwise(found))
