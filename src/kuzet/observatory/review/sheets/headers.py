"""Which column answers which question: proposed from the headers, and remembered by them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final

from kuzet.observatory.review.sheets.fields import by_header, fold
from kuzet.observatory.review.sheets.table import Table

Columns = tuple[str, ...]
"""The field of each column, '' for one that is not used."""

_LOOKED: Final = 20
"""Rows in which the headers are looked for: above them stand titles and remarks."""


def head(table: Table) -> int:
    """The number, from 1, of the row of headers: the one that names most fields, or else the first of several cells.

    0 where the sheet has none.
    """
    scored = [(_named(row), -number) for number, row in enumerate(table.rows[:_LOOKED], 1) if _filled(row) > 1]
    best = max(scored, default=(0, 0))
    if best[0]:
        return -best[1]
    return min((-number for _, number in scored), default=0)


def propose(headers: Sequence[str]) -> Columns:
    """The field that each header names; of two columns for one field the first is taken."""
    found: list[str] = []
    for header in headers:
        field = by_header().get(fold(header), "")
        found.append("" if field in found else field)
    return tuple(found)


def fingerprint(headers: Sequence[str]) -> str:
    """The kind of a file: the same for the same headers, in whatever case and spacing. Sixteen hexadecimal digits."""
    told = "\n".join(map(fold, headers)).rstrip("\n")
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _named(row: Sequence[str]) -> int:
    return sum(map(bool, propose(row)))


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)
