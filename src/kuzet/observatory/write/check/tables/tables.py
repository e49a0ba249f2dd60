"""Tables of a text ("| a | b |", tabs or columns): columns against their total row, rows against their total column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import groupby
from typing import Final

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import grid
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.words import Finding, Kind, Text, Verdict
from kuzet.observatory.write.check.tables import adding, behind, derived, mending, products, shares
from kuzet.observatory.write.check.tables.adding import Cell, Sum
from kuzet.observatory.write.check.tables.evidence import place_of

NEAR: Final = Fraction(1, 4)
"""A total that is off by more than this part of it is a total of something else."""

FAR: Final = 2
"""A total of a row that is off by more than this factor is of something else, even where other rows add up."""

PAIR: Final = 2

LEAST_YEAR: Final = 1990
LAST_YEAR: Final = 2050

LISTED: Final = 8
"""Numbers of a sum that are shown; of more only how many they are."""


@lru_cache(maxsize=4)
def tables(text: str) -> tuple[tuple[Row, ...], ...]:
    """Neighbouring lines with cells; the rule under the head of a Markdown table is left out."""
    return tuple(_tables(text))


def _tables(text: str) -> Iterator[tuple[Row, ...]]:
    for is_table, group in groupby(grid.rows(text), key=lambda one: one[1] is not None):
        listed = [Row(number, cells) for number, cells in group if cells and not grid.RULE.fullmatch("".join(cells))]
        if is_table and len(listed) >= 3:
            yield tuple(grid.with_signs([*_head(listed[0]), *listed]))


def _head(first: Row) -> Iterator[Row]:
    """An empty head for a table that begins with numbers: a head may only have years."""
    numbers = [first.number(place) for place in range(1, len(first.cells))]
    if numbers and all(one and not LEAST_YEAR <= one <= LAST_YEAR for one in numbers):
        yield Row(first.line, ("",) * len(first.cells))


def sums(text: str, parsed: Text) -> Iterator[Finding]:
    """Totals of all tables of a text, whose prose is `parsed`."""
    listed = tables(text)
    for table in listed:
        yield from _judged(table, parsed, [one for one in listed if one is not table])
        yield from shares.shares(table, parsed)
        yield from derived.derived(table)
        yield from behind.sums(table, parsed)


def firm(text: str, language: str) -> frozenset[tuple[int, int]]:
    """The cells of all tables, by line and place, that stand in a sum that holds."""
    listed = [adding.unlabelled(table, language) for table in tables(text)]
    sums = (one for table in listed for one in (*adding.columns(table, language), *adding.rows(table, language)))
    return frozenset(place_of(cell) for one in sums if one.holds for cell in (one.total, *one.parts))


def _judged(table: Sequence[Row], text: Text, beside: Sequence[Sequence[Row]]) -> Iterator[Finding]:
    """The verdicts; where both rows and columns of a table add up, its totals are sums, however far one is off.

    Sums that fail by one cell are one finding, of its row.
    """
    plain_table = adding.unlabelled(table, text.language)
    columns, rows = list(adding.columns(plain_table, text.language)), list(adding.rows(plain_table, text.language))
    sure = all(any(one.holds for one in sums) for sums in (columns, rows))
    by_ratio = products.odd(table)
    odd = _odd_row(rows)
    sums = [one for one in (*columns, *rows) if one.holds or sure or _near(one) or one is odd]
    cells = mending.mended(plain_table, sums, [*by_ratio, *derived.sides(table)], text, beside)
    told = [one for found in cells.values() for one in found.cells]
    blamed = {(cell.row.line, cell.place): (cell, right) for cell, right in (*told, *by_ratio)}
    for cell, right in blamed.values():
        mended = {one: found for one, found in cells.items() if (cell, right) in found.cells}
        others = [other for found in mended.values() for other in found.rivals if other[0] != cell]
        yield _at_fault(cell, right, list(mended), others)
    yield from (_compare(one) for one in sums if one not in cells)


def _odd_row(rows: Sequence[Sum]) -> Sum | None:
    """The one row that does not add up where two or more do, if it is not far off: rows are all added the same way."""
    failing = [one for one in rows if not one.holds]
    if len(failing) != 1 or len(rows) - len(failing) < PAIR:
        return None
    return failing[0] if failing[0].exact <= failing[0].total.value * FAR <= failing[0].exact * FAR * FAR else None


def _at_fault(cell: Cell, right: Fraction, sums: Sequence[Sum], others: Sequence[mending.Mended]) -> Finding:
    """The finding on a cell; `others` are cells one of which may be wrong in its place."""
    why = "; ".join(_added(one) for one in sums) or "as in the other rows"
    either = "".join(
        f" (or {plain(one.value)} on line {one.row.line} should be {plain(other)})" for one, other in others
    )
    why = f"{plain(cell.value)} should be {plain(right)}{either}: {why}"
    text, verdict = mending.shown(cell.row), Verdict.DIFFERS
    return Finding(line=cell.row.line, text=text, kind=Kind.SPLIT, verdict=verdict, should_be=plain(right), why=why)


def _near(one: Sum) -> bool:
    return abs(one.exact - one.total.value) <= one.total.value * NEAR


def _compare(one: Sum) -> Finding:
    row, verdict = one.total.row, Verdict.HOLDS if one.holds else Verdict.DIFFERS
    should, why = ("", "") if one.holds else (plain(one.exact), f", not {plain(one.total.value)}")
    text, why = mending.shown(row), _added(one) + why
    return Finding(line=row.line, text=text, kind=Kind.SPLIT, verdict=verdict, should_be=should, why=why)


def _added(one: Sum) -> str:
    parts = [plain(part.value) for part in one.parts if part.value]
    shown = " + ".join(parts) if len(parts) <= LISTED else f"{len(parts)} numbers"
    return f"{shown} = {plain(one.exact)}"
