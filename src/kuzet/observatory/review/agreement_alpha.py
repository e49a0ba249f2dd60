"""Krippendorff's alpha with a confidence interval, for values of any kind: one code, a set of codes, a number.

Alpha is 1 minus observed over expected disagreement: 1 where coders always agree, 0 where they agree as often as chance
would (Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011). The value comes from the library of that name;
the interval from resampling units with replacement, always with the same seed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, Final

import krippendorff
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Distance = Callable[[Any, Any], float]
"""How much two values disagree: 0 for the same."""

SAMPLES: Final = 1000
SEED: Final = 20_110_125
"""Of the resampling; any other number would do as well, and this one never changes."""
INSIDE: Final = (2.5, 97.5)
"""The percentiles between which 95 of 100 resampled values lie."""


def nominal(left: object, right: object) -> float:
    """Two codes are the same or not."""
    return float(left != right)


def interval(left: float, right: float) -> float:
    """The squared difference of two numbers."""
    return float((left - right) ** 2)


def ratio(left: float, right: float) -> float:
    """The squared difference in relation to the sum, for numbers from 0 on."""
    return float(((left - right) / (left + right)) ** 2) if left + right else 0.0


def masi(left: frozenset[str], right: frozenset[str]) -> float:
    """The distance of two sets: 1 minus Jaccard's index times a factor for how they lie to each other.

    The factor is 1 for the same set, 2/3 where one holds the other, 1/3 where they only overlap, 0 for nothing in
    common (Passonneau, "Measuring Agreement on Set-valued Items (MASI)", LREC 2006).

    >>> masi(frozenset("ab"), frozenset("ab")), round(masi(frozenset("ab"), frozenset("a")), 3)
    (0.0, 0.667)
    """
    if left == right:
        return 0.0
    common, whole = left & right, left | right
    factor = 2 / 3 if common in (left, right) else 1 / 3
    return 1 - factor * len(common) / len(whole)


LEVELS: Final[Mapping[str, Distance]] = {"nominal": nominal, "set": masi, "interval": interval, "ratio": ratio}
"""The distance of each kind of question."""

Values = Sequence[Sequence[Hashable]]
"""The values that coders gave to each unit; a unit with fewer than two says nothing of agreement."""


def alpha(units: Values, level: str) -> tuple[float, float, float] | None:
    """Alpha with the bounds of its interval; None where nothing is compared or every value is the same one."""
    counts, distances = _counted(units, level)
    if counts.shape[0] == 0 or counts.shape[1] < 2:
        return None
    found = krippendorff.alpha(value_counts=counts.astype(int), level_of_measurement=_metric(distances))
    low, high = np.percentile(_resampled(counts, distances), INSIDE)
    return float(found), float(low), float(high)


def percent(units: Values) -> tuple[int, int]:
    """How many pairs of values agree exactly, of how many within all units."""
    pairs = [(a, b) for values in units for at, a in enumerate(values) for b in values[at + 1 :]]
    return sum(a == b for a, b in pairs), len(pairs)


def _counted(units: Values, level: str) -> tuple[Array, Array]:
    """How often each value was given to each unit, and how far the values lie apart."""
    compared = [values for values in units if len(values) > 1]
    domain = sorted({value for values in compared for value in values}, key=_order)
    place = {value: at for at, value in enumerate(domain)}
    counts = np.zeros((len(compared), len(domain)))
    for row, values in enumerate(compared):
        for value in values:
            counts[row, place[value]] += 1
    apart = LEVELS[level]
    distances = np.array([[apart(left, right) for right in domain] for left in domain], dtype=float)
    return counts, distances.reshape(len(domain), len(domain))


def _order(value: Hashable) -> tuple[float, str]:
    """Numbers by size, sets and codes by what is written."""
    if isinstance(value, int | float):
        return float(value), ""
    return 0.0, " ".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def _metric(distances: Array) -> Any:  # noqa: ANN401  (the library asks with seven arguments, of which two are needed)
    """The distances in the shape in which the library asks for them."""

    def metric(*_: Array, i1: Any, i2: Any, **__: Any) -> Array:  # noqa: ANN401
        return np.asarray(distances[i1, i2], dtype=float)

    return metric


def _resampled(counts: Array, distances: Array) -> Array:
    """Alpha of units drawn with replacement, `SAMPLES` times; one that draws a single value agrees."""
    made = counts.sum(axis=1)
    observed = np.einsum("uv,vw,uw->u", counts, distances, counts) / (made - 1)
    drawn = np.random.default_rng(SEED).multinomial(len(counts), np.full(len(counts), 1 / len(counts)), SAMPLES)
    given = drawn @ counts
    expected = np.einsum("sv,vw,sw->s", given, distances, given) / (given.sum(axis=1) - 1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(expected > 0, 1 - (drawn @ observed) / expected, 1.0)
