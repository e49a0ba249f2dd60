"""Pairs as a worker takes them: everything that their scores need, and nothing of where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from kuzet.observatory.link.blocks import unpacked
from kuzet.observatory.link.bound import Bound, sides
from kuzet.observatory.link.compare import SUGGESTED, score
from kuzet.observatory.link.files import Array
from kuzet.observatory.link.shelf import Shelf, decoded

LINK: Final = np.dtype([("left", "<u4"), ("right", "<u4"), ("score", "<f8")])
"""A link without its evidence: the numbers of two items, `left` < `right`, and their score."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Items with their numbers, and pairs of them by their places here; `left` is the one of lower number."""

    numbers: Array
    items: list[bytes]
    left: Array
    right: Array

    @classmethod
    def of(cls, pairs: Array, shelf: Shelf) -> Pairs:
        """Packed pairs with their items."""
        left, right = unpacked(pairs)
        numbers = np.unique(np.concatenate((left, right)))
        items = shelf.blobs(numbers)
        return cls(numbers, items, np.searchsorted(numbers, left), np.searchsorted(numbers, right))

    def links(self, places: list[int], scores: list[float]) -> Array:
        """Some of the pairs as links."""
        made = np.empty(len(places), LINK)
        made["left"] = self.numbers[self.left[places]]
        made["right"] = self.numbers[self.right[places]]
        made["score"] = scores
        return made


def likely(pairs: Pairs) -> Array:
    """The pairs that score at least `SUGGESTED`, as links."""
    items = [decoded(blob) for blob in pairs.items]
    has = [sides(item) for item in items]
    bound, places, scores = Bound(), [], []
    for place, (left, right) in enumerate(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)):
        one, other = items[left], items[right]
        if bound.reaches(one, other, has[left] & has[right], SUGGESTED) and (found := score(one, other)) >= SUGGESTED:
            places.append(place)
            scores.append(found)
    return pairs.links(places, scores)


def every(pairs: Pairs) -> Array:
    """All the pairs, as links, whatever they score."""
    items = [decoded(blob) for blob in pairs.items]
    scores = [score(items[a], items[b]) for a, b in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)]
    return pairs.links(list(range(len(scores))), scores)


def strongest_first(links: Array) -> Array:
    """Links in order of their score, those of one score in order of their items."""
    return links[np.lexsort((links["right"], links["left"], -links["score"]))]
