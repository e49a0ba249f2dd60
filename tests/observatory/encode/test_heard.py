"""What the words of a passage speak for: left out, added, put in the place of what rules see, or of no weight."""

from __future__ import annotations

from tests import readings

from kuzet.language.vocabulary.classifier import Labels, features
from kuzet.language.vocabulary.models import UNTRAINED, Models
from kuzet.observatory.encode import heard

BEATING, THREATS, TRIAL, FINE = "non_fatal_attack_beating", "bullying_intimidation_threats", "court_trial", "fine"


def test_where_nothing_was_learned_the_rules_decide() -> None:
    assert heard.methods((BEATING, THREATS), {}) == (BEATING, THREATS)
    assert heard.perpetrator("unknown", {}) == "unknown"


def test_a_further_method_that_nothing_speaks_for_is_left_out() -> None:
    assert heard.methods((BEATING, THREATS), {BEATING: 0.6, THREATS: 0.002}) == (BEATING,)


def test_a_method_that_much_speaks_for_is_added_though_no_rule_sees_it() -> None:
    assert heard.methods((TRIAL,), {TRIAL: 0.9, FINE: 0.7, BEATING: 0.3}) == (TRIAL, FINE)


def test_a_main_method_that_nothing_speaks_for_gives_way_to_one_that_most_speaks_for() -> None:
    assert heard.methods((TRIAL,), {TRIAL: 0.001, BEATING: 0.85}) == (BEATING,)


def test_a_main_method_stays_where_nothing_else_is_clear() -> None:
    assert heard.methods((TRIAL,), {TRIAL: 0.001, BEATING: 0.45}) == (TRIAL,)
    assert heard.methods((TRIAL,), {TRIAL: 0.02, BEATING: 0.45}) == (TRIAL,)


def test_a_method_of_which_nothing_was_learned_stays() -> None:
    assert heard.methods(("sudden_unexplained_death", THREATS), {THREATS: 0.4, BEATING: 0.9}) == (
        "sudden_unexplained_death",
        THREATS,
        BEATING,
    )


def test_another_class_of_perpetrators_must_be_likelier_by_far() -> None:
    assert heard.perpetrator("unknown", {"unknown": 0.1, "authorities": 0.85}) == "authorities"
    assert heard.perpetrator("unknown", {"unknown": 0.3, "authorities": 0.9}) == "unknown"


STORY = (
    "Журналиста Айбека Нурова из Тараза вызвали в полицию. Там его продержали до ночи, а наутро он писал заметку о"
    " ценах на уголь, о дороге до степного аула, о мосте, который обещали починить ещё прошлой весной, о школе, где"
    " третий год течёт крыша, и о том, как жители всей улицей сажали карагачи вдоль арыка, потому что тени летом у них"
    " нет никакой."
)
HEADLINE = "Журналиста Айбека Нурова из Тараза вызвали в полицию."


def speaking(text: str, method: str, klass: str) -> Models:
    """Models in which every word of the text speaks for a method and a class."""
    reading = readings.by_rules(text)
    every = {str(number): ((0, 100.0),) for number in features(reading.sentences)}
    return Models(
        even=UNTRAINED.even,
        method_words=Labels((method,), (-1.0,), every),
        perpetrator_words=Labels((klass, "authorities"), (-1.0, -9.0), every),
    )


def test_a_method_that_no_rule_sees_is_quoted_by_the_passage_that_leads() -> None:
    coding = readings.first_coding(STORY, speaking(STORY, BEATING, "unknown"))
    added = next(one for one in coding.methods if one.value == BEATING)
    assert (added.rule, added.quotation.text) == ("words of the passage", HEADLINE)


def test_the_words_may_speak_against_the_perpetrator_that_the_rules_give() -> None:
    coding = readings.first_coding(STORY, speaking(STORY, BEATING, "unknown"))
    assert coding.perpetrators[0].value.klass == "unknown"
    assert readings.first_coding(STORY, UNTRAINED).perpetrators[0].value.klass == "authorities"


def test_a_few_words_speak_for_nothing() -> None:
    by_rules = readings.first_coding(HEADLINE, UNTRAINED)
    by_words = readings.first_coding(HEADLINE, speaking(HEADLINE, BEATING, "unknown"))
    assert [one.value for one in by_words.methods] == [one.value for one in by_rules.methods]
    assert by_words.perpetrators[0].value == by_rules.perpetrators[0].value
