"""Rules of placement for the ways that an act takes: who is expelled has no passport, who is locked up was brought."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from msgspec import structs

from kuzet.observatory.encode import actors
from kuzet.observatory.encode.material import Material, Weight, share_words

Weights = Mapping[str, Weight]
Rule = Callable[[Weights, Material], Weights]

_SURE: Final = 2.3
"""Points from which a method is told plainly."""

_LEFT: Final = 0.3
"""What is left of a method that is only the way of another."""

_TWICE: Final = 2
"""Tellings that leave no doubt, and the weight of a trigger that tells an act."""


def expelled_not_kept(weights: Weights, _: Material) -> Weights:
    """Who is turned back at a border or sent away is not kept in the country: *took his passport, put on a plane*."""
    if not _is_plain(weights, _EXPULSION):
        return weights
    return _weaker(weights, ("travel_ban",))


def seated_not_imprisoned(weights: Weights, material: Material) -> Weights:
    """Who is put on a plane is not put in prison, though one Russian verb says both: *посадили на рейс в Варшаву*."""
    prison = weights.get("imprisonment_sentence")
    flights = [act for act in material.scene.acts if act.method == _EXPULSION and act.match.entry.weight >= _TWICE]
    if prison is None or not any(share_words(prison.act, flight) for flight in flights):
        return weights
    return _weaker(weights, ("imprisonment_sentence",))


def held_among_the_sick(weights: Weights, _: Material) -> Weights:
    """Who is held in a psychiatric ward was brought there, by whom and by which order ever: that is no other method."""
    ward = next((one for one in _WARDS if _is_plain(weights, one)), None)
    if ward is None:
        return weights
    told = weights[ward].points
    return _weaker(weights, [one for one in _ORDERS if one in weights and weights[one].points < told * _TOLD_MORE])


def found_again(weights: Weights, material: Material) -> Weights:
    """Nobody knew where a media worker was whose abduction is told: the abduction says all."""
    abducted, missing = weights.get("abduction"), weights.get("disappearance")
    strong = [act for act in material.scene.acts if act.method == "abduction" and act.match.entry.weight >= _TWICE]
    if abducted is None or missing is None or len(strong) < _TWICE:
        return weights
    plain = structs.replace(abducted, points=max(abducted.points, missing.points))
    return {**_weaker(weights, ("disappearance",)), "abduction": plain}


def asked_by_captors(weights: Weights, material: Material) -> Weights:
    """What those ask who hold an abducted media worker is no interrogation, where no office stands beside it."""
    asked = weights.get("interrogation")
    if asked is None or not _is_plain(weights, "abduction"):
        return weights
    near = [one for sentence in material.near(asked.act) for one in actors.of_sentence(material, sentence)]
    if any(actors.klass(one) == "authorities" for one in near):
        return weights
    return _weaker(weights, ("interrogation",))


def struck_by_no_accident(weights: Weights, material: Material) -> Weights:
    """Whom somebody beat was injured by no accident: *охрана избила оператора, он получил травмы во время съёмок*."""
    blow = weights.get(_BLOW)
    if blow is None or _ACCIDENT not in weights or not _is_plain(weights, _BLOW):
        return weights
    if not actors.of_sentence(material, material.reading.sentences[blow.act.sentence]):
        return weights
    return _weaker(weights, (_ACCIDENT,))


_BLOW: Final = "non_fatal_attack_beating"
_ACCIDENT: Final = "non_fatal_accident"
_EXPULSION: Final = "deportation_expulsion"
_WARDS: Final = ("punitive_psychiatry_non_fatal", "punitive_psychiatry_fatal")
_ORDERS: Final = (
    "court_trial",
    "administrative_case",
    "administrative_arrest",
    "short_term_detention",
    "arrest_pretrial",
    "abduction",
)
"""How people come into a ward."""

_TOLD_MORE: Final = 1.2
"""A method told by so much more than the ward stands for itself."""

RULES: Final[tuple[Rule, ...]] = (
    expelled_not_kept,
    seated_not_imprisoned,
    held_among_the_sick,
    found_again,
    asked_by_captors,
    struck_by_no_accident,
)


def _is_plain(weights: Weights, method: str) -> bool:
    return method in weights and weights[method].points >= _SURE


def _weaker(weights: Weights, methods: Iterable[str]) -> Weights:
    found = [one for one in methods if one in weights]
    return {**weights, **{one: structs.replace(weights[one], points=weights[one].points * _LEFT) for one in found}}
