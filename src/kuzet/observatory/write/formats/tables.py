"""How a table is to be set, whatever the format: which columns hold numbers, and how wide each should be."""

from __future__ import annotations

import math
import re
from typing import Final

from kuzet.observatory.write import tree

NUMBER: Final = re.compile(r"[-+−]?[\d\s.,\u00a0\u202f]*\d\s*%?|[–—-]")
"""A cell that holds nothing but a number or a dash."""
PAGE: Final = 80
DENSE_PAGE: Final = 96
"""So many letters of 9 points, and of 7.5, stand in a line of 160 mm (kk and ru; in Noto Sans a tenth more would)."""
DENSE: Final = 40
"""A table of more rows is a register, to be looked things up in, and is set in small letters."""
SHORT: Final = 15
"""A table of so many rows stands on one page: it is about a third of it."""
BOLD: Final = 1.2
"""So much wider than plain letters are the bold ones of a head."""
BROADER: Final = re.compile(r"[ЖМФШЩЫЮWMжмфшщыюmw]")
"""Letters broader than the others of their size."""
BROAD: Final = 0.3
"""By so much of a letter."""
USUAL: Final = 0.9
"""A column is as wide as so large a part of its cells asks for; the longest ones are broken into more lines."""
NOTE: Final = "00"
"""As broad as the three small raised digits of a note number."""
GAP: Final = 2
"""The space between columns, in letters."""


def numeric(table: tree.Table) -> frozenset[int]:
    """The columns (from 0) that hold nothing but numbers, to be set flush right; the first names the rows."""
    columns = [[tree.plain(cell) for cell in cells] for cells in zip(*table.rows, strict=True)]
    return frozenset(place for place, cells in enumerate(columns) if place and any(cells) and _numbers(cells))


def _numbers(cells: list[str]) -> bool:
    return all(NUMBER.fullmatch(cell) for cell in cells if cell)


def dense(table: tree.Table) -> bool:
    """Whether the table is a register, or its words fit the page in small letters only."""
    return len(table.rows) > DENSE or sum(_least(_columns(table))) > PAGE


def whole(table: tree.Table) -> bool:
    """Whether the table is short enough to be kept on one page."""
    return len(table.rows) <= SHORT


def shares(table: tree.Table) -> tuple[float, ...]:
    """The width of each column as a part of 1: no word is broken as long as the words fit the page at all.

    Letter by letter the room that is left goes to the column whose cells are broken into the most lines.
    """
    columns = _columns(table)
    letters = _least(columns)
    asked = [GAP + _usual(cells) for cells in columns]
    for _ in range(int((DENSE_PAGE if dense(table) else PAGE) - sum(letters))):
        lines, place = max(
            (wish / width, place) for place, (wish, width) in enumerate(zip(asked, letters, strict=True))
        )
        if lines <= 1:
            break
        letters[place] += 1
    return tuple(letter / sum(letters) for letter in letters)


def _columns(table: tree.Table) -> list[list[str]]:
    return [[_told(cell) for cell in cells] for cells in zip(table.head, *table.rows, strict=True)]


def _told(cell: tree.Runs) -> str:
    """The words of a cell, with the room of a note number behind its figure."""
    return tree.plain(cell) + (NOTE if any(isinstance(run, tree.FigureRun) for run in tree.inner(cell)) else "")


def _least(columns: list[list[str]]) -> list[float]:
    """The letters that the longest word of each column asks for."""
    return [GAP + max(_word(head) * BOLD, *map(_word, cells), 0.0) for head, *cells in columns]


def _usual(cells: list[str]) -> int:
    """The length that no more than one cell in ten goes beyond."""
    lengths = sorted(map(len, cells))
    return lengths[math.ceil(USUAL * (len(lengths) - 1))]


def _word(text: str) -> float:
    """The room that the widest word asks for, in letters; what a no-break space joins is one word."""
    return max((len(word) + BROAD * len(BROADER.findall(word)) for word in re.split(r"[ \n]+", text)), default=0.0)
