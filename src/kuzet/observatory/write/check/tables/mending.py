"""Which cell of a table is wrong, where sums fail: the one that mends them all, or that the report tells otherwise.

A cell where a row and a column fail by the same amount is wrong, and both totals are right. Where only one sum fails,
no cell can be that also stands in a sum that holds. Of the rest the one is that the report tells with the right number
only; else the last one that the report does not tell as it stands; else one whose digits changed places; else, where
prose tells the total too or no slip makes it what it is, the likeliest slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.words import Text
from kuzet.observatory.write.check.slips import is_slip, is_swapped
from kuzet.observatory.write.check.tables.adding import Cell, Sum
from kuzet.observatory.write.check.tables.evidence import Evidence, Place, place_of

EITHER: Final = 2
"""Cells of which one is wrong that are both told."""

CLEAR: Final = 2
"""Numbers of the report by which a cell fits better with its right number, so that what fits it as it stands is chance.
"""

TENTHS: Final = 10

RIVALS: Final = 3
"""Cells one of which is wrong that a finding names."""

Mended = tuple[Cell, Fraction]
"""A wrong cell with its right number."""


class Fault(NamedTuple):
    """The cells at fault, and others one of which may be in their place."""

    cells: Sequence[Mended]
    rivals: Sequence[Mended] = ()


def mended(
    table: Sequence[Row],
    sums: Sequence[Sum],
    ratios: Sequence[Mended],
    text: Text,
    others: Sequence[Sequence[Row]] = (),
) -> dict[Sum, Fault]:
    """For the sums that fail, the cell at fault where one surely or likely is, or two, either of which may be.

    `ratios` are cells that another column gives, `others` the other tables of the text.
    """
    failing = [one for one in sums if not one.holds]
    by_cell: dict[tuple[Place, Fraction], list[tuple[Sum, Cell]]] = defaultdict(list)
    for one in failing:
        for cell, right in _ways(one):
            by_cell[place_of(cell), right].append((one, cell))
    given = {(place_of(cell), right) for cell, right in ratios}
    found: dict[Sum, Fault] = {}
    for (place, right), ways in by_cell.items():
        if len(ways) > 1 or (place, right) in given:
            found |= {one: Fault([(cell, right)]) for one, cell in ways}
    firm = {place_of(cell) for one in sums if one.holds for cell in (one.total, *one.parts)}
    evidence = Evidence(table, sums, text, others)
    for one in failing:
        if one not in found and (told := _told(one, firm, evidence)).cells:
            found[one] = told
    return found


def _ways(one: Sum) -> Iterator[Mended]:
    """Each cell of a failing sum with the number under which it would hold."""
    yield one.total, one.exact
    for part in one.parts:
        right = part.value - (one.exact - one.total.value)
        if right >= 0:
            yield part, right


def _told(one: Sum, firm: set[Place], evidence: Evidence) -> Fault:
    """The part of a failing sum that the report shows to be wrong, none for the total.

    Two parts of which one must be, where the report tells the total and nothing tells them apart.
    """
    ways = [(cell, right) for cell, right in _ways(one) if place_of(cell) not in firm and cell.value]
    gains = [(evidence.told(cell, right) - evidence.told(cell, cell.value), cell, right) for cell, right in ways]
    most = [(cell, right) for gain, cell, right in gains if gain >= CLEAR and gain == max(one[0] for one in gains)]
    if len(most) == 1:
        return Fault(most if most[0][0] != one.total else ())
    told, other = (evidence.told(one.total, value) for value in (one.total.value, one.exact))
    known = told > 0 and (not other or told - other > 1)
    if known and (best := _best([way for way in ways if way[0] != one.total], evidence)):
        return Fault([best])
    free = [(cell, right) for cell, right in ways if not evidence.told(cell, cell.value)]
    fits = [(evidence.told(cell, right), cell, right) for cell, right in free]
    backed = [(cell, right) for fit, cell, right in fits if fit and fit == max(fit for fit, _, _ in fits)]
    swapped = [(cell, right) for cell, right in free if is_swapped(cell.value, right)]
    for found in (backed, free, swapped):
        if len(found) == 1:
            return Fault(found if found[0][0] != one.total else ())
    parts = [(cell, right) for cell, right in backed if cell != one.total]
    sure = bool(evidence.told(one.total, one.total.value)) and len(parts) == len(backed) == EITHER
    if sure:
        slipped = [(cell, right) for cell, right in parts if is_slip(cell.value, right)]
        return Fault(slipped, parts) if len(slipped) == 1 else Fault(parts, parts)
    return _likeliest(one, free or (ways if known else free), evidence, known=known)


def _best(parts: Sequence[Mended], evidence: Evidence) -> Mended | None:
    """The one part for whose right number more of the report speaks than for its own, by more than for any other."""
    gains = [(evidence.told(cell, right) - evidence.told(cell, cell.value), (cell, right)) for cell, right in parts]
    most = max((gain for gain, _ in gains), default=0)
    best = [way for gain, way in gains if gain == most]
    return best[0] if most > 0 and len(best) == 1 else None


def _likeliest(one: Sum, free: Sequence[Mended], evidence: Evidence, *, known: bool) -> Fault:
    """The part that a slip explains best, where the total is told in the report too, or no slip explains it.

    A total that the report knows (`known`) is not at fault. Of several those whose digits changed places come first,
    then the one that comes nearest to the cells beside it.
    """
    printed = [evidence.printed(value) for value in (one.total.value, one.exact)]
    if not known and printed != [True, False] and is_slip(one.total.value, one.exact):
        return Fault(())
    slipped = [(cell, right) for cell, right in free if cell != one.total and is_slip(cell.value, right)]
    swapped = [(cell, right) for cell, right in slipped if is_swapped(cell.value, right)]
    found = sorted(swapped or slipped, key=lambda way: _gain(evidence.table, *way))
    return Fault(found[:1], found[:RIVALS])


def _gain(table: Sequence[Row], cell: Cell, right: Fraction) -> int:
    """By how many tenths a right number would be further from its neighbours than the one that stands there."""
    return round((_leap(table, cell, right) - _leap(table, cell, cell.value)) * TENTHS)


def _leap(table: Sequence[Row], cell: Cell, value: Fraction) -> Fraction:
    """How far a number is from those beside it in its row and above and below it, as parts of these."""
    at = next((place for place, row in enumerate(table) if row is cell.row), 0)
    near = [cell.row.number(cell.place + step) for step in (-1, 1) if cell.place + step > 0]
    alone = not any(near)
    near += [table[at + step].number(cell.place) for step in (-1, 1) if alone and 0 < at + step < len(table) - 1]
    return sum((abs(value - one) / max(value, one) for one in near if one), Fraction(0))


def shown(row: Row) -> str:
    """A row as a finding tells it."""
    return " | ".join(row.cells)
