"""Rules of placement for proceedings: which case custody belongs to, and what of a case is only named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from msgspec import structs

from kuzet.observatory.encode.material import Material, Weight

Weights = Mapping[str, Weight]
Rule = Callable[[Weights, Material], Weights]

_SURE: Final = 2.3
"""Points from which a method is told plainly."""

_KEPT: Final = 1.45
"""Points that a method needs to be coded."""

_LEFT: Final = 0.3
"""What is left of a method that only goes with another."""

_TOLD_MORE: Final = 1.2
"""A method told by so much more stands for itself."""


def custody_in_a_case(weights: Weights, material: Material) -> Weights:
    """Custody and house arrest are ordered in a criminal case; the judge who orders them holds no trial yet.

    A trial stays that is told more plainly, and wherever somebody is sentenced. A headline has no room for the case.
    Of house arrest the case is often left out.
    """
    held = next((weights[one] for one in _CUSTODY if one in weights and weights[one].points >= _SURE), None)
    if held is None or any(one in weights and weights[one].points >= _KEPT for one in _SENTENCES):
        return weights
    out = dict(weights)
    trial, case = weights.get(_TRIAL), weights.get(_CASE)
    if trial is not None and trial.points <= held.points * _TOLD_MORE:
        out[_TRIAL] = structs.replace(trial, points=trial.points * _LEFT)
    if held is weights.get(_CUSTODY[0]) and (case is None or case.points < _SURE) and _words(material) >= _ROOM:
        out[_CASE] = Weight(points=_SURE, act=case.act if case is not None else held.act)
    return out


def tried_behind_doors(weights: Weights, material: Material) -> Weights:
    """Who is put in prison was hindered in nothing: the doors that were closed are those of the own trial.

    Each sentence that tells of closed doors tells of a court too.
    """
    if _ACCESS not in weights or not any(one in weights and weights[one].points >= _KEPT for one in _PRISON):
        return weights
    if not all(_is_of_trial(material, number) for number in _told(material, (_ACCESS,))):
        return weights
    return {**weights, _ACCESS: structs.replace(weights[_ACCESS], points=weights[_ACCESS].points * _LEFT)}


def _is_of_trial(material: Material, number: int) -> bool:
    sentence = material.reading.sentences[number]
    return any(
        match.entry.code in ("hearing", "authorities/court", "authorities/prison_service", _TRIAL)
        for match in sentence.of("words", "agents", "triggers")
    )


def warned_of_a_case(weights: Weights, material: Material) -> Weights:
    """A case that a warning threatens with is not opened: *it may entail deprivation of liberty under Article 274*.

    Nor is one of which the sentence of the warning itself tells: *warned of liability for false information*.
    """
    warning = weights.get("official_warning")
    possible = {number for number in _told(material, _CASES) if _is_possible(material, number)}
    if warning is None or warning.points < _SURE or not possible:
        return weights
    only_named = possible | _told(material, ("official_warning",))
    named = [one for one in _CASES if one in weights and _told(material, (one,)) <= only_named]
    return {**weights, **{one: structs.replace(weights[one], points=weights[one].points * _LEFT) for one in named}}


def _told(material: Material, methods: Iterable[str]) -> set[int]:
    """The sentences that tell one of the methods."""
    return {act.sentence for act in material.scene.acts if act.method in methods and act.value > 0}


def _is_possible(material: Material, number: int) -> bool:
    return any(match.entry.code == "maximum" for match in material.reading.sentences[number].of("outcomes"))


def _words(material: Material) -> int:
    return sum(len(sentence.flat.split()) for sentence in material.scene.sentences)


_ROOM: Final = 30
"""Words of a text that has room to tell the case."""

_TRIAL: Final = "court_trial"
_CASE: Final = "criminal_case"
_ACCESS: Final = "illegal_impediments_denial_of_access"
_CASES: Final = (_CASE, "administrative_case", "charge_extremism_terrorism")
_CUSTODY: Final = ("arrest_pretrial", "house_arrest")
_PRISON: Final = ("imprisonment_sentence", "suspended_sentence")
_SENTENCES: Final = (*_PRISON, "fine", "administrative_arrest", "ban_on_profession", "deportation_expulsion")

RULES: Final[tuple[Rule, ...]] = (custody_in_a_case, warned_of_a_case)
