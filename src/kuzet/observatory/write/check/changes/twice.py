"""A change told twice, as a difference and in percent: "an increase of 72 cases, or 29%".

Where the text tells two levels just so far apart they are what changed, however far in front they stand; the
percentage follows from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Final

from kuzet.observatory.write.check.reading import concepts, phrases
from kuzet.observatory.write.check.reading.concepts import ALL
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.set_against import Pair
from kuzet.observatory.write.check.reading.when import EARLIER
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations.facts import Facts
from kuzet.observatory.write.check.relations.pairs import compared

BACK: Final = 3
"""Sentences in front whose numbers of two times may be the levels."""

FEWEST: Final = 5
"""From here on a difference is no chance: many numbers are four apart."""

NEAR: Final = 40
"""Characters between a difference and the same in percent."""

_STOP: Final = re.compile(r"[;.]\s")


def levels(text: Text, index: int, percent: Mention, facts: Facts) -> list[Pair]:
    """The two levels whose difference stands beside a percentage; those of the years that the words name first."""
    sentence = text.sentences[index]
    delta = _difference(sentence, percent, text.language)
    if delta is None or delta.exact < FEWEST:
        return []
    named = {int(one.value) for one in sentence.of_kind("year")} or _earlier(sentence, text)
    by_year = list(_of_years(sentence, text.language, facts))
    told = [pair for years, pair in by_year if _holds(pair, delta) and named and years == named | {text.year}]
    told = told or [pair for years, pair in by_year if _holds(pair, delta) and named and named <= {*years, text.year}]
    told = told or [pair for _, pair in by_year if _holds(pair, delta)]
    return told or [pair for pair in _in_front(text, index, delta) if _holds(pair, delta)]


def _difference(sentence: Sentence, percent: Mention, language: str) -> Mention | None:
    """The difference that a percentage tells again, with no other number between."""
    near = [
        one
        for one in deltas(sentence, language)
        if len(words := sentence.between(one, percent)) <= NEAR and not _STOP.search(words)
        if not any(
            min(one.end, percent.end) <= other.start < max(one.start, percent.start) for other in sentence.mentions
        )
    ]
    return near[0] if len(near) == 1 else None


def _earlier(sentence: Sentence, text: Text) -> set[int]:
    return {text.year - 1} if phrases.says(text.language, "earlier", sentence.text) else set()


def _of_years(sentence: Sentence, language: str, facts: Facts) -> Iterator[tuple[set[int], Pair]]:
    """Every two years of what a sentence speaks of: all incidents where its words name no part of them."""
    years = facts.by_year(concepts.found(sentence.text, language) or ALL)
    for before, now in combinations(sorted(years), 2):
        yield {before, now}, Pair(_level(years[now]), _level(years[before]))


def _level(value: Fraction) -> Mention:
    return Mention(0, 0, Decimal(value.numerator) / Decimal(value.denominator), "count")


def _in_front(text: Text, index: int, delta: Mention) -> Iterable[Pair]:
    """Every two numbers of two times in the sentences just in front."""
    ones: list[tuple[int, Mention]] = []
    said = concepts.found(text.sentences[index].text, text.language)
    for near in text.sentences[max(0, index - BACK) : index]:
        if not said <= concepts.found(near.text, text.language):
            continue  # levels of all incidents, where one category changes
        told = compared(near, delta.unit, text.language)
        ones += [(_time(near.order_of(one), text.year), one) for one in told]
    for (left, one), (right, other) in combinations(ones, 2):
        if left != right:
            now, before = (one, other) if left > right else (other, one)
            yield Pair(now, before)


def _time(order: int | None, main: int) -> int:
    return {None: main, EARLIER: main - 1}.get(order, order or main)


def _holds(pair: Pair, delta: Mention) -> bool:
    return bool(pair.before.value) and abs(pair.now.exact - pair.before.exact) == delta.exact
