"""Rows of tables in plain text: cells between bars or tabs, or columns held apart by spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Final

Cells = tuple[str, ...]

RULE: Final = re.compile(r"[\s|:+-]*")
"""The line under the head of a Markdown table."""

_COLUMNS: Final = re.compile(r"\s{2,}")
_NUMBER: Final = re.compile(r"\d{1,3}(?:[\u00a0\u202f,]\d{3})+|\d+(?:[.,]\d+)?\s?%?|[-–—]")
FEWEST: Final = 3
"""Cells, and rows, from which on columns held apart by spaces are a table and no odd spacing."""


_COUNT: Final = re.compile(r"\d{1,3}(?:[\s\u00a0\u202f,]\d{3})+|\d+")
_PERCENT: Final = re.compile(r"(\d+(?:[.,]\d+)?)[\s\u00a0\u202f]?%")
_EMPTY: Final = ("", "-", "–", "—", "0")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one line."""

    line: int
    cells: tuple[str, ...]

    def number(self, place: int) -> Fraction | None:
        """The count in a cell; 0 for an empty one, None for words, percentages and missing cells."""
        cell = self.cells[place].strip().strip("*") if place < len(self.cells) else "?"
        if cell in _EMPTY:
            return Fraction(0)
        return Fraction(Decimal(re.sub(r"\D", "", cell))) if _COUNT.fullmatch(cell) else None

    def percent(self, place: int) -> Decimal | None:
        """The percentage in a cell; None for anything else."""
        found = _PERCENT.fullmatch(self.cells[place].strip()) if place < len(self.cells) else None
        return Decimal(found[1].replace(",", ".")) if found else None


def rows(text: str) -> Iterator[tuple[int, Cells | None]]:
    """Each line with its number (from 1) and its cells; None for a line of prose."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1)]
    for spaced, group in groupby(lines, key=lambda one: len(_spaced(one[1])) >= FEWEST):
        listed = list(group)
        is_table = spaced and len(listed) >= FEWEST and _numeric(_spaced(line) for _, line in listed[1:])
        for number, line in listed:
            yield number, _divided(line) or (_spaced(line) if is_table else None)


def _divided(line: str) -> Cells | None:
    if line.count("|") >= 2:
        return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
    return tuple(cell.strip() for cell in line.split("\t")) if line.count("\t") >= 1 else None


def _spaced(line: str) -> Cells:
    return () if "|" in line or "\t" in line else tuple(_COLUMNS.split(line.strip()))


def _numeric(group: Iterator[Cells]) -> bool:
    """Whether all rows have numbers in all columns but the first."""
    return all(_NUMBER.fullmatch(cell) for cells in group for cell in cells[1:])
