"""Who did it: class, kind and role, by ordered rules; the first rule that gives an answer decides."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from kuzet.basis.codebook import Codebook
from kuzet.basis.coding import Answer, Perpetrator
from kuzet.language.reading import doers
from kuzet.language.reading.acts import Act
from kuzet.language.reading.reading import Sentence
from kuzet.language.vocabulary.models import Clues
from kuzet.observatory.encode import actors, caught, heard, traced
from kuzet.observatory.encode.actors import Found
from kuzet.observatory.encode.employers import private_employer, state_employer
from kuzet.observatory.encode.hidden import hidden_attacker
from kuzet.observatory.encode.material import Material, answer
from kuzet.observatory.encode.neighbours import neighbouring_state
from kuzet.observatory.encode.placement_relatives import OWN, RELATIVES, TO_ANYBODY

Rule = Callable[[Material, str, str], tuple[Answer[Perpetrator], ...]]

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
    "emergency_service",
)
"""Kinds that come after an attack to look into it."""


def private_claimant(material: Material, category: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """Someone without a link to the state complained or sued: initiator; the state body that acted is the executor."""
    if category != "judicial_economic":
        return ()
    claimants = [found for found in actors.of_scene(material) if actors.complains(found)]
    claimant = min(claimants, key=actors.complaint_distance, default=None)
    if claimant is None:
        return _company_name(material)
    if actors.klass(claimant) == "authorities":
        return (actors.given(material, claimant, "initiator", 0.8, "claimant"),)
    if actors.klass(claimant) != "non_state":
        return ()
    private = claimant
    first = actors.given(material, private, "initiator", 0.75, "private claimant")
    if main in PRIVATE_SUITS:
        return (first,)
    executor = next((found for found in actors.of_scene(material) if actors.klass(found) == "authorities"), None)
    return (first, actors.given(material, executor, "executor", 0.7, "acted on a complaint")) if executor else (first,)


def nobody_did_it(material: Material, _: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """An accident has no perpetrator, unless somebody stands in the sentence that tells it."""
    if main not in ("fatal_accident", "non_fatal_accident"):
        return ()
    act = _main_act(material, main)
    beside = actors.of_sentence(material, material.reading.sentences[act.sentence])
    if any(actors.klass(found) == "authorities" for found in beside):
        return ()
    return (answer(Perpetrator(klass="none", kind="no_perpetrator"), None, 0.6, "accident"),)


def state_proceeding(material: Material, category: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """Cases, searches, detentions, penalties and blocking are acts of a state: of the office nearest to the act."""
    if category != "judicial_economic" or main in PRIVATE_SUITS or main == "dismissal":
        return ()
    act = _main_act(material, main)
    states = [found for found in actors.of_scene(material) if actors.klass(found) in ("authorities", "foreign_state")]
    nearest = min(states, key=lambda found: actors.away(found, act), default=None)
    if nearest is None:
        return (answer(Perpetrator(klass="authorities"), None, 0.6, "state proceeding"),)
    if actors.klass(nearest) == "foreign_state" and main not in ABROAD:
        nearest = next((found for found in states if actors.klass(found) == "authorities"), nearest)
    return (actors.given(material, nearest, "executor", 0.85, "state proceeding"),)


ABROAD: Final = (
    "foreign_agent_designation",
    "closure_blocking_of_media",
    "official_warning",
    "deportation_expulsion",
    "charge_extremism_terrorism",
    "loss_of_rights_citizenship",
)
"""What another state can do to a media worker without holding the person."""


def suing_official(material: Material, category: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """In a civil claim whoever is named as an actor sues; an official who sues counts as the authorities."""
    if category != "judicial_economic":
        return ()
    order = {"authorities": 0, "non_state": 1, "unknown": 2, "foreign_state": 3}
    found = [one for one in actors.of_scene(material) if one[1].entry.code.split("/")[1] != "court"]
    best = min(found, key=lambda one: order[actors.klass(one)] if main != "dismissal" else 0, default=None)
    if best is not None:
        return (actors.given(material, best, "initiator", 0.6, "claimant by role"),)
    return (answer(Perpetrator(klass="non_state", role="initiator"), None, 0.4, "private claim"),)


def refused_accreditation(material: Material, _: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """Accreditation is given and refused by an office, whoever else the text names."""
    told = material.told.get("accreditation_denial")
    if main not in ("illegal_impediments_denial_of_access", "accreditation_denial") or told is None:
        return ()
    near = [found for found in actors.of_scene(material) if actors.klass(found) == "authorities"]
    office = min(near, key=lambda found: actors.away(found, told.act), default=None)
    if told.points < SURE or office is None or office[0].number != told.act.sentence:
        return ()
    return (actors.given(material, office, "executor", 0.8, "accreditation"),)


SURE: Final = 2.4
"""Points from which a method is told beyond doubt."""


def closest_actor(material: Material, category: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """The actor nearest to the main act; bodies that investigate it count only where they stand right beside it."""
    act = _main_act(material, main)
    best = max(_ranked(material, act, category), key=operator.itemgetter(0), default=None)
    if best is None or best[0] <= 0:
        return ()
    points, found = best
    if _guards_public_place(material, found):
        guard = Perpetrator(klass="authorities", kind="public_institution_guard", role="executor")
        return (answer(guard, material.quote(*found), 0.6, "guard of a public building"),)
    return (actors.given(material, found, "executor", 0.5 + points / 10, "closest actor"),)


def _guards_public_place(material: Material, found: Found) -> bool:
    """Whether a guard, of whom no firm or shop is told, stands at a school, a court, an akimat."""
    sentence, match = found
    if match.entry.code != "non_state/private_security":
        return False
    near = [one for one in material.scene.sentences if abs(one.number - sentence.number) <= 2]
    marks = [mark.entry.code for one in near for mark in one.of("words")]
    return "public_place" in marks and "private_place" not in marks


def actor_of_another_telling(material: Material, _: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """Where the act is told again with who did it: the headline tells that a telephone was taken, the story by whom."""
    told = (act for act in material.scene.acts if act.method == main and act.value > 0)
    beside = (found for act in told for found in actors.of_sentence(material, material.reading.sentences[act.sentence]))
    barred = (*ONLOOKERS, "private_person") if main == RELATIVES else ONLOOKERS  # there a brother is who was beaten
    found = next((one for one in beside if actors.kind(one) not in barred and not doers.is_turned_to(*one)), None)
    return (actors.given(material, found, "executor", 0.5, "actor of another telling"),) if found else ()


ONLOOKERS: Final = (*INVESTIGATORS, "public_institution")
"""Kinds that are named beside an act for what comes after it: who looks into it, and the hospital."""


def access_by_officials(_: Material, __: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """Accreditation and access to information are in the gift of the authorities."""
    if main in ("illegal_impediments_denial_of_access", "accreditation_denial", "official_warning"):
        return (answer(Perpetrator(klass="authorities"), None, 0.5, "in the gift of the authorities"),)
    return ()


def in_the_hands_of_the_state(_: Material, __: str, main: str) -> tuple[Answer[Perpetrator], ...]:
    """Who is held by the state dies or is treated in its hands, whoever is named."""
    if main in ("death_in_custody", "punitive_psychiatry_non_fatal", "punitive_psychiatry_fatal"):
        return (answer(Perpetrator(klass="authorities"), None, 0.5, "in the hands of the state"),)
    return ()


def nobody_named(_: Material, __: str, ___: str) -> tuple[Answer[Perpetrator], ...]:
    """Without any actor in the text the perpetrator is unknown."""
    return (answer(Perpetrator(klass="unknown"), None, 0.5, "nobody named"),)


RULES: Final[tuple[Rule, ...]] = (
    nobody_did_it,
    neighbouring_state,
    private_employer,
    state_employer,
    private_claimant,
    state_proceeding,
    suing_official,
    refused_accreditation,
    hidden_attacker,
    caught.identified,
    in_the_hands_of_the_state,
    closest_actor,
    actor_of_another_telling,
    caught.force_at_the_scene,
    access_by_officials,
    caught.came_up,
    nobody_named,
)


class Ruled(NamedTuple):
    """What the rules say: the answers, and the rule that gave them."""

    rule: str
    answers: tuple[Answer[Perpetrator], ...]


def ruled(material: Material, category: str, main: str) -> Ruled:
    """The answers of the first rule that gives any."""
    return next(Ruled(rule.__name__, found) for rule in RULES if (found := rule(material, category, main)))


def code(
    material: Material, methods: tuple[str, ...], category: str, book: Codebook
) -> tuple[Answer[Perpetrator], ...]:
    """The perpetrators, the leading one first; `methods` as coded, the main one first."""
    main = methods[0]
    first = ruled(material, category, main)
    corrected = _corrected(material, first, main, clues(material, first, methods, category))
    answers = caught.since(material, traced.to(material, corrected, main), category)
    for one in answers:
        if one.value.kind:
            book.check("perpetrator_kinds", one.value.kind, "perpetrator")
    return answers


def _corrected(material: Material, first: Ruled, main: str, told: Clues) -> tuple[Answer[Perpetrator], ...]:
    """The answers of the rules, or of the class that examples have shown to be likelier, unless a rule is certain."""
    if first.rule in _CERTAIN:
        return first.answers
    shares = material.corrections.perpetrator.shares(heard.perpetrator(told, material.heard))
    best = max(shares, key=lambda klass: shares[klass], default=first.answers[0].value.klass)
    if best == first.answers[0].value.klass:
        return first.answers
    act = _main_act(material, main)
    found = [one for one in actors.of_scene(material) if actors.klass(one) == best]
    nearest = min(found, key=lambda one: actors.away(one, act), default=None)
    share, rule = shares[best], f"learned, against {first.rule}"
    if nearest is not None:
        return (actors.given(material, nearest, first.answers[0].value.role, share, rule),)
    return (answer(Perpetrator(klass=best, role=first.answers[0].value.role), None, share, rule),)


_CERTAIN: Final = (nobody_did_it.__name__, in_the_hands_of_the_state.__name__, neighbouring_state.__name__)
"""Rules that follow from what was done, whoever is named."""


def clues(material: Material, first: Ruled, methods: tuple[str, ...], category: str) -> Clues:
    """What the correction is learned from: the rules' answer, the methods, who stands how near the main act."""
    value = first.answers[0].value
    found: dict[str, float] = {
        f"rule:{first.rule}>{value.klass}": 1.0,
        f"class:{value.klass}": 1.0,
        f"kind:{value.kind}": 1.0,
        f"main:{methods[0]}": 1.0,
        f"main:{methods[0]}>{value.klass}": 1.0,
        f"category:{category}": 1.0,
        "confidence": first.answers[0].confidence or 0.0,
    }
    found |= {f"also:{method}": 1.0 for method in methods[1:]}
    found |= _presence(material, _main_act(material, methods[0]))
    words = (mark.entry.code for sentence in material.scene.sentences for mark in sentence.of("words"))
    return found | {f"word:{code}": 1.0 for code in words if code in _TELLING}


