from __future__ import annotations

from fractions import Fraction

import pytest

from kuzet.basis.rounding import decimals, whole


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        (Fraction(100 * 218, 347), 63),
        (Fraction(100 * 14, 30), 47),
        (Fraction(100 * 34, 61), 56),
        (Fraction(1, 2), 1),
        (Fraction(-596, 100), -6),
        (Fraction(-25, 2), -13),
        (Fraction(0), 0),
    ],
)
def test_one_rounding_rule_half_up(value, rounded):
    assert whole(value) == rounded


def test_decimals_by_the_same_rule():
    assert str(decimals(Fraction(7, 4), 1)) == "1.8"
    assert str(decimals(Fraction(7, 4), 2)) == "1.75"
