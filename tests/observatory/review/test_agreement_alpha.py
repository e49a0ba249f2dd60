"""Alpha against what others published, and the distance of sets."""

from __future__ import annotations

import krippendorff
import numpy as np
import pytest

from kuzet.observatory.review import agreement_alpha
from kuzet.observatory.review.agreement_alpha import alpha, masi, percent

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section D: four coders, twelve units; . is missing.
EXAMPLE = [
    [1, 1, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1],
    [2, 2, 2, 2], [5, 5, 5], [1, 1], [3],
]  # fmt: skip
HELD, INSIDE, OVERLAP, APART = 0.0, 1 - 2 / 3 / 2, 1 - 1 / 3 / 3, 1.0


@pytest.mark.parametrize(("level", "published"), [("nominal", 0.743), ("interval", 0.849), ("ratio", 0.797)])
def test_alpha_is_the_published_one(level, published):
    assert alpha(EXAMPLE, level)[0] == pytest.approx(published, abs=0.0005)


def test_the_library_gives_the_published_ordinal_alpha_too():
    counts = [[values.count(value) for value in range(1, 6)] for values in EXAMPLE]
    found = krippendorff.alpha(value_counts=counts, level_of_measurement="ordinal")
    assert found == pytest.approx(0.815, abs=0.0005)


@pytest.mark.parametrize(
    ("left", "right", "distance"),
    [("ab", "ab", HELD), ("ab", "a", INSIDE), ("ab", "bc", OVERLAP), ("a", "b", APART)],
    ids=["same", "inside", "overlap", "apart"],
)
def test_the_distance_of_sets_is_that_of_masi(left, right, distance):
    assert masi(frozenset(left), frozenset(right)) == pytest.approx(distance)
    assert masi(frozenset(right), frozenset(left)) == pytest.approx(distance)


def test_alpha_of_sets_is_higher_where_they_overlap():
    near = [[frozenset("ab"), frozenset("a")], [frozenset("c"), frozenset("cd")], [frozenset("e"), frozenset("e")]]
    apart = [[frozenset("ab"), frozenset("x")], [frozenset("c"), frozenset("y")], [frozenset("e"), frozenset("e")]]
    assert alpha(near, "set")[0] > alpha(apart, "set")[0]


def test_the_interval_holds_alpha_and_is_the_same_each_time():
    value, low, high = alpha(EXAMPLE, "nominal")
    assert low < value < high
    assert alpha(EXAMPLE, "nominal") == (value, low, high)


def test_resampling_the_units_as_they_are_gives_alpha_itself(monkeypatch):
    class AsTheyAre:
        def multinomial(self, count, _shares, samples):
            return np.ones((samples, count))

    monkeypatch.setattr(agreement_alpha.np.random, "default_rng", lambda _seed: AsTheyAre())
    value, low, high = alpha(EXAMPLE, "interval")
    assert (low, high) == pytest.approx((value, value))


@pytest.mark.parametrize("units", [[], [["a"]], [["a", "a"], ["a", "a"]]], ids=["none", "one coder", "one value"])
def test_where_nothing_varies_there_is_no_alpha(units):
    assert alpha(units, "nominal") is None


def test_percent_agreement_counts_pairs():
    assert percent([["a", "a", "b"], ["c", "c"], ["d"]]) == (2, 4)
