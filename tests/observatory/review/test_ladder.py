"""The ladder: every step is one of the list, needs what the list says, and is told when it cannot be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import ANALYST, candidate, coding, decision, document

from kuzet.basis import codebook
from kuzet.basis.coding import Answer, Coder
from kuzet.basis.errors import BadInput, BrokenRule, KuzetError
from kuzet.basis.incident import CODING, Passage, Verb
from kuzet.basis.names import Name
from kuzet.observatory.review import LADDER, Need, Proposal, decide, step, steps

DOCUMENTS = [document(f"d{n}") for n in (1, 2)]
PROPOSALS = [Proposal(candidate(one), coding(f"{one.id}#1", Coder(id="reader", machine=True))) for one in DOCUMENTS]
FIRST, SECOND = "KZ-2024-0001", "KZ-2024-0002"
OTHER, MACHINE = Coder(id="analyst-2"), Coder(id="reader", machine=True)
TEXTS = {"title": Name(en="Pushed"), "summary": Name(en="Pushed out.")}
OTHERS = (Verb.ACCEPT, Verb.REJECT, Verb.UNDO, Verb.MERGE, Verb.SPLIT, Verb.PROTECT)
MOVES = tuple(verb for verb in Verb if verb not in OTHERS)


def registry(*decisions):
    return decide(DOCUMENTS, PROPOSALS, decisions, codebook.load(), "KZ")


def take(verb, number=9, author=OTHER, incident=FIRST, **more):
    at = datetime(2025, 1, 10, 9, tzinfo=UTC) + timedelta(minutes=number)
    if verb in CODING:
        more = {"coding": coding(incident, author, people=Answer(value=number)), **TEXTS} | more
    values = {"passages": (), "incident": incident, "author": author, "at": at}
    return decision(f"D-{number}", verb, **(values | more))


ACCEPTED = (decision(),)
CONFIRMED = (*ACCEPTED, take(Verb.CONFIRM, 2))
PUBLISHED = (*CONFIRMED, take(Verb.PUBLISH, 3, Coder(id="editor-1")))
ON_RECORD = {
    "in_review": ACCEPTED,
    "confirmed": CONFIRMED,
    "unconfirmed": (*ACCEPTED, take(Verb.DOUBT, 2)),
    "out_of_scope": (*ACCEPTED, take(Verb.EXCLUDE, 2)),
    "published": PUBLISHED,
    "corrected": (*PUBLISHED, take(Verb.CORRECT, 4)),
    "withdrawn": (*PUBLISHED, take(Verb.WITHDRAW, 4)),
    "retracted_under_pressure": (*PUBLISHED, take(Verb.RETRACT, 4)),
}


def status(*decisions):
    (incident,) = registry(*decisions).incidents
    return incident.status


@pytest.mark.parametrize("before", ON_RECORD)
@pytest.mark.parametrize("verb", MOVES, ids=[verb.value for verb in MOVES])
def test_a_decision_leads_where_the_ladder_says_or_is_refused_with_what_it_needs(before, verb):
    assert status(*ON_RECORD[before]) == before
    found = step(before, verb)
    if found:
        assert status(*ON_RECORD[before], take(verb)) == found.after
    else:
        with pytest.raises(BrokenRule, match=f"decision D-9: {FIRST} is {before}; {verb.value} needs it to be "):
            registry(*ON_RECORD[before], take(verb))


def test_every_status_of_the_ladder_is_in_the_codebook_and_can_be_reached():
    known = codebook.load().table("statuses")
    assert {one.after for one in LADDER} | {one.before for one in LADDER if one.before} <= set(known)
    assert {one.before for one in LADDER} - {""} == set(ON_RECORD)


def test_no_status_has_two_steps_of_one_verb():
    pairs = [(one.before, one.verb) for one in LADDER]
    assert len(set(pairs)) == len(pairs)


def test_only_published_and_corrected_incidents_are_counted():
    counted = {before: bool(registry(*log).counted) for before, log in ON_RECORD.items()}
    assert {before for before, yes in counted.items() if yes} == {"published", "corrected"}


def test_the_person_who_coded_it_cannot_confirm_it():
    with pytest.raises(BrokenRule) as caught:
        registry(*ACCEPTED, take(Verb.CONFIRM, author=ANALYST))
    assert str(caught.value) == (
        f"decision D-9: {FIRST} would be confirmed by the person who coded it (analyst-1); another person has to do it"
    )


def test_who_codes_it_anew_is_the_coder_and_the_first_one_may_confirm():
    anew = (*ACCEPTED, take(Verb.CORRECT, 2))
    assert status(*anew, take(Verb.CONFIRM, author=ANALYST)) == "confirmed"
    with pytest.raises(BrokenRule, match=r"by the person who coded it \(analyst-2\)"):
        registry(*anew, take(Verb.CONFIRM))


def test_whoever_adds_another_report_has_not_coded_it():
    more = decision("D-2", passages=(Passage(document="d2", quote="A guard pushed the reporter"),), author=OTHER)
    assert status(*ACCEPTED, more, take(Verb.CONFIRM)) == "confirmed"


@pytest.mark.parametrize(("before", "after"), [("confirmed", "in_review"), ("published", "corrected")])
def test_another_report_with_other_codes_is_a_correction_and_one_with_the_same_is_none(before, after):
    words = (Passage(document="d2", quote="A guard pushed the reporter"),)
    same = take(Verb.ACCEPT, passages=words, coding=coding(FIRST))
    assert status(*ON_RECORD[before], same) == before
    assert status(*ON_RECORD[before], take(Verb.ACCEPT, passages=words)) == after


@pytest.mark.parametrize("verb", [one.verb for one in LADDER if Need.PERSON in one.needs and one.verb in MOVES])
def test_a_machine_publishes_nothing(verb):
    before = next(one.before for one in LADDER if one.verb is verb and Need.PERSON in one.needs)
    with pytest.raises(BrokenRule, match=f"decision D-9: {verb.value} is for a person, reader is a machine"):
        registry(*ON_RECORD[before], take(verb, author=MACHINE))


def test_a_published_incident_is_not_merged_into_one_that_is_not_counted():
    second = take(Verb.ACCEPT, 5, incident=SECOND, passages=(Passage(document="d2", quote="A guard pushed"),))
    merge = take(Verb.MERGE, into=SECOND)
    with pytest.raises(BrokenRule) as caught:
        registry(*PUBLISHED, second, merge)
    assert str(caught.value) == (
        f"decision D-9: {FIRST} cannot be merged into {SECOND}, which is in_review; "
        "it has to be published or corrected or reconstructed"
    )
    back = take(Verb.MERGE, incident=SECOND, into=FIRST)
    assert [one.id for one in registry(*PUBLISHED, second, back).counted] == [FIRST]


def parted(*passages, into=SECOND):
    return take(Verb.SPLIT, into=into, coding=coding(into), passages=passages)


BOTH = (*ACCEPTED, take(Verb.ACCEPT, 2, coding=coding(FIRST), passages=(Passage(document="d2", quote="A guard"),)))


def test_a_split_gives_some_passages_an_incident_of_their_own_which_is_in_review():
    made = registry(*BOTH, parted(Passage(document="d2", quote="A guard")))
    assert [(one.id, one.status, [each.document for each in one.citations]) for one in made.incidents] == [
        (FIRST, "in_review", ["d1"]),
        (SECOND, "in_review", ["d2"]),
    ]
    assert [[each.subject for each in one.codings] for one in made.incidents] == [[FIRST, "d1#1"], [SECOND, "d2#1"]]
    assert made.undecided == ()


@pytest.mark.parametrize(
    ("split", "error", "message"),
    [
        (
            parted(Passage(document="d2", quote="It rained")),
            BadInput,
            f"'It rained' is not words that {FIRST} rests on",
        ),
        (
            parted(*(Passage(document=one, quote="A guard") for one in ("d1", "d2"))),
            BrokenRule,
            f"a split that takes all passages leaves {FIRST} without a source",
        ),
        (parted(Passage(document="d2", quote="A guard"), into=FIRST), BrokenRule, f"{FIRST} is there already"),
    ],
)
def test_a_split_that_cannot_be_is_told(split, error, message):
    with pytest.raises(error, match=message):
        registry(*BOTH, split)


def test_a_split_of_a_published_incident_corrects_it():
    more = take(Verb.ACCEPT, 4, coding=coding(FIRST), passages=(Passage(document="d2", quote="A guard"),))
    made = registry(*PUBLISHED, more, parted(Passage(document="d2", quote="A guard")))
    assert [one.status for one in made.incidents] == ["corrected", "in_review"]


@st.composite
def climbs(draw):
    """Decisions of two people on one incident, as the ladder lets them be taken one after another."""
    log = [decision()]
    for number in range(2, draw(st.integers(2, 9)) + 1):
        choices = [verb for verb in MOVES if any(one.verb is verb for one in steps(status(*log)))]
        one = take(draw(st.sampled_from(choices)), number, draw(st.sampled_from([ANALYST, OTHER])))
        try:
            registry(*log, one)
        except KuzetError:
            continue
        log.append(one)
    return log


@settings(suppress_health_check=[HealthCheck.too_slow])  # a machine that is busy draws a log in a second
@given(climbs())
def test_the_undo_of_each_last_step_restores_the_state_before(log):
    undo = decision("U-1", Verb.UNDO, incident="", of=log[-1].id, passages=(), at=datetime(2025, 2, 1, tzinfo=UTC))
    assert registry(*log, undo) == registry(*log[:-1])


@given(climbs())
def test_nothing_is_counted_that_two_people_did_not_see(log):
    made = registry(*log)
    if made.counted:
        assert len({one.author.id for one in log}) == 2
