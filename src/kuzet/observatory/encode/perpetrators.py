"""Who did it: class, kind and role, by ordered rules; the first rule that gives an answer decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from kuzet.basis.codebook import Codebook
from kuzet.basis.coding import Answer, Perpetrator
from kuzet.language.acts import Act
from kuzet.language.lexicon import Match
from kuzet.language.reading import Sentence
from kuzet.observatory.encode.material import Material, answer

Found = tuple[Sentence, Match]
Rule = Callable[[Material, str, str], tuple[Answer[Perpetrator], ...]]

CYBER: Final = (
    "ddos_hacker_attack",
    "account_hacking",
    "phishing",
    "bot_attack",
    "mass_calls",
    "identity_theft_fake_account",
    "leak_of_personal_data",
)
PRIVATE_SUITS: Final = ("civil_case", "pretrial_claim")
UNLAWFUL: Final = (
    "damage_seizure_of_property",
    "bullying_intimidation_threats",
    "illegal_impediments_denial_of_access",
    "threat_to_life_liberty_health",
)
INVESTIGATORS: Final = (
    "police",
    "prosecutor",
    "court",
    "other_official",
    "ministry",
    "central_government",
    "parliament",
)
"""Kinds that come after an attack to look into it."""


def private_claimant(material: Material, category: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """Someone without a link to the state complained or sued: initiator; the state body that acted is the executor."""
    if category != "judicial_economic":
        return ()
    claimants = [found for found in _agents(material) if _complains(*found)]
    claimant = min(claimants, key=lambda one: _complaint_distance(*one), default=None)
    if claimant is None:
        return _company_name(material)
    if _class(claimant) == "authorities":
        return (_given(material, claimant, "initiator", 0.8, "claimant"),)
    if _class(claimant) != "non_state":
        return ()
    private = claimant
    first = _given(material, private, "initiator", 0.75, "private claimant")
    if main in PRIVATE_SUITS:
        return (first,)
    executor = next((found for found in _agents(material) if _class(found) == "authorities"), None)
    return (first, _given(material, executor, "executor", 0.7, "acted on a complaint")) if executor else (first,)


def state_proceeding(material: Material, category: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """Cases, searches, detentions, penalties and blocking are acts of the authorities."""
    if category != "judicial_economic" or main in PRIVATE_SUITS or main == "dismissal":
        return ()
    found = next((found for found in _agents(material) if _class(found) == "authorities"), None)
    foreign = next((found for found in _agents(material) if _class(found) == "foreign_state"), None)
    if foreign is not None and found is None:
        return (_given(material, foreign, "executor", 0.7, "foreign state"),)
    if found is not None:
        return (_given(material, found, "executor", 0.85, "state proceeding"),)
    return (answer(Perpetrator(klass="authorities"), None, 0.6, "state proceeding"),)


def suing_official(material: Material, category: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """In a civil claim whoever is named as an actor sues; an official who sues counts as the authorities."""
    if category != "judicial_economic":
        return ()
    order = {"authorities": 0, "non_state": 1, "unknown": 2, "foreign_state": 3}
    found = [one for one in _agents(material) if one[1].entry.code.split("/")[1] != "court"]
    best = min(found, key=lambda one: order[_class(one)] if main != "dismissal" else 0, default=None)
    if best is not None:
        return (_given(material, best, "initiator", 0.6, "claimant by role"),)
    return (answer(Perpetrator(klass="non_state", role="initiator"), None, 0.4, "private claim"),)


def hidden_attacker(material: Material, _: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """Attacks on sites, accounts and telephones have unknown authors, unless the text names them beside the act."""
    if main not in CYBER:
        return ()
    found = next((one for one in _agents(material) if _class(one) == "unknown"), None)
    if found is not None:
        return (_given(material, found, "executor", 0.8, "hidden attacker"),)
    return (answer(Perpetrator(klass="unknown"), None, 0.7, "hidden attacker"),)


def closest_actor(material: Material, category: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """The actor nearest to the main act; bodies that investigate it count only where they stand right beside it."""
    act = next((act for act in material.scene.best if act.method == main), material.scene.best[0])
    ranked = sorted(_ranked(material, act, category), key=lambda one: -one[0])
    if ranked and ranked[0][0] > 0:
        return (_given(material, ranked[0][1], "executor", 0.5 + ranked[0][0] / 10, "closest actor"),)
    return ()


def access_by_officials(_: Material, __: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """Accreditation and access to information are in the gift of the authorities."""
    if main in ("illegal_impediments_denial_of_access", "accreditation_denial", "official_warning"):
        return (answer(Perpetrator(klass="authorities"), None, 0.5, "in the gift of the authorities"),)
    return ()


def nobody_named(_: Material, __: str, ___: str) -> tuple[Answer[Perpetrator], ...]:
    """Without any actor in the text the perpetrator is unknown."""
    return (answer(Perpetrator(klass="unknown"), None, 0.5, "nobody named"),)


RULES: Final[tuple[Rule, ...]] = (
    private_claimant,
    state_proceeding,
    suing_official,
    hidden_attacker,
    closest_actor,
    access_by_officials,
    nobody_named,
)


def code(material: Material, category: str, main: str, book: Codebook) -> tuple[Answer[Perpetrator], ...]:
    """The perpetrators, the leading one first."""
    answers = next(found for rule in RULES if (found := rule(material, category, main)))
    for one in answers:
        if one.value.kind:
            book.check("perpetrator_kinds", one.value.kind, "perpetrator")
    return answers


def _agents(material: Material) -> list[Found]:
    """Actors of the scene: those in sentences of weighty acts first, then the others in reading order."""
    acts = {act.sentence for act in material.scene.acts if act.value >= 1}
    found = [(s, match) for s in material.scene.sentences for match in s.of("agents")]
    return sorted(found, key=lambda one: (one[0].number not in acts, -one[1].entry.weight))


def _complains(sentence: Sentence, match: Match) -> bool:
    """Whether a word for a complaint or claim stands near the actor, and the actor is not a court that hears it."""
    return _complaint_distance(sentence, match) <= 6 and match.entry.code != "authorities/court"


def _complaint_distance(sentence: Sentence, match: Match) -> int:
    marks = [mark for mark in sentence.of("words") if mark.entry.code == "complaint"]
    return min((max(mark.first - match.last, match.first - mark.last) for mark in marks), default=99)


_COMPANY: Final = re.compile(
    r"\s+(?:от\s+|of\s+|from\s+|by\s+|компании\s+|ТОО\s+)?([«“\"]?[A-ZА-ЯӘҒҚҢӨҰҮҺІ]\w+[ »”\"][^,.;]{0,30})"
)


def _company_name(material: Material) -> tuple[Answer[Perpetrator], ...]:
    """A name in Latin letters or quotation marks right after the word for a complaint is a company's."""
    for sentence in material.scene.sentences:
        for mark in sentence.of("words"):
            found = _COMPANY.match(sentence.text, mark.end) if mark.entry.code == "complaint" else None
            if found and (found[1][:1] in '«“"' or found[1][:1].isascii()) and sentence.language != "en":
                quotation = material.reading.quote(sentence, *found.span(1))
                company = Perpetrator(klass="non_state", kind="company", role="initiator")
                return (answer(company, quotation, 0.6, "company that complained"),)
    return ()


