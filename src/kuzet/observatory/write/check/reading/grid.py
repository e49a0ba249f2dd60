"""Rows of tables in plain text: cells between bars, tabs or dashes, or columns held apart by spaces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from itertools import groupby
from typing import Final

from kuzet.basis.names import LANGUAGES
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import KEPT

Cells = tuple[str, ...]

RULE: Final = re.compile(r"[\s|:+-]*")
"""The line under the head of a Markdown table."""

_COLUMNS: Final = re.compile(r"\s{2,}")
_DASHES: Final = re.compile(r"\s+[–—-]\s+")
_BAR: Final = re.compile(r"\s*\|\s*")
_NUMBER: Final = re.compile(r"\d{1,3}(?:[\s\u00a0\u202f,]\d{3})+|[+−-]?\d+(?:[.,]\d+)?\s?%?|[-–—]")
FEWEST: Final = 3
"""Cells, and rows, from which on columns held apart by spaces or dashes are a table and no odd spacing."""

_NOTE: Final = re.compile(r"[*\u00b9\u00b2\u00b3\u2070-\u2079]+$")
_COUNT: Final = re.compile(r"(\d{1,3}(?:[\s\u00a0\u202f,]\d{3})+|\d+)(?:\s*\(\d+(?:[.,]\d+)?\s?%\))?")
"""A count, which may have its share beside it: "83 (29%)"."""

_PERCENT: Final = re.compile(r"(\d+(?:[.,]\d+)?)[\s\u00a0\u202f]?%")
_BARE: Final = re.compile(r"[+–−-]?\s?\d{1,3}(?:[.,]\d+)?")
_EMPTY: Final = ("", "-", "–", "—", "0")


@lru_cache(maxsize=KEPT)
def _count(cell: str) -> Fraction | None:
    bare = cell.strip().strip("*")
    if bare in _EMPTY:
        return Fraction(0)
    found = _COUNT.fullmatch(_NOTE.sub("", bare))
    return Fraction(Decimal(re.sub(r"\D", "", found[1]))) if found else None


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one line."""

    line: int
    cells: tuple[str, ...]

    def number(self, place: int) -> Fraction | None:
        """The count in a cell; 0 for an empty one, None for words, percentages and missing cells."""
        return _count(self.cells[place]) if place < len(self.cells) else None

    def percent(self, place: int) -> Decimal | None:
        """The percentage in a cell; None for anything else."""
        found = _PERCENT.fullmatch(self.cells[place].strip()) if place < len(self.cells) else None
        return Decimal(found[1].replace(",", ".")) if found else None


@lru_cache(maxsize=4)
def rows(text: str) -> tuple[tuple[int, Cells | None], ...]:
    """Each line with its number (from 1) and its cells; None for a line of prose."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1)]
    loose = {number: cells for divide, least in _LOOSE for number, cells in _grouped(lines, divide, least)}
    return tuple((number, _divided(line) or loose.get(number)) for number, line in lines)


def _grouped(lines: list[tuple[int, str]], divide: Callable[[str], Cells], least: int) -> Iterator[tuple[int, Cells]]:
    """The lines that are a table only because their neighbours have as many cells, with numbers in them."""
    divided = [(number, divide(line)) for number, line in lines]
    for width, group in groupby(divided, key=lambda one: len(one[1])):
        listed = list(group)
        if width >= least and len(listed) >= FEWEST and _numeric([cells for _, cells in listed]):
            yield from listed


def _divided(line: str) -> Cells | None:
    if line.count("|") >= 2:
        return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
    return tuple(cell.strip() for cell in line.split("\t")) if line.count("\t") >= 1 else None


def _apart(rule: re.Pattern[str]) -> Callable[[str], Cells]:
    """What divides a line at a separator, unless bars or tabs do."""
    return lambda line: () if _divided(line) or not line.strip() else tuple(rule.split(line.strip()))


_LOOSE: Final = ((_apart(_COLUMNS), FEWEST), (_apart(_DASHES), FEWEST), (_apart(_BAR), 2))
"""Separators that prose has too, with the fewest cells of a row."""


def _numeric(group: list[Cells]) -> bool:
    """Whether all rows but the head have numbers in all columns but the first."""
    return all(_NUMBER.fullmatch(_NOTE.sub("", cell)) or cell == "" for cells in group[1:] for cell in cells[1:])


def with_signs(table: Sequence[Row]) -> Iterator[Row]:
    """A table whose numbers under a head of percentages ("Share, %") have the sign themselves."""
    places = {place for place, head in enumerate(table[0].cells) if place and _shares().search(head)}
    yield table[0]
    for row in table[1:]:
        signed = (
            f"{cell}%" if place in places and _BARE.fullmatch(cell) else cell for place, cell in enumerate(row.cells)
        )
        yield Row(row.line, tuple(signed))


@cache
def _shares() -> re.Pattern[str]:
    """Heads of columns of percentages, in any language."""
    return re.compile("|".join(phrases.words(language, "share_head") for language in sorted(LANGUAGES)), re.IGNORECASE)
