"""Coded columns as arrays of small numbers, each the place of a code: what cross-tables are counted on.

Counting packed numbers takes a tenth of the time that grouping rows of texts takes, and a third of grouping packed
numbers in a table; where an incident holds several codes, it is repeated by its place and no list is taken apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import Any, Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

Places = NDArray[np.int64]

_COUNTERS: Final = 1 << 22
"""Up to so many cells each has a counter (32 MiB in all); more are counted by sorting."""


@dataclass(frozen=True, slots=True)
class Column:
    """The codes of one field: row `n` holds `held[starts[n] : starts[n] + lengths[n]]`; one each where no `lengths`."""

    held: NDArray[Any]
    starts: Places | None = None
    lengths: Places | None = None

    @classmethod
    def of(cls, series: pl.Series) -> Column:
        """From a column of codes or of lists of codes; a row without any stands in no cell."""
        if series.dtype != pl.List and not series.null_count():
            return cls(series.to_physical().to_numpy())
        lists = series if series.dtype == pl.List else series.reshape((-1, 1)).arr.to_list().list.drop_nulls()
        lengths = lists.list.len().fill_null(0).cast(pl.Int64).to_numpy()
        held = lists.filter(pl.Series(lengths > 0)).explode().to_physical().to_numpy()
        return cls(held, np.cumsum(lengths) - lengths, lengths)

    def spread(self, rows: Places | None, packed: Places, size: int) -> tuple[Places | None, Places]:
        """Every row once for each code that it holds, and `packed` with the place of that code behind it.

        `rows` are the numbers of rows, None for all of them.
        """
        if self.starts is None or self.lengths is None:
            return rows, packed * size + (self.held if rows is None else self.held[rows])
        lengths = self.lengths if rows is None else self.lengths[rows]
        again = np.repeat(np.arange(len(lengths)), lengths)
        if rows is None:
            return again, packed[again] * size + self.held
        before = np.repeat(self.starts[rows] - (np.cumsum(lengths) - lengths), lengths)
        return rows[again], packed[again] * size + self.held[before + np.arange(len(again))]


def cells(columns: Sequence[tuple[Column, int]], rows: Places | None, height: int) -> tuple[tuple[Places, ...], Places]:
    """The combinations that occur, as one array of places a column, and how many of `rows` hold each; in order.

    `rows` None stands for all, of which there are `height`. Each column comes with the number of its codes; their
    product must stay below 2 ** 63.
    """
    sizes = tuple(size for _, size in columns)
    packed = np.zeros(height if rows is None else len(rows), dtype=np.int64)
    for column, size in columns:
        rows, packed = column.spread(rows, packed, size)
    if prod(sizes) > _COUNTERS:
        found, numbers = np.unique(packed, return_counts=True)
    else:
        counted = np.bincount(packed)
        found = np.flatnonzero(counted)
        numbers = counted[found]
    return tuple(np.unravel_index(found, sizes)), numbers
