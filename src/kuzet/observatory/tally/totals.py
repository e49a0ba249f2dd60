"""Earlier years: published totals matched with a question, and a country pack's rows as words of a release."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from kuzet import countries
from kuzet.basis.codebook import Codebook
from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput
from kuzet.basis.figure import Filter
from kuzet.basis.release import Indicator, PublishedTotal
from kuzet.observatory.tally.filters import Filters, told


class Totals:
    """Published totals of incidents, found by year and by what they count."""

    def __init__(self, totals: Iterable[PublishedTotal], codebook: Codebook) -> None:
        self._codebook = codebook
        self._found: dict[tuple[int, Filters], PublishedTotal] = {}
        for total in totals:
            if total.unit == "incidents":
                self._add(total)
        self.years = tuple(sorted({year for year, _ in self._found}))
        """Years of which any total is known."""

    def find(self, filters: Filters, year: int) -> PublishedTotal | None:
        """The total of that year that counts the same, None where none was published."""
        return self._found.get((year, self._plain(filters)))

    def _add(self, total: PublishedTotal) -> None:
        key = (total.year, self._plain(total.where))
        if key in self._found and self._found[key].value != total.value:
            other = self._found[key]
            raise BadInput(total.value, f"{other.value} as {other.id} says of the same", f"published total {total.id}")
        self._found.setdefault(key, total)

    def _plain(self, filters: Filters) -> Filters:
        """Filters without a category that their methods imply: `cyber` and `non-physical, cyber` are one question."""
        implied = {frozenset(self._categories(one)) for one in filters if one.field in _IMPLY}
        kept = (one for one in filters if one.field != "category" or frozenset(one.codes) not in implied)
        return tuple(sorted(kept, key=lambda one: (one.field, one.codes)))

    def _categories(self, one: Filter) -> Iterable[str]:
        table = self._codebook.table(_IMPLY[one.field])
        return (table[code].extra.get("category", "") for code in one.codes if code in table)


_IMPLY: Mapping[str, str] = {"method": "methods", "method_group": "method_groups"}


def published(rows: Iterable[countries.PublishedTotal]) -> tuple[PublishedTotal, ...]:
    """A country pack's published totals as words of a release; several codes of a field are joined by commas there."""
    return tuple(_total(row) for row in rows)


def _total(row: countries.PublishedTotal) -> PublishedTotal:
    where = tuple(Filter(field=name, codes=tuple(sorted(row.where[name].split(",")))) for name in sorted(row.where))
    return PublishedTotal(
        id=f"{row.year} {row.unit} {told(where)}",
        year=row.year,
        where=where,
        value=row.value,
        unit=row.unit,
        derived=row.kind == "derived",
        source=row.source,
        note=row.note,
    )


def indicators(rows: Iterable[countries.Indicator]) -> tuple[Indicator, ...]:
    """A country pack's indicators as words of a release."""
    return tuple(
        Indicator(
            code=row.name,
            year=row.year,
            value=Decimal(str(row.value)).normalize(),
            unit=row.unit,
            source=row.source,
            published=EventDate.parse(row.source_date) if row.source_date else None,
            note=row.note,
        )
        for row in rows
    )
