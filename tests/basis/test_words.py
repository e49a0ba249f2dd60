"""Every word survives JSON unchanged, and refuses what contradicts it."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.basis.strategies import WORDS, one_incident
from tests.builders import ANALYST, decision, document

from kuzet.basis.coding import Candidate, Perpetrator, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document, Quotation
from kuzet.basis.errors import BadInput
from kuzet.basis.figure import Figure, Question, Unit
from kuzet.basis.incident import Case, CaseStep, Incident, Passage, Verb
from kuzet.basis.judgement import Judgement, LinkKind, Undo, Verdict
from kuzet.basis.law import LegalArticle
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.basis.word import from_data, from_json, to_data, to_json


@given(st.one_of(WORDS))
@settings(max_examples=400)
def test_a_word_comes_back_from_json_as_it_went(word):
    assert from_json(to_json(word), type(word)) == word


@given(st.one_of(WORDS))
def test_a_word_comes_back_from_builtins_as_it_went(word):
    assert from_data(to_data(word), type(word)) == word


@given(st.one_of(WORDS))
def test_a_word_crosses_to_another_process_unchanged(word):
    assert pickle.loads(pickle.dumps(word)) == word  # noqa: S301  (our own bytes)


@given(st.one_of(WORDS))
def test_a_word_that_crossed_to_another_process_is_written_in_the_same_bytes(word):
    assert to_json(pickle.loads(pickle.dumps(word))) == to_json(word)  # noqa: S301  (our own bytes)


def test_the_usual_role_is_left_out_also_where_it_was_spelled_out():
    spelled = from_json('{"klass": "authorities", "role": "executor"}', Perpetrator)
    assert to_json(spelled) == to_json(Perpetrator(klass="authorities")) == '{"klass":"authorities"}'


@given(one_incident)
def test_what_is_usual_of_an_incident_is_left_out_also_where_it_was_spelled_out(incident):
    usual = {"mode": "unknown", "proceeding": "none", "certainty": "confirmed", "status": "published"}
    spelled = from_json(json.dumps({**to_data(incident), **usual}), Incident)
    assert to_data(spelled).keys().isdisjoint(usual)


def test_reading_names_the_field_the_expectation_and_the_place():
    with pytest.raises(BadInput) as caught:
        from_json('{"kk": "Алматы", "ru": 7}', Name, "names.jsonl, line 3")
    assert str(caught.value) == (
        'names.jsonl, line 3: \'{"kk": "Алматы", "ru": 7}\' is not readable: Expected `str`, got `int` - at `$.ru`'
    )


def test_an_unknown_field_is_refused_and_not_dropped():
    with pytest.raises(BadInput, match="unknown field `de`"):
        from_json('{"kk": "Алматы", "de": "Almaty"}', Name)


def test_a_bad_date_inside_a_word_names_its_value():
    with pytest.raises(BadInput, match="line 1: 13 is not a month from 1 to 12"):
        from_json('{"id": "d", "text": "t", "published": "2024-13"}', Document, "line 1")


NOW = datetime(2025, 1, 10, 9, tzinfo=UTC)


def judged(**changes) -> Judgement:
    values = {"left": "a#1", "right": "b#1", "kind": LinkKind.SAME_INCIDENT, "verdict": Verdict.NEGATIVE, "at": NOW}
    return Judgement(author=ANALYST, **(values | changes))


def test_an_entry_of_a_log_has_an_id_that_follows_from_what_it_says():
    assert judged().id == judged().id == "J-cf13ebf59994"
    assert judged(reason="read both").id != judged().id
    assert judged(id="J-1").id == "J-1"
    assert from_json(to_json(judged()), Judgement).id == judged().id
    assert Undo(of="J-1", author=ANALYST, at=NOW).id == "U-d9102f263e04"


ALMATY = Name(kk="Алматы", ru="Алматы", en="Almaty")
STEP = {"kind": "verdict", "text": ALMATY}


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Name(), "'' is not a name in at least one of kk, ru, en"),
        (lambda: Name.of("de", "Almaty"), "'de' is not one of kk, ru, en"),
        (lambda: Place(name=ALMATY, precision="street", country="KZ"), "place precision: 'street' is not one of point"),
        (
            lambda: Place(name=ALMATY, precision="region", country="KZ", region="KZ-75", latitude=43.2, longitude=76.9),
            "place precision: 'region' is not point or town, as it has coordinates",
        ),
        (lambda: Place(name=ALMATY, precision="town", country="KZ", latitude=43.2), "is not both coordinates or none"),
        (lambda: LegalArticle(code="CAO", article="part 3"), "legal article: 'part 3' is not an article number"),
        (lambda: Quotation(document="d", start=0, end=3, text="four"), "is not the span of its text"),
        (lambda: Candidate(id="d#1", document="d", passages=(), score=1), "is not at least one passage"),
        (lambda: Target(name=ALMATY, kind="group", people=0), "target Almaty: 0 is not at least 1 person"),
        (lambda: decision(reason=""), "decision D-1: '' is not a reason"),
        (lambda: decision(verb=Verb.MERGE), "decision D-1: '' is not the other incident of a merge"),
        (
            lambda: decision(verb=Verb.UNDO, incident=""),
            "decision D-1, of: '' is not the id of a decision, which undo names and nothing else",
        ),
        (lambda: decision(of="D-0"), "decision D-1, of: 'D-0' is not the id of a decision"),
        (
            lambda: decision(at=datetime(2025, 1, 10, 9)),  # noqa: DTZ001  (what is to be refused)
            "decision D-1, at: '2025-01-10T09:00:00' is not a moment with its offset from UTC",
        ),
        (lambda: judged(right="a#1"), "link: 'a#1' is not another id than the left one: nothing is linked with itself"),
        (
            lambda: judged(left_words=Passage(document="b", quote="x")),
            "judgement, words: 'b' is not the document of candidate a#1",
        ),
        (
            lambda: judged(right_words=Passage(document="b", quote=" ")),
            "judgement, words: ' ' is not the words of candidate b#1",
        ),
        (
            lambda: judged(at=datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=5)))),
            "judgement, at: '0001-01-01T00:00:00+05:00' is not a moment with its offset from UTC",
        ),
        (lambda: Undo(of="", author=ANALYST, at=NOW), "undo: '' is not the id of what is undone"),
        (
            lambda: Case(
                id="c",
                title=ALMATY,
                incidents=("i",),
                steps=(
                    CaseStep(date=EventDate.parse("2024-05"), **STEP),
                    CaseStep(date=EventDate.parse("2024-04"), **STEP),
                ),
            ),
            "case c: ['2024-05', '2024-04'] is not in order of date",
        ),
        (
            lambda: Figure(
                unit=Unit.INCIDENTS,
                question=Question(measure="count", period=EventDate.parse("2024")),
                release="r",
                numerator=2,
                incidents=("KZ-2024-0001",),
            ),
            "figure: 2 is not the number of its incidents, 1",
        ),
    ],
)
def test_a_word_that_contradicts_itself_cannot_be_made(make, message):
    with pytest.raises(BadInput) as caught:
        make()
    assert message in str(caught.value)


def test_a_word_is_frozen():
    with pytest.raises(AttributeError, match="immutable"):
        ALMATY.kk = "Астана"


def test_a_name_falls_back_to_a_language_that_has_it():
    assert Name(ru="Уральская неделя").best("en") == "Уральская неделя"


def test_a_quotation_is_cut_from_its_document_letter_by_letter():
    quotation = Quotation.cut(document(text="Тілші ұсталды."), 6, 13)
    assert quotation.text == "ұсталды"
