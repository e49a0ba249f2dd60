"""Rules of placement that ask who did it: held by others than an office, blocked by a network and not by a state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import structs

from kuzet.language.reading.acts import Act
from kuzet.observatory.encode import actors
from kuzet.observatory.encode.material import Material, Weight

Weights = Mapping[str, Weight]


def held_by_no_office(weights: Weights, material: Material) -> Weights:
    """Who is held by people without an office, where abduction is told too, is abducted and not detained."""
    held, abduction = weights.get("short_term_detention"), weights.get("abduction")
    if held is None or abduction is None or not _by_no_office(material, held.act):
        return weights
    abducted = structs.replace(abduction, points=max(held.points, abduction.points))
    return {**weights, "abduction": abducted, "short_term_detention": structs.replace(held, points=held.points * 0.3)}


def blocked_by_the_network(weights: Weights, material: Material) -> Weights:
    """What a network blocks after complaints or a break-in is the work of who did that; only a state closes media."""
    closed = weights.get("closure_blocking_of_media")
    cause = next((one for one in _BLOCKED_FOR if one in weights), None)
    if closed is None or cause is None or _offices(material, closed.act):
        return weights
    told = structs.replace(weights[cause], points=max(closed.points, weights[cause].points))
    weaker = structs.replace(closed, points=closed.points * 0.3)
    return {**weights, cause: told, "closure_blocking_of_media": weaker}


_BLOCKED_FOR: Final = ("bot_attack", "account_hacking")
"""For what a network shuts a page: many complaints, or somebody else who writes in it."""


def down_because_blocked(weights: Weights, material: Material) -> Weights:
    """A site that only does not open was shut, where blocking is told plainly and nobody tells of an attack on it."""
    down, closed = weights.get("ddos_hacker_attack"), weights.get("closure_blocking_of_media")
    if down is None or closed is None or closed.act.match.entry.weight < PLAIN:
        return weights
    if any(act.match.entry.weight >= PLAIN for act in material.scene.acts if act.method == "ddos_hacker_attack"):
        return weights
    shut = structs.replace(closed, points=max(closed.points, down.points))
    weaker = structs.replace(down, points=down.points * 0.3)
    return {**weights, "closure_blocking_of_media": shut, "ddos_hacker_attack": weaker}


PLAIN: Final = 2
"""Weight of a trigger that tells an act; less only hints at it."""


def _by_no_office(material: Material, act: Act) -> bool:
    """Whether somebody stands beside the act and no office does; a Kazakh sentence may leave out who did it."""
    sentence, *others = material.near(act)
    found = actors.of_sentence(material, sentence)
    if not found and sentence.language == "kk":
        found = [one for each in others for one in actors.of_sentence(material, each)]
    return bool(found) and all(actors.klass(one) in ("non_state", "unknown") for one in found)


def _offices(material: Material, act: Act) -> bool:
    sentence = material.reading.sentences[act.sentence]
    return any(actors.klass(one) in ("authorities", "foreign_state") for one in actors.of_sentence(material, sentence))
