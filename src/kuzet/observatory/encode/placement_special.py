"""Rules of placement where one method is told by words of another: the special one says all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import structs

from kuzet.observatory.encode.material import Material, Weight, share_words

Weights = Mapping[str, Weight]

_SURE: Final = 2.3
"""Points from which a method is told plainly."""

_LEFT: Final = 0.3
"""What is left of a method that is only in the words of another."""


def special_first(weights: Weights, _: Material) -> Weights:
    """The special method says all: a beating that killed, a brother beaten, a crash, a site under attack.

    A murder does so only where nothing else is told more plainly: protests are often about somebody else's.
    """
    out = dict(weights)
    for special, general in SPECIAL.items():
        told = out[special].points if special in out else 0.0
        others = (weight.points for method, weight in weights.items() if method not in general)
        if special == "murder" and told < max(others, default=0.0):
            continue
        for method in general:
            if told >= _SURE and method in out and out[method].points < told * 1.5:
                out[method] = structs.replace(out[method], points=out[method].points * _LEFT)
    return out


def told_by_the_same_words(weights: Weights, material: Material) -> Weights:
    """What is only in the words of another method: accounts are frozen, not blocked; shots into the air hit nobody."""
    out = dict(weights)
    for special, general in _SAME_WORDS:
        if special not in out or general not in out or out[special].points < _SURE:
            continue
        theirs = [one for one in material.scene.acts if one.method == special]
        told = [one for one in material.scene.acts if one.method == general and one.value > 0]
        if all(any(share_words(one, other) for other in theirs) for one in told):
            out[general] = structs.replace(out[general], points=out[general].points * _LEFT)
    return out


_ACCESS: Final = "illegal_impediments_denial_of_access"
_BEATING: Final = "non_fatal_attack_beating"
_SAME_WORDS: Final = (
    ("economic_pressure", "closure_blocking_of_media"),
    ("civil_case", "discrediting"),
    (_ACCESS, "short_term_detention"),
    ("deportation_expulsion", "short_term_detention"),
    ("abduction", _BEATING),
    ("threat_to_life_liberty_health", _BEATING),
    ("threat_to_life_liberty_health", "attempted_murder"),
    ("attempted_murder", "dismissal"),  # shots were fired
)


SPECIAL: Final[Mapping[str, tuple[str, ...]]] = {
    "beating_fatal": (_BEATING, "murder"),
    "abduction": ("wiretapping_surveillance",),
    "attempted_murder": (_BEATING, "suicide"),
    "death_in_custody": ("sudden_unexplained_death", "arrest_pretrial", "imprisonment_sentence"),
    "fatal_accident": (_BEATING, "non_fatal_accident", "murder", "fatal_attack_in_duty", "sudden_unexplained_death"),
    "non_fatal_accident": (_BEATING, "damage_seizure_of_property"),
    "fatal_attack_in_duty": (_BEATING, "murder"),
    "murder": (_BEATING, "attempted_murder", "sudden_unexplained_death"),
    "suicide": (_BEATING, "murder", "attempted_murder", "threat_to_life_liberty_health"),
    "pressure_via_relatives": (_BEATING, "bullying_intimidation_threats"),
    "punitive_psychiatry_fatal": ("punitive_psychiatry_non_fatal", _BEATING),
    "sexual_violence": ("sexual_harassment", _BEATING),
    "sexual_harassment": (_BEATING,),
    "personal_search": ("sexual_harassment",),
    "ddos_hacker_attack": (_BEATING,),
    "account_hacking": ("identity_theft_fake_account", _BEATING, _ACCESS),
    "phishing": ("official_warning",),
    "ban_on_profession": (_ACCESS,),
    "bot_attack": (_BEATING, "trolling"),
    "leak_of_personal_data": ("discrediting",),
    "pretrial_claim": ("civil_case",),
    "foreign_agent_designation": ("charge_extremism_terrorism", "discrediting"),
}
"""What is also told by the words of the special method, and is not a second method."""
