"""Whether a pair can reach a score at all: most pairs that share a key cannot, and cost a fraction of a score.

The bound is exact: what it turns away scores less. It knows nothing of a feature but its best weight, and whether both
sides have what the feature looks at; a few cheap or telling features are then asked, one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import Final

from kuzet.observatory.link import features
from kuzet.observatory.link.compare import Weights, trusted, weights
from kuzet.observatory.link.features import FEATURES, Feature
from kuzet.observatory.link.items import Item

LOOKED_AT: Final[Mapping[str, Callable[[Item], object]]] = {
    "outlets": attrgetter("outlets"),
    "count": attrgetter("count"),
    "date": attrgetter("when"),
    "published": attrgetter("published"),
    "latest": attrgetter("traces.latest"),
    "place": attrgetter("country"),
    "method": attrgetter("methods"),
    "perpetrator": attrgetter("perpetrator"),
    "articles": attrgetter("articles"),
    "penalty": lambda item: item.sums or item.terms,
    "step": attrgetter("step"),
    "names": attrgetter("traces.names"),
    "days": attrgetter("traces.days"),
    "numbers": attrgetter("traces.numbers"),
}
"""What a feature needs on both sides to say anything; a feature that is not named here may always say its best."""

ASKED: Final[tuple[Feature, ...]] = (
    features.date,
    features.published,
    features.place,
    features.method,
    features.people,
    features.outlets,
)
"""The cheapest first: on synthetic readings each step turns away a part, and one pair in ten is scored."""

_SLACK: Final = 0.01
"""More than rounding can make of a sum of weights."""


def sides(item: Item) -> int:
    """What an item has for each feature to look at, as bits in the order of `FEATURES`."""
    return sum(1 << bit for bit, look in enumerate(_looks()) if look is None or look(item))


class Bound:
    """`table` gives other weights than the shipped ones."""

    def __init__(self, table: Weights | None = None) -> None:
        self._table = table or weights()
        best = [_best(feature, self._table) for feature in FEATURES]
        self._asked = [(one, one.__name__, 1 << (at := FEATURES.index(one)), best[at]) for one in ASKED]
        self._highest = cache(lambda both: sum(one for bit, one in enumerate(best) if both & 1 << bit) + _SLACK)

    def reaches(self, left: Item, right: Item, both: int, least: float) -> bool:
        """Whether the score of two items can be `least` or more; `both` is what stands on either side (`sides`)."""
        highest = self._highest(both)
        for feature, name, bit, best in self._asked:
            if highest < least:
                return False
            if both & bit:
                highest -= best
            if level := feature(left, right):
                weight = self._table[name, level.level]
                highest += weight if weight > 0 else weight * trusted(weight, name, left, right)
        return highest >= least


@cache
def _looks() -> tuple[Callable[[Item], object] | None, ...]:
    return tuple(LOOKED_AT.get(feature.__name__) for feature in FEATURES)


def _best(feature: Feature, table: Weights) -> float:
    """The best weight of a feature; 0, for saying nothing, where all its levels speak against."""
    return max(0.0, *(weight for (name, _), weight in table.items() if name == feature.__name__))
