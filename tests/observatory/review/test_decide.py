"""Decisions, and only decisions, turn candidates into incidents."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from tests.builders import READER, candidate, coding, decision, document

from kuzet.basis import codebook
from kuzet.basis.coding import Answer
from kuzet.basis.errors import BadInput, BrokenRule, UnknownCode
from kuzet.basis.incident import Passage, Verb
from kuzet.observatory.review import Proposal, agreement, decide

LATER = datetime(2025, 2, 1, tzinfo=UTC)


def registry(*decisions, documents=None, proposals=None):
    one = document()
    documents = documents or [one]
    proposals = [Proposal(candidate(one), coding(coder=READER))] if proposals is None else proposals
    return decide(documents, proposals, decisions, codebook.load(), "KZ")


def test_a_candidate_without_a_decision_is_counted_nowhere():
    made = registry()
    assert made.incidents == ()
    assert made.undecided == ("d1#1",)


def test_an_accepted_candidate_becomes_an_incident_with_its_source_and_both_codings():
    (incident,) = registry(decision()).incidents
    assert incident.id == "KZ-2024-0001"
    assert incident.citations[0].passage == "A guard pushed the reporter"
    assert incident.citations[0].sha256 == document().digest()
    assert [one.coder.id for one in incident.codings] == ["analyst-1", "reader"]


def test_a_citation_tells_when_its_document_was_captured():
    captured, unknown = replace(document(), captured=LATER), document()
    found = [registry(decision(), documents=[one]).incidents[0].citations[0] for one in (captured, unknown)]
    assert [one.captured for one in found] == [LATER, None]


def test_a_rejected_candidate_is_counted_nowhere_and_is_no_longer_open():
    made = registry(decision(verb=Verb.REJECT))
    assert (made.incidents, made.rejected, made.undecided) == ((), ("d1#1",), ())


def test_an_attack_that_the_machine_did_not_propose_is_kept_and_named_as_missed():
    made = registry(decision(), proposals=[])
    assert [incident.id for incident in made.incidents] == ["KZ-2024-0001"]
    assert made.missed == (("D-1", Passage(document="d1", quote="A guard pushed the reporter")),)


def test_words_accepted_by_one_and_rejected_by_another_are_a_contradiction():
    with pytest.raises(BrokenRule, match="decision D-2 says reject of words in d1 of which decision D-1 said accept"):
        registry(decision(), decision("D-2", Verb.REJECT, quote="pushed the reporter out", at=LATER))


def test_two_decisions_on_different_words_of_one_document_agree():
    made = registry(decision(), decision("D-2", Verb.REJECT, quote="It rained."))
    assert len(made.incidents) == 1
    assert made.rejected == ()


def test_the_latest_coding_of_an_incident_counts_and_all_its_sources_stay():
    other = document("d2", "Police beat the editor.")
    second = decision("D-2", at=LATER, passages=(Passage(document="d2", quote="Police beat the editor."),))
    (incident,) = registry(decision(), second, documents=[document(), other]).incidents
    assert [citation.document for citation in incident.citations] == ["d1", "d2"]
    assert incident.decisions == ("D-1", "D-2")


def test_a_merged_incident_gives_its_sources_to_the_other_and_its_id_redirects():
    other = document("d2", "Police beat the editor.")
    second = decision(
        "D-2", incident="KZ-2024-0002", passages=(Passage(document="d2", quote="Police beat the editor."),)
    )
    merge = decision("D-3", Verb.MERGE, incident="KZ-2024-0002", into="KZ-2024-0001", passages=(), at=LATER)
    made = registry(decision(), second, merge, documents=[document(), other])
    assert [incident.id for incident in made.incidents] == ["KZ-2024-0001"]
    assert [citation.document for citation in made.incidents[0].citations] == ["d1", "d2"]
    assert made.redirects == {"KZ-2024-0002": "KZ-2024-0001"}


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"passages": (Passage(document="d9", quote="x"),)}, BadInput, "'d9' is not the id of a document"),
        ({"quote": "a word that is not there"}, BadInput, "is not words that stand exactly once in d1"),
        ({"coding": coding(methods=(Answer(value="beat"),))}, UnknownCode, "'beat' is not a code of methods"),
        ({"coding": coding(date=None, place=None)}, BrokenRule, "the coding of KZ-2024-0001 lacks date, place"),
        (
            {"coding": coding(category=Answer(value="judicial_economic"))},
            BrokenRule,
            "main method non_fatal_attack_beating belongs to physical, not to judicial_economic",
        ),
    ],
)
def test_a_decision_that_cannot_stand_is_refused_with_its_reason(changes, error, message):
    with pytest.raises(error, match=message):
        registry(decision(**changes))


def test_a_decision_id_stands_once():
    with pytest.raises(BadInput, match="'D-1' is not a decision id that stands once"):
        registry(decision(), decision())


def test_agreement_compares_machine_and_person_question_by_question():
    machine = coding(coder=READER, place=None)
    made = registry(decision(), proposals=[Proposal(candidate(document()), machine)])
    found = {one.variable: (one.same, one.compared) for one in agreement(made.incidents)}
    assert found == {"category": (1, 1), "method": (1, 1), "perpetrator": (1, 1), "date": (1, 1), "region": (0, 1)}
