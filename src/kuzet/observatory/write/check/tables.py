"""Tables of a text ("| a | b |", tabs or columns): columns against their total row, rows against their total column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Final, NamedTuple

from kuzet.observatory.write.check import derived, grid, phrases
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.grid import Row
from kuzet.observatory.write.check.words import Finding, Kind, Verdict

NEAR: Final = Fraction(1, 4)
"""A total that is off by more than this part of it is a total of something else."""


ADDING: Final = 3
"""Rows that must add up to their last cell before it is taken for a total that no head names."""


def tables(text: str) -> Iterator[tuple[Row, ...]]:
    """Neighbouring lines with cells; the rule under the head of a Markdown table is left out."""
    for is_table, group in groupby(grid.rows(text), key=lambda one: one[1] is not None):
        listed = [Row(number, cells) for number, cells in group if cells and not grid.RULE.fullmatch("".join(cells))]
        if is_table and len(listed) >= 3:
            yield tuple(listed)


def sums(text: str, language: str) -> Iterator[Finding]:
    """Totals of all tables of a text."""
    for table in tables(text):
        yield from _judged(list(_columns(table, language)), list(_rows(table, language)))
        yield from _shares(table, language)
        yield from derived.derived(table)


class _Line(NamedTuple):
    """A total of a row or a column with the numbers that it should be the sum of."""

    row: Row
    told: Fraction
    numbers: list[Fraction]

    @property
    def sum(self) -> Fraction:
        return sum(self.numbers, Fraction(0))


def _judged(columns: Sequence[_Line], rows: Sequence[_Line]) -> Iterator[Finding]:
    """The verdicts; where both rows and columns of a table add up, its totals are sums, however far one is off."""
    sure = all(any(line.sum == line.told for line in lines) for lines in (columns, rows))
    for line in (*columns, *rows):
        yield from _compare(line, sure=sure)


def _columns(table: Sequence[Row], language: str) -> Iterator[_Line]:
    for end, total in enumerate(table):
        if end < 2 or not _is_total(total.cells[0], language):
            continue
        for place in range(1, len(total.cells)):
            numbers = [row.number(place) for row in table[1:end] if not _is_total(row.cells[0], language)]
            told = total.number(place)
            if told and len(numbers) >= 2 and None not in numbers:
                yield _Line(total, told, [one for one in numbers if one is not None])


def _rows(table: Sequence[Row], language: str) -> Iterator[_Line]:
    head = table[0]
    places = [place for place in range(2, len(head.cells)) if _is_total(head.cells[place], language)]
    if not places and _last_adds_up(table):
        places = [len(head.cells) - 1]
    for row in table if len(places) == 1 else ():
        numbers, told = _parts(row, places[0] - len(head.cells))
        if told and len(numbers) >= 2 and None not in numbers:
            yield _Line(row, told, [one for one in numbers if one is not None])


def _parts(row: Row, total: int) -> tuple[list[Fraction | None], Fraction | None]:
    """The numbers of a row in front of its total, whose place is counted from the end: a head may have other cells."""
    place = len(row.cells) + total
    return [row.number(one) for one in range(1, place)], row.number(place) if place > 1 else None


def _last_adds_up(table: Sequence[Row]) -> bool:
    """Whether the last column is the sum of the others in most rows, whatever its head says."""
    told = [_parts(row, -1) for row in table]
    known = [(numbers, total) for numbers, total in told if total and len(numbers) >= 2 and None not in numbers]
    right = [total for numbers, total in known if total == sum(one or 0 for one in numbers)]
    return len(right) >= ADDING and len(right) * 2 > len(known)


def _shares(table: Sequence[Row], language: str) -> Iterator[Finding]:
    """A column of percentages right behind a column of counts: each is a share of the total row."""
    total = next((row for row in table[1:] if _is_total(row.cells[0], language)), None)
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


def _is_total(cell: str, language: str) -> bool:
    words = phrases.words(language, "total_row")
    return re.fullmatch(rf"[\W_]*(?:{words})[\W_]*", cell, re.IGNORECASE) is not None


def _compare(line: _Line, *, sure: bool) -> Iterator[Finding]:
    row, total, told = line.row, line.sum, line.told
    parts = [plain(number) for number in line.numbers if number]
    shown = " + ".join(parts) if len(parts) <= 8 else f"{len(parts)} numbers"
    text = " | ".join(row.cells)
    if total == told:
        why = f"{shown} = {plain(total)}"
        yield Finding(line=row.line, text=text, kind=Kind.SPLIT, verdict=Verdict.HOLDS, why=why)
    elif sure or (abs(total - told) <= told * NEAR and len(parts) >= 2):
        why, verdict = f"{shown} = {plain(total)}, not {plain(told)}", Verdict.DIFFERS
        yield Finding(line=row.line, text=text, kind=Kind.SPLIT, verdict=verdict, should_be=plain(total), why=why)
