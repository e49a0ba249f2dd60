"""A change whose base stands elsewhere: "81 such attacks, 30% more than in 2021", and pages before "81 ... 60 in 2021".

The number of now is told again near a number of the base year; where only one number stands there, it is the base.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.set_against import Pair
from kuzet.observatory.write.check.reading.when import EARLIER
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations.pairs import compared

NEAR: Final = 3
"""Sentences between the number of now, told again, and the number of the base year."""

BACK: Final = 2
"""Sentences in front in which the present number of a change is looked for, when its own sentence has none."""

LIKE: Final = 4
"""The base is at most so many times more or less."""


def pair(text: Text, index: int) -> Pair | None:
    """The only number of a sentence with the one number of the year that it is compared with; None without either."""
    sentence = text.sentences[index]
    here, year = compared(sentence, "", text.language), _base_year(sentence, text)
    if len(here) != 1 or not year or sentence.year_of(here[0]) not in (None, text.year):
        return None
    if sentence.order_of(here[0]) == EARLIER:
        return None
    found = {one.exact: one for one in _dated(text, index, here[0], year)}
    return Pair(here[0], next(iter(found.values()))) if len(found) == 1 else None


def _base_year(sentence: Sentence, text: Text) -> int:
    """The one earlier year that a sentence names, or the year before for "a year earlier"."""
    years = {int(year.value) for year in sentence.of_kind("year")} - {text.year}
    if len(years) == 1:
        return years.pop() if max(years) < text.year else 0
    return text.year - 1 if not years and phrases.says(text.language, "earlier", sentence.text) else 0


def _dated(text: Text, index: int, now: Mention, year: int) -> Iterator[Mention]:
    """Numbers of a year near another place that tells the number of now, which is of no other year there."""
    for place, sentence in enumerate(text.sentences):
        again = [one for one in sentence.of_kind("count") if one.exact == now.exact]
        if place == index or not again or all(sentence.year_of(one) not in (None, text.year) for one in again):
            continue
        for near in text.sentences[max(0, place - NEAR) : place + NEAR + 1]:
            if near.block == sentence.block:
                yield from (one for one in near.of_kind("count") if _is_base(near, one, now, (year, text.year)))


def _is_base(sentence: Sentence, one: Mention, now: Mention, years: tuple[int, int]) -> bool:
    then, main = years
    told = sentence.year_of(one) == then or (sentence.order_of(one) == EARLIER and then == main - 1)
    return told and now.exact / LIKE <= one.exact <= now.exact * LIKE and one.exact != now.exact


def wider(text: Text, index: int) -> Iterator[Pair]:
    """A number of this sentence with one in front of it; then with one that the text gives for an earlier year."""
    sentence = text.sentences[index]
    here = [count for count in sentence.of_kind("count") if count.value > 0]
    here = here or [count for count in text.counts_before(index, 1) if count.value > 0]
    total = [text.total.mention] if text.total else []
    for near in (here, list(text.counts_before(index, BACK)), total):
        yield from (Pair(now, before) for now in near for before in here if now is not before)
    years = {int(year.value) for year in sentence.of_kind("year")}
    for now in here:
        yield from (Pair(now, before) for year in years for before in text.of_year(year) if before.value)
