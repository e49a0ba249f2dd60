"""What the words of a passage speak for as a whole: clues beside those of the rules, and what comes of them."""

from __future__ import annotations

import pytest
from msgspec import structs
from tests import readings

from kuzet.basis import codebook
from kuzet.language.vocabulary.classifier import Labels, features
from kuzet.language.vocabulary.models import UNTRAINED, Corrections, Linear, Models
from kuzet.observatory.encode import heard

BEATING, THREATS, TRIAL = "non_fatal_attack_beating", "bullying_intimidation_threats", "court_trial"
BOOK = codebook.load()
HEARD = heard.Heard(
    {"physical": 4.0}, {BEATING: 4.0, THREATS: -2.0, TRIAL: -5.0}, {"unknown": 9.0, "authorities": -1.0}
)


def test_where_nothing_is_heard_the_clues_are_those_of_the_rules() -> None:
    assert heard.category({"rules:physical": 1.0}, heard.NOTHING) == {"rules:physical": 1.0}
    assert heard.methods({TRIAL: {"points": 2.0}}, heard.NOTHING, BOOK) == {TRIAL: {"points": 2.0}}


def test_what_the_words_speak_for_stands_beside_the_clues_of_the_rules() -> None:
    assert heard.category({"rules:physical": 1.0}, HEARD) == {"rules:physical": 1.0, "words:physical": 2.0}


def test_beyond_the_loudest_nothing_becomes_clearer() -> None:
    assert heard.perpetrator({}, HEARD) == {"words:unknown": 3.0, "words:authorities": -0.5}


def test_a_method_that_no_rule_sees_is_thought_of_where_its_words_are_audible() -> None:
    found = heard.methods({}, HEARD, BOOK)
    assert sorted(found) == [THREATS, BEATING]
    assert found[BEATING] == {
        "untold": 1.0,
        f"untold:{BEATING}": 1.0,
        "words": 2.0,
        "words:untold": 2.0,
        "words of the category": 2.0,
    }


def test_a_method_that_the_rules_see_is_weighed_by_its_words_however_little_they_speak_for_it() -> None:
    found = heard.methods({TRIAL: {"points": 2.0}}, HEARD, BOOK)
    assert found[TRIAL] == {"points": 2.0, "words": -2.5, "words:told": -2.5, "words of the category": 0.0}


def test_a_method_of_which_nothing_was_learned_has_the_clues_of_the_rules_alone() -> None:
    assert heard.methods({"suicide": {"points": 2.0}}, HEARD, BOOK)["suicide"] == {"points": 2.0}


STORY = (
    "Журналиста Айбека Нурова из Тараза вызвали в полицию. Там его продержали до ночи, а наутро он писал заметку о"
    " ценах на уголь, о дороге до степного аула, о мосте, который обещали починить ещё прошлой весной, о школе, где"
    " третий год течёт крыша, и о том, как жители всей улицей сажали карагачи вдоль арыка, потому что тени летом у них"
    " нет никакой."
)
HEADLINE = "Журналиста Айбека Нурова из Тараза вызвали в полицию."


def speaking(text: str, method: str, klass: str) -> Models:
    """Models in which every word of the text speaks for a method and a class, and words are trusted beyond all else."""
    every = {str(number): ((0, 100.0),) for number in features(readings.by_rules(text).sentences)}
    return Models(
        even=UNTRAINED.even,
        method_words=Labels((method,), (-1.0,), every),
        perpetrator_words=Labels((klass, "authorities"), (-1.0, -9.0), every),
        beside=Corrections(
            method=Linear(("no", "yes"), (0.0, -1.0), {"words:untold": (0.0, 2.0), "points": (0.0, 0.5)}),
            perpetrator=Linear((klass, "authorities"), (0.0, 0.0), {f"words:{klass}": (1.0, 0.0)}),
        ),
    )


def test_a_method_that_no_rule_sees_is_quoted_by_the_sentence_that_speaks_most_for_it() -> None:
    night = {str(number): ((0, 100.0),) for number in features(readings.by_rules(STORY).sentences[1:])}
    made = structs.replace(speaking(STORY, BEATING, "unknown"), method_words=Labels((BEATING,), (-1.0,), night))
    added = next(one for one in readings.first_coding(STORY, made).methods if one.value == BEATING)
    assert added.rule == "words of the passage"
    assert added.quotation.text.startswith("Там его продержали до ночи, а наутро он писал заметку")


def test_the_words_may_speak_against_the_perpetrator_that_the_rules_give() -> None:
    coding = readings.first_coding(STORY, speaking(STORY, BEATING, "unknown"))
    assert coding.perpetrators[0].value.klass == "unknown"
    assert coding.perpetrators[0].rule.startswith("learned, against ")
    assert readings.first_coding(STORY, UNTRAINED).perpetrators[0].value.klass == "authorities"


def test_a_few_words_speak_for_nothing() -> None:
    by_rules = readings.first_coding(HEADLINE, UNTRAINED)
    by_words = readings.first_coding(HEADLINE, speaking(HEADLINE, BEATING, "unknown"))
    assert [one.value for one in by_words.methods] == [one.value for one in by_rules.methods]
    assert by_words.perpetrators[0].value.klass == by_rules.perpetrators[0].value.klass


def test_a_passage_of_which_nothing_is_heard_is_corrected_by_what_rules_say_alone() -> None:
    perpetrator = Linear(("non_state", "authorities"), (9.0, 0.0), {})
    alone = Models(even=UNTRAINED.even, alone=Corrections(perpetrator=perpetrator))
    beside = Models(even=UNTRAINED.even, beside=Corrections(perpetrator=perpetrator))
    assert readings.first_coding(HEADLINE, alone).perpetrators[0].value.klass == "non_state"
    assert readings.first_coding(HEADLINE, beside).perpetrators[0].value.klass == "authorities"


@pytest.mark.parametrize("name", ["category_words", "method_words", "perpetrator_words"])
def test_without_trust_learned_the_words_change_nothing(name: str) -> None:
    every = {str(number): ((0, 100.0),) for number in features(readings.by_rules(STORY).sentences)}
    answer = {"category_words": "physical", "method_words": BEATING, "perpetrator_words": "unknown"}[name]
    made = Models(even=UNTRAINED.even, **{name: Labels((answer,), (9.0,), every)})
    assert readings.first_coding(STORY, made) == readings.first_coding(STORY, UNTRAINED)
