"""The one rounding rule of every published number: half up, on exact fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def whole(value: Fraction) -> int:
    """The nearest whole number; a half goes away from zero, so that a rise and a fall of 12.5 percent read alike.

    >>> whole(Fraction(6282, 100)), whole(Fraction(1, 2)), whole(Fraction(-25, 2))
    (63, 1, -13)
    """
    size = int(abs(value) + Fraction(1, 2))
    return size if value >= 0 else -size


def decimals(value: Fraction, places: int) -> Decimal:
    """The value to `places` decimals by the same rule.

    >>> decimals(Fraction(7, 4), 1)
    Decimal('1.8')
    """
    return Decimal(whole(value * 10**places)).scaleb(-places)
