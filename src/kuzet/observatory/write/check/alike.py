"""The parts of one list have one whole: "office-holders 168 (70%), private persons 48 (20%), unknown 24 (12%)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Final

from kuzet.observatory.write.check.share import Loose, Share
from kuzet.observatory.write.check.words import Mention, Text

FEWEST: Final = 3
"""Parts from which on a list that adds up to the number of all incidents is taken to divide it."""

Told = tuple[int, Share | Loose | Mention]
"""What a percentage was found to be, with the index of its sentence."""


def alike(text: Text, found: Sequence[Told]) -> Iterator[Told]:
    """The same shares; those of a sentence whose parts add up to the text's whole are shares of it."""
    for index, group in groupby(found, key=lambda one: one[0]):
        listed = [one for _, one in group]
        tied = [one for one in listed if isinstance(one, Share | Loose)]
        parts = {one.part: one.part.exact for one in tied}
        whole = text.total.mention.exact if text.total else None
        if len(parts) == len(listed) >= FEWEST and sum(parts.values(), Fraction(0)) == whole:
            yield from ((index, Share(index, one.percent, one.part, whole)) for one in tied)
        else:
            yield from ((index, one) for one in listed)
