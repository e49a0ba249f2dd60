"""What numbers that are rounded allow: "9.63 million" may be off by 5,000, and so may what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check.reading.words import Mention

LARGE: Final = 10_000
"""From here on a number that ends in two noughts may stand for one that does not."""

ROUND: Final = 100


def explains(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether rounding alone may part a whole from the sum of its parts: "20.5 million: 13,106,358 and 7,411,647"."""
    off = abs(sum((one.exact for one in parts), Fraction(0)) - whole.exact)
    slack = sum((one.spare for one in parts), whole.spare)
    noughts = whole.value >= LARGE and whole.exact % ROUND == 0 and any(one.exact % (ROUND // 10) for one in parts)
    return off <= max(slack, Fraction(ROUND, 2) if noughts else Fraction(0))


def of_change(percent: Mention, now: Mention, before: Mention) -> bool:
    """Whether a percentage is that of two rounded numbers as they may have been: "5.0%, from 79.2 to 83.2 thousand"."""
    low, high = _ratios(now, before)
    return bool(now.spare or before.spare) and _between(percent, (low - 1) * 100, (high - 1) * 100)


def of_share(percent: Mention, part: Mention, whole: Mention) -> bool:
    """The same of a share."""
    low, high = _ratios(part, whole)
    return bool(part.spare or whole.spare) and _between(percent, low * 100, high * 100)


def _ratios(left: Mention, right: Mention) -> tuple[Fraction, Fraction]:
    """The least and the largest number of times that one number may go into another."""
    low, high = (right.exact - right.spare, right.exact + right.spare)
    return (left.exact - left.spare) / high, (left.exact + left.spare) / low if low > 0 else Fraction(0)


def _between(percent: Mention, low: Fraction, high: Fraction) -> bool:
    """Whether a printed percentage, its sign aside, is a rounding of something between two others."""
    low, high = (abs(low), abs(high)) if low >= 0 else (abs(high), abs(low))
    half = Fraction(1, 2 * 10**percent.decimals)
    return low - half <= percent.exact <= high + half
