"""Cross-tables by any fields: numbers first, figures with their ids only for the cells that are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from math import prod
from operator import itemgetter
from typing import Final

import numpy as np

from kuzet.basis.errors import BadInput
from kuzet.basis.fields import FIELDS
from kuzet.basis.figure import Figure, Filter
from kuzet.basis.garbage import uncollected
from kuzet.observatory.tally.counts import count
from kuzet.observatory.tally.facts import Facts
from kuzet.observatory.tally.fields import field
from kuzet.observatory.tally.filters import Filters, both

Key = tuple[str, ...]

_LARGEST: Final = 1 << 63  # cells that a packed number can tell apart


class Cross:
    """How many incidents hold each combination of codes; combinations without incidents are left out.

    With a field that holds several codes an incident stands in several cells, and cells sum to more than `total`.
    """

    def __init__(self, facts: Facts, by: tuple[str, ...], filters: Filters = ()) -> None:
        if not by or len(set(by)) != len(by):
            raise BadInput(by, "at least one field, each once", "cross-table")
        if "id" in by:
            raise BadInput("id", "a coded field", "cross-table")
        self.by = tuple(field(name, "cross-table").name for name in by)
        self.filters = filters
        self._facts = facts

    def rows(self) -> tuple[tuple[Key, int], ...]:
        """Codes and number of each cell, in the order of the codebook."""
        return self._cells

    def number(self, key: Key) -> int:
        """The number of one cell, 0 where no incident stands; raises `UnknownCode` for a code that cannot be."""
        self._condition(key)
        return self._numbers.get(key, 0)

    def figure(self, key: Key) -> Figure:
        """One cell as a figure with the ids behind it."""
        return count(self._facts, both(self.filters, self._condition(key)))

    @property
    def cells(self) -> tuple[tuple[Key, Figure], ...]:
        """Every cell as a figure: builds all ids."""
        return tuple((key, self.figure(key)) for key, _ in self._cells)

    @property
    def total(self) -> int:
        """How many incidents stand in the table."""
        return self._facts.number(self.filters)

    @property
    def overlaps(self) -> bool:
        """Whether an incident may stand in several cells."""
        return any(FIELDS[name].many for name in self.by)

    def axis(self, name: str) -> tuple[str, ...]:
        """The codes of one field that occur, in order."""
        found = {key[self.by.index(name)] for key, _ in self._cells}
        return tuple(code for code in self._facts.codes.of(name) if code in found)

    @cached_property
    def _numbers(self) -> Mapping[Key, int]:
        return dict(self._cells)

    @cached_property
    def _cells(self) -> tuple[tuple[Key, int], ...]:
        codes = [self._facts.codes.of(name) for name in self.by]
        if prod(map(len, codes)) >= _LARGEST:
            raise BadInput(self.by, "fewer fields", "cross-table")
        places, numbers = self._facts.cells(self.by, self.filters)
        keys = (np.array(several, dtype=object)[place] for several, place in zip(codes, places, strict=True))
        with uncollected():
            return tuple(zip(zip(*(key.tolist() for key in keys), strict=True), numbers.tolist(), strict=True))

    def _condition(self, key: Key) -> Filters:
        if len(key) != len(self.by):
            raise BadInput(key, f"{len(self.by)} codes, of {', '.join(self.by)}", "cell of a cross-table")
        return tuple(
            Filter(field=name, codes=(self._facts.codes.check(name, code),))
            for name, code in zip(self.by, key, strict=True)
        )


def rank(facts: Facts, by: str, filters: Filters) -> tuple[tuple[str, Figure], ...]:
    """The codes of a field from the most to the fewest incidents; equals stay in the codebook's order."""
    cells = Cross(facts, (by,), filters)
    ordered = sorted(cells.rows(), key=itemgetter(1), reverse=True)
    return tuple((key[0], cells.figure(key)) for key, _ in ordered)
