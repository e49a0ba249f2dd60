"""What a slip of the pen makes of a number: one digit is another, or two have changed places."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check.arithmetic import plain

FEW: Final = 10
"""Numbers of one digit differ by one digit always."""

PAIR: Final = 2


def is_slip(told: Fraction, meant: Fraction) -> bool:
    """Whether two whole numbers have as many digits and differ in one of them, or by two in the other order."""
    left, right = plain(told), plain(meant)
    whole = told.denominator == meant.denominator == 1 and min(told, meant) >= FEW
    wrong = [(one, other) for one, other in zip(left, right, strict=False) if one != other]
    swapped = len(wrong) == PAIR and wrong[0] == wrong[1][::-1]
    return whole and len(left) == len(right) and (len(wrong) == 1 or swapped)
