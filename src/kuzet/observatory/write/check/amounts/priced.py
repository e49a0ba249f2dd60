"""Sums of money that are so many times a price told elsewhere, with the number told beside them.

"The base value was 375,000 soums. The highest fine, 60 values, amounted to 22.5 million"; "50 units for a citizen, 150
for a company; four citizens and two companies paid 500 units". `units` judges what stands closer together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Final

from kuzet.observatory.write.check import form, slips
from kuzet.observatory.write.check.amounts import rounded
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import hedges, indices
from kuzet.observatory.write.check.reading.indices import Counted
from kuzet.observatory.write.check.reading.words import (
    Finding,
    Kind,
    Mention,
    Outcome,
    Sentence,
    Text,
    Verdict,
    finding,
)

BACK: Final = 2
"""Sentences in front in which the numbers of indices, or their tiers, stand."""

OVER: Final = Fraction(13, 10)
"""A number of indices in all that is off by more than this factor is of other fines too."""

FACTOR: Final = 2
"""A sum that is off by more than this factor is of something else."""

FEWEST: Final = 2
"""Tiers of fines."""

MOST: Final = 4
"""Tiers of which each may be paid by each group."""

DIGITS: Final = 3
"""Digits of a sum from which on their order is no accident."""

HEDGES: Final = ("almost", "more_than", "less_than", "about")


def priced(text: Text, index: int) -> Iterator[Finding]:
    """The sums of a sentence that no number of indices near them gives, where one of them surely should."""
    sentence, language = text.sentences[index], text.language
    yield from _tiers(text, index)
    worths = indices.known(text.sentences, language)
    own = indices.worths_at(text.sentences, index, language)
    sums = [one for one in indices.money(sentence) if one not in own and not _loose(sentence, one, language)]
    near = [one for one in text.sentences[max(0, index - BACK) : index + 1] if one.block == sentence.block]
    values = list(_values(near, len(sums), language))
    here = indices.counted(sentence.text, language)
    if not worths or not values or not sums:
        return
    counts = [Fraction(1), *(one.exact for other in near for one in other.of_kind("count"))]
    ways = {value * worth * times for value in values for worth in worths for times in counts}
    ways |= {value * worth for value in indices.totals(text.sentences, language) for worth in worths}
    left = [one for one in sums if not any(_fits(sentence, one, way) for way in ways)]
    if len(here) == 1:
        left = [one for one in left if one.start > here[0].start][:1] if len(left) > 1 else left
    free = [
        value for value in values if not any(_fits(sentence, one, value * worth) for one in sums for worth in worths)
    ]
    for one in left[:1] if len(left) == 1 else ():
        for value in _own(here, free):
            sure = len(sums) == len(values) > 1
            yield from _slipped(text, sentence, one, [(value, worth) for worth in worths], sure=sure)


def _own(here: Sequence[Counted], free: Sequence[Fraction]) -> Sequence[Fraction]:
    """The number that a sum must be of: the only one of its sentence, else the only one; none that another sum has."""
    if len(here) == 1:
        return [one.value for one in here if one.value in free]
    return free if len(free) == 1 else ()


def _values(near: Sequence[Sentence], sums: int, language: str) -> Sequence[Fraction]:
    """The numbers of indices of some sentences; all counts beside them where there are as many of these as sums."""
    values = list(dict.fromkeys(value for one in near for value in indices.tiers(one, language)))
    counts = [one.exact for other in near if indices.counted(other.text, language) for one in other.of_kind("count")]
    return counts if len(values) < sums == len(counts) else values


def _slipped(
    text: Text, sentence: Sentence, one: Mention, ways: Sequence[tuple[Fraction, Fraction]], *, sure: bool
) -> Iterator[Finding]:
    """A sum that is a product but for a slip of the pen, or where `sure` near it."""
    for value, worth in ways:
        exact = value * worth
        if exact / FACTOR <= one.exact <= exact * FACTOR and (sure or _is_slip(one.exact, exact)):
            right = form.count(exact, one, sentence, text.language)
            why = f"{plain(value)} x {plain(worth)} = {plain(exact)}"
            yield finding(sentence, Kind.MONEY, Outcome(Verdict.DIFFERS, right, why), one)
            return


def _is_slip(told: Fraction, exact: Fraction) -> bool:
    """Whether the digits of two sums, noughts behind aside, are the same in another order, or differ in one place."""
    left, right = (plain(one).rstrip("0") for one in (told, exact))
    width = max(len(left), len(right))
    padded = [Fraction(one.ljust(width, "0")) for one in (left, right)]
    return width >= DIGITS and len(plain(told)) == len(plain(exact)) and slips.is_slip(*padded)


def _fits(sentence: Sentence, one: Mention, exact: Fraction) -> bool:
    return abs(one.exact - exact) <= rounded.spare(sentence, one)


def _loose(sentence: Sentence, one: Mention, language: str) -> bool:
    return any(hedges.hedged(sentence, one, word, language) for word in HEDGES)


def _tiers(text: Text, index: int) -> Iterator[Finding]:
    """As "50 units for a citizen, 150 for a company. Four citizens and two companies were fined, 500 units in all"."""
    sentence, language = text.sentences[index], text.language
    total, front = indices.total(text, sentence), text.sentences[index - 1] if index else None
    if total is None or front is None or front.block != sentence.block:
        return
    levels = [one.exact for one in front.of_kind("count")] if indices.counted(front.text, language) else []
    told = [one for one in sentence.mentions if one.start == total.start]
    counts = [one.exact for one in sentence.of_kind("count") if one.start < total.start]
    values = next((one for one in (indices.tiers(front, language), levels) if len(one) == len(counts)), ())
    if not FEWEST <= len(values) <= MOST or not told or front.of_kind("percent"):
        return
    sums = [sum(map(_product, zip(order, values, strict=True)), Fraction(0)) for order in permutations(counts)]
    if total.value not in sums and sums[0] / OVER <= total.value <= sums[0] * OVER:
        shown = " + ".join(f"{plain(count)} x {plain(value)}" for count, value in zip(counts, values, strict=True))
        right = form.count(sums[0], told[0], sentence, language)
        outcome = Outcome(Verdict.DIFFERS, right, f"{shown} = {plain(sums[0])}")
        yield finding(sentence, Kind.MONEY, outcome, told[0])


def _product(pair: tuple[Fraction, Fraction]) -> Fraction:
    return pair[0] * pair[1]
