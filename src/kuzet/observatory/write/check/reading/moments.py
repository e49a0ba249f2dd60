"""When something began and ended: the days, months and clock times that a text names, and how far two are apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Final

from kuzet.basis.dates import PartialDate
from kuzet.basis.errors import BadDate
from kuzet.language.values import dates
from kuzet.observatory.write.check.reading.clocks import Clock
from kuzet.observatory.write.check.reading.words import KEPT

HOURS: Final = 24
MONTHS: Final = 12
YEAR: Final = 365
COMMON: Final = 2023
"""A year of so many days, which stands in where a text names none."""

DAYS_OF_MONTH: Final = 31
PAIR: Final = 2


@dataclass(frozen=True, slots=True)
class Moment:
    """One date of a text with its span; both ends of a range are moments of the same span.

    `hour` is the clock time told beside it, in hours of its day.
    """

    start: int
    end: int
    day: PartialDate
    ranged: bool = False
    hour: Fraction | None = None


def day(year: int | None, month: int, number: int) -> PartialDate | None:
    """A day told in figures; None for one that no calendar has: "31.02"."""
    try:
        return PartialDate(year, month, number)
    except BadDate:
        return None


@lru_cache(maxsize=KEPT)
def days(text: str, language: str) -> tuple[Moment, ...]:
    """The days and months of a text in order; years alone are none."""
    return tuple(_days(text, language))


def _days(text: str, language: str) -> Iterator[Moment]:
    for found in dates.find(text, language, None):
        first, last = found.date.start, found.date.end
        if found.date.night or first.precision == "year":
            continue
        yield Moment(found.start, found.end, first, ranged=first != last)
        if first != last:
            yield Moment(found.start, found.end, last, ranged=True)


def with_hours(told: Sequence[Moment], times: Sequence[Clock]) -> tuple[Moment, ...]:
    """Two days with the two clock times told beside them; as they are where there are not two of each."""
    if len(told) != PAIR or len(times) != PAIR:
        return tuple(told)
    return tuple(
        Moment(one.start, one.end, one.day, one.ranged, time.hour) for one, time in zip(told, times, strict=True)
    )


def apart(left: Moment, right: Moment, year: int, *, ordered: bool = False) -> tuple[Fraction, ...]:
    """Days between two days: the likeliest first, then over the turn of a year where the text names no year.

    `year` is that of the text, which counts where neither has one. A month is taken for its first day. Days told in
    the `ordered` way, the earlier one first, have a turn of the year between them only where the second is the earlier
    of a year.
    """
    hours = (right.hour or Fraction(0)) - (left.hour or Fraction(0)) if left.hour is not None else Fraction(0)
    dated = left.day.year and right.day.year
    found: list[Fraction] = []
    for named in _years(left, right, year):
        first, last = (_first(one.day, named) for one in (left, right))
        likeliest = abs(Fraction((last - first).days) + hours / HOURS)
        found += (likeliest,) if dated or (ordered and first <= last) else (likeliest, abs(likeliest - YEAR))
    return tuple(found)


def _years(left: Moment, right: Moment, year: int) -> Sequence[int]:
    """The years of which a date without one may be: that of the other, and that of the text; the likeliest first."""
    other = left.day.year or right.day.year
    if not (other and year) or other == year or (left.day.year and right.day.year):
        return (other or year or COMMON,)
    return (year, other) if right.day.year else (other, year)


def _first(day: PartialDate, year: int) -> date:
    return day.in_year(day.year or year).first()


def months(left: Moment, right: Moment, year: int, *, ordered: bool = False) -> tuple[Fraction, ...]:
    """Months between two dates, days as parts of them; as `apart`."""
    dated = left.day.year and right.day.year
    found: list[Fraction] = []
    for named in _years(left, right, year):
        first, last = (_first(one.day, named) for one in (left, right))
        passed = abs(
            Fraction((last.year - first.year) * MONTHS + last.month - first.month)
            + Fraction(last.day - first.day, DAYS_OF_MONTH)
        )
        found += (passed,) if dated or (ordered and first <= last) else (passed, abs(MONTHS - passed))
    return tuple(found)
