"""How exactly a sum of money is told: "9.63 million" may be off by 5,000."""

from __future__ import annotations

from fractions import Fraction

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading.words import Mention, Sentence


def spare(sentence: Sentence, sum_: Mention) -> Fraction:
    """By how much a sum in thousands or millions may be rounded: half of its last printed place."""
    printed = sum(letter.isdecimal() for letter in sentence.text[sum_.start : sum_.end])
    digits = plain(sum_.exact)
    scaled = 0 < printed < len(digits) and digits.isdecimal()
    return Fraction(10 ** (len(digits) - len(digits.rstrip("0"))), 2) if scaled else sum_.spare
