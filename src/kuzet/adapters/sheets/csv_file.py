"""A CSV file as a table, whatever its charset (UTF-8, UTF-16, windows-1251 ...) and whatever parts its cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from kuzet.adapters.sheets.bounds import CELL, Bounds
from kuzet.basis.errors import BadInput
from kuzet.observatory.collect.charsets import decode
from kuzet.observatory.review.sheets import Table

SIGNS: Final = (";", "\t", ",", "|")
"""What may part cells; the first of equally good ones is taken."""

_LOOKED: Final = 50
"""Lines in which the sign is looked for."""


def read(raw: bytes, name: str) -> Iterator[Table]:
    """The one table of the file; raises `BadInput`."""
    text = decode(raw).text
    csv.field_size_limit(CELL)
    try:
        rows = tuple(_rows(text, parted(text)))
    except csv.Error as error:
        raise BadInput(name, f"a CSV file ({error})") from None
    if any(any(row) for row in rows):
        yield Table(name=PurePath(name).stem[:31] or "CSV", rows=rows)


def parted(text: str) -> str:
    r"""The sign that parts cells: the one with which most lines have as many cells as the widest of them.

    >>> parted("a;b;c\n1;2,5;3\n"), parted("a\tb\n1\t2\n")
    (';', '\t')
    """
    head = "\n".join(text.splitlines()[:_LOOKED])
    return max(SIGNS, key=lambda sign: _even(head, sign))


def _even(head: str, sign: str) -> int:
    """How many cells stand in lines of the most common width above one."""
    widths = [len(row) for row in csv.reader(io.StringIO(head), delimiter=sign) if len(row) > 1]
    return max((widths.count(width) * width for width in set(widths)), default=0)


def _rows(text: str, sign: str) -> Iterator[tuple[str, ...]]:
    bounds = Bounds()
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign):
        bounds.add(row)
        yield tuple(row)
