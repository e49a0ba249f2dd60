"""Whether a printed number is what exact numbers give, rounded half up or cut off."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction


class Match(Enum):
    """How a printed number agrees with the exact one."""

    ROUNDED = "rounded"
    CUT = "cut off"
    BOTH = "either way"
    NO = "not at all"


def match(printed: Fraction, exact: Fraction, decimals: int) -> Match:
    """Compare at the printed number of decimals; both are taken without sign. A half may be rounded down too (12.5)."""
    printed, exact, scale = abs(printed), abs(exact), 10**decimals
    told = printed.numerator * scale
    up, cut = (told == steps * printed.denominator for steps in (_rounded(exact, scale), _cut(exact, scale)))
    if up or (cut and (exact * scale * 2).denominator == 1):
        return Match.BOTH if cut else Match.ROUNDED
    return Match.CUT if cut else Match.NO


def _rounded(value: Fraction, scale: int) -> int:
    return (2 * value.numerator * scale + value.denominator) // (2 * value.denominator)


def _cut(value: Fraction, scale: int) -> int:
    return value.numerator * scale // value.denominator


def half_up(value: Fraction, decimals: int) -> Fraction:
    """Rounded to `decimals`, a half away from zero for the positive numbers of a report."""
    return Fraction(_rounded(value, 10**decimals), 10**decimals)


def plain(value: Fraction, decimals: int = 2) -> str:
    """The value with at most `decimals` digits, without trailing zeros: 62.82, 1.75, 63."""
    text = f"{float(half_up(value, decimals)):.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
