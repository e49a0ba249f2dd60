"""Records over the years: lowest or highest since, runs of years, peaks, a first majority.

Every statement says among which years it was looked for and which years are not known: an unknown year proves nothing.
"""

from __future__ import annotations

from kuzet.basis.figure import Figure
from kuzet.basis.word import Word
from kuzet.observatory.tally.changes import series
from kuzet.observatory.tally.facts import Facts
from kuzet.observatory.tally.filters import Filters, both
from kuzet.observatory.tally.shares import share

LOWEST, LOWEST_SINCE, HIGHEST, HIGHEST_SINCE, NO_RECORD = (
    "lowest",
    "lowest_since",
    "highest",
    "highest_since",
    "none",
)


class Record(Word):
    """Where the last year of the release stands among the years that are known.

    `kind`: lowest or highest of all known years, or since the year `since` (the last one as low or high, or beyond),
    or none. `from_low` and `from_high` are places from 1 among all known years, this one included. `among` are the
    earlier years that are known, `unknown` those that are not.
    """

    kind: str
    since: int | None
    from_low: int
    from_high: int
    among: tuple[int, ...]
    unknown: tuple[int, ...]
    figures: tuple[tuple[int, Figure], ...]
    """Every known year with its number, this one last."""

    @property
    def gaps(self) -> bool:
        """Whether a year after `since` is not known, so that it may have been as low or as high."""
        return self.since is not None and any(year > self.since for year in self.unknown)


class Run(Word):
    """For how many years in a row the number `rose` or `fell`, up to the last year of the release; 0 = not at all."""

    direction: str
    years: int
    figures: tuple[tuple[int, Figure], ...]


class Majority(Word):
    """Whether a part is more than half of its whole, and whether it was never before.

    `first` is None where no earlier year is known: then nothing can be said.
    """

    holds: bool
    first: bool | None
    among: tuple[int, ...]
    unknown: tuple[int, ...]
    figure: Figure


def record(facts: Facts, filters: Filters) -> Record:
    """The place of the last year among all years since the first one of which any total is known."""
    known, unknown = _known(facts, filters)
    now, earlier = known[-1][1].numerator, {year: figure.numerator for year, figure in known[:-1]}
    kind, since = _extreme(now, earlier)
    numbers = [figure.numerator for _, figure in known]
    return Record(
        kind=kind,
        since=since,
        from_low=1 + sum(number < now for number in numbers),
        from_high=1 + sum(number > now for number in numbers),
        among=tuple(earlier),
        unknown=unknown,
        figures=known,
    )


def _extreme(now: int, earlier: dict[int, int]) -> tuple[str, int | None]:
    """The kind of record and its year; a year that was just as low or high ends "since"."""
    if not earlier:
        return NO_RECORD, None
    last = earlier[max(earlier)]
    if now < last:
        since = max((year for year, number in earlier.items() if number <= now), default=None)
        return (LOWEST, None) if since is None else (LOWEST_SINCE, since)
    if now > last:
        since = max((year for year, number in earlier.items() if number >= now), default=None)
        return (HIGHEST, None) if since is None else (HIGHEST_SINCE, since)
    return NO_RECORD, None


def run(facts: Facts, filters: Filters) -> Run:
    """How long the number has been rising or falling without a break; an unknown year ends the run."""
    last = facts.years[-1]
    figures = dict(_known(facts, filters)[0])
    steps = 0
    while _step(figures, last - steps) and _step(figures, last - steps) == _step(figures, last):
        steps += 1
    direction = {1: "rose", -1: "fell", 0: "none"}[_step(figures, last)]
    return Run(
        direction=direction,
        years=steps,
        figures=tuple((year, figures[year]) for year in range(last - steps, last + 1)),
    )


def _step(figures: dict[int, Figure], year: int) -> int:
    """1 where the year rose over the one before, -1 where it fell, 0 where neither or unknown."""
    if year not in figures or year - 1 not in figures:
        return 0
    now, before = figures[year].numerator, figures[year - 1].numerator
    return (now > before) - (now < before)


def peak(facts: Facts, filters: Filters) -> tuple[int, Figure]:
    """The known year with the most incidents, the latest of equals."""
    return max(_known(facts, filters)[0], key=lambda pair: (pair[1].numerator, pair[0]))


def first_majority(facts: Facts, filters: Filters, base: Filters) -> Majority:
    """Whether more than half of the base passes `filters`, for the first time among the years that are known."""
    last = facts.years[-1]
    years = _years(facts)[:-1]
    parts = dict(series(facts, both(filters, base), years))
    wholes = dict(series(facts, base, years))
    known = {
        year: 2 * part.numerator > total.numerator
        for year in years
        if (part := parts[year]) is not None and (total := wholes[year]) is not None
    }
    now = share(facts, filters, base, last)
    holds = 2 * len(now.incidents) > len(now.whole)
    return Majority(
        holds=holds,
        first=(holds and not any(known.values())) if known else None,
        among=tuple(known),
        unknown=tuple(year for year in years if year not in known),
        figure=now,
    )


def _known(facts: Facts, filters: Filters) -> tuple[tuple[tuple[int, Figure], ...], tuple[int, ...]]:
    """Years with their figure, and the years that are not known."""
    every = series(facts, filters, _years(facts))
    known = tuple((year, figure) for year, figure in every if figure is not None)
    return known, tuple(year for year, figure in every if figure is None)


def _years(facts: Facts) -> range:
    return range(min((*facts.totals.years, facts.years[0])), facts.years[-1] + 1)
