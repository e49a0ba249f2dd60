"""What the numbers of a table add up to: columns to their total row, rows to their total column.

A total is named by its head ("Total", "Armenia, total"), or shown by the numbers: a last row or column, or a first
column, that is the sum of the others nearly throughout is a total whatever its head says ("2017-2021", "Both").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from typing import Final, NamedTuple

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.grid import Row
from kuzet.observatory.write.check.reading.words import KEPT
from kuzet.observatory.write.check.tables import wholes

ADDING: Final = 3
"""Rows that must add up to their last cell before it is taken for a total that no head names."""

PAIR: Final = 2

_LABELLED: Final = re.compile(r"(\D*?[^\W\d_]\D*?)[\s:–—-]+(\d[\d\s\u00a0\u202f,]*)")


class Cell(NamedTuple):
    """One number of a table by its line and its place in it."""

    row: Row
    place: int

    @property
    def value(self) -> Fraction:
        """The number; a cell of a sum always has one."""
        return self.row.number(self.place) or Fraction(0)


class Sum(NamedTuple):
    """A total with the cells that it should be the sum of."""

    total: Cell
    parts: tuple[Cell, ...]

    @property
    def exact(self) -> Fraction:
        """What the parts add up to."""
        return sum((one.value for one in self.parts), Fraction(0))

    @property
    def holds(self) -> bool:
        """Whether the total is the sum."""
        return self.exact == self.total.value


def columns(table: Sequence[Row], language: str) -> Iterator[Sum]:
    """The sums of columns."""
    for total, rows in total_rows(table, language):
        for place in range(1, len(total.cells)):
            yield from _sum(Cell(total, place), [Cell(row, place) for row in rows])


def total_rows(table: Sequence[Row], language: str) -> Iterator[tuple[Row, Sequence[Row]]]:
    """The total rows, each with the rows that it adds up: those since the total of another group, or all totals."""
    first, named = 1, False
    subtotals: list[Row] = []
    for end, row in enumerate(table):
        if end < PAIR:
            continue
        plain = [one for one in table[first:end] if not is_total(one.cells[0], language)]
        if is_total(row.cells[0], language):
            yield row, subtotals if len(subtotals) >= PAIR else plain
            named = True
        elif _ends_group(row.cells[0], language):
            yield row, plain
            subtotals, first, named = [*subtotals, row], end + 1, True
    if not named and (_last_row_adds_up(table) or _last_row_is_whole(table, language)):
        yield table[-1], table[1:-1]


def _last_row_adds_up(table: Sequence[Row]) -> bool:
    """Whether the last row is the sum of the others in most columns, and in more than one."""
    whole = [one for place in range(1, len(table[-1].cells)) for one in _column(table, place)]
    right = sum(one.holds for one in whole)
    return right >= PAIR and right * 2 > len(whole)


def _last_row_is_whole(table: Sequence[Row], language: str) -> bool:
    """Whether rows are parts of the time that the head of the last one names: "I", "II", "III", "IV", "Year"."""
    whole = [one for place in range(1, len(table[-1].cells)) for one in _column(table, place)]
    return wholes.spans([row.cells[0] for row in table[1:]], language) and _holds_half(whole)


def _holds_half(whole: Sequence[Sum]) -> bool:
    right = sum(one.holds for one in whole)
    return right > 0 and right * 2 >= len(whole)


def _column(table: Sequence[Row], place: int) -> Iterator[Sum]:
    yield from _sum(Cell(table[-1], place), [Cell(row, place) for row in table[1:-1]])


def rows(table: Sequence[Row], language: str) -> Iterator[Sum]:
    """The sums of rows; places of totals are counted from the end: a head may have other cells than its rows."""
    head = table[0]
    places = [place for place in range(2, len(head.cells)) if is_total(head.cells[place], language)]
    if not places and _first_adds_up(table):
        yield from (one for row in table for one in _row_of_first(row))
        return
    if not places and (_last_adds_up(table) or _last_is_whole(table, language)):
        places = [len(head.cells) - 1]
    for row in table if len(places) == 1 else ():
        yield from _row(row, places[0] - len(head.cells))


def _row(row: Row, total: int) -> Iterator[Sum]:
    place = len(row.cells) + total
    if place > 1:
        yield from _sum(Cell(row, place), [Cell(row, one) for one in range(1, place)])


def _last_adds_up(table: Sequence[Row]) -> bool:
    """Whether the last column is the sum of the others in most rows, whatever its head says."""
    whole = [one for row in table for one in _row(row, -1)]
    right = sum(one.holds for one in whole)
    return right >= ADDING and right * 2 > len(whole)


def _first_adds_up(table: Sequence[Row]) -> bool:
    """Whether the first column is the sum of the others in all rows but one: "Requests", "In time", "Late", "None"."""
    whole = [one for row in table for one in _row_of_first(row)]
    right = sum(one.holds and sum(part.value > 0 for part in one.parts) >= PAIR for one in whole)
    return right >= ADDING and len(whole) - right <= 1


def _row_of_first(row: Row) -> Iterator[Sum]:
    """The first number of a row as the sum of those behind it."""
    if len(row.cells) > 1:
        yield from _sum(Cell(row, 1), [Cell(row, place) for place in range(2, len(row.cells))])


def _last_is_whole(table: Sequence[Row], language: str) -> bool:
    """Whether columns are parts of the time that the head of the last one names: "2018", "2019", "In two years"."""
    return wholes.spans(table[0].cells[1:], language) and _holds_half([one for row in table for one in _row(row, -1)])


def _sum(total: Cell, parts: Sequence[Cell]) -> Iterator[Sum]:
    numbers = [one.row.number(one.place) for one in (total, *parts)]
    if numbers[0] and len(parts) >= PAIR and None not in numbers:
        yield Sum(total, tuple(parts))


def labelled(row: Row) -> list[tuple[str, str]]:
    """The labels and numbers of a row whose cells have both: "First quarter | January 118 | ... | total 176"."""
    found = [_LABELLED.fullmatch(cell) for cell in row.cells[1:]]
    return [(one[1].strip(), re.sub(r"\D", "", one[2])) for one in found if one] if all(found) else []


def unlabelled(table: Sequence[Row], language: str) -> list[Row]:
    """A table whose cells have labels, the last one that of a total, with its numbers alone under one head."""
    told = [labelled(row) for row in table]
    if not all(one and is_total(one[-1][0], language) for one in told):
        return list(table)
    head = Row(0, ("", *(str(one) for one in range(len(told[0]) - 1)), phrases.first(language, "total_row")))
    rows = zip(table, told, strict=True)
    return [head, *(Row(row.line, (row.cells[0], *(number for _, number in cells))) for row, cells in rows)]


@lru_cache(maxsize=KEPT)
def is_total(cell: str, language: str) -> bool:
    """Whether a head names a total."""
    return _named(language).fullmatch(cell) is not None


def _ends_group(cell: str, language: str) -> bool:
    """Whether a head names the total of a group of rows: "Armenia, total"."""
    return _group(language).search(cell) is not None


@cache
def _named(language: str) -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?:{phrases.words(language, 'total_row')})[\W_]*", re.IGNORECASE)


@cache
def _group(language: str) -> re.Pattern[str]:
    return re.compile(rf"[,:–—(-]\s*(?:{phrases.words(language, 'total_row')})\W*$", re.IGNORECASE)
