"""Whether a printed number is what exact numbers give, rounded half up or cut off."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from math import floor


class Match(Enum):
    """How a printed number agrees with the exact one."""

    ROUNDED = "rounded"
    CUT = "cut off"
    BOTH = "either way"
    NO = "not at all"


def match(printed: Fraction, exact: Fraction, decimals: int) -> Match:
    """Compare at the printed number of decimals; both are taken without sign."""
    printed, exact = abs(printed), abs(exact)
    up, cut = half_up(exact, decimals), cut_off(exact, decimals)
    if printed == up:
        return Match.BOTH if up == cut else Match.ROUNDED
    return Match.CUT if printed == cut else Match.NO


def half_up(value: Fraction, decimals: int) -> Fraction:
    """Rounded to `decimals`, a half away from zero for the positive numbers of a report."""
    scale = 10**decimals
    return Fraction(floor(value * scale + Fraction(1, 2)), scale)


def cut_off(value: Fraction, decimals: int) -> Fraction:
    """Cut to `decimals`."""
    scale = 10**decimals
    return Fraction(floor(value * scale), scale)


def plain(value: Fraction, decimals: int = 2) -> str:
    """The value with at most `decimals` digits, without trailing zeros: 62.82, 1.75, 63."""
    text = f"{float(half_up(value, decimals)):.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
