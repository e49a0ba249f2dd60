"""Sums of the penalties of a release: imposed or asked for, in the country's currency or converted at one stated rate.

A sum counts where the sources state it. What a later instance replaced counts nowhere; what was asked for is never
added to what was imposed (rule `requested_sentence_is_not_imposed`). Sums in the country's index become money at the
index of their day. Everything is converted at the average rate of the report's year, so that one rate is stated and a
reader can divide; rounding comes after adding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from kuzet.basis.coding import Penalty
from kuzet.basis.dates import EventDate, PartialDate
from kuzet.basis.errors import Missing
from kuzet.basis.figure import Figure, Filter, Question, Unit
from kuzet.basis.incident import Incident
from kuzet.basis.money import Money
from kuzet.basis.release import Release
from kuzet.countries import Country
from kuzet.observatory.write.numbers_port import Numbers, Where

_STANDS: Final[Mapping[str, Callable[[Penalty], bool]]] = MappingProxyType(
    {
        "imposed": lambda one: not one.requested and not one.replaced,
        "asked": lambda one: one.requested and not one.replaced,
    }
)
STATES: Final = tuple(_STANDS)


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of one release. In `where` the field `penalty` names the kinds that are added up."""

    release: Release
    numbers: Numbers
    country: Country

    def total(self, state: str, where: Where, currency: str = "") -> Figure:
        """The sum in a currency, the country's own by default; raises `Missing` where no sum or no rate is known."""
        own, found = self.country.profile.currency, self._stated(state, where)
        if not found:
            raise Missing(f"no penalty {state} states a sum in release {self.release.manifest.id}")
        rests = () if currency in ("", own) else (f"rate {currency} {self.year}",)
        value = sum((self._own(one) for one in found), Fraction(0)) / self._price(currency or own)
        return Figure(
            unit=Unit.MONEY,
            question=self._question(f"sum {state} {currency or own}", where),
            release=self.release.manifest.id,
            numerator=value.numerator,
            denominator=value.denominator,
            incidents=_ids(found),
            published=rests,
        )

    def stated(self, state: str, where: Where) -> Figure:
        """How many penalties state a sum."""
        found = self._stated(state, where)
        return Figure(
            unit=Unit.NUMBER,
            question=self._question(f"sums {state}", where),
            release=self.release.manifest.id,
            numerator=len(found),
            incidents=_ids(found),
        )

    def rate(self, currency: str, year: int) -> Figure:
        """What one unit of a currency cost in the average of a year; raises `Missing`."""
        found = self.country.rate(currency, year)
        value = Fraction(found.amount)
        return Figure(
            unit=Unit.NUMBER,
            question=Question(measure=f"rate {currency}", period=EventDate(PartialDate(year))),
            release=self.release.manifest.id,
            numerator=value.numerator,
            denominator=value.denominator,
            published=(f"rate {currency} {year}",),
            note=found.source,
        )

    @property
    def year(self) -> int:
        """The year whose rate everything is converted at: the last one of the release's period."""
        return self.release.manifest.period.last().year

    def _stated(self, state: str, where: Where) -> tuple[_Sum, ...]:
        kinds = where.get("penalty", ())
        others = {name: codes for name, codes in where.items() if name != "penalty"}
        ids = set(self.numbers.count(others).incidents)
        sums = (one for incident in self.release.incidents if incident.id in ids for one in _sums(incident))
        return tuple(one for one in sums if _STANDS[state](one.penalty) and (not kinds or one.penalty.kind in kinds))

    def _own(self, one: _Sum) -> Fraction:
        """A sum in the country's currency."""
        return Fraction(one.money.amount) * self._price(one.money.currency, one)

    def _price(self, currency: str, one: _Sum | None = None) -> Fraction:
        """What one unit of a currency or of the index is worth in the country's currency."""
        if currency == self.country.profile.currency:
            return Fraction(1)
        if one and currency == self.country.profile.index_unit:
            return Fraction(self.country.mci_on(one.date.first()).amount)
        return Fraction(self.country.rate(currency, self.year).amount)

    def _question(self, measure: str, where: Where) -> Question:
        named = {name: (codes,) if isinstance(codes, str) else codes for name, codes in where.items()}
        filters = tuple(Filter(field=name, codes=tuple(sorted(named[name]))) for name in sorted(named))
        return Question(measure=measure, period=self.release.manifest.period, where=filters)


@dataclass(frozen=True, slots=True)
class _Sum:
    """One penalty of one incident whose sum is stated, and when it was given."""

    incident: str
    penalty: Penalty
    money: Money
    date: EventDate


def _sums(incident: Incident) -> Iterator[_Sum]:
    for one in incident.penalties:
        if one.money is not None:
            yield _Sum(incident.id, one, one.money, one.date or incident.date)


def _ids(found: tuple[_Sum, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.incident for one in found))
