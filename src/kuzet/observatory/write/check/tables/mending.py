"""Which cell of a table is wrong, where sums fail: the one that mends them all, or that the text tells otherwise.

A cell where a row and a column fail by the same amount is wrong, and both totals are right. Where only one sum fails,
no cell can be that also stands in a sum that holds; of the rest the one is that the prose tells with the right number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.stems import stems
from kuzet.observatory.write.check.reading.words import Text
from kuzet.observatory.write.check.tables.adding import Cell, Sum

FEW: Final = 10
"""Smaller numbers repeat by chance."""

Place = tuple[int, int]
"""A cell by its line and its place."""

Mended = tuple[Cell, Fraction]
"""A wrong cell with its right number."""


def mended(sums: Sequence[Sum], ratios: Sequence[Mended], text: Text) -> dict[Sum, Mended]:
    """For the sums that fail, the cell at fault where one surely is; `ratios` are cells that another column gives."""
    failing = [one for one in sums if not one.holds]
    by_cell: dict[tuple[Place, Fraction], list[tuple[Sum, Cell]]] = defaultdict(list)
    for one in failing:
        for cell, right in _ways(one):
            by_cell[_place(cell), right].append((one, cell))
    given = {(_place(cell), right) for cell, right in ratios}
    found: dict[Sum, Mended] = {}
    for (place, right), ways in by_cell.items():
        if len(ways) > 1 or (place, right) in given:
            found |= {one: (cell, right) for one, cell in ways}
    firm = {_place(cell) for one in sums if one.holds for cell in (one.total, *one.parts)}
    for one in failing:
        if one not in found and (told := _told(one, firm, text)):
            found[one] = told
    return found


def _ways(one: Sum) -> Iterator[Mended]:
    """Each cell of a failing sum with the number under which it would hold."""
    yield one.total, one.exact
    for part in one.parts:
        right = part.value - (one.exact - one.total.value)
        if right >= 0:
            yield part, right


def _told(one: Sum, firm: set[Place], text: Text) -> Mended | None:
    """The part of a failing sum that the prose tells with its right number, and nowhere with its own."""
    ways = [(cell, right) for cell, right in _ways(one) if _place(cell) not in firm and right >= FEW]
    backed = [(cell, right) for cell, right in ways if _backed(cell, right, text) and not _telling(cell.value, text)]
    return backed[0] if len(backed) == 1 and backed[0][0] != one.total else None


def _backed(cell: Cell, value: Fraction, text: Text) -> bool:
    """Whether the prose tells a number in a sentence, or right behind one, that has a word of the head of its row."""
    words = stems(cell.row.cells[0])
    return any(
        words & stems(near.text)
        for index in _telling(value, text)
        for near in text.sentences[max(0, index - 1) : index + 1]
        if near.block == text.sentences[index].block
    )


def _telling(value: Fraction, text: Text) -> list[int]:
    """The sentences that tell a number."""
    return [
        index
        for index, sentence in enumerate(text.sentences)
        if any(one.exact == value for one in sentence.of_kind("count", "amount"))
    ]


def _place(cell: Cell) -> Place:
    return cell.row.line, cell.place


def shown(row: Row) -> str:
    """A row as a finding tells it."""
    return " | ".join(row.cells)
