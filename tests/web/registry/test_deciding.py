"""Decisions make incidents in the registry by the rules of `observatory.review`."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace
from tests import builders
from tests.web import made

from kuzet.basis.coding import Answer, Candidate, Coder
from kuzet.basis.document import Document, Quotation
from kuzet.basis.errors import BadInput, BrokenRule
from kuzet.basis.incident import Decision, Incident, Passage, Verb
from kuzet.web.registry import changes, deciding, models, proof, store
from kuzet.web.registry.merging import Conflict

FIRST, SECOND = "KZ-2024-0001", "KZ-2024-0002"


def propose(document: Document) -> None:
    passage = Quotation.cut(document, 0, len(document.text))
    candidate = Candidate(id=f"{document.id}#1", document=document.id, passages=(passage,), score=0.9)
    coding = builders.coding(candidate.id, builders.READER)
    changes.put_all([document, candidate, coding], made.by("reader", "read"))


def accept(number=1, incident=FIRST, document="d1", **changed) -> Decision:
    return builders.decision(
        f"D-{number}",
        at=made.AT + timedelta(minutes=number),
        incident=incident,
        passages=(Passage(document=document, quote="A guard pushed the reporter"),),
        **changed,
    )


def other(verb, number, author=builders.ANALYST, **changed) -> Decision:
    at = made.AT + timedelta(minutes=number)
    return Decision(id=f"D-{number}", at=at, author=author, verb=verb, reason="seen again", **changed)


def decide(decision, version=0):
    return deciding.decide(decision, "KZ", made.by(), version)


def state(ident="d1#1"):
    return models.Candidate.objects.get(ident=ident).state


@pytest.fixture
def two(registry):
    """Two documents, each with its incident."""
    for ident in ("d1", "d2"):
        propose(builders.document(ident))
    decide(accept(1))
    decide(accept(2, SECOND, "d2"))
    return registry


def test_an_accepted_candidate_is_an_incident_with_both_codings_and_its_citation(two):
    found = store.get(Incident, FIRST)
    assert [one.coder.id for one in found.codings] == ["analyst-1", "reader"]
    assert [one.document for one in found.citations] == ["d1"]
    assert (state("d1#1"), found.decisions) == ("accepted", ("D-1",))


def test_a_decision_that_breaks_a_rule_leaves_nothing_behind(two):
    events = models.Event.objects.count()
    passages = (Passage(document="d1", quote="A guard pushed"),)
    with pytest.raises(BrokenRule, match="decision D-3 says reject of words in d1 of which decision D-1 said accept"):
        decide(other(Verb.REJECT, 3, passages=passages))
    with pytest.raises(BadInput, match="words that stand exactly once in d1"):
        decide(other(Verb.REJECT, 4, passages=(Passage(document="d1", quote="pushes"),)))
    assert store.find(Decision, "D-3") is None
    assert models.Event.objects.count() == events


def test_a_rejected_candidate_leaves_the_queue_and_comes_back_when_that_is_undone(registry):
    propose(builders.document())
    assert state() == "open"
    decide(other(Verb.REJECT, 1, passages=(Passage(document="d1", quote="A guard pushed the reporter"),)))
    assert state() == "rejected"
    decide(other(Verb.UNDO, 2, of="D-1"))
    assert state() == "open"


def test_a_merge_retires_an_id_and_its_undo_restores_both_incidents(two):
    before = store.get(Incident, FIRST)
    decide(other(Verb.MERGE, 3, incident=SECOND, into=FIRST), version=1)
    assert changes.resolve(SECOND) == FIRST
    assert [one.document for one in store.get(Incident, FIRST).citations] == ["d1", "d2"]
    assert store.get(Incident, SECOND).status == "duplicate"
    decide(other(Verb.UNDO, 4, of="D-3"))
    assert changes.resolve(SECOND) == SECOND
    assert store.get(Incident, FIRST) == before
    assert store.get(Incident, SECOND).status == "in_review"
    assert list(proof.findings()) == []


def test_a_status_follows_the_decisions_and_the_undo_of_the_last_one_brings_back_the_one_before(two):
    second = Coder(id="analyst-2")
    for number, verb, after in ((3, Verb.CONFIRM, "confirmed"), (4, Verb.PUBLISH, "published")):
        decide(other(verb, number, incident=FIRST, author=second), version=number - 2)
        assert store.get(Incident, FIRST).status == after
    decide(other(Verb.WITHDRAW, 5, incident=FIRST), version=3)
    assert store.get(Incident, FIRST).status == "withdrawn"
    decide(other(Verb.UNDO, 6, of="D-5"))
    assert store.get(Incident, FIRST).status == "published"


def test_a_confirmation_of_what_was_coded_anew_meanwhile_is_a_conflict(two):
    second = Coder(id="analyst-2")
    decide(accept(3, coding=builders.coding(FIRST, people=Answer(value=3))), version=1)
    with pytest.raises(Conflict, match="incident 'KZ-2024-0001' was changed by somebody else meanwhile"):
        decide(other(Verb.CONFIRM, 4, incident=FIRST, author=second), version=1)
    assert store.get(Incident, FIRST).status == "in_review"


def test_an_incident_whose_decision_is_undone_keeps_its_row_and_is_a_candidate_again(two):
    decide(other(Verb.UNDO, 3, of="D-1"))
    assert store.get(Incident, FIRST).status == "candidate"
    assert (state("d1#1"), state("d2#1")) == ("open", "accepted")


def test_two_who_code_one_incident_anew_on_the_same_version_are_shown_each_others_answers(two):
    decide(accept(3, coding=builders.coding(FIRST, people=Answer(value=3))), version=1)
    with pytest.raises(Conflict, match="both changed codings, decisions, people") as caught:
        decide(accept(4, coding=builders.coding(FIRST, people=Answer(value=4))), version=1)
    assert (caught.value.mine["people"], caught.value.theirs["people"]) == (4, 3)
    assert store.get(Incident, FIRST).people == 3
    assert store.find(Decision, "D-4") is None


def test_a_decision_reads_only_what_it_is_connected_with(two):
    first = store.get(Decision, "D-1")
    assert deciding._connected([first]) == {"D-1"}
    decide(other(Verb.MERGE, 3, incident=SECOND, into=FIRST), version=1)
    assert deciding._connected([first]) == {"D-1", "D-2", "D-3"}


def test_decisions_one_by_one_and_all_at_once_make_the_same_incidents(two):
    decide(other(Verb.MERGE, 3, incident=SECOND, into=FIRST), version=1)
    one_by_one = list(store.load(Incident))
    deciding.decide_all([], "KZ", made.by())
    assert list(store.load(Incident)) == one_by_one


def test_the_latest_reading_of_a_candidate_is_the_proposal(registry):
    propose(builders.document())
    later = replace(builders.coding("d1#1", builders.READER), mode=Answer(value="offline"))
    changes.put(later, made.by("reader", "read anew"))
    decide(accept(1))
    assert store.get(Incident, FIRST).codings[1] == later


def test_the_next_id_is_one_that_never_was(two):
    decide(other(Verb.MERGE, 3, incident=SECOND, into=FIRST), version=1)
    assert deciding.next_ident("KZ", 2024) == "KZ-2024-0003"
    assert deciding.next_ident("KZ", 2025) == "KZ-2025-0001"
