"""Two numbers that a text sets against each other: what it is now, and what it was before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from kuzet.observatory.write.check import concepts, phrases
from kuzet.observatory.write.check.words import Mention, Sentence, Text

BACK: Final = 2
"""Sentences in front in which the present number of a change is looked for, when its own sentence has none."""

OPENING: Final = 60
"""Characters in front of the first of two counts in which "compared with" stands."""

_BREAK: Final = re.compile(r"[.!?]\s")


class Pair(NamedTuple):
    """The two numbers of a change: what it is now and what it was before."""

    now: Mention
    before: Mention

    @property
    def percent(self) -> Fraction:
        """The change in percent of what was before; below 0 for a fall."""
        return (self.now.exact - self.before.exact) * 100 / self.before.exact

    @property
    def times(self) -> Fraction:
        """The larger number over the smaller one."""
        low, high = sorted((self.now.exact, self.before.exact))
        return high / low


def own(text: Text, index: int) -> list[Pair]:
    """Pairs that the sentence itself sets against each other: "4 against 7", "from 46 to 61", "61, up from 46"."""
    sentence = text.sentences[index]
    counts = [count for count in sentence.of_kind("count") if count.value > 0]
    found = [pair for left, right in pairwise(counts) if (pair := _pair(sentence, left, right, text.language))]
    found = found or _compared(sentence, counts, text.language) or _by_years(sentence, counts, text.year)
    return list(dict.fromkeys(found))


def _pair(sentence: Sentence, left: Mention, right: Mention, language: str) -> Pair | None:
    between = sentence.between(left, right)
    if _BREAK.search(between):
        return None
    told = _from_to(sentence, left, right, language) or _set_against(between, left, right, language)
    return _in_order(sentence, told) if told else None


def _from_to(sentence: Sentence, left: Mention, right: Mention, language: str) -> Pair | None:
    """As "from 46 to 61", "с 46 до 61", "46-дан 61-ге", with "in 2023" or a noun behind either number."""
    between, after = sentence.between(left, right), sentence.after(right, 24)
    front = phrases.ends_with(language, "from", sentence.before(left, 24)) and _to(language).search(between)
    behind = _close(language, "from_behind").match(between) and _close(language, "to_behind").match(after)
    return Pair(right, left) if front or behind else None


@cache
def _to(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.words(language, 'to')})[\s\w]{{0,12}}$", re.IGNORECASE)


@cache
def _close(language: str, relation: str) -> re.Pattern[str]:
    """An ending at a number or at its noun, at most three words behind it."""
    return re.compile(rf"-?(?:\w*[\s)-]+){{0,3}}?(?:{phrases.words(language, relation)})", re.IGNORECASE)


def _set_against(between: str, left: Mention, right: Mention, language: str) -> Pair | None:
    if ";" in between:
        return None
    if _close(language, "against_behind").match(between):
        return Pair(right, left)
    return Pair(left, right) if phrases.says(language, "against", between) else None


def _in_order(sentence: Sentence, pair: Pair) -> Pair:
    """Years decide what is now, whatever the order of the words."""
    now, before = sentence.year_of(pair.now), sentence.year_of(pair.before)
    return Pair(pair.before, pair.now) if now and before and now < before else pair


def _compared(sentence: Sentence, counts: list[Mention], language: str) -> list[Pair]:
    """Exactly two counts, the first of them compared with: "Compared with the first half (612), ... saw 883"."""
    if len(counts) != 2 or not phrases.says(language, "against", sentence.before(counts[0], OPENING)):
        return []
    return [Pair(counts[1], counts[0])]


def _by_years(sentence: Sentence, counts: list[Mention], main: int) -> list[Pair]:
    """Exactly two counts of two years: "in 2021 there were 314, in 2022 469"; one without a year is of the report's."""
    if len(counts) != 2:
        return []
    left, right = counts
    first, second = sentence.year_of(left) or main, sentence.year_of(right) or main
    if not (first and second) or first == second:
        return []
    return [Pair(right, left) if first < second else Pair(left, right)]


def continued(text: Text, index: int) -> list[Pair]:
    """The only count of a sentence about an earlier year, against the only count of the sentence before.

    "In 2024, 347 incidents were recorded. This is a drop of 6% on the number in 2023 (369 cases)."
    """
    sentence = text.sentences[index]
    here = sentence.of_kind("count")
    if not index or len(here) != 1 or not sentence.year_of(here[0]) or not here[0].value:
        return []
    before = text.sentences[index - 1]
    front = before.of_kind("count")
    refers = phrases.pattern(text.language, "this").match(sentence.text)
    bare = not sentence.after(here[0], 2).strip()[:1].isalpha()
    if len(front) != 1 or before.block != sentence.block or not (refers or bare) or not front[0].value:
        return []
    return [Pair(front[0], here[0])]


def of_all(text: Text, index: int) -> list[Pair]:
    """The only count of a sentence on the number of all incidents, of an earlier year, against the text's whole."""
    sentence = text.sentences[index]
    here = sentence.of_kind("count")
    if text.total is None or len(here) != 1 or not here[0].value or here[0] == text.total.mention:
        return []
    earlier = 0 < (sentence.year_of(here[0]) or 0) < text.year
    plain = not concepts.found(sentence.text, text.language) and phrases.says(text.language, "all", sentence.text)
    return [Pair(text.total.mention, here[0])] if earlier and plain else []


def wider(text: Text, index: int) -> Iterator[Pair]:
    """A number of this sentence with one in front of it; then with one that the text gives for an earlier year."""
    sentence = text.sentences[index]
    here = [count for count in sentence.of_kind("count") if count.value > 0]
    total = [text.total.mention] if text.total else []
    for near in (here, list(text.counts_before(index, BACK)), total):
        yield from (Pair(now, before) for now in near for before in here if now is not before)
    years = {int(year.value) for year in sentence.of_kind("year")}
    for now in here:
        yield from (Pair(now, before) for year in years for before in text.of_year(year) if before.value)
