"""Earlier years: published totals matched with a question, and a country pack's rows as words of a release."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from kuzet import countries
from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput, UnknownCode
from kuzet.basis.figure import Filter, Unit
from kuzet.basis.release import Indicator, PublishedTotal
from kuzet.observatory.tally.filters import Codes, Filters, read, told

INCIDENTS: Final = Unit.INCIDENTS.value


class Totals:
    """Published totals of incidents, found by year and by what they count."""

    def __init__(self, totals: Iterable[PublishedTotal], codes: Codes) -> None:
        """Raises `UnknownCode` for a total of what cannot be counted, `BadInput` for two that disagree."""
        self._codes = codes
        self._found: dict[tuple[int, Filters], PublishedTotal] = {}
        for total in totals:
            if total.unit == INCIDENTS:
                self._add(total)
        self.years = tuple(sorted({year for year, _ in self._found}))
        """Years of which any total is known."""

    def find(self, filters: Filters, year: int) -> PublishedTotal | None:
        """The total of that year that counts the same, None where none was published."""
        return self._found.get((year, self._plain(filters)))

    def _add(self, total: PublishedTotal) -> None:
        key = (total.year, self._plain(self._checked(total)))
        if key in self._found and self._found[key].value != total.value:
            other = self._found[key]
            raise BadInput(total.value, f"{other.value} as {other.id} says of the same", f"published total {total.id}")
        self._found.setdefault(key, total)

    def _checked(self, total: PublishedTotal) -> Filters:
        try:
            return read({one.field: one.codes for one in total.where}, self._codes)
        except UnknownCode as error:
            raise error.at(f"published total {total.id}") from None

    def _plain(self, filters: Filters) -> Filters:
        """The same question in its shortest words.

        All methods of a group are the group, and a category that the methods or groups imply is left out.
        """
        plain = [self._grouped(one) for one in filters]
        implied = {self._categories(one) for one in plain if one.field in _TABLES}
        kept = (one for one in plain if one.field != "category" or frozenset(one.codes) not in implied)
        return tuple(sorted(kept, key=lambda one: (one.field, one.codes)))

    def _grouped(self, one: Filter) -> Filter:
        methods = self._codes.codebook.table("methods")
        groups = {methods[code].extra["group"] for code in one.codes if one.field == "method" and code in methods}
        every = {code for code, method in methods.items() if method.extra["group"] in groups}
        whole = one.field == "method" and every == set(one.codes)
        return Filter(field="method_group", codes=tuple(sorted(groups))) if whole else one

    def _categories(self, one: Filter) -> frozenset[str]:
        table = self._codes.codebook.table(_TABLES[one.field])
        return frozenset(table[code].extra["category"] for code in one.codes if code in table)


_TABLES: Final[Mapping[str, str]] = {"method": "methods", "method_group": "method_groups"}


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


def _plain(value: float) -> Decimal:
    """160 and 41.11, never 1.6E+2 or 160.0."""
    return Decimal(f"{Decimal(str(value)).normalize():f}")


def indicators(rows: Iterable[countries.Indicator]) -> tuple[Indicator, ...]:
    """A country pack's indicators as words of a release."""
    return tuple(
        Indicator(
            code=row.name,
            year=row.year,
            value=_plain(row.value),
            unit=row.unit,
            source=row.source,
            published=EventDate.parse(row.source_date) if row.source_date else None,
            note=row.note,
        )
        for row in rows
    )
