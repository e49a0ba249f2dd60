"""The bound turns away most pairs, and none that the score would keep."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.observatory.link.makers import item, person, when
from tests.observatory.link.strategies import several_items

from kuzet.observatory.link import bound
from kuzet.observatory.link.bound import Bound, sides
from kuzet.observatory.link.compare import score, weights
from kuzet.observatory.link.features import FEATURES


def may(left, right, least, table=None):
    return Bound(table).reaches(left, right, sides(left) & sides(right), least)


@settings(max_examples=100, deadline=None)
@given(several_items(most=6), st.sampled_from((-5.0, 0.0, 2.0, 5.0)))
def test_no_pair_that_scores_enough_is_turned_away(items, least):
    doubled = {level: 2 * weight for level, weight in weights().items()}
    for left, right in combinations(items, 2):
        assert may(left, right, least) or score(left, right) < least
        assert may(left, right, least, doubled) or score(left, right, doubled) < least


def test_strangers_on_other_days_are_turned_away_and_one_event_is_not():
    skiba = item("d1#1")
    assert may(skiba, item("d2#1", date=when("2024-04-16")), 2.0)
    assert not may(skiba, item("d3#1", targets=(person("Olga Lis"),), date=when("2024-09-20")), 2.0)


def test_what_is_looked_at_is_told_of_features_that_exist():
    assert {*bound.LOOKED_AT} <= {feature.__name__ for feature in FEATURES}
    assert {*bound.ASKED} <= {*FEATURES}
