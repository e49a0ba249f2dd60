"""The codebook's rules of placement: what of everything told is the method, and what only goes with it.

Each rule of `PLACEMENT` takes the weights of all methods told and gives them changed; they work in their order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from kuzet.language.reading.acts import Act
from kuzet.language.reading.reading import Sentence
from kuzet.observatory.encode import placement_cases as cases
from kuzet.observatory.encode import placement_special as special
from kuzet.observatory.encode import placement_steps as steps
from kuzet.observatory.encode import placement_ways as ways
from kuzet.observatory.encode.material import Material, Weight
from kuzet.observatory.encode.placement_captors import blocked_by_the_network, down_because_blocked, held_by_no_office
from kuzet.observatory.encode.placement_relatives import struck_in_their_stead

Weights = Mapping[str, Weight]
Rule = Callable[[Weights, Material], Weights]

KEPT: Final = 1.45
"""A method needs this many points to be coded."""

ACCESS: Final = "illegal_impediments_denial_of_access"
ACCREDITATION: Final = "accreditation_denial"
COURT: Final = (
    "court_trial",
    "criminal_case",
    "civil_case",
    "administrative_case",
    "arrest_pretrial",
    "imprisonment_sentence",
)
PENALTIES: Final = ("imprisonment_sentence", "fine", "administrative_arrest", "suspended_sentence", "arrest_pretrial")


def injury_first(weights: Weights, _: Material) -> Weights:
    """Where somebody was hurt, or was to be, that leads, and what was broken or prevented comes after it."""
    hurt = [method for method, one in weights.items() if method in _GRAVE and one.points >= 2.4]
    return {method: _scaled(one, 1.5) if method in hurt else one for method, one in weights.items()}


_VIOLENCE: Final = ("non_fatal_attack_beating", "murder", "attempted_murder", "abduction", "sexual_violence")
_GRAVE: Final = (
    *_VIOLENCE,
    "threat_to_life_liberty_health",
    "beating_fatal",
    "death_in_custody",
    "disappearance",
    "fatal_accident",
    "fatal_attack_in_duty",
    "pressure_via_relatives",
    "punitive_psychiatry_fatal",
    "punitive_psychiatry_non_fatal",
    "suicide",
    "sudden_unexplained_death",
)


def threatened_penalty(weights: Weights, material: Material) -> Weights:
    """The highest penalty of the law, or one that a prosecutor asks for, is no penalty imposed."""
    out = dict(weights)
    for method in (*PENALTIES, "house_arrest"):
        if method in out and all(_only_possible(material, act.sentence) for act in _acts(material, method)):
            out[method] = _scaled(out[method], 0.2)
    return out


def attackers_trial(weights: Weights, _: Material) -> Weights:
    """Where violence or obstruction is told, the court tries those who did it, unless a media worker is punished."""
    offence = max((weights[method].points for method in _OFFENCES if method in weights), default=0.0)
    punished = max((weights[method].points for method in _PUNISHED if method in weights), default=0.0)
    trial = max((weights[method].points for method in COURT if method in weights), default=0.0)
    if offence < 2.4 or punished >= 2.4 or trial > 1.2 * offence:
        return weights
    return {method: _scaled(one, 0.3) if method in COURT else one for method, one in weights.items()}


_OFFENCES: Final = (
    ACCESS,
    "non_fatal_attack_beating",
    "damage_seizure_of_property",
    "threat_to_life_liberty_health",
    "murder",
    "abduction",
    "attempted_murder",
)
_PUNISHED: Final = (
    "fine",
    "administrative_arrest",
    "imprisonment_sentence",
    "search",
    "interrogation",
    "house_arrest",
    "short_term_detention",
    "arrest_pretrial",
    "deportation_expulsion",
)


def attackers_arrest(weights: Weights, material: Material) -> Weights:
    """Where people without a link to the state were violent, those arrested and charged are they."""
    violent = max(
        (weights[method] for method in _VIOLENCE if method in weights), key=lambda one: one.points, default=None
    )
    if violent is None or violent.points < 2.4:
        return weights
    sentence = material.reading.sentences[violent.act.sentence]
    if {match.entry.code.split("/")[0] for match in sentence.of("agents")} != {"non_state"}:
        return weights
    return {method: _scaled(one, 0.3) if method in (*COURT, *_CELLS) else one for method, one in weights.items()}


def accreditation(weights: Weights, _: Material) -> Weights:
    """Refused accreditation is obstruction; the lawsuit about it is brought by the media and is no attack."""
    if ACCREDITATION not in weights or weights[ACCREDITATION].points < 2.4:
        return weights
    if any(method in weights and weights[method].points >= 2.4 for method in _PUNISHED):
        return {
            method: _scaled(one, 0.3) if method in (ACCESS, ACCREDITATION) else one for method, one in weights.items()
        }
    out = {method: _scaled(one, 0.2) if method in COURT else one for method, one in weights.items()}
    if ACCESS not in out or out[ACCESS].points < weights[ACCREDITATION].points:
        out[ACCESS] = _scaled(weights[ACCREDITATION], 1.01)
    return out


def days_of_arrest(weights: Weights, _: Material) -> Weights:
    """An arrest whose term is counted in days is a penalty, not custody before a trial, whatever word is used.

    In the same sentence custody is the same arrest; elsewhere it is doubtful.
    """
    told = weights.get("administrative_arrest")
    if told is None or told.points < SURE:
        return weights
    held = [one for one in ("arrest_pretrial", "imprisonment_sentence") if one in weights]
    same = {one: 0.2 if weights[one].act.sentence == told.act.sentence else 0.6 for one in held}
    return {**weights, **{one: _scaled(weights[one], part) for one, part in same.items()}}


def years_of_prison(weights: Weights, _: Material) -> Weights:
    """Who is put away for years is sentenced: custody told in the same sentence is the same thing."""
    told, custody = weights.get("imprisonment_sentence"), weights.get("arrest_pretrial")
    if told is None or custody is None or told.points < SURE or told.act.sentence != custody.act.sentence:
        return weights
    return {**weights, "arrest_pretrial": _scaled(custody, 0.3)}


def thrown_at_a_thing(weights: Weights, material: Material) -> Weights:
    """Where one verb tells a blow and damage, it was a thing that was struck: they threw stones at the windows."""
    blow = weights.get(_BEATING)
    if blow is None or _DAMAGE not in weights:
        return weights
    told = [one for one in material.reading.sentences[blow.act.sentence].of("triggers") if one.entry.code == _DAMAGE]
    if any(one.end <= blow.act.match.start for one in told):
        return weights
    if not any(one.last == blow.act.match.last and one.start < blow.act.match.start for one in told):
        return weights
    return {**weights, _BEATING: _scaled(blow, 0.4)}


def years_at_liberty(weights: Weights, material: Material) -> Weights:
    """Years of restricted liberty, or suspended ones, are no prison: the verdict that gives them is told once.

    Prison stays where a sentence tells it that tells no such term, and no demand either.
    """
    told, prison = weights.get("suspended_sentence"), weights.get("imprisonment_sentence")
    if told is None or prison is None or told.points < KEPT:
        return weights
    acts = _acts(material, "suspended_sentence")
    lenient = {act.sentence for act in acts}
    for act in _acts(material, "imprisonment_sentence"):
        if act.value >= 1 and act.sentence not in lenient and not _only_possible(material, act.sentence):
            return weights
    return {**weights, "imprisonment_sentence": _scaled(prison, 0.3)}


def thing_not_person(weights: Weights, material: Material) -> Weights:
    """What was struck is the camera, where one word tells a blow and damage; other words of damage leave the blow."""
    blow, damage = weights.get(_BEATING), weights.get(_DAMAGE)
    if blow is None or damage is None or not _same_words(blow.act, damage.act):
        return weights
    told = [one for one in material.reading.sentences[blow.act.sentence].of("triggers") if one.entry.code == _DAMAGE]
    if any(one.end <= blow.act.match.start for one in told):
        return weights
    return {method: _scaled(one, 0.4) if method == _BEATING else one for method, one in weights.items()}


def penalty_shows_proceeding(weights: Weights, material: Material) -> Weights:
    """A fine or days of arrest come from an administrative case, years in prison from a criminal one, all by a court.

    A fine may be imposed by the police: then no court is named.
    """
    out = dict(weights)
    in_court = _names_court(material)
    for penalty, proceeding in _SHOWS:
        if penalty not in out or out[penalty].points < KEPT:
            continue
        act = out[penalty].act
        least = max(out[penalty].points - 0.3, KEPT)
        for method, points in ((proceeding, least), *(((COURT[0], KEPT + 0.1),) if in_court else ())):
            if method not in out or out[method].points < points:
                out[method] = Weight(points=points, act=out[method].act if method in out else act)
    return out


_SHOWS: Final = (
    ("fine", "administrative_case"),
    ("administrative_arrest", "administrative_case"),
    ("imprisonment_sentence", "criminal_case"),
    ("suspended_sentence", "criminal_case"),
)


def _names_court(material: Material) -> bool:
    agents = (match.entry.code for sentence in material.scene.sentences for match in sentence.of("agents"))
    return "court_trial" in material.told or "authorities/court" in agents


def verdict_shows_trial(weights: Weights, material: Material) -> Weights:
    """A verdict or a closed case in court means that there was a trial."""
    told = any(match.entry.code.startswith("verdict/") for s in material.scene.sentences for match in s.of("outcomes"))
    proceeding = max(
        (weights[one].points for one in ("criminal_case", "administrative_case") if one in weights), default=0
    )
    if not told or proceeding < KEPT or "court_trial" not in weights:
        return weights
    trial = weights["court_trial"]
    return {**weights, "court_trial": Weight(points=max(trial.points, KEPT + 0.1), act=trial.act)}


def damages_no_fine(weights: Weights, material: Material) -> Weights:
    """What a civil court makes the media pay goes to who sued: it is a fine only where one is called so."""
    claim, fine = weights.get("civil_case"), weights.get("fine")
    if claim is None or fine is None or claim.points < SURE or "administrative_case" in weights:
        return weights
    told = [material.reading.sentences[act.sentence] for act in _acts(material, "fine")]
    if any(match.entry.code == "fine_itself" for sentence in told for match in sentence.of("words")):
        return weights
    return {**weights, "fine": _scaled(fine, 0.3)}


def one_proceeding(weights: Weights, _: Material) -> Weights:
    """Slander and false information are administrative or criminal as the rest of the text says, not both."""
    if "criminal_case" in weights and "administrative_case" in weights:
        weaker = min(("criminal_case", "administrative_case"), key=lambda method: weights[method].points)
        return {method: _scaled(one, 0.5) if method == weaker else one for method, one in weights.items()}
    return weights


def home_instead_of_cell(weights: Weights, _: Material) -> Weights:
    """House arrest is not also the arrest that its name contains, nor the custody that the same judge might order."""
    if "house_arrest" not in weights:
        return weights
    home = weights["house_arrest"].act

    def is_home(method: str, act: Act) -> bool:
        near = method == "arrest_pretrial" and act.sentence == home.sentence
        return near or (method in _CELLS and _same_words(act, home))

    return {method: _scaled(one, 0.4) if is_home(method, one.act) else one for method, one in weights.items()}


_CELLS: Final = ("arrest_pretrial", "administrative_arrest", "imprisonment_sentence", "short_term_detention")
_DAMAGE: Final = "damage_seizure_of_property"


def _same_words(one: Act, other: Act) -> bool:
    return one.sentence == other.sentence and one.match.start < other.match.end and other.match.start < one.match.end


def site_not_account(weights: Weights, _: Material) -> Weights:
    """A site that was hacked is no account, where the word for both stands inside what tells of the site."""
    site, account = weights.get("ddos_hacker_attack"), weights.get("account_hacking")
    if site is None or account is None or site.act.sentence != account.act.sentence:
        return weights
    outer, inner = site.act.match, account.act.match
    if inner.first != inner.last or not outer.start <= inner.start <= inner.end <= outer.end:
        return weights
    return {**weights, "account_hacking": _scaled(account, 0.3)}


def warned_by_nobody(weights: Weights, material: Material) -> Weights:
    """A warning beside a threat is one, where no office stands near: *was warned by telephone to watch his step*."""
    warning, threat = weights.get("official_warning"), weights.get(_THREAT)
    if warning is None or threat is None or warning.act.sentence != threat.act.sentence:
        return weights
    if threat.points < warning.points / 2:  # the threat is only the word of the warning itself
        return weights
    near = [match.entry.code for sentence in material.near(warning.act) for match in sentence.of("agents")]
    if any(code.startswith("authorities/") for code in near):
        return weights
    return {**weights, "official_warning": _scaled(warning, 0.3)}


_THREAT: Final = "bullying_intimidation_threats"


SURE: Final = 2.3
"""Points from which a method is told plainly."""


_BEATING: Final = "non_fatal_attack_beating"


PLACEMENT: Final[tuple[Rule, ...]] = (
    steps.suit_not_claim,
    steps.attempt_not_murder,
    steps.tried_for_obstruction,
    struck_in_their_stead,
    *ways.RULES,
    special.special_first,
    special.told_by_the_same_words,
    threatened_penalty,
    thrown_at_a_thing,
    injury_first,
    cases.tried_behind_doors,
    attackers_trial,
    attackers_arrest,
    accreditation,
    steps.locked_up_for_days,
    days_of_arrest,
    years_of_prison,
    steps.custody_after_detention,
    years_at_liberty,
    thing_not_person,
    damages_no_fine,
    penalty_shows_proceeding,
    *cases.RULES,
    verdict_shows_trial,
    steps.honour_of_an_offence,
    steps.suit_before_its_trial,
    one_proceeding,
    home_instead_of_cell,
    site_not_account,
    warned_by_nobody,
    steps.taken_in_search,
    steps.demand_of_an_office,
    steps.flooded_not_blocked,
    held_by_no_office,
    blocked_by_the_network,
    down_because_blocked,
)


def placed(material: Material) -> Weights:
    """The weights of the methods after all rules of placement."""
    weights: Weights = material.told
    for rule in PLACEMENT:
        weights = rule(weights, material)
    return weights


def _acts(material: Material, method: str) -> list[Act]:
    return [act for act in material.scene.acts if act.method == method]


def _only_possible(material: Material, number: int) -> bool:
    sentence: Sentence = material.reading.sentences[number]
    return any(match.entry.code in ("maximum", "requested") for match in sentence.of("outcomes"))


def _scaled(weight: Weight, factor: float) -> Weight:
    return Weight(points=weight.points * factor, act=weight.act)