def _ranked(material: Material, act: Act, category: str) -> Iterator[tuple[float, Found]]:
    unlawful = category == "physical" or act.method in UNLAWFUL
    for sentence in material.near(act):
        for match in sentence.of("agents"):
            points = 1.0 + match.entry.weight
            same = sentence.number == act.sentence
            distance = max(match.first - act.match.last, act.match.first - match.last, 0) if same else 12
            points += max(0.0, 3.0 - distance / 4)
            kind = match.entry.code.split("/")[1]
            if unlawful and kind in INVESTIGATORS and (distance > 5 or _investigates(sentence)):
                points -= 4.0
            yield points, (sentence, match)


def _investigates(sentence: Sentence) -> bool:
    """Whether the sentence tells of a complaint, an inquiry or a trial that came after."""
    proceedings = any(match.entry.code in ("stage/investigation", "stage/trial") for match in sentence.of("outcomes"))
    return proceedings or any(match.entry.code == "complaint" for match in sentence.of("words"))


def _class(found: Found) -> str:
    return found[1].entry.code.split("/")[0]


def _given(material: Material, found: Found, role: str, confidence: float, rule: str) -> Answer[Perpetrator]:
    klass, kind = found[1].entry.code.split("/")
    perpetrator = Perpetrator(klass=klass, kind=kind, role=role)
    return answer(perpetrator, material.quote(*found), confidence, f"{rule}: {found[1].entry.pattern}")
