"""Groups join what reports one incident, and never what a person judged to be different."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations

import pytest
from tests.builders import ANALYST

from kuzet.basis.errors import BrokenRule
from kuzet.basis.judgement import Judgement, Link, LinkKind, Verdict
from kuzet.observatory.link import group


def link(left, right, score=9.0) -> Link:
    return Link(left=left, right=right, kind=LinkKind.SAME_INCIDENT, score=score)


def judge(left, right, verdict, day=1) -> Judgement:
    at = datetime(2025, 1, day, tzinfo=UTC)
    return Judgement(
        left=left, right=right, kind=LinkKind.SAME_INCIDENT, verdict=verdict, author=ANALYST, at=at, reason="read both"
    )


def test_links_join_transitively_and_the_rest_stand_alone():
    assert group("abcd", [link("a", "b"), link("b", "c")]).groups == (("a", "b", "c"), ("d",))


def test_a_link_below_the_threshold_joins_nothing():
    assert group("ab", [link("a", "b", score=4.9)]).groups == (("a",), ("b",))


def test_a_negative_judgement_is_never_joined_across_and_the_refused_link_is_named():
    made = group("abc", [link("a", "b", 9), link("b", "c", 8)], [judge("a", "c", Verdict.NEGATIVE)])
    assert made.groups == (("a", "b"), ("c",))
    assert [(one.left, one.right) for one in made.refused] == [("b", "c")]


def test_a_positive_judgement_joins_without_any_link():
    assert group("ab", [], [judge("a", "b", Verdict.POSITIVE)]).groups == (("a", "b"),)


def test_the_later_judgement_of_a_pair_wins():
    judgements = [judge("a", "b", Verdict.NEGATIVE, day=1), judge("a", "b", Verdict.POSITIVE, day=2)]
    assert group("ab", [], judgements).groups == (("a", "b"),)


def test_judgements_that_contradict_each_other_are_reported_with_the_pair():
    judgements = [
        judge("a", "b", Verdict.POSITIVE),
        judge("b", "c", Verdict.POSITIVE),
        judge("a", "c", Verdict.NEGATIVE),
    ]
    with pytest.raises(BrokenRule, match="judgements join b and c, although a pair among them was judged different"):
        group("abc", [], judgements)


def test_the_order_of_arrival_changes_nothing():
    links = [link("a", "b", 9), link("b", "c", 8), link("c", "d", 8), link("a", "d", 6)]
    negative = [judge("a", "c", Verdict.NEGATIVE)]
    made = {group("abcd", order, negative).groups for order in permutations(links)}
    assert len(made) == 1
