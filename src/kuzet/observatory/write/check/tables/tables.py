"""Tables of a text ("| a | b |", tabs or columns): columns against their total row, rows against their total column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Final

from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.reading import grid
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.words import Finding, Kind, Text, Verdict
from kuzet.observatory.write.check.tables import adding, derived, mending, products
from kuzet.observatory.write.check.tables.adding import Cell, Sum

NEAR: Final = Fraction(1, 4)
"""A total that is off by more than this part of it is a total of something else."""

LEAST_YEAR: Final = 1990
LAST_YEAR: Final = 2050

LISTED: Final = 8
"""Numbers of a sum that are shown; of more only how many they are."""


def tables(text: str) -> Iterator[tuple[Row, ...]]:
    """Neighbouring lines with cells; the rule under the head of a Markdown table is left out."""
    for is_table, group in groupby(grid.rows(text), key=lambda one: one[1] is not None):
        listed = [Row(number, cells) for number, cells in group if cells and not grid.RULE.fullmatch("".join(cells))]
        if is_table and len(listed) >= 3:
            yield (*_head(listed[0]), *listed)


def _head(first: Row) -> Iterator[Row]:
    """An empty head for a table that begins with numbers: a head may only have years."""
    numbers = [first.number(place) for place in range(1, len(first.cells))]
    if numbers and all(one and not LEAST_YEAR <= one <= LAST_YEAR for one in numbers):
        yield Row(first.line, ("",) * len(first.cells))


def sums(text: str, parsed: Text) -> Iterator[Finding]:
    """Totals of all tables of a text, whose prose is `parsed`."""
    for table in tables(text):
        yield from _judged(table, parsed)
        yield from _shares(table, parsed.language)
        yield from derived.derived(table)


def _judged(table: Sequence[Row], text: Text) -> Iterator[Finding]:
    """The verdicts; where both rows and columns of a table add up, its totals are sums, however far one is off.

    Sums that fail by one cell are one finding, of its row.
    """
    plain_table = adding.unlabelled(table, text.language)
    columns, rows = list(adding.columns(plain_table, text.language)), list(adding.rows(plain_table, text.language))
    sure = all(any(one.holds for one in sums) for sums in (columns, rows))
    by_ratio = products.odd(table)
    sums = [one for one in (*columns, *rows) if one.holds or sure or _near(one)]
    cells = mending.mended(sums, [*by_ratio, *derived.sides(table)], text)
    blamed = {(cell.row.line, cell.place): (cell, right) for cell, right in (*cells.values(), *by_ratio)}
    for cell, right in blamed.values():
        yield _at_fault(cell, right, [one for one, found in cells.items() if found[0] == cell])
    yield from (_compare(one) for one in sums if one not in cells)


def _at_fault(cell: Cell, right: Fraction, sums: Sequence[Sum]) -> Finding:
    why = "; ".join(_added(one) for one in sums) or "as in the other rows"
    why = f"{plain(cell.value)} should be {plain(right)}: {why}"
    text, verdict = mending.shown(cell.row), Verdict.DIFFERS
    return Finding(line=cell.row.line, text=text, kind=Kind.SPLIT, verdict=verdict, should_be=plain(right), why=why)


def _shares(table: Sequence[Row], language: str) -> Iterator[Finding]:
    """A column of percentages right behind a column of counts: each is a share of the total row."""
    total = next((row for row in table[1:] if adding.is_total(row.cells[0], language)), None)
    for place in range(1, len(total.cells) - 1 if total else 0):
        whole = total.number(place) if total else None
        rows = [(row, row.number(place), row.percent(place + 1)) for row in table[1:] if row is not total]
        told = [(row, part, percent) for row, part, percent in rows if part is not None and percent is not None]
        if whole and len(told) >= 2:
            yield from _missed([(row, part, percent, part * 100 / whole) for row, part, percent in told], whole)


def _missed(told: Sequence[tuple[Row, Fraction, Decimal, Fraction]], whole: Fraction) -> Iterator[Finding]:
    """The shares that are not what the rest of their column is: rounded, or cut off throughout."""
    found = [_match(percent, exact) for _, _, percent, exact in told]
    rounded = Match.ROUNDED in found and found.count(Match.CUT) * 2 < found.count(Match.ROUNDED)
    wrong = {Match.NO, Match.CUT} if rounded else {Match.NO}
    missed = [one for one, agrees in zip(told, found, strict=True) if agrees in wrong]
    if len(missed) * 2 <= len(told):
        yield from (_miss(row, part, whole) for row, part, _, _ in missed)
    elif sum(part for _, part, _, _ in told) != whole and _of_own_sum(told):
        yield _total(told, whole)


def _of_own_sum(told: Sequence[tuple[Row, Fraction, Decimal, Fraction]]) -> bool:
    """Whether all shares are of what the counts add up to, so that the total row is wrong."""
    own = sum((part for _, part, _, _ in told), Fraction(0))
    return bool(own) and all(_match(percent, part * 100 / own) is not Match.NO for _, part, percent, _ in told)


def _total(told: Sequence[tuple[Row, Fraction, Decimal, Fraction]], whole: Fraction) -> Finding:
    row, own = told[-1][0], sum((part for _, part, _, _ in told), Fraction(0))
    why = f"the shares are of {plain(own)}, not of {plain(whole)}"
    text = " | ".join(row.cells)
    return Finding(line=row.line, text=text, kind=Kind.SPLIT, verdict=Verdict.DIFFERS, should_be=plain(own), why=why)


def _match(percent: Decimal, exact: Fraction) -> Match:
    decimals = max(0, -int(percent.as_tuple().exponent))
    return match(Fraction(percent), exact, decimals)


def _miss(row: Row, part: Fraction, whole: Fraction) -> Finding:
    exact = part * 100 / whole
    why = f"{plain(part)} of {plain(whole)} is {plain(exact)}%"
    text, verdict = " | ".join(row.cells), Verdict.DIFFERS
    return Finding(line=row.line, text=text, kind=Kind.SHARE, verdict=verdict, should_be=f"{plain(exact, 0)}%", why=why)


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
