"""Groups join what reports one incident, and never what a person judged to be different."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st
from tests.builders import ANALYST

from kuzet.basis.coding import Coder
from kuzet.basis.judgement import Judgement, Link, LinkKind, Verdict
from kuzet.observatory.link import group

POSITIVE, NEGATIVE, UNSURE = Verdict.POSITIVE, Verdict.NEGATIVE, Verdict.UNSURE


def link(left, right, score=9.0) -> Link:
    return Link(left=left, right=right, kind=LinkKind.SAME_INCIDENT, score=score)


def judge(left, right, verdict, day=1, kind=LinkKind.SAME_INCIDENT, author=ANALYST) -> Judgement:
    at = datetime(2025, 1, day, tzinfo=UTC)
    return Judgement(left=left, right=right, kind=kind, verdict=verdict, author=author, at=at, reason="read both")


def test_links_join_transitively_and_the_rest_stand_alone():
    assert group("abcd", [link("a", "b"), link("b", "c")]).groups == (("a", "b", "c"), ("d",))


def test_a_link_below_the_threshold_joins_nothing_and_is_suggested():
    made = group("ab", [link("a", "b", score=4.9)])
    assert made.groups == (("a",), ("b",))
    assert [one.score for one in made.suggested] == [4.9]


def test_a_pair_that_was_judged_is_not_suggested_again():
    assert group("ab", [link("a", "b", score=4.9)], [judge("a", "b", UNSURE)]).suggested == ()


def test_what_is_suggested_lies_between_groups():
    made = group("abc", [link("a", "b"), link("b", "c"), link("a", "c", score=4.0)])
    assert made.groups == (("a", "b", "c"),)
    assert made.suggested == ()


def test_two_groups_whose_pairs_speak_against_each_other_are_not_joined_by_one_link():
    apart = [link("a", "d", -6.0), link("a", "c", -6.0), link("b", "d", -6.0)]
    made = group("abcd", [link("a", "b", 12.0), link("c", "d", 12.0), link("b", "c", 6.0), *apart])
    assert made.groups == (("a", "b"), ("c", "d"))
    assert [(one.left, one.right) for one in made.refused] == [("b", "c")]


def test_an_item_that_fits_two_groups_which_do_not_fit_each_other_stands_in_both():
    made = group("adz", [link("a", "z", 9.0), link("d", "z", 8.0), link("a", "d", -6.0)])
    assert made.groups == (("a", "z"), ("d", "z"))
    assert made.refused == ()


def test_a_negative_judgement_is_never_joined_across():
    made = group("abcd", [link("a", "b", 9), link("b", "c", 8), link("c", "d", 12)], [judge("a", "c", NEGATIVE)])
    assert not any({"a", "c"} <= set(one) for one in made.groups)


def test_a_negative_judgement_parts_what_the_machine_links():
    made = group("ab", [link("a", "b", 12.0)], [judge("a", "b", NEGATIVE)])
    assert made.groups == (("a",), ("b",))
    assert [one.score for one in made.refused] == [12.0]


def test_an_unsure_judgement_keeps_the_machine_from_joining_the_pair():
    assert group("ab", [link("a", "b", 12.0)], [judge("a", "b", UNSURE)]).groups == (("a",), ("b",))


def test_a_positive_judgement_joins_without_any_link():
    assert group("ab", [], [judge("a", "b", POSITIVE)]).groups == (("a", "b"),)


def test_a_judgement_on_a_case_joins_no_incident():
    assert group("ab", [], [judge("a", "b", POSITIVE, kind=LinkKind.SAME_CASE)]).groups == (("a",), ("b",))


def test_a_judgement_on_an_item_that_is_gone_changes_nothing():
    assert group("ab", [], [judge("a", "x", POSITIVE)]).groups == (("a",), ("b",))


def test_the_later_judgement_of_a_pair_wins():
    judgements = [judge("a", "b", NEGATIVE, day=1), judge("a", "b", POSITIVE, day=2)]
    assert group("ab", [], judgements).groups == (("a", "b"),)
    assert group("ab", [], judgements[::-1]).groups == (("a", "b"),)


def test_judgements_that_contradict_each_other_are_reported_with_who_judged_what():
    judgements = [
        judge("a", "b", POSITIVE, day=1),
        judge("a", "c", NEGATIVE, day=2, author=Coder(id="analyst-2")),
        judge("b", "c", POSITIVE, day=3),
    ]
    made = group("abc", [], judgements)
    (contradiction,) = made.contradictions
    assert str(contradiction) == (
        "analyst-1 (2025-01-03) judged b and c the same, but that joins a and c, which analyst-2 (2025-01-02) "
        "judged different"
    )


def test_an_item_judged_the_same_as_two_different_ones_stands_with_each():
    judgements = [judge("a", "b", POSITIVE), judge("b", "c", POSITIVE, day=2), judge("a", "c", NEGATIVE)]
    assert group("abc", [], judgements).groups == (("a", "b"), ("b", "c"))


def test_the_order_of_arrival_changes_nothing():
    links = [link("a", "b", 9), link("b", "c", 8), link("c", "d", 8), link("a", "d", 6)]
    negative = [judge("a", "c", NEGATIVE)]
    made = {group("abcd", order, negative).groups for order in permutations(links)}
    assert len(made) == 1


IDS = "abcdefg"
PAIRS = st.sampled_from(list(combinations(IDS, 2)))
SCORES = st.floats(min_value=-9, max_value=14).map(lambda score: round(score, 1))
LINKS = st.dictionaries(PAIRS, SCORES, max_size=21).map(
    lambda found: [link(left, right, score) for (left, right), score in found.items()]
)
JUDGEMENTS = st.lists(
    st.builds(
        lambda pair, verdict, day: judge(*pair, verdict, day), PAIRS, st.sampled_from(Verdict), st.integers(1, 28)
    ),
    max_size=8,
)


@given(LINKS, JUDGEMENTS, st.randoms())
def test_groups_are_the_same_in_every_order_of_arrival(links, judgements, chance):
    made = group(IDS, links, judgements)
    ids, links, judgements = list(IDS), list(links), list(judgements)
    for each in (ids, links, judgements):
        chance.shuffle(each)
    assert group(ids, links, judgements) == made


@given(LINKS, JUDGEMENTS, PAIRS, st.sampled_from(Verdict))
def test_taking_a_judgement_back_restores_the_groups_before_it(links, judgements, pair, verdict):
    before = group(IDS, links, judgements)
    taken_back = judge(*pair, verdict, day=28)
    group(IDS, links, [*judgements, taken_back])
    assert group(IDS, links, [one for one in (*judgements, taken_back) if one is not taken_back]) == before


@given(LINKS, JUDGEMENTS)
def test_no_group_holds_a_pair_that_was_judged_negative(links, judgements):
    latest = {}
    for one in sorted(judgements, key=lambda one: (one.at, one.verdict is NEGATIVE)):
        latest[one.left, one.right] = one.verdict
    apart = [set(pair) for pair, verdict in latest.items() if verdict is NEGATIVE]
    groups = group(IDS, links, judgements).groups
    assert not any(pair <= set(one) for pair in apart for one in groups)


@given(LINKS, JUDGEMENTS)
def test_every_item_stands_in_a_group(links, judgements):
    groups = group(IDS, links, judgements).groups
    assert {ident for one in groups for ident in one} == set(IDS)
    assert len(set(groups)) == len(groups)
