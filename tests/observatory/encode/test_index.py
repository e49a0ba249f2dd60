"""Fines in indices and in money are checked against the table of the pack."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuzet import countries
from kuzet.observatory.encode import index

RATES = countries.load("kz").mci


@pytest.mark.parametrize(
    ("count", "money", "said"),
    [
        (180, 621_000, "180 MCI x 3,450 of 2023 = 621,000: agrees"),
        (20, 73_840, "20 MCI x 3,692 of 2024 = 73,840: agrees"),
        (20, 51_688, "20 MCI x 3,692 of 2024 less 30 % for admitted guilt = 51,688: agrees"),
        (20, 73_841, "20 MCI and 73,841: agrees with no index of 2014-2026"),
    ],
)
def test_a_fine_told_both_ways_agrees_or_not(count, money, said):
    assert index.compared(Decimal(count), Decimal(money), RATES) == said


@given(st.integers(1, index.MOST), st.sampled_from(RATES))
def test_every_product_is_found_again(count, rate):
    product = index.Product(Decimal(count), rate)
    assert product in index.agreeing(product.count, product.sum, RATES)
    assert product in index.factors(product.sum, RATES)


def test_the_rates_of_years_are_all_where_no_year_is_known():
    assert index.of_years(RATES, ()) == RATES
    assert {rate.amount for rate in index.of_years(RATES, [2022])} == {3063, 3180}
