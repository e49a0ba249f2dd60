"""What a release gives to count on: the flat table, published totals of earlier years, indicators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import compress
from typing import Final, Self

import numpy as np
import polars as pl
from numpy.typing import NDArray

from kuzet.basis.codebook import Codebook
from kuzet.basis.dates import EventDate, PartialDate
from kuzet.basis.fields import FIELDS
from kuzet.basis.figure import Question
from kuzet.basis.release import Release
from kuzet.observatory.tally.columns import Column, Places, cells
from kuzet.observatory.tally.filters import Codes, Filters, Where, expression, read
from kuzet.observatory.tally.flat import table
from kuzet.observatory.tally.totals import Totals

_KEPT: Final = 256
"""Lists of ids kept, since figures share their bases; a report asks for about 200."""
_KEPT_IDS: Final = 4_000_000
"""But hardly more ids than these in all: of a million incidents each list takes 8 MB."""


class Facts:
    """The flat table of a release with its codes; ids become Python texts only when a figure asks for them.

    `release` may hold no incidents where the `frame` is given (read from `incidents.parquet`).
    """

    def __init__(
        self,
        release: Release,
        codebook: Codebook,
        frame: pl.DataFrame,
        known: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        self.release = release
        self.period = release.manifest.period
        self.codes = Codes(frame, codebook, known)
        self.totals = Totals(release.totals, self.codes)
        self.years = range(self.period.first().year, self.period.last().year + 1)
        self._frame = frame.with_columns(self._coded(name) for name in FIELDS if name != "id")
        self._columns = {name: Column.of(self._frame.get_column(name)) for name in FIELDS if name != "id"}
        self.ids = lru_cache(maxsize=max(4, min(_KEPT, _KEPT_IDS // (frame.height + 1))))(self._ids)
        self._every: tuple[str, ...] = ()

    @classmethod
    def of(cls, release: Release, codebook: Codebook, known: Mapping[str, Iterable[str]] | None = None) -> Self:
        """The facts of a release that is in memory."""
        return cls(release, codebook, table(release.incidents, release.manifest.period, codebook), known)

    def read(self, where: Where) -> Filters:
        """Checked filters; raises `UnknownCode`."""
        return read(where, self.codes)

    def number(self, filters: Filters, year: int | None = None) -> int:
        """How many incidents pass."""
        return int(self._frame.select(self._passes(filters, year).sum()).item())

    def cells(self, by: Sequence[str], filters: Filters) -> tuple[tuple[Places, ...], Places]:
        """The combinations of codes that occur, as places in `codes.of(name)`, and how many incidents hold each."""
        rows = np.flatnonzero(self._mask(filters, None)) if filters else None
        return cells([(self._columns[name], len(self.codes.of(name))) for name in by], rows, self._frame.height)

    def rows(self, filters: Filters, year: int | None = None) -> pl.LazyFrame:
        """The rows that pass."""
        rows = self._frame.lazy()
        return rows.filter(self._passes(filters, year)) if filters or year is not None else rows

    def places(self, filters: Filters, year: int | None = None) -> Places:
        """The row numbers of the incidents that pass, in the order of the release."""
        return np.flatnonzero(self._mask(filters, year))

    def codings(self) -> pl.LazyFrame:
        """The id and every coded field as text; several codes in one order, since theirs says nothing."""
        texts = {name: pl.col(name).cast(pl.List(pl.String)).list.sort() for name in FIELDS if FIELDS[name].many}
        single = {name: pl.col(name).cast(pl.String) for name in FIELDS if name not in texts}
        return self._frame.lazy().select(**single, **texts)

    def _coded(self, name: str) -> pl.Expr:
        """A column as small numbers, each the place of its code in `codes.of(name)`: for speed and order."""
        codes = pl.Enum(self.codes.of(name))
        return pl.col(name).cast(pl.List(codes) if FIELDS[name].many else codes)

    def _ids(self, filters: Filters, year: int | None = None) -> tuple[str, ...]:
        """Ids of the incidents that pass, in the order of the release."""
        self._every = self._every or tuple(self._frame.get_column("id").to_list())
        return tuple(compress(self._every, self._mask(filters, year).tobytes()))

    def _mask(self, filters: Filters, year: int | None) -> NDArray[np.bool_]:
        """One byte a row: 1 where it passes."""
        return self._frame.select(passes=self._passes(filters, year)).get_column("passes").to_numpy()

    def _passes(self, filters: Filters, year: int | None) -> pl.Expr:
        inside = pl.lit(value=True) if year is None else pl.col("year") == year
        # The year column stands in every mask: a bare literal would be one value long and not one a row.
        return expression(filters) & inside & pl.col("year").is_not_null()

    def question(
        self,
        measure: str,
        filters: Filters,
        year: int | None = None,
        *,
        base: Filters = (),
        against: EventDate | None = None,
    ) -> Question:
        """The question of a figure over a year, or over the whole period."""
        period = self.period if year is None else of_year(year)
        return Question(measure=measure, period=period, where=filters, base=base, against=against)


def of_year(year: int) -> EventDate:
    """A whole year as a period."""
    return EventDate(PartialDate(year))
