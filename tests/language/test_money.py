"""Sums are found with their currency, in digits and words."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuzet.basis.money import Money
from kuzet.language.values import form, money


@pytest.mark.table("money.csv")
def test_sums_of_a_sentence(text, language, expected):
    found = money.find(text, language)
    assert "; ".join(f"{each.money.amount} {each.money.currency}" for each in found) == expected


def test_the_span_covers_number_and_currency():
    text = "Штраф в 20 МРП назначен."
    (found,) = money.find(text, "ru")
    assert text[found.start : found.end] == "20 МРП"


@given(
    st.integers(2, 10**10), st.sampled_from(["KZT", "MCI", "USD", "EUR", "RUB"]), st.sampled_from(["kk", "ru", "en"])
)
def test_what_form_writes_is_read_back(amount, currency, language):
    value = Money(amount=Decimal(amount), currency=currency)
    (found,) = money.find(form.money(value, language), language)
    assert found.money == value


@settings(deadline=None)
@given(st.text(), st.sampled_from(["kk", "ru", "en"]))
def test_any_text_gives_sums_in_order(text, language):
    found = money.find(text, language)
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Sixty-eight million and an apology.", "en", [68_000_000]),
        ("From five million to three hundred thousand: thus the court.", "en", [5_000_000, 300_000]),
        ("Сорок миллионов и извинения.", "ru", [40_000_000]),
        ("Сұрағаны – үш миллион. Алғаны – жүз елу мың.", "kk", [3_000_000, 150_000]),
        ("Канал читают два миллиона человек.", "ru", []),
        ("40 мың оқырман жинады", "kk", []),
    ],
)
def test_a_large_number_without_a_noun_is_a_sum_where_a_currency_is_implied(text, language, expected):
    assert [each.money.amount for each in money.find(text, language, "KZT")] == expected
    assert money.find(text, language) == ()
