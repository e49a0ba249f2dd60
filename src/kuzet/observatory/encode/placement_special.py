"""Rules of placement where one method is told by words of another: the special one says all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import structs

from kuzet.language.reading.acts import Act
from kuzet.observatory.encode.material import Material, Weight

Weights = Mapping[str, Weight]

_SURE: Final = 2.3
"""Points from which a method is told plainly."""

_LEFT: Final = 0.3
"""What is left of a method that is only in the words of another."""


def special_first(weights: Weights, _: Material) -> Weights:
    """The special method says all: a beating that killed, a brother beaten, a crash, a site under attack."""
    out = dict(weights)
    for special, general in SPECIAL.items():
        told = out[special].points if special in out else 0.0
        for method in general:
            if told >= _SURE and method in out and out[method].points < told * 1.5:
                out[method] = structs.replace(out[method], points=out[method].points * _LEFT)
    return out


def frozen_not_blocked(weights: Weights, material: Material) -> Weights:
    """Accounts that are frozen are money: the same word blocks them and sites (*шоттары бұғатталды*)."""
    money, closed = weights.get("economic_pressure"), weights.get("closure_blocking_of_media")
    if money is None or closed is None or money.points < _SURE:
        return weights
    frozen = [one for one in material.scene.acts if one.method == "economic_pressure"]
    told = [one for one in material.scene.acts if one.method == "closure_blocking_of_media" and one.value > 0]
    if not all(any(_share_words(one, other) for other in frozen) for one in told):
        return weights
    return {**weights, "closure_blocking_of_media": structs.replace(closed, points=closed.points * _LEFT)}


def _share_words(one: Act, other: Act) -> bool:
    return one.sentence == other.sentence and one.match.start < other.match.end and other.match.start < one.match.end


_ACCESS: Final = "illegal_impediments_denial_of_access"
_BEATING: Final = "non_fatal_attack_beating"
SPECIAL: Final[Mapping[str, tuple[str, ...]]] = {
    "beating_fatal": (_BEATING, "murder"),
    "attempted_murder": (_BEATING,),
    "death_in_custody": ("sudden_unexplained_death", "arrest_pretrial", "imprisonment_sentence"),
    "fatal_accident": (_BEATING, "non_fatal_accident", "murder", "fatal_attack_in_duty"),
    "non_fatal_accident": (_BEATING, "damage_seizure_of_property"),
    "fatal_attack_in_duty": (_BEATING, "murder"),
    "murder": ("sudden_unexplained_death",),
    "suicide": (_BEATING, "murder", "attempted_murder", "threat_to_life_liberty_health"),
    "pressure_via_relatives": (_BEATING, "bullying_intimidation_threats"),
    "punitive_psychiatry_fatal": ("punitive_psychiatry_non_fatal", _BEATING),
    "sexual_violence": ("sexual_harassment", _BEATING),
    "sexual_harassment": (_BEATING,),
    "personal_search": ("sexual_harassment",),
    "ddos_hacker_attack": (_BEATING,),
    "account_hacking": ("identity_theft_fake_account", _BEATING, _ACCESS),
    "phishing": ("official_warning",),
    "pressure_on_sources": ("dismissal",),
    "ban_on_profession": (_ACCESS,),
    "bot_attack": (_BEATING, "trolling"),
    "leak_of_personal_data": ("discrediting",),
    "pretrial_claim": ("civil_case",),
    "foreign_agent_designation": ("charge_extremism_terrorism", "discrediting"),
    "administrative_arrest": ("arrest_pretrial", "imprisonment_sentence"),
}
"""What is also told by the words of the special method, and is not a second method."""
