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
MOST: Final = 42
"""A column asks for at most so many letters; longer cells are broken into lines."""
GAP: Final = 3
"""The space between columns, in letters."""


def numeric(table: tree.Table) -> frozenset[int]:
    """The columns (from 0) whose every cell holds a number, to be set flush right; the first names the rows."""
    columns = list(zip(*table.rows, strict=True))
    numbers = (all(NUMBER.fullmatch(tree.plain(cell)) for cell in cells) for cells in columns)
    return frozenset(place for place, every in enumerate(numbers) if every and place)


def dense(table: tree.Table) -> bool:
    """Whether the table is a register."""
    return len(table.rows) > DENSE


def shares(table: tree.Table) -> tuple[float, ...]:
    """The width of each column as a part of 1: no word is broken as long as the words fit the page at all."""
    columns = [[tree.plain(cell) for cell in cells] for cells in zip(table.head, *table.rows, strict=True)]
    least = [GAP + max((len(word) for cell in cells for word in cell.split()), default=0) for cells in columns]
    wished = [max(need, min(MOST, GAP + max(map(len, cells)))) for need, cells in zip(least, columns, strict=True)]
    room = max(0, (DENSE_PAGE if dense(table) else PAGE) - sum(least))
    beyond = sum(wished) - sum(least)
    given = min(1.0, room / beyond) if beyond else 0.0
    letters = [need + given * (wish - need) for need, wish in zip(least, wished, strict=True)]
    return tuple(letter / sum(letters) for letter in letters)
