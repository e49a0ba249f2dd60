"""What is learned: hashes and weights only, the same from the same examples, and nothing without examples."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from tests import readings

from kuzet.adapters import fitting
from kuzet.basis.errors import BadInput
from kuzet.language.vocabulary import classifier, models
from kuzet.observatory import detect


def _features(text: str) -> classifier.Features:
    return detect.example(detect.read(readings.document(text), detect.vocabulary("kz")))


STORY = "Полиция задержала блогера {} в Таразе за репортаж о митинге, его оштрафовали на 20 МРП."


def test_names_leave_no_trace_in_the_features() -> None:
    assert _features(STORY.format("Айбека Нурова")) == _features(STORY.format("Ерлана Сатпаева"))


def test_a_document_that_the_gate_stops_shows_nothing() -> None:
    assert _features("Погода в Астане: солнечно, ветер слабый.") == {}


def test_the_classifier_learns_which_words_tell() -> None:
    rows = [{1: 1.0, 9: 1.0}, {1: 1.0, 8: 1.0}, {2: 1.0, 9: 1.0}, {2: 1.0, 8: 1.0}] * 3
    made = fitting.words(rows, [True, True, False, False] * 3)
    assert made.log_odds({1: 1.0}) > 0 > made.log_odds({2: 1.0})
    assert abs(made.weights.get("9", 0.0)) < 0.01


def test_what_stands_in_one_passage_alone_is_not_learned() -> None:
    made = fitting.words([{1: 1.0, 5: 1.0}, {1: 1.0}, {2: 1.0}, {2: 1.0}], [True, True, False, False])
    assert "5" not in made.weights


def test_each_answer_is_learned_from_the_words_for_itself() -> None:
    rows = [{1: 1.0, 2: 1.0}, {1: 1.0}, {2: 1.0}, {3: 1.0}] * 4
    made = fitting.labels(rows, [("x", "y"), ("x",), ("y",), ()] * 4)
    both, neither = made.odds({1: 1.0, 2: 1.0}), made.odds({3: 1.0})
    assert (both["x"] > 2.2, both["y"] > 2.2) == (True, True)
    assert (neither["x"] < -2.2, neither["y"] < -2.2) == (True, True)


def test_words_that_stand_in_three_passages_alone_speak_for_no_answer() -> None:
    rows = [{1: 1.0, 7: 1.0}] * 3 + [{1: 1.0}] * 3 + [{2: 1.0}] * 6
    made = fitting.labels(rows, [("x",)] * 6 + [()] * 6)
    assert sorted(made.weights) == ["1", "2"]


def test_an_answer_that_every_passage_has_is_not_learned() -> None:
    made = fitting.labels([{1: 1.0}, {2: 1.0}] * 4, [("x", "y"), ("y",)] * 4)
    assert made.answers == ("x",)


@pytest.mark.parametrize("name", ["category_words", "method_words", "perpetrator_words"])
def test_labels_that_weigh_an_answer_which_is_not_there_are_refused(name) -> None:
    broken = json.dumps({name: {"answers": ["x"], "bias": [0.0], "weights": {"5": [[1, 2.0]]}}})
    with pytest.raises(BadInput) as refused:
        models.load(broken.encode(), "model.json")
    assert str(refused.value).startswith(f"model.json: '{name}'")


def test_clues_give_shares_that_add_up_to_one() -> None:
    made = fitting.clues([{"a": 1.0}, {"b": 1.0}, {"c": 1.0}] * 5, ["x", "y", "z"] * 5, strength=10.0)
    shares = made.shares({"a": 1.0})
    assert sum(shares.values()) == pytest.approx(1.0)
    assert max(shares, key=lambda answer: shares[answer]) == "x"


def test_clues_of_two_answers_are_told_apart_too() -> None:
    made = fitting.clues([{"a": 1.0}, {"b": 1.0}] * 5, ["yes", "no"] * 5, strength=10.0)
    assert made.shares({"a": 1.0})["yes"] > 0.5 > made.shares({"b": 1.0})["yes"]


def test_one_answer_alone_teaches_nothing() -> None:
    assert fitting.clues([{"a": 1.0}], ["x"], strength=1.0).shares({"a": 1.0}) == {}


def test_trust_never_turns_a_rule_round_and_keeps_a_part_of_what_held_before() -> None:
    worth, _ = fitting.trust([{"act": 3.0, "agent": 0.0}, {"act": 0.0, "agent": 3.0}] * 10, [True, False] * 10)
    assert worth["act"] > models.POINT
    assert worth["agent"] == pytest.approx(fitting.PRIOR * models.POINT)


def test_a_file_that_is_no_model_is_refused_by_its_name() -> None:
    with pytest.raises(BadInput, match=r"mine\.json: .* is not a model as `kuzet learn` writes it"):
        models.load(b'{"classifier": 3}', "mine.json")


def test_the_shipped_model_holds_numbers_and_no_words_of_documents() -> None:
    made = json.loads((files("kuzet.language") / "model.json").read_text("utf-8"))
    assert all(key.isdigit() for key in made["classifier"]["weights"])
    learned = [made[kind][name] for kind in ("alone", "beside") for name in ("perpetrator", "category", "method")]
    clues = [clue for one in learned for clue in one["weights"]]
    assert len(clues) > 1000
    assert all(clue.isascii() for clue in clues)


@pytest.mark.parametrize(
    "text",
    [
        b'{"alone": {"category": {"answers": ["a", "b"], "bias": [1.0], "weights": {}}}}',
        b'{"beside": {"category": {"answers": ["a", "b"], "bias": [1.0, 0.0], "weights": {"clue": [1.0]}}}}',
        b'{"beside": {"method": {"answers": ["maybe"], "bias": [1.0], "weights": {}}}}',
    ],
)
def test_a_model_whose_weights_do_not_fit_its_answers_is_refused(text: bytes) -> None:
    with pytest.raises(BadInput, match=r"mine\.json: .* is not a model as `kuzet learn` writes it: "):
        models.load(text, "mine.json")