_TELLING: Final = ("complaint", "public_place", "private_place", "unsure")


def _presence(material: Material, act: Act) -> Clues:
    """Who is named, by class and by kind, and how near the act (in words)."""
    near: dict[str, int] = {}
    found: dict[str, float] = {}
    for one in actors.of_scene(material):
        away = actors.away(one, act)
        near[actors.klass(one)] = min(near.get(actors.klass(one), away), away)
        kind = f"actor:{one[1].entry.code}"
        found[kind] = max(found.get(kind, 0.0), 1.0 if away <= _BESIDE else 0.6 if away < actors.SENTENCE else 0.3)
    for klass, away in near.items():
        found |= {f"near:{klass}": 1 / (1 + away / 5), f"named:{klass}": 1.0}
    if near:
        found[f"nearest:{min(near, key=lambda klass: near[klass])}"] = 1.0
    return found


_BESIDE: Final = 8
"""Words that count as beside the act."""


def _main_act(material: Material, main: str) -> Act:
    """The strongest act of the main method; of equals one that is not told as the title of an article of law.

    Of pressure on relatives it is what was done to them, where somebody stands who did it.
    """
    best = material.act(main)
    if main == RELATIVES:
        theirs = [act for act in material.scene.best if act.method in TO_ANYBODY and act.bond not in OWN]
        told = (act for act in material.scene.acts if theirs and act.method == theirs[0].method and act.value >= 1)
        best = next((act for act in (*theirs[:1], *told) if _has_actors(material, act)), (*theirs, best)[0])
        main = best.method
    equal = (act for act in material.scene.acts if act.method == main and act.value == best.value)
    return next((act for act in equal if not _cites_law(material.reading.sentences[act.sentence])), best)


