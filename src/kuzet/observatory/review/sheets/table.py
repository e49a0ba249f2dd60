"""A sheet as a table of texts, and the names of its cells."""

from __future__ import annotations

import re
from typing import Final

from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word

_ADDRESS: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


class Note(Word):
    """Something about one cell that its text does not tell; `what` is a key of `findings.csv`."""

    cell: str
    what: str


class Table(Word):
    """One sheet: each row a cell a column, '' where it is empty; the first row is row 1, and none is left out.

    `early` tells that serial numbers of days count from 1904 and not from 1900.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[Note, ...] = ()
    early: bool = False

    def where(self, row: int, column: int) -> str:
        """The address of a cell, row from 1 and column from 0, with its sheet: `Sheet1!C17`."""
        return f"{self.name}!{address(row, column)}"


def address(row: int, column: int) -> str:
    """The name of a cell, row from 1 and column from 0.

    >>> address(17, 2), address(1, 26)
    ('C17', 'AA1')
    """
    letters = ""
    while column >= 0:
        letters = chr(ord("A") + column % 26) + letters
        column = column // 26 - 1
    return f"{letters}{row}"


def place(cell: str) -> tuple[int, int]:
    """Row from 1 and column from 0 of the cell of that name; raises `BadInput`.

    >>> place("C17"), place("AA1")
    ((17, 2), (1, 26))
    """
    match = _ADDRESS.fullmatch(cell)
    if match is None:
        raise BadInput(cell, "the name of a cell such as C17")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column - 1
