"""A log of judgements: what holds of it today, whatever was taken back, merged or numbered anew meanwhile."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.observatory.link.verdicts import (
    CASE,
    IDS,
    JUDGEMENT,
    JUDGEMENTS,
    LINKS,
    NEGATIVE,
    POSITIVE,
    SECOND,
    UNSURE,
    judge,
    link,
    logs,
    undo,
    words,
)

from kuzet.basis.coding import Coder
from kuzet.basis.errors import BadInput
from kuzet.basis.judgement import Undo, Verdict
from kuzet.observatory.link import faults, group, in_force, standing
from kuzet.observatory.link.said import latest

SAME = judge("a", "b", POSITIVE)
APART = judge("a", "b", NEGATIVE, day=2)
FIRST, LAST = "KZ-2024-0001", "KZ-2024-0003"
MIDDLE = "KZ-2024-0002"


def verdicts(made):
    return [(one.left, one.right, one.verdict) for one in made.judgements]


def test_a_judgement_that_was_undone_holds_no_longer():
    assert standing([SAME, undo(SAME)]).judgements == ()


def test_the_undo_of_a_later_judgement_brings_the_earlier_one_back():
    assert verdicts(standing([SAME, APART])) == [("a", "b", NEGATIVE)]
    assert verdicts(standing([SAME, APART, undo(APART)])) == [("a", "b", POSITIVE)]


def test_the_undo_of_an_undo_brings_back():
    first = undo(SAME)
    assert standing([SAME, first, undo(first)]).judgements == (SAME,)


def test_what_two_people_undid_stays_undone_when_one_takes_it_back():
    mine, other = undo(SAME), undo(SAME, author=SECOND)
    assert standing([SAME, mine, other, undo(mine)]).judgements == ()


def test_an_entry_that_stands_twice_in_a_log_counts_once():
    assert standing([SAME, SAME, undo(SAME)]).judgements == ()
    assert standing([SAME, SAME]).judgements == (SAME,)


def make_undo(ident, of):
    return Undo(id=ident, of=of, author=Coder(id="analyst-1"), at=SAME.at)


@pytest.mark.parametrize(
    ("log", "message"),
    [
        ([SAME, make_undo("U-1", "J-9")], "line 2, of: 'J-9' is not the id of an entry of this log"),
        ([make_undo("U-1", "U-1")], "line 1, of: 'U-1' is not the id of another entry: nothing undoes itself"),
        (
            [SAME, make_undo("U-1", "U-2"), make_undo("U-2", "U-1")],
            "line 2, of: 'U-2' is not the id of an entry that can be undone: it leads in a circle or to none",
        ),
        (
            [SAME, judge("a", "c", POSITIVE, id=SAME.id)],
            f"line 2, id: '{SAME.id}' is not an id that stands for one entry",
        ),
    ],
)
def test_an_entry_that_cannot_stand_is_named_with_its_line_and_why(log, message):
    with pytest.raises(BadInput) as caught:
        standing(log)
    assert str(caught.value) == message


def test_what_cannot_stand_is_found_at_once_and_the_rest_is_a_log():
    log = [make_undo("U-1", "J-9"), make_undo("U-2", "U-1"), SAME, judge("a", "c", POSITIVE, id=SAME.id)]
    log.append(log[0])
    assert list(faults(log)) == [0, 1, 3, 4]
    assert standing([one for number, one in enumerate(log) if number not in faults(log)]).judgements == (SAME,)


def test_of_two_entries_with_one_id_the_first_one_stands():
    log = [SAME, make_undo(SAME.id, "J-9"), undo(SAME)]
    assert list(faults(log)) == [1]
    assert list(faults([make_undo("X", SAME.id), SAME, judge("a", "c", POSITIVE, id="X")])) == [2]


def test_a_very_long_chain_of_undos_is_followed_to_its_end():
    log = [SAME]
    for number in range(20_001):
        log.append(make_undo(f"U-{number}", log[-1].id))
    assert in_force(log) == ()
    assert in_force(log[:-1]) == (SAME,)


def test_a_judgement_on_a_retired_incident_is_one_on_that_which_replaced_it():
    made = standing([judge(FIRST, LAST, NEGATIVE)], {LAST: MIDDLE})
    assert verdicts(made) == [(FIRST, MIDDLE, NEGATIVE)]
    assert verdicts(standing([judge(FIRST, MIDDLE, NEGATIVE)], {MIDDLE: LAST})) == [(FIRST, LAST, NEGATIVE)]


def test_redirects_are_followed_to_their_end_and_put_in_order():
    made = standing([judge(FIRST, MIDDLE, NEGATIVE)], {FIRST: "KZ-2024-0009", "KZ-2024-0009": LAST})
    assert verdicts(made) == [(MIDDLE, LAST, NEGATIVE)]


def test_redirects_in_a_circle_are_refused():
    with pytest.raises(BadInput, match=f"where the redirects of {FIRST} end: they lead in a circle"):
        standing([judge(FIRST, LAST, NEGATIVE)], {FIRST: MIDDLE, MIDDLE: FIRST})


def test_a_merge_of_what_was_judged_different_is_a_contradiction():
    made = standing([judge(FIRST, MIDDLE, NEGATIVE)], {MIDDLE: FIRST})
    assert made.judgements == ()
    assert [str(one) for one in made.contradictions] == [
        f"analyst-1 (2025-01-01) judged {FIRST} and {MIDDLE} different, but both are {FIRST} now"
    ]


def test_a_merge_of_what_was_judged_the_same_leaves_nothing_to_say():
    made = standing([judge(FIRST, MIDDLE, POSITIVE)], {MIDDLE: FIRST})
    assert (made.judgements, made.contradictions) == ((), ())


def test_pairs_that_a_merge_made_one_are_held_apart_by_either_and_told_as_a_contradiction():
    log = [judge(FIRST, LAST, NEGATIVE), judge(MIDDLE, LAST, POSITIVE, day=2, author=SECOND)]
    made = standing(log, {MIDDLE: FIRST})
    assert verdicts(made) == [(FIRST, LAST, NEGATIVE)]
    (contradiction,) = made.contradictions
    assert str(contradiction) == (
        f"analyst-2 (2025-01-02) judged {MIDDLE} and {LAST} the same, and analyst-1 (2025-01-01) judged {FIRST} and "
        f"{LAST} different, but both pairs are {FIRST} and {LAST} now"
    )


PRESENT = {
    "d#1": ("A guard hit the editor. ", "He fell."),
    "d#2": ("Police held the reporter.",),
    "e#1": ("Two men beat  an editor.",),
    "KZ-2024-0001": (),
}
D_AND_E = {"left_words": words("d", "A guard hit the editor."), "right_words": words("e", "Two men\nbeat an editor.")}


def test_a_judgement_finds_its_candidate_by_its_words_when_it_is_numbered_otherwise():
    made = standing([judge("d#2", "e#4", NEGATIVE, **D_AND_E)], present=PRESENT)
    assert verdicts(made) == [("d#1", "e#1", NEGATIVE)]
    assert made.dormant == ()


def test_words_are_found_in_a_sentence_cut_otherwise():
    longer = {**D_AND_E, "left_words": words("d", "On Monday it rained. A guard hit the editor. Nobody helped.")}
    assert verdicts(standing([judge("d#2", "e#1", NEGATIVE, **longer)], present=PRESENT)) == [("d#1", "e#1", NEGATIVE)]


def test_the_pair_is_put_in_order_with_its_words():
    one = judge("d#1", "d#3", NEGATIVE, left_words=words("d", "held the reporter"), right_words=words("d", "He fell."))
    (made,) = standing([one], present=PRESENT).judgements
    assert (made.left, made.left_words.quote) == ("d#1", "He fell.")
    assert (made.right, made.right_words.quote) == ("d#2", "held the reporter")


def test_the_later_judgement_on_the_same_words_wins_whatever_the_numbers():
    log = [judge("d#2", "e#4", NEGATIVE, **D_AND_E), judge("d#1", "e#1", POSITIVE, day=2, **D_AND_E)]
    assert verdicts(standing(log, present=PRESENT)) == [("d#1", "e#1", POSITIVE)]


@pytest.mark.parametrize(
    ("ident", "quote", "reason"),
    [
        ("d#1", "A thief fled.", "the words of d#1 stand in no candidate of d"),
        ("f#1", "A guard hit the editor.", "the words of f#1 stand in no document that is here"),
        ("g#3", "An editor", "the words of g#3 stand in g#1 and g#2, and it may be either"),
    ],
)
def test_a_judgement_whose_words_are_not_found_is_kept_and_told_as_dormant(ident, quote, reason):
    shared = {"g#1": ("An editor and a reporter were hit.",), "g#2": ("An editor and a reporter were hit.",)}
    one = judge(ident, "z#1", NEGATIVE, left_words=words(ident[0], quote))
    made = standing([one], present=PRESENT | shared | {"z#1": ()})
    assert made.judgements == ()
    assert [one.reason for one in made.dormant] == [reason]
    assert str(made.dormant[0]) == f"analyst-1 (2025-01-01) judged {ident} and z#1 different: {reason}"


def test_of_candidates_that_share_the_words_the_one_with_the_number_is_meant():
    shared = {"g#1": ("An editor was hit.",), "g#2": ("An editor was hit.",), "z#1": ()}
    made = standing([judge("g#2", "z#1", NEGATIVE, left_words=words("g", "An editor was hit."))], present=shared)
    assert verdicts(made) == [("g#2", "z#1", NEGATIVE)]


def test_a_passage_without_words_holds_nothing():
    made = standing(
        [judge("g#1", "z#1", NEGATIVE, left_words=words("g", "An editor"))], present={"g#1": ("",), "z#1": ()}
    )
    assert [one.reason for one in made.dormant] == ["the words of g#1 stand in no candidate of g"]


def test_candidates_judged_different_that_became_one_are_a_contradiction():
    one = judge("d#4", "d#5", NEGATIVE, left_words=words("d", "hit the editor"), right_words=words("d", "He fell."))
    assert [str(told) for told in standing([one], present=PRESENT).contradictions] == [
        "analyst-1 (2025-01-01) judged d#4 and d#5 different, but both are d#1 now"
    ]


def test_a_judgement_on_an_id_that_is_not_there_is_dormant_and_still_ties_others():
    log = [judge("d#1", "x#1", POSITIVE), judge("e#1", "x#1", POSITIVE, day=2), judge("x#1", "y#1", NEGATIVE, day=3)]
    made = standing(log, present=PRESENT)
    assert [one.reason for one in made.dormant] == ["x#1 is not here", "x#1 is not here", "x#1 and y#1 are not here"]
    assert ("d#1", "e#1") in group(PRESENT, [], made.judgements).groups


def test_a_candidate_that_was_accepted_hands_its_judgements_to_its_incident():
    made = standing([judge("d#7", "e#1", NEGATIVE, **D_AND_E)], {"d#1": "KZ-2024-0001"}, PRESENT)
    assert verdicts(made) == [("KZ-2024-0001", "e#1", NEGATIVE)]
    assert made.judgements[0].left_words is None


REDIRECTS = st.dictionaries(st.sampled_from(IDS[4:]), st.sampled_from(IDS[:4]), max_size=2)


@given(logs(), REDIRECTS, st.randoms())
def test_what_holds_is_the_same_in_every_order_of_arrival(log, redirects, chance):
    made = standing(log, redirects)
    chance.shuffle(log)
    assert repr(standing(log, redirects)) == repr(made)


@given(LINKS, logs(), JUDGEMENT, JUDGEMENTS, REDIRECTS)
def test_the_undo_of_any_judgement_is_exact_whatever_was_judged_between(links, log, any_one, between, redirects):
    one = replace(any_one, author=SECOND, id="")  # of somebody else, so that it does not stand in the log
    before = standing(log + between, redirects)
    after = standing([*log, one, *between, undo(one)], redirects)
    assert repr(after) == repr(before)
    assert repr(group(IDS, links, after.judgements)) == repr(group(IDS, links, before.judgements))


@given(LINKS, logs(), REDIRECTS)
def test_the_undo_of_any_undo_is_exact(links, log, redirects):
    for one in [one for one in log if isinstance(one, Undo)]:
        without = [each for each in log if each is not one]
        if not faults(without):
            made, before = (standing(each, redirects).judgements for each in ([*log, undo(one)], without))
            assert repr(group(IDS, links, made)) == repr(group(IDS, links, before))


@given(LINKS, logs(), REDIRECTS)
def test_a_negative_is_never_joined_across_after_its_incidents_were_merged_with_others(links, log, redirects):
    ids = [ident for ident in IDS if ident not in redirects]
    links = [one for one in links if {one.left, one.right} <= set(ids)]
    groups = group(ids, links, standing(log, redirects).judgements).groups
    negative = [one for one in latest(in_force(log)).values() if one.verdict is NEGATIVE]
    now = [{redirects.get(end, end) for end in (one.left, one.right)} for one in negative]
    assert not any(len(pair) == 2 and pair <= set(one) for pair in now for one in groups)


@given(logs(), REDIRECTS)
def test_every_negative_in_force_is_followed_or_told_as_a_contradiction(log, redirects):
    made = standing(log, redirects)
    held = {(one.left, one.right, one.kind) for one in made.judgements if one.verdict is NEGATIVE}
    told = {one.id for each in made.contradictions for one in each.judgements}
    for one in latest(in_force(log)).values():
        ends = sorted(redirects.get(end, end) for end in (one.left, one.right))
        if one.verdict is NEGATIVE:
            assert (*ends, one.kind) in held or one.id in told


@given(logs())
def test_at_most_one_judgement_holds_for_a_pair_and_kind(log):
    made = standing(log).judgements
    assert len({(one.left, one.right, one.kind) for one in made}) == len(made)


def test_a_judgement_of_another_kind_is_another_judgement():
    made = standing([SAME, judge("a", "b", Verdict.UNSURE, day=2, kind=CASE)])
    assert verdicts(made) == [("a", "b", POSITIVE), ("a", "b", UNSURE)]


def test_taking_back_a_negative_lets_the_machine_join_again():
    links = [link("a", "b", 12.0)]
    assert group("ab", links, standing([APART]).judgements).groups == (("a",), ("b",))
    assert group("ab", links, standing([APART, undo(APART)]).judgements).groups == (("a", "b"),)
