"""What a release gives to count on: the flat table, published totals of earlier years, indicators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final, Self

import numpy as np
import polars as pl
from numpy.typing import NDArray

from kuzet.basis.codebook import Codebook
from kuzet.basis.dates import EventDate, PartialDate
from kuzet.basis.fields import FIELDS
from kuzet.basis.figure import Filter, Question
from kuzet.basis.release import Release
from kuzet.observatory.tally.columns import Column, Flags, Places, cells
from kuzet.observatory.tally.filters import Codes, Filters, Where, read
from kuzet.observatory.tally.flat import table
from kuzet.observatory.tally.totals import Totals

_KEPT: Final = 256
"""Lists of ids kept, since figures share their bases; a report asks for about 200."""
_KEPT_IDS: Final = 4_000_000
"""But hardly more ids than these in all: of a million incidents each list takes 8 MB."""
_KEPT_FLAGS: Final = 1 << 27
"""Nor more flags of single filters than these, a byte each (128 MiB)."""


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
        self._years = frame.get_column("year").to_numpy()
        self._holding = lru_cache(maxsize=max(8, min(_KEPT, _KEPT_FLAGS // (frame.height + 1))))(self._flags_of)
        self.ids = lru_cache(maxsize=max(4, min(_KEPT, _KEPT_IDS // (frame.height + 1))))(self._ids)

    @classmethod
    def of(cls, release: Release, codebook: Codebook, known: Mapping[str, Iterable[str]] | None = None) -> Self:
        """The facts of a release that is in memory."""
        return cls(release, codebook, table(release.incidents, release.manifest.period, codebook), known)

    def read(self, where: Where) -> Filters:
        """Checked filters; raises `UnknownCode`."""
        return read(where, self.codes)

    def number(self, filters: Filters, year: int | None = None) -> int:
        """How many incidents pass."""
        return int(np.count_nonzero(self._flags(filters, year)))

    def cells(self, by: Sequence[str], filters: Filters) -> tuple[tuple[Places, ...], Places]:
        """The combinations of codes that occur, as places in `codes.of(name)`, and how many incidents hold each."""
        rows = self.places(filters) if filters else None
        return cells([(self._columns[name], len(self.codes.of(name))) for name in by], rows, self._frame.height)

    def rows(self, filters: Filters, year: int | None = None) -> pl.DataFrame:
        """The rows that pass."""
        return self._frame.filter(pl.Series(self._flags(filters, year)))

    def places(self, filters: Filters, year: int | None = None) -> Places:
        """The row numbers of the incidents that pass, in the order of the release."""
        return np.flatnonzero(self._flags(filters, year))

    def codings(self) -> pl.LazyFrame:
        """The id and every coded field as text; several codes in one order, since theirs says nothing."""
        texts = {name: pl.col(name).cast(pl.List(pl.String)).list.sort() for name in FIELDS if FIELDS[name].many}
        single = {name: pl.col(name).cast(pl.String) for name in FIELDS if name not in texts}
        return self._frame.lazy().select(**single, **texts)

    def _coded(self, name: str) -> pl.Expr:
        """A column as small numbers, each the place of its code in `codes.of(name)`: for speed and order."""
        codes = pl.Enum(self.codes.of(name))
        return pl.col(name).cast(pl.List(codes) if FIELDS[name].many else codes)

    @cached_property
    def _every(self) -> tuple[str, ...]:
        """All ids, in the order of the release."""
        return tuple(self._frame.get_column("id").to_list())

    @cached_property
    def _texts(self) -> NDArray[np.object_]:
        """The same as an array, which many are taken from at once."""
        return np.array(self._every, dtype=object)

    def _ids(self, filters: Filters, year: int | None = None) -> tuple[str, ...]:
        """Ids of the incidents that pass, in the order of the release."""
        places = self.places(filters, year)
        # Most shares are of the whole, which therefore stands in memory once.
        return self._every if len(places) == self._frame.height else tuple(self._texts[places].tolist())

    def _flags(self, filters: Filters, year: int | None) -> Flags:
        """A flag a row: whether it passes."""
        passes = np.ones(self._frame.height, dtype=np.bool_) if year is None else self._years == year
        for one in filters:
            passes &= self._holding(one)
        return passes

    def _flags_of(self, one: Filter) -> Flags:
        """A flag a row: whether it holds one of the codes."""
        if one.field == "id":
            return self._frame.get_column("id").is_in(list(one.codes)).to_numpy()
        return self._columns[one.field].passing(np.isin(self.codes.of(one.field), one.codes))

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
