"""A decision that is undone counts as if it had never been taken, and whatever depended on it is protected."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import ANALYST, READER, candidate, coding, decision, document

from kuzet.basis import codebook
from kuzet.basis.coding import Answer, Coder
from kuzet.basis.errors import BadInput, BrokenRule, KuzetError
from kuzet.basis.incident import Passage, Verb
from kuzet.basis.judgement import Judgement, LinkKind, Verdict
from kuzet.basis.names import Name
from kuzet.observatory.link import standing
from kuzet.observatory.review import Proposal, Registry, decide

BOOK = codebook.load()
DOCUMENTS = [document(f"d{n}", "A guard pushed the reporter. Police beat the editor.") for n in (1, 2, 3)]
PROPOSALS = [Proposal(candidate(one, 0, 28), coding(f"{one.id}#1", READER)) for one in DOCUMENTS]
INCIDENTS = ("KZ-2024-0001", "KZ-2024-0002", "KZ-2024-0003")
FIRST, SECOND, THIRD = INCIDENTS
SECOND_ANALYST = Coder(id="analyst-2")


def made(*decisions) -> Registry:
    return decide(DOCUMENTS, PROPOSALS, decisions, BOOK, "KZ")


def at(hour):
    return datetime(2025, 1, 10, hour, tzinfo=UTC)


def accept(ident, hour, incident, place="d1", words="A guard pushed the reporter."):
    passages = (Passage(document=place, quote=words),)
    return decision(ident, incident=incident, passages=passages, at=at(hour))


def reject(ident, hour, place="d1"):
    return decision(ident, Verb.REJECT, passages=(Passage(document=place, quote="Police beat"),), at=at(hour))


def merge(ident, hour, retired, into):
    return decision(ident, Verb.MERGE, incident=retired, into=into, passages=(), at=at(hour))


def move(verb, ident, hour, incident=FIRST, author=SECOND_ANALYST):
    return decision(ident, verb, incident=incident, author=author, passages=(), at=at(hour))


def exclude(ident, hour, incident):
    return move(Verb.EXCLUDE, ident, hour, incident)


def correct(ident, hour, incident, author=ANALYST):
    codes = coding(incident, author, people=Answer(value=hour))
    names = {"title": Name(en="Pushed"), "summary": Name(en=f"Pushed out, {ident}.")}
    return decision(
        ident, Verb.CORRECT, incident=incident, author=author, passages=(), coding=codes, **names, at=at(hour)
    )


def split(ident, hour, incident, into, place="d1"):
    names = {"title": Name(en="Pushed"), "summary": Name(en="Pushed out.")}
    passages = (Passage(document=place, quote="A guard pushed"),)
    codes = coding(into)
    return decision(
        ident, Verb.SPLIT, incident=incident, into=into, passages=passages, coding=codes, **names, at=at(hour)
    )


def undo(ident, hour, of):
    return decision(ident, Verb.UNDO, incident="", of=of, passages=(), at=at(hour))


TWO = (accept("D-1", 1, FIRST), accept("D-2", 2, SECOND, "d2"))
MERGED = (*TWO, merge("D-3", 3, SECOND, FIRST))


def test_the_undo_of_a_merge_restores_both_incidents_and_the_id():
    assert made(*MERGED).redirects == {SECOND: FIRST}
    after = made(*MERGED, undo("U-1", 4, "D-3"))
    assert [one.id for one in after.incidents] == [FIRST, SECOND]
    assert after.redirects == {}
    assert after == made(*TWO)


def test_the_undo_of_an_undo_merges_again():
    assert made(*MERGED, undo("U-1", 4, "D-3"), undo("U-2", 5, "U-1")) == made(*MERGED)


PUBLISHED = (*TWO, move(Verb.CONFIRM, "D-3", 3), move(Verb.PUBLISH, "D-4", 4))


def test_the_undo_of_a_withdrawal_counts_the_incident_again():
    withdrawn = (*PUBLISHED, move(Verb.WITHDRAW, "D-5", 5))
    assert made(*withdrawn).counted == ()
    assert [one.id for one in made(*withdrawn, undo("U-1", 6, "D-5")).counted] == [FIRST]


def test_the_undo_of_a_confirmation_is_refused_while_it_is_published_and_the_publication_named():
    with pytest.raises(BrokenRule) as caught:
        made(*PUBLISHED, undo("U-1", 5, "D-3"))
    assert str(caught.value) == (
        "decision U-1 undoes D-3, which leaves decision D-4 (publish) on KZ-2024-0001, which is then in_review; "
        "undo D-4 first"
    )
    assert made(*PUBLISHED, undo("U-1", 5, "D-4"), undo("U-2", 6, "D-3")) == made(*TWO)


def test_the_undo_of_a_split_brings_its_sources_back():
    both = (accept("D-1", 1, FIRST), accept("D-2", 2, FIRST, "d2"))
    parted = made(*both, split("D-3", 3, FIRST, SECOND, "d2"))
    assert [[each.document for each in one.citations] for one in parted.incidents] == [["d1"], ["d2"]]
    assert made(*both, split("D-3", 3, FIRST, SECOND, "d2"), undo("U-1", 4, "D-3")) == made(*both)


def test_an_acceptance_whose_words_went_to_another_incident_is_undone_after_the_split():
    both = (accept("D-1", 1, FIRST), accept("D-2", 2, FIRST, "d2"), split("D-3", 3, FIRST, SECOND, "d2"))
    with pytest.raises(
        BrokenRule, match=r"U-1 undoes D-2, which leaves decision D-3 \(split\) without its words in d2"
    ):
        made(*both, undo("U-1", 4, "D-2"))


def test_the_undo_of_an_acceptance_leaves_its_candidate_undecided():
    after = made(*TWO, undo("U-1", 3, "D-1"))
    assert [one.id for one in after.incidents] == [SECOND]
    assert after.undecided == ("d1#1", "d3#1")


def test_words_may_be_rejected_after_their_acceptance_was_undone():
    later = decision("D-3", Verb.REJECT, quote="A guard pushed the reporter", at=at(4))
    with pytest.raises(BrokenRule, match="decision D-3 says reject of words in d1 of which decision D-1 said accept"):
        made(*TWO, later)
    assert made(*TWO, undo("U-1", 3, "D-1"), later).rejected == ("d1#1",)


def test_an_earlier_coding_counts_again_when_a_later_one_is_undone():
    again = accept("D-4", 4, FIRST, "d3")
    assert made(*TWO, again).incidents[0].decisions == ("D-1", "D-4")
    assert made(*TWO, again, undo("U-1", 5, "D-4")) == made(*TWO)


@pytest.mark.parametrize(
    ("later", "verb"), [(merge("D-3", 3, FIRST, SECOND), "merge"), (exclude("D-3", 3, FIRST), "exclude")]
)
def test_an_undo_that_leaves_a_later_decision_without_its_incident_is_refused_with_its_name(later, verb):
    with pytest.raises(BrokenRule) as caught:
        made(*TWO, later, undo("U-1", 4, "D-1"))
    assert str(caught.value) == (
        f"decision U-1 undoes D-1, which leaves decision D-3 ({verb}) without incident KZ-2024-0001; undo D-3 first"
    )


def test_the_incident_that_another_was_merged_into_may_not_go_either():
    with pytest.raises(BrokenRule, match=r"U-1 undoes D-1, which leaves decision D-3 \(merge\) without incident"):
        made(*MERGED, undo("U-1", 4, "D-1"))


def test_a_merge_that_is_brought_back_may_not_take_the_incident_of_a_later_decision():
    third = accept("D-0", 1, THIRD, "d3")
    log = (third, *MERGED, undo("U-1", 4, "D-3"), merge("D-4", 5, SECOND, THIRD))
    assert made(*log).redirects == {SECOND: THIRD}
    with pytest.raises(BrokenRule, match=r"U-2 undoes U-1, which leaves decision D-4 \(merge\) without incident"):
        made(*log, undo("U-2", 6, "U-1"))


def test_a_decision_taken_after_the_undo_is_at_fault_itself():
    with pytest.raises(BadInput, match="decision D-3: 'KZ-2024-0001' is not an incident that stands"):
        made(*TWO, undo("U-1", 3, "D-1"), exclude("D-3", 4, FIRST))


@pytest.mark.parametrize(
    ("undos", "message"),
    [
        ([undo("U-1", 4, "D-9")], "decision U-1, of: 'D-9' is not the id of an entry of this log"),
        ([undo("U-1", 4, "U-1")], "decision U-1, of: 'U-1' is not the id of another entry: nothing undoes itself"),
        (
            [undo("U-1", 4, "U-2"), undo("U-2", 5, "U-1")],
            "decision U-1, of: 'U-2' is not the id of an entry that can be undone: it leads in a circle or to none",
        ),
    ],
)
def test_an_undo_that_leads_nowhere_is_refused(undos, message):
    with pytest.raises(BadInput) as caught:
        made(*TWO, *undos)
    assert str(caught.value) == message


def test_decisions_may_come_from_a_stream():
    log = (*MERGED, undo("U-1", 4, "D-3"))
    assert decide(iter(DOCUMENTS), iter(PROPOSALS), iter(log), BOOK, "KZ") == made(*TWO)


def test_a_judgement_follows_a_merge_and_comes_back_with_its_undo():
    other = Judgement(
        left=SECOND, right="d3#1", kind=LinkKind.SAME_INCIDENT, verdict=Verdict.NEGATIVE, author=ANALYST, at=at(2)
    )
    followed = [one.left for one in standing([other], made(*MERGED).redirects).judgements]
    restored = [one.left for one in standing([other], made(*MERGED, undo("U-1", 4, "D-3")).redirects).judgements]
    assert (followed, restored) == ([FIRST], [SECOND])


WHERE = st.tuples(st.sampled_from(["d1", "d2", "d3"]), st.sampled_from(["A guard pushed", "the editor."]))
ACTS = st.one_of(
    st.tuples(st.just(accept), st.sampled_from(INCIDENTS), WHERE).map(
        lambda act: lambda ident, hour: accept(ident, hour, act[1], *act[2])
    ),
    st.sampled_from(["d1", "d2", "d3"]).map(lambda place: lambda ident, hour: reject(ident, hour, place)),
    st.permutations(INCIDENTS).map(lambda two: lambda ident, hour: merge(ident, hour, *two[:2])),
    st.sampled_from(INCIDENTS).map(lambda one: lambda ident, hour: correct(ident, hour, one)),
    st.tuples(st.permutations(INCIDENTS), st.sampled_from(["d1", "d2", "d3"])).map(
        lambda act: lambda ident, hour: split(ident, hour, *act[0][:2], act[1])
    ),
    *(
        st.sampled_from(INCIDENTS).map(lambda one, verb=verb: lambda ident, hour: move(verb, ident, hour, one))
        for verb in (Verb.CONFIRM, Verb.DOUBT, Verb.EXCLUDE, Verb.REOPEN, Verb.PUBLISH, Verb.WITHDRAW, Verb.RETRACT)
    ),
)


def stands(log) -> bool:
    try:
        made(*log)
    except KuzetError:
        return False
    return True


@st.composite
def registries(draw):
    """Decisions as a desk lets them be taken: one after another, each of which stands when it is taken."""
    log = []
    for hour, act in enumerate(draw(st.lists(ACTS, min_size=1, max_size=9)), 1):
        one = act(f"D-{hour}", hour)
        log += [one] if stands((*log, one)) else []
    return log


@given(registries(), ACTS, st.integers(0, 11), st.integers(12, 23))
def test_a_decision_and_its_undo_leave_no_trace_wherever_they_stand(log, act, hour, later):
    one = act("D-X", hour)
    assert repr(made(*log, one, undo("U-X", later, "D-X"))) == repr(made(*log))


@given(registries(), st.data())
def test_an_undo_is_exact_or_refused_with_the_decision_that_needs_what_it_takes(log, data):
    one = data.draw(st.sampled_from(log)) if log else None
    if one:
        without, with_undo = [each for each in log if each is not one], [*log, undo("U-X", 20, one.id)]
        if stands(without):
            assert repr(made(*with_undo)) == repr(made(*without))
        else:
            with pytest.raises(BrokenRule, match=f"decision U-X undoes {one.id}, which leaves decision D-"):
                made(*with_undo)


@given(registries(), st.randoms())
def test_the_order_in_which_decisions_arrive_changes_nothing(log, chance):
    log = [*log, *(undo(f"U-{one.id}", 20, one.id) for one in log[-1:])]
    expected = repr(made(*log))
    chance.shuffle(log)
    assert repr(made(*log)) == expected
