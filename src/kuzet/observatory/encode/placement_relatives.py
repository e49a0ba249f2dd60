"""The rule of placement for what is done to relatives in the stead of a media worker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import structs

from kuzet.language.reading.acts import Act
from kuzet.observatory.encode.material import Material, Weight

Weights = Mapping[str, Weight]

RELATIVES: Final = "pressure_via_relatives"
OWN: Final = ("itself", "done to", "beside", "sentence")
"""Bonds of an act to a media worker of its own sentence."""
TO_ANYBODY: Final = (
    "non_fatal_attack_beating",
    "threat_to_life_liberty_health",
    "bullying_intimidation_threats",
    "abduction",
    "short_term_detention",
    "interrogation",
    "search",
    "dismissal",
    "travel_ban",
    "arrest_pretrial",
)
"""What is done to relatives in the stead of a media worker."""

_TOLD_AT_ALL: Final = 0.7
"""Points of pressure on relatives that is told somewhere in a story about a media worker."""


def struck_in_their_stead(weights: Weights, _: Material) -> Weights:
    """Where a relative is struck or pressed, what is told of without a media worker was done to that relative.

    *Младшего брата вызвали в участок ... били до утра*.
    """
    told = weights.get(RELATIVES)
    if told is None or told.act.match.entry.weight < 2 or told.points < _TOLD_AT_ALL:
        return weights
    theirs = [method for method in TO_ANYBODY if method in weights and _is_theirs(weights[method].act, told.act)]
    best = max([told.points, *(weights[method].points * 1.1 for method in theirs)])
    weaker = {method: structs.replace(weights[method], points=weights[method].points * 0.3) for method in theirs}
    return {**weights, **weaker, RELATIVES: structs.replace(told, points=best)}


def _is_theirs(act: Act, relative: Act) -> bool:
    """Whether it was done to no media worker of its sentence, or there behind the words for the relative.

    *The son of the editor was met after school by two adults who hit him in the face*.
    """
    same = act.sentence == relative.sentence and relative.match.first < act.match.first
    return act.bond not in OWN or (same and relative.bond in OWN)
