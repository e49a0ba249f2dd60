"""Which pairs are compared at all: those that share a key, so that not everything meets everything.

An item is kept under its `postings` and looks for others under its `lookups`. The two differ in one thing: a name of
one word looks for names that hold this word, and they for it, but full names need not meet all who share a given name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import Final

from kuzet.observatory.link.distance import NEAR_DAYS
from kuzet.observatory.link.items import Item

_VOWELS: Final = re.compile(r"(?<!^)[aeiouy]")
_NEAR: Final = timedelta(NEAR_DAYS)


def postings(item: Item) -> set[str]:
    """The keys under which an item is found; an empty reading has none."""
    words = [*(word for words in _full_names(item) for word in words), *_single_names(item)]
    named = [*(f"word {word}" for word in words), *(f"single {word}" for word in _single_names(item))]
    return {*_shared(item), *_by_period(item, named)}


def lookups(item: Item) -> set[str]:
    """The keys under which an item looks for others."""
    holders = [f"word {word}" for word in _single_names(item)]
    singles = [f"single {word}" for words in _full_names(item) for word in words]
    return {*_shared(item), *_by_period(item, (*holders, *singles))}


def crowd(key: str) -> str:
    """The key whose crowd decides: names of one word are as common as the word, so that both sides see the same."""
    return key.replace("single ", "word ", 1) if key.startswith("single ") else key


def _shared(item: Item) -> Iterator[str]:
    outlets = [*(f"outlet {key}" for key in item.outlets), *(f"meaning {key}" for key in item.meanings)]
    people = [f"person {' '.join(pair)}" for words in _full_names(item) for pair in combinations(words, 2)]
    told = [f"person {' '.join(_words(pair))}" for pair in item.traces.people]
    yield from _by_period(item, (*people, *told, *outlets))
    yield from _numbers(item)
    yield from _days(item)


def _full_names(item: Item) -> list[list[str]]:
    names = (_words(person.key) for person in item.people)
    return [words for words in names if len(words) > 1]


def _single_names(item: Item) -> list[str]:
    """Names of one word, or of one word and initials."""
    names = (_words(person.key) for person in item.people)
    return [words[0] for words in names if len(words) == 1]


def _words(key: str) -> list[str]:
    """The words of a folded name without initials, in alphabetical order, and without vowels, which vary most."""
    return [_VOWELS.sub("", word) for word in key.split() if len(word) > 1]


def _by_period(item: Item, names: Iterable[str]) -> Iterator[str]:
    """Each name for all times, and for the months around the event and the news: neighbours over a turn share one."""
    days = {item.published} if item.published else set()
    if item.span is not None and item.span.precision != "year":
        days |= {date.fromordinal(item.span.first), date.fromordinal(item.span.last)}
    around = (day + shift for day in days for shift in (-_NEAR, _NEAR))
    periods = {(day.year, day.month) for day in around}
    for name in names:
        yield name
        yield from (f"{name} {year}-{month}" for year, month in periods)


def _numbers(item: Item) -> Iterator[str]:
    yield from (f"sum {amount}" for amount in item.sums)
    if item.town:
        yield from (f"term {term} {item.town}" for term in item.terms)
    if item.count:
        yield f"count {item.count} {item.methods[:1]}"
    yield from (f"article {article} {item.region}" for article in item.articles)


def _days(item: Item) -> Iterator[str]:
    """The day of the event or of the news, and the day after it; the day without its year beside the region."""
    day = item.published
    if item.when is not None and item.when.precision == "day":
        yield f"day --{item.when.start.month:02}-{item.when.start.day:02} {item.region}"
        if item.when.year is None:
            return
        day = item.when.first()
    if day is not None:
        yield from (f"day {one} {item.country}" for one in (day, day + timedelta(1)))
