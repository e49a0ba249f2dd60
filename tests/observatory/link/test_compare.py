"""The score is the sum of visible weights, the same whatever the order; the kind has a reason."""

from __future__ import annotations

import pytest
from tests.builders import ASTANA
from tests.observatory.link.makers import article, codes, item, outlet, person, when

from kuzet.basis.coding import Answer
from kuzet.basis.judgement import LinkKind
from kuzet.observatory.link import LINKED, SUGGESTED, compare, features
from kuzet.observatory.link.compare import weights

COURT = {"category": Answer(value="judicial_economic")}


def reason(link):
    return link.evidence[-1].detail


def test_the_score_is_the_sum_of_the_evidence_in_any_order():
    left, right = item("d1#1"), item("d2#1", date=when("2024-04-16"))
    link = compare(left, right)
    assert link == compare(right, left)
    assert link.score == pytest.approx(sum(one.weight for one in link.evidence))
    assert [(one.feature, one.weight, one.detail) for one in link.evidence[:3]] == [
        ("people", weights()["people", "full"], "full: Andrei Skiba"),
        ("date", weights()["date", "next"], "next: 2024-04-15 / 2024-04-16"),
        ("place", weights()["place", "town"], "town: Kostanay"),
    ]


def test_other_weights_give_another_score():
    left, right = item("d1#1"), item("d2#1")
    nothing = dict.fromkeys(weights(), 0.0)
    assert compare(left, right, nothing).score == 0.0
    assert compare(left, right, nothing | {("people", "full"): 3.0}).score == 3.0


def test_every_level_has_a_weight_and_a_reason_and_no_weight_is_idle():
    assert {feature for feature, _ in weights()} == {feature.__name__ for feature in features.FEATURES}
    assert all(-10 <= weight <= 10 for weight in weights().values())


def test_a_machines_doubt_makes_a_difference_weigh_less_and_an_agreement_no_less():
    sure, unsure = item("d1#1", date=when("2024-01-15")), item("d2#1", date=when("2024-04-15", confidence=0.4))
    apart = weights()["date", "apart"]
    date = {one.feature: one.weight for one in compare(sure, unsure).evidence}["date"]
    assert date == pytest.approx(0.4 * apart)
    same = item("d3#1", date=when("2024-04-15", confidence=0.4))
    assert {one.feature: one.weight for one in compare(unsure, same).evidence}["date"] == weights()["date", "day"]


def test_one_incident_in_two_languages_is_linked():
    link = compare(item("d1#1"), item("d2#1", targets=(person("Андрею Скибе", "ru"),), date=when("2024-04-16")))
    assert link.kind is LinkKind.SAME_INCIDENT
    assert link.score >= LINKED


def test_a_repeated_attack_three_days_later_is_related():
    attack = {"targets": (outlet(en="Vera.kz"),), "methods": codes("ddos_hacker_attack"), "place": None}
    attack |= {"category": Answer(value="non_physical_cyber")}
    link = compare(item("d1#1", date=when("2024-07-17"), **attack), item("d2#1", date=when("2024-07-20"), **attack))
    assert SUGGESTED <= link.score < LINKED
    assert (link.kind, reason(link)) == (LinkKind.RELATED, "the same people on another day: a repeated attack")


def test_a_hearing_months_later_is_a_step_of_the_case():
    law = COURT | {"methods": codes("court_trial"), "articles": (article("administrative_code", "73-3"),)}
    link = compare(item("d1#1", date=when("2023-11-10"), **law), item("d2#1", date=when("2024-02-12"), **law))
    assert link.kind is LinkKind.SAME_CASE
    assert reason(link) == "the same people, another step: a measure, hearing, appeal or release"


def test_another_article_is_another_prosecution():
    fined = COURT | {"methods": codes("fine"), "articles": (article("administrative_code", "73-3"),)}
    expelled = COURT | {"methods": codes("deportation_expulsion"), "articles": (article("administrative_code", "517"),)}
    link = compare(item("d1#1", date=when("2024-02-12"), **fined), item("d2#1", date=when("2024-05-02"), **expelled))
    assert (link.kind, reason(link)) == (LinkKind.RELATED, "the same people, prosecuted under other articles")


def test_a_new_type_of_attack_on_the_same_person_is_a_new_incident():
    fined = COURT | {"methods": codes("fine")}
    link = compare(item("d1#1"), item("d2#1", date=when("2024-05-20"), **fined))
    assert (link.kind, reason(link)) == (LinkKind.RELATED, "the same people, another type of attack: a new incident")


def test_other_people_on_the_same_day_in_the_same_town_are_related_at_most():
    link = compare(item("d1#1"), item("d2#1", targets=(person("Olga Lis"),)))
    assert (link.kind, reason(link)) == (LinkKind.RELATED, "other people in like circumstances")


def test_colleagues_on_different_days_are_related_at_most():
    left = item("d1#1", targets=(person("Olga Lis"), outlet(en="Steppe FM")))
    right = item("d2#1", targets=(person("Marat Imanov"), outlet(en="Steppe FM")), date=when("2024-06-01"))
    assert (compare(left, right).kind, reason(compare(left, right))) == (
        LinkKind.RELATED,
        "other people of the same outlet",
    )


def test_a_pair_without_names_is_for_a_person_to_read():
    link = compare(item("d1#1", targets=()), item("d2#1", targets=(), place=Answer(value=ASTANA)))
    assert reason(link) == "like circumstances, but nobody is named who was hit: to be read"
