"""How far a claim may be off from what was only guessed to be its base.

Where the words name the base, a claim is right or wrong however far it is off. Where the base was chosen among the
numbers around, a claim is called wrong only when it is near what they give, as typing and rounding errors are: one that
is far off has another base, and its author is right.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

OFF: Final = 25
"""Points by which a percentage may miss."""

TIMES: Final = 10
"""A percentage that is so many times more is of something else, however few points it is off."""

FACTOR: Final = 2
"""The same for a difference, or a multiple."""


def like(difference: Fraction, exact: Fraction) -> bool:
    """Whether a difference may have been meant to be that of two guessed numbers."""
    return exact / FACTOR <= difference <= exact * FACTOR


def alike(percent: Fraction, exact: Fraction) -> bool:
    """Whether a percentage is of the size of what two numbers give, so that it may be said of them at all."""
    return percent <= abs(exact) * TIMES


def near(percent: Fraction, exact: Fraction) -> bool:
    """Whether a percentage may have been meant to be what two guessed numbers give."""
    return abs(abs(exact) - percent) <= OFF and alike(percent, exact)
