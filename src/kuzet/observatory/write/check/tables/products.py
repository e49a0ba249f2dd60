"""Columns that others give by multiplying: indices times their price are a sum of money, fines times a rate as well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations
from typing import Final

from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.tables.adding import Cell

FEWEST: Final = 3
"""Rows that must be given by the others before the rest of the rows is held to it, and twice as many as are not."""

Odd = tuple[Cell, Fraction]
"""A cell that is not what most rows of its column show, with its right number."""


def odd(table: Sequence[Row]) -> list[Odd]:
    """The cells that most rows show to be wrong, each once."""
    width = max(len(row.cells) for row in table)
    counts = range(1, width)
    found = [*_scaled(table, counts), *_multiplied(table, counts)]
    return list({(cell.row.line, cell.place): (cell, right) for cell, right in reversed(found)}.values())


def _scaled(table: Sequence[Row], places: range) -> Iterator[Odd]:
    """Two columns of which one is the other times a price that no column tells."""
    for left, right in permutations(places, 2):
        told = [(row, one, two) for row, one, two in _read(table, left, right) if one and two > one]
        price, agreeing = Counter(two / one for _, one, two in told).most_common(1)[0] if told else (Fraction(1), 0)
        if _rule(agreeing, len(told)) and price.denominator == 1:
            yield from ((Cell(row, right), one * price) for row, one, two in told if two != one * price)


def _multiplied(table: Sequence[Row], places: range) -> Iterator[Odd]:
    """Three columns of which the last is the product of the others."""
    for left, right in combinations(places, 2):
        for total in places:
            told = [
                (row, one * two, whole)
                for row, one, two in _read(table, left, right)
                if one > 1 and two > 1 and (whole := row.number(total)) and total not in (left, right)
            ]
            agreeing = sum(exact == whole for _, exact, whole in told)
            if _rule(agreeing, len(told)):
                yield from ((Cell(row, total), exact) for row, exact, whole in told if exact != whole)


def _read(table: Sequence[Row], left: int, right: int) -> Iterator[tuple[Row, Fraction, Fraction]]:
    for row in table:
        one, two = row.number(left), row.number(right)
        if one is not None and two is not None:
            yield row, one, two


def _rule(agreeing: int, rows: int) -> bool:
    return agreeing >= FEWEST and (rows - agreeing) * 3 <= rows
