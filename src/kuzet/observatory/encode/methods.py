"""Category and methods: what was done, by the rules of `PLACEMENT` (the codebook's), each of which changes weights."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from kuzet.basis.codebook import Codebook
from kuzet.basis.coding import Answer
from kuzet.language.acts import Act
from kuzet.language.models import Clues
from kuzet.language.reading import Sentence
from kuzet.observatory.encode.material import Material, Weight, answer

Weights = Mapping[str, Weight]
Rule = Callable[[Weights, Material], Weights]

KEPT: Final = 1.45
"""A method needs this many points to be coded."""

BESIDES: Final = 2.8
"""A method of another category than the leading one needs more."""

MOST: Final = 5
"""Methods coded at most; further ones are the noise of a long text."""

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
    for method in PENALTIES:
        if method in out and all(_only_possible(material, act.sentence) for act in _acts(material, method)):
            out[method] = _scaled(out[method], 0.2)
    return out


def attackers_trial(weights: Weights, _: Material) -> Weights:
    """Where violence or obstruction is told, the court tries those who did it, unless a media worker is punished."""
    offence = max((weights[method].points for method in _OFFENCES if method in weights), default=0.0)
    punished = max((weights[method].points for method in _PUNISHED if method in weights), default=0.0)
    if offence < 2.4 or punished >= 2.4:
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
    """An arrest whose term is counted in days is a penalty, not custody before a trial, whatever word is used."""
    told = weights.get("administrative_arrest")
    if told is None or told.points < SURE:
        return weights
    held = ("arrest_pretrial", "imprisonment_sentence")
    same = (one for one in held if one in weights and weights[one].act.sentence == told.act.sentence)
    return {**weights, **{one: _scaled(weights[one], 0.2) for one in same}}


def thing_not_person(weights: Weights, material: Material) -> Weights:
    """What was struck is the camera, where one word tells a blow and damage; other words of damage leave the blow."""
    blow, damage = weights.get(_BEATING), weights.get(_DAMAGE)
    if blow is None or damage is None or not _same_words(blow.act, damage.act):
        return weights
    told = [one for one in material.reading.sentences[blow.act.sentence].of("triggers") if one.entry.code == _DAMAGE]
    if any(one.end <= blow.act.match.start for one in told):
        return weights
    return {method: _scaled(one, 0.4) if method == _BEATING else one for method, one in weights.items()}


def penalty_shows_proceeding(weights: Weights, _: Material) -> Weights:
    """A fine or days of arrest come from an administrative case, years in prison from a criminal one."""
    out = dict(weights)
    for penalty, proceeding in (
        ("fine", "administrative_case"),
        ("administrative_arrest", "administrative_case"),
        ("imprisonment_sentence", "criminal_case"),
        ("suspended_sentence", "criminal_case"),
    ):
        told = proceeding in out or penalty in ("fine", "administrative_arrest")
        if penalty in out and out[penalty].points >= KEPT and told:
            points = max(out[penalty].points - 0.3, out[proceeding].points if proceeding in out else 0.0)
            out[proceeding] = Weight(points=points, act=out.get(proceeding, out[penalty]).act)
            if "court_trial" in out:
                out["court_trial"] = Weight(
                    points=max(out["court_trial"].points, KEPT + 0.1), act=out["court_trial"].act
                )
    return out


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


def one_proceeding(weights: Weights, _: Material) -> Weights:
    """Slander and false information are administrative or criminal as the rest of the text says, not both."""
    if "criminal_case" in weights and "administrative_case" in weights:
        weaker = min(("criminal_case", "administrative_case"), key=lambda method: weights[method].points)
        return {method: _scaled(one, 0.5) if method == weaker else one for method, one in weights.items()}
    return weights


def home_instead_of_cell(weights: Weights, _: Material) -> Weights:
    """House arrest is not also the arrest that its name contains."""
    if "house_arrest" not in weights:
        return weights
    home = weights["house_arrest"].act
    return {
        method: _scaled(one, 0.4) if method in _CELLS and _same_words(one.act, home) else one
        for method, one in weights.items()
    }


_CELLS: Final = ("arrest_pretrial", "administrative_arrest", "imprisonment_sentence", "short_term_detention")


_DAMAGE: Final = "damage_seizure_of_property"


def _same_words(one: Act, other: Act) -> bool:
    return one.sentence == other.sentence and one.match.start < other.match.end and other.match.start < one.match.end


def taken_in_search(weights: Weights, _: Material) -> Weights:
    """Equipment taken during a search is seizure, not damage."""
    if "search" not in weights or "damage_seizure_of_property" not in weights:
        return weights
    return {
        method: _scaled(one, 0.5) if method == "damage_seizure_of_property" else one for method, one in weights.items()
    }


def special_first(weights: Weights, _: Material) -> Weights:
    """The special method says all: a beating that killed, a brother beaten, a crash, a site under attack."""
    out = dict(weights)
    for special, general in SPECIAL.items():
        told = out[special].points if special in out else 0.0
        for method in general:
            if told >= SURE and method in out and out[method].points < told * 1.5:
                out[method] = _scaled(out[method], 0.3)
    return out


SURE: Final = 2.3
"""Points from which a method is told plainly."""

_BEATING: Final = "non_fatal_attack_beating"
SPECIAL: Final[Mapping[str, tuple[str, ...]]] = {
    "beating_fatal": (_BEATING, "murder"),
    "fatal_accident": (_BEATING, "non_fatal_accident", "murder"),
    "non_fatal_accident": (_BEATING, "damage_seizure_of_property"),
    "fatal_attack_in_duty": (_BEATING,),
    "pressure_via_relatives": (_BEATING, "bullying_intimidation_threats"),
    "punitive_psychiatry_fatal": ("punitive_psychiatry_non_fatal", _BEATING),
    "sexual_violence": ("sexual_harassment", _BEATING),
    "sexual_harassment": (_BEATING,),
    "ddos_hacker_attack": (_BEATING,),
    "account_hacking": ("identity_theft_fake_account", _BEATING),
    "bot_attack": (_BEATING, "trolling"),
    "pretrial_claim": ("civil_case",),
    "foreign_agent_designation": ("charge_extremism_terrorism",),
    "administrative_arrest": ("arrest_pretrial", "imprisonment_sentence"),
}
"""What is also told by the words of the special method, and is not a second method."""


PLACEMENT: Final[tuple[Rule, ...]] = (
    special_first,
    threatened_penalty,
    injury_first,
    attackers_trial,
    attackers_arrest,
    accreditation,
    days_of_arrest,
    thing_not_person,
    penalty_shows_proceeding,
    verdict_shows_trial,
    one_proceeding,
    home_instead_of_cell,
    taken_in_search,
)


def placed(material: Material) -> Weights:
    """The weights of the methods after all rules of placement."""
    weights: Weights = material.told
    for rule in PLACEMENT:
        weights = rule(weights, material)
    return weights


_TOP_TWO: Final = (1.0, 0.5)
"""What the strongest and the second method of a category add to it."""


def category(weights: Weights, book: Codebook) -> tuple[str, float]:
    """The category of the strongest two methods together, and its share of all points as confidence."""
    sums: dict[str, list[float]] = {}
    for method, one in weights.items():
        sums.setdefault(_category(method, book), []).append(one.points)
    totals = {name: _top_two(points) for name, points in sums.items()}
    best = max(totals, key=lambda name: totals[name])
    return best, totals[best] / (sum(totals.values()) or 1.0)


def _top_two(points: list[float]) -> float:
    return sum(part * one for part, one in zip(_TOP_TWO, sorted(points)[::-1], strict=False))


class Told(NamedTuple):
    """What the rules say of a candidate: its category, and its methods with the main one first, kept or not."""

    weights: Weights
    category: str
    share: float
    ranked: tuple[str, ...]


def told(material: Material, book: Codebook) -> Told:
    """Category and ranked methods, the category corrected by what examples have shown."""
    weights = placed(material)
    name, part = category(weights, book)
    shares = material.reading.models.category.shares(category_clues(weights, name, book))
    likely = max(shares, key=lambda one: shares[one], default=name)
    if likely != name and any(_category(method, book) == likely for method in weights):
        name, part = likely, shares[likely]
    ranked = sorted(weights, key=lambda method: (_category(method, book) != name, -weights[method].points, method))
    return Told(weights, name, part, tuple(ranked))


def code(material: Material, book: Codebook) -> tuple[Answer[str], tuple[Answer[str], ...]]:
    """The category and the methods, the main one first; the main method is of the category."""
    found = told(material, book)
    main, *further = found.ranked
    likely = {method: _likely(method, found, material, book) for method in further}
    kept = sorted((method for method in further if likely[method] >= LIKELY), key=lambda method: -likely[method])
    methods = tuple(_answer(method, found.weights[method], material) for method in (main, *kept[: MOST - 1]))
    return answer(found.category, methods[0].quotation, found.share, f"category of {main}"), methods


def _likely(method: str, found: Told, material: Material, book: Codebook) -> float:
    """How likely a further method told is to be coded, as examples have shown, or by its points without any."""
    shares = material.reading.models.method.shares(method_clues(method, found, material, book))
    limit = KEPT if _category(method, book) == found.category else BESIDES
    points = found.weights[method].points
    return shares["yes"] if shares else points / limit * LIKELY


LIKELY: Final = 0.45
"""Probability from which a further method is coded: two methods missed cost as much as two too many."""


def category_clues(weights: Weights, name: str, book: Codebook) -> Clues:
    """What the correction of the category is learned from: points by category and by method, and what the rules say."""
    sums: dict[str, list[float]] = {}
    for method, one in weights.items():
        sums.setdefault(_category(method, book), []).append(one.points)
    totals = {key: _top_two(points) for key, points in sums.items()}
    every = sum(totals.values()) or 1.0
    lead = max(weights, key=lambda method: weights[method].points)
    return {
        f"rules:{name}": 1.0,
        f"lead:{lead}": 1.0,
        **{f"share:{key}": 3 * one / every for key, one in totals.items()},
        **{f"points:{key}": min(one, 8.0) / 4 for key, one in totals.items()},
        **{f"method:{method}": min(one.points, 5.0) / 3 for method, one in weights.items()},
    }


def method_clues(method: str, found: Told, material: Material, book: Codebook) -> Clues:
    """What is learned from whether a method told is coded: its points, its bond, what leads, where it stands."""
    weight = found.weights[method]
    main = found.ranked[0]
    points = min(weight.points, 6.0)
    return {
        "points": points,
        "beside the main": weight.points / (found.weights[main].points or 1.0),
        "same category": float(_category(method, book) == found.category),
        "rank": float(min(found.ranked.index(method), 6)),
        "place": float(min(weight.act.sentence - material.scene.first, 10)),
        f"method:{method}": 1.0,
        f"points:{method}": points / 3,
        f"bond:{weight.act.bond}": 1.0,
        f"weight:{weight.act.match.entry.weight}": 1.0,
        f"pair:{main}>{method}": 1.0,
    }


def _answer(method: str, weight: Weight, material: Material) -> Answer[str]:
    sentence = material.reading.sentences[weight.act.sentence]
    match = weight.act.match
    rule = f"{match.entry.table}: {match.entry.pattern} ({weight.act.bond})"
    return answer(method, material.quote(sentence, match), weight.points / 5, rule)


def _category(method: str, book: Codebook) -> str:
    return book.table("methods")[method].extra["category"]


def _acts(material: Material, method: str) -> list[Act]:
    return [act for act in material.scene.acts if act.method == method]


def _only_possible(material: Material, number: int) -> bool:
    sentence: Sentence = material.reading.sentences[number]
    return any(match.entry.code in ("maximum", "requested") for match in sentence.of("outcomes"))


def _scaled(weight: Weight, factor: float) -> Weight:
    return Weight(points=weight.points * factor, act=weight.act)
