"""How a table is to be set, whatever the format: which columns hold numbers, and how wide each should be."""

from __future__ import annotations

import re
from typing import Final

from kuzet.observatory.write import tree

NUMBER: Final = re.compile(r"[-+−]?[\d\s.,\u00a0\u202f]*\d\s*%?|[–—-]")
"""A cell that holds nothing but a number or a dash."""
PAGE: Final = 88
DENSE_PAGE: Final = 106
"""So many letters of 9 points, and of 7.5, stand in a line of 160 mm (measured with Noto Sans, kk and ru)."""
DENSE: Final = 40
"""A table of more rows is a register, to be looked things up in, and is set in small letters."""
SHORT: Final = 15
"""A table of so many rows stands on one page: it is about a third of it."""
BOLD: Final = 1.15
"""So much wider than plain letters are the bold ones of a head."""
MOST: Final = 42
"""A column asks for at most so many letters; longer cells are broken into lines."""
GAP: Final = 3
"""The space between columns, in letters."""


def numeric(table: tree.Table) -> frozenset[int]:
    """The columns (from 0) that hold nothing but numbers, to be set flush right; the first names the rows."""
    columns = [[tree.plain(cell) for cell in cells] for cells in zip(*table.rows, strict=True)]
    return frozenset(place for place, cells in enumerate(columns) if place and any(cells) and _numbers(cells))


def _numbers(cells: list[str]) -> bool:
    return all(NUMBER.fullmatch(cell) for cell in cells if cell)


def dense(table: tree.Table) -> bool:
    """Whether the table is a register."""
    return len(table.rows) > DENSE


def whole(table: tree.Table) -> bool:
    """Whether the table is short enough to be kept on one page."""
    return len(table.rows) <= SHORT


def shares(table: tree.Table) -> tuple[float, ...]:
    """The width of each column as a part of 1: no word is broken as long as the words fit the page at all."""
    columns = [[tree.plain(cell) for cell in cells] for cells in zip(table.head, *table.rows, strict=True)]
    least = [GAP + max(_word(head) * BOLD, *map(_word, cells), 0) for head, *cells in columns]
    wished = [max(need, min(MOST, GAP + max(map(len, cells)))) for need, cells in zip(least, columns, strict=True)]
    room = max(0, (DENSE_PAGE if dense(table) else PAGE) - sum(least))
    beyond = sum(wished) - sum(least)
    given = min(1.0, room / beyond) if beyond else 0.0
    letters = [need + given * (wish - need) for need, wish in zip(least, wished, strict=True)]
    return tuple(letter / sum(letters) for letter in letters)


def _word(text: str) -> int:
    """The letters of the longest word."""
    return max(map(len, text.split()), default=0)
