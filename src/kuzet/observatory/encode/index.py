"""Fines in indices and in money, checked against each other: a number of indices times the index of a year.

The index is that of the year of the offence, so a judgment of one year may go by the index of the year before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct

from kuzet.countries import MciRate

REDUCED: Final = Decimal("0.7")
"""What is left of a fine that is cut by 30 % for admitted guilt (KoAP 829-11)."""

MOST: Final = 500
"""No fine of a person or outlet is of more indices."""


class Product(Struct, frozen=True):
    """A number of indices times the rate of a time, whole or reduced."""

    count: Decimal
    rate: MciRate
    reduced: bool = False

    @property
    def sum(self) -> Decimal:
        """The sum in money."""
        return self.count * self.rate.amount * (REDUCED if self.reduced else 1)

    def __str__(self) -> str:
        less = " less 30 % for admitted guilt" if self.reduced else ""
        whole = self.sum.quantize(Decimal(1)) if self.sum == int(self.sum) else self.sum
        return f"{self.count:f} MCI x {self.rate.amount:,} of {self.rate.valid_from.year}{less} = {whole:,f}"


def agreeing(count: Decimal, sum_: Decimal, rates: Iterable[MciRate]) -> tuple[Product, ...]:
    """The products of a number of indices that give a sum exactly, the whole ones first."""
    rates = list(rates)
    products = [Product(count, rate, reduced) for reduced in (False, True) for rate in rates]
    return tuple(one for one in products if one.sum == sum_)


def compared(count: Decimal, sum_: Decimal, rates: Sequence[MciRate]) -> str:
    """What the table says of a fine told both ways."""
    found = agreeing(count, sum_, rates)
    if found:
        return f"{found[0]}: agrees"
    return f"{count:f} MCI and {sum_:,f}: agrees with no index of {_years(rates)}"


def factors(sum_: Decimal, rates: Iterable[MciRate]) -> tuple[Product, ...]:
    """Every whole number of indices, up to `MOST`, that makes a sum, whole or reduced."""
    found = []
    for rate in rates:
        for reduced in (False, True):
            count = sum_ / (rate.amount * (REDUCED if reduced else 1))
            if count == int(count) and 0 < count <= MOST:
                found.append(Product(count.quantize(Decimal(1)), rate, reduced))
    return tuple(found)


def of_years(rates: Iterable[MciRate], years: Iterable[int]) -> tuple[MciRate, ...]:
    """The rates of some years; all where no year is known."""
    wanted, rates = set(years), tuple(rates)
    return tuple(one for one in rates if not wanted or one.valid_from.year in wanted)


def _years(rates: Sequence[MciRate]) -> str:
    years = sorted({one.valid_from.year for one in rates})
    return f"{years[0]}-{years[-1]}" if years else "no year"
