"""The parts of one list have one whole: "office-holders 168 (70%), private persons 48 (20%), unknown 24 (12%)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Final

from kuzet.observatory.write.check.reading.words import Mention, Text
from kuzet.observatory.write.check.relations import ties
from kuzet.observatory.write.check.relations.share import Loose, Share

FEWEST: Final = 3
"""Parts from which on a list that adds up to the number of all incidents is taken to divide it."""

Told = tuple[int, Share | Loose | Mention]
"""What a percentage was found to be, with the index of its sentence."""


def alike(text: Text, found: Sequence[Told]) -> Iterator[Told]:
    """The same shares; those of one sentence that divide a whole together are shares of it."""
    total = text.total.mention.exact if text.total else None
    for index, group in groupby(found, key=lambda one: one[0]):
        listed = [one for _, one in group]
        divided = _divided(text, index, total)
        if divided and {one.percent for one in divided} == {_percent(one) for one in listed}:
            yield from ((index, one) for one in divided)
            continue
        tied = [one for one in listed if isinstance(one, Share | Loose)]
        parts = {one.part: one.part.exact for one in tied}
        if len(parts) == len(listed) >= FEWEST and sum(parts.values(), Fraction(0)) == total:
            yield from ((index, Share(index, one.percent, one.part, total)) for one in tied)
        else:
            yield from ((index, one) for one in listed)


def _percent(one: Share | Loose | Mention) -> Mention:
    return one if isinstance(one, Mention) else one.percent


def _divided(text: Text, index: int, total: Fraction | None) -> list[Share]:
    """The percentages of a sentence that divide a whole, each with the count beside it, when all but one are right.

    The whole is what the counts make together; or the number of all incidents, where the percentages make 100 of it.
    """
    shared = ties.shared(text.sentences[index], text.language)
    if len(shared) < FEWEST or len({part.unit for part in shared}) > 1:
        return []
    percents = sum((one.exact for one in shared.values()), Fraction(0))
    largest = max(part.exact for part in shared)
    of_all = total is not None and total > largest and abs(percents - 100) <= Fraction(len(shared), 2)
    wholes = [sum((part.exact for part in shared), Fraction(0)), *([total] if total and of_all else [])]
    readings = [[Share(index, percent, part, whole) for part, percent in shared.items()] for whole in wholes]
    best = max(readings, key=lambda shares: sum(one.fits for one in shares))
    return best if sum(one.fits for one in best) >= len(best) - 1 else []
