"""How large a table may be: no register of people is larger, and a file that is was made to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kuzet.basis.errors import BadInput
from kuzet.observatory.write.packages import COLUMNS, TEXT

CELL: Final = 1_000_000
"""Characters of a cell that are read at all; above 32,767 a cell is told to be too long."""

ROWS: Final = 200_000


@dataclass(slots=True)
class Bounds:
    """Counts rows as they are read; `add` raises `BadInput` for the first that is too many or too large."""

    rows: int = 0
    text: int = 0

    def add(self, row: Sequence[str]) -> None:
        """Count one row."""
        self.rows += 1
        self.text += sum(map(len, row))
        if len(row) > COLUMNS:
            raise BadInput(f"{len(row)} columns", f"at most {COLUMNS}", f"row {self.rows}")
        if self.rows > ROWS:
            raise BadInput(f"more than {ROWS:,} rows", f"at most {ROWS:,}")
        if self.text > TEXT:
            raise BadInput(f"more than {TEXT:,} characters", f"at most {TEXT:,}", f"row {self.rows}")
