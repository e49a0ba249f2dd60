"""What one table tells of the rows of another: four quarters make up the number of the year."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.stems import stems
from kuzet.observatory.write.check.tables.adding import Cell, is_total

FEW: Final = 10
"""Smaller sums repeat by chance."""


def fitting(cell: Cell, value: Fraction, others: Sequence[Sequence[Row]], language: str) -> int:
    """1 where the row of a cell, if that has this value, adds up to what another table tells of the row; else 0."""
    numbers = [cell.row.number(place) for place in range(1, len(cell.row.cells)) if place != cell.place]
    if not numbers or None in numbers:
        return 0
    total = sum((one or Fraction(0) for one in numbers), value)
    named = [row for table in others for row in table[1:] if _are_one(cell.row, row, language)]
    told = {row.number(place) for row in named for place in range(1, len(row.cells))}
    return int(total >= FEW and total in told)


def _are_one(left: Row, right: Row, language: str) -> bool:
    """Whether two rows have heads that speak of one thing, or are both totals."""
    totals = [is_total(one.cells[0], language) for one in (left, right)]
    if any(totals):
        return all(totals)
    incidents = phrases.pattern(language, "incidents")
    words = [stems(incidents.sub(" ", one.cells[0])) for one in (left, right)]
    return bool(words[0] & words[1])
