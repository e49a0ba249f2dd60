"""How far coders agree, question by question: over all, by language, by year, and by pair of coders."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from kuzet.basis.coding import Coding
from kuzet.basis.incident import Incident
from kuzet.basis.word import Word
from kuzet.language.text import identify
from kuzet.observatory.review.agreement_alpha import alpha, percent

ALL: Final = ""
"""In the place of a language, a year or a pair: all of them."""

MACHINE: Final = "machine"
"""All versions of the machine are one coder."""


class Unit(Word):
    """What was coded more than once: its language, its year, and the first coding of each coder."""

    id: str
    language: str
    period: str
    codings: tuple[Coding, ...]


class Reliability(Word):
    """The agreement on one question among some codings; '' for a language, year or pair stands for all.

    `level` is the distance (`nominal`, `set` by MASI, `ratio`), `units` are those that two coders answered, `same` of
    `pairs` answers are exactly the same. `alpha` with its interval of 95 % is None where it says nothing: no unit that
    two answered, or a single value.
    """

    variable: str
    level: str
    language: str
    period: str
    coders: str
    units: int
    same: int
    pairs: int
    alpha: float | None = None
    low: float | None = None
    high: float | None = None


class Question(NamedTuple):
    """One question: its distance, and the answer of a coding, None where it is left open."""

    level: str
    answer: Callable[[Coding], Hashable | None]


def _set(values: Iterable[str]) -> frozenset[str] | None:
    return frozenset(values) or None


QUESTIONS: Final[Mapping[str, Question]] = {
    "category": Question("nominal", lambda one: one.category and one.category.value),
    "method": Question("nominal", lambda one: one.methods[0].value if one.methods else None),
    "methods": Question("set", lambda one: _set(each.value for each in one.methods)),
    "perpetrator": Question("nominal", lambda one: one.perpetrators[0].value.klass if one.perpetrators else None),
    "target_kinds": Question("set", lambda one: _set(each.value.kind for each in one.targets)),
    "people": Question("ratio", lambda one: one.people and one.people.value),
    "date": Question("nominal", lambda one: str(one.date.value) if one.date else None),
    "region": Question("nominal", lambda one: (one.place and one.place.value.region) or None),
    "mode": Question("nominal", lambda one: one.mode and one.mode.value),
    "articles": Question("set", lambda one: _set(str(each.value) for each in one.articles)),
    "proceeding": Question("nominal", lambda one: one.proceeding and one.proceeding.value),
    "stage": Question("nominal", lambda one: one.stage and one.stage.value),
    "verdict": Question("nominal", lambda one: one.verdict and one.verdict.value),
    "penalties": Question("set", lambda one: _set(each.value.kind for each in one.penalties)),
    "certainty": Question("nominal", lambda one: one.certainty and one.certainty.value),
}
"""What is compared, in the order of the codebook."""


def units(incidents: Iterable[Incident], further: Iterable[Coding] = ()) -> tuple[Unit, ...]:
    """What is compared: each described incident with the codings that it was decided on, and `further` ones of it.

    Of each coder the first coding counts, before anybody talked about it.
    """
    more: dict[str, list[Coding]] = {}
    for coding in further:
        more.setdefault(coding.subject, []).append(coding)
    found = (_unit(one, [*one.codings, *more.get(one.id, ())]) for one in incidents if one.codings)
    return tuple(unit for unit in found if len(unit.codings) > 1)


def _unit(incident: Incident, codings: Sequence[Coding]) -> Unit:
    ordered = sorted(codings, key=lambda one: (one.at is not None, one.at.timestamp() if one.at else 0.0))
    first: dict[str, Coding] = {}
    for coding in ordered:
        first.setdefault(coder(coding), coding)
    passage = next((one.passage for one in incident.citations if one.passage), "")
    language = identify.language(passage) if passage else ALL
    return Unit(
        id=incident.id,
        language=language,
        period=str(incident.date.year),
        codings=tuple(first[name] for name in sorted(first)),
    )


def coder(coding: Coding) -> str:
    """Who coded: a person by pseudonym, any machine as one."""
    return MACHINE if coding.coder.machine else coding.coder.id


def table(found: Sequence[Unit]) -> tuple[Reliability, ...]:
    """The agreement on every question: over all codings, then by language, by year, and by pair of coders."""
    languages = sorted({unit.language for unit in found} - {ALL})
    periods = sorted({unit.period for unit in found})
    return tuple(
        one
        for language, period, pair in [
            (ALL, ALL, ALL),
            *((language, ALL, ALL) for language in languages),
            *((ALL, period, ALL) for period in periods),
            *((ALL, ALL, pair) for pair in _pairs(found)),
        ]
        for one in _rows(found, language, period, pair)
    )


def over_all(found: Sequence[Unit]) -> tuple[Reliability, ...]:
    """The agreement on every question over all codings."""
    return tuple(_rows(found, ALL, ALL, ALL))


def _pairs(found: Iterable[Unit]) -> list[str]:
    """Every two coders who coded one unit, as `aigul + machine`."""
    pairs = {(one, other) for unit in found for one, other in combinations(sorted(map(coder, unit.codings)), 2)}
    return [f"{one} + {other}" for one, other in sorted(pairs)]


def _rows(found: Sequence[Unit], language: str, period: str, pair: str) -> Iterator[Reliability]:
    chosen = [unit for unit in found if language in (ALL, unit.language) and period in (ALL, unit.period)]
    wanted = set(pair.split(" + ")) if pair else None
    kept = [[one for one in unit.codings if wanted is None or coder(one) in wanted] for unit in chosen]
    for variable, question in QUESTIONS.items():
        answered = [[value for one in ones if (value := question.answer(one)) is not None] for ones in kept]
        compared = [values for values in answered if len(values) > 1]
        same, pairs = percent(compared)
        value, low, high = alpha(compared, question.level) or (None, None, None)
        yield Reliability(
            variable=variable,
            level=question.level,
            language=language,
            period=period,
            coders=pair,
            units=len(compared),
            same=same,
            pairs=pairs,
            alpha=None if value is None else round(value, 4),
            low=None if low is None else round(low, 4),
            high=None if high is None else round(high, 4),
        )
