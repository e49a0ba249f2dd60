"""Groups join what reports one incident, and never what a person judged to be different."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.observatory.link.verdicts import (
    CASE,
    IDS,
    JUDGEMENT,
    JUDGEMENTS,
    LINKS,
    NEGATIVE,
    POSITIVE,
    RELATED,
    SECOND,
    UNSURE,
    judge,
    link,
)

from kuzet.basis.coding import Coder
from kuzet.observatory.link import group


def test_links_join_transitively_and_the_rest_stand_alone():
    assert group("abcd", [link("a", "b"), link("b", "c")]).groups == (("a", "b", "c"), ("d",))


def test_a_link_below_the_threshold_joins_nothing_and_is_suggested():
    made = group("ab", [link("a", "b", score=4.4)])
    assert made.groups == (("a",), ("b",))
    assert [one.score for one in made.suggested] == [4.4]


def test_a_pair_that_was_judged_is_not_suggested_again():
    assert group("ab", [link("a", "b", score=4.4)], [judge("a", "b", UNSURE)]).suggested == ()


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


def test_an_item_that_names_one_person_only_stands_with_those_it_fits_best():
    found = [link("a", "z", 9.0), link("d", "z", 8.0), link("a", "d", -6.0)]
    assert group("adz", found, several={"a", "d"}).groups == (("a", "z"), ("d",))
    assert group("adz", found, several={"z"}).groups == (("a", "z"), ("d", "z"))


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
    assert group("ab", [], [judge("a", "b", POSITIVE, kind=CASE)]).groups == (("a",), ("b",))


def test_a_judgement_on_an_item_that_is_gone_changes_nothing():
    assert group("ab", [], [judge("a", "x", POSITIVE)]).groups == (("a",), ("b",))


def test_the_later_judgement_of_a_pair_wins():
    judgements = [judge("a", "b", NEGATIVE, day=1), judge("a", "b", POSITIVE, day=2)]
    assert group("ab", [], judgements).groups == (("a", "b"),)
    assert group("ab", [], judgements[::-1]).groups == (("a", "b"),)


def test_judgements_that_contradict_each_other_are_reported_with_who_judged_what():
    judgements = [
        judge("a", "b", POSITIVE, day=1),
        judge("a", "c", NEGATIVE, day=2, author=SECOND),
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


def test_what_ties_two_items_may_be_gone():
    assert group("ab", [], [judge("a", "x", POSITIVE), judge("b", "x", POSITIVE)]).groups == (("a", "b"),)


def test_what_holds_two_items_apart_may_be_gone():
    made = group("ab", [link("a", "b", 12.0)], [judge("a", "x", POSITIVE), judge("b", "x", NEGATIVE)])
    assert made.groups == (("a",), ("b",))


def test_a_pair_that_follows_from_judgements_is_not_suggested():
    judgements = [judge("a", "b", POSITIVE), judge("b", "c", NEGATIVE)]
    assert group("abc", [link("a", "c", score=4.4)], judgements).suggested == ()


def test_the_machine_makes_no_guest_of_what_is_the_same_as_one_held_apart():
    links = [link("a", "c", 9.0), link("c", "d", 12.0), link("a", "d", -6.0)]
    judgements = [judge("a", "b", POSITIVE), judge("b", "c", NEGATIVE)]
    assert group("abcd", links, judgements).groups == (("a", "b"), ("c", "d"))


def test_the_machine_puts_no_two_guests_together_whom_judgements_hold_apart():
    near = [link("d", "e", 12.0), link("d", "g", 9.0), link("d", "h", 8.0), link("e", "g", 9.0), link("e", "h", 8.0)]
    own = [link("g", "i", 12.0), link("h", "j", 12.0)]
    apart = [link(left, right, -9.0) for left, right in ("di", "dj", "ei", "ej", "gh", "gj", "hi", "ij")]
    together = group("deghij", [*near, *own, *apart])
    assert ("d", "e", "g", "h") in together.groups
    judgements = [judge("g", "x", POSITIVE), judge("h", "x", NEGATIVE)]
    assert ("d", "e", "g") in group("deghij", [*near, *own, *apart], judgements).groups


@pytest.mark.parametrize(("first", "second"), [("analyst-1", "analyst-2"), ("analyst-2", "analyst-1")])
def test_of_judgements_at_one_moment_the_most_careful_holds(first, second):
    judgements = [judge("a", "b", POSITIVE, author=Coder(id=first)), judge("a", "b", NEGATIVE, author=Coder(id=second))]
    assert group("ab", [], judgements).groups == (("a",), ("b",))


def test_what_is_not_related_is_not_of_one_case():
    made = group("ab", [], [judge("a", "b", POSITIVE, kind=CASE), judge("a", "b", NEGATIVE, day=2, kind=RELATED)])
    assert made.cases == ()
    assert [str(one) for one in made.contradictions] == [
        "analyst-1 (2025-01-01) judged a and b of one case, but analyst-1 (2025-01-02) judged them not related"
    ]


def test_groups_tied_by_people_make_a_case_and_stay_apart_as_incidents():
    judgements = [judge("a", "b", POSITIVE), judge("b", "c", POSITIVE, kind=CASE), judge("c", "d", POSITIVE, kind=CASE)]
    made = group("abcde", [], judgements)
    assert made.groups == (("a", "b"), ("c",), ("d",), ("e",))
    assert made.cases == ((("a", "b"), ("c",), ("d",)),)


def test_one_group_is_no_case():
    assert group("ab", [], [judge("a", "b", POSITIVE), judge("a", "b", POSITIVE, kind=CASE)]).cases == ()


def test_a_case_never_ties_what_was_judged_of_different_cases():
    judgements = [
        judge("a", "b", POSITIVE, kind=CASE),
        judge("b", "c", POSITIVE, day=2, kind=CASE),
        judge("a", "c", NEGATIVE, day=3, kind=CASE),
    ]
    made = group("abc", [], judgements)
    assert made.cases == ((("a",), ("b",)),)
    (contradiction,) = made.contradictions
    assert str(contradiction) == (
        "analyst-1 (2025-01-02) judged b and c of one case, but that joins a and c, which analyst-1 (2025-01-03) "
        "judged of different cases"
    )


def test_what_is_of_different_cases_is_not_one_incident():
    made = group("ab", [link("a", "b", 12.0)], [judge("a", "b", NEGATIVE, kind=CASE)])
    assert made.groups == (("a",), ("b",))


def test_the_same_incident_and_not_of_one_case_is_a_contradiction():
    judgements = [judge("a", "b", POSITIVE), judge("a", "b", NEGATIVE, day=2, kind=CASE, author=SECOND)]
    made = group("ab", [], judgements)
    assert made.groups == (("a",), ("b",))
    assert [str(one) for one in made.contradictions] == [
        "analyst-1 (2025-01-01) judged a and b the same, but analyst-2 (2025-01-02) judged them of different cases"
    ]


def test_related_groups_are_listed_once_and_joined_in_nothing():
    judgements = [
        judge("a", "b", POSITIVE),
        judge("a", "c", POSITIVE, kind=RELATED),
        judge("b", "c", POSITIVE, kind=RELATED),
    ]
    made = group("abc", [], judgements)
    assert made.groups == (("a", "b"), ("c",))
    assert made.cases == ()
    assert made.related == ((("a", "b"), ("c",)),)


def test_groups_judged_related_and_not_related_are_a_contradiction():
    judgements = [
        judge("a", "b", POSITIVE),
        judge("a", "c", POSITIVE, kind=RELATED),
        judge("b", "c", NEGATIVE, day=2, kind=RELATED),
    ]
    made = group("abc", [], judgements)
    assert made.related == ()
    (contradiction,) = made.contradictions
    assert str(contradiction) == (
        "analyst-1 (2025-01-01) judged a and c related, but that joins b and c, which analyst-1 (2025-01-02) judged "
        "not related"
    )


def test_a_case_of_what_is_not_there_is_not_listed():
    judgements = [judge("a", "x", POSITIVE, kind=CASE), judge("a", "x", POSITIVE, kind=RELATED)]
    assert (group("a", [], judgements).cases, group("a", [], judgements).related) == ((), ())


@given(LINKS, JUDGEMENTS, st.randoms())
def test_groups_are_the_same_in_every_order_of_arrival(links, judgements, chance):
    made = group(IDS, links, judgements)
    ids, links, judgements = list(IDS), list(links), list(judgements)
    for each in (ids, links, judgements):
        chance.shuffle(each)
    assert repr(group(ids, links, judgements)) == repr(made)


@given(LINKS, JUDGEMENTS, JUDGEMENT)
def test_taking_a_judgement_back_restores_the_groups_before_it(links, judgements, taken_back):
    before = group(IDS, links, judgements)
    group(IDS, links, [*judgements, taken_back])
    assert group(IDS, links, [one for one in (*judgements, taken_back) if one is not taken_back]) == before


def last(judgements):
    """The judgement that holds for each pair and kind."""
    ordered = sorted(judgements, key=lambda one: (one.at, one.verdict is NEGATIVE, one.verdict is UNSURE))
    return {(one.left, one.right, one.kind): one for one in ordered}.values()


@given(LINKS, JUDGEMENTS)
def test_no_group_holds_a_pair_that_was_judged_negative(links, judgements):
    apart = [{one.left, one.right} for one in last(judgements) if one.verdict is NEGATIVE]
    groups = group(IDS, links, judgements).groups
    assert not any(pair <= set(one) for pair in apart for one in groups)


@given(LINKS, JUDGEMENTS)
def test_no_group_holds_a_pair_that_judgements_without_contradiction_hold_apart(links, judgements):
    made = group(IDS, links, judgements)
    same = group(IDS, [], [one for one in judgements if one.kind not in (CASE, RELATED)])
    own = {ident: set(one) for one in same.groups for ident in one}
    apart = [(own[one.left], own[one.right]) for one in last(judgements) if one.verdict is NEGATIVE]
    if not made.contradictions:
        assert not any(left & set(one) and right & set(one) for left, right in apart for one in made.groups)


@given(LINKS, JUDGEMENTS)
def test_no_case_holds_a_pair_that_was_judged_of_different_cases(links, judgements):
    apart = [{one.left, one.right} for one in last(judgements) if one.verdict is NEGATIVE and one.kind is CASE]
    made = group(IDS, links, judgements)
    held = [{ident for one in case for ident in one} for case in made.cases]
    guests = {ident for ident in IDS if sum(ident in one for one in made.groups) > 1}
    assert not any(pair <= one - guests for pair in apart for one in held)


@given(LINKS, JUDGEMENTS)
def test_every_item_stands_in_a_group(links, judgements):
    groups = group(IDS, links, judgements).groups
    assert {ident for one in groups for ident in one} == set(IDS)
    assert len(set(groups)) == len(groups)
