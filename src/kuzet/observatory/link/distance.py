"""How far two events are apart in time, each date as exact as its source."""

from __future__ import annotations

from typing import Final, NamedTuple

from kuzet.basis.dates import EventDate

NEXT_DAYS: Final = 1
"""Reports of one event differ by a day where one gives the day of the event, another that of the news."""

NEAR_DAYS: Final = 3
WEEK_DAYS: Final = 10
MONTH_DAYS: Final = 35

PRESENT: Final = 2024
"""Stands in for the year where neither date has one; a leap year, so that 29 February is a date."""


class Span(NamedTuple):
    """The days a date can mean, as ordinals, and how exact it is: day, range, month or year."""

    first: int
    last: int
    precision: str
    day_of_year: tuple[int | None, int | None]


def span(date: EventDate) -> Span:
    """The days that a date can mean."""
    return Span(date.first().toordinal(), date.last().toordinal(), date.precision, (date.start.month, date.start.day))


def spans_without_year(left: EventDate, right: EventDate) -> tuple[Span, Span]:
    """Two dates of which one at least lacks its year: it is taken to be the other's."""
    year = left.year or right.year or PRESENT
    return span(left.in_year(year)), span(right.in_year(year))


def distance(left: Span, right: Span) -> str:
    """`day`, `next`, `near`, `week`, `month`, `apart`; `anniversary`: the same day of another year.

    `overlap` where one is vaguer and holds the other, `beside` where it ends within five weeks of the other, `year`
    where of one only the year is known.
    """
    exact = left.precision == right.precision == "day"
    apart = max(left.first - right.last, right.first - left.last, 0)
    if not apart:
        return "day" if exact else "year" if "year" in (left.precision, right.precision) else "overlap"
    if not exact and NEXT_DAYS < apart <= MONTH_DAYS:
        return "beside"
    if exact and left.day_of_year == right.day_of_year:
        return "anniversary"
    limits = (("next", NEXT_DAYS), ("near", NEAR_DAYS), ("week", WEEK_DAYS), ("month", MONTH_DAYS))
    return next((level for level, days in limits if apart <= days), "apart")
