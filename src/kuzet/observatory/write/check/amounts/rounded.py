"""How exactly a large number is told: "9.63 million" may be off by 5,000, and so may a sum of such numbers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading.words import Mention, Sentence

LARGE: Final = 10_000
"""From here on a number that ends in two noughts may stand for one that does not."""

ROUND: Final = 100


def spare(sentence: Sentence, sum_: Mention) -> Fraction:
    """By how much a sum in thousands or millions may be rounded: half of its last printed place."""
    printed = sum(letter.isdecimal() for letter in sentence.text[sum_.start : sum_.end])
    digits = plain(sum_.exact)
    scaled = 0 < printed < len(digits) and digits.isdecimal()
    return Fraction(10 ** (len(digits) - len(digits.rstrip("0"))), 2) if scaled else Fraction(0)


def explains(sentence: Sentence, whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether rounding alone may part a whole from the sum of its parts: "20.5 million: 13,106,358 and 7,411,647"."""
    off = abs(sum((one.exact for one in parts), Fraction(0)) - whole.exact)
    here = [one for one in parts if one in sentence.mentions]
    slack = sum((spare(sentence, one) for one in here), spare(sentence, whole) if whole in sentence.mentions else 0)
    noughts = whole.value >= LARGE and whole.exact % ROUND == 0 and any(one.exact % (ROUND // 10) for one in parts)
    return off <= max(slack, Fraction(ROUND, 2) if noughts else Fraction(0))