def _has_actors(material: Material, act: Act) -> bool:
    return any(actors.of_sentence(material, sentence) for sentence in material.near(act))


def _cites_law(sentence: Sentence) -> bool:
    return any(_ARTICLE.fullmatch(match.entry.pattern) for match in sentence.of("triggers"))


_ARTICLE: Final = re.compile(r"[a-z_]+_code \S+")

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
    relatives = "pressure_via_relatives" in material.told  # then a brother is who was beaten
    for sentence in material.near(act):
        for _, match in actors.of_sentence(material, sentence):
            if relatives and match.entry.code == "non_state/private_person":
                continue
            points = 1.0 + match.entry.weight
            same = sentence.number == act.sentence
            distance = max(match.first - act.match.last, act.match.first - match.last, 0) if same else 12
            points += max(0.0, 3.0 - distance / 4)
            kind = match.entry.code.split("/")[1]
            at_home = relatives and same  # the police who come to a father come for the daughter
            far = not same or distance > (FAR_KAZAKH if sentence.language == "kk" else FAR)
            barred = act.method == "illegal_impediments_denial_of_access" and same
            if unlawful and kind in INVESTIGATORS and not barred and ((far and not at_home) or _investigates(sentence)):
                points -= 4.0
            tells = doers.is_source(sentence, match) or (far and doers.tells(sentence, match))
            points -= 6.0 if unlawful and tells else 0.0
            points -= actors.turned_to((sentence, match), category)
            yield points, (sentence, match)


FAR: Final = 5
FAR_KAZAKH: Final = 12
"""An office so many words from the act came to look into it; a Kazakh verb stands at the end, far from its subject."""


def _investigates(sentence: Sentence) -> bool:
    """Whether the sentence tells of a complaint, an inquiry or a trial that came after."""
    proceedings = any(match.entry.code in ("stage/investigation", "stage/trial") for match in sentence.of("outcomes"))
    return proceedings or any(match.entry.code == "complaint" for match in sentence.of("words"))
