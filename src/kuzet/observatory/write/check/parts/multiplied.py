"""Lists some of whose numbers were told several times: "six fines: 600, 300, two of 200 and two of 100, 1,500 in all".

Which number says how many times is not always plain; a list that makes its whole in any of these ways is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention, Sentence
from kuzet.observatory.write.check.relations.split import Split

FEWEST: Final = 3
MOST: Final = 12
"""Numbers of the lists that are tried."""

SEVERAL: Final = 30
"""How many times one sum is told at most."""

TWICE: Final = 2

_PARTED: Final = re.compile(r"[,;:(–—]")


def told(sentence: Sentence, split: Split) -> str:
    """How parts taken as many times as a number in front of them says make the whole; "" where they do not."""
    if any(one not in sentence.mentions for one in split.parts):
        return ""
    start, end = split.parts[0].start, split.parts[-1].end
    times = [one for one in sentence.of_kind("times") if start <= one.start < end]
    ones = sorted([*split.parts, *times], key=lambda one: one.start)
    if not FEWEST <= len(ones) <= MOST:
        return ""
    found = (terms for terms in _ways(sentence, ones) if sum(value for value, _ in terms) == split.whole.exact)
    return next((f"{' + '.join(why for _, why in terms)} = {plain(split.whole.exact)}" for terms in found), "")


def is_other(sentence: Sentence, split: Split, language: str) -> bool:
    """Whether a sentence tells several times how many got so much, and a split is not what that makes.

    "Seven of 30 units, three of 55 and two of 100, or 575 units": nothing is divided into 7, 30, 3, 55 and 2.
    """
    ones = sentence.of_kind("count")
    products = [_is_product(sentence, left, right, language) for left, right in pairwise(ones)]
    return sum(products) >= TWICE and split.sum != split.whole.exact and not told(sentence, split)


def _is_product(sentence: Sentence, left: Mention, right: Mention, language: str) -> bool:
    between = sentence.between(left, right)
    joined = _joint(language).fullmatch(between) is not None
    bare = re.fullmatch(r"\s+(?:[^\W\d_]+\s+)?", between) is not None
    return joined or (bare and phrases.pattern(language, "apiece_behind").match(sentence.text, right.end) is not None)


@cache
def _joint(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[^\W\d_]+\s+)?(?:{phrases.words(language, 'each_joint')})\s+", re.IGNORECASE)


def _ways(sentence: Sentence, ones: Sequence[Mention]) -> Iterator[list[tuple[Fraction, str]]]:
    """All ways to add numbers, each alone or as many times as the small one right in front of it says."""
    if not ones:
        yield []
        return
    first, others = ones[0], ones[1:]
    if first.kind != "times":
        yield from ([(first.exact, plain(first.exact)), *rest] for rest in _ways(sentence, others))
    if others and _is_times(sentence, first, others[0]):
        product = first.exact * others[0].exact, f"{plain(first.exact)} x {plain(others[0].exact)}"
        yield from ([product, *rest] for rest in _ways(sentence, others[1:]))


def _is_times(sentence: Sentence, times: Mention, one: Mention) -> bool:
    """Whether a number may say how many times the next was told: no mark parts the two."""
    small = times.exact.denominator == 1 and TWICE <= times.exact <= SEVERAL
    return small and one.kind != "times" and _PARTED.search(sentence.between(times, one)) is None
