"""Which pairs are compared at all: those that share a key, so that not everything meets everything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from kuzet.observatory.link.features import NEAR_DAYS
from kuzet.observatory.link.items import Item

_VOWELS: Final = re.compile(r"(?<!^)[aeiouy]")
_NEAR: Final = timedelta(NEAR_DAYS)


def keys(item: Item) -> Iterator[str]:
    """The keys under which an item meets others, wide ones beside narrow ones; an empty reading meets nobody."""
    periods = tuple(_periods(item))
    for name in _names(item):
        yield name
        yield from (f"{name} {period}" for period in periods)
    yield from _numbers(item)
    yield from _days(item)


def _names(item: Item) -> Iterator[str]:
    """Words of people's names without their vowels, the whole names, and outlets."""
    for person in item.people:
        words = [_VOWELS.sub("", word) for word in person.key.split()]
        yield f"person {' '.join(words)}"
        yield from (f"word {word}" for word in words if len(word) > 1)
    yield from (f"outlet {outlet}" for outlet in item.outlets)


def _periods(item: Item) -> Iterator[str]:
    """The months around the event and around the news, so that neighbours over the turn of a month share one."""
    days = {item.published} if item.published else set()
    if item.when is not None and item.when.year is not None and item.when.precision != "year":
        days |= {item.when.first(), item.when.last()}
    yield from sorted({f"{day + shift:%Y-%m}" for day in days for shift in (-_NEAR, _NEAR)})


def _numbers(item: Item) -> Iterator[str]:
    for currency, amounts in item.sums.items():
        yield from (f"sum {amount} {currency}" for amount in amounts)
    if item.count:
        yield f"count {item.count} {item.methods[:1]}"
    yield from (f"article {article} {item.region}" for article in item.articles)


def _days(item: Item) -> Iterator[str]:
    """The day of the event or of the news, and the day after it; a day without a year beside its region."""
    day = item.published
    if item.when is not None and item.when.precision == "day":
        if item.when.year is None:
            yield f"day {item.when.start} {item.region}"
            return
        day = item.when.first()
    if day is not None:
        yield from (f"day {one} {item.country}" for one in (day, day + timedelta(1)))
