"""Columns of percentages that two columns of counts give: "| Region | 130 | 155 | 84% |", "| 2022 | 2023 | +15% |"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Final

from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.words import Finding, Kind, Verdict
from kuzet.observatory.write.check.tables.adding import Cell

FEWEST: Final = 3
"""Rows that must be given by two columns before the rest of the rows is held to it, and twice as many as do not."""

_SIGNED: Final = re.compile(r"([+–−-])\s?(\d+(?:[.,]\d+)?)[\s\u00a0\u202f]?%")

_MOVED: Final = re.compile(r"([+–−-])\s?(\d+)")

Told = tuple[Row, Fraction, Fraction, Decimal]
"""A row with the count that is compared, the one that it is compared with, and the percentage of its cells."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How a column of percentages comes from two columns of counts."""

    kind: Kind
    read: Callable[[Row, int], Decimal | None]
    exact: Callable[[Fraction, Fraction], Fraction]
    """What the first count and the second, which is not 0, give."""
    sign: Callable[[Fraction], str]
    why: str
    unit: str = "%"


def _signed(row: Row, place: int) -> Decimal | None:
    """The change in a cell: "+15%", "−3,5 %"; None for anything else."""
    found = _SIGNED.fullmatch(row.cells[place].strip()) if place < len(row.cells) else None
    return Decimal(("" if found[1] == "+" else "-") + found[2].replace(",", ".")) if found else None


def _difference(row: Row, place: int) -> Decimal | None:
    """The signed count in a cell: "+3", "−13"; None for anything else."""
    found = _MOVED.fullmatch(row.cells[place].strip()) if place < len(row.cells) else None
    return Decimal(("" if found[1] == "+" else "-") + found[2]) if found else None


def _signs(exact: Fraction) -> str:
    return "+" if exact >= 0 else "-"


DIFFERENCE: Final = Relation(Kind.CHANGE, _difference, lambda now, before: now - before, _signs, "from {1} to {0}", "")
"""A column of signed counts: how many more or fewer the one column has than the other."""

RELATIONS: Final = (
    Relation(Kind.SHARE, Row.percent, lambda part, whole: part * 100 / whole, lambda _: "", "{0} of {1}"),
    Relation(
        Kind.CHANGE,
        _signed,
        lambda now, before: (now - before) * 100 / before,
        _signs,
        "from {1} to {0}",
    ),
    DIFFERENCE,
)


def sides(table: Sequence[Row]) -> Iterator[tuple[Cell, Fraction]]:
    """The counts that a column of differences shows to be wrong, with what they should be: either side of each."""
    width = max(len(row.cells) for row in table)
    for place in range(1, width):
        if sum(_difference(row, place) is not None for row in table) >= FEWEST:
            now, before = _best_pair(table, place, DIFFERENCE)
            for row, first, second, told in _read(table, place, (now, before), DIFFERENCE):
                if not _holds((row, first, second, told), DIFFERENCE):
                    yield Cell(row, now), second + Fraction(told)
                    yield Cell(row, before), first - Fraction(told)


def derived(table: Sequence[Row]) -> Iterator[Finding]:
    """The rows whose percentage is not what most rows of its column show it to be."""
    width = max(len(row.cells) for row in table)
    for relation in RELATIONS:
        for place in range(1, width):
            if sum(relation.read(row, place) is not None for row in table) >= FEWEST:
                yield from _odd(_best(table, place, relation), relation)


def _best(table: Sequence[Row], place: int, relation: Relation) -> list[Told]:
    """The rows read by the two columns under which the most of them hold."""
    return _read(table, place, _best_pair(table, place, relation), relation)


def _best_pair(table: Sequence[Row], place: int, relation: Relation) -> tuple[int, int]:
    counts = [one for one in range(1, max(len(row.cells) for row in table)) if one != place]
    return max(
        permutations(counts, 2),
        key=lambda pair: sum(_holds(one, relation) for one in _read(table, place, pair, relation)),
        default=(0, 0),
    )


def _read(table: Sequence[Row], place: int, pair: tuple[int, int], relation: Relation) -> list[Told]:
    told = [(row, row.number(pair[0]), row.number(pair[1]), relation.read(row, place)) for row in table]
    return [
        (row, first, second, percent)
        for row, first, second, percent in told
        if first is not None and second and percent is not None
    ]


def _holds(told: Told, relation: Relation) -> bool:
    _, first, second, percent = told
    exact, decimals = relation.exact(first, second), max(0, -int(percent.as_tuple().exponent))
    agrees = match(Fraction(percent), exact, decimals) in (Match.ROUNDED, Match.BOTH)
    return agrees and (percent >= 0) == (exact >= 0)


def _odd(told: Sequence[Told], relation: Relation) -> Iterator[Finding]:
    wrong = [one for one in told if not _holds(one, relation)]
    if len(told) - len(wrong) >= FEWEST and len(wrong) * 3 <= len(told):
        yield from (_finding(row, first, second, relation) for row, first, second, _ in wrong)


def _finding(row: Row, first: Fraction, second: Fraction, relation: Relation) -> Finding:
    exact = relation.exact(first, second)
    told = relation.why.format(plain(first), plain(second))
    sign = relation.sign(exact)
    why = f"{told} is {sign}{plain(abs(exact))}{relation.unit}, as in the other rows"
    should = f"{sign}{plain(abs(exact), 0)}{relation.unit}"
    text, verdict = " | ".join(row.cells), Verdict.DIFFERS
    return Finding(line=row.line, text=text, kind=relation.kind, verdict=verdict, should_be=should, why=why)
