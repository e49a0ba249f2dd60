"""How far a case has come and how it ended, by what was done, what was imposed, and the words for steps and decisions.

A step that is only planned (`will appeal`) or asked for has not been taken. Rules are asked from the latest stage to
the earliest; the first that answers decides.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from kuzet.basis.codebook import Codebook
from kuzet.basis.coding import Answer, Penalty
from kuzet.basis.document import Quotation
from kuzet.language.reading.reading import Sentence
from kuzet.language.vocabulary.lexicon import Match
from kuzet.observatory.encode import marks
from kuzet.observatory.encode.material import Material, answer

PUNISHED: Final = ("fine", "administrative_arrest", "suspended_sentence", "ban_on_profession")
"""Methods that only a judgement against a person imposes; years in prison count where a term is told.

Expulsion is often ordered without any court.
"""

PUNISHING: Final = (
    "fine",
    "administrative_arrest",
    "imprisonment",
    "restriction_of_liberty",
    "suspended_sentence",
    "ban_on_profession",
)
"""Kinds of penalties of such a judgement."""

BEFORE_TRIAL: Final = ("arrest_pretrial", "house_arrest", "travel_ban", "interrogation", "search", "forced_emigration")
"""Methods of an investigation."""

CLAIMS: Final = ("civil_case", "pretrial_claim")
SURE: Final = 2
"""The weight of words that say a step was taken; lighter ones only name it."""


class Case(Struct, frozen=True):
    """What the rules look at; `methods` is empty for an attack without a proceeding against the media worker."""

    material: Material
    methods: tuple[str, ...]
    penalties: tuple[Answer[Penalty], ...]

    def has(self, *methods: str) -> bool:
        """Whether one of these methods is coded."""
        return any(method in self.methods for method in methods)

    def said(self, code: str, weight: int = SURE) -> tuple[Sentence, Match] | None:
        """The weightiest words for a step or decision that was taken, the last of several."""
        found = [
            (sentence, match)
            for sentence in self.material.scene.sentences
            for match in sentence.of("outcomes")
            if match.entry.code == code and match.entry.weight >= weight and not _only_wanted(sentence, match)
        ]
        return max(found, key=lambda one: (one[1].entry.weight, one[0].number, one[1].start), default=None)

    def imposed(self) -> Answer[Penalty] | None:
        """A penalty given to somebody found guilty."""
        return next((one for one in self.penalties if _is_imposed(one.value)), None)


Found = tuple[str, Quotation | None, str]
"""A code, the words for it, and the rule."""

Rule = Callable[[Case], Found | None]


def _only_wanted(sentence: Sentence, match: Match) -> bool:
    span = marks.clause(sentence, match.start, match.end)
    return bool(marks.inside(sentence, span, "planned", "requested"))


def _is_imposed(penalty: Penalty) -> bool:
    return penalty.kind in PUNISHING and not penalty.requested and not penalty.replaced


def _words(case: Case, code: str, weight: int = SURE) -> Found | None:
    """The code itself, where words say that the step was taken."""
    said = case.said(code, weight)
    if said is None:
        return None
    return code.partition("/")[2], case.material.quote(*said), f"words for it: {said[1].entry.pattern}"


def _by(code: str, method: str) -> Found:
    return code, None, f"by method {method}"


# Verdicts


def acquitted(case: Case) -> Found | None:
    """Not guilty; where a penalty is told only by a higher court, else others were acquitted."""
    return None if case.imposed() and not case.said("stage/appeal") else _words(case, "verdict/acquitted")


def overturned(case: Case) -> Found | None:
    """Set aside by a higher court, which told no other penalty."""
    return None if case.imposed() or not case.said("stage/appeal", 1) else _words(case, "verdict/overturned")


def closed_without_verdict(case: Case) -> Found | None:
    """Dropped or settled; where a penalty is told, another case was."""
    if case.imposed():
        return None
    return _words(case, "verdict/settled") or _words(case, "verdict/case_closed")


def claim(case: Case) -> Found | None:
    """A claim is upheld in part where a sum is awarded that is not all that was asked for."""
    if not case.has(*CLAIMS, "court_trial", "closure_blocking_of_media", "charge_extremism_terrorism"):
        return None
    told = [_words(case, f"verdict/claim_{code}") for code in ("rejected", "partly_upheld", "upheld")]
    if told[0] and case.said("stage/appeal"):  # the higher court leaves nothing of what was awarded
        return told[0]
    awarded = next((one for one in case.penalties if one.value.kind == "damages" and not one.value.requested), None)
    if awarded is not None:
        return "claim_partly_upheld", awarded.quotation, "less was awarded than asked for"
    return next((one for one in told if one is not None), None)


def convicted(case: Case) -> Found | None:
    """Found guilty, or given what only the guilty are given."""
    if case.has("pretrial_claim") and not case.has(*PUNISHED):
        return None
    imposed = case.imposed()
    if imposed is not None and not (imposed.value.kind == "fine" and case.has("civil_case")):
        return "convicted", imposed.quotation, f"by penalty {imposed.value.kind}"
    in_cell = case.has("arrest_pretrial", "house_arrest")  # then the case goes on, whatever words are like a sentence's
    method = next((one for one in case.methods if one in PUNISHED and not in_cell), "")
    if method:
        return _by("convicted", method)
    tried = case.has("criminal_case", "administrative_case", "court_trial") and not in_cell
    return _words(case, "verdict/convicted") if tried else None


VERDICTS: Final[tuple[Rule, ...]] = (claim, acquitted, overturned, closed_without_verdict, convicted)


# Stages


def decided_above(case: Case) -> Found | None:
    """The court of cassation or the second instance has heard the case."""
    return _words(case, "stage/cassation") or _words(case, "stage/appeal")


def ended(case: Case) -> Found | None:
    """Dropped or settled."""
    found = closed_without_verdict(case)
    return ("closed", found[1], found[2]) if found else None


def judged(case: Case) -> Found | None:
    """The first instance has decided."""
    found = _first(VERDICTS, case)
    return ("verdict", found[1], found[2]) if found else None


def in_court(case: Case) -> Found | None:
    """A hearing of the case; a judge who orders custody or a search hears none."""
    told = _words(case, "stage/trial")
    if told or case.has(*BEFORE_TRIAL) or not case.methods:
        return told
    hearing = any(match.entry.code == "hearing" for s in case.material.scene.sentences for match in s.of("words"))
    if case.has("civil_case") and hearing:
        return _by("trial", "civil_case with a hearing")
    return _by("trial", "court_trial") if case.has("court_trial") else None


def charged(case: Case) -> Found | None:
    """A charge or an offence record; before it leads to custody it is the latest step."""
    return None if case.has("arrest_pretrial", "house_arrest") else _words(case, "stage/charge")


def investigated(case: Case) -> Found | None:
    """An inquiry is under way; a search is the stage where no case is told."""
    if case.has("search") and not case.has("criminal_case", "arrest_pretrial", "interrogation"):
        return _by("search", "search")
    method = next((one for one in case.methods if one in BEFORE_TRIAL or one == "criminal_case"), "")
    return _words(case, "stage/investigation") or (_by("investigation", method) if method else None)


def complained(case: Case) -> Found | None:
    """A complaint or claim was filed."""
    return _by("complaint", "civil_case") if case.has("civil_case") else _words(case, "stage/complaint")


def demanded(case: Case) -> Found | None:
    """A demand without a court."""
    return _by("pretrial_claim", "pretrial_claim") if case.has("pretrial_claim") else None


STAGES: Final[tuple[Rule, ...]] = (decided_above, ended, judged, in_court, charged, investigated, complained)
CLAIM_STAGES: Final[tuple[Rule, ...]] = (decided_above, judged, in_court, demanded)
OF_ATTACKERS: Final[tuple[Rule, ...]] = (ended, in_court, investigated, complained)
"""Of the case that a media worker who was attacked has against the attacker."""


def stage(case: Case, book: Codebook) -> Answer[str] | None:
    """The latest stage that the text tells."""
    if case.methods[:1] == ("official_warning",):
        return None
    only_demanded = case.has("pretrial_claim") and not case.has("civil_case")
    rules = OF_ATTACKERS if not case.methods else CLAIM_STAGES if only_demanded else STAGES
    return _answer(_first(rules, case), "stages", book)


def verdict(case: Case, book: Codebook) -> Answer[str] | None:
    """How the case ended, None while it goes on or where there is none."""
    if not case.methods or case.methods[0] == "official_warning":
        return None
    return _answer(_first(VERDICTS, case), "verdicts", book)


def _first(rules: tuple[Rule, ...], case: Case) -> Found | None:
    return next((found for rule in rules if (found := rule(case))), None)


def _answer(found: Found | None, table: str, book: Codebook) -> Answer[str] | None:
    if found is None:
        return None
    code, quotation, rule = found
    return answer(book.check(table, code, table), quotation, 0.6, rule)
