"""A file from outside as tables: read in a child process that may die of it, and holds no more than it should."""

from __future__ import annotations

from typing import Final

from kuzet.adapters.sandbox import Broken, Limits, Sandbox
from kuzet.adapters.sheets import csv_file, workbook
from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word
from kuzet.observatory.review.sheets import Table

MOST_BYTES: Final = 50 * 2**20
"""Bytes of a file: a register of 50,000 rows with every column filled has a third of that."""

LIMITS: Final = Limits(memory=2 * 2**30, cpu=180, seconds=300.0)
"""What one file may cost: 50,000 rows of 20 columns take 15 seconds and 400 MB."""

_ZIP: Final = b"PK\x03\x04"
_OLD: Final = b"\xd0\xcf\x11\xe0"


class Sheets(Word):
    """The sheets of a file, in their order; those without a cell are left out."""

    tables: tuple[Table, ...]


def opened(raw: bytes, name: str) -> Sheets:
    """The sheets of an XLSX or CSV file; raises `BadInput` for what is none, and for what is too large or spoiled."""
    if len(raw) > MOST_BYTES:
        raise BadInput(f"{len(raw):,} bytes", f"a file of at most {MOST_BYTES:,} bytes", name)
    with Sandbox(read, LIMITS) as child:
        found = child(raw, name)
    if isinstance(found, Broken):
        raise BadInput(name, f"an XLSX or CSV file that can be read ({found.why})")
    if not found.tables:
        raise BadInput(name, "a file with at least one cell that is not empty")
    return found


def read(raw: bytes, name: str) -> Sheets:
    """What the child does: by the first bytes of the file, not by its name."""
    if raw.startswith(_OLD):
        raise BadInput(name, "an XLSX file: save it anew in that form (it is an old XLS file, or has a password)")
    if raw.startswith(_ZIP):
        return Sheets(tables=tuple(workbook.read(raw)))
    return Sheets(tables=tuple(csv_file.read(raw, name)))
