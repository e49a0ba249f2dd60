"""Percentages of a table that are one column over another: "| Category | 130 | 155 | 84% |"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Final

from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.grid import Row
from kuzet.observatory.write.check.words import Finding, Kind, Verdict

FEWEST: Final = 3
"""Rows whose percentages must be one column over another before the rest of the rows is held to it."""

Told = tuple[Row, Fraction, Fraction, Decimal]
"""A row with the part, the whole and the percentage that its cells give."""


def quotients(table: Sequence[Row]) -> Iterator[Finding]:
    """The rows whose percentage is not what most rows of its column show it to be."""
    width = max(len(row.cells) for row in table)
    for place in range(1, width):
        if sum(row.percent(place) is not None for row in table) >= FEWEST:
            yield from _odd(_divided(table, place, width))


def _divided(table: Sequence[Row], place: int, width: int) -> list[Told]:
    """The rows read as part, whole and percentage, by the two columns under which the most of them hold."""
    counts = [one for one in range(1, width) if one != place]
    readings = [_read(table, place, pair) for pair in permutations(counts, 2)]
    return max(readings, key=lambda told: sum(map(_holds, told)), default=[])


def _read(table: Sequence[Row], place: int, pair: tuple[int, int]) -> list[Told]:
    told = [(row, row.number(pair[0]), row.number(pair[1]), row.percent(place)) for row in table]
    return [
        (row, part, whole, percent)
        for row, part, whole, percent in told
        if part is not None and whole and percent is not None
    ]


def _holds(told: Told) -> bool:
    _, part, whole, percent = told
    exact = part * 100 / whole
    return match(Fraction(percent), exact, max(0, -int(percent.as_tuple().exponent))) in (Match.ROUNDED, Match.BOTH)


def _odd(told: Sequence[Told]) -> Iterator[Finding]:
    wrong = [one for one in told if not _holds(one)]
    if len(told) - len(wrong) >= FEWEST and len(wrong) * 3 <= len(told):
        yield from (_finding(*one[:3]) for one in wrong)


def _finding(row: Row, part: Fraction, whole: Fraction) -> Finding:
    exact = part * 100 / whole
    why = f"{plain(part)} of {plain(whole)} is {plain(exact)}%, as in the other rows"
    text, verdict = " | ".join(row.cells), Verdict.DIFFERS
    return Finding(line=row.line, text=text, kind=Kind.SHARE, verdict=verdict, should_be=f"{plain(exact, 0)}%", why=why)
