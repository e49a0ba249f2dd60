"""What an analyst is asked about a new candidate: each pair once, and never one that was rejected."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.observatory.link.makers import item, person, when
from tests.observatory.link.verdicts import CASE, NEGATIVE, POSITIVE, SECOND, UNSURE, judge, undo

from kuzet.basis.judgement import LinkKind, Verdict
from kuzet.observatory.link import LINKED, SUGGESTED, Index, Judged, standing, suggestions

NEW = "d9#1"
SAME, HEARING, FAR = "KZ-2024-0001", "KZ-2024-0002", "KZ-2024-0003"


def index() -> Index:
    """An incident, another one of the same day that the new item also fits, and one of somebody else."""
    far = item(FAR, targets=(person("Dana Omarova"),), date=when("2019-02-01"))
    return Index([item(SAME), item(HEARING, date=when("2024-04-16")), far])


def asked(*judgements):
    return [one.left for one in suggestions(index(), item(NEW), judgements)]


def pair(ident, verdict, **changes):
    return judge(ident, NEW, verdict, **changes)


def test_incidents_that_may_be_the_same_are_suggested_strongest_first_with_kind_score_and_evidence():
    first, second = suggestions(index(), item(NEW))
    assert (first.left, first.right, first.kind) == (SAME, NEW, LinkKind.SAME_INCIDENT)
    assert first.score > LINKED > SUGGESTED
    assert second.left == HEARING
    assert first.score > second.score >= SUGGESTED
    assert "people" in {one.feature for one in second.evidence}


def test_a_rejected_pair_never_returns():
    assert asked(pair(SAME, NEGATIVE)) == [HEARING]


def test_a_pair_that_somebody_was_unsure_of_or_judged_as_a_case_is_not_asked_again():
    assert asked(pair(SAME, UNSURE), pair(HEARING, POSITIVE, kind=CASE)) == []


def test_a_pair_that_follows_from_judgements_is_not_asked():
    assert asked(pair(SAME, POSITIVE), judge(SAME, HEARING, NEGATIVE)) == []
    assert asked(pair(SAME, POSITIVE), judge(SAME, HEARING, POSITIVE)) == []


def test_a_rejection_that_was_undone_is_asked_again():
    rejected = pair(SAME, NEGATIVE)
    assert asked(*standing([rejected, undo(rejected)]).judgements) == [SAME, HEARING]


def test_a_rejected_pair_does_not_return_under_the_id_that_its_incident_was_merged_into():
    rejected = judge("KZ-2024-0000", NEW, NEGATIVE)
    assert asked(*standing([rejected], {"KZ-2024-0000": SAME}).judgements) == [HEARING]


def test_judgements_closed_once_serve_many_items():
    assert [one.left for one in suggestions(index(), item(NEW), Judged([pair(SAME, NEGATIVE)]))] == [HEARING]


JUDGED = st.lists(
    st.builds(
        lambda pair, verdict, kind, day: judge(*pair, verdict, day, kind, SECOND),
        st.sampled_from([(SAME, NEW), (HEARING, NEW), (SAME, HEARING), (SAME, FAR), (HEARING, FAR)]),
        st.sampled_from(Verdict),
        st.sampled_from(LinkKind),
        st.integers(1, 28),
    ),
    max_size=5,
)


@given(JUDGED)
def test_no_pair_that_was_judged_is_asked_again_whatever_else_was_judged(judgements):
    judged = {(one.left, one.right) for one in judgements}
    assert judged.isdisjoint((one.left, one.right) for one in suggestions(index(), item(NEW), judgements))
