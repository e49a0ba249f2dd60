"""Penalties told: fines, damages, days of arrest and terms, as imposed or only as asked for.

What the law allows at most is no penalty. Those of an attacker are none of the media worker: where violence is coded,
this is not asked at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from msgspec import structs

from kuzet.basis.coding import Answer, Penalty
from kuzet.basis.word import to_json
from kuzet.language.reading.reading import Sentence
from kuzet.language.values import money, numbers, terms
from kuzet.language.values.money import FoundMoney
from kuzet.language.values.terms import FoundTerm
from kuzet.observatory.encode import index, marks
from kuzet.observatory.encode.material import Material, answer

SUMS: Final = {"fine": "fine", "civil_case": "damages", "pretrial_claim": "damages", "administrative_case": "fine"}
"""What a sum is where a method is coded; the first of the methods decides."""

TERMS: Final = {
    "administrative_arrest": "administrative_arrest",
    "suspended_sentence": "suspended_sentence",
    "imprisonment_sentence": "imprisonment",
    "ban_on_profession": "ban_on_profession",
    "house_arrest": "house_arrest",
    "arrest_pretrial": "pretrial_arrest",
}
"""What a term is beside the words for a method; of several in one clause the first of this list."""

COURT: Final = (
    "criminal_case",
    "court_trial",
    "charge_extremism_terrorism",
    "imprisonment_sentence",
    "suspended_sentence",
    "ban_on_profession",
)
"""Methods beside which a term of years that is asked for or given is one of imprisonment."""


def code(material: Material, methods: tuple[str, ...]) -> tuple[Answer[Penalty], ...]:
    """The penalties of the scene, each once, in reading order."""
    found: dict[str, Answer[Penalty]] = {}
    sums = _fines(material, _sums(material, methods))
    for given in (*sums, *(one for s in material.scene.sentences for one in _terms(material, s, methods))):
        found.setdefault(to_json(given.value), given)
    return tuple(found.values())


# Sums


def kind_of_sums(methods: Sequence[str]) -> str:
    """Whether sums are fines or damages, '' where nothing coded is paid."""
    if "fine" in methods and "civil_case" not in methods[: methods.index("fine")]:
        return "fine"
    return next((SUMS[method] for method in methods if method in SUMS), "")


def _sums(material: Material, methods: tuple[str, ...]) -> list[Answer[Penalty]]:
    kind = kind_of_sums(methods)
    told = [(s, one) for s in material.scene.sentences for one in _told(material, s, kind)] if kind else []
    told = [(s, one) for s, one in told if not marks.is_possible(s, one.start, one.end)]
    if kind == "fine":
        told = [(s, one) for s, one in told if _is_payable(one, material)]
    if "fine" not in methods and kind == "fine":
        told = [(s, one) for s, one in told if _is_fine(one, material)]
    given = _awarded(told)
    return [_sum(material, sentence, one, (kind, given)) for sentence, one in told]


def _told(material: Material, sentence: Sentence, kind: str) -> Iterable[FoundMoney]:
    implied = material.country.profile.currency if kind == "damages" else ""
    return money.find(sentence.text, sentence.language, implied)


def _is_payable(one: FoundMoney, material: Material) -> bool:
    """A sum in the money of the country that is beyond all fines is of something else: a budget, a tender."""
    most = LARGEST * material.country.mci[-1].amount
    return one.money.currency != material.country.profile.currency or one.money.amount <= most


LARGEST: Final = 10_000
"""Indices of the largest fine."""


def _is_fine(one: FoundMoney, material: Material) -> bool:
    """Where no fine is named, a sum in an administrative case is one if an index makes it."""
    return one.money.currency == "MCI" or bool(index.factors(one.money.amount, material.country.mci))


def _awarded(told: Sequence[tuple[Sentence, FoundMoney]]) -> frozenset[Decimal]:
    """Sums that a court gave to who sued: less than the greatest, which was asked for, and said to be given."""
    largest = max((one.money.amount for _, one in told), default=Decimal(0))
    return frozenset(
        one.money.amount
        for sentence, one in told
        if one.money.amount < largest
        and not marks.is_asked(sentence, one.start, one.end)
        and marks.inside(sentence, (0, len(sentence.text)), "awarded", "given")
    )


def _sum(
    material: Material, sentence: Sentence, one: FoundMoney, what: tuple[str, frozenset[Decimal]]
) -> Answer[Penalty]:
    kind, given = what
    in_court = kind == "damages"
    asked = one.money.amount not in given if in_court else marks.is_asked(sentence, one.start, one.end)
    replaced = not asked and kind == "fine" and marks.is_replaced(sentence, one.start, one.end)
    penalty = Penalty(kind=kind, money=one.money, requested=asked, replaced=replaced)
    quotation = material.reading.quote(sentence, one.start, one.end)
    return answer(penalty, quotation, 0.6, f"sum told with {kind}")


def _fines(material: Material, sums: list[Answer[Penalty]]) -> Iterator[Answer[Penalty]]:
    """The sums; the rule of a fine says how indices and money agree."""
    for one in sums:
        told = _checked(material, one.value, sums) if one.value.kind == "fine" else ""
        yield structs.replace(one, rule=f"{one.rule}; {told}") if told else one


def _checked(material: Material, fine: Penalty, sums: Sequence[Answer[Penalty]]) -> str:
    """The check of one fine against those in the other unit, or against the index of the years of the text."""
    if fine.money is None:
        return ""
    rates = material.country.mci
    in_indices = fine.money.currency == "MCI"
    if not in_indices and fine.money.currency != material.country.profile.currency:
        return ""
    others = [one.value.money.amount for one in sums if one.value.money and _is_other_unit(one.value, fine, material)]
    pairs = [(fine.money.amount, other) if in_indices else (other, fine.money.amount) for other in others]
    if pairs:
        count, amount = max(pairs, key=lambda pair: bool(index.agreeing(pair[0], pair[1], rates)))
        return index.compared(count, amount, rates)
    near = index.of_years(rates, years(material))
    found = (
        [index.Product(fine.money.amount, one) for one in near]
        if in_indices
        else index.factors(fine.money.amount, near)
    )
    return str(found[0]) if len(found) == 1 or (found and not in_indices) else ""


def _is_other_unit(one: Penalty, fine: Penalty, material: Material) -> bool:
    units = {"MCI", material.country.profile.currency}
    return one.kind == "fine" and {one.money and one.money.currency, fine.money and fine.money.currency} == units


def years(material: Material) -> tuple[int, ...]:
    """The years that a scene or its date of publication names; () where there is none."""
    published = material.reading.published
    told = {
        int(one.value)
        for sentence in material.scene.sentences
        for one in numbers.find(sentence.text, sentence.language)
        if one.kind == "year"
    }
    return tuple(sorted(told | ({published.year} if published and published.year else set())))


def year_of_index(material: Material) -> index.Product | None:
    """The product of indices and money that tells the year, where all that agree are of the same year."""
    sums = [one.money for s in material.scene.sentences for one in money.find(s.text, s.language)]
    counts = [one.amount for one in sums if one.currency == "MCI"]
    amounts = [one.amount for one in sums if one.currency == material.country.profile.currency]
    rates = material.country.mci
    found = [one for count in counts for amount in amounts for one in index.agreeing(count, amount, rates)]
    return found[0] if len({one.rate.valid_from.year for one in found}) == 1 else None


# Terms


def _terms(material: Material, sentence: Sentence, methods: tuple[str, ...]) -> Iterator[Answer[Penalty]]:
    found = (*terms.find(sentence.text, sentence.language), *_bare(sentence, methods))
    for term in found:
        if marks.is_possible(sentence, term.start, term.end):
            continue
        kind, rule = _kind(sentence, term, methods)
        if kind:
            penalty = Penalty(
                kind=kind,
                days=term.amount if term.unit == "days" else None,
                months=term.amount if term.unit == "months" else None,
                requested=marks.is_asked(sentence, term.start, term.end),
            )
            yield answer(penalty, material.reading.quote(sentence, term.start, term.end), 0.6, rule)


def _bare(sentence: Sentence, methods: tuple[str, ...]) -> Iterator[FoundTerm]:
    """Numbers of years without the word: the prosecutor asked for nine, the judge gave seven."""
    if not any(method in COURT for method in methods) or not sentence.of("outcomes"):
        return
    for one in numbers.find(sentence.text, sentence.language):
        in_words = one.kind == "count" and sentence.text[one.start].isalpha() and 1 < one.value <= LONGEST
        told = marks.is_asked(sentence, one.start, one.end) or marks.is_given(sentence, one.start, one.end)
        if in_words and told and _is_alone(sentence, one):
            yield FoundTerm(one.start, one.end, "months", int(one.value * 12), years=True)


LONGEST: Final = 30
"""Years of the longest sentence."""


def _is_alone(sentence: Sentence, one: numbers.FoundNumber) -> bool:
    return terms.alone(sentence.text, sentence.language, one.end)


def _kind(sentence: Sentence, term: FoundTerm, methods: tuple[str, ...]) -> tuple[str, str]:
    """The kind of penalty that a term is of and the rule that says so; '' for a term of something else."""
    if term.unit == "days":
        return _kind_of_days(sentence, term, methods)
    span = marks.clause(sentence, term.start, term.end)
    if marks.inside(sentence, span, "restriction"):
        return "restriction_of_liberty", "term of restriction"
    near = {one.entry.code for one in sentence.of("triggers") if one.start < span[1] and span[0] < one.end}
    for method, kind in TERMS.items():
        if method in near and method != "administrative_arrest":
            return kind, f"term told with {kind}"
    in_court = any(method in COURT for method in methods)
    told = marks.is_asked(sentence, term.start, term.end) or marks.is_given(sentence, term.start, term.end)
    if in_court and (told or (term.years and _is_all(sentence, term, span))):
        return "imprisonment", "term asked for or given by a court"
    return "", ""


def _kind_of_days(sentence: Sentence, term: FoundTerm, methods: tuple[str, ...]) -> tuple[str, str]:
    """Days are of an administrative arrest where one is coded and the clause tells it, or nothing else."""
    span = marks.clause(sentence, term.start, term.end)
    near = {one.entry.code for one in sentence.of("triggers") if one.start < span[1] and span[0] < one.end}
    told = near & {"administrative_arrest", "imprisonment_sentence", "arrest_pretrial"}
    asked = marks.is_asked(sentence, term.start, term.end) or marks.is_given(sentence, term.start, term.end)
    if (told or asked or _is_all(sentence, term, span)) and (
        ARREST in methods or (asked and (ARREST in near or "administrative_case" in methods))
    ):
        return ARREST, f"days told with {ARREST}"
    return "", ""


ARREST: Final = "administrative_arrest"


def _is_all(sentence: Sentence, term: FoundTerm, span: tuple[int, int]) -> bool:
    """Whether a clause holds hardly more than the term: `she learned her fate: eight years`."""
    rest = sentence.text[span[0] : term.start] + sentence.text[term.end : span[1]]
    return len(rest.split()) <= 1
