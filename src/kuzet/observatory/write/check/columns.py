"""Columns of change in a table: "| Region | 2022 | 2023 | +15% |" is one column set against another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Final

from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.grid import Row
from kuzet.observatory.write.check.words import Finding, Kind, Verdict

FEWEST: Final = 3
"""Rows whose change must be that of two columns before the rest of the rows is held to it."""

_CHANGE: Final = re.compile(r"([+–−-])\s?(\d+(?:[.,]\d+)?)[\s\u00a0\u202f]?%")

Told = tuple[Row, Fraction, Fraction, Decimal]
"""A row with the number before, the number now, and the change in percent that its cells give."""


def changes(table: Sequence[Row]) -> Iterator[Finding]:
    """The rows whose change is not what most rows of its column show it to be."""
    width = max(len(row.cells) for row in table)
    for place in range(1, width):
        if sum(_signed(row, place) is not None for row in table) >= FEWEST:
            counts = [one for one in range(1, width) if one != place]
            readings = [_read(table, place, pair) for pair in permutations(counts, 2)]
            yield from _odd(max(readings, key=lambda told: sum(map(_holds, told)), default=[]))


def _signed(row: Row, place: int) -> Decimal | None:
    """The change in a cell: "+15%", "−3,5 %"; None for anything else."""
    found = _CHANGE.fullmatch(row.cells[place].strip()) if place < len(row.cells) else None
    return Decimal(("" if found[1] == "+" else "-") + found[2].replace(",", ".")) if found else None


def _read(table: Sequence[Row], place: int, pair: tuple[int, int]) -> list[Told]:
    told = [(row, row.number(pair[0]), row.number(pair[1]), _signed(row, place)) for row in table]
    return [
        (row, before, now, change)
        for row, before, now, change in told
        if before and now is not None and change is not None
    ]


def _holds(told: Told) -> bool:
    _, before, now, change = told
    exact = (now - before) * 100 / before
    decimals = max(0, -int(change.as_tuple().exponent))
    agrees = match(Fraction(change), exact, decimals)
    return agrees in (Match.ROUNDED, Match.BOTH) and (change >= 0) == (exact >= 0)


def _odd(told: Sequence[Told]) -> Iterator[Finding]:
    wrong = [one for one in told if not _holds(one)]
    if len(told) - len(wrong) >= FEWEST and len(wrong) * 2 < len(told):
        yield from (_finding(row, before, now) for row, before, now, _ in wrong)


def _finding(row: Row, before: Fraction, now: Fraction) -> Finding:
    exact = (now - before) * 100 / before
    sign = "+" if exact >= 0 else "-"
    why = f"from {plain(before)} to {plain(now)} is {sign}{plain(abs(exact))}%, as in the other rows"
    should, text = f"{sign}{plain(abs(exact), 0)}%", " | ".join(row.cells)
    return Finding(line=row.line, text=text, kind=Kind.CHANGE, verdict=Verdict.DIFFERS, should_be=should, why=why)
