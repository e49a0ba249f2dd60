"""The features of a pair: each says at which of its levels the two items stand, or nothing.

What a level weighs is told in `weights.csv`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Final, NamedTuple

from kuzet.basis.dates import EventDate, PartialDate
from kuzet.observatory.link import people as names
from kuzet.observatory.link.items import Item

NEXT_DAYS: Final = 1
"""Reports of one event differ by a day where one gives the day of the event, another that of the news."""

NEAR_DAYS: Final = 3
WEEK_DAYS: Final = 10
MONTH_DAYS: Final = 35
JUDICIAL: Final = "judicial_economic"
"""The category (codebook, `categories`) whose incidents are followed as cases, step by step."""

DISTANCES: Final = (("next", NEXT_DAYS), ("near", NEAR_DAYS), ("week", WEEK_DAYS), ("month", MONTH_DAYS))

PRESENT: Final = 2024
"""Stands in for the year where neither date has one; a leap year, so that 29 February is a date."""


class Level(NamedTuple):
    """Where a pair stands in one feature; `detail` is for people."""

    level: str
    detail: str = ""


Feature = Callable[[Item, Item], Level | None]


def people(left: Item, right: Item) -> Level | None:
    """The same person is named, or both name people and nobody is shared."""
    if not left.people or not right.people:
        return None
    found = [(names.level(a, b), a, b) for a in left.people for b in right.people]
    for level in ("full", "surname", "namesake"):
        if same := {a.key for each, a, _ in found if each == level}:
            few = level == "full" and 2 * len(same) < min(len(left.people), len(right.people))
            return Level("partial" if few else level, _written(left, same))
    level = "colleagues" if left.outlets & right.outlets else "different"
    return Level(level, f"{_written(left, _keys(left))} / {_written(right, _keys(right))}")


def _keys(item: Item) -> set[str]:
    return {one.key for one in item.people}


def _written(item: Item, keys: Iterable[str]) -> str:
    """Names as the source writes them, not as they are folded; at most three."""
    names = sorted({item.written.get(key, key) for key in keys})
    return ", ".join(names[:3]) + (", ..." if len(names) > 3 else "")


def outlets(left: Item, right: Item) -> Level | None:
    """The same outlet is hit; beside the same person it says little."""
    if not left.outlets or not right.outlets:
        return None
    shared_person = (found := people(left, right)) is not None and found.level in ("full", "partial", "surname")
    if same := left.outlets & right.outlets:
        return Level("beside" if shared_person else "same", _written(left, same))
    detail = f"{_written(left, left.outlets)} / {_written(right, right.outlets)}"
    return Level("aside" if shared_person else "different", detail)


def count(left: Item, right: Item) -> Level | None:
    """The number of people hit; speaks only where not both name them."""
    if not left.count or not right.count or (left.people and right.people):
        return None
    return Level("same" if left.count == right.count else "different", f"{left.count} / {right.count}")


def date(left: Item, right: Item) -> Level | None:
    """How near the events are in time; a missing year is taken to be the other's."""
    if left.when is None or right.when is None:
        return None
    one, other = _years_filled(left.when, right.when)
    return Level(_distance(one, other), f"{left.when} / {right.when}")


def _years_filled(left: EventDate, right: EventDate) -> tuple[EventDate, EventDate]:
    year = left.year or right.year or PRESENT
    return left.in_year(year), right.in_year(year)


def _distance(left: EventDate, right: EventDate) -> str:
    exact = left.precision == right.precision == "day"
    if left.within(right):
        return "day" if exact else "year" if "year" in (left.precision, right.precision) else "overlap"
    if exact and _day_of_year(left.start) == _day_of_year(right.start):
        return "anniversary"
    return next((level for level, days in DISTANCES if left.within(right, days)), "apart")


def _day_of_year(date: PartialDate) -> tuple[int | None, int | None]:
    return date.month, date.day


def published(left: Item, right: Item) -> Level | None:
    """When the documents appeared; speaks only where a date of the event is missing."""
    if left.published is None or right.published is None or left.document == right.document:
        return None
    if left.when is not None and right.when is not None:
        return None
    apart = abs(left.published - right.published)
    limits = (("near", NEAR_DAYS), ("month", MONTH_DAYS))
    level = next((level for level, days in limits if apart <= timedelta(days)), "apart")
    return Level(level, f"{apart.days} days")


def place(left: Item, right: Item) -> Level | None:
    """The same town, the same region, or different ones."""
    if not left.country or not right.country:
        return None
    if left.country != right.country:
        return Level("different", f"{left.country} / {right.country}")
    if left.town and left.town == right.town and left.region == right.region:
        return Level("town", _written(left, (left.town,)))
    if not left.region or not right.region:
        return None
    if left.region != right.region:
        return Level("different", f"{left.region} / {right.region}")
    if left.town and right.town:
        return Level("other_town", f"{_written(left, (left.town,))} / {_written(right, (right.town,))}")
    return Level("region", left.region)


def method(left: Item, right: Item) -> Level | None:
    """What was done."""
    if not left.methods or not right.methods:
        return None
    shared = [one for one in left.methods if one in right.methods]
    if not shared:
        level = "steps" if left.category == right.category == JUDICIAL else "different"
        return Level(level, f"{left.methods[0]} / {right.methods[0]}")
    if not {left.methods[0], right.methods[0]} <= set(shared):
        return Level("shared", ", ".join(shared))
    return Level("several" if len(shared) > 1 else "main", ", ".join(shared))


def category(left: Item, right: Item) -> Level | None:
    """One incident has one category."""
    if not left.category or not right.category or left.category == right.category:
        return None
    return Level("different", f"{left.category} / {right.category}")


def perpetrator(left: Item, right: Item) -> Level | None:
    """Who did it, by class; an unknown one says nothing."""
    known = {left.perpetrator, right.perpetrator} - {"", "unknown"}
    if "" in (left.perpetrator, right.perpetrator) or "unknown" in (left.perpetrator, right.perpetrator):
        return None
    return Level("same" if len(known) == 1 else "different", " / ".join(sorted(known)))


def articles(left: Item, right: Item) -> Level | None:
    """Articles of law."""
    if not left.articles or not right.articles:
        return None
    same = left.articles & right.articles
    return Level("same", min(same)) if same else Level("different", f"{min(left.articles)} / {min(right.articles)}")


def penalty(left: Item, right: Item) -> Level | None:
    """Sums of one currency, days, months; sums of two currencies cannot be told apart."""
    currencies = left.sums.keys() & right.sums.keys()
    same = {f"{amount} {name}" for name in currencies for amount in left.sums[name] & right.sums[name]}
    same |= left.terms & right.terms
    if same:
        return Level("same", min(same))
    return Level("different") if currencies or (left.terms and right.terms) else None


def document(left: Item, right: Item) -> Level | None:
    """Two passages of one document."""
    return Level("same", left.document) if left.document and left.document == right.document else None


FEATURES: Final[tuple[Feature, ...]] = (
    people,
    outlets,
    count,
    date,
    published,
    place,
    method,
    category,
    perpetrator,
    articles,
    penalty,
    document,
)
"""What is compared, in the order in which it is shown."""
