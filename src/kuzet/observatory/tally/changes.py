"""A year against an earlier one: change in percent, times, and the series of all years that are known."""

from __future__ import annotations

from collections.abc import Iterable

from kuzet.basis.errors import Missing
from kuzet.basis.figure import Figure, Unit
from kuzet.observatory.tally.counts import count, counted
from kuzet.observatory.tally.facts import Facts
from kuzet.observatory.tally.filters import Filters, told


def change(facts: Facts, filters: Filters, against: int) -> Figure:
    """By how many percent the last year of the release differs from `against` (below 0 = fewer)."""
    now, before = _pair(facts, filters, against)
    if not before.numerator:
        raise Missing(f"no change in percent from zero: {told(filters)} was 0 in {against}")
    return _compared(
        facts,
        (now, before),
        unit=Unit.PERCENT_CHANGE,
        fraction=(100 * (now.numerator - before.numerator), before.numerator),
    )


def times(facts: Facts, filters: Filters, against: int) -> Figure:
    """How many times more or fewer than in `against`: the larger number over the smaller, never below 1."""
    now, before = _pair(facts, filters, against)
    more, fewer = max(now.numerator, before.numerator), min(now.numerator, before.numerator)
    if not fewer:
        raise Missing(
            f"no ratio with zero: {told(filters)} is {now.numerator}, and was {before.numerator} in {against}"
        )
    return _compared(facts, (now, before), unit=Unit.TIMES, fraction=(more, fewer))


def series(facts: Facts, filters: Filters, years: Iterable[int]) -> tuple[tuple[int, Figure | None], ...]:
    """The count of each year, None where it is not known."""
    return tuple((year, counted(facts, filters, year)) for year in years)


def _pair(facts: Facts, filters: Filters, against: int) -> tuple[Figure, Figure]:
    return count(facts, filters, facts.years[-1]), count(facts, filters, against)


def _compared(facts: Facts, pair: tuple[Figure, Figure], unit: Unit, fraction: tuple[int, int]) -> Figure:
    now, before = pair
    measure = "change" if unit is Unit.PERCENT_CHANGE else "times"
    against = before.question.period
    return Figure(
        unit=unit,
        question=facts.question(measure, now.question.where, facts.years[-1], against=against),
        release=now.release,
        numerator=fraction[0],
        denominator=fraction[1],
        incidents=now.incidents,
        whole=before.incidents,
        published=before.published,
    )
