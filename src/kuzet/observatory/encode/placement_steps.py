"""Rules of placement for one thing told in two steps: a demand and a suit, an attack and a closed site, custody."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kuzet.language.reading.acts import Act
from kuzet.observatory.encode.material import Material, Weight, share_words

Weights = Mapping[str, Weight]

_KEPT: Final = 1.45
"""A method needs this many points to be coded, and an act to tell it plainly."""


def demand_of_an_office(weights: Weights, material: Material) -> Weights:
    """A regulator or a prosecutor who demands that a text be removed warns; who claims in his own name sends a claim.

    No lawyer, company or person stands beside the demand, nothing is asked for an honour, and nobody goes to court.
    """
    claim = weights.get("pretrial_claim")
    if claim is None or any(one in weights and weights[one].points >= _KEPT for one in ("civil_case", "court_trial")):
        return weights
    near = material.near(claim.act)
    agents = {match.entry.code for sentence in near for match in sentence.of("agents")}
    if not agents & _ORDERING or any(code.startswith("non_state/") for code in agents):
        return weights
    if any(match.entry.code == "lawyer" for sentence in near for match in sentence.of("officials")):
        return weights
    warning = weights.get("official_warning")
    strongest = warning if warning and warning.points > claim.points else claim
    rest = {method: one for method, one in weights.items() if method != "pretrial_claim"}
    return {**rest, "official_warning": strongest}


_ORDERING: Final = frozenset({"authorities/ministry", "authorities/prosecutor", "foreign_state/foreign_official"})


def suit_not_claim(weights: Weights, material: Material) -> Weights:
    """What is demanded in a suit is no claim before it: where two sentences without the demand tell of the suit."""
    claim = weights.get("pretrial_claim")
    demanded = {act.sentence for act in _strong(material, "pretrial_claim")}
    suits = {act.sentence for act in _strong(material, "civil_case")} - demanded
    if claim is None or len(suits) < _TOLD:
        return weights
    return {**weights, "pretrial_claim": Weight(points=claim.points * 0.3, act=claim.act)}


_TOLD: Final = 2


def custody_after_detention(weights: Weights, _: Material) -> Weights:
    """Who is put in custody was detained before: custody plainly told leads."""
    held, custody = weights.get("short_term_detention"), weights.get("arrest_pretrial")
    if held is None or custody is None or custody.points < _SURE:
        return weights
    return {**weights, "arrest_pretrial": Weight(points=max(custody.points, held.points + 0.1), act=custody.act)}


_SURE: Final = 2.3


def taken_in_search(weights: Weights, _: Material) -> Weights:
    """Equipment taken during a search is seizure, not damage."""
    damage = weights.get("damage_seizure_of_property")
    if "search" not in weights or damage is None:
        return weights
    return {**weights, "damage_seizure_of_property": Weight(points=damage.points * 0.5, act=damage.act)}


def flooded_not_blocked(weights: Weights, material: Material) -> Weights:
    """A site that cannot be opened for an attack on it is not blocked, where no other words tell a block."""
    flood, block = weights.get("ddos_hacker_attack"), weights.get("closure_blocking_of_media")
    if (
        flood is None
        or block is None
        or flood.points < block.points
        or len(_strong(material, "ddos_hacker_attack")) < 2
    ):
        return weights
    if len(_strong(material, "closure_blocking_of_media")) > 1:
        return weights
    return {**weights, "closure_blocking_of_media": Weight(points=block.points * 0.3, act=block.act)}


def attempt_not_murder(weights: Weights, material: Material) -> Weights:
    """An attempt on a life is not also the murder that its words contain, but plainly that: *кісі өлтіруге оқталу*."""
    attempt, murder = weights.get("attempted_murder"), weights.get("murder")
    attempts = [one for one in material.scene.acts if one.method == "attempted_murder"]
    if attempt is None or murder is None or not any(share_words(murder.act, one) for one in attempts):
        return weights
    points = max(attempt.points, murder.points) + _TWICE
    weaker = Weight(points=murder.points * 0.3, act=murder.act)
    return {**weights, "attempted_murder": Weight(points=points, act=attempt.act), "murder": weaker}


_TWICE: Final = 0.15
"""Points more for what is told by two patterns, as for what is told again."""


def suit_before_its_trial(weights: Weights, _: Material) -> Weights:
    """A suit is tried by a court: where both are told plainly the suit leads."""
    suit, trial = weights.get("civil_case"), weights.get("court_trial")
    if suit is None or trial is None or suit.points < _SURE or trial.points <= suit.points:
        return weights
    return {**weights, "court_trial": Weight(points=suit.points - 0.1, act=trial.act)}


def honour_of_an_offence(weights: Weights, _: Material) -> Weights:
    """Slander that is fined offends an honour too: a civil case is one beside it where it is told as plainly."""
    fined, claim = weights.get("administrative_case"), weights.get("civil_case")
    if fined is None or claim is None or "fine" not in weights or claim.points > fined.points / 2:
        return weights
    return {**weights, "civil_case": Weight(points=claim.points * 0.3, act=claim.act)}


def locked_up_for_days(weights: Weights, material: Material) -> Weights:
    """Who was locked up, as a Kazakh headline says, was so for the days that the text counts.

    *Блогер қамалды ... он бес тәулікке қамау туралы қаулы шықты*: nothing else tells of custody.
    """
    days, custody = weights.get("administrative_arrest"), weights.get("arrest_pretrial")
    if days is None or custody is None or days.act.match.entry.weight < _TOLD or days.points < _KEPT:
        return weights
    told = [one for one in material.scene.acts if one.method == "arrest_pretrial" and one.value >= 1]
    if not all(_LOCKED_UP.search(material.reading.sentences[one.sentence].flat[: one.match.end]) for one in told):
        return weights
    return {
        **weights,
        "administrative_arrest": Weight(points=max(days.points, min(custody.points, _SURE)), act=days.act),
        "arrest_pretrial": Weight(points=custody.points * 0.2, act=custody.act),
    }


_LOCKED_UP: Final = re.compile(r"\bкамал(?:у\w*|ды|[гк]ан\w*|ып)?$|\bкамады$")


def tried_for_obstruction(weights: Weights, material: Material) -> Weights:
    """Who is tried under the article that protects journalists attacked one: no proceeding of a media worker.

    The attack is told in words as well; else it may be an article of that number in the code of another country.
    """
    attacks = [act for act in material.scene.acts if act.method in _ATTACKS]
    protecting = {act.sentence for act in attacks if _ARTICLE.fullmatch(act.match.entry.pattern)}
    if not any(act.value >= _SURE and not _ARTICLE.fullmatch(act.match.entry.pattern) for act in attacks):
        return weights
    theirs = [one for one in _PROCEEDINGS if one in weights and weights[one].act.sentence in protecting]
    return {
        **weights,
        **{one: Weight(points=weights[one].points * 0.3, act=weights[one].act) for one in theirs},
    }


_ARTICLE: Final = re.compile(r"[a-z_]+_code \S+")
_ATTACKS: Final = ("illegal_impediments_denial_of_access", "non_fatal_attack_beating", "damage_seizure_of_property")
_PROCEEDINGS: Final = ("criminal_case", "court_trial", "suspended_sentence", "imprisonment_sentence", "fine")


def _strong(material: Material, method: str) -> list[Act]:
    return [
        one for one in material.scene.acts if one.method == method and one.match.entry.weight > 1 and one.value >= _KEPT
    ]
