"""The rules that weigh a scene: what each may add, how far it is trusted, and what is never weighed."""

from __future__ import annotations

import pytest
from msgspec import structs
from tests import readings

from kuzet.language.reading.reading import BOILERPLATE, is_boilerplate
from kuzet.language.vocabulary.classifier import Classifier
from kuzet.language.vocabulary.models import POINT, UNTRAINED, Models
from kuzet.observatory import detect
from kuzet.observatory.detect import rules

ACT = "Полиция задержала блогера Айбека Нурова в Таразе."


def points(text: str, models: Models = UNTRAINED) -> dict[str, float]:
    """Log-odds by kind of rule, of the only scene of the text."""
    ((_, _, found),) = detect.weighed(readings.by_rules(text, models))
    return {rules.kind(one): one.points for one in found}


def opinion(odds: float) -> Models:
    return structs.replace(UNTRAINED, classifier=Classifier(bias=odds, weights={}), trust={"classifier": 1.0})


def is_found(text: str) -> bool:
    return bool(detect.find(readings.document(text), readings.by_rules(text)))


def test_the_opinion_of_the_classifier_is_taken_as_it_is_within_the_bounds() -> None:
    assert points(f"{ACT} {'Погода в городе была ясная. ' * 20}", opinion(1.5))["classifier"] == 1.5


@pytest.mark.parametrize(
    ("odds", "best", "bounded"),
    [(50.0, 2.0, rules.CONFIRMS * 2.0), (-50.0, 2.0, 2.0 - rules.OPINION), (-50.0, 0.0, -rules.OPINION)],
)
def test_the_classifier_gives_and_takes_no_more_than_the_act_told_allows(
    odds: float, best: float, bounded: float
) -> None:
    assert rules.bounded(odds, best, 100) == bounded


def test_of_a_headline_the_classifier_can_tell_less() -> None:
    assert rules.bounded(2.0, 4.0, rules.ENOUGH // 2) == 1.0


def test_no_opinion_of_the_classifier_passes_its_bounds() -> None:
    assert points(ACT, opinion(50.0))["classifier"] < 50.0
    assert points(ACT, opinion(-50.0))["classifier"] > -rules.OPINION


def test_trust_multiplies_the_points_of_its_rule_and_of_no_other() -> None:
    before = points(ACT)
    after = points(ACT, structs.replace(UNTRAINED, trust={"agent": 3 * POINT}))
    assert after.pop("agent") == pytest.approx(3 * before.pop("agent"))
    assert after == before


def test_trust_in_a_rule_moves_the_score() -> None:
    ((before, _, _),) = detect.weighed(readings.by_rules(ACT))
    ((after, _, _),) = detect.weighed(readings.by_rules(ACT, structs.replace(UNTRAINED, trust={"act_on_media": 0.0})))
    assert after < detect.THRESHOLD < before


CRIME_AND_BOX = [
    (
        "Полиция Тараза задержала двух мужчин по подозрению в краже из магазина.",
        "Поддержите нас: ",
        "журналиста Айбека Нурова избили за расследование.",
    ),
    (
        "Таразда полиция дүкен тонаған екі адамды ұстады.",
        "Қолдау көрсетіңіз: ",
        "журналист Айбек Нұров соққыға жығылды.",
    ),
    (
        "Police in Taraz detained two men suspected of robbing a shop.",
        "Donate: ",
        "reporter Aibek Nurov was beaten by a mob.",
    ),
]


@pytest.mark.parametrize(("news", "beginning", "attack"), CRIME_AND_BOX)
def test_a_donation_box_that_tells_of_an_attack_below_crime_news_is_no_candidate(
    news: str, beginning: str, attack: str
) -> None:
    assert not is_found(f"{news}\n\n{beginning}{attack}")


@pytest.mark.parametrize(("news", "beginning", "attack"), CRIME_AND_BOX)
def test_the_same_attack_told_by_the_article_itself_is_a_candidate(news: str, beginning: str, attack: str) -> None:
    assert beginning
    assert is_found(f"{news}\n\n{attack[0].upper()}{attack[1:]}")


def test_a_long_paragraph_that_begins_like_a_box_is_an_article() -> None:
    text = "Поддержите нас: журналиста Айбека Нурова избили за расследование. "
    assert is_boilerplate(text)
    assert not is_boilerplate(text * (BOILERPLATE // len(text) + 1))


@pytest.mark.parametrize(
    "line",
    [
        "© 2024 Steppe Times",
        "Блогера оштрафовали | Погода | В редакции обыск",
        "• Читайте также: журналиста избили",
    ],
)
def test_rights_links_and_invitations_are_lines_of_the_site(line: str) -> None:
    assert is_boilerplate(line)
